package register

import (
	"slices"
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
