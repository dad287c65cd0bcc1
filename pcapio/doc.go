// Package pcapio reads and writes capture files: pcap in all its variants and
// pcapng, plain or compressed, from anything that can be read once from front
// to back.
//
// # Reading
//
// A [Reader] finds out by itself what it was given: the first bytes tell gzip,
// zstd and lz4 from plain files, and then pcap (either byte order, micro- or
// nanoseconds, the "modified" format) from pcapng. It is a source of lent
// batches as package capture/packet describes them. Packets are not copied:
// their bytes stay in the buffer that the file was read into, and
// [packet.Batch.Release] lets the Reader use that buffer again. What has
// arrived is delivered at once, so a Reader on a pipe is as live as the pipe.
//
// A damaged file gives all packets before the damage, then a [FileError] that
// says what is wrong and where. Nothing that a file's header claims makes the
// Reader allocate more than a small multiple of what the file really holds.
//
// # Writing
//
// A [Writer] puts packets into one file, pcap or pcapng. An [Output] is what
// stands behind an option like tcpdump's -w: one file or a whole series of
// them, rotated by size or by the clock, named by a pattern, compressed,
// limited, and announced when finished. Both write whole records only: unless
// it is killed in the middle of a system call, a process leaves a file that ends
// between two packets, and otherwise one that is good up to there.
//
// Both keep what a Reader found: interfaces, comments, options and blocks
// without a meaning to this program survive a copy from pcapng to pcapng.
package pcapio
