package capture

import (
	"encoding/binary"
	"errors"
	"testing"

	"golang.org/x/net/bpf"

	"wiredump/capture/packet"
)

// kernelPacket is a packet as the kernel's filter sees it.
type kernelPacket struct {
	data    []byte
	network int // offset of the network header
	anc     map[uint32]uint32
}

// load returns size bytes at off, which may be negative.
func (p *kernelPacket) load(off int32, size int) (uint32, bool) {
	if v, ok := p.anc[uint32(off)]; ok && size == 4 {
		return v, true
	}
	i := int64(off)
	if off < 0 {
		i = int64(off) + 0x100000 + int64(p.network)
	}
	if i < 0 || i+int64(size) > int64(len(p.data)) {
		return 0, false
	}
	b := append(make([]byte, 4-size, 4), p.data[i:i+int64(size)]...)
	return binary.BigEndian.Uint32(b), true
}

// run is a classic BPF machine with the kernel's extensions. It reports
// whether the program accepts the packet.
func (p *kernelPacket) run(prog []bpf.RawInstruction) bool {
	var a, x uint32
	var mem [scratchSlots]uint32
	for pc := 0; pc < len(prog); pc++ {
		i := prog[pc]
		ok := true
		operand := i.K
		if i.Op&0x08 != 0 {
			operand = x
		}
		switch i.Op & opClass {
		case classLd:
			size := int(sizeOf(i.Op))
			switch i.Op & opMode {
			case 0:
				a = i.K
			case modeAbs:
				a, ok = p.load(int32(i.K), size)
			case modeInd:
				a, ok = p.load(int32(x+i.K), size)
			case modeMem:
				a = mem[i.K]
			case modeLen:
				a = uint32(len(p.data))
			}
		case classLdx:
			switch i.Op & opMode {
			case 0:
				x = i.K
			case modeMem:
				x = mem[i.K]
			case modeLen:
				x = uint32(len(p.data))
			case modeMsh:
				x, ok = p.load(int32(i.K), 1)
				x = x & 0xf * 4
			}
		case 0x02:
			mem[i.K] = a
		case 0x03:
			mem[i.K] = x
		case 0x04:
			switch i.Op & 0xf0 {
			case 0x00:
				a += operand
			case 0x10:
				a -= operand
			case 0x40:
				a |= operand
			case 0x50:
				a &= operand
			case 0x60:
				a <<= operand
			case 0x70:
				a >>= operand
			}
		case classJmp:
			yes := false
			switch i.Op & 0xf0 {
			case 0x00:
				pc += int(i.K)
				continue
			case 0x10:
				yes = a == operand
			case 0x20:
				yes = a > operand
			case 0x30:
				yes = a >= operand
			case 0x40:
				yes = a&operand != 0
			}
			if yes {
				pc += int(i.Jt)
			} else {
				pc += int(i.Jf)
			}
		case opRet:
			return i.K != 0
		case 0x07:
			if i.Op == opTax {
				x = a
			} else {
				a = x
			}
		}
		if !ok {
			return false
		}
	}
	return false
}

// inFile returns the packet as a savefile has it.
func (p *kernelPacket) inFile(t packet.LinkType) []byte {
	be := binary.BigEndian
	ethernet := p.anc[skfHAType] == arphrdEther
	proto, rest := p.anc[skfProtocol], p.data[p.network:]
	tagged := p.anc[skfVLANTagPresent] == 1
	if tagged {
		proto = p.anc[skfVLANTPID]
		rest = append(be.AppendUint16(nil, uint16(p.anc[skfVLANTag])), p.data[12:]...)
	}
	addr := make([]byte, 8)
	halen := byte(0)
	if ethernet {
		halen = 6
		copy(addr, p.data[6:12])
	}
	var f []byte
	switch t {
	case packet.LinuxSLL2:
		f = be.AppendUint16(f, uint16(proto))
		f = append(f, 0, 0)
		f = be.AppendUint32(f, p.anc[skfIfIndex])
		f = be.AppendUint16(f, uint16(p.anc[skfHAType]))
		f = append(f, byte(p.anc[skfPktType]), halen)
		f = append(f, addr...)
	case packet.LinuxSLL:
		f = be.AppendUint16(f, uint16(p.anc[skfPktType]))
		f = be.AppendUint16(f, uint16(p.anc[skfHAType]))
		f = append(f, 0, halen)
		f = append(f, addr...)
		f = be.AppendUint16(f, uint16(proto))
	default:
		if !tagged {
			return p.data
		}
		f = append(f, p.data[:12]...)
		f = be.AppendUint16(f, uint16(proto))
		return append(f, rest...)
	}
	return append(f, rest...)
}

func kernelPackets() []kernelPacket {
	ip := []byte{0x45, 0, 0, 32, 0, 1, 0, 0, 64, 17, 0, 0, 10, 0, 0, 1, 10, 0, 0, 2, 0, 53, 0, 80, 0, 12, 0, 0, 1, 2, 3, 4}
	eth := func(payload []byte, after ...byte) []byte {
		f := []byte{2, 0, 0, 0, 0, 1, 2, 0, 0, 0, 0, 2}
		return append(append(f, after...), payload...)
	}
	anc := func(proto, hatype, pkttype uint32, vlan ...uint32) map[uint32]uint32 {
		m := map[uint32]uint32{skfProtocol: proto, skfPktType: pkttype, skfIfIndex: 0x01020304, skfHAType: hatype,
			skfVLANTagPresent: 0, skfVLANTPID: 0, skfVLANTag: 0}
		if vlan != nil {
			m[skfVLANTagPresent], m[skfVLANTPID], m[skfVLANTag] = 1, vlan[0], vlan[1]
		}
		return m
	}
	return []kernelPacket{
		{eth(ip, 8, 0), 14, anc(0x800, 1, 0)},
		{eth(ip, 8, 0), 14, anc(0x800, 1, 0, 0x8100, 0x6007)},
		{eth(ip, 0x81, 0, 0, 20, 8, 0), 14, anc(0x8100, 1, 4, 0x88a8, 10)},
		{eth(ip, 0x81, 0, 0, 20, 8, 0), 14, anc(0x8100, 1, 4)},
		{ip, 0, anc(0x800, 0xfffe, 0)},
		{append([]byte{1, 2, 3, 4}, ip...), 4, anc(0x800, 778, 4)},
	}
}

