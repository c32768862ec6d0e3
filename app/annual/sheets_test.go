package annual

import (
	"slices"
	"strings"
	"testing"

	"ownerdesk/app"
)

// one is a survey in the field with one sheet, and its number.
func one(t testing.TB) (*walk, int) {
	t.Helper()
	w := field(t)
	no := w.out(0)[0]
	return w.enter(w.filled(no)), no
}

func TestSheetsRefuse(t *testing.T) {
	marks := strings.Repeat("5", 21)
	for _, c := range []struct {
		says string
		do   func(*walk, Sheet) (Move, error)
		want string
	}{
		{"keyed again by another", func(w *walk, s Sheet) (Move, error) {
			return w.v.Second(SecondOrder{Stand: by(zhou), No: s.No, Marks: marks}, s, w.g, at(11, 10))
		}, ""},
		{"keyed again by the same", func(w *walk, s Sheet) (Move, error) {
			return w.v.Second(SecondOrder{Stand: by(fang), No: s.No, Marks: marks}, s, w.g, at(11, 10))
		}, "by keyed-first"},
		{"keyed a third time", func(w *walk, s Sheet) (Move, error) {
			s.First, s.Second = s.Marks, marks
			return w.v.Second(SecondOrder{Stand: by(zhou), No: s.No, Marks: marks}, s, w.g, at(11, 10))
		}, "no keyed-twice"},
		{"keyed again with too few marks", func(w *walk, s Sheet) (Move, error) {
			return w.v.Second(SecondOrder{Stand: by(zhou), No: s.No, Marks: "5"}, s, w.g, at(11, 10))
		}, "marks length"},
		{"keyed again though it is not there", func(w *walk, _ Sheet) (Move, error) {
			return w.v.Second(SecondOrder{Stand: by(zhou), No: 1, Marks: marks}, Sheet{}, w.g, at(11, 10))
		}, "no unknown"},
		{"keyed again though void", func(w *walk, s Sheet) (Move, error) {
			s.Void = true
			return w.v.Second(SecondOrder{Stand: by(zhou), No: s.No, Marks: marks}, s, w.g, at(11, 10))
		}, "no void"},
		{"asked again by another", func(w *walk, s Sheet) (Move, error) {
			return w.v.Back(BackOrder{by(lu), s.No, Confirmed, ""}, s, w.g, at(11, 10))
		}, ""},
		{"asked again by the interviewer", func(w *walk, s Sheet) (Move, error) {
			return w.v.Back(BackOrder{by(jianguo), s.No, Confirmed, ""}, s, w.g, at(11, 10))
		}, "by interviewer"},
		{"asked again by who keyed it in", func(w *walk, s Sheet) (Move, error) {
			return w.v.Back(BackOrder{by(fang), s.No, Confirmed, ""}, s, w.g, at(11, 10))
		}, "by keyed-first"},
		{"differs without a word", func(w *walk, s Sheet) (Move, error) {
			return w.v.Back(BackOrder{by(lu), s.No, Differs, ""}, s, w.g, at(11, 10))
		}, "note missing"},
		{"found nothing", func(w *walk, s Sheet) (Move, error) {
			return w.v.Back(BackOrder{Stand: by(lu), No: s.No}, s, w.g, at(11, 10))
		}, "found missing"},
		{"voided without a reason", func(w *walk, s Sheet) (Move, error) {
			return w.v.Void(VoidOrder{Stand: by(fang), No: s.No}, s, w.g, at(11, 10))
		}, "reason missing"},
		{"voided by an interviewer", func(w *walk, s Sheet) (Move, error) {
			return w.v.Void(VoidOrder{Stand: by(lu), No: s.No, Why: "x"}, s, w.g, at(11, 10))
		}, "by not-allowed"},
		{"counted again though not void", func(w *walk, s Sheet) (Move, error) {
			return w.v.Void(VoidOrder{Stand: by(fang), No: s.No, Restore: true, Why: "x"}, s, w.g, at(11, 10))
		}, "no not-void"},
		{"corrected without a reason", func(w *walk, s Sheet) (Move, error) {
			return w.v.Correct(CorrectOrder{by(fang), s, ""}, s, w.g, at(11, 10))
		}, "reason missing"},
		{"corrected wrongly", func(w *walk, s Sheet) (Move, error) {
			o := CorrectOrder{by(fang), s, "看錯"}
			o.Sheet.Marks = "5"
			return w.v.Correct(o, s, w.g, at(11, 10))
		}, "marks length"},
		{"corrected after nobody can tell whose it is", func(w *walk, s Sheet) (Move, error) {
			w.v.State, w.v.Destroyed = Counted, at(12, 10)
			return w.v.Correct(CorrectOrder{by(fang), s, "看錯"}, s, w.g, at(13, 10))
		}, "survey destroyed"},
		{"sorted", func(w *walk, s Sheet) (Move, error) {
			return w.v.Sort(SortOrder{by(fang), s.No, []string{"DM-FACILITY"}, "電梯常壞", true}, s, w.g, at(11, 10))
		}, ""},
		{"sorted to nothing that is there", func(w *walk, s Sheet) (Move, error) {
			return w.v.Sort(SortOrder{by(fang), s.No, []string{"DM-X"}, "", false}, s, w.g, at(11, 10))
		}, "topics unknown"},
		{"an empty quote", func(w *walk, s Sheet) (Move, error) {
			return w.v.Sort(SortOrder{by(fang), s.No, nil, " ", true}, s, w.g, at(11, 10))
		}, "quote missing"},
		{"a quote with a room", func(w *walk, s Sheet) (Move, error) {
			return w.v.Sort(SortOrder{by(fang), s.No, nil, "3-2-501 漏水", true}, s, w.g, at(11, 10))
		}, "quote private"},
		{"a quote with a phone", func(w *walk, s Sheet) (Move, error) {
			return w.v.Sort(SortOrder{by(fang), s.No, nil, "請打 13812345678", true}, s, w.g, at(11, 10))
		}, "quote private"},
		{"a quote with a phone that is not printed", func(w *walk, s Sheet) (Move, error) {
			return w.v.Sort(SortOrder{by(fang), s.No, nil, "請打 13812345678", false}, s, w.g, at(11, 10))
		}, ""},
	} {
		w, no := one(t)
		if _, err := c.do(w, w.sheets[no]); says(err) != c.want {
			t.Errorf("%s: %q, want %q", c.says, says(err), c.want)
		}
	}
}

