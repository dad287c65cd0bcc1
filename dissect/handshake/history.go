package handshake

// A history is the letters of zeek's conn.log history, in the order in which
// they first happened, upper case for the client:
//
//	S SYN   H SYN-ACK   A ACK alone   D data   F FIN   R RST   T SYN again
type history struct {
	n    uint8
	seen uint16 // bit set of letters, the server's shifted by 8
	text [14]byte
}

const (
	didSyn uint16 = 1 << iota
	didSynAck
	didAck
	didData
	didFin
	didReset
	didAgain
)

const historyLetters = "SHADFRT"

// add notes what one side did.
func (h *history) add(r Role, did uint16) {
	shift := 8 * uint16(r)
	did = did << shift &^ h.seen
	if did == 0 {
		return
	}
	h.seen |= did
	for i := range len(historyLetters) {
		if did>>shift&(1<<i) != 0 && int(h.n) < len(h.text) {
			h.text[h.n] = historyLetters[i] + 32*byte(r)
			h.n++
		}
	}
}

func (h *history) did(r Role, did uint16) bool { return h.seen>>(8*uint16(r))&did != 0 }

// connState returns zeek's conn_state for a flow.
func (f *flow) connState() string {
	h := &f.history
	reset := func(r Role) bool { return h.did(r, didReset) }
	switch {
	case f.stage == stageMidstream, !f.side[Client].Seen && !f.side[Server].Seen:
		return "OTH"
	case f.outcome == Refused:
		return "REJ"
	case f.openedAt != 0 && reset(Client):
		return "RSTO"
	case f.openedAt != 0 && reset(Server):
		return "RSTR"
	case f.openedAt != 0 && f.fins == 3:
		return "SF"
	case f.openedAt != 0 && f.fins == 1<<Client:
		return "S2"
	case f.openedAt != 0 && f.fins == 1<<Server:
		return "S3"
	case f.openedAt != 0:
		return "S1"
	case f.side[Client].Seen && !f.side[Server].Seen && reset(Client):
		return "RSTOS0"
	case f.side[Client].Seen && !f.side[Server].Seen && h.did(Client, didFin):
		return "SH"
	case !f.side[Client].Seen && reset(Server):
		return "RSTRH"
	case !f.side[Client].Seen && h.did(Server, didFin):
		return "SHR"
	case f.side[Server].Seen && reset(Client):
		return "RSTO"
	case f.side[Server].Seen && reset(Server):
		return "RSTR"
	case f.side[Server].Seen:
		return "OTH" // half open; zeek has no word for it
	}
	return "S0"
}
