package reports

import (
	"strings"
	"testing"
	"time"

	"ownerdesk/app"
	"ownerdesk/app/workday"
	"ownerdesk/assets/lang"
	"ownerdesk/reports/say"
)

// The office of the tests; the people are in its words, and so are the pages.
const (
	fang, jianguo, qiang, zhoumin, wu     app.StaffID = 1, 3, 4, 5, 6
	service, engineering, property, sales app.DeptID  = 1, 2, 3, 4
)

var shanghai = time.FixedZone("UTC+8", 8*60*60)

func clockAt(day, hour, minute int) time.Time {
	return time.Date(2026, 11, day, hour, minute, 0, 0, shanghai)
}

func office(t testing.TB, l lang.Language) Facts {
	t.Helper()
	w, err := lang.Load(l)
	if err != nil {
		t.Fatal(err)
	}
	names := []string{"王芳", "", "李建國", "趙強", "周敏", "吳偉明"}
	depts := []string{"客戶服務部", "工程維修部", "物業管理部", "市場營銷部"}
	company, estate := "雲棲物業服務有限公司", "雲棲花園"
	switch l {
	case lang.Simplified:
		names = []string{"王芳", "", "李建国", "赵强", "周敏", "吴伟明"}
		depts = []string{"客户服务部", "工程维修部", "物业管理部", "市场营销部"}
		company, estate = "云栖物业服务有限公司", "云栖花园"
	case lang.English:
		names = []string{"Fang Wang", "", "Jianguo Li", "Qiang Zhao", "Min Zhou", "Weiming Wu"}
		depts = []string{"Customer Service", "Engineering", "Property Management", "Marketing"}
		company, estate = "Yunqi Property Services Ltd.", "Yunqi Gardens"
	}
	g := app.Ground{
		Office:   app.Office{Company: company, Phone: "0571-8765 4321", Zone: "Asia/Shanghai", KeepYears: 3},
		Calendar: workday.New("CN", workday.Five(), shanghai, nil, []int{2026}),
		Rules:    app.DefaultRules(),
		Projects: map[app.ProjectID]app.Project{1: {ID: 1, Name: estate}},
		Staff:    map[app.StaffID]app.Staff{}, Departments: map[app.DeptID]app.Department{},
	}
	for i, n := range names {
		if n != "" {
			g.Staff[app.StaffID(i+1)] = app.Staff{ID: app.StaffID(i + 1), Name: n, Dept: service, Phone: "0571-8765 4321"}
		}
	}
	for i, n := range depts {
		g.Departments[app.DeptID(i+1)] = app.Department{ID: app.DeptID(i + 1), Name: n, Desk: i == 0}
	}
	return Facts{Voice: say.Voice{Words: w, Ground: g}, By: g.Staff[fang], At: clockAt(23, 9, 58)}
}

const described = "三樓電梯近一週多次異響並有輕微頓挫，老人乘梯時感到不安。上週已致電一次，工程部到場檢查後未見改善。要求查明原因、限期修復，並告知安全性。"

// fresh is a repair that was just handed to engineering: nothing more is known.
func fresh(f Facts) app.Case {
	received := clockAt(23, 9, 42)
	limit := workday.Limit{N: 3, Unit: workday.Workdays}
	answer := f.Ground.Calendar.Due(received, limit)
	c := app.Case{Issue: app.Issue{
		ID: 7, Project: 1, Number: "SL-202611-0118", Slip: "ZB-202611-0042", State: app.Handling, Round: 1, Lead: engineering,
		By: fang, Registered: received, Promise: f.Ground.Calendar.Due(received, workday.Limit{N: 1, Unit: workday.Workdays}).Due,
		Intake: app.Intake{
			Received: received, Channel: "CH-TEL", Kind: app.Repair, Category: "EQ1", Urgency: app.Urgent,
			Reporter: app.Reporter{Owner: "OW-SELF", Name: "張小明", Phone: "13812345678"},
			Place:    app.Place{Block: "3", Unit: "2", Door: "501"}, Households: 1,
			Description: described, Wish: "查明原因、限期修復，告知安全性",
		},
	}}
	c.Attachments = []app.Attachment{{N: 1, Name: "電梯門.jpg"}, {N: 2, Name: "異響.mp4"}}
	c.Rounds = []app.Round{{
		N: 1, Slip: app.TransferSlip, Number: "ZB-202611-0042", Issued: clockAt(23, 9, 58), IssuedBy: fang, Lead: engineering,
		Limit: limit, RuleDue: answer.Due, Due: answer.Due, Effect: answer.Due, Steps: answer.Steps,
		Request: "【內部】今日內先到場確認能否停梯；此戶曾多次投訴",
	}}
	return c
}

