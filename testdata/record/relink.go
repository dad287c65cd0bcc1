//go:build linux

package main

import (
	"encoding/binary"
	"fmt"
	"os"
)

// relinkCommand rewrites an Ethernet pcap file (written by tcpdump on this
// machine, so little endian):
//
//	relink HOW IN OUT
//
// HOW is null-le, null-be or loop (a BSD loopback header in place of Ethernet's),
// swap (the same packets in the other byte order), nano (microseconds become
// nanoseconds with a few more digits) or cutN (the file ends N bytes early).
func relinkCommand(args []string) error {
	if len(args) != 3 {
		return fmt.Errorf("want HOW IN OUT")
	}
	in, err := os.ReadFile(args[1])
	if err != nil {
		return err
	}
	if len(in) < 24 || binary.LittleEndian.Uint32(in) != 0xa1b2c3d4 {
		return fmt.Errorf("%s is not a little-endian pcap file with microseconds", args[1])
	}
	var cut int
	if n, _ := fmt.Sscanf(args[0], "cut%d", &cut); n == 1 {
		return os.WriteFile(args[2], in[:len(in)-cut], 0o644)
	}
	le := binary.LittleEndian
	var order binary.ByteOrder = le
	magic, link := uint32(0xa1b2c3d4), uint32(1)
	var header func(typ uint16) []byte // in place of the Ethernet header
	family := func(o binary.ByteOrder) func(uint16) []byte {
		return func(typ uint16) []byte {
			af := uint32(2) // AF_INET
			if typ == 0x86dd {
				af = 30 // AF_INET6 of Darwin
			}
			b := make([]byte, 4)
			o.PutUint32(b, af)
			return b
		}
	}
	switch args[0] {
	case "null-le":
		link, header = 0, family(le)
	case "null-be":
		link, header, order = 0, family(binary.BigEndian), binary.BigEndian
	case "loop":
		link, header = 108, family(binary.BigEndian)
	case "swap":
		order = binary.BigEndian
	case "nano":
		magic = 0xa1b23c4d
	default:
		return fmt.Errorf("no such way: %s", args[0])
	}
	out := make([]byte, 0, len(in))
	put := func(v uint32) {
		var b [4]byte
		order.PutUint32(b[:], v)
		out = append(out, b[:]...)
	}
	put(magic)
	var version [4]byte
	order.PutUint16(version[:], 2)
	order.PutUint16(version[2:], 4)
	out = append(out, version[:]...)
	put(0)
	put(0)
	put(262144)
	put(link)
	n := uint32(0)
	for b := in[24:]; len(b) >= 16; n++ {
		caplen, length := le.Uint32(b[8:]), le.Uint32(b[12:])
		data := b[16 : 16+caplen]
		frac := le.Uint32(b[4:])
		if magic == 0xa1b23c4d {
			frac = frac*1000 + (n*137+1)%1000
		}
		put(le.Uint32(b))
		put(frac)
		if header != nil {
			h := header(binary.BigEndian.Uint16(data[12:]))
			data = append(h, data[14:]...)
			length -= 10
		}
		put(uint32(len(data)))
		put(length)
		out = append(out, data...)
		b = b[16+caplen:]
	}
	return os.WriteFile(args[2], out, 0o644)
}
