package text

import "wiredump/dissect"

// tcpOptions prints the options of a segment (RFC 9293 section 3.2), of which b
// was captured. length is that of the segment as claimed. It returns false
// where the text of the packet ends with an option that is cut or bad.
//
// An option is taken to be as long as its kind makes it, and what follows is
// read from there, whatever its length says: quirk tcpopt-len. So unlike
// dissect.TCPOptions the walk does not trust lengths.
func (p *printer) tcpOptions(b []byte, h *dissect.TCP, length int, seq *tcpSeq) bool {
	w := optionWalk{
		p: p, b: after(b, dissect.TCPLen), left: h.HeaderLen - dissect.TCPLen,
		flags: h.Flags, seq: seq, whole: len(b) >= length,
	}
	for w.left > 0 {
		if w.count > 0 {
			p.byte(',')
		}
		kind := p.u8(w.b, 0)
		w.b = after(w.b, 1)
		size := 1
		if kind != dissect.TCPOptEnd && kind != dissect.TCPOptNop {
			// The length is read even where the option's kind is the last byte
			// of the header.
			size = int(p.u8(w.b, 0))
			w.b = after(w.b, 1)
			if p.isCut() {
				return false
			}
			if size < 2 || size > w.left {
				return w.bad()
			}
			w.left--
		}
		w.left--
		p.tcpOptionName(kind)
		used, ok := w.option(kind, size)
		if !ok || p.isCut() {
			return false
		}
		w.b = after(w.b, used)
		w.left -= used
		if kind == dissect.TCPOptEnd || kind == dissect.TCPOptNop {
			used++
		} else {
			used += 2
		}
		if used != size {
			p.str("[len ")
			p.int(size)
			p.byte(']')
		}
		w.count++
		if kind == dissect.TCPOptEnd {
			break
		}
	}
	return true
}

// An optionWalk stands in the option list of a header.
type optionWalk struct {
	p     *printer
	b     []byte // captured bytes from here on
	left  int    // bytes from here to the end of the header
	count int    // options printed
	flags dissect.TCPFlags
	seq   *tcpSeq
	whole bool // the segment was captured whole
}

// need says that the option has n bytes of data. It prints what is wrong and
// returns false where the header or the capture ends before them.
func (w *optionWalk) need(n int) bool {
	if n > w.left {
		return w.bad()
	}
	if len(w.b) < n {
		w.p.truncated()
		if w.count > 0 {
			w.p.byte('>') // quirk tcpopt-cut
		}
		return false
	}
	return true
}

// bad marks a list that cannot be followed. It returns false.
func (w *optionWalk) bad() bool {
	w.p.str("[bad opt]")
	if w.count > 0 {
		w.p.byte(']') // quirk tcpopt-bad: not behind the first option
	}
	return false
}

// tcpOptionName prints the name of an option.
func (p *printer) tcpOptionName(kind uint8) {
	p.tok(tcpOptions, "unknown-", uint32(kind))
}

var tcpOptions = []token{
	{dissect.TCPOptEnd, "eol"},
	{dissect.TCPOptNop, "nop"},
	{dissect.TCPOptMSS, "mss"},
	{dissect.TCPOptWindowScale, "wscale"},
	{dissect.TCPOptSACKPermitted, "sackOK"},
	{dissect.TCPOptSACK, "sack"},
	{dissect.TCPOptEcho, "echo"},
	{dissect.TCPOptEchoReply, "echoreply"},
	{dissect.TCPOptTimestamp, "TS"},
	{dissect.TCPOptCC, "cc"},
	{dissect.TCPOptCCNew, "ccnew"},
	{dissect.TCPOptCCEcho, ""}, // quirk tcpopt-ccecho: it has no name
	{dissect.TCPOptSignature, "md5"},
	{dissect.TCPOptSCPS, "scps"},
	{dissect.TCPOptUserTimeout, "uto"},
	{dissect.TCPOptAO, "tcp-ao"},
	{dissect.TCPOptMPTCP, "mptcp"},
	{dissect.TCPOptFastOpen, "tfo"},
	{dissect.TCPOptExperiment2, "exp"},
}

