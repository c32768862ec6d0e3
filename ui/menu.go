package ui

import (
	"context"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"ownerdesk/app"
	"ownerdesk/assets/lang"
	"ownerdesk/ui/kit"
)

// menu is every command with its shortcut. Only a menu's shortcuts work while
// something is typed into a field.
func (s *shell) menu() *fyne.MainMenu {
	say := s.words.Say
	leave := fyne.NewMenuItem(say("shell.menu.quit"), s.leave)
	leave.IsQuit = true
	office := fyne.NewMenu(say("shell.menu.office"),
		s.item(say("shell.new"), kit.Shortcut(fyne.KeyN), s.intake),
		s.submit(say("shell.menu.save"), fyne.KeyS, func(p *page) func() { return p.save }),
		s.item(say("shell.menu.print"), kit.Shortcut(fyne.KeyP), s.print),
		s.item(say("shell.menu.slips"), nil, s.printDepartment),
		s.item(say("shell.menu.lists"), nil, s.printLists),
		fyne.NewMenuItemSeparator(),
		s.item(say("shell.menu.past"), nil, s.importIssues),
		s.item(say("shell.menu.switch"), nil, s.change),
		s.item(say("shell.menu.backup"), nil, s.backupNow),
		fyne.NewMenuItemSeparator(), leave)
	return fyne.NewMainMenu(office, s.goMenu(), s.viewMenu())
}

func (s *shell) goMenu() *fyne.Menu {
	m := fyne.NewMenu(s.words.Say("shell.menu.go"))
	for i, p := range s.rooms() {
		key := fyne.KeyName(strconv.Itoa(i + 1))
		m.Items = append(m.Items, s.item(s.words.Say("shell.place."+p.name), kit.Shortcut(key), func() { s.goTo(p.name) }))
	}
	m.Items = append(m.Items, fyne.NewMenuItemSeparator(),
		s.item(s.words.Say("shell.menu.find"), kit.Shortcut(fyne.KeyF), s.toSearch),
		s.submit(s.words.Say("shell.menu.next"), fyne.KeyReturn, func(p *page) func() { return p.next }),
		s.item(s.words.Say("shell.menu.back"), nil, s.escape))
	return m
}

func (s *shell) viewMenu() *fyne.Menu {
	languages, looks, scales := fyne.NewMenu(""), fyne.NewMenu(""), fyne.NewMenu("")
	o := s.seat.Ground.Office
	for _, l := range lang.All {
		i := s.item(s.words.Say("language."+string(l)), nil, func() { s.alter(func(o *app.Office) { o.Screen = string(l) }) })
		i.Checked = s.language(o) == l
		languages.Items = append(languages.Items, i)
	}
	for _, m := range []kit.Mode{kit.ModeSystem, kit.ModeLight, kit.ModeDark} {
		i := s.item(s.words.Say("shell.look."+string(m)), nil, func() { s.alter(func(o *app.Office) { o.Look = string(m) }) })
		i.Checked = mode(o.Look) == m
		looks.Items = append(looks.Items, i)
	}
	for _, percent := range []int{100, 110, 125, 150, 175, 200} {
		i := s.item(strconv.Itoa(percent)+" %", nil, func() { s.alter(func(o *app.Office) { o.Scale = percent }) })
		i.Checked = max(o.Scale, 100) == percent
		scales.Items = append(scales.Items, i)
	}
	return fyne.NewMenu(s.words.Say("shell.menu.view"),
		under(s.words.Say("shell.menu.language"), languages),
		under(s.words.Say("shell.menu.look"), looks),
		under(s.words.Say("shell.menu.scale"), scales))
}

func under(label string, m *fyne.Menu) *fyne.MenuItem {
	i := fyne.NewMenuItem(label, nil)
	i.ChildMenu = m
	return i
}

// item is a command of the page below: while a sheet is open it rests. A mistake
// in it does not end the program.
func (s *shell) item(label string, key *desktop.CustomShortcut, do func()) *fyne.MenuItem {
	i := fyne.NewMenuItem(label, s.tasks.Guard(func() {
		if s.seat != nil && kit.TopSheet(s.window.Canvas()) == nil {
			do()
		}
	}))
	if key != nil {
		i.Shortcut = key
	}
	return i
}

// submit is a command that presses the primary button of the sheet on top; with
// no sheet open it is the page's.
func (s *shell) submit(label string, key fyne.KeyName, of func(*page) func()) *fyne.MenuItem {
	i := fyne.NewMenuItem(label, s.tasks.Guard(func() {
		if !kit.Pressed(key) {
			return
		}
		if top := kit.TopSheet(s.window.Canvas()); top != nil {
			top.Submit()
			return
		}
		if v := s.here(); v != nil && of(v.page) != nil {
			of(v.page)()
		}
	}))
	i.Shortcut = kit.Shortcut(key)
	return i
}

func (s *shell) print() {
	if v := s.here(); v != nil && v.page.print != nil {
		v.page.print()
	}
}

func (s *shell) toSearch() {
	s.window.Canvas().Focus(s.frame.search)
	s.frame.search.TypedShortcut(&fyne.ShortcutSelectAll{})
}

// typed is told of keys that nothing in the window has taken.
func (s *shell) typed(e *fyne.KeyEvent) {
	if e.Name == fyne.KeyEscape && s.frame != nil && s.seat != nil {
		s.tasks.Guard(s.escape)()
	}
}

// escape closes what is open on the page, or leads back.
func (s *shell) escape() {
	v := s.here()
	if v == nil || v.page.escape != nil && v.page.escape() {
		return
	}
	s.back()
}

// alter changes a setting of the office; the window follows by itself.
func (s *shell) alter(change func(*app.Office)) {
	o, who := s.seat.Ground.Office, s.staff
	change(&o)
	kit.Do(s.tasks, func(ctx context.Context) (struct{}, error) {
		return struct{}{}, s.office.Desk.ChangeOffice(ctx, o, who)
	}, func(_ struct{}, err error) {
		if err != nil {
			s.says(kit.Bad, s.seat.Trouble(err))
		}
	})
}

// backupNow makes a backup by hand and says where it lies.
func (s *shell) backupNow() {
	o, folder := s.office, s.seat.Ground.Office.Backups
	kit.Do(s.tasks, func(ctx context.Context) (app.Backup, error) { return o.Store.Backup(ctx, folder) },
		func(made app.Backup, err error) {
			if err != nil {
				s.says(kit.Bad, s.backupTrouble(err))
				return
			}
			if len(made.Found) > 0 {
				s.says(kit.Warn, s.words.Say("shell.backup.lacks", made.Path, len(made.Found)))
				return
			}
			s.says(kit.Good, s.words.Say("shell.backup.made", made.Path))
		})
}
