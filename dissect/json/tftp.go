package jsonview

import (
	"bytes"

	"wiredump/dissect"
)

// tftp shows a message of the Trivial File Transfer Protocol (RFC 1350, RFC
// 2347).
func (e *encoder) tftp(b []byte, length int) {
	var h dissect.TFTP
	h.Decode(b)
	e.begin(dissect.ProtoTFTP)
	numbered := h.Opcode >= dissect.TFTPData && h.Opcode <= dissect.TFTPError
	size := 2
	if numbered {
		size = 4
	}
	e.header(h.Captured, size)
	e.namedTo(2, "opcode", uint32(h.Opcode), tftpOpcodes)
	switch {
	case h.Opcode == dissect.TFTPError:
		e.namedTo(4, "error", uint32(h.Number), tftpErrors)
	case numbered:
		e.numTo(4, "block", uint64(h.Number))
	}
	s := h.Strings
	switch h.Opcode {
	case dissect.TFTPRead, dissect.TFTPWrite:
		s = e.tftpString("file", s)
		s = e.tftpString("mode", s)
		s = e.tftpOptions(s)
	case dissect.TFTPError:
		s = e.tftpString("message", s)
	case dissect.TFTPOptionAck:
		s = e.tftpOptions(s)
	}
	if len(s) > 0 {
		e.hex("rest", s)
	}
	e.endObject()
	switch {
	case h.Captured < size:
	case h.Opcode == dissect.TFTPData:
		e.payload(h.Data, length-size)
	case h.Opcode == dissect.TFTPAck || h.Opcode < dissect.TFTPRead || h.Opcode > dissect.TFTPOptionAck:
		e.payload(b[size:], length-size)
	}
}

// tftpString adds a string that ends with a zero byte, and returns what is
// behind it.
func (e *encoder) tftpString(k string, b []byte) []byte {
	if len(b) == 0 {
		return b
	}
	s, rest, _ := bytes.Cut(b, []byte{0})
	e.bytes(k, s)
	return rest
}

func (e *encoder) tftpOptions(b []byte) []byte {
	e.array("options")
	for len(b) > 0 {
		e.item()
		b = e.tftpString("name", b)
		b = e.tftpString("value", b)
		e.endObject()
	}
	e.endArray()
	return b
}

var (
	tftpOpcodes = []word{
		{dissect.TFTPRead, "read"}, {dissect.TFTPWrite, "write"}, {dissect.TFTPData, "data"}, {dissect.TFTPAck, "ack"},
		{dissect.TFTPError, "error"}, {dissect.TFTPOptionAck, "option-ack"},
	}
	tftpErrors = []word{
		{0, "undefined"}, {1, "file-not-found"}, {2, "access-violation"}, {3, "disk-full"}, {4, "illegal-operation"},
		{5, "unknown-transfer"}, {6, "file-exists"}, {7, "no-such-user"}, {8, "option-refused"},
	}
)
