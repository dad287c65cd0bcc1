package talk

// An entry is an element of an lru.
type entry[T any] struct {
	prev, next *entry[T]
	at         int64 // when it was last put at the end, nanoseconds since 1970
	v          T
}

// An lru is a list in the order of last use, oldest first, that keeps entries
// which were removed for reuse. It never has more of them than were ever in use
// at once.
type lru[T any] struct {
	first, last *entry[T]
	free        *entry[T]
	n           int
}

// add puts an entry, whose value is as it was when removed, at the end.
func (l *lru[T]) add(at int64) *entry[T] {
	e := l.free
	if e == nil {
		e = new(entry[T])
	} else {
		l.free = e.next
	}
	l.n++
	l.push(e, at)
	return e
}

func (l *lru[T]) push(e *entry[T], at int64) {
	e.at, e.prev, e.next = at, l.last, nil
	if l.last == nil {
		l.first = e
	} else {
		l.last.next = e
	}
	l.last = e
}

func (l *lru[T]) unlink(e *entry[T]) {
	if e.prev == nil {
		l.first = e.next
	} else {
		e.prev.next = e.next
	}
	if e.next == nil {
		l.last = e.prev
	} else {
		e.next.prev = e.prev
	}
}

// touch puts an entry at the end.
func (l *lru[T]) touch(e *entry[T], at int64) {
	l.unlink(e)
	l.push(e, at)
}

func (l *lru[T]) remove(e *entry[T]) {
	l.unlink(e)
	l.n--
	e.prev, e.next = nil, l.free
	l.free = e
}
