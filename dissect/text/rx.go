package text

// rxHeaderLen is the length of an Rx header in bytes.
const rxHeaderLen = 28

// Types of Rx packets that have more to print than their name.
const (
	rxData = 1
	rxAck  = 2
)

// rx prints a packet of Rx, the remote procedure calls of AFS.
//
//	+---------------------------------------------------------------+
//	|                             epoch                             |
//	+---------------------------------------------------------------+
//	|                         connection ID                         |
//	+---------------------------------------------------------------+
//	|                          call number                          |
//	+---------------------------------------------------------------+
//	|                        sequence number                        |
//	+---------------------------------------------------------------+
//	|                         serial number                         |
//	+---------------+---------------+---------------+---------------+
//	|     type      |     flags     |    status     |security index |
//	+---------------+---------------+---------------+---------------+
//	|            checksum           |            service            |
//	+-------------------------------+-------------------------------+
func (p *printer) rx(b []byte, length int) {
	p.proto = "rx"
	if p.have(b, rxHeaderLen) {
		kind := b[20]
		p.str(" rx ")
		p.tok(rxTypes, "type ", uint32(kind))
		p.rxHeader(b)
		if kind == rxAck && length >= rxHeaderLen {
			p.rxAck(b[rxHeaderLen:])
		}
	}
	p.strDec(" (", uint64(length))
	p.byte(')')
}

// rxHeader prints what -v, -vv and -vvv add of the header.
func (p *printer) rxHeader(b []byte) {
	v := p.opt.Verbose
	if v > 1 {
		p.str(" cid ")
		p.hexNum(uint64(p.u32(b, 4)), 8)
		p.strDec(" call# ", uint64(p.u32(b, 8)))
	}
	if v > 0 {
		p.strDec(" seq ", uint64(p.u32(b, 12)))
		p.strDec(" ser ", uint64(p.u32(b, 16)))
	}
	if v > 2 {
		p.strDec(" secindex ", uint64(b[23]))
		p.strDec(" serviceid ", uint64(p.u16(b, 26)))
	}
	if v < 2 {
		return
	}
	sep := byte(' ')
	for i := range rxFlags {
		f := &rxFlags[i]
		if b[21]&f.bit == 0 || f.kind != 0 && f.kind != b[20] {
			continue
		}
		p.byte(sep)
		p.str(f.name)
		sep = ','
	}
}

// rxAck prints what was received, and with -vv what may be sent.
//
//	+-------------------------------+-------------------------------+
//	|        buffer space           |             skew              |
//	+-------------------------------+-------------------------------+
//	|        first packet that the array of states is about         |
//	+---------------------------------------------------------------+
//	|                        previous packet                        |
//	+---------------------------------------------------------------+
//	|               serial number that is acknowledged              |
//	+---------------+---------------+-------------------------------+
//	|    reason     |     count     |  states, 1 byte each
//	+---------------+---------------+------------
//	three bytes unused; interface and maximum MTU, window, packets in a
//	datagram: 4 bytes each, as many as there are
func (p *printer) rxAck(b []byte) {
	const fixed = 18
	if len(b) < fixed {
		p.str(" [|ack]")
		return
	}
	if p.opt.Verbose > 2 {
		p.strDec(" bufspace ", uint64(p.u16(b, 0)))
		p.strDec(" maxskew ", uint64(p.u16(b, 2)))
	}
	first := p.u32(b, 4)
	p.strDec(" first ", uint64(first))
	p.strDec(" serial ", uint64(p.u32(b, 12)))
	p.str(" reason ")
	p.tok(rxReasons, "#", uint32(b[16]))
	count := int(b[17])
	b = b[fixed:]
	if len(b) < count {
		p.str(" [|ack]")
		return
	}
	p.rxRanges(" acked ", b[:count], first, 1)
	p.rxRanges(" nacked ", b[:count], first, 0)
	if p.opt.Verbose < 2 {
		return
	}
	b = after(b, count+3)
	for _, label := range [...]string{" ifmtu ", " maxmtu ", " rwind ", " maxpackets "} {
		if len(b) < 4 {
			return
		}
		p.strDec(label, uint64(p.u32(b, 0)))
		b = b[4:]
	}
}

// rxRanges prints the numbers of the packets in a state.
func (p *printer) rxRanges(label string, states []byte, first uint32, state byte) {
	for i := 0; i < len(states); i++ {
		if states[i] != state {
			continue
		}
		p.str(label)
		label = ","
		p.dec(uint64(first + uint32(i)))
		start := i
		for i+1 < len(states) && states[i+1] == state {
			i++
		}
		if i > start {
			p.strDec("-", uint64(first+uint32(i)))
		}
	}
}

var rxTypes = []token{
	{rxData, "data"}, {rxAck, "ack"}, {3, "busy"}, {4, "abort"}, {5, "ackall"}, {6, "challenge"}, {7, "response"},
	{8, "debug"}, {9, "params"}, {13, "version"},
}

// rxFlags are the flags of the header; those with a kind mean this only there.
var rxFlags = []struct {
	bit, kind byte
	name      string
}{
	{0x01, 0, "<client-init>"}, {0x02, 0, "<req-ack>"}, {0x04, 0, "<last-pckt>"}, {0x08, 0, "<more-pckts>"},
	{0x10, 0, "<free-pckt>"}, {0x20, rxAck, "<slow-start>"}, {0x20, rxData, "<jumbogram>"},
}

var rxReasons = []token{
	{1, "ack requested"}, {2, "duplicate packet"}, {3, "out of sequence"}, {4, "exceeds window"},
	{5, "no buffer space"}, {6, "ping"}, {7, "ping response"}, {8, "delay"}, {9, "idle"},
}
