package text

import (
	"bytes"
	"encoding/binary"
	"testing"

	"wiredump/capture/packet"
	"wiredump/dissect"
)

// dnsWorst is a packet with a DNS message of 64 KiB whose names, followed
// without a bound, have the most labels: questions that all point to the end of
// a chain of pointers, which leads back over labels.
func dnsWorst(records bool) *packet.Packet {
	const size = 65507
	m := make([]byte, dissect.DNSLen, size)
	// Labels of one byte, then the pointers of a chain: each leads to the one
	// before, the first to the labels.
	const labels, pointers = 4000, 4000
	start := len(m)
	for range labels {
		m = append(m, 1, 'x')
	}
	m = append(m, 0xc0, 0) // forwards from where it stands is not allowed: the end
	last := start
	for range pointers {
		to := last
		last = len(m)
		m = append(m, 0xc0|byte(to>>8), byte(to))
	}
	// The chain is behind the entries' names, as these begin the message.
	entry := []byte{0xc0 | byte(last>>8), byte(last), 0, 5, 0, 1}
	if records {
		entry = append(entry, 0, 0, 0, 1, 0, 2, entry[0], entry[1])
	}
	var b []byte
	b = append(b, m[:dissect.DNSLen]...)
	n := 0
	// One entry whose data hold the labels and the chain.
	body := m[dissect.DNSLen:]
	b = append(b, 0, 0, 10, 0, 1, 0, 0, 0, 0, byte(len(body)>>8), byte(len(body)))
	shift := len(b) - dissect.DNSLen
	for i := 0; i < len(body); i += 2 {
		v := binary.BigEndian.Uint16(body[i:])
		if v >= 0xc000 && v != 0xc000 {
			v += uint16(shift)
		}
		b = binary.BigEndian.AppendUint16(b, v)
	}
	at := binary.BigEndian.Uint16(entry) + uint16(shift)
	binary.BigEndian.PutUint16(entry, at)
	if records {
		binary.BigEndian.PutUint16(entry[12:], at)
	}
	for len(b)+len(entry) <= size {
		b = append(b, entry...)
		n++
	}
	binary.BigEndian.PutUint16(b[2:], 0x8180)
	binary.BigEndian.PutUint16(b[6:], uint16(n+1))
	udp := []byte{0, 53, 0, 99, 0, 0, 0, 0}
	binary.BigEndian.PutUint16(udp[4:], uint16(8+len(b)))
	ip := []byte{0x45, 0, 0, 0, 0, 1, 0, 0, 64, 17, 0, 0, 10, 0, 0, 1, 10, 0, 0, 2}
	binary.BigEndian.PutUint16(ip[2:], uint16(28+len(b)))
	data := bytes.Join([][]byte{ip, udp, b}, nil)
	return &packet.Packet{Data: data, WireLen: uint32(len(data)), LinkType: packet.Raw}
}

// TestDNSWork shows the worst message: what there is of it stays within a few
// times its length.
func TestDNSWork(t *testing.T) {
	pkt := dnsWorst(true)
	out := New(Options{Verbose: 3}).Append(nil, pkt)
	if len(out) > 100*len(pkt.Data) {
		t.Errorf("%d bytes of text for %d", len(out), len(pkt.Data))
	}
	if !bytes.Contains(out, []byte(" x.x.x.")) || !bytes.HasSuffix(out, []byte("[|domain]\n")) {
		t.Errorf("begins %.200s\nends %s", out, out[len(out)-200:])
	}
}

func BenchmarkDNSWorst(b *testing.B) {
	pkt := dnsWorst(true)
	v := New(Options{Verbose: 3})
	var out []byte
	b.SetBytes(int64(len(pkt.Data)))
	for b.Loop() {
		out = v.Append(out[:0], pkt)
	}
}
