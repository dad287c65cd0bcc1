package pcapio

import (
	"bytes"
	"encoding/binary"
	"errors"
	"reflect"
	"testing"

	"github.com/google/go-cmp/cmp"

	"wiredump/capture/packet"
)

func fuzzReader(f *testing.F, seeds ...[]byte) {
	for _, s := range seeds {
		f.Add(s)
		f.Add(s[:len(s)/2])
		f.Add(s[:len(s)-3])
	}
	f.Fuzz(func(t *testing.T, file []byte) {
		if len(file) > 1<<20 {
			return
		}
		checkFile(t, file)
	})
}

// checkFile reads a file in every way, and copies it, and holds the reader to
// what it promises.
func checkFile(t *testing.T, file []byte) {
	rows, r, err := readAll(bytes.NewReader(file), ReaderOptions{KeepBlocks: true})
	if err != nil && r == nil && len(rows) > 0 {
		t.Fatal("packets without a reader")
	}
	var fe *FileError
	if err != nil {
		if !errors.As(err, &fe) {
			t.Fatalf("error %v is not a FileError", err)
		}
		if fe.Kind == nil || fe.Packets != int64(len(rows)) {
			t.Fatalf("error %v, of kind %v, tells of %d packets after %d", err, fe.Kind, fe.Packets, len(rows))
		}
		if r != nil && r.Compression() == None && (fe.Offset > int64(len(file)) || fe.Offset < 0) {
			t.Fatalf("error at byte %d of %d", fe.Offset, len(file))
		}
	}
	total := 0
	for i, row := range rows {
		total += len(row.Data)
		if int(row.Iface) >= len(r.Interfaces()) {
			t.Fatalf("packet %d is from interface %d of %d", i, row.Iface, len(r.Interfaces()))
		}
		if row.Link != r.Interfaces()[row.Iface].LinkType {
			t.Fatalf("packet %d is %v, its interface %v", i, row.Link, r.Interfaces()[row.Iface].LinkType)
		}
	}
	if r != nil && r.Compression() == None && total > len(file) {
		t.Fatalf("%d bytes of packets in a file of %d", total, len(file))
	}

	// A slow pipe and a small buffer make no difference.
	slow, _, err2 := readAll(trickle{bytes.NewReader(file)}, ReaderOptions{KeepBlocks: true, BufferSize: 64})
	if !reflect.DeepEqual(rows, slow) || errText(err) != errText(err2) { // cmp.Diff alone is slow
		t.Fatalf("byte by byte: %v, at once: %v (-at once +byte by byte):\n%s", err2, err, cmp.Diff(rows, slow))
	}
	// What is read of a part never depends on what follows.
	if n := len(file) / 2; r != nil && r.Compression() == None {
		half, _, _ := readAll(bytes.NewReader(file[:n]), ReaderOptions{KeepBlocks: true})
		if len(half) > len(rows) {
			t.Fatalf("half of the file has %d packets, all of it %d", len(half), len(rows))
		}
		if len(half) > 0 && !reflect.DeepEqual(rows[:len(half)], half) {
			t.Fatalf("half of the file (-all +half):\n%s", cmp.Diff(rows[:len(half)], half))
		}
	}
	if r == nil {
		return
	}
	copied(t, file, rows, r.Nano())
}

// copied copies a file to pcapng and back and finds the same packets.
func copied(t *testing.T, file []byte, rows []row, nano bool) {
	r, err := NewReader(bytes.NewReader(file), ReaderOptions{KeepBlocks: true})
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	var ng, pc bytes.Buffer
	var section Section
	if s := r.Sections(); len(s) > 0 {
		section = s[0]
	}
	w, err := NewPcapngWriter(&ng, WriterOptions{Interfaces: r.Interfaces, Section: section})
	if err != nil {
		t.Fatal(err)
	}
	p, err := NewPcapWriter(&pc, WriterOptions{LinkType: r.LinkType(), Nano: nano, SnapLen: r.SnapLen(), Source: r})
	if err != nil {
		t.Fatal(err)
	}
	inPcap := 0
	for {
		b, err := r.Next()
		if err != nil {
			break
		}
		if err := w.WriteBatch(b); err != nil {
			t.Fatal(err)
		}
		for i := range b.Packets {
			if err := p.WritePacket(&b.Packets[i]); err == nil {
				inPcap++
			} else if !errors.Is(err, ErrLinkType) {
				t.Fatal(err)
			}
		}
		b.Release()
	}
	if err := errors.Join(w.WriteBlocks(r.Trailer()), w.Close(), p.Close()); err != nil {
		t.Fatal(err)
	}
	got, _, err := readAll(&ng, ReaderOptions{KeepBlocks: true})
	if err != nil {
		t.Fatalf("the copy: %v", err)
	}
	if len(got) != len(rows) {
		t.Fatalf("copied to pcapng: %d packets of %d", len(got), len(rows))
	}
	for i := range rows {
		want := rows[i]
		want.Time = storable(want.Time)
		want.Flags &^= packet.NoTime // the writer makes enhanced packet blocks: they have a time
		want.Iface, want.Before = got[i].Iface, got[i].Before
		// Options may change their order around the flags.
		if len(want.Options) == len(got[i].Options) {
			want.Options = got[i].Options
		}
		if !reflect.DeepEqual(want, got[i]) {
			t.Fatalf("packet %d copied to pcapng (-want +got):\n%s", i, cmp.Diff(want, got[i]))
		}
	}
	back, _, err := readAll(&pc, ReaderOptions{})
	if err != nil || len(back) != inPcap {
		t.Fatalf("copied to pcap: %d packets of %d, %v", len(back), inPcap, err)
	}
}

