// Package packet holds the contract between those who bring packets (the ring
// of package capture, the savefiles of package pcapio) and those who use them
// (filters, dissectors, views, writers): the packet, the batch it is lent in,
// and the interface it came from.
//
// # Ownership
//
// Packets travel in batches. A batch and every byte slice reachable from it
// belong to the source that made it; they are lent until [Batch.Release] is
// called, once, by whoever consumed the batch last. A batch may cross
// goroutines, but only one goroutine uses it at a time. What must outlive the
// batch is copied.
//
// # Sources
//
// A source is anything with
//
//	Next() (*Batch, error)       // io.EOF after the last batch
//	Interfaces() []Interface     // indexed by Packet.Interface
//
// Next is called by one goroutine. Each source also is a
// gopacket.ZeroCopyPacketDataSource, through an embedded [DataSource].
package packet

import "net/netip"

// MaxSnapLen is the largest number of bytes captured of one packet, and the
// snapshot length when none is asked for, as in tcpdump.
const MaxSnapLen = 262144

// A Packet is one frame as it was captured. It is lent; see the package
// comment.
type Packet struct {
	// Data holds the captured bytes, from the link-layer header on.
	Data []byte
	// WireLen is the length in bytes that the packet had on the wire, as the
	// source tells it. A damaged savefile may tell less than len(Data).
	WireLen uint32
	// Interface is an index into the source's Interfaces.
	Interface uint32
	// Time is when the packet was captured, exactly as read.
	Time Time
	// LinkType says what Data begins with.
	LinkType LinkType
	// Direction is In, Out or Unknown.
	Direction Direction
	// Flags are facts about the packet that its bytes do not show.
	Flags Flags
	// Extra is what a pcapng file tells of the packet beyond these fields;
	// nil for most packets and for every other source.
	Extra *Extra
}

// Direction is the way a packet went as seen from the capturing host.
type Direction uint8

const (
	Unknown Direction = iota // not recorded by the source
	In                       // received, from whoever to whomever
	Out                      // sent by the capturing host
)

// Flags are facts about a packet that its bytes do not show.
type Flags uint8

const (
	// ChecksumPending marks a packet seen before the network card filled in
	// its transport checksum (TP_STATUS_CSUMNOTREADY): what stands in the
	// checksum field means nothing.
	ChecksumPending Flags = 1 << iota
	// TagRestored marks a packet whose outermost VLAN tag was delivered beside
	// the frame and has been put back into Data (and counted in WireLen).
	TagRestored
	// NoTime marks a packet whose source records no time, as a simple packet
	// block of pcapng: Time is the zero value.
	NoTime
)

// Extra carries what a pcapng file holds around a packet, so that a copy can
// keep it. Its slices are lent with the packet.
type Extra struct {
	// Comments are the packet block's opt_comment values.
	Comments []string
	// Options is the packet block's remaining option list without
	// opt_endofopt: code, length (16 bits each, little endian whatever the
	// file's order), value padded to 4 bytes. Numbers inside the values of
	// options that the pcapng specification defines are little endian too;
	// values of unknown options are as in the file.
	Options []byte
	// Before holds whole blocks, in file order and as read, that stood between
	// the previous packet and this one and that are not otherwise represented:
	// name resolution, decryption secrets, statistics, custom and unknown
	// blocks. Their byte order shows in their own length field. The interface
	// number in a statistics block is an index into the source's Interfaces.
	Before [][]byte
}

// An Interface is where packets of a source were captured. The zero value is
// what an old savefile tells: a link type and nothing else.
type Interface struct {
	Name        string   // "eth0"; empty if not recorded
	Description string   // empty if not recorded
	Index       int      // the kernel's interface index; 0 if not known
	LinkType    LinkType // of the packets from this interface
	SnapLen     uint32   // bytes; 0 means not limited
	Nano        bool     // times have nanoseconds
	NetNS       string   // network namespace as the user named it; empty for our own
	Filter      string   // the capture filter in force; empty if none is known
	OS          string   // operating system of the capturing host
	Addrs       []netip.Prefix
	// Options are the options of a pcapng interface block that no field above
	// shows (comments, speed, hardware addresses, FCS length, ...), so that a
	// copy can keep them; in the form of Extra.Options.
	Options []byte
}

// A Batch is a run of packets, lent until Release. The zero value is an empty
// batch that needs no release.
type Batch struct {
	Packets []Packet
	// Free returns the memory to the source; nil if there is nothing to do.
	// Consumers call Release instead.
	Free func(*Batch)
}

// Release gives the batch back to its source. Afterwards neither the batch nor
// any slice of its packets may be touched.
func (b *Batch) Release() {
	if b.Free != nil {
		b.Free(b)
	}
}
