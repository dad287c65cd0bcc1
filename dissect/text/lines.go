package text

import "wiredump/dissect"

// A lineProtocol is a protocol of text lines: requests that begin with a
// command, replies that hold a code of three digits.
type lineProtocol struct {
	title    string // what the text begins with
	name     string // names a cut
	commands string // commands that begin a request, each with a space on either side; empty: any line will do
}

// The protocols of text lines.
var (
	linesFTP   = lineProtocol{title: "FTP", name: "ftp"}
	linesSMTP  = lineProtocol{title: "SMTP", name: "smtp"}
	linesWhois = lineProtocol{title: "WHOIS", name: "whois"}

	// Methods of RFC 9110, WebDAV (RFC 4918, RFC 3253) and Microsoft's
	// extensions.
	linesHTTP = lineProtocol{title: "HTTP", name: "http", commands: " GET PUT COPY HEAD LOCK MOVE POLL POST BCOPY BMOVE " +
		"MKCOL TRACE LABEL MERGE DELETE SEARCH UNLOCK REPORT UPDATE NOTIFY BDELETE CONNECT OPTIONS CHECKIN PROPFIND " +
		"CHECKOUT CCM_POST SUBSCRIBE PROPPATCH BPROPFIND BPROPPATCH UNCHECKOUT MKACTIVITY MKWORKSPACE UNSUBSCRIBE " +
		"RPC_CONNECT VERSION-CONTROL BASELINE-CONTROL "}

	// RFC 2326 section 10.
	linesRTSP = lineProtocol{title: "RTSP", name: "rtsp", commands: " OPTIONS DESCRIBE ANNOUNCE GET_PARAMETER PAUSE PLAY " +
		"RECORD REDIRECT SETUP SET_PARAMETER TEARDOWN "}

	// RFC 3261 and its extensions.
	linesSIP = lineProtocol{title: "SIP", name: "sip", commands: " ACK BYE CANCEL DO INFO INVITE MESSAGE NOTIFY OPTIONS " +
		"PRACK QAUTH REFER REGISTER SPRACK SUBSCRIBE UPDATE PUBLISH "}
)

// lines prints a message of a text protocol: its first line or, with -v, all
// up to the first that is no text. A message that begins with neither a
// command nor a reply is not looked at.
func (p *printer) lines(lp *lineProtocol, b []byte, length int) {
	p.proto = lp.name
	p.str(lp.title)
	if lp.commands != "" && !lp.known(limit(b, length), len(b) < length) {
		return
	}
	if p.opt.Verbose == 0 {
		line, _, end := nextLine(b, length)
		if end == lineText || end == lineOpen {
			p.str(": ")
			p.out = append(p.out, line...)
		}
		p.lineEnd(end)
		return
	}
	p.str(", length: ")
	p.int(length)
	for length > 0 {
		line, n, end := nextLine(b, length)
		if end == lineText || end == lineOpen {
			p.newline("\t")
			p.out = append(p.out, line...)
		}
		p.lineEnd(end)
		if end != lineText {
			return
		}
		b, length = b[n:], length-n
	}
}

// lineEnd marks a line that does not end.
func (p *printer) lineEnd(end int) {
	switch end {
	case lineOpen:
		p.truncated()
	case lineCut:
		p.cut()
	}
}

// How a line ends.
const (
	lineText  = iota // it is one
	lineOpen         // the message ends before the line does
	lineCut          // the capture ends before the line does
	lineNoise        // there is something in it that is no text
)

// nextLine returns the first line of a message of length bytes, without its
// end, and how many bytes it takes with it.
func nextLine(b []byte, length int) (line []byte, n, end int) {
	for i := 0; i < length; i++ {
		if i >= len(b) {
			return nil, 0, lineCut
		}
		switch c := b[i]; {
		case c == '\n':
			return b[:i], i + 1, lineText
		case c == '\r':
			if i+1 < length && i+1 >= len(b) {
				return nil, 0, lineCut
			}
			if i+1 >= length || b[i+1] != '\n' {
				return nil, 0, lineNoise
			}
			return b[:i], i + 2, lineText
		case c != '\t' && (c < ' ' || c > '~'):
			return nil, 0, lineNoise
		}
	}
	return b[:length], length, lineOpen
}

// known reports whether a message, which the capture may have cut, begins with
// one of the protocol's commands, or has a reply's code as its second word.
func (lp *lineProtocol) known(b []byte, cut bool) bool {
	word, rest := lineWord(b, cut)
	if lp.has(word) {
		return true
	}
	if len(word) == 0 {
		return false
	}
	code, _ := lineWord(rest, cut)
	if len(code) != 3 {
		return false
	}
	for _, c := range code {
		if c < '0' || c > '9' {
			return false
		}
	}
	return true
}

// has reports whether word is one of the commands, in whatever case.
func (lp *lineProtocol) has(word []byte) bool {
	cmds := lp.commands
	for len(word) > 0 && len(cmds) > len(word)+1 {
		// cmds begins with the space before a command.
		i := 0
		for i < len(word) && upper(word[i]) == cmds[1+i] && word[i] != ' ' {
			i++
		}
		if i == len(word) && cmds[1+i] == ' ' {
			return true
		}
		cmds = cmds[1:]
		for len(cmds) > 0 && cmds[0] != ' ' {
			cmds = cmds[1:]
		}
	}
	return false
}

func upper(c byte) byte {
	if c >= 'a' && c <= 'z' {
		c -= 'a' - 'A'
	}
	return c
}

// maxWord bounds the words that are looked at.
const maxWord = 128

// lineWord splits off the first word and the space behind it. The word is empty
// if it holds what is no text, is cut, or is too long.
func lineWord(b []byte, cut bool) (word, rest []byte) {
	n := 0
	for n < len(b) && !isSpace(b[n]) {
		if b[n] < ' ' || b[n] > '~' || n == maxWord {
			return nil, nil
		}
		n++
	}
	if n == len(b) && cut {
		return nil, nil
	}
	rest = b[n:]
	for len(rest) > 0 && rest[0] == ' ' {
		rest = rest[1:]
	}
	return b[:n], rest
}

func isSpace(c byte) bool { return c == ' ' || c == '\t' || c == '\r' || c == '\n' }

// lineProtocolFor returns how the protocol's lines are printed; nil if it has
// none.
func lineProtocolFor(proto dissect.Protocol) *lineProtocol {
	switch proto {
	case dissect.ProtoFTP:
		return &linesFTP
	case dissect.ProtoHTTP:
		return &linesHTTP
	case dissect.ProtoRTSP:
		return &linesRTSP
	case dissect.ProtoSIP:
		return &linesSIP
	case dissect.ProtoSMTP:
		return &linesSMTP
	case dissect.ProtoWhois:
		return &linesWhois
	}
	return nil
}
