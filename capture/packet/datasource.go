package packet

import (
	"slices"
	"time"

	"github.com/google/gopacket"
)

// A DataSource hands out the packets of a source one at a time, the way
// gopacket wants them. Sources embed it; it must not be mixed with calls of
// the source's Next. It is not safe for concurrent use.
type DataSource struct {
	next  func() (*Batch, error)
	batch *Batch
	i     int
}

// NewDataSource returns a DataSource over a source's Next method.
func NewDataSource(next func() (*Batch, error)) DataSource {
	return DataSource{next: next}
}

// ZeroCopyReadPacketData returns the next packet. The bytes are valid until
// the next call. It implements gopacket.ZeroCopyPacketDataSource.
func (d *DataSource) ZeroCopyReadPacketData() ([]byte, gopacket.CaptureInfo, error) {
	for d.batch == nil || d.i == len(d.batch.Packets) {
		if d.batch != nil {
			d.batch.Release()
			d.batch = nil
		}
		b, err := d.next()
		if err != nil {
			return nil, gopacket.CaptureInfo{}, err
		}
		d.batch, d.i = b, 0
	}
	p := &d.batch.Packets[d.i]
	d.i++
	return p.Data, p.CaptureInfo(), nil
}

// ReadPacketData returns a copy of the next packet. It implements
// gopacket.PacketDataSource.
func (d *DataSource) ReadPacketData() ([]byte, gopacket.CaptureInfo, error) {
	data, ci, err := d.ZeroCopyReadPacketData()
	return slices.Clone(data), ci, err
}

// CaptureInfo returns what gopacket keeps of a packet beside its bytes.
func (p *Packet) CaptureInfo() gopacket.CaptureInfo {
	return gopacket.CaptureInfo{
		Timestamp:      time.Unix(p.Time.Sec, p.Time.Nanos()).UTC(),
		CaptureLength:  len(p.Data),
		Length:         int(p.WireLen),
		InterfaceIndex: int(p.Interface),
	}
}

var (
	_ gopacket.ZeroCopyPacketDataSource = (*DataSource)(nil)
	_ gopacket.PacketDataSource         = (*DataSource)(nil)
)
