package console_test

import (
	"bytes"
	"context"
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
	var out, complaints bytes.Buffer
	clock := func() time.Time { return now }
	code = console.Run(t.Context(), console.Parts{
		Args: args, Out: &out, Err: &complaints, Now: clock, Locale: "zh_TW",
		Open: func(ctx context.Context, path string) (console.Store, error) {
			return data.Open(ctx, path, data.Options{Now: clock, Guard: true})
		},
	})
	return code, complaints.String()
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
