package data_test

import (
	"testing"
	"time"

	"ownerdesk/app"
	"ownerdesk/data"
	"ownerdesk/data/datatest"
)

func BenchmarkToday(b *testing.B) {
	datatest.EachLedger(b, func(b *testing.B, s *data.Store) {
		for b.Loop() {
			if _, err := s.Today(b.Context(), 0, datatest.At(23, 9, 42), datatest.At(23, 18, 0)); err != nil {
				b.Fatal(err)
			}
		}
	})
}

func BenchmarkPressing(b *testing.B) {
	datatest.EachLedger(b, func(b *testing.B, s *data.Store) {
		for b.Loop() {
			if _, err := s.Pressing(b.Context(), "", 0, 100, 0); err != nil {
				b.Fatal(err)
			}
		}
	})
}

func BenchmarkSearch(b *testing.B) {
	for _, typed := range []string{"漏水", "漏", "电梯异响", "zhangwei", "zw", "王", "3-2-501", "0042", "13", "138", "1381", "138123", "202611", "漏水 王", "SL-202611-0042", "5", "50"} {
		b.Run(typed, func(b *testing.B) {
			datatest.EachLedger(b, func(b *testing.B, s *data.Store) { benchLines(b, s, app.Filter{Text: typed}, app.Order{}) })
		})
	}
}

func BenchmarkList(b *testing.B) {
	for _, c := range []struct {
		name string
		f    app.Filter
		o    app.Order
	}{
		{"all", app.Filter{}, app.Order{}},
		{"by due", app.Filter{}, app.Order{By: app.ByDue}},
		{"by place", app.Filter{}, app.Order{By: app.ByPlace}},
		{"by kind", app.Filter{}, app.Order{By: app.ByKind, Down: true}},
		{"by number", app.Filter{}, app.Order{By: app.ByNumber, Down: true}},
		{"late", app.Filter{Late: true}, app.Order{By: app.ByDue}},
		{"open complaints of a department", app.Filter{OpenOnly: true, Kinds: []app.Kind{app.Complaint}, Departments: []app.DeptID{2}}, app.Order{}},
		{"closed repairs of lifts", app.Filter{States: []app.State{app.Closed}, Kinds: []app.Kind{app.Repair}, Categories: []app.Category{"EQ1"}}, app.Order{}},
		{"a month", app.Filter{From: datatest.At(1, 0, 0), To: datatest.At(30, 0, 0)}, app.Order{By: app.ByReceived}},
		{"nothing found", app.Filter{Kinds: []app.Kind{"TYP-NONE"}}, app.Order{}},
		{"nobody's", app.Filter{Mine: 6}, app.Order{}},
		{"searched by place", app.Filter{Text: "漏水"}, app.Order{By: app.ByPlace}},
		{"searched and open", app.Filter{Text: "漏水", OpenOnly: true}, app.Order{}},
	} {
		b.Run(c.name, func(b *testing.B) {
			datatest.EachLedger(b, func(b *testing.B, s *data.Store) { benchLines(b, s, c.f, c.o) })
		})
	}
}

// benchLines asks for a page and the count, as a list does.
func benchLines(b *testing.B, s *data.Store, f app.Filter, o app.Order) {
	var found int
	for b.Loop() {
		lines, err := s.Lines(b.Context(), f, o, 0, 100, datatest.At(23, 9, 42))
		if err != nil {
			b.Fatal(err)
		}
		if found, err = s.CountLines(b.Context(), f, datatest.At(23, 9, 42), 1000); err != nil {
			b.Fatal(err)
		}
		_ = lines
	}
	b.ReportMetric(float64(found), "found")
}

func BenchmarkFind(b *testing.B) {
	s, _, _ := datatest.Open(b)
	for b.Loop() {
		if _, err := s.Find(b.Context(), "zxm", 10); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkSave compares a kept act with a bare INSERT under the same pragmas.
func BenchmarkSave(b *testing.B) {
	b.Run("receive", func(b *testing.B) { datatest.EachCopy(b, benchReceive) })
	b.Run("bare INSERT", func(b *testing.B) {
		datatest.EachCopy(b, func(b *testing.B, s *data.Store) {
			for b.Loop() {
				if err := data.BareInsert(b.Context(), s); err != nil {
					b.Fatal(err)
				}
			}
		})
	})
}

func benchReceive(b *testing.B, s *data.Store) {
	g, err := s.Ground(b.Context())
	if err != nil {
		b.Fatal(err)
	}
	desk := &app.Desk{Store: s, Now: func() time.Time { return datatest.At(23, 9, 42) }, Changes: &app.Changes{}}
	o := app.ReceiveOrder{By: 1, Intake: app.Intake{
		Received: datatest.At(23, 9, 40), Channel: "CH-TEL", Kind: app.Repair, Category: "EQ1", Urgency: app.Normal,
		Reporter: app.Reporter{Owner: "OW-SELF", Name: "張小明", Phone: "13812345678"}, Place: app.Place{Block: "3", Unit: "2", Door: "501"},
		Description: "三樓電梯近一週多次異響，關門時有撞擊聲，請儘快安排檢修",
	}}
	for id := range g.Projects {
		o.Project = id
	}
	for b.Loop() {
		if _, err := desk.Receive(b.Context(), o); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkKeepCases(b *testing.B) {
	s, _, w := datatest.Open(b)
	l := datatest.NewLedger(w)
	var cases []app.Case
	for i := range b.N {
		cases = append(cases, l.One(datatest.At(1, 0, 0).Add(time.Duration(i)*time.Second), false))
	}
	b.ResetTimer()
	if err := s.KeepCases(b.Context(), cases); err != nil {
		b.Fatal(err)
	}
}
