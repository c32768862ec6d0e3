package settings

import (
	"context"
	"errors"
	"maps"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"ownerdesk/app"
	"ownerdesk/app/workday"
	"ownerdesk/ui/kit"
)

type rulesAsks interface {
	RulesHistory(context.Context) ([]app.Rules, error)
}

// ruleGroups are the parts of the page and the first words of the keys in each.
var ruleGroups = []struct {
	name  string
	heads []string
}{
	{"transfer", []string{"transfer", "refuse", "gathered"}},
	{"reply", []string{"reply"}},
	{"handle", []string{"handle", "cap", "group", "grave"}},
	{"duty", []string{"inquiry", "plan", "disturb", "inspect"}},
	{"onsite", []string{"arrive", "control"}},
	{"review", []string{"review", "tell", "rework", "alone"}},
	{"followup", []string{"followup", "again", "attempts"}},
	{"delay", []string{"decide", "delays", "suspend"}},
	{"escalate", []string{"remind", "escalate"}},
	{"measure", []string{"measure"}},
	{"keep", []string{"keep"}},
	{"target", []string{"target"}},
}

// groupOf is the part of the page a key belongs to.
func groupOf(key string) string {
	head, _, _ := strings.Cut(key, ".")
	for _, g := range ruleGroups {
		for _, h := range g.heads {
			if h == head {
				return g.name
			}
		}
	}
	return ""
}

// rulesPage is every limit and count of the rules. Keeping makes a new version.
type rulesPage struct {
	leaf
	asks   rulesAsks
	root   fyne.CanvasObject
	form   *kit.Form
	fields map[string]*ruleField
	latest *kit.Phrase

	kept    app.Rules   // as they were shown last
	history []app.Rules // the newest first
	draft   *kit.Draft
}

func newRulesPage(l leaf, asks rulesAsks) *rulesPage {
	p := &rulesPage{leaf: l, asks: asks, form: kit.NewForm(3), fields: map[string]*ruleField{}, latest: kit.Muted("")}
	for _, g := range ruleGroups {
		p.form.AddRow(kit.Padded(0, 4, kit.Section(l.Say("settings.rules.group."+g.name))))
		for _, k := range app.RuleKeys {
			if groupOf(k.Key) == g.name {
				f := newRuleField(l, k)
				p.fields[k.Key] = f
				p.form.Add(k.Key, f.field, 1)
			}
		}
	}
	p.draft = kit.NewDraft("rules", p.form)
	note := kit.Note(kit.Info, container.NewVBox(kit.NewCell(l.Say("settings.rules.note"), kit.SizeBody, kit.InkOf(kit.Info), false), p.latest))
	list := p.form.Scrolled()
	list.Content = container.NewBorder(nil, nil, nil, kit.Gap(10, 1), list.Content) // clear of the bar
	card := kit.Card(list)
	p.root = p.laid(Rules, container.NewBorder(container.NewVBox(note, kit.Gap(1, 2)), nil, nil, nil, card),
		kit.Button(l.Say("settings.rules.defaults"), theme.ContentUndoIcon(), p.defaults),
		kit.Button(l.Say("settings.rules.history"), theme.HistoryIcon(), p.versions),
		p.saveButton(p.save))
	return p
}

func (p *rulesPage) body() fyne.CanvasObject { return p.root }

func (p *rulesPage) load() { kit.Latest(p.lane, p.asks.RulesHistory, p.show) }

func (p *rulesPage) show(history []app.Rules, err error) {
	if err != nil || len(history) == 0 {
		p.broke("rules", err)
		return
	}
	for i, r := range history {
		history[i] = r.Whole()
	}
	touched := p.history != nil && len(p.changes()) > 0
	p.history = history
	now := history[0]
	p.latest.SetText(p.Say("settings.rules.latest", now.Version, p.Moment(now.Effective)))
	if touched && p.kept.Version == now.Version {
		return // something is typed that is not kept yet
	}
	if p.kept.Version != 0 && p.kept.Version != now.Version {
		p.draft.Done() // what was typed is kept, or was overtaken
	}
	p.fill(now)
	p.begin(p.draft)
}

func (p *rulesPage) fill(r app.Rules) {
	p.kept = r
	for key, f := range p.fields {
		f.set(r.Limits[key], r.Counts[key])
	}
}

func (p *rulesPage) rest() {
	p.leaf.rest()
	p.draft.Rest()
}

// defaults writes the regulation's values into the form; saving keeps them.
func (p *rulesPage) defaults() {
	d := app.DefaultRules()
	for key, f := range p.fields {
		f.set(d.Limits[key], d.Counts[key])
	}
	p.Says(kit.Info, p.Say("settings.rules.defaults.said"))
}

