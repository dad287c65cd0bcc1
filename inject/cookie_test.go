package inject

import (
	"encoding/binary"
	"net/netip"
	"testing"
)

// TestSipHash checks the hash against the test vectors of its authors: key
// 00 01 ... 0f, message 00 01 ... n-1.
func TestSipHash(t *testing.T) {
	vectors := map[int]uint64{
		0:  0x726fdb47dd0e0e31,
		7:  0xab0200f58b01d137,
		8:  0x93f5f5799a932462,
		15: 0xa129ca6149be45e5,
	}
	var key [16]byte
	for i := range key {
		key[i] = byte(i)
	}
	for n, want := range vectors {
		c := newCookie(binary.LittleEndian.Uint64(key[:]), binary.LittleEndian.Uint64(key[8:]))
		msg := make([]byte, (n/8+1)*8)
		for i := range n {
			msg[i] = byte(i)
		}
		msg[len(msg)-1] = byte(n)
		for ; len(msg) > 0; msg = msg[8:] {
			c.word(binary.LittleEndian.Uint64(msg))
		}
		if got := c.sum(); got != want {
			t.Errorf("hash of %d bytes is %#x, want %#x", n, got, want)
		}
	}
}

func TestCookieDependsOnAll(t *testing.T) {
	src, dst := toAddr128(netip.MustParseAddr("192.0.2.1")), toAddr128(netip.MustParseAddr("192.0.2.2"))
	base := newCookie(1, 2).from(src).seq(dst, 1000, 80)
	others := map[string]uint64{
		"key":              newCookie(1, 3).from(src).seq(dst, 1000, 80),
		"source":           newCookie(1, 2).from(dst).seq(dst, 1000, 80),
		"destination":      newCookie(1, 2).from(src).seq(src, 1000, 80),
		"source port":      newCookie(1, 2).from(src).seq(dst, 1001, 80),
		"destination port": newCookie(1, 2).from(src).seq(dst, 1000, 81),
	}
	for what, h := range others {
		if uint32(h) == uint32(base) {
			t.Errorf("another %s has the same cookie", what)
		}
	}
	if again := newCookie(1, 2).from(src).seq(dst, 1000, 80); again != base {
		t.Error("the same probe has another cookie")
	}
}
