// Package filter compiles the packet filter language of pcap-filter(7) to
// classic BPF, without libpcap, and runs the programs.
package filter
