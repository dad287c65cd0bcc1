package filter

// Opcodes of classic BPF, as they stand in the first word of an instruction.
const (
	opLdImm  = 0x00 // A = k
	opLdxImm = 0x01 // X = k
	opSt     = 0x02 // M[k] = A
	opStx    = 0x03 // M[k] = X
	opTax    = 0x07 // X = A
	opTxa    = 0x87 // A = X

	opLdW    = 0x20 // A = P[k:4]
	opLdH    = 0x28 // A = P[k:2]
	opLdB    = 0x30 // A = P[k:1]
	opLdWInd = 0x40 // A = P[X+k:4]
	opLdHInd = 0x48 // A = P[X+k:2]
	opLdBInd = 0x50 // A = P[X+k:1]
	opLdMem  = 0x60 // A = M[k]
	opLdxMem = 0x61 // X = M[k]
	opLdLen  = 0x80 // A = length on the wire
	opLdxLen = 0x81 // X = length on the wire
	opLdxMsh = 0xb1 // X = 4 * (P[k:1] & 0xf)

	opAddK = 0x04
	opAddX = 0x0c
	opSubK = 0x14
	opSubX = 0x1c
	opMulK = 0x24
	opMulX = 0x2c
	opDivK = 0x34
	opDivX = 0x3c
	opOrK  = 0x44
	opOrX  = 0x4c
	opAndK = 0x54
	opAndX = 0x5c
	opLshK = 0x64
	opLshX = 0x6c
	opRshK = 0x74
	opRshX = 0x7c
	opNeg  = 0x84
	opModK = 0x94
	opModX = 0x9c
	opXorK = 0xa4
	opXorX = 0xac

	opJa    = 0x05
	opJeqK  = 0x15
	opJeqX  = 0x1d
	opJgtK  = 0x25
	opJgtX  = 0x2d
	opJgeK  = 0x35
	opJgeX  = 0x3d
	opJsetK = 0x45
	opJsetX = 0x4d

	opRetK = 0x06
	opRetA = 0x16
)

// Offsets at and above adBase do not address the packet: the kernel answers
// such loads with facts about it (SKF_AD_OFF in linux/filter.h).
const (
	adBase        = 0xfffff000
	adProtocol    = adBase + 0
	adPktType     = adBase + 4
	adIfIndex     = adBase + 8
	adHardware    = adBase + 28
	adVLANTCI     = adBase + 44
	adVLANPresent = adBase + 48
	adVLANProto   = adBase + 60

	llBase = 0xffe00000 // the link-layer header (SKF_LL_OFF)

	pktTypeOutgoing = 4 // PACKET_OUTGOING in linux/if_packet.h
)
