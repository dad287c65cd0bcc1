package pcapio

import (
	"errors"
	"fmt"
)

// What is wrong with a file, for errors.Is.
var (
	// ErrFormat: the first bytes are not those of a capture file, or of a
	// version of it that nobody knows.
	ErrFormat = errors.New("unknown file format")
	// ErrTruncated: the file ends in the middle of a header or record. All
	// packets before it have been delivered.
	ErrTruncated = errors.New("truncated capture file")
	// ErrCorrupt: a header or record contradicts itself. All packets before it
	// have been delivered.
	ErrCorrupt = errors.New("damaged capture file")
)

// What a writer cannot do, for errors.Is.
var (
	// ErrLinkType: a pcap file holds packets of one link type only.
	ErrLinkType = errors.New("pcapio: link type differs from the file's")
	// ErrClosed: the writer or output was closed before.
	ErrClosed = errors.New("pcapio: already closed")
)

// A FileError says what is wrong with a capture file, in the words that tcpdump
// has for it where it has any, and where.
type FileError struct {
	Kind    error  // ErrFormat, ErrTruncated or ErrCorrupt
	Msg     string // such as "truncated dump file; tried to read 16 header bytes, only got 14"
	Offset  int64  // bytes of (uncompressed) file before the header or record at fault
	Packets int64  // packets read before it
	Err     error  // what the operating system or decompressor said; often nil
}

func (e *FileError) Error() string {
	if e.Offset == 0 {
		return e.Msg
	}
	return fmt.Sprintf("%s (at byte %d, after %s)", e.Msg, e.Offset, count(e.Packets, "packet"))
}

// Unwrap makes the kind and the cause visible to errors.Is and errors.As.
func (e *FileError) Unwrap() []error {
	if e.Err == nil {
		return []error{e.Kind}
	}
	return []error{e.Kind, e.Err}
}

// An OutputError says why an Output failed, and what became of its packets.
type OutputError struct {
	Name    string // of the file
	Err     error  // such as syscall.ENOSPC
	Begun   bool   // there were packets to write before
	Written int64  // packets that are in files
	Lost    int64  // packets that were given to the Output and are not
}

func (e *OutputError) Error() string {
	if !e.Begun {
		return fmt.Sprintf("%s: %v", e.Name, e.Err)
	}
	return fmt.Sprintf("%s: %v; %s written, %d lost", e.Name, e.Err, count(e.Written, "packet"), e.Lost)
}

func (e *OutputError) Unwrap() error { return e.Err }

func count(n int64, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}
