package sample

import (
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"ownerdesk/app"
)

// A case that breaks a rule ends the year with an error, so that all fails.

func TestEveryStateStepAndCloseOccurs(t *testing.T) {
	w := New(order(t, 1, 3000))
	states, steps, closes, kinds := map[app.State]int{}, map[app.Step]int{}, map[app.CloseCode]int{}, map[app.Kind]int{}
	rework := 0
	for _, c := range all(t, w) {
		states[c.State]++
		steps[c.Step]++
		closes[c.Close]++
		kinds[c.Kind]++
		rework += c.Rework
	}
	for _, s := range app.States {
		// A draft is no case yet; an issue stands in rework for hours only, so
		// that a morning may find none.
		if s != app.Draft && s != app.Rework && states[s] == 0 {
			t.Errorf("no issue is %s", s)
		}
	}
	if rework == 0 {
		t.Error("nothing was ever sent back")
	}
	for _, s := range app.Steps {
		if steps[s] == 0 {
			t.Errorf("no issue waits for %s", s)
		}
	}
	for _, c := range append(slices.Clone(app.OwnerCloses), app.SpecialCloses...) {
		if closes[c] == 0 {
			t.Errorf("no issue was closed as %s", c)
		}
	}
	for _, k := range app.Kinds {
		if kinds[k] == 0 {
			t.Errorf("no issue is a %s", k)
		}
	}
}

func TestEveryActOccurs(t *testing.T) {
	seen := map[app.ActKind]int{}
	late, group, anonymous, rounds := 0, 0, 0, 0
	for _, c := range all(t, New(order(t, 1, 3000))) {
		for _, a := range c.Acts {
			seen[a.Kind]++
		}
		for _, d := range c.Delays {
			if d.Late {
				late++
			}
		}
		if c.Households >= 5 {
			group++
		}
		if c.Reporter.Anonymous {
			anonymous++
		}
		rounds = max(rounds, len(c.Rounds))
	}
	// Files are attached and calendars loaded by people; a sample has neither.
	for _, kind := range []app.ActKind{
		app.ActReceived, app.ActAmended, app.ActSelf, app.ActTransfer, app.ActComplaint, app.ActRejected, app.ActVoided,
		app.ActSigned, app.ActRefused, app.ActReassigned, app.ActPlanned, app.ActProgress, app.ActChased, app.ActRemark,
		app.ActDelayAsked, app.ActDelayed, app.ActNotDelayed, app.ActFedBack, app.ActAccepted, app.ActSentBack, app.ActTold,
		app.ActFollowedUp, app.ActDissatisfy, app.ActClosed, app.ActCloseAsked, app.ActNotClosed, app.ActReopened,
		app.ActInquiry, app.ActPlanPassed, app.ActPaperSent,
	} {
		if seen[kind] == 0 {
			t.Errorf("nobody ever did %s", kind)
		}
	}
	if late == 0 || group == 0 || anonymous == 0 || rounds < 3 {
		t.Errorf("late delays %d, group complaints %d, anonymous %d, most rounds %d", late, group, anonymous, rounds)
	}
}

func TestNumbersAreGivenOnceAndInOrderOfTime(t *testing.T) {
	cases := all(t, New(order(t, 3, 2000)))
	seen := map[string]bool{}
	once := func(number string) {
		if number == "" {
			return
		}
		if seen[number] {
			t.Errorf("%s was given twice", number)
		}
		seen[number] = true
	}
	for _, c := range cases {
		once(c.Number)
		for _, r := range c.Rounds {
			once(r.Number)
		}
		for _, d := range c.Delays {
			once(d.Number)
		}
		card := map[string]bool{}
		for _, f := range c.FollowUps {
			if !card[f.Number] {
				once(f.Number)
			}
			card[f.Number] = true
		}
		if code := strings.HasPrefix(c.Number, "BH-"); code != (c.Project == 2) {
			t.Errorf("%s belongs to estate %d", c.Number, c.Project)
		}
	}
	slices.SortFunc(cases, func(a, b app.Case) int { return int(a.ID - b.ID) })
	last := map[string]string{}
	for _, c := range cases {
		month := c.Number[:len(c.Number)-4]
		if c.Number <= last[month] {
			t.Errorf("%s was given after %s", c.Number, last[month])
		}
		last[month] = c.Number
	}
}

