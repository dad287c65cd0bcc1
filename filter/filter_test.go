package filter

import (
	"errors"
	"flag"
	"net/netip"
	"os"
	"strings"
	"testing"

	"wiredump/capture/packet"
)

var update = flag.Bool("update", false, "rewrite testdata/expressions.txt with what expressions compile to")

// TestPrograms compiles every expression of testdata/expressions.txt and
// compares the program with what stands under it:
//
//	EN10MB tcp port 80
//		(000) ldh      [12]
//		...
//
// A line may begin with live or plain, for Options.Live and NoOptimize.
func TestPrograms(t *testing.T) {
	const file = "testdata/expressions.txt"
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	rows := 0
	for line := range strings.Lines(string(text)) {
		line = strings.TrimSuffix(line, "\n")
		if line == "" || line[0] == '\t' {
			continue
		}
		out.WriteString(line + "\n")
		if line[0] == '#' {
			continue
		}
		rows++
		var o Options
		link, expr, _ := strings.Cut(line, " ")
		switch link {
		case "live":
			o.Live = true
			link, expr, _ = strings.Cut(expr, " ")
		case "plain":
			o.NoOptimize = true
			link, expr, _ = strings.Cut(expr, " ")
		}
		var ok bool
		if o.LinkType, ok = packet.ParseLinkType(link); !ok {
			t.Fatalf("%s: unknown link type", line)
		}
		p, err := Compile(expr, o)
		if err != nil {
			var e *Error
			if !errors.As(err, &e) {
				t.Fatalf("%s: %v", line, err)
			}
			out.WriteString("\t" + e.Msg + "\n\t" + strings.ReplaceAll(e.Caret(), "\n", "\n\t") + "\n")
			continue
		}
		for l := range strings.Lines(p.String()) {
			out.WriteString("\t" + strings.TrimRight(l, " \n") + "\n")
		}
	}
	if rows < 50 {
		t.Errorf("only %d expressions", rows)
	}
	if *update {
		if err := os.WriteFile(file, []byte(out.String()), 0o666); err != nil {
			t.Fatal(err)
		}
		return
	}
	got, want := strings.Split(out.String(), "\n"), strings.Split(string(text), "\n")
	row := ""
	for i := range min(len(got), len(want)) {
		if want[i] != "" && want[i][0] != '\t' {
			row = want[i]
		}
		if got[i] != want[i] {
			t.Fatalf("%s: line %d is\n%s\nwant\n%s", row, i+1, got[i], want[i])
		}
	}
	if len(got) != len(want) {
		t.Fatalf("%d lines, want %d", len(got), len(want))
	}
}

// TestErrors checks places and words that people and scripts rely on.
func TestErrors(t *testing.T) {
	for _, c := range []struct {
		expr, msg string
		offset    int
	}{
		{"tcp port", "can't parse filter expression: syntax error", 8},
		{"tcp and udp foo", "can't parse filter expression: syntax error", 12},
		{"tcp & port 80", "can't parse filter expression: syntax error", 4},
		{"(tcp", "can't parse filter expression: syntax error", 4},
		{"port nosuchport", "unknown port 'nosuchport'", 5},
		{"tcp port tftp", "port 'tftp' is udp", 9},
		{"udp port 70000", "illegal port number 70000 > 65535", 9},
		{"host nosuchhost", "unknown host 'nosuchhost'", 5},
		{"net nosuchnet", "unknown network 'nosuchnet'", 4},
		{"ip and arp", "expression rejects all packets", 0},
		{"net 10.0.0.1/8", "non-network bits set in \"10.0.0.1/8\"", 4},
		{"host 10.0.0.0/8", "Mask syntax for networks only", 5},
		{"vlan 4096", "VLAN tag 4096 greater than maximum 4095", 0},
		{"tcp or 80", "syntax error in filter expression", 7},
		{"ip[0:3] = 1", "data size must be 1, 2, or 4", 5},
		{"len / 0 = 1", "division by zero", 6},
		{"len << 32 = 1", "shift by more than 31 bits", 7},
		{"tcp host 10.0.0.1", "'tcp' modifier applied to host", 9},
		{"ether host 1:2:3:4:5", "bogus ethernet address 1:2:3:4:", 11},
		{"type data", "802.11 link-layer types supported only on 802.11", 0},
	} {
		_, err := Compile(c.expr, Options{LinkType: packet.Ethernet, Resolver: noNames{}})
		var e *Error
		if !errors.As(err, &e) {
			t.Errorf("%s: %v", c.expr, err)
			continue
		}
		if e.Msg != c.msg || e.Offset != c.offset {
			t.Errorf("%s: %q at %d, want %q at %d", c.expr, e.Msg, e.Offset, c.msg, c.offset)
		}
		if e.Error() != e.Msg {
			t.Errorf("%s: Error() is %q", c.expr, e.Error())
		}
	}
}

