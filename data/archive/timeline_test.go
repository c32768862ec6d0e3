package archive_test

import (
	"reflect"
	"strings"
	"testing"

	"ownerdesk/app"
	"ownerdesk/app/annual"
	"ownerdesk/app/improve"
	"ownerdesk/app/meeting"
	"ownerdesk/app/survey"
	"ownerdesk/app/trace"
)

// TestTimelinesCallFieldsAsTheyAlwaysDid: what became different stands in timelines
// under the name of its field, and its words are found by that.
func TestTimelinesCallFieldsAsTheyAlwaysDid(t *testing.T) {
	told := map[string]bool{}
	for name, found := range map[string][]app.Difference{
		"meeting.Details": fields[meeting.Details](), "meeting.Task": fields[meeting.Task](), "meeting.Guest": fields[meeting.Guest](), "meeting.Item": fields[meeting.Item](),
		"meeting.Account": fields[meeting.Account](), "meeting.Problem": fields[meeting.Problem](), "meeting.Opinion": fields[meeting.Opinion](),
		"meeting.Answer": fields[meeting.Answer](), "meeting.Decision": fields[meeting.Decision](), "meeting.Told": fields[meeting.Told](),
		"improve.Plan": fields[improve.Plan](), "improve.Milestone": fields[improve.Milestone](), "improve.Check": fields[improve.Check](),
		"annual.Plan": fields[annual.Plan](), "annual.Stage": fields[annual.Stage](), "survey.Precision": fields[survey.Precision](),
		"annual.Questionnaire": fields[annual.Questionnaire](), "annual.Dimension": fields[annual.Dimension](), "annual.Item": fields[annual.Item](),
		"annual.Choice": fields[annual.Choice](), "annual.Open": fields[annual.Open](), "annual.Findings": fields[annual.Findings](),
		"annual.Problem": fields[annual.Problem](), "annual.Suggestion": fields[annual.Suggestion](), "annual.Sheet": fields[annual.Sheet](),
	} {
		for _, d := range found {
			told[name+" "+d.Field] = true
		}
	}
	for _, line := range strings.Split(strings.TrimSpace(string(file(t, "timelines.txt"))), "\n") {
		if !told[line] {
			t.Errorf("timelines know %s; nothing is told under that name any more. If the field has another name now, say so in lasting in app/trace", line)
		}
	}
}

// fields are the differences between nothing and a row with something in every field.
func fields[T any]() []app.Difference {
	var none, of T
	var fill filling
	fill.in(reflect.ValueOf(&of).Elem())
	return trace.Differences("", none, of)
}
