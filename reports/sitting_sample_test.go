package reports

import (
	"ownerdesk/app"
	"ownerdesk/app/figures"
	"ownerdesk/app/meeting"
	"ownerdesk/app/workday"
)

func nov(day int) workday.Date { return workday.Date{Year: 2026, Month: 11, Day: day} }

// secrets are the people of the sample and what leads to them.
var secrets = []string{"張小明", "李娜", "13812345678", "138 1234 5678", "zhang.xm@example.com", "0571-88007667", "3-2-501", "501室", "5幢1203"}

// met is a monthly meeting after its minutes, whose free words say everything
// that they should not.
func met(f Facts) Sitting {
	r := meeting.Record{Head: meeting.Head{
		ID: 5, Kind: meeting.Monthly, Project: 1, Number: "HY-202611-0001", State: meeting.Minuted,
		From: workday.Date{Year: 2026, Month: 10, Day: 1}, To: workday.Date{Year: 2026, Month: 10, Day: 31}, Period: 10,
		Held: clockAt(6, 16, 30), Minuted: clockAt(9, 10, 0), MinutesDue: clockAt(10, 18, 0),
		Details: meeting.Details{
			Begins: clockAt(6, 14, 0), Ends: clockAt(6, 16, 10), Place: "社區活動中心", Chair: wu, Recorder: fang,
			Unsettled: "張小明要求賠償兩千元，未定", Next: clockAt(30, 14, 0), NextPlace: "社區活動中心", Goes: "各部門、業委會",
		},
	}}
	r.Guests = []meeting.Guest{
		{Row: meeting.Row{N: 1, Pos: 1}, Group: meeting.HeadGuest, Invited: true, Staff: qiang, Dept: engineering, Presence: meeting.Came},
		{Row: meeting.Row{N: 2, Pos: 2}, Group: meeting.HeadGuest, Invited: true, Staff: zhoumin, Dept: service, Presence: meeting.Excused},
		{Row: meeting.Row{N: 3, Pos: 3}, Group: meeting.OwnerGuest, Invited: true, Person: 11, Area: 7, Function: "3-2-501", Presence: meeting.Came, Came: clockAt(6, 14, 20)},
		{Row: meeting.Row{N: 4, Pos: 4}, Group: meeting.OwnerGuest, Name: "李娜", Area: 7, Presence: meeting.Came},
		{Row: meeting.Row{N: 5, Pos: 5}, Group: meeting.CommitteeGuest, Invited: true, Name: "陳大文", Presence: meeting.Absent},
	}
	for i, item := range meeting.Agenda() {
		item.N, item.Pos = i+1, i+1
		r.Agenda = append(r.Agenda, item)
	}
	r.Agenda[4].Speaker = "趙強"
	r.Agenda[4].Points = "張小明（3-2-501，13812345678）：電梯三個月修了四次"
	r.Agenda[4].Conclusion = "趙強負責月底前換曳引機。責任在維保單位，由其賠償。王女士 138 1234 5678 同意，5幢1203 業主張小明同意"
	r.Accounts = []meeting.Account{
		{Row: meeting.Row{N: 1, Pos: 1}, Dept: engineering, Done: "檢修電梯 12 台", Doing: "更換東區路燈", Next: "外牆排查", Needs: "請勿在電梯門口堆物"},
		{Row: meeting.Row{N: 2, Pos: 2}, Dept: property, Done: "清掃全部樓道"},
	}
	r.Problems = []meeting.Problem{{
		Row: meeting.Row{N: 1, Pos: 1}, Category: "EQ1", Where: "lift", Areas: []app.AreaID{7}, Households: 24, Cases: 5, Before: 2, Issues: []app.IssueID{1},
		Cause: "曳引機軸承磨損", Taken: "臨時潤滑", Plan: "更換曳引機", Dept: engineering, Person: "趙強", Due: nov(30), Owners: true,
	}}
	r.Opinions = []meeting.Opinion{
		{Row: meeting.Row{N: 1, Pos: 1}, Person: 11, Area: 7, Place: "東區", Text: "我住3-2-501，路燈太暗，請打 13812345678", Category: "EQ3", Answer: "張小明反映的路燈下月更換", By: "趙強", Issue: 9, Number: "SL-202611-0009"},
		{Row: meeting.Row{N: 2, Pos: 2}, Name: "李娜", Text: "電梯等候過久，501室老人不便，郵箱 zhang.xm@example.com", Answer: "已排期"},
	}
	r.Answers = []meeting.Answer{{Row: meeting.Row{N: 1, Pos: 1}, Question: "物業費為何調整", Answer: "依合同第八條，詢 0571-88007667", Basis: "物業服務合同", By: "周敏"}}
	r.Decisions = []meeting.Decision{{Row: meeting.Row{N: 1, Pos: 1}, Text: "東區路燈十二月前全部更換；李娜隨同驗收", Basis: "責任判定：工程維修部"}}
	r.Freezes = []meeting.Freeze{{N: 1, At: clockAt(2, 9, 0), By: fang}, {N: 2, At: clockAt(3, 9, 0), By: fang, Why: "補錄一件"}}
	return Sitting{
		Record:     r,
		PlaceNames: PlaceNames{Areas: map[app.AreaID]string{7: "東區"}, Buildings: map[app.BuildingID]string{3: "3"}, Places: map[app.IssueID]string{1: "3幢電梯"}},
		People:     map[app.PersonID]app.Person{11: {ID: 11, Name: "張小明", Phones: []string{"13812345678"}, Email: "zhang.xm@example.com"}},
		Numbers:    map[app.IssueID]string{1: "ZB-202610-0001", 9: "SL-202611-0009"},
		Kept:       meeting.Kept{Report: october(), Rules: 1, OnTime: meeting.Tally{Num: 2, Den: 3}, Actions: []meeting.Action{action(1, meeting.Done), action(2, meeting.Postponed), action(3, meeting.Open)}},
		Since: meeting.Since{Rates: []meeting.RateSince{{
			Key: figures.TransferOnTime, Was: figures.Rate{Num: 9, Den: 10, Times: 1}, Now: figures.Rate{Num: 10, Den: 11, Times: 1}, Entered: []app.IssueID{12}}},
			Entered: []app.IssueID{12}, Numbers: map[app.IssueID]string{12: "SL-202610-0012"}},
		Given: []meeting.Action{action(4, meeting.Open)},
	}
}

func action(n int, state meeting.ActionState) meeting.Action {
	a := meeting.Action{
		ID: meeting.ActionID(n), Number: "XS-202611-000" + ordinal(n), Given: clockAt(6, 16, 0), First: nov(20), Due: nov(20), State: state,
		Task: meeting.Task{What: "更換東區路燈，先聯繫張小明 13812345678", Dept: engineering, Person: jianguo, Verify: "夜間巡查"}, Progress: "已下單",
	}
	switch state {
	case meeting.Done:
		a.Done, a.Verified, a.VerifiedBy = clockAt(18, 9, 0), clockAt(19, 9, 0), zhoumin
	case meeting.Postponed:
		a.Due, a.Why, a.Carries = nov(30), "廠家未到", []meeting.Carry{{Record: 5}, {Record: 6}}
	}
	return a
}
