package reports

import (
	"fmt"
	"io"

	"ownerdesk/app"
	"ownerdesk/app/gathered"
	"ownerdesk/app/meeting"
	"ownerdesk/app/register"
	"ownerdesk/reports/say"
	"ownerdesk/reports/sheet"
)

// WriteGatherSheet writes the empty list that opinions are written in at sales or at
// an event, to be read back as it is.
func WriteGatherSheet(out io.Writer, v say.Voice) error {
	name := v.Say("record.kind." + string(meeting.Gathering))
	t := sheet.Table{Name: v.Say("paper.gather.sheet"), Title: name, Note: v.Say("paper.gather.how"), Footer: v.Say("slip.secrecy"), Rows: func(func([]any) bool) {}}
	for _, c := range gathered.Columns {
		if c != register.Ignored {
			t.Columns = append(t.Columns, gatherColumn(v, c))
		}
	}
	if _, err := sheet.Write(out, t); err != nil {
		return fmt.Errorf("write the list for opinions: %w", err)
	}
	return nil
}

func gatherColumn(v say.Voice, c register.Column) sheet.Column {
	one := sheet.Column{Title: v.Say(c.Key()), Width: 14}
	switch c {
	case gathered.OfText:
		one.Width = 50
	case gathered.OfEvent, gathered.OfNote:
		one.Width = 24
	case gathered.OfHeld:
		one.Width = 18
	case gathered.OfOccasion:
		one.Choices = codesSaid(v, meeting.Events)
	case gathered.OfSort:
		one.Choices = codesSaid(v, app.Kinds)
	case gathered.OfSubject:
		one.Width, one.Choices = 18, codesSaid(v, app.Subjects())
	}
	return one
}

func codesSaid[T ~string](v say.Voice, codes []T) []string {
	all := make([]string, len(codes))
	for i, c := range codes {
		all[i] = say.Code(v, c)
	}
	return all
}
