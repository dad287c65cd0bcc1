package text

import (
	"testing"

	"wiredump/capture/packet"
)

// What is expected is what tcpdump 4.99.3 prints.
func TestEAP(t *testing.T) {
	testFrames(t, []frameTest{
		{
			"EAP 0", packet.Ethernet, "-v",
			"020000000001020000000002888e0100000b0205000b018568656c6c6f", 0,
			"EAP packet (0) v1, len 11, Response (2), id 5, len 11\n" +
				"\t\t Type Identity (1), Identity: M-^Ehello",
		},
		{
			"EAP 1", packet.Ethernet, "-v",
			"020000000001020000000002888e0100000b0205000b028568656c6c6f", 0,
			"EAP packet (0) v1, len 11, Response (2), id 5, len 11\n" +
				"\t\t Type Notification (2), Notification: M-^Ehello",
		},
		{
			"EAP 2", packet.Ethernet, "-v",
			"020000000001020000000002888e0100000b0205000b038568656c6c6f", 0,
			"EAP packet (0) v1, len 11, Response (2), id 5, len 11\n" +
				"\t\t Type Nak (3) unknown (133), unknown (104), unknown (101), unknown (108), unknown (108), unknown (111)",
		},
		{
			"EAP 3", packet.Ethernet, "-v",
			"020000000001020000000002888e0100000b0205000b0d8568656c6c6f", 0,
			"EAP packet (0) v1, len 11, Response (2), id 5, len 11\n" +
				"\t\t Type TLS (13) flags [L bit] 0x85, len 1751477356",
		},
		{
			"EAP 4", packet.Ethernet, "-v",
			"020000000001020000000002888e0100000b0205000b128568656c6c6f", 0,
			"EAP packet (0) v1, len 11, Response (2), id 5, len 11\n" +
				"\t\t Type SIM (18) subtype [unknown] 0x85",
		},
		{
			"EAP 5", packet.Ethernet, "-v",
			"020000000001020000000002888e0100000b0205000b158568656c6c6f", 0,
			"EAP packet (0) v1, len 11, Response (2), id 5, len 11\n" +
				"\t\t Type TTLS (21) TTLSv5 flags [L bit] 0x85, len 1751477356",
		},
		{
			"EAP 6", packet.Ethernet, "-v",
			"020000000001020000000002888e0100000b0205000b2b8568656c6c6f", 0,
			"EAP packet (0) v1, len 11, Response (2), id 5, len 11\n" +
				"\t\t Type FAST (43) FASTv5 flags [L bit] 0x85, len 1751477356",
		},
		{
			"not verbose", packet.Ethernet, "",
			"020000000001020000000002888e01000006010500060161", 0,
			"EAP packet (0) v1, len 6",
		},
		{
			"key", packet.Ethernet, "-v",
			"020000000001020000000002888e02030003616263", 0,
			"EAPOL key (3) v2, len 3",
		},
		{
			"cut", packet.Ethernet, "-v -x",
			"020000000001020000000002888e0100000702050007", 25,
			"EAP packet (0) v1, len 7, Response (2), id 5, len 7 [|eap]\n" +
				"\t0x0000:  0100 0007 0205 0007",
		},
		{
			"header cut", packet.Ethernet, "-v -x",
			"020000000001020000000002888e010000070205", 25,
			"EAP packet (0) v1, len 7,  [|eap]\n" +
				"\t0x0000:  0200 0000 0001 0200 0000 0002 888e 0100\n" +
				"\t0x0010:  0007 0205",
		},
		{
			"short request", packet.Ethernet, "-v",
			"020000000001020000000002888e0100000401050004", 0,
			"EAP packet (0) v1, len 4, Request (1), id 5, len 4 (too short for EAP request/response)",
		},
		{
			"short method", packet.Ethernet, "-v",
			"020000000001020000000002888e010000050105000503", 0,
			"EAP packet (0) v1, len 5, Request (1), id 5, len 5\n" +
				"\t\t Type Nak (3) (too short for EAP Legacy NAK request/response)",
		},
		{
			"fragment", packet.Ethernet, "-v",
			"020000000001020000000002888e01000006010500090161", 0,
			"EAP packet (0) v1, len 6, EAP fragment?",
		},
		{
			"empty", packet.Ethernet, "-v",
			"020000000001020000000002888e01000000", 0,
			"EAP packet (0) v1, len 0 [|eap]",
		},
		{
			"success", packet.Ethernet, "-v",
			"020000000001020000000002888e0100000403050004", 0,
			"EAP packet (0) v1, len 4, Success (3), id 5, len 4",
		},
	})
}
