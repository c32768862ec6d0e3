package reports

import (
	"ownerdesk/app/meeting"
	"ownerdesk/app/workday"
	"ownerdesk/reports/sheet"
)

// sheets are a meeting's own: action items reported on and given, opinions, common
// problems, and what has changed since the freeze.
func (v seated) sheets(m Month) []sheet.Table {
	return []sheet.Table{v.actionSheet(m), v.opinionSheet(m), v.problemSheet(m), v.sinceSheet(m)}
}

// listed is a sheet of a meeting with its columns by the keys of their titles.
func (v seated) listed(key string, m Month, columns []sheet.Column, rows [][]any) sheet.Table {
	name := v.Say(key)
	return sheet.Table{
		Name: name, Title: dotted(name, m.Title, v.s.Number), Header: v.Ground.Office.Company, Footer: v.Say("slip.secrecy"), Columns: columns,
		Rows: func(yield func([]any) bool) {
			for _, r := range rows {
				if !yield(r) {
					return
				}
			}
		},
	}
}

func (v seated) titled(key string, kind sheet.ColumnKind) sheet.Column {
	return sheet.Column{Title: v.Say(key), Kind: kind}
}

// dated is a day for a workbook; nothing for none.
func dated(d workday.Date) any {
	if d.IsZero() {
		return nil
	}
	return d.String()
}

func (v seated) actionSheet(m Month) sheet.Table {
	columns := []sheet.Column{
		v.titled("paper.col.from", sheet.Text), v.titled("paper.col.action", sheet.Text), v.titled("paper.col.what", sheet.Text), v.titled("paper.col.who", sheet.Text),
		v.titled("paper.col.given", sheet.Date), v.titled("paper.col.due", sheet.Date), v.titled("paper.col.status", sheet.Text), v.titled("paper.col.state", sheet.Text),
		v.titled("paper.col.carried", sheet.Int), v.titled("paper.col.verified", sheet.Text),
	}
	var rows [][]any
	for _, a := range v.s.Kept.Actions {
		rows = append(rows, []any{
			v.Say("paper.carried"), a.Number, v.free(a.What), v.whom(a.Task), v.cell(a.Given), dated(a.Due), v.Say("action.state." + string(a.State)),
			lines(v.free(a.Progress), v.free(a.Why)), a.Carried(), v.verifiedOf(a),
		})
	}
	for _, a := range v.s.Given { // as they were given: how far they are by now is told by the next meeting
		rows = append(rows, []any{v.Say("paper.given"), a.Number, v.free(a.What), v.whom(a.Task), v.cell(a.Given), dated(firstDue(a)), nil, nil, nil, nil})
	}
	return v.listed("paper.given", m, columns, rows)
}

func (v seated) opinionSheet(m Month) sheet.Table {
	columns := []sheet.Column{
		v.titled("list.no", sheet.Int), v.titled("paper.col.owner", sheet.Text), v.titled("paper.col.opinion", sheet.Text), v.titled("paper.col.category", sheet.Text),
		v.titled("paper.col.reply", sheet.Text), v.titled("paper.col.by", sheet.Text), v.titled("paper.col.followed", sheet.Text),
	}
	var rows [][]any
	for i, o := range meeting.Live(v.s.Opinions) {
		rows = append(rows, []any{i + 1, v.owner(o), v.free(o.Text), v.Category(o.Category), v.free(o.Answer), v.free(o.By), o.Number})
	}
	return v.listed("paper.opinions", m, columns, rows)
}

func (v seated) problemSheet(m Month) sheet.Table {
	columns := []sheet.Column{
		v.titled("list.no", sheet.Int), v.titled("paper.problem.what", sheet.Text), v.titled("month.col.area", sheet.Text), v.titled("month.col.households", sheet.Int),
		v.titled("month.col.thismonth", sheet.Int), v.titled("month.col.before", sheet.Int), v.titled("paper.problem.cause", sheet.Text), v.titled("paper.problem.taken", sheet.Text),
		v.titled("paper.problem.plan", sheet.Text), v.titled("paper.problem.who", sheet.Text), v.titled("paper.problem.due", sheet.Date), v.titled("paper.problem.owners", sheet.Text),
	}
	var rows [][]any
	for i, p := range meeting.Live(v.s.Problems) {
		rows = append(rows, []any{
			i + 1, v.problem(p), v.areas(p.Areas), p.Households, p.Cases, p.Before, v.free(p.Cause), v.free(p.Taken), v.free(p.Plan),
			dotted(v.Dept(p.Dept), v.free(p.Person)), dated(p.Due), v.yes(p.Owners),
		})
	}
	return v.listed("paper.problems", m, columns, rows)
}

func (v seated) sinceSheet(m Month) sheet.Table {
	columns := []sheet.Column{v.titled("month.col.kpi", sheet.Text)}
	for _, when := range []string{v.Say("paper.col.frozen"), v.Say("paper.col.now")} {
		columns = append(columns, sheet.Column{Title: when}, sheet.Column{Title: v.Say("pack.num", when), Kind: sheet.Int}, sheet.Column{Title: v.Say("pack.den", when), Kind: sheet.Int})
	}
	columns = append(columns, v.titled("paper.col.issues", sheet.Text))
	var rows [][]any
	words := v.ratesSince().Rows
	for i, r := range v.s.Since.Rates {
		was, now := v.rate(r.Was), v.rate(r.Now)
		rows = append(rows, []any{v.Say("kpi." + string(r.Key)), was.cell(), r.Was.Num, r.Was.Den, now.cell(), r.Now.Num, r.Now.Den, words[i][3]})
	}
	return v.listed("paper.since", m, columns, rows)
}