func TestCaret(t *testing.T) {
	e := &Error{Expr: "tcp and\n\tport eighty or udp", Offset: 14, Length: 6, Hint: "a number"}
	const want = "\tport eighty or udp\n\t     ^~~~~~ a number"
	if got := e.Caret(); got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestNames(t *testing.T) {
	names := someNames{
		"both": {netip.MustParseAddr("10.0.0.1"), netip.MustParseAddr("2001:db8::1"), netip.MustParseAddr("::ffff:10.0.0.2")},
		"four": {netip.MustParseAddr("10.0.0.1")},
	}
	same := func(a, b string) {
		t.Helper()
		o := Options{LinkType: packet.Ethernet, Resolver: names}
		p, err := Compile(a, o)
		if err != nil {
			t.Fatalf("%s: %v", a, err)
		}
		q, err := Compile(b, o)
		if err != nil {
			t.Fatalf("%s: %v", b, err)
		}
		if p.String() != q.String() {
			t.Errorf("%s and %s differ:\n%s\n%s", a, b, p, q)
		}
	}
	same("host both", "host 10.0.0.1 or host 2001:db8::1 or host 10.0.0.2")
	same("ip6 host both", "ip6 host 2001:db8::1")
	same("src four", "src 10.0.0.1")
	same("host four or both or four", "host 10.0.0.1 or both")
	same("port http", "tcp port 80")
	same("port domain", "port 53")
	same("portrange 20-telnet", "portrange 20-23")
	if _, err := Compile("ip6 host four", Options{LinkType: packet.Ethernet, Resolver: names}); err == nil {
		t.Error("ip6 host accepts a name with an IPv4 address only")
	}
}

// TestNesting makes sure that deep expressions neither overflow anything nor
// take long.
func TestNesting(t *testing.T) {
	for _, expr := range []string{
		strings.Repeat("(", 5000) + "tcp" + strings.Repeat(")", 5000),
		strings.Repeat("not ", 5000) + "tcp",
		"len = " + strings.Repeat("(", 3000) + "1" + strings.Repeat(")", 3000),
		strings.Repeat("tcp or ", 3000) + "udp",
		"len = 1" + strings.Repeat("+1", 3000),
		"host 10.0.0.1" + strings.Repeat(" and not 10.0.0.2", 2000),
		"len = ip[0]" + strings.Repeat(" + ip[1] - tcp[ip[2]] * tcp[3]", 500),
	} {
		if _, err := Compile(expr, Options{LinkType: packet.Ethernet}); err != nil {
			t.Errorf("%.40s...: %v", expr, err)
		}
	}
	for _, expr := range []string{
		strings.Repeat("(", 100000), strings.Repeat("!", 100000), "len=" + strings.Repeat("-", 100000),
		"ip" + strings.Repeat("[ip", 50000), strings.Repeat("(", 20000) + "80",
	} {
		if _, err := Compile(expr, Options{LinkType: packet.Ethernet}); err == nil {
			t.Errorf("%.40s... compiles", expr)
		}
	}
}

// TestListLength checks that long lists fit into the kernel, and that a packet
// meets few of their comparisons.
func TestListLength(t *testing.T) {
	for kind, most := range map[string]int{"ports": 2400, "hosts": 2400, "hosts6": 2400, "nets": 30} {
		p, err := Compile(listExpr(kind, 1000), Options{LinkType: packet.Ethernet})
		if err != nil {
			t.Fatal(err)
		}
		if p.Len() > most || !p.FitsKernel() {
			t.Errorf("1000 %s: %d instructions, want at most %d", kind, p.Len(), most)
		}
	}
	p, err := Compile(listExpr("ports", 4000), Options{LinkType: packet.Ethernet})
	if err != nil {
		t.Fatal(err)
	}
	if p.FitsKernel() {
		t.Errorf("%d instructions fit", p.Len())
	}
	// source 50000, destination 20995: in the list, near its end
	frame := append(make([]byte, 12), 0x08, 0, 0x45, 0, 0, 40, 0, 0, 0, 0, 64, 6, 0, 0,
		10, 0, 0, 1, 10, 0, 0, 2, 0xc3, 0x50, 0x52, 0x03)
	if p.Run(frame, 60, Meta{}) == 0 {
		t.Error("a port of the list is not accepted")
	}
	if steps := countSteps(p, frame); steps > 60 {
		t.Errorf("a packet takes %d instructions", steps)
	}
}

// countSteps runs a program that only loads, compares and returns.
func countSteps(p *Program, data []byte) int {
	steps := 0
	for {
		// Shorter and shorter programs: the first that does not come to its
		// end tells how far the packet gets.
		steps++
		if _, done := runSteps(p, data, steps); done {
			return steps
		}
	}
}

func runSteps(p *Program, data []byte, limit int) (uint32, bool) {
	var a, x uint32
	pc := 0
	for range limit {
		in := p.raw[pc]
		pc++
		jump := func(yes bool) {
			if yes {
				pc += int(in.Jt)
			} else {
				pc += int(in.Jf)
			}
		}
		switch in.Op {
		case opLdH:
			a = uint32(data[in.K])<<8 | uint32(data[in.K+1])
		case opLdB:
			a = uint32(data[in.K])
		case opLdHInd:
			a = uint32(data[x+in.K])<<8 | uint32(data[x+in.K+1])
		case opLdxMsh:
			x = uint32(data[in.K]&15) * 4
		case opLdxImm:
			x = in.K
		case opJeqK:
			jump(a == in.K)
		case opJgtK:
			jump(a > in.K)
		case opJgeK:
			jump(a >= in.K)
		case opJsetK:
			jump(a&in.K != 0)
		case opJa:
			pc += int(in.K)
		case opRetK:
			return in.K, true
		default:
			panic(in.Op)
		}
	}
	return 0, false
}

func TestSnapLen(t *testing.T) {
	for _, expr := range []string{"", "  \n", "tcp", "len >= 0"} {
		p, err := Compile(expr, Options{LinkType: packet.Ethernet, SnapLen: 96})
		if err != nil {
			t.Fatal(err)
		}
		frame := append(make([]byte, 12), 0x08, 0, 0x45, 0, 0, 40, 0, 0, 0, 0, 64, 6, 0, 0)
		if got := p.Run(frame, 60, Meta{}); got != 96 {
			t.Errorf("%q returns %d", expr, got)
		}
	}
}

func TestProtochainLoops(t *testing.T) {
	// An authentication header of which libpcap takes the length for the place
	// of the next: it leads to itself for ever.
	frame := append(make([]byte, 12), 0x86, 0xdd, 0x60, 0, 0, 0, 0, 40, 51, 64)
	frame = append(frame, make([]byte, 32)...)
	frame = append(frame, 51, 8, 0, 0, 0, 0, 0, 0)
	frame = append(frame, make([]byte, 200)...)
	p, err := Compile("ip6 protochain 6", Options{LinkType: packet.Ethernet})
	if err != nil {
		t.Fatal(err)
	}
	if p.Run(frame, uint32(len(frame)), Meta{}) != 0 {
		t.Error("accepted")
	}
	live, err := Compile("ip6 protochain 6", Options{LinkType: packet.Ethernet, Live: true})
	if err != nil {
		t.Fatal(err)
	}
	if s := invalid(live.Raw()); s != "" || !live.FitsKernel() {
		t.Errorf("the live program is not for the kernel: %s", s)
	}
	// Hop-by-hop options, routing, TCP.
	good := append(append([]byte{}, frame[:20]...), 0, 64)
	good = append(good, make([]byte, 32)...)
	good = append(good, 43, 0, 0, 0, 0, 0, 0, 0, 6, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 80, 0, 80)
	for _, p := range [...]*Program{p, live} {
		if p.Run(good, uint32(len(good)), Meta{}) == 0 {
			t.Errorf("TCP behind two headers is rejected\n%s", p)
		}
	}
}

// TestSameProgramAlways: an expression has one program, in whatever order the
// compiler's tables happen to be walked.
func TestSameProgramAlways(t *testing.T) {
	for _, expr := range []string{
		"decnet host 1.1",
		"ip[2:2] - ((ip[0] & 0xf) << 2) - ((tcp[12] & 0xf0) >> 2) != 0",
		"(vlan 3 and port 53) or (mpls and host 10.0.0.1)",
		"ether[0] + ether[1] = ip[0] + ip[1] or ether[0] - ip[0] = ether[1] - ip[1]",
	} {
		for _, link := range []packet.LinkType{packet.Ethernet, packet.LinuxSLL2} {
			first, err := Compile(expr, Options{LinkType: link})
			if err != nil {
				continue // link types without such a test
			}
			for range 20 {
				again, err := Compile(expr, Options{LinkType: link})
				if err != nil {
					t.Fatal(err)
				}
				if a, b := first.String(), again.String(); a != b {
					t.Fatalf("%s, %v: two programs\n%s\n%s", expr, link, a, b)
				}
			}
		}
	}
}
