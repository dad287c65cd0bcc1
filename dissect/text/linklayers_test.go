package text

import "testing"

// What is expected is what tcpdump 4.99.3 prints.
func TestIPOverFC(t *testing.T) {
	testFrames(t, []frameTest{
		{name: "frame 1", link: linkIPOverFC, b: "00001011121314150000202122232425aaaa0300000008004500001c00010000401166ca0a0000010a0000020fa0ffff00080000",
			want: "IP 10.0.0.1.4000 > 10.0.0.2.65535: UDP, length 0"},
		{name: "frame 1 -e", link: linkIPOverFC, flags: "-e", b: "00001011121314150000202122232425aaaa0300000008004500001c00010000401166ca0a0000010a0000020fa0ffff00080000",
			want: "20:21:22:23:24:25 > 10:11:12:13:14:15, length 52: LLC, dsap SNAP (0xaa) Individual, ssap SNAP (0xaa) Command, ctrl 0x03: oui Ethernet (0x000000), ethertype IPv4 (0x0800), length 28: 10.0.0.1.4000 > 10.0.0.2.65535: UDP, length 0"},
		{name: "frame cut to 15 bytes", link: linkIPOverFC, b: "000010111213141500002021222324", wire: 52,
			want: " [|ipfc]"},
		{name: "frame cut to 17 bytes", link: linkIPOverFC, b: "00001011121314150000202122232425aa", wire: 52,
			want: " [|llc]\n\t0x0000:  aa                                       ."},
	})
}

// What is expected is what tcpdump 4.99.3 prints.
func TestIPOverIB(t *testing.T) {
	testFrames(t, []frameTest{
		{name: "frame 1", link: linkIPOverIB, b: "00000000000000000000000000000000000000000000000000000000000000000000000000000000080000004500001c00010000401166ca0a0000010a0000020fa0ffff00080000",
			want: "IP 10.0.0.1.4000 > 10.0.0.2.65535: UDP, length 0"},
		{name: "frame 1 -e", link: linkIPOverIB, flags: "-e", b: "00000000000000000000000000000000000000000000000000000000000000000000000000000000080000004500001c00010000401166ca0a0000010a0000020fa0ffff00080000",
			want: "IPOIB, ethertype IPv4 (0x0800), length 72: 10.0.0.1.4000 > 10.0.0.2.65535: UDP, length 0"},
		{name: "frame 1 -e -q", link: linkIPOverIB, flags: "-e -q", b: "00000000000000000000000000000000000000000000000000000000000000000000000000000000080000004500001c00010000401166ca0a0000010a0000020fa0ffff00080000",
			want: "IPOIB, ethertype IPv4, length 72: 10.0.0.1.4000 > 10.0.0.2.65535: UDP, length 0"},
		{name: "frame 2", link: linkIPOverIB, b: "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f2021222324252627123400004500001c00010000401166ca0a0000010a0000020fa0ffff00080000",
			want: ", ethertype Unknown (0x1234), length 72: \n\t0x0000:  4500 001c 0001 0000 4011 66ca 0a00 0001  E.......@.f.....\n\t0x0010:  0a00 0002 0fa0 ffff 0008 0000            ............"},
		{name: "frame 2 -e", link: linkIPOverIB, flags: "-e", b: "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f2021222324252627123400004500001c00010000401166ca0a0000010a0000020fa0ffff00080000",
			want: "IPOIB, ethertype Unknown (0x1234), length 72: \n\t0x0000:  4500 001c 0001 0000 4011 66ca 0a00 0001  E.......@.f.....\n\t0x0010:  0a00 0002 0fa0 ffff 0008 0000            ............"},
		{name: "frame 2 -e -q", link: linkIPOverIB, flags: "-e -q", b: "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f2021222324252627123400004500001c00010000401166ca0a0000010a0000020fa0ffff00080000",
			want: "IPOIB, ethertype Unknown, length 72: "},
		{name: "frame cut to 43 bytes", link: linkIPOverIB, b: "00000000000000000000000000000000000000000000000000000000000000000000000000000000080000", wire: 72,
			want: " [|ipoib]"},
	})
}

