package text

// llc prints an IEEE 802.2 logical link control message. It returns the length
// of the LLC header, negative if what follows has no printer.
func (p *printer) llc(b []byte, length int) int {
	p.proto = "llc"
	return -3
}
