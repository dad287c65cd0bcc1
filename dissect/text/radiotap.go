package text

import (
	"encoding/binary"

	"wiredump/dissect"
)

// radiotap prints an 802.11 frame behind a radiotap header. It returns the
// length of all headers.
//
//	1.0 Mb/s 2412 MHz 11b -18dBm signal antenna 1 Beacon (net) ...
func (p *printer) radiotap(b []byte, length int) int {
	p.proto = "802.11_radio"
	if !p.have(b, dissect.RadiotapLen) {
		return len(b)
	}
	var h dissect.Radiotap
	h.Decode(b)
	if len(b) < h.Len || h.Len < dissect.RadiotapLen {
		p.truncated()
		return len(b)
	}
	fields, ok := h.Fields()
	if !ok {
		p.truncated()
		return len(b)
	}
	flags := uint8(0)
	for {
		f, state := fields.Next()
		if state == dissect.RadiotapEnd {
			break
		}
		switch {
		case state == dissect.RadiotapCut:
			p.truncated()
		case state == dissect.RadiotapUnknown:
			p.str("[bit ")
			p.dec(uint64(f.Bit))
			p.str("] ")
		case f.Bit == dissect.RadiotapFlags:
			flags = f.Value[0]
			p.bits(radiotapFlags, uint32(flags), "")
		case f.Bit == dissect.RadiotapChannel && !fields.Announced(dissect.RadiotapXChannel):
			p.radiotapChannel(binary.LittleEndian.Uint16(f.Value), uint32(binary.LittleEndian.Uint16(f.Value[2:])),
				fields.Announced(dissect.RadiotapMCS))
		case f.Bit == dissect.RadiotapXChannel:
			p.radiotapChannel(binary.LittleEndian.Uint16(f.Value[4:]), binary.LittleEndian.Uint32(f.Value),
				fields.Announced(dissect.RadiotapMCS))
		default:
			p.radiotapField(f.Bit, f.Value)
		}
	}
	fcs := 0
	if flags&dissect.RadiotapFlagFCS != 0 {
		fcs = 4
	}
	return h.Len + p.wlan(b[h.Len:], length-h.Len, flags&dissect.RadiotapFlagPad != 0, fcs)
}

// radiotapField prints a field and a space.
func (p *printer) radiotapField(bit int, v []byte) {
	switch bit {
	case dissect.RadiotapTSFT:
		p.dec(binary.LittleEndian.Uint64(v))
		p.str("us tsft ")
	case dissect.RadiotapRate:
		// Rates of 802.11n as some drivers wrote them, as a number with the
		// highest bit set.
		if v[0] >= 0x80 && v[0] <= 0x8f {
			p.str("MCS ")
			p.dec(uint64(v[0] & 0x7f))
			p.byte(' ')
			return
		}
		p.halves(v[0])
		p.str(" Mb/s ")
	case dissect.RadiotapFHSS:
		p.str("fhset ")
		p.dec(uint64(v[0]))
		p.str(" fhpat ")
		p.dec(uint64(v[1]))
		p.byte(' ')
	case dissect.RadiotapSignal:
		p.int(int(int8(v[0])))
		p.str("dBm signal ")
	case dissect.RadiotapNoise:
		p.int(int(int8(v[0])))
		p.str("dBm noise ")
	case dissect.RadiotapLockQuality:
		p.dec(uint64(binary.LittleEndian.Uint16(v)))
		p.str(" sq ")
	case dissect.RadiotapAttenuation:
		p.int(-int(int16(binary.LittleEndian.Uint16(v))))
		p.str(" tx power ")
	case dissect.RadiotapAttenuationDB:
		p.int(-int(int8(v[0])))
		p.str("dB tx attenuation ")
	case dissect.RadiotapTxPower:
		p.int(int(int8(v[0])))
		p.str("dBm tx power ")
	case dissect.RadiotapAntenna:
		p.str("antenna ")
		p.dec(uint64(v[0]))
		p.byte(' ')
	case dissect.RadiotapSignalDB:
		p.dec(uint64(v[0]))
		p.str("dB signal ")
	case dissect.RadiotapNoiseDB:
		p.dec(uint64(v[0]))
		p.str("dB noise ")
	case dissect.RadiotapMCS:
		p.radiotapMCS(v[0], v[1], v[2])
	case dissect.RadiotapVHT:
		p.radiotapVHT(v)
	}
}

