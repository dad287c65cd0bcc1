package jsonview

import (
	"bytes"
	"encoding/binary"

	"wiredump/dissect"
)

// dhcp shows a BOOTP or DHCP message (RFC 951, RFC 2131).
func (e *encoder) dhcp(b []byte, length int) {
	var h dissect.DHCP
	h.Decode(b)
	e.begin(dissect.ProtoDHCP)
	e.header(h.Captured, dissect.DHCPLen)
	e.namedTo(1, "operation", uint32(h.Op), bootpOperations)
	e.numTo(2, "hardware_type", uint64(h.HardwareType))
	e.numTo(3, "hardware_length", uint64(h.HardwareLen))
	e.numTo(4, "hops", uint64(h.Hops))
	e.numTo(8, "id", uint64(h.ID))
	e.numTo(10, "seconds", uint64(h.Seconds))
	if e.captured >= 12 {
		e.words("flags", uint32(h.Flags), bootpFlags)
		if h.Flags&0x7fff != 0 {
			e.num("reserved", uint64(h.Flags&0x7fff))
		}
	}
	e.ip4To(16, "client", h.Client)
	e.ip4To(20, "your", h.Your)
	e.ip4To(24, "server", h.Server)
	e.ip4To(28, "gateway", h.Gate)
	if e.captured >= 44 {
		n := min(int(h.HardwareLen), len(h.HardwareAddr))
		e.mac("hardware_address", h.HardwareAddr[:n])
		e.unused("hardware_padding", h.HardwareAddr[n:])
	}
	if e.captured >= 108 {
		e.zeroText("server_name", h.Name)
	}
	if e.captured >= dissect.DHCPLen {
		e.zeroText("file", h.File)
	}
	if o := h.Options(); o != nil {
		e.dhcpOptions(o)
	} else if len(h.Vendor) > 0 {
		e.hex("vendor", h.Vendor)
	}
	e.endObject()
}

// zeroText adds text that ends with a zero byte, and what is behind that if it
// is not all zeros.
func (e *encoder) zeroText(k string, b []byte) {
	text, rest, _ := bytes.Cut(b, []byte{0})
	if len(bytes.Trim(rest, "\x00")) > 0 {
		text = b
	}
	e.bytes(k, text)
}

func (e *encoder) dhcpOptions(o dissect.DHCPOptions) {
	e.array("options")
	var end dissect.DHCPOptions
	for {
		opt, rest, ok := o.Next()
		if !ok {
			end = o
			break
		}
		e.item()
		e.named("code", uint32(opt.Code), dhcpCodes)
		e.num("length", uint64(opt.Len))
		if len(opt.Data) < opt.Len {
			e.bool("bad", true)
		}
		e.dhcpOption(opt.Code, opt.Data)
		e.endObject()
		o = rest
	}
	e.endArray()
	// Behind the end there should be padding.
	end = bytes.TrimLeft(end, "\x00")
	if len(end) > 0 && end[0] == dissect.DHCPEnd {
		e.bool("end", true)
		end = end[1:]
	}
	if len(bytes.Trim(end, "\x00")) > 0 {
		e.hex("rest", end)
	}
}

// dhcpOption adds the value of an option in the form that its code has; as
// bytes where it has not such a form.
func (e *encoder) dhcpOption(code uint8, b []byte) {
	switch code {
	case 1, 28, 50, 54: // mask, broadcast, requested address, server
		if len(b) == 4 {
			e.ip4("address", [4]byte(b))
			return
		}
	case 3, 4, 5, 6, 42, 44: // routers and servers
		if len(b) > 0 && len(b)%4 == 0 {
			e.array("addresses")
			for ; len(b) > 0; b = b[4:] {
				e.ip4Item([4]byte(b))
			}
			e.endArray()
			return
		}
	case 12, 15, 17, 40, 56, 60, 66, 67: // names and messages
		e.bytes("text", b)
		return
	case 26, 57: // MTU, size
		if len(b) == 2 {
			e.num("value", uint64(binary.BigEndian.Uint16(b)))
			return
		}
	case 51, 58, 59: // times in seconds
		if len(b) == 4 {
			e.num("value", uint64(binary.BigEndian.Uint32(b)))
			return
		}
	case dissect.DHCPMessageType:
		if len(b) == 1 {
			e.named("value", uint32(b[0]), dhcpMessages)
			return
		}
	case dissect.DHCPParameterRequest:
		e.array("codes")
		for _, c := range b {
			e.numItem(uint64(c))
		}
		e.endArray()
		return
	}
	if len(b) > 0 {
		e.hex("data", b)
	}
}

