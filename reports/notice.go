package reports

import (
	"time"

	"ownerdesk/app/meeting"
	"ownerdesk/reports/paper"
)

// NoticeDraft is what a notice says at first, by its subject, until a person puts
// it right. What is not known yet is left as a gap.
func NoticeDraft(f Facts, s Sitting) (title, text string) {
	v := f.seat(s, false)
	subject := s.Subject
	if subject == "" {
		subject = meeting.Subjects[len(meeting.Subjects)-1]
	}
	gap := v.Say("paper.notice.gap")
	return v.Say("paper.notice.title." + string(subject)),
		v.Say("paper.notice.text."+string(subject), or(v.where(), gap), or(v.Due(s.Begins), gap), or(v.Due(s.Ends), gap), or(s.Details.Place, gap), f.Ground.Office.Phone)
}

// Notice is a notice to owners as it hangs in the lobby (regulation 4.2.1). It
// names nobody.
func Notice(f Facts, s Sitting) Document {
	f.Open = false
	v := f.seat(s, false)
	blocks := []paper.Block{
		paper.Gap(4), paper.Para{Text: v.title(), Bold: true, Centre: true}, paper.Gap(2),
		paper.Para{Text: v.Say("paper.notice.dear")},
		paper.Para{Text: v.free(s.Text)},
		paper.Gap(2),
	}
	if !s.Begins.IsZero() {
		blocks = append(blocks, v.pairs("paper.when", v.span()))
	}
	if s.Details.Place != "" {
		blocks = append(blocks, v.pairs("paper.venue", v.free(s.Details.Place)))
	}
	blocks = append(blocks, v.pairs("paper.notice.for", v.where()), v.pairs("paper.notice.call", dotted(v.host(), v.Ground.Office.Phone)),
		paper.Gap(8), paper.Para{Text: lines(v.Ground.Office.Company, v.Day(v.out()))})
	sheet := v.sheet(formNotice, v.Say("paper.notice"), paper.A4)
	sheet.Secrecy, sheet.Printed = "", v.Day(v.At)
	return Document{Sheet: sheet, Blocks: blocks, Number: s.Number}
}

func (v seated) title() string { return or(v.free(v.s.Title), v.Say("paper.notice")) }

// NoticeText is the same as plain text, for a group of owners to read on a phone.
func NoticeText(f Facts, s Sitting) string {
	f.Open = false
	v := f.seat(s, false)
	when := ""
	if !s.Begins.IsZero() {
		when = v.Say("paper.line", v.Say("paper.when"), v.span())
	}
	place := ""
	if s.Details.Place != "" {
		place = v.Say("paper.line", v.Say("paper.venue"), v.free(s.Details.Place))
	}
	return lines(
		v.Say("paper.notice.head", v.title()), v.Say("paper.notice.dear"), v.free(s.Text), when, place,
		v.Say("paper.line", v.Say("paper.notice.for"), v.where()),
		v.Say("paper.line", v.Say("paper.notice.call"), dotted(v.host(), v.Ground.Office.Phone)),
		v.Ground.Office.Company, v.Day(v.out()), s.Number,
	)
}

// out is when a notice was given out, or is printed.
func (v seated) out() time.Time {
	if v.s.Held.IsZero() {
		return v.At
	}
	return v.s.Held
}
