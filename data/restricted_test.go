package data_test

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"ownerdesk/app"
	"ownerdesk/app/figures"
	"ownerdesk/app/improve"
	"ownerdesk/app/meeting"
	"ownerdesk/data"
	"ownerdesk/data/datatest"
)

// planted is in every text of the restricted issue.
const planted = "金蟾密語"

// bribery is a complaint about somebody of engineering, taken down by Fang.
func bribery(w datatest.World) app.ReceiveOrder {
	o := w.Call(app.Complaint)
	o.Category = app.Integrity
	o.Reporter = app.Reporter{Owner: "OW-SELF", Name: planted + "某", Phone: "13900009999", WeChat: planted}
	o.Description, o.Wish = "維修人員"+planted+"收紅包", planted+"退還"
	o.Place.Text = planted + "門口"
	return o
}

func refused(t testing.TB, err error, field, rule string) {
	t.Helper()
	var f app.Faults
	if !errors.As(err, &f) || !f.Has(field, rule) {
		t.Errorf("%s %s is not said, but %v", field, rule, err)
	}
}

func done(t testing.TB, m app.Move, err error) app.Issue {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
	return m.Issue
}

// passed is the complaint once Fang passed it on to the manager.
func passed(t testing.TB, desk *app.Desk, w datatest.World) app.IssueID {
	t.Helper()
	m, err := desk.Receive(t.Context(), bribery(w))
	id := done(t, m, err).ID
	m, err = desk.OpenComplaint(t.Context(), app.TransferOrder{Stand: app.Stand{Issue: id, By: w.Fang}, Accused: app.Accusation{Dept: w.Engineering, Staff: []app.StaffID{w.Jianguo}, Text: planted}})
	done(t, m, err)
	return id
}

