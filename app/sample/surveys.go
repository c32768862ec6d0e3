package sample

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"time"

	"ownerdesk/app"
	"ownerdesk/app/annual"
	"ownerdesk/app/workday"
)

// SurveyTexts is what is said and written when owners are asked once a year.
type SurveyTexts struct {
	Attempt                              map[string]string // by what came of it
	Wishes, Praise                       []SaidText
	Differs, Summary, Cause, Limits, Why string
}

// SaidText is an open answer, and what it is about.
type SaidText struct {
	Text   string
	Topics []string
}

// Drafting puts what the numbers of a survey show into words.
type Drafting func(annual.Head, annual.Results) annual.Findings

// Ask holds the yearly surveys of the first estate: the last two that are over, and
// this year's as far as it has come. It asks the same rules as the window does, by a
// clock of its own; what lies after the moment at which the office stands still has
// not happened.
func (w *World) Ask(ctx context.Context, front app.Store, store annual.Store, draft Drafting) error {
	// What owners answer does not hang on how much happened to their issues.
	defer func(before chance) { w.chance = before }(w.chance)
	w.chance = chance{rand.New(rand.NewPCG(w.order.Seed, 0xa5c))}
	f := &fieldwork{w: w, ctx: ctx, store: store, draft: draft}
	f.desk = &annual.Desk{Front: &app.Desk{Store: front, Now: func() time.Time { return f.now }, Changes: &app.Changes{}}, Store: store, Chance: bytesOf{w.chance}}
	last := w.order.Until.Year()
	if w.order.Until.YearDay() < reportedBy {
		last--
	}
	for year := last - 1; year <= w.order.Until.Year(); year++ {
		if err := f.hold(year, year-last); err != nil {
			return fmt.Errorf("sample survey of %d: %w", year, err)
		}
	}
	return nil
}

// reportedBy is the day of a year by which its survey is surely over.
const reportedBy = 310

// bytesOf hands out chance as bytes.
type bytesOf struct{ chance chance }

func (b bytesOf) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = byte(b.chance.Uint32())
	}
	return len(p), nil
}

// fieldwork is one survey on its way.
type fieldwork struct {
	w     *World
	ctx   context.Context
	store annual.Store
	desk  *annual.Desk
	draft Drafting
	now   time.Time
	year  int
	back  int // 0 for the last that is over, -1 for the one before

	v      annual.Survey
	g      app.Ground
	asked  []asked
	keyers []app.StaffID
}

// asked is a household that answered, and when.
type asked struct {
	unit annual.Unit
	mode annual.Mode
	by   app.StaffID
	at   time.Time
}

// at moves the clock to an hour of the n-th working day from the first of August on,
// and tells whether that has come yet.
func (f *fieldwork) at(workdays int, clock workday.Clock) bool {
	day := workday.Date{Year: f.year, Month: time.August, Day: 1}
	for n := 0; n < workdays; {
		if day = day.AddDays(1); f.w.order.Calendar.Works(day) {
			n++
		}
	}
	f.now = day.At(clock, f.w.order.Until.Location())
	return !f.now.After(f.w.order.Until)
}

// hold takes the survey of a year as far as its time has come.
func (f *fieldwork) hold(year, back int) error {
	f.year, f.back, f.asked = year, back, nil
	f.keyers = []app.StaffID{f.w.teams[desk][1].ID, f.w.teams[desk][2].ID, f.w.teams[desk][3].ID}
	for _, step := range []struct {
		workdays int
		clock    workday.Clock
		take     func() error
	}{
		{3, 10 * 60, f.plan}, {8, 15 * 60, f.approve}, {18, 9*60 + 30, f.drawIt}, {19, 9 * 60, f.assign},
		{34, 18 * 60, f.visit}, {37, 17 * 60, f.keyIn}, {40, 16 * 60, f.check}, {41, 10 * 60, f.sort},
		{42, 11 * 60, f.count}, {46, 15 * 60, f.conclude}, {49, 10 * 60, f.report},
	} {
		if !f.at(step.workdays, step.clock) {
			return nil
		}
		err := f.w.heard(step.take())
		if errors.Is(err, errRefused) { // it stays where it stands
			return nil
		}
		if err != nil {
			return err
		}
	}
	if f.back < 0 {
		if err := f.w.heard(f.destroy()); !errors.Is(err, errRefused) {
			return err
		}
	}
	return nil
}

func (f *fieldwork) stand(by app.StaffID) annual.Stand { return annual.Stand{Survey: f.v.ID, By: by} }

// read takes the survey up as it stands.
func (f *fieldwork) read() (err error) {
	if f.v, err = f.store.Survey(f.ctx, f.v.ID); err != nil {
		return err
	}
	f.g, err = f.desk.Front.Ground(f.ctx)
	return err
}

func (f *fieldwork) plan() error {
	head := f.w.head(desk).ID
	m, err := f.desk.Plan(f.ctx, annual.PlanOrder{Project: f.w.Projects[0].ID, Year: f.year, By: head})
	if err != nil {
		return err
	}
	f.v.ID = m.Head.ID
	p := m.Head.Plan
	p.Modes, p.Interviewers = annual.Modes, f.keyers
	p.Precision.Response, p.Seed = 0.8, uint64(f.year)
	_, err = f.desk.Change(f.ctx, annual.ChangeOrder{Stand: f.stand(head), Plan: &p})
	return err
}

func (f *fieldwork) approve() error {
	_, err := f.desk.Approve(f.ctx, annual.ApproveOrder{Stand: f.stand(f.w.head(manager).ID), Checked: f.w.head(property).ID})
	return err
}

func (f *fieldwork) drawIt() error {
	_, err := f.desk.Draw(f.ctx, annual.DrawOrder{Stand: f.stand(f.w.head(desk).ID)})
	return errors.Join(err, f.read())
}

