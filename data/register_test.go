package data_test

import (
	"errors"
	"fmt"
	"reflect"
	"slices"
	"testing"

	"ownerdesk/app"
	"ownerdesk/app/register"
	"ownerdesk/data"
	"ownerdesk/data/datatest"
)

// answers are what Find answers, room and name in one.
func answers(t testing.TB, s *data.Store, typed string) []string {
	t.Helper()
	all, err := s.Find(t.Context(), typed, 10)
	if err != nil {
		t.Fatalf("%q: %v", typed, err)
	}
	var said []string
	for _, f := range all {
		said = append(said, f.Place().Short()+" "+f.Person.Name)
	}
	return said
}

func TestIntakeFindsRoomsAndPeople(t *testing.T) {
	s, _, _ := datatest.Open(t)
	both := []string{"3-2-501 李娜", "3-2-501 張小明"}
	for typed, want := range map[string][]string{
		"3-2-501": both, "３－２－５０１": both, "3座2单元501": both, "3幢2單元501室": both, "三座二單元501": both, "3#2-501": both,
		"3-2-5": {"3-2-501 李娜", "3-2-501 張小明", "3-2-502 "}, "2-1-1201": {"2-1-1201 單志強", "2-1-1201 欧阳娜娜"},
		"13812345678": {"3-2-501 張小明"}, "138 1234 5678": {"3-2-501 張小明"}, "5678": {"3-2-501 張小明", "2-1-1201 單志強"}, "1381": {"3-2-501 張小明"},
		"0571-88007667": {"1-1-101 陳大文"}, "88007667": {"1-1-101 陳大文"}, "8867": nil,
		"張小明": {"3-2-501 張小明"}, "张小明": {"3-2-501 張小明"}, "小明": {"3-2-501 張小明"}, "zhangxiaoming": {"3-2-501 張小明"}, "zxm": {"3-2-501 張小明"},
		"shanzq": nil, "szq": {"2-1-1201 單志強"}, "dzq": {"2-1-1201 單志強"}, "歐陽": {"2-1-1201 欧阳娜娜"}, "oynn": {"2-1-1201 欧阳娜娜"},
		"張 501": {"3-2-501 張小明"}, "": nil, "，": nil, "王": nil,
	} {
		if got := answers(t, s, typed); !slices.Equal(got, want) {
			t.Errorf("%q finds %q, want %q", typed, got, want)
		}
	}
	if got, err := s.Find(t.Context(), "501", 3); err != nil || len(got) != 3 || got[0].Building.Name != "1" || got[0].Project.Name != "雲棲花園" || got[0].Area.Name != "東區" {
		t.Errorf("501 finds %+v, %v", got, err)
	}
	if got, _ := s.Find(t.Context(), "zxm", 3); got[0].Owner != "OW-SELF" || !slices.Equal(got[0].Person.Phones, []string{"13812345678"}) || got[0].Building.Note != "電梯本月大修" {
		t.Errorf("zxm finds %+v", got)
	}
}

func TestTheRegisterChangesAndKeepsItsPast(t *testing.T) {
	s, desk, w := datatest.Open(t)
	ctx := t.Context()
	zhang := w.People["張小明"]
	if _, err := desk.ChangePerson(ctx, app.Person{ID: zhang, Name: "張曉明", Phones: []string{"13311112222", "0571-1234567"}, Note: "聽力不好"}); err != nil {
		t.Fatal(err)
	}
	if got := answers(t, s, "張曉明"); len(got) != 1 {
		t.Errorf("under the new name: %q", got)
	}
	for _, gone := range []string{"張小明", "13812345678"} {
		if got := answers(t, s, gone); len(got) != 0 {
			t.Errorf("%s still finds %q", gone, got)
		}
	}
	if err := s.EndTie(ctx, app.Tie{Person: zhang, Room: w.Rooms["3-2-501"], Owner: "OW-SELF"}); err != nil {
		t.Fatal(err)
	}
	if got := answers(t, s, "3-2-501"); !slices.Equal(got, []string{"3-2-501 李娜"}) {
		t.Errorf("after he moved out: %q", got)
	}
	people, ties, err := s.People(ctx, w.Rooms["3-2-501"])
	if err != nil || len(people) != 2 || people[1].ID != zhang || !ties[1].Ended || ties[0].Ended {
		t.Errorf("the record says %+v, %+v, %v", people, ties, err)
	}
	if rooms, err := s.PersonRooms(ctx, zhang); err != nil || len(rooms) != 1 {
		t.Errorf("his rooms: %+v, %v", rooms, err)
	}
	var f app.Faults
	if _, err := desk.ChangeRoom(ctx, app.Room{Building: w.Buildings["3"], Unit: "2單元", Door: "５０１室"}); !errors.As(err, &f) || !f.Has("door", "taken") {
		t.Errorf("the same room in other writing: %v", err)
	}
	if _, err := desk.ChangeBuilding(ctx, app.Building{Project: w.Project, Area: w.East, Name: "3幢"}); !errors.As(err, &f) || !f.Has("name", "taken") {
		t.Errorf("the same building in other writing: %v", err)
	}
	rooms, err := s.Rooms(ctx, w.Buildings["3"])
	if err != nil || len(rooms) != 10 || rooms[0].Door != "101" || rooms[4].Door != "1201" || rooms[5].Unit != "2" {
		t.Errorf("the rooms are %+v, %v", rooms, err)
	}
	if r, b, err := s.Room(ctx, w.Rooms["3-2-501"]); err != nil || r.Door != "501" || b.Name != "3" {
		t.Errorf("the room is %+v in %+v, %v", r, b, err)
	}
	buildings, err := s.Buildings(ctx, w.Project)
	if err != nil || len(buildings) != 3 {
		t.Errorf("the buildings are %+v, %v", buildings, err)
	}
}

