//go:build linux

package pcapio

import (
	"bufio"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"wiredump/capture/packet"
)

// writerEnv makes the test binary a writer that never ends: its value is the
// file's name, and -U or not.
const writerEnv = "PCAPIO_TEST_WRITER"

func TestMain(m *testing.M) {
	if v := os.Getenv(writerEnv); v != "" {
		writeForEver(v)
	}
	os.Exit(m.Run())
}

// writeForEver tells on standard output how many packets are safe: with -U
// after each packet, otherwise after each flush.
func writeForEver(arg string) {
	name, u := strings.CutSuffix(arg, " -U")
	out, err := NewOutput(OutputOptions{Name: name, Compression: CompressionFor(name), PacketBuffered: u,
		Writer: WriterOptions{Format: FormatFor(name), LinkType: packet.Ethernet}})
	if err != nil {
		fmt.Println(err)
		os.Exit(1)
	}
	p := packet.Packet{Data: payload(1000), WireLen: 1000, LinkType: packet.Ethernet}
	told := int64(0)
	for start := time.Now(); time.Since(start) < 30*time.Second; {
		if err := out.Write(&p); err != nil {
			fmt.Println(err)
			os.Exit(1)
		}
		if all, _ := out.Packets(); !u && all%500 == 0 {
			if err := out.Flush(); err != nil {
				os.Exit(1)
			}
		}
		if _, written := out.Packets(); written > told {
			told = written
			if _, err := fmt.Println(written); err != nil {
				os.Exit(1)
			}
		}
	}
	os.Exit(0)
}

// A file whose writer was killed has every packet that was said to be written.
// The kernel gives up a write in the middle when it kills.
func TestKilledWriter(t *testing.T) {
	for _, name := range []string{"k.pcap", "k.pcapng", "k.pcap -U", "k.pcapng -U", "k.pcap.gz", "k.pcap.zst", "k.pcap.zst -U", "k.pcap.gz -U"} {
		t.Run(name, func(t *testing.T) {
			file := filepath.Join(t.TempDir(), name)
			cmd := exec.Command(os.Args[0])
			cmd.Env = append(os.Environ(), writerEnv+"="+file)
			stdout, err := cmd.StdoutPipe()
			if err != nil {
				t.Fatal(err)
			}
			if err := cmd.Start(); err != nil {
				t.Fatal(err)
			}
			lines := bufio.NewScanner(stdout)
			last := ""
			for n := 0; n < 20 && lines.Scan(); n++ {
				last = lines.Text()
			}
			if err := cmd.Process.Signal(syscall.SIGKILL); err != nil {
				t.Fatal(err)
			}
			for lines.Scan() {
				last = lines.Text()
			}
			cmd.Wait()
			var promised int
			if _, err := fmt.Sscan(last, &promised); err != nil || promised < 5 {
				t.Fatalf("the writer said %q", last)
			}
			r, err := Open(strings.TrimSuffix(file, " -U"), ReaderOptions{})
			if err != nil {
				t.Fatal(err)
			}
			defer r.Close()
			rows, err := drain(r)
			if len(rows) < promised {
				t.Errorf("%d packets are there of %d that were written", len(rows), promised)
			}
			if err != nil && !errors.Is(err, ErrTruncated) {
				t.Errorf("after the last packet: %v", err)
			}
		})
	}
}

// tmpfs makes a small file system that fills up quickly.
func tmpfs(t *testing.T, size int) string {
	t.Helper()
	if os.Getuid() != 0 {
		t.Skip("only root can mount a small file system")
	}
	dir := t.TempDir()
	if err := syscall.Mount("tmpfs", dir, "tmpfs", 0, fmt.Sprintf("size=%d", size)); err != nil {
		t.Skipf("mount: %v", err)
	}
	t.Cleanup(func() {
		if err := syscall.Unmount(dir, 0); err != nil {
			t.Errorf("unmount: %v", err)
		}
	})
	return dir
}

