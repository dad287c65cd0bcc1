package capture

import (
	"errors"
	"fmt"

	"golang.org/x/net/bpf"

	"wiredump/capture/packet"
)

// A filter program is compiled against the bytes of a packet as they stand in
// a savefile. The kernel runs it on other bytes: an outer VLAN tag has been
// taken out of the frame and lies beside it, and a cooked capture has the
// interface's own link-layer header instead of the pseudo-header. kernelFilter
// rewrites the loads, so that a filter matches the same packets live as in the
// file that was written:
//
//	savefile bytes           in the kernel
//	EN10MB, tagged    12-13  ancillary VLAN_TPID
//	                  14-15  ancillary VLAN_TAG
//	                  16-    4 bytes earlier
//	LINUX_SLL2        0-1    ancillary PROTOCOL
//	                  2-3    zero
//	                  4-7    ancillary IFINDEX
//	                  8-9    ancillary HATYPE
//	                  10     ancillary PKTTYPE
//	 Ethernet         11     6
//	                  12-17  bytes 6-11, the source address
//	                  18-19  zero
//	                  20-    bytes 14-
//	 Ethernet, tagged 0-1    ancillary VLAN_TPID
//	                  20-21  ancillary VLAN_TAG
//	                  22-    bytes 12-
//	 other            11-19  unknown
//	                  20-    from the network header on (SKF_NET_OFF)
//	LINUX_SLL         0-1    ancillary PKTTYPE
//	                  2-3    ancillary HATYPE
//	                  4-13   length and address, as above
//	                  14-15  ancillary PROTOCOL; 16- as 20- above
//	 Ethernet, tagged 14-15  ancillary VLAN_TPID
//	                  16-17  ancillary VLAN_TAG
//	                  18-    bytes 12-
//
// The kinds of packets are told apart in the kernel, by HATYPE and
// VLAN_TAG_PRESENT, and each has its own copy of the program. The length of
// the packet differs by as much as the rest is moved.

// Ancillary loads: LD ABS at skfADOff plus one of these; see linux/filter.h.
// At skfNetOff plus n stands byte n from the network header on.
const (
	skfADOff          = 0xfffff000 // SKF_AD_OFF, -4096
	skfProtocol       = skfADOff + 0
	skfPktType        = skfADOff + 4
	skfIfIndex        = skfADOff + 8
	skfHAType         = skfADOff + 28
	skfVLANTag        = skfADOff + 44
	skfVLANTagPresent = skfADOff + 48
	skfVLANTPID       = skfADOff + 60
	skfNetOff         = 0xfff00000 // SKF_NET_OFF, -0x100000
)

// Values of HATYPE whose frames have Ethernet headers; see linux/if_arp.h.
const (
	arphrdEther    = 1
	arphrdLoopback = 772
)

// Parts of an operation code; see linux/bpf_common.h.
const (
	opClass, opSize, opMode           = 0x07, 0x18, 0xe0
	classLd, classLdx, classJmp       = 0x00, 0x01, 0x05
	modeAbs, modeInd, modeMem         = 0x20, 0x40, 0x60
	modeLen, modeMsh                  = 0x80, 0xa0
	sizeW, sizeH, sizeB               = 0x00, 0x08, 0x10
	opLd, opLdMem, opLdLen            = 0x20, 0x60, 0x80 // LD W ABS, LD MEM, LD W LEN
	opLdxMem, opSt, opStx             = 0x61, 0x02, 0x03
	opAdd, opOrX, opAnd, opLsh, opRsh = 0x04, 0x4c, 0x54, 0x64, 0x74
	opTax, opTxa                      = 0x07, 0x87
	opJa, opJeq, opJge                = 0x05, 0x15, 0x35
	opLdImm, opRet                    = 0x00, 0x06
	scratchSlots                      = 16 // BPF_MEMWORDS
)

// A segment is a run of savefile bytes that the kernel has in one place.
type segment struct {
	off   uint32 // in the savefile's packet
	len   uint32 // 0: to the end of the packet
	kind  segmentKind
	value uint32
}

type segmentKind uint8

