package data_test

import (
	"fmt"
	"math/rand/v2"
	"os"
	"strconv"
	"strings"
	"testing"

	"ownerdesk/app"
	"ownerdesk/app/annual"
	"ownerdesk/app/workday"
	"ownerdesk/data"
	"ownerdesk/data/datatest"
)

// eachSurvey measures do on surveys of the sizes that OWNERDESK_BENCH_SIZES names,
// in households and in answer sheets of 25 items, 1000 unless it says otherwise.
func eachSurvey(b *testing.B, do func(b *testing.B, y yearly, h annual.Head, n int)) {
	b.Helper()
	sizes := os.Getenv("OWNERDESK_BENCH_SIZES")
	if sizes == "" {
		sizes = "1000"
	}
	for size := range strings.SplitSeq(sizes, ",") {
		n, err := strconv.Atoi(size)
		if err != nil {
			b.Fatal(err)
		}
		b.Run(size, func(b *testing.B) {
			y := openYearly(b)
			populate(b, y, n)
			do(b, y, y.planned(2026), n)
		})
	}
}

// populate adds a building with n households, one person to each.
func populate(t testing.TB, y yearly, n int) {
	t.Helper()
	count := fmt.Sprintf(`WITH RECURSIVE i(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM i WHERE n < %d) `, n)
	data.Tamper(t, y.s,
		fmt.Sprintf(`INSERT INTO buildings (id, project_id, area_id, name, note, key) VALUES (1000, %d, %d, '88', '', '88')`, y.w.Project, y.w.East),
		count+`INSERT INTO rooms (id, building_id, unit, door, floor, size, note, unit_key, door_key, floor_key)
			SELECT n + 1000, 1000, n % 20 + 1, n, '', 90, '', n % 20 + 1, n, '' FROM i`,
		count+`INSERT INTO people (id, name, email, wechat, note, key) SELECT n + 1000, '王小明', '', '', '', '王小明' FROM i`,
		count+`INSERT INTO phones (person_id, n, number, digits, reversed) SELECT n + 1000, 1, '13812345678', '13812345678', '87654321831' FROM i`,
		count+`INSERT INTO ties (person_id, room_id, owner, ended) SELECT n + 1000, n + 1000, iif(n % 3, 'OW-SELF', 'OW-TEN'), 0 FROM i`)
}

// answered makes up n sheets of 25 items; one in five says something in words.
func answered(y yearly, n int) []annual.Sheet {
	r := rand.New(rand.NewPCG(1, 2))
	all := make([]annual.Sheet, n)
	for i, no := range r.Perm(n * 9)[:n] {
		marks := make([]byte, 25)
		for k := range marks {
			marks[k] = "001233344445555-"[r.IntN(16)]
		}
		all[i] = annual.Sheet{No: no + 1, Stratum: i % 2, Mode: annual.Online, Marks: string(marks), Recommend: r.IntN(11), Choices: []string{"CHOICE-LIFT", "CHOICE-CLEAN"},
			Since: "SR-3", Seconds: 60 + r.IntN(600), Keyed: workday.Date{Year: 2026, Month: 11, Day: 23}, By: y.w.Fang, File: "問卷.xlsx"}
		if i%5 == 0 {
			all[i].Open = []string{"電梯太慢，晚高峰要等很久。", ""}
		}
	}
	return all
}

// sampled hands a sample number to each household of the newest frame.
func sampled(b *testing.B, y yearly, h annual.Head) annual.Move {
	b.Helper()
	frame, err := y.s.RegisterFrame(b.Context(), y.w.Project)
	y.ok(err)
	h.State, h.Frame, h.Strata = annual.Field, h.Frame+1, y.strata()
	m := annual.Move{Head: h, Act: y.act(h.Version+1, annual.ActDrawn)}
	for i, u := range frame {
		m.Units = append(m.Units, annual.Unit{N: i + 1, Stratum: i % 2, Room: u.Room, Order: i/2 + 1, Called: true})
		m.Links = append(m.Links, annual.Link{No: h.Frame*len(frame)*2 - i, Unit: i + 1})
	}
	return m
}

func BenchmarkRegisterFrame(b *testing.B) {
	eachSurvey(b, func(b *testing.B, y yearly, _ annual.Head, n int) {
		for b.Loop() {
			if frame, err := y.s.RegisterFrame(b.Context(), y.w.Project); err != nil || len(frame) < n {
				b.Fatal(len(frame), err)
			}
		}
	})
}