// typed are the rules as they stand in the form. Keys that the form does not
// know stay as they are.
func (p *rulesPage) typed() app.Rules {
	r := p.kept
	r.Limits, r.Counts = maps.Clone(r.Limits), maps.Clone(r.Counts)
	for key, f := range p.fields {
		limit, count, ok := f.value()
		switch {
		case !ok:
		case f.counts:
			r.Counts[key] = count
		default:
			r.Limits[key] = limit
		}
	}
	return r
}

// changes are what the form says otherwise than what was kept.
func (p *rulesPage) changes() []ruleChange { return changesOf(p.kept, p.typed()) }

func (p *rulesPage) save() {
	p.form.Clear()
	var wrong app.Faults
	for _, k := range app.RuleKeys {
		if _, _, ok := p.fields[k.Key].value(); !ok {
			wrong = append(wrong, app.Invalid{Field: k.Key, Rule: outOfRange})
		}
	}
	if len(wrong) > 0 {
		p.mark(wrong)
		return
	}
	changes := p.changes()
	if len(changes) == 0 {
		p.Says(kit.Info, p.Say("settings.rules.same"))
		return
	}
	p.ask(changes)
}

// ask wants the reason for a change, and keeps it as a new version.
func (p *rulesPage) ask(changes []ruleChange) *kit.Sheet {
	r, by := p.typed(), p.Staff.ID
	return kit.AskReason(p.Window.Canvas(), kit.Question{
		Title: p.Say("settings.rules.ask"), Text: p.told(changes), Yes: p.Say("settings.rules.keep"), No: p.Say("settings.cancel"), Draft: "rules/why",
	}, kit.ReasonWords{
		Label: p.Say("settings.rules.why"), Hint: p.Say("settings.rules.why.hint"),
		Missing: p.Fault(app.Invalid{Field: "reason", Rule: "missing"}), TooLong: p.Fault(app.Invalid{Field: "why", Rule: "too-long"}),
	}, app.LongestLine, func(s *kit.Sheet, reason string) {
		r.Why = reason
		s.SetBusy(true)
		kit.Do(p.Tasks, func(ctx context.Context) (struct{}, error) { return struct{}{}, p.Desk.ChangeRules(ctx, r, by) },
			func(_ struct{}, err error) { p.answer(s, err) })
	})
}

// answer closes the question, when the rules were kept and when one of them is not to
// be: it stands on the page behind. The reason that was typed is there again.
func (p *rulesPage) answer(s *kit.Sheet, err error) {
	s.SetBusy(false)
	var faults app.Faults
	switch {
	case errors.As(err, &faults) && p.fields[faults[0].Field] != nil:
		s.Leave()
		p.mark(faults)
	case err != nil:
		p.failIn(s, nil, err)
	default:
		s.Close()
		p.Says(kit.Good, p.Say("settings.saved"))
	}
}

// mark says beside each rule what is wrong with it, and what it may be.
func (p *rulesPage) mark(faults app.Faults) {
	p.Mark(p.form, faults, func(f app.Invalid) string {
		if rule := p.fields[f.Field]; rule != nil && f.Rule == outOfRange {
			return p.Say("settings.number.wrong", 0, rule.most)
		}
		return p.Fault(f)
	}, func(rest app.Faults) { p.Says(kit.Warn, p.Faults(rest)[0]) })
}

const outOfRange = "out-of-range"

// told words changes, one a line.
func (p *rulesPage) told(changes []ruleChange) string {
	lines := make([]string, len(changes))
	for i, c := range changes {
		lines[i] = p.Say("settings.rules.change", p.Say("rule."+c.key), p.ruleValue(c.old), p.ruleValue(c.new))
	}
	return strings.Join(lines, "\n")
}

// ruleValue words a limit, a count as its number, or yes and no.
func (l leaf) ruleValue(v ruleValue) string {
	switch {
	case v.yesNo:
		return l.yesNo(v.count)
	case v.counts:
		return l.Number(v.count)
	}
	return l.Limit(v.limit)
}

// ruleValue is what one key holds.
type ruleValue struct {
	counts bool
	yesNo  bool
	limit  workday.Limit
	count  int
}

// ruleChange is one key that holds something else than before.
type ruleChange struct {
	key      string
	old, new ruleValue
}

// changesOf lists what the newer rules say otherwise, in the order of the page.
func changesOf(older, newer app.Rules) []ruleChange {
	var all []ruleChange
	for _, k := range app.RuleKeys {
		old, fresh := valueOf(older, k), valueOf(newer, k)
		if old != fresh {
			all = append(all, ruleChange{k.Key, old, fresh})
		}
	}
	return all
}

func valueOf(r app.Rules, k app.RuleKey) ruleValue {
	return ruleValue{k.Limit == "", k.Switch, r.Limits[k.Key], r.Counts[k.Key]}
}
