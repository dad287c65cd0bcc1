package handshake_test

import (
	"errors"
	"io"
	"path/filepath"
	"strings"
	"testing"

	"wiredump/capture/packet"
	"wiredump/dissect/handshake"
	"wiredump/pcapio"
)

// follow returns the lines of a capture's events and its summary.
func follow(t *testing.T, name string, o handshake.Options) ([]string, handshake.Summary) {
	t.Helper()
	r, err := pcapio.Open(filepath.Join("../../testdata", name+".pcap"), pcapio.ReaderOptions{})
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	var lines []string
	o.Report = func(e *handshake.Event) { lines = append(lines, string(handshake.AppendText(nil, e))) }
	tr := handshake.New(o)
	for {
		b, err := r.Next()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		for i := range b.Packets {
			tr.Add(&b.Packets[i])
		}
		b.Release()
	}
	tr.Flush(packet.Time{})
	return lines, tr.Summary()
}

// TestCaptures compares with what the packets' times and numbers say, worked
// out by hand from tcpdump -tt; where nothing was retransmitted the totals are
// tshark's tcp.analysis.initial_rtt as well.
func TestCaptures(t *testing.T) {
	const (
		a, b   = "192.0.2.1.", " > 192.0.2.2."
		common = ", mss 1460/1460 ws 10/10 sack ts"
	)
	for _, tc := range []struct {
		name string
		o    handshake.Options
		want []string
	}{
		{"tcp-delay", handshake.Options{Closes: true}, []string{
			a + "40041" + b + "5000: ESTABLISHED rtt 40.583 ms (server 40.526 ms, client 0.057 ms)" + common,
			a + "40041" + b + "5000: CLOSED by FIN after 91.552 ms, bytes 5/5 SF ShADadFf"}},
		// The two SYNs that the tunnel lost were retransmitted after 1 s each;
		// the echo names the third.
		{"tcp-syn-lost", handshake.Options{}, []string{
			a + "40042" + b + "5000: ESTABLISHED rtt 10.580 ms (server 10.531 ms, client 0.049 ms), 3 SYNs (gaps 1000.555 ms, 1024.003 ms), setup 2035.138 ms" + common}},
		// The tunnel lost the SYN-ACK. The server's second one echoes the first
		// SYN, though the way there and back takes 10 ms.
		{"tcp-synack-lost", handshake.Options{}, []string{
			a + "40043" + b + "5000: ESTABLISHED rtt 1030.220 ms? (server 1030.184 ms, client 0.036 ms), 2 SYNs (gaps 1024.914 ms), setup 1030.220 ms" + common + " [ambiguous-rtt]"}},
		{"tcp-simultaneous", handshake.Options{Closes: true}, []string{
			a + "40045" + b + "5005: SIMULTANEOUS rtt 400.875 ms (server 400.875 ms, client 0.040 ms)" + common,
			a + "40045" + b + "5005: CLOSED by FIN after 250.953 ms, bytes 6/6 SF SsHhADFadf"}},
		{"tcp-unanswered", handshake.Options{}, []string{
			a + "40012" + b + "7003: UNANSWERED after 7133.660 ms, 7 SYNs (gaps 1021.632 ms, 1024.044 ms, 1023.961 ms, 1024.036 ms, 1023.965 ms, 2016.022 ms)"}},
		{"tcp-refused", handshake.Options{}, []string{
			a + "40010" + b + "7: REFUSED after 0.036 ms",
			"2001:db8::1.40011 > 2001:db8::2.7: REFUSED after 0.014 ms"}},
		// The first connection asks for a cookie, the second one uses it.
		{"tcp-fastopen", handshake.Options{}, []string{
			a + "40092" + b + "80: ESTABLISHED rtt 0.049 ms (server 0.038 ms, client 0.011 ms)" + common + " tfo-request tfo-grant",
			a + "40093" + b + "80: ESTABLISHED rtt 0.073 ms (server 0.060 ms, client 0.013 ms)" + common + " tfo-cookie syn-data 86/86"}},
		{"tcp-ecn", handshake.Options{}, []string{a + "40090" + b + "80: ESTABLISHED rtt 0.069 ms (server 0.050 ms, client 0.019 ms)" + common + " ecn"}},
		{"tcp-md5", handshake.Options{}, []string{a + "40015" + b + "5002: ESTABLISHED rtt 0.072 ms (server 0.052 ms, client 0.020 ms), mss 1460/1460 ws 10/10 sack md5"}},
		{"tcp-mptcp", handshake.Options{}, []string{a + "40016" + b + "5003: ESTABLISHED rtt 0.059 ms (server 0.044 ms, client 0.015 ms)" + common + " mptcp"}},
		{"tcp-reset", handshake.Options{Closes: true}, []string{
			a + "40014" + b + "5001: ESTABLISHED rtt 0.049 ms (server 0.037 ms, client 0.012 ms)" + common,
			a + "40014" + b + "5001: CLOSED by RST of client after 50.510 ms, bytes 5/5 RSTO ShADadR"}},
		{"icmp-errors", handshake.Options{}, []string{
			a + "40002" + b + "7001: UNREACHABLE admin-prohibited from 192.0.2.2 after 0.042 ms",
			a + "40003" + b + "7002: UNREACHABLE host-unreachable from 192.0.2.2 after 0.027 ms"}},
		{"icmp6-errors", handshake.Options{}, []string{
			"2001:db8::1.40002 > 2001:db8::2.7001: UNREACHABLE admin-prohibited from 2001:db8::2 after 0.038 ms"}},
		{"any-twice", handshake.Options{}, []string{
			a + "40035" + b + "80: ESTABLISHED rtt 0.069 ms (server 0.047 ms, client 0.022 ms)" + common + " [duplicates]"}},
		{"sll", handshake.Options{}, []string{a + "40030" + b + "80: ESTABLISHED rtt 0.063 ms (server 0.037 ms, client 0.026 ms)" + common}},
		{"sll2", handshake.Options{}, []string{a + "40031" + b + "80: ESTABLISHED rtt 0.057 ms (server 0.032 ms, client 0.025 ms)" + common}},
		{"null-lo", handshake.Options{}, []string{"127.0.0.1.40032 > 127.0.0.1.80: ESTABLISHED rtt 0.044 ms (server 0.024 ms, client 0.020 ms), mss 65495/65495 ws 10/10 sack ts"}},
		{"http6", handshake.Options{}, []string{"2001:db8::1.40089 > 2001:db8::2.80: ESTABLISHED rtt 0.128 ms (server 0.067 ms, client 0.061 ms), mss 1440/1440 ws 10/10 sack ts"}},
		// Cut before the flags, and within the options.
		{"snap-36", handshake.Options{}, nil},
		{"snap-50", handshake.Options{}, []string{a + "40150" + b + "80: ESTABLISHED rtt 0.079 ms (server 0.061 ms, client 0.018 ms)"}},
		// See tcpOpenSet in testdata/record.
		{"tcp-open", handshake.Options{}, []string{
			a + "40000" + b + "5000: ESTABLISHED rtt 4.354 ms (server 3.278 ms, client 1.076 ms) [bad-ack]",
			a + "40002" + b + "5000: RESET_IN_HANDSHAKE by client after 2.139 ms",
			a + "40003" + b + "5000: SIMULTANEOUS rtt 3.210 ms (server 3.210 ms, client 1.069 ms)",
			a + "40004" + b + "5000: REFUSED after 2.141 ms [bad-rst]",
			a + "40005" + b + "5000: UNREACHABLE admin-prohibited from 192.0.2.254 after 1.072 ms",
			a + "40008" + b + "5000: ESTABLISHED rtt 2.139 ms (server 1.070 ms, client 1.069 ms), 2 SYNs (gaps 1.068 ms), setup 3.207 ms [new-isn]",
			a + "40009" + b + "5000: ESTABLISHED rtt 2.134 ms (server 1.066 ms, client 1.068 ms), tfo-cookie syn-data 20/20",
			a + "40010" + b + "5000: ESTABLISHED rtt 2.140 ms (server 1.071 ms, client 1.069 ms), ack-data 20",
			a + "40011" + b + "5000: RESET_IN_HANDSHAKE by server after 2.140 ms",
			a + "40001" + b + "5000: HALF_OPEN after 35.294 ms, 2 SYN-ACKs",
			a + "40006" + b + "5000: UNANSWERED after 18.190 ms [ignored-icmp]",
			a + "40012" + b + "5000: UNANSWERED after 0.000 ms"}},
	} {
		t.Run(tc.name, func(t *testing.T) {
			got, _ := follow(t, tc.name, tc.o)
			if strings.Join(got, "\n") != strings.Join(tc.want, "\n") {
				t.Errorf("got\n\t%s\nwant\n\t%s", strings.Join(got, "\n\t"), strings.Join(tc.want, "\n\t"))
			}
		})
	}
}

func TestSummaryText(t *testing.T) {
	_, s := follow(t, "tcp-open", handshake.Options{})
	want := "12 handshakes: 4 ESTABLISHED, 1 SIMULTANEOUS, 1 REFUSED, 1 UNREACHABLE, 2 RESET_IN_HANDSHAKE, 1 HALF_OPEN, 2 UNANSWERED\n" +
		"server round trip: min 1.066 ms, average 1.939 ms, max 3.278 ms of 5\n" +
		"1 SYN retransmitted, 1 open before the capture, 1 wrong acknowledgment, 1 invalid RST, 1 ICMP error about nothing that was sent\n"
	if got := string(s.AppendText(nil)); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	var none handshake.Summary
	if got := string(none.AppendText(nil)); got != "0 handshakes\n" {
		t.Errorf("nothing seen gave %q", got)
	}
}
