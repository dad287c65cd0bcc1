package text

import "testing"

// What is expected is what tcpdump 4.99.3 prints.
func TestSLIP(t *testing.T) {
	testFrames(t, []frameTest{
		{name: "datagram 1", link: linkSLIP, b: "000000000000000000000000000000004500001c00010000401166ca0a0000010a0000020fa0ffff00080000",
			want: "IP 10.0.0.1.4000 > 10.0.0.2.65535: UDP, length 0"},
		{name: "datagram 1 -e", link: linkSLIP, flags: "-e", b: "000000000000000000000000000000004500001c00010000401166ca0a0000010a0000020fa0ffff00080000",
			want: "I slip-0!: 10.0.0.1.4000 > 10.0.0.2.65535: UDP, length 0"},
		{name: "datagram 2", link: linkSLIP, b: "004500000000000000000000000000004500001c00010000401166ca0a0000010a0000020fa0ffff00080000",
			want: "IP 10.0.0.1.4000 > 10.0.0.2.65535: UDP, length 0"},
		{name: "datagram 2 -e", link: linkSLIP, flags: "-e", b: "004500000000000000000000000000004500001c00010000401166ca0a0000010a0000020fa0ffff00080000",
			want: "I ip 44: 10.0.0.1.4000 > 10.0.0.2.65535: UDP, length 0"},
		{name: "datagram 3", link: linkSLIP, b: "010000000000000000000000000000004500001c00010000401166ca0a0000010a0000020fa0ffff00080000",
			want: "IP 10.0.0.1.4000 > 10.0.0.2.65535: UDP, length 0"},
		{name: "datagram 3 -e", link: linkSLIP, flags: "-e", b: "010000000000000000000000000000004500001c00010000401166ca0a0000010a0000020fa0ffff00080000",
			want: "O slip-0!: 10.0.0.1.4000 > 10.0.0.2.65535: UDP, length 0"},
		{name: "datagram 4", link: linkSLIP, b: "014500000000000000000000000000004500001c00010000401166ca0a0000010a0000020fa0ffff00080000",
			want: "IP 10.0.0.1.4000 > 10.0.0.2.65535: UDP, length 0"},
		{name: "datagram 4 -e", link: linkSLIP, flags: "-e", b: "014500000000000000000000000000004500001c00010000401166ca0a0000010a0000020fa0ffff00080000",
			want: "O ip 44: 10.0.0.1.4000 > 10.0.0.2.65535: UDP, length 0"},
		{name: "datagram 5", link: linkSLIP, b: "020000000000000000000000000000004500001c00010000401166ca0a0000010a0000020fa0ffff00080000",
			want: "IP 10.0.0.1.4000 > 10.0.0.2.65535: UDP, length 0"},
		{name: "datagram 5 -e", link: linkSLIP, flags: "-e", b: "020000000000000000000000000000004500001c00010000401166ca0a0000010a0000020fa0ffff00080000",
			want: "Invalid direction 2 10.0.0.1.4000 > 10.0.0.2.65535: UDP, length 0"},
		{name: "datagram 6", link: linkSLIP, b: "024500000000000000000000000000004500001c00010000401166ca0a0000010a0000020fa0ffff00080000",
			want: "IP 10.0.0.1.4000 > 10.0.0.2.65535: UDP, length 0"},
		{name: "datagram 6 -e", link: linkSLIP, flags: "-e", b: "024500000000000000000000000000004500001c00010000401166ca0a0000010a0000020fa0ffff00080000",
			want: "Invalid direction 2 ip 44: 10.0.0.1.4000 > 10.0.0.2.65535: UDP, length 0"},
		{name: "datagram 7", link: linkSLIP, b: "007507000000000000000000000000004500002c00014000400626c90a0000010a0000020fa00050000003e8000000005002ffff0000000061626364",
			want: "IP 10.0.0.1.4000 > 10.0.0.2.80: Flags [S], seq 1000:1004, win 65535, length 4: HTTP"},
		{name: "datagram 7 -e", link: linkSLIP, flags: "-e", b: "007507000000000000000000000000004500002c00014000400626c90a0000010a0000020fa00050000003e8000000005002ffff0000000061626364",
			want: "I utcp 0: 10.0.0.1.4000 > 10.0.0.2.80: Flags [S], seq 1000:1004, win 65535, length 4: HTTP"},
		{name: "datagram cut to 15 bytes", link: linkSLIP, b: "000000000000000000000000000000", wire: 44,
			want: " [|slip]"},
		{name: "datagram cut to 16 bytes", link: linkSLIP, b: "00000000000000000000000000000000", wire: 44,
			want: " [|slip]"},
		{name: "datagram cut to 20 bytes", link: linkSLIP, b: "000000000000000000000000000000004500001c", wire: 44,
			want: "IP  [|ip]"},
	})
}

// What is expected is what tcpdump 4.99.3 prints.
func TestSLIPBSDOS(t *testing.T) {
	testFrames(t, []frameTest{
		{name: "datagram 1", link: linkSLIPBSDOS, b: "000000000000000000000000000000004500001c00010000401166ca0a0000010a0000020fa0ffff00080000",
			want: "IP 10.0.0.1.4000 > 10.0.0.2.65535: UDP, length 0"},
		{name: "datagram 1 -e", link: linkSLIPBSDOS, flags: "-e", b: "000000000000000000000000000000004500001c00010000401166ca0a0000010a0000020fa0ffff00080000",
			want: "10.0.0.1.4000 > 10.0.0.2.65535: UDP, length 0"},
		{name: "datagram cut to 15 bytes", link: linkSLIPBSDOS, b: "000000000000000000000000000000", wire: 44,
			want: " [|slip_bsdos]"},
		{name: "datagram cut to 16 bytes", link: linkSLIPBSDOS, b: "00000000000000000000000000000000", wire: 44,
			want: " [|ip]"},
	})
}
