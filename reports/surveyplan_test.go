package reports

import (
	"strings"
	"testing"

	"ownerdesk/app/annual"
	"ownerdesk/app/survey"
	"ownerdesk/assets/lang"
)

func TestThePlanPutsItsNumbersIntoTheFormula(t *testing.T) {
	f := office(t, lang.Traditional)
	h := surveyed(f)
	text := said(SurveyPlan(f, h))
	for _, want := range []string{
		"置信度 95 %，允許誤差 ±5 個百分點", "1.96²×0.5×0.5÷0.05² = 384.1", "384.1÷[1＋383.1÷1367] = 300，進位為 301", "設計效應：301×1.1，進位為 332", "332÷預計回收率 80 %，進位為 415",
		"420 / 99 / 124", "1367 / 323 / 403", "隨機種子 20261105", "聯繫 3 次", "每層至少 5 份", "回訪核查不少於 10 %", "電話訪問不超過 5 %", "王芳、李建國",
		"物業服務質量", "20 %", "2026-11-02\n– 2026-11-05", "王芳 · 2026-11-02 09:00", "吳偉明 · 2026-11-04 10:00", "問卷印製 800 元",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("the plan lacks %q:\n%s", want, text)
		}
	}
	size, err := survey.Precision{Confidence: .95, Error: .05, Response: .8, Effect: 1.1, Units: 1367}.Size()
	if err != nil || size.Rounded != 301 || size.Effective != 332 || size.Issue != 415 {
		t.Errorf("the formula itself says %+v, %v", size, err)
	}
}

func TestThePlanOfAMeanNamesItsSpread(t *testing.T) {
	f := office(t, lang.English)
	h := surveyed(f)
	h.Plan.Precision.Spread, h.Plan.Precision.Error = 24.5, 2.5
	text := said(SurveyPlan(f, h))
	if !strings.Contains(text, "(1.96 × 24.5 ÷ 2.5)² = 368.9") || strings.Contains(text, "percentage points") {
		t.Errorf("it says\n%s", text)
	}
}

func TestWhereNothingIsDrawnThePlanSaysSo(t *testing.T) {
	f := office(t, lang.Traditional)
	h := surveyed(f)
	h.Plan.Convenience = true
	text := said(SurveyPlan(f, h))
	if !strings.Contains(text, "不抽樣") || strings.Contains(text, "n0") || strings.Contains(text, "隨機種子") {
		t.Errorf("it says\n%s", text)
	}
}

func TestBeforeItsApprovalAPlanHasNoFrame(t *testing.T) {
	f := office(t, lang.Traditional)
	h := surveyed(f)
	h.Strata, h.State, h.ApprovedBy, h.Checked = nil, annual.Planning, 0, 0
	if text := said(SurveyPlan(f, h)); !strings.Contains(text, "按 2026-11-04 的業主登記冊取得") || strings.Contains(text, "÷1367") {
		t.Errorf("it says\n%s", text)
	}
}

func TestThePlanHasTwoSidesAndNothingIsMissing(t *testing.T) {
	for _, l := range lang.All {
		f := office(t, l)
		d := SurveyPlan(f, surveyed(f))
		all := squeezed(strings.Join(pages(t, d), ""))
		for _, text := range d.Texts() {
			for _, line := range strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune("\n☐☑\u2003“”\"’'", r) }) {
				if !strings.Contains(all, squeezed(line)) {
					t.Errorf("%s: paper lacks %q", l, line)
				}
			}
		}
		if n := sides(d); n > 2 {
			t.Errorf("%s: %d sides", l, n)
		}
		if lost := Missing(append(Questionnaires(f, surveyed(f), nil), d)...); len(lost) > 0 {
			t.Errorf("%s: paper lacks %q", l, string(lost))
		}
	}
}