// FuzzKernelFilter runs programs before and after the translation, over
// packets as a savefile and as the kernel has them.
func FuzzKernelFilter(f *testing.F) {
	for _, prog := range [][]byte{
		// ldh [12]; jeq 0x800; ldb [23]; jeq 17; ret
		{2, 12, 9, 0, 1, 0, 23, 9, 1, 1},
		{4, 14, 2, 16, 7, 14, 9, 3, 2},
		{3, 1, 4, 15, 10, 3, 5, 14, 11, 0, 9, 4, 3},
		{8, 0, 12, 0, 13, 0, 6, 2, 14, 3, 15, 10, 9, 6, 9},
	} {
		f.Add(prog)
	}
	// A pair of bytes is an instruction and its operand.
	ops := []uint16{0x20, 0x28, 0x30, 0x40, 0x48, 0x50, 0x80, 0x81, 0xb1, 0x15, 0x60, 0x61, 0x07, 0x87, 0x02, 0x03, 0x04, 0x0c, 0x54, 0x74, 0x01, 0x25, 0x05}
	values := []uint32{0, 0x800, 0x8100, 0x88a8, 17, 53, 80, 0x45, 1, 4, 6, 7, 10, 20, 48, 60}
	f.Fuzz(func(t *testing.T, in []byte) {
		in = in[:min(len(in), 400)]
		prog := []bpf.RawInstruction{{Op: opLdImm, K: 1}, {Op: opSt, K: 0}, {Op: opSt, K: 1}}
		for len(in) >= 2 {
			i := bpf.RawInstruction{Op: ops[int(in[0])%len(ops)], K: uint32(in[1])}
			switch i.Op {
			case 0x20, 0x28, 0x30, 0x40, 0x48, 0x50, 0xb1, 0x01:
				i.K %= 64
			case 0x15, 0x25:
				i.K = values[in[1]%16]
				i.Jt, i.Jf = in[1]>>4&1, in[1]>>5&1
			case 0x60, 0x61, 0x02, 0x03:
				i.K %= 2
			case 0x74:
				i.K %= 32
			case 0x05:
				i.K %= 3
			case 0x80, 0x81, 0x07, 0x87, 0x0c:
				i.K = 0
			}
			prog = append(prog, i)
			in = in[2:]
		}
		prog = append(prog, bpf.RawInstruction{Op: 0x30, K: 0}, bpf.RawInstruction{Op: 0x30, K: 0},
			bpf.RawInstruction{Op: 0x25, K: 4, Jt: 1}, // A decides
			bpf.RawInstruction{Op: opRet}, bpf.RawInstruction{Op: opRet, K: 1})
		for _, link := range []packet.LinkType{packet.Ethernet, packet.LinuxSLL2, packet.LinuxSLL} {
			out, exact, err := kernelFilter(prog, link)
			if errors.Is(err, errTooLong) {
				continue
			}
			if err != nil {
				t.Fatalf("%v: %v", link, err)
			}
			for i, ins := range out {
				far := uint64(max(ins.Jt, ins.Jf))
				if ins.Op == opJa {
					far = uint64(ins.K)
				}
				if ins.Op&opClass == classJmp && uint64(i)+1+far >= uint64(len(out)) {
					t.Fatalf("%v: instruction %d jumps out of the program", link, i)
				}
			}
			for n, p := range kernelPackets() {
				if link == packet.Ethernet && p.anc[skfHAType] != arphrdEther {
					continue
				}
				file := kernelPacket{data: p.inFile(link)}
				want, got := file.run(prog), p.run(out)
				if got != want && (exact || !got || p.anc[skfHAType] == arphrdEther) {
					t.Errorf("%v packet %d: in the kernel %v, in the file %v\n%v\n%v", link, n, got, want, prog, out)
				}
			}
		}
	})
}

func TestKernelFilterLeavesAncillary(t *testing.T) {
	prog := []bpf.RawInstruction{{Op: opLd, K: skfVLANTag}, {Op: opJeq, K: 7, Jf: 1}, {Op: opRet, K: 1}, {Op: opRet}}
	out, exact, err := kernelFilter(prog, packet.Ethernet)
	if err != nil || !exact || len(out) != len(prog) {
		t.Errorf("%v %v %v", out, exact, err)
	}
}

func TestKernelFilterScratchUsedUp(t *testing.T) {
	var prog []bpf.RawInstruction
	for i := range uint32(scratchSlots) {
		prog = append(prog, bpf.RawInstruction{Op: opSt, K: i})
	}
	prog = append(prog, bpf.RawInstruction{Op: 0x20, K: 13}, bpf.RawInstruction{Op: opRet, K: 1}) // across the tag
	if _, _, err := kernelFilter(prog, packet.Ethernet); err == nil {
		t.Error("no error")
	}
}
