package console

import (
	"context"
	"strings"

	"ownerdesk/app"
	"ownerdesk/app/audit"
	"ownerdesk/reports"
	"ownerdesk/reports/say"
)

// byHandJSON is a duty that a person answers for, with the answer that counts and the
// earlier ones, the first first.
type byHandJSON struct {
	Clause  string       `json:"clause"`
	Key     string       `json:"key"`
	Duty    string       `json:"duty"`
	Answer  *answerJSON  `json:"answer"` // null: nobody has answered
	Earlier []answerJSON `json:"earlier,omitempty"`
}

// answerJSON is one answer.
type answerJSON struct {
	Said string `json:"said"` // yes, no, none
	Note string `json:"note"`
	By   string `json:"by"`
	At   string `json:"at"`
}

func byHandOf(q audit.Question, v say.Voice) byHandJSON {
	one := byHandJSON{Clause: q.Clause, Key: q.Name, Duty: v.Say("audit.duty." + q.Name)}
	for _, a := range q.Answers {
		if one.Answer != nil {
			one.Earlier = append(one.Earlier, *one.Answer)
		}
		one.Answer = &answerJSON{Said: string(a.Said), Note: a.Basis, By: v.Staff(a.By), At: clock(v.Here(a.At))}
	}
	return one
}

// answerLine tells a question and its answer.
func answerLine(q audit.Question, f reports.Facts) string {
	line := wide(f.Duty(q.Duty), 64)
	if a, there := q.Last(); there {
		line += wide(f.AuditSaid(a.Said), 12) + f.AnsweredBy(a) + "  " + a.Basis
	}
	return strings.TrimRight(line, " ")
}

// auditAnswer notes what somebody answers about a duty that leaves no record.
func (c *call) auditAnswer(ctx context.Context, args []string) error {
	o := c.options()
	from, to, project, by, note := o.text("from", ""), o.text("to", ""), o.text("project", ""), o.text("by", ""), o.text("note", "")
	rest, err := c.read(o, args)
	switch {
	case err != nil:
		return err
	case len(rest) != 2:
		return misled("console.audit.answer.which")
	case *by == "":
		return misled("console.audit.answer.by")
	case *from == "" || *to == "":
		return misled("console.audit.answer.days")
	}
	s, g, err := c.openOld(ctx)
	if err != nil {
		return err
	}
	defer s.Close()
	span, err := c.span(g, *from, *to)
	if err != nil {
		return err
	}
	if span.Project, err = oneEstate(*project, g); err != nil {
		return err
	}
	duty, known := audit.ByHand(rest[0])
	if !known {
		return misled("console.audit.answer.unknown", rest[0])
	}
	who, err := c.printer(*by, g)
	if err != nil {
		return err
	}
	d := audit.Desk{Front: &app.Desk{Store: s, Now: c.Now}, Store: s}
	a, err := d.Answer(ctx, audit.AnswerOrder{Asked: span.About(duty.Name, g.Calendar.Loc), By: who.ID, Said: audit.Said(rest[1]), Basis: *note})
	if err != nil {
		return err
	}
	f := c.facts(g)
	return c.say("console.audit.answer.done", f.Duty(duty), f.AuditSaid(a.Said))
}
