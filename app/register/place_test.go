package register

import "testing"

func TestPlacesAreReadAsPeopleWriteThem(t *testing.T) {
	for in, want := range map[string]Place{
		"3-2-501": {Building: "3", Unit: "2", Room: "501"}, "３－２－５０１": {Building: "3", Unit: "2", Room: "501"},
		"3座2单元501": {Building: "3", Unit: "2", Room: "501"}, "3幢2單元501室": {Building: "3", Unit: "2", Room: "501"},
		"3#2-501": {Building: "3", Unit: "2", Room: "501"}, "3#楼2单元501": {Building: "3", Unit: "2", Room: "501"},
		"第3幢 2单元 501室": {Building: "3", Unit: "2", Room: "501"}, "3号楼2单元501号": {Building: "3", Unit: "2", Room: "501"},
		"三座二单元501": {Building: "3", Unit: "2", Room: "501"}, "03-02-0501": {Building: "3", Unit: "2", Room: "0501"},
		"3栋501": {Building: "3", Room: "501"}, "3-501": {Building: "3", Room: "501"}, "12号501室": {Building: "12", Room: "501"},
		"A座1201": {Building: "A", Room: "1201"}, "a座1201": {Building: "A", Room: "1201"}, "3幢2-501": {Building: "3", Unit: "2", Room: "501"},
		"1座2樓A": {Building: "1", Floor: "2", Room: "A"}, "1座2樓A室": {Building: "1", Floor: "2", Room: "A"}, "1座12F B": {Building: "1", Floor: "12", Room: "B"},
		"3楼2单元501": {Building: "3", Unit: "2", Room: "501"}, "B1-02": {Building: "B1", Room: "02"},
		"A区3幢2单元501": {Area: "A", Building: "3", Unit: "2", Room: "501"}, "二期3-2-501": {Area: "2", Building: "3", Unit: "2", Room: "501"},
		"十二幢501": {Building: "12", Room: "501"}, "二十幢501": {Building: "20", Room: "501"}, "1201A": {Room: "1201A"},
		"3幢": {Building: "3"}, "3幢2单元": {Building: "3", Unit: "2"}, "501": {Room: "501"}, "501室": {Room: "501"}, "3/2/501": {Building: "3", Unit: "2", Room: "501"},
		"3—2—501": {Building: "3", Unit: "2", Room: "501"},
	} {
		if got, ok := ParsePlace(in); !ok || got != want {
			t.Errorf("%s: %+v %v, want %+v", in, got, ok, want)
		}
	}
	for _, in := range []string{"", "张三", "zs", "zhangsan", "13900001424", "0571-88007667", "2026-01-07", "会所", "3幢4幢501", "1-2-3-4-5-6", "--", "KF-202609-0123", "abc@example.com"} {
		if got, ok := ParsePlace(in); ok {
			t.Errorf("%q passes for the place %+v", in, got)
		}
	}
}

func TestColumnsOfPlacesComeToOneForm(t *testing.T) {
	for _, c := range []struct {
		of   func(string) string
		name string
		same []string
	}{
		{Building, "1", []string{"1", "1幢", "1#", "１号楼", "1號樓", "第1幢", "1栋", "1座", " 1 幢 ", "01", "1.0", "一幢", "1#楼", "Block 1", "1楼"}},
		{Building, "A", []string{"A座", "a座", "Ａ", "Tower A"}},
		{Building, "东楼幢", []string{"东楼幢幢"}},
		{Unit, "2", []string{"2单元", "2單元", "2", "02", "二单元", "２单元", "2门"}},
		{Floor, "2", []string{"2樓", "2楼", "2层", "2/F", "2F", "2"}},
		{Room, "501", []string{"501", "501室", "５０１", "501号", "501.0", "501房", "Flat 501"}},
		{Room, "0501", []string{"0501", "0501室"}},
		{Room, "A", []string{"A", "a", "A室"}},
		{Room, "室", []string{"室"}},
	} {
		for _, s := range c.same {
			if got := c.of(s); got != c.name {
				t.Errorf("%q becomes %q, want %q", s, got, c.name)
			}
		}
	}
}

func TestPlacesAreWrittenShortAndLong(t *testing.T) {
	for _, c := range []struct {
		p                  Place
		short, long, equal string
	}{
		{Place{Building: "3", Unit: "2", Room: "501"}, "3-2-501", "3幢2单元501室", "3座2單元501"},
		{Place{Building: "1", Floor: "2", Room: "A"}, "1-2F-A", "1幢2楼A室", "1座2樓a"},
		{Place{Room: "501"}, "501", "501室", "501室"},
		{Place{}, "", "", ""},
	} {
		if c.p.String() != c.short || c.p.Spoken() != c.long {
			t.Errorf("%+v: %q %q", c.p, c.p.String(), c.p.Spoken())
		}
		if again, _ := ParsePlace(c.equal); again.Key() != c.p.Key() {
			t.Errorf("%q and %q are not one room", c.equal, c.short)
		}
	}
}

func FuzzParsePlaceNeverFalls(f *testing.F) {
	f.Add("3幢2单元501室")
	f.Fuzz(func(t *testing.T, s string) {
		if p, ok := ParsePlace(s); ok && p == (Place{}) {
			t.Errorf("%q is an empty place", s)
		}
	})
}
