package jsonview

import "wiredump/dissect"

// llc shows what is in an 802.3 frame or its like: logical link control (IEEE
// 802.2). b may have padding behind the length that the frame tells.
func (e *encoder) llc(b []byte, length int) {
	padding := after(b, length)
	b = limit(b, length)
	if len(b) == 0 && len(padding) == 0 {
		return
	}
	if len(b) >= 2 && b[0] == dissect.SAPGlobal && b[1] == dissect.SAPGlobal {
		e.payload(b, length) // Novell's frames without such a header
		return
	}
	var h dissect.LLC
	h.Decode(b)
	e.begin(dissect.ProtoLLC)
	e.header(h.Captured, h.HeaderLen)
	e.namedTo(1, "dsap", uint32(h.DSAP), saps)
	e.namedTo(2, "ssap", uint32(h.SSAP), saps)
	if e.captured >= dissect.LLCLen {
		e.word("format", llcFormats[h.Format])
	}
	if e.captured >= h.HeaderLen {
		e.num("control", uint64(h.Control))
	}
	if len(padding) > 0 {
		e.hex("padding", padding)
	}
	e.endObject()
	if h.Captured < h.HeaderLen {
		return
	}
	const ui = 0x03 // unnumbered information
	length -= h.HeaderLen
	switch {
	case h.Format != dissect.LLCUnnumbered || h.Control != ui || h.DSAP != h.SSAP:
		e.payload(h.Payload, length)
	case h.DSAP == dissect.SAPSNAP:
		e.snap(h.Payload, length)
	case h.DSAP == dissect.SAPSTP:
		e.layer(dissect.ProtoSTP, h.Payload, length)
	case h.DSAP == dissect.SAPIP:
		e.layer(dissect.ProtoIPv4, h.Payload, length)
	default:
		e.payload(h.Payload, length)
	}
}

var llcFormats = [...]string{
	dissect.LLCInformation: "information",
	dissect.LLCSupervisory: "supervisory",
	dissect.LLCUnnumbered:  "unnumbered",
}

var saps = []word{
	{dissect.SAPNull, "null"}, {dissect.SAPIP, "ip"}, {dissect.SAPSTP, "stp"}, {dissect.SAPSNAP, "snap"},
	{dissect.SAPIPX, "ipx"}, {dissect.SAPNetBEUI, "netbeui"}, {dissect.SAPOSI, "osi"}, {dissect.SAPGlobal, "global"},
}

// snap shows the subnetwork access protocol, and what it announces.
func (e *encoder) snap(b []byte, length int) {
	var h dissect.SNAP
	h.Decode(b)
	e.begin(dissect.ProtoSNAP)
	e.header(h.Captured, dissect.SNAPLen)
	if e.captured >= 3 {
		e.hex("oui", b[:3])
	}
	e.numTo(5, "pid", uint64(h.PID))
	e.endObject()
	switch {
	case h.Captured < dissect.SNAPLen:
	case (h.OUI == dissect.OUIEthernet || h.OUI == dissect.OUICiscoBridged) && h.PID > dissect.MaxLength:
		e.etherType(h.PID, h.Payload, length-dissect.SNAPLen)
	default:
		e.payload(h.Payload, length-dissect.SNAPLen)
	}
}

// stp shows a bridge protocol data unit (IEEE 802.1D).
func (e *encoder) stp(b []byte, length int) {
	const notificationLen = 4
	var h dissect.STP
	h.Decode(b)
	e.begin(dissect.ProtoSTP)
	size := dissect.STPLen
	if h.Type == dissect.BPDUTCN {
		size = notificationLen
	}
	e.header(min(h.Captured, size), size)
	e.numTo(2, "protocol_id", uint64(h.ProtocolID))
	e.namedTo(3, "version", uint32(h.Version), stpVersions)
	e.namedTo(4, "type", uint32(h.Type), stpTypes)
	if e.captured >= 5 {
		e.words("flags", uint32(h.Flags), stpFlags)
		e.num("port_role", uint64(h.PortRole()))
		if h.Type == dissect.BPDURapid {
			e.word("port_role_name", stpRoles[h.PortRole()])
		}
	}
	e.bridge(13, "root", &h.Root)
	e.numTo(17, "path_cost", uint64(h.PathCost))
	e.bridge(25, "bridge", &h.Bridge)
	e.numTo(27, "port_id", uint64(h.PortID))
	e.numTo(29, "message_age", uint64(h.MessageAge))
	e.numTo(31, "max_age", uint64(h.MaxAge))
	e.numTo(33, "hello_time", uint64(h.HelloTime))
	e.numTo(35, "forward_delay", uint64(h.ForwardDelay))
	if len(b) > size {
		e.hex("rest", b[size:])
	}
	e.endObject()
}

func (e *encoder) bridge(end int, k string, id *dissect.BridgeID) {
	if e.captured < end {
		return
	}
	e.object(k)
	e.num("priority", uint64(id.Priority))
	e.mac("address", id.Addr[:])
	e.endObject()
}

var (
	stpVersions = []word{
		{dissect.STPVersion, "stp"}, {dissect.STPVersionRapid, "rstp"}, {dissect.STPVersionMultiple, "mstp"}, {dissect.STPVersionSPB, "spb"},
	}
	stpTypes = []word{
		{dissect.BPDUConfig, "config"}, {dissect.BPDURapid, "rapid"}, {dissect.BPDUTCN, "topology-change-notification"},
	}
	stpFlags = []string{"topology-change", "proposal", 4: "learning", 5: "forwarding", 6: "agreement", 7: "topology-change-ack"}
	stpRoles = [...]string{"unknown", "alternate-or-backup", "root", "designated"}
)
