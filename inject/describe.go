package inject

import (
	"net/netip"
	"time"
)

// A Plan describes a scan before it is done.
type Plan struct {
	Addresses, Probes uint64
	Ports             []uint16
	Ways              []Way
	Public            bool // some addresses are public
	Seed              uint64
	SourcePort        uint16        // the first of Retries+1
	Rate              float64       // probes a second; 0: no limit
	Duration          time.Duration // of sending once, at that rate; 0: not known
}

// A Way is how a run of neighbouring addresses is reached.
type Way struct {
	From, To  netip.Addr // the first and the last of them
	Addresses uint64
	Interface string
	Gateway   netip.Addr // invalid: the addresses are on the link, or local
	Source    netip.Addr
	Local     bool // they are this host's own
}

// Plan returns what Run is going to do.
func (s *Scanner) Plan() Plan {
	p := Plan{
		Addresses: s.plan.hosts, Probes: s.plan.probes, Ports: s.plan.ports,
		Public: s.public, Seed: s.cfg.Seed, SourcePort: s.judge.basePort,
	}
	if s.cfg.Rate > 0 {
		p.Rate = s.cfg.Rate
		if secs := float64(p.Probes) / p.Rate; secs < 1e9 {
			p.Duration = time.Duration(secs * float64(time.Second))
		}
	}
	for _, seg := range s.plan.segments {
		r := seg.route
		p.Ways = append(p.Ways, Way{
			From: seg.lo.netip(), To: seg.lo.add(seg.n - 1).netip(), Addresses: seg.n,
			Interface: r.device.name, Gateway: r.gateway, Source: r.source, Local: r.local,
		})
	}
	return p
}