// storable is the time that comes back from a pcapng file.
func storable(t packet.Time) packet.Time {
	second := uint64(1e6)
	if t.Unit == packet.Nano {
		second = 1e9
	}
	if t.Sec < 0 {
		return packet.Time{Unit: t.Unit}
	}
	n := uint64(t.Sec)*second + uint64(t.Frac) // as 64 bits hold it
	return packet.Time{Sec: int64(n / second), Frac: uint32(n % second), Unit: t.Unit}
}

func FuzzReadPcap(f *testing.F) {
	fuzzReader(f,
		writePcap(f, sample(4), WriterOptions{}),
		writePcap(f, sample(4), WriterOptions{Nano: true}),
		be().pcap(0xa1b2c3d4, 20, 12).rec(1, 2, 40).rec(1, 4e9, 20).b,
		le().pcap(0xa1b2cd34, 262144, 1).u32(1, 2, 54, 54, 3, 0).raw(payload(54)...).b,
		le().u32(0xa1b2c3d4).u16(2, 3).u32(0, 0, 262144, 1).u32(1, 2, 60, 54).raw(payload(54)...).b,
	)
}

func FuzzReadPcapng(f *testing.F) {
	fuzzReader(f,
		rich(binary.LittleEndian), rich(binary.BigEndian),
		append(rich(binary.BigEndian), rich(binary.LittleEndian)...),
		le().shb().idb(1, 20, opt(9, []byte{0x94}), opt64(14, 1<<63)).epb(0, 1<<60, 54, opt(1, []byte("c")), opt32(2, 0x201)).b,
		le().shb().idb(1, 0).block(3, func(b *builder) { b.u32(9).raw(payload(9)...) }).block(2, func(b *builder) { b.u16(0, 5).u32(1, 2, 10, 11).raw(payload(10)...) }).b,
	)
}

func FuzzReadCompressed(f *testing.F) {
	file := writePcap(f, sample(4), WriterOptions{})
	fuzzReader(f, compressed(f, Gzip, file), compressed(f, Zstd, file), compressed(f, Zstd, rich(binary.BigEndian)), compressed(f, Gzip, []byte("text")))
}

// FuzzOptions holds the option walk to its bounds, and normal form to itself.
func FuzzOptions(f *testing.F) {
	f.Add([]byte("\x01\x00\x02\x00hi\x00\x00\x04\x00\x08\x0012345678"), false)
	f.Add([]byte("\x00\x01\x00\x02hi\x00\x00\x0b\xac\x00\x05\x00\x00\x00\x07x"), true)
	f.Fuzz(func(t *testing.T, list []byte, big bool) {
		order := binary.ByteOrder(binary.LittleEndian)
		if big {
			order = binary.BigEndian
		}
		var normal []byte
		n := 0
		for o := (options{b: list, order: order}); o.next(); n++ {
			if n > len(list) {
				t.Fatal("more options than bytes")
			}
			normal = o.appendNormal(normal, packetOptionWidth(o.code))
		}
		var again []byte
		for o := (options{b: normal, order: binary.LittleEndian}); o.next(); n-- {
			again = o.appendNormal(again, packetOptionWidth(o.code))
		}
		if n != 0 || !bytes.Equal(normal, again) {
			t.Errorf("%d options lost, % x became % x", n, normal, again)
		}
	})
}
