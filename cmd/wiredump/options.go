package main

import (
	"errors"
	"fmt"
	"math"
	"strconv"
	"strings"

	"wiredump/capture"
	"wiredump/capture/packet"
	"wiredump/dissect/text"
	"wiredump/pcapio"
)

// An option is one row of the command line: the parser, the usage message and
// the help come from it.
type option struct {
	short string // one character, or none
	long  string // never empty; the parser needs a name
	arg   string // what its argument is called; empty if it takes none
	help  string
	group string
	// reference marks long names that tcpdump has: an abbreviation that is
	// unique among them keeps its meaning whatever else there is here.
	reference bool
	set       func(c *config, v string) error
}

// Groups of options, in the order of the help.
const (
	groupSource = "Where packets come from"
	groupFilter = "Which packets"
	groupPrint  = "How packets are printed"
	groupViews  = "Instead of packet lines"
	groupWrite  = "Writing to files"
	groupOther  = "Other"
)

var groups = []string{groupSource, groupFilter, groupPrint, groupViews, groupWrite, groupOther}

// options returns the table of all options. It is a function because it is
// needed once and would otherwise be built at every start.
func options() []option {
	return []option{
		{"i", "interface", "IF", "capture on this interface: name, number of -D, or any; may be given several times", groupSource, true, func(c *config, v string) error { c.ifaces = append(c.ifaces, v); return nil }},
		{"", "netns", "NS", "capture in this network namespace: name, path or process id (needs CAP_SYS_ADMIN besides)", groupSource, false, func(c *config, v string) error { c.netNS = v; return nil }},
		{"", "fanout", "N[:MODE]", "share each interface among N rings; MODE is hash, lb, cpu, rollover, rnd or queue", groupSource, false, setFanout},
		{"r", "read", "FILE", "read packets from FILE (pcap or pcapng, also compressed); - is standard input", groupSource, false, func(c *config, v string) error { c.read = v; return nil }},
		{"V", "read-list", "FILE", "read the capture files that FILE names, one a line", groupSource, false, func(c *config, v string) error { c.readList = v; return nil }},
		{"D", "list-interfaces", "", "list the interfaces that can be captured on", groupSource, true, func(c *config, _ string) error { c.mode = modeListInterfaces; return nil }},
		{"L", "list-data-link-types", "", "list the link types of the interface", groupSource, true, func(c *config, _ string) error { c.mode = modeListLinkTypes; return nil }},
		{"J", "list-time-stamp-types", "", "list the time stamp types of the interface", groupSource, true, func(c *config, _ string) error { c.mode = modeListTimestampTypes; return nil }},
		{"j", "time-stamp-type", "TYPE", "let this clock stamp the packets (see -J)", groupSource, true, func(c *config, v string) error { return c.setTimestampType(v) }},
		{"p", "no-promiscuous-mode", "", "do not put the interface into promiscuous mode", groupSource, true, func(c *config, _ string) error { c.noPromisc = true; return nil }},
		{"I", "monitor-mode", "", "refused: 802.11 monitor mode is not supported", groupSource, true, func(c *config, _ string) error { c.monitor = true; return nil }},
		{"s", "snapshot-length", "BYTES", "capture at most this much of each packet (0: 262144)", groupSource, true, setSnapLen},
		{"B", "buffer-size", "KIB", "size of the capture ring; at most half of the memory available", groupSource, true, setBuffer},
		{"", "immediate-mode", "", "show each packet at once, not in small batches", groupSource, true, func(c *config, _ string) error { c.immediate = true; return nil }},
		{"y", "linktype", "TYPE", "the link type to capture, or to compile a filter for with -d", groupSource, true, setLinkType},

		{"c", "packet-count", "N", "end after N packets, of all files of -V together", groupFilter, false, setCount},
		{"Q", "direction", "DIR", "in, out or inout: only packets that go this way", groupFilter, true, setDirection},
		{"F", "filter-file", "FILE", "take the filter expression from FILE", groupFilter, false, func(c *config, v string) error { c.filterFile = v; return nil }},
		{"", "skip", "N", "pass over the first N packets", groupFilter, false, setSkip},
		{"O", "no-optimize", "", "do not optimize the filter program", groupFilter, true, func(c *config, _ string) error { c.noOptimize = true; return nil }},
		{"d", "dump-filter", "", "print the filter program and end (-dd: for C, -ddd: numbers)", groupFilter, false, func(c *config, _ string) error { c.dumpFilter++; return nil }},

		{"n", "numeric", "", "do not turn addresses and ports into names", groupPrint, false, func(c *config, _ string) error { c.numeric = true; return nil }},
		{"N", "no-domain", "", "print host names without their domain", groupPrint, false, func(c *config, _ string) error { c.shortNames = true; return nil }},
		{"f", "foreign-numeric", "", "print foreign addresses as numbers", groupPrint, false, func(c *config, _ string) error { c.foreignNumeric = true; return nil }},
		{"v", "verbose", "", "print more; also -vv and -vvv", groupPrint, false, func(c *config, _ string) error { c.text.Verbose++; return nil }},
		{"q", "quick", "", "print less", groupPrint, false, func(c *config, _ string) error { c.text.Quiet = true; return nil }},
		{"g", "ip-oneline", "", "keep the lines of an IP packet together with -v", groupPrint, false, func(c *config, _ string) error { c.text.OneLine = true; return nil }},
		{"b", "asdot", "", "print AS numbers over 65535 as two numbers with a point", groupPrint, false, func(c *config, _ string) error { c.text.ASDot = true; return nil }},
		{"H", "mesh", "", "expect 802.11s mesh headers", groupPrint, false, func(c *config, _ string) error { c.text.Mesh = true; return nil }},
		{"u", "nfs-handles", "", "print NFS file handles as they are, in hexadecimal", groupPrint, false, func(c *config, _ string) error { c.text.RawHandles = true; return nil }},
		{"e", "link-layer", "", "print the link-layer header", groupPrint, false, func(c *config, _ string) error { c.text.Link = true; return nil }},
		{"t", "time-format", "", "-t no time, -tt seconds since 1970, -ttt since the last packet, -tttt with date, -ttttt since the first packet", groupPrint, false, func(c *config, _ string) error { c.timeCount++; return nil }},
		{"", "time-stamp-precision", "UNIT", "micro or nano", groupPrint, true, setPrecision},
		{"", "micro", "", "times with microseconds", groupPrint, true, func(c *config, _ string) error { return setPrecision(c, "micro") }},
		{"", "nano", "", "times with nanoseconds", groupPrint, true, func(c *config, _ string) error { return setPrecision(c, "nano") }},
		{"", "color", "WHEN", "have addresses, ports, flags and problems stand out: auto (on a terminal), always or never", groupPrint, false, setColor},
		{"#", "number", "", "number the packets", groupPrint, true, func(c *config, _ string) error { c.text.Numbers = true; return nil }},
		{"", "lengths", "", "begin each line with the captured and the original length", groupPrint, false, func(c *config, _ string) error { c.text.Lengths = true; return nil }},
		{"", "print-sampling", "N", "print only every Nth packet; means --print and -S", groupPrint, false, setSampling},
		{"S", "absolute-tcp-sequence-numbers", "", "print TCP sequence numbers as they are on the wire", groupPrint, true, func(c *config, _ string) error { c.text.AbsoluteSeq = true; return nil }},
		{"T", "type", "TYPE", "take all UDP or TCP payload for TYPE: domain, rtp, snmp, vxlan and so on", groupPrint, false, func(c *config, v string) (err error) {
			c.text.Type, err = text.ParseType(v)
			return err
		}},
		{"K", "dont-verify-checksums", "", "do not verify checksums", groupPrint, true, func(c *config, _ string) error { c.text.NoChecksums = true; return nil }},
		{"", "offload-aware", "", "do not call checksums incorrect that the network card had yet to compute", groupPrint, false, func(c *config, _ string) error { c.text.OffloadAware = true; return nil }},
		{"x", "hex", "", "print the packet in hex (-xx: with its link-layer header)", groupPrint, false, func(c *config, _ string) error { c.text.Hex++; return nil }},
		{"X", "hex-ascii", "", "print the packet in hex and ASCII (-XX: with its link-layer header)", groupPrint, false, func(c *config, _ string) error { c.text.HexASCII++; return nil }},
		{"A", "ascii", "", "print the packet in ASCII (-AA: with its link-layer header)", groupPrint, false, func(c *config, _ string) error { c.text.ASCII++; return nil }},
		{"l", "line-buffered", "", "write out each line at once", groupPrint, false, func(c *config, _ string) error { c.lineBuffered = true; return nil }},

		{"", "json", "", "print each packet, or with --handshakes or --decode each event, as a JSON object on a line", groupViews, false, func(c *config, _ string) error { c.json = true; return nil }},
		{"", "handshakes", "", "print the outcome of each TCP handshake, and a summary", groupViews, false, func(c *config, _ string) error { c.view = viewHandshakes; return nil }},
		{"", "decode", "", "HTTP and DNS as conversations, not packets", groupViews, false, func(c *config, _ string) error { c.view = viewDecode; return nil }},
		{"", "count", "", "print only how many packets there are in the file", groupViews, true, func(c *config, _ string) error { c.view = viewCount; return nil }},

		{"w", "write", "FILE", "write the packets to FILE, not to the screen; - is standard output", groupWrite, false, func(c *config, v string) error { c.write = v; return nil }},
		{"", "print", "", "print the packets although they are written", groupWrite, true, func(c *config, _ string) error { c.printToo = true; return nil }},
		{"U", "packet-buffered", "", "write out each packet at once", groupWrite, true, func(c *config, _ string) error { c.packetBuffered = true; return nil }},
		{"C", "file-size", "SIZE", "begin a new file after SIZE million bytes (k, m, g: powers of 1024)", groupWrite, false, setFileSize},
		{"G", "rotate-seconds", "SECONDS", "begin a new file after this time; the name of -w goes through strftime; without a % in it the new file replaces the old one once there is a packet for it", groupWrite, false, setRotate},
		{"W", "file-count", "N", "keep at most N files with -C, end after N files with -G", groupWrite, false, setFileCount},
		{"z", "postrotate-command", "CMD", "run CMD FILE for each finished file", groupWrite, false, func(c *config, v string) error { c.postrotate = v; return nil }},
		{"", "format", "FORMAT", "pcap or pcapng; otherwise the name's ending .pcapng decides", groupWrite, false, setFormat},
		{"", "ring-files", "N", "keep only the newest N files, whatever made them", groupWrite, false, func(c *config, v string) (err error) {
			c.ringFiles, err = number("number of output files", v, 1)
			return err
		}},
		{"", "stop", "LIMITS", "end at any of duration:SECONDS,size:BYTES,packets:N,files:N", groupWrite, false, setStop},
		{"", "write-names", "", "keep the names of captured DNS answers in the pcapng file, for their addresses", groupWrite, false, func(c *config, _ string) error { c.writeNames = true; return nil }},
		{"", "atomic-names", "", "give files their name when they are finished; until then it ends in .part", groupWrite, false, func(c *config, _ string) error { c.atomicNames = true; return nil }},
		{"", "sync", "", "make what is written outlive a loss of power", groupWrite, false, func(c *config, _ string) error { c.sync = true; return nil }},
		{"Z", "relinquish-privileges", "USER", "as root, become USER once the capture is open; without effect for others", groupWrite, true, func(c *config, v string) error { c.user = &v; return nil }},

		{"h", "help", "", "print this and end", groupOther, true, func(c *config, _ string) error { c.mode = modeHelp; return nil }},
		{"", "version", "", "print the version and end", groupOther, true, func(c *config, _ string) error { c.mode = modeVersion; return nil }},

		{"E", "esp-secret", "SECRET", "refused: decrypting ESP is not supported", groupOther, false, refuse("-E", "decrypting ESP is not supported")},
		{"M", "md5-secret", "SECRET", "refused: TCP-MD5 verification is not supported", groupOther, false, refuse("-M", "verifying TCP-MD5 signatures is not supported")},
		{"m", "mib", "MODULE", "refused: SMI modules are not supported", groupOther, false, refuse("-m", "SMI MIB modules are not supported")},
	}
}

