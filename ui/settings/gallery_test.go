package settings

import (
	"fmt"
	"image/png"
	"os"
	"path/filepath"
	"testing"

	"ownerdesk/app"
	"ownerdesk/app/workday"
	"ownerdesk/assets/lang"
	"ownerdesk/data/datatest"
	"ownerdesk/ui/kit"
)

// TestGallery draws the pages into the folder that GALLERY names, for a person
// to look at: GALLERY=/tmp/look go test -run Gallery ./ui/settings
func TestGallery(t *testing.T) {
	folder := os.Getenv("GALLERY")
	if folder == "" {
		t.Skip("GALLERY names no folder")
	}
	for _, look := range []struct {
		name string
		kit.Look
		lang.Language
	}{
		{"light", kit.Look{Mode: kit.ModeLight}, lang.Traditional},
		{"dark", kit.Look{Mode: kit.ModeDark}, lang.Simplified},
		{"english", kit.Look{Mode: kit.ModeLight}, lang.English},
		{"large", kit.Look{Mode: kit.ModeLight, Scale: 1.5}, lang.Traditional},
	} {
		for _, n := range Names {
			x := sit(t, look.Language, look.Look)
			galleryWorld(x)
			x.at(n)
			x.save(filepath.Join(folder, string(n)+"-"+look.name+".png"))
			x.win.Close()
		}
		gallerySheets(t, folder, look.name, look.Language, look.Look)
	}
}

func gallerySheets(t *testing.T, folder, name string, l lang.Language, look kit.Look) {
	for sheet, draw := range map[string]func(*world){
		"dept":  func(x *world) { p := x.at(Departments).here().(*departmentsPage); p.change(p.now.all[0]) },
		"staff": func(x *world) { p := x.at(Staff).here().(*staffPage); p.change(p.now.all[3]) },
		"reason": func(x *world) {
			p := x.at(Rules).here().(*rulesPage)
			p.fields["review"].number.SetNumber(2)
			p.fields["delays"].number.SetNumber(3)
			p.save()
		},
		"versions": func(x *world) { x.at(Rules).here().(*rulesPage).versions() },
		"preview":  func(x *world) { galleryPreview(x) },
		"moves": func(x *world) {
			p := x.at(Calendar).here().(*calendarPage)
			p.confirm(galleryMoves())
		},
		"day": func(x *world) {
			p := x.at(Calendar).here().(*calendarPage)
			p.changeDay(workday.Date{Year: 2026, Month: 11, Day: 30})
		},
		"item":    func(x *world) { p := x.at(Lists).here().(*listsPage); p.change(p.item("EQ1")) },
		"own":     func(x *world) { p := x.at(Lists).here().(*listsPage); p.table.Select(3); p.addOwn() },
		"restore": func(x *world) { p := x.at(Backup).here().(*backupPage); p.ask(p.all[0]) },
	} {
		x := sit(t, l, look)
		galleryWorld(x)
		draw(x)
		x.save(filepath.Join(folder, "sheet-"+sheet+"-"+name+".png"))
		x.win.Close()
	}
}

func (x *world) save(path string) {
	f, err := os.Create(path)
	if err != nil {
		x.Fatal(err)
	}
	defer f.Close()
	if err := png.Encode(f, x.win.Canvas().Capture()); err != nil {
		x.Fatal(err)
	}
}

// galleryWorld gives the pages something to show.
func galleryWorld(x *world) {
	ctx := x.Context()
	r := app.DefaultRules()
	r.Limits["review"] = workday.Limit{N: 2, Unit: workday.Workdays}
	r.Why = "公司 2026 年第 3 號通知"
	for _, err := range []error{
		x.Seat.Desk.ChangeRules(ctx, r, x.Wu),
		x.Seat.Desk.ChangeLists(ctx, []app.ListItem{
			{Group: "category", Code: "EQ1", Hant: "電梯及扶梯", Hans: "电梯及扶梯", En: "Lifts & escalators"},
			{Group: "category", Code: "EQ10", Hidden: true},
			{Group: "category", Code: "EQ11", Hant: "太陽能板", Hans: "太阳能板", En: "Solar panels"}}, x.Min),
	} {
		if err != nil {
			x.Fatal(err)
		}
	}
	for n := range 7 {
		m, err := x.Seat.Desk.Receive(ctx, x.Call(app.Repair))
		if err != nil {
			x.Fatal(err)
		}
		look := app.Access{By: x.Fang, Issue: m.Issue.ID, Person: x.People["張小明"], Fields: "name,contact", Reason: fmt.Sprintf("回訪核對聯繫方式（第 %d 次）", n+1), Action: "view"}
		if err := x.Seat.Desk.Reveal(ctx, look); err != nil {
			x.Fatal(err)
		}
	}
	for range 3 {
		if _, err := x.store.Backup(ctx, ""); err != nil {
			x.Fatal(err)
		}
		x.Clock.Add(1e9 * 3600)
	}
}

func galleryMoves() []app.LimitMove {
	limit := workday.Limit{N: 3, Unit: workday.Workdays}
	var moves []app.LimitMove
	for n := range 4 {
		moves = append(moves, app.LimitMove{OpenLimit: app.OpenLimit{Number: fmt.Sprintf("ZB-202611-%04d", n+1), Limit: limit,
			Due: datatest.At(26, 18, 0), Printed: true}, To: datatest.At(27, 18, 0)})
	}
	return moves
}

func galleryPreview(x *world) {
	p := x.at(Calendar).here().(*calendarPage)
	y := app.CalendarYear{Region: workday.CN, Year: 2026, Source: "holiday-cn-2026.json", Specials: p.specials}
	p.showEffect(announced{years: []int{2026, 2027}}, y, app.CalendarEffect{
		Problems: []workday.Problem{
			{Field: "holiday.qingming", Rule: workday.RuleUncovered, Value: "2026-04-05", Warn: true},
			{Row: 3, Field: "date", Rule: workday.RuleDecember, Value: "2025-12-31", Warn: true}},
		Moves: galleryMoves(),
	})
}
