package filter

import (
	"encoding/binary"

	"wiredump/capture/packet"
)

// memWords is the number of scratch memory words of classic BPF.
const memWords = 16

// Run runs the program over a packet of which data was captured and that was
// wireLen bytes long on the wire. It returns how many bytes to keep; 0 means
// that the packet is rejected. Like the kernel, it rejects a packet at the
// first load that reaches beyond data, and on division by zero. A shift by 32
// or more gives 0.
//
// Run does not allocate and does not keep data.
func (p *Program) Run(data []byte, wireLen uint32, m Meta) uint32 {
	var (
		a, x  uint32
		mem   [memWords]uint32
		turns int
	)
	steps := p.steps
	n := uint64(len(data))
	for pc := 0; uint(pc) < uint(len(steps)); pc++ {
		s := &steps[pc]
		k := s.k
		switch s.op {
		case opLdHJeq:
			if uint64(s.at)+2 > n {
				return 0
			}
			if a = uint32(binary.BigEndian.Uint16(data[s.at:])); a == k {
				pc = int(s.yes)
			} else {
				pc = int(s.no)
			}
		case opLdBJeq:
			if uint64(s.at) >= n {
				return 0
			}
			if a = uint32(data[s.at]); a == k {
				pc = int(s.yes)
			} else {
				pc = int(s.no)
			}
		case opLdWJeq:
			if uint64(s.at)+4 > n {
				return 0
			}
			if a = binary.BigEndian.Uint32(data[s.at:]); a == k {
				pc = int(s.yes)
			} else {
				pc = int(s.no)
			}
		case opLdHIndJeq:
			o := x + s.at
			if uint64(o)+2 > n {
				var ok bool
				if a, ok = loadOutside(data, o, 2, &m); !ok {
					return 0
				}
			} else {
				a = uint32(binary.BigEndian.Uint16(data[o:]))
			}
			if a == k {
				pc = int(s.yes)
			} else {
				pc = int(s.no)
			}
		case opLdHJset:
			if uint64(s.at)+2 > n {
				return 0
			}
			if a = uint32(binary.BigEndian.Uint16(data[s.at:])); a&k != 0 {
				pc = int(s.yes)
			} else {
				pc = int(s.no)
			}
		case opLdH:
			if uint64(k)+2 > n {
				var ok bool
				if a, ok = loadOutside(data, k, 2, &m); !ok {
					return 0
				}
				continue
			}
			a = uint32(binary.BigEndian.Uint16(data[k:]))
		case opJeqK:
			if a == k {
				pc = int(s.yes)
			} else {
				pc = int(s.no)
			}
		case opLdB:
			if uint64(k) >= n {
				var ok bool
				if a, ok = loadOutside(data, k, 1, &m); !ok {
					return 0
				}
				continue
			}
			a = uint32(data[k])
		case opLdW:
			if uint64(k)+4 > n {
				var ok bool
				if a, ok = loadOutside(data, k, 4, &m); !ok {
					return 0
				}
				continue
			}
			a = binary.BigEndian.Uint32(data[k:])
		case opJsetK:
			if a&k != 0 {
				pc = int(s.yes)
			} else {
				pc = int(s.no)
			}
		case opLdxMsh:
			if uint64(k) >= n {
				return 0
			}
			x = uint32(data[k]&0xf) << 2
		case opLdHInd:
			o := x + k
			if uint64(o)+2 > n {
				var ok bool
				if a, ok = loadOutside(data, o, 2, &m); !ok {
					return 0
				}
				continue
			}
			a = uint32(binary.BigEndian.Uint16(data[o:]))
		case opLdBInd:
			o := x + k
			if uint64(o) >= n {
				var ok bool
				if a, ok = loadOutside(data, o, 1, &m); !ok {
					return 0
				}
				continue
			}
			a = uint32(data[o])
		case opLdWInd:
			o := x + k
			if uint64(o)+4 > n {
				var ok bool
				if a, ok = loadOutside(data, o, 4, &m); !ok {
					return 0
				}
				continue
			}
			a = binary.BigEndian.Uint32(data[o:])
		case opRetK:
			return k
		case opJgtK:
			if a > k {
				pc = int(s.yes)
			} else {
				pc = int(s.no)
			}
		case opJgeK:
			if a >= k {
				pc = int(s.yes)
			} else {
				pc = int(s.no)
			}
		case opJa:
			// Only the loop of protochain jumps backwards, once a header, and
			// headers have at least eight bytes.
			if int(s.yes) < pc {
				if turns++; turns > len(data)/8 {
					return 0
				}
			}
			pc = int(s.yes)
		case opAndK:
			a &= k
		case opAddK:
			a += k
		case opSubK:
			a -= k
		case opMulK:
			a *= k
		case opOrK:
			a |= k
		case opXorK:
			a ^= k
		case opLshK:
			a <<= k
		case opRshK:
			a >>= k
		case opDivK:
			if k == 0 {
				return 0
			}
			a /= k
		case opModK:
			if k == 0 {
				return 0
			}
			a %= k
		case opNeg:
			a = -a
		case opAddX:
			a += x
		case opSubX:
			a -= x
		case opMulX:
			a *= x
		case opOrX:
			a |= x
		case opAndX:
			a &= x
		case opXorX:
			a ^= x
		case opLshX:
			a <<= x
		case opRshX:
			a >>= x
		case opDivX:
			if x == 0 {
				return 0
			}
			a /= x
		case opModX:
			if x == 0 {
				return 0
			}
			a %= x
		case opJeqX:
			if a == x {
				pc = int(s.yes)
			} else {
				pc = int(s.no)
			}
		case opJgtX:
			if a > x {
				pc = int(s.yes)
			} else {
				pc = int(s.no)
			}
		case opJgeX:
			if a >= x {
				pc = int(s.yes)
			} else {
				pc = int(s.no)
			}
		case opJsetX:
			if a&x != 0 {
				pc = int(s.yes)
			} else {
				pc = int(s.no)
			}
		case opTax:
			x = a
		case opTxa:
			a = x
		case opLdImm:
			a = k
		case opLdxImm:
			x = k
		case opLdMem:
			a = mem[k%memWords]
		case opLdxMem:
			x = mem[k%memWords]
		case opSt:
			mem[k%memWords] = a
		case opStx:
			mem[k%memWords] = x
		case opLdLen:
			a = wireLen
		case opLdxLen:
			x = wireLen
		case opRetA:
			return a
		default:
			return 0
		}
	}
	return 0
}

// loadOutside answers a load of size bytes at off, which is not inside data:
// an ancillary word, or the link-layer header by its other name.
func loadOutside(data []byte, off, size uint32, m *Meta) (uint32, bool) {
	switch off {
	case adProtocol:
		return uint32(m.Protocol), true
	case adPktType:
		if m.Direction == packet.Out {
			return pktTypeOutgoing, true
		}
		return 0, true
	case adIfIndex:
		return m.IfIndex, true
	case adVLANTCI:
		if !m.VLANPresent {
			return 0, true
		}
		return uint32(m.VLANTCI), true
	case adVLANPresent:
		if m.VLANPresent {
			return 1, true
		}
		return 0, true
	case adVLANProto:
		if !m.VLANPresent {
			return 0, true
		}
		return uint32(m.VLANProto), true
	}
	if off < llBase || off >= adBase {
		return 0, false
	}
	off -= llBase
	if uint64(off)+uint64(size) > uint64(len(data)) {
		return 0, false
	}
	var v uint32
	for _, c := range data[off : off+size] {
		v = v<<8 | uint32(c)
	}
	return v, true
}
