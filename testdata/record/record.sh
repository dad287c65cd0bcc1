#!/bin/bash
# record.sh [NAME...]: makes the captures of testdata anew, all or the named
# groups (see the functions group_* below).
#
# Everything runs in mount, process and network namespaces of its own, so that
# nothing is left behind and no packet leaves them. Needs root, Go, tcpdump,
# nginx, dnsmasq, netcat-openbsd, curl, dig (bind9-dnsutils), ping
# (iputils-ping), ip and tc (iproute2), nft (nftables), ethtool.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
out=$(dirname "$here")

if [ -z "${RECORD_INSIDE:-}" ]; then
	[ "$(id -u)" = 0 ] || { echo "record.sh: needs root" >&2; exit 1; }
	work=$(mktemp -d)
	trap 'rm -rf "$work"' EXIT
	(cd "$here" && CGO_ENABLED=0 go build -o "$work/record" .)
	RECORD_INSIDE=$work unshare --mount --net --pid --fork --kill-child --mount-proc bash "$0" "$@"
	exit
fi

work=$RECORD_INSIDE
record=$work/record
export TZ=UTC LC_ALL=C
mkdir -p /run/netns
mount -t tmpfs none /run/netns

inside() { ip netns exec "$@"; }

# capture NAME NETNS INTERFACE [tcpdump argument...]: begins to record; "done_"
# ends it. Addresses, ports and contents are the same each time; times, initial
# sequence numbers and time stamp options are not.
capture() {
	local name=$1 ns=$2 ifc=$3
	shift 3
	: >"$work/err"
	ip netns exec "$ns" tcpdump --immediate-mode -U -Z root -i "$ifc" -w "$out/$name.pcap" "$@" 2>"$work/err" &
	capturing=$!
	until grep -q 'listening on' "$work/err"; do
		kill -0 $capturing || { cat "$work/err" >&2; exit 1; }
		sleep 0.02
	done
	sleep 0.1
	now=$name
}

done_() {
	sleep "${1:-0.3}"
	kill $capturing # TERM: a background job ignores INT
	wait $capturing || true
	printf '%-22s %4d packets\n' "$now" "$(tcpdump -r "$out/$now.pcap" -n 2>/dev/null | grep -c '^[0-9]')" >&2
}

# A pair of silent ends: nobody answers, so that crafted packets stay alone.
quiet() {
	ip netns add qa
	ip netns add qb
	ip -n qa link add dev qa index 201 address 02:00:00:00:00:01 type veth peer name qb index 202 address 02:00:00:00:00:02 netns qb
	local n
	for n in qa qb; do
		inside $n sysctl -qw net.ipv6.conf.all.disable_ipv6=1 net.ipv6.conf.default.disable_ipv6=1 net.ipv4.conf.all.arp_ignore=8
		ip -n $n link set $n arp off up
	done
	sleep 0.2
}

# cli (192.0.2.1) - rtr (.254 and 198.51.100.254) - far (198.51.100.2), and srv
# (192.0.2.2) on the first link, joined inside rtr by a bridge.
network() {
	local n
	for n in cli srv rtr far; do
		ip netns add $n
		ip -n $n link set lo up
		inside $n sysctl -qw net.ipv6.conf.default.accept_dad=0 net.ipv6.conf.all.accept_dad=0 net.ipv4.tcp_fastopen=3
	done
	ip -n rtr link add dev br0 index 100 address 02:00:00:00:00:fe type bridge mcast_snooping 0
	link cli eth0 101 02:00:00:00:00:01 rtr c0 111
	link srv eth0 102 02:00:00:00:00:02 rtr s0 112
	link far eth0 103 02:00:00:00:00:03 rtr f0 113
	ip -n rtr link set c0 master br0
	ip -n rtr link set s0 master br0
	inside rtr sysctl -qw net.ipv4.ip_forward=1 net.ipv6.conf.all.forwarding=1 net.ipv4.icmp_ratelimit=0 net.ipv6.icmp.ratelimit=0
	for n in "cli eth0 192.0.2.1 2001:db8::1" "srv eth0 192.0.2.2 2001:db8::2" "rtr br0 192.0.2.254 2001:db8::fe" \
		"rtr f0 198.51.100.254 2001:db8:1::fe" "far eth0 198.51.100.2 2001:db8:1::2"; do
		set -- $n
		ip -n $1 addr add $3/24 dev $2
		ip -n $1 addr add $4/64 dev $2 nodad
		ip -n $1 link set $2 up
	done
	for n in cli srv; do
		ip -n $n route add default via 192.0.2.254
		ip -n $n route add default via 2001:db8::fe
	done
	ip -n far route add default via 198.51.100.254
	ip -n far route add default via 2001:db8:1::fe
	# Ports that a packet filter guards.
	inside srv nft -f - <<-END
		table inet t {
			chain in {
				type filter hook input priority 0
				tcp dport 7001 reject with icmpx admin-prohibited
				tcp dport 7002 reject with icmpx host-unreachable
				tcp dport 7003 drop
			}
		}
	END
	sleep 2.5 # the bridge and IPv6's first words
}

