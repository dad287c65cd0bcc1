package text

import (
	"testing"

	"wiredump/capture/packet"
)

func TestPPP(t *testing.T) {
	testFrames(t, []frameTest{
		{
			"IP", packet.PPP, "",
			"ff0300214500001c1234000040c8a23701020304c0a801016162636465666768", 0,
			"IP 1.2.3.4 > 192.168.1.1:  ip-proto-200 8",
		},
		{
			"IP, link", packet.PPP, "-e",
			"ff0300214500001c1234000040c8a23701020304c0a801016162636465666768", 0,
			"IP (0x0021), length 32: 1.2.3.4 > 192.168.1.1:  ip-proto-200 8",
		},
		{
			"short protocol", packet.PPP, "-e",
			"214500001c1234000040c8a23701020304c0a801016162636465666768", 0,
			"IP (0x0021), length 29: 1.2.3.4 > 192.168.1.1:  ip-proto-200 8",
		},
		{
			"unknown", packet.PPP, "",
			"ff0312346162636465666768", 0,
			"unknown PPP protocol (0x1234) \n\t0x0000:  6162 6364 6566 6768",
		},
		{
			"unknown, link", packet.PPP, "-e",
			"ff0312346162636465666768", 0,
			"unknown (0x1234), length 12",
		},
		{
			"known by name only", packet.PPP, "",
			"ff0300256162636465666768", 0,
			"NS \n\t0x0000:  6162 6364 6566 6768",
		},
		{
			"compressed", packet.PPP, "",
			"ff0300fd6162636465666768", 0,
			"compressed PPP data",
		},
		{
			"escaped", packet.PPP, "",
			"ff037e214500001c123400007d60c8a23701020304c0a801016162636465666768", 0,
			"IP 1.2.3.4 > 192.168.1.1:  ip-proto-200 8",
		},
		{
			"cut", packet.PPP, "-x",
			"ff0300", 32,
			" [|ppp]",
		},
		{
			"multilink", packet.PPP, "",
			"ff03003dc00161626364", 0,
			"MLPPP, seq 0x001, Flags [begin, end], length 6",
		},
		{
			"LCP", packet.PPP, "",
			"ff03c02101070008010405dc", 0,
			"LCP, Conf-Request (0x01), id 7, length 10",
		},
		{
			"LCP, verbose", packet.PPP, "-v",
			"ff03c02101070033010405dc0305c22305050601020304070208021309036162636465660d03020905616263110405dc170400071f0361", 0,
			"LCP, Conf-Request (0x01), id 7, length 53\n" +
				"\tencoded length 51 (=Option(s) length 47)\n" +
				"\t  MRU Option (0x01), length 4: 1500\n" +
				"\t  Auth-Prot Option (0x03), length 5: CHAP, MD5\n" +
				"\t  Magic-Num Option (0x05), length 6: 0x01020304\n" +
				"\t  PFC Option (0x07), length 2\n" +
				"\t  ACFC Option (0x08), length 2\n" +
				"\t  End-Disc Option (0x13), length 9: MAC 61:62:63:64:65:66\n" +
				"\t  Call-Back Option (0x0d), length 3: : Callback Operation LocalID (2)\n" +
				"\t  FCS-Alt Option (0x09), length 5\n" +
				"\t    0x0000:  6162 63\n" +
				"\t  MRRU Option (0x11), length 4: 1500\n" +
				"\t  Link-Disc Option (0x17), length 4: 0x0007\n" +
				"\tunknown LCP option 0x1f",
		},
		{
			"LCP, option too short", packet.PPP, "-v",
			"ff03c02101070007010305", 0,
			"LCP, Conf-Request (0x01), id 7, length 9\n" +
				"\tencoded length 7 (=Option(s) length 3)\n" +
				"\t  MRU Option (0x01), length 3 (length bogus, should be = 4)",
		},
		{
			"LCP, option over the rest", packet.PPP, "-v",
			"ff03c02101070005010405dc", 0,
			"LCP, Conf-Request (0x01), id 7, length 10\n" +
				"\tencoded length 5 (=Option(s) length 1)\n" +
				"\t  MRU Option (0x01), length 4: 1500 [remaining options length 1 < 4] (invalid)",
		},
		{
			"quirk ppp-option", packet.PPP, "-v",
			"ff03c021010700081f200000", 0,
			"LCP, Conf-Request (0x01), id 7, length 10\n\tencoded length 8 (=Option(s) length 4)",
		},
		{
			"quirk ppp-auth", packet.PPP, "-v",
			"ff03c0210107000803041234", 0,
			"LCP, Conf-Request (0x01), id 7, length 10\n" +
				"\tencoded length 8 (=Option(s) length 4)\n" +
				"\t  Auth-Prot Option (0x03), length 4: Unknown Auth Proto (0x04x)\n" +
				"\t0x0000:  0304 1234",
		},
		{
			"LCP echo", packet.PPP, "-v",
			"ff03c0210907000c0102030464617461", 0,
			"LCP, Echo-Request (0x09), id 7, length 14\n" +
				"\tencoded length 12 (=Option(s) length 8)\n" +
				"\t  Magic-Num 0x01020304\n" +
				"\t  -----trailing data-----\n" +
				"\t  0x0000:  6461 7461",
		},
		{
			"LCP reject", packet.PPP, "-v",
			"ff03c0210807000a802164617461", 0,
			"LCP, Prot-Reject (0x08), id 7, length 12\n" +
				"\tencoded length 10 (=Option(s) length 6)\n" +
				"\t  Rejected IPCP Protocol (0x8021)\n" +
				"\t  Rejected Packet\n" +
				"\t    0x0000:  6461 7461",
		},
		{
			"quirk ppp-message", packet.PPP, "-v",
			"ff03c0210c07000d0102030468656c6c6f", 0,
			"LCP, Ident (0x0c), id 7, length 15\n" +
				"\tencoded length 13 (=Option(s) length 9)\n" +
				"\t  Magic-Num 0x01020304\n" +
				"\t  Message\n" +
				"\t    hello[|LCP]",
		},
		{
			"LCP time left", packet.PPP, "-v",
			"ff03c0210d07000c0102030400000005", 0,
			"LCP, Time-Rem (0x0d), id 7, length 14\n" +
				"\tencoded length 12 (=Option(s) length 8)\n" +
				"\t  Magic-Num 0x01020304, Seconds-Remaining 5s",
		},
		{
			"LCP vendor", packet.PPP, "-v",
			"ff03c0210007000d0102030400000c0176", 0,
			"LCP, Vendor-Extension (0x00), id 7, length 15\n" +
				"\tencoded length 13 (=Option(s) length 9)\n" +
				"\t  Magic-Num 0x01020304 Vendor: Cisco (12)",
		},
		{
			"LCP, unknown code", packet.PPP, "-v",
			"ff03c0216307001c616263646566676861626364656667686162636465666768", 0,
			"LCP, Unknown Opcode (0x63), id 7, length 30\n" +
				"\tencoded length 28 (=Option(s) length 24)\n" +
				"\t  0x0000:  c021 6307 001c 6162 6364 6566 6768 6162\n" +
				"\t  0x0010:  6364 6566 6768 6162 6364 6566 6768",
		},
		{
			"IPCP", packet.PPP, "-v",
			"ff038021010700160306010203048106050607080206002d0f01", 0,
			"IPCP, Conf-Request (0x01), id 7, length 24\n" +
				"\tencoded length 22 (=Option(s) length 18)\n" +
				"\t  IP-Addr Option (0x03), length 6: 1.2.3.4\n" +
				"\t  Pri-DNS Option (0x81), length 6: 5.6.7.8\n" +
				"\t  IP-Comp Option (0x02), length 6: VJ-Comp (0x2d):",
		},
		{
			"IPCP, header compression", packet.PPP, "-v",
			"ff0380210107001402100061000f00ff0100000500a80102", 0,
			"IPCP, Conf-Request (0x01), id 7, length 22\n" +
				"\tencoded length 20 (=Option(s) length 16)\n" +
				"\t  IP-Comp Option (0x02), length 16: IP Header Compression (0x61):\n" +
				"\t    TCP Space 15, non-TCP Space 255, maxPeriod 256, maxTime 5, maxHdr 168\n" +
				"\t      Suboptions, length 2\n" +
				"\t\tRTP-Compression Suboption #1, length 2",
		},
		{
			"IPv6CP", packet.PPP, "-v",
			"ff0380570207000e010a6162636465666768", 0,
			"IP6CP, Conf-Ack (0x02), id 7, length 16\n" +
				"\tencoded length 14 (=Option(s) length 10)\n" +
				"\t  Interface-ID Option (0x01), length 10: 6162:6364:6566:6768",
		},
		{
			"CCP", packet.PPP, "-v",
			"ff0380fd0107001515032b1804a1021a048801120601000020", 0,
			"CCP, Conf-Request (0x01), id 7, length 23\n" +
				"\tencoded length 21 (=Option(s) length 17)\n" +
				"\t  BSD-Comp Option (0x15), length 3: Version: 1, Dictionary Bits: 11\n" +
				"\t  MVRCA Option (0x18), length 4: Features: 2, PxP: Enabled, History: 1, #CTX-ID: 2\n" +
				"\t  Deflate Option (0x1a), length 4: Window: 8K, Method: zlib (0x8), MBZ: 0, CHK: 1\n" +
				"\t  MPPC Option (0x12), length 6\n" +
				"\t    0x0000:  0100 0020",
		},
		{
			"BACP", packet.PPP, "-v",
			"ff03c02b0107000a010601020304", 0,
			"BACP, Conf-Request (0x01), id 7, length 12\n" +
				"\tencoded length 10 (=Option(s) length 6)\n" +
				"\t  Favored-Peer Option (0x01), length 6: Magic-Num 0x01020304",
		},
		{
			"CHAP challenge", packet.PPP, "",
			"ff03c2230109000d04616263646e616d65", 0,
			"CHAP, Challenge (0x01), id 9, Value 61626364, Name name",
		},
		{
			"CHAP success", packet.PPP, "",
			"ff03c2230309000b77656c636f6d65", 0,
			"CHAP, Success (0x03), id 9, Msg welcome",
		},
		{
			"PAP request", packet.PPP, "",
			"ff03c0230109000d036162630470617373", 0,
			"PAP, Auth-Req (0x01), id 9, Peer abc, Name pass",
		},
		{
			"PAP ack", packet.PPP, "",
			"ff03c02302090007026f6b", 0,
			"PAP, Auth-ACK (0x02), id 9, Msg ok",
		},
		{
			"PAP without text", packet.PPP, "",
			"ff03c02302090004", 0,
			"PAP, Auth-ACK (0x02), id 9[|pap]",
		},
	})
}
