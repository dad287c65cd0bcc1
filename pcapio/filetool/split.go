package filetool

import (
	"fmt"
	"path/filepath"
	"strings"

	"wiredump/capture/packet"
	"wiredump/pcapio"
)

// Numbered returns names for the parts of a file: "x.pcap" gives
// "x_00000.pcap", "x_00001.pcap", with the endings of both the format and the
// compression kept.
func Numbered(name string) func(n int) string {
	base, end := splitName(name)
	return func(n int) string { return fmt.Sprintf("%s_%05d%s", base, n, end) }
}

// Labelled returns the name of the part with the given label: "x.pcap" and
// "eth0" give "x_eth0.pcap".
func Labelled(name, label string) string {
	base, end := splitName(name)
	label = strings.Map(func(r rune) rune {
		if r == '/' || r == 0 {
			return '_'
		}
		return r
	}, label)
	return base + "_" + label + end
}

func splitName(name string) (base, end string) {
	base = name
	if pcapio.CompressionFor(base) != pcapio.None {
		end = filepath.Ext(base)
		base = strings.TrimSuffix(base, end)
	}
	ext := filepath.Ext(base)
	if ext == filepath.Base(base) {
		ext = "" // a hidden file's name is no ending
	}
	return strings.TrimSuffix(base, ext), ext + end
}

// Copy copies all packets; a sink that is an Output with limits per file
// splits them up.
func Copy(r *pcapio.Reader, sink Sink, progress Progress) (Result, error) {
	return copyKept(r, sink, func(*packet.Packet) bool { return true }, progress)
}

// MaxParts bounds how many files Separate has open.
const MaxParts = 256

// Separate copies each packet to the sink that open returns for its key: an
// interface's index, a link type. Open is called once per key. Blocks that
// belong to no packet go to every sink that is there by then.
func Separate(r *pcapio.Reader, key func(*packet.Packet) uint32, open func(key uint32) (Sink, error), progress Progress) (Result, error) {
	s := &separator{key: key, open: open, sinks: make(map[uint32]Sink)}
	return copyKept(r, s, func(*packet.Packet) bool { return true }, progress)
}

// A separator is the sink that hands packets on.
type separator struct {
	key   func(*packet.Packet) uint32
	open  func(uint32) (Sink, error)
	sinks map[uint32]Sink
	order []Sink
}

func (s *separator) sink(k uint32) (Sink, error) {
	if sink, ok := s.sinks[k]; ok {
		return sink, nil
	}
	if len(s.order) == MaxParts {
		return nil, fmt.Errorf("more than %d parts", MaxParts)
	}
	sink, err := s.open(k)
	if err != nil {
		return nil, err
	}
	s.sinks[k] = sink
	s.order = append(s.order, sink)
	return sink, nil
}

// WriteBatch hands on runs of packets with the same key.
func (s *separator) WriteBatch(b *packet.Batch) error {
	for start := 0; start < len(b.Packets); {
		k := s.key(&b.Packets[start])
		end := start + 1
		for end < len(b.Packets) && s.key(&b.Packets[end]) == k {
			end++
		}
		sink, err := s.sink(k)
		if err != nil {
			return err
		}
		if err := sink.WriteBatch(&packet.Batch{Packets: b.Packets[start:end]}); err != nil {
			return err
		}
		start = end
	}
	return nil
}

func (s *separator) WriteBlocks(blocks [][]byte) error {
	for _, sink := range s.order {
		if err := sink.WriteBlocks(blocks); err != nil {
			return err
		}
	}
	return nil
}
