package filter

import "golang.org/x/net/bpf"

// A runStep is an instruction as [Program.Run] wants it: it names the step before
// the next one where the raw instruction has distances, and a load may have
// the comparison after it in it. Step i begins where instruction i does; a
// comparison that is part of the load before it has its own step all the same,
// for those that jump to it.
type runStep struct {
	op      uint16
	k       uint32 // operand; of a load with a comparison, what is compared with
	at      uint32 // offset of a load with a comparison
	yes, no int32  // of a jump: the next step, minus one; rejected or what has it
}

// Opcodes of a load with the comparison after it in it. They follow those of
// classic BPF closely, so that Run's switch becomes a table of jumps.
const (
	opLdHJeq = opLdxMsh + 1 + iota
	opLdBJeq
	opLdWJeq
	opLdHIndJeq
	opLdHJset
	opUnknown
)

// rejected is where a jump to `ret #0` goes, and one out of the program: Run
// ends with 0.
const rejected = -2

// set gives the program its instructions.
func (p *Program) set(raw []bpf.RawInstruction) {
	p.raw = raw
	p.steps = make([]runStep, len(raw))
	target := func(i int, distance int64) int32 {
		to := int64(i) + 1 + distance
		if to < 0 || to >= int64(len(raw)) || raw[to].Op == opRetK && raw[to].K == 0 {
			return rejected
		}
		return int32(to) - 1
	}
	for i := len(raw) - 1; i >= 0; i-- {
		in := raw[i]
		s := runStep{op: in.Op, k: in.K}
		if in.Op > opLdxMsh {
			s.op = opUnknown
		}
		switch in.Op {
		case opJa:
			s.yes = target(i, int64(int32(in.K)))
		case opJeqK, opJgtK, opJgeK, opJsetK, opJeqX, opJgtX, opJgeX, opJsetX:
			s.yes, s.no = target(i, int64(in.Jt)), target(i, int64(in.Jf))
		}
		if i+1 < len(raw) {
			if op := fuse(in, raw[i+1]); op != 0 {
				next := p.steps[i+1]
				s = runStep{op, next.k, in.K, next.yes, next.no}
			}
		}
		p.steps[i] = s
	}
}

// fuse returns the opcode of a load and a comparison in one step; 0 if there is
// none.
func fuse(load, test bpf.RawInstruction) uint16 {
	switch {
	case load.Op == opLdHInd && test.Op == opJeqK:
		return opLdHIndJeq
	case load.K >= llBase:
		return 0
	case load.Op == opLdH && test.Op == opJeqK:
		return opLdHJeq
	case load.Op == opLdB && test.Op == opJeqK:
		return opLdBJeq
	case load.Op == opLdW && test.Op == opJeqK:
		return opLdWJeq
	case load.Op == opLdH && test.Op == opJsetK:
		return opLdHJset
	}
	return 0
}
