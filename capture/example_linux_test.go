package capture_test

import (
	"fmt"
	"io"
	"log"
	"net"
	"os"
	"testing"
	"time"

	"github.com/google/gopacket"
	"github.com/google/gopacket/layers"

	"wiredump/capture"
)

func ExampleOpen() {
	r, err := capture.Open(capture.Config{Interface: "eth0", SnapLen: 128})
	if err != nil {
		log.Fatal(err)
	}
	defer r.Close()
	time.AfterFunc(10*time.Second, r.Stop)
	for {
		b, err := r.Next()
		if err == io.EOF {
			break
		}
		if err != nil {
			log.Fatal(err)
		}
		for i := range b.Packets {
			fmt.Println(b.Packets[i].Time.Go(), len(b.Packets[i].Data))
		}
		b.Release()
	}
	st, _ := r.Stats()
	fmt.Println(st.Received, "packets received by filter,", st.Dropped, "dropped by kernel")
}

// A gopacket program reads from the ring as from any other of its sources.
func ExampleRing_gopacket() {
	r, err := capture.Open(capture.Config{Interface: "lo"})
	if err != nil {
		log.Fatal(err)
	}
	defer r.Close()
	var (
		eth     layers.Ethernet
		ip      layers.IPv4
		udp     layers.UDP
		payload gopacket.Payload
		found   []gopacket.LayerType
	)
	parser := gopacket.NewDecodingLayerParser(layers.LayerTypeEthernet, &eth, &ip, &udp, &payload)
	for {
		data, info, err := r.ZeroCopyReadPacketData() // valid until the next call
		if err != nil {
			break
		}
		if parser.DecodeLayers(data, &found) == nil && udp.DstPort == 9 {
			fmt.Printf("%d bytes to %s: %q\n", info.Length, ip.DstIP, string(payload))
			break
		}
	}
}

// TestExampleRing runs the example above with something to show.
func TestExampleRing(t *testing.T) {
	if os.Geteuid() != 0 {
		t.Skip("needs root to capture on lo")
	}
	c, err := net.Dial("udp4", "127.0.0.1:9")
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	stop, stopped := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(stopped)
		for {
			select {
			case <-stop:
				return
			case <-time.After(5 * time.Millisecond):
				_, _ = c.Write([]byte("hello"))
			}
		}
	}()
	old := os.Stdout
	r, w, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	os.Stdout = w
	ExampleRing_gopacket()
	os.Stdout = old
	close(stop)
	<-stopped
	_ = w.Close()
	out, err := io.ReadAll(r)
	if want := "47 bytes to 127.0.0.1: \"hello\"\n"; err != nil || string(out) != want {
		t.Errorf("got %q %v, want %q", out, err, want)
	}
}
