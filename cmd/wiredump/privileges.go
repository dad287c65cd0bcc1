package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"wiredump/capture"
)

// newUser returns the user that -Z names; nil if it was not given, or we are not
// root, who alone gives up anything by it. It refuses one
// who may not create the files that follow the first, rather than let the
// capture fail when it is time for one. Nothing has been created by then.
func (t *task) newUser() (*capture.Account, error) {
	if t.user == nil || os.Getuid() != 0 && os.Geteuid() != 0 {
		return nil, nil
	}
	a, err := capture.LookupAccount(*t.user)
	if err != nil {
		return nil, fmt.Errorf("Couldn't find user '%s'", *t.user)
	}
	if t.write == "" || t.write == "-" || t.fileSize == 0 && t.rotateSeconds == 0 {
		return &a, nil
	}
	dir := filepath.Dir(t.write)
	if t.rotateSeconds > 0 && strings.Contains(dir, "%") {
		return &a, nil // another one each time
	}
	err = a.WithFileRights(func() error {
		f, err := os.CreateTemp(dir, ".wiredump-*")
		if err != nil {
			return err
		}
		f.Close()
		return os.Remove(f.Name())
	})
	if err != nil {
		return nil, fmt.Errorf("%s: user '%s' cannot create files there: %s", dir, a.Name, reason(err))
	}
	return &a, nil
}

// relinquish gives up what rights the process has left, now that all is open:
// it becomes another user, or keeps of root's rights only what writing further
// files takes.
func (t *task) relinquish(become *capture.Account) error {
	if become != nil {
		return become.Switch()
	}
	return dropCapabilities(t.write != "" && t.write != "-")
}