// row is one row of an import.
func row(n int, place, name, phone string) register.Entry {
	p, _ := register.ParsePlace(place)
	e := register.Entry{Row: n, Project: "雲棲花園", Place: p}
	if name != "" {
		phones, _ := register.Phones(phone)
		e.People = []register.Person{{Name: name, Phones: phones, Kind: "OW-SELF"}}
	}
	return e
}

// judged is what a comparison with the register says of rows.
func judged(t testing.TB, s *data.Store, entries []register.Entry) register.Outcome {
	t.Helper()
	known, err := s.Known(t.Context(), 0)
	if err != nil {
		t.Fatal(err)
	}
	return register.Compare(register.Reading{Entries: entries}, known)
}

func TestAnImportedRegisterIsKnownAfterwards(t *testing.T) {
	s, _, w := datatest.Open(t)
	entries := []register.Entry{
		row(2, "3-2-501", "張小明", "13812345678/13711112222"), // known, with another phone
		row(3, "5-1-101", "趙雲", "13900000001"),              // new building, room and person
		row(4, "5-1-102", "趙雲", "13900000001"),              // the same person has a second room
		row(5, "5-1-103", "", ""),                           // nobody lives there
		row(6, "1座2樓A", "馬超", "91234567"),                   // the floor is part of the door
		row(7, "1座3樓A", "黃忠", ""),
	}
	entries[1].Area, entries[1].Size, entries[1].Note = "西區", 120.5, "常出差"
	entries[1].People[0].Kind, entries[1].People[0].KindSaid = "OW-LET", true
	if o := judged(t, s, entries); o.New != 5 || o.Changed != 1 {
		t.Errorf("before: %+v", o)
	}
	rooms, people, err := s.ImportRegister(t.Context(), entries)
	if err != nil || rooms != 5 || people != 3 {
		t.Fatalf("%d rooms, %d people, %v", rooms, people, err)
	}
	if o := judged(t, s, entries); o.Unchanged != len(entries) {
		t.Errorf("afterwards: %+v", o)
	}
	before, _ := s.Known(t.Context(), 0)
	if rooms, people, err = s.ImportRegister(t.Context(), entries); err != nil || rooms != 0 || people != 0 {
		t.Errorf("the second time %d rooms, %d people, %v", rooms, people, err)
	}
	if after, _ := s.Known(t.Context(), 0); !reflect.DeepEqual(after, before) {
		t.Error("the second time something changed")
	}
	if got := answers(t, s, "zy"); !slices.Equal(got, []string{"5-1-101 趙雲", "5-1-102 趙雲"}) {
		t.Errorf("zy finds %q", got)
	}
	if got := answers(t, s, "1座2樓A"); !slices.Equal(got, []string{"1-2A 馬超"}) {
		t.Errorf("1座2樓A finds %q", got)
	}
	p, err := s.Person(t.Context(), w.People["張小明"])
	if err != nil || !slices.Equal(p.Phones, []string{"13812345678", "13711112222"}) {
		t.Errorf("he is now %+v, %v", p, err)
	}
}

func TestAnImportWithOneBadRowChangesNothing(t *testing.T) {
	s, _, _ := datatest.Open(t)
	before, err := s.Known(t.Context(), 0)
	if err != nil {
		t.Fatal(err)
	}
	bad := row(3, "7-1-102", "趙雲", "")
	bad.Project = "另一個小區" // a second estate needs a code
	if _, _, err := s.ImportRegister(t.Context(), []register.Entry{row(2, "7-1-101", "馬超", ""), bad}); err == nil {
		t.Fatal("it went through")
	}
	if after, _ := s.Known(t.Context(), 0); !reflect.DeepEqual(after, before) {
		t.Error("the first row came in")
	}
	if got := answers(t, s, "馬超"); len(got) != 0 {
		t.Errorf("it finds %q", got)
	}
}

// BenchmarkImportRegister takes ten thousand rows in, into a register without any.
func BenchmarkImportRegister(b *testing.B) {
	var entries []register.Entry
	signs := []rune("王李張劉陳楊趙黃周吳徐孫胡朱高林何郭馬羅偉芳娜敏")
	name := func(n int) string { return string([]rune{signs[n%20], signs[n/20%24], signs[n/480%24]}) }
	for n := range 10000 {
		entries = append(entries, row(n+2, fmt.Sprintf("%d-%d-%d%02d", n/400+11, n/200%2+1, n/8%25+1, n%8+1), name(n), fmt.Sprintf("139%08d", n)))
	}
	for range b.N {
		b.StopTimer()
		s, _, _ := datatest.Open(b)
		b.StartTimer()
		if rooms, people, err := s.ImportRegister(b.Context(), entries); err != nil || rooms != 10000 || people != 10000 {
			b.Fatalf("%d rooms, %d people, %v", rooms, people, err)
		}
	}
}

// What the comparison says beforehand is what taking the rows in then does.
func TestTheSameDoorInTwoAreasIsTwoRooms(t *testing.T) {
	s, _, _ := datatest.Open(t)
	entries := []register.Entry{row(2, "7-1-101", "趙雲", "13900000001"), row(3, "7-1-101", "趙雲", "13900000001")}
	entries[0].Area, entries[1].Area = "一期", "二期"
	if o := judged(t, s, entries); o.New != 2 {
		t.Errorf("beforehand: %+v", o)
	}
	rooms, people, err := s.ImportRegister(t.Context(), entries)
	if err != nil || rooms != 2 || people != 1 {
		t.Errorf("%d rooms, %d people, %v", rooms, people, err)
	}
	if o := judged(t, s, entries); o.Unchanged != 2 {
		t.Errorf("once more: %+v", o)
	}
}
