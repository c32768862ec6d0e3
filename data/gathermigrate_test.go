package data

import (
	"context"
	"net/url"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"ownerdesk/app/meeting"
)

// meetingsBefore is an office file as it was before gatherings, with a meeting in
// it that has opinions, a freeze and an action item.
func meetingsBefore(t *testing.T, path string) {
	t.Helper()
	all, err := steps()
	if err != nil {
		t.Fatal(err)
	}
	before := slices.IndexFunc(all, func(st step) bool { return strings.HasSuffix(st.name, "_gatherings.sql") })
	db, err := door(path, url.Values{"mode": {"rwc"}})
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	for i, st := range all[:before] {
		if err := advanceBy(t.Context(), db, st, i+1); err != nil {
			t.Fatal(err)
		}
	}
	for _, how := range []string{
		`INSERT INTO departments (id, name, desk, closed, position) VALUES (1, '客戶服務部', 1, 0, 1)`,
		`INSERT INTO staff (id, name, dept_id, role, phone, closed) VALUES (1, '王芳', 1, 'clerk', '', 0)`,
		`INSERT INTO projects (id, name, code, closed) VALUES (1, '雲棲花園', 'YX', 0)`,
		`INSERT INTO records (id, version, kind, project_id, number, state, by_id, made, from_day, to_day, period, title, subject, begins, ends, place,
			recorder_id, issues, areas, buildings, prepared, text, headcount, unsettled, refused, next, next_place, goes, held, minutes_due, minuted, why)
			VALUES (7, 3, 'HD', 1, 'HD-202611-0001', 'minuted', 1, '2026-11-02T01:00:00Z', '', '', 0, '重陽敬老', '', '2026-11-03T01:00:00Z', '', '活動中心',
			1, '[]', '[]', '[]', '', '很熱鬧', 40, '', '', '', '', '', '2026-11-03T04:00:00Z', '2026-11-05T04:00:00Z', '2026-11-04T04:00:00Z', '')`,
		`INSERT INTO record_opinions (record_id, n, pos, gone, name, place, text, category, answer, answered, number)
			VALUES (7, 1, 1, 0, '張小明', '東區', '多辦活動', 'AC1', '好', '王芳', '')`,
		`INSERT INTO record_acts (record_id, n, kind, at, by_id, note, diffs) VALUES (7, 1, 'planned', '2026-11-02T01:00:00Z', 1, '', '[]')`,
		`INSERT INTO actions (id, version, number, project_id, source_id, kind, given, by_id, what, who, needs, verify, first_due, due, state, progress, done, verified, why, ended)
			VALUES (1, 1, 'XS-202611-0001', 1, 7, 'HD', '2026-11-03T04:00:00Z', 1, '再辦一次', '', '', '', '2026-12-01', '2026-12-01', 'open', '', '', '', '', '')`,
		`INSERT INTO carries (action_id, record_id, at) VALUES (1, 7, '2026-11-03T04:00:00Z')`,
	} {
		if _, err := db.Exec(how); err != nil {
			t.Fatalf("%s: %v", how, err)
		}
	}
}

func TestMeetingsOfAnOlderFileStayAndMayBeJoinedByGatherings(t *testing.T) {
	path, ctx := filepath.Join(t.TempDir(), "office.db"), context.Background()
	meetingsBefore(t, path)
	at := time.Date(2026, 11, 23, 1, 42, 0, 0, time.UTC)
	s, err := Open(ctx, path, Options{Now: func() time.Time { return at }})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	r, err := s.Record(ctx, 7)
	if err != nil || r.Title != "重陽敬老" || r.Headcount != 40 || r.Helpers != "" || len(r.Opinions) != 1 || len(r.Acts) != 1 {
		t.Fatalf("the activity is %+v, %v", r, err)
	}
	if v := r.Opinions[0]; v.Text != "多辦活動" || v.Answered() || v.Phone+v.Room+string(v.Sort) != "" || !v.Settled.IsZero() {
		t.Errorf("its opinion says what nobody wrote down: %+v", v)
	}
	if items, err := s.Actions(ctx, meeting.WantedActions{Source: 7}); err != nil || len(items) != 1 || items[0].Carried() == 0 {
		t.Errorf("its action items are %+v, %v", items, err)
	}
	var broken int
	if err := s.ro.QueryRow(`SELECT COUNT(*) FROM pragma_foreign_key_check`).Scan(&broken); err != nil || broken != 0 {
		t.Errorf("%d rows name what is not there, %v", broken, err)
	}
	if Try(t, s, `DELETE FROM records`) == nil {
		t.Error("records may be deleted since")
	}
	if err := Try(t, s, `INSERT INTO records SELECT * FROM records`); err == nil {
		t.Error("one record may be there twice since")
	}
	m, err := s.KeepRecord(ctx, meeting.Move{
		Head: meeting.Head{Kind: meeting.Gathering, Project: 1, State: meeting.Held, By: 1, Made: at, Details: meeting.Details{Title: "開盤"}},
		Act:  meeting.Act{N: 1, Kind: meeting.ActGathered, At: at, By: 1}, Draw: "SJ",
	})
	if err != nil || m.Head.Number != "YX-SJ-202611-0001" {
		t.Errorf("a gathering comes in as %+v, %v", m.Head, err)
	}
}
