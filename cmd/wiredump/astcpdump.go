package main

import (
	"wiredump/capture/packet"
	"wiredump/pcapio"
)

// asTcpdump is a view of packets as tcpdump reads them from a pcap file: cut to
// the file's snapshot length. It stands in front of the text view where the
// packets themselves must stay whole, because they are copied as well.
type asTcpdump struct {
	view view
	cut  int // captured bytes at most; 0: no limit
	p    packet.Packet
}

// begin tells which file the next packets come from.
func (v *asTcpdump) begin(r *pcapio.Reader) {
	v.cut = 0
	if r.Format() == pcapio.Pcap {
		v.cut = int(r.SnapLen())
	}
}

func (v *asTcpdump) Append(dst []byte, p *packet.Packet) []byte {
	if v.cut == 0 || len(p.Data) <= v.cut {
		return v.view.Append(dst, p)
	}
	v.p = *p
	v.p.Data = p.Data[:v.cut:v.cut]
	return v.view.Append(dst, &v.p)
}

// Skip is for packets that are not shown.
func (v *asTcpdump) Skip() {
	if s, ok := v.view.(interface{ Skip() }); ok {
		s.Skip()
	}
}
