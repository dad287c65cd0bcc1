package text

// syslog prints a message of the system log (RFC 3164, RFC 5424).
//
//	<165>text: 165 is facility 20 and severity 5
func (p *printer) syslog(b []byte, length int) {
	p.proto = "syslog"
	const mostDigits = 3
	if p.u8(b, 0) != '<' {
		p.invalid()
		return
	}
	pri, n := 0, 1
	for {
		c := p.u8(b, n)
		if p.isCut() {
			return
		}
		n++
		if c == '>' {
			break
		}
		if c < '0' || c > '9' || n > 1+mostDigits {
			p.invalid()
			return
		}
		pri = pri*10 + int(c-'0')
	}
	facility, severity := pri>>3, pri&7
	p.str("SYSLOG")
	if p.opt.Verbose == 0 {
		p.byte(' ')
		p.syslogFacility(facility)
		p.byte('.')
		p.str(syslogSeverities[severity])
		p.strDec(", length: ", uint64(length))
		return
	}
	p.strDec(", length: ", uint64(length))
	p.str("\n\tFacility ")
	p.syslogFacility(facility)
	p.strDec(" (", uint64(facility))
	p.str("), Severity ")
	p.str(syslogSeverities[severity])
	p.strDec(" (", uint64(severity))
	p.str(")\n\tMsg: ")
	p.visible(limit(after(b, n), length-n))
	p.need(b, length)
	if p.opt.Verbose > 1 {
		p.hexLines("\n\t", limit(b, length))
	}
}

func (p *printer) syslogFacility(n int) {
	if n < len(syslogFacilities) {
		p.str(syslogFacilities[n])
		return
	}
	p.strDec("unknown (", uint64(n))
	p.byte(')')
}

var syslogFacilities = [...]string{
	"kernel", "user", "mail", "daemon", "auth", "syslog", "lpr", "news", "uucp", "cron", "authpriv", "ftp",
	"ntp", "security", "console", "cron", "local0", "local1", "local2", "local3", "local4", "local5", "local6", "local7",
}

var syslogSeverities = [8]string{
	"emergency", "alert", "critical", "error", "warning", "notice", "info", "debug",
}
