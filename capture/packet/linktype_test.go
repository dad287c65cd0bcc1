package packet

import "testing"

func TestLinkTypesAscend(t *testing.T) {
	for i := 1; i < len(linkTypes); i++ {
		if linkTypes[i-1].number >= linkTypes[i].number {
			t.Errorf("%d stands before %d: String searches by halves", linkTypes[i-1].number, linkTypes[i].number)
		}
	}
}

func TestParseLinkType(t *testing.T) {
	for i := range linkTypes {
		row := &linkTypes[i]
		if got, ok := ParseLinkType("dlt_" + row.name); !ok || got != row.number {
			t.Errorf("ParseLinkType(dlt_%s) = %d, %v; want %d", row.name, got, ok, row.number)
		}
		if got := row.number.String(); got != row.name {
			t.Errorf("LinkType(%d).String() = %q, want %q", row.number, got, row.name)
		}
	}
	if _, ok := ParseLinkType("nosuch"); ok {
		t.Error("ParseLinkType accepted a name that does not exist")
	}
	if got := LinkType(3000).String(); got != "3000" {
		t.Errorf("LinkType(3000).String() = %q", got)
	}
}
