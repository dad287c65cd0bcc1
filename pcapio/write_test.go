package pcapio

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"net/netip"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"wiredump/capture/packet"
)

func TestPcapRoundTrip(t *testing.T) {
	micro, nano := sample(2000), sample(2000)
	for i := range nano {
		nano[i].Time.Unit = packet.Nano
		nano[i].Time.Frac *= 999
	}
	odd := []packet.Packet{
		{Time: packet.Time{Sec: -1, Frac: 4000000000}, WireLen: 3, Data: payload(200), LinkType: packet.Ethernet},
		{Time: packet.Time{Sec: 1 << 31}, LinkType: packet.Ethernet},
		{Data: payload(packet.MaxSnapLen), WireLen: packet.MaxSnapLen, LinkType: packet.Ethernet},
	}
	tests := []struct {
		name string
		in   []packet.Packet
		o    WriterOptions
		want []row
	}{
		{"microseconds", micro, WriterOptions{}, rowsOf(micro)},
		{"nanoseconds", nano, WriterOptions{Nano: true}, rowsOf(nano)},
		{"small buffer", micro, WriterOptions{BufferSize: 100}, rowsOf(micro)},
		{"damaged times and large packets", odd, WriterOptions{}, func() []row {
			r := rowsOf(odd)
			r[0].Time.Sec = 1<<32 - 1 // 32 bits are all there is, without a sign
			return r
		}()},
		{"nanoseconds cut to microseconds", []packet.Packet{{Time: packet.Time{Sec: 5, Frac: 123456789, Unit: packet.Nano}, LinkType: packet.Ethernet}}, WriterOptions{},
			[]row{{Time: packet.Time{Sec: 5, Frac: 123456}, Link: packet.Ethernet}}},
		{"microseconds to nanoseconds", []packet.Packet{{Time: packet.Time{Sec: 5, Frac: 123456}, LinkType: packet.Ethernet}}, WriterOptions{Nano: true},
			[]row{{Time: packet.Time{Sec: 5, Frac: 123456000, Unit: packet.Nano}, Link: packet.Ethernet}}},
		{"too many microseconds for nanoseconds", []packet.Packet{{Time: packet.Time{Sec: 5, Frac: 4294967}, LinkType: packet.Ethernet}, {Time: packet.Time{Sec: 5, Frac: 4294968}, LinkType: packet.Ethernet}}, WriterOptions{Nano: true},
			[]row{{Time: packet.Time{Sec: 5, Frac: 4294967000, Unit: packet.Nano}, Link: packet.Ethernet}, {Time: packet.Time{Sec: 9, Frac: 294968000, Unit: packet.Nano}, Link: packet.Ethernet}}},
	}
	for _, tt := range tests {
		file := writePcap(t, tt.in, tt.o)
		got, _, err := readAll(bytes.NewReader(file), ReaderOptions{})
		if d := cmp.Diff(tt.want, got, cmpopts.EquateEmpty()); d != "" || err != nil {
			t.Errorf("%s: %v (-want +got):\n%.2000s", tt.name, err, d)
		}
	}
}

func TestPcapHeaderBytes(t *testing.T) {
	got := writePcap(t, nil, WriterOptions{LinkType: packet.LinuxSLL2, SnapLen: 96, Nano: true, FCSLen: 4})
	want := le().pcap(0xa1b23c4d, 96, 276|0x24000000).b
	if !bytes.Equal(got, want) {
		t.Errorf("header % x, want % x", got, want)
	}
}

func TestPcapRefusesOtherLinkTypes(t *testing.T) {
	var buf bytes.Buffer
	w, err := NewPcapWriter(&buf, WriterOptions{LinkType: packet.Ethernet})
	if err != nil {
		t.Fatal(err)
	}
	err = w.WritePacket(&packet.Packet{LinkType: packet.Raw})
	if !errors.Is(err, ErrLinkType) {
		t.Errorf("error %v, want %v", err, ErrLinkType)
	}
	if err := w.WritePacket(&packet.Packet{LinkType: packet.Ethernet}); err != nil {
		t.Errorf("the next packet: %v", err)
	}
}