var (
	bootpOperations = []word{{dissect.BOOTPRequest, "request"}, {dissect.BOOTPReply, "reply"}}
	bootpFlags      = []string{15: "broadcast"}
	dhcpMessages    = []word{
		{1, "discover"}, {2, "offer"}, {3, "request"}, {4, "decline"}, {5, "ack"}, {6, "nak"}, {7, "release"}, {8, "inform"},
		{9, "force-renew"}, {10, "lease-query"}, {11, "lease-unassigned"}, {12, "lease-unknown"}, {13, "lease-active"},
	}
	// dhcpCodes are those of IANA that are seen most.
	dhcpCodes = []word{
		{1, "subnet-mask"}, {2, "time-offset"}, {3, "router"}, {4, "time-server"}, {5, "name-server"}, {6, "domain-name-server"},
		{12, "host-name"}, {15, "domain-name"}, {17, "root-path"}, {26, "mtu"}, {28, "broadcast-address"}, {33, "static-route"},
		{40, "nis-domain"}, {42, "ntp-server"}, {43, "vendor-specific"}, {44, "netbios-name-server"}, {46, "netbios-node-type"},
		{50, "requested-address"}, {51, "lease-time"}, {52, "overload"}, {53, "message-type"}, {54, "server-id"},
		{55, "parameter-request"}, {56, "message"}, {57, "max-message-size"}, {58, "renewal-time"}, {59, "rebinding-time"},
		{60, "vendor-class"}, {61, "client-id"}, {66, "tftp-server"}, {67, "boot-file"}, {77, "user-class"}, {81, "fqdn"},
		{82, "agent-information"}, {119, "search-domain"}, {121, "classless-route"}, {249, "classless-route-ms"}, {252, "proxy"},
	}
)

// dhcp6 shows a DHCPv6 message (RFC 8415). What relays put around a message is
// an option with a message in it.
func (e *encoder) dhcp6(b []byte, length int) {
	e.begin(dissect.ProtoDHCPv6)
	e.dhcp6Message(b)
	e.endObject()
}

func (e *encoder) dhcp6Message(b []byte) {
	var h dissect.DHCPv6
	h.Decode(b)
	size := dissect.DHCPv6Len
	if h.Relay {
		size = dissect.DHCPv6RelayLen
	}
	e.header(h.Captured, size)
	e.namedTo(1, "type", uint32(h.Type), dhcp6Messages)
	if h.Relay {
		e.numTo(2, "hops", uint64(h.Hops))
		e.ip6To(18, "link", h.Link)
		e.ip6To(34, "peer", h.Peer)
	} else {
		e.numTo(4, "id", uint64(h.ID))
	}
	if h.Captured == size {
		e.dhcp6Options(h.Options)
	}
}

func (e *encoder) dhcp6Options(o dissect.DHCPv6Options) {
	e.array("options")
	for {
		opt, rest, ok := o.Next()
		if !ok {
			break
		}
		e.item()
		e.named("code", uint32(opt.Code), dhcp6Codes)
		e.num("length", uint64(opt.Len))
		if len(opt.Data) < opt.Len {
			e.bool("bad", true)
			e.hex("data", opt.Data)
		} else {
			e.dhcp6Option(opt.Code, opt.Data)
		}
		e.endObject()
		o = rest
	}
	e.endArray()
	if len(o) > 0 {
		e.hex("rest", o)
	}
}

