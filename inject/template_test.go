package inject

import (
	"math/rand/v2"
	"net/netip"
	"testing"

	"github.com/google/gopacket"
	"github.com/google/gopacket/layers"

	"wiredump/dissect"
)

var templateCases = []struct {
	name     string
	src, dst string
	link     bool
	mtu      int
	mss      uint16
	window   uint16
}{
	{"IPv4 over Ethernet", "192.0.2.1", "198.51.100.7", true, 1500, 1460, 64240},
	{"IPv6 over Ethernet", "2001:db8::1", "2001:db8::ffff:7", true, 1500, 1440, 64800},
	{"IPv4, no link", "192.0.2.1", "198.51.100.7", false, 1400, 1360, 65280},
	{"IPv6, no link", "2001:db8::1", "2001:db8::7", false, 1280, 1220, 64660},
	{"loopback", "127.0.0.1", "127.0.0.1", true, 65536, 65495, 65495},
}

// TestTemplate patches random probes into one frame, again and again, and has
// gopacket's own decoders read them; the checksums are computed afresh.
func TestTemplate(t *testing.T) {
	rng := rand.New(rand.NewPCG(5, 6))
	for _, tt := range templateCases {
		t.Run(tt.name, func(t *testing.T) {
			src, dst := netip.MustParseAddr(tt.src), netip.MustParseAddr(tt.dst)
			tmpl, err := newTemplate(src, tt.link, [6]byte{2, 0, 0, 0, 0, 1}, tt.mtu)
			if err != nil {
				t.Fatal(err)
			}
			b := append([]byte(nil), tmpl.frame...)
			if len(b) > maxProbe {
				t.Fatalf("%d bytes, more than %d", len(b), maxProbe)
			}
			for i := range 500 {
				p := probe{
					dst: toAddr128(dst).add(rng.Uint64N(1 << 16)),
					hw:  [6]byte{2, 9, 9, 9, byte(i >> 8), byte(i)},
					id:  uint16(rng.Uint32()), srcPort: uint16(rng.Uint32()), dstPort: uint16(rng.Uint32()),
					seq: rng.Uint32(), tsval: rng.Uint32(),
				}
				tmpl.patch(b, &p)
				checkProbe(t, b, &p, tt.link, src, tt.mss, tt.window)
			}
		})
	}
}

func checkProbe(t *testing.T, b []byte, p *probe, link bool, src netip.Addr, mss, window uint16) {
	t.Helper()
	first := gopacket.Decoder(layers.LayerTypeEthernet)
	if !link {
		first = layers.LayerTypeIPv4
		if src.Is6() {
			first = layers.LayerTypeIPv6
		}
	}
	pkt := gopacket.NewPacket(b, first, gopacket.Default)
	if e := pkt.ErrorLayer(); e != nil {
		t.Fatalf("%v", e.Error())
	}
	if link {
		eth := pkt.LinkLayer().(*layers.Ethernet)
		if [6]byte(eth.DstMAC) != p.hw || [6]byte(eth.SrcMAC) != ([6]byte{2, 0, 0, 0, 0, 1}) {
			t.Fatalf("hardware addresses %v > %v", eth.SrcMAC, eth.DstMAC)
		}
	}
	var sum uint64
	switch ip := pkt.NetworkLayer().(type) {
	case *layers.IPv4:
		if addrOf(ip.SrcIP) != src || addrOf(ip.DstIP) != p.dst.netip() || ip.Id != p.id || ip.TTL != 64 || ip.Flags != layers.IPv4DontFragment {
			t.Fatalf("IPv4 header %+v", ip)
		}
		if c := dissect.Checksum(ip.Contents); c != 0 {
			t.Fatalf("IPv4 checksum is off by %#x", c)
		}
		sum = dissect.PseudoSum(ip.SrcIP.To4(), ip.DstIP.To4(), 6, len(ip.Payload))
	case *layers.IPv6:
		if addrOf(ip.SrcIP) != src || addrOf(ip.DstIP) != p.dst.netip() || uint16(ip.FlowLabel) != p.id || ip.HopLimit != 64 {
			t.Fatalf("IPv6 header %+v", ip)
		}
		sum = dissect.PseudoSum(ip.SrcIP, ip.DstIP, 6, len(ip.Payload))
	default:
		t.Fatal("no IP header")
	}
	tcp, ok := pkt.TransportLayer().(*layers.TCP)
	if !ok {
		t.Fatal("no TCP header")
	}
	segment := append(append([]byte(nil), tcp.Contents...), tcp.Payload...)
	if c := dissect.Fold(dissect.Sum(sum, segment)); c != 0 {
		t.Fatalf("TCP checksum is off by %#x", c)
	}
	if uint16(tcp.SrcPort) != p.srcPort || uint16(tcp.DstPort) != p.dstPort || tcp.Seq != p.seq || tcp.Ack != 0 || tcp.Window != window {
		t.Fatalf("TCP header %+v", tcp)
	}
	if !tcp.SYN || tcp.ACK || tcp.RST || tcp.FIN || tcp.PSH || tcp.URG || tcp.ECE || tcp.CWR || tcp.NS || len(tcp.Payload) != 0 {
		t.Fatalf("not a bare SYN: %+v", tcp)
	}
	want := []layers.TCPOption{
		{OptionType: layers.TCPOptionKindMSS, OptionLength: 4, OptionData: []byte{byte(mss >> 8), byte(mss)}},
		{OptionType: layers.TCPOptionKindSACKPermitted, OptionLength: 2},
		{OptionType: layers.TCPOptionKindTimestamps, OptionLength: 10, OptionData: []byte{byte(p.tsval >> 24), byte(p.tsval >> 16), byte(p.tsval >> 8), byte(p.tsval), 0, 0, 0, 0}},
		{OptionType: layers.TCPOptionKindNop, OptionLength: 1},
		{OptionType: layers.TCPOptionKindWindowScale, OptionLength: 3, OptionData: []byte{7}},
	}
	if len(tcp.Options) != len(want) {
		t.Fatalf("options %v", tcp.Options)
	}
	for i, o := range tcp.Options {
		if o.OptionType != want[i].OptionType || o.OptionLength != want[i].OptionLength || string(o.OptionData) != string(want[i].OptionData) {
			t.Fatalf("option %d is %v, want %v", i, o, want[i])
		}
	}
}

func TestPatchDoesNotAllocate(t *testing.T) {
	tmpl, err := newTemplate(netip.MustParseAddr("2001:db8::1"), true, [6]byte{2}, 1500)
	if err != nil {
		t.Fatal(err)
	}
	b := append([]byte(nil), tmpl.frame...)
	p := probe{dst: toAddr128(netip.MustParseAddr("2001:db8::2"))}
	if n := testing.AllocsPerRun(100, func() { tmpl.patch(b, &p) }); n != 0 {
		t.Errorf("%v allocations", n)
	}
}

func BenchmarkPatch(b *testing.B) {
	tmpl, err := newTemplate(netip.MustParseAddr("192.0.2.1"), true, [6]byte{2}, 1500)
	if err != nil {
		b.Fatal(err)
	}
	buf := append([]byte(nil), tmpl.frame...)
	p := probe{dst: toAddr128(netip.MustParseAddr("192.0.2.2"))}
	for b.Loop() {
		p.seq++
		tmpl.patch(buf, &p)
	}
}
