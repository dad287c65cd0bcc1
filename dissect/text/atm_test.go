package text

import "testing"

// What is expected is what tcpdump 4.99.3 prints.
func TestATM(t *testing.T) {
	testFrames(t, []frameTest{
		{name: "frame 1", link: linkATM, b: "aaaa0300000008004500001c00010000401166ca0a0000010a0000020fa0ffff00080000",
			want: "IP 10.0.0.1.4000 > 10.0.0.2.65535: UDP, length 0"},
		{name: "frame 1 -e", link: linkATM, flags: "-e", b: "aaaa0300000008004500001c00010000401166ca0a0000010a0000020fa0ffff00080000",
			want: "LLC, dsap SNAP (0xaa) Individual, ssap SNAP (0xaa) Command, ctrl 0x03: oui Ethernet (0x000000), ethertype IPv4 (0x0800), length 28: 10.0.0.1.4000 > 10.0.0.2.65535: UDP, length 0"},
		{name: "frame 2", link: linkATM, b: "fefe03cc4500001c00010000401166ca0a0000010a0000020fa0ffff00080000",
			want: "IP 10.0.0.1.4000 > 10.0.0.2.65535: UDP, length 0"},
		{name: "frame 2 -e", link: linkATM, flags: "-e", b: "fefe03cc4500001c00010000401166ca0a0000010a0000020fa0ffff00080000",
			want: "LLC, dsap OSI (0xfe) Individual, ssap OSI (0xfe) Command, ctrl 0x03: OSI NLPID IPv4 (0xcc): 10.0.0.1.4000 > 10.0.0.2.65535: UDP, length 0"},
		{name: "frame 3", link: linkATM, b: "ff0300214500001c00010000401166ca0a0000010a0000020fa0ffff00080000",
			want: "Null > Unknown DSAP 0x0a Information, send seq 0, rcv seq 1, Flags [Command], length 12\n\t0x0000:  0a00 0002 0fa0 ffff 0008 0000            ............"},
		{name: "frame 3 -e", link: linkATM, flags: "-e", b: "ff0300214500001c00010000401166ca0a0000010a0000020fa0ffff00080000",
			want: "ff0300214500001c 00010000401166ca LLC, dsap Unknown (0x0a) Individual, ssap Null (0x00) Command, ctrl 0x0200: Information, send seq 0, rcv seq 1, Flags [Command], length 12\n\t0x0000:  0a00 0002 0fa0 ffff 0008 0000            ............"},
		{name: "frame cut to 2 bytes", link: linkATM, b: "aaaa", wire: 36,
			want: " [|atm]"},
		{name: "frame cut to 4 bytes", link: linkATM, b: "aaaa0300", wire: 36,
			want: " [|snap]"},
	})
}

// What is expected is what tcpdump 4.99.3 prints.
func TestATMCLIP(t *testing.T) {
	testFrames(t, []frameTest{
		{name: "frame 1", link: linkATMCLIP, b: "aaaa0300000008004500001c00010000401166ca0a0000010a0000020fa0ffff00080000",
			want: "IP 10.0.0.1.4000 > 10.0.0.2.65535: UDP, length 0"},
		{name: "frame 1 -e", link: linkATMCLIP, flags: "-e", b: "aaaa0300000008004500001c00010000401166ca0a0000010a0000020fa0ffff00080000",
			want: "36: LLC, dsap SNAP (0xaa) Individual, ssap SNAP (0xaa) Command, ctrl 0x03: oui Ethernet (0x000000), ethertype IPv4 (0x0800), length 28: 10.0.0.1.4000 > 10.0.0.2.65535: UDP, length 0"},
		{name: "frame 2", link: linkATMCLIP, b: "4500001c00010000401166ca0a0000010a0000020fa0ffff00080000",
			want: "IP 10.0.0.1.4000 > 10.0.0.2.65535: UDP, length 0"},
		{name: "frame 2 -e", link: linkATMCLIP, flags: "-e", b: "4500001c00010000401166ca0a0000010a0000020fa0ffff00080000",
			want: "28: 10.0.0.1.4000 > 10.0.0.2.65535: UDP, length 0"},
		{name: "frame cut to 5 bytes", link: linkATMCLIP, b: "aaaa030000", wire: 36,
			want: " [|cip]"},
	})
}

