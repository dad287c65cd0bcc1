package filter

import "testing"

func TestLex(t *testing.T) {
	for _, c := range []struct {
		in   string
		want []kind
	}{
		{"tcp port 80", []kind{tokProtoName, tokPort, tokNum}},
		{"len-20", []kind{tokID}}, // the longest token wins
		{"len - 20", []kind{tokLen, tokSub, tokNum}},
		{"80-90", []kind{tokID}},
		{"tcp-syn", []kind{tokNum}},
		{"tcp-x", []kind{tokID}},
		{"a-", []kind{tokID, tokSub}},
		{"es-is", []kind{tokProtoName}},
		{"10.1/16", []kind{tokHID, tokDiv, tokNum}},
		{"1.2.3.4.5", []kind{tokID}},
		{"0x1.2", []kind{tokHID}},
		{"1:2:3:4:5:6", []kind{tokEID}},
		{"1-2-3-4-5-6", []kind{tokEID}},
		{"1.2.3.4.5.6", []kind{tokEID}},
		{"0011.2233.4455", []kind{tokEID}},
		{"001122334455", []kind{tokEID}},
		{"::", []kind{tokHID6}},
		{"::1/128", []kind{tokHID6, tokDiv, tokNum}},
		{"fe80::1:2", []kind{tokHID6}},
		{"::ffff:10.0.0.1", []kind{tokHID6}},
		{"1:2:3:4:5:6:7:8", []kind{tokHID6}},
		{"$5c", []kind{tokAID}},
		{"\\tcp", []kind{tokID}},
		{"!tcp&&!udp||x", []kind{tokNot, tokProtoName, tokAnd, tokNot, tokProtoName, tokOr, tokID}},
		{"a<=b!=c==d>>e", []kind{tokID, tokLE, tokID, tokNE, tokID, tokEQ, tokID, tokRsh, tokID}},
		{"ip[2:2]", []kind{tokProtoName, tokLBracket, tokNum, tokColon, tokNum, tokRBracket}},
	} {
		toks, err := lex(c.in)
		if err != nil {
			t.Errorf("%q: %v", c.in, err)
			continue
		}
		var got []kind
		for _, x := range toks[:len(toks)-1] {
			got = append(got, x.kind)
		}
		if len(got) != len(c.want) {
			t.Errorf("%q: %v, want %v", c.in, got, c.want)
			continue
		}
		for i := range got {
			if got[i] != c.want[i] {
				t.Errorf("%q: token %d is %v, want %v", c.in, i, got[i], c.want[i])
			}
		}
	}
}

func TestNumbers(t *testing.T) {
	for _, c := range []struct {
		in   string
		want uint32
		err  string
	}{
		{"0", 0, ""}, {"80", 80, ""}, {"0x50", 80, ""}, {"0X50", 80, ""}, {"0120", 80, ""},
		{"4294967295", 4294967295, ""},
		{"4294967296", 0, "number 4294967296 overflows 32 bits"},
		{"0x100000000", 0, "number 0x100000000 overflows 32 bits"},
		{"08", 0, "number 08 contains non-octal digit"},
	} {
		if got, err := parseNumber(c.in); got != c.want || err != c.err {
			t.Errorf("%s: %d, %q", c.in, got, err)
		}
	}
}

// TestIP6Form compares with every way to write the groups of an address.
func TestIP6Form(t *testing.T) {
	for s, want := range map[string]bool{
		"::": true, "::1": true, "1::": true, "1::8": true, "1:2:3:4:5:6:7:8": true,
		"1:2:3:4:5:6:7::": true, "::2:3:4:5:6:7:8": true, "1:2:3:4:5:6:1.2.3.4": true,
		"::1.2.3.4": true, "::999.2.3.4": true, "1::2::3": false, "1:2": false, "1:2:3:4:5:6:7:8:9": false,
		"12345::": false, ":1": false, "1:": false, "1.2.3.4::": false, "1:2:3:4:5:6:7:8::": false,
		"1::2:3:4:5:6:7:8": false,
	} {
		if isIP6(s) != want {
			t.Errorf("isIP6(%q) = %v", s, !want)
		}
	}
}
