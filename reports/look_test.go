package reports

import (
	"maps"
	"os"
	"strings"
	"testing"

	"ownerdesk/app"
	"ownerdesk/app/meeting"
	"ownerdesk/assets/lang"
)

// TestGallery writes every document into the folder named by GALLERY, to be
// looked at by a person.
func TestGallery(t *testing.T) {
	dir := os.Getenv("GALLERY")
	if dir == "" {
		t.Skip("GALLERY names no folder")
	}
	for _, l := range lang.All {
		for name, docs := range gallery(office(t, l)) {
			file, err := os.Create(dir + "/" + string(l) + "-" + name + ".pdf")
			if err != nil {
				t.Fatal(err)
			}
			if err := WritePDF(file, clockAt(23, 9, 58), docs...); err != nil {
				t.Errorf("%s: %v", name, err)
			}
			if err := file.Close(); err != nil {
				t.Error(err)
			}
		}
	}
}

func gallery(f Facts) map[string][]Document {
	sample := f
	sample.Ground.Office.Sample = true
	long := full(f)
	long.Description = string([]rune(strings.Repeat(described, 40))[:2000])
	long.Reporter.Name = "𠮷小明😀"
	var slips []Document
	for _, to := range Copies {
		slips = append(slips, TransferSlip(f, full(f), 1, to, A4))
	}
	delayed, other := full(f), complained(f)
	var asked []app.Asked
	var many []app.Case
	var issues []app.Issue
	for range 20 {
		for _, a := range delayed.FollowUps {
			asked = append(asked, app.Asked{Issue: delayed.Issue, FollowUp: a})
		}
		many = append(many, fresh(f), freshComplaint(f))
		issues = append(issues, delayed.Issue, other.Issue)
	}
	blank := fresh(f)
	blank.Step, blank.StepDue = app.StepFollowUp, clockAt(30, 18, 0)
	all := sittings(f)
	maps.Copy(all, surveyPapers(f))
	maps.Copy(all, map[string][]Document{
		"delay":           {DelayNotice(f, delayed, delayed.Delays[0], CopyDesk), DelayNotice(f, delayed, delayed.Delays[0], CopyOwner)},
		"card":            {FollowUpCard(f, blank, 1), FollowUpCard(f, delayed, 1)},
		"list-asked":      {FollowUpList(f, 1, clockAt(1, 0, 0), clockAt(31, 0, 0), asked)},
		"list-in":         {IntakeList(f, 1, clockAt(23, 0, 0), clockAt(24, 0, 0), issues)},
		"list-sign":       {SignList(f, engineering, many)},
		"slip-fresh":      {TransferSlip(f, fresh(f), 1, CopyDept, A4)},
		"slip-fresh-a5":   {TransferSlip(f, fresh(f), 1, CopyDept, A5)},
		"slip-owner":      {TransferSlip(f, fresh(f), 1, CopyOwner, A4), TransferSlip(f, fresh(f), 1, CopyOwner, A5)},
		"slip-full":       slips,
		"slip-full-a5":    {TransferSlip(f, full(f), 1, CopyDesk, A5)},
		"slip-round":      {TransferSlip(f, full(f), 2, CopyDept, A4)},
		"complaint-fresh": {ComplaintSlip(f, freshComplaint(f), 1, CopyDept), ComplaintSlip(f, freshComplaint(f), 1, CopyOwner)},
		"complaint-full":  {ComplaintSlip(f, complained(f), 1, CopyDesk), ComplaintSlip(f, complained(f), 1, CopyDept), ComplaintSlip(f, complained(f), 1, CopyOwner)},
		"slip-long":       {TransferSlip(sample, long, 1, CopyDesk, A4), TransferSlip(sample, long, 1, CopyOwner, A5)},
	})
	return all
}

// sittings are the papers of meetings.
func sittings(f Facts) map[string][]Document {
	s := met(f)
	week := s
	week.Kind, week.Dept, week.Contact, week.Issues = meeting.Weekly, engineering, jianguo, []app.IssueID{1, 9}
	week.Accounts = nil
	for i, m := range meeting.Modules {
		week.Accounts = append(week.Accounts, meeting.Account{Row: meeting.Row{N: i + 1, Pos: i + 1}, Dept: engineering, Module: m, Done: "巡查", Next: "繼續", Rounds: i * 3, Found: i, Mended: i})
	}
	site := s
	site.Kind, site.Issue, site.Refused, site.Title, site.Text = meeting.OnSite, 1, "暫不簽，物業見證", "電梯異響現場查看", "轎門導靴磨損"
	notice := s
	notice.Kind, notice.Subject = meeting.Notice, "NT-WORKS"
	notice.Title, notice.Text = NoticeDraft(f, notice)
	return map[string][]Document{
		"minutes": {Minutes(f, s)}, "minutes-public": {PublicMinutes(f, s)}, "sign-in": {SignIn(f, s)}, "invitation": Invitations(f, s, 1, 3),
		"invitation-all": Invitations(f, s), "weekly": {Weekly(f, week)}, "on-site": {OnSite(f, site)}, "notice": {Notice(f, notice)},
		"activity": {Activity(f, site)}, "actions": {ActionList(f, 1, "", s.Kept.Actions)},
	}
}

// surveyPapers are the papers of a yearly survey.
func surveyPapers(f Facts) map[string][]Document {
	h := surveyed(f)
	return map[string][]Document{"plan": {SurveyPlan(f, h)}, "addresses": {AddressList(f, h, rounds(h))}, "letters": SurveyLetters(f, h, rounds(h))[:1], "labels": {AddressLabels(f, h, rounds(h))},
		"progress": {SurveyProgress(f, h, fielded(h))}, "script": {TelephoneScript(f, h)}, "questionnaire": Questionnaires(f, h, []int{70423}), "questionnaire-blank": Questionnaires(f, h, nil)}
}
