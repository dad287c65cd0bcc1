package filter

import (
	"encoding/binary"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"golang.org/x/net/bpf"

	"wiredump/capture/packet"
)

// A maker makes random expressions and frames.
type maker struct{ *rand.Rand }

func (m maker) pick(s ...string) string { return s[m.IntN(len(s))] }

// expr returns a random expression; depth bounds how it nests.
func (m maker) expr(depth int) string {
	if depth == 0 || m.IntN(4) == 0 {
		return m.primitive()
	}
	l, r := m.expr(depth-1), m.expr(depth-1)
	switch m.IntN(6) {
	case 0:
		return "not (" + l + ")"
	case 1, 2:
		return "(" + l + ") and (" + r + ")"
	case 3, 4:
		return "(" + l + ") or (" + r + ")"
	}
	return l + m.pick(" or ", " and ") + r
}

func (m maker) primitive() string {
	switch m.IntN(13) {
	case 12:
		return m.pick("vlan", "vlan 3", "vlan and vlan 2", "mpls", "mpls 5", "pppoes", "geneve", "geneve 5", "vxlan", "inbound", "outbound", "decnet host 1.2", "not vlan")
	case 0:
		return m.pick("ip", "ip6", "arp", "rarp", "tcp", "udp", "icmp", "icmp6", "sctp", "stp", "iso", "ipx", "atalk", "lsp", "igmp", "ah")
	case 1:
		return fmt.Sprintf("%s%sport %d", m.pick("", "tcp ", "udp "), m.pick("", "src ", "dst ", "src and dst "), m.port())
	case 2:
		return fmt.Sprintf("%s%sportrange %d-%d", m.pick("", "udp "), m.pick("", "src "), m.port(), m.port())
	case 3:
		return fmt.Sprintf("%s%shost %s", m.pick("", "ip ", "arp "), m.pick("", "src ", "dst ", "src and dst "), m.addr())
	case 4:
		return fmt.Sprintf("%snet %s", m.pick("", "src ", "dst "), m.pick("10.0.0.0/8", "10.0.0.0/30", "192.168.0.0/16", "0.0.0.0/0", "10.0", "2001:db8::/32", "2001:db8::/33", "::/0"))
	case 5:
		return fmt.Sprintf("%shost %s", m.pick("", "src "), m.pick("2001:db8::1", "2001:db8::2", "fe80::1"))
	case 6:
		return fmt.Sprintf("ether %s 00:00:00:00:00:0%d", m.pick("host", "src", "dst"), m.IntN(3))
	case 7:
		return m.pick("broadcast", "multicast", "ip multicast", "ip6 multicast", "len > 80", "less 100", "greater 60", "llc", "llc ui", "llc s")
	case 8:
		return fmt.Sprintf("%sproto %d", m.pick("", "ip ", "ip6 "), []int{6, 17, 1, 58, 44}[m.IntN(5)])
	case 9:
		list := make([]string, 2+m.IntN(12))
		for i := range list {
			list[i] = fmt.Sprint(m.port())
		}
		return m.pick("", "tcp ", "not udp ") + m.pick("port ", "src port ") + strings.Join(list, m.pick(" or ", " or ", " and not "))
	case 10:
		list := make([]string, 2+m.IntN(8))
		for i := range list {
			list[i] = m.addr()
		}
		return m.pick("host ", "dst host ") + strings.Join(list, " or ")
	}
	return m.relation()
}

func (m maker) port() int { return []int{1, 22, 53, 80, 81, 443, 1000, 65535}[m.IntN(8)] }

func (m maker) addr() string { return fmt.Sprintf("10.0.0.%d", m.IntN(4)) }

func (m maker) relation() string {
	return m.arith(2) + m.pick(" = ", " != ", " < ", " > ", " <= ", " >= ") + m.arith(1)
}

