package talk

import (
	"bytes"
	"encoding/json"
	"os"
	"testing"
	"time"

	"wiredump/capture/packet"
)

// TestJSON has an object of each kind, and each of its names in docs/decode.md.
func TestJSON(t *testing.T) {
	e := Event{Time: at(1), VLAN: 7, Interface: 2, InterfaceName: "eth\"0", Latency: 1500 * time.Microsecond, Client: client, Server: server}
	const envelope = `{"schema":1,"time":"1970-01-01T00:16:40.001000000Z","event":"`
	const ends = `"client":"192.0.2.1","client_port":40001,"server":"192.0.2.2","server_port":80,"vlan":7,"interface_id":2,"interface":"eth\"0"`
	request, response, answered, unanswered := e, e, e, e
	request.Kind, request.Latency, request.Flags = HTTPRequest, -1, FlagGap|FlagCut
	request.Missing = 9
	request.HTTP = HTTP{Method: []byte("GET"), Target: []byte("/\"\x80é"), Host: []byte("h"), Version: []byte("HTTP/1.1"), BodyLen: -1}
	response.Kind = HTTPResponse
	response.HTTP = HTTP{Status: []byte("200"), Reason: []byte("OK"), Version: []byte("HTTP/1.1"), ContentType: []byte("t"), BodyLen: 5}
	answered.Kind = DNSAnswered
	answered.DNS = DNS{ID: 7, Asked: true, Name: []byte("\x01a\x01b"), Type: 1, Class: 1, Tries: 2, Message: []byte(reply(7, "a.b", 1))}
	unanswered.Kind, unanswered.Flags = DNSUnanswered, FlagEvicted
	unanswered.DNS = DNS{ID: 7, Opcode: 5}
	more := answered
	more.Kind = DNSUnasked
	more.DNS.Message = append([]byte(nil), answered.DNS.Message...)
	more.DNS.Message[7] = 3
	doc, err := os.ReadFile("../../docs/decode.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, tc := range []struct {
		e    *Event
		want string
	}{
		{&request, envelope + `http-request",` + ends + `,"method":"GET","target":"/\"\ufffd\u00e9","host":"h","version":"HTTP/1.1","missing_bytes":9,"flags":["gap","cut"]}`},
		{&response, envelope + `http-response",` + ends + `,"latency_ns":1500000,"status":200,"reason":"OK","version":"HTTP/1.1","content_type":"t","body_bytes":5}`},
		{&answered, envelope + `dns-answered",` + ends + `,"latency_ns":1500000,"id":7,"opcode":0,"name":"a.b.","type":"A","class":1,"tries":2,"rcode":"NOERROR","answers":[{"name":"a.b.","type":"A","ttl":60,"data":"192.0.2.7"}]}`},
		{&unanswered, envelope + `dns-unanswered",` + ends + `,"latency_ns":1500000,"id":7,"opcode":5,"flags":["evicted"]}`},
		{&more, envelope + `dns-unasked",` + ends + `,"latency_ns":1500000,"id":7,"opcode":0,"name":"a.b.","type":"A","class":1,"tries":2,"rcode":"NOERROR","answers":[{"name":"a.b.","type":"A","ttl":60,"data":"192.0.2.7"}],"more_answers":2}`},
	} {
		got := AppendJSON(nil, tc.e)
		if string(got) != tc.want {
			t.Errorf("%s\nwant\n%s", got, tc.want)
		}
		var m map[string]any
		if err := json.Unmarshal(got, &m); err != nil {
			t.Fatal(err)
		}
		for k := range m {
			if !bytes.Contains(doc, []byte("`"+k+"`")) {
				t.Errorf("docs/decode.md does not tell of %s", k)
			}
		}
		if !bytes.Contains(doc, []byte("`"+tc.e.Kind.String()+"`")) {
			t.Errorf("docs/decode.md does not tell of %s", tc.e.Kind)
		}
	}
	for _, f := range flagNames {
		if !bytes.Contains(doc, []byte("`"+f+"`")) {
			t.Errorf("docs/decode.md does not tell of the flag %s", f)
		}
	}
	// Times that have no form of RFC 3339.
	for _, sec := range []int64{-1 << 62, 1 << 62} {
		e.Kind, e.Time = HTTPRequest, packet.Time{Sec: sec}
		if b := AppendJSON(nil, &e); !json.Valid(b) {
			t.Errorf("%s", b)
		}
	}
}
