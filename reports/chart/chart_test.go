package chart

import (
	"image/png"
	"math"
	"os"
	"path/filepath"
	"testing"
)

func samples() map[string]Chart {
	return map[string]Chart{
		"lines":  {Kind: Lines, Labels: []string{"1月", "2月", "3月", "4月", "5月", "6月", "7月", "8月", "9月", "10月", "11月", "12月"}, Series: []Series{{"受理", []float64{80, 92, 75, 110, 98, 120, 132, 119, 90, 104, 99, 87}}, {"結案", []float64{70, 90, 80, 100, 95, 110, 121, 125, 99, 100, 92, 90}}}},
		"rates":  {Kind: Lines, Percent: true, Labels: []string{"7月", "8月", "9月", "10月"}, Series: []Series{{"首次滿意率", []float64{.81, .85, math.NaN(), .88}}, {"最終滿意率", []float64{.9, .93, .95, .97}}}},
		"pareto": {Kind: Pareto, Labels: []string{"設施設備", "滲漏水", "停車車輛", "環境衛生", "噪音擾民", "服務態度與效率", "其他"}, Series: []Series{{"件數", []float64{42, 31, 20, 12, 8, 4, 2}}, {"累計佔比", nil}}},
		"stack":  {Kind: Stacked, Labels: []string{"客戶服務部", "工程維修部", "物業管理部", "市場營銷部"}, Series: []Series{{"已辦結", []float64{30, 61, 40, 3}}, {"處理中", []float64{4, 12, 7, 1}}, {"已逾期", []float64{0, 3, 1, 0}}, {"待審核", []float64{1, 2, 2, 0}}}},
		"ages":   {Kind: Bars, Labels: []string{"0–2 個工作日", "3–5", "6–10", "10 以上"}, Series: []Series{{"件數", []float64{12, 7, 3, 1}}}},
	}
}

// TestChartsAreDrawn keeps the pictures where GALLERY names a folder, to be
// looked at.
func TestChartsAreDrawn(t *testing.T) {
	for name, c := range samples() {
		if c.Kind == Pareto {
			c.Series[1].Values = make([]float64, len(c.Labels))
		}
		img, err := c.Image(1200, 480, 150, OnPaper)
		if err != nil {
			t.Fatal(err)
		}
		if b := img.Bounds(); b.Dx() != 1200 || b.Dy() != 480 {
			t.Errorf("%s is %v large", name, b)
		}
		if folder := os.Getenv("GALLERY"); folder != "" {
			f, err := os.Create(filepath.Join(folder, "chart-"+name+".png"))
			if err != nil {
				t.Fatal(err)
			}
			if err := png.Encode(f, img); err != nil {
				t.Fatal(err)
			}
			f.Close()
		}
	}
}

func TestScalesHaveAFewWholeMarks(t *testing.T) {
	for _, c := range []struct {
		largest float64
		top     float64
		marks   int
	}{{0, 1, 2}, {1, 2, 3}, {4, 5, 6}, {12, 15, 4}, {42, 50, 6}, {132, 150, 4}, {900, 1000, 6}} {
		chart := Chart{Kind: Bars, Labels: []string{"甲"}, Series: []Series{{"件", []float64{c.largest}}}}
		top := chart.top()
		if marks := (scale{top: top}).marks(); top != c.top || len(marks) != c.marks || marks[len(marks)-1].value != top {
			t.Errorf("up to %v the scale ends at %v with %d marks, want %v with %d", c.largest, top, len(marks), c.top, c.marks)
		}
	}
}

func TestLabelsAreBrokenOverTwoLines(t *testing.T) {
	for _, c := range []struct{ says, want string }{
		{"電梯", "電梯"}, {"服務態度與效率", "服務態度\n與效率"}, {"服務態度與效率以及其他", "服務態度\n與效率…"}, {"Elevator", "Elevator"},
	} {
		if got := broken(c.says, 4); got != c.want {
			t.Errorf("%q is written as %q, want %q", c.says, got, c.want)
		}
	}
}

func TestNothingToDrawIsEmpty(t *testing.T) {
	if c := (Chart{Series: []Series{{"", []float64{0, math.NaN()}}}}); !c.Empty() {
		t.Error("zeros and unknowns are something")
	}
	if samples()["ages"].Empty() {
		t.Error("bars are nothing")
	}
}

func TestARunningShareEndsAtTheWhole(t *testing.T) {
	c := Chart{Kind: Pareto, Labels: []string{"a", "b"}, Series: []Series{{"", []float64{3, 1}}}}
	if got := c.running(OnPaper).Series[0].Values; got[0] != .75 || got[1] != 1 {
		t.Errorf("the running share is %v", got)
	}
}
