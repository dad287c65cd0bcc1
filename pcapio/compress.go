package pcapio

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"
	"github.com/pierrec/lz4/v4"
)

// A Compression is what a capture file is wrapped in.
type Compression uint8

const (
	None Compression = iota
	Gzip             // RFC 1952
	Zstd             // RFC 8878
	LZ4              // the LZ4 frame format; read only
)

// String returns "gzip", "zstd", "lz4" or "none".
func (c Compression) String() string {
	switch c {
	case Gzip:
		return "gzip"
	case Zstd:
		return "zstd"
	case LZ4:
		return "lz4"
	}
	return "none"
}

// CompressionFor returns the compression that a file's name asks for: by its
// ending .gz, .zst or .lz4.
func CompressionFor(name string) Compression {
	switch {
	case strings.HasSuffix(name, ".gz"):
		return Gzip
	case strings.HasSuffix(name, ".zst"):
		return Zstd
	case strings.HasSuffix(name, ".lz4"):
		return LZ4
	}
	return None
}

// compressionOf looks at the first four bytes of a file.
func compressionOf(b []byte) Compression {
	switch {
	case b[0] == 0x1f && b[1] == 0x8b && b[2] == 8:
		return Gzip
	case bytes.Equal(b[:4], []byte{0x28, 0xb5, 0x2f, 0xfd}):
		return Zstd
	case b[0]&0xf0 == 0x50 && bytes.Equal(b[1:4], []byte{0x2a, 0x4d, 0x18}):
		return Zstd // a frame to be skipped (RFC 8878 section 3.1.2), as pzstd writes it
	case bytes.Equal(b[:4], []byte{0x04, 0x22, 0x4d, 0x18}):
		return LZ4
	}
	return None
}

// maxWindow is the largest zstd window, in bytes, that is decompressed: what
// the zstd program takes without being asked to. A frame's header makes us
// allocate that much.
const maxWindow = 128 << 20

// decompress puts a decompressor between the source and the buffer. The bytes
// already in the buffer are its first input.
func (r *Reader) decompress(c Compression) error {
	start := bytes.Clone(r.cur.buf[r.pos:r.end])
	in := io.MultiReader(bytes.NewReader(start), r.src)
	if r.readErr != nil {
		in = io.MultiReader(bytes.NewReader(start), failing{r.readErr})
	}
	r.compression = c
	r.pos, r.end, r.off, r.readErr = 0, 0, 0, nil
	var err error
	switch c {
	case Gzip:
		var z *gzipMembers
		if z, err = newGzipMembers(in, func(msg string) { r.warn(warnTrailing, msg) }); err == nil {
			r.src = z
			r.closers = append(r.closers, z)
		}
	case Zstd:
		var z *zstd.Decoder
		z, err = zstd.NewReader(in, zstd.WithDecoderConcurrency(1), zstd.WithDecoderLowmem(true),
			zstd.WithDecoderMaxWindow(maxWindow))
		if err == nil {
			r.src = z
			r.closers = append(r.closers, z.IOReadCloser())
		}
	case LZ4:
		r.src = lz4.NewReader(in)
	}
	if err != nil {
		return r.cut(err, "no header")
	}
	return nil
}

// failing is a reader that has nothing but an error.
type failing struct{ err error }

func (f failing) Read([]byte) (int, error) { return 0, f.err }

// A compressor is what a Writer needs of a compressing stream.
type compressor interface {
	io.WriteCloser
	// Flush makes everything written so far readable.
	Flush() error
}

// compress returns a compressor that writes to w. Its Close does not close w.
func compress(w io.Writer, c Compression) (compressor, error) {
	switch c {
	case Gzip:
		return gzip.NewWriter(w), nil
	case Zstd:
		return zstd.NewWriter(w, zstd.WithEncoderConcurrency(1))
	}
	return nil, fmt.Errorf("pcapio: writing %s: %w", c, errors.ErrUnsupported)
}

// foreign says in words what the first bytes of a file are that is no capture.
func foreign(b []byte) string {
	for _, f := range [...]struct{ magic, name string }{
		{"snoop\x00\x00\x00", "snoop, not supported"},
		{"\xfd7zXZ\x00", "xz, not supported: decompress it first"},
		{"BZh", "bzip2, not supported: decompress it first"},
		{"PK\x03\x04", "a zip archive"},
		{"\x7fELF", "an ELF program"},
		{"XCP\x00", "NetXRay, not supported"},
		{"TRSNIFF ", "NetWare Sniffer, not supported"},
		{"GMBU", "Network Monitor, not supported"},
		{"RTSS", "Network Monitor, not supported"},
	} {
		if strings.HasPrefix(string(b), f.magic) {
			return f.name
		}
	}
	return fmt.Sprintf("begins with % x %q", b, b)
}
