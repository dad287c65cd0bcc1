//go:build !unix

package main

import "os"

func caught() []os.Signal { return []os.Signal{os.Interrupt} }

func (s *signals) kind(os.Signal) signalKind { return signalStop }

func deadly(os.Signal) bool { return true }

func die(os.Signal) { os.Exit(1) }

// lowerPriority does nothing here.
func lowerPriority(int) {}
