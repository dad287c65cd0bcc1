package dissect

import "testing"

func TestOSPF(t *testing.T) {
	b := []byte{
		2, 4, 0, 48, // version, LS Update, length
		1, 1, 1, 1, // router
		0, 0, 0, 5, // area
		0xab, 0xcd, 0, 1, // checksum, authentication
	}
	var h OSPF
	h.Decode(b)
	if h.Version != 2 || h.Type != OSPFLSUpdate || h.Length != 48 || h.Router != [4]byte{1, 1, 1, 1} || h.Area != [4]byte{0, 0, 0, 5} ||
		h.Checksum != 0xabcd || h.Auth != OSPFAuthSimple || h.Captured != 16 {
		t.Errorf("decoded %+v", h)
	}
	h.Decode(b[:10])
	if h.Length != 48 || h.Router != [4]byte{1, 1, 1, 1} || h.Area != [4]byte{} || h.Captured != 10 {
		t.Errorf("decoded the first 10 bytes to %+v", h)
	}
}

func TestLSA(t *testing.T) {
	b := []byte{
		0, 9, 2, 1, // age, options, router
		9, 9, 9, 9, // link state ID
		1, 1, 1, 1, // advertising router
		0x80, 0, 0, 1, // sequence number
		0xab, 0xcd, 0, 36, // checksum, length
	}
	var h LSA
	h.Decode(b)
	want := LSA{Age: 9, Type: 2<<8 | LSARouter, ID: [4]byte{9, 9, 9, 9}, Router: [4]byte{1, 1, 1, 1}, Seq: 0x80000001, Checksum: 0xabcd, Length: 36, Captured: LSALen}
	if h != want {
		t.Errorf("decoded %+v, want %+v", h, want)
	}
	h.Decode(b[:7])
	if h.Age != 9 || h.ID != [4]byte{} || h.Length != 0 || h.Captured != 7 {
		t.Errorf("decoded the first 7 bytes to %+v", h)
	}
}
