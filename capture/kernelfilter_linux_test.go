package capture_test

import (
	"bufio"
	"fmt"
	"io"
	"math/rand/v2"
	"os/exec"
	"strings"
	"sync"
	"testing"
	"time"

	"golang.org/x/net/bpf"

	"wiredump/capture"
	"wiredump/capture/packet"
	"wiredump/internal/netnstest"
)

// compile returns tcpdump's savefile program for an expression.
func compile(t *testing.T, link packet.LinkType, expr string) []bpf.RawInstruction {
	t.Helper()
	out, err := exec.Command("tcpdump", "-ddd", "-y", link.String(), expr).Output()
	if err != nil {
		t.Fatalf("tcpdump -ddd -y %s %q: %v", link, expr, err)
	}
	var prog []bpf.RawInstruction
	sc := bufio.NewScanner(strings.NewReader(string(out)))
	for sc.Scan() {
		var i bpf.RawInstruction
		if n, _ := fmt.Sscan(sc.Text(), &i.Op, &i.Jt, &i.Jf, &i.K); n == 4 {
			prog = append(prog, i)
		}
	}
	return prog
}

// randomProgram returns a valid program that loads all kinds of things and
// compares them with values that occur.
func randomProgram(r *rand.Rand) []bpf.RawInstruction {
	const mem = 3 // slots that the program uses
	var p []bpf.RawInstruction
	add := func(op uint16, k uint32) { p = append(p, bpf.RawInstruction{Op: op, K: k}) }
	add(0x00, r.Uint32N(40)) // ld #
	for m := range uint32(mem) {
		add(0x02, m) // st
	}
	values := []uint32{0x800, 0x86dd, 0x8100, 0x88a8, 0x45, 17, 6, 4, 0, 1, 7, 80, 0x60000000, 0x81000007}
	loads := []uint16{0x20, 0x28, 0x30, 0x40, 0x48, 0x50, 0xb1, 0x80, 0x60, 0x61, 0x07, 0x87, 0x01, 0x02, 0x03, 0x04, 0x54, 0x74, 0x4c, 0x0c}
	for range 4 + r.IntN(12) {
		op := loads[r.IntN(len(loads))]
		switch op {
		case 0x60, 0x61, 0x02, 0x03:
			add(op, r.Uint32N(mem))
		case 0x01: // ldx #, a small offset
			add(op, r.Uint32N(24))
		case 0x74:
			add(op, r.Uint32N(16))
		case 0x54:
			add(op, 0xff>>r.Uint32N(8))
		case 0x80, 0x07, 0x87, 0x4c, 0x0c:
			add(op, 0)
		default:
			add(op, r.Uint32N(44))
		}
		if r.IntN(3) == 0 { // return by a comparison
			p = append(p, bpf.RawInstruction{Op: []uint16{0x15, 0x25, 0x45}[r.IntN(3)], Jt: 0, Jf: 1, K: values[r.IntN(len(values))]},
				bpf.RawInstruction{Op: 0x06, K: uint32(r.IntN(2)) * 65535})
		}
	}
	add(0x06, 65535)
	return p
}

// number returns the test frame's number, -1 for a foreign packet.
func number(p *packet.Packet) int {
	d := p.Data
	switch p.LinkType {
	case packet.LinuxSLL2:
		d = d[6:]
	case packet.LinuxSLL:
	}
	if len(d) < 12 || d[6] != 2 || d[7] != 0 || d[8] != 0 || d[9] != 0 {
		return -1
	}
	return int(d[10])<<8 | int(d[11])
}

