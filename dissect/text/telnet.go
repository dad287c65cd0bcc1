package text

// Commands of Telnet (RFC 854, RFC 1184), each behind telnetIAC.
const (
	telnetEOF  = 236 // the first with a name
	telnetSE   = 240
	telnetSB   = 250
	telnetWill = 251
	telnetDont = 254
	telnetIAC  = 255
)

// telnet prints the commands that a segment begins with.
//
//	[telnet WILL ECHO, SB TERMINAL TYPE IS 0x61 SE]
func (p *printer) telnet(b []byte, length int) {
	p.proto = "telnet"
	first := true
	for length > 0 {
		if len(b) == 0 {
			p.cut()
			return
		}
		if b[0] != telnetIAC {
			break
		}
		size, cut := telnetSize(b, length)
		if cut {
			p.cut()
			return
		}
		if size == 0 {
			break
		}
		p.str(pick(first, " [telnet ", ", "))
		first = false
		p.telnetCommand(b[:size])
		if size == length && b[1] == telnetSB && b[size-1] == telnetIAC {
			p.cut() // quirk telnet-end: a subnegotiation without SE
			return
		}
		b, length = b[size:], length-size
	}
	if !first {
		p.byte(']')
	}
}

// telnetSize returns the length in bytes of the command that b begins with, of
// which n bytes are claimed; 0 if it is none or has no end, and whether it is
// cut.
func telnetSize(b []byte, n int) (size int, cut bool) {
	end := func(size int) (int, bool) {
		switch {
		case n < size:
			return 0, false
		case len(b) < size:
			return 0, true
		}
		return size, false
	}
	if size, cut = end(2); size == 0 {
		return 0, cut
	}
	switch c := b[1]; {
	case c < telnetEOF:
		return 0, false
	case c >= telnetWill && c <= telnetDont:
		return end(3)
	case c != telnetSB:
		return 2, false
	}
	if size, cut = end(3); size == 0 {
		return 0, cut
	}
	if len(b) < 4 {
		return 0, true
	}
	for i := 3; i < n; i++ {
		switch {
		case i >= len(b):
			return 0, true
		case b[i] != telnetIAC:
		case i+1 == n:
			return n, false
		case i+1 >= len(b):
			return 0, true
		case b[i+1] == telnetSE:
			return i + 2, false
		}
	}
	return 0, false
}

// telnetCommand prints a command that is there as a whole.
func (p *printer) telnetCommand(b []byte) {
	c := b[1]
	if c == telnetIAC {
		p.str("IAC IAC")
		return
	}
	p.str(telnetCommands[c-telnetEOF])
	if len(b) < 3 {
		return
	}
	p.byte(' ')
	opt := b[2]
	p.telnetWord(telnetOptions, opt)
	if c != telnetSB {
		return
	}
	data := b[3:]
	if n := len(data); n > 1 && data[n-1] == telnetSE {
		data = data[:n-1]
	}
	data = data[:len(data)-1] // telnetIAC
	const authentication, encrypt = 37, 38
	var words [2][]string
	switch opt {
	case authentication:
		words = [2][]string{telnetAuthCommands, telnetAuthTypes}
	case encrypt:
		words = [2][]string{telnetEncryptCommands, telnetEncryptTypes}
	default:
		words = [2][]string{telnetSubcommands}
	}
	for i, v := range data {
		p.byte(' ')
		if i < len(words) {
			p.telnetWord(words[i], v)
		} else {
			p.telnetWord(nil, v)
		}
	}
	p.str(" SE")
}

// telnetWord prints the word for v, or v in hexadecimal.
func (p *printer) telnetWord(words []string, v uint8) {
	if int(v) < len(words) && words[v] != "" {
		p.str(words[v])
		return
	}
	p.hexAlt(uint64(v))
}

// telnetCommands are those from telnetEOF on.
var telnetCommands = [...]string{
	"EOF", "SUSP", "ABORT", "EOR", "SE", "NOP", "DMARK", "BRK", "IP", "AO", "AYT", "EC", "EL", "GA",
	"SB", "WILL", "WONT", "DO", "DONT",
}

var telnetSubcommands = []string{"IS", "SEND", "INFO"}

var telnetAuthCommands = []string{"IS", "SEND", "REPLY", "NAME"}

var telnetEncryptCommands = []string{
	"IS", "SUPPORT", "REPLY", "START", "END", "REQUEST-START", "REQUEST-END", "END_KEYID", "DEC_KEYID",
}

// telnetOptions are the options by number.
var telnetOptions = []string{
	"BINARY",
	"ECHO",
	"RCP",
	"SUPPRESS GO AHEAD",
	"NAME",
	"STATUS",
	"TIMING MARK",
	"RCTE",
	"NAOL",
	"NAOP",
	"NAOCRD",
	"NAOHTS",
	"NAOHTD",
	"NAOFFD",
	"NAOVTS",
	"NAOVTD",
	"NAOLFD",
	"EXTEND ASCII",
	"LOGOUT",
	"BYTE MACRO",
	"DATA ENTRY TERMINAL",
	"SUPDUP",
	"SUPDUP OUTPUT",
	"SEND LOCATION",
	"TERMINAL TYPE",
	"END OF RECORD",
	"TACACS UID",
	"OUTPUT MARKING",
	"TTYLOC",
	"3270 REGIME",
	"X.3 PAD",
	"NAWS",
	"TSPEED",
	"LFLOW",
	"LINEMODE",
	"XDISPLOC",
	"OLD-ENVIRON",
	"AUTHENTICATION",
	"ENCRYPT",
	"NEW-ENVIRON",
}

// Words with nothing in them are not assigned.
var telnetAuthTypes = []string{
	"NULL", "KERBEROS_V4", "KERBEROS_V5", "SPX", "MINK", "SRP", "RSA", "SSL",
	"", "", "LOKI", "SSA", "KEA_SJ", "KEA_SJ_INTEG", "DSS", "NTLM",
}

var telnetEncryptTypes = []string{
	"NULL", "DES_CFB64", "DES_OFB64", "DES3_CFB64", "DES3_OFB64",
	"", "CAST5_40_CFB64", "CAST5_40_OFB64", "CAST128_CFB64", "CAST128_OFB64",
}
