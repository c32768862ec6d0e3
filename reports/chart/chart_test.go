package chart

import (
	"image/png"
	"math"
	"os"
	"path/filepath"
	"testing"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
	"gonum.org/v1/plot/vg/vgimg"
)

func samples() map[string]Chart {
	no := math.NaN()
	return map[string]Chart{
		"lying": {Kind: Lying, Digits: 1, Labels: []string{"客戶服務", "工程維修與公共設施設備的日常養護", "Cleaning and landscaping of the whole estate", "安全秩序", "社區文化"},
			Series: []Series{{Name: "2026 年", Values: []float64{81.2, 63.4, 77.9, 74.1, no}, Low: []float64{78, 60, 74, 70, no}, High: []float64{84, 67, 81, 78, no}}, {Name: "2025 年", Values: []float64{79, 69.2, no, 75, no}}}},
		"dots": {Kind: Dots, Digits: 1, Labels: []string{"東區", "西區", "南區 *", "北區"}, Beside: []string{"74.2", "69.9", "81.0", "×"}, Line: Line{"全部", 73.4},
			Series: []Series{{Values: []float64{74.2, 69.9, 81, no}, Low: []float64{71, 65, 70, no}, High: []float64{77, 74, 92, no}}}},
		"whole":     {Kind: Whole, Labels: []string{"總體滿意度"}, Beside: []string{"n = 312"}, Series: []Series{{Name: "非常滿意", Values: []float64{101}}, {Name: "滿意", Values: []float64{120}}, {Name: "一般", Values: []float64{60}}, {Name: "不滿意", Values: []float64{25}}, {Name: "非常不滿意", Values: []float64{6}}}},
		"quadrants": {Kind: Quadrants, Plane: Plane{Cut: [2]float64{72, .5}, Axes: [2]string{"表現（得分）", "重要性（與總體滿意度的相關係數）"}, Corners: [4]string{"重點改進", "保持優勢", "次要改進", "維持"}, Points: crowded()}},
		"lines":     {Kind: Lines, Labels: []string{"1月", "2月", "3月", "4月", "5月", "6月", "7月", "8月", "9月", "10月", "11月", "12月"}, Series: []Series{{Name: "受理", Values: []float64{80, 92, 75, 110, 98, 120, 132, 119, 90, 104, 99, 87}}, {Name: "結案", Values: []float64{70, 90, 80, 100, 95, 110, 121, 125, 99, 100, 92, 90}}}},
		"rates":     {Kind: Lines, Percent: true, Labels: []string{"7月", "8月", "9月", "10月"}, Series: []Series{{Name: "首次滿意率", Values: []float64{.81, .85, math.NaN(), .88}}, {Name: "最終滿意率", Values: []float64{.9, .93, .95, .97}}}},
		"pareto":    {Kind: Pareto, Labels: []string{"設施設備", "滲漏水", "停車車輛", "環境衛生", "噪音擾民", "服務態度與效率", "其他"}, Series: []Series{{Name: "件數", Values: []float64{42, 31, 20, 12, 8, 4, 2}}, {Name: "累計佔比", Values: nil}}},
		"stack":     {Kind: Stacked, Labels: []string{"客戶服務部", "工程維修部", "物業管理部", "市場營銷部"}, Series: []Series{{Name: "已辦結", Values: []float64{30, 61, 40, 3}}, {Name: "處理中", Values: []float64{4, 12, 7, 1}}, {Name: "已逾期", Values: []float64{0, 3, 1, 0}}, {Name: "待審核", Values: []float64{1, 2, 2, 0}}}},
		"ages":      {Kind: Bars, Labels: []string{"0–2 個工作日", "3–5", "6–10", "10 以上"}, Series: []Series{{Name: "件數", Values: []float64{12, 7, 3, 1}}}},
	}
}