// What is expected is what tcpdump 4.99.3 prints.
func TestAP1394(t *testing.T) {
	testFrames(t, []frameTest{
		{name: "frame 1", link: linkAP1394, b: "000102030405060708090a0b0c0d0e0f08004500001c00010000401166ca0a0000010a0000020fa0ffff00080000",
			want: "IP 10.0.0.1.4000 > 10.0.0.2.65535: UDP, length 0"},
		{name: "frame 1 -e", link: linkAP1394, flags: "-e", b: "000102030405060708090a0b0c0d0e0f08004500001c00010000401166ca0a0000010a0000020fa0ffff00080000",
			want: "08:09:0a:0b:0c:0d:0e:0f > 00:01:02:03:04:05:06:07, ethertype IPv4 (0x0800), length 46: 10.0.0.1.4000 > 10.0.0.2.65535: UDP, length 0"},
		{name: "frame 1 -q", link: linkAP1394, flags: "-q", b: "000102030405060708090a0b0c0d0e0f08004500001c00010000401166ca0a0000010a0000020fa0ffff00080000",
			want: "IP 10.0.0.1.4000 > 10.0.0.2.65535: UDP, length 0"},
		{name: "frame 2", link: linkAP1394, b: "000102030405060708090a0b0c0d0e0f12344500001c00010000401166ca0a0000010a0000020fa0ffff00080000",
			want: "08:09:0a:0b:0c:0d:0e:0f > 00:01:02:03:04:05:06:07, ethertype Unknown (0x1234), length 46: \n\t0x0000:  4500 001c 0001 0000 4011 66ca 0a00 0001  E.......@.f.....\n\t0x0010:  0a00 0002 0fa0 ffff 0008 0000            ............"},
		{name: "frame 2 -e", link: linkAP1394, flags: "-e", b: "000102030405060708090a0b0c0d0e0f12344500001c00010000401166ca0a0000010a0000020fa0ffff00080000",
			want: "08:09:0a:0b:0c:0d:0e:0f > 00:01:02:03:04:05:06:07, ethertype Unknown (0x1234), length 46: \n\t0x0000:  4500 001c 0001 0000 4011 66ca 0a00 0001  E.......@.f.....\n\t0x0010:  0a00 0002 0fa0 ffff 0008 0000            ............"},
		{name: "frame 2 -q", link: linkAP1394, flags: "-q", b: "000102030405060708090a0b0c0d0e0f12344500001c00010000401166ca0a0000010a0000020fa0ffff00080000",
			want: "08:09:0a:0b:0c:0d:0e:0f > 00:01:02:03:04:05:06:07, Unknown Ethertype (0x1234), length 46: "},
		{name: "frame cut to 17 bytes", link: linkAP1394, b: "000102030405060708090a0b0c0d0e0f08", wire: 46,
			want: " [|ap1394]"},
	})
}

// What is expected is what tcpdump 4.99.3 prints.
func TestENC(t *testing.T) {
	testFrames(t, []frameTest{
		{name: "packet 1", link: linkENC, b: "0200000034120000000000004500001c00010000401166ca0a0000010a0000020fa0ffff00080000",
			want: "(unprotected): SPI 0x34120000: IP 10.0.0.1.4000 > 10.0.0.2.65535: UDP, length 0"},
		{name: "packet 2", link: linkENC, b: "0200000034120000010000004500001c00010000401166ca0a0000010a0000020fa0ffff00080000",
			want: "(SPI 0x34120000: IP 10.0.0.1.4000 > 10.0.0.2.65535: UDP, length 0"},
		{name: "packet 3", link: linkENC, b: "0200000034120000000400004500001c00010000401166ca0a0000010a0000020fa0ffff00080000",
			want: "(confidential): SPI 0x34120000: IP 10.0.0.1.4000 > 10.0.0.2.65535: UDP, length 0"},
		{name: "packet 4", link: linkENC, b: "0200000034120000000c00004500001c00010000401166ca0a0000010a0000020fa0ffff00080000",
			want: "(authentic,confidential): SPI 0x34120000: IP 10.0.0.1.4000 > 10.0.0.2.65535: UDP, length 0"},
		{name: "packet 5", link: linkENC, b: "0200000034120000009800004500001c00010000401166ca0a0000010a0000020fa0ffff00080000",
			want: "(authentic,SPI 0x34120000: IP 10.0.0.1.4000 > 10.0.0.2.65535: UDP, length 0"},
		{name: "packet 6", link: linkENC, b: "0000000200001234000008004500001c00010000401166ca0a0000010a0000020fa0ffff00080000",
			want: "(authentic): SPI 0x00001234: IP 10.0.0.1.4000 > 10.0.0.2.65535: UDP, length 0"},
		{name: "packet 7", link: linkENC, b: "18000000341200000008000060000000000011400000000000000000000000000000000100000000000000000000000000000002",
			want: "(authentic): SPI 0x34120000: IP6 ::1 > ::2:  [|udp]"},
		{name: "packet 8", link: linkENC, b: "4d000000341200000008000060000000000011400000000000000000000000000000000100000000000000000000000000000002",
			want: "(authentic): SPI 0x34120000: "},
		{name: "packet cut to 11 bytes", link: linkENC, b: "0200000034120000000000", wire: 40,
			want: " [|enc]"},
		{name: "packet cut to 12 bytes", link: linkENC, b: "020000003412000000000000", wire: 40,
			want: "(unprotected): SPI 0x34120000:  [|ip]"},
	})
}

