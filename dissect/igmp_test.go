package dissect

import "testing"

// igmpReport is a version 3 report with two records, the second of them cut.
var igmpReport = []byte{
	0x22, 0, 0x12, 0x34, // type, checksum
	0, 0, 0, 2, // two records
	1, 1, 0, 1, 239, 0, 0, 1, 10, 0, 0, 1, 'a', 'u', 'x', 'd', // is_in one source, auxiliary data
	4, 0, 0, 2, 239, 0, 0, 2, 10, 0, 0, 2, 10, 0, // to_ex two sources
}

func TestIGMP(t *testing.T) {
	var h IGMP
	h.Decode(igmpReport)
	if h.Type != IGMPv3Report || h.Checksum != 0x1234 || h.Records() != 2 || h.Captured != IGMPLen {
		t.Errorf("decoded %+v", h)
	}
	rec, rest, ok := IGMPRecords(h.Payload).Next()
	if !ok || rec.Type != 1 || rec.Count != 1 || rec.Group != [4]byte{239, 0, 0, 1} || len(rec.Sources) != 4 || rec.Bad {
		t.Errorf("first record %+v", rec)
	}
	rec, rest, ok = rest.Next()
	if !ok || rec.Type != 4 || rec.Count != 2 || rec.Group != [4]byte{239, 0, 0, 2} || len(rec.Sources) != 4 || !rec.Bad || len(rest) != 0 {
		t.Errorf("second record %+v", rec)
	}
	if _, _, ok = rest.Next(); ok {
		t.Error("there is a record behind the last one")
	}
	h.Decode(igmpReport[:3])
	if h.Type != IGMPv3Report || h.Checksum != 0 || h.Captured != 3 || len(h.Payload) != 0 {
		t.Errorf("decoded the first 3 bytes to %+v", h)
	}
}

func FuzzIGMP(f *testing.F) {
	f.Add(igmpReport)
	f.Fuzz(func(t *testing.T, b []byte) {
		var h IGMP
		h.Decode(b)
		for r := IGMPRecords(h.Payload); ; {
			rec, rest, ok := r.Next()
			if !ok {
				break
			}
			if len(rest) >= len(r) || !rec.Bad && len(rec.Sources) != rec.Count*4 || len(rec.Sources)%4 != 0 {
				t.Fatalf("record %+v leaves %d of %d", rec, len(rest), len(r))
			}
			r = rest
		}
	})
}
