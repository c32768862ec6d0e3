package settings

import (
	"errors"
	"os"
	"path/filepath"
	"strings"

	"ownerdesk/app"
	"ownerdesk/app/workday"
	"ownerdesk/reports/sheet"
)

// announced is a file with one or more years of a calendar.
type announced struct {
	source   string
	specials []workday.Special
	years    []int
}

// readAnnounced reads a year as holiday-cn gives it, or a table of days (.csv,
// .xlsx). Its errors are workday.Problems, or a sheet.Problem when it is no table.
func readAnnounced(path string) (announced, error) {
	a := announced{source: filepath.Base(path)}
	var err error
	if strings.EqualFold(filepath.Ext(path), ".json") {
		a.specials, a.years, err = readJSON(path)
		return a, err
	}
	book, err := sheet.ReadFile(path)
	if err != nil {
		return a, err
	}
	a.specials, a.years, err = workday.ReadCSV(texts(book))
	return a, err
}

// mostJSON is larger than a year's announcement ever is.
const mostJSON = 1 << 20

func readJSON(path string) ([]workday.Special, []int, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, nil, err
	}
	if info.Size() > mostJSON {
		return nil, nil, workday.Problems{{Field: "file", Rule: workday.RuleTooLarge}}
	}
	text, err := os.ReadFile(path)
	if err != nil {
		return nil, nil, err
	}
	return workday.ReadHolidayCN(text)
}

// texts are the rows of the first sheet that has any and is not hidden.
func texts(b sheet.Book) [][]string {
	for _, s := range b.Sheets {
		if s.Hidden || len(s.Rows) == 0 {
			continue
		}
		rows := make([][]string, len(s.Rows))
		for i, cells := range s.Rows {
			for _, c := range cells {
				rows[i] = append(rows[i], c.Text)
			}
		}
		return rows
	}
	return nil
}

// year is one year of the file for a region. The announcement of a single year
// may reach into the December before.
func (a announced) year(r workday.Region, year int) app.CalendarYear {
	y := app.CalendarYear{Region: r, Year: year, Source: a.source}
	for _, s := range a.specials {
		if s.Date.Year == year || len(a.years) == 1 {
			y.Specials = append(y.Specials, s)
		}
	}
	return y
}

// problemsOf are what is wrong with a file that could not be read.
func problemsOf(err error) []workday.Problem {
	var several workday.Problems
	var single workday.Problem
	switch {
	case errors.As(err, &several):
		return several
	case errors.As(err, &single):
		return []workday.Problem{single}
	}
	return nil
}
