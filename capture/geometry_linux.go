package capture

import (
	"errors"
	"math"
	"os"
	"strconv"
	"strings"
	"time"

	"golang.org/x/sys/unix"
)

// A geometry is the shape of a ring.
type geometry struct {
	blockSize int // bytes, a power of two and at least a page
	blocks    int
	timeout   time.Duration
}

func (g geometry) size() int { return g.blockSize * g.blocks }

// A setRingFunc asks the kernel for the ring; tests replace it by one that
// refuses.
type setRingFunc func(fd int, req *unix.TpacketReq3) error

func setRing(fd int, req *unix.TpacketReq3) error {
	return unix.SetsockoptTpacketReq3(fd, unix.SOL_PACKET, unix.PACKET_RX_RING, req)
}

const (
	// Frames of TPACKET_V3 have any length; the kernel only checks that this
	// number divides the block.
	frameSize = 2048
	// minBlocks is how few blocks still make a ring: one is filled while
	// others are read.
	minBlocks = 4
	// maxRing is the largest ring the kernel's 32-bit arithmetic allows.
	maxRing = min(1<<32-1<<20, math.MaxInt)
	// frameOverhead is more than what a block and a frame need beside the
	// packet's bytes.
	frameOverhead = 512
	// smallestBlock holds one packet of 64 KiB, which offloads make of
	// smaller ones on any interface.
	smallestBlock = 128 << 10
)

// geometryFor returns the ring to ask for. Small blocks are good for slow
// traffic, where each timeout spends one; so a block is as large as the
// largest packet needs and no larger.
func geometryFor(c Config, largest int) geometry {
	g := geometry{blockSize: smallestBlock, timeout: c.BlockTimeout}
	for g.blockSize < min(largest, c.SnapLen)+frameOverhead {
		g.blockSize *= 2
	}
	size := min(c.BufferSize, maxRing)
	for g.blockSize > os.Getpagesize() && g.blockSize*minBlocks > size && g.blockSize/2 >= c.SnapLen+frameOverhead {
		g.blockSize /= 2 // a small ring for short packets
	}
	g.blocks = max((size+g.blockSize-1)/g.blockSize, minBlocks)
	return g
}

// modestRing is a size in bytes that is never reduced for what memory is free.
const modestRing = 64 << 20

// affordable returns how much of a buffer's size to ask for when so many bytes
// of memory are available. The kernel would take more than half of them as
// readily, and the rest of the machine would pay: a ring cannot be swapped out.
func affordable(size int, available uint64) int {
	if size <= modestRing || available == 0 || uint64(size) <= available/2 {
		return size
	}
	return int(max(available/2, modestRing))
}

// availableMemory returns how many bytes of memory can be had without swapping,
// as /proc/meminfo tells; 0 if it is not known.
func availableMemory() uint64 {
	text, err := os.ReadFile("/proc/meminfo")
	if err != nil {
		return 0
	}
	for line := range strings.Lines(string(text)) {
		if f := strings.Fields(line); len(f) == 3 && f[0] == "MemAvailable:" && f[2] == "kB" {
			n, _ := strconv.ParseUint(f[1], 10, 40) // not known if it is no number
			return n << 10
		}
	}
	return 0
}

// allocate asks for the ring and, as long as the kernel refuses, for half of
// it.
func allocate(fd int, g geometry, set setRingFunc) (geometry, error) {
	for {
		req := &unix.TpacketReq3{
			Block_size:     uint32(g.blockSize),
			Block_nr:       uint32(g.blocks),
			Frame_size:     frameSize,
			Frame_nr:       uint32(g.size() / frameSize),
			Retire_blk_tov: uint32(g.timeout / time.Millisecond),
		}
		err := set(fd, req)
		if err == nil {
			return g, nil
		}
		refused := errors.Is(err, unix.ENOMEM) || errors.Is(err, unix.EINVAL) || errors.Is(err, unix.ENOBUFS)
		if !refused || g.blocks <= minBlocks {
			return g, err
		}
		g.blocks = max(g.blocks/2, minBlocks)
	}
}
