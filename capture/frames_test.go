package capture_test

import "encoding/binary"

// Frames for tests: each has its number in the last two bytes of the source
// address, which cooked headers keep as well.

type tag struct{ tpid, tci uint16 }

// frame returns an Ethernet frame of 14 bytes, 4 per tag and the payload.
func frame(number int, ethertype uint16, payload []byte, tags ...tag) []byte {
	f := []byte{2, 0, 0, 0, 0, 0xb, 2, 0, 0, 0, byte(number >> 8), byte(number)}
	for _, t := range tags {
		f = binary.BigEndian.AppendUint16(f, t.tpid)
		f = binary.BigEndian.AppendUint16(f, t.tci)
	}
	f = binary.BigEndian.AppendUint16(f, ethertype)
	return append(f, payload...)
}

// ipv4 returns a packet from 10.99.0.1 to 10.99.0.99, which nobody has.
func ipv4(proto byte, fragment uint16, options, payload []byte) []byte {
	p := []byte{0x45 + byte(len(options)/4), 0, 0, 0, 0, 1, byte(fragment >> 8), byte(fragment), 64, proto, 0, 0,
		10, 99, 0, 1, 10, 99, 0, 99}
	p = append(append(p, options...), payload...)
	binary.BigEndian.PutUint16(p[2:], uint16(len(p)))
	return p
}

func udp(dst uint16, payload ...byte) []byte {
	u := []byte{0x30, 0x39, byte(dst >> 8), byte(dst), 0, byte(8 + len(payload)), 0, 0}
	return append(u, payload...)
}

func tcp(dst uint16, flags byte) []byte {
	return []byte{0x30, 0x39, byte(dst >> 8), byte(dst), 0, 0, 0, 1, 0, 0, 0, 0, 0x50, flags, 1, 0, 0, 0, 0, 0}
}

func ipv6(next byte, payload []byte) []byte {
	p := []byte{0x60, 0, 0, 0, 0, byte(len(payload)), next, 64,
		0xfd, 0x99, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1,
		0xfd, 0x99, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x99}
	return append(p, payload...)
}

// mixedFrames returns every payload with every way of tagging.
func mixedFrames() (frames [][]byte) {
	arp := append([]byte{0, 1, 8, 0, 6, 4, 0, 1, 2, 0, 0, 0, 0, 0xa, 10, 99, 0, 1, 0, 0, 0, 0, 0, 0, 10, 99, 0, 99}, make([]byte, 18)...)
	payloads := []struct {
		ethertype uint16
		data      []byte
	}{
		{0x0800, ipv4(17, 0, nil, udp(53, 1, 2, 3, 4, 5, 6, 7, 8))},
		{0x0800, ipv4(17, 0x1fff, nil, udp(53))},
		{0x0800, ipv4(6, 0, nil, tcp(80, 2))},
		{0x0800, ipv4(6, 0, []byte{1, 1, 1, 1, 1, 1, 1, 0}, tcp(80, 0x12))},
		{0x0800, ipv4(6, 0, nil, tcp(443, 0x10))},
		{0x0800, ipv4(1, 0, nil, []byte{8, 0, 0, 0, 0, 1, 0, 1})},
		{0x86dd, ipv6(17, udp(53))},
		{0x86dd, ipv6(6, tcp(80, 2))},
		{0x86dd, ipv6(0, append([]byte{6, 0, 1, 4, 0, 0, 0, 0}, tcp(80, 2)...))},
		{0x0806, arp},
		{0x8847, append([]byte{0, 0x10, 1, 64}, ipv4(17, 0, nil, udp(53))...)},
		{0x88b5, make([]byte, 50)},                               // local experimental
		{38, append([]byte{0x42, 0x42, 3}, make([]byte, 35)...)}, // 802.3 length and LLC
	}
	tagging := [][]tag{
		nil,
		{{0x8100, 7}},
		{{0x8100, 0x6000}}, // priority only
		{{0x88a8, 0x0123}},
		{{0x88a8, 10}, {0x8100, 20}},
		{{0x8100, 30}, {0x8100, 0xb028}},
	}
	for _, t := range tagging {
		for _, p := range payloads {
			frames = append(frames, frame(len(frames), p.ethertype, p.data, t...))
		}
	}
	return frames
}