func refuse(flag, why string) func(*config, string) error {
	return func(*config, string) error { return fmt.Errorf("%s: %s", flag, why) }
}

// number parses a decimal argument; what names it in the error, as tcpdump
// words it.
func number(what, v string, least int) (int, error) {
	n, err := strconv.Atoi(v)
	if err != nil || n < least {
		return 0, fmt.Errorf("invalid %s %s", what, v)
	}
	return n, nil
}

func setSnapLen(c *config, v string) error {
	n, err := strconv.Atoi(v)
	if err != nil || n < 0 || n > packet.MaxSnapLen {
		return fmt.Errorf("invalid snaplen %s (must be >= 0 and <= %d)", v, packet.MaxSnapLen)
	}
	c.snapLen = n
	return nil
}

func setBuffer(c *config, v string) (err error) {
	n, err := number("packet buffer size", v, 1)
	if err == nil && n > math.MaxInt32>>10 {
		err = fmt.Errorf("invalid packet buffer size %s", v)
	}
	c.buffer = n << 10
	return err
}

func setCount(c *config, v string) (err error) {
	c.count, err = number("packet count", v, 1)
	return err
}

func setSkip(c *config, v string) (err error) {
	c.skip, err = number("packet skip count", v, 0)
	return err
}

func setSampling(c *config, v string) (err error) {
	c.sampling, err = number("print sampling", v, 1)
	c.printToo, c.text.AbsoluteSeq = true, true
	return err
}

