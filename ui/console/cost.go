package console

import (
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"strings"

	"ownerdesk/app"
	"ownerdesk/reports/say"
)

// costJSON is what an issue cost for other programs: exact decimals.
type costJSON struct {
	Hours     json.Number `json:"hours"`
	Labour    json.Number `json:"labour"`
	Material  json.Number `json:"material"`
	Other     json.Number `json:"other"`
	Total     json.Number `json:"total"`
	Materials string      `json:"materials,omitempty"`
	Charge    string      `json:"charge,omitempty"`
	Charged   json.Number `json:"charged"`
}

func costOf(s app.Spent, materials string) *costJSON {
	if s.N == 0 {
		return nil
	}
	exact := func(v fmt.Stringer) json.Number { return json.Number(v.String()) }
	return &costJSON{
		Hours: exact(s.Hours), Labour: exact(s.Labour), Material: exact(s.Material), Other: exact(s.Other), Total: exact(s.Total()),
		Materials: materials, Charge: string(s.Charge), Charged: exact(s.Charged),
	}
}

// cost tells what an issue cost, or records it for whoever is named.
func (c *call) cost(ctx context.Context, args []string) error {
	o := c.options()
	by, why, asJSON := o.text("by", ""), o.text("why", ""), o.flag("json")
	var e app.CostEntry
	var material, charge string
	typed := map[string]*string{
		"hours": &e.Hours, "rate": &e.Rate, "labour": &e.Labour, "material": &material, "other": &e.Other, "other-what": &e.OtherWhat,
		"charge": &charge, "charged": &e.Charged, "receipt": &e.Receipt,
	}
	maps.Copy(o.texts, typed)
	rest, err := c.read(o, args)
	switch {
	case err != nil:
		return err
	case len(rest) != 1:
		return misled("console.cost.which")
	}
	e.Charge, e.Materials = app.Charge(charge), materialsOf(material)
	said := *by + *why
	for _, text := range typed {
		said += *text
	}
	switch {
	case said == "":
		return c.showCost(ctx, rest[0], *asJSON)
	case *by == "":
		return misled("console.cost.by")
	}
	return c.recordCost(ctx, rest[0], *by, app.CostOrder{CostEntry: e, Why: *why})
}

// materialsOf reads lines with semicolons between them, and in each name, quantity,
// unit, unit price and amount with commas between them.
func materialsOf(text string) (lines []app.MaterialEntry) {
	for line := range strings.SplitSeq(strings.ReplaceAll(text, "；", ";"), ";") {
		if strings.TrimSpace(line) == "" {
			continue
		}
		var m app.MaterialEntry
		parts := strings.SplitN(strings.ReplaceAll(line, "，", ","), ",", 5)
		for i, into := range []*string{&m.What, &m.Quantity, &m.Unit, &m.Price, &m.Amount} {
			if i < len(parts) {
				*into = parts[i]
			}
		}
		lines = append(lines, m)
	}
	return lines
}

func (c *call) recordCost(ctx context.Context, number, by string, o app.CostOrder) error {
	s, g, err := c.openOld(ctx)
	if err != nil {
		return err
	}
	defer s.Close()
	who, err := c.printer(by, g)
	if err != nil {
		return err
	}
	if o.Issue, err = s.IssueByNumber(ctx, number); err != nil {
		return fmt.Errorf("%w: %w", refused("console.slip.unknown", number), err)
	}
	o.By = who.ID
	d := app.Desk{Store: s, Now: c.Now}
	m, err := d.RecordCost(ctx, o)
	if err != nil {
		return err
	}
	v := c.voice(g)
	return c.say("console.cost.done", m.Issue.Shown(), v.Money(m.Issue.Spent.Total()), v.Charged(m.Issue.Spent))
}

// showCost tells what an issue cost as it is known last.
func (c *call) showCost(ctx context.Context, number string, asJSON bool) error {
	s, g, err := c.openRead(ctx)
	if err != nil {
		return err
	}
	defer s.Close()
	id, err := s.IssueByNumber(ctx, number)
	if err != nil {
		return fmt.Errorf("%w: %w", refused("console.slip.unknown", number), err)
	}
	one, err := s.Case(ctx, id)
	if err != nil {
		return err
	}
	last, recorded := one.Cost()
	switch {
	case asJSON:
		text, err := json.Marshal(costOf(last.Spent, app.Materials(last.Materials)))
		if err == nil {
			_, err = fmt.Fprintln(c.Out, string(text))
		}
		return err
	case !recorded:
		return c.say("console.cost.none", one.Shown())
	}
	for _, line := range costLines(c.voice(g), last) {
		if _, err := fmt.Fprintln(c.Out, line); err != nil {
			return err
		}
	}
	return nil
}

func costLines(v say.Voice, c app.Cost) []string {
	line := func(what, how, amount string) string {
		return strings.TrimRight(wide(what, 28)+" "+wide(how, 26)+" "+amount, " ")
	}
	all := []string{line(v.Say("field.cost-labour"), v.WorkingTime(c.Hours), v.Money(c.Labour))}
	for _, m := range c.Materials {
		all = append(all, line(v.MaterialLine(m)))
	}
	if c.Other != 0 {
		all = append(all, line(v.Say("field.cost-other"), c.OtherWhat, v.Money(c.Other)))
	}
	all = append(all, line(v.Say("field.cost-total"), "", v.Money(c.Total())))
	return append(all, line(v.Say("field.charge"), v.Charged(c.Spent), c.Receipt))
}
