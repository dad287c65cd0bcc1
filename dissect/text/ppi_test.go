package text

import "testing"

// What is expected is what tcpdump 4.99.3 prints.
func TestPPI(t *testing.T) {
	testFrames(t, []frameTest{
		{name: "802.11", link: linkPPI, b: "00001000690000000200040061626364d4003412101112131415",
			want: "Acknowledgment RA:10:11:12:13:14:15 "},
		{name: "802.11 -e", link: linkPPI, flags: "-e", b: "00001000690000000200040061626364d4003412101112131415",
			want: "V.0 DLT IEEE802_11 (105) len 16, length 26: RA:10:11:12:13:14:15 Acknowledgment"},
		{name: "raw -e -q", link: linkPPI, flags: "-e -q", b: "000008000c0000004500001c00010000401166ca0a0000010a0000020fa0ffff00080000",
			want: "RAW, length 36: ip: 10.0.0.1.4000 > 10.0.0.2.65535: UDP, length 0"},
		{name: "raw, as savefiles have it", link: linkPPI, b: "00000800650000004500001c00010000401166ca0a0000010a0000020fa0ffff00080000",
			want: "V.0 DLT UNKNOWN (101) len 8, length 36: \n\t0x0000:  4500 001c 0001 0000 4011 66ca 0a00 0001  E.......@.f.....\n\t0x0010:  0a00 0002 0fa0 ffff 0008 0000            ............"},
		{name: "unknown -e", link: linkPPI, flags: "-e", b: "00000800611e00004500001c00010000401166ca0a0000010a0000020fa0ffff00080000",
			want: "V.0 DLT UNKNOWN (7777) len 8, length 36: \n\t0x0000:  4500 001c 0001 0000 4011 66ca 0a00 0001  E.......@.f.....\n\t0x0010:  0a00 0002 0fa0 ffff 0008 0000            ............"},
		{name: "ethernet -x", link: linkPPI, flags: "-x", b: "000008000100000000000000000000000000000008004500001c00010000401166ca0a0000010a0000020fa0ffff00080000",
			want: "IP 10.0.0.1.4000 > 10.0.0.2.65535: UDP, length 0\n\t0x0000:  0001 0a00 0002 0fa0 ffff 0008 0000"},
		{name: "nested", link: linkPPI, b: "00000800c00000000000080069000000d4003412101112131415",
			want: "Acknowledgment RA:10:11:12:13:14:15 "},
		{name: "length 7", link: linkPPI, b: "0000070069000000d4003412101112131415",
			want: " [length 7 < 8 or > 65532] (invalid)"},
		{name: "cut", link: linkPPI, b: "00001e0069000000d4003412101112131415",
			want: " [|ppi]"},
		{name: "short", link: linkPPI, b: "616263",
			want: " [|ppi]"},
	})
}
