// Package filter compiles the packet filter language of pcap-filter(7) to
// classic BPF, without libpcap, and runs the programs.
//
//	p, err := filter.Compile("tcp port 80 and not host 10.0.0.1", filter.Options{LinkType: packet.Ethernet})
//
// The language is that of libpcap 1.10.3 with the additions of later versions
// that need no new syntax (vxlan, more names); docs/filter.md names the few
// expressions that are understood differently. Programs are checked against
// libpcap's: they accept the same packets, whole or cut, and are shorter.
//
// # The language
//
// An expression is made of primitives, joined by "and" (&&), "or" (||) and
// "not" (!). "not" binds tightest; "and" and "or" bind equally strongly, from
// left to right. Parentheses group.
//
//	[proto] [dir] [type] id     what an address, port or number has to be
//	proto                       what the packet has to be
//	expr relop expr             arithmetic
//
//	type   host net port portrange proto protochain gateway
//	dir    src, dst, src or dst, src and dst, and in 802.11 ra ta addr1 addr2 addr3 addr4
//	proto  ether (link fddi tr wlan ppp slip) ip ip6 arp rarp tcp udp sctp icmp icmp6 igmp ah esp ...
//	id     a name, a number, 10.1.2.3, 10.1, 2001:db8::1, 10.0.0.0/8, 10.0.0.0 mask 255.0.0.0,
//	       00:00:5e:00:53:01, $5c (ARCnet), or a list of them in parentheses
//
// An id that stands alone inherits what was said before it: "tcp port 80 or
// 443". A backslash takes a keyword for a name: "ip proto \tcp".
//
// Primitives of their own:
//
//	broadcast multicast         also with ether, ip or ip6 in front
//	less n, greater n           of the packet's length
//	inbound outbound ifindex n  of how it was captured
//	vlan [n] mpls [n] pppoed pppoes [n] geneve [n] vxlan [n]
//	                            what follows looks inside of the tunnel
//	llc [type], iso, isis, clnp, l1, lsp ...
//	type t [subtype s], dir d   of 802.11 frames
//	ifname rset rnr reason action   of OpenBSD's packet filter log
//	lane vpi vci oam ...        of SunATM
//	fisu lssu msu sio opc dpc sls   of SS7
//
// Arithmetic has numbers in C's syntax, len, proto[offset:size] with a size of
// 1, 2 or 4 bytes, + - * / % & | ^ << >>, and the relations = == != < > <= >=.
// All numbers have 32 bits and no sign. Names stand for some of them: tcpflags,
// tcp-syn, icmptype, icmp-echo and so on.
//
//	ip[2:2] - ((ip[0] & 0xf) << 2) > 100
//	tcp[tcpflags] & (tcp-syn|tcp-ack) == tcp-syn
//
// # From text to program
//
//	lexer.go, parser.go    text -> syntax tree (ast.go)
//	gen*.go, link*.go      syntax tree -> formula: tests of values (formula.go, value.go)
//	graph.go, fold.go      formula -> decision diagram, without what libpcap drops
//	optimize.go            diagram -> a smaller one
//	share.go, codegen.go, emit.go, compare.go  diagram -> blocks
//	merge.go, asm.go       blocks -> program: the only stage that knows distances
//	plain.go               formula -> blocks as it stands, for NoOptimize
//
// A load beyond the captured bytes rejects a packet at once, so the order of
// loads is part of a formula's meaning. Only fold.go drops loads, as libpcap
// does; optimize.go moves tests over them where libpcap does.
//
// How to add a primitive or a link type stands at the top of gen.go.
//
// # Sockets and files
//
// The kernel runs a filter over other bytes than a savefile will hold: it keeps
// VLAN tags beside frames, for example. With Options.Live, a program is made
// for a socket and reads what is missing from the kernel's ancillary words. It
// accepts what the program without Live accepts of the restored packets.
package filter
