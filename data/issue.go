package data

import (
	"slices"
	"strings"

	"ownerdesk/app"
)

// issueCells are the columns of issues that belong to the issue itself.
func issueCells(i *app.Issue) cells {
	return append(cells{
		{"version", &i.Version},
		{"project_id", to(&i.Project)},
		{"number", &i.Number},
		{"slip", &i.Slip},
		{"state", &i.State},
		{"level", &i.Level},
		{"by_id", to(&i.By)},
		{"registered", moment{&i.Registered}},
		{"rules_version", &i.Rules},
		{"route_due", moment{&i.RouteDue}},
		{"promise", moment{&i.Promise}},
		{"promised", moment{&i.Promised.At}},
		{"promised_how", &i.Promised.How},
		{"promised_by_id", to(&i.Promised.By)},
		{"promised_until", moment{&i.Promised.Until}},
		{"arrive_due", moment{&i.Site.ArriveDue}},
		{"control_due", moment{&i.Site.ControlDue}},
		{"arrived", moment{&i.Site.Arrived}},
		{"arrived_who", &i.Site.Who},
		{"controlled", moment{&i.Site.Controlled}},
		{"controlled_how", &i.Site.How},
		{"scene", &i.Scene},
		{"scene_due", moment{&i.SceneDue}},
		{"answered", moment{&i.Answered}},
		{"call_back", moment{&i.CallBack}},
		{"round", &i.Round},
		{"lead_id", to(&i.Lead)},
		{"handler_id", to(&i.Handler)},
		{"due", moment{&i.Due}},
		{"done", moment{&i.Done}},
		{"rework", &i.Rework},
		{"rating_final", &i.Final},
		{"rating_first", &i.First},
		{"close_code", &i.Close},
		{"close_why", &i.CloseWhy},
		{"ended", moment{&i.Ended}},
		{"step", &i.Step},
		{"step_due", moment{&i.StepDue}},
		{"holder_id", to(&i.Holder)},
		{"delays", &i.Delays},
		{"taken", &i.Taken},
		{"asking", &i.Ask},
		{"subject", &i.Subject},
	}, slices.Concat(talkCells(&i.Talk), waitCells(&i.Wait), spentCells(&i.Spent), intakeCells(&i.Intake))...)
}

// intakeCells are the columns of issues that hold what was written down at
// intake.
func intakeCells(i *app.Intake) cells {
	return append(cells{
		{"received", moment{&i.Received}},
		{"received_why", &i.ReceivedWhy},
		{"channel", &i.Channel},
		{"kind", &i.Kind},
		{"category", &i.Category},
		{"urgency", &i.Urgency},
		{"description", &i.Description},
		{"wish", &i.Wish},
		{"occurred", moment{&i.Occurred}},
		{"households", &i.Households},
		{"related_id", to(&i.Related)},
		{"no_reply", &i.NoReply},
		{"reply_how", &i.ReplyHow},
		{"reply_when", &i.ReplyWhen},
		{"reference", &i.Reference},
	}, append(reporterCells(&i.Reporter), placeCells(&i.Place)...)...)
}

func placeCells(p *app.Place) cells {
	return cells{
		{"area_id", to(&p.Area)},
		{"building_id", to(&p.Building)},
		{"room_id", to(&p.Room)},
		{"block", &p.Block},
		{"unit", &p.Unit},
		{"door", &p.Door},
		{"place", &p.Text},
	}
}

// wholeIssueCells are all columns of issues as one is read, its id first.
func wholeIssueCells(i *app.Issue) cells {
	return append(cells{{"id", &i.ID}}, issueCells(i)...)
}

// derivedCells are columns computed from the issue as it is written, for lists
// to order by; they are never read back.
func derivedCells(i *app.Issue) cells {
	shown, key := i.Shown(), placeKey(i.Place)
	return cells{{"shown", &shown}, {"place_key", &key}}
}

// placeKey makes places sort as people count: 9-1-301 before 10-1-301. Every
// run of digits is padded to six.
func placeKey(p app.Place) string {
	const width = 6
	var b strings.Builder
	s := p.Short()
	for at := 0; at < len(s); {
		end := at
		for end < len(s) && '0' <= s[end] && s[end] <= '9' {
			end++
		}
		if end == at {
			b.WriteByte(s[at])
			at++
			continue
		}
		b.WriteString(strings.Repeat("0", max(0, width-(end-at))))
		b.WriteString(s[at:end])
		at = end
	}
	return b.String()
}
