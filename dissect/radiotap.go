package dissect

import (
	"encoding/binary"
	"math/bits"
)

// RadiotapLen is the least length of a radiotap header in bytes.
const RadiotapLen = 8

// Fields of a radiotap header, by the number of their presence bit.
const (
	RadiotapTSFT          = 0
	RadiotapFlags         = 1
	RadiotapRate          = 2
	RadiotapChannel       = 3
	RadiotapFHSS          = 4
	RadiotapSignal        = 5 // dBm
	RadiotapNoise         = 6 // dBm
	RadiotapLockQuality   = 7
	RadiotapAttenuation   = 8
	RadiotapAttenuationDB = 9
	RadiotapTxPower       = 10 // dBm
	RadiotapAntenna       = 11
	RadiotapSignalDB      = 12
	RadiotapNoiseDB       = 13
	RadiotapRxFlags       = 14
	RadiotapXChannel      = 18
	RadiotapMCS           = 19
	RadiotapAMPDU         = 20
	RadiotapVHT           = 21
	radiotapNamespace     = 29
	radiotapVendor        = 30
	radiotapExtended      = 31
)

// Bits of the flags field.
const (
	RadiotapFlagFCS = 0x10 // the frame ends in its check sequence
	RadiotapFlagPad = 0x20 // the frame's header is padded to 32 bits
)

// radiotapShapes holds the length and alignment of known fields in bytes.
var radiotapShapes = [...][2]uint8{
	RadiotapTSFT: {8, 8}, RadiotapFlags: {1, 1}, RadiotapRate: {1, 1}, RadiotapChannel: {4, 2}, RadiotapFHSS: {2, 1},
	RadiotapSignal: {1, 1}, RadiotapNoise: {1, 1}, RadiotapLockQuality: {2, 2}, RadiotapAttenuation: {2, 2},
	RadiotapAttenuationDB: {1, 1}, RadiotapTxPower: {1, 1}, RadiotapAntenna: {1, 1}, RadiotapSignalDB: {1, 1},
	RadiotapNoiseDB: {1, 1}, RadiotapRxFlags: {2, 2}, RadiotapXChannel: {8, 4}, RadiotapMCS: {3, 1}, RadiotapAMPDU: {8, 4},
	RadiotapVHT: {12, 2},
}

// Radiotap is what precedes an 802.11 frame that came with radio information
// (radiotap.org); its fields are little endian.
//
//	+---------------+---------------+-------------------------------+
//	|    version    |      pad      |        length, bytes          |
//	+---------------+---------------+-------------------------------+
//	|  presence: one bit for each field; bit 31: another such word  |
//	+---------------------------------------------------------------+
//	|  fields, each aligned to its own size, in the order of bits   |
//	+---------------------------------------------------------------+
type Radiotap struct {
	Version uint8
	Len     int    // bytes, with the fields
	Header  []byte // what was captured of it
	Payload []byte
}

// Decode fills h from the bytes of a packet.
func (h *Radiotap) Decode(b []byte) {
	*h = Radiotap{}
	if len(b) >= RadiotapLen {
		h.Version, h.Len = b[0], int(binary.LittleEndian.Uint16(b[2:]))
	}
	h.Header, h.Payload = span(b, 0, h.Len), span(b, h.Len, len(b))
}

// Fields returns an iterator over the fields. ok is false if not all presence
// words are there.
func (h *Radiotap) Fields() (it RadiotapFields, ok bool) {
	it.b, it.pos = h.Header, 4
	for {
		if len(it.b)-it.pos < 4 {
			return it, false
		}
		it.words++
		it.pos += 4
		if it.b[it.pos-1]&0x80 == 0 {
			break
		}
	}
	it.load()
	return it, true
}

// RadiotapFields iterates over the fields of a radiotap header.
type RadiotapFields struct {
	b       []byte
	pos     int
	word    int // the presence word that is being read
	words   int
	present uint32 // what is left of its fields
	all     uint32 // the presence word
	kind    uint32 // its bits that tell what the next word's bits are
	base    int    // number of its first bit
	vendor  bool   // its bits are a vendor's
}

// A RadiotapField is one field.
type RadiotapField struct {
	Bit   int // RadiotapTSFT, ...; more than 31 in presence words behind the first
	Value []byte
}

// RadiotapState tells what Next has found.
type RadiotapState uint8

// What Next finds.
const (
	RadiotapOK      RadiotapState = iota
	RadiotapEnd                   // no field is left
	RadiotapCut                   // the header ends within a field, or within a vendor's header, behind which there may be more
	RadiotapUnknown               // the field's length is not known; it is the last
)

// load takes up the presence word.
func (it *RadiotapFields) load() {
	const kinds = 1<<radiotapNamespace | 1<<radiotapVendor
	w := binary.LittleEndian.Uint32(it.b[4+4*it.word:])
	it.kind, it.all = w&kinds, w
	it.present = w &^ (kinds | 1<<radiotapExtended)
	if it.vendor {
		it.present = 0
	}
}

// Next returns the next field.
func (it *RadiotapFields) Next() (RadiotapField, RadiotapState) {
	for it.present == 0 {
		if it.word >= it.words {
			return RadiotapField{}, RadiotapEnd
		}
		ok := true
		switch it.kind {
		case 0:
			it.base += 32
		case 1 << radiotapNamespace:
			it.base, it.vendor = 0, false
		case 1 << radiotapVendor:
			it.vendor = true
			ok = it.skipVendor()
		}
		if it.word++; it.word < it.words {
			it.load()
		}
		if !ok {
			return RadiotapField{}, RadiotapCut
		}
	}
	bit := bits.TrailingZeros32(it.present)
	it.present &= it.present - 1
	f := RadiotapField{Bit: it.base + bit}
	if f.Bit >= len(radiotapShapes) || radiotapShapes[f.Bit][0] == 0 {
		it.end()
		return f, RadiotapUnknown
	}
	if f.Value = it.take(int(radiotapShapes[f.Bit][0]), int(radiotapShapes[f.Bit][1])); f.Value == nil {
		it.end()
		return f, RadiotapCut
	}
	return f, RadiotapOK
}

// end has Next find nothing more.
func (it *RadiotapFields) end() { it.present, it.words = 0, 0 }

// Announced reports whether the presence word of the field that Next returned
// has the given bit.
func (it *RadiotapFields) Announced(bit int) bool { return it.all>>bit&1 != 0 }

// skipVendor passes over a vendor's header and the data that it announces. It
// returns false if the header is cut; if the data are there is nothing more.
//
//	+-----------------------------------------------+---------------+
//	|         organization (3 bytes)                | its namespace |
//	+-------------------------------+---------------+---------------+
//	|  length of data, bytes, aligned to 2 bytes    |
//	+-----------------------------------------------+
func (it *RadiotapFields) skipVendor() bool {
	if it.take(3, 1) == nil || it.take(1, 1) == nil {
		return false
	}
	n := it.take(2, 2)
	if n == nil {
		return false
	}
	if it.take(int(binary.LittleEndian.Uint16(n)), 1) == nil {
		it.end()
	}
	return true
}

// take returns the next n bytes behind padding; nil if there are fewer.
func (it *RadiotapFields) take(n, align int) []byte {
	from := (it.pos + align - 1) &^ (align - 1)
	if from+n > len(it.b) {
		return nil
	}
	it.pos = from + n
	return it.b[from:it.pos]
}
