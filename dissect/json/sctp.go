package jsonview

import (
	"hash/crc32"

	"wiredump/dissect"
)

// sctp shows a stream control transmission protocol packet (RFC 9260).
func (e *encoder) sctp(b []byte, length int) {
	var h dissect.SCTP
	h.Decode(b)
	e.begin(dissect.ProtoSCTP)
	e.header(h.Captured, dissect.SCTPLen)
	e.numTo(2, "src_port", uint64(h.SrcPort))
	e.numTo(4, "dst_port", uint64(h.DstPort))
	e.numTo(8, "tag", uint64(h.Tag))
	if e.captured >= dissect.SCTPLen {
		e.num("checksum", uint64(h.Checksum))
		e.sctpVerify(h.Checksum, b, length)
		e.sctpChunks(limit(h.Chunks, length-dissect.SCTPLen))
	}
	e.endObject()
}

// sctpVerify adds the verdict on the checksum, a CRC32c (RFC 9260 appendix A)
// whose bytes are in the opposite order.
func (e *encoder) sctpVerify(field uint32, b []byte, length int) {
	if e.opt.NoChecksums || e.ip.fragment || length > len(b) || length < dissect.SCTPLen {
		e.word("checksum_status", "unverified")
		return
	}
	table := crc32.MakeTable(crc32.Castagnoli)
	sum := ^crc32.Update(0, table, b[:8])
	for range 4 { // zeros in place of the checksum
		sum = table[byte(sum)] ^ sum>>8
	}
	sum = ^sum
	sum = crc32.Update(sum, table, b[dissect.SCTPLen:length])
	want := sum>>24 | sum>>8&0xff00 | sum<<8&0xff0000 | sum<<24
	if want == field {
		e.word("checksum_status", "good")
		return
	}
	e.word("checksum_status", "bad")
	e.num("checksum_expected", uint64(want))
}

func (e *encoder) sctpChunks(b []byte) {
	e.array("chunks")
	for len(b) >= dissect.SCTPChunkLen {
		var c dissect.SCTPChunk
		c.Decode(b)
		e.item()
		e.named("type", uint32(c.Type), sctpTypes)
		e.num("flags", uint64(c.Flags))
		e.num("length", uint64(c.Length))
		if c.Length < dissect.SCTPChunkLen {
			e.bool("bad", true)
			e.hex("data", b[dissect.SCTPChunkLen:])
			e.endObject()
			b = nil
			break
		}
		f := fields{e: e, b: limit(b[dissect.SCTPChunkLen:], c.Length-dissect.SCTPChunkLen)}
		whole := len(b) >= c.Length
		e.sctpChunk(c.Type, &f)
		if !whole && !f.short {
			e.bool("truncated", true)
		}
		f.rest("data")
		// Padding that is not zero is something.
		end := min((c.Length+3)&^3, len(b))
		p := fields{e: e, b: b[min(c.Length, len(b)):end]}
		p.reserved(len(p.b))
		e.endObject()
		b = b[end:]
	}
	e.endArray()
	if len(b) > 0 {
		e.hex("rest", b)
	}
}

// sctpChunk adds the fields of the chunks that have some; what is left is data.
func (e *encoder) sctpChunk(t uint8, f *fields) {
	switch t {
	case dissect.SCTPData:
		f.num("tsn", 4)
		f.num("stream", 2)
		f.num("stream_seq", 2)
		f.num("payload_protocol", 4)
	case dissect.SCTPInit, dissect.SCTPInitAck:
		f.num("init_tag", 4)
		f.num("window", 4)
		f.num("out_streams", 2)
		f.num("in_streams", 2)
		f.num("tsn", 4)
	case dissect.SCTPSack:
		f.num("tsn_ack", 4)
		f.num("window", 4)
		gaps, copies := f.num("gap_count", 2), f.num("duplicate_count", 2)
		e.array("gaps") // pairs of offsets to tsn_ack
		for ; gaps > 0 && len(f.b) >= 4; gaps-- {
			e.comma()
			e.out = append(e.out, '[')
			e.numItem(uint64(f.b[0])<<8 | uint64(f.b[1]))
			e.numItem(uint64(f.b[2])<<8 | uint64(f.b[3]))
			e.endArray()
			f.take(4)
		}
		e.endArray()
		e.array("duplicates")
		for ; copies > 0 && len(f.b) >= 4; copies-- {
			e.numItem(uint64(f.b[0])<<24 | uint64(f.b[1])<<16 | uint64(f.b[2])<<8 | uint64(f.b[3]))
			f.take(4)
		}
		e.endArray()
	case dissect.SCTPShutdown, dissect.SCTPECNE, dissect.SCTPCWR, dissect.SCTPForwardTSN:
		f.num("tsn", 4)
	}
}

var sctpTypes = []word{
	{dissect.SCTPData, "data"}, {dissect.SCTPInit, "init"}, {dissect.SCTPInitAck, "init-ack"}, {dissect.SCTPSack, "sack"},
	{dissect.SCTPHeartbeat, "heartbeat"}, {dissect.SCTPHeartbeatAck, "heartbeat-ack"}, {dissect.SCTPAbort, "abort"},
	{dissect.SCTPShutdown, "shutdown"}, {dissect.SCTPShutdownAck, "shutdown-ack"}, {dissect.SCTPError, "error"},
	{dissect.SCTPCookieEcho, "cookie-echo"}, {dissect.SCTPCookieAck, "cookie-ack"}, {dissect.SCTPECNE, "ecne"},
	{dissect.SCTPCWR, "cwr"}, {dissect.SCTPShutdownComplete, "shutdown-complete"}, {dissect.SCTPForwardTSN, "forward-tsn"},
}
