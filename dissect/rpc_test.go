package dissect

import "testing"

func TestRPC(t *testing.T) {
	for _, tc := range []struct {
		name     string
		b        string
		want     RPC
		captured int
		payload  string
	}{
		{
			"call", "\x00\x00\x00\x07\x00\x00\x00\x00\x00\x00\x00\x02\x00\x01\x86\xa3\x00\x00\x00\x03\x00\x00\x00\x01rest",
			RPC{XID: 7, Type: RPCCall, Version: 2, Program: 100003, ProgVers: 3, Procedure: 1}, RPCCallLen, "rest",
		},
		{"reply", "\x00\x00\x00\x07\x00\x00\x00\x01\x00\x00\x00\x02rest", RPC{XID: 7, Type: RPCReply, Status: 2}, RPCReplyLen, "rest"},
		{"cut", "\x00\x00\x00\x07\x00\x00\x00\x01\x00", RPC{XID: 7, Type: RPCReply}, 9, ""},
		{"empty", "", RPC{}, 0, ""},
	} {
		var h RPC
		h.Decode([]byte(tc.b))
		if string(h.Payload) != tc.payload || h.Captured != tc.captured {
			t.Errorf("%s: captured %d, payload %q", tc.name, h.Captured, h.Payload)
		}
		h.Payload, h.Captured = nil, 0
		if h.XID != tc.want.XID || h.Type != tc.want.Type || h.Version != tc.want.Version || h.Program != tc.want.Program ||
			h.ProgVers != tc.want.ProgVers || h.Procedure != tc.want.Procedure || h.Status != tc.want.Status {
			t.Errorf("%s: decoded %+v", tc.name, h)
		}
	}
}

func TestRADIUS(t *testing.T) {
	b := []byte("\x01\x07\x00\x190123456789abcdef\x01\x05bobtrailer")
	var h RADIUS
	if !h.Decode(b) || h.Code != 1 || h.ID != 7 || h.Length != 25 || string(h.Authenticator[:]) != "0123456789abcdef" ||
		string(h.Attributes) != "\x01\x05bob" {
		t.Errorf("decoded %+v", h)
	}
	if h.Decode(b[:RADIUSLen-1]) {
		t.Error("decoded a header that is cut")
	}
	b[2], b[3] = 0, 4 // shorter than the header
	if !h.Decode(b) || len(h.Attributes) != 0 {
		t.Errorf("of a length of 4: %+v", h)
	}
}

func TestISAKMP(t *testing.T) {
	b := []byte("initiato" + "responde" +
		"\x21\x20\x22\x08\x00\x00\x00\x05\x00\x00\x00\x1erest")
	var h ISAKMP
	if !h.Decode(b) || string(h.Initiator[:]) != "initiato" || string(h.Responder[:]) != "responde" || h.NextPayload != 33 ||
		h.Major != 2 || h.Minor != 0 || h.Exchange != 34 || h.Flags != ISAKMPInitiator || h.MessageID != 5 || h.Length != 30 ||
		string(h.Payload) != "rest" {
		t.Errorf("decoded %+v", h)
	}
	if h.Decode(b[:ISAKMPLen-1]) {
		t.Error("decoded a header that is cut")
	}
}

// FuzzRPC decodes bytes as what these three protocols begin with: none panics,
// and what they lend is the end of what was given.
func FuzzRPC(f *testing.F) {
	f.Add([]byte("\x00\x00\x00\x07\x00\x00\x00\x00\x00\x00\x00\x02\x00\x01\x86\xa3\x00\x00\x00\x03\x00\x00\x00\x01rest"))
	f.Fuzz(func(t *testing.T, b []byte) {
		var rpc RPC
		rpc.Decode(b)
		if rpc.Captured+len(rpc.Payload) != len(b) {
			t.Errorf("RPC: %d and %d of %d bytes", rpc.Captured, len(rpc.Payload), len(b))
		}
		var radius RADIUS
		if radius.Decode(b) != (len(b) >= RADIUSLen) || len(radius.Attributes) > max(0, len(b)-RADIUSLen) {
			t.Errorf("RADIUS of %d bytes: %+v", len(b), radius)
		}
		var isakmp ISAKMP
		if isakmp.Decode(b) != (len(b) >= ISAKMPLen) || len(isakmp.Payload) != max(0, len(b)-ISAKMPLen) {
			t.Errorf("ISAKMP of %d bytes: %+v", len(b), isakmp)
		}
	})
}
