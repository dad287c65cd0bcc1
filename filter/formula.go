package filter

// A formula is a boolean expression over tests of values, which later stages
// turn into a graph. Operands of and and or are evaluated from left to right,
// as far as needed; that order is part of the meaning, because a load beyond
// the captured bytes rejects the packet at once.
type formula struct {
	kind formulaKind
	kids []*formula // fAnd, fOr; fNot has one
	test test       // fTest
	v    value      // fLet: the variable; fTouch: the value
	to   value      // fLet: what it becomes

	chain *chainTest // fChain
	set   set        // fTest with op vNone: a is in the set
	cases []kase     // fSwitch: what has to be true if v is in a set
}

type formulaKind uint8

const (
	fFalse formulaKind = iota
	fTrue
	fTest
	fAnd
	fOr
	fNot
	fLet    // sets a variable and is true
	fTouch  // rejects the packet if the value is beyond its end, and is true
	fChain  // follows protocol headers
	fSwitch // is true if the case that v belongs to is
)

// A kase is a case of a switch. Cases do not overlap.
type kase struct {
	set  set
	then *formula
}

// A test compares a value with a constant or, if b is not none, another value.
type test struct {
	op valueOp // vEq, vGt, vGe, vSet
	a  value
	b  value
	k  uint32
}

var (
	never  = &formula{kind: fFalse}
	always = &formula{kind: fTrue}
)

func not(f *formula) *formula {
	switch f.kind {
	case fFalse:
		return always
	case fTrue:
		return never
	case fNot:
		return f.kids[0]
	}
	return &formula{kind: fNot, kids: []*formula{f}}
}

// allOf is true if all of fs are.
func allOf(fs ...*formula) *formula { return join(fAnd, fTrue, fFalse, fs) }

// anyOf is true if at least one of fs is.
func anyOf(fs ...*formula) *formula { return join(fOr, fFalse, fTrue, fs) }

func join(kind, neutral, final formulaKind, fs []*formula) *formula {
	out := make([]*formula, 0, len(fs))
	for _, f := range fs {
		if f.kind == neutral {
			continue
		}
		out = append(out, f)
		if f.kind == final {
			break
		}
	}
	switch len(out) {
	case 0:
		return &formula{kind: neutral}
	case 1:
		return out[0]
	}
	return &formula{kind: kind, kids: out}
}

// let sets the variable v to to, and is true.
func let(v, to value) *formula { return &formula{kind: fLet, v: v, to: to} }

func isTest(op valueOp, v value, k uint32) *formula {
	return &formula{kind: fTest, test: test{op: op, a: v, k: k}}
}

func equals(v value, k uint32) *formula  { return isTest(vEq, v, k) }
func above(v value, k uint32) *formula   { return isTest(vGt, v, k) }
func atLeast(v value, k uint32) *formula { return isTest(vGe, v, k) }

// hasBits is true if any of the bits of k is set in v.
func hasBits(v value, k uint32) *formula { return isTest(vSet, v, k) }

// compare is true if a op b.
func compare(op valueOp, a, b value) *formula {
	return &formula{kind: fTest, test: test{op: op, a: a, b: b}}
}

// touch is true, but rejects packets that end before v.
func touch(v value) *formula { return &formula{kind: fTouch, v: v} }

// inSet is true if v is in s.
func inSet(v value, s set) *formula {
	return &formula{kind: fTest, test: test{a: v}, set: s}
}

func oneOf(v value, cases []kase) *formula {
	return &formula{kind: fSwitch, v: v, cases: cases}
}
