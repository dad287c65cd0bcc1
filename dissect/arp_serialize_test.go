package dissect

import (
	"bytes"
	"testing"

	"github.com/google/gopacket"
	"github.com/google/gopacket/layers"
)

// TestARPSerializes has gopacket's own decoder read what ARP writes, and ARP
// read it back.
func TestARPSerializes(t *testing.T) {
	h := ARP{
		Hardware: ARPEthernet, Protocol: EtherTypeIPv4, Op: ARPRequest,
		SrcHardware: []byte{2, 0, 0, 0, 0, 1}, SrcProtocol: []byte{192, 0, 2, 1},
		DstProtocol: []byte{192, 0, 2, 7},
	}
	buf := gopacket.NewSerializeBuffer()
	if err := gopacket.SerializeLayers(buf, gopacket.SerializeOptions{FixLengths: true}, &h); err != nil {
		t.Fatal(err)
	}
	want := []byte{
		0, 1, 8, 0, 6, 4, 0, 1,
		2, 0, 0, 0, 0, 1, 192, 0, 2, 1,
		0, 0, 0, 0, 0, 0, 192, 0, 2, 7, // whoever it is
	}
	if !bytes.Equal(buf.Bytes(), want) {
		t.Fatalf("% x, want % x", buf.Bytes(), want)
	}
	other, ok := gopacket.NewPacket(buf.Bytes(), layers.LayerTypeARP, gopacket.Default).Layer(h.LayerType()).(*layers.ARP)
	if !ok || other.Operation != layers.ARPRequest || !bytes.Equal(other.DstProtAddress, h.DstProtocol) || !bytes.Equal(other.SourceHwAddress, h.SrcHardware) {
		t.Errorf("gopacket reads %+v", other)
	}
	var back ARP
	back.Decode(buf.Bytes())
	if back.Captured != len(want) || back.Op != ARPRequest || !bytes.Equal(back.DstProtocol, h.DstProtocol) || !bytes.Equal(back.SrcHardware, h.SrcHardware) {
		t.Errorf("it reads back as %+v", back)
	}
}
