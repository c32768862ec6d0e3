package register

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"ownerdesk/app"
	"ownerdesk/reports/say"
	"ownerdesk/ui/kit"
)

// mostFound is how many answers a search shows; who gets more types on.
const mostFound = 100

// find shows what the register knows of what was typed in place of the rooms.
func (p *Page) find(typed string) {
	if typed = strings.TrimSpace(typed); typed == "" {
		p.fill()
		return
	}
	kit.Latest(p.finding, func(ctx context.Context) ([]app.Found, error) {
		return p.asks.Find(ctx, typed, mostFound)
	}, p.showFound)
}

func (p *Page) showFound(found []app.Found, err error) {
	p.list.SetBusy(false)
	if p.wrong(err) {
		return
	}
	p.found = append([]app.Found{}, found...)
	p.heading.SetText(p.seat.Count("register.found", len(found)))
	p.list.WhenEmpty(kit.Empty(theme.SearchIcon(), p.seat.Say("register.found.none"), p.seat.Say("register.found.none.what"), nil))
	p.list.SetRows(&foundRows{p})
	quietly(p.places, -1)
}

// foundRows words the answers to a search.
type foundRows struct{ p *Page }

// Count is how many rows there are.
func (r *foundRows) Count() int { return len(r.p.found) }

// At words one row.
func (r *foundRows) At(i int) []kit.Piece {
	f, p := r.p.found[i], r.p
	who := kit.SaidQuiet(p.seat.Say("register.nobody"))
	if f.Person.ID != 0 {
		who = kit.Said(strings.Join(filled(p.named(f.Person, f.Owner), p.seat.Contact(reach(f.Person), p.privacy(f.Person.ID))), p.seat.Say("register.between")))
	}
	return []kit.Piece{kit.SaidBold(p.seat.Short(placeOf(f.Building, f.Room), say.Open)), who, p.waiting(f.Room.ID)}
}

// reach is somebody's ways to be reached.
func reach(one app.Person) app.Reporter {
	return app.Reporter{Phone: strings.Join(one.Phones, "/"), Email: one.Email, WeChat: one.WeChat}
}

// filled are those parts that say anything.
func filled(parts ...string) []string {
	var some []string
	for _, s := range parts {
		if s != "" {
			some = append(some, s)
		}
	}
	return some
}

func subjectOf(f app.Found) subject {
	if f.Room.ID != 0 {
		return subject{room: f.Room.ID}
	}
	return subject{person: f.Person.ID}
}

// searchBox is the input over the list: Down and Enter lead into the answers,
// Escape takes the search back.
type searchBox struct {
	kit.Input
	into func()
}

func newSearchBox(example string, typed func(string), into func()) *searchBox {
	b := &searchBox{into: into}
	b.ExtendBaseWidget(b)
	b.SetPlaceHolder(example)
	b.OnChanged = typed
	return b
}

// clear empties the box without asking anew.
func (b *searchBox) clear() {
	typed := b.OnChanged
	b.OnChanged = nil
	b.SetText("")
	b.OnChanged = typed
}

// TypedKey gives the list its keys.
func (b *searchBox) TypedKey(e *fyne.KeyEvent) {
	switch {
	case e.Name == fyne.KeyDown, e.Name == fyne.KeyReturn, e.Name == fyne.KeyEnter:
		kit.Safely(b.into)
	case e.Name == fyne.KeyEscape && b.Text != "":
		b.SetText("")
	default:
		b.Input.TypedKey(e)
	}
}
