package issues

import (
	"fyne.io/fyne/v2"

	"ownerdesk/app"
	"ownerdesk/ui/kit"
	"ownerdesk/ui/seat"
)

// costFields are what an issue cost, as it is typed; the sum is shown meanwhile.
type costFields struct {
	form                *actForm
	hours, rate, labour *kit.Input
	materials           *kit.Editor[app.MaterialEntry]
	other, otherWhat    *kit.Input
	charge              *kit.Radios[app.Charge]
	charged, receipt    *kit.Input
	sum                 *kit.Phrase
}

// costNames are the fields in their order.
var costNames = []string{"cost-hours", "cost-rate", "cost-labour", "cost-materials", "cost-other", "cost-other-what", "charge", "charged", "receipt", "cost-total"}

// costForm records what an issue cost, or corrects what is recorded.
func costForm(m matter) *actForm {
	a := newAct(m, Cost, 3)
	last, before := m.c.Cost()
	fields := a.addCost(last.Entry())
	why := kit.Area(2, app.LongestText)
	if before || !m.c.Open() {
		a.Add("why", why, 3)
		a.Form.Field("why").SetLabel(m.s.Say("cost.why"))
	}
	a.Order = func() doing {
		return seat.Ask(m.s.Desk.RecordCost, app.CostOrder{Stand: m.s.Stand(m.c.Issue), CostEntry: fields.entry(), Why: why.Value()})
	}
	return a
}

// addCost adds the fields, filled with what is known.
func (a *actForm) addCost(e app.CostEntry) *costFields {
	s := a.s
	f := &costFields{form: a, sum: kit.Muted("")}
	typed := func(text, example string) *kit.Input {
		input := kit.Entry(example)
		input.SetText(text)
		input.OnChanged = func(string) { f.tell() }
		return input
	}
	f.hours, f.rate, f.labour = typed(e.Hours, "1.5"), typed(e.Rate, ""), typed(e.Labour, "")
	f.other, f.otherWhat = typed(e.Other, ""), typed(e.OtherWhat, s.Say("cost.other-what.example"))
	f.charged, f.receipt = typed(e.Charged, ""), typed(e.Receipt, "")
	f.charge = kit.NewRadios(app.Charges, func(c app.Charge) string { return s.Say("charge." + string(c)) })
	f.charge.OnChanged = func(app.Charge) { f.tell() }
	if e.Charge != "" {
		f.charge.SetValue(e.Charge)
	}
	f.materials = f.newMaterials(e.Materials)
	a.Add("cost-hours", f.hours, 1)
	a.Add("cost-rate", f.rate, 1)
	a.Add("cost-labour", f.labour, 1)
	a.Add("cost-materials", f.materials.Root, 3)
	a.Add("cost-other", f.other, 1)
	a.Add("cost-other-what", f.otherWhat, 2)
	a.Add("charge", f.charge, 2)
	a.Add("charged", f.charged, 1)
	a.Add("receipt", f.receipt, 1)
	a.Add("cost-total", kit.Middle(f.sum), 2)
	f.tell()
	return f
}

// newMaterials lists what was used, line by line.
func (f *costFields) newMaterials(have []app.MaterialEntry) *kit.Editor[app.MaterialEntry] {
	s := f.form.s
	heads := []string{s.Say("material.what"), s.Say("material.quantity"), s.Say("material.unit"), s.Say("material.price"), s.Say("material.amount")}
	e := kit.NewEditor(kit.Columns{0, 76, 64, 96, 106}, heads, s.Say("material.add"), func(m app.MaterialEntry) kit.EditorRow[app.MaterialEntry] {
		what, quantity, unit, price, amount := kit.Filled(m.What), kit.Filled(m.Quantity), kit.Filled(m.Unit), kit.Filled(m.Price), kit.Filled(m.Amount)
		read := func() app.MaterialEntry {
			return app.MaterialEntry{What: what.Value(), Quantity: quantity.Value(), Unit: unit.Value(), Price: price.Value(), Amount: amount.Value()}
		}
		for _, input := range []*kit.Input{quantity, price, amount} {
			input.OnChanged = func(string) {
				amount.SetPlaceHolder(reckoned(read()))
				f.tell()
			}
		}
		amount.SetPlaceHolder(reckoned(m))
		return kit.EditorRow[app.MaterialEntry]{
			Cells: []fyne.CanvasObject{what, quantity, unit, price, amount},
			Read:  func() (app.MaterialEntry, bool) { return read(), read() != app.MaterialEntry{} },
		}
	}, have).Named("what", "quantity", "unit", "price", "amount")
	e.OnArranged = f.tell
	return e
}

// reckoned is what a line comes to, shown where its amount may be typed.
func reckoned(m app.MaterialEntry) string {
	m.Amount = ""
	c, _ := app.CostEntry{Materials: []app.MaterialEntry{m}}.Reckon()
	if c.Material == 0 {
		return ""
	}
	return c.Material.String()
}

// tell shows what was typed so far as a sum.
func (f *costFields) tell() {
	if f.materials == nil {
		return
	}
	c, _ := f.entry().Reckon()
	s := f.form.s
	f.labour.SetPlaceHolder("")
	if c.Rate != 0 {
		f.labour.SetPlaceHolder(c.Labour.String())
	}
	f.sum.SetText(s.Say("cost.sum", s.Voice.Money(c.Labour), s.Voice.Money(c.Material), s.Voice.Money(c.Other), s.Voice.Money(c.Total())))
}

func (f *costFields) entry() app.CostEntry {
	e := app.CostEntry{
		Hours: f.hours.Value(), Rate: f.rate.Value(), Labour: f.labour.Value(), Materials: f.materials.Values(),
		Other: f.other.Value(), OtherWhat: f.otherWhat.Value(), Charged: f.charged.Value(), Receipt: f.receipt.Value(),
	}
	if f.charge.Chosen() {
		e.Charge = f.charge.Value()
	}
	return e
}

// addCostAsked lets a report say what it cost, for whoever wants to; it asks for
// nothing where somebody said so already.
func (a *actForm) addCostAsked() func() *app.CostEntry {
	if _, said := a.c.Cost(); said || !a.c.Spends(a.s.Ground, a.s.Staff.ID) {
		return func() *app.CostEntry { return nil }
	}
	also := kit.Check(a.s.Say("cost.also"), nil)
	a.Form.Add("cost", kit.NewField(" ", also, ""), 2)
	fields := a.addCost(app.CostEntry{})
	show := func(on bool) {
		for _, name := range costNames {
			a.Form.ShowField(name, on) // not counted in the height of the sheet, which scrolls
		}
	}
	also.OnChanged = show
	show(false)
	return func() *app.CostEntry {
		if !also.Checked {
			return nil
		}
		e := fields.entry()
		return &e
	}
}
