package handshake

import (
	"encoding/binary"

	"wiredump/dissect"
)

// A Side is what one end of a connection said in its SYN or SYN-ACK.
type Side struct {
	Seen         bool // valid iff set
	ISN          uint32
	TSVal        uint32 // valid iff Options has OptTimestamp
	Window       uint16 // bytes, never scaled
	MSS          uint16 // bytes; valid iff Options has OptMSS
	WindowScale  uint8  // bits; valid iff Options has OptWindowScale
	TTL          uint8  // or hop limit
	ECN          ECN
	MPTCPVersion uint8 // valid iff Options has OptMPTCP
	CookieLen    uint8 // bytes of fast-open cookie; 0 in a request for one
	UnknownKind  uint8 // the first unknown option; valid iff Options has OptUnknown
	Options      OptionSet
	Data         int // bytes of payload
}

// An OptionSet says which options were there.
type OptionSet uint16

const (
	OptMSS OptionSet = 1 << iota
	OptWindowScale
	OptSACK
	OptTimestamp
	OptFastOpen
	OptMPTCP // MP_CAPABLE, or MP_JOIN
	OptMPTCPJoin
	OptMD5
	OptAO
	OptAccECN
	OptUnknown
	OptBad // a length that cannot be
)

// ECN is what the flags of a SYN or SYN-ACK offer.
type ECN uint8

const (
	ECNNone     ECN = iota
	ECNClassic      // RFC 3168: ECE and CWR in the SYN, ECE in the SYN-ACK
	ECNAccurate     // RFC 9768: AE, CWR and ECE in the SYN
)

// set fills s from a SYN or SYN-ACK.
func (s *Side) set(h *dissect.TCP, ttl uint8, payload int) {
	*s = Side{Seen: true, ISN: h.Seq, Window: h.Window, TTL: ttl, Data: payload}
	s.ECN = ecn(h.Flags)
	for o := h.Options; ; {
		var opt dissect.TCPOption
		var ok bool
		if opt, o, ok = o.Next(); !ok {
			return
		}
		s.option(&opt)
	}
}

func (s *Side) option(o *dissect.TCPOption) {
	if o.Bad {
		s.Options |= OptBad
		return
	}
	d := o.Data
	switch o.Kind {
	case dissect.TCPOptNop:
	case dissect.TCPOptMSS:
		if s.fits(len(d) == 2, OptMSS) {
			s.MSS = binary.BigEndian.Uint16(d)
		}
	case dissect.TCPOptWindowScale:
		if s.fits(len(d) == 1, OptWindowScale) {
			s.WindowScale = d[0]
		}
	case dissect.TCPOptSACKPermitted:
		s.fits(len(d) == 0, OptSACK)
	case dissect.TCPOptTimestamp:
		if s.fits(len(d) == 8, OptTimestamp) {
			s.TSVal = binary.BigEndian.Uint32(d)
		}
	case dissect.TCPOptFastOpen:
		s.fastOpen(d)
	case dissect.TCPOptExperiment1, dissect.TCPOptExperiment2:
		// RFC 7413 appendix B: fast open before it had a number.
		if len(d) >= 2 && d[0] == 0xf9 && d[1] == 0x89 {
			s.fastOpen(d[2:])
			return
		}
		s.unknown(o.Kind)
	case dissect.TCPOptMPTCP:
		switch {
		case len(d) < 1:
			s.Options |= OptBad
		case d[0]>>4 == 0:
			s.Options |= OptMPTCP
			s.MPTCPVersion = d[0] & 15
		case d[0]>>4 == 1:
			s.Options |= OptMPTCPJoin
		}
	case dissect.TCPOptSignature:
		s.fits(len(d) == 16, OptMD5)
	case dissect.TCPOptAO:
		s.fits(len(d) >= 2, OptAO)
	case dissect.TCPOptAccECN0, dissect.TCPOptAccECN1:
		s.Options |= OptAccECN
	default:
		s.unknown(o.Kind)
	}
}

// fits notes the option, or that its length is wrong.
func (s *Side) fits(ok bool, o OptionSet) bool {
	if !ok {
		o = OptBad
	}
	s.Options |= o
	return ok
}

// fastOpen notes a cookie or the request for one, RFC 7413 section 4.1.1.
func (s *Side) fastOpen(cookie []byte) {
	if s.fits(len(cookie) <= 16, OptFastOpen) {
		s.CookieLen = uint8(len(cookie))
	}
}

func (s *Side) unknown(kind uint8) {
	if s.Options&OptUnknown == 0 {
		s.Options |= OptUnknown
		s.UnknownKind = kind
	}
}

// ecn reads the flags AE, CWR and ECE as RFC 9768 table 2 has them. A SYN-ACK
// that answers accurate ECN also tells with which bits the SYN arrived.
func ecn(f dissect.TCPFlags) ECN {
	const ae, cwr, ece = dissect.FlagAE, dissect.FlagCWR, dissect.FlagECE
	if f&dissect.FlagACK == 0 {
		switch f & (ae | cwr | ece) {
		case ae | cwr | ece:
			return ECNAccurate
		case cwr | ece:
			return ECNClassic
		}
		return ECNNone
	}
	switch f & (ae | cwr | ece) {
	case 0, ae | cwr | ece: // the last is a server that mirrors what it gets
		return ECNNone
	case ece, ae | ece:
		return ECNClassic
	}
	return ECNAccurate
}

// Effective is what both sides agreed on.
type Effective struct {
	WindowScale, SACK, Timestamps, MPTCP, MD5, AO bool
	ECN                                           ECN
	FastOpen                                      int // bytes of the SYN's data that the SYN-ACK acknowledged
}

// effective compares what the sides said.
func effective(c, s *Side, accepted int) Effective {
	if !c.Seen || !s.Seen {
		return Effective{FastOpen: accepted}
	}
	both := c.Options & s.Options
	e := Effective{
		WindowScale: both&OptWindowScale != 0,
		SACK:        both&OptSACK != 0,
		Timestamps:  both&OptTimestamp != 0,
		MPTCP:       both&(OptMPTCP|OptMPTCPJoin) != 0,
		MD5:         both&OptMD5 != 0,
		AO:          both&OptAO != 0,
		FastOpen:    accepted,
	}
	if s.ECN == ECNClassic && c.ECN != ECNNone || s.ECN == c.ECN {
		e.ECN = s.ECN
	}
	return e
}
