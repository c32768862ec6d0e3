package reports

import (
	"errors"
	"io"
	"testing"

	"ownerdesk/app"
	"ownerdesk/app/annual"
	"ownerdesk/assets/lang"
	"ownerdesk/data"
	"ownerdesk/data/datatest"
	"ownerdesk/reports/say"
)

// BenchmarkSlips reads issues from a file and prints one copy of the slip of
// each: of one issue, and of 200 into one file.
func BenchmarkSlips(b *testing.B) {
	w, err := lang.Load(lang.Traditional)
	if err != nil {
		b.Fatal(err)
	}
	b.Run("one", func(b *testing.B) {
		datatest.EachLedger(b, func(b *testing.B, s *data.Store) { printSlips(b, s, w, 1) })
	})
	b.Run("200 in one file", func(b *testing.B) {
		datatest.EachLedger(b, func(b *testing.B, s *data.Store) { printSlips(b, s, w, 200) })
	})
}

func printSlips(b *testing.B, s *data.Store, w lang.Words, n int) {
	g, err := s.Ground(b.Context())
	if err != nil {
		b.Fatal(err)
	}
	f := Facts{Voice: say.Voice{Words: w, Ground: g}, By: app.Staff{Name: "王芳"}, At: datatest.At(23, 9, 58)}
	for b.Loop() {
		lines, err := s.Lines(b.Context(), app.Filter{}, app.Order{}, 0, n, f.At)
		if err != nil {
			b.Fatal(err)
		}
		var docs []Document
		for _, l := range lines {
			c, err := s.Case(b.Context(), l.ID)
			if err != nil {
				b.Fatal(err)
			}
			docs = append(docs, Slips(f, []app.Case{c}, []Copy{CopyDept}, A4)...)
		}
		if len(docs) != n {
			b.Fatalf("%d slips of %d issues", len(docs), n)
		}
		if err := WritePDF(io.Discard, f.At, docs...); err != nil {
			b.Fatal(err)
		}
	}
	if n > 1 {
		b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N)/float64(n), "µs/slip")
	}
}

// BenchmarkAnnual is the report of a survey of 100,000 sheets, PDF and workbook: the
// writing alone, and with the reckoning before it.
func BenchmarkAnnual(b *testing.B) {
	f := office(b, lang.Traditional)
	o := usual
	o.sheets = 120_000
	h := o.head(lang.Traditional)
	units, sheets := o.answered(h)
	sheets = sheets[:100_000]
	analysed := func() Polled {
		r, err := annual.Analyse(h, sheets, units, nil)
		if err != nil {
			b.Fatal(err)
		}
		return Polled{Head: h, Results: r}
	}
	written := func(p Polled) {
		if err := errors.Join(WriteAnnual(io.Discard, f, p), WriteAnnualBook(io.Discard, f, p)); err != nil {
			b.Fatal(err)
		}
	}
	p := analysed()
	b.Run("written", func(b *testing.B) {
		for b.Loop() {
			written(p)
		}
	})
	b.Run("reckoned and written", func(b *testing.B) {
		for b.Loop() {
			written(analysed())
		}
	})
}
