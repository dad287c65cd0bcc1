package text_test

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"wiredump/capture/packet"
	"wiredump/dissect/text"
	"wiredump/pcapio"
)

// reference returns the path of the tcpdump that the view imitates, and skips
// the test where it is not installed: another version prints other things.
func reference(t *testing.T) string {
	t.Helper()
	path, err := exec.LookPath("tcpdump")
	if err != nil {
		t.Skip("tcpdump is not installed")
	}
	v, err := exec.Command(path, "--version").CombinedOutput()
	if err != nil || !bytes.HasPrefix(v, []byte("tcpdump version 4.99.3\n")) {
		line, _, _ := strings.Cut(string(v), "\n")
		t.Skipf("tcpdump is %q, not version 4.99.3", line)
	}
	return path
}

// TestEveryCut prints every packet of every capture in testdata as if it had
// been captured with each snapshot length, from one byte to all of it, and
// compares that with what tcpdump prints.
func TestEveryCut(t *testing.T) {
	tcpdump := reference(t)
	old := time.Local
	time.Local = time.UTC
	t.Cleanup(func() { time.Local = old })
	captures, err := filepath.Glob(filepath.Join(testdata, "*.pcap*"))
	if err != nil || len(captures) == 0 {
		t.Fatalf("no captures: %v", err)
	}
	sets := [][]string{{"-n"}, {"-n", "-vvv"}, {"-n", "-e", "-v", "-S"}, {"-n", "-q", "-x"}}
	if testing.Short() {
		sets = sets[1:2]
	}
	for _, name := range captures {
		t.Run(filepath.Base(name), func(t *testing.T) {
			for linkType, packets := range packetsOf(t, name) {
				for _, flags := range sets {
					compareCuts(t, tcpdump, linkType, packets, flags)
				}
			}
		})
	}
}

// packetsOf returns copies of a capture's packets by link type, as a classic
// savefile has only one.
func packetsOf(t testing.TB, name string) map[packet.LinkType][]packet.Packet {
	t.Helper()
	r, err := pcapio.Open(name, pcapio.ReaderOptions{})
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	packets := map[packet.LinkType][]packet.Packet{}
	for {
		b, err := r.Next()
		if err != nil {
			if !errors.Is(err, io.EOF) && !errors.Is(err, pcapio.ErrTruncated) {
				t.Fatal(err)
			}
			return packets
		}
		for _, p := range b.Packets {
			p.Data = bytes.Clone(p.Data)
			p.Time.Sec &= 0x7fffffff
			packets[p.LinkType] = append(packets[p.LinkType], p)
		}
		b.Release()
	}
}

// compareCuts compares both programs over all cuts of the packets.
func compareCuts(t *testing.T, tcpdump string, linkType packet.LinkType, packets []packet.Packet, flags []string) {
	t.Helper()
	o, err := goldenOptions(flags)
	if err != nil {
		t.Fatal(err)
	}
	o.Numbers = true
	o.InterfaceName = func(index uint32) string {
		i, err := net.InterfaceByIndex(int(index))
		if err != nil {
			return ""
		}
		return i.Name
	}
	v := text.New(o)
	file := binary.LittleEndian.AppendUint32(nil, 0xa1b2c3d4)
	file = append(file, 2, 0, 4, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 4, 0)
	file = binary.LittleEndian.AppendUint32(file, uint32(linkType))
	var got []byte
	for _, p := range packets {
		whole := p.Data
		p.Time = packet.Time{Sec: p.Time.Sec, Frac: uint32(p.Time.Micros()) % 1e6}
		for n := 1; n <= len(whole); n++ {
			file = binary.LittleEndian.AppendUint32(file, uint32(p.Time.Sec))
			file = binary.LittleEndian.AppendUint32(file, p.Time.Frac)
			file = binary.LittleEndian.AppendUint32(file, uint32(n))
			file = binary.LittleEndian.AppendUint32(file, p.WireLen)
			file = append(file, whole[:n]...)
			// A copy of its own, so that no printer sees what was cut off.
			p.Data = append(make([]byte, 0, n), whole[:n]...)
			got = v.Append(got, &p)
		}
	}
	name := filepath.Join(t.TempDir(), "cuts.pcap")
	if err := os.WriteFile(name, file, 0o600); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(tcpdump, append(append([]string{"-#"}, flags...), "-r", name)...)
	cmd.Env = append(os.Environ(), "TZ=UTC", "LC_ALL=C")
	want, err := cmd.Output()
	if err != nil {
		t.Fatalf("%v: %v", cmd.Args, err)
	}
	if diff := firstDifference(got, want); diff != "" {
		t.Errorf("%v: %s%s", flags, cutOf(packets, got, want), diff)
	}
}

// cutOf says which packet, cut where, the first difference is about.
func cutOf(packets []packet.Packet, got, want []byte) string {
	same := 0
	for same < len(got) && same < len(want) && got[same] == want[same] {
		same++
	}
	number := 0
	for line := range bytes.Lines(want[:same]) {
		n := 0
		if _, err := fmt.Sscanf(string(line), "%5d  ", &n); err == nil && n == number+1 {
			number = n
		}
	}
	number--
	for i := range packets {
		if number < len(packets[i].Data) {
			return fmt.Sprintf("packet %d, cut to %d of %d bytes: ", i+1, number+1, len(packets[i].Data))
		}
		number -= len(packets[i].Data)
	}
	return ""
}
