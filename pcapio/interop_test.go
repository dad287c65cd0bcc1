package pcapio

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/gopacket"
	"github.com/google/gopacket/pcapgo"

	"wiredump/capture/packet"
)

// peer runs a program that reads captures, if it is installed.
func peer(t *testing.T, name string, args ...string) string {
	t.Helper()
	path, err := exec.LookPath(name)
	if err != nil {
		t.Skipf("%s is not installed", name)
	}
	var stdout, stderr bytes.Buffer
	cmd := exec.Command(path, args...)
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	cmd.Env = append(os.Environ(), "TZ=UTC0", "LC_ALL=C")
	if err := cmd.Run(); err != nil {
		t.Fatalf("%s %q: %v\n%s", name, args, err, stderr.String())
	}
	return stdout.String()
}

// made is every kind of file that we write, with the same 50 packets.
func made(t *testing.T) map[string]string {
	t.Helper()
	dir := t.TempDir()
	pk := sample(50)
	files := make(map[string]string)
	for _, format := range []Format{Pcap, Pcapng} {
		for _, nano := range []bool{false, true} {
			for _, c := range []Compression{None, Gzip, Zstd} {
				if c != None && testing.Short() {
					continue
				}
				name := filepath.Join(dir, fmt.Sprintf("%v-%v-%v", format, nano, c))
				out, err := NewOutput(OutputOptions{
					Name:        name,
					Compression: c,
					Writer:      WriterOptions{Format: format, Nano: nano, LinkType: packet.Ethernet},
					Statistics:  func() []Statistics { return []Statistics{{Received: 60, Dropped: 3}} },
				})
				if err != nil {
					t.Fatal(err)
				}
				for i := range pk {
					if err := out.Write(&pk[i]); err != nil {
						t.Fatal(err)
					}
				}
				if err := out.Close(); err != nil {
					t.Fatal(err)
				}
				files[filepath.Base(name)] = name
			}
		}
	}
	return files
}

func TestPeersReadWhatWeWrite(t *testing.T) {
	var want strings.Builder
	for _, p := range sample(50) {
		fmt.Fprintf(&want, "%d.%06d000\t%d\t%d\n", p.Time.Sec, p.Time.Frac, p.WireLen, len(p.Data))
	}
	for name, file := range made(t) {
		t.Run(name+"/tshark", func(t *testing.T) {
			got := peer(t, "tshark", "-n", "-r", file, "-T", "fields", "-e", "frame.time_epoch", "-e", "frame.len", "-e", "frame.cap_len")
			if got != want.String() {
				t.Errorf("tshark reads\n%swant\n%s", got, want.String())
			}
		})
		t.Run(name+"/capinfos", func(t *testing.T) {
			if got := peer(t, "capinfos", "-T", "-r", "-c", file); !strings.HasSuffix(got, "\t50\n") {
				t.Errorf("capinfos counts %q, want 50", got)
			}
		})
		if !strings.HasSuffix(name, "-none") {
			continue // one tool's reading of what is compressed is enough
		}
		t.Run(name+"/editcap", func(t *testing.T) {
			out := filepath.Join(t.TempDir(), "out")
			peer(t, "editcap", "-F", "nsecpcap", file, out)
			if n := countFile(t, out); n != 50 {
				t.Errorf("editcap wrote %d packets of 50", n)
			}
		})
		t.Run(name+"/mergecap", func(t *testing.T) {
			out := filepath.Join(t.TempDir(), "out")
			peer(t, "mergecap", "-w", out, file, file)
			if n := countFile(t, out); n != 100 {
				t.Errorf("mergecap wrote %d packets of 100", n)
			}
		})
		t.Run(name+"/tcpdump", func(t *testing.T) {
			if got := peer(t, "tcpdump", "-r", file, "--count"); got != "50 packets\n" {
				t.Errorf("tcpdump counts %q", got)
			}
		})
		t.Run(name+"/pcapgo", func(t *testing.T) {
			if n := countWithPcapgo(t, file); n != 50 {
				t.Errorf("pcapgo reads %d packets of 50", n)
			}
		})
	}
}

func countFile(t *testing.T, name string) int {
	t.Helper()
	r, err := Open(name, ReaderOptions{})
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	rows, err := drain(r)
	if err != nil {
		t.Fatal(err)
	}
	return len(rows)
}

func countWithPcapgo(t *testing.T, name string) (n int) {
	t.Helper()
	f, err := os.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var src interface {
		ReadPacketData() ([]byte, gopacket.CaptureInfo, error)
	}
	if strings.HasPrefix(filepath.Base(name), "pcapng") {
		src, err = pcapgo.NewNgReader(f, pcapgo.NgReaderOptions{})
	} else {
		src, err = pcapgo.NewReader(f)
	}
	if err != nil {
		t.Fatal(err)
	}
	for {
		if _, _, err := src.ReadPacketData(); err != nil {
			return n
		}
		n++
	}
}