func TestAComplaintAboutIntegrityGoesPastTheDepartmentToTheManager(t *testing.T) {
	s, desk, w := datatest.Open(t)
	ctx := t.Context()
	m, err := desk.Receive(ctx, bribery(w))
	id := done(t, m, err).ID
	by := func(s app.StaffID) app.Stand { return app.Stand{Issue: id, By: s} }
	about := app.Accusation{Dept: w.Engineering, Staff: []app.StaffID{w.Jianguo}}

	_, err = desk.OpenComplaint(ctx, app.TransferOrder{Stand: by(w.Fang), Lead: w.Engineering, Accused: about})
	refused(t, err, "lead", "integrity")
	_, err = desk.OpenComplaint(ctx, app.TransferOrder{Stand: by(w.Fang), Lead: w.Property, Helping: []app.DeptID{w.Marketing}, Accused: about})
	refused(t, err, "lead", "integrity")
	refused(t, err, "helping", "integrity")
	_, err = desk.OpenComplaint(ctx, app.TransferOrder{Stand: by(w.Fang)})
	refused(t, err, "accused-dept", "missing")
	_, err = desk.OpenComplaint(ctx, app.TransferOrder{Stand: by(w.Fang), Accused: about, Handler: w.Jing})
	refused(t, err, "handler", "not-named")
	for _, other := range []app.StaffID{w.Jing, w.Qiang, w.Jianguo, w.Min} {
		_, err = desk.OpenComplaint(ctx, app.TransferOrder{Stand: by(other), Accused: about})
		refused(t, err, "by", "restricted")
	}
	m, err = desk.OpenComplaint(ctx, app.TransferOrder{Stand: by(w.Fang), Accused: about})
	if i := done(t, m, err); i.Lead != 0 || i.Holder != 0 || !strings.HasPrefix(i.Slip, "TS-") {
		t.Errorf("it went out as %+v", i)
	}
	_, err = desk.Refuse(ctx, app.RefuseOrder{Stand: by(w.Wu), Reason: "不接"})
	refused(t, err, "issue", "not-now")
	_, err = desk.Plan(ctx, app.PlanOrder{Stand: by(w.Wu), Handler: w.Qiang, Solution: "查"})
	refused(t, err, "handler", "concerned")
	_, err = desk.Plan(ctx, app.PlanOrder{Stand: by(w.Jing), Handler: w.Jing, Solution: "查"})
	refused(t, err, "by", "restricted")
	plan := []app.PlanRow{{Measure: "約談", Person: "靜", By: w.Clock.Now().Add(24 * time.Hour), Status: app.PlanOpen}}
	m, err = desk.Plan(ctx, app.PlanOrder{Stand: by(w.Wu), Handler: w.Jing, Solution: "約談並退還", Rows: plan})
	done(t, m, err)
	whole, err := s.Case(app.Reads(ctx, w.Wu), id)
	if err != nil {
		t.Fatal(err)
	}
	q := *whole.Inquiry
	q.Investigator = w.Qiang
	_, err = desk.Investigate(ctx, app.InquiryOrder{Stand: by(w.Wu), Inquiry: q})
	refused(t, err, "investigator", "concerned")
	q.Investigator, q.Valid, q.Began, q.Ended, q.Methods = w.Min, app.Valid, w.Clock.Now(), w.Clock.Now(), []string{"IM-TALK"}
	q.Parties = []app.Party{{Role: "投訴人", Name: "業主", Points: "屬實"}}
	q.Facts, q.Answers, q.Cause = "屬實", "RP-CO", "RC-PEO1"
	m, err = desk.Investigate(ctx, app.InquiryOrder{Stand: by(w.Wu), Inquiry: q})
	done(t, m, err)
	_, err = desk.ApprovePlan(ctx, app.DecideOrder{Stand: by(w.Min), Approve: true})
	refused(t, err, "by", "not-allowed")
	m, err = desk.ApprovePlan(ctx, app.DecideOrder{Stand: by(w.Wu), Approve: true})
	done(t, m, err)
	w.Clock.Add(time.Hour)
	m, err = desk.FeedBack(ctx, app.FeedbackOrder{Stand: by(w.Jing), Situation: "已退還", Result: "RS-05", Asked: true})
	done(t, m, err)
	_, err = desk.Review(ctx, app.ReviewOrder{Stand: by(w.Qiang), Accept: true})
	refused(t, err, "by", "restricted")
	m, err = desk.Review(ctx, app.ReviewOrder{Stand: by(w.Wu), Accept: true})
	done(t, m, err)
	m, err = desk.Tell(ctx, app.TellOrder{Stand: by(w.Fang), How: "MT-TEL", Text: "已告知"})
	done(t, m, err)
	w.Clock.Add(time.Hour)
	m, err = desk.FollowUp(ctx, app.FollowUpOrder{Stand: by(w.Fang), Method: "MT-TEL", Reached: app.ReachedOwner, Who: "業主", Solved: app.SolvedYes, Rating: 5, Disposal: app.CloseIssue})
	if i := done(t, m, err); i.Close != app.ClosedSatisfied {
		t.Errorf("it ended as %+v", i)
	}
}

// The clerk who took down what is about his own department passes it on, and has no
// more to do with it.
func TestTheDepartmentConcernedHasNoHandInIt(t *testing.T) {
	_, desk, w := datatest.Open(t)
	m, err := desk.Receive(t.Context(), bribery(w))
	by := app.Stand{Issue: done(t, m, err).ID, By: w.Fang}
	m, err = desk.OpenComplaint(t.Context(), app.TransferOrder{Stand: by, Accused: app.Accusation{Dept: w.Service}})
	done(t, m, err)
	_, err = desk.Plan(t.Context(), app.PlanOrder{Stand: by, Handler: w.Wu, Solution: "自查"})
	refused(t, err, "by", "concerned")
	_, err = desk.Plan(t.Context(), app.PlanOrder{Stand: app.Stand{Issue: by.Issue, By: w.Wu}, Handler: w.Jing, Solution: "查"})
	refused(t, err, "handler", "concerned")
}