// dhcp6Option adds the value of an option, which may have options in it.
func (e *encoder) dhcp6Option(code uint16, b []byte) {
	if e.depth++; e.depth > dissect.MaxNesting {
		e.hex("data", b)
		return
	}
	defer func() { e.depth-- }()
	f := fields{e: e, b: b}
	switch {
	case (code == 3 || code == 25) && len(b) >= 12: // IA_NA, IA_PD
		f.num("iaid", 4)
		f.num("t1", 4)
		f.num("t2", 4)
		e.dhcp6Options(f.b)
	case code == 4 && len(b) >= 4: // IA_TA
		f.num("iaid", 4)
		e.dhcp6Options(f.b)
	case code == 5 && len(b) >= 24: // address
		f.ip6("address")
		f.num("preferred_lifetime", 4)
		f.num("valid_lifetime", 4)
		e.dhcp6Options(f.b)
	case code == 26 && len(b) >= 25: // prefix
		f.num("preferred_lifetime", 4)
		f.num("valid_lifetime", 4)
		f.num("prefix_length", 1)
		f.ip6("prefix")
		e.dhcp6Options(f.b)
	case code == 6 && len(b)%2 == 0: // option request
		e.array("codes")
		for ; len(b) > 0; b = b[2:] {
			e.numItem(uint64(binary.BigEndian.Uint16(b)))
		}
		e.endArray()
	case code == 7 && len(b) == 1: // preference
		e.num("value", uint64(b[0]))
	case code == 8 && len(b) == 2: // elapsed time, in 1/100 s
		e.num("value", uint64(binary.BigEndian.Uint16(b)))
	case code == 9: // relayed message
		e.object("message")
		e.dhcp6Message(b)
		e.endObject()
	case code == 13 && len(b) >= 2: // status
		f.named("status", 2, dhcp6Statuses)
		e.bytes("text", f.b)
	case (code == 23 || code == 31) && len(b) > 0 && len(b)%16 == 0: // name and time servers
		e.array("addresses")
		for ; len(b) > 0; b = b[16:] {
			e.ip6Item([16]byte(b))
		}
		e.endArray()
	case len(b) > 0:
		e.hex("data", b)
	}
}

var (
	dhcp6Messages = []word{
		{1, "solicit"}, {2, "advertise"}, {3, "request"}, {4, "confirm"}, {5, "renew"}, {6, "rebind"}, {7, "reply"}, {8, "release"},
		{9, "decline"}, {10, "reconfigure"}, {11, "information-request"}, {12, "relay-forward"}, {13, "relay-reply"},
		{14, "lease-query"}, {15, "lease-query-reply"},
	}
	dhcp6Codes = []word{
		{1, "client-id"}, {2, "server-id"}, {3, "ia-na"}, {4, "ia-ta"}, {5, "ia-address"}, {6, "option-request"}, {7, "preference"},
		{8, "elapsed-time"}, {9, "relay-message"}, {11, "auth"}, {12, "server-unicast"}, {13, "status"}, {14, "rapid-commit"},
		{15, "user-class"}, {16, "vendor-class"}, {17, "vendor-options"}, {18, "interface-id"}, {19, "reconfigure-message"},
		{20, "reconfigure-accept"}, {21, "sip-names"}, {22, "sip-servers"}, {23, "dns-servers"}, {24, "domain-search"},
		{25, "ia-pd"}, {26, "ia-prefix"}, {31, "sntp-servers"}, {37, "remote-id"}, {38, "subscriber-id"}, {39, "fqdn"}, {56, "ntp-server"},
	}
	dhcp6Statuses = []word{
		{0, "success"}, {1, "unspecified-failure"}, {2, "no-addresses"}, {3, "no-binding"}, {4, "not-on-link"}, {5, "use-multicast"}, {6, "no-prefix"},
	}
)
