package data

import (
	"ownerdesk/app"
	"ownerdesk/app/meeting"
)

func headCells(h *meeting.Head) cells {
	return append(cells{
		{"version", &h.Version},
		{"kind", &h.Kind},
		{"project_id", to(&h.Project)},
		{"number", &h.Number},
		{"state", &h.State},
		{"by_id", to(&h.By)},
		{"made", moment{&h.Made}},
		{"from_day", someDay{&h.From}},
		{"to_day", someDay{&h.To}},
		{"period", &h.Period},
		{"held", moment{&h.Held}},
		{"minutes_due", moment{&h.MinutesDue}},
		{"minuted", moment{&h.Minuted}},
		{"why", &h.Why},
	}, detailCells(&h.Details)...)
}

func detailCells(d *meeting.Details) cells {
	return cells{
		{"title", &d.Title},
		{"subject", &d.Subject},
		{"begins", moment{&d.Begins}},
		{"ends", moment{&d.Ends}},
		{"place", &d.Place},
		{"chair_id", to(&d.Chair)},
		{"recorder_id", to(&d.Recorder)},
		{"helpers", &d.Helpers},
		{"dept_id", to(&d.Dept)},
		{"contact_id", to(&d.Contact)},
		{"issue_id", to(&d.Issue)},
		{"issues", codes[app.IssueID]{&d.Issues}},
		{"areas", codes[app.AreaID]{&d.Areas}},
		{"buildings", codes[app.BuildingID]{&d.Buildings}},
		{"prepared", &d.Prepared},
		{"text", &d.Text},
		{"headcount", &d.Headcount},
		{"unsettled", &d.Unsettled},
		{"refused", &d.Refused},
		{"next", moment{&d.Next}},
		{"next_place", &d.NextPlace},
		{"goes", &d.Goes},
	}
}

func wholeHeadCells(h *meeting.Head) cells { return append(cells{{"id", to(&h.ID)}}, headCells(h)...) }

func rowCells(r *meeting.Row) cells {
	return cells{{"n", &r.N}, {"pos", &r.Pos}, {"gone", &r.Gone}}
}

func guestCells(v *meeting.Guest) cells {
	return append(rowCells(&v.Row), cells{
		{"grp", &v.Group},
		{"invited", &v.Invited},
		{"staff_id", to(&v.Staff)},
		{"person_id", to(&v.Person)},
		{"name", &v.Name},
		{"dept_id", to(&v.Dept)},
		{"area_id", to(&v.Area)},
		{"function", &v.Function},
		{"presence", &v.Presence},
		{"came", moment{&v.Came}},
		{"went", moment{&v.Left}},
		{"note", &v.Note},
	}...)
}

func itemCells(v *meeting.Item) cells {
	return append(rowCells(&v.Row), cells{
		{"key", &v.Key},
		{"text", &v.Text},
		{"minutes", &v.Minutes},
		{"speaker", &v.Speaker},
		{"points", &v.Points},
		{"conclusion", &v.Conclusion},
	}...)
}

func accountCells(v *meeting.Account) cells {
	return append(rowCells(&v.Row), cells{
		{"dept_id", to(&v.Dept)},
		{"module", &v.Module},
		{"done", &v.Done},
		{"doing", &v.Doing},
		{"next", &v.Next},
		{"needs", &v.Needs},
		{"rounds", &v.Rounds},
		{"found", &v.Found},
		{"mended", &v.Mended},
	}...)
}

func problemCells(v *meeting.Problem) cells {
	return append(rowCells(&v.Row), cells{
		{"category", &v.Category},
		{"place", &v.Where},
		{"title", &v.Title},
		{"by_hand", &v.ByHand},
		{"areas", codes[app.AreaID]{&v.Areas}},
		{"households", &v.Households},
		{"cases", &v.Cases},
		{"before", &v.Before},
		{"issues", codes[app.IssueID]{&v.Issues}},
		{"cause", &v.Cause},
		{"taken", &v.Taken},
		{"plan", &v.Plan},
		{"dept_id", to(&v.Dept)},
		{"person", &v.Person},
		{"due", someDay{&v.Due}},
		{"owners", &v.Owners},
	}...)
}

func opinionCells(v *meeting.Opinion) cells {
	return append(rowCells(&v.Row), cells{
		{"person_id", to(&v.Person)},
		{"name", &v.Name},
		{"area_id", to(&v.Area)},
		{"place", &v.Place},
		{"text", &v.Text},
		{"category", &v.Category},
		{"answer", &v.Answer},
		{"answered", &v.By},
		{"issue_id", to(&v.Issue)},
		{"number", &v.Number},
		{"phone", &v.Phone},
		{"room", &v.Room},
		{"sort", &v.Sort},
		{"note", &v.Note},
		{"aside", &v.Aside},
		{"aside_why", &v.AsideWhy},
		{"settled", moment{&v.Settled}},
		{"settled_by_id", to(&v.SettledBy)},
	}...)
}

func answerCells(v *meeting.Answer) cells {
	return append(rowCells(&v.Row), cells{
		{"question", &v.Question}, {"answer", &v.Answer}, {"basis", &v.Basis}, {"answered", &v.By},
	}...)
}

func decisionCells(v *meeting.Decision) cells {
	return append(rowCells(&v.Row), cells{{"text", &v.Text}, {"basis", &v.Basis}}...)
}

func toldCells(v *meeting.Told) cells {
	return append(rowCells(&v.Row), cells{
		{"area_id", to(&v.Area)},
		{"building_id", to(&v.Building)},
		{"whom", &v.Whom},
		{"how", &v.How},
		{"at", moment{&v.At}},
		{"by_id", to(&v.By)},
		{"note", &v.Note},
	}...)
}

func freezeCells(f *meeting.Freeze) cells {
	return cells{{"n", &f.N}, {"at", moment{&f.At}}, {"by_id", to(&f.By)}, {"why", &f.Why}}
}

func meetingActCells(a *meeting.Act) cells {
	return cells{
		{"n", &a.N}, {"kind", &a.Kind}, {"at", moment{&a.At}}, {"by_id", to(&a.By)}, {"note", &a.Note},
		{"diffs", differences{&a.Diffs}},
	}
}

var (
	guests      = tableOf("record_guests", guestCells, "record_id")
	agenda      = tableOf("record_agenda", itemCells, "record_id")
	accounts    = tableOf("record_accounts", accountCells, "record_id")
	problems    = tableOf("record_problems", problemCells, "record_id")
	opinions    = tableOf("record_opinions", opinionCells, "record_id")
	answers     = tableOf("record_answers", answerCells, "record_id")
	decisions   = tableOf("record_decisions", decisionCells, "record_id")
	toldLog     = tableOf("record_told", toldCells, "record_id")
	freezes     = tableOf("freezes", freezeCells, "record_id")
	recordFiles = tableOf("record_files", attachmentCells, "record_id")
	recordActs  = tableOf("record_acts", meetingActCells, "record_id")
)