func TestWhatTurnsOutToBeAboutIntegrityLeavesTheDepartmentAtOnce(t *testing.T) {
	s, desk, w := datatest.Open(t)
	ctx := t.Context()
	o := bribery(w)
	o.Category = "SV1"
	m, err := desk.Receive(ctx, o)
	id := done(t, m, err).ID
	by := func(s app.StaffID) app.Stand { return app.Stand{Issue: id, By: s} }
	m, err = desk.OpenComplaint(ctx, app.TransferOrder{Stand: by(w.Fang), Lead: w.Engineering, Helping: []app.DeptID{w.Property}})
	done(t, m, err)
	m, err = desk.Sign(ctx, app.SignOrder{Stand: by(w.Fang), Handler: w.Jianguo})
	done(t, m, err)
	c := read(t, s, id)
	c.Intake.Category = app.Integrity
	m, err = desk.Amend(ctx, app.AmendOrder{Stand: by(w.Jing), Intake: c.Intake, Level: c.Level, Why: "涉及收受財物"})
	if i := done(t, m, err); i.Lead != 0 || i.Handler != 0 || len(m.Helps) != 1 || m.Helps[0].Left.IsZero() {
		t.Errorf("it stays with %+v, %+v", i, m.Helps)
	}
	if c := read(t, s, id); !c.Veiled || strings.Contains(fmt.Sprintf("%+v", c), planted) {
		t.Error("it is still open to all")
	}
	_, err = desk.FeedBack(ctx, app.FeedbackOrder{Stand: by(w.Jianguo), Situation: "好了", Result: "RS-01", Asked: true})
	refused(t, err, "by", "restricted")
	c, err = s.Case(app.Reads(ctx, w.Fang), id)
	if err != nil {
		t.Fatal(err)
	}
	c.Intake.Category = "SV1"
	_, err = desk.Amend(ctx, app.AmendOrder{Stand: by(w.Fang), Intake: c.Intake, Level: c.Level, Why: "不是"})
	refused(t, err, "category", "restricted")
	m, err = desk.Amend(ctx, app.AmendOrder{Stand: by(w.Wu), Intake: c.Intake, Level: c.Level, Why: "查明無關"})
	done(t, m, err)
}

func TestOnlyAComplaintIsAboutIntegrity(t *testing.T) {
	_, desk, w := datatest.Open(t)
	for _, kind := range app.Kinds {
		o := bribery(w)
		o.Kind = kind
		m, err := desk.Receive(t.Context(), o)
		switch kind {
		case app.Complaint, app.Enquiry, app.Commendation:
			if i := done(t, m, err); i.Restricted() != (kind == app.Complaint) {
				t.Errorf("%s is restricted: %v", kind, i.Restricted())
			}
		default:
			refused(t, err, "kind", "integrity")
		}
	}
}

func TestNothingRestrictedIsMergedIntoWhatIsOpen(t *testing.T) {
	_, desk, w := datatest.Open(t)
	ctx := t.Context()
	m, err := desk.Receive(ctx, bribery(w))
	hidden := done(t, m, err).ID
	m, err = desk.Receive(ctx, w.Call(app.Repair))
	open := done(t, m, err).ID
	_, err = desk.Reject(ctx, app.RejectOrder{Stand: app.Stand{Issue: hidden, By: w.Fang}, Code: app.RejectedDuplicate, Related: open, Reason: "重複"})
	refused(t, err, "related", "open-to-all")
	_, err = desk.Reject(ctx, app.RejectOrder{Stand: app.Stand{Issue: open, By: w.Jing}, Code: app.RejectedDuplicate, Related: hidden, Reason: "重複"})
	refused(t, err, "related", "restricted")
	m, err = desk.Reject(ctx, app.RejectOrder{Stand: app.Stand{Issue: open, By: w.Wu}, Code: app.RejectedDuplicate, Related: hidden, Reason: "重複"})
	done(t, m, err)
}

