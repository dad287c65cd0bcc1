package main

import (
	"os"
	"os/exec"
	"strings"
	"testing"

	"wiredump/internal/netnstest"
)

// -Z with files: root becomes the user, and for anybody else it has no effect,
// as in tcpdump.
func TestUserWithFiles(t *testing.T) {
	netnstest.NeedRoot(t)
	setpriv, err := exec.LookPath("setpriv")
	if err != nil {
		t.Skip("setpriv (util-linux) is not installed")
	}
	other := []string{setpriv, "--reuid=65534", "--regid=65534", "--clear-groups"}
	for _, c := range []struct {
		front      []string
		user, want string
	}{
		{nil, "nosuchuser", "\nwiredump: Couldn't find user 'nosuchuser'\n"},
		{nil, "", "\nwiredump: Couldn't find user ''\n"},
		{nil, "nobody", ""},
		{other, "nosuchuser", ""},
		{other, "root", ""},
		{other, "", ""},
	} {
		demo, err := os.Open("demo.pcap") // before the rights change
		if err != nil {
			t.Fatal(err)
		}
		defer demo.Close()
		cmd := program(t, c.front, "-n", "-Z", c.user, "-r", "-")
		cmd.Stdin = demo
		out, err := cmd.CombinedOutput()
		if text := string(out); (err != nil) != (c.want != "") || !strings.HasSuffix(text, c.want) || c.want == "" && strings.Count(text, "\n") != 19 {
			t.Errorf("%q -Z %q: %v\n%s", c.front, c.user, err, text)
		}
	}
}

// Who may capture without being root stays who he is, whatever -Z says.
func TestUserWithoutRoot(t *testing.T) {
	pair := quietPair(t)
	setpriv, err := exec.LookPath("setpriv")
	if err != nil {
		t.Skip("setpriv (util-linux) is not installed")
	}
	front := append(inNS(pair.B), setpriv, "--reuid=65534", "--regid=65534", "--clear-groups", "--inh-caps=-all,+net_raw", "--ambient-caps=-all,+net_raw", "--bounding-set=-all,+net_raw")
	for _, user := range []string{"root", "nobody", "nosuchuser"} {
		p := start(t, program(t, front, "-Z", user, "-i", pair.B.If, "-n", "-c", "1", "udp"), listening)
		netnstest.NewSender(t, pair.A).Send(1, 0, 80, nil)
		if code := p.end(); code != 0 {
			t.Errorf("-Z %s: exit code %d, %s", user, code, p.errs)
		}
	}
}
