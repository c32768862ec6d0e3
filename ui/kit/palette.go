package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// Tone is a meaning that has a colour; every tone also has words beside it on screen.
type Tone int

// The tones, from quiet to urgent.
const (
	Plain Tone = iota
	Info
	Good
	Warn
	Bad
)

// Palette holds one look. Line parts things from each other, Edge is round what
// can be filled in; Ink and Wash are a tone's text and its background.
type Palette struct {
	Back, Surface, Line, Edge, Text, Muted, Accent color.NRGBA
	Ink, Wash                                      [5]color.NRGBA
}

// Light is the palette for daylight.
var Light = Palette{
	Back: hex(0xF4F6F8), Surface: hex(0xFFFFFF), Line: hex(0xE1E5EA), Edge: hex(0xBCC5CF),
	Text: hex(0x1B2128), Muted: hex(0x5B6775), Accent: hex(0x1D5FBF),
	Ink:  [5]color.NRGBA{hex(0x48535F), hex(0x1D5FBF), hex(0x1B7348), hex(0xA15300), hex(0xB4233C)},
	Wash: [5]color.NRGBA{hex(0xEDF0F3), hex(0xE7F0FC), hex(0xE5F5EC), hex(0xFFF1DD), hex(0xFDE9EC)},
}

// Dark is the palette for the evening.
var Dark = Palette{
	Back: hex(0x14171B), Surface: hex(0x1C2025), Line: hex(0x2D333A), Edge: hex(0x525C67),
	Text: hex(0xE7EAEE), Muted: hex(0x9AA6B2), Accent: hex(0x73A9F5),
	Ink:  [5]color.NRGBA{hex(0xB6C0CA), hex(0x8CBBFF), hex(0x7FD3A5), hex(0xF2B866), hex(0xFF96A5)},
	Wash: [5]color.NRGBA{hex(0x2A3037), hex(0x1B2E4A), hex(0x17352A), hex(0x3C2C14), hex(0x45202A)},
}

func hex(v uint32) color.NRGBA {
	return color.NRGBA{R: uint8(v >> 16), G: uint8(v >> 8), B: uint8(v), A: 0xff}
}

// faint is a colour that lets what is under it show through.
func faint(c color.NRGBA, alpha uint8) color.NRGBA {
	c.A = alpha
	return c
}

// Pal is the palette of the look that is worn now. Ask it each time something
// is drawn or refreshed: the look may change while the program runs.
func Pal() Palette {
	s := fyne.CurrentApp().Settings()
	if t, ours := s.Theme().(*Theme); ours {
		return t.palette(s.ThemeVariant())
	}
	if s.ThemeVariant() == theme.VariantDark {
		return Dark
	}
	return Light
}

// Px is a length of the look at the scale that is worn now.
func Px(length float32) float32 {
	if t, ours := fyne.CurrentApp().Settings().Theme().(*Theme); ours {
		return length * t.scale
	}
	return length
}