// questions are all of the store that answer with words of issues.
func questions(w datatest.World, id app.IssueID) map[string]func(context.Context, *data.Store) (any, error) {
	from, to := datatest.At(1, 0, 0), datatest.At(30, 0, 0).AddDate(1, 0, 0)
	now := datatest.At(30, 0, 0)
	type ask = func(context.Context, *data.Store) (any, error)
	return map[string]ask{
		"Case":          func(ctx context.Context, s *data.Store) (any, error) { return s.Case(ctx, id) },
		"CasesReceived": func(ctx context.Context, s *data.Store) (any, error) { return s.CasesReceived(ctx, 0, from, to) },
		"Lines": func(ctx context.Context, s *data.Store) (any, error) {
			return s.Lines(ctx, app.Filter{}, app.Order{}, 0, 100, now)
		},
		"EachLine": func(ctx context.Context, s *data.Store) (any, error) {
			var all []app.Line
			for l, err := range s.EachLine(ctx, app.Filter{}, app.Order{By: app.ByDue}, now) {
				if err != nil {
					return nil, err
				}
				all = append(all, l)
			}
			return all, nil
		},
		"Pressing":    func(ctx context.Context, s *data.Store) (any, error) { return s.Pressing(ctx, "", 0, 100, 0) },
		"CallBacks":   func(ctx context.Context, s *data.Store) (any, error) { return s.CallBacks(ctx, 0, to) },
		"Scenes":      func(ctx context.Context, s *data.Store) (any, error) { return s.Scenes(ctx, 0) },
		"TalksOwed":   func(ctx context.Context, s *data.Store) (any, error) { return s.TalksOwed(ctx, 0) },
		"Waiting":     func(ctx context.Context, s *data.Store) (any, error) { return s.Waiting(ctx, 0, to) },
		"Helping":     func(ctx context.Context, s *data.Store) (any, error) { return s.Helping(ctx, 0, 100) },
		"RoomHistory": func(ctx context.Context, s *data.Store) (any, error) { return s.RoomHistory(ctx, w.Rooms["3-2-501"]) },
		"PersonHistory": func(ctx context.Context, s *data.Store) (any, error) {
			return s.PersonHistory(ctx, w.People["張小明"])
		},
		"Likely": func(ctx context.Context, s *data.Store) (any, error) {
			return s.Likely(ctx, w.Call(app.Repair).Place, app.Integrity, from)
		},
		"Printable": func(ctx context.Context, s *data.Store) (any, error) { return s.Printable(ctx, 0, from, to) },
		"Received": func(ctx context.Context, s *data.Store) (any, error) {
			return s.Received(ctx, w.Project, from, to, 100)
		},
		"Asked": func(ctx context.Context, s *data.Store) (any, error) { return s.Asked(ctx, w.Project, from, to, 100) },
		"Facts": func(ctx context.Context, s *data.Store) (any, error) {
			return s.Facts(ctx, figures.Wanted{From: from, To: to})
		},
		"MergedInto": func(ctx context.Context, s *data.Store) (any, error) { return s.MergedInto(ctx, id) },
	}
}

// TestEveryQuestionThatTellsOfIssuesIsTried keeps the table above whole.
func TestEveryQuestionThatTellsOfIssuesIsTried(t *testing.T) {
	tried := questions(datatest.World{}, 0)
	maps.Copy(tried, tied{}.questions())
	methods := reflect.TypeFor[*data.Store]()
	for i := range methods.NumMethod() {
		m := methods.Method(i)
		if strings.HasPrefix(m.Name, "Keep") { // gives back what it was given
			continue
		}
		for out := range m.Type.NumOut() {
			if told := m.Type.Out(out); tells(told) && tried[m.Name] == nil {
				t.Errorf("%s answers with %v: say in questions how, so that it is tried whether it keeps what is restricted", m.Name, told)
			}
		}
	}
}

// tells reports whether a type is, holds, or hands on what holds the words of an issue.
func tells(t reflect.Type) bool {
	switch t.Kind() {
	case reflect.Slice, reflect.Pointer, reflect.Map:
		return tells(t.Elem())
	case reflect.Func: // iter.Seq2 hands lines to its yield
		for i := range t.NumIn() {
			if tells(t.In(i)) {
				return true
			}
		}
		return false
	}
	return slices.Contains([]reflect.Type{reflect.TypeFor[app.Line](), reflect.TypeFor[app.Issue](), reflect.TypeFor[app.Case](),
		reflect.TypeFor[app.Asked](), reflect.TypeFor[app.Helped](), reflect.TypeFor[meeting.Record](), reflect.TypeFor[meeting.Head](),
		reflect.TypeFor[meeting.Action](), reflect.TypeFor[meeting.Kept](), reflect.TypeFor[improve.Measure]()}, t)
}