var radiotapFlags = []token{
	{0x01, "cfp "}, {0x02, "short preamble "}, {0x04, "wep "}, {0x08, "fragmented "}, {0x40, "bad-fcs "},
}

// Bits of a channel.
const (
	chanTurbo     = 0x10
	chan11b       = 0x00a0 // CCK at 2 GHz
	chan11g       = 0x00c0 // OFDM at 2 GHz
	chan11gMixed  = 0x0480 // CCK or OFDM at 2 GHz
	chan11a       = 0x0140 // OFDM at 5 GHz
	chanFHSS      = 0x0880 // GFSK at 2 GHz
	chanHalf      = 0x4000
	chanQuarter   = 0x8000
	chanHT20      = 0x10000
	chanHT40Above = 0x20000
	chanHT40Below = 0x40000
)

// radiotapChannel prints "2412 MHz 11g ht/20 "; ht tells that the frame has a
// rate of 802.11n.
func (p *printer) radiotapChannel(freq uint16, flags uint32, ht bool) {
	p.dec(uint64(freq))
	p.str(" MHz")
	if ht {
		p.str(" 11n")
	} else {
		p.radiotapBand(flags)
	}
	switch {
	case flags&chanHT20 != 0:
		p.str(" ht/20")
	case flags&chanHT40Below != 0:
		p.str(" ht/40-")
	case flags&chanHT40Above != 0:
		p.str(" ht/40+")
	}
	p.byte(' ')
}

func (p *printer) radiotapBand(flags uint32) {
	has := func(bits uint32) bool { return flags&bits == bits }
	if has(chanFHSS) {
		p.str(" FHSS")
	}
	if has(chan11a) {
		p.str(" 11a")
		p.radiotapWidth(flags)
	}
	if has(chan11g) || has(chan11gMixed) {
		p.str(" 11g")
		p.radiotapWidth(flags)
	} else if has(chan11b) {
		p.str(" 11b")
	}
	if has(chanTurbo) {
		p.str(" Turbo")
	}
}

func (p *printer) radiotapWidth(flags uint32) {
	switch {
	case flags&chanHalf != 0:
		p.str("/10Mhz")
	case flags&chanQuarter != 0:
		p.str("/5Mhz")
	}
}

// Bits of an MCS field: which of its parts are known.
const (
	mcsBandwidth = 0x01
	mcsIndex     = 0x02
	mcsGuard     = 0x04
	mcsFormat    = 0x08
	mcsFEC       = 0x10
	mcsSTBC      = 0x20
)

// radiotapMCS prints an 802.11n rate.
//
//	65.0 Mb/s MCS 7 20 MHz long GI
func (p *printer) radiotapMCS(known, flags, index uint8) {
	bandwidth, short := flags&3, flags&4 != 0
	if known&mcsIndex != 0 {
		if known&(mcsBandwidth|mcsGuard) != 0 {
			// Quirk mcs-rate: also what is not known counts.
			p.htRate(index, bandwidth == 1, short)
		}
		p.str("MCS ")
		p.dec(uint64(index))
		p.byte(' ')
	}
	if known&mcsBandwidth != 0 {
		p.str(mcsBandwidths[bandwidth])
	}
	if known&mcsGuard != 0 {
		p.guard(short)
	}
	if known&mcsFormat != 0 {
		if flags&8 != 0 {
			p.str("greenfield ")
		} else {
			p.str("mixed ")
		}
	}
	if known&mcsFEC != 0 {
		p.fec(flags&0x10 != 0)
	}
	if known&mcsSTBC != 0 {
		p.str("RX-STBC")
		p.dec(uint64(flags >> 5 & 3))
		p.byte(' ')
	}
}

var mcsBandwidths = [4]string{"20 MHz ", "40 MHz ", "20 MHz (L) ", "20 MHz (U) "}

