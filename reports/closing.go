package reports

import (
	"ownerdesk/app"
	"ownerdesk/reports/paper"
	"ownerdesk/reports/say"
)

// asked is part F: what the complainant said of the outcome.
func (q complaint) asked() paper.Block {
	_, due, last := q.view.asked()
	return paper.Keep{
		paper.Band(q.Say("complaint.followup")),
		q.pairs("slip.followup.due", due, "slip.followup.at", q.when(last.Method, last.At)),
		q.pairs("complaint.rating", q.ratings(last.Rating)),
		q.text("complaint.opinion", last.Opinion, q.room(10)),
		q.pairs("slip.followup.then", q.disposal(last)),
	}
}

// ratings are the five answers of an owner, the best first.
func (f Facts) ratings(given app.Rating) string {
	return boxes(app.Ratings, func(r app.Rating) string { return f.Say("rating." + ordinal(int(r))) }, given)
}

// prevention is part G: why it happened and how it is kept from happening again.
func (q complaint) prevention() paper.Block {
	return paper.Keep{
		paper.Band(q.Say("complaint.prevention")),
		q.text("complaint.root", q.in.Root, q.room(12)),
		q.text("complaint.corrective", q.in.Corrective, q.room(10)),
		q.text("complaint.preventive", q.in.Preventive, q.room(10)),
		q.pairs("complaint.responsible", q.in.Responsible, "complaint.verified", q.who(q.in.VerifiedBy, q.in.Verified)),
		q.pairs("complaint.common", q.commonProblem()),
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
			decided = q.who(k.DecidedBy, k.Decided)
		}
	}
	keep := ""
	if q.in.KeepYears > 0 {
		keep = q.Count("complaint.keep.years", q.in.KeepYears)
	}
	names := []string{q.Say("slip.sign.supervisor")}
	if q.c.Level == app.Critical {
		names = append(names, q.Say("complaint.sign.manager"))
	}
	return paper.Keep{
		paper.Band(q.Say("complaint.ending")),
		q.pairs("complaint.close", code),
		q.pairs("complaint.close.by", decided, "complaint.close.at", q.Moment(q.c.Ended)),
		q.pairs("complaint.archive", q.in.Archive, "complaint.keep", keep),
		q.signs(names...),
	}
}
