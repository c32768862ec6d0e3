package sheet

import (
	"strings"
	"testing"

	"ownerdesk/app/register"
	"ownerdesk/assets/lang"
)

func TestEveryProblemHasASentenceWithOneGap(t *testing.T) {
	var keys []string
	for _, k := range []Kind{OldExcel, BinaryExcel, Encrypted, WrongType, WebPage, Damaged, BrokenXML, TooLarge, Bomb, UnknownText, OpenQuote, NothingInIt, Unreadable} {
		keys = append(keys, Problem{Kind: k}.Key())
	}
	for _, r := range []string{register.ColumnMissing, register.HeadingMissing, register.RoomMissing, register.BuildingMissing, register.NameMissing, register.PlaceUnread,
		register.FormulaEmpty, register.MergedAcross, register.MergedDown, register.FilledDown, register.SameLine, register.SamePerson, register.KindUnknown,
		register.DateUnread, register.SizeUnread, register.EmailUnread, register.IdentityInNote, register.TextUnfit,
		register.TooLong, register.TooShort, register.Rounded, register.NotPhone} {
		keys = append(keys, register.Problem{Rule: r}.Key())
	}
	var plain []string
	for _, c := range register.Columns {
		plain = append(plain, c.Key())
	}
	for _, why := range []string{register.SkippedTitle, register.SkippedBlank, register.SkippedHeading, register.SkippedTotal, register.SkippedRemark, register.SkippedSame} {
		plain = append(plain, register.Skip{Why: why}.Key())
	}
	for _, tag := range lang.All {
		words, err := lang.Load(tag)
		if err != nil {
			t.Fatal(err)
		}
		for _, k := range keys {
			if n := strings.Count(words[k], "%"); n != 1 || !strings.Contains(words[k], "%s") {
				t.Errorf("%s %s: %q", tag, k, words[k])
			}
		}
		for _, k := range plain {
			if words[k] == "" || strings.Contains(words[k], "%") {
				t.Errorf("%s %s: %q", tag, k, words[k])
			}
		}
	}
}
