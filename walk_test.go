package main_test

import (
	"bytes"
	"errors"
	"strings"
	"sync"
	"testing"
	"time"

	"ownerdesk/app"
	"ownerdesk/data"
	"ownerdesk/data/datatest"
)

// office is the tests' desk on a real file, and what stands in it.
type office struct {
	*testing.T
	store *data.Store
	desk  *app.Desk
	world datatest.World
}

func open(t *testing.T) office {
	store, desk, world := datatest.Open(t)
	return office{t, store, desk, world}
}

// at sets the clock, then expects the act to be kept.
func (o office) at(day, hour, minute int, act func() (app.Move, error)) app.Issue {
	o.Helper()
	o.world.Clock.Set(datatest.At(day, hour, minute))
	m, err := act()
	if err != nil {
		o.Fatalf("on the %d. at %d:%02d: %v", day, hour, minute, err)
	}
	return m.Issue
}

func (o office) by(who app.StaffID, i app.Issue) app.Stand {
	return app.Stand{Issue: i.ID, Version: i.Version, By: who}
}

func (o office) received(kind app.Kind) app.Issue {
	return o.at(23, 9, 42, func() (app.Move, error) { return o.desk.Receive(o.Context(), o.world.Call(kind)) })
}

// An issue goes the whole way round twice: the owner is not satisfied at first.
func TestAnIssueGoesRoundUntilTheOwnerIsSatisfied(t *testing.T) {
	o := open(t)
	ctx, w := t.Context(), o.world
	i := o.received(app.Repair)
	if i.Number != "SL-202611-0001" {
		t.Errorf("number %s", i.Number)
	}
	for round := range 2 {
		day := 23 + round
		i = o.at(day, 10, 0, func() (app.Move, error) {
			return o.desk.Transfer(ctx, app.TransferOrder{Stand: o.by(w.Fang, i), Lead: w.Engineering, Helping: []app.DeptID{w.Property}, Contact: true})
		})
		i = o.at(day, 10, 30, func() (app.Move, error) {
			return o.desk.Sign(ctx, app.SignOrder{Stand: o.by(w.Fang, i), Handler: w.Jianguo})
		})
		i = o.at(day, 11, 0, func() (app.Move, error) {
			return o.desk.Plan(ctx, app.PlanOrder{Stand: o.by(w.Fang, i), Handler: w.Jianguo, Solution: "更換導向輪軸承",
				Rows: []app.PlanRow{{Measure: "訂貨", Person: "李建國", By: datatest.At(day, 15, 0), Status: app.PlanDoing}}})
		})
		i = o.at(day, 13, 50, func() (app.Move, error) {
			return o.desk.FeedBackHelp(ctx, app.HelpOrder{Stand: o.by(w.Fang, i), Dept: w.Property, Situation: "已配合"})
		})
		i = o.at(day, 14, 0, func() (app.Move, error) {
			return o.desk.FeedBack(ctx, app.FeedbackOrder{Stand: o.by(w.Fang, i), Situation: "已更換", Result: "RS-04", Cause: "RC-EQP1", Asked: true, Disturbs: app.SaidNo, Satisfaction: 3})
		})
		i = o.at(day, 14, 20, func() (app.Move, error) {
			return o.desk.Inspect(ctx, app.InspectOrder{Stand: o.by(w.Jing, i), Inspected: datatest.At(day, 14, 15), Place: "3-2-501",
				Passed: app.SaidYes, Result: "運行正常", NoPhoto: "業主不同意拍照"})
		})
		i = o.at(day, 14, 30, func() (app.Move, error) {
			return o.desk.Review(ctx, app.ReviewOrder{Stand: o.by(w.Jing, i), Accept: true})
		})
		i = o.at(day, 15, 0, func() (app.Move, error) {
			return o.desk.Tell(ctx, app.TellOrder{Stand: o.by(w.Fang, i), How: "MT-TEL", Text: "已修復"})
		})
		ask := app.FollowUpOrder{Stand: o.by(w.Jing, i), Method: "MT-TEL", Reached: app.ReachedOwner, Who: "張小明",
			Solved: app.SolvedNo, Rating: 1, Why: "DS-01", Opinion: "晚上還是響", Disposal: app.NewRound}
		if round == 1 {
			ask.Solved, ask.Rating, ask.Why, ask.Opinion, ask.Disposal = app.SolvedYes, 5, "", "", app.CloseIssue
		}
		i = o.at(day, 17, 0, func() (app.Move, error) { return o.desk.FollowUp(ctx, ask) })
	}
	c, err := o.store.Case(ctx, i.ID)
	if err != nil {
		t.Fatal(err)
	}
	if c.State != app.Closed || c.First != 1 || c.Final != 5 || len(c.Rounds) != 2 || len(c.Acts) != 19 {
		t.Errorf("ends %s, rated %d then %d, %d rounds, %d acts", c.State, c.First, c.Final, len(c.Rounds), len(c.Acts))
	}
	if a, b := c.Rounds[0].Number, c.Rounds[1].Number; a != "ZB-202611-0001" || b != a+"-R2" {
		t.Errorf("slips %s and %s", a, b)
	}
	for _, number := range []string{"SL-202611-0001", "ZB-202611-0001-R2", "HF-202611-0002"} {
		if found, err := o.store.IssueByNumber(ctx, number); err != nil || found != i.ID {
			t.Errorf("%s finds %d, %v", number, found, err)
		}
	}
}

