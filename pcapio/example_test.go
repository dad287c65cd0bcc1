package pcapio_test

import (
	"bytes"
	"fmt"
	"io"
	"log"
	"time"

	"github.com/google/gopacket"
	"github.com/google/gopacket/layers"

	"wiredump/capture/packet"
	"wiredump/pcapio"
)

// A program that used pcapgo's reader and writer: the Reader is a data source
// for gopacket, and the Writer takes what gopacket serialized.
func Example_gopacket() {
	var file bytes.Buffer
	w, err := pcapio.NewPcapWriter(&file, pcapio.WriterOptions{LinkType: packet.Ethernet, Nano: true})
	if err != nil {
		log.Fatal(err)
	}
	buf := gopacket.NewSerializeBuffer()
	ip := &layers.IPv4{Version: 4, TTL: 64, Protocol: layers.IPProtocolTCP, SrcIP: []byte{192, 0, 2, 1}, DstIP: []byte{192, 0, 2, 2}}
	tcp := &layers.TCP{SrcPort: 40000, DstPort: 80, Seq: 1, SYN: true, Window: 1024}
	if err := tcp.SetNetworkLayerForChecksum(ip); err != nil {
		log.Fatal(err)
	}
	err = gopacket.SerializeLayers(buf, gopacket.SerializeOptions{FixLengths: true, ComputeChecksums: true},
		&layers.Ethernet{SrcMAC: []byte{2, 0, 0, 0, 0, 1}, DstMAC: []byte{2, 0, 0, 0, 0, 2}, EthernetType: layers.EthernetTypeIPv4}, ip, tcp)
	if err != nil {
		log.Fatal(err)
	}
	// Where pcapgo has WritePacket(CaptureInfo, data):
	err = w.WritePacket(&packet.Packet{
		Data:     buf.Bytes(),
		WireLen:  uint32(len(buf.Bytes())),
		Time:     packet.FromGo(time.Date(2026, 1, 2, 3, 4, 5, 6, time.UTC)),
		LinkType: packet.Ethernet,
	})
	if err != nil {
		log.Fatal(err)
	}
	if err := w.Close(); err != nil {
		log.Fatal(err)
	}

	// Where pcapgo has NewReader or NewNgReader, for any file:
	r, err := pcapio.NewReader(&file, pcapio.ReaderOptions{})
	if err != nil {
		log.Fatal(err)
	}
	defer r.Close()
	for p := range gopacket.NewPacketSource(r, layers.LinkType(r.LinkType())).Packets() {
		tcp := p.Layer(layers.LayerTypeTCP).(*layers.TCP)
		fmt.Println(p.Metadata().Timestamp, p.NetworkLayer().NetworkFlow(), tcp.TransportFlow(), tcp.SYN)
	}
	// Output:
	// 2026-01-02 03:04:05.000000006 +0000 UTC 192.0.2.1->192.0.2.2 40000->80 true
}

// Reading batches: the bytes are not copied, and belong to the Reader again
// after Release.
func ExampleReader_Next() {
	file := bytes.NewReader(twoPackets())
	r, err := pcapio.NewReader(file, pcapio.ReaderOptions{})
	if err != nil {
		log.Fatal(err)
	}
	defer r.Close()
	for {
		b, err := r.Next()
		if err == io.EOF {
			break
		}
		if err != nil {
			log.Fatal(err)
		}
		for i := range b.Packets {
			p := &b.Packets[i]
			fmt.Println(p.Time.Sec, p.LinkType, len(p.Data), p.WireLen)
		}
		b.Release()
	}
	// Output:
	// 1 EN10MB 3 60
	// 2 EN10MB 4 60
}

func twoPackets() []byte {
	var file bytes.Buffer
	w, err := pcapio.NewPcapngWriter(&file, pcapio.WriterOptions{LinkType: packet.Ethernet})
	if err != nil {
		log.Fatal(err)
	}
	for i := range 2 {
		err := w.WritePacket(&packet.Packet{Data: make([]byte, 3+i), WireLen: 60, Time: packet.Time{Sec: int64(i) + 1}, LinkType: packet.Ethernet})
		if err != nil {
			log.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		log.Fatal(err)
	}
	return file.Bytes()
}
