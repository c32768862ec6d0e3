package register

import (
	"image/png"
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"ownerdesk/app"
	"ownerdesk/assets/lang"
	"ownerdesk/ui/kit"
)

// TestGallery draws the place into the folder that GALLERY names, for a person
// to look at: GALLERY=/tmp/look go test -run Gallery ./ui/register
func TestGallery(t *testing.T) {
	folder := os.Getenv("GALLERY")
	if folder == "" {
		t.Skip("GALLERY names no folder")
	}
	for _, language := range lang.All {
		for name, draw := range galleries {
			x := sit(t, language)
			draw(x)
			x.save(filepath.Join(folder, name+"-"+string(language)+".png"))
			x.win.Close()
		}
	}
}

var galleries = map[string]func(*world){
	"register": galleryRoom, "register-dark": galleryDark, "register-found": galleryFound, "register-empty": galleryEmpty,
	"register-person": galleryPerson, "register-building": galleryBuilding, "register-roomform": galleryRoomForm, "register-tie": galleryTie, "register-menu": galleryMenu,
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

// busy is a room with people, notes and issues.
func (x *world) busy() *Page {
	x.call(app.Complaint)
	x.Clock.Add(1e9 * 60 * 60 * 24)
	x.call(app.Repair)
	p := x.page()
	x.keep(x.Seat.Desk.ChangeTie(x.Context(), app.Tie{Person: x.People["張小明"], Room: x.Rooms["2-1-501"], Owner: "OW-LET"}))
	x.keep(x.Seat.Desk.ChangeTie(x.Context(), app.Tie{Person: x.People["陳大文"], Room: x.Rooms["3-2-501"], Owner: "OW-TEN", Ended: true}))
	p.ShowRoom(x.Rooms["3-2-501"])
	return p
}

func (x *world) keep(err error) {
	x.Helper()
	if err != nil {
		x.Fatal(err)
	}
}

func galleryRoom(x *world) {
	p := x.busy()
	p.turn(3)
	p.places.Select(3)
}

func galleryDark(x *world) {
	kit.Look{Mode: kit.ModeDark}.Wear(fyne.CurrentApp())
	galleryRoom(x)
}

func galleryFound(x *world) {
	p := x.busy()
	test.Type(p.search, "3-2")
}

func galleryEmpty(x *world) {
	p := x.page()
	p.showEstate(estate{projects: []app.Project{{ID: 1, Name: "雲棲花園"}}, project: app.Project{ID: 1, Name: "雲棲花園"}}, nil)
}

func galleryPerson(x *world) {
	p := x.busy()
	p.open[p.detail.people[0].person.ID] = true
	p.editPerson(p.detail.people[0])
}

func galleryBuilding(x *world) { p := x.busy(); p.editBuilding(p.estate.buildings[2]) }
func galleryRoomForm(x *world) { p := x.busy(); p.editRoom(p.detail.home.room) }
func galleryMenu(x *world)     { p := x.busy(); p.menu(p.search, p.corrections()) }
func galleryTie(x *world)      { x.busy().addTie() }
