package paper

import (
	"fmt"
	"io"
	"testing"
)

// BenchmarkFirstSlip includes reading the fonts, as at the first print after start.
func BenchmarkFirstSlip(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := readBoth(); err != nil {
			b.Fatal(err)
		}
		slips(b, 1)
	}
}

// BenchmarkSlips prints 200 slips into one file.
func BenchmarkSlips(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		slips(b, 200)
	}
	b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N)/200, "µs/slip")
}

func slips(b *testing.B, n int) {
	d := New(Info{At: noon})
	for i := range n {
		s := testSheet()
		s.No = fmt.Sprintf("ZB-202611-%04d", i)
		s.QR = s.No
		d.Add(s, testSlip(told)...)
	}
	if _, err := d.WriteTo(io.Discard); err != nil {
		b.Fatal(err)
	}
}
