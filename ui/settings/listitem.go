package settings

import (
	"context"
	"slices"

	"ownerdesk/app"
	"ownerdesk/assets/lang"
	"ownerdesk/reports/say"
	"ownerdesk/ui/kit"
	"ownerdesk/ui/seat"
)

// change rewords a code or takes it off what is offered. A field left empty
// keeps the word that ships, which stands in it in grey.
func (p *listsPage) change(i app.ListItem) *kit.Sheet {
	of := p.group.Value()
	form, words := p.wordFields(i)
	hidden := kit.Check(p.Say("settings.list.hide"), nil)
	hidden.SetChecked(i.Hidden)
	if of.mayHide(i.Code) {
		form.AddRow(hidden)
	} else {
		form.AddRow(kit.Muted(p.Say("settings.list.fixed")))
	}
	return p.edit(editing{seat.FormName("word", i.Group, i.Code), p.Say("settings.list.change", i.Code), form, 560, func() func(context.Context) error {
		i = words(i)
		i.Hidden = hidden.Checked
		if !of.ships(i.Code) && !p.complete(form, &i) {
			return nil
		}
		return p.keep(i)
	}})
}

// addOwn adds a code of the office's own; a category stands under one of the
// first level.
func (p *listsPage) addOwn() {
	of := p.group.Value()
	if !of.adds {
		return
	}
	i := app.ListItem{Group: of.group}
	form, words := p.wordFields(i)
	under := kit.NewChoice(strs(app.Subjects()), func(c string) string { return p.Say("code." + c) })
	if of.group == "category" {
		if at := p.table.Selected(); at >= 0 {
			kit.SetValue(under, subject(p.codes[at]))
		}
		form.Add("under", kit.NewField(p.Say("settings.list.under"), under, ""), 1)
	}
	p.edit(editing{seat.FormName("word", i.Group, "new"), p.Say("settings.list.add"), form, 560, func() func(context.Context) error {
		if of.group == "category" && !under.Chosen() {
			form.Fail("under", p.Fault(app.Invalid{Field: "category", Rule: "missing"}))
			return nil
		}
		i = words(i)
		if !p.complete(form, &i) {
			return nil
		}
		i.Code = of.next(under.Value(), p.items)
		return p.keep(i)
	}})
}

// wordFields are one field for each language, and how they are read.
func (p *listsPage) wordFields(i app.ListItem) (*kit.Form, func(app.ListItem) app.ListItem) {
	form, fields := kit.NewForm(1), map[lang.Language]*kit.Input{}
	for _, l := range lang.All {
		e := kit.Entry("")
		if key := "code." + i.Code; p.shipped[l].Has(key) {
			e.SetPlaceHolder(p.shipped[l].Say(key))
		}
		e.SetText(say.WordIn(i, l))
		fields[l] = e
		form.Add(string(l), kit.NewField(p.Say("language."+string(l)), e, ""), 1)
	}
	return form, func(i app.ListItem) app.ListItem {
		i.Hant, i.Hans, i.En = fields[lang.Traditional].Value(), fields[lang.Simplified].Value(), fields[lang.English].Value()
		return i
	}
}

// complete gives a code of the office's own a word in every language: what was
// left empty takes one that was given. Without any it cannot be kept.
func (p *listsPage) complete(form *kit.Form, i *app.ListItem) bool {
	given := i.Hant
	for _, other := range []string{i.Hans, i.En} {
		if given == "" {
			given = other
		}
	}
	if given == "" {
		form.Fail(string(lang.Traditional), p.Fault(app.Invalid{Rule: "missing"}))
		return false
	}
	for _, word := range []*string{&i.Hant, &i.Hans, &i.En} {
		if *word == "" {
			*word = given
		}
	}
	return true
}

// keep keeps all that was changed in the group of an item, with it in its place:
// the order is kept too.
func (p *listsPage) keep(i app.ListItem) func(context.Context) error {
	var group []app.ListItem
	for _, have := range p.items {
		if have.Group == i.Group {
			group = append(group, have)
		}
	}
	at := slices.IndexFunc(group, func(have app.ListItem) bool { return have.Code == i.Code })
	if at < 0 {
		group = append(group, i)
	} else {
		group[at] = i
	}
	by := p.Staff.ID
	return func(ctx context.Context) error { return p.Desk.ChangeLists(ctx, group, by) }
}
