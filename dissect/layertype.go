package dissect

import "github.com/google/gopacket"

// The numbers under which gopacket's own layers package registers the layers
// that can be serialized here, so that a program that links that package too
// sees the same types. The package itself is not linked: it costs milliseconds
// at every start.
const (
	layerTypeARP      gopacket.LayerType = 10
	layerTypeEthernet gopacket.LayerType = 17
	layerTypeIPv4     gopacket.LayerType = 20
	layerTypeIPv6     gopacket.LayerType = 21
	layerTypeTCP      gopacket.LayerType = 44
	layerTypeUDP      gopacket.LayerType = 45
)

var (
	_ gopacket.SerializableLayer = (*ARP)(nil)
	_ gopacket.SerializableLayer = (*Ethernet)(nil)
	_ gopacket.SerializableLayer = (*IPv4)(nil)
	_ gopacket.SerializableLayer = (*TCP)(nil)
	_ gopacket.SerializableLayer = (*UDP)(nil)
	_ gopacket.SerializableLayer = (*IPv6)(nil)
)
