package inject

import (
	"encoding/binary"
	"fmt"
	"net/netip"

	"github.com/google/gopacket"

	"wiredump/dissect"
)

// Of a probe's headers. Linux's own SYN looks the same, and some hosts do not
// answer a SYN without options.
const (
	probeTTL         = 64
	probeWindowScale = 7
	tcpOptionLen     = 20
	probeTCPLen      = dissect.TCPLen + tcpOptionLen
	// maxProbe is the length in bytes of the longest probe, with an Ethernet
	// header over IPv6.
	maxProbe = dissect.EthernetLen + dissect.IPv6Len + probeTCPLen
)

// A template is a SYN with everything in place but what differs from probe to
// probe: hardware and IP destination, identification, ports, sequence number,
// time stamp and the two checksums. The sums over the rest are kept beside it.
type template struct {
	frame   []byte // Ethernet header, IP header, TCP header
	ip, tcp int    // offsets
	ipSum   uint64 // running sums over the fixed parts; see dissect.Sum
	tcpSum  uint64
	v6      bool
}

// newTemplate crafts the SYN for probes from a source address. link says
// whether there is an Ethernet header in front, from hardware address hw.
func newTemplate(src netip.Addr, link bool, hw [6]byte, mtu int) (*template, error) {
	t := &template{v6: !src.Is4()}
	proto := uint8(dissect.IPProtoTCP)
	mss := mtu - dissect.IPv4Len - dissect.TCPLen
	var layers []gopacket.SerializableLayer
	tcp := &dissect.TCP{Flags: dissect.FlagSYN}
	eth := &dissect.Ethernet{Src: hw, Type: dissect.EtherTypeIPv4}
	if link {
		t.ip = dissect.EthernetLen
		layers = append(layers, eth)
	}
	if t.v6 {
		eth.Type = dissect.EtherTypeIPv6
		mss = mtu - dissect.IPv6Len - dissect.TCPLen
		ip := &dissect.IPv6{Version: 6, NextHeader: proto, HopLimit: probeTTL, Src: src.As16()}
		layers = append(layers, ip)
		tcp.PseudoSum = dissect.PseudoSum(ip.Src[:], ip.Dst[:], proto, probeTCPLen)
		t.tcp = t.ip + dissect.IPv6Len
	} else {
		ip := &dissect.IPv4{Version: 4, Flags: dissect.IPv4DontFragment, TTL: probeTTL, Protocol: proto, Src: src.As4()}
		layers = append(layers, ip)
		tcp.PseudoSum = dissect.PseudoSum(ip.Src[:], ip.Dst[:], proto, probeTCPLen)
		t.tcp = t.ip + dissect.IPv4Len
	}
	mss = min(max(mss, 536), 65495)
	// The window that Linux offers first: all of 16 bits, in whole segments.
	tcp.Window = uint16(65535 / mss * mss)
	tcp.Options = synOptions(uint16(mss))
	layers = append(layers, tcp)

	buf := gopacket.NewSerializeBuffer()
	opts := gopacket.SerializeOptions{FixLengths: true, ComputeChecksums: true}
	if err := gopacket.SerializeLayers(buf, opts, layers...); err != nil {
		return nil, fmt.Errorf("inject: craft SYN: %w", err)
	}
	t.frame = buf.Bytes()
	// A checksum is the complement of the sum over what it covers.
	t.tcpSum = uint64(^binary.BigEndian.Uint16(t.frame[t.tcp+16:]))
	if !t.v6 {
		t.ipSum = uint64(^binary.BigEndian.Uint16(t.frame[t.ip+10:]))
	}
	return t, nil
}

// synOptions returns the options of Linux's SYN, with a zero time stamp:
//
//	MSS, SACK permitted, time stamps (value, echo), nop, window scale
func synOptions(mss uint16) dissect.TCPOptions {
	o := make([]byte, 0, tcpOptionLen)
	o = append(o, dissect.TCPOptMSS, 4, byte(mss>>8), byte(mss))
	o = append(o, dissect.TCPOptSACKPermitted, 2)
	o = append(o, dissect.TCPOptTimestamp, 10, 0, 0, 0, 0, 0, 0, 0, 0)
	return append(o, dissect.TCPOptNop, dissect.TCPOptWindowScale, 3, probeWindowScale)
}

// tsvalOffset is where the time stamp value stands behind the TCP header's
// start.
const tsvalOffset = dissect.TCPLen + 4 + 2 + 2

// A probe is what differs from one SYN to the next.
type probe struct {
	dst              addr128
	hw               [6]byte
	id               uint16 // IPv4 identification, or 16 bits of the IPv6 flow label
	srcPort, dstPort uint16
	seq, tsval       uint32
}

// patch makes b, a copy of the template's frame in which earlier probes may
// have been patched, that of the probe.
func (t *template) patch(b []byte, p *probe) {
	b = b[:t.tcp+probeTCPLen]
	if t.ip != 0 {
		copy(b[:6], p.hw[:])
	}
	sum := t.tcpSum + uint64(p.srcPort) + uint64(p.dstPort) + uint64(p.seq>>16) + uint64(p.seq&0xffff) + uint64(p.tsval>>16) + uint64(p.tsval&0xffff)
	ip := b[t.ip:]
	if t.v6 {
		binary.BigEndian.PutUint16(ip[2:], p.id) // not under any checksum
		binary.BigEndian.PutUint64(ip[24:], p.dst.hi)
		binary.BigEndian.PutUint64(ip[32:], p.dst.lo)
		sum += words(p.dst.hi) + words(p.dst.lo)
	} else {
		dst := p.dst.lo & 0xffffffff
		binary.BigEndian.PutUint16(ip[4:], p.id)
		binary.BigEndian.PutUint16(ip[10:], dissect.Fold(t.ipSum+uint64(p.id)+dst>>16+dst&0xffff))
		binary.BigEndian.PutUint32(ip[16:], uint32(dst))
		sum += dst>>16 + dst&0xffff
	}
	tcp := b[t.tcp:]
	binary.BigEndian.PutUint16(tcp[0:], p.srcPort)
	binary.BigEndian.PutUint16(tcp[2:], p.dstPort)
	binary.BigEndian.PutUint32(tcp[4:], p.seq)
	binary.BigEndian.PutUint32(tcp[tsvalOffset:], p.tsval)
	binary.BigEndian.PutUint16(tcp[16:], dissect.Fold(sum))
}

// words returns the sum of the four 16-bit words of x.
func words(x uint64) uint64 { return x>>48 + x>>32&0xffff + x>>16&0xffff + x&0xffff }
