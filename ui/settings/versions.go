package settings

import (
	"fyne.io/fyne/v2/container"

	"ownerdesk/app"
	"ownerdesk/ui/kit"
)

// versions shows every version of the rules, and what each changed.
func (p *rulesPage) versions() {
	changed := kit.Wrapped(p.changedIn(0))
	table := kit.NewTable(kit.RowDense,
		kit.Column{Title: p.Say("settings.rules.version"), Width: 70},
		kit.Column{Title: p.Say("settings.rules.from"), Width: 140},
		kit.Column{Title: p.Say("settings.rules.by"), Width: 110},
		kit.Column{Title: p.Say("settings.rules.why")},
	)
	table.SetRows(rowsOf[app.Rules]{p.history, p.version})
	table.OnSelect = func(i int) { changed.SetText(p.changedIn(i)) }
	content := container.NewVBox(high(200, table), kit.Gap(1, 4), kit.Section(p.Say("settings.rules.changed")), high(120, container.NewVBox(kit.Flush(changed))))
	var sheet *kit.Sheet
	sheet = kit.NewSheet(p.Window.Canvas(), kit.SheetWords{
		Title: p.Say("settings.rules.history"), Primary: p.Say("settings.close"), Cancel: p.Say("settings.cancel"),
	}, 720, content, func() { sheet.Close() })
	sheet.Cancel.Hide()
	sheet.Open()
	table.Select(0)
}

func (p *rulesPage) version(r app.Rules) []kit.Piece {
	return []kit.Piece{kit.SaidBold(p.Number(r.Version)), kit.Said(p.Moment(r.Effective)), kit.Said(p.Voice.Staff(r.By)), kit.Said(r.Why)}
}

// changedIn words what a version says otherwise than the one before it.
func (p *rulesPage) changedIn(i int) string {
	if i+1 >= len(p.history) {
		return p.Say("settings.rules.first")
	}
	changes := changesOf(p.history[i+1], p.history[i])
	if len(changes) == 0 {
		return p.Say("settings.rules.same")
	}
	return p.told(changes)
}