// full is the same repair at its end, with all that can be on a slip.
func full(f Facts) app.Case {
	c := fresh(f)
	c.Households, c.Occurred, c.ReplyHow, c.ReplyWhen = 6, clockAt(22, 19, 30), "MT-TEL", "18 時以後"
	r := &c.Rounds[0]
	r.Helping, r.Contact = []app.DeptID{property, sales}, true
	r.Due, r.DueWhy = clockAt(27, 12, 0), "【內部】廠家週五上午到場"
	r.Signed, r.SignedBy, r.Refusals = clockAt(23, 14, 5), "李建國", 1
	r.Handler, r.Solution, r.Expected = jianguo, "【內部】更換曳引機軸承並校準平層；費用由維保單位承擔，注意其合同責任。", clockAt(26, 17, 0)
	r.Plan = []app.PlanRow{
		{Measure: "【內部】停梯檢查並張貼告示", Person: "李建國", By: clockAt(23, 18, 0), Status: app.PlanDone},
		{Measure: "【內部】訂貨", Person: "李建國", By: clockAt(24, 12, 0), Status: app.PlanDone},
		{Measure: "【內部】更換、試運行", Person: "維保單位", By: clockAt(26, 17, 0), Status: app.PlanDoing},
	}
	c.Notes = []app.Note{
		{N: 1, Round: 1, Kind: app.NoteProgress, At: clockAt(23, 15, 0), By: jianguo, Text: "已到場檢查，確認軸承磨損", Told: true, How: "MT-TEL", ToldAt: clockAt(23, 15, 30)},
		{N: 2, Round: 1, Kind: app.NoteProgress, At: clockAt(24, 16, 0), By: jianguo, Text: "【內部】備件缺貨，正與供應商交涉"},
		{N: 3, Round: 1, Kind: app.NoteRemark, At: clockAt(24, 16, 10), By: fang, Text: "【內部】【存根】此戶注意語氣"},
		{N: 4, Round: 1, Kind: app.NoteTold, At: clockAt(30, 9, 0), By: fang, Text: "軸承已更換，電梯已恢復運行並經檢驗合格", Told: true, How: "MT-TEL", ToldAt: clockAt(30, 9, 0)},
	}
	c.Delays = []app.Delay{
		{N: 1, Round: 1, Number: "YQ-202611-0003", Asked: clockAt(26, 16, 0), AskedBy: jianguo, From: r.Due, To: clockAt(30, 18, 0), Code: "DL-01",
			Text: "廠家備件本週日到貨", Progress: "已停梯檢查，軸承已訂貨", Interim: "開放 2 號電梯並安排人員值守", Told: clockAt(26, 16, 20), ToldHow: "MT-TEL", Answer: "理解，希望盡快",
			Decided: clockAt(26, 16, 40), DecidedBy: qiang, Approved: true, Decision: "【內部】催供應商"},
	}
	c.Feedbacks = []app.Feedback{
		{N: 1, Round: 1, At: clockAt(27, 17, 0), By: jianguo, Situation: "【內部】臨時潤滑", Result: "RS-02", Satisfaction: 0, Completed: clockAt(27, 16, 0),
			Reviewed: clockAt(27, 17, 30), ReviewedBy: fang, Code: "RW-01", Verdict: "【內部】夜間仍有異響", NewDue: clockAt(30, 18, 0)},
		{N: 2, Round: 1, At: clockAt(29, 17, 0), By: jianguo, Situation: "【內部】已更換軸承，試運行 24 小時正常；舊件留存備查", Result: "RS-04", Satisfaction: 3, Completed: clockAt(29, 16, 0),
			Reviewed: clockAt(29, 17, 30), ReviewedBy: fang, Accepted: true, Verdict: "【內部】照片齊全"},
	}
	c.FollowUps = []app.FollowUp{
		{N: 1, Round: 1, Attempt: 1, Number: "HF-202611-0025", Due: clockAt(30, 18, 0), At: clockAt(30, 10, 0), By: fang, Method: "MT-TEL", Reached: app.NoAnswer, Disposal: app.TryAgain},
		{N: 2, Round: 1, Attempt: 2, Number: "HF-202611-0025", Due: clockAt(30, 18, 0), At: clockAt(30, 18, 30), By: fang, Method: "MT-TEL", Reached: app.ReachedOwner,
			Who: "張小明", Relation: "OW-SELF", Solved: app.SolvedYes, OnTime: app.SolvedPart, Attitude: app.SolvedYes, Clean: app.SolvedYes,
			Rating: 2, Why: "DS-03", Opinion: "修好兩天後又有輕微響聲，希望徹底解決", Disposal: app.NewRound},
	}
	c.Rounds = append(c.Rounds, app.Round{
		N: 2, Slip: app.TransferSlip, Number: "ZB-202611-0042-R2", Issued: clockAt(30, 19, 0), IssuedBy: fang, Lead: engineering,
		Why: "修好兩天後又有輕微響聲，希望徹底解決", Limit: r.Limit, RuleDue: clockAt(30, 18, 0), Due: clockAt(30, 18, 0), Unsure: true,
	})
	c.Issue.Round = 2
	return c
}

func said(d Document) string { return strings.Join(d.Texts(), "\n") }
