package reports

import (
	"ownerdesk/app"
	"ownerdesk/reports/paper"
	"ownerdesk/reports/say"
)

// DelayNotice tells an owner in writing that a limit cannot be kept, and keeps
// the desk a copy with who asked and who approved (regulation 3.3.2). It is for
// CopyDesk and CopyOwner.
func DelayNotice(f Facts, c app.Case, d app.Delay, to Copy) Document {
	v := newView(f, c, d.Round, to, A5)
	sheet := f.slipSheet(formDelay, f.Say("delaynote.title"), d.Number, c.Project, to, A5)
	sheet.Copy = f.Say("delaynote.copy." + copyKeys[to])
	sheet = f.confidential(sheet, c, to)
	blocks := []paper.Block{
		paper.Para{Text: f.Say("delaynote.dear", v.name()), Bold: true},
		paper.Para{Text: f.Say("delaynote.intro", f.Moment(c.Received))},
		paper.Gap(1.5),
		f.pairs("delaynote.matter", dotted(v.number(), f.Category(c.Category)), "slip.place", v.place()),
		f.text("delaynote.progress", d.Progress, 0),
		f.text("delaynote.reason", joined(f.Say("slip.colon"), say.Code(f.Voice, d.Code), d.Text), 0),
		paper.Row{f.pair("delaynote.from", f.Due(d.From)), {Label: f.Say("delaynote.to"), Text: f.Due(d.To), Strong: true}},
		f.text("delaynote.interim", d.Interim, 0),
		f.pairs("delaynote.contact", v.asker(d), "delaynote.told", f.when(d.ToldHow, d.Told)),
	}
	if v.owner() {
		blocks = append(blocks, f.signs(f.Say("delaynote.sign.us"), f.Say("slip.sign.owner")))
		blocks = append(blocks, v.ownerNotes()...)
	} else {
		blocks = append(blocks, v.delayRecord(d)...)
	}
	return Document{
		Sheet: sheet, Blocks: veiled(blocks, v.veil()), Number: d.Number, Of: c.ID,
		Shows: v.showsOne(v.c.Reporter, dotted(d.Number, sheet.Copy), true, false),
	}
}

// asker is whom the owner can ask: who wants the delay, at his own phone or the
// office's.
func (v view) asker(d app.Delay) string {
	who := v.Ground.Staff[d.AskedBy]
	phone := who.Phone
	if phone == "" {
		phone = v.Ground.Office.Phone
	}
	return joined("  ", who.Name, phone)
}

// delayRecord is what only the desk keeps: the answer, whether the owner heard
// in time, and the approval.
func (v view) delayRecord(d app.Delay) []paper.Block {
	late := paper.Ticks([]string{v.Say("delaynote.intime"), v.Say("delaynote.late")})
	if !d.Told.IsZero() || d.Late {
		on := 0
		if d.Late {
			on = 1
		}
		late = paper.Ticks([]string{v.Say("delaynote.intime"), v.Say("delaynote.late")}, on)
	}
	row := v.pairs("delaynote.when", late)
	if !d.Waiting() {
		row = append(row, paper.Field{Label: v.Say("slip.delay.decided"), Text: v.who(d.DecidedBy, d.Decided), Small: v.decision(d)})
	}
	return []paper.Block{
		v.text("delaynote.answer", d.Answer, 0), row,
		v.signs(v.Say("delaynote.sign.asked", v.Staff(d.AskedBy)), v.Say("delaynote.sign.approved")),
	}
}
