package main

import (
	"io"
	"os"
	"testing"
)

// Names are waited for only where a file on disk is read.
func TestWhoWaitsForNames(t *testing.T) {
	r, w, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	defer w.Close()
	f, err := os.Open("demo.pcap")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	for _, c := range []struct {
		stdin io.Reader
		want  bool
	}{{r, false}, {f, true}, {nil, false}} {
		if got := isRegular(c.stdin); got != c.want {
			t.Errorf("isRegular(%v) = %v", c.stdin, got)
		}
	}
}
