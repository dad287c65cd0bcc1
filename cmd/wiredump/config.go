package main

import (
	"errors"
	"strings"

	"wiredump/capture"
	"wiredump/capture/packet"
	"wiredump/dissect/text"
	"wiredump/pcapio"
)

// A config is what the command line asks for. It is not changed once
// parseArgs has returned it.
type config struct {
	program string // the name we were called by, for messages
	mode    mode

	// Where packets come from.
	ifaces        []string // none: the first that is up
	netNS         string
	fanout        int // rings on each interface; 0: one
	fanoutMode    capture.FanoutMode
	read          string
	readList      string
	noPromisc     bool
	monitor       bool
	snapLen       int // bytes; 0: all
	buffer        int // bytes; 0: the default
	immediate     bool
	timestampType string
	linkType      packet.LinkType
	linkTypeSet   bool
	direction     packet.Direction

	// Which packets.
	count      int // end after so many; 0: never
	skip       int
	filterFile string
	expression string
	noOptimize bool
	dumpFilter int // -d, -dd, -ddd

	// What becomes of them.
	view           viewKind
	json           bool
	text           text.Options
	micro          bool // --micro was asked for; without it copies keep nanoseconds
	timeCount      int  // -t, -tt, ...
	numeric        bool
	shortNames     bool
	foreignNumeric bool
	lineBuffered   bool
	sampling       int // print every so many packets; 0: all
	color          colorMode

	write          string
	printToo       bool
	packetBuffered bool
	fileSize       int64 // bytes
	rotateSeconds  int
	fileCount      int
	postrotate     string
	format         pcapio.Format
	formatSet      bool // by --format; otherwise the name decides
	ringFiles      int
	stopAt         pcapio.Stop
	atomicNames    bool
	writeNames     bool
	sync           bool
	user           *string // nil: -Z was not given
}

// A mode is what the program does instead of handling packets.
type mode uint8

const (
	modePackets mode = iota
	modeHelp
	modeVersion
	modeListInterfaces
	modeListLinkTypes
	modeListTimestampTypes
)

// A viewKind is what is printed of packets.
type viewKind uint8

const (
	viewText viewKind = iota
	viewHandshakes
	viewDecode
	viewCount
)

// offline reports whether packets come from files.
func (c *config) offline() bool { return c.read != "" || c.readList != "" }

// prints reports whether packets are shown, and not only written or counted.
func (c *config) prints() bool {
	return c.view != viewCount && (c.write == "" || c.printToo || c.view == viewHandshakes || c.view == viewDecode)
}

// setTimestampType checks the name of a time stamp type.
func (c *config) setTimestampType(v string) error {
	switch v {
	case "host", "host_lowprec", "host_hiprec", "adapter", "adapter_unsynced", "host_hiprec_unsynced":
		c.timestampType = v
		return nil
	}
	return errors.New("invalid time stamp type " + v)
}

// finish completes the configuration from all arguments together, and refuses
// combinations that mean nothing.
func (c *config) finish(expression []string) (err error) {
	c.expression = strings.Join(expression, " ")
	if c.text.Time, err = timeFormat(c.timeCount); err != nil {
		return err
	}
	switch {
	case c.foreignNumeric && c.offline() && c.mode != modeHelp && c.mode != modeVersion && c.mode != modeListInterfaces:
		return errors.New("-f can not be used with -V or -r") // what was foreign to the capturing machine is not known
	case c.mode != modePackets || c.dumpFilter > 0:
		return nil
	case c.monitor:
		return errors.New("-I: 802.11 monitor mode is not supported")
	case c.read != "" && c.readList != "":
		return errors.New("-V and -r are mutually exclusive")
	case c.view == viewCount && !c.offline():
		return errors.New("--count needs -r or -V")
	case c.fileSize > 0 && c.write == "":
		return errors.New("-C cannot be used without -w")
	case c.rotateSeconds > 0 && c.write == "":
		return errors.New("-G cannot be used without -w")
	case c.writeNames && c.write == "":
		return errors.New("--write-names cannot be used without -w")
	case c.postrotate != "" && c.fileSize == 0 && c.rotateSeconds == 0 && c.stopAt == (pcapio.Stop{}):
		return errors.New("-z cannot be used without -C or -G")
	case c.postrotate != "" && c.write == "":
		return errors.New("-z cannot be used without -w")
	}
	return nil
}