// What a pcapng file tells beyond packets arrives at Wireshark's tools.
func TestTsharkReadsOurOptions(t *testing.T) {
	name := filepath.Join(t.TempDir(), "x.pcapng")
	f, err := os.Create(name)
	if err != nil {
		t.Fatal(err)
	}
	w, err := NewPcapngWriter(f, WriterOptions{
		Interfaces: func() []packet.Interface {
			return []packet.Interface{
				{Name: "eth7", Description: "the cable", LinkType: packet.Ethernet, SnapLen: 1234, Filter: "tcp port 80", OS: "Linux 6.1"},
				{Name: "tun1", LinkType: packet.Raw, Nano: true},
			}
		},
		Section: Section{Hardware: "toaster", OS: "Linux 6.1", Application: "wiredump test", Comments: []string{"a section comment"}},
	})
	if err != nil {
		t.Fatal(err)
	}
	for i, p := range []packet.Packet{
		{Data: payload(60), WireLen: 60, LinkType: packet.Ethernet, Direction: packet.In, Time: packet.Time{Sec: 1700000000, Frac: 5}, Extra: &packet.Extra{Comments: []string{"refused after 3 ms"}, Options: AppendDropCount(nil, 17)}},
		{Data: append([]byte{0x45}, payload(30)...), WireLen: 31, LinkType: packet.Raw, Interface: 1, Direction: packet.Out, Time: packet.Time{Sec: 1700000000, Frac: 123456789, Unit: packet.Nano}},
	} {
		if err := w.WritePacket(&p); err != nil {
			t.Fatalf("packet %d: %v", i, err)
		}
	}
	if err := w.WriteStatistics(&Statistics{Interface: 0, Time: packet.Time{Sec: 1700000009}, Received: 99, Dropped: 4, Accepted: NotCounted, OSDropped: 2, Delivered: NotCounted}); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	got := peer(t, "tshark", "-n", "-r", name, "-T", "fields", "-E", "separator=|", "-e", "frame.interface_name", "-e", "frame.interface_description", "-e", "frame.comment", "-e", "frame.packet_flags_direction", "-e", "frame.drop_count", "-e", "frame.time_epoch")
	want := "eth7|the cable|refused after 3 ms|0x00000001|17|1700000000.000005000\ntun1|||0x00000002||1700000000.123456789\n"
	if got != want {
		t.Errorf("tshark reads\n%swant\n%s", got, want)
	}
	info := peer(t, "capinfos", name)
	for _, line := range []string{"toaster", "wiredump test", "a section comment", "Name = eth7", "Description = the cable", "Capture length = 1234", "Filter string = tcp port 80", "Operating system = Linux 6.1", "Time precision = nanoseconds (9)", "Number of stat entries = 1"} {
		if !strings.Contains(info, line) {
			t.Errorf("capinfos does not tell %q:\n%s", line, info)
		}
	}
}

// A copy of a file by Wireshark's tools tells the same as our copy of it.
func TestCopyIsEditcaps(t *testing.T) {
	dir := t.TempDir()
	in, ours := filepath.Join(dir, "in.pcapng"), filepath.Join(dir, "ours.pcapng")
	for _, order := range []binary.ByteOrder{binary.LittleEndian, binary.BigEndian} {
		if err := os.WriteFile(in, rich(order), 0o666); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(ours, copyNG(t, rich(order)), 0o666); err != nil {
			t.Fatal(err)
		}
		fields := []string{"-n", "-T", "fields", "-E", "separator=|", "-e", "frame.interface_name", "-e", "frame.comment", "-e", "frame.packet_flags", "-e", "frame.drop_count", "-e", "frame.time_epoch", "-e", "frame.len"}
		want := peer(t, "tshark", append(fields, "-r", in)...)
		got := peer(t, "tshark", append(fields, "-r", ours)...)
		if got != want {
			t.Errorf("%v: tshark reads\n%s\nof the copy, but of the original\n%s", order, got, want)
		}
		skip := func(s string) []string {
			return slices.DeleteFunc(strings.Split(s, "\n"), func(l string) bool {
				return strings.HasPrefix(l, "File") || strings.HasPrefix(l, "SHA") || strings.HasPrefix(l, "RIPEMD")
			})
		}
		if want, got := skip(peer(t, "capinfos", in)), skip(peer(t, "capinfos", ours)); !slices.Equal(want, got) {
			t.Errorf("%v: capinfos of the copy\n%s\nof the original\n%s", order, strings.Join(got, "\n"), strings.Join(want, "\n"))
		}
	}
}

// We read what the peers write.
func TestWeReadWhatPeersWrite(t *testing.T) {
	dir := t.TempDir()
	in := filepath.Join(dir, "in.pcap")
	pk := sample(50)
	if err := os.WriteFile(in, writePcap(t, pk, WriterOptions{}), 0o666); err != nil {
		t.Fatal(err)
	}
	for _, format := range []string{"pcap", "nsecpcap", "modpcap", "pcapng"} {
		out := filepath.Join(dir, format)
		peer(t, "editcap", "-F", format, in, out)
		r, err := Open(out, ReaderOptions{})
		if err != nil {
			t.Errorf("%s: %v", format, err)
			continue
		}
		rows, err := drain(r)
		if err != nil || len(rows) != len(pk) {
			t.Errorf("%s: %d packets, %v", format, len(rows), err)
			continue
		}
		for i, row := range rows {
			if row.Data != string(pk[i].Data) || row.Time.Sec != pk[i].Time.Sec || row.Time.Micros() != int64(pk[i].Time.Frac) {
				t.Errorf("%s: packet %d is %v, %d bytes", format, i, row.Time, len(row.Data))
			}
		}
		for _, prog := range []string{"gzip", "zstd", "lz4"} {
			z, err := exec.Command(prog, "-c", out).Output()
			if err != nil {
				if _, missing := exec.LookPath(prog); missing != nil {
					continue // its format is read in other tests, too
				}
				t.Errorf("%s: %v", prog, err)
				continue
			}
			got, zr, err := readAll(bytes.NewReader(z), ReaderOptions{})
			if err != nil || len(got) != len(pk) || zr.Compression().String() != prog {
				t.Errorf("%s of %s: %d packets, %v", prog, format, len(got), err)
			}
			if half := len(z) / 2; half > 0 {
				got, _, err = readAll(bytes.NewReader(z[:half]), ReaderOptions{})
				if err == nil {
					t.Errorf("half of %s of %s: %d packets and no error", prog, format, len(got))
				}
			}
		}
	}
}
