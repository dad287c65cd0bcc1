package filter

import (
	"golang.org/x/net/bpf"

	"wiredump/capture/packet"
)

// MaxKernelInstructions is the longest program that Linux attaches to a
// socket. Longer ones run in [Program.Run] only.
const MaxKernelInstructions = 4096

// A Program is a compiled filter. It does not change once made and may be used
// by many goroutines at a time.
type Program struct {
	expr     string
	linkType packet.LinkType
	raw      []bpf.RawInstruction
	steps    []runStep // the same for Run

	// Of a program that was compiled with Options.Live:
	user     *Program // the same for packets as a source hands them out
	userOnly bool     // there is none for the kernel
	coarse   bool     // the kernel's accepts more
}

// Expr returns the expression that the program was compiled from.
func (p *Program) Expr() string { return p.expr }

// LinkType returns what packets have to begin with.
func (p *Program) LinkType() packet.LinkType { return p.linkType }

// Len returns the number of instructions.
func (p *Program) Len() int { return len(p.raw) }

// FitsKernel reports whether the program may be attached to a Linux socket. If
// Options.Live was set and it may not, because it is too long or asks for what
// the kernel does not tell, packets have to be filtered with
// [Program.Accepts].
func (p *Program) FitsKernel() bool {
	return !p.userOnly && len(p.raw) <= MaxKernelInstructions
}

// Coarse reports whether the kernel accepts packets with the program that the
// expression does not, so that [Program.Accepts] has to look at them again. It
// is so for the cooked link types, where a socket's filter does not learn what
// is inside of a VLAN tag.
func (p *Program) Coarse() bool { return p.coarse }

// Raw returns the instructions as the kernel takes them. They belong to the
// program and must not be changed.
func (p *Program) Raw() []bpf.RawInstruction { return p.raw }

// Instructions returns the program in golang.org/x/net/bpf's terms, and
// whether that package can represent all of it (it knows no exclusive or with
// a memory word, for example, but all that Compile makes).
func (p *Program) Instructions() ([]bpf.Instruction, bool) {
	return bpf.Disassemble(p.raw)
}

// Meta holds the facts about a packet that its bytes do not show and that a
// filter may ask for. The zero value knows nothing.
type Meta struct {
	// Direction decides inbound and outbound: only Out is outbound.
	Direction packet.Direction
	// VLANPresent says that a tag was delivered beside the frame; valid for
	// programs that were compiled with Options.Live.
	VLANPresent bool
	VLANTCI     uint16 // priority and VLAN number; valid iff VLANPresent
	VLANProto   uint16 // 0x8100 or 0x88a8; valid iff VLANPresent
	Protocol    uint16 // Ethernet type, host order
	IfIndex     uint32 // the kernel's interface index; 0 if not known
}

// Accepts reports whether the expression accepts p, which is a packet as its
// source hands it out: with VLAN tags in their place and with a link-layer
// header, also if the program was compiled with Options.Live. ifs are the
// interfaces of that source; they are asked for the interface index only.
func (p *Program) Accepts(pkt *packet.Packet, ifs []packet.Interface) bool {
	if p.user != nil {
		p = p.user
	}
	m := Meta{Direction: pkt.Direction}
	if int(pkt.Interface) < len(ifs) {
		m.IfIndex = uint32(ifs[pkt.Interface].Index)
	}
	return p.Run(pkt.Data, pkt.WireLen, m) != 0
}
