package reports

import (
	"testing"

	"ownerdesk/app"
	"ownerdesk/assets/lang"
	"ownerdesk/reports/say"
)

func TestWhatAnOwnerWroteIsProposedWithoutPeople(t *testing.T) {
	words, err := lang.Load(lang.Traditional)
	if err != nil {
		t.Fatal(err)
	}
	v := say.Voice{Words: words, Ground: app.Ground{
		Staff:       map[app.StaffID]app.Staff{1: {ID: 1, Name: "趙強", Dept: 2}, 2: {ID: 2, Name: "李"}},
		Departments: map[app.DeptID]app.Department{2: {ID: 2, Name: "工程維修部"}},
	}}
	for text, want := range map[string]string{
		"趙強修得很快":               "工程維修部修得很快",
		"赵强修得很快":               "工程維修部修得很快",
		"王先生態度好":               "某先生態度好",
		"請回電 13812345678":      "請回電 ***",
		"  行李房的燈壞了\n":          "行李房的燈壞了",
		"Ask Mr Smith at once": "Ask " + words.Say("paper.public.somebody") + " at once",
	} {
		if got := Quotable(v, text); got != want {
			t.Errorf("%q is proposed as %q, want %q", text, got, want)
		}
	}
}
