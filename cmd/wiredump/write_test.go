package main

import (
	"bytes"
	"path/filepath"
	"strings"
	"testing"

	"wiredump/pcapio"
)

// The verdict on a handshake goes into the file, as a comment on the packet
// that decided.
func TestVerdictsBecomeComments(t *testing.T) {
	out := filepath.Join(t.TempDir(), "out.pcapng")
	var stdout, stderr bytes.Buffer
	if code := run([]string{"wiredump", "-r", "demo.pcap", "--handshakes", "-w", out}, nil, &stdout, &stderr); code != 0 {
		t.Fatalf("exit code %d: %s", code, stderr.String())
	}
	r, err := pcapio.Open(out, pcapio.ReaderOptions{})
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	var comments []string
	for {
		b, err := r.Next()
		if err != nil {
			break
		}
		for i := range b.Packets {
			if x := b.Packets[i].Extra; x != nil {
				comments = append(comments, x.Comments...)
			}
		}
		b.Release()
	}
	if len(comments) != 2 || !strings.Contains(comments[0], ": ESTABLISHED rtt ") || !strings.Contains(comments[1], ": REFUSED after ") {
		t.Errorf("comments in the file: %q", comments)
	}
	if n := strings.Count(stdout.String(), "ESTABLISHED rtt"); n != 1 {
		t.Errorf("%d lines of the established connection:\n%s", n, stdout.String())
	}
}