link() { # NETNS NAME INDEX MAC NETNS NAME INDEX
	ip -n "$1" link add dev "$2" index "$3" address "$4" type veth peer name "$6" index "$7" netns "$5"
	inside "$1" ethtool -K "$2" tx off tso off gso off gro off >/dev/null 2>&1 || true
	inside "$5" ethtool -K "$6" tx off tso off gso off gro off >/dev/null 2>&1 || true
	ip -n "$5" link set "$6" up
}

servers() {
	local www=$work/www
	mkdir -p "$www/dir" "$work/nginx"
	chmod 755 "$work" "$www" "$work/nginx"
	printf '<html><body><h1>wiredump</h1></body></html>\n' >"$www/index.html"
	printf 'text that anybody can read\n' >"$www/plain.txt"
	printf '<p><!--#echo var="request_method" --> and more\n</p>\n' >"$www/page.shtml"
	touch -d 2024-01-01T00:00:00Z "$www"/*
	cat >"$work/nginx.conf" <<-END
		daemon off;
		worker_processes 1;
		user root;
		pid $work/nginx/pid;
		error_log $work/nginx/error.log;
		events {}
		http {
			access_log off;
			client_body_temp_path $work/nginx/body; proxy_temp_path $work/nginx/proxy;
			fastcgi_temp_path $work/nginx/fcgi; uwsgi_temp_path $work/nginx/uwsgi; scgi_temp_path $work/nginx/scgi;
			types { text/html html shtml; text/plain txt; }
			server {
				listen 80 fastopen=16;
				listen [::]:80 fastopen=16;
				root $www;
				ssi on;
				location /form { return 201 "made\n"; }
				location /moved { return 301 /plain.txt; }
			}
		}
	END
	inside srv nginx -c "$work/nginx.conf" -p "$work/nginx" &
	cat >"$work/dnsmasq.conf" <<-END
		no-resolv
		no-hosts
		user=root
		pid-file=$work/dnsmasq.pid
		dhcp-leasefile=$work/leases
		bind-interfaces
		listen-address=192.0.2.2,2001:db8::2
		local=/example.org/
		host-record=www.example.org,192.0.2.80,2001:db8::80
		host-record=multi.example.org,192.0.2.81
		address=/wild.example.org/192.0.2.90
		cname=alias.example.org,www.example.org
		mx-host=example.org,mail.example.org,10
		txt-record=example.org,"v=spf1 -all","second string"
		srv-host=_sip._udp.example.org,sip.example.org,5060,5,10
		ptr-record=80.2.0.192.in-addr.arpa,www.example.org
		naptr-record=example.org,100,10,u,E2U+sip,!^.*\$!sip:info@example.org!
		caa-record=example.org,0,issue,ca.example.net
		dns-rr=big.example.org,16,$(printf '%0400d' 0)
		local-ttl=300
	END
	inside srv dnsmasq -k -C "$work/dnsmasq.conf" 2>"$work/dnsmasq.err" &
	cat >"$work/auth.conf" <<-END
		no-resolv
		no-hosts
		user=root
		port=5300
		pid-file=
		bind-interfaces
		auth-server=ns.example.net,eth0
		auth-zone=example.net,192.0.2.0/24
		auth-soa=2024010101,hostmaster.example.net,7200,3600,1209600
		host-record=ns.example.net,192.0.2.2
	END
	# The authoritative server answers on the ordinary port of another address.
	ip -n srv addr add 192.0.2.3/32 dev eth0
	sed -i 's/^port=5300/port=53\nlisten-address=192.0.2.3/; s/auth-server=.*/auth-server=ns.example.net,192.0.2.3/' "$work/auth.conf"
	inside srv dnsmasq -k -C "$work/auth.conf" 2>"$work/auth.err" &
	sleep 0.5
}

