package kit

import (
	"image/color"
	"math"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
)

func TestWordsCanBeReadInBothPalettes(t *testing.T) {
	for name, p := range map[string]Palette{"light": Light, "dark": Dark} {
		pairs := map[string][2]color.NRGBA{
			"text on surface": {p.Text, p.Surface}, "text on back": {p.Text, p.Back},
			"muted on surface": {p.Muted, p.Surface}, "muted on back": {p.Muted, p.Back},
			"accent on surface": {p.Accent, p.Surface}, "surface on accent": {p.Surface, p.Accent},
			"surface on danger": {p.Surface, p.Ink[Bad]}, "text on button": {p.Text, p.Wash[Plain]},
			"text on chosen": {p.Text, p.Wash[Info]}, "muted on chosen": {p.Muted, p.Wash[Info]},
		}
		for tone := Plain; tone <= Bad; tone++ {
			pairs["ink on wash "+string('0'+rune(tone))] = [2]color.NRGBA{p.Ink[tone], p.Wash[tone]}
			pairs["ink on surface "+string('0'+rune(tone))] = [2]color.NRGBA{p.Ink[tone], p.Surface}
			pairs["text on wash "+string('0'+rune(tone))] = [2]color.NRGBA{p.Text, p.Wash[tone]}
		}
		for what, pair := range pairs {
			if c := contrast(pair[0], pair[1]); c < 4.5 {
				t.Errorf("%s: %s has a contrast of %.2f, want 4.5", name, what, c)
			}
		}
	}
}

// contrast is that of WCAG 2.
func contrast(a, b color.NRGBA) float64 {
	x, y := luminance(a), luminance(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

func luminance(c color.NRGBA) float64 {
	part := func(v uint8) float64 {
		f := float64(v) / 255
		if f <= 0.03928 {
			return f / 12.92
		}
		return math.Pow((f+0.055)/1.055, 2.4)
	}
	return 0.2126*part(c.R) + 0.7152*part(c.G) + 0.0722*part(c.B)
}

func TestALookIsWornAtOnce(t *testing.T) {
	a := test.NewTempApp(t)
	Look{Mode: ModeLight}.Wear(a)
	title, chip, card := Title("今日"), Chip(Bad, "逾期"), Card(Muted("x"))
	w := a.NewWindow("")
	w.SetContent(Over(card, title, chip))
	changed := 0
	OnLookChanged(a, func() { changed++ })

	Look{Mode: ModeDark, Scale: 1.5}.Wear(a)
	if title.line.Color != Dark.Text || chip.ground.FillColor != Dark.Wash[Bad] || card.ground.FillColor != Dark.Surface {
		t.Error("something kept the colours of the day")
	}
	if title.line.TextSize != 33 {
		t.Errorf("the title is %v high, want 22 times 1.5", title.line.TextSize)
	}
	if changed == 0 {
		t.Error("no one was told")
	}
}

func TestTheModeOfTheComputerCounts(t *testing.T) {
	for _, c := range []struct {
		mode   Mode
		system fyne.ThemeVariant
		want   Palette
	}{
		{ModeSystem, theme.VariantDark, Dark}, {ModeSystem, theme.VariantLight, Light},
		{ModeLight, theme.VariantDark, Light}, {ModeDark, theme.VariantLight, Dark},
	} {
		if got := (Look{Mode: c.mode}).Theme().Color(theme.ColorNameBackground, c.system); got != c.want.Back {
			t.Errorf("%s on variant %d has the background %v", c.mode, c.system, got)
		}
	}
}
