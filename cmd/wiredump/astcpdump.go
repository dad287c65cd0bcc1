package main

import (
	"math"

	"wiredump/capture/packet"
	"wiredump/pcapio"
)

// asTcpdump is a view of packets as tcpdump reads them from a pcap file: cut to
// the file's snapshot length, and with signed seconds. It stands in front of the text view where the
// packets themselves must stay whole, because they are copied as well.
type asTcpdump struct {
	view view
	pcap bool // the file is one
	cut  int  // captured bytes at most, in a pcap file
	p    packet.Packet
}

// begin tells which file the next packets come from.
func (v *asTcpdump) begin(r *pcapio.Reader) {
	v.pcap, v.cut = r.Format() == pcapio.Pcap, int(r.SnapLen())
}

func (v *asTcpdump) Append(dst []byte, p *packet.Packet) []byte {
	if !v.pcap || len(p.Data) <= v.cut && p.Time.Sec <= math.MaxInt32 {
		return v.view.Append(dst, p)
	}
	v.p = *p
	n := min(v.cut, len(p.Data))
	v.p.Data, v.p.Time.Sec = p.Data[:n:n], int64(int32(p.Time.Sec))
	return v.view.Append(dst, &v.p)
}

// Skip is for packets that are not shown.
func (v *asTcpdump) Skip() {
	if s, ok := v.view.(interface{ Skip() }); ok {
		s.Skip()
	}
}