// crowded are points so close that their names have to step aside.
func crowded() []Point {
	var all []Point
	for i := range 18 {
		x, y := 72+9*math.Sin(float64(i)*1.7)*math.Cos(float64(i)), .5+.14*math.Cos(float64(i)*2.3)
		corner := 0
		if x >= 72 {
			corner++
		}
		if y < .5 {
			corner += 2
		}
		all = append(all, Point{[]string{"客服態度", "維修及時性", "Waste collection"}[i%3], x, y, corner})
	}
	return all
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
		chart := Chart{Kind: Bars, Labels: []string{"甲"}, Series: []Series{{Name: "件", Values: []float64{c.largest}}}}
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
	if c := (Chart{Series: []Series{{Name: "", Values: []float64{0, math.NaN()}}}}); !c.Empty() {
		t.Error("zeros and unknowns are something")
	}
	if samples()["ages"].Empty() {
		t.Error("bars are nothing")
	}
}

func TestARunningShareEndsAtTheWhole(t *testing.T) {
	c := Chart{Kind: Pareto, Labels: []string{"a", "b"}, Series: []Series{{Name: "", Values: []float64{3, 1}}}}
	if got := c.running(OnPaper).Series[0].Values; got[0] != .75 || got[1] != 1 {
		t.Errorf("the running share is %v", got)
	}
}

func TestNamesOfPointsStandClearOfEachOther(t *testing.T) {
	if err := once(); err != nil {
		t.Fatal(err)
	}
	p := Plane{Cut: [2]float64{72, .5}, Points: crowded()}
	v := p.on(draw.NewCanvas(vgimg.New(490, 300), 490, 300), OnPaper)
	v.names()
	names := v.taken[len(v.taken)-len(p.Points):]
	for i, a := range names {
		if a.Min.X < v.Min.X || a.Max.X > v.Max.X || a.Min.Y < v.Min.Y || a.Max.Y > v.Max.Y {
			t.Errorf("the name of point %d leaves the frame: %v", i, a)
		}
		for j, b := range names[:i] {
			if shared(a, b) > 0 {
				t.Errorf("the names of points %d and %d overlap", j, i)
			}
		}
		for j, b := range v.taken[2 : 2+len(p.Points)] {
			if shared(a, b) > 0 {
				t.Errorf("the name of point %d lies on point %d", i, j)
			}
		}
	}
}

func TestLongLabelsAreBrokenWhereTheyMayBe(t *testing.T) {
	if err := once(); err != nil {
		t.Fatal(err)
	}
	style := OnPaper.style(OnPaper.Ink, draw.XRight, draw.YCenter)
	room := vg.Points(80)
	for _, c := range []struct{ says, want string }{
		{"客戶服務", "客戶服務"}, {"Complaint handling", "Complaint handling"},
		{"Cleaning of stairs and lifts", "Cleaning of stairs\nand lifts"}, {"工程維修與公共設施設備", "工程維修與公共設施\n設備"},
	} {
		got := fitted(c.says, room, style, 2)
		if got != c.want {
			t.Errorf("%q is written as %q, want %q", c.says, got, c.want)
		}
	}
	if got := fitted("公共設施設備的日常養護與及時維修以及定期檢查", room, style, 2); style.Width(got) > room || []rune(got)[len([]rune(got))-1] != '…' {
		t.Errorf("too long a label is written as %q", got)
	}
	if got := fitted("Cleaning of stairs and lifts", room, style, 1); style.Width(got) > room || got != "Cleaning of stairs…" {
		t.Errorf("on one line it is written as %q", got)
	}
}

func TestPointsMayStandOnAPartOfTheScaleBarsMayNot(t *testing.T) {
	no := math.NaN()
	s := []Series{{Values: []float64{71, 74, no}, Low: []float64{68, 72, no}, High: []float64{73, 77, no}}}
	for _, c := range []struct {
		kind     Kind
		from, to float64
	}{{Dots, 68, 78}, {Lying, 0, 100}, {Whole, 0, 1}} {
		if from, to, _ := (Chart{Kind: c.kind, Series: s}).bounds(); from != c.from || to != c.to {
			t.Errorf("the scale of kind %d goes from %v to %v, want %v to %v", c.kind, from, to, c.from, c.to)
		}
	}
}
