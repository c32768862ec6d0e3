package figures

import "ownerdesk/app"

// Beside is what the definitions want said beside the rates.
type Beside struct {
	ByApproval  []app.IssueID // closed by approval, against or without the owner's word
	Returned    []app.IssueID // sent back in review, or out again by an owner
	Returns     int           // how often
	LateNotices []app.IssueID // extended, and asked for or told too late
	Reached     Rate          // followed up on time, of those who were reached
	Households  Rate          // that complaints concern, per 100
	Integrity   []app.IssueID // complaints about integrity; nil where a freeze did not know of them yet
}

// Beside counts what stands beside the rates of a scope.
func (s Scope) Beside(all []Fact) Beside { return s.beside(s.cohort(all)) }

func (s Scope) beside(these []seen) Beside {
	b := Beside{
		Reached:    Rate{Key: FollowUpOnTime, Times: 1},
		Households: Rate{Key: Complaints, Times: perHouseholds, Den: s.Households},
		Integrity:  []app.IssueID{},
	}
	for _, v := range accepted(these) {
		if v.is(app.Closed) && v.Close == app.ClosedByApproval {
			b.ByApproval = append(b.ByApproval, v.ID)
		}
		if n := v.returns(); n > 0 {
			b.Returned, b.Returns = append(b.Returned, v.ID), b.Returns+n
		}
		if v.toldLate() {
			b.LateNotices = append(b.LateNotices, v.ID)
		}
		if v.Integrity() {
			b.Integrity = append(b.Integrity, v.ID)
		}
		if v.Kind == app.Complaint {
			b.Households.Above, b.Households.Num = append(b.Households.Above, v.ID), b.Households.Num+v.Households
		}
		if _, reached := v.reached(); reached {
			b.Reached.add(v.ID, followUpOnTime(v, nil))
		}
	}
	b.Reached.Num, b.Reached.Den = len(b.Reached.Above), len(b.Reached.Below)
	return b
}

// returns counts how often work came back.
func (v seen) returns() (n int) {
	for _, c := range v.Completions {
		if v.happened(c.SentBack) {
			n++
		}
	}
	for _, a := range v.asked() {
		if a.Again {
			n++
		}
	}
	return n
}

func (v seen) toldLate() bool {
	for _, e := range v.Extensions {
		if e.Late && v.happened(e.Approved) {
			return true
		}
	}
	return false
}