func BenchmarkKeepFrame(b *testing.B) {
	eachSurvey(b, func(b *testing.B, y yearly, h annual.Head, _ int) {
		for b.Loop() {
			h = y.keep(sampled(b, y, h)).Head
		}
	})
}

func BenchmarkAddresses(b *testing.B) {
	eachSurvey(b, func(b *testing.B, y yearly, h annual.Head, n int) {
		h = y.keep(sampled(b, y, h)).Head
		for b.Loop() {
			if all, err := y.s.Addresses(b.Context(), annual.WantedUnits{Survey: h.ID, Called: true}); err != nil || len(all) < n || all[n-1].No == 0 || all[n-1].Phone == "" {
				b.Fatal(len(all), err)
			}
		}
	})
}

func BenchmarkKeepSheets(b *testing.B) {
	eachSurvey(b, func(b *testing.B, y yearly, h annual.Head, n int) {
		sheets := answered(y, n)
		for b.Loop() {
			h = y.keep(annual.Move{Head: h, Act: y.act(h.Version+1, annual.ActImported), Sheets: sheets}).Head
			for i := range sheets {
				sheets[i].No += 10 * n
			}
		}
	})
}

func BenchmarkSheets(b *testing.B) {
	eachSurvey(b, func(b *testing.B, y yearly, h annual.Head, n int) {
		y.keep(annual.Move{Head: h, Sheets: answered(y, n)})
		for b.Loop() {
			if all, err := y.s.Sheets(b.Context(), h.ID); err != nil || len(all) != n {
				b.Fatal(len(all), err)
			}
		}
	})
}

// BenchmarkUnlink destroys the links of one year after another.
func BenchmarkUnlink(b *testing.B) {
	eachSurvey(b, func(b *testing.B, y yearly, h annual.Head, _ int) {
		for year := 2027; b.Loop(); year++ {
			b.StopTimer()
			m := sampled(b, y, y.planned(year))
			h := y.keep(m).Head
			h.Destroyed, h.DestroyedBy = datatest.At(23, 9, 40), y.w.Wu
			b.StartTimer()
			y.keep(annual.Move{Head: h, Act: y.act(h.Version+1, annual.ActDestroyed), Unlink: true})
		}
	})
}

// BenchmarkImport takes over what everybody who was invited answered online, checks
// and all.
func BenchmarkImport(b *testing.B) {
	eachSurvey(b, func(b *testing.B, y yearly, _ annual.Head, n int) {
		v := way{yearly: y, d: &annual.Desk{Front: &app.Desk{Store: y.s, Now: y.w.Clock.Now, Changes: &app.Changes{}}, Store: y.s}}
		for year := 2020; b.Loop(); year++ {
			b.StopTimer()
			o := v.invited(year, answered(y, n))
			b.StartTimer()
			if m, err := v.d.Import(b.Context(), o); err != nil || len(m.Sheets) != n {
				b.Fatal(len(m.Sheets), err)
			}
		}
	})
}

// invited is the order to take over the sheets of a survey to which everybody was
// invited.
func (y way) invited(year int, sheets []annual.Sheet) annual.ImportOrder {
	y.Helper()
	ctx, w := y.Context(), y.w
	m, err := y.d.Plan(ctx, annual.PlanOrder{Project: w.Project, Year: year, By: w.Fang})
	y.ok(err)
	y.id = m.Head.ID
	p := m.Head.Plan
	p.Convenience = true
	y.did(y.d.Change(ctx, annual.ChangeOrder{Stand: y.stand(w.Fang), Plan: &p}))
	y.did(y.d.Approve(ctx, annual.ApproveOrder{Stand: y.stand(w.Wu)}))
	v := y.did(y.d.Draw(ctx, annual.DrawOrder{Stand: y.stand(w.Fang)}))
	at, err := y.s.Addresses(ctx, annual.WantedUnits{Survey: y.id, Called: true})
	y.ok(err)
	for i := range sheets {
		sheets[i].No, sheets[i].Marks = at[i].No, sheets[i].Marks[:len(v.Questionnaire.Asked())]
	}
	return annual.ImportOrder{Stand: y.stand(w.Fang), File: "問卷.xlsx", Sheets: sheets}
}
