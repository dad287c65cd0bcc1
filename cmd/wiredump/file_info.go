package main

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/spf13/pflag"

	"wiredump/pcapio/filetool"
)

// errDamaged is the end of info where a file was damaged: it has been told.
var errDamaged = errors.New("a file is damaged")

func setupInfo(t *fileTask, f *pflag.FlagSet) func(args []string) error {
	asJSON := f.Bool("json", false, "print an object a line for each file")
	withHash := f.Bool("sha256", false, "tell the file's SHA-256 as well")
	return func(args []string) error {
		if len(args) == 0 {
			return errUsage{errors.New("want a file")}
		}
		var end error
		for n, name := range args {
			info, err := t.inspect(name, *withHash)
			if err != nil {
				return err
			}
			t.progress.clear()
			var text []byte
			if *asJSON {
				if text, err = info.AppendJSON(nil); err != nil {
					return fileError(name, err)
				}
				text = append(text, '\n')
			} else {
				if n > 0 {
					text = append(text, '\n')
				}
				text = info.AppendText(text)
			}
			if _, err := t.stdout.Write(text); err != nil {
				return err
			}
			if info.Error != "" {
				end = errDamaged
			}
		}
		return end
	}
}

func (t *fileTask) inspect(name string, withHash bool) (*filetool.Info, error) {
	r, err := t.openFile(name)
	if err != nil {
		return nil, err
	}
	defer r.Close()
	info := filetool.Inspect(name, r, t.progress.of(r.Size()))
	if withHash {
		if info.SHA256, err = hashFile(name); err != nil {
			return nil, fileError(name, err)
		}
	}
	return info, nil
}

// hashFile reads the file once more: a damaged one is not read to its end the
// first time.
func hashFile(name string) (string, error) {
	if name == "-" {
		return "", fmt.Errorf("--sha256 needs a file with a name")
	}
	f, err := os.Open(name)
	if err != nil {
		return "", err
	}
	defer f.Close()
	h := sha256.New()
	if _, err := io.Copy(h, f); err != nil {
		return "", err
	}
	return hex.EncodeToString(h.Sum(nil)), nil
}
