package main_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

const module = "ownerdesk"

// mayAsk names, for each room of the house, the rooms it may ask.
var mayAsk = map[string]string{
	"app":     "",
	"assets":  "",
	"data":    "app",
	"reports": "app assets",
	"ui":      "app assets reports",
}

// mayUse names the only places that may use a package from outside, or a
// package of the standard library that is not for everyone. The empty string
// stands for nowhere: the program talks to no one but the person at the desk.
var mayUse = map[string]string{
	"fyne.io":                          "ui main.go",
	"database/sql":                     "data",
	"modernc.org":                      "data",
	"github.com/jung-kurt/gofpdf":      "reports/paper",
	"github.com/skip2/go-qrcode":       "reports/paper",
	"github.com/xuri/excelize":         "reports/sheet",
	"gonum.org/v1/plot":                "reports/chart",
	"github.com/gofrs/flock":           "data main.go",
	"gopkg.in/natefinch/lumberjack.v2": "main.go",
	"pgregory.net/rapid":               "app/soak",
	"net/http":                         "",
}

// appMayUse are the packages from outside that only compute.
const appMayUse = "golang.org/x/text gonum.org/v1/gonum github.com/mozillazg/go-pinyin"

func TestRoomsAskOnlyWhomTheyMay(t *testing.T) {
	for _, s := range sources(t) {
		for _, offence := range strayImports(s) {
			t.Error(offence)
		}
	}
}

func TestAStrayImportIsFound(t *testing.T) {
	for _, c := range []struct {
		path, imports string
		stray         bool
	}{
		{"app/issue.go", "ownerdesk/data", true},
		{"app/issue.go", "ownerdesk/app/workday", false},
		{"app/issue.go", "ownerdesk/assets/lang", true},
		{"app/issue.go", "database/sql", true},
		{"app/issue.go", "fyne.io/fyne/v2", true},
		{"app/issue.go", "github.com/gofrs/flock", true},
		{"app/issue.go", "golang.org/x/text/unicode/norm", false},
		{"app/issue.go", "slices", false},
		{"assets/lang/lang.go", "ownerdesk/app", true},
		{"data/issue.go", "ownerdesk/app", false},
		{"data/issue.go", "ownerdesk/ui/kit", true},
		{"data/open.go", "modernc.org/sqlite", false},
		{"reports/slip.go", "ownerdesk/data", true},
		{"reports/slip.go", "github.com/jung-kurt/gofpdf", true},
		{"reports/paper/page.go", "github.com/jung-kurt/gofpdf", false},
		{"reports/paper/page.go", "github.com/xuri/excelize/v2", true},
		{"reports/sheet/sheet.go", "github.com/xuri/excelize/v2", false},
		{"ui/today/today.go", "ownerdesk/data", true},
		{"ui/today/today.go", "fyne.io/fyne/v2/widget", false},
		{"ui/today/today.go", "net/http", true},
		{"main.go", "ownerdesk/data", false},
		{"main.go", "fyne.io/fyne/v2/app", false},
		{"main.go", "database/sql", true},
		{"misc/misc.go", "ownerdesk/app", true},
	} {
		s := planted(t, c.path, "package p\nimport _ \""+c.imports+"\"\n")
		if found := len(strayImports(s)) > 0; found != c.stray {
			t.Errorf("%s imports %s: an offence is %v, want %v", c.path, c.imports, found, c.stray)
		}
	}
}

// strayImports tells which imports of a file cross a wall of the house.
func strayImports(s source) []string {
	var found []string
	room, _, inside := strings.Cut(s.path, "/")
	for _, i := range s.file.Imports {
		name := strings.Trim(i.Path.Value, `"`)
		switch other, ours := strings.CutPrefix(name, module+"/"); {
		case ours && inside && !mayAskRoom(room, other):
			found = append(found, fmt.Sprintf("%s asks %s", s.path, name))
		case !ours && !mayUsePackage(s.path, room, name):
			found = append(found, fmt.Sprintf("%s uses %s", s.path, name))
		}
	}
	return found
}

func mayAskRoom(room, name string) bool {
	other, _, _ := strings.Cut(name, "/")
	return other == room || slices.Contains(strings.Fields(mayAsk[room]), other)
}

func mayUsePackage(path, room, name string) bool {
	for pkg, places := range mayUse {
		if within(name, pkg) || strings.HasPrefix(name, pkg+"/v") {
			return within(path, places)
		}
	}
	// A package whose name begins with a domain is from outside.
	domain, _, _ := strings.Cut(name, "/")
	return room != "app" || !strings.Contains(domain, ".") || within(name, appMayUse)
}
