package text

// Ports of bidirectional forwarding detection.
const (
	bfdControlPort  = 3784
	bfdEchoPort     = 3785
	bfdMultihopPort = 4784
	bfdLagPort      = 6784
)

// bfd prints a message of bidirectional forwarding detection (RFC 5880 section
// 4) that was sent to a port.
//
//	+-----+---------+---+-----------+---------------+---------------+
//	| ver |  diag   |sta|   flags   |  multiplier   | length, bytes |
//	+-----+---------+---+-----------+---------------+---------------+
//	|                       my discriminator                        |
//	+---------------------------------------------------------------+
//	|                      your discriminator                       |
//	+---------------------------------------------------------------+
//	|           desired least interval of sending, us               |
//	+---------------------------------------------------------------+
//	|          required least interval of receiving, us             |
//	+---------------------------------------------------------------+
//	|            required least interval of echos, us               |
//	+---------------+---------------+-------------------------------+
//	|authentication | length, bytes |  authentication ...
//	+---------------+---------------+--------
func (p *printer) bfd(b []byte, length int, port uint16) {
	p.proto = "bfd"
	if port == bfdEchoPort {
		p.str("BFD, Echo, length: ")
		p.int(length)
		if p.opt.Verbose > 0 {
			p.hexLines("\n\t", limit(b, length))
		}
		return
	}
	p.bfdControl(b, length, port)
	p.endMessage()
}

func (p *printer) bfdControl(b []byte, length int, port uint16) {
	if !p.need(b, 24) {
		return
	}
	version, flags := b[0]>>5, b[1]
	p.str("BFDv")
	p.dec(uint64(version))
	p.str(", ")
	kind := "Control"
	switch {
	case version != 1:
	case port == bfdMultihopPort:
		kind = "Multihop"
	case port == bfdLagPort:
		kind = "Lag"
	}
	if version > 1 {
		p.str(kind)
		p.str(", length: ")
		p.int(length)
		if p.opt.Verbose > 0 {
			p.hexLines("\n\t", limit(b, length))
		}
		return
	}
	if p.opt.Verbose > 0 {
		p.str("length: ")
		p.int(length)
		p.str("\n\t")
	}
	p.str(kind)
	if version == 1 {
		p.str(", State ")
		p.str(bfdStates[flags>>6])
	}
	p.str(", Flags: [")
	names := bfdFlags
	if version == 0 {
		names = bfdOldFlags
	} else {
		flags &= 0x3f
	}
	p.bitsOrNone(names, uint32(flags), ", ")
	p.byte(']')
	if p.opt.Verbose == 0 {
		p.str(", length: ")
		p.int(length)
		return
	}
	p.str(", Diagnostic: ")
	p.tokName(bfdDiagnostics, "unknown", uint32(b[0]&31))
	p.str(" (0x")
	p.hexNum(uint64(b[0]&31), 2)
	if !p.need(b, 20) {
		return
	}
	p.str(")\n\tDetection Timer Multiplier: ")
	p.dec(uint64(b[2]))
	p.str(" (")
	p.dec(uint64(uint32(b[2]) * p.u32(b, 12) / 1000))
	p.str(" ms Detection time), BFD Length: ")
	p.dec(uint64(b[3]))
	p.str("\n\tMy Discriminator: 0x")
	p.hexNum(uint64(p.u32(b, 4)), 8)
	p.str(", Your Discriminator: 0x")
	p.hexNum(uint64(p.u32(b, 8)), 8)
	p.bfdInterval("\n\t  Desired min Tx Interval:    ", b, 12)
	p.bfdInterval("\n\t  Required min Rx Interval:   ", b, 16)
	if !p.need(b, 24) {
		return
	}
	p.bfdInterval("\n\t  Required min Echo Interval: ", b, 20)
	if flags&0x04 != 0 {
		p.bfdAuth(b[24:], length-24)
	}
}

func (p *printer) bfdInterval(what string, b []byte, off int) {
	p.str(what)
	p.decPad(uint64(p.u32(b, off)/1000), 4)
	p.str(" ms")
}

// bfdAuth prints the authentication section, for which n bytes are left.
func (p *printer) bfdAuth(b []byte, n int) {
	if n < 2 || !p.got(b, 2) {
		p.stop()
		return
	}
	kind, size := b[0], int(b[1])
	p.str("\n\tAuthentication: ")
	p.tokName(bfdAuths, "Unknown", uint32(kind))
	p.str(" (")
	p.dec(uint64(kind))
	p.str("), length: ")
	p.int(size)
	p.str("\n\t  Auth Key ID: ")
	p.dec(uint64(p.u8(b, 2)))
	bad := func() {
		p.str("[invalid length ")
		p.int(size)
		p.byte(']')
	}
	switch kind {
	case 1:
		if size < 4 || size > 19 {
			bad()
			return
		}
		p.str(", Password: ")
		p.visible(limit(after(b, 3), size-3))
		p.need(b, size)
	case 2, 3, 4, 5:
		want, what := 24, "\n\t  Digest: "
		if kind >= 4 {
			want, what = 28, "\n\t  Hash: "
		}
		if size != want {
			bad()
			return
		}
		if !p.need(b, 8) {
			return
		}
		p.str(", Sequence Number: 0x")
		p.hexNum(uint64(p.u32(b, 4)), 8)
		if !p.need(b, want) {
			return
		}
		p.str(what)
		p.hexBytes(b[8:want])
	}
}

var (
	bfdStates = [4]string{"AdminDown", "Down", "Init", "Up"}
	bfdFlags  = []token{
		{0x20, "Poll"}, {0x10, "Final"}, {0x08, "Control Plane Independent"}, {0x04, "Authentication Present"},
		{0x02, "Demand"}, {0x01, "Multipoint"},
	}
	bfdOldFlags = []token{
		{0x80, "I Hear You"}, {0x40, "Demand"}, {0x20, "Poll"}, {0x10, "Final"}, {0x08, "Control Plane Independent"},
		{0x04, "Authentication Present"}, {0x02, "Reserved"}, {0x01, "Reserved"},
	}
	bfdDiagnostics = []token{
		{0, "No Diagnostic"}, {1, "Control Detection Time Expired"}, {2, "Echo Function Failed"},
		{3, "Neighbor Signaled Session Down"}, {4, "Forwarding Plane Reset"}, {5, "Path Down"},
		{6, "Concatenated Path Down"}, {7, "Administratively Down"}, {8, "Reverse Concatenated Path Down"},
	}
	bfdAuths = []token{
		{1, "Simple Password"}, {2, "Keyed MD5"}, {3, "Meticulous Keyed MD5"}, {4, "Keyed SHA1"},
		{5, "Meticulous Keyed SHA1"},
	}
)
