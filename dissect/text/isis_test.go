package text

import (
	"bytes"
	"encoding/hex"
	"testing"

	"wiredump/capture/packet"
)

// What is expected is what tcpdump 4.99.3 prints.
func TestISIS(t *testing.T) { testFrames(t, isisRows) }

var isisRows = []frameTest{
	{name: "hello ", link: packet.Ethernet, flags: "", b: "0180c2000014c201299800000037fefe03831401001101000003010203040506001e0034070104034900018102cc8e84040a000001d303010005f001008906726f75746572",
		want: "IS-IS, p2p IIH, src-id 0102.0304.0506, length 52"},
	{name: "hello -v", link: packet.Ethernet, flags: "-v", b: "0180c2000014c201299800000037fefe03831401001101000003010203040506001e0034070104034900018102cc8e84040a000001d303010005f001008906726f75746572",
		want: "IS-IS, length 52\n\tp2p IIH, hlen: 20, v: 1, pdu-v: 1, sys-id-len: 6 (0), max-area: 3 (0)\n\t  source-id: 0102.0304.0506, holding time: 30s, Flags: [Level 1, Level 2]\n\t  circuit-id: 0x07, PDU length: 52\n\t    Area address(es) TLV #1, length: 4\n\t      Area address (length: 3): 49.0001\n\t    Protocols supported TLV #129, length: 2\n\t      NLPID(s): IPv4 (0xcc), IPv6 (0x8e)\n\t    IPv4 Interface address(es) TLV #132, length: 4\n\t      IPv4 interface address: 10.0.0.1\n\t    Restart Signaling TLV #211, length: 3\n\t      Flags [Restart Request], Remaining holding time 5s\n\t    Point-to-point Adjacency State TLV #240, length: 1\n\t      Adjacency State: Up (0)\n\t    Hostname TLV #137, length: 6\n\t      Hostname: router"},
	{name: "hello -vv", link: packet.Ethernet, flags: "-vv", b: "0180c2000014c201299800000037fefe03831401001101000003010203040506001e0034070104034900018102cc8e84040a000001d303010005f001008906726f75746572",
		want: "IS-IS, length 52\n\tp2p IIH, hlen: 20, v: 1, pdu-v: 1, sys-id-len: 6 (0), max-area: 3 (0)\n\t0x0000:  8314 0100 1101 0000\n\t  source-id: 0102.0304.0506, holding time: 30s, Flags: [Level 1, Level 2]\n\t  circuit-id: 0x07, PDU length: 52\n\t  0x0000:  0301 0203 0405 0600 1e00 3407\n\t    Area address(es) TLV #1, length: 4\n\t      Area address (length: 3): 49.0001\n\t      0x0000:  0349 0001\n\t    Protocols supported TLV #129, length: 2\n\t      NLPID(s): IPv4 (0xcc), IPv6 (0x8e)\n\t      0x0000:  cc8e\n\t    IPv4 Interface address(es) TLV #132, length: 4\n\t      IPv4 interface address: 10.0.0.1\n\t      0x0000:  0a00 0001\n\t    Restart Signaling TLV #211, length: 3\n\t      Flags [Restart Request], Remaining holding time 5s\n\t      0x0000:  0100 05\n\t    Point-to-point Adjacency State TLV #240, length: 1\n\t      Adjacency State: Up (0)\n\t      0x0000:  00\n\t    Hostname TLV #137, length: 6\n\t      Hostname: router\n\t      0x0000:  726f 7574 6572"},
	{name: "link state", link: packet.Ethernet, flags: "-v", b: "0180c2000014c20129980000006cfefe03831b010014010000006904b0010203040506000000000005123403020c000a8080800102030405060716110102030405060000000a06030400000001800c0a8080800a000000ff000000870800000001180a0001ec080000000100102001e50200020a050170617373",
		want: "IS-IS, length 105\n\tL2 LSP, hlen: 27, v: 1, pdu-v: 1, sys-id-len: 6 (0), max-area: 3 (0)\n\t  lsp-id: 0102.0304.0506.00-00, seq: 0x00000005, lifetime:  1200s\n\t  chksum: 0x1234 (incorrect should be 0x84a4), PDU length: 105, Flags: [ L2 IS ]\n\t    IS Reachability TLV #2, length: 12\n\t      IsNotVirtual\n\t      IS Neighbor: 0102.0304.0506.07, Default Metric: 10, Internal\n\t    Extended IS Reachability TLV #22, length: 17\n\t      IS Neighbor: 0102.0304.0506.00, Metric: 10, sub-TLVs present (6)\n\t        Administrative groups subTLV #3, length: 4, 0x00000001\n\t    IPv4 Internal Reachability TLV #128, length: 12\n\t      IPv4 prefix:        10.0.0.0/8, Distribution: up, Metric: 10, Internal\n\t    Extended IPv4 Reachability TLV #135, length: 8\n\t      IPv4 prefix:        10.0.1.0/24, Distribution: up, Metric: 1\n\t    IPv6 reachability TLV #236, length: 8\n\t      IPv6 prefix: 2001::/16, Distribution: up, Metric: 1, Internal\n\t    Multi Topology TLV #229, length: 2\n\t      IPv6 unicast Topology (0x002), Flags: [none]\n\t    Authentication TLV #10, length: 5\n\t      simple text password: pass"},
	{name: "link state, brief", link: packet.Ethernet, flags: "", b: "0180c2000014c20129980000006cfefe03831b010014010000006904b0010203040506000000000005000003020c000a8080800102030405060716110102030405060000000a06030400000001800c0a8080800a000000ff000000870800000001180a0001ec080000000100102001e50200020a050170617373",
		want: "IS-IS, L2 LSP, lsp-id 0102.0304.0506.00-00, seq 0x00000005, lifetime  1200s, length 105"},
	{name: "segments", link: packet.Ethernet, flags: "-v", b: "0180c2000014c201299800000030fefe03831b010014010000002d04b0010203040506000000000005000003f21001010101010209800001000103001001",
		want: "IS-IS, length 45\n\tL2 LSP, hlen: 27, v: 1, pdu-v: 1, sys-id-len: 6 (0), max-area: 3 (0)\n\t  lsp-id: 0102.0304.0506.00-00, seq: 0x00000005, lifetime:  1200s\n\t  chksum: 0x0000 (unverified), PDU length: 45, Flags: [ L2 IS ]\n\t    IS-IS Router Capability TLV #242, length: 16\n\t      Router-ID 1.1.1.1, Flags [S bit]\n\t\tSR-Capabilities subTLV #2, length: 9, Flags [ipv4], Range 256, SID value 4097"},
	{name: "complete sequence numbers", link: packet.Ethernet, flags: "-v", b: "0180c2000014c201299800000036fefe03832101001801000000330102030405060702020202020202020202020202020202091001010101010101010101010101010101",
		want: "IS-IS, length 51\n\tL1 CSNP, hlen: 33, v: 1, pdu-v: 1, sys-id-len: 6 (0), max-area: 3 (0)\n\t  source-id:    0102.0304.0506.07, PDU length: 51\n\t  start lsp-id: 0202.0202.0202.02-02\n\t  end lsp-id:   0202.0202.0202.02-02\n\t    LSP entries TLV #9, length: 16\n\t      lsp-id: 0101.0101.0101.01-01, seq: 0x01010101, lifetime:   257s, chksum: 0x0101"},
	{name: "partial sequence numbers", link: packet.Ethernet, flags: "-v", b: "0180c2000014c201299800000026fefe03831101001b010000002301020304050607091001010101010101010101010101010101",
		want: "IS-IS, length 35\n\tL2 PSNP, hlen: 17, v: 1, pdu-v: 1, sys-id-len: 6 (0), max-area: 3 (0)\n\t  source-id:    0102.0304.0506.07, PDU length: 35\n\t    LSP entries TLV #9, length: 16\n\t      lsp-id: 0101.0101.0101.01-01, seq: 0x01010101, lifetime:   257s, chksum: 0x0101"},
	{name: "another version", link: packet.Ethernet, flags: "", b: "0180c2000014c201299800000014fefe03831102001b010000000000000000000000",
		want: "IS-ISversion 2 packet not supported\n\t0x0000:  8311 0200 1b01 0000 0000 0000 0000 0000\n\t0x0010:  00"},
	{name: "cut TLV", link: packet.Ethernet, flags: "-v", b: "0180c2000014c20129980000001bfefe03831401001101000003010203040506001e00180789096162",
		want: "IS-IS, length 24\n\tp2p IIH, hlen: 20, v: 1, pdu-v: 1, sys-id-len: 6 (0), max-area: 3 (0)\n\t  source-id: 0102.0304.0506, holding time: 30s, Flags: [Level 1, Level 2]\n\t  circuit-id: 0x07, PDU length: 24\n\t    Hostname TLV #137, length: 9 [|isis]"},
}

