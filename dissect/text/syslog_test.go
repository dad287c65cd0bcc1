package text

import "testing"

// What is expected is what tcpdump 4.99.3 prints.
func TestSyslog(t *testing.T) {
	testPackets(t, []packetTest{
		{name: "<13>hello", b: "4500002500010000401166c50a0000010a0000020fa00202001100003c31333e68656c6c6f",
			want: "IP 10.0.0.1.4000 > 10.0.0.2.514: SYSLOG user.notice, length: 9"},
		{name: "<165>a\\x01", verbose: 1, b: "4500002300010000401166c70a0000010a0000020fa00202000f00003c3136353e6101",
			want: "IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 35)\n    10.0.0.1.4000 > 10.0.0.2.514: SYSLOG, length: 7\n\tFacility local4 (20), Severity notice (5)\n\tMsg: a^A"},
		{name: "<999>hello", verbose: 2, b: "4500002600010000401166c40a0000010a0000020fa00202001200003c3939393e68656c6c6f",
			want: "IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 38)\n    10.0.0.1.4000 > 10.0.0.2.514: [no cksum] SYSLOG, length: 10\n\tFacility unknown (124) (124), Severity debug (7)\n\tMsg: hello\n\t0x0000:  3c39 3939 3e68 656c 6c6f"},
		{name: "<>x", b: "4500001f00010000401166cb0a0000010a0000020fa00202000b00003c3e78",
			want: "IP 10.0.0.1.4000 > 10.0.0.2.514: SYSLOG kernel.emergency, length: 3"},
		{name: "13>x", b: "4500002000010000401166ca0a0000010a0000020fa00202000c000031333e78",
			want: "IP 10.0.0.1.4000 > 10.0.0.2.514:  (invalid)"},
		{name: "<1234>x", b: "4500002300010000401166c70a0000010a0000020fa00202000f00003c313233343e78",
			want: "IP 10.0.0.1.4000 > 10.0.0.2.514:  (invalid)"},
		{name: "<13", b: "4500001f00010000401166cb0a0000010a0000020fa00202000b00003c3133",
			want: "IP 10.0.0.1.4000 > 10.0.0.2.514:  [|syslog]"},
		{name: "text cut to 0 bytes", verbose: 1, b: "4500002500010000401166c50a0000010a0000020fa00202001100003c31333e68656c6c6f", captured: 28,
			want: "IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 37)\n    10.0.0.1.4000 > 10.0.0.2.514:  [|syslog]"},
		{name: "text cut to 3 bytes", verbose: 1, b: "4500002500010000401166c50a0000010a0000020fa00202001100003c31333e68656c6c6f", captured: 31,
			want: "IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 37)\n    10.0.0.1.4000 > 10.0.0.2.514:  [|syslog]"},
		{name: "text cut to 4 bytes", verbose: 1, b: "4500002500010000401166c50a0000010a0000020fa00202001100003c31333e68656c6c6f", captured: 32,
			want: "IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 37)\n    10.0.0.1.4000 > 10.0.0.2.514: SYSLOG, length: 9\n\tFacility user (1), Severity notice (5)\n\tMsg:  [|syslog]"},
		{name: "text cut to 7 bytes", verbose: 1, b: "4500002500010000401166c50a0000010a0000020fa00202001100003c31333e68656c6c6f", captured: 35,
			want: "IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 37)\n    10.0.0.1.4000 > 10.0.0.2.514: SYSLOG, length: 9\n\tFacility user (1), Severity notice (5)\n\tMsg: hel [|syslog]"},
	})
}
