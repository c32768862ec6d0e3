package reports

import "ownerdesk/reports/paper"

// Activity is the record of a community activity (regulation 2.3.3), with its photos.
func Activity(f Facts, s Sitting) Document {
	v := f.seat(s, false)
	came := ""
	if s.Headcount > 0 {
		came = f.Say("paper.people", s.Headcount)
	}
	blocks := []paper.Block{
		v.pairs("paper.subject", v.free(s.Title), "paper.activity.by", f.Dept(s.Dept)),
		v.pairs("paper.when", v.span(), "paper.venue", v.free(s.Details.Place)),
		v.pairs("paper.notice.for", v.where(), "paper.activity.came", came),
		v.text("paper.prepared", v.free(s.Prepared), 10),
		v.text("paper.activity.how", v.free(s.Text), 40),
	}
	blocks = append(blocks, v.wanted()...)
	blocks = append(blocks, v.given()...)
	blocks = append(blocks, v.signs(v.Say("paper.sign.recorder")+"\u2003"+f.Staff(s.Recorder), v.Say("paper.sign.ours")))
	return Document{Sheet: v.sheet(formActivity, f.Say("paper.activity"), paper.A4), Blocks: append(blocks, v.photos()...), Number: s.Number}
}