// What is printed of a cut packet does not depend on the bytes behind the cut.
func TestISISCut(t *testing.T) {
	for _, tc := range isisRows {
		whole := tc.packet(t)
		data := whole.Data
		for n := range data {
			for verbose := range 3 {
				v := New(Options{Time: TimeNone, Verbose: verbose})
				whole.Data = data[:n:len(data)]
				first := string(v.Append(nil, whole))
				whole.Data = append(make([]byte, 0, n), data[:n]...)
				if got := string(v.Append(nil, whole)); got != first || got[len(got)-1] != '\n' {
					t.Fatalf("%s, %d bytes: printed %q and %q", tc.name, n, first, got)
				}
			}
		}
	}
}

// FuzzISIS prints frames whole and cut: that ends, and does not depend on what
// is behind the cut.
func FuzzISIS(f *testing.F) {
	for _, tc := range isisRows {
		b, err := hex.DecodeString(tc.b)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(uint16(len(b)), b)
	}
	f.Fuzz(func(t *testing.T, captured uint16, data []byte) {
		n := min(int(captured), len(data))
		p := packet.Packet{LinkType: packet.Ethernet, WireLen: uint32(len(data))}
		for verbose := range 4 {
			v := New(Options{Time: TimeNone, Verbose: verbose, Hex: 1})
			p.Data = data[:n:len(data)]
			first := v.Append(nil, &p)
			p.Data = append(make([]byte, 0, n), data[:n]...)
			if second := v.Append(nil, &p); !bytes.Equal(first, second) {
				t.Errorf("verbosity %d: bytes behind the cut show:\n%q\n%q", verbose, first, second)
			}
		}
	})
}
