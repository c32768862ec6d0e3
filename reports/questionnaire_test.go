package reports

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"ownerdesk/app/annual"
	"ownerdesk/app/soak"
	"ownerdesk/assets/lang"

	"pgregory.net/rapid"
)

func TestAQuestionnaireAsksEverythingInItsOrder(t *testing.T) {
	for _, l := range lang.All {
		f := office(t, l)
		h := surveyed(f)
		h.Questionnaire.Items[0].Text = "Own words"
		text := said(Questionnaires(f, h, []int{10042})[0])
		at := 0
		for _, want := range []string{"10042", f.Say("code.SR-1"), "東區", "北區", f.Say("code.OW-SHOP"), f.Say("survey.item.OVERALL"), "Own words",
			f.Say("survey.item.COMMUNITY-2"), f.Say("survey.recommend"), f.Say("survey.choice.CHOICE-NOISE"), f.Say("survey.open.OPEN-2"), f.Say("paper.survey.tear")} {
			next := strings.Index(text[at:], want)
			if next < 0 {
				t.Fatalf("%s: %q is missing or comes too early:\n%s", l, want, text)
			}
			at += next
		}
		if strings.Contains(text, f.Say("survey.item.SERVICE-1")) {
			t.Errorf("%s: the ready words of an item with its own are printed", l)
		}
	}
}

// Who answers must be told who asks, what for, how long answers are kept, whom to
// ask, and that he need not.
func TestAQuestionnaireSaysWhatOwnersHaveToBeTold(t *testing.T) {
	f := office(t, lang.Traditional)
	all := squeezed(strings.Join(pages(t, Questionnaires(f, surveyed(f), []int{10042})...), ""))
	for _, want := range []string{"雲棲物業服務有限公司 · 客戶服務部", "答案不作其他用途", "不記姓名和房號", "6 個月", "自願參加", "查閱、更正或撤回", "0571-8765 4321", "KF-18 A/0"} {
		if !strings.Contains(all, squeezed(want)) {
			t.Errorf("it does not say %q:\n%s", want, all)
		}
	}
}

func TestQuestionnairesDifferInTheirNumberOnly(t *testing.T) {
	f := office(t, lang.English)
	all := Questionnaires(f, surveyed(f), []int{70001, 123456})
	one, two := pages(t, all[0]), pages(t, all[1])
	if len(all) != 2 || strings.ReplaceAll(strings.Join(one, ""), "70001", "123456") != strings.Join(two, "") {
		t.Error("more than the number differs")
	}
	blank := Questionnaires(f, surveyed(f), nil)
	if len(blank) != 1 || blank[0].Sheet.QR != "" || blank[0].Sheet.No != "" || value(blank[0], f.Say("paper.survey.col.number")) != "" {
		t.Errorf("a blank one has the number %q", blank[0].Number)
	}
}

func TestTheContactSlipBearsNoNumberAndNobodyIsNamed(t *testing.T) {
	for _, l := range lang.All {
		f := office(t, l)
		front, back := "", ""
		if all := pages(t, Questionnaires(f, surveyed(f), []int{4711})...); len(all) == 2 {
			front, back = all[0], all[1]
		} else {
			t.Fatalf("%s: %d pages", l, len(all))
		}
		_, slip, found := strings.Cut(back, f.Say("paper.survey.tear"))
		if !found || strings.Contains(slip, "4711") || !strings.Contains(front, "4711") || !strings.Contains(back, "4711") {
			t.Errorf("%s: the slip says\n%s", l, slip)
		}
		for _, one := range f.Ground.Staff {
			if strings.Contains(front+back, one.Name) {
				t.Errorf("%s: %s is named", l, one.Name)
			}
		}
	}
}

var boxed = regexp.MustCompile(`yMin="([0-9.]+)"[^>]*yMax="([0-9.]+)">([^<]*)<`)

// heights are where the words of each page end, and where a word begins.
func heights(t *testing.T, d Document) (pages [][][3]string) {
	t.Helper()
	if _, err := exec.LookPath("pdftotext"); err != nil {
		t.Skip("pdftotext is missing")
	}
	var out bytes.Buffer
	if err := WritePDF(&out, clockAt(23, 9, 58), d); err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "a.pdf")
	if err := os.WriteFile(file, out.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	text, err := exec.Command("pdftotext", "-bbox", file, "-").Output()
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range strings.Split(string(text), "<page ")[1:] {
		var words [][3]string
		for _, m := range boxed.FindAllStringSubmatch(p, -1) {
			words = append(words, [3]string{m[1], m[2], m[3]})
		}
		pages = append(pages, words)
	}
	return pages
}

