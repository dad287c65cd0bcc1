package phrase

import (
	"net/netip"
	"testing"
	"time"
)

func TestDuration(t *testing.T) {
	for d, want := range map[time.Duration]string{
		-1: "?", 0: "0.000 ms", 499: "0.000 ms", 500: "0.001 ms", 1234567: "1.235 ms",
		9999 * time.Millisecond: "9999.000 ms", 10 * time.Second: "10.000 s", 61500 * time.Millisecond: "61.500 s",
	} {
		if got := string(Duration(nil, d)); got != want {
			t.Errorf("%d: %q, want %q", d, got, want)
		}
	}
}

func TestEndpoint(t *testing.T) {
	for a, want := range map[string]string{"192.0.2.1:443": "192.0.2.1.443", "[2001:db8::1]:53": "2001:db8::1.53"} {
		if got := string(Endpoint([]byte("> "), netip.MustParseAddrPort(a))); got != "> "+want {
			t.Errorf("%s: %q, want %q", a, got, want)
		}
	}
}
