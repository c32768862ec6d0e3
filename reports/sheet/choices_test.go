package sheet

import (
	"bytes"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

func TestLongListsAndSheetsForProgramsAreHidden(t *testing.T) {
	long := []string{"噪音、違建等秩序問題", "a, b", strings.Repeat("長", 200), strings.Repeat("更長", 60)}
	b, _, raw := again(t,
		Table{Name: "form", Columns: []Column{{Title: "x", Choices: []string{"5", "4"}}, {Title: "y", Choices: long}, {Title: "z", Choices: long}}},
		Table{Name: "codes", Hidden: true, Columns: []Column{{Title: "code"}}, Rows: rows([]any{"SERVICE-1"})})
	var hidden []string
	for _, s := range b.Sheets {
		if s.Hidden {
			hidden = append(hidden, s.Name)
		}
	}
	if strings.Join(hidden, " ") != "codes _lists" || b.Sheets[2].Rows[3][0].Text != long[3] {
		t.Errorf("hidden are %v; lists %v", hidden, b.Sheets[2].Rows)
	}
	f, err := excelize.OpenReader(bytes.NewReader(raw))
	if err != nil {
		t.Fatal(err)
	}
	all, err := f.GetDataValidations("form")
	if err != nil || len(all) != 3 || all[1].Formula1 != "_lists!$A$1:$A$4" || all[2].Formula1 != all[1].Formula1 || !strings.Contains(all[0].Formula1, "5,4") {
		t.Errorf("%v, %+v", err, all)
	}
}
