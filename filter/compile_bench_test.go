package filter

import (
	"fmt"
	"strings"
	"testing"

	"wiredump/capture/packet"
)

// lists returns expressions with n operands.
func listExpr(kind string, n int) string {
	var b strings.Builder
	for i := range n {
		if i > 0 {
			b.WriteString(" or ")
		}
		switch kind {
		case "ports":
			fmt.Fprintf(&b, "port %d", 1000+i*5%60000)
		case "hosts":
			fmt.Fprintf(&b, "host 10.%d.%d.%d", i*7%256, i/256, i%256)
		case "nets":
			fmt.Fprintf(&b, "net 10.%d.%d.0/24", i/256, i%256)
		case "hosts6":
			fmt.Fprintf(&b, "host 2001:db8::%x:%x", i*7%65536, i)
		case "mixed":
			fmt.Fprintf(&b, "(host 10.0.%d.%d and port %d)", i/256, i%256, 1000+i%60000)
		case "rules":
			fmt.Fprintf(&b, "(src host 10.0.%d.%d and dst port %d)", i/256, i%256, 1000+i)
		}
	}
	return b.String()
}

func BenchmarkCompile(b *testing.B) {
	for _, kind := range []string{"ports", "hosts", "nets", "hosts6", "rules", "mixed"} {
		for _, n := range []int{100, 1000, 10000} {
			expr := listExpr(kind, n)
			b.Run(fmt.Sprintf("%s/%d", kind, n), func(b *testing.B) {
				size := 0
				for b.Loop() {
					p, err := Compile(expr, Options{LinkType: packet.Ethernet})
					if err != nil {
						b.Fatal(err)
					}
					size = p.Len()
				}
				b.ReportMetric(float64(size), "instructions")
			})
		}
	}
}
