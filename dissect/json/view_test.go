package jsonview

import (
	"bytes"
	"encoding/hex"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/gopacket"

	"wiredump/capture/packet"
	"wiredump/dissect"
)

var update = flag.Bool("update", false, "rewrite testdata/golden.ndjson")

// A sample is a packet, in hexadecimal with spaces and comments between the
// digits.
type sample struct {
	name string
	link packet.LinkType
	b    string
}

const (
	ether4 = "020000000001 020000000002 0800 "
	ether6 = "020000000001 020000000002 86dd "
)

var samples = []sample{
	{"echo request", packet.Ethernet, ether4 +
		"4500 0020 0001 4000 40 01 26da 0a000001 0a000002" + // IPv4
		"08 00 3336 0001 0002 61626364"}, // ICMP
	{"TCP with options behind two tags", packet.Ethernet, "020000000001 020000000002 88a8 0064 8100 6065 0800" +
		"4502 0040 0001 4000 40 06 26b3 0a000001 0a000002" +
		"c000 0050 00000001 00000000 b002 ffff 1234 0000" + // SYN
		"0204 05b4 01 0303 07 0402 080a 00000001 00000000 00000000"},
	{"SACK and a bad option", packet.Raw,
		"4500 0040 0001 0000 40 06 66b5 0a000001 0a000002" +
			"c000 0051 00000001 00000002 a010 ffff 0000 0000" +
			"01 050a 00000005 00000009 fe00 00000000000000 68656c6c"},
	{"UDP without checksum, padded", packet.Ethernet, ether4 +
		"4500 0020 1234 2000 40 11 0000 0a000001 0a000002" +
		"1f90 1f91 000c 0000 deadbeef" + "000000000000"},
	{"later fragment", packet.IPv4, "4500 001c 1234 2005 40 11 0000 0a000001 0a000002 0102030405060708"},
	{"IPv4 options", packet.Raw, "4800 0020 0001 0000 40 fd 0000 0a000001 0a000002 9404 0000 4408 0500 01ff 0000"},
	{"ARP", packet.Ethernet, "ffffffffffff 020000000001 0806 0001 0800 06 04 0001 020000000001 0a000001 000000000000 0a000002"},
	{"port unreachable", packet.LinuxSLL, "0000 0001 0006 0200000000010000 0800" +
		"4500 0038 0001 0000 40 01 66c2 0a000001 0a000002" +
		"03 03 0000 00000000" +
		"4500 0020 0001 0000 40 11 66ca 0a000002 0a000001 04d2 0035 000c 1234"},
	{"time exceeded with a label", packet.Raw,
		"4500 00a8 0001 0000 40 01 6652 0a000001 0a000002" +
			"0b 00 0000 00 20 0000" +
			"4500 001c 0001 0000 01 01 0000 0a000002 0a000001 08 00 0000 0001 0001" + strings.Repeat("00", 100) +
			"2000 0000 0008 0101 18960101"},
	{"router advertisement", packet.LinuxSLL2, "86dd 0000 00000002 0001 00 06 0200000000010000" +
		"60000000 0038 3a ff fe800000000000000000000000000001 ff020000000000000000000000000001" +
		"86 00 0000 40 c8 0708 00007530 000003e8" +
		"01 01 020000000001" +
		"03 04 40 c0 00001c20 00000708 00000000 20010db8000000000000000000000000"},
	{"listener report behind hop-by-hop", packet.Ethernet, ether6 +
		"60000000 0024 00 01 fe800000000000000000000000000001 ff020000000000000000000000000016" +
		"3a 00 0502 0000 0100" +
		"8f 00 0000 0000 0001 04 00 0000 ff0200000000000000000000000000fb"},
	{"segment routing and a tunnel", packet.IPv6,
		"60012345 0054 2b 40 20010db8000000000000000000000001 20010db8000000000000000000000002" +
			"29 02 04 00 00 00 0000 20010db8000000000000000000000002" +
			"60000000 0014 2c 40 20010db8000000000000000000000003 20010db8000000000000000000000004" +
			"11 00 0001 00000007" + "0050 0051 000c 1234 01020304"},
	{"null, IGMP", packet.Null, "02000000" + "46c0 0028 0001 0000 01 02 0000 0a000001 e0000016 9404 0000" +
		"22 00 0000 0000 0001 04 00 0000 ef000001"},
	{"DNS query with EDNS", packet.Raw, udp(49152, 53, "1234 0120 0001 0000 0000 0001 03 777777 07 6578616d706c65 03 636f6d 00 0001 0001"+
		"00 0029 04d0 0000 8000 0008 000a 0004 deadbeef")},
	{"DNS response", packet.Raw, udp(53, 49152, "1234 8583 0001 0006 0001 0000 03 777777 07 6578616d706c65 03 636f6d 00 00ff 0001"+ // offset 12; 16 is the domain
		"c00c 0005 0001 0000003c 0004 01 61 c010"+ // CNAME a
		"c02d 0001 0001 0000003c 0004 0a000003"+
		"c00c 001c 0001 0000003c 0010 20010db8000000000000000000000001"+
		"c00c 000f 0001 0000003c 0009 000a 04 6d 2e 5c 1b c010"+ // MX of a label with a point, a backslash and an escape
		"c00c 0010 0001 0000003c 000a 05 68656c6c6f 03 22 80 09"+
		"c00c 0021 0001 0000003c 000a 0001 0002 01bb 01 61 c010"+
		"c010 0006 0001 0000003c 0022 02 6e73 c010 06 706f7374 0d 61 c010"+"00000001 00000002 00000003 00000004 00000005"+"ffff")},
	{"mDNS", packet.Raw, udp(5353, 5353, "0000 8400 0001 0001 0000 0000 01 61 05 6c6f63616c 00 0001 8001 c00c 0001 8001 00000078 0004 0a000001 c00c 00")},
	{"DNS over TCP", packet.Raw, tcp(49152, 53, "001d 1234 0100 0001 0000 0000 0000 03 777777 07 6578616d706c65 00 0001 0001 00000000"+"0005 00")},
	{"HTTP request", packet.Raw, tcp(49152, 80, hex.EncodeToString([]byte("GET /\"\x1b[2J\xff\u00e9 HTTP/1.1\r\nHost: example.com\r\nX: \u009b\tb\r\n\r\nbody")))},
	{"HTTP response, cut", packet.Raw, tcp(80, 49152, hex.EncodeToString([]byte("HTTP/1.1 200 OK\r\nServer:")))},
	{"802.3", packet.Ethernet, "0180c2000000 020000000001 0007 424203 00000000"},
	{"STP", packet.Ethernet, "0180c2000000 020000000001 0027 424203" +
		"0000 02 02 3d 8000 020000000001 00000004 8001 020000000002 8002 0100 1400 0200 0f00 00" + "00000000"},
	{"topology change", packet.Ethernet, "0180c2000000 020000000001 0007 424203 0000 00 80" + strings.Repeat("00", 39)},
	{"SNAP with IPv4", packet.Ethernet, "020000000002 020000000001 0024 aaaa03 000000 0800 4500001c 0001 0000 40 fd 66d2 0a000001 0a000002 0102030405060708"},
	{"SNAP of Cisco", packet.Ethernet, "01000ccccccc 020000000001 000c aaaa03 00000c 2000 02b4 0102"},
	{"LLC supervisory", packet.LinuxSLL, "0000 0001 0006 0200000000010000 0004 f0f1 0105 aabb"},
	{"Multipath TCP", packet.Raw, "4500 00e4 0001 0000 40 06 660f 0a000001 0a000002" +
		"c000 0051 00000001 00000002 f010 ffff 0000 0000" +
		"1e0c 01 81 0102030405060708" + // MP_CAPABLE
		"1e0c 11 07 00000001 00000002" + // MP_JOIN
		"1e0c 2015 00000001" + "00000000" + // DSS that contradicts itself
		"1e04 4003" + // REMOVE_ADDR
		strings.Repeat("01", 0)},
	{"Multipath TCP data", packet.Raw, "4500 0060 0001 0000 40 06 6693 0a000001 0a000002" +
		"c000 0051 00000001 00000002 f010 ffff 0000 0000" +
		"1e14 2005 00000001 00000002 00000003 000a beef 0000" + // DSS
		"1e08 30 01 0a000003 1e04 51 02 0101 0101" + strings.Repeat("aa", 36)},
	{"Multipath TCP addresses", packet.Raw, "4500 004e 0001 0000 40 06 66a5 0a000001 0a000002" +
		"c000 0051 00000001 00000002 e010 ffff 0000 0000" +
		"1e16 30 01 20010db8000000000000000000000001 1f90 1e0c 6000 0000000000000007 0000" + "aaaa"},
	{"SCTP", packet.Raw, carryRaw(dissect.IPProtoSCTP, "1f90 1f91 00000007 00000000"+
		"01 00 0014 00000001 0000ffff 000a 000a 00000064"+ // INIT
		"00 03 0013 00000064 0001 0002 00000033 616263 00"+ // DATA
		"03 00 0018 00000064 0000ffff 0001 0001 0002 0003 00000065"+ // SACK
		"04 00 0008 00010004"+"40 00 0003 00")},
	{"AH", packet.Raw, carryRaw(dissect.IPProtoAH, "11 04 0000 00000100 00000001 0102030405060708090a0b0c 0050 0051 000a 0000 6869")},
	{"AH in IPv6, and ESP", packet.IPv6, "60000000 0028 33 40 20010db8000000000000000000000001 20010db8000000000000000000000002" +
		"32 04 0001 00000100 00000001 0102030405060708090a0b0c 00000200 00000002 deadbeef00000000"},
	{"IPComp", packet.Raw, carryRaw(dissect.IPProtoIPComp, "06 00 0002 78da0102")},
	{"mobility", packet.IPv6, "60000000 0010 87 40 20010db8000000000000000000000001 20010db8000000000000000000000002" +
		"3b 01 05 00 1234 0001 c000 000a 0102 0000"},
	{"GRE", packet.Raw, carryRaw(dissect.IPProtoGRE, "b000 0800 1234 0000 00000007 00000001 4500001c 0001 0000 40 fd 66d2 0a000001 0a000002 0102030405060708")},
	{"GRE with a route", packet.Raw, carryRaw(dissect.IPProtoGRE, "4000 6558 0000 0000 0800 00 04 0a000003 0000 00 00 020000000002 020000000001 88b5 0102")},
	{"PPTP", packet.Raw, carryRaw(dissect.IPProtoGRE, "3081 880b 0008 0001 00000001 00000002 ff03 c021 01 01 0004")},
	{"VXLAN", packet.Raw, udp(49153, 4789, "08000000 00000700 020000000002 020000000001 8100 0064 0806 0001 0800 06 04 0001 020000000001 0a000001 000000000000 0a000002")},
	{"VXLAN-GPE", packet.Raw, udp(49153, 4790, "0c000001 00000701 4500001c 0001 0000 40 fd 66d2 0a000001 0a000002 0102030405060708")},
	{"OTV", packet.Raw, udp(49153, 8472, "08000001 00000700 020000000002 020000000001 88b5 01")},
	{"Geneve", packet.Raw, udp(49153, 6081, "02 40 6558 000007 00 0102 83 01 deadbeef 020000000002 020000000001 88b5 0102")},
	{"MPLS", packet.Ethernet, "020000000002 020000000001 8847 00010040 000115ff 4500001c 0001 0000 40 fd 66d2 0a000001 0a000002 0102030405060708"},
	{"PPPoE discovery", packet.Ethernet, "ffffffffffff 020000000001 8863 11 09 0000 0010 0101 0002 6869 0103 0004 01020304 0000" + "00000000"},
	{"PPPoE session", packet.Ethernet, "020000000002 020000000001 8864 11 00 0007 001e 0021 4500001c 0001 0000 40 fd 66d2 0a000001 0a000002 0102030405060708"},
	{"PPP echo", packet.Ethernet, "020000000002 020000000001 8864 11 00 0007 000a c021 09 01 0008 00000001" + "0000"},
	{"OSPF hello", packet.Raw, carryRaw(dissect.IPProtoOSPF, "02 01 0030 0a000001 00000000 e5a4 0000 0000000000000000 ffffff00 000a 02 01 00000028 0a000001 00000000 0a000002")},
	{"OSPF update", packet.Raw, carryRaw(dissect.IPProtoOSPF, "02 04 0034 0a000001 00000000 0000 0001 6162636400000000 00000001 0001 02 01 0a000001 0a000001 80000001 1234 0018 01020304")},
	{"OSPF description", packet.Raw, carryRaw(dissect.IPProtoOSPF, "02 02 0034 0a000001 00000000 0000 0002 00000110 00000001 05dc 02 07 00000001 0001 02 02 0a000001 0a000001 80000001 1234 0020 0102030405060708090a0b0c0d0e0f10")},
	{"OSPFv3 request", packet.IPv6, "60000000 001c 59 01 fe800000000000000000000000000001 ff020000000000000000000000000005" +
		"03 03 001c 0a000001 00000000 1234 00 00 00002001 00000000 0a000002"},
	{"VRRP", packet.Raw, carryRaw(dissect.IPProtoVRRP, "21 07 64 01 00 01 79f5 0a000003 0000000000000000")},
	{"VRRPv3", packet.Raw, carryRaw(dissect.IPProtoVRRP, "31 07 64 01 0064 0000 0a000003")},
	{"DHCP discover", packet.Raw, udp(68, 67, "01 01 06 00 00000007 0001 8000"+strings.Repeat("00", 16)+"020000000001"+strings.Repeat("00", 10)+
		"736572766572"+strings.Repeat("00", 58)+"66696c65"+strings.Repeat("00", 124)+"63825363"+
		"35 01 01 32 04 0a000001 0c 01 61 37 03 01 03 06 33 04 00000e10 39 02 05dc 03 04 0a000003 3d 07 01 020000000001 ff 0000")},
	{"BOOTP reply", packet.Raw, udp(67, 68, "02 01 06 00 00000007 0001 0000"+strings.Repeat("00", 16)+"020000000001"+strings.Repeat("00", 202)+"01020304")},
	{"BOOTP with bytes that should be zero", packet.Raw, udp(67, 68, "02 01 06 00 00000007 0001 0001"+strings.Repeat("00", 16)+"020000000001"+strings.Repeat("01", 202))},
	{"DHCPv6", packet.Raw, udp(546, 547, "01 000007 0001 0004 01020304 0006 0004 0017 0018 0008 0002 0064"+
		"0003 0028 00000001 00000e10 00001518 0005 0018 20010db8000000000000000000000001 00001c20 00001c20"+
		"0019 0029 00000001 00000e10 00001518 001a 0019 00001c20 00001c20 40 20010db8000000000000000000000000"+
		"0017 0010 20010db8000000000000000000000035 000d 0004 0000 6f6b 0007 0001 ff")},
	{"DHCPv6 relayed", packet.Raw, udp(547, 547, "0c 01"+strings.Repeat("00", 15)+"01"+strings.Repeat("00", 15)+"02"+"0009 0004 01 000007")},
	{"NTP", packet.Raw, udp(123, 123, "1c 02 06 e9 00000100 00000200 c0000201 e0000000 00000000 e0000001 80000000 e0000002 40000000 e0000003 20000000 0001")},
	{"NTP control", packet.Raw, udp(123, 123, "16 02 0001 0000 0000 0000 0000")},
	{"RADIUS", packet.Raw, udp(49153, 1812, "01 07 003b 000102030405060708090a0b0c0d0e0f 01 06 75736572 04 06 0a000003 05 06 00000001 1a 0c 00000009 01 06 61626364 18 03 ff 50 02 01 05 6162")},
	{"RADIUS with a bad attribute", packet.Raw, udp(1812, 49153, "02 07 0016 000102030405060708090a0b0c0d0e0f 12 01 ff")},
	{"RPC call", packet.Raw, udp(800, 2049, "00000007 00000000 00000002 000186a3 00000003 00000001 00000001 00000008 0000000000000000 00000000 00000000 deadbeef")},
	{"RPC reply over TCP", packet.Raw, tcp(2049, 800, "8000001c 00000007 00000001 00000000 00000000 00000000 00000000 cafebabe 80")},
	{"RPC denied", packet.Raw, udp(2049, 800, "00000007 00000001 00000001 00000001 00000002")},
	{"not RPC", packet.Raw, tcp(2049, 800, "00000007 00000001")},
	{"TFTP read", packet.Raw, udp(49153, 69, "0001 66 00 6f63746574 00 7473697a65 00 30 00")},
	{"TFTP data", packet.Raw, udp(49153, 69, "0003 0001 616263")},
	{"TFTP error", packet.Raw, udp(49153, 69, "0005 0001 6e6f 00")},
	{"TFTP acknowledgements", packet.Raw, udp(49153, 69, "0006 7473697a65 00 39 00")},
	{"node information", packet.IPv6, icmp6("8b 00 0000 0002 0000 0102030405060708 20010db8000000000000000000000001")},
	{"node information reply", packet.IPv6, icmp6("8c 00 0000 0002 0000 0102030405060708 00000000 01 61 00 00")},
	{"RPL DIO", packet.IPv6, icmp6("9b 01 0000 1e 01 0100 88 02 00 00 20010db8000000000000000000000001 04 02 0102 00")},
	{"RPL DAO", packet.IPv6, icmp6("9b 02 0000 1e c0 00 03 20010db8000000000000000000000001 05 04 00 80 0102")},
	{"RPL DAO-ACK", packet.IPv6, icmp6("9b 03 0000 1e 00 03 01")},
	{"RPL, secured", packet.IPv6, icmp6("9b 81 0000 0102030405")},
	{"home agents", packet.IPv6, icmp6("91 00 0000 0007 0000 20010db8000000000000000000000001")},
	{"renumbering", packet.IPv6, icmp6("8a 00 0000 00000007 01 80 0064 00000000 0102")},
	{"a tunnel that ends in itself", packet.Raw, carryRaw(dissect.IPProtoGRE, "0000 8100 0064 8100 0065 0800 4500001c 0001 0000 40 2f 0000 0a000001 0a000002 0000 8100 0066 88b5")},
	{"unknown link type", 9999, "00112233"},
	{"IP of no version", packet.Raw, "00112233"},
}

