package register

import (
	"slices"
	"strings"
	"testing"

	"ownerdesk/app"
	"ownerdesk/app/register"
	"ownerdesk/assets/lang"
	"ownerdesk/assets/samples"
)

// count is how many rooms and ties the estate holds.
func (x *world) count() (rooms, ties int) {
	x.Helper()
	known, err := x.store.Known(x.Context(), 0)
	x.keep(err)
	seen := map[string]bool{}
	for _, k := range known {
		seen[k.Area+k.Place.Key()] = true
		if k.Name != "" {
			ties++
		}
	}
	return len(seen), ties
}

func TestTheThreeRegistersComeInWithTwoClicks(t *testing.T) {
	for _, c := range []struct {
		name string
		raw  []byte
		rows int
	}{{"owners-messy.xlsx", samples.Messy, 380}, {"owners-gbk.csv", samples.GBK, 200}, {"owners-big5.csv", samples.Big5, 150}} {
		x := sit(t, lang.Simplified)
		_, before := x.count()
		p := x.bring(c.name, c.raw)
		if p.stage != atColumns || p.primary.Disabled() {
			t.Fatalf("%s: stage %d, %v", c.name, p.stage, p.plan.Missing())
		}
		p.Next()
		if o := p.plan.Outcome; p.stage != atOutcome || o.New+o.Changed+o.Unchanged != c.rows || o.Refused != 0 {
			t.Fatalf("%s: stage %d, %d new, %d changed, %d unchanged, %d refused", c.name, p.stage, o.New, o.Changed, o.Unchanged, o.Refused)
		}
		p.Next()
		if _, after := x.count(); p.stage != atEnd || after < before+c.rows-5 {
			t.Errorf("%s: stage %d, %d people before, %d after; said %q", c.name, p.stage, before, after, x.last())
		}
		var went app.ProjectID
		p.Done = func(id app.ProjectID) { went = id }
		p.Next()
		if went != x.World.Project {
			t.Errorf("%s leads to estate %d", c.name, went)
		}

		again := x.bring(c.name, c.raw)
		again.Next()
		if o := again.plan.Outcome; o.Brings() || o.Unchanged != c.rows {
			t.Errorf("%s again: %d new, %d changed, %d unchanged", c.name, o.New, o.Changed, o.Unchanged)
		}
	}
}

func TestWhatIsRefusedIsNamedAndNothingComesInByItself(t *testing.T) {
	x := sit(t, lang.Traditional)
	rooms, ties := x.count()
	p := x.bring("某小區.csv", []byte(troubled))
	p.Next()
	if !p.primary.Disabled() {
		t.Error("rows are refused and the file may come in")
	}
	p.Next()
	if r, n := x.count(); r != rooms || n != ties {
		t.Errorf("%d rooms and %d people, want %d and %d", r, n, rooms, ties)
	}
	var said []string
	for _, one := range p.refusals() {
		said = append(said, one.String())
	}
	if want := []string{`某小區!E3 phone-too-long "139000014245"`, `某小區!C4 room-missing ""`}; !slices.Equal(said, want) {
		t.Errorf("%q", said)
	}
	p.outcome.leave.SetChecked(true)
	p.Next()
	if r, _ := x.count(); p.stage != atEnd || r != rooms {
		t.Errorf("with those left out: stage %d, %d rooms, want %d; said %q", p.stage, r, rooms, x.last())
	}
	if got := x.people("3-2-501"); !slices.Contains(got, "張小明 OW-TEN 13812345679") {
		t.Errorf("%q", got)
	}
}

func TestIdentityNumbersStayOutUnlessTicked(t *testing.T) {
	for _, ticked := range []bool{false, true} {
		x := sit(t, lang.Traditional)
		p := x.bring("a.csv", []byte("楼栋,房号,姓名,身份证号\n9,101,张三,330101198001010018\n"))
		if !p.wanted.Visible() || strings.Contains(p.columns.sure(p.plan.Layout.Guesses[3]).Text(), "已識別") {
			t.Error("the column is taken in without a word")
		}
		p.wanted.SetChecked(ticked)
		p.Next()
		p.Next()
		known, err := x.store.Known(x.Context(), 0)
		x.keep(err)
		at := slices.IndexFunc(known, func(k register.Known) bool { return k.Name == "张三" })
		if at < 0 || strings.Contains(known[at].Note, "330101198001010018") != ticked {
			t.Errorf("ticked %v: %+v", ticked, known)
		}
	}
}

func TestAColumnNobodyKnewIsAssignedByHand(t *testing.T) {
	x := sit(t, lang.Traditional)
	p := x.bring("a.csv", []byte("楼栋,房号,称呼,电话\n9,101,张三,13900001424\n9,102,李四,15000003053\n"))
	if !p.primary.Disabled() || len(p.columns.missing.Objects) != 1 {
		t.Fatalf("no names, and it may go on: %v", p.plan.Missing())
	}
	p.columns.meanings[2].SetSelectedIndex(slices.Index(register.Columns, register.OfName))
	if p.primary.Disabled() {
		t.Fatalf("still missing: %v", p.plan.Missing())
	}
	p.Next()
	if p.plan.Outcome.New != 2 {
		t.Errorf("%+v", p.plan.Outcome)
	}
	if !p.Escape() || p.stage != atColumns || !p.Escape() || p.stage != atFile || p.Escape() {
		t.Error("Escape does not lead back step by step")
	}
}

func TestAnEstateNobodyKnowsIsRefused(t *testing.T) {
	x := sit(t, lang.Traditional)
	p := x.bring("a.csv", []byte("项目,楼栋,房号,姓名\n别的小区,9,101,张三\n"))
	p.Next()
	if !p.primary.Disabled() || len(p.warnings()) != 1 {
		t.Error("an estate without a code comes in")
	}
}

func TestAFileThatIsNoTableSaysSoAndChangesNothing(t *testing.T) {
	for name, raw := range map[string]string{"a.xlsx": "%PDF-1.4", "b.csv": "", "c.xlsx": "PK\x03\x04broken"} {
		x := sit(t, lang.Traditional)
		rooms, ties := x.count()
		p := x.bring(name, []byte(raw))
		if p.stage != atFile || !strings.Contains(x.last(), name) {
			t.Errorf("%s: stage %d, said %q", name, p.stage, x.last())
		}
		if r, n := x.count(); r != rooms || n != ties {
			t.Errorf("%s changed the register", name)
		}
	}
}

func TestRoomsWithoutNumbersAreToldApartByTheirFloor(t *testing.T) {
	x := sit(t, lang.Traditional)
	p := x.bring("owners-big5.csv", samples.Big5)
	p.Next()
	p.Next()
	q := x.page()
	q.places.Select(q.index(spot{area: x.East, building: x.Buildings["1"]}))
	seen := map[string]bool{}
	for i := range q.rooms {
		place := (&roomRows{q}).At(i)[0].Text
		if seen[place] {
			t.Errorf("two rooms are called %s", place)
		}
		seen[place] = true
	}
	if !seen["11F-A"] {
		t.Errorf("%v", seen)
	}
}
