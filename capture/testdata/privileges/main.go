// Command privileges opens a ring, gives up what it can, and shows that the
// ring still works. The test of the same name starts it with few capabilities.
//
//	privileges INTERFACE [USER]
//
// It prints "ready", then after a line on its standard input how many packets
// it got, then the user, the capabilities and no_new_privs of each thread and of
// a child.
package main

import (
	"bufio"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"wiredump/capture"
)

func main() {
	if err := run(); err != nil {
		fmt.Println("error:", err)
		os.Exit(1)
	}
}

func run() error {
	r, err := capture.Open(capture.Config{Interface: os.Args[1], BlockTimeout: 1})
	if err != nil {
		return err
	}
	defer r.Close()
	if len(os.Args) > 2 {
		a, err := capture.LookupAccount(os.Args[2])
		if err != nil {
			return err
		}
		if err := a.Switch(); err != nil {
			return err
		}
	} else if err := capture.DropCapabilities(); err != nil {
		return err
	}
	if _, err := capture.Open(capture.Config{Interface: os.Args[1]}); err == nil {
		return fmt.Errorf("a second ring could be opened")
	}
	fmt.Println("ready")
	if _, err := bufio.NewReader(os.Stdin).ReadString('\n'); err != nil {
		return err
	}
	r.Stop()
	n := 0
	for {
		b, err := r.Next()
		if err != nil {
			fmt.Println("end", err, n)
			break
		}
		n += len(b.Packets)
		b.Release()
	}
	files, err := filepath.Glob("/proc/self/task/*/status")
	if err != nil {
		return err
	}
	texts := make([][]byte, len(files))
	for i, f := range files {
		if texts[i], err = os.ReadFile(f); err != nil {
			return err
		}
	}
	child, err := exec.Command("cat", "/proc/self/status").Output()
	if err != nil {
		return err
	}
	for _, text := range append(texts, child) {
		for _, line := range strings.Split(string(text), "\n") {
			switch name, _, _ := strings.Cut(line, ":"); name {
			case "Uid", "Groups", "CapInh", "CapPrm", "CapEff", "CapAmb", "NoNewPrivs":
				fmt.Println(strings.Join(strings.Fields(line), " "))
			}
		}
	}
	return nil
}
