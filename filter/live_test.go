package filter

import (
	"encoding/binary"
	"math/rand/v2"
	"testing"

	"wiredump/capture/packet"
)

// atSocket splits a frame into what a socket sees of it and what the kernel
// tells beside it.
func atSocket(frame []byte, d packet.Direction) ([]byte, Meta) {
	m := Meta{Direction: d}
	if len(frame) < 16 {
		return frame, m
	}
	switch proto := binary.BigEndian.Uint16(frame[12:]); proto {
	case 0x8100, 0x88a8:
		m.VLANPresent = true
		m.VLANProto = proto
		m.VLANTCI = binary.BigEndian.Uint16(frame[14:])
		frame = append(append([]byte{}, frame[:12]...), frame[16:]...)
	}
	return frame, m
}

// TestLiveAgrees compares programs for sockets with those for savefiles, over
// the same packets.
func TestLiveAgrees(t *testing.T) {
	n := 3000
	if testing.Short() {
		n = 300
	}
	inKernel := 0
	for seed := range n {
		m := maker{rand.New(rand.NewPCG(uint64(seed), 2))}
		expr := m.expr(1 + seed%3)
		o := Options{LinkType: packet.Ethernet}
		offline, err := Compile(expr, o)
		o.Live = true
		live, liveErr := Compile(expr, o)
		if err != nil || liveErr != nil {
			if (err == nil) != (liveErr == nil) {
				t.Fatalf("%s: offline %v, live %v", expr, err, liveErr)
			}
			continue
		}
		if !live.FitsKernel() {
			continue
		}
		if s := invalid(live.Raw()); s != "" {
			t.Fatalf("%s: %s\n%s", expr, s, live)
		}
		inKernel++
		for _, f := range frames(m, 24) {
			f = append(f, make([]byte, 1024)...)
			d := []packet.Direction{packet.In, packet.Out}[m.IntN(2)]
			data, meta := atSocket(f, d)
			want := offline.Run(f, uint32(len(f)), Meta{Direction: d}) != 0
			if got := live.Run(data, uint32(len(data)), meta) != 0; got != want {
				t.Fatalf("%s: in a file %v, live %v on %x\noffline\n%s\nlive\n%s", expr, want, got, f, offline, live)
			}
		}
	}
	if inKernel < n/2 {
		t.Errorf("only %d of %d programs run in the kernel", inKernel, n)
	}
}

// TestLiveCooked compares programs for datagram sockets, which have no
// link-layer header, with those for savefiles.
func TestLiveCooked(t *testing.T) {
	for _, c := range []struct {
		expr   string
		kernel bool
	}{
		{"tcp port 80", true}, {"arp", true}, {"host 10.0.0.1 or host 2001:db8::1", true},
		{"inbound", true}, {"outbound and udp", true}, {"ifindex 3", true}, {"len > 60", true},
		{"ether[0:2] = 0x800", true}, {"link[4:4] = 3", true}, {"link[10] = 4", true},
		{"link[11] = 6", false}, {"link[12] = 1", false}, {"ip[len - 40] = 0", true},
	} {
		o := Options{LinkType: packet.LinuxSLL2}
		offline, err := Compile(c.expr, o)
		if err != nil {
			t.Fatalf("%s: %v", c.expr, err)
		}
		o.Live = true
		live, err := Compile(c.expr, o)
		if err != nil {
			t.Fatalf("%s, live: %v", c.expr, err)
		}
		if live.FitsKernel() != c.kernel {
			t.Errorf("%s: FitsKernel is %v\n%s", c.expr, live.FitsKernel(), live)
		}
		if !c.kernel {
			continue
		}
		m := maker{rand.New(rand.NewPCG(7, 7))}
		for range 400 {
			f := m.frame()
			if binary.BigEndian.Uint16(f[12:]) == 0x8100 {
				continue
			}
			out := m.IntN(2) == 1
			meta := Meta{Protocol: binary.BigEndian.Uint16(f[12:]), IfIndex: uint32(m.IntN(4)), Direction: packet.In}
			// protocol 2 | reserved 2 | interface 4 | hardware 2 | type 1 | length 1 | address 8
			file := append(f[12:14:14], 0, 0, 0, 0, 0, byte(meta.IfIndex), 0, 0, 0, 6, 0, 0, 0, 0, 0, 0, 0, 0)
			if out {
				meta.Direction, file[10] = packet.Out, pktTypeOutgoing
			}
			file = append(file, f[14:]...)
			want := offline.Run(file, uint32(len(file)), Meta{}) != 0
			if got := live.Run(f[14:], uint32(len(f)-14), meta) != 0; got != want {
				t.Fatalf("%s: in a file %v, live %v on %x\noffline\n%s\nlive\n%s", c.expr, want, got, file, offline, live)
			}
		}
	}
}
