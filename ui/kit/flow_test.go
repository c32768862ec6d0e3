package kit

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

func TestAFlowGoesOnInAFurtherRow(t *testing.T) {
	Look{}.Wear(test.NewTempApp(t))
	title, chips, buttons := Gap(100, 30), Gap(200, 20), Gap(150, 30)
	f := Flow(title, chips, buttons)
	f.Resize(fyne.NewSize(600, 30))
	if chips.Position() != fyne.NewPos(108, 5) || buttons.Position() != fyne.NewPos(450, 0) || f.MinSize() != fyne.NewSize(200, 30) {
		t.Errorf("wide: chips are at %v, buttons at %v, the whole is %v", chips.Position(), buttons.Position(), f.MinSize())
	}
	f.Resize(fyne.NewSize(320, 30))
	if chips.Position().Y != 5 || buttons.Position() != fyne.NewPos(170, 38) || f.MinSize().Height != 68 {
		t.Errorf("narrow: chips are at %v, buttons at %v, the whole is %v", chips.Position(), buttons.Position(), f.MinSize())
	}
}

// What is hidden takes no room, and leaves no gap.
func TestAFlowPassesOverWhatIsHidden(t *testing.T) {
	Look{}.Wear(test.NewTempApp(t))
	first, hidden, wide, last := Gap(100, 30), Gap(900, 90), Gap(200, 20), Gap(0, 1)
	f := Flow(first, hidden, wide, last)
	hidden.Hide()
	f.Resize(fyne.NewSize(600, 30))
	if wide.Position().X != 108 || f.MinSize() != fyne.NewSize(200, 30) {
		t.Errorf("what follows is at %v, the whole is %v", wide.Position(), f.MinSize())
	}
}
