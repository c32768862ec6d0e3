package surveys

import (
	"strings"

	"ownerdesk/app/annual"
	"ownerdesk/reports/say"
	"ownerdesk/ui/kit"
)

// answeredWords are how many of a sheet's items were answered: 19/21. Don't know is
// no answer.
func answeredWords(v say.Voice, one annual.Sheet) string {
	n := 0
	for _, m := range one.Marks {
		if m >= '1' && m <= '5' {
			n++
		}
	}
	return v.Say("surveys.answered", n, len(one.Marks))
}

// flagWords are what is doubtful about a sheet.
func flagWords(v say.Voice, one annual.Sheet) string {
	var all []string
	for _, f := range one.Flaws() {
		all = append(all, v.Say("surveys.flag."+string(f)))
	}
	return strings.Join(all, v.Say("intake.between"))
}

// flagPiece shows it: in warning where the sheet still counts.
func flagPiece(v say.Voice, one annual.Sheet) kit.Piece {
	switch words := flagWords(v, one); {
	case one.Void:
		return kit.ChipOf(kit.Plain, v.Say("surveys.flag.void"))
	case words == "":
		return kit.Said("")
	case !one.Counts():
		return kit.ChipOf(kit.Bad, words)
	default:
		return kit.ChipOf(kit.Warn, words)
	}
}
