package pcapio

import (
	"bytes"
	"encoding/binary"
	"errors"
	"math/big"
	"math/rand/v2"
	"net/netip"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"wiredump/capture/packet"
)

const t0 = 1700000000123456 // microseconds

// ng returns the packet that epb(0, t0, n) makes.
func ng(n int) row { return at(1700000000, 123456, packet.Micro, n) }

func TestReadPcapng(t *testing.T) {
	good := func() *builder { return le().shb().idb(1, 0).epb(0, t0, 54).epb(0, t0, 54) }
	two := []row{ng(54), ng(54)}
	with := func(f func(*row)) []row { r := ng(54); f(&r); return []row{r} }
	tests := []struct {
		name string
		file []byte
		want []row
		err  string
		kind error
	}{
		{"little endian", good().b, two, "", nil},
		{"big endian", be().shb().idb(1, 0).epb(0, t0, 54).b, two[:1], "", nil},
		{"no packets", le().shb().idb(1, 0).b, nil, "", nil},
		{"data padded to 4 bytes", le().shb().idb(1, 0).epb(0, t0, 51).epb(0, t0, 0).epb(0, t0, 53).b, []row{ng(51), ng(0), ng(53)}, "", nil},
		{"two sections, other byte order and link type", append(good().b, be().shb().idb(101, 0).epb(0, t0, 20).b...),
			append(two[:2:2], row{Time: two[0].Time, Data: string(payload(20)), WireLen: 20, Iface: 1, Link: packet.Raw}), "", nil},
		{"mixed link types", le().shb().idb(1, 0).idb(12, 0).epb(1, t0, 54).b, with(func(r *row) { r.Iface, r.Link = 1, packet.Raw }), "", nil},
		{"an interface described late", le().shb().idb(1, 0).epb(0, t0, 54).idb(113, 0).epb(1, t0, 54).b,
			append(two[:1:1], with(func(r *row) { r.Iface, r.Link = 1, packet.LinuxSLL })...), "", nil},
		{"packet over the snapshot length", le().shb().idb(1, 20).epb(0, t0, 54).b, two[:1], "", nil},
		{"simple packet", le().shb().idb(1, 0).block(3, func(b *builder) { b.u32(54).raw(payload(54)...) }).b,
			with(func(r *row) { r.Time, r.Flags = packet.Time{}, packet.NoTime }), "", nil},
		{"simple packet cut to the snapshot length", le().shb().idb(1, 20).block(3, func(b *builder) { b.u32(54).raw(payload(20)...) }).b,
			with(func(r *row) { r.Time, r.Flags = packet.Time{}, packet.NoTime; r.Data = r.Data[:20] }), "", nil},
		{"obsolete packet block with drops", le().shb().idb(1, 0).block(2, func(b *builder) {
			b.u16(0, 5).u32(t0>>32, t0&0xffffffff, 54, 54).raw(payload(54)...)
		}).b, with(func(r *row) { r.Options = "\x04\x00\x08\x00\x05\x00\x00\x00\x00\x00\x00\x00" }), "", nil},
		{"obsolete packet block, drops not known", le().shb().idb(1, 0).block(2, func(b *builder) {
			b.u16(0, 0xffff).u32(t0>>32, t0&0xffffffff, 54, 54).raw(payload(54)...)
		}).b, two[:1], "", nil},
		{"direction", le().shb().idb(1, 0).epb(0, t0, 54, opt32(2, 1)).epb(0, t0, 54, opt32(2, 2)).b,
			append(with(func(r *row) { r.Dir = packet.In }), with(func(r *row) { r.Dir = packet.Out })...), "", nil},
		{"direction, big endian", be().shb().idb(1, 0).epb(0, t0, 54, opt32(2, 1)).b, with(func(r *row) { r.Dir = packet.In }), "", nil},
		{"checksum not ready", le().shb().idb(1, 0).epb(0, t0, 54, opt32(2, 0x202)).b,
			with(func(r *row) { r.Dir = packet.Out; r.Flags = packet.ChecksumPending }), "", nil},
		{"other flags stay an option", be().shb().idb(1, 0).epb(0, t0, 54, opt32(2, 0x80000001)).b,
			with(func(r *row) { r.Dir = packet.In; r.Options = "\x02\x00\x04\x00\x01\x00\x00\x80" }), "", nil},
		{"comments and options", be().shb().idb(1, 0).epb(0, t0, 54, opt(1, []byte("hi")), opt64(4, 7), opt(1, []byte("ho")), opt(77, []byte("abcde"))).b,
			with(func(r *row) {
				r.Comments = []string{"hi", "ho"}
				r.Options = "\x04\x00\x08\x00\x07\x00\x00\x00\x00\x00\x00\x00" + "\x4d\x00\x05\x00abcde\x00\x00\x00"
			}), "", nil},
		{"options end at their end", le().shb().idb(1, 0).epb(0, t0, 54, opt(0, nil), opt(1, []byte("no"))).b, two[:1], "", nil},
		{"damaged packet options", le().shb().idb(1, 0).epb(0, t0, 54, opt(1, []byte("hi")), func(b *builder) { b.u16(1, 5000) }).b,
			with(func(r *row) { r.Comments = []string{"hi"} }), "", nil},
		{"unknown blocks", le().shb().block(0x99, func(b *builder) { b.raw(1, 2, 3, 4, 5) }).idb(1, 0).block(0x80000001, func(b *builder) {}).epb(0, t0, 54).b, two[:1], "", nil},
		{"statistics of no interface", le().shb().idb(1, 0).block(5, func(b *builder) { b.u32(9, 0, 0) }).epb(0, t0, 54).b, two[:1], "", nil},
		{"version 1.2", le().block(0x0a0d0d0a, func(b *builder) { b.u32(0x1a2b3c4d).u16(1, 2).u32(0, 0) }).idb(1, 0).epb(0, t0, 54).b, two[:1], "", nil},

		{"only a section", le().shb().b, nil, "the capture file has no Interface Description Blocks (at byte 28, after 0 packets)", ErrTruncated},
		{"a packet before all interfaces", le().shb().epb(0, t0, 54).b, nil, "the capture file has a packet block before any Interface Description Blocks (at byte 28, after 0 packets)", ErrCorrupt},
		{"an interface that is not there", good().epb(7, t0, 54).b, two, "a packet arrived on interface 7, but there's no Interface Description Block for that interface (at byte 224, after 2 packets)", ErrCorrupt},
		{"an interface of the section before", append(good().b, be().shb().epb(0, t0, 54).b...), two, "a packet arrived on interface 0, but there's no Interface Description Block for that interface (at byte 252, after 2 packets)", ErrCorrupt},
		{"cut in a block", good().b[:224-10], two[:1], "truncated pcapng dump file; tried to read 80 bytes, only got 70 (at byte 136, after 1 packet)", ErrTruncated},
		{"cut in a block header", append(good().b, 6, 0, 0), two, "truncated pcapng dump file; tried to read 8 bytes, only got 3 (at byte 224, after 2 packets)", ErrTruncated},
		{"first section header with lengths that differ", func() []byte { b := good().b; n := b[4]; b[n-1] ^= 1; return b }(), two, "", nil},
		{"lengths that differ", append(good().b[:220], 1, 2, 3, 4), two[:1], "block total length in header and trailer don't match (at byte 136, after 1 packet)", ErrCorrupt},
		{"length 0", good().u32(6, 0, 0).b, two, "block in pcapng dump file has a length of 0 < 12 (at byte 224, after 2 packets)", ErrCorrupt},
		{"odd length", good().u32(6, 45, 0).b, two, "block of type 6 in pcapng dump file has a length of 45 that is not a multiple of 4 (at byte 224, after 2 packets)", ErrCorrupt},
		{"huge length", good().u32(6, 0x7ffffff0, 0).b, two, "pcapng block size 2147483632 > maximum 16777216 (at byte 224, after 2 packets)", ErrCorrupt},
		{"captured length over the block", good().block(6, func(b *builder) { b.u32(0, 0, 0, 5000, 5000).raw(payload(54)...) }).b, two, "block of type 6 in pcapng dump file is too short (at byte 224, after 2 packets)", ErrCorrupt},
		{"captured length over the maximum", good().block(6, func(b *builder) { b.u32(0, 0, 0, 262145, 5000) }).b, two, "invalid packet capture length 262145, bigger than snaplen of 262144 (at byte 224, after 2 packets)", ErrCorrupt},
		{"packet block too short", good().block(6, func(b *builder) { b.u32(0, 0) }).b, two, "block of type 6 in pcapng dump file is too short (at byte 224, after 2 packets)", ErrCorrupt},
		{"old packet block too short", good().block(2, func(b *builder) { b.u32(0, 0) }).b, two, "block of type 2 in pcapng dump file is too short (at byte 224, after 2 packets)", ErrCorrupt},
		{"simple packet block too short", good().block(3, func(b *builder) {}).b, two, "block of type 3 in pcapng dump file is too short (at byte 224, after 2 packets)", ErrCorrupt},
		{"interface block too short", le().shb().block(1, func(b *builder) { b.u32(1) }).b, nil, "block of type 1 in pcapng dump file is too short (at byte 28, after 0 packets)", ErrCorrupt},
		{"interface options over the block", le().shb().idb(1, 0, func(b *builder) { b.u16(9, 5000) }).b, nil, "block of type 1 in pcapng dump file is too short (at byte 28, after 0 packets)", ErrCorrupt},
		{"resolution of the wrong size", le().shb().idb(1, 0, opt(9, nil)).b, nil, "Interface Description Block has if_tsresol option with length 0 != 1 (at byte 28, after 0 packets)", ErrCorrupt},
		{"resolution 10^-40", le().shb().idb(1, 0, opt(9, []byte{40})).b, nil, "Interface Description Block if_tsresol option resolution 10^-40 is too high (at byte 28, after 0 packets)", ErrCorrupt},
		{"resolution 2^-64", le().shb().idb(1, 0, opt(9, []byte{0xc0})).b, nil, "Interface Description Block if_tsresol option resolution 2^-64 is too high (at byte 28, after 0 packets)", ErrCorrupt},
		{"version 2.0", le().block(0x0a0d0d0a, func(b *builder) { b.u32(0x1a2b3c4d).u16(2, 0).u32(0, 0) }).b, nil, "unsupported pcapng savefile version 2.0", ErrFormat},
		{"another byte order magic", le().block(0x0a0d0d0a, func(b *builder) { b.u32(0x1a2b3c4e).u16(1, 0).u32(0, 0) }).b, nil, "unknown file format (byte order magic 4e 3c 2b 1a in a pcapng section header)", ErrFormat},
		{"section header too short", le().block(0x0a0d0d0a, func(b *builder) { b.u32(0x1a2b3c4d) }).b, nil, "block of type 168627466 in pcapng dump file is too short", ErrCorrupt},
		{"cut in the section header", le().shb().b[:20], nil, "truncated pcapng dump file; tried to read 20 bytes, only got 12", ErrTruncated},
		{"cut before the byte order", le().shb().b[:10], nil, "truncated pcapng dump file; tried to read 4 bytes, only got 2", ErrTruncated},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, _, err := readAll(bytes.NewReader(tt.file), ReaderOptions{})
			if d := cmp.Diff(tt.want, got); d != "" {
				t.Errorf("packets (-want +got):\n%s", d)
			}
			if errText(err) != tt.err {
				t.Errorf("error %q, want %q", errText(err), tt.err)
			}
			if tt.kind != nil && !errors.Is(err, tt.kind) {
				t.Errorf("error %v is not %v", err, tt.kind)
			}
			slow, _, err2 := readAll(trickle{bytes.NewReader(tt.file)}, ReaderOptions{BufferSize: 64, KeepBlocks: true})
			dropBefore := cmpopts.IgnoreFields(row{}, "Before")
			if d := cmp.Diff(got, slow, dropBefore); d != "" || errText(err) != errText(err2) {
				t.Errorf("byte by byte: error %q (-want +got):\n%s", errText(err2), d)
			}
		})
	}
}

