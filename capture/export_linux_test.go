package capture

// For tests of package capture_test.
var (
	OpenWith        = open
	SetRing         = setRing
	Affordable      = affordable
	AvailableMemory = availableMemory
)
