package text

import "wiredump/capture/packet"

// origin prints where a packet was captured and which way it went, in the
// manner of cooked captures: "eth0  In  ".
func (p *printer) origin(pkt *packet.Packet) {
	name := "?"
	if int(pkt.Interface) < len(p.opt.Interfaces) {
		name = p.opt.Interfaces[pkt.Interface]
	}
	p.str(name)
	for n := len(name); n < 5; n++ {
		p.byte(' ')
	}
	switch pkt.Direction {
	case packet.In:
		p.str(" In  ")
	case packet.Out:
		p.str(" Out ")
	default:
		p.str(" ?   ")
	}
}
