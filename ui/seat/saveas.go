package seat

import (
	"os"
	"path/filepath"
	"strings"

	"ownerdesk/ui/kit"
)

// SaveAs asks where to write files that differ by their endings, and asks once more
// before one that is there already is replaced. picked is given the path without an
// ending.
func (s *Seat) SaveAs(title, name string, endings []string, picked func(path string)) {
	s.Outside.PickSave(title, name+endings[0], func(path string) {
		for _, end := range endings {
			if strings.EqualFold(filepath.Ext(path), end) {
				path = strings.TrimSuffix(path, filepath.Ext(path))
				break
			}
		}
		var there []string
		for _, end := range endings {
			if _, err := os.Lstat(path + end); err == nil {
				there = append(there, filepath.Base(path+end))
			}
		}
		if len(there) == 0 {
			picked(path)
			return
		}
		kit.Confirm(s.Window.Canvas(), kit.Question{
			Title: s.Say("save.replace.title"), Text: s.Say("save.replace.what", s.List(there)),
			Yes: s.Say("save.replace"), No: s.Say("save.cancel"), Danger: true,
		}, func() { picked(path) })
	})
}
