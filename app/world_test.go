package app

import (
	"errors"
	"strings"
	"testing"
	"time"

	"ownerdesk/app/workday"
)

// The people and departments of the tests' office.
const (
	fang, jing, jianguo, qiang, min, wu  StaffID = 1, 2, 3, 4, 5, 6
	left                                 StaffID = 7
	service, engineering, property, gone DeptID  = 1, 2, 3, 9
	wang, estate                                 = fang, ProjectID(1)
)

var shanghai = time.FixedZone("UTC+8", 8*60*60)

// clockAt is an office moment in November 2026, whose weekends are the only
// days of rest: the 23rd is a Monday.
func clockAt(day, hour, minute int) time.Time {
	return time.Date(2026, 11, day, hour, minute, 0, 0, shanghai)
}

func ground() Ground {
	rules := DefaultRules()
	return Ground{
		Office:   Office{Zone: "Asia/Shanghai"},
		Calendar: workday.New("CN", workday.Five(), shanghai, nil, []int{2026}),
		Rules:    rules, OldRules: map[int]Rules{1: rules},
		Departments: map[DeptID]Department{
			service: {ID: service, Name: "客戶服務部", Desk: true}, engineering: {ID: engineering, Name: "工程維修部"},
			property: {ID: property, Name: "物業管理部"}, gone: {ID: gone, Name: "綠化部", Closed: true},
		},
		Staff: map[StaffID]Staff{
			fang: {ID: fang, Name: "王芳", Dept: service, Role: Clerk}, jing: {ID: jing, Name: "陳靜", Dept: service, Role: Clerk},
			jianguo: {ID: jianguo, Name: "李建國", Dept: engineering, Role: Worker}, qiang: {ID: qiang, Name: "趙強", Dept: engineering, Role: Head},
			min: {ID: min, Name: "周敏", Dept: service, Role: Head}, wu: {ID: wu, Name: "吳總", Dept: service, Role: Manager},
			left: {ID: left, Name: "孫蘭", Dept: service, Role: Clerk, Closed: true},
		},
		Projects: map[ProjectID]Project{estate: {ID: estate, Name: "雲棲花園"}},
	}
}

// call is an order that breaks no rule; tests change what they are about.
func call(kind Kind) ReceiveOrder {
	o := ReceiveOrder{Project: estate, By: fang, Intake: Intake{
		Received: clockAt(23, 9, 42), Channel: "CH-TEL", Kind: kind, Category: "EQ1", Urgency: Normal,
		Reporter:    Reporter{Owner: "OW-SELF", Name: "張小明", Phone: "13812345678"},
		Place:       Place{Block: "3", Unit: "2", Door: "501"},
		Description: "三樓電梯近一週多次異響",
	}}
	if kind == Complaint {
		o.Level = Major
	}
	return o
}

// walk strings acts together as a desk does, numbering what asks for a number.
type walk struct {
	t *testing.T
	g Ground
	c Case
	n int
}

func (w *walk) did(m Move, err error) *walk {
	w.t.Helper()
	if err != nil {
		w.t.Fatalf("act %d: %v", len(w.c.Acts)+1, err)
	}
	if m.Draw != NoNumber {
		w.n++
		m = m.Numbered(Serial{Prefix: m.Draw, Month: m.DrawnAt(), N: w.n}.String())
	}
	w.c = w.c.After(m)
	w.c.Version++
	return w
}

func (w *walk) at(step Step, state State) {
	w.t.Helper()
	if w.c.Step != step || w.c.State != state {
		w.t.Fatalf("stands at %s/%s, want %s/%s", w.c.State, w.c.Step, state, step)
	}
}

func received(t *testing.T, kind Kind) *walk {
	w := &walk{t: t, g: ground()}
	return w.did(Receive(call(kind), w.g, clockAt(23, 9, 42)))
}