# crafted NAME: sends a set through the silent pair.
crafted() {
	capture "$1" qb qb -s "${2:-0}"
	inside qa "$record" craft qa "$1"
	done_
}

# SETS=NAME... chooses among the crafted sets.
group_crafted() {
	local s
	for s in ${SETS:-arp rarp ether vlan ip ip-opt frag icmp ip6-ext icmp6 udp tcp tcp-opt tcp-open dns mdns http}; do
		crafted $s
	done
}

# The same packets with another link header or in another kind of file.
group_relink() {
	"$record" relink null-le "$out/ip6-ext.pcap" "$out/null.pcap"
	"$record" relink null-be "$out/frag.pcap" "$out/null-be.pcap"
	"$record" relink loop "$out/udp.pcap" "$out/loop.pcap"
	"$record" relink swap "$out/arp.pcap" "$out/big-endian.pcap"
	"$record" relink nano "$out/frag.pcap" "$out/nano.pcap"
	"$record" relink cut7 "$out/frag.pcap" "$out/cut.pcap"
}

# forget makes the next packet ask for its neighbour again.
forget() { ip -n "$1" neigh flush dev eth0; }

group_ping() {
	forget cli; forget srv
	capture ping cli eth0
	inside cli ping -q -c 2 -i 0.2 192.0.2.2 >/dev/null
	done_
	forget cli; forget srv
	capture ping6 cli eth0
	inside cli ping -q -c 2 -i 0.2 2001:db8::2 >/dev/null
	done_
	capture ping-options cli eth0 icmp
	inside cli ping -q -c 1 -R 192.0.2.2 >/dev/null
	inside cli ping -q -c 1 -T tsonly 192.0.2.2 >/dev/null
	inside cli ping -q -c 1 -T tsandaddr 198.51.100.2 >/dev/null
	done_
	capture ping-frag cli eth0 ip or ip6
	inside cli ping -q -c 1 -s 3500 192.0.2.2 >/dev/null
	inside cli ping -q -c 1 -s 3500 2001:db8::2 >/dev/null
	done_
}

group_errors() {
	capture icmp-errors cli eth0 icmp or udp or 'tcp[tcpflags] & tcp-syn != 0'
	echo x | inside cli nc -n -u -w 1 -p 40001 192.0.2.2 7 || true
	inside cli nc -n -w 1 -p 40002 192.0.2.2 7001 || true
	inside cli nc -n -w 1 -p 40003 192.0.2.2 7002 || true
	inside cli ping -q -c 1 -t 1 198.51.100.2 >/dev/null || true
	ip -n rtr route add unreachable 203.0.113.0/28
	ip -n rtr route add prohibit 203.0.113.16/28
	inside cli ping -q -c 1 203.0.113.1 >/dev/null || true
	inside cli ping -q -c 1 203.0.113.17 >/dev/null || true
	inside cli ping -q -c 1 -W 4 198.51.100.77 >/dev/null || true # nobody there
	ip -n rtr link set f0 mtu 1400
	inside cli ping -q -c 1 -M do -s 1450 198.51.100.2 >/dev/null || true
	# A route that leads back to the same link.
	ip -n rtr route add 203.0.113.32/28 via 192.0.2.2
	inside cli ping -q -c 1 -W 1 203.0.113.33 >/dev/null || true
	done_
	capture icmp6-errors cli eth0 icmp6 or udp or 'ip6[6] == 6'
	echo x | inside cli nc -n -u -w 1 -p 40001 2001:db8::2 7 || true
	inside cli nc -n -w 1 -p 40002 2001:db8::2 7001 || true
	inside cli ping -q -c 1 -t 1 2001:db8:1::2 >/dev/null || true
	ip -n rtr -6 route add unreachable 2001:db8:2::/64
	ip -n rtr -6 route add prohibit 2001:db8:3::/64
	inside cli ping -q -c 1 2001:db8:2::1 >/dev/null || true
	inside cli ping -q -c 1 2001:db8:3::1 >/dev/null || true
	inside cli ping -q -c 1 -M do -s 1450 2001:db8:1::2 >/dev/null || true
	done_
	ip -n rtr link set f0 mtu 1500
}