func setFileCount(c *config, v string) (err error) {
	c.fileCount, err = number("number of output files", v, 1)
	return err
}

func setRotate(c *config, v string) (err error) {
	c.rotateSeconds, err = number("number of seconds", v, 1)
	return err
}

func setFileSize(c *config, v string) error {
	n, err := pcapio.ParseSize(v, 1_000_000)
	if err != nil || n < 1 {
		return fmt.Errorf("invalid file size %s", v)
	}
	c.fileSize = n
	return nil
}

func setFormat(c *config, v string) error {
	switch v {
	case "pcap":
		c.format = pcapio.Pcap
	case "pcapng":
		c.format = pcapio.Pcapng
	default:
		return fmt.Errorf("unknown file format %s (pcap or pcapng)", v)
	}
	c.formatSet = true
	return nil
}

func setStop(c *config, v string) (err error) {
	c.stopAt, err = pcapio.ParseStop(v)
	return err
}

func setFanout(c *config, v string) error {
	modes := map[string]capture.FanoutMode{
		"hash": capture.FanoutHash, "lb": capture.FanoutLB, "cpu": capture.FanoutCPU,
		"rollover": capture.FanoutRollover, "rnd": capture.FanoutRandom, "queue": capture.FanoutQueue,
	}
	n, mode, hasMode := strings.Cut(v, ":")
	if !hasMode {
		mode = "hash"
	}
	m, ok := modes[mode]
	if !ok {
		return fmt.Errorf("unknown fan-out mode %s", mode)
	}
	count, err := number("number of rings", n, 1)
	if err == nil && count > 64 {
		err = fmt.Errorf("invalid number of rings %s", n)
	}
	c.fanout, c.fanoutMode = count, m
	return err
}

func setDirection(c *config, v string) error {
	switch strings.ToLower(v) {
	case "in":
		c.direction = packet.In
	case "out":
		c.direction = packet.Out
	case "inout":
		c.direction = packet.Unknown
	default:
		return fmt.Errorf("unknown capture direction `%s'", v)
	}
	return nil
}

func setLinkType(c *config, v string) error {
	t, ok := packet.ParseLinkType(v)
	if !ok {
		return fmt.Errorf("invalid data link type %s", v)
	}
	c.linkType, c.linkTypeSet = t, true
	return nil
}

func setPrecision(c *config, v string) error {
	switch v {
	case "micro":
		c.text.Nano, c.micro = false, true
	case "nano":
		c.text.Nano, c.micro = true, false
	default:
		return errors.New("unsupported time stamp precision")
	}
	return nil
}

// timeFormat returns what so many -t mean.
func timeFormat(count int) (text.TimeFormat, error) {
	formats := []text.TimeFormat{text.TimeOfDay, text.TimeNone, text.TimeEpoch, text.TimeDelta, text.TimeDate, text.TimeSince}
	if count >= len(formats) {
		return 0, errors.New("only -t, -tt, -ttt, -tttt and -ttttt are supported")
	}
	return formats[count], nil
}
