package dissect

// Opcodes of the Trivial File Transfer Protocol (RFC 1350, RFC 2347), the first
// word of a message.
const (
	TFTPRead      = 1
	TFTPWrite     = 2
	TFTPData      = 3
	TFTPAck       = 4
	TFTPError     = 5
	TFTPOptionAck = 6
)

// TFTP is a message of the Trivial File Transfer Protocol (RFC 1350 section 5).
//
//	+-------------------------------+-------------------------------+
//	|            opcode             |  block or error number, or ...
//	+-------------------------------+-------------------------------+
//	|  strings, each with a zero byte behind it: file name, mode, options
type TFTP struct {
	Opcode   uint16
	Number   uint16 // block of TFTPData and TFTPAck, error code of TFTPError
	Captured int    // bytes of these two that were captured
	Strings  []byte // captured bytes behind Opcode in requests and TFTPOptionAck, behind Number in TFTPError
	Data     []byte // captured bytes of a TFTPData
}

// Decode fills h from the bytes of a message.
func (h *TFTP) Decode(b []byte) {
	*h = TFTP{}
	c := cursor{b: b}
	h.Opcode = c.u16()
	switch h.Opcode {
	case TFTPData, TFTPAck, TFTPError:
		h.Number = c.u16()
	}
	h.Captured = c.pos
	switch h.Opcode {
	case TFTPData:
		h.Data = c.rest()
	case TFTPRead, TFTPWrite, TFTPError, TFTPOptionAck:
		h.Strings = c.rest()
	}
}
