package issues

import (
	"image/png"
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2/test"

	"ownerdesk/app"
	"ownerdesk/assets/lang"
	"ownerdesk/ui/kit"
)

// TestGallery draws the screens into the folder that GALLERY names, for a
// person to look at: GALLERY=/tmp/look go test -run Gallery ./ui/issues
func TestGallery(t *testing.T) {
	folder := os.Getenv("GALLERY")
	if folder == "" {
		t.Skip("GALLERY names no folder")
	}
	for _, language := range lang.All {
		for name, draw := range map[string]func(*world){
			"intake": galleryIntake, "intake-empty": galleryEmpty, "intake-search": gallerySearch, "intake-saved": gallerySaved,
		} {
			x := sit(t, language)
			draw(x)
			x.save(filepath.Join(folder, name+"-"+string(language)+".png"))
			x.win.Close()
		}
	}
}

func (x *world) save(path string) {
	f, err := os.Create(path)
	if err != nil {
		x.Fatal(err)
	}
	defer f.Close()
	if err := png.Encode(f, x.win.Canvas().Capture()); err != nil {
		x.Fatal(err)
	}
}

func galleryIntake(x *world) {
	x.call(app.Complaint)
	x.Clock.Add(1e9 * 60 * 60 * 24)
	p := x.intake()
	test.Type(p.search, "3-2-5")
	p.Choose(p.found[0])
	kit.SetValue(p.facts.kind, app.Complaint)
	p.facts.setCategory("EQ1")
	kit.SetValue(p.facts.level, app.Major)
	p.facts.description.SetText("三樓電梯近一週多次異響並有輕微頓挫，老人乘梯時感到不安。上週已致電一次，工程部到場檢查後未見改善。")
	p.facts.wish.SetText("查明原因、限期修復，告知安全性")
	x.see(p.Root)
}

func galleryEmpty(x *world) { x.see(x.intake().Root) }

func gallerySearch(x *world) {
	p := x.intake()
	x.see(p.Root)
	test.Type(p.search, "3-2")
}

func gallerySaved(x *world) {
	p := x.intake()
	galleryFill(p)
	x.see(p.Root)
	p.Save()
}

func galleryFill(p *Intake) {
	test.Type(p.search, "3-2-5")
	p.Choose(p.found[0])
	kit.SetValue(p.facts.kind, app.Repair)
	p.facts.setCategory("EQ1")
	p.facts.description.SetText("三樓電梯近一週多次異響")
}

// intake is the form as it is seen.
func (x *world) intake() *Intake {
	p := NewIntake(x.Seat, asks{x.store, x})
	x.see(p.Root)
	p.Shown()
	return p
}