func TestTodayIsFullAndFewAreLate(t *testing.T) {
	for seed := range uint64(4) {
		late, open, old := 0, 0, 0
		due := map[app.Step]int{}
		for _, c := range all(t, New(order(t, seed, 1000))) {
			if !c.Open() {
				continue
			}
			open++
			if noon.Sub(c.Received) > 30*24*time.Hour {
				old++
			}
			if c.Late(noon) {
				late++
			} else if c.StepDue.Format(time.DateOnly) == noon.Format(time.DateOnly) {
				due[c.Step]++
			}
		}
		if late < 2 || late > 5 {
			t.Errorf("seed %d: %d issues are late, want two to five", seed, late)
		}
		if open < 50 || open > 150 || old < 20 || old > 40 {
			t.Errorf("seed %d: %d are open, %d of them for long", seed, open, old)
		}
		for _, s := range app.Steps {
			if due[s] == 0 {
				t.Errorf("seed %d: nothing is due today that waits for %s", seed, s)
			}
		}
	}
}

func TestSmallOfficesToo(t *testing.T) {
	for _, n := range []int{0, 1, 2, 7, 30} {
		if got := len(all(t, New(order(t, 5, n)))); got != n {
			t.Errorf("asked for %d issues, got %d", n, got)
		}
	}
}

func TestAnyMomentWillDo(t *testing.T) {
	for name, until := range map[string]time.Time{
		"a Sunday":                 time.Date(2026, 11, 22, 15, 0, 0, 0, noon.Location()),
		"before opening":           time.Date(2026, 11, 23, 7, 0, 0, 0, noon.Location()),
		"the evening":              time.Date(2026, 11, 23, 22, 0, 0, 0, noon.Location()),
		"the middle of a holiday":  time.Date(2026, 10, 3, 12, 0, 0, 0, noon.Location()),
		"a year without calendars": time.Date(2031, 3, 5, 11, 0, 0, 0, noon.Location()),
	} {
		t.Run(name, func(t *testing.T) {
			o := order(t, 1, 300)
			o.Until = until
			for _, c := range all(t, New(o)) {
				if last := c.Acts[len(c.Acts)-1].At; last.After(until) {
					t.Fatalf("issue %d: something happened at %v, after the end", c.ID, last)
				}
			}
		})
	}
}

func TestNoGapIsLeftInATextAndNoneIsEmpty(t *testing.T) {
	for _, c := range all(t, New(order(t, 1, 1500))) {
		texts := []string{c.Description, c.Wish, c.Place.Short(), c.CloseWhy}
		for _, a := range c.Acts {
			texts = append(texts, a.Note)
		}
		for _, s := range texts {
			if strings.ContainsAny(s, "{}") || !utf8.ValidString(s) {
				t.Errorf("issue %d says %q", c.ID, s)
			}
		}
	}
}

func TestPeopleAndRoomsAreTied(t *testing.T) {
	w := New(order(t, 1, 0))
	rooms, people := map[app.RoomID]int{}, map[app.PersonID]int{}
	for _, tie := range w.Ties {
		rooms[tie.Room]++
		if tie.Owner != "OW-COM" {
			people[tie.Person]++
		}
	}
	several := func(n int) bool { return n > 1 }
	count := 0
	for _, n := range rooms {
		if several(n) {
			count++
		}
	}
	if len(w.Rooms) < 300 || len(rooms) != len(w.Rooms) || count < 50 {
		t.Errorf("%d rooms, %d with people, %d with several", len(w.Rooms), len(rooms), count)
	}
	count = 0
	for _, n := range people {
		if several(n) {
			count++
		}
	}
	if count < 5 {
		t.Errorf("%d people have several rooms", count)
	}
	if len(w.Projects) != 2 || w.Projects[0].Code != "" || w.Projects[1].Code != "BH" || len(w.Staff) < 14 {
		t.Errorf("estates %v, %d staff", w.Projects, len(w.Staff))
	}
}

