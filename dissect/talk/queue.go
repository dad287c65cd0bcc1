package talk

import "math"

// A queue has the requests of a connection that wait for their responses,
// which come in the same order (RFC 9112 section 9.3).
type queue struct {
	ring  [maxAsked]asked
	first int
	n     int
	met   bool // a response came that is to one of an unknown number of requests
}

// An asked is a request that waits, or stands for several.
type asked struct {
	at     int64 // the end of its head
	method method
	// more is 0 for a request; otherwise how many did not fit, or negative
	// where an unknown number was not captured. Then the rest is not valid.
	more int
}

// A method is one of those that change how a response is read.
type method uint8

const (
	methodOther method = iota
	methodHead
	methodConnect
)

// unknown is a time that is not known.
const unknown = math.MinInt64

func (q *queue) front() *asked { return &q.ring[q.first] }

func (q *queue) last() *asked { return &q.ring[(q.first+q.n-1)%maxAsked] }

// push puts a request at the end. One that does not fit, or comes behind such
// as were lost, is not told from them.
func (q *queue) push(a asked) {
	switch {
	case q.n > 0 && q.last().more > 0:
		q.last().more++
		return
	case q.n > 0 && q.last().more < 0:
		return
	case q.n == maxAsked-1:
		a = asked{at: unknown, more: 1}
	}
	q.n++
	*q.last() = a
}

// lost says that requests were not captured.
func (q *queue) lost() {
	if q.n == 0 || q.last().more == 0 {
		q.n++
	}
	*q.last() = asked{at: unknown, more: -1}
}

// pop takes what is in front, of which a response has come.
func (q *queue) pop() {
	a := q.front()
	if a.more < 0 {
		q.met = true
		return
	}
	if a.more > 1 {
		a.more--
		return
	}
	q.first = (q.first + 1) % maxAsked
	if q.n--; q.n == 0 {
		*q = queue{}
	}
}