// TestWhatIsRestrictedIsReadByNobodyElse plants a word in everything that such an issue
// says, and looks for it in every answer to everybody.
func TestWhatIsRestrictedIsReadByNobodyElse(t *testing.T) {
	s, desk, w := datatest.Open(t)
	id := passed(t, desk, w)
	ctx := t.Context()
	by := func(s app.StaffID) app.Stand { return app.Stand{Issue: id, By: s} }
	joined := bribery(w)
	joined.Reporter.Name, joined.Reporter.Phone = planted+"二", "13711112222"
	m, err := desk.Join(ctx, app.JoinOrder{Stand: by(w.Fang), Reporter: joined.Reporter, Place: joined.Place, Channel: "CH-TEL", Said: planted + "也收了"})
	done(t, m, err)
	m, err = desk.Note(ctx, app.NoteOrder{Stand: by(w.Wu), Kind: app.NoteProgress, Text: planted + "核實中"})
	done(t, m, err)
	m, err = desk.Attach(ctx, app.AttachOrder{Stand: by(w.Wu), Files: []app.Attachment{{Name: planted + ".jpg", Hash: strings.Repeat("a", 64), Size: 1}}})
	done(t, m, err)
	m, err = desk.Plan(ctx, app.PlanOrder{Stand: by(w.Wu), Handler: w.Jing, Solution: planted + "約談"})
	done(t, m, err)

	for name, ask := range questions(w, id) {
		for who, may := range map[app.StaffID]bool{0: false, w.Fang: true, w.Jing: true, w.Jianguo: false, w.Qiang: false, w.Min: false, w.Wu: true} {
			answer, err := ask(app.Reads(ctx, who), s)
			if err != nil {
				t.Errorf("%s: %v", name, err)
			}
			text := fmt.Sprintf("%+v", answer)
			if c, is := answer.(app.Case); is && c.Inquiry != nil {
				text += fmt.Sprintf("%+v", *c.Inquiry)
			}
			if strings.Contains(text, planted) && !may {
				t.Errorf("%s tells %d what is restricted", name, who)
			}
			if (name == "Case" || name == "Lines") && may && !strings.Contains(text, planted) {
				t.Errorf("%s keeps from %d what is written down", name, who)
			}
		}
	}
}

// What is restricted is found by its number, and by nothing in it.
func TestASearchTellsNobodyWhatARestrictedIssueSays(t *testing.T) {
	s, desk, w := datatest.Open(t)
	id := passed(t, desk, w)
	c, err := s.Case(app.Reads(t.Context(), w.Wu), id)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range []app.Filter{{Text: planted}, {Text: "收紅包"}, {Text: "13900009999"}, {Text: "3-2-501"}, {Room: w.Rooms["3-2-501"]}, {Areas: []app.AreaID{w.East}}} {
		for who, want := range map[app.StaffID]int{0: 0, w.Jianguo: 0, w.Min: 0, w.Jing: 0, w.Fang: 1, w.Wu: 1} {
			n, err := s.CountLines(app.Reads(t.Context(), who), f, w.Clock.Now(), 10)
			if err != nil || n != want {
				t.Errorf("%+v finds %d for %d, not %d: %v", f, n, who, want, err)
			}
			all, err := s.Lines(app.Reads(t.Context(), who), f, app.Order{By: app.ByDue}, 0, 10, w.Clock.Now())
			if err != nil || len(all) != want {
				t.Errorf("%+v lists %d for %d, not %d: %v", f, len(all), who, want, err)
			}
		}
	}
	for _, number := range []string{c.Number, c.Slip} {
		all, err := s.Lines(app.Reads(t.Context(), w.Qiang), app.Filter{Text: number}, app.Order{}, 0, 10, w.Clock.Now())
		if err != nil || len(all) != 1 || !all[0].Veiled || all[0].Description != "" || all[0].Number != c.Slip {
			t.Errorf("%s finds %+v, %v", number, all, err)
		}
	}
}

// Who is complained of never reads it, be he the one who took it down or a manager.
func TestWhoIsComplainedOfNeverReadsIt(t *testing.T) {
	s, desk, w := datatest.Open(t)
	m, err := desk.Receive(t.Context(), bribery(w))
	id := done(t, m, err).ID
	m, err = desk.OpenComplaint(t.Context(), app.TransferOrder{Stand: app.Stand{Issue: id, By: w.Fang}, Accused: app.Accusation{Staff: []app.StaffID{w.Fang, w.Wu}}})
	done(t, m, err)
	for _, who := range []app.StaffID{w.Fang, w.Wu} {
		if c, err := s.Case(app.Reads(t.Context(), who), id); err != nil || !c.Veiled {
			t.Errorf("%d reads what is about him: %v", who, err)
		}
	}
}

