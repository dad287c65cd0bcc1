package capture

// For tests of package capture_test.
var KernelFilter = kernelFilter
