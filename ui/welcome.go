package ui

import (
	"context"
	"errors"
	"log/slog"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"ownerdesk/app"
	"ownerdesk/app/workday"
	"ownerdesk/assets/lang"
	"ownerdesk/reports/say"
	"ownerdesk/ui/kit"
	"ownerdesk/ui/seat"
)

// welcome asks a new office three things: its language, who and where it is, and
// who sits here. All else begins as the regulation has it.
type welcome struct {
	shell *shell

	form     *kit.Form
	language *kit.Radios[lang.Language]
	company  *kit.Input
	estate   *kit.Input
	region   *kit.Choice[workday.Region]
	name     *kit.Input
	role     *kit.Radios[app.Role]
	begin    *kit.Push
	draft    *kit.Draft
}

// showWelcome asks, in the language the system speaks until another is chosen. A
// register that came in by command has brought an estate.
func (s *shell) showWelcome(g app.Ground) *welcome {
	w := &welcome{shell: s}
	a := answers{region: regionOf(s.parts.Locale), role: app.Head}
	for _, p := range g.Projects {
		a.estate = p.Name
	}
	w.build(lang.Match(s.parts.Locale), a)
	s.window.Canvas().Focus(w.company)
	office := s.office
	ask(s, func(ctx context.Context) ([]app.FormDraft, error) { return office.Store.FormDrafts(ctx, 0) }, func(left []app.FormDraft) {
		if s.office != office || s.staff != 0 {
			return
		}
		s.drafts = newDrafts(s, 0, left)
		kit.KeepDrafts(s.drafts)
		w.remember()
	})
	return w
}

// remember puts back what was typed before, and keeps what is typed from now on. The
// language that was chosen builds the form anew, and that one goes on.
func (w *welcome) remember() {
	d := kit.NewWholeDraft("welcome", w.form)
	w.draft = d
	at, back := d.Begin()
	if w.draft != d {
		d.Rest()
		return
	}
	if back {
		said, _ := w.shell.drafts.Words(at)
		w.shell.says(kit.Info, said)
	}
}

// answers are what was filled in, to carry it into another language.
type answers struct {
	company, estate, name string
	region                workday.Region
	role                  app.Role
}

// regionOf guesses whose holidays an office keeps.
func regionOf(locale string) workday.Region {
	for end, r := range map[string]workday.Region{"HK": workday.HK, "MO": workday.MO, "TW": workday.TW} {
		if len(locale) >= 5 && locale[3:5] == end {
			return r
		}
	}
	return workday.CN
}

func (w *welcome) build(l lang.Language, a answers) {
	s := w.shell
	if w.draft != nil {
		w.draft.Rest()
		defer w.remember()
	}
	s.words = words(l)
	lend(s.words)
	say := s.words.Say
	w.language = kit.NewRadios(lang.All, func(l lang.Language) string { return say("language." + string(l)) })
	w.language.SetValue(l)
	w.language.OnChanged = func(l lang.Language) { w.build(l, w.answers()) }
	w.company, w.estate, w.name = kit.Entry(say("welcome.company.example")), kit.Entry(say("welcome.estate.example")), kit.Entry(say("welcome.name.example"))
	w.company.SetText(a.company)
	w.estate.SetText(a.estate)
	w.name.SetText(a.name)
	w.region = kit.NewChoice(workday.Regions(), func(r workday.Region) string { return say("region." + string(r)) })
	kit.SetValue(w.region, a.region)
	w.role = kit.NewRadios([]app.Role{app.Clerk, app.Head, app.Manager}, func(r app.Role) string { return say("role." + string(r)) })
	w.role.SetValue(a.role)
	w.lay()
}

func (w *welcome) lay() {
	s, say := w.shell, w.shell.words.Say
	w.form = kit.NewForm(3)
	w.form.AddRow(kit.Section(say("welcome.language")))
	w.form.Add("language", kit.NewField("", w.language, ""), 3)
	w.form.AddRow(kit.Section(say("welcome.office")))
	w.form.Add("company", kit.NewField(say("welcome.company"), w.company, ""), 3)
	w.form.Add("estate", kit.NewField(say("welcome.estate"), w.estate, ""), 1)
	w.form.Add("region", kit.NewField(say("welcome.region"), w.region, say("welcome.region.hint")), 2)
	w.form.AddRow(kit.Section(say("welcome.who")))
	w.form.Add("name", kit.NewField(say("welcome.name"), w.name, ""), 1)
	w.form.Add("role", kit.NewField(say("welcome.role"), w.role, ""), 2)
	w.begin = kit.Primary(kit.WithShortcut(say("welcome.begin"), kit.Shortcut(fyne.KeyReturn)), nil, w.submit)
	s.window.Canvas().AddShortcut(kit.Shortcut(fyne.KeyReturn), func(fyne.Shortcut) {
		if kit.Pressed(fyne.KeyReturn) {
			kit.Safely(w.submit)
		}
	})
	head := container.NewVBox(kit.Title(say("welcome.title")), kit.Flush(kit.Wrapped(say("welcome.what"))), kit.Gap(1, 4))
	foot := container.NewBorder(nil, nil, nil, w.begin)
	if s.parts.Sample != nil {
		foot = container.NewBorder(nil, nil, kit.Button(say("welcome.sample"), theme.VisibilityIcon(), s.makeSample), w.begin)
	}
	s.window.SetTitle(s.name())
	s.fill(container.New(centred{720, 500}, kit.Card(container.NewBorder(head, foot, nil, nil, w.form.Scrolled()))))
}

