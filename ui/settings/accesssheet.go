package settings

import (
	"slices"
	"strings"

	"ownerdesk/reports/sheet"
)

// fieldNames words which fields were seen: name,phone.
func (p *accessPage) fieldNames(fields string) string {
	var names []string
	for _, f := range strings.Split(fields, ",") {
		switch key := "settings.access.field." + f; {
		case f == "":
		case p.Has(key):
			names = append(names, p.Say(key))
		default:
			names = append(names, f)
		}
	}
	return p.List(names)
}

// paper is the log as a sheet, people masked as on the screen.
func (p *accessPage) paper(rows []seen) sheet.Table {
	t := sheet.Table{
		Name: p.Say("settings.page.access"), Title: p.Say("settings.access.title", p.Ground.Office.Company),
		Header: p.Ground.Office.Company, Footer: p.Say("settings.access.printed", p.Moment(p.Now()), p.Staff.Name),
		Columns: []sheet.Column{
			{Title: p.Say("settings.access.at"), Kind: sheet.Moment}, {Title: p.Say("settings.access.who")}, {Title: p.Say("settings.access.action")},
			{Title: p.Say("settings.access.about")}, {Title: p.Say("settings.access.fields")}, {Title: p.Say("settings.access.reason")},
		},
	}
	cells := make([][]any, len(rows))
	for i, e := range rows {
		cells[i] = []any{p.Here(e.At), p.Voice.Staff(e.By), p.actionName(e.Action), e.about, p.fieldNames(e.Fields), e.Reason}
	}
	t.Rows = slices.Values(cells)
	return t
}
