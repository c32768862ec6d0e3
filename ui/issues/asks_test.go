package issues

import (
	"context"
	"strings"

	"ownerdesk/app"
	"ownerdesk/data"
)

// asks is the real store, with a register to search until it can.
type asks struct {
	*data.Store
	x *world
}

func (a asks) Find(_ context.Context, query string, _ int) ([]app.Found, error) {
	one := app.Found{
		Project: a.x.Ground.Projects[a.x.World.Project], Area: app.Area{ID: a.x.East}, Building: app.Building{ID: a.x.Buildings["3"], Name: "3", Note: "電梯本月大修"},
		Room:   app.Room{ID: a.x.Rooms["3-2-501"], Unit: "2", Door: "501"},
		Person: app.Person{ID: a.x.People["張小明"], Name: "張小明", Phones: []string{"13812345678"}}, Owner: "OW-SELF",
	}
	other := one
	other.Person = app.Person{ID: a.x.People["李娜"], Name: "李娜", Phones: []string{"13900001424"}}
	other.Owner = "OW-FAM"
	if strings.HasPrefix("3-2-501", query) {
		return []app.Found{one, other}, nil
	}
	return nil, nil
}
