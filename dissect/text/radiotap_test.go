package text

import (
	"testing"

	"wiredump/capture/packet"
)

// What is expected is what tcpdump 4.99.3 prints.
func TestRadiotap(t *testing.T) {
	testFrames(t, []frameTest{
		{name: "fields", link: packet.Radiotap, b: "00001d007f1c0000000000000000000002046c09a0000102d0a0140120d4003412101112131415",
			want: "0us tsft short preamble 2.0 Mb/s 2412 MHz 11b fhset 1 fhpat 2 -48dBm signal -96dBm noise 20dBm tx power antenna 1 32dB signal Acknowledgment RA:10:11:12:13:14:15 "},
		{name: "attenuation", link: packet.Radiotap, b: "00000d00800300000700050003d4003412101112131415",
			want: "7 sq -5 tx power -3dB tx attenuation Acknowledgment RA:10:11:12:13:14:15 "},
		{name: "rate as mcs", link: packet.Radiotap, b: "000009000400000087d4003412101112131415",
			want: "MCS 7 Acknowledgment RA:10:11:12:13:14:15 "},
		{name: "noise and rx flags", link: packet.Radiotap, b: "00000c000060000007000000d4003412101112131415",
			want: "7dB noise Acknowledgment RA:10:11:12:13:14:15 "},
		{name: "channel of 802.11n", link: packet.Radiotap, b: "00000f00080008006c098004070007d4003412101112131415",
			want: "2412 MHz 11n 65.0 Mb/s MCS 7 20 MHz long GI Acknowledgment RA:10:11:12:13:14:15 "},
		{name: "extended channel", link: packet.Radiotap, b: "00001400080004006c098004400102003c142414d4003412101112131415",
			want: "5180 MHz 11a ht/40+ Acknowledgment RA:10:11:12:13:14:15 "},
		{name: "half-width fhss", link: packet.Radiotap, b: "00000c00080000006c09d048d4003412101112131415",
			want: "2412 MHz FHSS 11g/10Mhz Turbo Acknowledgment RA:10:11:12:13:14:15 "},
		{name: "mcs", link: packet.Radiotap, b: "00000b00000008003f7d0fd4003412101112131415",
			want: "300.0 Mb/s MCS 15 40 MHz short GI greenfield LDPC FEC RX-STBC3 Acknowledgment RA:10:11:12:13:14:15 "},
		{name: "mcs without rate", link: packet.Radiotap, b: "00000b000000080002004dd4003412101112131415",
			want: "MCS 77 Acknowledgment RA:10:11:12:13:14:15 "},
		{name: "mcs 32", link: packet.Radiotap, b: "00000b0000000800070120d4003412101112131415",
			want: "6.0 Mb/s MCS 32 40 MHz long GI Acknowledgment RA:10:11:12:13:14:15 "},
		{name: "ampdu and vht", link: packet.Radiotap, b: "00001c00000030000000000000000000440004049200130001000000d4003412101112131415",
			want: "User 0 MCS 9 LDPC FEC User 2 MCS 1 BCC FEC 80 MHz short GI Acknowledgment RA:10:11:12:13:14:15 "},
		{name: "vht of unknown width", link: packet.Radiotap, b: "00001400000020004000001a0100000000000000d4003412101112131415",
			want: "User 0 MCS 0 BCC FEC unknown (26) Acknowledgment RA:10:11:12:13:14:15 "},
		{name: "two namespaces", link: packet.Radiotap, b: "00000e00200000a0200000000102d4003412101112131415",
			want: "1dBm signal 2dBm signal Acknowledgment RA:10:11:12:13:14:15 "},
		{name: "vendor", link: packet.Radiotap, b: "00001c00200000c0200000a020000000010000010203020005060708d4003412101112131415",
			want: "1dBm signal 7dBm signal Acknowledgment RA:10:11:12:13:14:15 "},
		{name: "vendor cut", link: packet.Radiotap, b: "00001300200000c0200000a020000000010000d4003412101112131415",
			want: "1dBm signal  [|802.11_radio]0dBm signal Acknowledgment RA:10:11:12:13:14:15 "},
		{name: "vendor with too much", link: packet.Radiotap, b: "00001800200000c0200000a020000000010000010203ff00d4003412101112131415",
			want: "1dBm signal Acknowledgment RA:10:11:12:13:14:15 "},
		{name: "both namespaces", link: packet.Radiotap, b: "00000e00200000e0200000000102d4003412101112131415",
			want: "1dBm signal 2dBm signal Acknowledgment RA:10:11:12:13:14:15 "},
		{name: "unknown bit", link: packet.Radiotap, b: "00001000200000802000000001020304d4003412101112131415",
			want: "1dBm signal [bit 37] Acknowledgment RA:10:11:12:13:14:15 "},
		{name: "field cut", link: packet.Radiotap, b: "00000c002100000001020304d4003412101112131415",
			want: " [|802.11_radio]Acknowledgment RA:10:11:12:13:14:15 "},
		{name: "check sequence", link: packet.Radiotap, b: "00000900020000001080003412101112131415202122232425303132333435102000000000000000006400110000036e6574010482840b1603010761626364",
			want: "Beacon (net) [1.0* 2.0* 5.5 11.0 Mbit] ESS CH: 7, PRIVACY"},
		{name: "check sequence alone", link: packet.Radiotap, b: "000009000200000010616263",
			want: " [|802.11]"},
		{name: "padding", link: packet.Radiotap, flags: "-e", b: "00000900020000002088013412101112131415202122232425303132333435102051510000aaaa0300000008060001080006040001020000000001c0a80001000000000000c0a80002",
			want: "CF +QoS BSSID:10:11:12:13:14:15 SA:20:21:22:23:24:25 DA:30:31:32:33:34:35 LLC, dsap SNAP (0xaa) Individual, ssap SNAP (0xaa) Command, ctrl 0x03: oui Ethernet (0x000000), ethertype ARP (0x0806), length 28: Request who-has 192.168.0.2 tell 192.168.0.1, length 28"},
		{name: "length 7", link: packet.Radiotap, b: "000007000000000000000000000000000000000000000000",
			want: " [|802.11_radio]"},
		{name: "header cut", link: packet.Radiotap, b: "000010000100000000000000", wire: 60,
			want: " [|802.11_radio]"},
		{name: "presence words cut", link: packet.Radiotap, b: "0000080000000080d4003412101112131415",
			want: " [|802.11_radio]"},
		{name: "-x", link: packet.Radiotap, flags: "-x", b: "0000080000000000080034121011121314152021222324253031323334351020aaaa0300000008060001080006040001020000000001c0a80001000000000000c0a80002",
			want: "ARP, Request who-has 192.168.0.2 tell 192.168.0.1, length 28\n\t0x0000:  0001 0800 0604 0001 0200 0000 0001 c0a8\n\t0x0010:  0001 0000 0000 0000 c0a8 0002"},
	})
}
