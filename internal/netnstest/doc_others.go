//go:build !linux

// Package netnstest gives tests on Linux a network of their own.
package netnstest
