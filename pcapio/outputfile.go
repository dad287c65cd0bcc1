package pcapio

import (
	"io"
	"os"
	"path/filepath"
)

// partEnding is what an unfinished file's name ends in.
const partEnding = ".part"

// An outputFile is one file on disk, or standard output.
type outputFile struct {
	name    string // final
	path    string // as opened
	out     io.Writer
	f       *os.File // nil for standard output
	z       compressor
	n       int64 // bytes written
	regular bool  // what it is on disk: not a FIFO or device
}

func (f *outputFile) Write(b []byte) (int, error) {
	n, err := f.out.Write(b)
	f.n += int64(n)
	return n, err
}

// createFile opens a file for writing. Only regular files are emptied, given
// another owner, or put in place at the end.
func createFile(name string, atomic bool, owner *Owner) (*outputFile, error) {
	f := &outputFile{name: name, path: name}
	if atomic {
		if st, err := os.Stat(name); err != nil || st.Mode().IsRegular() {
			f.path += partEnding
		}
	}
	file, err := os.OpenFile(f.path, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o666)
	if err != nil {
		return nil, err
	}
	st, err := file.Stat()
	if err != nil {
		file.Close()
		return nil, err
	}
	f.f, f.out, f.regular = file, file, st.Mode().IsRegular()
	if owner != nil && f.regular && !owns(st, owner) {
		if err := file.Chown(owner.UID, owner.GID); err != nil {
			file.Close()
			return nil, err
		}
	}
	return f, nil
}

// cut shortens the file to n bytes, where its last whole record ends. What is
// compressed stays as it is: the decompressor finds the end.
func (f *outputFile) cut(n int64) {
	if f.regular && f.z == nil {
		f.f.Truncate(n) // nothing more can be done about an error here
	}
}

// abandon closes a file after an error. Its name stays the unfinished one.
func (f *outputFile) abandon() {
	if f.f != nil {
		f.f.Close()
	}
}

// maxRecount is the size in bytes of the largest file that is read again to
// count its packets. Of a larger one those count that were flushed.
const maxRecount = 256 << 20

// recount returns how many packets can be read of a compressed file that was
// abandoned: only the decompressor knows what is in what was written of it.
func (f *outputFile) recount() (n int64) {
	r, err := Open(f.path, ReaderOptions{})
	if err != nil {
		return 0
	}
	defer r.Close()
	for {
		b, err := r.Next()
		if err != nil {
			return n // the end that it has
		}
		n += int64(len(b.Packets))
		b.Release()
	}
}

func (f *outputFile) sync() error {
	if !f.regular {
		return nil
	}
	return f.f.Sync()
}

// finish closes the file and gives it its final name.
func (f *outputFile) finish(sync bool) error {
	if f.f == nil {
		return nil
	}
	if sync {
		if err := f.sync(); err != nil {
			f.f.Close()
			return err
		}
	}
	if err := f.f.Close(); err != nil {
		return err
	}
	if f.path != f.name {
		if err := os.Rename(f.path, f.name); err != nil {
			return err
		}
	}
	if sync && f.regular {
		return syncDir(filepath.Dir(f.name))
	}
	return nil
}

// syncDir makes a directory's new entry outlive a loss of power.
func syncDir(name string) error {
	d, err := os.Open(name)
	if err != nil {
		return err
	}
	defer d.Close()
	return d.Sync()
}