// fedBack is a repair that engineering reported done on Tuesday at 16:40.
func fedBack(t *testing.T) *walk {
	w := received(t, Repair)
	w.did(w.c.Transfer(TransferOrder{Stand: Stand{By: fang}, Lead: engineering}, w.g, clockAt(23, 9, 58)))
	w.did(w.c.Sign(SignOrder{Stand: Stand{By: fang}, Handler: jianguo}, w.g, clockAt(23, 14, 5)))
	return w.did(w.c.FeedBack(FeedbackOrder{Stand: Stand{By: jianguo}, Situation: "已更換軸承", Result: "RS-04", Cause: "RC-EQP2", Solution: "更換軸承", Asked: true, Disturbs: SaidNo, Satisfaction: 3}, w.g, clockAt(24, 16, 40)))
}

func told(t *testing.T) *walk {
	w := fedBack(t).inspected(clockAt(24, 16, 50))
	w.did(w.c.Review(ReviewOrder{Stand: Stand{By: fang}, Accept: true}, w.g, clockAt(24, 17, 0)))
	return w.did(w.c.Tell(TellOrder{Stand: Stand{By: fang}, How: "MT-TEL", Text: "已修復"}, w.g, clockAt(25, 9, 0)))
}

// trial is an order that breaks no rule, where it would be given.
type trial[O any] struct {
	walk  func(*testing.T) *walk
	order func() O
	do    func(Case, O, Ground, time.Time) (Move, error)
	at    time.Time
}

// broken is what is changed about a trial, and the rule that then breaks.
type broken[O any] struct {
	name   string
	change func(w *walk, o *O, at *time.Time)
	want   Invalid
}

// refuses tries the order as it is and with one thing changed at a time.
func (r trial[O]) refuses(t *testing.T, cases []broken[O]) {
	t.Helper()
	w := r.walk(t)
	if _, err := r.do(w.c, r.order(), w.g, r.at); err != nil {
		t.Fatalf("an order that breaks no rule: %v", err)
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			w, o, at := r.walk(t), r.order(), r.at
			c.change(w, &o, &at)
			if _, err := r.do(w.c, o, w.g, at); !faults(err).Has(c.want.Field, c.want.Rule) {
				t.Errorf("got %v, want %v", err, c.want)
			}
		})
	}
}

// long is one character more than a text or a line may have.
func long(longest int) string { return strings.Repeat("水", longest+1) }

// by stands on whatever the issue is now.
func by(s StaffID) Stand { return Stand{By: s} }

func faults(err error) Faults {
	var f Faults
	errors.As(err, &f)
	return f
}

// transferred is a repair on its way to engineering.
func transferred(t *testing.T) *walk {
	w := received(t, Repair)
	return w.did(w.c.Transfer(TransferOrder{Stand: by(fang), Lead: engineering}, w.g, clockAt(23, 9, 58)))
}

// signed is a repair that engineering took.
func signed(t *testing.T) *walk {
	w := transferred(t)
	return w.did(w.c.Sign(SignOrder{Stand: by(fang), Handler: jianguo}, w.g, clockAt(23, 10, 5)))
}

// asked is a repair whose owner was reached on Wednesday at 10:00.
func asked(t *testing.T, o FollowUpOrder) *walk {
	w := told(t)
	o.Stand, o.Method, o.Reached, o.Who = by(jing), "MT-TEL", ReachedOwner, "張小明"
	return w.did(w.c.FollowUp(o, w.g, clockAt(25, 10, 0)))
}

func dissatisfied(t *testing.T) *walk {
	return asked(t, FollowUpOrder{Solved: SolvedNo, Rating: 2, Disposal: NewRound, Opinion: "晚上還是響", Why: "DS-01"})
}

func closed(t *testing.T) *walk {
	return asked(t, FollowUpOrder{Solved: SolvedYes, Rating: 5, Disposal: CloseIssue})
}

func reopened(t *testing.T) *walk {
	w := closed(t)
	return w.did(w.c.Reopen(ReopenOrder{Stand: by(fang), Reason: "業主來電"}, w.g, clockAt(27, 9, 0)))
}

// complained is a complaint that engineering has.
func complained(t *testing.T) *walk {
	w := received(t, Complaint)
	return w.did(w.c.OpenComplaint(TransferOrder{Stand: by(fang), Lead: engineering}, w.g, clockAt(23, 10, 0)))
}

// holiday is a day of rest in November 2026.
func holiday(day int) []workday.Special {
	return []workday.Special{{Date: workday.Date{Year: 2026, Month: 11, Day: day}, Kind: workday.Holiday, Name: "停工"}}
}