const (
	segPacket    segmentKind = iota // bytes of the packet, value bytes earlier
	segAncillary                    // a number that the kernel keeps: load value
	segConst                        // value
	segUnknown                      // not to be had in a program
)

// A layout describes savefile bytes by segments that follow each other. Its
// last segment is the rest of the packet.
type layout struct {
	segments  []segment
	lenKnown  bool // the packet's length is the kernel's plus ...
	lenDelta  uint32
	predicate []test // of the packets with this layout
}

// A test compares an ancillary load with one of two values.
type test struct {
	load   uint32
	values []uint32
}

// layouts returns those of a link type, the most frequent first. Exactly one
// holds for each packet. None means that the kernel sees the savefile's bytes.
func layouts(t packet.LinkType) []layout {
	tagged := test{skfVLANTagPresent, []uint32{1}}
	untagged := test{skfVLANTagPresent, []uint32{0}}
	ethernet := test{skfHAType, []uint32{arphrdEther, arphrdLoopback}}
	// rest of a packet: off in the savefile is byte at in the kernel's.
	rest := func(off, at uint32) segment { return segment{off: off, value: off - at} }
	with := func(head []segment, tail ...segment) []segment {
		return append(head[:len(head):len(head)], tail...)
	}
	switch t {
	case packet.Ethernet, docsis:
		return []layout{
			{predicate: []test{untagged}, segments: []segment{rest(0, 0)}, lenKnown: true},
			{predicate: []test{tagged}, lenKnown: true, lenDelta: 4, segments: []segment{
				{off: 0, len: 12},
				{off: 12, len: 2, kind: segAncillary, value: skfVLANTPID},
				{off: 14, len: 2, kind: segAncillary, value: skfVLANTag},
				rest(16, 12),
			}},
		}
	case packet.LinuxSLL2:
		proto := segment{off: 0, len: 2, kind: segAncillary, value: skfProtocol}
		tpid := segment{off: 0, len: 2, kind: segAncillary, value: skfVLANTPID}
		head := []segment{
			{off: 2, len: 2, kind: segConst, value: 0},
			{off: 4, len: 4, kind: segAncillary, value: skfIfIndex},
			{off: 8, len: 2, kind: segAncillary, value: skfHAType},
			{off: 10, len: 1, kind: segAncillary, value: skfPktType},
		}
		mac := with(head,
			segment{off: 11, len: 1, kind: segConst, value: 6},
			segment{off: 12, len: 6, value: 12 - 6},
			segment{off: 18, len: 2, kind: segConst, value: 0})
		return []layout{
			{predicate: []test{ethernet, untagged}, lenKnown: true, lenDelta: 20 - 14,
				segments: with([]segment{proto}, with(mac, rest(20, 14))...)},
			{predicate: []test{ethernet}, lenKnown: true, lenDelta: 22 - 12,
				segments: with([]segment{tpid}, with(mac,
					segment{off: 20, len: 2, kind: segAncillary, value: skfVLANTag}, rest(22, 12))...)},
			{segments: with([]segment{proto}, with(head,
				segment{off: 11, len: 9, kind: segUnknown}, rest(20, skfNetOff))...)},
		}
	case packet.LinuxSLL:
		head := []segment{
			{off: 0, len: 2, kind: segAncillary, value: skfPktType},
			{off: 2, len: 2, kind: segAncillary, value: skfHAType},
		}
		mac := with(head,
			segment{off: 4, len: 2, kind: segConst, value: 6},
			segment{off: 6, len: 6, value: 0},
			segment{off: 12, len: 2, kind: segConst, value: 0})
		proto := segment{off: 14, len: 2, kind: segAncillary, value: skfProtocol}
		return []layout{
			{predicate: []test{ethernet, untagged}, lenKnown: true, lenDelta: 16 - 14,
				segments: with(mac, proto, rest(16, 14))},
			{predicate: []test{ethernet}, lenKnown: true, lenDelta: 18 - 12,
				segments: with(mac,
					segment{off: 14, len: 2, kind: segAncillary, value: skfVLANTPID},
					segment{off: 16, len: 2, kind: segAncillary, value: skfVLANTag}, rest(18, 12))},
			{segments: with(head, segment{off: 4, len: 10, kind: segUnknown}, proto, rest(16, skfNetOff))},
		}
	}
	return nil
}

