package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// tickBox is the box before a row.
type tickBox struct {
	widget.BaseWidget
	on     bool
	tapped func()
	icon   *widget.Icon
}

func newTickBox(tapped func()) *tickBox {
	b := &tickBox{tapped: tapped, icon: widget.NewIcon(theme.CheckButtonIcon())}
	b.ExtendBaseWidget(b)
	b.Hidden = true
	return b
}

func (b *tickBox) set(shown, on bool) {
	if b.Hidden == shown {
		b.Hidden = !shown
		b.Refresh()
	}
	if b.on == on {
		return
	}
	b.on = on
	if b.icon.SetResource(theme.CheckButtonIcon()); on {
		b.icon.SetResource(theme.NewPrimaryThemedResource(theme.CheckButtonCheckedIcon()))
	}
}

func (b *tickBox) Tapped(*fyne.PointEvent) { b.tapped() }

func (b *tickBox) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(b.icon) }
