package register

import (
	"slices"
	"strings"
	"testing"
)

func TestAPlanBeginsWithTheLikeliestSheetAndTakesCorrections(t *testing.T) {
	notes := sheet("說明", "請勿外傳")
	owners := sheet("云栖花园业主登记表", "某物业", head, "1|1|101|张三|13900001424|自住|养狗", "1|1|102|李四|139000014245||", "1|1|103|张三|13900001424||")
	p := NewPlan([]Sheet{notes, owners}, Options{})
	if p.At != 1 || p.Layout.HeadRow != 3 || len(p.Missing()) != 0 {
		t.Fatalf("sheet %d, headings in row %d, %v", p.At, p.Layout.HeadRow, p.Missing())
	}
	if got := p.Samples(3, 2); !slices.Equal(got, []string{"张三", "李四"}) {
		t.Errorf("samples %q", got)
	}
	p.Try(nil)
	if o := p.Outcome; o.New != 2 || o.Refused != 1 || !o.Brings() {
		t.Errorf("%+v", o)
	}
	p.HeadAt(1)
	if m := p.Missing(); len(m) == 0 || m[0].Rule != ColumnMissing {
		t.Errorf("a title taken for headings: %v", m)
	}
	p.HeadAt(99)
	if m := p.Missing(); len(m) != 1 || m[0].Rule != HeadingMissing {
		t.Errorf("headings below the sheet: %v", m)
	}
	p.Turn(0)
	if p.Layout.HeadRow != 0 || p.Sheet().Name != notes.Name {
		t.Errorf("the other sheet: %+v", p.Layout)
	}
}

func TestAPlanOfNoSheetsIsNoMishap(t *testing.T) {
	p := NewPlan(nil, Options{})
	p.Try(nil)
	if p.Outcome.Brings() || len(p.Missing()) != 1 || p.Samples(0, 3) != nil {
		t.Errorf("%+v", p)
	}
}

func TestAColumnIsAssignedToOneThingOnly(t *testing.T) {
	p := NewPlan([]Sheet{sheet("楼栋|房号|姓名|联系人|电话|手机", "1|101|张三|李四|13900001424|15000003053")}, Options{})
	p.Assign(3, OfName)
	p.Assign(0, Ignored)
	p.Assign(5, OfPhone)
	var got []Column
	for _, g := range p.Layout.Guesses {
		got = append(got, g.Column)
	}
	if want := []Column{Ignored, OfRoom, Ignored, OfName, OfPhone2, OfPhone}; !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
}

func TestWhatWasAskedForStandsInTheNote(t *testing.T) {
	s := sheet("楼栋|房号|姓名|身份证号|出生日期|备注", "1|101|张三|330101198001010018|1980-01-01|养狗", "1|102|李四|330101198001010018||")
	p := NewPlan([]Sheet{s}, Options{})
	p.Try(nil)
	if e := p.Reading.Entries[0]; e.Note != "养狗" {
		t.Errorf("not asked for, and the note says %q", e.Note)
	}
	p.Options.Wanted = []Column{OfIdentity, OfBirthday}
	p.Try(nil)
	for i, want := range []string{"养狗；身份证号：330101198001010018；出生日期：1980-01-01", "身份证号：330101198001010018"} {
		if e := p.Reading.Entries[i]; e.Note != want {
			t.Errorf("%q, want %q", e.Note, want)
		}
	}
}

func TestAHiddenSheetIsReadOnlyWhereNoOtherIsARegister(t *testing.T) {
	old, now := sheet("去年", head, "1|1|101|旧人|13900001424||"), sheet("今年", "楼栋|房号|姓名", "1|101|张三")
	old.Hidden = true
	if at := Choose([]Sheet{old, now}); at != 1 {
		t.Errorf("of a hidden and a shown one, sheet %d", at)
	}
	if at := Choose([]Sheet{old, sheet("說明", "請勿外傳")}); at != 0 {
		t.Errorf("of a hidden one and a notice, sheet %d", at)
	}
}

func TestATextThatIsTooLongIsRefusedWithItsCell(t *testing.T) {
	name, note := strings.Repeat("名", LongestLine), strings.Repeat("備", LongestNote)
	p := NewPlan([]Sheet{sheet("台账", "楼栋|房号|姓名|备注|电话", "1|101|"+name+"|"+note, "1|102|"+name+"名||13900001424", "1|103|张三|"+note+"註")}, Options{})
	p.Try(nil)
	if o := p.Outcome; o.New != 1 || o.Refused != 2 {
		t.Fatalf("%d new, %d refused", o.New, o.Refused)
	}
	if n := len(p.Reading.Problems); n != 2 { // of the phone without a name nothing is said: the name is there
		t.Fatalf("%v", p.Reading.Problems)
	}
	for i, at := range []string{"C4", "D5"} {
		if got := p.Reading.Problems[i]; got.Rule != TextLong || got.Value != at || !got.Fatal {
			t.Errorf("%v, want %s", got, at)
		}
	}
}
