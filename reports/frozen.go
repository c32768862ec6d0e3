package reports

import (
	"maps"
	"slices"

	"ownerdesk/app/improve"
	"ownerdesk/app/meeting"
	"ownerdesk/reports/sheet"
)

// then is the same paper with departments and people of the office called as they
// were when the figures were frozen; older freezes do not know how that was.
func (v seated) then() seated {
	n := v.s.Kept.Names
	if !n.Known() {
		return v
	}
	g := v.Ground
	g.Projects, g.Departments, g.Staff = maps.Clone(g.Projects), maps.Clone(g.Departments), maps.Clone(g.Staff)
	for id, name := range n.Projects {
		one := g.Projects[id]
		one.Name = name
		g.Projects[id] = one
	}
	for id, name := range n.Departments {
		one := g.Departments[id]
		one.Name = name
		g.Departments[id] = one
	}
	for id, name := range n.Staff {
		one := g.Staff[id]
		one.Name = name
		g.Staff[id] = one
	}
	v.Ground = g
	return v
}

// asked is what surveys called what measures are about.
func (v seated) asked() improve.Found {
	n := v.s.Kept.Names
	if !n.Known() {
		return v.s.Asked
	}
	var f improve.Found
	for _, code := range slices.Sorted(maps.Keys(n.Dimensions)) {
		f.Parts = append(f.Parts, improve.Part{Dimension: code, Text: n.Dimensions[code]})
	}
	return f
}

// CalledThen are the names of places with those in front that a freeze kept.
func (p PlaceNames) CalledThen(f Facts, n meeting.Names) PlaceNames {
	for id, name := range n.Areas {
		p.Areas[id] = name
	}
	for id, name := range n.Buildings {
		p.Buildings[id] = f.Say("place.block", name)
	}
	for id, at := range n.Places {
		p.Places[id] = f.Short(at, f.Privacy())
	}
	return p
}

// listSheet are the issues of the month as they stood when the figures were frozen.
// Those of now are never put in their place: they would not add up to the figures.
func (v seated) listSheet(m Month) sheet.Table {
	t := v.issueSheet(m.Title)
	_, frozen := v.s.Frozen()
	if frozen && v.s.Kept.Issues == nil {
		t.Columns = []sheet.Column{{Title: v.Say("pack.list.note")}}
		t.Rows = func(yield func([]any) bool) { yield([]any{v.Say("pack.list.unknown")}) }
		return t
	}
	for _, c := range issueColumns {
		t.Columns = append(t.Columns, sheet.Column{Title: v.Say(c.key), Kind: c.kind})
	}
	t.Rows = func(yield func([]any) bool) {
		for _, l := range v.s.Kept.Issues {
			if !yield(v.listRow(l)) {
				return
			}
		}
	}
	return t
}

// listRow is one issue of the list; how late it was is as of then.
func (v seated) listRow(l meeting.Listed) []any {
	row := make([]any, len(issueColumns))
	for i, c := range issueColumns {
		row[i] = c.of(v.Facts, l.Line)
		if c.key != lateColumn {
			continue
		}
		row[i] = ""
		if l.Left.Late && !l.State.Over() {
			row[i], _ = v.Stands(l.Left)
		}
	}
	return row
}