func TestBothScriptsSayTheSameThings(t *testing.T) {
	hant := order(t, 1, 0).Texts
	hans := textsOf(t, "zh-Hans")
	if len(hans.Talks) != len(hant.Talks) || len(hans.Phrases) != len(hant.Phrases) || len(hans.Staff) != len(hant.Staff) {
		t.Fatal("the scripts have different texts")
	}
	a, b := hant.Records, hans.Records
	if len(a.Notices) != len(b.Notices) || len(a.Activities) != len(b.Activities) || len(a.Weeks) != len(b.Weeks) || len(a.Talk.Found) != len(b.Talk.Found) || len(hant.Meeting.Points) != len(hans.Meeting.Points) {
		t.Error("the scripts have different records")
	}
	for key, these := range hant.Phrases {
		if len(hans.Phrases[key]) != len(these) {
			t.Errorf("%s has %d phrases in one script and %d in the other", key, len(these), len(hans.Phrases[key]))
		}
	}
	for i, talk := range hant.Talks {
		if other := hans.Talks[i]; len(other.Says) != len(talk.Says) || other.Category != talk.Category || other.Kind != talk.Kind {
			t.Errorf("talk %d differs: %v, %v", i, talk.Says, other.Says)
		}
	}
}

func TestEveryPhraseThatIsAskedForIsThere(t *testing.T) {
	texts := order(t, 1, 0).Texts
	keys := []string{"public", "lift", "lobby", "gate", "garage", "desk", "CL-07-nobody"}
	for _, c := range app.DelayCodes {
		keys = append(keys, string(c))
	}
	for _, c := range app.ReworkCodes {
		keys = append(keys, string(c))
	}
	for _, c := range app.Dissatisfactions {
		keys = append(keys, string(c))
	}
	for _, c := range app.SpecialCloses {
		keys = append(keys, string(c))
	}
	for _, c := range []app.SuspendCode{app.WaitsParts, app.WaitsOwner, app.WaitsAuthority} {
		keys = append(keys, string(c), "still-"+string(c), "on-"+string(c))
	}
	for _, c := range append(app.RejectCodes, app.RejectedMistake) {
		keys = append(keys, string(c))
	}
	for _, key := range keys {
		if len(texts.Phrases[key]) == 0 || texts.Phrases[key][0] == "" {
			t.Errorf("there is no phrase for %s", key)
		}
	}
	known := app.Categories()
	for _, talk := range texts.Talks {
		if !slices.Contains(known, talk.Category) || !slices.Contains(app.Kinds, talk.Kind) || talk.Done == "" ||
			talk.Cause != "" && !slices.Contains(app.Causes, talk.Cause) || len(talk.Says) == 0 {
			t.Errorf("talk %v of %s is not whole", talk.Says, talk.Category)
		}
	}
}

// No complaint of the sample is finished with an empty file, and nothing is
// reported done without a handler, a cause and what plan it wants.
func TestWhatIsFinishedLacksNothing(t *testing.T) {
	w := New(order(t, 2, 2000))
	ended, reported := 0, 0
	for _, c := range all(t, w) {
		r, _ := c.Current()
		fb, done := c.LastFeedback()
		if done && !fb.Accepted && c.State != app.FedBack {
			done = false // sent back, and being worked on
		}
		if done && c.State != app.Closed {
			reported++
			if lacks := c.Lacks(w.Ground, app.ToReport); len(lacks) > 0 {
				t.Errorf("%s was reported done and lacks %v", c.Shown(), lacks)
			}
		}
		if done && (r.Handler == 0 || fb.Cause == "" && c.Kind != app.Commendation) {
			t.Errorf("%s: handled by %d because of %q", c.Shown(), r.Handler, fb.Cause)
		}
		if c.Kind == app.Complaint && c.Close == app.ClosedSatisfied {
			ended++
			if lacks := c.Lacks(w.Ground, app.ToEnd); len(lacks) > 0 {
				t.Errorf("%s is closed and lacks %v", c.Shown(), lacks)
			}
		}
	}
	if ended < 100 || reported == 0 {
		t.Errorf("only %d complaints ended, %d issues reported", ended, reported)
	}
}
