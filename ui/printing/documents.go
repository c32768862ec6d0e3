package printing

import (
	"encoding/json"
	"strconv"

	"ownerdesk/app"
	"ownerdesk/reports"
	"ownerdesk/ui/seat"
)

// document is one thing that can be printed of an issue.
type document struct {
	what   string // transfer, complaint, delay, notice, followup
	number string
	dept   string // whose copy of a slip, among several with one number
	label  string
	copies []reports.Copy // nil: it has none
	sized  bool           // A4 or A5
	word   func(reports.Facts, reports.Copy, reports.Size) reports.Document
}

// MarshalJSON names a document in a draft, in no language.
func (d document) MarshalJSON() ([]byte, error) {
	return json.Marshal(d.what + " " + d.number + " " + d.dept)
}

// documents are those an issue has, the newest of each kind first.
func documents(s *seat.Seat, c app.Case) []document {
	var all []document
	for i := len(c.Rounds) - 1; i >= 0; i-- {
		if d, has := slipOf(s, c, c.Rounds[i]); has {
			all = append(all, d)
		}
	}
	all = append(all, callerCopies(s, c)...)
	for i := len(c.Delays) - 1; i >= 0; i-- {
		d := c.Delays[i]
		all = append(all, document{what: "delay", number: d.Number, label: s.Say("press.document", s.Say("print.delay"), d.Number),
			copies: []reports.Copy{reports.CopyDesk, reports.CopyOwner},
			word: func(f reports.Facts, to reports.Copy, _ reports.Size) reports.Document {
				return reports.DelayNotice(f, c, d, to)
			}})
	}
	r, _ := c.Current()
	for _, h := range c.Helping(r.N) {
		if r.Slip == app.NoSlip || !h.Left.IsZero() {
			continue
		}
		all = append(all, document{what: "help", number: r.Number, dept: strconv.FormatInt(int64(h.Dept), 10), label: s.Say("press.document", s.Say("print.help", s.Dept(h.Dept)), r.Number), sized: true,
			word: func(f reports.Facts, _ reports.Copy, size reports.Size) reports.Document {
				return reports.HelpSlip(f, c, h, size)
			}})
	}
	for i := len(c.Disturbances) - 1; i >= 0; i-- {
		d := c.Disturbances[i]
		all = append(all, document{what: "notice", number: d.Number, label: s.Say("press.document", s.Say("print.notice"), d.Number),
			word: func(f reports.Facts, _ reports.Copy, _ reports.Size) reports.Document {
				return reports.RepairNotice(f, c, d)
			}})
	}
	if c.State == app.Told || len(c.FollowUps) > 0 {
		all = append(all, followUpOf(s, c))
	}
	return all
}

// callerCopies are the owner's copies for those who brought the same later.
func callerCopies(s *seat.Seat, c app.Case) (all []document) {
	r, there := c.Current()
	if !there || r.Slip == app.NoSlip {
		return nil
	}
	for _, k := range c.Others() {
		all = append(all, document{what: "caller", number: r.Number, dept: strconv.Itoa(k.N), label: s.Say("press.document", s.Say("print.caller", k.N), r.Number), sized: r.Slip == app.TransferSlip,
			word: func(f reports.Facts, _ reports.Copy, size reports.Size) reports.Document {
				d, _ := reports.CallerCopy(f, c, k, size)
				return d
			}})
	}
	return all
}

func slipOf(s *seat.Seat, c app.Case, r app.Round) (document, bool) {
	switch r.Slip {
	case app.TransferSlip:
		return document{what: "transfer", number: r.Number, label: s.Say("press.document", s.Say("print.transfer"), r.Number),
			copies: reports.Copies, sized: true,
			word: func(f reports.Facts, to reports.Copy, size reports.Size) reports.Document {
				return reports.TransferSlip(f, c, r.N, to, size)
			}}, true
	case app.ComplaintSlip:
		return document{what: "complaint", number: r.Number, label: s.Say("press.document", s.Say("print.complaint"), r.Number),
			copies: reports.CopiesOf(c),
			word: func(f reports.Facts, to reports.Copy, _ reports.Size) reports.Document {
				return reports.ComplaintSlip(f, c, r.N, to)
			}}, true
	}
	return document{}, false
}

func followUpOf(s *seat.Seat, c app.Case) document {
	number := c.Shown()
	for _, f := range c.FollowUps {
		if f.Round == c.Issue.Round {
			number = f.Number
		}
	}
	return document{what: "followup", number: number, label: s.Say("press.document", s.Say("print.followup"), number),
		word: func(f reports.Facts, _ reports.Copy, _ reports.Size) reports.Document {
			return reports.FollowUpCard(f, c, c.Issue.Round)
		}}
}

// facts are what the paper of this desk stands on.
func (p *Press) facts(open bool) reports.Facts {
	return reports.Facts{Voice: p.seat.PaperVoice(), By: p.seat.Staff, At: p.seat.Now(), Open: open}
}
