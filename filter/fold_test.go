package filter

import (
	"errors"
	"testing"

	"wiredump/capture/packet"
)

// datagram returns a UDP datagram from 10.0.0.1 to 10.0.0.2, behind what a link
// type has before IPv4.
func datagram(link packet.LinkType, src, dst byte) []byte {
	var f []byte
	switch link {
	case packet.Ethernet:
		f = append(make([]byte, 12), 0x08, 0)
	case packet.PPP:
		f = []byte{0xff, 0x03, 0, 0x21}
	case packet.IEEE80211:
		f = append(make([]byte, 24), 0xaa, 0xaa, 3, 0, 0, 0, 0x08, 0)
		f[0] = 0x08 // a data frame
	}
	f = append(f, 0x45, 0, 0, 28, 0, 0, 0, 0, 64, 17, 0, 0, 10, 0, 0, 1, 10, 0, 0, 2)
	return append(f, 0, src, 0, dst, 0, 8, 0, 0)
}

// TestCutPackets pins which loads happen, and in which order: the verdicts are
// those of libpcap 1.10.3 on a packet that ends too early.
func TestCutPackets(t *testing.T) {
	for _, c := range []struct {
		link   packet.LinkType
		expr   string
		length int // 0: whole
		src    byte
		want   bool
	}{
		// The source port is 80, and the packet ends before the destination.
		{packet.Ethernet, "not src or dst port 53 or 80", 36, 80, false},
		{packet.Ethernet, "not src or dst port 53 or 80", 0, 80, true},
		{packet.Ethernet, "port 80", 36, 80, true},
		{packet.Ethernet, "port 53", 36, 80, false},
		{packet.Ethernet, "port 53 or 80", 36, 80, true}, // pulled up
		// Of the addresses, the second is the source.
		{packet.Ethernet, "host 10.0.0.9 or 10.0.0.1", 30, 0, true}, // pulled up
		{packet.Ethernet, "not host 10.0.0.9 or host 10.0.0.1", 30, 0, false},
		{packet.IEEE80211, "host 10.0.0.9 or 10.0.0.1", 48, 0, false},
		{packet.IEEE80211, "host 10.0.0.9 or 10.0.0.1", 0, 0, true},
		{packet.IEEE80211, "src host 10.0.0.9 or 10.0.0.1", 48, 0, true},
		// Loads go with tests that repeat others, not with those that are
		// always true for another reason.
		{packet.Ethernet, "arp or not arp", 10, 0, true},
		{packet.Ethernet, "greater 0", 10, 0, true},
		{packet.Ethernet, "arp or ip or greater 0", 10, 0, false},
		{packet.Ethernet, "arp or ip or greater 0", 14, 0, true},
		{packet.Ethernet, "ah and less 6 or greater 0", 23, 0, false},
		{packet.Ethernet, "ah and less 6 or greater 0", 24, 0, true},
		// The first load stays.
		{packet.PPP, "ip6 and ipx or greater 0", 3, 0, false},
		{packet.PPP, "ip6 and ipx or greater 0", 4, 0, true},
		// With protochain, all loads stay.
		{packet.Ethernet, "arp or not arp or ip protochain 6", 10, 0, false},
		{packet.Ethernet, "arp or not arp or ip protochain 6", 14, 0, true},
	} {
		p, err := Compile(c.expr, Options{LinkType: c.link})
		if err != nil {
			t.Errorf("%v %s: %v", c.link, c.expr, err)
			continue
		}
		whole := datagram(c.link, c.src, 7)
		data := whole
		if c.length > 0 {
			data = whole[:c.length]
		}
		if got := p.Run(data, uint32(len(whole)), Meta{}) != 0; got != c.want {
			t.Errorf("%v %s: %v of %d bytes, want %v\n%s", c.link, c.expr, got, len(data), c.want, p)
		}
	}
}

// TestBothPorts: what src and dst ask of a list is one member for both.
func TestBothPorts(t *testing.T) {
	p, err := Compile("src and dst port 53 or 80 or 443 or 1 or 2 or 3 or 4 or 5 or 6 or 7", Options{LinkType: packet.Ethernet})
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		src, dst byte
		want     bool
	}{{80, 80, true}, {7, 7, true}, {53, 80, false}, {80, 9, false}} {
		f := datagram(packet.Ethernet, c.src, c.dst)
		if got := p.Run(f, uint32(len(f)), Meta{}) != 0; got != c.want {
			t.Errorf("from %d to %d: %v, want %v", c.src, c.dst, got, c.want)
		}
	}
}

// TestContradictions: an expression is refused for what libpcap sees of it.
func TestContradictions(t *testing.T) {
	for _, c := range []struct {
		link    packet.LinkType
		expr    string
		refused bool
	}{
		{packet.Ethernet, "ip and arp", true},
		{packet.Ethernet, "tcp[0] = 1 and tcp[0] = 2", true},
		{packet.Ethernet, "len > 3 and not len > 3", true},
		{packet.Ethernet, "1 > 2", true},
		{packet.IEEE80211, "link[0] = 8 and link[0] = 9", true},
		{packet.Ethernet, "clnp and proto 6", false}, // a range against a number
		{packet.Ethernet, "len > 3 and len < 3", false},
		{packet.Ethernet, "ip[0] = 256", false},
		{packet.Ethernet, "geneve and ip and ip6", false}, // at a variable place
		{packet.IEEE80211, "ip and ip6", false},
		{packet.IEEE80211, "ip and link[0] = 8 and link[0] = 9", false},
		{packet.IEEE80211, "type data and type mgt", false}, // bits against a number
		{packet.LinuxSLL2, "ip protochain 17 and ether proto 100", false},
		{packet.IPv6, "ip protochain 6", false},
	} {
		p, err := Compile(c.expr, Options{LinkType: c.link})
		var e *Error
		if refused := errors.As(err, &e) && e.Msg == "expression rejects all packets"; refused != c.refused {
			t.Errorf("%v %s: refused is %v (%v), want %v", c.link, c.expr, refused, err, c.refused)
			continue
		}
		if err == nil && p.Run(make([]byte, 2000), 2000, Meta{}) != 0 {
			t.Errorf("%v %s accepts a packet", c.link, c.expr)
		}
	}
}
