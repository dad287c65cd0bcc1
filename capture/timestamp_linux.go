package capture

import (
	"golang.org/x/sys/unix"
)

// Names of the clocks that a packet can be stamped with. "adapter" is the
// card's clock kept in step with the host's, "adapter_unsynced" the card's own.
const (
	stampHost            = "host"
	stampAdapter         = "adapter"
	stampAdapterUnsynced = "adapter_unsynced"
)

// TimestampTypes returns the clocks that the interface of c offers, as -J
// lists them; the first is the default.
func TimestampTypes(c Config) (types []TimestampType, err error) {
	err = inNetNS(c.NetNS, func() error {
		ifi, err := findInterface(c.Interface)
		if err != nil {
			return err
		}
		types = ifi.timestampTypes()
		return nil
	})
	return types, err
}

func (n *netInterface) timestampTypes() []TimestampType {
	types := []TimestampType{{stampHost, "Host"}}
	if n.Index == 0 {
		return types
	}
	fd, err := unix.Socket(unix.AF_INET, unix.SOCK_DGRAM|unix.SOCK_CLOEXEC, 0)
	if err != nil {
		return types
	}
	defer unix.Close(fd)
	info, err := unix.IoctlGetEthtoolTsInfo(fd, n.Name)
	if err != nil {
		return types
	}
	if info.So_timestamping&unix.SOF_TIMESTAMPING_SYS_HARDWARE != 0 {
		types = append(types, TimestampType{stampAdapter, "Adapter"})
	}
	if info.So_timestamping&unix.SOF_TIMESTAMPING_RAW_HARDWARE != 0 {
		types = append(types, TimestampType{stampAdapterUnsynced, "Adapter, not synced with system time"})
	}
	return types
}

// setTimestampType makes the ring on fd use one of the interface's clocks. The
// host's is the kernel's default.
func setTimestampType(fd int, ifi *netInterface, name string) error {
	var source int
	switch name {
	case "", stampHost:
		return nil
	case stampAdapter:
		source = unix.SOF_TIMESTAMPING_SYS_HARDWARE
	case stampAdapterUnsynced:
		source = unix.SOF_TIMESTAMPING_RAW_HARDWARE
	default:
		return ErrTimestampType
	}
	offered := false
	for _, t := range ifi.timestampTypes() {
		offered = offered || t.Name == name
	}
	if !offered {
		return ErrTimestampType
	}
	// The card stamps only once it has been told to.
	err := unix.IoctlSetHwTstamp(fd, ifi.Name, &unix.HwTstampConfig{
		Tx_type:   unix.HWTSTAMP_TX_OFF,
		Rx_filter: unix.HWTSTAMP_FILTER_ALL,
	})
	if err != nil {
		return err
	}
	return unix.SetsockoptInt(fd, unix.SOL_PACKET, unix.PACKET_TIMESTAMP, source)
}