// What is expected is what tcpdump 4.99.3 prints.
func TestNetAnalyzer(t *testing.T) {
	testFrames(t, []frameTest{
		{name: "frame 1", link: linkNetAnalyzer, b: "00000000000102030405060708090a0b08004500001c00010000401166ca0a0000010a0000020fa0ffff00080000",
			want: "IP 10.0.0.1.4000 > 10.0.0.2.65535: UDP, length 0"},
		{name: "frame 1 -e", link: linkNetAnalyzer, flags: "-e", b: "00000000000102030405060708090a0b08004500001c00010000401166ca0a0000010a0000020fa0ffff00080000",
			want: "06:07:08:09:0a:0b > 00:01:02:03:04:05, ethertype IPv4 (0x0800), length 42: 10.0.0.1.4000 > 10.0.0.2.65535: UDP, length 0"},
		{name: "frame 2", link: linkNetAnalyzer, b: "0000000000000000000000000000000000006162",
			want: " [|llc]"},
		{name: "frame 2 -e", link: linkNetAnalyzer, flags: "-e", b: "0000000000000000000000000000000000006162",
			want: "00:00:00:00:00:00 > 00:00:00:00:00:00, 802.3, length 0:  [|llc]"},
		{name: "frame cut to 3 bytes", link: linkNetAnalyzer, b: "000000", wire: 46,
			want: " [|netanalyzer]"},
		{name: "frame cut to 10 bytes", link: linkNetAnalyzer, b: "00000000000102030405", wire: 46,
			want: " [|ether]"},
	})
}

// What is expected is what tcpdump 4.99.3 prints.
func TestNetAnalyzerTransparent(t *testing.T) {
	testFrames(t, []frameTest{
		{name: "frame 1", link: linkNetAnalyzer + 1, b: "000000000000000000000000000102030405060708090a0b08004500001c00010000401166ca0a0000010a0000020fa0ffff00080000",
			want: "IP 10.0.0.1.4000 > 10.0.0.2.65535: UDP, length 0"},
		{name: "frame 1 -x", link: linkNetAnalyzer + 1, flags: "-x", b: "000000000000000000000000000102030405060708090a0b08004500001c00010000401166ca0a0000010a0000020fa0ffff00080000",
			want: "IP 10.0.0.1.4000 > 10.0.0.2.65535: UDP, length 0\n\t0x0000:  4500 001c 0001 0000 4011 66ca 0a00 0001\n\t0x0010:  0a00 0002 0fa0 ffff 0008 0000"},
		{name: "frame cut to 11 bytes", link: linkNetAnalyzer + 1, b: "0000000000000000000000", wire: 54,
			want: " [|netanalyzer_transparent]"},
	})
}

