package pcapio

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"testing"

	"wiredump/capture/packet"
)

// A builder makes capture files byte by byte, apart from the code under test.
type builder struct {
	b     []byte
	order binary.ByteOrder
}

func le() *builder { return &builder{order: binary.LittleEndian} }
func be() *builder { return &builder{order: binary.BigEndian} }

func (b *builder) u16(v ...uint16) *builder {
	for _, n := range v {
		b.b = append(b.b, 0, 0)
		b.order.PutUint16(b.b[len(b.b)-2:], n)
	}
	return b
}

func (b *builder) u32(v ...uint32) *builder {
	for _, n := range v {
		b.b = append(b.b, 0, 0, 0, 0)
		b.order.PutUint32(b.b[len(b.b)-4:], n)
	}
	return b
}

func (b *builder) raw(v ...byte) *builder { b.b = append(b.b, v...); return b }

// pcap appends a file header.
func (b *builder) pcap(magic uint32, snapLen, link uint32) *builder {
	return b.u32(magic).u16(2, 4).u32(0, 0, snapLen, link)
}

// rec appends a record with data of n bytes.
func (b *builder) rec(sec, frac uint32, n int) *builder {
	return b.u32(sec, frac, uint32(n), uint32(n)).raw(payload(n)...)
}

// payload is n bytes that differ from each other.
func payload(n int) []byte {
	p := make([]byte, n)
	for i := range p {
		p[i] = byte(i + i>>8)
	}
	return p
}

// block appends a pcapng block around what body appends.
func (b *builder) block(typ uint32, body func(*builder)) *builder {
	start := len(b.b)
	b.u32(typ, 0)
	body(b)
	b.raw(make([]byte, -(len(b.b)-start)&3)...)
	n := uint32(len(b.b) - start + 4)
	b.order.PutUint32(b.b[start+4:], n)
	return b.u32(n)
}

func (b *builder) opt(code uint16, v []byte) *builder {
	return b.u16(code, uint16(len(v))).raw(v...).raw(make([]byte, -len(v)&3)...)
}

func (b *builder) shb(opts ...func(*builder)) *builder {
	return b.block(0x0a0d0d0a, func(b *builder) {
		b.u32(0x1a2b3c4d).u16(1, 0).u32(0xffffffff, 0xffffffff)
		for _, o := range opts {
			o(b)
		}
	})
}

func (b *builder) idb(link uint16, snapLen uint32, opts ...func(*builder)) *builder {
	return b.block(1, func(b *builder) {
		b.u16(link, 0).u32(snapLen)
		for _, o := range opts {
			o(b)
		}
	})
}

func (b *builder) epb(iface uint32, ts uint64, n int, opts ...func(*builder)) *builder {
	return b.block(6, func(b *builder) {
		b.u32(iface, uint32(ts>>32), uint32(ts), uint32(n), uint32(n)).raw(payload(n)...).raw(make([]byte, -n&3)...)
		for _, o := range opts {
			o(b)
		}
	})
}

func opt(code uint16, v []byte) func(*builder) { return func(b *builder) { b.opt(code, v) } }
func opt32(code uint16, v uint32) func(*builder) {
	return func(b *builder) { b.u16(code, 4).u32(v) }
}
func opt64(code uint16, v uint64) func(*builder) {
	return func(b *builder) {
		var n [8]byte
		b.order.PutUint64(n[:], v)
		b.opt(code, n[:])
	}
}

// A row is a packet as a test keeps it: with memory of its own.
type row struct {
	Time     packet.Time
	Data     string
	WireLen  uint32
	Iface    uint32
	Link     packet.LinkType
	Dir      packet.Direction
	Flags    packet.Flags
	Comments []string
	Options  string
	Before   []string
}

func rowOf(p *packet.Packet) row {
	r := row{Time: p.Time, Data: string(p.Data), WireLen: p.WireLen, Iface: p.Interface, Link: p.LinkType, Dir: p.Direction, Flags: p.Flags}
	if e := p.Extra; e != nil {
		r.Comments = append(r.Comments, e.Comments...)
		r.Options = string(e.Options)
		for _, b := range e.Before {
			r.Before = append(r.Before, string(b))
		}
	}
	return r
}

// readAll returns all packets and the error after them, nil for a clean end.
func readAll(src io.Reader, o ReaderOptions) ([]row, *Reader, error) {
	r, err := NewReader(src, o)
	if err != nil {
		return nil, nil, err
	}
	defer r.Close()
	rows, err := drain(r)
	return rows, r, err
}

func drain(r *Reader) (rows []row, err error) {
	for {
		b, err := r.Next()
		if err != nil {
			if err == io.EOF {
				err = nil
			}
			return rows, err
		}
		if len(b.Packets) == 0 {
			return rows, errors.New("an empty batch")
		}
		for i := range b.Packets {
			rows = append(rows, rowOf(&b.Packets[i]))
		}
		b.Release()
	}
}

// trickle gives one byte at a time, as the slowest of pipes.
type trickle struct{ r io.Reader }

func (t trickle) Read(p []byte) (int, error) { return t.r.Read(p[:min(len(p), 1)]) }

// sample is n packets of one link type with growing times.
func sample(n int) []packet.Packet {
	pk := make([]packet.Packet, n)
	data := payload(14 + 1500)
	for i := range pk {
		size := 14 + i*37%1500
		pk[i] = packet.Packet{
			Data:     data[:size:size],
			WireLen:  uint32(size + i%3),
			Time:     packet.Time{Sec: 1700000000 + int64(i), Frac: uint32(i * 7 % 1000000)},
			LinkType: packet.Ethernet,
		}
	}
	return pk
}

func writePcap(t testing.TB, pk []packet.Packet, o WriterOptions) []byte {
	t.Helper()
	var buf bytes.Buffer
	w, err := NewWriter(&buf, withLink(o))
	if err != nil {
		t.Fatal(err)
	}
	for i := range pk {
		if err := w.WritePacket(&pk[i]); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	if int64(buf.Len()) != w.Size() {
		t.Fatalf("Size() = %d, the file has %d bytes", w.Size(), buf.Len())
	}
	return buf.Bytes()
}

func withLink(o WriterOptions) WriterOptions {
	if o.LinkType == 0 {
		o.LinkType = packet.Ethernet
	}
	return o
}

func rowsOf(pk []packet.Packet) []row {
	var rows []row
	for i := range pk {
		rows = append(rows, rowOf(&pk[i]))
	}
	return rows
}

func errText(err error) string {
	if err == nil {
		return ""
	}
	return fmt.Sprint(err)
}