# IPv6's first words on a link, and a router's.
group_autoconf() {
	ip netns add ra
	ip -n cli link add dev ra0 index 301 address 02:00:00:00:00:0a type veth peer name ra1 index 302 address 02:00:00:00:00:0b netns ra
	inside cli sysctl -qw net.ipv6.conf.ra0.accept_dad=1 net.ipv6.conf.ra0.accept_ra=2
	ip -n ra addr add 2001:db8:a::1/64 dev ra1 nodad
	inside ra sysctl -qw net.ipv6.conf.all.forwarding=1
	cat >"$work/ra.conf" <<-END
		port=0
		user=root
		pid-file=
		dhcp-leasefile=$work/ra.leases
		interface=ra1
		enable-ra
		dhcp-range=2001:db8:a::,ra-only,64,1h
		dhcp-option=option6:dns-server,[2001:db8:a::53]
		dhcp-option=option6:domain-search,example.org
	END
	ip -n cli link set ra0 up # but without carrier yet
	capture autoconf cli ra0 -p
	ip -n ra link set ra1 up
	ip netns exec ra dnsmasq -k -C "$work/ra.conf" 2>"$work/ra.err" &
	local server=$!
	done_ 6
	kill $server
	ip netns del ra
}

group_dns() {
	capture dns-server cli eth0 port 53
	local q="inside cli dig @192.0.2.2 -b 192.0.2.1#40053 +tries=1 +time=2 +nocookie"
	$q +noedns www.example.org A
	$q +noedns www.example.org AAAA
	$q +noedns alias.example.org A
	$q +noedns example.org MX
	$q +noedns example.org TXT
	$q +noedns _sip._udp.example.org SRV
	$q +noedns -x 192.0.2.80
	$q +noedns example.org NAPTR
	$q +noedns none.example.org A
	$q +noedns other.example A # refused
	$q +noedns big.example.org TXT
	$q +edns=0 +bufsize=1232 +dnssec www.example.org A
	$q +noedns +class=CH version.bind TXT
	inside cli dig @192.0.2.3 -b 192.0.2.1#40053 +tries=1 +time=2 +nocookie +noedns example.net SOA
	inside cli dig @192.0.2.3 -b 192.0.2.1#40053 +tries=1 +time=2 +nocookie +noedns none.example.net A
	inside cli dig @2001:db8::2 -b 2001:db8::1#40053 +tries=1 +time=2 +nocookie +noedns www.example.org AAAA
	done_
	capture dns-tcp cli eth0 port 53
	inside cli dig @192.0.2.2 -b 192.0.2.1#40054 +tcp +tries=1 +time=2 +nocookie www.example.org A
	inside cli dig @192.0.2.2 -b 192.0.2.1#40055 +tcp +tries=1 +time=2 +nocookie +keepopen www.example.org A example.org MX
	done_
} >"$work/dig.out"

web() { inside cli curl -sS --max-time 5 --local-port "$1" -A wiredump-record "${@:2}" >/dev/null; }

group_http() {
	capture http-server cli eth0 tcp
	web 40080 http://192.0.2.2/
	web 40081 http://192.0.2.2/plain.txt http://192.0.2.2/none # one connection, 404
	web 40082 -d 'name=value&other=%20' http://192.0.2.2/form
	web 40083 http://192.0.2.2/page.shtml # chunked
	web 40084 -I http://192.0.2.2/moved
	web 40085 -r 5-8 http://192.0.2.2/plain.txt
	web 40086 -0 http://192.0.2.2/plain.txt
	web 40087 -X DELETE http://192.0.2.2/plain.txt
	done_
	capture http6 cli eth0 tcp
	web 40089 'http://[2001:db8::2]/'
	done_
	capture http-snap cli eth0 -s 100 tcp
	web 40088 http://192.0.2.2/plain.txt
	done_
	for n in 14 20 30 36 50 58 64 70; do
		capture "snap-$n" cli eth0 -s $n tcp
		web $((40100 + n)) http://192.0.2.2/
		done_
	done
}

