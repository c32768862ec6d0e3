package data

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"ownerdesk/app"
	"ownerdesk/app/annual"
	"ownerdesk/app/improve"
)

// Who is asked of a room: who trades or lives there, before who lets it; after them
// family and others who live there. Seats of the committee and those who gave no
// name say nothing about who lives there.
var (
	askedRank = func() string {
		var b strings.Builder
		b.WriteString(`CASE t.owner`)
		for i, k := range annual.AskedFirst {
			fmt.Fprintf(&b, ` WHEN '%s' THEN %d`, k, i)
		}
		fmt.Fprintf(&b, ` ELSE %d END`, len(annual.AskedFirst))
		return b.String()
	}()
	livesThere = fmt.Sprintf(`NOT t.ended AND t.owner NOT IN ('OW-COM', '%s')`, app.Anonymous)
)

// rankKind is the kind behind a rank; where only family is, its owner lives there.
func rankKind(rank int) app.OwnerKind {
	if rank < len(annual.AskedFirst) {
		return annual.AskedFirst[rank]
	}
	return annual.OwnerKinds[0]
}

// RegisterFrame lists the occupied households of an estate as they are now, by
// area, building, entrance and door.
func (s *Store) RegisterFrame(ctx context.Context, project app.ProjectID) ([]annual.FrameUnit, error) {
	all, err := list(ctx, s.ro, func(r row) (u annual.FrameUnit, err error) {
		var rank int
		err = r.Scan(to(&u.Room), to(&u.Area), &u.AreaName, to(&u.Building), &u.Block, &u.Entrance, &u.Door, &u.Floor, &rank)
		u.Owner = rankKind(rank)
		return u, err
	}, `SELECT r.id, b.area_id, COALESCE(a.name, ''), b.id, b.name, r.unit, r.door, r.floor, o.rank
		FROM (SELECT t.room_id, min(`+askedRank+`) AS rank FROM ties t WHERE `+livesThere+` GROUP BY t.room_id) o
		JOIN rooms r ON r.id = o.room_id JOIN buildings b ON b.id = r.building_id LEFT JOIN areas a ON a.id = b.area_id
		WHERE b.project_id = ?
		ORDER BY b.area_id, length(b.key), b.key, b.id, length(r.unit_key), r.unit_key, length(r.floor_key), r.floor_key, length(r.door_key), r.door_key`,
		int64(project))
	return all, s.explain(err)
}

// Addresses tells where units are found, and whom to ask for: those who are to the
// room what its stratum says, or else whoever is there now.
func (s *Store) Addresses(ctx context.Context, of annual.WantedUnits) ([]annual.Address, error) {
	var all []annual.Address
	err := s.read(ctx, func(q asker) error {
		h, err := surveyHead(ctx, q, of.Survey)
		if err != nil {
			return err
		}
		w := wanted(of)
		if all, err = w.places(ctx, q); err != nil {
			return err
		}
		return w.name(ctx, q, h.Strata, all)
	})
	return all, err
}

// places reads where units are found.
func (w someUnits) places(ctx context.Context, q asker) ([]annual.Address, error) {
	columns := unitCells(&annual.Unit{}).join(", ", func(name string) string { return "u." + name })
	return list(ctx, q, func(r row) (a annual.Address, err error) {
		err = r.Scan(append(unitCells(&a.Unit).fields(), &a.No, to(&a.Place.Area), to(&a.Place.Building),
			&a.Place.Block, &a.Place.Unit, &a.Place.Door)...)
		a.Place.Room = a.Unit.Room
		return a, err
	}, `SELECT `+columns+`, COALESCE(l.no, 0), b.area_id, b.id, b.name, r.unit, r.door
		FROM (SELECT * FROM `+w.from+`) u JOIN rooms r ON r.id = u.room_id JOIN buildings b ON b.id = r.building_id
		LEFT JOIN survey_links l ON l.survey_id = u.survey_id AND l.frame = u.frame AND l.unit = u.n`+w.order, w.args...)
}