// What is expected is what tcpdump 4.99.3 prints.
func TestSymantec(t *testing.T) {
	testFrames(t, []frameTest{
		{name: "packet 1", link: linkSymantec, b: "00000000000008000000000000000000000000000000000000000000000000000000000000000000000000004500001c00010000401166ca0a0000010a0000020fa0ffff00080000",
			want: "IP 10.0.0.1.4000 > 10.0.0.2.65535: UDP, length 0"},
		{name: "packet 1 -e", link: linkSymantec, flags: "-e", b: "00000000000008000000000000000000000000000000000000000000000000000000000000000000000000004500001c00010000401166ca0a0000010a0000020fa0ffff00080000",
			want: "ethertype IPv4 (0x0800), length 72: 10.0.0.1.4000 > 10.0.0.2.65535: UDP, length 0"},
		{name: "packet 1 -q", link: linkSymantec, flags: "-q", b: "00000000000008000000000000000000000000000000000000000000000000000000000000000000000000004500001c00010000401166ca0a0000010a0000020fa0ffff00080000",
			want: "IP 10.0.0.1.4000 > 10.0.0.2.65535: UDP, length 0"},
		{name: "packet 2", link: linkSymantec, b: "00000000000012340000000000000000000000000000000000000000000000000000000000000000000000004500001c00010000401166ca0a0000010a0000020fa0ffff00080000",
			want: "ethertype Unknown (0x1234), length 72: \n\t0x0000:  4500 001c 0001 0000 4011 66ca 0a00 0001  E.......@.f.....\n\t0x0010:  0a00 0002 0fa0 ffff 0008 0000            ............"},
		{name: "packet 2 -e", link: linkSymantec, flags: "-e", b: "00000000000012340000000000000000000000000000000000000000000000000000000000000000000000004500001c00010000401166ca0a0000010a0000020fa0ffff00080000",
			want: "ethertype Unknown (0x1234), length 72: \n\t0x0000:  4500 001c 0001 0000 4011 66ca 0a00 0001  E.......@.f.....\n\t0x0010:  0a00 0002 0fa0 ffff 0008 0000            ............"},
		{name: "packet 2 -q", link: linkSymantec, flags: "-q", b: "00000000000012340000000000000000000000000000000000000000000000000000000000000000000000004500001c00010000401166ca0a0000010a0000020fa0ffff00080000",
			want: "Unknown Ethertype (0x1234), length 72: "},
		{name: "packet 3", link: linkSymantec, b: "00000000000000040000000000000000000000000000000000000000000000000000000000000000000000004500001c00010000401166ca0a0000010a0000020fa0ffff00080000",
			want: "invalid ethertype 4, length 72: \n\t0x0000:  4500 001c 0001 0000 4011 66ca 0a00 0001  E.......@.f.....\n\t0x0010:  0a00 0002 0fa0 ffff 0008 0000            ............"},
		{name: "packet 3 -e", link: linkSymantec, flags: "-e", b: "00000000000000040000000000000000000000000000000000000000000000000000000000000000000000004500001c00010000401166ca0a0000010a0000020fa0ffff00080000",
			want: "invalid ethertype 4, length 72: \n\t0x0000:  4500 001c 0001 0000 4011 66ca 0a00 0001  E.......@.f.....\n\t0x0010:  0a00 0002 0fa0 ffff 0008 0000            ............"},
		{name: "packet 3 -q", link: linkSymantec, flags: "-q", b: "00000000000000040000000000000000000000000000000000000000000000000000000000000000000000004500001c00010000401166ca0a0000010a0000020fa0ffff00080000",
			want: "invalid ethertype 4, length 72: "},
		{name: "packet 4", link: linkSymantec, b: "00000000000008060000000000000000000000000000000000000000000000000000000000000000000000004500001c00010000401166ca0a0000010a0000020fa0ffff00080000",
			want: "ARP, Unknown Hardware (17664) (len 0), Unknown Protocol (0x001c) (len 1), length 28"},
		{name: "packet 4 -e", link: linkSymantec, flags: "-e", b: "00000000000008060000000000000000000000000000000000000000000000000000000000000000000000004500001c00010000401166ca0a0000010a0000020fa0ffff00080000",
			want: "ethertype ARP (0x0806), length 72: Unknown Hardware (17664) (len 0), Unknown Protocol (0x001c) (len 1), length 28"},
		{name: "packet 4 -q", link: linkSymantec, flags: "-q", b: "00000000000008060000000000000000000000000000000000000000000000000000000000000000000000004500001c00010000401166ca0a0000010a0000020fa0ffff00080000",
			want: "ARP, Unknown Hardware (17664) (len 0), Unknown Protocol (0x001c) (len 1), length 28"},
		{name: "packet cut to 43 bytes", link: linkSymantec, b: "00000000000008000000000000000000000000000000000000000000000000000000000000000000000000", wire: 72,
			want: " [|symantec]"},
	})
}