// Printed on both sides, the slip takes away with it what stands on its back.
func TestTearingOffTheSlipTearsOffNoAnswer(t *testing.T) {
	for _, l := range lang.All {
		f := office(t, l)
		sides := heights(t, Questionnaires(f, surveyed(f), []int{10042})[0])
		tear, lowest := 0.0, 0.0
		first := strings.Fields(f.Say("paper.survey.tear"))[0]
		for _, w := range sides[1] {
			if w[2] == first {
				tear, _ = strconv.ParseFloat(w[0], 64)
			}
		}
		for _, w := range sides[0] {
			if y, _ := strconv.ParseFloat(w[1], 64); w[2] == "5" {
				lowest = max(lowest, y)
			}
		}
		if tear == 0 || lowest == 0 || lowest > tear {
			t.Errorf("%s: the last mark on the front ends at %v, the slip begins at %v", l, lowest, tear)
		}
	}
}

func TestAQuestionnaireOfUpToTwentyItemsHasAtMostTwoSides(t *testing.T) {
	all := map[lang.Language]Facts{}
	for _, l := range lang.All {
		all[l] = office(t, l)
	}
	soak.Check(t, func(t *rapid.T) {
		l := rapid.SampledFrom(lang.All).Draw(t, "language")
		f := all[l]
		h := surveyed(f)
		words, most := strings.Fields("電梯 照明 供水 公共 設施 維修 及時 質量 的 和"), 14
		if l == lang.English {
			words, most = strings.Fields("lifts cleaning of the common corridors and response maintenance parking by staff in time"), 12
		}
		h.Questionnaire.Items = nil
		for i := range rapid.IntRange(0, 20).Draw(t, "items") {
			text := strings.Join(rapid.SliceOfN(rapid.SampledFrom(words), 1, most).Draw(t, "words"), map[bool]string{true: " "}[l == lang.English])
			h.Questionnaire.Items = append(h.Questionnaire.Items, annual.Item{Code: fmt.Sprintf("OWN-%d", i), Dimension: h.Questionnaire.Dimensions[i%6].Code, Text: text})
		}
		if n := QuestionnaireSides(f, h); n > 2 {
			t.Fatalf("%s, %d items: %d sides", l, len(h.Questionnaire.Items), n)
		}
	})
	for l, long := range map[lang.Language]string{
		lang.English:     "Maintenance and cleaning of the common corridors, lifts, lobbies and stairs in time",
		lang.Traditional: "樓道、大堂、電梯、地下車庫和架空層等公共部位的清潔、照明和設施的完好，以及報修後維修的及時",
	} {
		h := surveyed(all[l])
		for i := range h.Questionnaire.Items {
			h.Questionnaire.Items[i].Text = long
		}
		if n := QuestionnaireSides(all[l], h); n > 2 {
			t.Errorf("%s, twenty items of two lines: %d sides", l, n)
		}
	}
	f := all[lang.English]
	h := surveyed(f)
	for i := range h.Questionnaire.Items {
		h.Questionnaire.Items[i].Text = strings.Repeat("maintenance of all common parts ", 6)
	}
	if n := QuestionnaireSides(f, h); n <= 2 {
		t.Errorf("twenty items of 190 letters are said to take %d sides", n)
	}
}

func TestTheSameQuestionnairesGiveTheSameBytes(t *testing.T) {
	f := office(t, lang.Simplified)
	var one, two bytes.Buffer
	for _, out := range []io.Writer{&one, &two} {
		if err := WritePDF(out, f.At, Questionnaires(f, surveyed(f), []int{1, 2, 3})...); err != nil {
			t.Fatal(err)
		}
	}
	if one.Len() == 0 || !slices.Equal(one.Bytes(), two.Bytes()) {
		t.Errorf("%d bytes, then %d others", one.Len(), two.Len())
	}
}

// BenchmarkQuestionnaires prints 400 of them into one file.
func BenchmarkQuestionnaires(b *testing.B) {
	f := office(b, lang.Traditional)
	h := surveyed(f)
	numbers := make([]int, 400)
	for i := range numbers {
		numbers[i] = 10_000 + i
	}
	b.ReportAllocs()
	for b.Loop() {
		if err := WritePDF(io.Discard, f.At, Questionnaires(f, h, numbers)...); err != nil {
			b.Fatal(err)
		}
	}
}
