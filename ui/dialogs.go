package ui

import (
	"encoding/json"
	"log/slog"

	fynelang "fyne.io/fyne/v2/lang"

	"ownerdesk/assets/lang"
)

// fyneWords are the words of Fyne's own that are seen, in its file dialogs and in
// the menu of an input, under our names for them.
var fyneWords = map[string]string{
	"Cancel": "cancel", "Copy": "copy", "Create Folder": "create", "Cut": "cut", "Enter filename": "filename",
	"New Folder": "folder", "Open": "open", "Paste": "paste", "Redo": "redo", "Save": "save",
	"Select all": "all", "Show Hidden Files": "hidden", "Undo": "undo", "file.name": "name", "file.parent": "parent",
}

// lend gives Fyne our words in the language of the screen. By itself it speaks
// the system's, and of Chinese only the simplified.
func lend(w lang.Words) {
	texts := map[string]string{}
	for theirs, ours := range fyneWords {
		texts[theirs] = w.Say("fyne." + ours)
	}
	raw, err := json.Marshal(texts)
	if err == nil {
		err = fynelang.AddTranslationsForLocale(raw, fynelang.SystemLocale())
	}
	if err != nil {
		slog.Error("words for fyne", "err", err)
	}
}
