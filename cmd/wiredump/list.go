package main

import (
	"fmt"

	"wiredump/capture"
)

// listInterfaces prints what -D lists.
func (t *task) listInterfaces() error {
	devices, err := capture.Devices(t.netNS)
	if err != nil {
		return captureError(err, "-D")
	}
	for i, d := range devices {
		desc := ""
		if d.Description != "" {
			desc = " (" + d.Description + ")"
		}
		fmt.Fprintf(t.stdout, "%d.%s%s [%s]\n", i+1, d.Name, desc, d.Flags)
	}
	return nil
}

// listLinkTypes prints what -L lists.
func (t *task) listLinkTypes() error {
	types, err := capture.LinkTypes(t.ringConfig(t.iface(), 1))
	if err != nil {
		return captureError(err, t.iface())
	}
	fmt.Fprintf(t.stdout, "Data link types for %s (use option -y to set):\n", t.iface())
	for _, lt := range types {
		fmt.Fprintf(t.stdout, "  %s\n", linkName(lt))
	}
	return nil
}

// listTimestampTypes prints what -J lists.
func (t *task) listTimestampTypes() error {
	types, err := capture.TimestampTypes(t.ringConfig(t.iface(), 1))
	if err != nil {
		return captureError(err, t.iface())
	}
	fmt.Fprintf(t.stdout, "Time stamp types for %s (use option -j to set):\n", t.iface())
	for _, tt := range types {
		fmt.Fprintf(t.stdout, "  %s (%s)\n", tt.Name, tt.Description)
	}
	return nil
}
