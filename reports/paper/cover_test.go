package paper

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
)

// long is a document of chapters, each a page and a half, behind a cover.
func long(chapters int) []Part {
	blocks := []Block{Contents{Deep: 1}, Break{}}
	for i := range chapters {
		blocks = append(blocks, Break{}, Chapter{Title: fmt.Sprintf("第%d章", i+1)}, Chapter{Title: fmt.Sprintf("%d.1 節", i+1), Level: 1}, Chapter{Title: "深", Level: 2})
		for range 60 {
			blocks = append(blocks, Para{Text: "正文"})
		}
	}
	return []Part{
		{Sheet{Office: "雲棲物業", Title: "年度報告", Form: "KF-19 A/0", PageOf: "第 %d 頁，共 %d 頁", Bare: true}, []Block{Cover{Above: "雲棲花園", Title: "2026 年度業主滿意度調查報告", Below: "2026 年 11 月", Rows: [][2]string{{"編制", "王芳"}}}}},
		{Sheet{Office: "雲棲物業", Title: "年度報告", Form: "KF-19 A/0", PageOf: "第 %d 頁，共 %d 頁", Runs: true}, blocks},
	}
}

func TestContentsSayThePagesOnWhichChaptersStand(t *testing.T) {
	for _, chapters := range []int{3, 40} {
		d := New(Info{At: noon})
		d.Add(Sheet{Title: "另一份"}, Para{Text: "在前"})
		d.Join(long(chapters)...)
		if d.err != nil {
			t.Fatal(d.err)
		}
		links := 0
		for _, p := range d.pages {
			for _, l := range p.links {
				links++
				to := d.pages[l.page-1]
				found := false
				for _, e := range to.outline {
					found = found || e.y == l.to && e.level < 2
				}
				if !found {
					t.Errorf("of %d chapters, a line leads to page %d, height %v, where none begins", chapters, l.page, l.to)
				}
			}
		}
		if links != 2*chapters {
			t.Errorf("the contents have %d lines for %d chapters", links, chapters)
		}
		if said := words(d.pages[2]); !strings.Contains(said, "第1章") || strings.Contains(said, "深") {
			t.Errorf("the contents say %q", said)
		}
		var file bytes.Buffer
		if _, err := d.WriteTo(&file); err != nil {
			t.Error(err)
		}
	}
}

func TestACoverHasItsPageAlone(t *testing.T) {
	d := New(Info{At: noon})
	d.Join(long(1)...)
	first, second := words(d.pages[0]), words(d.pages[1])
	if !strings.Contains(first, "2026 年度業主滿意度調查報告") || !strings.Contains(first, "第 1 頁") || strings.Contains(first, "正文") {
		t.Errorf("the cover says %q", first)
	}
	if strings.Contains(first, "雲棲物業") || !strings.Contains(second, "雲棲物業") {
		t.Errorf("the cover is headed, or the page after it is not: %q, %q", first, second)
	}
}

func TestAPointIsNeverAloneAtTheEndOfAPage(t *testing.T) {
	for rows := 20; rows < 60; rows++ {
		blocks := []Block{}
		for range rows {
			blocks = append(blocks, Para{Text: "正文"})
		}
		pages := laid(t, Sheet{Title: "報告"}, append(blocks, Chapter{Title: "節", Level: 1}, Point("要點"), Para{Text: "其後"})...)
		for _, p := range pages {
			if said := words(p); strings.Contains(said, "要點") != strings.Contains(said, "其後") {
				t.Fatalf("after %d lines the point stands alone", rows)
			}
		}
	}
}

func TestTilesKeepLargeFiguresWithin(t *testing.T) {
	s := Sheet{Title: "報告"}
	pages := laid(t, s, Tiles{{"總體", "78.4", "95 % 置信區間 76.1–80.7"}, {"一句很長的話", "差異不具統計顯著性（p=0.341）", ""}, {"三", "3", ""}, {"四", "4", ""}})
	if said := allWords(pages); !strings.Contains(said, "78.4") || !strings.Contains(said, "0.341") {
		t.Errorf("the tiles say %q", said)
	}
	faces, err := typefaces()
	if err != nil {
		t.Fatal(err)
	}
	edge := s.measured().wide - s.measured().right + .1
	for _, m := range pages[0].ink {
		if m.kind == written && m.x+faces.width(m.text, style{face: m.face, size: m.size}) > edge {
			t.Errorf("%q leaves the page", m.text)
		}
	}
}