// assign shares the households among the interviewers, stairs by stairs.
func (f *fieldwork) assign() error {
	units, err := f.called()
	if err != nil {
		return err
	}
	for i, who := range f.keyers {
		var own []int
		for n := i * len(units) / len(f.keyers); n < (i+1)*len(units)/len(f.keyers); n++ {
			own = append(own, units[n].N)
		}
		if _, err := f.desk.Assign(f.ctx, annual.AssignOrder{Stand: f.stand(f.w.head(desk).ID), Interviewer: who, Units: own}); err != nil {
			return err
		}
	}
	return f.read()
}

func (f *fieldwork) called() ([]annual.Unit, error) {
	return f.store.Units(f.ctx, annual.WantedUnits{Survey: f.v.ID, Called: true})
}

// visit goes from door to door, first to those drawn, then to the reserves called up
// in their place.
func (f *fieldwork) visit() error {
	seen := map[int]bool{}
	for range 2 {
		units, err := f.called()
		if err != nil {
			return err
		}
		tries := annual.Move{Head: f.v.Head}
		var gone []int
		for _, u := range units {
			if seen[u.N] {
				continue
			}
			seen[u.N] = true
			if u, err = f.tryAt(&tries, u); err != nil {
				return err
			}
			if u.Outcome != annual.Done && u.For == 0 {
				gone = append(gone, u.N)
			}
		}
		if _, err := f.store.KeepSurvey(f.ctx, tries); err != nil {
			return err
		}
		for _, n := range gone {
			if err := f.replace(n); err != nil {
				return err
			}
		}
		if err := f.read(); err != nil {
			return err
		}
	}
	return nil
}

// replace calls up a reserve; a stratum that has none left stays as it is.
func (f *fieldwork) replace(n int) error {
	_, err := f.desk.Replace(f.ctx, annual.ReplaceOrder{Stand: f.stand(f.w.head(desk).ID), Unit: n})
	var faults app.Faults
	if errors.As(err, &faults) && faults[0].Rule == "no-reserve" {
		return nil
	}
	return err
}

// tryAt tries one household until it is clear what becomes of it.
func (f *fieldwork) tryAt(m *annual.Move, u annual.Unit) (annual.Unit, error) {
	texts := f.w.order.Texts.Survey.Attempt
	end := drawn(f.w.chance, []share[annual.Outcome]{
		{82, annual.Done}, {6, annual.Refused}, {6, annual.NotReached}, {4, annual.Vacant}, {2, annual.WrongAddress}})
	notes := map[annual.Outcome]string{annual.Refused: "refused", annual.NotReached: "none", annual.Vacant: "vacant", annual.WrongAddress: "wrong", annual.Later: "later"}
	mode := drawn(f.w.chance, []share[annual.Mode]{{70, annual.Paper}, {12, annual.Phone}, {18, annual.Online}})
	day := f.w.chance.between(20, 26)
	before := f.w.chance.IntN(2)
	if end == annual.NotReached {
		before = f.v.Plan.Attempts - 1
	}
	for n := 0; n <= before; n++ {
		out := end
		if n < before {
			out = one(f.w.chance, []annual.Outcome{annual.NotReached, annual.NotReached, annual.Later})
		}
		if end == annual.NotReached {
			out = end
		}
		f.at(day+2*n, workday.Clock(f.w.chance.between(9*60+10, 17*60+40)))
		now := f.now
		one, err := f.v.Attempt(annual.AttemptOrder{Stand: f.stand(u.Interviewer), Unit: u.N, Mode: mode, Outcome: out, Note: texts[notes[out]]}, u, annual.Tried{}, f.g, now)
		if err != nil {
			return u, err
		}
		u = one.Units[0]
		m.Attempts = append(m.Attempts, one.Attempts...)
	}
	m.Units = append(m.Units, u)
	if u.Outcome == annual.Done {
		f.asked = append(f.asked, asked{u, mode, u.Interviewer, f.now})
	}
	f.at(34, 18*60)
	return u, nil
}

// count ends the field work.
func (f *fieldwork) count() error {
	_, err := f.desk.Count(f.ctx, annual.CountOrder{Stand: f.stand(f.w.head(desk).ID), Why: f.w.order.Texts.Survey.Why})
	return err
}

// explained are the dimensions that the cause in the sample's texts is about.
var explained = []string{"DM-REPAIR", "DM-FACILITY"}

func (f *fieldwork) conclude() error {
	if err := f.read(); err != nil {
		return err
	}
	r, err := f.desk.Results(f.ctx, f.v.ID)
	if err != nil {
		return err
	}
	found := f.draft(f.v.Head, r)
	t := f.w.order.Texts.Survey
	found.Summary, found.Limits = t.Summary, t.Limits
	for i := range found.Problems {
		if p := &found.Problems[i]; p.Kind == annual.Pressing && slices.Contains(explained, p.Dimension) {
			p.Cause = t.Cause
		}
	}
	_, err = f.desk.Conclude(f.ctx, annual.ConcludeOrder{Stand: f.stand(f.w.head(desk).ID), Findings: found})
	return err
}

func (f *fieldwork) report() error {
	_, err := f.desk.Report(f.ctx, annual.ReportOrder{Stand: f.stand(f.w.head(manager).ID)})
	return err
}

// destroy destroys the links of a survey that was reported half a year ago.
func (f *fieldwork) destroy() error {
	f.now = f.now.AddDate(0, 6, 1)
	if f.now.After(f.w.order.Until) {
		return nil
	}
	_, err := f.desk.Destroy(f.ctx, annual.DestroyOrder{Stand: f.stand(f.w.head(manager).ID)})
	return err
}
