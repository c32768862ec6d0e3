package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"ownerdesk/assets/fonts"
)

// Mode is which palette a look takes; it is kept in the settings as its word.
type Mode string

// The modes: as the computer is set, always light, always dark.
const (
	ModeSystem Mode = "system"
	ModeLight  Mode = "light"
	ModeDark   Mode = "dark"
)

// Look is what a person may choose about how the program looks.
type Look struct {
	Mode  Mode
	Scale float32 // of text and distances; 0 counts as 1
	Plain bool    // Fyne's own small typeface, for tests that read words and look at no picture
}

// Wear gives the program a look, at once and everywhere.
func (l Look) Wear(a fyne.App) { a.Settings().SetTheme(l.Theme()) }

// Theme is the look as Fyne wants it.
func (l Look) Theme() *Theme {
	if l.Scale <= 0 {
		l.Scale = 1
	}
	return &Theme{mode: l.Mode, scale: l.Scale, plain: l.Plain, rest: theme.DefaultTheme()}
}

// OnLookChanged calls f whenever the look worn changes, also when the computer
// turns dark. What is built from this package redraws by itself.
func OnLookChanged(a fyne.App, f func()) {
	a.Settings().AddListener(func(fyne.Settings) { f() })
}

// Theme is Fyne's theme in our colours, fonts and density.
type Theme struct {
	mode  Mode
	scale float32
	plain bool
	rest  fyne.Theme
}

var (
	regular = fyne.NewStaticResource("regular.ttf", fonts.Regular)
	bold    = fyne.NewStaticResource("bold.ttf", fonts.Bold)
)

// Font is one of two faces for all styles: each parsed font costs some 40 MB.
func (t *Theme) Font(s fyne.TextStyle) fyne.Resource {
	switch {
	case s.Symbol || t.plain:
		return t.rest.Font(s)
	case s.Bold:
		return bold
	}
	return regular
}

// Icon is Fyne's.
func (t *Theme) Icon(n fyne.ThemeIconName) fyne.Resource { return t.rest.Icon(n) }

// sizes are those that differ from Fyne's.
var sizes = map[fyne.ThemeSizeName]float32{
	theme.SizeNameText:            sizeBody,
	theme.SizeNameCaptionText:     sizeSmall,
	theme.SizeNameSubHeadingText:  16,
	theme.SizeNameHeadingText:     sizeTitle,
	theme.SizeNamePadding:         4,
	theme.SizeNameInnerPadding:    6,
	theme.SizeNameInputRadius:     6,
	theme.SizeNameSelectionRadius: 6,
	theme.SizeNameInlineIcon:      18,
	theme.SizeNamePopupRadius:     10,
}

// Size is our density where it differs from Fyne's, at the scale of the look.
func (t *Theme) Size(n fyne.ThemeSizeName) float32 {
	if s, ours := sizes[n]; ours {
		return s * t.scale
	}
	return t.rest.Size(n) * t.scale
}

func (t *Theme) palette(system fyne.ThemeVariant) Palette {
	if t.variant(system) == theme.VariantDark {
		return Dark
	}
	return Light
}

func (t *Theme) variant(system fyne.ThemeVariant) fyne.ThemeVariant {
	switch t.mode {
	case ModeLight:
		return theme.VariantLight
	case ModeDark:
		return theme.VariantDark
	}
	return system
}

// Color is ours where the palette has a meaning for it.
func (t *Theme) Color(n fyne.ThemeColorName, v fyne.ThemeVariant) color.Color {
	p := t.palette(v)
	switch n {
	case theme.ColorNameBackground:
		return p.Back
	case theme.ColorNameForeground:
		return p.Text
	case theme.ColorNamePrimary, theme.ColorNameHyperlink:
		return p.Accent
	case theme.ColorNamePlaceHolder, theme.ColorNameDisabled:
		return p.Muted
	case theme.ColorNameInputBackground, theme.ColorNameOverlayBackground, theme.ColorNameMenuBackground:
		return p.Surface
	case theme.ColorNameInputBorder:
		return p.Edge
	case theme.ColorNameSeparator:
		return p.Line
	case theme.ColorNameButton, theme.ColorNameDisabledButton, theme.ColorNameHeaderBackground:
		return p.Wash[Plain]
	case theme.ColorNameFocus:
		return faint(p.Accent, 0x22)
	case theme.ColorNameHover:
		return faint(p.Accent, 0x14)
	case theme.ColorNamePressed, theme.ColorNameSelection:
		return faint(p.Accent, 0x33)
	case theme.ColorNameForegroundOnPrimary, theme.ColorNameForegroundOnError,
		theme.ColorNameForegroundOnSuccess, theme.ColorNameForegroundOnWarning:
		return p.Surface
	case theme.ColorNameError:
		return p.Ink[Bad]
	case theme.ColorNameWarning:
		return p.Ink[Warn]
	case theme.ColorNameSuccess:
		return p.Ink[Good]
	}
	return t.rest.Color(n, t.variant(v))
}
