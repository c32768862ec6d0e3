package sample

import (
	"slices"
	"strings"
	"time"

	"ownerdesk/app"
)

// beginInquiry names who investigates a complaint and about whom.
func (l *life) beginInquiry(at time.Time) (app.Move, error) {
	if l.c.Inquiry == nil {
		return app.Move{}, errPass
	}
	q := *l.c.Inquiry
	q.Investigator, q.Began, q.Ended = l.head(l.team).ID, at, time.Time{}
	q.Methods = []string{one(l.chance, app.InquiryMethods[:2]), "IM-RECORDS"}
	if !l.c.Restricted() { // else it was said when it was passed on
		q.AccusedDept = l.depts[l.team]
	}
	switch subject := l.c.Category.Subject(); {
	case l.c.Restricted():
	case subject == "SV" || subject == "SE":
		q.Accused = []app.StaffID{l.accused()}
	case l.chance.of(20):
		q.AccusedText = l.phrase("accused-out")
	}
	q.Parties = append(q.Parties[:len(q.Parties):len(q.Parties)], l.party(at))
	return l.c.Investigate(app.InquiryOrder{Stand: l.by(l.clerk), Inquiry: q}, l.Ground, at)
}

// accused is somebody of the department who neither handles nor investigates.
func (l *life) accused() app.StaffID {
	for _, s := range l.teams[l.team][1:] {
		if s.ID != l.hand && s.ID != l.clerk {
			return s.ID
		}
	}
	return l.hand
}

func (l *life) party(at time.Time) app.Party {
	p := app.Party{Role: l.phrase("role"), Name: l.c.Reporter.Name, At: at.Truncate(time.Minute), Points: l.phrase("party")}
	if p.Name == "" || l.chance.of(40) {
		p.Name = l.name()
	}
	return p
}

// endInquiry writes down what was found and what follows from it.
func (l *life) endInquiry(at time.Time) (app.Move, error) {
	if l.c.Inquiry == nil || l.c.Inquiry.Began.IsZero() {
		return app.Move{}, errPass
	}
	if files := l.brought(); len(l.c.Attachments) == 0 && len(files) > 0 { // they are there before they are named
		l.chores = slices.Insert(l.chores, 0, chore{l.after(at, l.chance.between(2, 15)), l.endInquiry})
		return l.c.Attach(app.AttachOrder{Stand: l.by(l.clerk), Files: files}, l.Ground, at)
	}
	q := *l.c.Inquiry
	q.Valid, q.Ended, q.Answers, q.Cause = app.Valid, at, l.answers(), l.cause()
	q.Facts = l.phrase("facts")
	if l.chance.of(9) {
		q.Valid, q.Answers, q.Facts = app.NotValid, "RP-NONE", l.phrase("facts-no")
	}
	q.Parties = append(q.Parties[:len(q.Parties):len(q.Parties)], l.party(at))
	q.Evidence = append(q.Evidence[:len(q.Evidence):len(q.Evidence)], l.evidence(at)...)
	q.Amends, q.Consulted, q.OwnerView = l.phrase("amends"), at, l.phrase("owner-view")
	q.Root, q.Corrective, q.Preventive = l.phrase("root"), l.phrase("corrective"), l.phrase("preventive")
	q.Responsible, q.Common = l.head(l.team).Name, l.chance.of(15)
	return l.c.Investigate(app.InquiryOrder{Stand: l.by(l.clerk), Inquiry: q}, l.Ground, at)
}

// evidence is what was gathered: the files that were brought, and what lies elsewhere.
func (l *life) evidence(at time.Time) (all []app.Evidence) {
	add := func(kind, where string, file int) {
		e := app.Evidence{Name: l.phrase("evidence-" + kind), Kind: kind, Source: l.phrase("source-" + kind), Where: where, Attachment: file,
			Obtained: at.Truncate(time.Minute), Giver: l.Ground.Staff[l.hand].Name}
		all = append(all, e)
	}
	for _, a := range l.c.Attachments {
		kind := "EV-PHOTO"
		if strings.HasSuffix(a.Name, ".pdf") {
			kind = "EV-PAPER"
		}
		add(kind, a.Name, a.N)
	}
	if len(all) == 0 || l.chance.of(30) {
		kind := one(l.chance, []string{"EV-CCTV", "EV-AUDIO", "EV-PAPER"})
		add(kind, l.phrase("kept-"+kind), 0)
	}
	return all
}

// answers is who answers for a cause.
func (l *life) answers() app.Responsibility {
	switch cause := string(l.talk.Cause); {
	case strings.HasPrefix(cause, "RC-CON"):
		return "RP-DEV"
	case strings.HasPrefix(cause, "RC-OWN"):
		return "RP-OWN"
	case strings.HasPrefix(cause, "RC-EXT"):
		return "RP-FM"
	}
	return "RP-CO"
}

// approvePlan is the head's word on what is to be done, if a plan is there.
func (l *life) approvePlan(at time.Time) (app.Move, error) {
	r, _ := l.c.Current()
	if l.c.Inquiry == nil || len(r.Plan) == 0 {
		return app.Move{}, errPass
	}
	by := l.head(l.team).ID
	if l.c.Level == app.Critical {
		by = l.head(manager).ID
	}
	return l.c.ApprovePlan(app.DecideOrder{Stand: l.by(by), Approve: true, Note: l.phrase("approve")}, l.Ground, at)
}
