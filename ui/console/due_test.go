package console_test

import (
	"strings"
	"testing"
)

func TestDueAsOtherProgramsReadIt(t *testing.T) {
	for name, c := range map[string]struct {
		args []string
		want string
	}{
		"over the Mid-Autumn holiday": {
			[]string{"--from", "2026-09-24T10:30", "--days", "3"},
			`{"due":"2026-09-30T18:00","provisional":false,"steps":[` +
				`{"date":"2026-09-24","kind":"start","name":"","counted":false},` +
				`{"date":"2026-09-25","kind":"holiday","name":"中秋節","counted":false},` +
				`{"date":"2026-09-26","kind":"holiday","name":"中秋節","counted":false},` +
				`{"date":"2026-09-27","kind":"holiday","name":"中秋節","counted":false},` +
				`{"date":"2026-09-28","kind":"workday","name":"","counted":true},` +
				`{"date":"2026-09-29","kind":"workday","name":"","counted":true},` +
				`{"date":"2026-09-30","kind":"workday","name":"","counted":true}]}`,
		},
		"a make-up day counts": {
			[]string{"--from", "2026-09-18T17:00", "--days", "1"},
			`{"due":"2026-09-20T18:00","provisional":false,"steps":[` +
				`{"date":"2026-09-18","kind":"start","name":"","counted":false},` +
				`{"date":"2026-09-19","kind":"weekend","name":"","counted":false},` +
				`{"date":"2026-09-20","kind":"makeup","name":"國慶節","counted":true}]}`,
		},
		"hours run day and night": {
			[]string{"--from", "2026-11-21T23:30", "--hours", "2"},
			`{"due":"2026-11-22T01:30","provisional":false,"steps":[` +
				`{"date":"2026-11-21","kind":"start","name":"","counted":true},` +
				`{"date":"2026-11-22","kind":"weekend","name":"","counted":true}]}`,
		},
		"Hong Kong works on the make-up day's Saturday": {
			[]string{"--from", "2026-12-24T10:00", "--days", "1", "--region", "hk", "--pattern", "6"},
			`{"due":"2026-12-28T18:00","provisional":false,"steps":[` +
				`{"date":"2026-12-24","kind":"start","name":"","counted":false},` +
				`{"date":"2026-12-25","kind":"holiday","name":"聖誕節","counted":false},` +
				`{"date":"2026-12-26","kind":"holiday","name":"聖誕節","counted":false},` +
				`{"date":"2026-12-27","kind":"weekend","name":"","counted":false},` +
				`{"date":"2026-12-28","kind":"workday","name":"","counted":true}]}`,
		},
		"no further than receipt": {
			[]string{"--from", "2026-11-23 09:00", "--days", "0"},
			`{"due":"2026-11-23T18:00","provisional":false,"steps":[{"date":"2026-11-23","kind":"start","name":"","counted":false}]}`,
		},
	} {
		t.Run(name, func(t *testing.T) {
			got := runAs(t, "C", append([]string{"due", "--json"}, c.args...)...)
			if got.code != 0 || got.out != c.want+"\n" || got.err != "" {
				t.Errorf("got  %s%s\nwant %s", got.out, got.err, c.want)
			}
		})
	}
}

func TestDueSaysWhatIsProvisional(t *testing.T) {
	got := done(t, "due", "--from", "2026-12-31T10:00", "--days", "1", "--json")
	if !strings.HasPrefix(got, `{"due":"2027-01-04T18:00","provisional":true,`) {
		t.Errorf("got %s", got)
	}
}

func TestDueExplainsItselfToAPerson(t *testing.T) {
	got := done(t, "due", "--from", "2026-09-24T10:30", "--days", "3")
	for _, want := range []string{
		"接收：2026-09-24（四）10:30", "時限：3 個工作日", "2026-09-25（五） 中秋節放假，不計",
		"2026-09-30（三） 計第 3 日", "到期：2026-09-30（三）18:00",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is not in\n%s", want, got)
		}
	}
	english := done(t, "due", "--lang", "en", "--from", "2026-09-18", "--days", "1")
	if !strings.Contains(english, "make-up working day, day 1") || !strings.Contains(english, "Due: 2026-09-20 (Sun) 18:00") {
		t.Errorf("in English: %s", english)
	}
}

func TestDueByTheOfficesOwnCalendar(t *testing.T) {
	path := office(t, "0")
	if got := done(t, "due", "--db", path, "--from", "2026-09-24T10:30", "--days", "3", "--json"); !strings.Contains(got, "2026-09-30T18:00") {
		t.Errorf("got %s", got)
	}
	if got := run(t, "due", "--db", path, "--days", "3", "--region", "HK"); got.code != 2 {
		t.Errorf("an office's calendar and another region: %d", got.code)
	}
}

// Screen, slip, command and other programs are told the same.
func TestDueTakesEveryUnitAndExplainsItAsTheSlipDoes(t *testing.T) {
	for limit, want := range map[string][]string{
		"30min": {"到期：2026-11-22（日）00:00", "2026-11-21（六） 接收時起算，晝夜連續", "說明：共 30 分鐘：11/21（六）起算，晝夜連續、11/22 日"},
		"2wh":   {"到期：2026-11-23（一）11:00", "2026-11-21（六） 休息日，不計", "2026-11-23（一） 計 2 小時"},
		"1cd":   {"到期：2026-11-23（一）18:00", "2026-11-22（日） 計第 1 日", "2026-11-23（一） 順延至此日"},
		"1wd":   {"到期：2026-11-23（一）18:00", "2026-11-21（六） 接收日不計", "2026-11-22（日） 休息日，不計"},
		"1h":    {"2026-11-22（日） 連續計時"},
	} {
		got := done(t, "due", "--from", "2026-11-21T23:30", "--limit", limit)
		for _, words := range want {
			if !strings.Contains(got, words) {
				t.Errorf("%s: %q is not in\n%s", limit, words, got)
			}
		}
		_, told, _ := strings.Cut(got, "說明：")
		told, _, _ = strings.Cut(told, "\n")
		if said := done(t, "due", "--from", "2026-11-21T23:30", "--limit", limit, "--json", "--explain"); !strings.Contains(said, `"explanation":"`+told+`"`) || !strings.Contains(said, `"says":"`) {
			t.Errorf("%s: %q is not in\n%s", limit, told, said)
		}
	}
	half := done(t, "due", "--from", "2026-11-20T10:00", "--limit", "1wd", "--pattern", "5.5")
	if !strings.Contains(half, "2026-11-21（六） 半日上班，計第 1 日") {
		t.Errorf("half a day is not named in\n%s", half)
	}
	for _, args := range [][]string{{"--limit", "soon"}, {"--limit", "3"}, {"--limit", "99999h"}, {"--limit", "3wd", "--days", "3"}} {
		if got := run(t, append([]string{"due"}, args...)...); got.code != 2 {
			t.Errorf("%v: %d, %s", args, got.code, got.err)
		}
	}
}