// udp and tcp return an IPv4 packet from 10.0.0.1 to 10.0.0.2 that carries data.
func udp(sport, dport uint16, data string) string {
	h := &dissect.UDP{SrcPort: sport, DstPort: dport}
	h.PseudoSum = dissect.PseudoSum([]byte{10, 0, 0, 1}, []byte{10, 0, 0, 2}, dissect.IPProtoUDP, dissect.UDPLen+size(data))
	return carry(dissect.IPProtoUDP, h, data)
}

func tcp(sport, dport uint16, data string) string {
	h := &dissect.TCP{SrcPort: sport, DstPort: dport, Seq: 1, Ack: 2, Flags: dissect.FlagPSH | dissect.FlagACK, Window: 0xffff}
	h.PseudoSum = dissect.PseudoSum([]byte{10, 0, 0, 1}, []byte{10, 0, 0, 2}, dissect.IPProtoTCP, dissect.TCPLen+size(data))
	return carry(dissect.IPProtoTCP, h, data)
}

// carryRaw returns an IPv4 packet of any protocol, and icmp6 an ICMPv6 message in
// IPv6.
func carryRaw(proto uint8, data string) string { return carry(proto, gopacket.Payload(nil), data) }

func icmp6(data string) string {
	return fmt.Sprintf("60000000 %04x 3a 40 20010db8000000000000000000000001 20010db8000000000000000000000002 %s", size(data), data)
}