// Time stamps of any resolution, against exact arithmetic.
func TestClock(t *testing.T) {
	rnd := rand.New(rand.NewPCG(1, 2))
	for _, binary := range []bool{false, true} {
		limit := byte(maxDecimal)
		if binary {
			limit = maxBinary
		}
		for n := byte(0); n <= limit; n++ {
			resolution, base := n, big.NewInt(10)
			if binary {
				resolution |= 0x80
				base = big.NewInt(2)
			}
			c, ok := newClock(resolution, -5)
			if !ok {
				t.Fatalf("newClock(%#x) refused", resolution)
			}
			second := new(big.Int).Exp(base, big.NewInt(int64(n)), nil)
			wantUnit, perSecond := packet.Micro, int64(1e6)
			if second.Cmp(big.NewInt(1e6)) > 0 {
				wantUnit, perSecond = packet.Nano, 1e9
			}
			for range 200 {
				ts := rnd.Uint64() >> rnd.IntN(64)
				sec, rest := new(big.Int).DivMod(new(big.Int).SetUint64(ts), second, new(big.Int))
				frac := rest.Mul(rest, big.NewInt(perSecond))
				frac.Div(frac, second)
				want := packet.Time{Sec: int64(sec.Uint64()) - 5, Frac: uint32(frac.Uint64()), Unit: wantUnit}
				if got := c.time(ts); got != want {
					t.Fatalf("resolution %#x: %d is %+v, want %+v", resolution, ts, got, want)
				}
			}
		}
		if _, ok := newClock(limit+1|map[bool]byte{true: 0x80}[binary], 0); ok {
			t.Errorf("newClock took a resolution finer than 64 bits have room for (binary %v)", binary)
		}
	}
}

