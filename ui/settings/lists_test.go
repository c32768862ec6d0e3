package settings

import (
	"slices"
	"testing"

	"ownerdesk/app"
	"ownerdesk/assets/lang"
	"ownerdesk/reports/say"
	"ownerdesk/ui/kit"
)

func TestACodeIsReworded(t *testing.T) {
	x := begin(t, Lists)
	p := x.here().(*listsPage)
	p.change(p.item("EQ1"))
	x.typeIn(string(lang.Traditional), "電梯及扶梯")
	x.submit()
	items, err := x.store.Lists(t.Context())
	if err != nil || len(items) != 1 || items[0] != (app.ListItem{Group: "category", Code: "EQ1", Hant: "電梯及扶梯"}) {
		t.Fatalf("the rows are %+v, %v", items, err)
	}
	w := words[lang.Traditional].With(say.OwnWords(items, lang.Traditional))
	if w.Say("code.EQ1") != "電梯及扶梯" {
		t.Errorf("EQ1 is called %q", w.Say("code.EQ1"))
	}
	if own := say.OwnWords(items, lang.English); len(own) != 0 {
		t.Errorf("in English %v is reworded, want nothing", own)
	}
}

func TestAnOwnCategoryStandsUnderItsSubject(t *testing.T) {
	x := begin(t, Lists)
	p := x.here().(*listsPage)
	p.table.Select(slices.Index(p.codes, "LK2"))
	for _, name := range []string{"陽台", "露台"} {
		p.addOwn()
		if x.submit(); x.closed() {
			t.Fatal("a category without a word is kept")
		}
		x.typeIn(string(lang.Simplified), name)
		x.submit()
	}
	items, err := x.store.Lists(t.Context())
	if err != nil || len(items) != 2 || items[0].Code != "LK6" || items[1].Code != "LK7" || items[1].En != "露台" {
		t.Fatalf("the rows are %+v, %v", items, err)
	}
	if at := slices.Index(p.codes, "LK7"); p.codes[at-1] != "LK6" || p.codes[at-2] != "LK5" || p.codes[at+1] != "QL" {
		t.Errorf("LK7 stands among %v", p.codes[at-2:at+2])
	}
}

func TestHidingKeepsTheOthersInTheirOrder(t *testing.T) {
	x := begin(t, Lists)
	p := x.here().(*listsPage)
	for _, code := range []string{"EQ3", "EQ1"} {
		i := p.item(code)
		i.Hidden = true
		if err := p.keep(i)(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
	if !p.item("EQ1").Hidden || !p.item("EQ3").Hidden || p.item("EQ2").Hidden {
		t.Errorf("hidden are %+v", p.items)
	}
}

func TestWhatRulesAskAboutCannotBeHidden(t *testing.T) {
	may := map[string]bool{}
	for _, l := range lists() {
		for _, code := range l.codes {
			may[code] = l.mayHide(code)
		}
	}
	for _, code := range []string{string(app.Complaint), string(app.Emergency), string(app.Anonymous), string(app.RejectedMistake),
		string(app.RejectedDuplicate), string(app.ReworkByFollowUp), string(app.ClosedMerged), string(app.NoAnswer), string(app.Valid)} {
		if may[code] {
			t.Errorf("%s can be hidden", code)
		}
	}
	for _, code := range []string{"EQ1", "CH-SALES", "DL-03", "OW-SHOP", "RC-EXT2"} {
		if !may[code] {
			t.Errorf("%s cannot be hidden", code)
		}
	}
}

func TestOwnCodesAreOnlyAddedWhereTheProgramNeedsNone(t *testing.T) {
	x := begin(t, Lists)
	p := x.here().(*listsPage)
	for _, l := range lists() {
		p.group.Pick(func(have list) bool { return have.group == l.group })
		p.fill(true)
		if p.add.Disabled() == l.adds {
			t.Errorf("%s: adding is off: %v", l.group, p.add.Disabled())
		}
		if p.addOwn(); x.closed() == l.adds {
			t.Errorf("%s: a sheet is open: %v", l.group, !x.closed())
		}
		if s := kit.TopSheet(x.win.Canvas()); s != nil {
			s.Close()
		}
		if p.table.Count() != len(l.codes) {
			t.Errorf("%s: %d rows, want %d", l.group, p.table.Count(), len(l.codes))
		}
	}
}
