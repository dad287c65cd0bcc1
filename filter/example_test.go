package filter_test

import (
	"fmt"
	"io"
	"net"

	"github.com/google/gopacket"
	mdpacket "github.com/mdlayher/packet"

	"wiredump/capture/packet"
	"wiredump/filter"
)

// Compile a filter and ask it about bytes.
func ExampleProgram_Run() {
	p, err := filter.Compile("arp and ether broadcast", filter.Options{LinkType: packet.Ethernet})
	if err != nil {
		fmt.Println(err)
		return
	}
	frame := append([]byte{
		0xff, 0xff, 0xff, 0xff, 0xff, 0xff, // to everyone
		0x00, 0x00, 0x5e, 0x00, 0x53, 0x01, // from
		0x08, 0x06, // ARP
	}, make([]byte, 46)...)
	fmt.Println(p.Run(frame, uint32(len(frame)), filter.Meta{}) != 0)
	frame[0] = 0
	fmt.Println(p.Run(frame, uint32(len(frame)), filter.Meta{}) != 0)
	// Output:
	// true
	// false
}

// Look at a program.
func ExampleProgram_Append() {
	p, err := filter.Compile("ip6 and len > 100", filter.Options{LinkType: packet.Ethernet})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("%s", p.Append(nil, filter.C))
	// Output:
	// { 0x28, 0, 0, 0x0000000c },
	// { 0x15, 0, 3, 0x000086dd },
	// { 0x80, 0, 0, 0x00000000 },
	// { 0x35, 0, 1, 0x00000065 },
	// { 0x6, 0, 0, 0x00040000 },
	// { 0x6, 0, 0, 0x00000000 },
}

// Say where an expression is wrong.
func ExampleError_Caret() {
	_, err := filter.Compile("tcp port 80 and host", filter.Options{LinkType: packet.Ethernet})
	if e, ok := err.(*filter.Error); ok {
		fmt.Println(e)
		fmt.Println(e.Caret())
	}
	// Output:
	// can't parse filter expression: syntax error
	// tcp port 80 and host
	//                     ^ expected a name, a number or an address, but the expression ends here
}

// Let the kernel filter for a socket of github.com/mdlayher/packet.
func ExampleOptions_live() {
	p, err := filter.Compile("vlan 5 and udp port 53", filter.Options{LinkType: packet.Ethernet, Live: true})
	if err != nil {
		fmt.Println(err)
		return
	}
	ifi, err := net.InterfaceByName("eth0")
	if err != nil {
		return
	}
	conn, err := mdpacket.Listen(ifi, mdpacket.Raw, 3 /* ETH_P_ALL */, &mdpacket.Config{Filter: p.Raw()})
	if err != nil {
		return
	}
	defer conn.Close()
	// Read from conn: what comes has passed the filter.
}

// Filter what a gopacket source hands out.
func ExampleCompile_gopacket() {
	var source gopacket.ZeroCopyPacketDataSource = noPackets{} // a ring, a savefile, ...

	p, err := filter.Compile("icmp or icmp6", filter.Options{LinkType: packet.Ethernet, Savefile: true})
	if err != nil {
		fmt.Println(err)
		return
	}
	n := 0
	for {
		data, ci, err := source.ZeroCopyReadPacketData()
		if err != nil {
			break
		}
		if p.Run(data, uint32(ci.Length), filter.Meta{}) != 0 {
			n++
		}
	}
	fmt.Println(n, "packets")
	// Output: 0 packets
}

type noPackets struct{}

func (noPackets) ZeroCopyReadPacketData() ([]byte, gopacket.CaptureInfo, error) {
	return nil, gopacket.CaptureInfo{}, io.EOF
}
