package reports

import (
	"ownerdesk/app/meeting"
	"ownerdesk/reports/paper"
)

// Invitations are the letters to a meeting's guests, one each; to nobody in
// particular where none is named by the number of the row.
func Invitations(f Facts, s Sitting, rows ...int) []Document {
	v := f.seat(s, false)
	addressed := v
	addressed.Open = true // a letter knows whom it is to, and nobody else
	if len(rows) == 0 {
		return []Document{v.invitation(v.Say("paper.invite.all"), false)}
	}
	var all []Document
	for _, n := range rows {
		if n < 1 || n > len(s.Guests) || s.Guests[n-1].Gone {
			continue
		}
		g := s.Guests[n-1]
		all = append(all, v.invitation(addressed.guest(g), g.Group == meeting.HeadGuest))
	}
	return all
}

// invitation is one letter. A head of a department is asked for the account of the
// month; everybody may say beforehand what to talk about.
func (v seated) invitation(to string, head bool) Document {
	blocks := []paper.Block{
		paper.Gap(4),
		paper.Para{Text: v.Say("paper.invite.dear", to)},
		paper.Para{Text: v.Say("paper.invite.text", v.Say("paper.period", v.s.From.Year, v.s.Period), v.Project(v.s.Project))},
		paper.Gap(2),
		v.pairs("paper.when", v.span()),
		v.pairs("paper.venue", v.s.Details.Place),
		v.pairs("paper.chair", v.Staff(v.s.Chair), "paper.host", v.host()),
	}
	blocks = append(blocks, paper.Gap(2), paper.Band(v.Say("paper.agenda")))
	blocks = append(blocks, v.agenda()[1:]...)
	if head {
		blocks = append(blocks, paper.Para{Text: v.Say("paper.invite.head")})
	}
	blocks = append(blocks,
		paper.Para{Text: v.Say("paper.invite.reply", v.host(), v.Ground.Office.Phone)},
		paper.Gap(4),
		paper.Para{Text: lines(v.Ground.Office.Company, v.host(), v.Day(v.At))},
		paper.Keep{
			paper.Tear(v.Say("paper.invite.tear")),
			v.pairs("list.number", v.s.Number, "paper.col.name", to),
			v.pairs("paper.invite.comes", boxes([]bool{true, false}, v.comes)),
			v.text("paper.invite.wish", "", 18),
			paper.Note(v.Say("paper.invite.use")),
		})
	s := v.sheet(formInvitation, v.Say("paper.invite"), paper.A4)
	s.Secrecy = v.Say("slip.secrecy.owner")
	return Document{Sheet: s, Blocks: blocks, Number: v.s.Number}
}

func (f Facts) comes(will bool) string {
	if will {
		return f.Say("paper.invite.will")
	}
	return f.Say("paper.invite.will-not")
}
