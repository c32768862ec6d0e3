package reports

import (
	"ownerdesk/app"
	"ownerdesk/reports/paper"
	"ownerdesk/reports/say"
)

// feedback is part E: what was reported back, what the desk says to it, and
// how the complainant was told.
func (q complaint) feedback() paper.Block {
	fb, told := q.view.feedback(), q.told()
	satisfied := q.pair("complaint.satisfaction", q.satisfaction(fb))
	satisfied.Share = 1.35
	part := paper.Keep{
		paper.Band(q.Say("complaint.feedback")),
		q.text("slip.situation", fb.Situation, q.room(10)),
		q.pairs("slip.result", say.Code(q.Voice, fb.Result), "slip.completed", q.Moment(fb.Completed)),
		paper.Row{satisfied, q.pair("complaint.told", q.when(told.How, told.ToldAt))},
	}
	part = append(append(part, q.inspectionPart()...), q.verdictRow(fb))
	if rows := q.sentBack(); len(rows) > 0 {
		part = append(part, q.reworks(rows))
	}
	return append(part, q.signs(q.Say("slip.sign.handler"), q.Say("slip.sign.head"), q.Say("complaint.sign.reviewer")))
}

// verdictRow leaves room for a reason beside the boxes until there is one.
func (q complaint) verdictRow(fb app.Feedback) paper.Row {
	row := q.pair("complaint.review", q.verdictBoxes(fb))
	if fb.Reviewed.IsZero() {
		row.Text = joined("\u2003", row.Text, q.Say("slip.verdict.blank"))
	} else {
		row.Small = lines(q.verdict(fb), q.who(fb.ReviewedBy, fb.Reviewed))
	}
	return paper.Row{row}
}

// followUp is part F: what the complainant said of the outcome.
func (q complaint) followUp() paper.Block {
	_, due, last := q.asked()
	return paper.Keep{
		paper.Band(q.Say("complaint.followup")),
		q.pairs("slip.followup.due", due, "slip.followup.at", q.when(last.Method, last.At)),
		q.pairs("complaint.rating", q.ratings(last.Rating)),
		q.text("complaint.opinion", last.Opinion, 0),
		q.pairs("slip.followup.then", q.disposal(last)),
	}
}

// ratings are the five answers of an owner, the best first.
func (f Facts) ratings(given app.Rating) string {
	return boxes(app.Ratings, func(r app.Rating) string { return f.Say("rating." + ordinal(int(r))) }, given)
}

// prevention is part G: why it happened and how it is kept from happening again.
func (q complaint) prevention() paper.Block {
	verified := q.pair("complaint.verified", q.who(q.in.VerifiedBy, q.in.Verified))
	verified.Share = 1.2
	return paper.Keep{
		paper.Band(q.Say("complaint.prevention")),
		q.text("complaint.root", q.in.Root, 0),
		q.text("complaint.corrective", q.in.Corrective, 0),
		q.text("complaint.preventive", q.in.Preventive, 0),
		paper.Row{q.pair("complaint.responsible", q.in.Responsible), verified, q.pair("complaint.common", q.commonProblem())},
	}
}

func (q complaint) commonProblem() string {
	words := []string{q.Say("slip.yes"), q.Say("slip.no")}
	switch {
	case q.in.Common:
		return paper.Ticks(words, 0)
	case q.c.State == app.Closed:
		return paper.Ticks(words, 1)
	}
	return paper.Ticks(words)
}

// ending is part H: under which code it was closed, by whom, and how long it
// is kept.
func (q complaint) ending() paper.Block {
	code := joined(q.Say("slip.colon"), joined("  ", string(q.c.Close), say.Code(q.Voice, q.c.Close)), q.c.CloseWhy)
	decided := ""
	for _, k := range q.c.Closings {
		if k.Approved {
			decided = q.Say("complaint.close.by", q.Staff(k.DecidedBy))
		}
	}
	keep := ""
	if q.in.KeepYears > 0 {
		keep = q.Count("complaint.keep.years", q.in.KeepYears)
	}
	names := []string{q.Say("complaint.sign.close")}
	if q.c.Level == app.Critical {
		names = append(names, q.Say("complaint.sign.manager"))
	}
	return paper.Keep{
		paper.Band(q.Say("complaint.ending")),
		q.pairs("complaint.close", code, "complaint.close.at", dotted(q.Moment(q.c.Ended), decided)),
		q.pairs("complaint.archive", q.in.Archive, "complaint.keep", keep),
		q.signs(names...),
	}
}
