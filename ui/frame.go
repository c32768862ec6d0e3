package ui

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"ownerdesk/app"
	"ownerdesk/ui/kit"
)

// railWidth is how wide the places at the left are, where their share of the
// window is not less.
const (
	railWidth = 200
	railShare = 0.22
)

// railed puts the places beside the rest.
type railed struct{}

func (railed) MinSize(os []fyne.CanvasObject) fyne.Size {
	rest := os[1].MinSize()
	return fyne.NewSize(kit.Px(60)+rest.Width, fyne.Max(os[0].MinSize().Height, rest.Height))
}

func (railed) Layout(os []fyne.CanvasObject, s fyne.Size) {
	w := fyne.Min(kit.Px(railWidth), fyne.Max(s.Width*railShare, kit.Px(60)))
	os[0].Resize(fyne.NewSize(w, s.Height))
	os[0].Move(fyne.Position{})
	os[1].Resize(fyne.NewSize(s.Width-w, s.Height))
	os[1].Move(fyne.NewPos(w, 0))
}

// frame is what stays while the pages change: the places at the left, the
// search and the button for a new issue on top.
type frame struct {
	root   fyne.CanvasObject
	rail   map[string]*placeButton
	search *searchField
	body   *fyne.Container
	scroll *container.Scroll
}

// reframe lays the frame out for who sits here now, and keeps the open page in it.
func (s *shell) reframe() {
	f := &frame{rail: map[string]*placeButton{}, body: container.NewStack()}
	f.search = s.newSearchField()
	intake := kit.Primary(kit.WithShortcut(s.words.Say("shell.new"), kit.Shortcut(fyne.KeyN)), theme.ContentAddIcon(), s.intake)
	bar := kit.Surface(kit.Padded(18, 8, container.NewBorder(nil, nil, nil, intake, container.New(atMost{650}, f.search))))
	// A page that needs more than there is, as at 200 %, scrolls; it never makes
	// the window larger than the screen.
	f.scroll = container.NewScroll(f.body)
	right := container.NewBorder(container.NewVBox(bar, kit.Line()), nil, nil, nil, f.scroll)
	f.root = container.New(railed{}, container.NewBorder(nil, nil, nil, kit.Line(), kit.Surface(s.railOf(f))), right)
	s.frame = f
	lend(s.words)
	s.window.SetMainMenu(s.menu())
	s.window.SetTitle(s.title())
	s.fill(f.root)
	if v := s.here(); v != nil && v.page != nil {
		f.show(v)
	}
	s.count()
}

func (s *shell) railOf(f *frame) fyne.CanvasObject {
	places := container.NewVBox()
	for _, p := range s.rooms() {
		b := newPlaceButton(p.icon, s.words.Say("shell.place."+p.name), func() { s.goTo(p.name) })
		f.rail[p.name] = b
		places.Add(b)
	}
	logo := container.NewHBox(kit.Text("協", 20, kit.Accent, true), kit.Text(s.words.Say("app.name"), 16, kit.Body, true))
	head := container.NewVBox(kit.Padded(6, 8, logo))
	if s.seat.Ground.Office.Sample {
		head.Add(kit.Padded(6, 0, kit.Chip(kit.Warn, s.words.Say("shell.sample"))))
		head.Add(kit.Gap(1, 6))
	}
	return kit.Padded(8, 8, container.NewBorder(head, s.whoSits(), nil, nil, kit.Scroll(places)))
}

// whoSits says whose place this is; a press lets somebody else sit down.
func (s *shell) whoSits() fyne.CanvasObject {
	me := s.seat.Staff
	box := container.NewVBox()
	all := estates(s.seat.Ground)
	where := s.seat.Dept(me.Dept)
	switch {
	case len(all) > 1:
		box.Add(s.estateChoice(all))
	case len(all) == 1:
		where = s.words.Say("shell.where", s.seat.Voice.Project(all[0]), where)
	}
	box.Add(newPersonButton(where, me.Name, s.words.Say("shell.switch"), s.change))
	return box
}

// estateChoice chooses which estate the lists are about, or all.
func (s *shell) estateChoice(all []app.ProjectID) fyne.CanvasObject {
	c := kit.NewChoice(append([]app.ProjectID{0}, all...), func(p app.ProjectID) string {
		if p == 0 {
			return s.words.Say("shell.estates.all")
		}
		return s.seat.Voice.Project(p)
	})
	kit.SetValue(c, s.project)
	c.OnChanged = s.look
	return c
}

// show puts a page into the frame and marks where it belongs.
func (f *frame) show(v *visit) {
	for name, b := range f.rail {
		b.set(name == v.place)
	}
	f.search.follow(v)
	if len(f.body.Objects) == 0 || f.body.Objects[0] != v.page.root {
		f.scroll.ScrollToOffset(fyne.Position{}) // a page begins at its top
	}
	f.body.Objects = []fyne.CanvasObject{v.page.root}
	f.body.Refresh()
}

// atMost keeps a thing from growing wider than width, at the left of its room.
type atMost struct{ width float32 }

func (a atMost) MinSize(os []fyne.CanvasObject) fyne.Size { return os[0].MinSize() }

func (a atMost) Layout(os []fyne.CanvasObject, s fyne.Size) {
	os[0].Move(fyne.Position{})
	os[0].Resize(fyne.NewSize(fyne.Min(s.Width-kit.Px(12), kit.Px(a.width)), s.Height))
}

// count says how many wait at a place; nothing for none.
func (f *frame) count(place string, n int) {
	b := f.rail[place]
	switch {
	case b == nil:
	case n == 0:
		b.say("")
	default:
		b.say(strconv.Itoa(n))
	}
}