group_tcp() {
	inside srv sysctl -qw net.ipv4.tcp_ecn=1
	inside cli sysctl -qw net.ipv4.tcp_ecn=1
	capture tcp-ecn cli eth0 tcp
	web 40090 http://192.0.2.2/plain.txt
	done_
	# Kernels from 6.18 on know accurate ECN.
	if inside srv sysctl -qw net.ipv4.tcp_ecn=3 2>/dev/null && inside cli sysctl -qw net.ipv4.tcp_ecn=3; then
		capture tcp-accecn cli eth0 tcp
		web 40091 http://192.0.2.2/plain.txt
		done_
	fi
	inside srv sysctl -qw net.ipv4.tcp_ecn=2
	inside cli sysctl -qw net.ipv4.tcp_ecn=2
	capture tcp-fastopen cli eth0 tcp
	web 40092 --tcp-fastopen http://192.0.2.2/plain.txt # asks for a cookie
	web 40093 --tcp-fastopen http://192.0.2.2/plain.txt # and uses it
	done_
	capture tcp-refused cli eth0 tcp
	inside cli nc -n -w 1 -p 40010 192.0.2.2 7 || true
	inside cli nc -n -w 1 -p 40011 2001:db8::2 7 || true
	done_
	capture tcp-unanswered cli eth0 tcp
	timeout 8 ip netns exec cli nc -n -p 40012 192.0.2.2 7003 || true
	done_
	serve_ 5000
	capture tcp-urgent cli eth0 tcp
	inside cli "$record" tcp -from 192.0.2.1:40013 -connect 192.0.2.2:5000 -oob 'urgent!' >/dev/null 2>&1 || true # reset: the server leaves the urgent byte unread
	done_
	serve_ 5001
	capture tcp-reset cli eth0 tcp
	inside cli "$record" tcp -from 192.0.2.1:40014 -connect 192.0.2.2:5001 -reset hello >/dev/null
	done_
	serve_ 5002 -md5 secret -peer 192.0.2.1
	capture tcp-md5 cli eth0 tcp
	inside cli "$record" tcp -from 192.0.2.1:40015 -connect 192.0.2.2:5002 -md5 secret hello >/dev/null || true
	done_
	serve_ 5003 -mptcp
	capture tcp-mptcp cli eth0 tcp
	inside cli "$record" tcp -from 192.0.2.1:40016 -connect 192.0.2.2:5003 -mptcp hello >/dev/null
	done_
	serve_ 5004
	capture tcp-nc cli eth0 tcp
	inside cli "$record" tcp -from 192.0.2.1:40017 -connect 192.0.2.2:5004 'hello' >/dev/null
	done_
	# Checksums that a card would have filled in.
	inside cli ethtool -K eth0 tx on tso on gso on >/dev/null
	capture tcp-offload cli eth0 tcp
	web 40018 http://192.0.2.2/
	done_
	inside cli ethtool -K eth0 tx off tso off gso off >/dev/null
}

serve_() { # PORT ARGUMENT...
	inside srv "$record" tcp -listen "192.0.2.2:$1" "${@:2}" >"$work/ready" 2>/dev/null &
	until grep -q ready "$work/ready"; do sleep 0.02; done
}

group_udp() {
	inside srv nc -n -u -l -W 3 192.0.2.2 5000 >/dev/null &
	sleep 0.2
	capture udp-nc cli eth0 udp
	printf 'one\n' | inside cli nc -n -u -q 0 -p 40020 192.0.2.2 5000
	printf 'two\n' | inside cli nc -n -u -q 0 -p 40020 192.0.2.2 5000
	head -c 3000 /dev/zero | inside cli nc -n -u -q 0 -p 40020 192.0.2.2 5000
	done_
}