func (w *welcome) answers() answers {
	return answers{w.company.Value(), w.estate.Value(), w.name.Value(), w.region.Value(), w.role.Value()}
}

// submit sets the office up.
func (w *welcome) submit() {
	s, l, a := w.shell, w.language.Value(), w.answers()
	w.form.Clear()
	if w.lacks(a) || w.begin.Disabled() {
		return
	}
	w.begin.Disable()
	desk, store := s.office.Desk, s.office.Store
	kit.Do(s.tasks, func(ctx context.Context) (app.StaffID, error) {
		return setup{desk, store, s.words, l}.run(ctx, a)
	}, w.show)
}

func (w *welcome) lacks(a answers) bool {
	missing := false
	for _, f := range []struct{ name, value string }{{"name", a.name}, {"estate", a.estate}, {"company", a.company}} {
		if f.value == "" {
			missing = true
			w.form.Fail(f.name, w.shell.words.Say("welcome."+f.name+".missing"))
		}
	}
	return missing
}

func (w *welcome) show(who app.StaffID, err error) {
	s := w.shell
	w.begin.Enable()
	var faults app.Faults
	switch {
	case errors.As(err, &faults):
		desk := &seat.Seat{Voice: say.Voice{Words: s.words}, Window: s.window}
		desk.Mark(w.form, faults, desk.Fault, func(rest app.Faults) { s.says(kit.Warn, desk.Faults(rest)[0]) })
	case err != nil:
		slog.Error("set up", "err", err)
		s.says(kit.Bad, say.Voice{Words: s.words}.Trouble(err))
	default:
		s.window.Canvas().RemoveShortcut(kit.Shortcut(fyne.KeyReturn))
		if w.draft != nil {
			w.draft.Done()
			s.drafts.flush()
		}
		s.staff = who
		s.showOffers()
	}
}

// showOffers asks how to begin once the office is set up.
func (s *shell) showOffers() {
	say := s.words.Say
	take := kit.Primary(say("welcome.import"), theme.UploadIcon(), func() { s.sitAnd(s.importRegister) })
	box := container.NewVBox(
		kit.Title(say("welcome.ready")), kit.Flush(kit.Wrapped(say("welcome.ready.what"))), kit.Gap(1, 6),
		offer(say("welcome.import.what"), take),
		offer(say("welcome.empty.what"), kit.Button(say("welcome.empty"), theme.DocumentIcon(), func() { s.sit(s.staff) })))
	if s.parts.Sample != nil {
		box.Add(offer(say("welcome.sample.what"), kit.Button(say("welcome.sample"), theme.VisibilityIcon(), s.makeSample)))
	}
	s.fill(container.New(centred{640, 280}, kit.Card(box)))
	s.window.Canvas().Focus(take)
}

// offer is one way to begin, with what it means.
func offer(what string, do *kit.Push) fyne.CanvasObject {
	return kit.Padded(0, 4, container.NewBorder(nil, nil, kit.Middle(kit.FixedWidth(190, do)), nil, kit.Padded(8, 0, kit.Wrapped(what))))
}

// makeSample makes the sample office in a file of its own and opens that.
func (s *shell) makeSample() {
	far := kit.Muted("")
	cancel := func() {}
	sheet := kit.NewSheet(s.window.Canvas(), kit.SheetWords{
		Title: s.words.Say("welcome.sample.going"), Primary: s.words.Say("press.hide"), Cancel: s.words.Say("sit.cancel"),
	}, 420, container.NewVBox(kit.Flush(kit.Wrapped(s.words.Say("welcome.sample.what"))), far), func() {})
	sheet.Primary.Hide()
	sheet.Cancel.OnTapped = func() { cancel() }
	sheet.Open()
	cancel = kit.DoLong(s.tasks, func(ctx context.Context, progress kit.Progress) (string, error) {
		return s.parts.Sample(ctx, progress)
	}, func(path string, err error) {
		sheet.Close()
		switch {
		case errors.Is(err, context.Canceled):
		case err != nil:
			slog.Error("sample", "err", err)
			s.says(kit.Bad, s.words.Say("welcome.sample.failed"))
		default:
			s.open(path)
		}
	}, func(done, total int) { far.SetText(s.words.Say("press.progress", done, total)) })
}