// What is expected is what tcpdump 4.99.3 prints.
func TestIPNet(t *testing.T) {
	testFrames(t, []frameTest{
		{name: "packet 1", link: linkIPNet, b: "0102000200000003000000040000000500000006000000004500001c00010000401166ca0a0000010a0000020fa0ffff00080000",
			want: "IP 10.0.0.1.4000 > 10.0.0.2.65535: UDP, length 0"},
		{name: "packet 1 -e", link: linkIPNet, flags: "-e", b: "0102000200000003000000040000000500000006000000004500001c00010000401166ca0a0000010a0000020fa0ffff00080000",
			want: "6 > 0, family IPv4 (2), length 52: 10.0.0.1.4000 > 10.0.0.2.65535: UDP, length 0"},
		{name: "packet 1 -e -q", link: linkIPNet, flags: "-e -q", b: "0102000200000003000000040000000500000006000000004500001c00010000401166ca0a0000010a0000020fa0ffff00080000",
			want: "6 > 0, IPv4, length 52: 10.0.0.1.4000 > 10.0.0.2.65535: UDP, length 0"},
		{name: "packet 2", link: linkIPNet, b: "011a000200000003000000040000000500000006000000004500001c00010000401166ca0a0000010a0000020fa0ffff00080000",
			want: " [|ip6]"},
		{name: "packet 2 -e", link: linkIPNet, flags: "-e", b: "011a000200000003000000040000000500000006000000004500001c00010000401166ca0a0000010a0000020fa0ffff00080000",
			want: "6 > 0, family IPv6 (26), length 52:  [|ip6]"},
		{name: "packet 2 -e -q", link: linkIPNet, flags: "-e -q", b: "011a000200000003000000040000000500000006000000004500001c00010000401166ca0a0000010a0000020fa0ffff00080000",
			want: "6 > 0, IPv6, length 52:  [|ip6]"},
		{name: "packet 3", link: linkIPNet, b: "0118000200000003000000040000000500000006000000004500001c00010000401166ca0a0000010a0000020fa0ffff00080000",
			want: "6 > 0, family Unknown (24), length 52: \n\t0x0000:  4500 001c 0001 0000 4011 66ca 0a00 0001  E.......@.f.....\n\t0x0010:  0a00 0002 0fa0 ffff 0008 0000            ............"},
		{name: "packet 3 -e", link: linkIPNet, flags: "-e", b: "0118000200000003000000040000000500000006000000004500001c00010000401166ca0a0000010a0000020fa0ffff00080000",
			want: "6 > 0, family Unknown (24), length 52: \n\t0x0000:  4500 001c 0001 0000 4011 66ca 0a00 0001  E.......@.f.....\n\t0x0010:  0a00 0002 0fa0 ffff 0008 0000            ............"},
		{name: "packet 3 -e -q", link: linkIPNet, flags: "-e -q", b: "0118000200000003000000040000000500000006000000004500001c00010000401166ca0a0000010a0000020fa0ffff00080000",
			want: "6 > 0, Unknown Ethertype (0x0018), length 52: "},
		{name: "packet 4", link: linkIPNet, b: "0107000200000003000000040000000500000006000000004500001c00010000401166ca0a0000010a0000020fa0ffff00080000",
			want: "6 > 0, family Unknown (7), length 52: \n\t0x0000:  4500 001c 0001 0000 4011 66ca 0a00 0001  E.......@.f.....\n\t0x0010:  0a00 0002 0fa0 ffff 0008 0000            ............"},
		{name: "packet 4 -e", link: linkIPNet, flags: "-e", b: "0107000200000003000000040000000500000006000000004500001c00010000401166ca0a0000010a0000020fa0ffff00080000",
			want: "6 > 0, family Unknown (7), length 52: \n\t0x0000:  4500 001c 0001 0000 4011 66ca 0a00 0001  E.......@.f.....\n\t0x0010:  0a00 0002 0fa0 ffff 0008 0000            ............"},
		{name: "packet 4 -e -q", link: linkIPNet, flags: "-e -q", b: "0107000200000003000000040000000500000006000000004500001c00010000401166ca0a0000010a0000020fa0ffff00080000",
			want: "6 > 0, Unknown Ethertype (0x0007), length 52: "},
		{name: "packet cut to 23 bytes", link: linkIPNet, b: "0102000200000003000000040000000500000006000000", wire: 52,
			want: " [|ipnet]"},
	})
}