# The cooked captures see the loopback and both directions.
group_any() {
	local v port=40030
	for v in sll:LINUX_SLL sll2:LINUX_SLL2; do
		forget srv; forget cli
		capture "${v%:*}" srv any -y "${v#*:}" 'not ip6 multicast'
		inside cli ping -q -c 1 192.0.2.2 >/dev/null
		inside srv ping -q -c 1 127.0.0.1 >/dev/null
		inside srv ping -q -c 1 ::1 >/dev/null
		inside cli ping -q -c 1 -b 192.0.2.255 >/dev/null 2>&1 || true
		web $((port++)) http://192.0.2.2/plain.txt
		inside cli dig @2001:db8::2 -b 2001:db8::1#40056 +tries=1 +nocookie +noedns www.example.org A >/dev/null
		done_
	done
	# Every packet twice: on the bridge's port and on the bridge.
	capture any-twice rtr any tcp port 80
	web 40035 http://192.0.2.2/plain.txt
	done_
	capture lo srv lo
	inside srv curl -s --local-port 40032 http://127.0.0.1/ >/dev/null
	inside srv ping -q -c 1 ::1 >/dev/null
	done_
	"$record" relink null-le "$out/lo.pcap" "$out/null-lo.pcap"
}

# tunnel NAME [relay argument...]: a raw IP link between ends of its own.
tunnel() {
	local n
	for n in ta tb; do
		ip netns add $n
		ip -n $n link set lo up
		inside $n sysctl -qw net.ipv6.conf.default.accept_dad=0
	done
	"$record" relay "${@:2}" ta tb >"$work/ready" &
	relaying=$!
	until grep -q ready "$work/ready"; do sleep 0.02; done
	for n in 1:ta 2:tb; do
		ip -n "${n#*:}" addr add "192.0.2.${n%:*}/24" dev tun0
		ip -n "${n#*:}" addr add "2001:db8::${n%:*}/64" dev tun0 nodad
		ip -n "${n#*:}" link set tun0 up
	done
	sleep 0.3
	capture "$1" ta tun0 "tcp or icmp or (ip6[6] == 58 and ip6[40] != 133)"
}

tunnelEnd() {
	done_ "${1:-0.3}"
	kill $relaying
	wait $relaying 2>/dev/null || true
	ip netns del ta
	ip netns del tb
}

echo_() { # PORT: an echo server in tb
	inside tb "$record" tcp -listen "192.0.2.2:$1" >"$work/ready2" &
	until grep -q ready "$work/ready2"; do sleep 0.02; done
}

group_tunnel() {
	tunnel raw
	echo_ 5000
	inside ta ping -q -c 1 192.0.2.2 >/dev/null
	inside ta ping -q -c 1 2001:db8::2 >/dev/null
	inside ta "$record" tcp -from 192.0.2.1:40040 -connect 192.0.2.2:5000 hello >/dev/null
	tunnelEnd

	# A round trip of 40 ms, and losses that the kernels repair.
	tunnel tcp-delay -delay 20ms
	echo_ 5000
	inside ta "$record" tcp -from 192.0.2.1:40041 -connect 192.0.2.2:5000 hello >/dev/null
	tunnelEnd
	tunnel tcp-syn-lost -delay 5ms -drop 'syn*2'
	echo_ 5000
	inside ta "$record" tcp -from 192.0.2.1:40042 -connect 192.0.2.2:5000 hello >/dev/null
	tunnelEnd
	tunnel tcp-synack-lost -delay 5ms -drop 'synack*1'
	echo_ 5000
	inside ta "$record" tcp -from 192.0.2.1:40043 -connect 192.0.2.2:5000 hello >/dev/null
	tunnelEnd
	tunnel tcp-data-lost -delay 5ms -drop 'data*2'
	echo_ 5000
	inside ta "$record" tcp -from 192.0.2.1:40044 -connect 192.0.2.2:5000 hello >/dev/null
	tunnelEnd
	# Both ends connect, and their SYNs cross.
	tunnel tcp-simultaneous -delay 200ms
	inside tb "$record" tcp -from 192.0.2.2:5005 -connect 192.0.2.1:40045 'from b' >/dev/null &
	inside ta "$record" tcp -from 192.0.2.1:40045 -connect 192.0.2.2:5005 'from a' >/dev/null || true
	tunnelEnd 2
}

groups=$(declare -F | sed -n 's/^declare -f group_//p')
for g in "$@"; do
	grep -qx "$g" <<<"$groups" || { echo "record.sh: no group $g; there are" $groups >&2; exit 2; }
done
quiet
network
servers
for g in ${*:-crafted relink ping errors autoconf dns http tcp udp any tunnel}; do
	"group_$g"
done
