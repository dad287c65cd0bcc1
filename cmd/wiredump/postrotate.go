package main

import (
	"fmt"
	"io"
	"os/exec"
	"sync"

	"wiredump/pcapio"
)

// A postrotate runs the command of -z for each finished file, the last one
// too. Commands run beside the capture and beside each other, at the lowest
// priority.
type postrotate struct {
	command string
	stdout  io.Writer
	stderr  io.Writer
	program string
	off     bool       // no more commands
	mu      sync.Mutex // guards stderr
	running sync.WaitGroup
}

func newPostrotate(command string, stdout, stderr io.Writer, program string) *postrotate {
	return &postrotate{command: command, stdout: stdout, stderr: stderr, program: program}
}

// finished is told of a finished file.
func (p *postrotate) finished(f pcapio.FinishedFile) {
	if p.off {
		return
	}
	cmd := exec.Command(p.command, f.Name)
	cmd.Stdout, cmd.Stderr = p.stdout, p.stderr
	if err := cmd.Start(); err != nil {
		p.complain(f.Name, err)
		return
	}
	lowerPriority(cmd.Process.Pid)
	p.running.Go(func() {
		if err := cmd.Wait(); err != nil {
			p.complain(f.Name, err)
		}
	})
}

// complain reports a command that failed; the capture goes on.
func (p *postrotate) complain(name string, err error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	fmt.Fprintf(p.stderr, "%s: after_rotate(%s, %s): %s\n", p.program, p.command, name, err)
}

// wait waits for all commands.
func (p *postrotate) wait() { p.running.Wait() }
