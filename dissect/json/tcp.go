package jsonview

import (
	"encoding/binary"

	"wiredump/dissect"
)

// tcp shows a TCP segment (RFC 9293).
func (e *encoder) tcp(b []byte, length int) {
	var h dissect.TCP
	h.Decode(b)
	e.begin(dissect.ProtoTCP)
	e.header(min(h.Captured+len(h.Options), len(b)), max(h.HeaderLen, dissect.TCPLen))
	e.numTo(2, "src_port", uint64(h.SrcPort))
	e.numTo(4, "dst_port", uint64(h.DstPort))
	e.numTo(8, "seq", uint64(h.Seq))
	e.numTo(12, "ack", uint64(h.Ack))
	if e.captured >= 14 {
		e.num("header_length", uint64(h.HeaderLen))
		e.words("flags", uint32(h.Flags), tcpFlags)
	}
	e.numTo(16, "window", uint64(h.Window))
	if e.ip.fragment || e.ip.addrLen == 0 {
		e.checksum(18, h.Checksum, 0, nil, length)
	} else {
		e.checksum(18, h.Checksum, e.pseudoSum(dissect.IPProtoTCP, length), b, length)
	}
	e.numTo(20, "urgent", uint64(h.Urgent))
	if len(h.Options) > 0 {
		e.tcpOptions(h.Options)
	}
	size := length - max(h.HeaderLen, dissect.TCPLen)
	if h.Captured == dissect.TCPLen {
		e.num("payload_length", uint64(max(size, 0)))
	}
	e.endObject()
	if h.Captured == dissect.TCPLen && size >= 0 {
		e.tcpPayload(&h, h.Payload, size)
	}
}

// tcpFlags are the names of the flags, from the lowest bit on.
var tcpFlags = []string{"fin", "syn", "rst", "psh", "ack", "urg", "ece", "cwr", "ae", "r9", "r10", "r11"}

func (e *encoder) tcpOptions(o dissect.TCPOptions) {
	e.array("options")
	for {
		opt, rest, ok := o.Next()
		if !ok {
			break
		}
		e.item()
		e.num("kind", uint64(opt.Kind))
		if s := tcpOptionName(opt.Kind); s != "" {
			e.word("name", s)
		}
		e.num("length", uint64(opt.Len))
		if opt.Bad {
			e.bool("bad", true)
			e.hex("data", opt.Data)
		} else {
			e.tcpOption(&opt)
		}
		e.endObject()
		o = rest
	}
	e.endArray()
	e.unused("options_padding", o)
}

// tcpOption adds the value of an option; as bytes where it has not the length
// that its kind should have.
func (e *encoder) tcpOption(opt *dissect.TCPOption) {
	d := opt.Data
	switch {
	case opt.Kind == dissect.TCPOptMSS && len(d) == 2:
		e.num("mss", uint64(binary.BigEndian.Uint16(d)))
	case opt.Kind == dissect.TCPOptWindowScale && len(d) == 1:
		e.num("shift", uint64(d[0]))
	case opt.Kind == dissect.TCPOptTimestamp && len(d) == 8:
		e.num("value", uint64(binary.BigEndian.Uint32(d)))
		e.num("echo", uint64(binary.BigEndian.Uint32(d[4:])))
	case opt.Kind == dissect.TCPOptSACK && len(d)%8 == 0:
		e.array("blocks")
		for ; len(d) > 0; d = d[8:] {
			e.comma()
			e.out = append(e.out, '[')
			e.numItem(uint64(binary.BigEndian.Uint32(d)))
			e.numItem(uint64(binary.BigEndian.Uint32(d[4:])))
			e.endArray()
		}
		e.endArray()
	case opt.Kind == dissect.TCPOptMPTCP:
		e.mptcp(d)
	case len(d) > 0:
		e.hex("data", d)
	}
}

func tcpOptionName(kind uint8) string {
	switch kind {
	case dissect.TCPOptNop:
		return "nop"
	case dissect.TCPOptMSS:
		return "mss"
	case dissect.TCPOptWindowScale:
		return "window-scale"
	case dissect.TCPOptSACKPermitted:
		return "sack-permitted"
	case dissect.TCPOptSACK:
		return "sack"
	case dissect.TCPOptTimestamp:
		return "timestamp"
	case dissect.TCPOptSignature:
		return "md5"
	case dissect.TCPOptUserTimeout:
		return "user-timeout"
	case dissect.TCPOptAO:
		return "ao"
	case dissect.TCPOptMPTCP:
		return "mptcp"
	case dissect.TCPOptFastOpen:
		return "fast-open"
	case dissect.TCPOptAccECN0:
		return "accecn0"
	case dissect.TCPOptAccECN1:
		return "accecn1"
	case dissect.TCPOptExperiment1, dissect.TCPOptExperiment2:
		return "experiment"
	}
	return ""
}

// tcpPayload shows what a segment carries.
func (e *encoder) tcpPayload(h *dissect.TCP, b []byte, length int) {
	switch proto := dissect.ForTCP(h.SrcPort, h.DstPort); {
	case length == 0:
	case proto == dissect.ProtoDNS:
		e.dnsTCP(b, length)
	case proto == dissect.ProtoRPC:
		e.rpcTCP(b, length)
	default:
		e.layer(proto, b, length)
	}
}