// A complaint is investigated by somebody else, its plan is approved, and its
// delay keeps the printed limit.
func TestAComplaintGoesToItsEnd(t *testing.T) {
	o := open(t)
	ctx, w := t.Context(), o.world
	i := o.received(app.Complaint)
	i = o.at(23, 10, 0, func() (app.Move, error) {
		return o.desk.OpenComplaint(ctx, app.TransferOrder{Stand: o.by(w.Fang, i), Lead: w.Engineering})
	})
	i = o.at(23, 10, 30, func() (app.Move, error) {
		return o.desk.Sign(ctx, app.SignOrder{Stand: o.by(w.Fang, i), Handler: w.Jianguo})
	})
	file, err := o.store.AttachFrom(ctx, "電梯.jpg", bytes.NewReader([]byte("not really a picture")))
	if err != nil {
		t.Fatal(err)
	}
	i = o.at(23, 11, 0, func() (app.Move, error) {
		return o.desk.Attach(ctx, app.AttachOrder{Stand: o.by(w.Fang, i), Files: []app.Attachment{file}})
	})
	i = o.at(24, 9, 0, func() (app.Move, error) {
		return o.desk.Investigate(ctx, app.InquiryOrder{Stand: o.by(w.Fang, i), Inquiry: app.Inquiry{
			Valid: app.Valid, Accused: []app.StaffID{w.Jianguo}, Investigator: w.Qiang, Methods: []string{"IM-SITE"},
			Parties:  []app.Party{{Role: "投訴人", Name: "張小明", Points: "夜間異響"}},
			Evidence: []app.Evidence{{Name: "電梯照片", Kind: "EV-PHOTO", Attachment: 1}},
			Facts:    "軸承磨損", Answers: "RP-CO", Cause: "RC-EQP2",
		}})
	})
	i = o.at(24, 10, 0, func() (app.Move, error) {
		return o.desk.Plan(ctx, app.PlanOrder{Stand: o.by(w.Fang, i), Handler: w.Jianguo, Solution: "更換軸承",
			Rows: []app.PlanRow{{Measure: "更換", Person: "李建國", By: datatest.At(27, 12, 0), Status: app.PlanOpen}}})
	})
	i = o.at(24, 11, 0, func() (app.Move, error) {
		return o.desk.ApprovePlan(ctx, app.DecideOrder{Stand: o.by(w.Qiang, i), Approve: true})
	})
	i = o.at(25, 9, 0, func() (app.Move, error) {
		return o.desk.AskDelay(ctx, app.DelayOrder{Stand: o.by(w.Fang, i), To: i.Due.Add(48 * time.Hour), Code: "DL-01", Text: "備件未到", Later: true})
	})
	i = o.at(25, 9, 30, func() (app.Move, error) {
		return o.desk.DecideDelay(ctx, app.DecideOrder{Stand: o.by(w.Qiang, i), Approve: true})
	})
	c, err := o.store.Case(ctx, i.ID)
	if err != nil {
		t.Fatal(err)
	}
	if !strings.HasPrefix(c.Slip, "TS-") || c.Inquiry == nil || c.Inquiry.ApprovedBy != w.Qiang || len(c.Inquiry.Evidence) != 1 {
		t.Errorf("slip %s, inquiry %+v", c.Slip, c.Inquiry)
	}
	if r := c.Rounds[0]; !r.Effect.Equal(r.Due.Add(48*time.Hour)) || c.Delays[0].Number != "YQ-202611-0001" {
		t.Errorf("printed %v, counts %v, notice %s", r.Due, r.Effect, c.Delays[0].Number)
	}
}

// Two windows act on what both have seen: one wins, the other is told.
func TestTwoActsOnOneIssueCannotBothWin(t *testing.T) {
	o := open(t)
	i := o.received(app.Repair)
	order := app.TransferOrder{Stand: o.by(o.world.Fang, i), Lead: o.world.Engineering}
	var wait sync.WaitGroup
	errs := make([]error, 8)
	for n := range errs {
		wait.Go(func() { _, errs[n] = o.desk.Transfer(t.Context(), order) })
	}
	wait.Wait()
	won := 0
	for _, err := range errs {
		switch {
		case err == nil:
			won++
		case !errors.Is(err, app.ErrConflict):
			t.Errorf("the loser is told %v", err)
		}
	}
	c, err := o.store.Case(t.Context(), i.ID)
	if won != 1 || err != nil || len(c.Rounds) != 1 || c.Slip != "ZB-202611-0001" {
		t.Errorf("%d won, %d rounds, slip %s, %v", won, len(c.Rounds), c.Slip, err)
	}
}
