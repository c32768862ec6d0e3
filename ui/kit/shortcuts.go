package kit

import (
	"runtime"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// Shortcut is the platform's command key (Ctrl, or ⌘ on a Mac) with another
// key, for MenuItem.Shortcut or Canvas.AddShortcut.
func Shortcut(key fyne.KeyName) *desktop.CustomShortcut {
	return &desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierShortcutDefault}
}

// ShiftShortcut is Shortcut with Shift held too.
func ShiftShortcut(key fyne.KeyName) *desktop.CustomShortcut {
	return &desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierShortcutDefault | fyne.KeyModifierShift}
}

// ShortcutText is how a shortcut is written on a button: Ctrl N, ⌘N.
func ShortcutText(s *desktop.CustomShortcut) string { return shortcutText(s, runtime.GOOS == "darwin") }

func shortcutText(s *desktop.CustomShortcut, mac bool) string {
	names := map[fyne.KeyName]string{fyne.KeyReturn: "Enter", fyne.KeyEscape: "Esc", fyne.KeyComma: ","}
	key := names[s.KeyName]
	if key == "" {
		key = string(s.KeyName)
	}
	shift := s.Modifier&fyne.KeyModifierShift != 0
	switch {
	case mac && shift:
		return "⇧⌘" + strings.Replace(key, "Enter", "↩", 1)
	case mac:
		return "⌘" + strings.Replace(key, "Enter", "↩", 1)
	case shift:
		return "Ctrl Shift " + key
	}
	return "Ctrl " + key
}

// WithShortcut is a label with its shortcut after it, as buttons carry it.
func WithShortcut(label string, s *desktop.CustomShortcut) string {
	return label + "  " + ShortcutText(s)
}