// rich is a pcapng file with everything that a copy has to keep.
func rich(order binary.ByteOrder) []byte {
	b := &builder{order: order}
	b.shb(opt(2, []byte("toaster")), opt(3, []byte("Linux")), opt(4, []byte("me")), opt(1, []byte("a section")))
	b.idb(1, 0, opt(2, []byte("eth0")), opt(3, []byte("cable")), opt(4, []byte{192, 0, 2, 7, 255, 255, 0, 0}), opt(9, []byte{9}), opt64(8, 1e9), opt(11, []byte("\x00tcp")), opt(12, []byte("Linux")), opt(1, []byte("if comment")))
	b.block(10, func(b *builder) { b.u32(0x544c534b, 6).raw([]byte("secret")...) })
	b.epb(0, t0*1000, 54, opt32(2, 0x80000001), opt64(4, 9), opt(1, []byte("one")), opt(1, []byte("two")))
	b.idb(12, 100)
	b.block(4, func(b *builder) { b.opt(1, []byte("\xc0\x00\x02\x01host\x00")).u32(0) })
	b.block(0x0bad, func(b *builder) { b.u32(32473).raw([]byte("custom")...) })
	b.epb(1, t0, 21, opt32(2, 2), opt(77, []byte("abc")))
	b.epb(0, t0*1000, 33)
	b.block(5, func(b *builder) { b.u32(1, 0, 7); opt64(4, 100)(b) })
	b.block(0x99, func(b *builder) { b.raw(1, 2, 3) })
	return b.b
}

