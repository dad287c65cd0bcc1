package text

import (
	"testing"
	"time"
)

// utc makes the test print times in UTC, wherever it runs.
func utc(t *testing.T) {
	old := time.Local
	time.Local = time.UTC
	t.Cleanup(func() { time.Local = old })
}
