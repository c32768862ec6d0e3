package data

import "ownerdesk/app"

var (
	disturbances = tableOf("disturbances", disturbanceCells, "issue_id")
	inspections  = tableOf("inspections", inspectionCells, "issue_id")
)

func disturbanceCells(d *app.Disturbance) cells {
	return cells{
		{"n", &d.N},
		{"round", &d.Round},
		{"number", &d.Number},
		{"at", moment{&d.At}},
		{"by_id", to(&d.By)},
		{"part", &d.Part},
		{"from_at", moment{&d.From}},
		{"to_at", moment{&d.To}},
		{"whom", &d.Whom},
		{"told", moment{&d.Told}},
		{"how", &d.How},
		{"late", &d.Late},
	}
}

func inspectionCells(i *app.Inspection) cells {
	return cells{
		{"n", &i.N},
		{"round", &i.Round},
		{"feedback", &i.Feedback},
		{"at", moment{&i.At}},
		{"by_id", to(&i.By)},
		{"inspector_id", to(&i.Inspector)},
		{"inspected", moment{&i.Inspected}},
		{"place", &i.Place},
		{"passed", &i.Passed},
		{"result", &i.Result},
		{"photo", &i.Photo},
		{"no_photo", &i.NoPhoto},
	}
}
