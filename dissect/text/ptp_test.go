package text

import (
	"testing"

	"wiredump/dissect"
)

// What is expected is what tcpdump 4.99.3 prints.
func TestPTP(t *testing.T) {
	testPackets(t, []packetTest{
		{name: "sync", b: "4500004800010000401166a20a0000010a000002013f013f003400001002002c0405733f0123456789abcdef0000000600000000000000110001000700fd00010000000200000003",
			want: "IP 10.0.0.1.319 > 10.0.0.2.319: PTPv2, v1 compat : yes, msg type : sync msg, length : 44, domain : 4, reserved1 : 5, Flags [l1 61, l1 59, utc reasonable, timescale, time tracable, frequency tracable, alternate master, two step, profile specific 1, profile specific 2, security mask], NS correction : 1250999896491, sub NS correction : 52719, reserved2 : 6, clock identity : 0x11, port id : 1, seq id : 7, control : 0 (Sync), log message interval : 253, originTimeStamp : 4294967298 seconds, 3 nanoseconds"},
		{name: "peer delay request", b: "4500005200010000401166980a0000010a000002013f013f003e0000020200360000000000000000000000000000000000000000000000110001000705000001000000020000000311223344556677880004",
			want: "IP 10.0.0.1.319 > 10.0.0.2.319: PTPv2, v1 compat : no, msg type : peer delay req msg, length : 54, domain : 0, reserved1 : 0, Flags [none], NS correction : 0, sub NS correction : 0, reserved2 : 0, clock identity : 0x11, port id : 1, seq id : 7, control : 5 (Other), log message interval : 0, preciseOriginTimeStamp : 4294967298 seconds, 3 nanoseconds, port identity : 0x1122334455667788, port id : 4"},
		{name: "delay response", b: "4500005200010000401166980a0000010a000002013f013f003e0000090200360000000000000000000000000000000000000000000000110001000703000001000000020000000311223344556677880004",
			want: "IP 10.0.0.1.319 > 10.0.0.2.319: PTPv2, v1 compat : no, msg type : delay resp msg, length : 54, domain : 0, reserved1 : 0, Flags [none], NS correction : 0, sub NS correction : 0, reserved2 : 0, clock identity : 0x11, port id : 1, seq id : 7, control : 3 (Delay_Resp), log message interval : 0, receiveTimeStamp : 4294967298 seconds, 3 nanoseconds, port identity : 0x1122334455667788, port id : 4"},
		{name: "announce", b: "4500005c000100004011668e0a0000010a000002013f013f004800000b020040000018c0000000000000000000000000000000000000001100010007050000010000000200000003000102030405060708090a0b0c0d0e0f10111213",
			want: "IP 10.0.0.1.319 > 10.0.0.2.319: PTPv2, v1 compat : no, msg type : announce msg, length : 64, domain : 0, reserved1 : 0, Flags [profile specific 1, unknown], NS correction : 0, sub NS correction : 0, reserved2 : 0, clock identity : 0x11, port id : 1, seq id : 7, control : 5 (Other), log message interval : 0, originTimeStamp : 4294967298 seconds 3 nanoseconds, origin cur utc :1, rsvd : 2, gm priority_1 : 3, gm clock class : 4, gm clock accuracy : 5, gm clock variance : 1543, gm priority_2 : 8, gm clock id : 0x90a0b0c0d0e0f10, steps removed : 4370, time source : 0x13"},
		{name: "signalling", b: "4500004800010000401166a20a0000010a000002013f013f003400000c02002c00000000000000000000000000000000000000000000001100010007090011223344556677880004",
			want: "IP 10.0.0.1.319 > 10.0.0.2.319: PTPv2, v1 compat : no, msg type : signalling msg, length : 44, domain : 0, reserved1 : 0, Flags [none], NS correction : 0, sub NS correction : 0, reserved2 : 0, clock identity : 0x11, port id : 1, seq id : 7, control : 9 (Reserved), log message interval : 0, port identity : 0x1122334455667788, port id : 4"},
		{name: "management", b: "4500004c000100004011669e0a0000010a000002013f013f003800000d020030000000000000000000000000000000000000000000000011000100070400ab00000000000000000000000000",
			want: "IP 10.0.0.1.319 > 10.0.0.2.319: PTPv2, v1 compat : no, msg type : management msg, length : 48, domain : 0, reserved1 : 0, Flags [none], NS correction : 0, sub NS correction : 0, reserved2 : 0, clock identity : 0x11, port id : 1, seq id : 7, control : 4 (Management), log message interval : 0, port identity : 0xab00000000000000, port id : 0, , start boundary hops  171, , boundary hops  171, , flags  0xab, , reserved  0xab"},
		{name: "reserved", b: "4500003e00010000401166ac0a0000010a000002013f013f002a000005020022000000000000000000000000000000000000000000000011000100070000",
			want: "IP 10.0.0.1.319 > 10.0.0.2.319: PTPv2, v1 compat : no, msg type : Reserved, length : 34, domain : 0, reserved1 : 0, Flags [none], NS correction : 0, sub NS correction : 0, reserved2 : 0, clock identity : 0x11, port id : 1, seq id : 7, control : 0 (Sync), log message interval : 0"},
		{name: "version 1", b: "4500003e00010000401166ac0a0000010a000002013f013f002a000000010022000000000000000000000000000000000000000000000011000100070000",
			want: "IP 10.0.0.1.319 > 10.0.0.2.319: PTPv1 (not implemented)"},
		{name: "version 9", b: "4500003e00010000401166ac0a0000010a000002013f013f002a000000090022000000000000000000000000000000000000000000000011000100070000",
			want: "IP 10.0.0.1.319 > 10.0.0.2.319: PTPv9"},
		{name: "short", b: "4500003d00010000401166ad0a0000010a000002013f013f00290000000200220000000000000000000000000000000000000000000000110001000700",
			want: "IP 10.0.0.1.319 > 10.0.0.2.319:  [length 33 < 34] (invalid)"},
		{name: "in Ethernet", b: "4500005e000100004011668c0a0000010a00000203e812b5004a00000800000000000100011b1900000002000000000188f70002002c00000000000000000000000000000000000000000000001100010007000000000000000000000000",
			want: "IP 10.0.0.1.1000 > 10.0.0.2.4789: VXLAN, flags [I] (0x08), vni 1\nPTPv2, v1 compat : no, msg type : sync msg, length : 44, domain : 0, reserved1 : 0, Flags [none], NS correction : 0, sub NS correction : 0, reserved2 : 0, clock identity : 0x11, port id : 1, seq id : 7, control : 0 (Sync), log message interval : 0, originTimeStamp : 0 seconds, 0 nanoseconds"},
		{name: "under -T", as: dissect.ProtoPTP, b: "4500004800010000401166a20a0000010a00000200010002003400000c02002c00000000000000000000000000000000000000000000001100010007000011223344556677880004",
			want: "IP 10.0.0.1.1 > 10.0.0.2.2: PTPv2, v1 compat : no, msg type : signalling msg, length : 44, domain : 0, reserved1 : 0, Flags [none], NS correction : 0, sub NS correction : 0, reserved2 : 0, clock identity : 0x11, port id : 1, seq id : 7, control : 0 (Sync), log message interval : 0, port identity : 0x1122334455667788, port id : 4"},
		{name: "cut in the time stamp", b: "4500005200010000401166980a0000010a000002013f013f003e0000000200360000000000000000000000000000000000000000000000110001000700000001000000020000000311223344556677880004", captured: 66,
			want: "IP 10.0.0.1.319 > 10.0.0.2.319: PTPv2, v1 compat : no, msg type : sync msg, length : 54, domain : 0, reserved1 : 0, Flags [none], NS correction : 0, sub NS correction : 0, reserved2 : 0, clock identity : 0x11, port id : 1, seq id : 7, control : 0 (Sync), log message interval : 0, originTimeStamp : [|ptp]"},
		{name: "cut in the header", b: "4500005200010000401166980a0000010a000002013f013f003e0000000200360000000000000000000000000000000000000000000000110001000700000001000000020000000311223344556677880004", captured: 45,
			want: "IP 10.0.0.1.319 > 10.0.0.2.319: PTPv2, v1 compat : no, msg type : sync msg, length : 54, domain : 0, reserved1 : 0, Flags [none], NS correction : 0, sub NS correction : 0 [|ptp]"},
	})
}