// name adds whom to ask for.
func (w someUnits) name(ctx context.Context, q asker, strata []annual.Stratum, all []annual.Address) error {
	tied, err := list(ctx, q, func(r row) (p tiedPerson, err error) {
		err = r.Scan(&p.unit, &p.rank, &p.name, &p.phone)
		return p, err
	}, `SELECT u.n, `+askedRank+` AS rank, p.name, COALESCE((SELECT f.number FROM phones f WHERE f.person_id = p.id ORDER BY f.n LIMIT 1), '')
		FROM (SELECT * FROM `+w.from+`) u JOIN ties t ON t.room_id = u.room_id JOIN people p ON p.id = t.person_id
		WHERE `+livesThere+` ORDER BY u.n, rank, p.key, p.id`, w.args...)
	if err != nil {
		return err
	}
	of := map[int][]tiedPerson{}
	for _, p := range tied {
		of[p.unit] = append(of[p.unit], p)
	}
	for i := range all {
		kind := annual.OwnerKinds[0]
		if h := all[i].Unit.Stratum; h < len(strata) {
			kind = strata[h].Owner
		}
		askFor(&all[i], of[all[i].Unit.N], slices.Index(annual.AskedFirst, kind))
	}
	return nil
}

// tiedPerson is somebody who is something to a unit's room, the smaller the rank
// the sooner to be asked.
type tiedPerson struct {
	unit, rank  int
	name, phone string
}

// askFor names those of the rank the stratum speaks of, or else of the first there
// is. Nobody else of the household is told to whoever goes there.
func askFor(a *annual.Address, tied []tiedPerson, rank int) {
	if len(tied) == 0 {
		return
	}
	if !slices.ContainsFunc(tied, func(p tiedPerson) bool { return p.rank == rank }) {
		rank = tied[0].rank
	}
	for _, p := range tied {
		if p.rank != rank {
			continue
		}
		a.Names = append(a.Names, p.name)
		if a.Phone == "" {
			a.Phone = p.phone
		}
	}
}

// SurveyComplaints lists the complaints of an estate that came in within a year, by
// the first level of their category.
func (s *Store) SurveyComplaints(ctx context.Context, p app.ProjectID, from, until time.Time) (map[app.Category][]app.IssueID, error) {
	type complaint struct {
		id       app.IssueID
		category app.Category
	}
	all, err := list(ctx, s.ro, func(r row) (c complaint, err error) {
		err = r.Scan(&c.id, &c.category)
		return c, err
	}, `SELECT id, category FROM issues INDEXED BY issues_received WHERE received >= ? AND received < ?
		AND project_id = ? AND kind = ? AND state <> ? AND close_code <> ? ORDER BY received, id`,
		stamp(from), stamp(until), int64(p), string(app.Complaint), string(app.Void), string(app.ClosedMerged))
	by := map[app.Category][]app.IssueID{}
	for _, c := range all {
		by[c.category.Subject()] = append(by[c.category.Subject()], c.id)
	}
	return by, s.explain(err)
}

// IssueNumbers are what issues are called that anybody may read.
func (s *Store) IssueNumbers(ctx context.Context, ids []app.IssueID) (map[app.IssueID]string, error) {
	numbers := map[app.IssueID]string{}
	if len(ids) == 0 {
		return numbers, nil
	}
	for l, err := range s.EachLine(app.Reads(ctx, 0), app.Filter{Only: ids}, app.Order{}, time.Time{}) {
		if err != nil {
			return nil, fmt.Errorf("numbers of %d issues: %w", len(ids), err)
		}
		numbers[l.ID] = l.Number
	}
	return numbers, nil
}

// SurveyMeasures are the improvement measures that came of a survey's problems, the
// oldest first.
func (s *Store) SurveyMeasures(ctx context.Context, id annual.SurveyID) ([]annual.Answer, error) {
	all, err := s.Measures(ctx, improve.Wanted{Survey: id})
	if err != nil {
		return nil, err
	}
	slices.SortFunc(all, func(a, b improve.Measure) int { return cmp.Compare(a.ID, b.ID) })
	answers := make([]annual.Answer, 0, len(all)) // none is known, and not unknown
	for _, m := range all {
		if m.State != improve.Void {
			answers = append(answers, annual.Answer{Problem: m.Source.N, Measure: m.Number})
		}
	}
	return answers, nil
}
