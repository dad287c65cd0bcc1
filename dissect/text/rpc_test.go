package text

import (
	"bytes"
	"encoding/binary"
	"testing"

	"wiredump/capture/packet"
)

// nfsDatagram puts a message into a datagram over IPv4.
func nfsDatagram(src, dst uint16, message []byte) []byte {
	b := make([]byte, 28, 28+len(message))
	b[0], b[8], b[9] = 0x45, 64, 17
	binary.BigEndian.PutUint16(b[2:], uint16(28+len(message)))
	b[15], b[19] = byte(src), byte(dst) // so that each port has its host
	binary.BigEndian.PutUint16(b[20:], src)
	binary.BigEndian.PutUint16(b[22:], dst)
	binary.BigEndian.PutUint16(b[24:], uint16(8+len(message)))
	return append(b, message...)
}

// FuzzNFS prints a call and a reply to it, which must not panic, and of which
// nothing may depend on bytes that were not captured.
func FuzzNFS(f *testing.F) {
	args := make([]byte, 80)
	copy(args, "\x00\x00\x00\x04abcd\x00\x00\x00\x02nm")
	for proc := range uint32(26) {
		for vers := uint32(2); vers <= 3; vers++ {
			call := []byte{0, 0, 0, 7, 0, 0, 0, 0, 0, 0, 0, 2, 0, 1, 0x86, 0xa3}
			call = binary.BigEndian.AppendUint32(call, vers)
			call = binary.BigEndian.AppendUint32(call, proc)
			call = append(append(call, make([]byte, 16)...), args...)
			reply := append([]byte{0, 0, 0, 7, 0, 0, 0, 1}, make([]byte, 20)...)
			for range 60 {
				reply = append(reply, 0, 0, 0, 1)
			}
			f.Add(call, reply, uint16(len(reply)), uint8(2))
		}
	}
	f.Fuzz(func(t *testing.T, call, reply []byte, cut uint16, verbose uint8) {
		if len(call) > 4096 || len(reply) > 4096 {
			return
		}
		show := func(behind bool) []byte {
			v := New(Options{Verbose: int(verbose % 4), RawHandles: verbose&8 != 0, Time: TimeNone})
			var out []byte
			for _, b := range [][]byte{nfsDatagram(800, 2049, call), nfsDatagram(2049, 800, reply)} {
				n := max(min(len(b), int(cut)), 1)
				data := b[:n]
				if !behind {
					data = append(make([]byte, 0, n), data...)
				}
				out = v.Append(out, &packet.Packet{Data: data, WireLen: uint32(len(b)), LinkType: packet.Raw})
			}
			return out
		}
		if one, two := show(true), show(false); !bytes.Equal(one, two) {
			t.Errorf("printed\n%q, without the bytes behind the cut\n%q", one, two)
		}
	})
}
