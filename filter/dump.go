package filter

import (
	"strconv"

	"golang.org/x/net/bpf"
)

// A Form is one of tcpdump's ways to print a program.
type Form uint8

const (
	Human   Form = iota // -d: one readable instruction a line
	C                   // -dd: initializers of struct bpf_insn
	Decimal             // -ddd: the number of instructions, then four numbers a line
)

// Append appends the program as text, each line ended by a newline.
func (p *Program) Append(dst []byte, f Form) []byte {
	if f == Decimal {
		dst = strconv.AppendInt(dst, int64(len(p.raw)), 10)
		dst = append(dst, '\n')
	}
	for i, in := range p.raw {
		switch f {
		case Human:
			dst = appendHuman(dst, i, in)
		case C:
			dst = append(dst, "{ 0x"...)
			dst = strconv.AppendUint(dst, uint64(in.Op), 16)
			dst = append(dst, ", "...)
			dst = strconv.AppendUint(dst, uint64(in.Jt), 10)
			dst = append(dst, ", "...)
			dst = strconv.AppendUint(dst, uint64(in.Jf), 10)
			dst = append(dst, ", 0x"...)
			hex := strconv.FormatUint(uint64(in.K), 16)
			for range 8 - len(hex) {
				dst = append(dst, '0')
			}
			dst = append(dst, hex...)
			dst = append(dst, " },"...)
		case Decimal:
			dst = strconv.AppendUint(dst, uint64(in.Op), 10)
			dst = append(dst, ' ')
			dst = strconv.AppendUint(dst, uint64(in.Jt), 10)
			dst = append(dst, ' ')
			dst = strconv.AppendUint(dst, uint64(in.Jf), 10)
			dst = append(dst, ' ')
			dst = strconv.AppendUint(dst, uint64(in.K), 10)
		}
		dst = append(dst, '\n')
	}
	return dst
}

// String returns the program in the form of -d.
func (p *Program) String() string { return string(p.Append(nil, Human)) }

// operand says how an instruction's k is printed.
type operand uint8

const (
	noOperand operand = iota
	absolute          // [12]
	indirect          // [x + 2]
	hexK              // #0x800
	decK              // #-4
	memK              // M[3]
	mshK              // 4*([14]&0xf)
	lenK              // #pktlen
	regX              // x
	jumpK             // the target's number
)

func mnemonic(op uint16) (string, operand) {
	switch op {
	case opLdImm:
		return "ld", hexK
	case opLdxImm:
		return "ldx", hexK
	case opSt:
		return "st", memK
	case opStx:
		return "stx", memK
	case opTax:
		return "tax", noOperand
	case opTxa:
		return "txa", noOperand
	case opLdW:
		return "ld", absolute
	case opLdH:
		return "ldh", absolute
	case opLdB:
		return "ldb", absolute
	case opLdWInd:
		return "ld", indirect
	case opLdHInd:
		return "ldh", indirect
	case opLdBInd:
		return "ldb", indirect
	case opLdMem:
		return "ld", memK
	case opLdxMem:
		return "ldx", memK
	case opLdLen:
		return "ld", lenK
	case opLdxLen:
		return "ldx", lenK
	case opLdxMsh:
		return "ldxb", mshK
	case opAddK:
		return "add", decK
	case opAddX:
		return "add", regX
	case opSubK:
		return "sub", decK
	case opSubX:
		return "sub", regX
	case opMulK:
		return "mul", decK
	case opMulX:
		return "mul", regX
	case opDivK:
		return "div", decK
	case opDivX:
		return "div", regX
	case opModK:
		return "mod", decK
	case opModX:
		return "mod", regX
	case opLshK:
		return "lsh", decK
	case opLshX:
		return "lsh", regX
	case opRshK:
		return "rsh", decK
	case opRshX:
		return "rsh", regX
	case opAndK:
		return "and", hexK
	case opAndX:
		return "and", regX
	case opOrK:
		return "or", hexK
	case opOrX:
		return "or", regX
	case opXorK:
		return "xor", hexK
	case opXorX:
		return "xor", regX
	case opNeg:
		return "neg", noOperand
	case opJa:
		return "ja", jumpK
	case opJeqK:
		return "jeq", hexK
	case opJeqX:
		return "jeq", regX
	case opJgtK:
		return "jgt", hexK
	case opJgtX:
		return "jgt", regX
	case opJgeK:
		return "jge", hexK
	case opJgeX:
		return "jge", regX
	case opJsetK:
		return "jset", hexK
	case opJsetX:
		return "jset", regX
	case opRetK:
		return "ret", decK
	case opRetA:
		return "ret", noOperand
	}
	return "unimp", hexK
}

// ancillaryName returns what is printed for an offset that is no offset.
func ancillaryName(k uint32) string {
	switch k {
	case adProtocol:
		return "proto"
	case adPktType:
		return "type"
	case adIfIndex:
		return "ifidx"
	case adHardware:
		return "hatype"
	case adVLANTCI:
		return "vlan_tci"
	case adVLANPresent:
		return "vlanp"
	case adVLANProto:
		return "vlan_tpid"
	}
	return ""
}

// appendHuman appends
//
//	(001) jeq      #0x800           jt 2	jf 5
func appendHuman(dst []byte, i int, in bpf.RawInstruction) []byte {
	const nameWidth, operandWidth = 9, 17
	dst = append(dst, '(')
	num := strconv.Itoa(i)
	for range 3 - len(num) {
		dst = append(dst, '0')
	}
	dst = append(dst, num...)
	dst = append(dst, ") "...)
	name, form := mnemonic(in.Op)
	dst = pad(append(dst, name...), len(name), nameWidth)
	start := len(dst)
	signed := int64(int32(in.K))
	switch form {
	case absolute:
		dst = append(dst, '[')
		if s := ancillaryName(in.K); s != "" {
			dst = append(dst, s...)
		} else {
			dst = strconv.AppendInt(dst, signed, 10)
		}
		dst = append(dst, ']')
	case indirect:
		dst = append(dst, "[x + "...)
		dst = strconv.AppendInt(dst, signed, 10)
		dst = append(dst, ']')
	case hexK:
		dst = append(dst, "#0x"...)
		dst = strconv.AppendUint(dst, uint64(in.K), 16)
	case decK:
		dst = append(dst, '#')
		dst = strconv.AppendInt(dst, signed, 10)
	case memK:
		dst = append(dst, "M["...)
		dst = strconv.AppendUint(dst, uint64(in.K), 10)
		dst = append(dst, ']')
	case mshK:
		dst = append(dst, "4*(["...)
		dst = strconv.AppendInt(dst, signed, 10)
		dst = append(dst, "]&0xf)"...)
	case lenK:
		dst = append(dst, "#pktlen"...)
	case regX:
		dst = append(dst, 'x')
	case jumpK:
		dst = strconv.AppendInt(dst, int64(i)+1+signed, 10)
	}
	if in.Op&7 == 5 && in.Op != opJa {
		dst = pad(dst, len(dst)-start, operandWidth)
		dst = append(dst, "jt "...)
		dst = strconv.AppendInt(dst, int64(i)+1+int64(in.Jt), 10)
		dst = append(dst, "\tjf "...)
		dst = strconv.AppendInt(dst, int64(i)+1+int64(in.Jf), 10)
	}
	return dst
}

func pad(dst []byte, have, want int) []byte {
	for ; have < want; have++ {
		dst = append(dst, ' ')
	}
	return dst
}