func TestInterfaceFacts(t *testing.T) {
	for _, order := range []binary.ByteOrder{binary.LittleEndian, binary.BigEndian} {
		b := &builder{order: order}
		b.shb(opt(2, []byte("toaster")), opt(3, []byte("Linux 6.1")), opt(4, []byte("me")), opt(1, []byte("a section")), opt32(2988, 7))
		b.idb(1, 96,
			opt(2, []byte("eth0")), opt(3, []byte("a cable")),
			opt(4, []byte{192, 0, 2, 7, 255, 255, 255, 0}), opt(5, append(netip.MustParseAddr("2001:db8::1").AsSlice(), 64)),
			opt(6, []byte{2, 0, 0, 0, 0, 1}), opt64(8, 1e9), opt(9, []byte{9}), opt(11, []byte("\x00tcp port 80")), opt(12, []byte("Linux")),
			opt(13, []byte{32}), opt64(14, 1000), opt(1, []byte("mine")))
		b.epb(0, 1700000000123456789, 10)
		b.block(5, func(b *builder) {
			b.u32(0, 0, 7)
			b.opt(1, []byte("fine"))
			b.u16(2, 8).u32(0, 5)
			b.u16(3, 8).u32(0, 6)
			opt64(4, 100)(b)
			opt64(5, 1)(b)
			opt64(7, 2)(b)
		})
		rows, r, err := readAll(bytes.NewReader(b.b), ReaderOptions{KeepBlocks: true})
		if err != nil {
			t.Fatal(err)
		}
		options := "\x06\x00\x06\x00\x02\x00\x00\x00\x00\x01\x00\x00" + "\x08\x00\x08\x00\x00\xca\x9a\x3b\x00\x00\x00\x00" + "\x0d\x00\x01\x00\x20\x00\x00\x00" + "\x01\x00\x04\x00mine"
		want := packet.Interface{
			Name: "eth0", Description: "a cable", LinkType: packet.Ethernet, SnapLen: 96, Nano: true, Filter: "tcp port 80", OS: "Linux",
			Addrs:   []netip.Prefix{netip.MustParsePrefix("192.0.2.7/24"), netip.MustParsePrefix("2001:db8::1/64")},
			Options: []byte(options),
		}
		if d := cmp.Diff([]packet.Interface{want}, r.Interfaces(), cmp.Comparer(func(a, b netip.Prefix) bool { return a == b })); d != "" {
			t.Errorf("%v: interfaces (-want +got):\n%s", order, d)
		}
		if got, want := rows[0].Time, (packet.Time{Sec: 1700001000, Frac: 123456789, Unit: packet.Nano}); got != want {
			t.Errorf("%v: time %v, want %v", order, got, want)
		}
		wantSection := []Section{{BigEndian: order == binary.BigEndian, Hardware: "toaster", OS: "Linux 6.1", Application: "me", Comments: []string{"a section"}, Options: []byte("\xac\x0b\x04\x00\x07\x00\x00\x00")}}
		if d := cmp.Diff(wantSection, r.Sections()); d != "" {
			t.Errorf("%v: sections (-want +got):\n%s", order, d)
		}
		nano := func(sec int64, n uint32) packet.Time { return packet.Time{Sec: sec + 1000, Frac: n, Unit: packet.Nano} }
		wantStats := []Statistics{{Time: nano(0, 7), Start: nano(0, 5), End: nano(0, 6), Received: 100, Dropped: 1, OSDropped: 2, Accepted: NotCounted, Delivered: NotCounted, Comments: []string{"fine"}}}
		if d := cmp.Diff(wantStats, r.Statistics()); d != "" {
			t.Errorf("%v: statistics (-want +got):\n%s", order, d)
		}
		if len(r.Trailer()) != 1 {
			t.Errorf("%v: %d blocks behind the last packet, want the statistics", order, len(r.Trailer()))
		}
	}
}