// rest returns where the last segment begins and by how much it is shifted.
func (l *layout) rest() (off, shift uint32) {
	last := l.segments[len(l.segments)-1]
	return last.off, last.value
}

// kernelFilter returns a program for the kernel that accepts the packets that
// prog accepts in a savefile of the link type, and perhaps some more if exact
// is false. A program that asks the kernel for tags by itself is taken to be
// meant for the kernel's view of them.
func kernelFilter(prog []bpf.RawInstruction, t packet.LinkType) (out []bpf.RawInstruction, exact bool, err error) {
	all := layouts(t)
	tags := asksForTags(prog)
	if all == nil || !readsPacket(prog) || tags && (t == packet.Ethernet || t == docsis) {
		return prog, true, nil
	}
	exact = true
	a := &assembler{scratch: freeSlot(prog)}
	for i := range all {
		l := &all[i]
		other := a.newLabel()
		if i < len(all)-1 { // what remains has the last layout
			for _, t := range l.predicate {
				if tags && t.load == skfVLANTagPresent {
					continue
				}
				a.test(t, other)
			}
			if prog[0].Op&opClass != classLd {
				a.emit(opLdImm, 0) // programs start with A = 0
			}
		}
		saved := *a
		if err := a.translate(prog, l); err != nil {
			if !errors.Is(err, errUnknown) {
				return nil, false, err
			}
			*a = saved
			a.err = nil
			a.emit(opRet, packet.MaxSnapLen)
			exact = false
		}
		a.bind(other)
	}
	out, err = a.assemble()
	return out, exact, err
}

// maxFilter is how many instructions the kernel takes (BPF_MAXINSNS).
const maxFilter = 4096

// errTooLong: the kernel refuses it. It also keeps the assembler, whose work
// grows with the square of the length, from working long.
var errTooLong = fmt.Errorf("it has more than %d instructions", maxFilter)

// errUnknown: the kernel's programs cannot see what the filter asks for.
var errUnknown = errors.New("it reads what the kernel's programs cannot see")

// test appends code that goes on if the load gives one of the values, and
// jumps if not.
func (a *assembler) test(t test, otherwise label) {
	a.emit(opLd, t.load)
	yes := a.newLabel()
	for i, v := range t.values {
		if i == len(t.values)-1 {
			a.jump(opJeq, v, next, otherwise)
		} else {
			a.jump(opJeq, v, yes, next)
		}
	}
	a.bind(yes)
}

// asksForTags reports whether the program has ancillary loads of VLAN tags.
func asksForTags(prog []bpf.RawInstruction) bool {
	for _, ins := range prog {
		if ins.Op&(opClass|opMode) != classLd|modeAbs {
			continue
		}
		switch ins.K {
		case skfVLANTag, skfVLANTagPresent, skfVLANTPID:
			return true
		}
	}
	return false
}

// readsPacket reports whether the program looks at packets at all.
func readsPacket(prog []bpf.RawInstruction) bool {
	for _, ins := range prog {
		switch ins.Op & (opClass | opMode) {
		case classLd | modeAbs, classLd | modeInd, classLd | modeLen, classLdx | modeLen, classLdx | modeMsh:
			return true
		}
	}
	return false
}

// freeSlot returns a scratch memory slot that the program does not use, -1 if
// there is none.
func freeSlot(prog []bpf.RawInstruction) int {
	var used [scratchSlots]bool
	for _, ins := range prog {
		switch ins.Op {
		case opLdMem, opLdxMem, opSt, opStx:
			if ins.K < scratchSlots {
				used[ins.K] = true
			}
		}
	}
	for i := scratchSlots - 1; i >= 0; i-- {
		if !used[i] {
			return i
		}
	}
	return -1
}

// An assembler builds a program whose jumps go to labels.
type assembler struct {
	code    []instruction
	labels  []int // position in code, by label
	scratch int   // slot that is free to use; -1 if none
	err     error
}

// A label is a place in the code. next stands for the instruction after the
// jump.
type label int

const next label = -1

type instruction struct {
	bpf.RawInstruction
	jump   bool
	jt, jf label
}

