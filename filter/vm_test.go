package filter

import (
	"testing"

	"golang.org/x/net/bpf"

	"wiredump/capture/packet"
)

// tcpFrame is TCP from 10.0.0.1 port 40000 to 10.0.0.2 port 80, SYN.
var tcpFrame = []byte{
	0, 0, 0, 0, 0, 2, 0, 0, 0, 0, 0, 1, 0x08, 0x00, // Ethernet
	0x45, 0, 0, 40, 0, 1, 0x40, 0, 64, 6, 0, 0, 10, 0, 0, 1, 10, 0, 0, 2, // IPv4
	0x9c, 0x40, 0, 80, 0, 0, 0, 1, 0, 0, 0, 0, 0x50, 2, 0xff, 0xff, 0, 0, 0, 0, // TCP
}

func mustCompile(tb testing.TB, expr string, o Options) *Program {
	tb.Helper()
	p, err := Compile(expr, o)
	if err != nil {
		tb.Fatalf("%s: %v", expr, err)
	}
	return p
}

func TestRunAllocates(t *testing.T) {
	for _, expr := range []string{"tcp port 80", "ip6 protochain 6", "tcp[((tcp[12] & 0xf0) >> 2):4] = 1", "inbound"} {
		p := mustCompile(t, expr, Options{LinkType: packet.Ethernet})
		pkt := &packet.Packet{Data: tcpFrame, WireLen: uint32(len(tcpFrame)), LinkType: packet.Ethernet}
		if n := testing.AllocsPerRun(100, func() { p.Accepts(pkt, nil) }); n != 0 {
			t.Errorf("%s: %v allocations", expr, n)
		}
	}
}

func TestRun(t *testing.T) {
	k := func(op uint16, k uint32) bpf.RawInstruction { return bpf.RawInstruction{Op: op, K: k} }
	data := []byte{1, 2, 3, 4, 5}
	m := Meta{Direction: packet.Out, IfIndex: 7, VLANPresent: true, VLANTCI: 0x2005, VLANProto: 0x88a8, Protocol: 0x800}
	for _, c := range []struct {
		name string
		prog []bpf.RawInstruction
		want uint32
	}{
		{"byte", []bpf.RawInstruction{k(opLdB, 4), k(opRetA, 0)}, 5},
		{"half", []bpf.RawInstruction{k(opLdH, 3), k(opRetA, 0)}, 0x405},
		{"word", []bpf.RawInstruction{k(opLdW, 1), k(opRetA, 0)}, 0x2030405},
		{"byte beyond", []bpf.RawInstruction{k(opLdB, 5), k(opRetK, 9)}, 0},
		{"half beyond", []bpf.RawInstruction{k(opLdH, 4), k(opRetK, 9)}, 0},
		{"word beyond", []bpf.RawInstruction{k(opLdW, 2), k(opRetK, 9)}, 0},
		{"header beyond", []bpf.RawInstruction{k(opLdxMsh, 5), k(opRetK, 9)}, 0},
		{"header", []bpf.RawInstruction{k(opLdxMsh, 2), k(opTxa, 0), k(opRetA, 0)}, 12},
		{"index", []bpf.RawInstruction{k(opLdxImm, 2), k(opLdBInd, 1), k(opRetA, 0)}, 4},
		{"index wraps", []bpf.RawInstruction{k(opLdxImm, 5), k(opLdBInd, maxUint32), k(opRetA, 0)}, 5},
		{"index beyond", []bpf.RawInstruction{k(opLdxImm, 5), k(opLdBInd, 0), k(opRetK, 9)}, 0},
		{"length", []bpf.RawInstruction{k(opLdLen, 0), k(opRetA, 0)}, 60},
		{"division by zero", []bpf.RawInstruction{k(opLdImm, 5), k(opDivX, 0), k(opRetK, 9)}, 0},
		{"modulus by zero", []bpf.RawInstruction{k(opLdImm, 5), k(opModX, 0), k(opRetK, 9)}, 0},
		{"shift by 32", []bpf.RawInstruction{k(opLdImm, 5), k(opLdxImm, 32), k(opLshX, 0), k(opRetA, 0)}, 0},
		{"memory", []bpf.RawInstruction{k(opLdImm, 5), k(opSt, 3), k(opLdImm, 0), k(opLdxMem, 3), k(opTxa, 0), k(opRetA, 0)}, 5},
		{"type", []bpf.RawInstruction{k(opLdH, adPktType), k(opRetA, 0)}, 4},
		{"interface", []bpf.RawInstruction{k(opLdW, adIfIndex), k(opRetA, 0)}, 7},
		{"tag", []bpf.RawInstruction{k(opLdH, adVLANTCI), k(opRetA, 0)}, 0x2005},
		{"tag's protocol", []bpf.RawInstruction{k(opLdH, adVLANProto), k(opRetA, 0)}, 0x88a8},
		{"tag is there", []bpf.RawInstruction{k(opLdB, adVLANPresent), k(opRetA, 0)}, 1},
		{"protocol", []bpf.RawInstruction{k(opLdH, adProtocol), k(opRetA, 0)}, 0x800},
		{"link layer", []bpf.RawInstruction{k(opLdH, llBase+1), k(opRetA, 0)}, 0x203},
		{"link layer beyond", []bpf.RawInstruction{k(opLdW, llBase+2), k(opRetK, 9)}, 0},
		{"no end", []bpf.RawInstruction{k(opLdImm, 5)}, 0},
		{"unknown", []bpf.RawInstruction{k(0xff, 5), k(opRetK, 9)}, 0},
	} {
		p := new(Program)
		p.set(c.prog)
		if got := p.Run(data, 60, m); got != c.want {
			t.Errorf("%s: %d, want %d", c.name, got, c.want)
		}
	}
}

// FuzzRun runs any program over any packet: it has to end.
func FuzzRun(f *testing.F) {
	f.Add([]byte{0x28, 0, 0, 12, 6, 0, 0, 1}, tcpFrame)
	f.Fuzz(func(t *testing.T, code, data []byte) {
		var raw []bpf.RawInstruction
		for ; len(code) >= 4; code = code[4:] {
			in := bpf.RawInstruction{Op: uint16(code[0]), Jt: code[1], Jf: code[2], K: uint32(int8(code[3]))}
			raw = append(raw, in)
		}
		p := new(Program)
		p.set(raw)
		a := p.Run(data, uint32(len(data)), Meta{})
		if b := p.Run(data, uint32(len(data)), Meta{}); a != b {
			t.Errorf("%d, then %d", a, b)
		}
	})
}

func BenchmarkRun(b *testing.B) {
	for _, expr := range []string{"tcp port 80", "host 10.0.0.2 and tcp port 443", "tcp[tcpflags] & (tcp-syn|tcp-ack) == tcp-syn", "port 22 or port 53 or port 8080 or port 443 or port 25"} {
		p := mustCompile(b, expr, Options{LinkType: packet.Ethernet})
		b.Run("ours/"+expr, func(b *testing.B) {
			for b.Loop() {
				p.Run(tcpFrame, uint32(len(tcpFrame)), Meta{})
			}
		})
		ins, _ := p.Instructions()
		vm, err := bpf.NewVM(ins)
		if err != nil {
			b.Fatal(err)
		}
		b.Run("xnet/"+expr, func(b *testing.B) {
			for b.Loop() {
				vm.Run(tcpFrame)
			}
		})
	}
}
