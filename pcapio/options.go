package pcapio

// Options of pcapng blocks: a list of
//
//	 0                   1                   2                   3
//	+-------------------------------+-------------------------------+
//	|              code             |    length of value in bytes   |
//	+-------------------------------+-------------------------------+
//	|            value, padded to a multiple of 4 bytes             |
//	+---------------------------------------------------------------+
//
// that ends with code 0 or with the block.

import (
	"encoding/binary"

	"wiredump/capture/packet"
)

// Option codes that Interface.Options and Extra.Options may hold, of those that
// the specification defines. Integers in their values are little endian.
const (
	optEnd     = 0
	OptComment = 1 // text, in all blocks

	optHardware = 2 // section: text
	optOS       = 3 // section: text
	optUserAppl = 4 // section: text

	optIfName        = 2
	optIfDescription = 3
	optIfIPv4        = 4 // address and mask, 4 bytes each
	optIfIPv6        = 5 // address, 16 bytes, and prefix length, 1 byte
	OptIfMAC         = 6
	OptIfEUI         = 7
	OptIfSpeed       = 8 // bits per second, 8 bytes
	optIfTsResol     = 9
	OptIfTzone       = 10
	optIfFilter      = 11 // a byte 0 and text, or a byte 1 and BPF instructions
	optIfOS          = 12
	OptFCSLen        = 13 // length of the frame check sequence in bits, 1 byte
	optIfTsOffset    = 14
	OptIfHardware    = 15
	OptIfTxSpeed     = 16
	OptIfRxSpeed     = 17

	optPacketFlags = 2
	OptPacketHash  = 3 // algorithm, 1 byte, and hash
	OptDropCount   = 4 // packets lost between the packet before and this one, 8 bytes
	OptPacketID    = 5 // 8 bytes
	OptQueue       = 6 // 4 bytes
	OptVerdict     = 7 // kind, 1 byte, and verdict

	// Custom options begin with a private enterprise number of 4 bytes.
	optCustomText       = 2988
	optCustomBinary     = 2989
	optCustomTextOnce   = 19372
	optCustomBinaryOnce = 19373
)

// AppendOption appends an option in the form that Interface.Options and
// Extra.Options have. A value over 65535 bytes is cut.
func AppendOption(dst []byte, code uint16, value []byte) []byte {
	value = value[:min(len(value), 1<<16-1)]
	dst = binary.LittleEndian.AppendUint16(dst, code)
	dst = binary.LittleEndian.AppendUint16(dst, uint16(len(value)))
	dst = append(dst, value...)
	return append(dst, make([]byte, pad4(len(value)))...)
}

// AppendDropCount appends the option that says how many packets were lost
// between the packet before and this one.
func AppendDropCount(dst []byte, n uint64) []byte {
	var v [8]byte
	binary.LittleEndian.PutUint64(v[:], n)
	return AppendOption(dst, OptDropCount, v[:])
}

// DropCount returns how many packets were lost just before the packet, if its
// source recorded that.
func DropCount(p *packet.Packet) (n uint64, ok bool) {
	if p.Extra == nil {
		return 0, false
	}
	v, ok := findOption(p.Extra.Options, OptDropCount)
	if !ok || len(v) != 8 {
		return 0, false
	}
	return binary.LittleEndian.Uint64(v), true
}

func findOption(list []byte, code uint16) ([]byte, bool) {
	for o := (options{b: list, order: binary.LittleEndian}); o.next(); {
		if o.code == code {
			return o.value, true
		}
	}
	return nil, false
}

// pad4 is how many bytes are missing to a multiple of 4.
func pad4(n int) int { return -n & 3 }

// options walks through an option list.
type options struct {
	b     []byte
	order binary.ByteOrder

	code  uint16
	value []byte
	bad   bool // the list ended in the middle of an option
}

// next moves to the next option; it returns false after the last one.
func (o *options) next() bool {
	if len(o.b) < 4 {
		o.bad = len(o.b) != 0
		return false
	}
	code, n := o.order.Uint16(o.b), int(o.order.Uint16(o.b[2:]))
	if code == optEnd {
		return false
	}
	if len(o.b)-4 < n {
		o.bad = true
		return false
	}
	o.code, o.value = code, o.b[4:4+n]
	o.b = o.b[min(len(o.b), 4+n+pad4(n)):]
	return true
}

// packetOptionWidth and interfaceOptionWidth give the size of the integers at the start of the values that hold
// any: what has to be turned round in a big endian file.
func packetOptionWidth(code uint16) int {
	switch code {
	case optPacketFlags, OptQueue:
		return 4
	case OptDropCount, OptPacketID:
		return 8
	}
	return customWidth(code)
}

func interfaceOptionWidth(code uint16) int {
	switch code {
	case OptIfTzone:
		return 4
	case OptIfSpeed, OptIfTxSpeed, OptIfRxSpeed:
		return 8
	}
	return customWidth(code)
}

func customWidth(code uint16) int {
	switch code {
	case optCustomText, optCustomBinary, optCustomTextOnce, optCustomBinaryOnce:
		return 4
	}
	return 0
}

// appendNormal appends the current option with its numbers little endian;
// width is the size of the integer that the value begins with, 0 for none.
func (o *options) appendNormal(dst []byte, width int) []byte {
	dst = AppendOption(dst, o.code, o.value)
	if o.order == binary.BigEndian && width != 0 && len(o.value) >= width {
		v := dst[len(dst)-len(o.value)-pad4(len(o.value)):]
		reverse(v[:width])
	}
	return dst
}

func reverse(b []byte) {
	for i, j := 0, len(b)-1; i < j; i, j = i+1, j-1 {
		b[i], b[j] = b[j], b[i]
	}
}