func (a *assembler) newLabel() label {
	a.labels = append(a.labels, -1)
	return label(len(a.labels) - 1)
}

func (a *assembler) bind(l label) { a.labels[l] = len(a.code) }

func (a *assembler) emit(op uint16, k uint32) {
	a.code = append(a.code, instruction{RawInstruction: bpf.RawInstruction{Op: op, K: k}})
}

func (a *assembler) jump(op uint16, k uint32, jt, jf label) {
	a.code = append(a.code, instruction{
		RawInstruction: bpf.RawInstruction{Op: op, K: k}, jump: true, jt: jt, jf: jf,
	})
}

// slot returns the free scratch slot.
func (a *assembler) slot() uint32 {
	if a.scratch < 0 {
		a.err = errors.New("it uses all of the scratch memory")
		return 0
	}
	return uint32(a.scratch)
}

// translate appends the program with its loads rewritten.
func (a *assembler) translate(prog []bpf.RawInstruction, l *layout) error {
	at := make([]label, len(prog))
	for i := range at {
		at[i] = a.newLabel()
	}
	for i, ins := range prog {
		a.bind(at[i])
		target := func(distance uint32) label {
			if t := uint64(i) + 1 + uint64(distance); t < uint64(len(prog)) {
				return at[t]
			}
			a.err = fmt.Errorf("instruction %d jumps out of the program", i)
			return next
		}
		switch {
		case ins.Op == opJa:
			a.jump(opJa, 0, target(ins.K), next)
		case ins.Op&opClass == classJmp:
			a.jump(ins.Op, ins.K, target(uint32(ins.Jt)), target(uint32(ins.Jf)))
		default:
			a.load(ins, l)
		}
		if a.err != nil {
			return a.err
		}
	}
	return nil
}

// load appends an instruction that is not a jump.
func (a *assembler) load(ins bpf.RawInstruction, l *layout) {
	rest, shift := l.rest()
	switch ins.Op & (opClass | opMode) {
	case classLd | modeAbs:
		if int32(ins.K) < 0 { // ancillary
			a.emit(ins.Op, ins.K)
			return
		}
		a.loadBytes(l, ins.K, sizeOf(ins.Op))
	case classLd | modeInd:
		if ins.K >= rest {
			a.emit(ins.Op, ins.K-shift)
			return
		}
		// The header is met where X is small: a case for each value of X.
		done, far := a.newLabel(), a.newLabel()
		a.emit(opTxa, 0)
		a.jump(opJge, rest-ins.K, far, next)
		for x := range rest - ins.K {
			other := a.newLabel()
			if x < rest-ins.K-1 {
				a.jump(opJeq, x, next, other)
			}
			a.loadBytes(l, ins.K+x, sizeOf(ins.Op))
			a.jump(opJa, 0, done, next)
			a.bind(other)
		}
		a.bind(far)
		a.emit(ins.Op, ins.K-shift)
		a.bind(done)
	case classLd | modeLen:
		a.loadLen(l)
	case classLdx | modeLen:
		a.keepA(func() { a.loadLen(l) })
	case classLdx | modeMsh:
		if s := l.at(ins.K); s.kind == segPacket {
			a.emit(ins.Op, ins.K-s.value)
			return
		}
		a.keepA(func() {
			a.loadBytes(l, ins.K, 1)
			a.emit(opAnd, 0xf)
			a.emit(opLsh, 2)
		})
	default:
		a.emit(ins.Op, ins.K)
	}
}

// loadLen appends code that loads the packet's length.
func (a *assembler) loadLen(l *layout) {
	a.emit(opLdLen, 0)
	switch {
	case !l.lenKnown:
		a.err = errUnknown
	case l.lenDelta != 0:
		a.emit(opAdd, l.lenDelta)
	}
}

// keepA appends code that leaves a value in A, and brings it to X instead.
func (a *assembler) keepA(code func()) {
	slot := a.slot()
	a.emit(opSt, slot)
	code()
	a.emit(opTax, 0)
	a.emit(opLdMem, slot)
}

