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
	"ownerdesk/assets/samples"
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
	"import-file": galleryFile, "import-wanted": galleryColumns([]byte(troubled), "某小区.csv"), "import-messy": galleryColumns(samples.Messy, "owners-messy.xlsx"), "import-gbk": galleryColumns(samples.GBK, "owners-gbk.csv"),
	"import-big5": galleryColumns(samples.Big5, "owners-big5.csv"), "import-preview": galleryPreview, "import-refused": galleryRefused, "import-done": galleryDone,
	"import-issues": galleryLedger(0), "import-issues-columns": galleryLedger(1), "import-issues-preview": galleryLedger(2), "import-issues-done": galleryLedger(3),
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

// bring begins an import with a file.
func (x *world) bring(name string, raw []byte) *Import {
	x.Helper()
	x.path = filepath.Join(x.TB.TempDir(), name)
	x.keep(os.WriteFile(x.path, raw, 0o600))
	p := NewImport(x.Seat, x.store, x.World.Project)
	x.see(p.Root)
	p.Shown()
	p.pick()
	return p
}

func galleryFile(x *world) { x.see(NewImport(x.Seat, x.store, 0).Root) }

func galleryColumns(raw []byte, name string) func(*world) {
	return func(x *world) { x.bring(name, raw) }
}

func galleryPreview(x *world) {
	p := x.bring("owners-messy.xlsx", samples.Messy)
	p.Next()
	p.outcome.turn(partNotes)
}

// troubled is a register with something of everything wrong.
const troubled = "楼栋,单元,房号,业主姓名,联系电话,类型,身份证号,备注\n3,2,501,張小明,13812345679,租户,330101198001010018,养狗\n3,2,502,王五,139000014245,,,\n3,2,,赵六,13900001424,,,\n" +
	"3,2,1201,钱七,13900001426,空置,,\n3,2,501,李娜,13900001424,家属,,\n合计,,4,,,,,\n"

func galleryRefused(x *world) {
	p := x.bring("某小区.csv", []byte(troubled))
	p.Next()
}

func galleryDone(x *world) {
	p := x.bring("owners-messy.xlsx", samples.Messy)
	p.Next()
	p.Next()
}

func galleryLedger(step int) func(*world) {
	return func(x *world) {
		if step == 0 {
			x.see(NewImportIssues(x.Seat, x.store, 0).Root)
			return
		}
		p := x.takeOver(pastRows)
		for range step - 1 {
			p.Next()
		}
	}
}
