package register

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"ownerdesk/app"
	"ownerdesk/ui/kit"
)

func (p *Page) build() {
	say := p.seat.Say
	p.search = newSearchBox(say("register.search"), p.find, p.intoList)
	p.count, p.heading = kit.NewCell("", kit.SizeSmall, kit.Quiet, false), kit.Section("")
	p.buildPlaces()
	p.buildList()
	p.body = container.NewVBox()
	p.scroll = kit.Scroll(p.body)
	p.card = container.NewStack(kit.Card(p.scroll))
	p.showNobody()

	var add, edit *kit.Push
	add = kit.Button(say("register.add"), theme.ContentAddIcon(), func() { p.menu(add, p.additions()) })
	edit = kit.Button(say("register.edit"), theme.DocumentCreateIcon(), func() { p.menu(edit, p.corrections()) })
	head := container.NewBorder(nil, nil,
		container.NewHBox(kit.Title(say("register.title")), kit.Gap(12, 1)),
		container.NewHBox(kit.Gap(8, 1), add, edit, kit.Primary(say("register.import"), theme.UploadIcon(), p.bringIn)),
		p.search)
	left := kit.Card(container.NewBorder(p.estates, kit.Padded(4, 2, p.count), nil, nil, p.places))
	rooms := kit.Card(container.NewBorder(container.NewVBox(p.heading, kit.Gap(1, 2)), nil, nil, nil, p.list))
	lists := container.NewBorder(nil, nil, container.NewHBox(kit.FixedWidth(186, left), kit.Gap(4, 1)), nil, rooms)
	p.Root = kit.Page(container.NewBorder(container.NewVBox(head, kit.Gap(1, 4)), nil, nil, nil, kit.Split(lists, p.card, 380, 760)))
}

func (p *Page) buildPlaces() {
	p.estates = kit.NewChoice(nil, func(v app.Project) string { return v.Name })
	p.estates.OnChanged = p.change
	p.estates.Hide()
	p.places = kit.NewTable(kit.RowDense,
		kit.Column{Title: p.seat.Say("register.col.building")},
		kit.Column{Title: p.seat.Say("register.col.rooms"), Width: 52, Right: true}).OneClick()
	p.places.OnSelect, p.places.OnOpen = p.turn, p.turn
	p.places.OnMenu = func(_ int, at fyne.Position) { p.menuAt(at, p.corrections()) }
}

func (p *Page) buildList() {
	say := p.seat.Say
	p.list = kit.NewTable(kit.RowDense,
		kit.Column{Title: say("register.col.room"), Width: 100},
		kit.Column{Title: say("register.col.people")},
		kit.Column{Title: say("register.col.open"), Width: 54}).OneClick()
	p.list.OnSelect, p.list.OnOpen = p.choose, p.choose
}

// intoList brings the keyboard from the search to the answers.
func (p *Page) intoList() {
	if p.list.Count() == 0 {
		return
	}
	kit.Focus(p.list)
	p.list.Select(0)
	p.choose(0)
}

// bringIn leads to the import.
func (p *Page) bringIn() { p.Import(p.project) }

// additions are what can be put into the register by hand.
func (p *Page) additions() []*fyne.MenuItem {
	say := p.seat.Say
	return []*fyne.MenuItem{
		p.item(say("register.add.room"), len(p.estate.buildings) > 0, p.addRoom),
		p.item(say("register.add.building"), p.project != 0, p.addBuilding),
		p.item(say("register.add.area"), p.project != 0, p.addArea),
		fyne.NewMenuItemSeparator(),
		p.item(say("register.add.estate"), true, func() { p.editEstate(app.Project{}) }),
	}
}

// corrections are what can be changed of where one is.
func (p *Page) corrections() []*fyne.MenuItem {
	say, r := p.seat.Say, p.detail.home.room
	area := p.estate.area(p.at.area)
	return []*fyne.MenuItem{
		p.item(say("register.edit.room"), r.ID != 0, func() { p.editRoom(r) }),
		p.item(say("register.edit.building"), p.at.building != 0, func() { p.editBuilding(p.estate.building(p.at.building)) }),
		p.item(say("register.edit.area"), area.ID != 0, func() { p.editArea(area) }),
		fyne.NewMenuItemSeparator(),
		p.item(say("register.edit.estate"), p.project != 0, func() { p.editEstate(p.estate.project) }),
	}
}

func (p *Page) item(label string, can bool, do func()) *fyne.MenuItem {
	i := fyne.NewMenuItem(label, p.seat.Tasks.Guard(do))
	i.Disabled = !can
	return i
}

// menu opens under a button.
func (p *Page) menu(under fyne.CanvasObject, items []*fyne.MenuItem) {
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(under)
	p.menuAt(at.AddXY(0, under.Size().Height+kit.Px(2)), items)
}

func (p *Page) menuAt(at fyne.Position, items []*fyne.MenuItem) {
	widget.ShowPopUpMenuAtPosition(fyne.NewMenu("", items...), p.seat.Window.Canvas(), at)
}
