package console_test

import (
	"encoding/json"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"ownerdesk/app"
	"ownerdesk/data"
	"ownerdesk/ui/console"
)

type listed struct {
	Number string
	Cost   *struct {
		Hours, Labour, Material, Other, Total, Charged json.Number
		Materials, Charge                              string
	}
}

// unspent is the number of an open issue of which nobody said what it cost.
func unspent(t *testing.T, db string) string {
	t.Helper()
	var all []listed
	if err := json.Unmarshal([]byte(done(t, "list", "--db", db, "--state", "open", "--json")), &all); err != nil {
		t.Fatal(err)
	}
	for _, one := range all {
		if one.Cost == nil {
			return one.Number
		}
	}
	t.Fatal("every issue has a cost")
	return ""
}

// What an issue cost is recorded, told, corrected with a reason, and in the list for
// other programs.
func TestACostIsRecordedAndTold(t *testing.T) {
	db := office(t, "120")
	number := unspent(t, db)
	by := "王芳"
	if said := done(t, "cost", number, "--db", db); !strings.Contains(said, "未登記費用") {
		t.Errorf("before: %s", said)
	}
	if said := done(t, "cost", number, "--db", db, "--json"); strings.TrimSpace(said) != "null" {
		t.Errorf("before: %s", said)
	}
	record := []string{"cost", number, "--db", db, "--by", by, "--hours", "90分鐘", "--rate", "60", "--material", "水龍頭,2,個,35;生料帶,,,,3", "--charge", "yes"}
	if said := done(t, record...); !strings.Contains(said, "163.00 元") {
		t.Errorf("recorded: %s", said)
	}
	if again := run(t, record...); again.code != console.Failed || !strings.Contains(again.err, "原因") {
		t.Errorf("corrected without a reason: %d %s", again.code, again.err)
	}
	done(t, append(record, "--why", "工時漏計", "--other", "80", "--other-what", "開鎖公司")...)
	for _, want := range []string{"水龍頭", "2 個 × 35.00 元", "開鎖公司", "243.00 元"} {
		if said := done(t, "cost", number, "--db", db); !strings.Contains(said, want) {
			t.Errorf("told without %s: %s", want, said)
		}
	}
	var all []listed
	if err := json.Unmarshal([]byte(done(t, "list", "--db", db, "--text", number, "--json")), &all); err != nil {
		t.Fatal(err)
	}
	at := slices.IndexFunc(all, func(l listed) bool { return l.Number == number })
	if at < 0 || all[at].Cost == nil {
		t.Fatalf("listed as %+v", all)
	}
	if k := all[at].Cost; k.Total != "243.00" || k.Charged != "243.00" || k.Charge != "yes" || k.Materials != "水龍頭 2個×35.00=70.00；生料帶=3.00" {
		t.Errorf("listed as %+v", k)
	}
}

func TestACostSaysWhatIsNotUnderstood(t *testing.T) {
	db := office(t, "120")
	number, by := unspent(t, db), "王芳"
	for says, c := range map[string]struct {
		args []string
		code int
		want string
	}{
		"no number":      {nil, console.Misled, "單號"},
		"no such number": {[]string{"XX-1"}, console.Failed, "XX-1"},
		"nobody":         {[]string{number, "--hours", "1"}, console.Misled, "--by"},
		"a stranger":     {[]string{number, "--by", "無此人", "--charge", "no"}, console.Misled, "無此人"},
		"no hours":       {[]string{number, "--by", by, "--charge", "no", "--hours", "-1"}, console.Failed, "工時"},
		"no charge":      {[]string{number, "--by", by, "--hours", "1"}, console.Failed, "收費"},
		"no material":    {[]string{number, "--by", by, "--charge", "no", "--material", ",2,個,35"}, console.Failed, "材料"},
	} {
		got := run(t, append([]string{"cost", "--db", db}, c.args...)...)
		if got.code != c.code || !strings.Contains(got.err, c.want) {
			t.Errorf("%s: %d %s", says, got.code, got.err)
		}
	}
}

// What a list says of the cost is taken in by another office, whose own list says
// just the same, in whatever language.
func TestACostGoesFromListToLedgerAndBack(t *testing.T) {
	db := office(t, "120")
	for i, args := range [][]string{
		{"--hours", "1.25", "--rate", "66.66", "--material", "𠮷字牌閥門,2,個,35.55;膠水 0.5 瓶,,,,3;水泥,0.125,t,333.33;既有庫存", "--charge", "yes"},
		{"--labour", "80", "--other", "1234567.89", "--other-what", "外單位", "--charge", "part", "--charged", "0.01"},
		{"--charge", "no"},
		{"--hours", "2", "--charge", "yes", "--charged", "50"},
	} {
		number := unspent(t, db)
		done(t, append([]string{"cost", number, "--db", db, "--by", "王芳"}, args...)...)
		if got := unspent(t, db); got == number {
			t.Fatalf("%d: %s has no cost", i, number)
		}
	}
	costs := func(db string) map[string]string {
		var all []listed
		if err := json.Unmarshal([]byte(done(t, "list", "--db", db, "--json")), &all); err != nil {
			t.Fatal(err)
		}
		said := map[string]string{}
		for _, one := range all {
			if one.Cost != nil {
				said[one.Number] = fmt.Sprint(*one.Cost)
			}
		}
		return said
	}
	want := costs(db)
	if len(want) < 4 {
		t.Fatalf("costs are %v", want)
	}
	for _, language := range []string{"zh-Hant", "zh-Hans", "en"} {
		ledger, other := filepath.Join(t.TempDir(), "ledger.xlsx"), filepath.Join(t.TempDir(), "other.db")
		done(t, "list", "--db", db, "--lang", language, "--out", ledger)
		estates(t, other, "雲棲花園", "濱河灣")
		done(t, "import", "issues", ledger, "--db", other)
		got := costs(other)
		for number, said := range want {
			if got[number] != said {
				t.Errorf("%s: %s is taken in as\n%s, was\n%s", language, number, got[number], said)
			}
		}
		for number, said := range got {
			if want[number] == "" {
				t.Errorf("%s: %s, of which nobody said what it cost, is taken in as %s", language, number, said)
			}
		}
	}
}

// estates makes an office with estates and nothing else.
func estates(t *testing.T, db string, names ...string) {
	t.Helper()
	now := func() time.Time { return noon }
	s, err := data.Open(t.Context(), db, data.Options{Now: now})
	if err != nil {
		t.Fatal(err)
	}
	desk := app.Desk{Store: s, Now: now}
	for i, name := range names {
		if _, err := desk.ChangeProject(t.Context(), app.Project{Name: name, Code: []string{"", "BH"}[i]}); err != nil {
			t.Fatal(err)
		}
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
}
