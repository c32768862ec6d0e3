package reports

import "ownerdesk/app"

// freshComplaint was just handed out: nothing is investigated yet.
func freshComplaint(f Facts) app.Case {
	c := fresh(f)
	c.Kind, c.Category, c.Level, c.Slip = app.Complaint, "SV1", app.Major, "TS-202611-0009"
	c.Description, c.Wish = "11 月 21 日晚保安在東門與訪客爭執，言語粗魯，並拒絕登記放行，業主到場後仍未道歉。", "當事人道歉，規範訪客登記"
	c.Rounds[0].Slip, c.Rounds[0].Number = app.ComplaintSlip, "TS-202611-0009"
	c.Inquiry = &app.Inquiry{Valid: app.ValidityOpen, KeepYears: 3}
	return c
}

// complained is the same complaint at its end.
func complained(f Facts) app.Case {
	c := full(f)
	was := freshComplaint(f)
	c.Kind, c.Category, c.Level, c.Slip, c.Description, c.Wish = was.Kind, was.Category, app.Critical, was.Slip, was.Description, was.Wish
	c.Rounds = c.Rounds[:1]
	r := &c.Rounds[0]
	r.Slip, r.Number = app.ComplaintSlip, "TS-202611-0009"
	for i := range r.Plan {
		r.Plan[i].Helping = "物業管理部"
	}
	c.FollowUps[1].Disposal, c.FollowUps[1].Rating = app.CloseIssue, 4
	c.State, c.Close, c.Ended, c.Issue.Round = app.Closed, app.ClosedByApproval, clockAt(30, 19, 0), 1
	c.CloseWhy = "【內部】投訴人要求超出約定，經總經理批准"
	c.Closings = []app.Closing{{N: 1, Code: app.ClosedByApproval, Asked: clockAt(30, 18, 40), AskedBy: fang, Decided: clockAt(30, 19, 0), DecidedBy: wu, Approved: true}}
	c.Inquiry = &app.Inquiry{
		Valid: app.Valid, RepeatOf: "TS-202609-0004", AccusedDept: property, Accused: []app.StaffID{qiang}, AccusedText: "【內部】外包保安 孫某",
		Investigator: zhoumin, Began: clockAt(23, 10, 0), Ended: clockAt(25, 17, 0), Methods: []string{"IM-SITE", "IM-TALK", "IM-RECORDS"},
		Parties: []app.Party{
			{Role: "【內部】當班保安", Name: "孫大勇", At: clockAt(23, 15, 0), Points: "【內部】承認言語不當，稱訪客未帶證件"},
			{Role: "【內部】訪客", Name: "錢進", At: clockAt(24, 9, 30), Points: "【內部】稱已報業主房號，仍被拒絕"},
		},
		Evidence: []app.Evidence{
			{Name: "【內部】東門監控錄像 21:04–21:11", Kind: "EV-CCTV", Source: "監控室", Obtained: clockAt(23, 11, 0), Where: "【內部】證物櫃 2 號", Giver: "馬建軍", Attachment: 2},
			{Name: "【內部】訪客登記本第 37 頁照片", Kind: "EV-PHOTO", Source: "東門崗亭", Obtained: clockAt(23, 11, 30), Where: "【內部】案卷", Giver: "孫大勇", Attachment: 1},
		},
		Facts:   "【內部】錄像顯示當班保安與訪客爭執 6 分鐘，期間兩次提高聲量，未按《訪客登記規範》第 4 條致電業主核實。",
		Answers: "RP-CO", Cause: "RC-PEO3", Amends: "【內部】當面致歉，不予賠付", Consulted: clockAt(26, 10, 0), OwnerView: "同意，要求書面說明",
		ApprovedBy: wu, Approved: clockAt(26, 14, 0), ApprovalNote: "【內部】同意，抄送外包公司",
		Root: "【內部】態度差 ← 未接受服務培訓 ← 外包合同未約定崗前培訓 ← 招標文件缺項", Corrective: "【內部】當班保安調崗並培訓 8 課時", Preventive: "【內部】外包合同增補服務條款；每月抽查",
		Responsible: "趙強", VerifiedBy: zhoumin, Verified: clockAt(30, 12, 0), Common: true, Archive: "檔-2026-117", KeepYears: 5,
	}
	return c
}
