// Command bare opens a Fyne window in the fonts of the program with two lines
// in it and nothing else: what the program's own window is measured against
// (see .ci/window.sh). It knows no office and no file, and is shipped to nobody.
package main

import (
	"fyne.io/fyne/v2"
	fyneapp "fyne.io/fyne/v2/app"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"ownerdesk/assets/fonts"
)

// twoFonts is Fyne's own theme but for the fonts.
type twoFonts struct{ fyne.Theme }

var (
	regular = fyne.NewStaticResource("regular.ttf", fonts.Regular)
	bold    = fyne.NewStaticResource("bold.ttf", fonts.Bold)
)

// Font is the program's, as in its own theme.
func (t twoFonts) Font(s fyne.TextStyle) fyne.Resource {
	switch {
	case s.Symbol:
		return t.Theme.Font(s)
	case s.Bold:
		return bold
	}
	return regular
}

func main() {
	a := fyneapp.NewWithID("com.ownerdesk.bare")
	a.Settings().SetTheme(twoFonts{theme.DefaultTheme()})
	w := a.NewWindow("Bare")
	w.SetContent(container.NewVBox(
		widget.NewLabel("業主服務臺"),
		widget.NewLabelWithStyle("業主服務臺", fyne.TextAlignLeading, fyne.TextStyle{Bold: true}),
	))
	w.Resize(fyne.NewSize(1240, 640))
	w.ShowAndRun()
}