// copyNG copies a capture to pcapng, whole batches at a time.
func copyNG(t testing.TB, file []byte) []byte {
	t.Helper()
	r, err := NewReader(bytes.NewReader(file), ReaderOptions{KeepBlocks: true})
	if err != nil {
		t.Fatal(err)
	}
	var buf bytes.Buffer
	o := WriterOptions{Interfaces: r.Interfaces, Source: r}
	if s := r.Sections(); len(s) > 0 {
		o.Section = s[0]
	}
	w, err := NewPcapngWriter(&buf, o)
	if err != nil {
		t.Fatal(err)
	}
	for {
		b, err := r.Next()
		if err == io.EOF {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		if err := w.WriteBatch(b); err != nil {
			t.Fatal(err)
		}
		b.Release()
	}
	if err := w.WriteBlocks(r.Trailer()); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return buf.Bytes()
}

func TestPcapngCopyKeepsEverything(t *testing.T) {
	two := append(rich(binary.LittleEndian), rich(binary.BigEndian)...)
	for name, file := range map[string][]byte{"little": rich(binary.LittleEndian), "big": rich(binary.BigEndian), "both": two, "both, big first": append(rich(binary.BigEndian), rich(binary.LittleEndian)...)} {
		out := copyNG(t, file)
		want, wr, err := readAll(bytes.NewReader(file), ReaderOptions{KeepBlocks: true})
		if err != nil {
			t.Fatal(err)
		}
		got, gr, err := readAll(bytes.NewReader(out), ReaderOptions{KeepBlocks: true})
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		// A copy of a file in two byte orders has sections that describe all
		// interfaces again: compare what packets refer to.
		for i := range got {
			g, w := gr.Interfaces()[got[i].Iface], wr.Interfaces()[want[i].Iface]
			if d := cmp.Diff(w, g, cmp.Comparer(func(a, b netip.Prefix) bool { return a == b })); d != "" {
				t.Errorf("%s: interface of packet %d (-want +got):\n%s", name, i, d)
			}
		}
		ignore := cmpopts.IgnoreFields(row{}, "Iface", "Before")
		if d := cmp.Diff(want, got, ignore); d != "" {
			t.Errorf("%s: packets (-want +got):\n%s", name, d)
		}
		if d := cmp.Diff(plain(want, wr), plain(got, gr)); d != "" {
			t.Errorf("%s: blocks (-want +got):\n%s", name, d)
		}
		if d := cmp.Diff(wr.Sections()[0], gr.Sections()[0]); d != "" {
			t.Errorf("%s: section (-want +got):\n%s", name, d)
		}
	}
}

// plain lists all kept blocks but statistics, whose interface may be another
// one, of which it tells the name.
func plain(rows []row, r *Reader) (blocks []string) {
	add := func(b string) {
		order := binary.ByteOrder(binary.LittleEndian)
		if order.Uint32([]byte(b[4:])) != uint32(len(b)) {
			order = binary.BigEndian
		}
		if order.Uint32([]byte(b)) == blockStatistics {
			b = "statistics of " + r.Interfaces()[order.Uint32([]byte(b[8:]))].LinkType.String() + b[12:]
		}
		blocks = append(blocks, b)
	}
	for _, row := range rows {
		for _, b := range row.Before {
			add(b)
		}
	}
	for _, b := range r.Trailer() {
		add(string(b))
	}
	return blocks
}

func TestPcapngWriter(t *testing.T) {
	ifaces := []packet.Interface{{Name: "a", LinkType: packet.Ethernet}}
	var buf bytes.Buffer
	w, err := NewPcapngWriter(&buf, WriterOptions{
		Interfaces: func() []packet.Interface { return ifaces },
		Section:    Section{Hardware: "h", OS: "o", Application: "wiredump", Comments: []string{"c1", "c2"}},
	})
	if err != nil {
		t.Fatal(err)
	}
	one := packet.Packet{Data: payload(13), WireLen: 13, LinkType: packet.Ethernet, Direction: packet.Out, Flags: packet.ChecksumPending,
		Time: packet.Time{Sec: 1, Frac: 2}, Extra: &packet.Extra{Comments: []string{"verdict: refused"}, Options: AppendDropCount(nil, 5)}}
	if err := w.WritePacket(&one); err != nil {
		t.Fatal(err)
	}
	// An interface that comes up while we write.
	ifaces = append(ifaces, packet.Interface{Name: "b", LinkType: packet.Raw, Nano: true})
	two := packet.Packet{Data: payload(20), WireLen: 20, LinkType: packet.Raw, Interface: 1, Time: packet.Time{Sec: 1, Frac: 3, Unit: packet.Nano}}
	if err := w.WritePacket(&two); err != nil {
		t.Fatal(err)
	}
	three := packet.Packet{LinkType: packet.Raw, Interface: 2}
	if err := w.WritePacket(&three); err == nil {
		t.Error("took a packet from an interface that is not there")
	}
	three = packet.Packet{LinkType: packet.Raw, Interface: 0}
	if err := w.WritePacket(&three); !errors.Is(err, ErrLinkType) {
		t.Errorf("a packet of another link type than its interface: %v", err)
	}
	for _, n := range []struct{ addr, name string }{
		{"192.0.2.1", "one.example"}, {"2001:db8::1", "six.example"}, {"192.0.2.1", "uno.example"}, {"192.0.2.1", "one.example"}, {"::ffff:192.0.2.9", "mapped.example"},
	} {
		w.AddName(netip.MustParseAddr(n.addr), n.name)
	}
	stats := Statistics{Interface: 1, Time: packet.Time{Sec: 9, Frac: 1, Unit: packet.Nano}, Start: packet.Time{Sec: 1, Unit: packet.Nano}, End: packet.Time{Sec: 8, Unit: packet.Nano},
		Received: 10, Dropped: 1, Accepted: NotCounted, OSDropped: 0, Delivered: 9}
	if err := w.WriteStatistics(&stats); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	if err := w.WritePacket(&one); !errors.Is(err, ErrClosed) {
		t.Errorf("WritePacket after Close: %v", err)
	}

	got, r, err := readAll(&buf, ReaderOptions{KeepBlocks: true})
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff([]row{rowOf(&one), rowOf(&two)}, got); d != "" {
		t.Errorf("-want +got:\n%s", d)
	}
	if d := cmp.Diff([]Statistics{stats}, r.Statistics()); d != "" {
		t.Errorf("statistics (-want +got):\n%s", d)
	}
	names := le().block(4, func(b *builder) {
		b.opt(1, []byte("\xc0\x00\x02\x01one.example\x00uno.example\x00"))
		b.opt(1, []byte("\xc0\x00\x02\x09mapped.example\x00"))
		b.opt(2, append(netip.MustParseAddr("2001:db8::1").AsSlice(), "six.example\x00"...)).u32(0)
	}).b
	if tr := r.Trailer(); len(tr) != 2 || !bytes.Equal(tr[1], names) {
		t.Errorf("blocks at the end: %q\nwant the names %q", tr, names)
	}
	if d := cmp.Diff([]Section{{Hardware: "h", OS: "o", Application: "wiredump", Comments: []string{"c1", "c2"}}}, r.Sections()); d != "" {
		t.Errorf("section (-want +got):\n%s", d)
	}
}

func TestManyNamesMakeSeveralBlocks(t *testing.T) {
	var buf bytes.Buffer
	w, err := NewPcapngWriter(&buf, WriterOptions{LinkType: packet.Ethernet})
	if err != nil {
		t.Fatal(err)
	}
	for i := range maxNames + 10 {
		w.AddName(netip.AddrFrom4([4]byte{10, byte(i >> 16), byte(i >> 8), byte(i)}), "a-host-with-quite-a-long-name.example.org")
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	_, r, err := readAll(&buf, ReaderOptions{KeepBlocks: true})
	if err != nil {
		t.Fatal(err)
	}
	names := 0
	for _, b := range r.Trailer() {
		for o := (options{b: b[8 : len(b)-4], order: binary.LittleEndian}); o.next(); {
			names++
		}
	}
	if names != maxNames || len(r.Trailer()) < 2 {
		t.Errorf("%d names in %d blocks, want %d in several", names, len(r.Trailer()), maxNames)
	}
}

// WriteBatch writes the same bytes as WritePacket, whatever was done to the
// batch in between.
func TestWriteBatchIsWritePacket(t *testing.T) {
	plainFile := writePcap(t, sample(1000), WriterOptions{})
	small := writePcap(t, sample(100), WriterOptions{})
	nano := writePcap(t, sample(500), WriterOptions{Nano: true})
	big := be().pcap(0xa1b2c3d4, 262144, 1)
	for i := range 500 {
		big.rec(uint32(i), 5, i%200)
	}
	edits := map[string]func(*packet.Batch){
		"all": func(*packet.Batch) {},
		"every third gone": func(b *packet.Batch) {
			n := 0
			b.Packets = slices.DeleteFunc(b.Packets, func(packet.Packet) bool { n++; return n%3 == 0 })
		},
		"one cut":       func(b *packet.Batch) { p := &b.Packets[len(b.Packets)/2]; p.Data = p.Data[:len(p.Data)/2] },
		"one replaced":  func(b *packet.Batch) { p := &b.Packets[len(b.Packets)/2]; p.Data = bytes.Clone(p.Data) },
		"a later time":  func(b *packet.Batch) { b.Packets[len(b.Packets)/2].Time.Sec++ },
		"another size":  func(b *packet.Batch) { b.Packets[len(b.Packets)/2].WireLen++ },
		"reversed":      func(b *packet.Batch) { slices.Reverse(b.Packets) },
		"none":          func(b *packet.Batch) { b.Packets = b.Packets[:0] },
		"without start": func(b *packet.Batch) { p := &b.Packets[0]; p.Data = p.Data[len(p.Data)/2:] },
	}
	for fname, file := range map[string][]byte{"pcap": plainFile, "short": small, "nano": nano, "big endian": big.b} {
		for ename, edit := range edits {
			for _, o := range []WriterOptions{{}, {Nano: true}, {Format: Pcapng}, {BufferSize: 1000}} {
				o.LinkType = packet.Ethernet
				run := func(batches bool) []byte {
					r, err := NewReader(bytes.NewReader(file), ReaderOptions{BufferSize: 60000})
					if err != nil {
						t.Fatal(err)
					}
					var buf bytes.Buffer
					if batches {
						o.Source = r
					}
					w, err := NewWriter(&buf, o)
					if err != nil {
						t.Fatal(err)
					}
					for {
						b, err := r.Next()
						if err == io.EOF {
							break
						}
						if err != nil {
							t.Fatal(err)
						}
						edit(b)
						if batches {
							err = w.WriteBatch(b)
						} else {
							for i := range b.Packets {
								err = errors.Join(err, w.WritePacket(&b.Packets[i]))
							}
						}
						if err != nil {
							t.Fatal(err)
						}
						clear(r.pool.buffer(b)) // nothing may be needed of it later
						b.Release()
					}
					if err := w.Close(); err != nil {
						t.Fatal(err)
					}
					if w.Size() != int64(buf.Len()) {
						t.Errorf("%s, %s: Size %d of %d", fname, ename, w.Size(), buf.Len())
					}
					return buf.Bytes()
				}
				if !bytes.Equal(run(true), run(false)) {
					t.Errorf("%s, %s, %+v: WriteBatch made another file", fname, ename, o)
				}
			}
		}
	}
}

// Everything that reaches the io.Writer is whole records.
func TestWritesAreWholeRecords(t *testing.T) {
	for _, format := range []Format{Pcap, Pcapng} {
		var sizes []int
		var buf bytes.Buffer
		w, err := NewWriter(writerFunc(func(b []byte) (int, error) {
			buf.Write(b)
			sizes = append(sizes, buf.Len())
			return len(b), nil
		}), WriterOptions{Format: format, LinkType: packet.Ethernet, BufferSize: 5000})
		if err != nil {
			t.Fatal(err)
		}
		pk := sample(300)
		for i := range pk {
			if err := w.WritePacket(&pk[i]); err != nil {
				t.Fatal(err)
			}
		}
		if err := w.Close(); err != nil {
			t.Fatal(err)
		}
		if len(sizes) < 20 {
			t.Fatalf("%v: %d writes", format, len(sizes))
		}
		for _, n := range sizes {
			if _, _, err := readAll(bytes.NewReader(buf.Bytes()[:n]), ReaderOptions{}); err != nil {
				t.Errorf("%v: the first %d bytes: %v", format, n, err)
			}
		}
	}
}

type writerFunc func([]byte) (int, error)

func (f writerFunc) Write(b []byte) (int, error) { return f(b) }

// A write that fails half-way is counted to the last whole record.
func TestFailingWrite(t *testing.T) {
	boom := errors.New("no space left")
	for _, format := range []Format{Pcap, Pcapng} {
		pk := sample(300)
		whole := writePcap(t, pk, WriterOptions{Format: format})
		for room := 0; room < len(whole); room += 997 {
			var buf bytes.Buffer
			sink := writerFunc(func(b []byte) (int, error) {
				n := min(len(b), room-buf.Len())
				buf.Write(b[:n])
				if n < len(b) {
					return n, boom
				}
				return n, nil
			})
			w, err := NewWriter(sink, WriterOptions{Format: format, LinkType: packet.Ethernet, BufferSize: 20000})
			if err != nil {
				if room > 100 || !errors.Is(err, boom) {
					t.Fatalf("%v: room for %d: %v", format, room, err)
				}
				continue
			}
			for i := range pk {
				if err = w.WritePacket(&pk[i]); err != nil {
					break
				}
			}
			if err == nil {
				err = w.Flush()
			}
			if !errors.Is(err, boom) {
				t.Fatalf("%v: room for %d of %d bytes: %v", format, room, len(whole), err)
			}
			if again := w.WritePacket(&pk[0]); again != err {
				t.Errorf("%v: then %v, want %v again", format, again, err)
			}
			rows, _, err := readAll(bytes.NewReader(buf.Bytes()[:w.intact]), ReaderOptions{})
			if _, written := w.Packets(); err != nil || int64(len(rows)) != written {
				t.Errorf("%v: room for %d: %d packets in %d bytes, %v; the writer says %d", format, room, len(rows), w.intact, err, written)
			}
			if next := len(whole) - int(w.intact); buf.Len()-int(w.intact) > 2000 && next > 0 {
				t.Errorf("%v: only %d of %d bytes are said to be intact", format, w.intact, buf.Len())
			}
		}
	}
}

func TestWriteAllocs(t *testing.T) {
	pk := sample(1)
	pk[0].Direction = packet.In
	for _, o := range []WriterOptions{{}, {Nano: true}, {Format: Pcapng}} {
		o.LinkType = packet.Ethernet
		w, err := NewWriter(io.Discard, o)
		if err != nil {
			t.Fatal(err)
		}
		n := testing.AllocsPerRun(20000, func() {
			if err := w.WritePacket(&pk[0]); err != nil {
				t.Fatal(err)
			}
		})
		if n != 0 {
			t.Errorf("%+v: %v allocations per packet", o, n)
		}
	}
}

func BenchmarkRead(b *testing.B) {
	for _, format := range []Format{Pcap, Pcapng} {
		b.Run(format.String(), func(b *testing.B) {
			file := writePcap(b, sample(100000), WriterOptions{Format: format})
			b.SetBytes(int64(len(file)))
			for b.Loop() {
				r, err := NewReader(bytes.NewReader(file), ReaderOptions{})
				if err != nil {
					b.Fatal(err)
				}
				for {
					batch, err := r.Next()
					if err == io.EOF {
						break
					}
					if err != nil {
						b.Fatal(err)
					}
					batch.Release()
				}
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/100000, "ns/packet")
		})
	}
}

func BenchmarkWritePacket(b *testing.B) {
	for _, format := range []Format{Pcap, Pcapng} {
		b.Run(format.String(), func(b *testing.B) {
			p := sample(10)[9]
			w, err := NewWriter(io.Discard, WriterOptions{Format: format, LinkType: packet.Ethernet})
			if err != nil {
				b.Fatal(err)
			}
			for b.Loop() {
				if err := w.WritePacket(&p); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// What names a hostile capture gives to an address is bounded.
func TestNamesOfOneAddress(t *testing.T) {
	w, err := NewPcapngWriter(io.Discard, WriterOptions{})
	if err != nil {
		t.Fatal(err)
	}
	one := netip.MustParseAddr("192.0.2.1")
	for i := range 2 * maxNamesOfOne {
		w.AddName(one, fmt.Sprint("name", i))
	}
	if n := len(w.ng.names[one]); n != maxNamesOfOne || w.ng.named != maxNamesOfOne {
		t.Errorf("%d names, counted %d", n, w.ng.named)
	}
}