func TestWhatIsMaskedMayBePrinted(t *testing.T) {
	for _, text := range []string{"3-2-501 漏水，請打 13812345678", "電梯常壞", "微信 abcde123 聯繫", "２棟３０２室"} {
		if masked := Printable(text); Printable(masked) != masked {
			t.Errorf("%q is masked as %q, then as %q", text, masked, Printable(masked))
		}
	}
}

func TestASecondKeyingTellsWhereItDiffers(t *testing.T) {
	w, no := one(t)
	marks := []byte(w.sheets[no].Marks)
	marks[2], marks[20] = '1', '-'
	w.did(w.v.Second(SecondOrder{Stand: by(zhou), No: no, Marks: string(marks)}, w.sheets[no], w.g, at(11, 10)))
	s := w.sheets[no]
	if !slices.Equal(s.Off(), []int{2, 20}) || s.SecondBy != zhou || s.Marks == s.Second {
		t.Errorf("differs at %v", s.Off())
	}
	fixed := CorrectOrder{by(zhou), s, "看原件"}
	fixed.Sheet.Marks = s.Second
	w.did(w.v.Correct(fixed, s, w.g, at(11, 11)))
	if s = w.sheets[no]; s.Marks != string(marks) || !slices.Equal(s.Off(), []int{2, 20}) || quality([]Sheet{s}).SecondOff != 2 {
		t.Errorf("corrected, it differs at %v; in the quality %d", s.Off(), quality([]Sheet{s}).SecondOff)
	}
	if (Sheet{Marks: "55"}).Off() != nil {
		t.Error("a sheet that was keyed once differs")
	}
}

func TestACorrectionKeepsWhatWasSaidBefore(t *testing.T) {
	w, no := one(t)
	o := CorrectOrder{by(zhou), w.sheets[no], " 錄錯一格 "}
	o.Sheet.Marks = "1" + o.Sheet.Marks[1:]
	o.Sheet.Recommend, o.Sheet.Open, o.Sheet.Stratum = 0, []string{"電梯常壞", "保安好"}, 2
	w.did(w.v.Correct(o, w.sheets[no], w.g, at(12, 10)))
	s := w.sheets[no]
	want := []app.Difference{
		{Field: "marks", Old: w.marks("54345"), New: s.Marks}, {Field: "recommend", Old: "8", New: "0"}, {Field: "open.2", New: "保安好"},
	}
	if len(s.Changes) != 1 || !slices.Equal(s.Changes[0].Diffs, want) || s.Changes[0].Why != "錄錯一格" || s.Changes[0].At != on(11, 12) || s.Changes[0].By != zhou {
		t.Fatalf("kept is %+v, want %v", s.Changes, want)
	}
	if s.Stratum != 0 || s.By != fang || s.Keyed != on(11, 10) {
		t.Errorf("corrected to %+v", s)
	}
	o.Sheet = s
	if m, err := w.v.Correct(o, s, w.g, at(12, 11)); err != nil || !m.nothing() {
		t.Errorf("a correction of nothing: %+v, %v", m, err)
	}
	w.did(w.v.Void(VoidOrder{Stand: by(fang), No: no, Why: "非住戶填寫"}, w.sheets[no], w.g, at(13, 10)))
	if s := w.sheets[no]; s.Counts() || s.Why != "非住戶填寫" || s.VoidBy != fang || len(s.Changes) != 2 {
		t.Errorf("voided as %+v", s)
	}
	w.did(w.v.Void(VoidOrder{Stand: by(fang), No: no, Restore: true, Why: "弄錯了"}, w.sheets[no], w.g, at(13, 11)))
	if s := w.sheets[no]; !s.Counts() || s.Why != "" || len(s.Changes) != 3 || s.Changes[2].N != 3 {
		t.Errorf("restored as %+v", s)
	}
}
