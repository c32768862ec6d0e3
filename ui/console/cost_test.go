package console_test

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"ownerdesk/ui/console"
)

type listed struct {
	Number string
	Cost   *struct {
		Total, Charged json.Number
		Materials      string
		Charge         string
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