// What is expected is what tcpdump 4.99.3 prints.
func TestSunATM(t *testing.T) {
	testFrames(t, []frameTest{
		{name: "packet 1", link: linkSunATM, b: "02010032aaaa0300000008004500001c00010000401166ca0a0000010a0000020fa0ffff00080000",
			want: "IP 10.0.0.1.4000 > 10.0.0.2.65535: UDP, length 0"},
		{name: "packet 1 -e", link: linkSunATM, flags: "-e", b: "02010032aaaa0300000008004500001c00010000401166ca0a0000010a0000020fa0ffff00080000",
			want: "Rx: VPI:1 VCI:50 LLC, dsap SNAP (0xaa) Individual, ssap SNAP (0xaa) Command, ctrl 0x03: oui Ethernet (0x000000), ethertype IPv4 (0x0800), length 28: 10.0.0.1.4000 > 10.0.0.2.65535: UDP, length 0"},
		{name: "packet 2", link: linkSunATM, b: "82010032aaaa0300000008004500001c00010000401166ca0a0000010a0000020fa0ffff00080000",
			want: "IP 10.0.0.1.4000 > 10.0.0.2.65535: UDP, length 0"},
		{name: "packet 2 -e", link: linkSunATM, flags: "-e", b: "82010032aaaa0300000008004500001c00010000401166ca0a0000010a0000020fa0ffff00080000",
			want: "Tx: VPI:1 VCI:50 LLC, dsap SNAP (0xaa) Individual, ssap SNAP (0xaa) Command, ctrl 0x03: oui Ethernet (0x000000), ethertype IPv4 (0x0800), length 28: 10.0.0.1.4000 > 10.0.0.2.65535: UDP, length 0"},
		{name: "packet 3", link: linkSunATM, b: "01010032aaaa0300000008004500001c00010000401166ca0a0000010a0000020fa0ffff00080000",
			want: "lecid:aaaa  [|llc]"},
		{name: "packet 3 -e", link: linkSunATM, flags: "-e", b: "01010032aaaa0300000008004500001c00010000401166ca0a0000010a0000020fa0ffff00080000",
			want: "Rx: VPI:1 VCI:50 lecid:aaaa 45:00:00:1c:00:01 > 03:00:00:00:08:00, 802.3, length 0:  [|llc]"},
		{name: "packet 4", link: linkSunATM, b: "02000001aaaa0300000008004500001c00010000401166ca0a0000010a0000020fa0ffff00080000",
			want: "meta: "},
		{name: "packet 4 -e", link: linkSunATM, flags: "-e", b: "02000001aaaa0300000008004500001c00010000401166ca0a0000010a0000020fa0ffff00080000",
			want: "Rx: VPI:0 VCI:1 meta: "},
		{name: "packet 5", link: linkSunATM, b: "02000002aaaa0300000008004500001c00010000401166ca0a0000010a0000020fa0ffff00080000",
			want: "broadcast sig: "},
		{name: "packet 5 -e", link: linkSunATM, flags: "-e", b: "02000002aaaa0300000008004500001c00010000401166ca0a0000010a0000020fa0ffff00080000",
			want: "Rx: VPI:0 VCI:2 broadcast sig: "},
		{name: "packet 6", link: linkSunATM, b: "02000003aaaa0300000008004500001c00010000401166ca0a0000010a0000020fa0ffff00080000",
			want: "OAM F5, vpi 160, vci 12288, payload [ user data, uncongested, SDU 0 ], clp 0, length 36"},
		{name: "packet 6 -e", link: linkSunATM, flags: "-e", b: "02000003aaaa0300000008004500001c00010000401166ca0a0000010a0000020fa0ffff00080000",
			want: "Rx: VPI:0 VCI:3 OAM F5, vpi 160, vci 12288, payload [ user data, uncongested, SDU 0 ], clp 0, length 36"},
		{name: "packet 7", link: linkSunATM, b: "02000005aaaa0300000008004500001c00010000401166ca0a0000010a0000020fa0ffff00080000",
			want: "SSCOP, proto 170 "},
		{name: "packet 7 -e", link: linkSunATM, flags: "-e", b: "02000005aaaa0300000008004500001c00010000401166ca0a0000010a0000020fa0ffff00080000",
			want: "Rx: VPI:0 VCI:5 SSCOP, proto 170 "},
		{name: "packet 8", link: linkSunATM, b: "02000010aaaa0300000008004500001c00010000401166ca0a0000010a0000020fa0ffff00080000",
			want: "ilmi:  [asnlen? 34<42]"},
		{name: "packet 8 -e", link: linkSunATM, flags: "-e", b: "02000010aaaa0300000008004500001c00010000401166ca0a0000010a0000020fa0ffff00080000",
			want: "Rx: VPI:0 VCI:16 ilmi:  [asnlen? 34<42]"},
		{name: "packet 9", link: linkSunATM, b: "02000032aaaa0300000008004500001c00010000401166ca0a0000010a0000020fa0ffff00080000",
			want: "IP 10.0.0.1.4000 > 10.0.0.2.65535: UDP, length 0"},
		{name: "packet 9 -e", link: linkSunATM, flags: "-e", b: "02000032aaaa0300000008004500001c00010000401166ca0a0000010a0000020fa0ffff00080000",
			want: "Rx: VPI:0 VCI:50 LLC, dsap SNAP (0xaa) Individual, ssap SNAP (0xaa) Command, ctrl 0x03: oui Ethernet (0x000000), ethertype IPv4 (0x0800), length 28: 10.0.0.1.4000 > 10.0.0.2.65535: UDP, length 0"},
		{name: "packet cut to 3 bytes", link: linkSunATM, b: "020100", wire: 40,
			want: " [|sunatm]"},
		{name: "packet cut to 5 bytes", link: linkSunATM, b: "02010032aa", wire: 40,
			want: " [|llc]\n\t0x0000:  aa                                       ."},
	})
}