func (m maker) arith(depth int) string {
	if depth == 0 || m.IntN(3) == 0 {
		switch m.IntN(4) {
		case 0:
			return fmt.Sprint([]uint32{0, 1, 2, 5, 6, 17, 80, 0xff, 0x800, 0xfffffffe}[m.IntN(10)])
		case 1:
			return "len"
		}
		size := m.pick("", ":2", ":4")
		index := fmt.Sprint(m.IntN(24))
		if depth > 0 && m.IntN(3) == 0 {
			index = fmt.Sprintf("(%s[%d] & %d)", m.pick("ether", "ip", "tcp"), m.IntN(14), []int{1, 3, 7, 12}[m.IntN(4)])
		}
		return m.pick("ether", "ip", "ip6", "tcp", "udp", "icmp", "arp") + "[" + index + size + "]"
	}
	op := m.pick(" + ", " - ", " * ", " & ", " | ", " ^ ")
	if m.IntN(4) == 0 { // operators that must not have just any right side
		return "(" + m.arith(depth-1) + m.pick(" / ", " % ", " << ", " >> ") + fmt.Sprint(1+m.IntN(16)) + ")"
	}
	if m.IntN(10) == 0 {
		return "(" + m.arith(depth-1) + m.pick(" / ", " % ") + m.arith(depth-1) + ")"
	}
	return "(" + m.arith(depth-1) + op + m.arith(depth-1) + ")"
}

// frame returns a random Ethernet frame of whole headers.
func (m maker) frame() []byte {
	var f []byte
	mac := func() { f = append(f, byte(m.IntN(2)), 0, 0, 0, 0, byte(m.IntN(3))) }
	if m.IntN(8) == 0 {
		f = append(f, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff)
	} else {
		mac()
	}
	mac()
	for range m.IntN(3) {
		if m.IntN(2) == 0 {
			f = append(f, 0x81, 0, 0, byte(m.IntN(8)))
		}
	}
	ports := func() {
		f = binary.BigEndian.AppendUint16(f, uint16(m.port()))
		f = binary.BigEndian.AppendUint16(f, uint16(m.port()))
	}
	proto := []byte{1, 2, 6, 17, 58, 132, 44, 51}[m.IntN(8)]
	switch m.IntN(6) {
	case 0, 1:
		ihl := byte(5 + m.IntN(2))
		frag := []byte{0, 0, 0, 0x40, 0x20}[m.IntN(5)]
		f = append(f, 8, 0, 0x40|ihl, byte(m.IntN(4)), 0, byte(m.IntN(256)), 0, 1, frag, byte(m.IntN(5)/4*7), 64, proto, 0, 0)
		for range 2 {
			if m.IntN(6) == 0 {
				f = append(f, 224, 0, 0, 1)
			} else {
				f = append(f, 10, 0, 0, byte(m.IntN(4)))
			}
		}
		f = append(f, make([]byte, 4*(ihl-5))...)
		ports()
	case 2, 3:
		f = append(f, 0x86, 0xdd, 0x60, 0, 0, 0, 0, 40, proto, 64)
		for range 2 {
			f = append(f, 0x20, 0x01, 0x0d, 0xb8, byte(m.IntN(2)*0x80), 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, byte(m.IntN(3)))
		}
		ports()
	case 4:
		f = append(f, 8, byte(6), 0, 1, 8, 0, 6, 4, 0, byte(m.IntN(3)), 0, 0, 0, 0, 0, 1, 10, 0, 0, byte(m.IntN(4)), 0, 0, 0, 0, 0, 0, 10, 0, 0, byte(m.IntN(4)))
	case 5:
		f = append(f, 0, 40)
		f = append(f, [][]byte{{0x42, 0x42, 3}, {0xfe, 0xfe, 3, 0x83, 0, 0, 0, 0x12}, {0xaa, 0xaa, 3, 0, 0, 0, 8, 0}, {0xff, 0xff}, {0xe0, 0xe0, 3}}[m.IntN(5)]...)
	}
	for range 20 + m.IntN(40) {
		f = append(f, byte(m.IntN(256)&m.IntN(256)))
	}
	for range m.IntN(3) {
		f[m.IntN(len(f))] = byte(m.IntN(256))
	}
	return f
}