// Where a restricted issue stands in a list tells nothing of what is kept: it moves with
// nothing that is written down in it.
func TestAListDoesNotTellByItsOrderWhatIsRestricted(t *testing.T) {
	s, desk, w := datatest.Open(t)
	ctx := t.Context()
	for _, place := range []string{"丙門", "甲門", "乙門"} {
		o := w.Call(app.Repair)
		o.Place = app.Place{Text: place}
		m, err := desk.Receive(ctx, o)
		done(t, m, err)
	}
	id := passed(t, desk, w)
	c, err := s.Case(app.Reads(ctx, w.Fang), id)
	if err != nil {
		t.Fatal(err)
	}
	at := func(who app.StaffID, o app.Order) (place int) {
		t.Helper()
		lines, err := s.Lines(app.Reads(ctx, who), app.Filter{}, o, 0, 10, w.Clock.Now())
		if err != nil {
			t.Fatal(err)
		}
		var each []app.IssueID
		for l, err := range s.EachLine(app.Reads(ctx, who), app.Filter{}, o, w.Clock.Now()) {
			if err != nil {
				t.Fatal(err)
			}
			each = append(each, l.ID)
		}
		place = slices.IndexFunc(lines, func(l app.Line) bool { return l.ID == id })
		if slices.Index(each, id) != place {
			t.Errorf("one by one it is at %d, in a page at %d", slices.Index(each, id), place)
		}
		return place
	}
	for _, by := range []app.Sort{app.ByReceived, app.ByDue, app.ByNumber, app.ByPlace, app.ByKind, app.ByState, app.ByLead} {
		for _, down := range []bool{false, true} {
			o := app.Order{By: by, Down: down}
			shown, known := map[int]bool{}, map[int]bool{}
			for _, place := range []string{"一", "甲門北", "甲門", "龜"} {
				c.Place = app.Place{Text: place}
				m, err := desk.Amend(ctx, app.AmendOrder{Stand: app.Stand{Issue: id, By: w.Fang}, Intake: c.Intake, Level: c.Level, Why: "更正地點"})
				done(t, m, err)
				shown[at(w.Min, o)], known[at(w.Wu, o)] = true, true
			}
			if len(shown) != 1 {
				t.Errorf("by %s, it stands at %v, as its place says", by, shown)
			}
			if by == app.ByPlace && len(known) < 2 {
				t.Errorf("by %s, it stands at %v for whoever reads it", by, known)
			}
		}
	}
}

// A complaint about integrity that an older ledger says is restricted like any other.
func TestWhatALedgerSaysOfIntegrityIsRestricted(t *testing.T) {
	s, desk, w := datatest.Open(t)
	ctx := t.Context()
	row := told(w, "投訴-2025/18")
	row.Category, row.Subject, row.Description, row.Reporter.Name = app.Integrity, "", "收紅包"+planted, planted
	other := told(w, "咨詢-2025/19")
	other.Kind, other.Category, other.Level, other.Valid, other.Subject, other.Description = app.Enquiry, app.Integrity, "", "", "", "問舉報電話"
	if err := desk.TakeOver(ctx, []app.Past{row, other}, w.Fang); err != nil {
		t.Fatal(err)
	}
	id, err := s.IssueByNumber(ctx, row.Number)
	if err != nil {
		t.Fatal(err)
	}
	for name, ask := range questions(w, id) {
		for who, may := range map[app.StaffID]bool{0: false, w.Fang: true, w.Jing: false, w.Jianguo: false, w.Qiang: false, w.Min: false, w.Wu: true} {
			answer, err := ask(app.Reads(ctx, who), s)
			if err != nil {
				t.Errorf("%s: %v", name, err)
			}
			if said := strings.Contains(fmt.Sprintf("%+v", answer), planted); said && !may || name == "Case" && said != may {
				t.Errorf("%s tells %d what an older ledger says: %v", name, who, said)
			}
		}
	}
	found, err := s.Lines(app.Reads(ctx, w.Min), app.Filter{Text: "舉報電話"}, app.Order{}, 0, 10, w.Clock.Now())
	if err != nil || len(found) != 1 || found[0].Veiled {
		t.Errorf("a question is kept, too: %+v, %v", found, err)
	}
}