// option prints the data of an option of size bytes. It returns how many bytes
// of data there were for its kind, and false if the text ends here.
func (w *optionWalk) option(kind uint8, size int) (used int, ok bool) {
	p, b := w.p, w.b
	data := size - 2
	switch kind {
	case dissect.TCPOptEnd, dissect.TCPOptNop, dissect.TCPOptSACKPermitted:
		return 0, true
	case dissect.TCPOptMSS:
		if !w.need(2) {
			return 0, false
		}
		p.byte(' ')
		p.dec(uint64(p.u16(b, 0)))
		return 2, true
	case dissect.TCPOptWindowScale:
		if !w.need(1) {
			return 0, false
		}
		p.byte(' ')
		p.dec(uint64(p.u8(b, 0)))
		return 1, true
	case dissect.TCPOptSACK:
		return data, w.sack(data)
	case dissect.TCPOptEcho, dissect.TCPOptEchoReply, dissect.TCPOptCC, dissect.TCPOptCCNew, dissect.TCPOptCCEcho:
		if !w.need(4) {
			return 0, false
		}
		p.byte(' ')
		p.dec(uint64(p.u32(b, 0)))
		return 4, true
	case dissect.TCPOptTimestamp:
		if !w.need(8) {
			return 0, false
		}
		p.str(" val ")
		p.dec(uint64(p.u32(b, 0)))
		p.str(" ecr ")
		p.dec(uint64(p.u32(b, 4)))
		return 8, true
	case dissect.TCPOptSignature:
		return 16, w.signature()
	case dissect.TCPOptSCPS:
		if !w.need(2) {
			return 0, false
		}
		p.str(" cap ")
		p.hexNum(uint64(p.u8(b, 0)), 2)
		p.str(" id ")
		p.dec(uint64(p.u8(b, 1)))
		return 2, true
	case dissect.TCPOptUserTimeout:
		return 2, w.userTimeout()
	case dissect.TCPOptAO:
		return data, w.authentication(data)
	case dissect.TCPOptMPTCP:
		if !w.need(data) {
			return 0, false
		}
		if !p.mptcp(b[:data], w.flags) {
			return 0, w.bad()
		}
		return data, true
	case dissect.TCPOptFastOpen:
		if !w.need(data) {
			return 0, false
		}
		p.byte(' ')
		p.fastOpen(b[:data])
		return data, true
	case dissect.TCPOptExperiment2:
		return data, w.experiment(data)
	}
	if data > 0 {
		p.str(" 0x")
		for i := range data {
			if !w.need(i + 1) {
				return 0, false
			}
			p.hexNum(uint64(b[i]), 2)
		}
	}
	return data, true
}

// sack prints selective acknowledgments (RFC 2018): pairs of sequence numbers.
func (w *optionWalk) sack(n int) bool {
	p := w.p
	if n%8 != 0 {
		p.str(" invalid sack")
		return true
	}
	p.byte(' ')
	p.int(n / 8)
	p.byte(' ')
	for i := 0; i < n; i += 8 {
		if !w.need(i + 8) {
			return false
		}
		p.byte('{')
		p.dec(uint64(p.u32(w.b, i) - w.seq.sack))
		p.byte(':')
		p.dec(uint64(p.u32(w.b, i+4) - w.seq.sack))
		p.byte('}')
	}
	return true
}

// signature prints a TCP-MD5 digest (RFC 2385). It is not verified.
func (w *optionWalk) signature() bool {
	p := w.p
	if !w.need(16) {
		return false
	}
	p.byte(' ')
	if w.whole {
		p.str("shared secret not supplied with -M, ")
	} else {
		p.str("snaplen too short, ")
	}
	p.str("can't check - ")
	p.hexBytes(w.b[:16])
	return true
}

// userTimeout prints a timeout (RFC 5482): a bit that says minutes, and 15
// bits. The bit is looked for at the wrong end: quirk tcpopt-uto.
func (w *optionWalk) userTimeout() bool {
	p := w.p
	if !w.need(2) {
		return false
	}
	v := uint32(p.u16(w.b, 0))
	p.byte(' ')
	p.hex0x(uint64(v), 0)
	p.byte(' ')
	seconds := v >> 1
	if v&1 != 0 {
		seconds *= 60
	}
	p.dec(uint64(seconds))
	return true
}

// authentication prints a TCP-AO option (RFC 5925): two key numbers and a
// digest.
func (w *optionWalk) authentication(n int) bool {
	p := w.p
	if n < 2 {
		p.invalid()
		return true
	}
	if !w.need(1) {
		return false
	}
	p.str(" keyid ")
	p.dec(uint64(w.b[0]))
	if !w.need(2) {
		return false
	}
	p.str(" rnextkeyid ")
	p.dec(uint64(w.b[1]))
	if n > 2 {
		p.str(" mac 0x")
		for i := 2; i < n; i++ {
			if !w.need(i + 1) {
				return false
			}
			p.hexNum(uint64(w.b[i]), 2)
		}
	}
	return true
}

// experiment prints an option of RFC 6994: a number that tells experiments
// apart, and its data.
func (w *optionWalk) experiment(n int) bool {
	const fastOpen = 0xf989 // before RFC 7413
	p := w.p
	if n < 2 {
		return w.bad()
	}
	if !w.need(n) {
		return false
	}
	p.byte('-')
	if id := p.u16(w.b, 0); id == fastOpen {
		p.str("tfo")
		p.fastOpen(w.b[2:n])
	} else {
		p.hexNum(uint64(id), 4)
	}
	return true
}

// fastOpen prints a Fast Open cookie or the request for one (RFC 7413).
func (p *printer) fastOpen(cookie []byte) {
	switch n := len(cookie); {
	case n == 0:
		p.str(" cookiereq")
	case n%2 != 0 || n < 4 || n > 16:
		p.invalid()
	default:
		p.str(" cookie ")
		p.hexBytes(cookie)
	}
}