// programs compiles an expression plain and optimized; nil if it is refused.
func programs(t *testing.T, expr string, o Options) (plain, opt *Program) {
	t.Helper()
	o.NoOptimize = true
	plain, err := Compile(expr, o)
	if err != nil {
		return nil, nil
	}
	o.NoOptimize = false
	opt, err = Compile(expr, o)
	if err != nil {
		switch e := err.(*Error); e.Msg {
		case "expression rejects all packets":
			return plain, nil
		case "division by zero", "modulus by zero", "shift by more than 31 bits":
			return nil, nil // what constants come to, only the optimizer sees
		}
		t.Fatalf("%s: compiles without the optimizer only: %v", expr, err)
	}
	for _, p := range [...]*Program{plain, opt} {
		if s := invalid(p.raw); s != "" {
			t.Fatalf("%s: %s\n%s", expr, s, p)
		}
	}
	if opt.Len() > plain.Len() {
		t.Errorf("%s: optimized %d instructions, plain %d", expr, opt.Len(), plain.Len())
	}
	return plain, opt
}

// check compares verdicts of everything that can run a program.
func check(t *testing.T, expr string, o Options, frames [][]byte) {
	t.Helper()
	plain, opt := programs(t, expr, o)
	if plain == nil {
		return
	}
	vms := make(map[*Program]*bpf.VM)
	for _, p := range [...]*Program{plain, opt} {
		if p == nil || usesAncillary(p.raw) {
			continue
		}
		ins, ok := p.Instructions()
		if !ok {
			t.Fatalf("%s: not every instruction can be represented\n%s", expr, p)
		}
		vm, err := bpf.NewVM(ins)
		if err != nil {
			t.Fatalf("%s: %v\n%s", expr, err, p)
		}
		vms[p] = vm
	}
	zeroes := 2048
	if o.LinkType == packet.Radiotap { // whose header may claim any length
		zeroes = 1 << 17
	}
	for _, f := range frames {
		// With zeroes behind it, no load leaves the packet: there the two
		// have to agree without exception.
		whole := append(append([]byte{}, f...), make([]byte, zeroes)...)
		want := plain.Run(whole, uint32(len(f)), Meta{}) != 0
		got := opt != nil && opt.Run(whole, uint32(len(f)), Meta{}) != 0
		if got != want {
			t.Fatalf("%s: plain %v, optimized %v on %x\n%s\n%v", expr, want, got, f, plain, opt)
		}
		for p, vm := range vms {
			n, err := vm.Run(f)
			if err != nil {
				t.Fatalf("%s: %v", expr, err)
			}
			if ours := p.Run(f, uint32(len(f)), Meta{}); (n != 0) != (ours != 0) {
				t.Fatalf("%s: we say %d, x/net %d on %x\n%s", expr, ours, n, f, p)
			}
		}
	}
	checkKernel(t, expr, plain, opt, frames)
}

func usesAncillary(raw []bpf.RawInstruction) bool {
	for _, in := range raw {
		if (in.Op == opLdW || in.Op == opLdH || in.Op == opLdB) && in.K >= 1<<31 || in.Op == opLdxMsh && in.K >= 1<<31 {
			return true
		}
	}
	return false
}

