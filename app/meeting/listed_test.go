package meeting

import (
	"strings"
	"testing"
	"time"

	"ownerdesk/app"
)

func TestAListIsKeptWithoutWhoAndWhichRoom(t *testing.T) {
	home := app.Place{Area: 1, Building: 2, Room: 9, Block: "3", Unit: "2", Door: "501", Text: "3-2-501 主臥"}
	for _, c := range []struct{ name, told, lacks, has string }{
		{"張小明", "張小明家 3-2-501 漏水，電話 13812345678", "張小明 501 13812345678", "張** 3-2-** 138****5678 漏水"},
		{"張小明", "３棟２單元５０１室漏水", "501 ５０１", "漏水"},
		{"Ann", "An annex has no light", "", "An annex has no light"},
		{"李", "李樹倒了", "", "李樹倒了"},
		{"John Smith", "John Smith at flat 501", "Smith 501", "J*** S****"},
	} {
		l := masked(app.Line{
			ID: 4, Version: 7, Number: "ZB-202611-0042", Name: c.name, Place: home, Description: c.told, Holder: 3, CallBack: time.Unix(1, 0), Lead: 2,
		})
		all := l.Name + " " + l.Place.Short() + " " + l.Place.Text + " " + l.Description
		for _, hidden := range strings.Fields(c.lacks) {
			if strings.Contains(all, hidden) {
				t.Errorf("%s: %s is kept in %s", c.told, hidden, all)
			}
		}
		for _, shown := range strings.Fields(c.has) {
			if !strings.Contains(all, shown) {
				t.Errorf("%s: %s is not in %s", c.told, shown, all)
			}
		}
		if l.Place.Room != 0 || l.Version != 0 || l.Holder != 0 || !l.CallBack.IsZero() || l.ID != 4 || l.Lead != 2 || l.Place.Area != 1 {
			t.Errorf("kept is %+v", l)
		}
	}
	if l := masked(app.Line{Name: "張小明", Anonymous: true}); l.Name != "" {
		t.Errorf("who wants no name is kept as %q", l.Name)
	}
}
