//go:build unix

package pcapio

import (
	"os"
	"syscall"
)

// owns reports whether a file belongs to the owner already.
func owns(st os.FileInfo, o *Owner) bool {
	s, ok := st.Sys().(*syscall.Stat_t)
	return ok && int(s.Uid) == o.UID && int(s.Gid) == o.GID
}
