package console_test

import (
	"bytes"
	"context"
	"encoding/json"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"ownerdesk/assets/samples"
	"ownerdesk/data"
	"ownerdesk/ui/console"
)

// guarded runs a command by a clock, as the program itself does.
func guarded(t *testing.T, now time.Time, args ...string) (code int, said string) {
	t.Helper()
	code, said, _ = byClock(t, now, args...)
	return code, said
}

// byClock is guarded with what the command answers.
func byClock(t *testing.T, now time.Time, args ...string) (code int, said, answer string) {
	t.Helper()
	var out, complaints bytes.Buffer
	clock := func() time.Time { return now }
	code = console.Run(t.Context(), console.Parts{
		Args: args, Out: &out, Err: &complaints, Now: clock, Locale: "zh_TW",
		Open: func(ctx context.Context, path string) (console.Store, error) {
			return data.Open(ctx, path, data.Options{Now: clock, Guard: true})
		},
	})
	return code, complaints.String(), out.String()
}

func TestACommandDoesNotWriteByADoubtedClock(t *testing.T) {
	right, file := nowIsNoon(), register(t, "owners-gbk.csv", samples.GBK)
	db := office(t, "20")
	writes := func(now time.Time, more ...string) (int, string) {
		return guarded(t, now, append([]string{"import", "owners", file, "--db", db, "--project", "雲棲花園"}, more...)...)
	}
	if code, said := writes(right); code != 0 {
		t.Fatalf("by the right clock: %d, %s", code, said)
	}
	file = register(t, "owners-big5.csv", samples.Big5)
	for _, wrong := range []time.Time{right.AddDate(-1, 0, 0), right.AddDate(1, 0, 0)} {
		code, said := writes(wrong)
		if code == 0 || !strings.Contains(said, "--clock-right") || !strings.Contains(said, wrong.Format("2006-01-02")) {
			t.Errorf("by a clock at %v: %d, %s", wrong, code, said)
		}
	}
	if code, said := writes(right.AddDate(1, 0, 0), "--clock-right"); code != 0 {
		t.Errorf("said to be right: %d, %s", code, said)
	}
}

// What only reads is answered by any clock, with a word of warning beside it and none
// in between.
func TestReadingByADoubtedClockWarnsOnceAndAnswersAllTheSame(t *testing.T) {
	right, file := nowIsNoon(), register(t, "owners-gbk.csv", samples.GBK)
	db := office(t, "20")
	if code, said := guarded(t, right, "import", "owners", file, "--db", db, "--project", "雲棲花園"); code != 0 {
		t.Fatalf("%d, %s", code, said)
	}
	out := t.TempDir()
	for _, args := range [][]string{
		{"list"}, {"list", "--json"}, {"kpi", "--month", "2026-10", "--json"}, {"audit", "--json"}, {"slip", "--all-open", "--copies", "desk", "--out", filepath.Join(out, "slips.pdf"), "--replace"},
		{"pack", "--month", "2026-10", "--out", out, "--replace"},
	} {
		args = append(args, "--db", db)
		code, plain := guarded(t, right, args...)
		for _, wrong := range []time.Time{right.AddDate(-1, 0, 0), right.AddDate(1, 0, 0)} {
			answered, said, answer := byClock(t, wrong, args...)
			if answered != code || code != console.Done {
				t.Errorf("%v: by a clock at %v it ends with %d, else with %d", args, wrong, answered, code)
			}
			if said = strings.Replace(said, plain, "", 1); strings.Count(said, wrong.Format("2006-01-02")) != 1 || strings.Count(said, "以下按此時間計算") != 1 {
				t.Errorf("%v: by a clock at %v it says %q", args, wrong, said)
			}
			if slices.Contains(args, "--json") && !json.Valid([]byte(answer)) {
				t.Errorf("%v: the answer is %.200s", args, answer)
			}
		}
		if strings.Contains(plain, "以下按此時間計算") {
			t.Errorf("%v: by the right clock it says %q", args, plain)
		}
	}
}
