package issues

import (
	"image/png"
	"os"
	"path/filepath"
	"testing"
	"time"

	"fyne.io/fyne/v2/test"

	"ownerdesk/app"
	"ownerdesk/assets/lang"
	"ownerdesk/data/datatest"
	"ownerdesk/ui/kit"
)

// TestGallery draws the screens into the folder that GALLERY names, for a
// person to look at: GALLERY=/tmp/look go test -run Gallery ./ui/issues
func TestGallery(t *testing.T) {
	folder := os.Getenv("GALLERY")
	if folder == "" {
		t.Skip("GALLERY names no folder")
	}
	for _, language := range lang.All {
		for name, draw := range map[string]func(*world){
			"intake": galleryIntake, "intake-empty": galleryEmpty, "intake-search": gallerySearch, "intake-saved": gallerySaved,
			"page": galleryPage, "transfer": galleryForm(Transfer, fresh), "complaint": galleryForm(Complaint, complaint), "self": galleryForm(Self, fresh),
			"reject": galleryForm(Reject, fresh), "amend": galleryForm("amend", fresh), "review": galleryForm("review", (*world).galleryCase),
			"inquiry": galleryForm("inquiry", (*world).galleryCase), "review-back": galleryBack, "followup": galleryFollowUp, "more": galleryMore, "evidence": galleryEvidence, "plan": galleryForm("plan", (*world).galleryCase),
			"note": galleryForm("note", (*world).galleryCase), "cost": galleryCost, "cost-page": galleryCostPage, "cost-feedback": galleryCostReport,
		} {
			x := sit(t, language)
			draw(x)
			x.save(filepath.Join(folder, name+"-"+string(language)+".png"))
			x.win.Close()
		}
	}
}

func (x *world) save(path string) {
	f, err := os.Create(path)
	if err != nil {
		x.Fatal(err)
	}
	defer f.Close()
	if err := png.Encode(f, x.win.Canvas().Capture()); err != nil {
		x.Fatal(err)
	}
}

func galleryIntake(x *world) {
	x.call(app.Complaint)
	x.Clock.Add(1e9 * 60 * 60 * 24)
	p := x.intake()
	test.Type(p.search, "3-2-5")
	p.Choose(p.found[0])
	kit.SetValue(p.facts.kind, app.Complaint)
	p.facts.setCategory("EQ1")
	kit.SetValue(p.facts.level, app.Major)
	p.facts.description.SetText("三樓電梯近一週多次異響並有輕微頓挫，老人乘梯時感到不安。上週已致電一次，工程部到場檢查後未見改善。")
	p.facts.wish.SetText("查明原因、限期修復，告知安全性")
	x.see(p.Root)
}

func galleryEmpty(x *world) { x.see(x.intake().Root) }

func gallerySearch(x *world) {
	p := x.intake()
	x.see(p.Root)
	test.Type(p.search, "3-2")
}

func gallerySaved(x *world) {
	p := x.intake()
	galleryFill(p)
	x.see(p.Root)
	p.Save()
}

func galleryFill(p *Intake) {
	test.Type(p.search, "3-2-5")
	p.Choose(p.found[0])
	kit.SetValue(p.facts.kind, app.Repair)
	p.facts.setCategory("EQ1")
	p.facts.description.SetText("三樓電梯近一週多次異響")
}

// intake is the form as it is seen.
func (x *world) intake() *Intake {
	p := NewIntake(x.Seat, x.store)
	x.see(p.Root)
	p.Shown()
	return p
}

