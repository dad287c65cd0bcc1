package dissect

import (
	"encoding/binary"
	"math/bits"
)

// Sum adds b to a running sum of 16-bit big-endian words, padded with a zero
// byte where b is odd (RFC 1071). Only the last part of a message may be odd.
func Sum(sum uint64, b []byte) uint64 {
	for len(b) >= 8 {
		var carry uint64
		sum, carry = bits.Add64(sum, binary.BigEndian.Uint64(b), 0)
		sum += carry
		b = b[8:]
	}
	var tail [8]byte
	copy(tail[:], b)
	sum, carry := bits.Add64(sum, binary.BigEndian.Uint64(tail[:]), 0)
	return sum + carry
}

// Fold turns a running sum into the Internet checksum of what was added up.
// It is 0 where the sum covered a correct checksum field.
func Fold(sum uint64) uint16 {
	sum = sum>>32 + sum&0xffffffff
	sum = sum>>32 + sum&0xffffffff
	sum = sum>>16 + sum&0xffff
	sum = sum>>16 + sum&0xffff
	return ^uint16(sum)
}

// Checksum returns the Internet checksum of b.
func Checksum(b []byte) uint16 { return Fold(Sum(0, b)) }

// PseudoSum returns the running sum of the pseudo-header that transport
// checksums cover (RFC 9293 section 3.1, RFC 8200 section 8.1). src and dst are
// both 4 or both 16 bytes; length is that of the transport header and data.
func PseudoSum(src, dst []byte, proto uint8, length int) uint64 {
	sum := Sum(0, src)
	sum = Sum(sum, dst)
	var tail [8]byte
	binary.BigEndian.PutUint32(tail[:], uint32(length))
	tail[7] = proto
	return Sum(sum, tail[:])
}

// Expected returns what a checksum field that holds field should hold, given
// the checksum residue of the message with it (what Fold returns): field
// itself iff residue is 0.
func Expected(field, residue uint16) uint16 {
	sum := uint32(field) + uint32(residue)
	return uint16(sum>>16 + sum&0xffff)
}
