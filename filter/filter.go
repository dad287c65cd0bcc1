package filter

import (
	"context"
	"net"
	"net/netip"
	"strings"

	"golang.org/x/net/bpf"

	"wiredump/capture/packet"
)

// Options say what a program is compiled for. The zero value compiles for BSD
// loopback frames; everything else has to name its LinkType.
type Options struct {
	// LinkType is what packets begin with.
	LinkType packet.LinkType
	// SnapLen is the number of bytes that an accepted packet returns; 0 means
	// packet.MaxSnapLen.
	SnapLen int
	// NoOptimize leaves the program as it was generated, as -O does.
	NoOptimize bool
	// Live compiles for an AF_PACKET socket, where the kernel runs the program
	// over bytes that differ from those in a savefile: the outermost VLAN tag
	// of Ethernet frames stands beside the frame, and the cooked link types
	// have no header (the socket is of type SOCK_DGRAM). The program reads the
	// kernel's ancillary words instead, and accepts the same packets as the
	// program without Live does once they have been restored.
	Live bool
	// Savefile compiles for the packets of a savefile, which may come from
	// another operating system: BSD loopback frames have any system's address
	// families, and inbound, outbound and ifindex are refused for link types
	// that do not record them. Without Live and Savefile the program is for no
	// capture in particular.
	Savefile bool
	// Swapped says that the savefile was written by a host of the other byte
	// order; only the address family of BSD loopback frames depends on it.
	Swapped bool
	// Netmask is the IPv4 netmask of the interface, for ip broadcast, with the
	// first octet in the highest byte. 0 means that there is none.
	Netmask uint32
	// Resolver finds the addresses of host names; nil means the system's.
	Resolver Resolver
}

// A Resolver finds the addresses of a host name. *net.Resolver is one.
type Resolver interface {
	LookupNetIP(ctx context.Context, network, host string) ([]netip.Addr, error)
}

// Compile compiles an expression of the pcap-filter language. An expression
// that is empty or blank accepts every packet. The error is an [*Error].
func Compile(expr string, o Options) (*Program, error) {
	if o.SnapLen <= 0 {
		o.SnapLen = packet.MaxSnapLen
	}
	if o.Resolver == nil {
		o.Resolver = net.DefaultResolver
	}
	tree, err := parse(expr)
	if err != nil {
		return nil, err
	}
	prog, err := compile(expr, tree, o)
	if err != nil {
		return nil, err
	}
	return prog, nil
}

func compile(expr string, tree node, o Options) (*Program, *Error) {
	prog := &Program{expr: expr, linkType: o.LinkType}
	if tree == nil {
		prog.set([]bpf.RawInstruction{{Op: opRetK, K: uint32(o.SnapLen)}})
		return prog, nil
	}
	pool := newPool(!o.NoOptimize)
	f, whole, err := generate(pool, expr, tree, o)
	if err != nil {
		return nil, err
	}
	if o.Live {
		o.Live = false
		if prog.user, err = compile(expr, tree, o); err != nil {
			return nil, err
		}
		f, prog.coarse = forSocket(pool, f, o.LinkType)
		o.Live = true
	}
	if o.NoOptimize {
		entry, ok := plainBlocks(pool, f, uint32(o.SnapLen), o.Live)
		if !ok {
			return nil, tooManyRegisters(expr)
		}
		prog.set(flatten(entry))
		return prog, nil
	}
	g := newGraph(pool)
	root, contradictory := g.foldFormula(f, whole)
	if contradictory && !o.Live {
		return nil, &Error{Expr: expr, Length: len(expr), Msg: "expression rejects all packets"}
	}
	if o.Live {
		g.start = g.learn(g.start, g.load(2, 0, adVLANProto), tagProtocols())
	}
	root = g.optimize(root)
	if o.Live && g.live[root] != 0 {
		// What a socket does not tell, and places that some way leaves
		// undefined, as in `geneve or ip`: those differ between a file and a
		// socket.
		return userOnly(prog), nil
	}
	root = g.optimize(g.initialized(root))
	raw := g.assemble(root, uint32(o.SnapLen), o.Live)
	if raw == nil {
		return nil, tooManyRegisters(expr)
	}
	if o.Live && len(raw) > MaxKernelInstructions {
		return userOnly(prog), nil
	}
	prog.set(raw)
	return prog, nil
}

// userOnly gives up a program for the kernel.
func userOnly(p *Program) *Program {
	p.raw, p.steps, p.userOnly, p.coarse = p.user.raw, p.user.steps, true, false
	return p
}

func tooManyRegisters(expr string) *Error {
	return &Error{Expr: expr, Length: len(expr), Msg: "too many registers needed to evaluate expression"}
}

// An Error says why an expression was refused.
type Error struct {
	Expr   string // the whole expression
	Offset int    // where in Expr, in bytes, the problem begins
	Length int    // bytes of Expr that are meant; 0 for a single place
	Msg    string // in tcpdump's words where those are known to scripts
	Hint   string // what was expected; may be empty
}

// Error returns the message alone, as tcpdump prints it.
func (e *Error) Error() string { return e.Msg }

// Caret returns two lines for a terminal: the line of the expression that has
// the problem, and a caret under the place, followed by the hint if there is
// one. Neither line ends the output: there is no final newline.
func (e *Error) Caret() string {
	off := min(max(e.Offset, 0), len(e.Expr))
	start := strings.LastIndexByte(e.Expr[:off], '\n') + 1
	line := e.Expr[start:]
	if i := strings.IndexByte(line, '\n'); i >= 0 {
		line = line[:i]
	}
	var b strings.Builder
	b.WriteString(line)
	b.WriteByte('\n')
	for _, r := range e.Expr[start:off] {
		if r != '\t' {
			r = ' '
		}
		b.WriteRune(r)
	}
	b.WriteByte('^')
	for i := 1; i < e.Length && off+i < start+len(line); i++ {
		b.WriteByte('~')
	}
	if e.Hint != "" {
		b.WriteByte(' ')
		b.WriteString(e.Hint)
	}
	return b.String()
}