// A full disk ends the run with the reason and the counts; the file is whole.
func TestFullDisk(t *testing.T) {
	dir := tmpfs(t, 1<<20)
	for _, tt := range []struct {
		name string
		u    bool
	}{{"d.pcap", false}, {"d.pcapng", false}, {"u.pcap", true}, {"u.pcapng", true}, {"d.pcap.gz", false}, {"d.pcapng.zst", false}} {
		t.Run(tt.name, func(t *testing.T) {
			name := filepath.Join(dir, tt.name)
			defer os.Remove(name)
			var finished int
			out, err := NewOutput(OutputOptions{Name: name, Compression: CompressionFor(name), PacketBuffered: tt.u,
				Finished: func(FinishedFile) { finished++ },
				Writer:   WriterOptions{Format: FormatFor(name), LinkType: packet.Ethernet}})
			if err != nil {
				t.Fatal(err)
			}
			p := packet.Packet{Data: make([]byte, 1000), WireLen: 1000, LinkType: packet.Ethernet}
			n := 0
			for ; n < 1_000_000; n++ {
				for i := range p.Data { // nothing that compresses
					p.Data[i] = byte(uint32(n*1000+i) * 2654435761 >> 13)
				}
				if err = out.Write(&p); err != nil {
					break
				}
			}
			all, written := out.Packets()
			if !errors.Is(err, syscall.ENOSPC) {
				t.Fatalf("after %d packets: %v", n, err)
			}
			if want := fmt.Sprintf("%s: no space left on device; %d packets written, %d lost", name, written, all-written); err.Error() != want {
				t.Errorf("error %q, want %q", err, want)
			}
			if again := out.Close(); again != err {
				t.Errorf("Close: %v, want the same error", again)
			}
			if finished != 0 {
				t.Error("the file was told as finished")
			}
			r, err := Open(name, ReaderOptions{})
			if err != nil {
				t.Fatal(err)
			}
			defer r.Close()
			rows, err := drain(r)
			if r.Compression() == None {
				if err != nil || int64(len(rows)) != written {
					t.Errorf("the file has %d packets, then %v; %d were written", len(rows), err, written)
				}
				if len(rows) < 900 {
					t.Errorf("only %d packets in a MiB", len(rows))
				}
			} else if len(rows) < 500 || !errors.Is(err, ErrTruncated) || int64(len(rows)) != written {
				t.Errorf("the compressed file has %d packets, then %v; %d were said to be written", len(rows), err, written)
			}
		})
	}
}

// The disk is full when a new file is due.
func TestFullDiskAtRotation(t *testing.T) {
	dir := tmpfs(t, 1<<20)
	out, err := NewOutput(OutputOptions{Name: filepath.Join(dir, "r"), MaxSize: 200_000, Writer: WriterOptions{LinkType: packet.Ethernet}})
	if err != nil {
		t.Fatal(err)
	}
	p := packet.Packet{Data: payload(1000), WireLen: 1000, LinkType: packet.Ethernet}
	for range 1_000_000 {
		if err = out.Write(&p); err != nil {
			break
		}
	}
	if !errors.Is(err, syscall.ENOSPC) {
		t.Fatalf("error %v", err)
	}
	_, written := out.Packets()
	files, err := filepath.Glob(filepath.Join(dir, "r*"))
	if err != nil {
		t.Fatal(err)
	}
	got := 0
	for _, f := range files {
		if st, err := os.Stat(f); err == nil && st.Size() > 0 {
			got += countFile(t, f)
		}
	}
	if int64(got) != written || got < 900 {
		t.Errorf("%d packets in %d files, %d were said to be written", got, len(files), written)
	}
	// With a bound on the files there is always room.
	for _, f := range files {
		os.Remove(f)
	}
	out, err = NewOutput(OutputOptions{Name: filepath.Join(dir, "w"), MaxSize: 200_000, MaxFiles: 3, Writer: WriterOptions{LinkType: packet.Ethernet}})
	if err != nil {
		t.Fatal(err)
	}
	for range 5000 {
		if err := out.Write(&p); err != nil {
			t.Fatal(err)
		}
	}
	if err := out.Close(); err != nil {
		t.Error(err)
	}
}

// -Z: files belong to the user that is told, also the later ones.
func TestOwner(t *testing.T) {
	if os.Getuid() != 0 {
		t.Skip("only root can give files away")
	}
	dir := t.TempDir()
	out, err := NewOutput(OutputOptions{Name: filepath.Join(dir, "o"), MaxSize: 100, Owner: &Owner{UID: 12345, GID: 54321}, Writer: WriterOptions{LinkType: packet.Ethernet}})
	if err != nil {
		t.Fatal(err)
	}
	p := packet.Packet{Data: payload(84), LinkType: packet.Ethernet}
	for range 2 {
		if err := out.Write(&p); err != nil {
			t.Fatal(err)
		}
	}
	if err := out.Close(); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"o", "o1"} {
		st, err := os.Stat(filepath.Join(dir, name))
		if err != nil {
			t.Fatal(err)
		}
		if !owns(st, &Owner{12345, 54321}) {
			t.Errorf("%s belongs to %+v", name, st.Sys())
		}
	}
}
