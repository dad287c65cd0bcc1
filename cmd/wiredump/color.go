package main

import (
	"fmt"
	"os"
)

// colorMode says when text is coloured.
type colorMode uint8

const (
	colorAuto   colorMode = iota // on a terminal, unless NO_COLOR or TERM=dumb forbids it
	colorAlways                  // in a pipe as well
	colorNever
)

func setColor(c *config, v string) error {
	switch v {
	case "auto":
		c.color = colorAuto
	case "always":
		c.color = colorAlways
	case "never":
		c.color = colorNever
	default:
		return fmt.Errorf("invalid color mode %s (auto, always or never)", v)
	}
	return nil
}

// on reports whether text for an output is coloured. getenv is os.Getenv.
func (m colorMode) on(terminal bool, getenv func(string) string) bool {
	switch m {
	case colorAlways:
		return true
	case colorNever:
		return false
	}
	return terminal && getenv("NO_COLOR") == "" && getenv("TERM") != "dumb"
}

// stylesText tells how the text view treats a terminal. Where text is coloured
// somebody will see it on one, however it gets there.
func (t *task) stylesText() (color, terminal bool) {
	terminal = isTerminal(t.stdout)
	color = t.color.on(terminal, os.Getenv)
	return color, terminal || color
}