// TestKernelFilter compares, for one and the same traffic, what the kernel
// lets through under a translated program with what the program itself, run
// by another interpreter, accepts of the packets as a file has them.
func TestKernelFilter(t *testing.T) {
	p := quietPair(t)
	frames := mixedFrames()
	s := netnstest.NewSender(t, p.A)
	// The receiver's side has tags beside the frame, the sender's in it.
	sides := []struct {
		name string
		ns   *netnstest.NS
		c    capture.Config
	}{
		{"EN10MB in", p.B, capture.Config{}},
		{"EN10MB out", p.A, capture.Config{}},
		{"SLL2 in", p.B, capture.Config{Interface: "any"}},
		{"SLL2 out", p.A, capture.Config{Interface: "any"}},
		{"SLL in", p.B, capture.Config{Interface: "any", LinkType: packet.LinuxSLL}},
		{"SLL out", p.A, capture.Config{Interface: "any", LinkType: packet.LinuxSLL}},
	}
	exprs := []string{"ip", "ip6", "arp", "vlan", "vlan 7", "vlan and ip", "vlan and tcp port 80", "vlan and vlan 20", "vlan 10 and vlan 20 and udp",
		"tcp port 80", "udp port 53", "port 53 or port 443", "tcp[13] & 2 != 0", "greater 80", "less 70",
		"host 10.99.0.99", "net 10.99.0.0/16 and not tcp", "ip[6:2] & 0x1fff != 0", "ip6 and tcp", "not vlan",
		"ip[ip[0] & 0xf] == 64", "ether proto 0x8847", "mpls 256"}
	ethOnly := []string{"ether src 02:00:00:00:00:05", "ether[14:2] = 7", "ether[12:4] = 0x81000007", "ether[13:4] != 0", "ether[ether[15] + 7] = 0"}
	r := rand.New(rand.NewPCG(1, 2))
	for _, side := range sides {
		link := side.c.LinkType
		if link == 0 {
			if link = packet.Ethernet; side.c.Interface == "any" {
				link = packet.LinuxSLL2
			}
		}
		t.Run(side.name, func(t *testing.T) {
			var progs []struct {
				name string
				p    []bpf.RawInstruction
			}
			add := func(name string, p []bpf.RawInstruction) {
				progs = append(progs, struct {
					name string
					p    []bpf.RawInstruction
				}{name, p})
			}
			if _, err := exec.LookPath("tcpdump"); err == nil {
				list := exprs
				if link == packet.Ethernet {
					list = append(list[:len(list):len(list)], ethOnly...)
				}
				for _, e := range list {
					if link != packet.Ethernet && (strings.Contains(e, "vlan") || strings.Contains(e, "mpls")) {
						continue // not for cooked headers
					}
					add(e, compile(t, link, e))
				}
			}
			for i := range 25 {
				add(fmt.Sprint("random ", i), randomProgram(r))
			}

			// All rings at once see the same packets.
			side.c.BufferSize = 512 << 10
			all := open(t, side.ns, side.c)
			rings := make([]*capture.Ring, len(progs))
			vms := make([]func(*packet.Packet) bool, len(progs))
			inexact := 0
			for i := range progs {
				c := side.c
				c.Filter = progs[i].p
				ins, ok := bpf.Disassemble(progs[i].p)
				if !ok {
					t.Fatalf("%s: not disassembled", progs[i].name)
				}
				vm, err := bpf.NewVM(ins)
				if err != nil {
					t.Fatalf("%s: %v", progs[i].name, err)
				}
				vms[i] = func(p *packet.Packet) bool { n, err := vm.Run(p.Data); return n > 0 && err == nil }
				c.Match = vms[i]
				rings[i] = open(t, side.ns, c)
				if err := rings[i].FilterInKernel(); err != nil {
					inexact++ // for packets of interfaces that are not like Ethernet
				}
			}
			if inexact == len(progs) || link == packet.Ethernet && inexact > 0 {
				t.Errorf("%d of %d programs are not exact in the kernel", inexact, len(progs))
			}
			s.SendFrames(frames...)
			time.Sleep(10 * time.Millisecond) // through the backlog of the other side
			var wg sync.WaitGroup
			for _, r := range append(rings, all) {
				wg.Go(r.Stop)
			}
			wg.Wait()
			collect := func(r *capture.Ring) (got []*packet.Packet) {
				err := readAll(t, r, func(p *packet.Packet) {
					if number(p) >= 0 {
						c := *p
						c.Data = append([]byte(nil), p.Data...)
						got = append(got, &c)
					}
				})
				if err != io.EOF {
					t.Error(err)
				}
				return got
			}
			packets := collect(all)
			if len(packets) != len(frames) {
				t.Fatalf("captured %d of %d frames", len(packets), len(frames))
			}
			for i := range progs {
				accepted := make(map[int]bool)
				for _, p := range collect(rings[i]) {
					accepted[number(p)] = true
				}
				for _, p := range packets {
					if want := vms[i](p); want != accepted[number(p)] {
						t.Errorf("%s: packet % x: in the kernel %v, in the file %v\n%v", progs[i].name, p.Data, accepted[number(p)], want, progs[i].p)
						break
					}
				}
				wg.Go(func() { _ = rings[i].Close() }) // takes long, one after the other
				// All frames are Ethernet, for which the kernel's program is exact.
				if st := checkStats(t, rings[i]); st.Discarded > 0 {
					t.Errorf("%s: the kernel let %d packets through that Match refused", progs[i].name, st.Discarded)
				}
			}
			wg.Wait()
		})
	}
}

func TestKernelFilterFarJumps(t *testing.T) {
	// 200 loads that become three instructions each, and a jump over them.
	prog := []bpf.RawInstruction{{Op: 0x28, K: 0}, {Op: 0x15, K: 0x800, Jt: 201}}
	for range 200 {
		prog = append(prog, bpf.RawInstruction{Op: 0x30, K: 5})
	}
	prog = append(prog, bpf.RawInstruction{Op: 0x06}, bpf.RawInstruction{Op: 0x06, K: 1})
	out, _, err := capture.KernelFilter(prog, packet.LinuxSLL2)
	if err != nil {
		t.Fatal(err)
	}
	// For each of three kinds of packets: ld proto, jeq 0x800 over one jump to
	// a far one, whose target is the last instruction of this copy.
	far := 0
	for i, ins := range out[:len(out)-3] {
		if ins.Op != 0x15 || ins.K != 0x800 {
			continue
		}
		far++
		target := i + 3 + int(out[i+1].K) - 1
		if ins.Jt != 0 || ins.Jf != 1 || out[i+1].Op != 0x05 || out[target].Op != 0x06 || out[target].K != 1 {
			t.Errorf("%v ... %v", out[i:i+3], out[target])
		}
	}
	if far != 3 {
		t.Errorf("%d far jumps, want 3", far)
	}
}