func size(data string) int { return len(strings.ReplaceAll(data, " ", "")) / 2 }

func carry(proto uint8, transport gopacket.SerializableLayer, data string) string {
	b, err := hex.DecodeString(strings.ReplaceAll(data, " ", ""))
	if err != nil {
		panic(err)
	}
	ip := &dissect.IPv4{Version: 4, ID: 1, TTL: 64, Protocol: proto, Src: [4]byte{10, 0, 0, 1}, Dst: [4]byte{10, 0, 0, 2}}
	buf := gopacket.NewSerializeBuffer()
	o := gopacket.SerializeOptions{FixLengths: true, ComputeChecksums: true}
	if err := gopacket.SerializeLayers(buf, o, ip, transport, gopacket.Payload(b)); err != nil {
		panic(err)
	}
	return hex.EncodeToString(buf.Bytes())
}

// packetOf returns the packet of a sample, all of it captured.
func packetOf(tb testing.TB, s *sample) *packet.Packet {
	tb.Helper()
	b, err := hex.DecodeString(strings.ReplaceAll(s.b, " ", ""))
	if err != nil {
		tb.Fatalf("%s: %v", s.name, err)
	}
	return &packet.Packet{Data: b, WireLen: uint32(len(b)), LinkType: s.link, Time: packet.Time{Sec: 1700000000, Frac: 123456}}
}

