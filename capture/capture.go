// Package capture brings packets from the kernel: a TPACKET_V3 ring on an
// AF_PACKET socket, in pure Go.
//
// # Use
//
//	r, err := capture.Open(capture.Config{Interface: "eth0"})
//	...
//	defer r.Close()
//	for {
//		b, err := r.Next()
//		if err == io.EOF {
//			break // after r.Stop, from any goroutine
//		}
//		...
//		for i := range b.Packets {
//			// b.Packets[i].Data points into the ring
//		}
//		b.Release()
//	}
//
// A [Ring] also is a gopacket.ZeroCopyPacketDataSource. Several rings are
// merged in the order of time by [Merge].
//
// # What is promised
//
// Each packet that the filter accepted between Open and [Ring.Stop] is either
// delivered by Next or counted as dropped in [Stats]; there is no third way.
// Stop ends the inflow first, then Next reads the ring to its end.
//
// # The order of setting up
//
// A packet socket that is bound before its ring exists loses what arrives in
// between. So: socket and first bind with protocol 0, which receives nothing;
// filter; TPACKET_V3, reserve, time stamps; ring; mmap; only then the bind with
// ETH_P_ALL, and the fan-out group after it, because the kernel wants it so.
//
// # Privileges
//
// Open needs CAP_NET_RAW and no other capability, and CAP_SYS_ADMIN for another
// network namespace. Without root:
//
//	setcap cap_net_raw+ep PROGRAM
//
// A ring that is open needs none: see [DropCapabilities] and [Account].
//
// # Linux only
//
// On other systems everything builds, and Open returns [ErrUnsupported].
package capture

import (
	"errors"
	"fmt"
	"time"

	"golang.org/x/net/bpf"

	"wiredump/capture/packet"
)

// Defaults of [Config].
const (
	// DefaultBufferSize is the size of a ring in bytes. All of it is resident
	// from the start.
	DefaultBufferSize = 16 << 20
	// DefaultBlockTimeout is how long a packet may wait in a block that is not
	// full before it is seen.
	DefaultBlockTimeout = 20 * time.Millisecond
	// ImmediateTimeout is the block timeout with Immediate. Each timeout spends
	// a block, and a ring of the default size has 128: a shorter one would
	// leave a reader that is held up little time.
	ImmediateTimeout = 4 * time.Millisecond
)

// AnyInterface is the name of the pseudo-device that stands for all interfaces.
const AnyInterface = "any"

// A Config says what to capture and how. The zero value captures all packets
// of the first interface that is up and no loopback, in promiscuous mode.
type Config struct {
	// Interface is a name, "any", or a number as Devices counts from 1. Empty
	// is the first of Devices that is up and no loopback.
	Interface string
	// NetNS is the network namespace to capture in: a name below /run/netns,
	// a path (anything with a slash) or a process id. Empty is our own.
	NetNS string

	// Filter is a program compiled as for a savefile of the ring's link type:
	// it finds VLAN tags and pseudo-headers in the packet's bytes. Open
	// translates it for the kernel. Nil accepts everything. A program that asks
	// for tags with ancillary loads is taken as it is for Ethernet.
	Filter []bpf.RawInstruction
	// FilterText is the expression behind Filter, for Interface.Filter only.
	FilterText string
	// Match is the same filter over a finished packet. It is used when the
	// kernel cannot run Filter (too long, or not translatable); see
	// Ring.FilterInKernel. Nil makes that an error of Open.
	Match func(*packet.Packet) bool

	// SnapLen is the largest number of bytes captured of a packet; 0 is
	// packet.MaxSnapLen.
	SnapLen int
	// NoPromiscuous leaves the interface in the mode it is in. The pseudo-device
	// "any" is never promiscuous.
	NoPromiscuous bool
	// BufferSize is the size of the ring in bytes, rounded up to whole blocks;
	// 0 is DefaultBufferSize. Where the kernel refuses, or it is more than half
	// of the memory available, Open tries with less: see Ring.Buffer.
	BufferSize int
	// BlockTimeout bounds the wait of a packet in a block that is not full
	// (where packets came fast before, it may be twice as long); 0 is
	// DefaultBlockTimeout. The kernel counts in milliseconds. What nobody
	// watches can wait for 100 ms and costs less then: the reader wakes less
	// often, and slow traffic spends fewer blocks.
	BlockTimeout time.Duration
	// Immediate shows packets as early as the ring can.
	Immediate bool
	// Direction restricts the capture to one direction; Unknown is both.
	Direction packet.Direction
	// LinkType asks for a link type other than the interface's own, one of
	// LinkTypes; 0 is the first of these.
	LinkType packet.LinkType
	// Nano keeps nanoseconds in packet times.
	Nano bool
	// TimestampType is one of TimestampTypes; empty is "host".
	TimestampType string
	// Fanout, if not nil, shares the interface's packets with other rings.
	Fanout *Fanout
}

// A FanoutMode says how the kernel deals packets to the rings of a group.
type FanoutMode uint16

