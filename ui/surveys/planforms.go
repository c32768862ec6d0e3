package surveys

import (
	"slices"
	"strconv"
	"strings"

	"ownerdesk/app"
	"ownerdesk/app/annual"
	"ownerdesk/app/survey"
	"ownerdesk/reports/say"
	"ownerdesk/ui/kit"
	"ownerdesk/ui/seat"
)

// aboutForm is what for, of whom, and how.
func aboutForm(p *Page) *form {
	s, c := p.s, p.change("about", 3)
	c.Width = seat.SheetFull
	title := kit.Filled(c.was.Title)
	title.SetPlaceHolder(s.Say("survey.title", p.seen.survey.Year))
	c.Add("title", title, 2)
	phoned := c.percent("phoned", c.was.Phoned)
	ids := make([]app.AreaID, len(p.seen.areas))
	for i, a := range p.seen.areas {
		ids[i] = a.ID
	}
	areas := kit.NewTicks(ids, func(id app.AreaID) string { return areaName(p.seen.areas, id) }, 6)
	areas.Choose(c.was.Areas)
	c.Add("areas", areas.Root, 3).SetHint(s.Say("surveys.areas.hint"))
	owners := kit.NewTicks(annual.OwnerKinds, func(k app.OwnerKind) string { return say.Code(s.Voice, k) }, 4)
	owners.Choose(c.was.Owners)
	c.Add("owners", owners.Root, 2).SetHint(s.Say("surveys.owners.hint"))
	modes := kit.NewTicks(annual.Modes, func(m annual.Mode) string { return say.Code(s.Voice, m) }, 3)
	modes.Choose(c.was.Modes)
	c.Add("modes", modes.Root, 1)
	purpose, scope := c.words("purpose", c.was.Purpose, 2), c.words("scope", c.was.Scope, 2)
	content, method := c.words("content", c.was.Content, 2), c.words("method", c.was.Method, 2)
	return c.read(func(plan *annual.Plan) {
		plan.Title, plan.Areas, plan.Owners, plan.Modes = title.Value(), areas.Chosen(), owners.Chosen(), modes.Chosen()
		plan.Purpose, plan.Scope, plan.Content, plan.Method = purpose.Value(), scope.Value(), content.Value(), method.Value()
		plan.Phoned = c.shareOf("phoned", phoned)
	})
}

// stagesForm is the timetable: each stage with its first and last day.
func stagesForm(p *Page) *form {
	s, c := p.s, p.change("stages", 2)
	type days struct{ from, to *kit.DateField }
	all := make([]days, len(annual.StageKeys))
	for i, key := range annual.StageKeys {
		all[i] = days{kit.NewDateField(s.Dates()), kit.NewDateField(s.Dates())}
		if at := slices.IndexFunc(c.was.Stages, func(one annual.Stage) bool { return one.Key == key }); at >= 0 {
			all[i].from.SetValue(c.was.Stages[at].From)
			all[i].to.SetValue(c.was.Stages[at].To)
		}
		words := say.Stage(s.Voice, key)
		c.Form.Add("stages."+string(key), kit.NewField(s.Say("surveys.stage.from", words), all[i].from, ""), 1)
		c.Form.Add("stages."+string(key)+".to", kit.NewField(s.Say("surveys.stage.to", words), all[i].to, ""), 1)
	}
	return c.read(func(plan *annual.Plan) {
		plan.Stages = nil
		for i, key := range annual.StageKeys {
			from, began := all[i].from.Value()
			to, ended := all[i].to.Value()
			if all[i].from.Unreadable() {
				c.wrong = append(c.wrong, app.Invalid{Field: "stages." + string(key), Rule: "no-day"})
			}
			if all[i].to.Unreadable() {
				c.wrong = append(c.wrong, app.Invalid{Field: "stages." + string(key) + ".to", Rule: "no-day"})
			}
			if began || ended {
				plan.Stages = append(plan.Stages, annual.Stage{Key: key, From: from, To: to})
			}
		}
	})
}

// workForm is who asks, how the sheets are checked, and what owners are promised.
func workForm(p *Page) *form {
	s, c := p.s, p.change("work", 3)
	c.Width = seat.SheetFull
	who := kit.NewTicks(s.StaffOf(s.Staff.Dept), s.Voice.Staff, 6)
	who.Choose(c.was.Interviewers)
	c.Add("interviewers", who.Root, 3)
	attempts := c.number("attempts", c.was.Attempts)
	back, second := c.percent("back-check", c.was.BackCheck), c.percent("second", c.was.Second)
	training, quality := c.words("training", c.was.Training, 2), c.words("quality", c.was.Quality, 2)
	secrecy, keep := c.words("secrecy", c.was.Secrecy, 2), c.words("keep", c.was.Keep, 2)
	budget := kit.Filled(c.was.Budget)
	c.Add("budget", budget, 1)
	contact := kit.Filled(c.was.Contact)
	contact.SetPlaceHolder(say.PlanText(s.Voice, "contact", ""))
	c.Add("contact", contact, 2)
	return c.read(func(plan *annual.Plan) {
		plan.Interviewers, plan.Attempts = who.Chosen(), c.wholeOf("attempts", attempts)
		plan.BackCheck, plan.Second = c.shareOf("back-check", back), c.shareOf("second", second)
		plan.Training, plan.Quality, plan.Secrecy, plan.Keep = training.Value(), quality.Value(), secrecy.Value(), keep.Value()
		plan.Budget, plan.Contact = budget.Value(), contact.Value()
	})
}

// scoringForm is how answers become scores and grades.
func scoringForm(p *Page) *form {
	s, c := p.s, p.change("scoring", 1)
	c.Tell(s.Say("surveys.scoring.tell"))
	scale := kit.NewRadios([]survey.Scale{survey.Hundred, survey.Twenty}, func(x survey.Scale) string { return s.Say("surveys.scale." + string(x)) }).Upright()
	scale.SetValue(c.was.Scale)
	c.Add("scale", scale, 1)
	bounds := make([]string, len(c.was.Bands))
	for i, low := range c.was.Bands {
		bounds[i] = strconv.Itoa(low)
	}
	bands := kit.Filled(strings.Join(bounds, ", "))
	c.Add("bands", bands, 1).SetHint(bandWords(s, c.was.Bands))
	bands.OnChanged = func(typed string) {
		if all, ok := readBands(typed); ok {
			c.Form.Field("bands").SetHint(bandWords(s, all))
		}
	}
	return c.read(func(plan *annual.Plan) {
		plan.Scale = scale.Value()
		all, ok := readBands(bands.Value())
		if plan.Bands = all; !ok {
			c.wrong = append(c.wrong, app.Invalid{Field: "bands", Rule: "no-number"})
		}
	})
}

// readBands reads the lower bounds of grades: 90, 70, 60.
func readBands(typed string) (all []int, ok bool) {
	for _, one := range strings.FieldsFunc(halfWidth(typed), func(r rune) bool { return strings.ContainsRune(",; ", r) }) {
		n, err := strconv.Atoi(one)
		if err != nil {
			return nil, false
		}
		all = append(all, n)
	}
	return all, true
}