// galleryCase is a complaint that came back once and has a plan.
func (x *world) galleryCase() app.IssueID {
	x.Helper()
	id := x.call(app.Complaint)
	desk, hour := x.Seat.Desk, time.Hour
	by := func(who app.StaffID) app.Stand { return app.Stand{Issue: id, By: who} }
	move := func(_ app.Move, err error) {
		x.Helper()
		if err != nil {
			x.Fatal(err)
		}
	}
	x.Clock.Add(hour)
	move(desk.OpenComplaint(x.Context(), app.TransferOrder{Stand: by(x.Fang), Lead: x.Engineering, Request: "查明原因，限期修復", Contact: true}))
	x.Clock.Add(hour)
	move(desk.Sign(x.Context(), app.SignOrder{Stand: by(x.Fang), Handler: x.Jianguo}))
	move(desk.Plan(x.Context(), app.PlanOrder{Stand: by(x.Fang), Handler: x.Jianguo, Solution: "聯繫維保單位更換導向輪軸承", Rows: []app.PlanRow{
		{Measure: "更換曳引輪導向輪軸承並試運行", Person: "李建國", By: datatest.At(25, 17, 0), Status: app.PlanDone},
		{Measure: "維保單位出具安全檢測報告", Person: "趙敏", By: datatest.At(27, 12, 0), Status: app.PlanDoing},
	}}))
	c := x.the(id)
	q := *c.Inquiry
	q.Valid, q.Investigator, q.Began, q.Ended, q.Methods = app.Valid, x.Qiang, x.Clock.Now(), x.Clock.Now(), []string{"IM-SITE"}
	q.Parties, q.Facts, q.Answers, q.Cause = []app.Party{{Role: "投訴人", Points: "夜間異響"}}, "導向輪軸承磨損", "RP-CO", "RC-EQP2"
	move(desk.Investigate(x.Context(), app.InquiryOrder{Stand: by(x.Fang), Inquiry: q}))
	move(desk.ApprovePlan(x.Context(), app.DecideOrder{Stand: by(x.Qiang), Approve: true}))
	x.Clock.Add(26 * hour)
	move(desk.Note(x.Context(), app.NoteOrder{Stand: by(x.Fang), Kind: app.NoteProgress, Text: "已說明需等檢測報告", Told: true, How: "MT-TEL", ToldAt: x.Clock.Now()}))
	x.Clock.Add(hour)
	move(desk.FeedBack(x.Context(), app.FeedbackOrder{Stand: by(x.Fang), Situation: "已潤滑導軌", Result: "RS-02", Satisfaction: 1, Asked: true, Disturbs: app.SaidNo}))
	x.Clock.Add(hour)
	move(desk.Review(x.Context(), app.ReviewOrder{Stand: by(x.Jing), Code: "RW-01", Note: "夜間仍有異響"}))
	x.Clock.Add(22 * hour)
	move(desk.FeedBack(x.Context(), app.FeedbackOrder{Stand: by(x.Fang), Situation: "已更換軸承並試運行，待檢測報告", Result: "RS-04", Satisfaction: 3, Asked: true, Disturbs: app.SaidNo}))
	x.Clock.Set(datatest.At(30, 18, 0))
	return id
}

// page is the page of an issue as it is seen.
func (x *world) page(id app.IssueID) *Page {
	p := NewPage(x.Seat, x.store, id)
	p.Print = func(app.Case, string) {}
	x.see(p.Root)
	p.Shown()
	x.see(p.Root)
	return p
}

func galleryPage(x *world) { x.page(x.galleryCase()) }

func galleryForm(verb string, when func(*world) app.IssueID) func(*world) {
	return func(x *world) { x.page(when(x)).Begin(verb) }
}

func fresh(x *world) app.IssueID { return x.call(app.Repair) }

func complaint(x *world) app.IssueID { return x.call(app.Complaint) }

func galleryMore(x *world) {
	p := x.page(x.galleryCase())
	p.showMore()
}

func galleryBack(x *world) {
	x.page(x.galleryCase()).Begin("review")
	radios := find[*kit.Radios[bool]](x)[0]
	radios.SetValue(false)
	radios.OnChanged(false)
}

func galleryEvidence(x *world) {
	x.page(x.galleryCase()).Begin("inquiry")
	radios := find[*kit.Radios[string]](x)[0]
	radios.SetValue("heard")
	radios.OnChanged("heard")
}

func galleryFollowUp(x *world) {
	id := x.galleryCase()
	desk := x.Seat.Desk
	by := app.Stand{Issue: id, By: x.Fang}
	if _, err := desk.Review(x.Context(), app.ReviewOrder{Stand: app.Stand{Issue: id, By: x.Jing}, Accept: true}); err != nil {
		x.Fatal(err)
	}
	if _, err := desk.Tell(x.Context(), app.TellOrder{Stand: by, How: "MT-TEL", Text: "已更換軸承"}); err != nil {
		x.Fatal(err)
	}
	if _, err := desk.FollowUp(x.Context(), app.FollowUpOrder{Stand: by, Method: "MT-TEL", Reached: app.NoAnswer}); err != nil {
		x.Fatal(err)
	}
	x.page(id).Begin("followup")
	reached := find[*kit.Choice[app.Reached]](x)[0]
	kit.SetValue(reached, app.ReachedOwner)
	reached.OnChanged(app.ReachedOwner)
	rating := find[*kit.Radios[app.Rating]](x)[0]
	rating.SetValue(2)
	solved := find[*kit.Radios[app.Solved]](x)[0]
	solved.SetValue(app.SolvedNo)
	solved.OnChanged(app.SolvedNo)
}

func galleryCost(x *world) {
	p := x.page(x.galleryCase())
	x.see(p.Root)
	p.Begin(Cost)
	for name, text := range map[string]string{"cost-hours": "1.5", "cost-rate": "60", "cost-other": "80", "cost-other-what": "開鎖公司"} {
		field[*kit.Input](x, name).SetText(text)
	}
	for i, text := range []string{"水龍頭", "2", "個", "35.50"} {
		x.materialCells()[i].SetText(text)
	}
	pick(x, "charge", app.ChargeYes)
}

func galleryCostPage(x *world) {
	galleryCost(x)
	kit.TopSheet(x.win.Canvas()).Submit()
}

func galleryCostReport(x *world) {
	feedbackForm(matter{x.Seat, x.store, x.the(x.galleryRound()), verbs}).Show()
	field[*kit.Tick](x, "cost").SetChecked(true)
}
