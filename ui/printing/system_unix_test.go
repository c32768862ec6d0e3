//go:build !windows

package printing

import "testing"

// lp names its job, and the job its printer.
func TestThePrinterIsReadFromWhatItsProgramSays(t *testing.T) {
	for said, want := range map[string]string{
		"request id is HP_LaserJet-17 (1 file(s))": "HP_LaserJet", "request id is HP-2-17 (1 file(s))": "HP-2",
		"": "", "lp: nothing": "", "request id is -17": "", "request id is 17 (0 file(s))": "",
	} {
		if got := queueOf(said); got != want {
			t.Errorf("%q: %q, want %q", said, got, want)
		}
	}
}