// In a later section, a statistics block's interface is counted through.
func TestStatisticsInterface(t *testing.T) {
	file := le().shb().idb(1, 0).idb(1, 0).b
	file = append(file, be().shb().idb(1, 0).block(5, func(b *builder) { b.u32(0, 0, 7) }).epb(0, t0, 20).b...)
	rows, r, err := readAll(bytes.NewReader(file), ReaderOptions{KeepBlocks: true})
	if err != nil {
		t.Fatal(err)
	}
	if r.Statistics()[0].Interface != 2 || rows[0].Iface != 2 {
		t.Errorf("statistics of interface %d, packet of %d, want 2", r.Statistics()[0].Interface, rows[0].Iface)
	}
	if b := []byte(rows[0].Before[0]); binary.BigEndian.Uint32(b[8:]) != 2 {
		t.Errorf("the kept block % x says another interface", b)
	}
}

func TestTooManyInterfaces(t *testing.T) {
	b := le().shb()
	for range maxInterfaces + 1 {
		b.idb(1, 0)
	}
	_, _, err := readAll(bytes.NewReader(b.b), ReaderOptions{})
	if !errors.Is(err, ErrCorrupt) {
		t.Errorf("%d interfaces: %v", maxInterfaces+1, err)
	}
}

func TestTooManyPendingBlocks(t *testing.T) {
	b := le().shb().idb(1, 0).epb(0, t0, 20)
	for range maxPending/(8<<20) + 1 {
		b.block(0x99, func(b *builder) { b.raw(make([]byte, 8<<20)...) })
	}
	rows, _, err := readAll(bytes.NewReader(b.b), ReaderOptions{KeepBlocks: true})
	if !errors.Is(err, ErrCorrupt) || len(rows) != 1 {
		t.Errorf("%d packets, %v", len(rows), err)
	}
	if _, _, err := readAll(bytes.NewReader(b.b), ReaderOptions{}); err != nil {
		t.Errorf("not asked to keep them: %v", err)
	}
}