const goldenFile = "testdata/golden.ndjson"

// TestGolden compares each sample's line with the one recorded.
func TestGolden(t *testing.T) {
	v := New(Options{})
	var got []byte
	for i := range samples {
		got = v.Append(got, packetOf(t, &samples[i]))
	}
	if *update {
		if err := os.WriteFile(goldenFile, got, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(goldenFile)
	if err != nil {
		t.Fatal(err)
	}
	g, w := bytes.Split(got, []byte("\n")), bytes.Split(want, []byte("\n"))
	if len(g) != len(w) {
		t.Fatalf("%d lines, want %d; go test -update rewrites them", len(g), len(w))
	}
	for i := range g {
		if !bytes.Equal(g[i], w[i]) {
			t.Errorf("%s:\n%s, want\n%s", samples[i].name, g[i], w[i])
		}
	}
}

// valid says what is wrong with a line: one object of JSON in UTF-8, without
// control characters, in which no name occurs twice.
func valid(line []byte) error {
	if len(line) == 0 || line[len(line)-1] != '\n' || bytes.Count(line, []byte("\n")) != 1 {
		return errors.New("not one line")
	}
	if !utf8.Valid(line) {
		return errors.New("not UTF-8")
	}
	for _, r := range string(line[:len(line)-1]) {
		if r < ' ' || r >= 0x7f && r < 0xa0 || r == 0x2028 || r == 0x2029 {
			return fmt.Errorf("control character %U", r)
		}
	}
	d := json.NewDecoder(bytes.NewReader(line))
	d.UseNumber()
	if err := names(d); err != nil {
		return err
	}
	if _, err := d.Token(); err != io.EOF {
		return fmt.Errorf("after the object: %v", err)
	}
	return nil
}

// names reads one value and looks for names that occur twice in an object.
func names(d *json.Decoder) error {
	tok, err := d.Token()
	if err != nil {
		return err
	}
	switch tok {
	case json.Delim('{'):
		seen := map[string]bool{}
		for d.More() {
			k, err := d.Token()
			if err != nil {
				return err
			}
			if seen[k.(string)] {
				return fmt.Errorf("name %q occurs twice", k)
			}
			seen[k.(string)] = true
			if err := names(d); err != nil {
				return err
			}
		}
		_, err = d.Token()
	case json.Delim('['):
		for d.More() {
			if err := names(d); err != nil {
				return err
			}
		}
		_, err = d.Token()
	}
	return err
}

// TestEveryLength shows each sample cut at every byte, by the capture and by
// the wire.
func TestEveryLength(t *testing.T) {
	v := New(Options{})
	for i := range samples {
		pkt := packetOf(t, &samples[i])
		whole := pkt.Data
		for n := range len(whole) + 1 {
			pkt.Data = whole[:n:n]
			for _, wire := range []int{len(whole), n} {
				pkt.WireLen = uint32(wire)
				line := v.Append(nil, pkt)
				if err := valid(line); err != nil {
					t.Fatalf("%s, %d of %d bytes: %v\n%s", samples[i].name, n, wire, err, line)
				}
				cut := bytes.Contains(line, []byte(`"truncated":true`))
				if n < wire && !cut {
					t.Fatalf("%s, %d of %d bytes: not said to be truncated\n%s", samples[i].name, n, wire, line)
				}
			}
		}
	}
}

func TestEnvelope(t *testing.T) {
	all := []packet.Interface{{Name: "lo"}, {Name: "eth\x1b\"0", NetNS: "blue"}}
	v := New(Options{Interfaces: func() []packet.Interface { return all }})
	v.Skip()
	got := string(v.Append([]byte("before"), &packet.Packet{
		WireLen: 7, Interface: 1, Time: packet.Time{Sec: -1, Frac: 1000000001, Unit: packet.Nano}, LinkType: 9999,
		Direction: packet.Out, Extra: &packet.Extra{Comments: []string{"a\xffb\u009b\u2028\u202e\u2066\u200f\u061c\u2070", ""}},
	}))
	want := `before{"schema":1,"number":2,"time":"1970-01-01T00:00:00.000000001Z","epoch":"0.000000001",` +
		`"interface_id":1,"interface":"eth\u001b\"0","netns":"blue","direction":"out","link_type":9999,"length":7,"captured":0,` +
		`"truncated":true,"comments":["a\ufffdb\u009b\u2028\u202e\u2066\u200f\u061c` + "\u2070" + `",""],"layers":[]}` + "\n"
	if got != want {
		t.Errorf("got\n%s, want\n%s", got, want)
	}
}

func TestTimes(t *testing.T) {
	for _, tc := range []struct {
		t    packet.Time
		want string
	}{
		{packet.Time{Sec: 1418145370, Frac: 7}, `"time":"2014-12-09T17:16:10.000007000Z","epoch":"1418145370.000007000"`},
		{packet.Time{Sec: 1418145370, Frac: 7, Unit: packet.Nano}, `"time":"2014-12-09T17:16:10.000000007Z","epoch":"1418145370.000000007"`},
		{packet.Time{Sec: 10, Frac: 2500000}, `"time":"1970-01-01T00:00:12.500000000Z","epoch":"12.500000000"`},
		{packet.Time{Sec: -1, Frac: 900000}, `"time":"1969-12-31T23:59:59.900000000Z","epoch":"-0.100000000"`},
		{packet.Time{Sec: -2, Frac: 250000}, `"time":"1969-12-31T23:59:58.250000000Z","epoch":"-1.750000000"`},
		{packet.Time{Sec: lastSecond + 1}, `"epoch":"253402300800.000000000"`},
		{packet.Time{Sec: firstSecond}, `"time":"0000-01-01T00:00:00.000000000Z","epoch":"-62167219200.000000000"`},
		{packet.Time{Sec: 1<<63 - 1, Frac: 4294967295}, `"epoch":"9223372036854775807.4294967295000"`},
		{packet.Time{Sec: -1 << 63, Frac: 1}, `"epoch":"-9223372036854775807.999999000"`},
	} {
		line := string(New(Options{}).Append(nil, &packet.Packet{Time: tc.t}))
		if !strings.HasPrefix(line, `{"schema":1,"number":1,`+tc.want+`,"interface_id"`) {
			t.Errorf("%+v: %s, want %s", tc.t, line, tc.want)
		}
	}
}

// TestChecksums shows the verdicts on a UDP checksum.
func TestChecksums(t *testing.T) {
	const datagram = "4500 0020 0001 0000 40 11 66ca 0a000001 0a000002 0050 0051 000c "
	for _, tc := range []struct {
		name, b string
		flags   packet.Flags
		o       Options
		want    string
	}{
		{"good", datagram + "e72c 01020304", 0, Options{}, `"checksum":59180,"checksum_status":"good"`},
		{"bad", datagram + "1234 01020304", 0, Options{}, `"checksum":4660,"checksum_status":"bad","checksum_expected":59180`},
		{"none", datagram + "0000 01020304", 0, Options{}, `"checksum":0,"checksum_status":"none"`},
		{"cut", datagram + "1234 010203", 0, Options{}, `"checksum":4660,"checksum_status":"unverified"`},
		{"pending", datagram + "1234 01020304", packet.ChecksumPending, Options{}, `"checksum":4660,"checksum_status":"pending"`},
		{"not wanted", datagram + "1234 01020304", 0, Options{NoChecksums: true}, `"checksum":4660,"checksum_status":"unverified"`},
		{"first fragment", strings.Replace(datagram, "0001 0000", "0001 2000", 1) + "1234 01020304", 0, Options{}, `"checksum":4660,"checksum_status":"unverified"`},
	} {
		pkt := packetOf(t, &sample{tc.name, packet.Raw, tc.b})
		pkt.Flags = tc.flags
		line := string(New(tc.o).Append(nil, pkt))
		if want := `"length":12,` + tc.want + "}"; !strings.Contains(line, want) {
			t.Errorf("%s: no %s in\n%s", tc.name, want, line)
		}
	}
}

// TestNesting shows more tunnels than there may be.
func TestNesting(t *testing.T) {
	var b []byte
	for n := 100; n > 0; n-- {
		size := n * 20
		b = append(b, 0x45, 0, byte(size>>8), byte(size), 0, 1, 0, 0, 64, 4, 0, 0, 10, 0, 0, 1, 10, 0, 0, 2)
	}
	line := New(Options{}).Append(nil, &packet.Packet{Data: b, WireLen: uint32(len(b)), LinkType: packet.Raw})
	if err := valid(line); err != nil {
		t.Fatalf("%v\n%s", err, line)
	}
	if n := bytes.Count(line, []byte(`"inner"`)); n < 10 || n > 100 {
		t.Errorf("%d inner objects", n)
	}
}

func TestAllocations(t *testing.T) {
	v := New(Options{})
	buf := make([]byte, 0, 1<<16)
	for i := range samples {
		pkt := packetOf(t, &samples[i])
		if n := testing.AllocsPerRun(10, func() { v.Append(buf, pkt) }); n != 0 {
			t.Errorf("%s: %v allocations", samples[i].name, n)
		}
	}
}

// FuzzView shows any bytes of any link type: the line is valid, and its first
// layers do not depend on what was not captured.
func FuzzView(f *testing.F) {
	for i := range samples {
		pkt := packetOf(f, &samples[i])
		f.Add(uint16(pkt.LinkType), pkt.Data, uint16(len(pkt.Data)), uint16(len(pkt.Data)))
	}
	f.Fuzz(func(t *testing.T, link uint16, b []byte, captured, wire uint16) {
		n := min(int(captured), len(b))
		pkt := &packet.Packet{Data: b[:n], WireLen: uint32(wire), LinkType: packet.LinkType(link)}
		v := New(Options{})
		line := v.Append(nil, pkt)
		if err := valid(line); err != nil {
			t.Fatalf("%v\n%s", err, line)
		}
		pkt.Data = bytes.Clone(b[:n])
		if again := New(Options{}).Append(nil, pkt); !bytes.Equal(line, again) {
			t.Fatalf("depends on what follows:\n%s%s", line, again)
		}
	})
}

func BenchmarkView(b *testing.B) {
	for _, i := range []int{0, 1, 9} {
		b.Run(samples[i].name, func(b *testing.B) {
			pkt := packetOf(b, &samples[i])
			v := New(Options{})
			var buf []byte
			b.ReportAllocs()
			for b.Loop() {
				buf = v.Append(buf[:0], pkt)
			}
			b.SetBytes(int64(len(buf)))
		})
	}
}

// TestDocumented looks for every field of the samples and captures in
// docs/json.md, for those that each line should have, and for lines with the
// layers that the document tells of.
func TestDocumented(t *testing.T) {
	doc, err := os.ReadFile("../../docs/json.md")
	if err != nil {
		t.Fatal(err)
	}
	v := New(Options{})
	seen, layers := map[string]bool{}, map[string]bool{}
	see := func(name string, pkt *packet.Packet) {
		var line map[string]any
		if err := json.Unmarshal(v.Append(nil, pkt), &line); err != nil {
			t.Fatal(err)
		}
		for _, k := range []string{"schema", "number", "epoch", "interface_id", "link_type", "length", "captured", "layers"} {
			if _, ok := line[k]; !ok {
				t.Errorf("%s: no %s", name, k)
			}
		}
		if _, ok := line["link_type_name"]; !ok && pkt.LinkType.Description() != "" {
			t.Errorf("%s: no link_type_name", name)
		}
		for _, l := range line["layers"].([]any) {
			layers[l.(string)] = true
		}
		collect(line, seen)
	}
	for i := range samples {
		see(samples[i].name, packetOf(t, &samples[i]))
	}
	captured(t, see)
	for k := range seen {
		// The word beside a number is documented once for all.
		k, _ := strings.CutSuffix(k, "_name")
		if !bytes.Contains(doc, []byte("`"+k+"`")) {
			t.Errorf("docs/json.md does not tell of %s", k)
		}
	}
	names := regexp.MustCompile("\\*\\*`([a-z0-9-]+)`\\*\\*").FindAllSubmatch(doc, -1)
	if len(names) < 30 {
		t.Errorf("%d layers in docs/json.md", len(names))
	}
	for _, m := range names {
		if !layers[string(m[1])] {
			t.Errorf("docs/json.md tells of %s, which is in no sample", m[1])
		}
	}
}

// collect gathers the names of all members.
func collect(v any, seen map[string]bool) {
	switch v := v.(type) {
	case map[string]any:
		for k, m := range v {
			seen[k] = true
			collect(m, seen)
		}
	case []any:
		for _, m := range v {
			collect(m, seen)
		}
	}
}
