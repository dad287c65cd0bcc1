package capture

import (
	"sync/atomic"
	"syscall"
	"unsafe"

	"golang.org/x/sys/unix"
)

// This file is the only one that uses unsafe: it turns memory shared with the
// kernel into Go values. The layouts are those of linux/if_packet.h:
//
//	block  +0   version (32 bits), offset of private area (32)
//	       +8   block_status, num_pkts, offset_to_first_pkt, blk_len (32 each)
//	       +24  seq_num (64), time stamps of the first and the last packet
//	frame  +0   tpacket3_hdr (48 bytes)
//	       +48  sockaddr_ll (20 bytes)
//	       +mac the packet
//
// Frames of a block lie one after the other, next_offset bytes apart.

const (
	blockHeaderOffset = 8
	sockaddrOffset    = unix.SizeofTpacket3Hdr
)

// A block is one block of the ring: memory that belongs to the kernel or to
// us, as its status word says.
type block []byte

func (b block) header() *unix.TpacketHdrV1 {
	_ = b[blockHeaderOffset+unsafe.Sizeof(unix.TpacketHdrV1{})]
	return (*unix.TpacketHdrV1)(unsafe.Pointer(&b[blockHeaderOffset]))
}

// ours reports whether the kernel has handed over the block. It orders our
// reads of the block after the kernel's writes.
func (b block) ours() bool {
	return atomic.LoadUint32(&b.header().Block_status)&unix.TP_STATUS_USER != 0
}

// giveBack hands the block to the kernel, after all our reads and writes.
func (b block) giveBack() {
	atomic.StoreUint32(&b.header().Block_status, unix.TP_STATUS_KERNEL)
}

// frame returns the frame that begins at off and the address that goes with it.
func (b block) frame(off uint32) (*unix.Tpacket3Hdr, *unix.RawSockaddrLinklayer) {
	f := b[off:]
	_ = f[sockaddrOffset+unix.SizeofSockaddrLinklayer]
	return (*unix.Tpacket3Hdr)(unsafe.Pointer(&f[0])),
		(*unix.RawSockaddrLinklayer)(unsafe.Pointer(&f[sockaddrOffset]))
}

// ethtoolLink asks whether the interface has a link (ETHTOOL_GLINK), through
// any socket in its network namespace.
func ethtoolLink(fd int, name string) (up bool, err error) {
	value := struct{ cmd, data uint32 }{cmd: unix.ETHTOOL_GLINK}
	var req struct { // struct ifreq
		name [unix.IFNAMSIZ]byte
		data unsafe.Pointer
		_    [24 - unsafe.Sizeof(uintptr(0))]byte
	}
	copy(req.name[:unix.IFNAMSIZ-1], name)
	req.data = unsafe.Pointer(&value)
	_, _, errno := unix.Syscall(unix.SYS_IOCTL, uintptr(fd), unix.SIOCETHTOOL, uintptr(unsafe.Pointer(&req)))
	if errno != 0 {
		return false, errno
	}
	return value.data != 0, nil
}

// capabilities returns the permitted set of the calling thread.
func capabilities() (uint64, error) {
	hdr := unix.CapUserHeader{Version: unix.LINUX_CAPABILITY_VERSION_3}
	var data [2]unix.CapUserData
	if err := unix.Capget(&hdr, &data[0]); err != nil {
		return 0, err
	}
	return uint64(data[0].Permitted) | uint64(data[1].Permitted)<<32, nil
}

// setCapabilities makes caps the permitted and the effective set of all
// threads, and the inheritable one empty.
func setCapabilities(caps uint64) error {
	hdr := unix.CapUserHeader{Version: unix.LINUX_CAPABILITY_VERSION_3}
	lo, hi := uint32(caps), uint32(caps>>32)
	data := [2]unix.CapUserData{{Effective: lo, Permitted: lo}, {Effective: hi, Permitted: hi}}
	_, _, errno := syscall.AllThreadsSyscall(unix.SYS_CAPSET,
		uintptr(unsafe.Pointer(&hdr)), uintptr(unsafe.Pointer(&data[0])), 0)
	if errno != 0 {
		return errno
	}
	return nil
}
