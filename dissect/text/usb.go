package text

import "encoding/binary"

// usbLinux prints a request or answer that Linux saw on USB, with a header of
// 48 or 64 bytes. All of it is in the byte order of the host.
//
//	+---------------------------------------------------------------+
//	|                       identifier (8 bytes)                    |
//	+---------------+---------------+---------------+---------------+
//	|     event     | transfer type |   endpoint    |    device     |
//	+---------------+---------------+---------------+---------------+
//	|              bus              | flags, time, status, lengths, ...
//	+-------------------------------+
//
//	USB BULK SUBMIT to 1:3:2
func (p *printer) usbLinux(b []byte, length, header int) int {
	p.proto = "usb_linux_48_byte"
	if header == 64 {
		p.proto = "usb_linux_64_byte"
	}
	if length < header || !p.need(b, header) {
		p.cut()
		return 0
	}
	event, transfer := b[8], b[9]
	if p.opt.Quiet {
		p.str("USB")
		return header
	}
	p.str("USB ")
	p.tokName(usbTransfers, " ?", uint32(transfer))
	p.byte(' ')
	name, known := find(usbEvents, uint32(event))
	if !known {
		name = "?"
	}
	p.str(name)
	p.byte(' ')
	if known && int(transfer) < len(usbTransfers) {
		// Interrupts are asked for by the device.
		if (event == usbSubmit) == (transfer != usbInterrupt) {
			p.str("to ")
		} else {
			p.str("from ")
		}
	}
	p.dec(uint64(binary.LittleEndian.Uint16(b[12:])))
	p.byte(':')
	p.dec(uint64(b[11]))
	p.byte(':')
	p.dec(uint64(b[10] & 0x7f))
	return header
}

const (
	usbSubmit    = 'S'
	usbInterrupt = 1
)

var (
	usbTransfers = []token{{0, "ISOCHRONOUS"}, {usbInterrupt, "INTERRUPT"}, {2, "CONTROL"}, {3, "BULK"}}
	usbEvents    = []token{{usbSubmit, "SUBMIT"}, {'C', "COMPLETE"}, {'E', "ERROR"}}
)

// bluetoothHCI prints a Bluetooth HCI message behind its direction, as a dump.
func (p *printer) bluetoothHCI(b []byte, length int) int {
	const header = 4
	p.proto = "bluetooth"
	p.str("bluetooth")
	if length < header || !p.need(b, header) {
		p.cut()
		return 0
	}
	if p.opt.Link {
		p.str(", hci length ")
		p.int(length - header)
		p.str(", direction ")
		if b[3]&1 != 0 {
			p.str("in")
		} else {
			p.str("out")
		}
	}
	if !p.opt.Quiet {
		p.unknown(b[header:])
	}
	return header
}
