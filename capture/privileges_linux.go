package capture

import (
	"errors"
	"fmt"
	"os/user"
	"runtime"
	"strconv"
	"syscall"

	"golang.org/x/sys/unix"
)

// A ring needs CAP_NET_RAW while it is opened, CAP_SYS_ADMIN beside it for
// another network namespace, and nothing afterwards. What follows gives up the
// rest. All of it acts on every thread of the process, which is possible in
// programs built without cgo only.

// ErrCgo: a program that was built with cgo cannot change what all its threads
// may do.
var ErrCgo = errors.New("not possible in a program built with cgo")

// DropCapabilities gives up all capabilities but those in keep (unix.CAP_...)
// and sets no_new_privs, so that no program that is started can regain them.
// Files that belong to others can then be opened with CAP_DAC_OVERRIDE in keep
// only, even by root.
func DropCapabilities(keep ...int) error {
	fail := func(op string, err error) error {
		if errors.Is(err, unix.ENOTSUP) {
			err = ErrCgo
		}
		return fmt.Errorf("capture: giving up capabilities: %s: %w", op, err)
	}
	var kept uint64
	for _, c := range keep {
		kept |= 1 << c
	}
	if err := allThreadsPrctl(unix.PR_SET_NO_NEW_PRIVS, 1); err != nil {
		return fail("PR_SET_NO_NEW_PRIVS", err)
	}
	held, err := capabilities()
	if err != nil {
		return fail("capget", err)
	}
	// Ambient capabilities go with the inheritable ones. The bounding set may
	// stay: with no_new_privs nothing is gained from it, not even by root.
	if err := setCapabilities(held & kept); err != nil {
		return fail("capset", err)
	}
	return nil
}

func allThreadsPrctl(op int, arg uintptr) error {
	if _, _, errno := syscall.AllThreadsSyscall6(unix.SYS_PRCTL, uintptr(op), arg, 0, 0, 0, 0); errno != 0 {
		return errno
	}
	return nil
}

// An Account is a user to switch to.
type Account struct {
	Name     string
	UID, GID int
	Groups   []int
}

// ErrNoUser: there is no user of that name.
var ErrNoUser = errors.New("couldn't find user")

// LookupAccount finds a user by name. It reads the system's user data base, so
// it is called before anything is given up.
func LookupAccount(name string) (Account, error) {
	u, err := user.Lookup(name)
	if err != nil {
		return Account{}, fmt.Errorf("capture: %w '%s'", ErrNoUser, name)
	}
	a := Account{Name: name}
	ids, err := u.GroupIds()
	if err != nil {
		return Account{}, fmt.Errorf("capture: groups of user %s: %w", name, err)
	}
	a.Groups = make([]int, len(ids))
	for i, id := range ids {
		if a.Groups[i], err = strconv.Atoi(id); err != nil {
			return Account{}, fmt.Errorf("capture: groups of user %s: %w", name, err)
		}
	}
	if a.UID, err = strconv.Atoi(u.Uid); err == nil {
		a.GID, err = strconv.Atoi(u.Gid)
	}
	if err != nil {
		return Account{}, fmt.Errorf("capture: user %s: %w", name, err)
	}
	return a, nil
}

// WithFileRights runs f in a thread that may do to files what the user may,
// while the process stays as it is: to find out what will be possible after
// Switch.
func (a Account) WithFileRights(f func() error) error {
	done := make(chan error)
	// The goroutine never unlocks its thread, which therefore ends with it.
	go func() {
		runtime.LockOSThread()
		for _, step := range []struct {
			op string
			f  func() error
		}{
			{"setgroups", func() error { return unix.Setgroups(a.Groups) }}, // of this thread
			{"setfsgid", func() error { return unix.Setfsgid(a.GID) }},
			{"setfsuid", func() error { return unix.Setfsuid(a.UID) }}, // with it go the capabilities about files
		} {
			if err := step.f(); err != nil {
				done <- fmt.Errorf("capture: rights of user %s: %s: %w", a.Name, step.op, err)
				return
			}
		}
		done <- f()
	}()
	return <-done
}

// Switch makes the process run as the user, for good. Capabilities go with it
// if the process was root's, and no_new_privs is set, so that no program that
// is started can regain them; in a program built with cgo it is not.
func (a Account) Switch() error {
	for _, step := range []struct {
		op string
		f  func() error
	}{
		{"setgroups", func() error { return syscall.Setgroups(a.Groups) }},
		{"setgid", func() error { return syscall.Setgid(a.GID) }},
		{"setuid", func() error { return syscall.Setuid(a.UID) }},
		{"PR_SET_NO_NEW_PRIVS", func() error {
			if err := allThreadsPrctl(unix.PR_SET_NO_NEW_PRIVS, 1); !errors.Is(err, unix.ENOTSUP) {
				return err
			}
			return nil
		}},
	} {
		if err := step.f(); err != nil {
			return fmt.Errorf("capture: switching to user %s: %s: %w", a.Name, step.op, err)
		}
	}
	return nil
}