func (p *printer) guard(short bool) {
	if short {
		p.str("short GI ")
	} else {
		p.str("long GI ")
	}
}

func (p *printer) fec(ldpc bool) {
	if ldpc {
		p.str("LDPC FEC ")
	} else {
		p.str("BCC FEC ")
	}
}

// htRate prints the rate of a modulation and coding scheme in Mbit/s (IEEE
// 802.11-2016 section 19.5), if it has one.
func (p *printer) htRate(index uint8, wide, short bool) {
	if int(index) >= len(htRates) {
		return
	}
	// In units of 100 kbit/s, times 9 * 13.
	rate := htRates[index] * 9 * 13
	if index == mcsDuplicate && wide {
		rate = 60 * 9 * 13
	} else if wide {
		rate = rate / 13 * 27
	}
	if rate == 0 {
		return
	}
	if short {
		rate = rate / 9 * 10
	}
	rate = (rate + 9*13/2) / (9 * 13)
	p.dec(uint64(rate / 10))
	p.byte('.')
	p.dec(uint64(rate % 10))
	p.str(" Mb/s ")
}

// mcsDuplicate sends the same in both halves of 40 MHz.
const mcsDuplicate = 32

// htRates are the rates at 20 MHz with a long guard interval, in 100 kbit/s.
var htRates = [77]uint32{
	65, 130, 195, 260, 390, 520, 585, 650, 130, 260, 390, 520, 780, 1040, 1170, 1300,
	195, 390, 585, 780, 1170, 1560, 1755, 1950, 260, 520, 780, 1040, 1560, 2080, 2340, 2600,
	0,
	390, 520, 650, 585, 780, 975,
	520, 650, 650, 780, 910, 910, 1040, 780, 975, 975, 1170, 1365, 1365, 1560,
	650, 780, 910, 780, 910, 1040, 1170, 1040, 1170, 1300, 1300, 1430,
	975, 1170, 1365, 1170, 1365, 1560, 1755, 1560, 1755, 1950, 1950, 2145,
}

// radiotapVHT prints an 802.11ac rate.
//
//	+-------------------------------+---------------+---------------+
//	|         known parts           |     flags     |   bandwidth   |
//	+-------------------------------+---------------+---------------+
//	|   MCS and number of streams of four users (4 bits each)       |
//	+---------------+---------------+-------------------------------+
//	|    coding     |     group     |        partial AID            |
//	+---------------+---------------+-------------------------------+
func (p *printer) radiotapVHT(v []byte) {
	known, flags, bandwidth, coding := binary.LittleEndian.Uint16(v), v[2], v[3]&0x1f, v[8]
	for i, u := range v[4:8] {
		if u&0xf == 0 {
			continue
		}
		p.str("User ")
		p.dec(uint64(i))
		p.str(" MCS ")
		p.dec(uint64(u >> 4))
		p.byte(' ')
		p.fec(coding>>i&1 != 0)
	}
	if known&0x40 != 0 {
		if s := vhtBandwidths[bandwidth]; s != "" {
			p.str(s)
		} else {
			p.str("unknown (")
			p.dec(uint64(bandwidth))
			p.byte(')')
		}
		p.byte(' ')
	}
	if known&4 != 0 {
		p.guard(flags&4 != 0)
	}
}

// Quirk vht-bandwidth: number 21 is printed as if it were 25.
var vhtBandwidths = [32]string{
	"20 MHz", "40 MHz", "20 MHz (L)", "20 MHz (U)", "80 MHz", "80 MHz (L)", "80 MHz (U)", "80 MHz (LL)", "80 MHz (LU)",
	"80 MHz (UL)", "80 MHz (UU)", "160 MHz", "160 MHz (L)", "160 MHz (U)", "160 MHz (LL)", "160 MHz (LU)", "160 MHz (UL)",
	"160 MHz (UU)", "160 MHz (LLL)", "160 MHz (LLU)", "160 MHz (LUL)", "160 MHz (UUU)", "160 MHz (ULL)", "160 MHz (ULU)",
	"160 MHz (UUL)", "160 MHz (UUU)",
}
