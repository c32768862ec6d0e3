package data

import (
	"context"
	"strings"

	"ownerdesk/app"
	"ownerdesk/app/register"
)

// Known lists what the register holds of one estate, or of all for 0, in the
// form an import is compared with.
func (s *Store) Known(ctx context.Context, project app.ProjectID) ([]register.Known, error) {
	all, err := list(ctx, s.ro, func(r row) (k register.Known, err error) {
		var numbers string
		err = r.Scan(&k.Project, &k.Area, &k.Place.Building, &k.Place.Unit, &k.Place.Floor, &k.Place.Room, &k.Size,
			&k.Name, &numbers, &k.Email, &k.WeChat, &k.Kind, &k.Note)
		if numbers != "" {
			k.Phones = strings.Split(numbers, "\n")
		}
		k.Place = register.Place{
			Building: register.Building(k.Place.Building), Unit: register.Unit(k.Place.Unit),
			Floor: register.Floor(k.Place.Floor), Room: register.Room(k.Place.Room),
		}
		return k, err
	}, `
		SELECT j.name, COALESCE(a.name, ''), b.name, r.unit, r.floor, r.door, r.size,
			COALESCE(p.name, ''), COALESCE((SELECT group_concat(number, char(10)) FROM (SELECT number FROM phones WHERE person_id = p.id ORDER BY n)), ''),
			COALESCE(p.email, ''), COALESCE(p.wechat, ''), COALESCE(t.owner, ''), COALESCE(p.note, r.note)
		FROM rooms r JOIN buildings b ON b.id = r.building_id JOIN projects j ON j.id = b.project_id
		LEFT JOIN areas a ON a.id = b.area_id
		LEFT JOIN ties t ON t.room_id = r.id AND t.ended = 0
		LEFT JOIN people p ON p.id = t.person_id
		WHERE j.id = ? OR ? = 0
		ORDER BY r.id, t.owner DESC, p.id`, int64(project), int64(project))
	return all, s.explain(err)
}
