package text

import (
	"bytes"
	"testing"

	"wiredump/capture/packet"
	"wiredump/dissect"
)

// application prints b as a message of the protocol, of length bytes.
func application(proto dissect.Protocol, b []byte, length, verbose int) []byte {
	p := printer{opt: &Options{Verbose: verbose}, st: &state{}, pkt: &packet.Packet{}, cutAt: -1, ipContext: ipContext{ipLen: 4}}
	if proto == dissect.ProtoTCP {
		p.tcp(b, length)
	} else {
		p.printApplication(proto, b, length)
	}
	p.endCut()
	return p.out
}

// FuzzApplication gives bytes to the printers of all that TCP and UDP carry:
// none may panic or go on without end, and what is printed of a message that is
// cut must not depend on the bytes behind the cut.
func FuzzApplication(f *testing.F) {
	for _, s := range []struct {
		proto dissect.Protocol
		b     string
	}{
		{dissect.ProtoDNS, "\x00\x07\x81\x80\x00\x01\x00\x01\x00\x00\x00\x00\x01a\x00\x00\x01\x00\x01\xc0\x0c\x00\x01\x00\x01\x00\x00\x00\x05\x00\x04\x01\x02\x03\x04"},
		{dissect.ProtoMDNS, "\x00\x00\x84\x00\x00\x00\x00\x01\x00\x00\x00\x00\x01a\x00\x00\x10\x80\x01\x00\x00\x00\x05\x00\x04\x03a=b"},
		{dissect.ProtoHTTP, "GET / HTTP/1.1\r\nHost: a\r\n\r\n"},
		{dissect.ProtoSNMP, "\x30\x18\x02\x01\x00\x04\x06public\xa0\x0b\x02\x01\x01\x02\x01\x00\x02\x01\x00\x30\x00"},
		{dissect.ProtoRESP, "*2\r\n$3\r\nfoo\r\n:1\r\n"},
		{dissect.ProtoTFTP, "\x00\x01file\x00octet\x00blksize\x001428\x00"},
		{dissect.ProtoRIP, "\x02\x02\x00\x00\xff\xff\x00\x02password\x00\x00\x00\x00\x00\x00\x00\x00"},
		{dissect.ProtoGeneve, "\x02\x00\x65\x58\x00\x00\x05\x00\x01\x02\x01\x01abcd\x02\x00\x00\x00\x00\x01\x02\x00\x00\x00\x00\x02\x08\x00"},
		{dissect.ProtoTCP, "\x04\xd2\x00\x63\x00\x00\x03\xe8\x00\x00\x00\x00\x80\x02\x02\x00\x00\x00\x00\x00\x02\x04\x05\xb4\x01\x03\x03\x07\x1e\x04\x20\x00"},
		{dissect.ProtoDHCP, "\x01\x01\x06\x00\x00\x00\x00\x01"},
		{dissect.ProtoSyslog, "<13>hello"},
	} {
		f.Add(uint8(s.proto), []byte(s.b), uint16(len(s.b)), uint16(len(s.b)/2), uint8(2))
	}
	f.Fuzz(func(t *testing.T, proto uint8, b []byte, length, cut uint16, verbose uint8) {
		if len(b) > 2048 {
			return
		}
		captured := min(int(cut), int(length), len(b))
		got := application(dissect.Protocol(proto), b[:captured], int(length), int(verbose%4))
		alone := append([]byte(nil), b[:captured]...)
		want := application(dissect.Protocol(proto), alone, int(length), int(verbose%4))
		if !bytes.Equal(got, want) {
			t.Errorf("printed\n%q, without the bytes behind the cut\n%q", got, want)
		}
	})
}