// loadBytes appends code that loads size savefile bytes at off into A and
// leaves X alone.
func (a *assembler) loadBytes(l *layout, off, size uint32) {
	parts := 0
	for done := uint32(0); done < size; parts++ {
		done += a.partLen(l.at(off+done), off+done, size-done)
	}
	if parts == 1 {
		a.loadPart(l.at(off), off, size)
		return
	}
	slot := a.slot()
	a.emit(opStx, slot)
	for done := uint32(0); done < size; {
		s := l.at(off + done)
		n := a.partLen(s, off+done, size-done)
		a.loadPart(s, off+done, n)
		if left := size - done - n; left > 0 {
			a.emit(opLsh, 8*left)
		}
		if done > 0 {
			a.emit(opOrX, 0)
		}
		if done += n; done < size {
			a.emit(opTax, 0)
		}
	}
	a.emit(opLdxMem, slot)
}

// partLen returns how many of size bytes at off one load can get from s.
func (a *assembler) partLen(s segment, off, size uint32) uint32 {
	if s.len != 0 {
		size = min(size, s.off+s.len-off)
	}
	if size == 3 && s.kind == segPacket {
		size = 2 // there is no load of three bytes
	}
	return size
}

// loadPart appends code that loads size bytes at off, which all lie in s.
func (a *assembler) loadPart(s segment, off, size uint32) {
	switch s.kind {
	case segPacket:
		op := uint16(classLd | modeAbs | sizeW)
		switch size {
		case 1:
			op |= sizeB
		case 2:
			op |= sizeH
		}
		a.emit(op, off-s.value)
	case segAncillary:
		a.emit(opLd, s.value)
		if right := s.off + s.len - off - size; right > 0 {
			a.emit(opRsh, 8*right)
		}
		if off > s.off {
			a.emit(opAnd, 1<<(8*size)-1)
		}
	case segConst:
		a.emit(opLdImm, s.value>>(8*(s.off+s.len-off-size))&(1<<(8*size)-1))
	default:
		a.err = errUnknown
	}
}

// at returns the segment that the byte at off lies in.
func (l *layout) at(off uint32) segment {
	last := len(l.segments) - 1
	for _, s := range l.segments[:last] {
		if off < s.off+s.len {
			return s
		}
	}
	return l.segments[last]
}

func sizeOf(op uint16) uint32 {
	switch op & opSize {
	case sizeB:
		return 1
	case sizeH:
		return 2
	}
	return 4
}

// assemble turns labels into distances. Conditional jumps reach 255
// instructions; a farther one becomes a short jump to one of two long ones.
func (a *assembler) assemble() ([]bpf.RawInstruction, error) {
	if a.err != nil {
		return nil, a.err
	}
	if len(a.code) > maxFilter {
		return nil, errTooLong
	}
	long := make([]bool, len(a.code))
	pos := make([]int, len(a.code)+1)
	target := func(i int, l label) int {
		if l == next {
			return pos[i+1]
		}
		return pos[a.labels[l]]
	}
	for again := true; again; { // each round makes one more jump long, or ends
		again = false
		for i := range a.code {
			pos[i+1] = pos[i] + 1
			if long[i] {
				pos[i+1] += 2
			}
		}
		for i, ins := range a.code {
			if !ins.jump || ins.Op == opJa || long[i] {
				continue
			}
			if target(i, ins.jt)-pos[i]-1 > 255 || target(i, ins.jf)-pos[i]-1 > 255 {
				long[i], again = true, true
			}
		}
	}
	out := make([]bpf.RawInstruction, 0, pos[len(a.code)])
	for i, ins := range a.code {
		raw := ins.RawInstruction
		switch {
		case !ins.jump:
		case ins.Op == opJa:
			raw.K = uint32(target(i, ins.jt) - pos[i] - 1)
		case long[i]:
			raw.Jt, raw.Jf = 0, 1
			out = append(out, raw, bpf.RawInstruction{Op: opJa, K: uint32(target(i, ins.jt) - pos[i] - 2)})
			raw = bpf.RawInstruction{Op: opJa, K: uint32(target(i, ins.jf) - pos[i] - 3)}
		default:
			raw.Jt, raw.Jf = uint8(target(i, ins.jt)-pos[i]-1), uint8(target(i, ins.jf)-pos[i]-1)
		}
		out = append(out, raw)
	}
	return out, nil
}
