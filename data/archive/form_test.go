package archive_test

import (
	"bytes"
	"compress/gzip"
	"encoding/base64"
	"io"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"ownerdesk/app"
	"ownerdesk/app/annual"
	"ownerdesk/app/improve"
	"ownerdesk/app/meeting"
	"ownerdesk/data/archive"
)

// file is a file of testdata.
func file(t testing.TB, name string) []byte {
	t.Helper()
	text, err := os.ReadFile(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	return text
}

// packed is what stands packed in a file, in letters so that it can be kept with
// the source.
func packed(t testing.TB, name string) []byte {
	t.Helper()
	raw, err := io.ReadAll(base64.NewDecoder(base64.StdEncoding, bytes.NewReader(file(t, name))))
	if err != nil {
		t.Fatal(err)
	}
	in, err := gzip.NewReader(bytes.NewReader(raw))
	if err != nil {
		t.Fatal(err)
	}
	text, err := io.ReadAll(in)
	if err != nil {
		t.Fatal(err)
	}
	return text
}

// form is a form, whatever it is of.
type form[T any] interface {
	Write(T) ([]byte, error)
	Read([]byte) (T, error)
}

func read[T any](t testing.TB, as form[T], text []byte) T {
	t.Helper()
	of, err := as.Read(text)
	if err != nil {
		t.Fatal(err)
	}
	return of
}

func write[T any](t testing.TB, as form[T], of T) []byte {
	t.Helper()
	text, err := as.Write(of)
	if err != nil {
		t.Fatal(err)
	}
	return text
}

// leftOut are the fields that are not kept, on purpose.
var leftOut = map[string]bool{
	"meeting.Action.Acts":   true, // timelines go on
	"improve.Measure.Acts":  true,
	"improve.Measure.Files": true,
	"app.Line.Version":      true, // is not printed
	"app.Line.Holder":       true,
	"app.Line.CallBack":     true,
	"app.Line.Scene":        true, // is for Today alone
	"app.Line.SceneDue":     true,
	"app.Place.Room":        true, // tells the household
}

// mend says what is to be done about a field that is not kept.
const mend = `%s is not kept: a %s would lose it.
Give the type that stands for it in data/archive a field with a key of its own, and carry it in the method beside
that type. Keys of other fields stay as they are. What was kept before does not know the new field: it comes back
as nothing (0, "", nil), so let whoever prints it say "not known then" where 0 would be taken for a count, or make
it a pointer or a list, whose nil says so. If it is not to be kept on purpose, name it in leftOut with the reason.`

// TestEveryFieldIsKept fills each kind of what is kept with values that all differ,
// writes it, and reads it back.
func TestEveryFieldIsKept(t *testing.T) {
	everyField(t, "freeze", archive.Freeze)
	everyField(t, "reported survey", archive.Results)
	everyField(t, "plan", archive.Plan)
	everyField(t, "questionnaire", archive.Questionnaire)
	everyField(t, "report's findings", archive.Findings)
	everyField(t, "frame", archive.Strata)
	everyField(t, "saved filter", archive.Filter)
}

func everyField[T any](t *testing.T, what string, as form[T]) {
	var of T
	var fill filling
	fill.in(reflect.ValueOf(&of).Elem())
	back := read(t, as, write(t, as, of))
	for _, field := range lost(reflect.ValueOf(of), reflect.ValueOf(back), reflect.TypeOf(of).String()) {
		t.Errorf(mend, field, what)
	}
}

// TestAFieldThatIsNotKeptIsNamed makes sure that the test above sees what is missing.
func TestAFieldThatIsNotKeptIsNamed(t *testing.T) {
	was, is := meeting.Kept{Rules: 3}, meeting.Kept{Rules: 3}
	was.Measures = []improve.Measure{{Milestones: []improve.Milestone{{Text: "a"}}}}
	is.Measures = []improve.Measure{{Milestones: []improve.Milestone{{}}}}
	found := lost(reflect.ValueOf(was), reflect.ValueOf(is), "meeting.Kept")
	if !reflect.DeepEqual(found, []string{"improve.Milestone.Text"}) {
		t.Errorf("missing is %v", found)
	}
}

// TestWhatWasWrittenBeforeThereWereKeysIsReadWhole reads files in which every field
// is filled, as the program wrote them until then, and compares with what is written
// of them for ever.
func TestWhatWasWrittenBeforeThereWereKeysIsReadWhole(t *testing.T) {
	rewritten(t, "freeze", archive.Freeze, file(t, "before/filled-freeze.json"))
	rewritten(t, "results", archive.Results, packed(t, "before/filled-results.gob.base64"))
	rewritten(t, "plan", archive.Plan, file(t, "before/filled-plan.json"))
	rewritten(t, "questionnaire", archive.Questionnaire, file(t, "before/filled-questionnaire.json"))
	rewritten(t, "findings", archive.Findings, file(t, "before/filled-findings.json"))
	rewritten(t, "strata", archive.Strata, file(t, "before/filled-strata.json"))
	rewritten(t, "filter", archive.Filter, file(t, "before/filled-filter.json"))
}

// rewritten holds what is written now against what was written when there were keys
// for the first time. Keys may come, none may go: a key that hung on a name in Go
// would have another name one day.
func rewritten[T any](t *testing.T, name string, as form[T], before []byte) {
	golden := file(t, "keyed/filled-"+name+".json")
	if missing := without(keysOf(t, golden), keysOf(t, write(t, as, read(t, as, before)))); len(missing) > 0 {
		t.Errorf("%s: of what was written before there were keys, no longer written is %v", name, few(missing))
	}
	if missing := without(keysOf(t, golden), keysOf(t, write(t, as, read(t, as, golden)))); len(missing) > 0 {
		t.Errorf("%s: read and written again, gone is %v", name, few(missing))
	}
}

// TestAFormOfALaterProgramIsNotGuessedAt refuses what it cannot know.
func TestAFormOfALaterProgramIsNotGuessedAt(t *testing.T) {
	for _, err := range []error{
		refused(archive.Freeze), refused(archive.Results), refused(archive.Plan), refused(archive.Questionnaire), refused(archive.Findings),
	} {
		if err == nil || !strings.Contains(err.Error(), "later program") {
			t.Errorf("a later form is read: %v", err)
		}
	}
}

func refused[T any](as form[T]) error {
	_, err := as.Read([]byte(`{"Form":99}`))
	return err
}

// TestAMonthPrintsTheSameForEver and its like print what was kept in both forms, and
// hold it against what the program printed of it when it was kept.
func TestAMonthPrintsTheSameForEver(t *testing.T) {
	for _, name := range []string{"before/month.json", "keyed/month.json"} {
		k := read(t, archive.Freeze, file(t, name))
		printsAsEver(t, name, "printed/month.txt", printedMonth(t, k))
		if again := read(t, archive.Freeze, write(t, archive.Freeze, k)); !reflect.DeepEqual(again, k) {
			t.Errorf("%s: written and read again it is another", name)
		}
	}
}

func TestAListPrintsTheSameForEver(t *testing.T) {
	text := file(t, "keyed/filled-list.json")
	k := read(t, archive.Freeze, text)
	printsAsEver(t, "keyed/filled-list.json", "printed/list.txt", printedList(t, k))
	if missing := without(keysOf(t, text), keysOf(t, write(t, archive.Freeze, k))); len(missing) > 0 {
		t.Errorf("read and written again, gone is %v", few(missing))
	}
}

func TestAWeekPrintsTheSameForEver(t *testing.T) {
	for _, name := range []string{"before/week.json", "keyed/week.json"} {
		printsAsEver(t, name, "printed/week.txt", printedWeek(t, read(t, archive.Freeze, file(t, name))))
	}
}

func TestASurveyPrintsTheSameForEver(t *testing.T) {
	for _, name := range []string{"before", "keyed"} {
		h := annual.Head{
			Plan:          read(t, archive.Plan, file(t, name+"/plan.json")),
			Questionnaire: read(t, archive.Questionnaire, file(t, name+"/questionnaire.json")),
			Findings:      read(t, archive.Findings, file(t, name+"/findings.json")),
			Strata:        read(t, archive.Strata, file(t, name+"/strata.json")),
			State:         annual.Reported, Project: 1, Number: "no 1", Year: 2026,
		}
		kept := packed(t, "before/results.gob.base64")
		if name == "keyed" {
			kept = file(t, "keyed/results.json")
		}
		printsAsEver(t, name, "printed/survey.txt", printedSurvey(t, h, read(t, archive.Results, kept)))
	}
}

// TestAReportThatKeptNoNumbersSaysSo: they are looked up, and no measure is taken for one
// of those days.
func TestAReportThatKeptNoNumbersSaysSo(t *testing.T) {
	for name, text := range map[string][]byte{"before": packed(t, "before/results.gob.base64"), "keyed": file(t, "keyed/results.json")} {
		if r := read(t, archive.Results, text); r.Numbers != nil || r.Answered != nil {
			t.Errorf("%s: it comes back with %v, %v", name, r.Numbers, r.Answered)
		}
	}
	none := annual.Results{Numbers: map[app.IssueID]string{}, Answered: []annual.Answer{}}
	if r := read(t, archive.Results, write(t, archive.Results, none)); r.Numbers == nil || r.Answered == nil {
		t.Error("that there were none comes back as unknown")
	}
	some := annual.Results{Numbers: map[app.IssueID]string{7: "no 7"}, Answered: []annual.Answer{{Problem: 1, Measure: "GJ-1"}}}
	if keys := keysOf(t, write(t, archive.Results, some)); len(without([]string{".Numbers.7 = no 7", ".Answered[0].Problem = 1", ".Answered[0].Measure = GJ-1"}, keys)) > 0 {
		t.Errorf("written is %v", keys)
	}
}

// printsAsEver looks for every line that was printed, in its order. More may be
// printed between them.
func printsAsEver(t *testing.T, of, golden string, lines []string) {
	t.Helper()
	wanted := strings.Split(strings.TrimSpace(string(file(t, golden))), "\n")
	at := 0
	for _, line := range oneLine(lines) {
		if at < len(wanted) && line == wanted[at] {
			at++
		}
	}
	if at < len(wanted) {
		t.Errorf("of %s is no longer printed as it was, from line %d of %s on:\n%s", of, at+1, golden, wanted[at])
	}
}

// TestASavedFilterOfThoseDaysStillNarrows reads one that names only what it needs.
func TestASavedFilterOfThoseDaysStillNarrows(t *testing.T) {
	f := read(t, archive.Filter, []byte(`{"Text":"電梯","States":["accepted"],"OpenOnly":true}`))
	if !reflect.DeepEqual(f, app.Filter{Text: "電梯", States: []app.State{app.Accepted}, OpenOnly: true}) {
		t.Errorf("it narrows to %+v", f)
	}
}