// invalid returns what Linux would object to in a program.
func invalid(raw []bpf.RawInstruction) string {
	var set [1 << 16]uint32 // memory words set on every way, as bits
	if len(raw) == 0 || len(raw) >= len(set) {
		return "length"
	}
	for i := range raw {
		set[i] = maxUint32
	}
	set[0] = 0
	flow := func(from, to int, bits uint32) { set[to] &= bits }
	for i, in := range raw {
		bits := set[i]
		switch in.Op {
		case opSt, opStx:
			if in.K >= memWords {
				return fmt.Sprintf("instruction %d: memory word", i)
			}
			bits |= 1 << in.K
		case opLdMem, opLdxMem:
			if in.K >= memWords || bits>>in.K&1 == 0 {
				return fmt.Sprintf("instruction %d: M[%d] is not set", i, in.K)
			}
		case opDivK, opModK:
			if in.K == 0 {
				return fmt.Sprintf("instruction %d: division by zero", i)
			}
		case opLshK, opRshK:
			if in.K > 31 {
				return fmt.Sprintf("instruction %d: shift", i)
			}
		case opJa:
			if to := i + 1 + int(in.K); in.K >= 1<<31 || to >= len(raw) {
				return fmt.Sprintf("instruction %d: jump", i)
			}
			flow(i, i+1+int(in.K), bits)
			continue
		case opRetK, opRetA:
			if i+1 == len(raw) {
				return ""
			}
			// As Linux sees it, what follows is reached from here.
		}
		if in.Op&7 == 5 {
			t, f := i+1+int(in.Jt), i+1+int(in.Jf)
			if t >= len(raw) || f >= len(raw) {
				return fmt.Sprintf("instruction %d: jump", i)
			}
			flow(i, t, bits)
			flow(i, f, bits)
			continue
		}
		if i+1 == len(raw) {
			return "does not end in a return"
		}
		flow(i, i+1, bits)
	}
	return ""
}

func frames(m maker, n int) [][]byte {
	out := make([][]byte, n)
	for i := range out {
		out[i] = m.frame()
		if i%4 == 3 { // cut
			out[i] = out[i][:m.IntN(len(out[i]))]
		}
	}
	return out
}

// TestDifferential compares the plain program, the optimized one, x/net's
// virtual machine and the kernel over random expressions.
func TestDifferential(t *testing.T) {
	n := 2000
	if testing.Short() {
		n = 200
	}
	for seed := range n {
		m := maker{rand.New(rand.NewPCG(uint64(seed), 1))}
		expr := m.expr(3)
		if m.IntN(4) == 0 {
			expr = m.pick("vlan and ", "not vlan and ", "vlan 3 or ", "pppoes and ", "mpls or ", "geneve and ") + "(" + m.primitive() + ")"
		}
		check(t, expr, Options{LinkType: packet.Ethernet}, frames(m, 24))
	}
}

func FuzzDifferential(f *testing.F) {
	f.Add(uint64(1), uint64(2), uint8(0))
	f.Fuzz(func(t *testing.T, a, b uint64, kind uint8) {
		m := maker{rand.New(rand.NewPCG(a, b))}
		o := Options{LinkType: []packet.LinkType{packet.Ethernet, packet.Raw, packet.Null, packet.LinuxSLL, packet.LinuxSLL2, packet.IEEE80211, packet.Radiotap}[int(kind)%7]}
		check(t, m.expr(1+int(kind)%5), o, frames(m, 16))
	})
}

// FuzzCompile feeds the compiler any text.
func FuzzCompile(f *testing.F) {
	for _, s := range []string{"tcp port 80", "host 10.0.0.1 and not (port 22 or 23)", "ip[2:2] & 0xf != len", "vlan 5 and ip6 host ::1", "ether host 0:1:2:3:4:5", "(((", "port \\80", "net 10/8 mask 255"} {
		f.Add(s, uint16(1), false)
	}
	f.Fuzz(func(t *testing.T, expr string, link uint16, live bool) {
		o := Options{LinkType: packet.LinkType(link), Live: live, Resolver: noNames{}}
		for _, o.NoOptimize = range []bool{false, true} {
			p, err := Compile(expr, o)
			if err != nil {
				e, ok := err.(*Error)
				if !ok || e.Msg == "" || e.Offset < 0 || e.Offset > len(expr) {
					t.Fatalf("%q: bad error %#v", expr, err)
				}
				e.Caret()
				continue
			}
			if p.Len() == 0 {
				t.Fatalf("%q: empty program", expr)
			}
			if !strings.Contains(expr, "protochain") && !strings.Contains(expr, "-") && p.FitsKernel() {
				if s := invalid(p.Raw()); s != "" {
					t.Fatalf("%q: %s\n%s", expr, s, p)
				}
			}
			p.Run([]byte(expr), uint32(len(expr)), Meta{})
			p.Append(nil, Human)
		}
	})
}
