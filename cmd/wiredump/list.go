package main

import (
	"fmt"
	"slices"

	"wiredump/capture"
	"wiredump/capture/packet"
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

// interfaceNames returns what -i names; the empty string, for the default, if it
// was not given. An empty name that was given stands for no interface: it is
// often a variable that nobody has set.
func (t *task) interfaceNames() ([]string, error) {
	if len(t.ifaces) == 0 {
		return []string{""}, nil
	}
	if slices.Contains(t.ifaces, "") {
		return nil, captureError(&capture.Error{Kind: capture.ErrNoDevice}, "")
	}
	return t.ifaces, nil
}

// device returns the interface that -L and -J are asked about, with its own name
// in the configuration.
func (t *task) device() (capture.Config, error) {
	all, err := t.interfaceNames()
	if err != nil {
		return capture.Config{}, err
	}
	name := all[0]
	c := t.ringConfig(name, 1)
	d, err := capture.FindDevice(c)
	if err != nil {
		return c, captureError(err, name)
	}
	c.Interface = d.Name
	return c, nil
}

// listLinkTypes prints what -L lists, by number as tcpdump does.
func (t *task) listLinkTypes() error {
	c, err := t.device()
	if err != nil {
		return err
	}
	types, err := capture.LinkTypes(c)
	if err != nil {
		return captureError(err, c.Interface)
	}
	fmt.Fprintf(t.stdout, "Data link types for %s (use option -y to set):\n", c.Interface)
	for _, lt := range slices.Sorted(slices.Values(types)) {
		note := ""
		if lt == docsis {
			note = " (printing not supported)"
		}
		fmt.Fprintf(t.stdout, "  %s%s\n", linkName(lt), note)
	}
	return nil
}

// docsis is the one link type of an interface that no text view decodes.
const docsis packet.LinkType = 143

// listTimestampTypes prints what -J lists.
func (t *task) listTimestampTypes() error {
	c, err := t.device()
	if err != nil {
		return err
	}
	types, err := capture.TimestampTypes(c)
	if err != nil {
		return captureError(err, c.Interface)
	}
	fmt.Fprintf(t.stdout, "Time stamp types for %s (use option -j to set):\n", c.Interface)
	for _, tt := range types {
		fmt.Fprintf(t.stdout, "  %s (%s)\n", tt.Name, tt.Description)
	}
	return nil
}