// Modes of a fan-out group; see packet(7).
const (
	FanoutHash     FanoutMode = 0 // both directions of a flow to one ring
	FanoutLB       FanoutMode = 1 // in turn
	FanoutCPU      FanoutMode = 2 // by the CPU that received the packet
	FanoutRollover FanoutMode = 3 // the next ring when one is full
	FanoutRandom   FanoutMode = 4
	FanoutQueue    FanoutMode = 5 // by the interface's receive queue
)

// A Fanout names a group of rings that share one interface's packets.
type Fanout struct {
	ID   uint16 // of the group, unique within the network namespace
	Mode FanoutMode
}

// Stats counts packets since Open. Received - Dropped packets went into the
// ring, and all of these are delivered once the ring was read to its end.
type Stats struct {
	// Received is how many packets the filter accepted, those dropped
	// included.
	Received uint64
	// Dropped is how many of them found no room in the ring.
	Dropped uint64
	// DroppedByInterface is how many packets the interface or its driver
	// dropped since Open, before any filter. 0 for "any".
	DroppedByInterface uint64
	// Delivered is how many packets were read out of the ring.
	Delivered uint64
	// Discarded is how many of the delivered were not passed on by Next: those
	// that Match refused, and those that SetFilter drained.
	Discarded uint64
}

// Errors that callers test for with errors.Is. The errno of the kernel is
// reachable with errors.Is as well. Where tcpdump has words for the case, the
// texts are these words, with a small letter in front.
var (
	// ErrGone: the interface disappeared. All packets were delivered before.
	ErrGone = errors.New("the interface disappeared")
	// ErrNoDevice: no interface has that name or number.
	ErrNoDevice = errors.New("no such device exists")
	// ErrInvalidIndex: the interface's number is not one of Devices.
	ErrInvalidIndex = errors.New("invalid adapter index")
	// ErrNotUp: the interface is not up.
	ErrNotUp = errors.New("that device is not up")
	// ErrPermission: the process may not open packet sockets.
	ErrPermission = errors.New("you don't have permission to perform this capture on that device")
	// ErrFilter: the kernel cannot run the filter and there is no Match.
	ErrFilter = errors.New("the kernel cannot run the filter")
	// ErrLinkType: the interface has no such link type.
	ErrLinkType = errors.New("not one of the DLTs supported by this device")
	// ErrTimestampType: the interface has no such time stamps.
	ErrTimestampType = errors.New("that type of time stamp is not supported by that device")
	// ErrUnsupported: not on this operating system.
	ErrUnsupported = errors.New("capturing needs Linux")
	// ErrClosed: Next was called after Close.
	ErrClosed = errors.New("the ring is closed")
)

// An Error is what Open, Devices and their like return. Its text is for a
// person: "capture: eth0: you don't have permission ...: socket: operation
// not permitted".
type Error struct {
	Op        string // system call or step that failed, such as "socket"
	Interface string // as the user named it
	Kind      error  // one of the Err variables, or nil
	Err       error  // what the system said, or nil
}

func (e *Error) Error() string {
	s := "capture: "
	if e.Interface != "" {
		s += e.Interface + ": "
	}
	if e.Kind != nil {
		s += e.Kind.Error()
		if e.Err == nil {
			return s
		}
		s += ": "
	}
	if e.Op != "" {
		s += e.Op + ": "
	}
	return s + fmt.Sprint(e.Err)
}

// Unwrap makes both the kind and the errno reachable.
func (e *Error) Unwrap() []error {
	var all []error
	if e.Kind != nil {
		all = append(all, e.Kind)
	}
	if e.Err != nil {
		all = append(all, e.Err)
	}
	return all
}

// A Device is an interface that can be captured on, as -D lists it.
type Device struct {
	Name        string
	Description string // empty if there is none
	Index       int    // the kernel's index; 0 for "any"
	Flags       DeviceFlags
}

// DeviceFlags are what -D shows in brackets.
type DeviceFlags uint8

const (
	Up DeviceFlags = 1 << iota
	Running
	Loopback
	Wireless
	// At most one of these; none where connection has no meaning or is not
	// known.
	Connected
	Disconnected
)

// String returns the flags as -D shows them without the brackets, such as
// "Up, Running, Loopback"; "none" if there are none.
func (f DeviceFlags) String() string {
	var s string
	add := func(name string) {
		if s != "" {
			s += ", "
		}
		s += name
	}
	for _, n := range [...]struct {
		flag DeviceFlags
		name string
	}{{Up, "Up"}, {Running, "Running"}, {Loopback, "Loopback"}, {Wireless, "Wireless"}} {
		if f&n.flag != 0 {
			add(n.name)
		}
	}
	if s == "" {
		s = "none"
	}
	switch {
	case f&Wireless != 0 && f&Connected != 0:
		add("Associated")
	case f&Wireless != 0 && f&Disconnected != 0:
		add("Not associated")
	case f&Connected != 0:
		add("Connected")
	case f&Disconnected != 0:
		add("Disconnected")
	}
	return s
}

// docsis is Ethernet by another name: what an Ethernet interface delivers when
// a cable modem head-end sends DOCSIS frames over it.
const docsis packet.LinkType = 143

// A TimestampType is a clock that packets can be stamped with.
type TimestampType struct {
	Name        string // as -j takes it, such as "host"
	Description string // such as "Host"
}
