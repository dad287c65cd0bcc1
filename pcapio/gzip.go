package pcapio

import (
	"bufio"
	"io"

	"github.com/klauspost/compress/gzip"
)

// gzipMembers reads a gzip file (RFC 1952): a row of members. What follows the
// last one is no part of it, as for gzip(1): zeros are padding, everything else
// is worth a warning.
type gzipMembers struct {
	in    *bufio.Reader
	z     *gzip.Reader
	warn  func(string)
	ended bool // the current member has
}

func newGzipMembers(in io.Reader, warn func(string)) (*gzipMembers, error) {
	b := bufio.NewReaderSize(in, DefaultBufferSize)
	z, err := gzip.NewReader(b)
	if err != nil {
		return nil, err
	}
	z.Multistream(false)
	return &gzipMembers{in: b, z: z, warn: warn}, nil
}

func (m *gzipMembers) Read(p []byte) (int, error) {
	for {
		if m.ended {
			if err := m.next(); err != nil {
				return 0, err
			}
		}
		n, err := m.z.Read(p)
		if err == io.EOF {
			// What is here is not to wait for the next member.
			m.ended, err = true, nil
		}
		if n > 0 || err != nil {
			return n, err
		}
	}
}

// next moves on to the next member; io.EOF if there is none.
func (m *gzipMembers) next() error {
	switch magic, err := m.in.Peek(2); {
	case len(magic) == 2 && magic[0] == 0x1f && magic[1] == 0x8b:
	case err != nil && err != io.EOF:
		return err
	default:
		return m.trailing()
	}
	if err := m.z.Reset(m.in); err != nil {
		if err == io.EOF {
			err = io.ErrUnexpectedEOF
		}
		return err
	}
	m.z.Multistream(false)
	m.ended = false
	return nil
}

// trailing reads what follows the last member to its end.
func (m *gzipMembers) trailing() error {
	for {
		c, err := m.in.ReadByte()
		if err != nil {
			return err
		}
		if c != 0 {
			m.warn("garbage behind the end of the gzip data is ignored")
			return io.EOF
		}
	}
}

func (m *gzipMembers) Close() error { return m.z.Close() }
