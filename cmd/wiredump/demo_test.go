package main

import (
	"bytes"
	"strings"
	"testing"
)

// The demo must show something of everything, with the right to capture and
// without.
func TestDemo(t *testing.T) {
	var out, errs bytes.Buffer
	if code := run([]string{"wiredump", "demo"}, nil, &out, &errs); code != 0 {
		t.Fatalf("exit code %d: %s", code, errs.String())
	}
	for _, want := range []string{
		"A? demo.example.", "NXDomain", // names
		"HTTP: GET / HTTP/1.1", "404 Not Found", // pages
		": ESTABLISHED rtt ", ": REFUSED after ", // handshakes
		"open (", "closed (", // ports
	} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("the demo shows no %q:\n%s", want, out.String())
		}
	}
}

// Whoever may not capture sees the capture that is shipped.
func TestDemoCapture(t *testing.T) {
	var out bytes.Buffer
	if err := showPackets(&out, demoCapture); err != nil {
		t.Fatal(err)
	}
	if err := showHandshakes(&out, demoCapture); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"A? demo.example.", "HTTP: GET / HTTP/1.1", ": ESTABLISHED rtt ", ": REFUSED after "} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("the shipped capture shows no %q:\n%s", want, out.String())
		}
	}
}
