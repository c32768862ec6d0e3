package say

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"ownerdesk/app"
	"ownerdesk/app/workday"
	"ownerdesk/assets/calendars"
	"ownerdesk/assets/lang"
)

var office = time.FixedZone("UTC+8", 8*60*60)

func voice(t *testing.T, l lang.Language) Voice {
	t.Helper()
	w, err := lang.Load(l)
	if err != nil {
		t.Fatal(err)
	}
	tables, err := workday.Shipped(calendars.CN, calendars.Regional)
	if err != nil {
		t.Fatal(err)
	}
	cn := tables[workday.CN]
	return Voice{Words: w, Ground: app.Ground{
		Office:      app.Office{Zone: "Asia/Shanghai"},
		Calendar:    workday.New(workday.CN, workday.Five(), office, cn.Specials, cn.Years),
		Departments: map[app.DeptID]app.Department{2: {ID: 2, Name: "工程維修部"}},
		Staff:       map[app.StaffID]app.Staff{3: {ID: 3, Name: "李建國"}},
	}}
}

func on(month time.Month, day, hour, minute int) time.Time {
	return time.Date(2026, month, day, hour, minute, 0, 0, office)
}

func TestASentenceInTheTimelineGoesOn(t *testing.T) {
	v := voice(t, lang.Traditional)
	_, body := v.Act(app.Act{Kind: app.ActTransfer, Note: "請核實並反饋。", Diffs: []app.Difference{{Field: "due", New: "2026-09-30T18:00:00+08:00"}}})
	if !strings.HasPrefix(body, "請核實並反饋；") {
		t.Errorf("it says %q", body)
	}
	if _, body = v.Act(app.Act{Kind: app.ActProgress, Note: "已約明早。"}); body != "已約明早。" {
		t.Errorf("alone it says %q", body)
	}
}

func TestALimitExplainsItself(t *testing.T) {
	limit := workday.Limit{N: 3, Unit: workday.Workdays}
	for l, want := range map[lang.Language]string{
		lang.Traditional: "共 3 個工作日：9/24（四）當日不計、9/25 中秋節休、9/26 中秋節休、9/27 中秋節休、9/28 一、9/29 二、9/30 三",
		lang.Simplified:  "共 3 个工作日：9/24（四）当日不计、9/25 中秋节休、9/26 中秋节休、9/27 中秋节休、9/28 一、9/29 二、9/30 三",
		lang.English:     "3 working days: 9/24 (Thu) starting day, not counted, 9/25 Mid-Autumn Festival, off, 9/26 Mid-Autumn Festival, off, 9/27 Mid-Autumn Festival, off, 9/28 Mon, 9/29 Tue, 9/30 Wed",
	} {
		v := voice(t, l)
		a := v.Ground.Calendar.Due(on(9, 24, 10, 30), limit)
		if got := v.Explain(a.Limit, a.Steps, a.Provisional); got != want {
			t.Errorf("%s says\n%s, want\n%s", l, got, want)
		}
	}
}

func TestALongLimitLeavesOutItsMiddle(t *testing.T) {
	v := voice(t, lang.English)
	a := v.Ground.Calendar.Due(on(1, 5, 9, 0), workday.Limit{N: 100, Unit: workday.Workdays})
	text := v.Explain(a.Limit, a.Steps, a.Provisional)
	if n := len([]rune(text)); n > 500 {
		t.Errorf("%d characters: %s", n, text)
	}
}

func TestWhatIsLeftIsSaidAsAClerkWould(t *testing.T) {
	now := on(11, 23, 9, 42)
	for _, c := range []struct {
		due  time.Time
		want string
		how  Urgency
	}{
		{on(11, 19, 18, 0), "逾期 2 個工作日", Late},
		{on(11, 23, 9, 42), "今日 09:42", Today},
		{on(11, 23, 9, 41), "逾期 1 分鐘", Late},
		{on(11, 23, 6, 30), "逾期 3 小時", Late},
		{on(11, 23, 18, 0), "今日 18:00", Today},
		{on(11, 24, 18, 0), "明日 18:00", Soon},
		{on(11, 26, 18, 0), "餘 3 個工作日", Calm},
		{time.Time{}, "", Calm},
	} {
		if got, how := voice(t, lang.Traditional).Left(now, c.due); got != c.want || how != c.how {
			t.Errorf("due %v is said as %q (%d), want %q (%d)", c.due, got, how, c.want, c.how)
		}
	}
}

func TestPeopleAndPlacesAreMaskedUnlessOpened(t *testing.T) {
	v := voice(t, lang.Traditional)
	r := app.Reporter{Name: "張小明", Owner: "OW-SELF", Phone: "13812345678"}
	at := app.Place{Block: "3", Unit: "2", Door: "501"}
	for _, c := range []struct{ got, want string }{
		{v.Name(r, Masked), "張**（自住業主）"}, {v.Name(r, Open), "張小明（自住業主）"}, {v.Name(r, Nobody), ""},
		{v.Contact(r, Masked), "138****5678"}, {v.Contact(r, Open), "13812345678"}, {v.Contact(r, Nobody), ""},
		{v.Contact(app.Reporter{Refused: true}, Open), "拒絕提供"},
		{v.Name(app.Reporter{Anonymous: true, Owner: app.Anonymous}, Open), "匿名"},
		{v.Place(at, Open), "3 幢 2 單元 501"}, {v.Short(at, Open), "3-2-501"}, {v.Short(at, Masked), "3-2-**"},
		{v.Place(app.Place{Text: "地下車庫"}, Masked), "地下車庫"},
	} {
		if c.got != c.want {
			t.Errorf("said %q, want %q", c.got, c.want)
		}
	}
}

func TestTheTimelineWordsWhatChanged(t *testing.T) {
	v := voice(t, lang.Traditional)
	head, body := v.Act(app.Act{Kind: app.ActTransfer, Note: "今日先聯繫業主", Diffs: []app.Difference{
		{Field: "state", Old: "accepted", New: "handling"},
		{Field: "lead", New: "2"}, {Field: "due", Old: "2026-11-25T10:00:00Z", New: "2026-11-26T10:00:00Z"},
		{Field: "category", Old: "EQ1", New: "LK3"}, {Field: "phone", New: "13812345678"},
	}})
	if want := "今日先聯繫業主；主辦部門：工程維修部；時限：2026-11-25 18:00 → 2026-11-26 18:00；分類：設施設備 / 電梯 → 滲漏水 / 衛生間樓上樓下；電話：138****5678"; head != "開出轉辦單" || body != want {
		t.Errorf("said %q: %q, want %q", head, body, want)
	}
}

func TestAPlanIsWordedAsPeopleReadIt(t *testing.T) {
	v := voice(t, lang.Traditional)
	_, body := v.Act(app.Act{Kind: app.ActPlanned, Diffs: []app.Difference{{Field: "plan", New: "更換軸承 · 李建國 · 2026-11-25T10:00:00Z · open"}}})
	if want := "方案：更換軸承 · 李建國 · 2026-11-25 18:00 · 未開始"; body != want {
		t.Errorf("said %q, want %q", body, want)
	}
}

func TestEveryCodeHasItsWord(t *testing.T) {
	for _, l := range lang.All {
		v := voice(t, l)
		has := func(key string) {
			if !v.Has(key) {
				t.Errorf("%s has no word for %s", l, key)
			}
		}
		for _, c := range append(app.Categories(), app.Subjects()...) {
			has("code." + string(c))
		}
		for _, list := range [][]string{
			strs(app.Kinds), strs(app.Channels), strs(app.OwnerKinds), strs(app.Urgencies), strs(app.Levels), strs(app.Results),
			strs(app.SpecialCloses), strs(app.RejectCodes), strs(app.VoidCodes), strs(app.DelayCodes), strs(app.ReworkCodes),
			strs(app.Dissatisfactions), strs(app.Reacheds), strs(app.Methods), strs(app.Responsibilities), strs(app.Validities),
			strs(app.Causes), app.EvidenceKinds, app.InquiryMethods,
		} {
			for _, code := range list {
				has("code." + code)
			}
		}
		for _, s := range app.States {
			has("state." + string(s))
		}
		for _, s := range app.Steps {
			has("step." + string(s))
			has("next." + string(s))
		}
	}
}

func strs[T ~string](codes []T) []string {
	all := make([]string, len(codes))
	for i, c := range codes {
		all[i] = string(c)
	}
	return all
}

func TestFaultsFallBackToTheRuleItself(t *testing.T) {
	v := voice(t, lang.English)
	for _, c := range []struct {
		fault app.Invalid
		want  string
	}{
		{app.Invalid{Field: "lead", Rule: "missing"}, v.Say("fault.lead.missing")},
		{app.Invalid{Field: "some-field", Rule: "missing"}, v.Say("fault.missing")},
	} {
		if got := v.Fault(c.fault); got != c.want || !v.Has("fault."+c.fault.Rule) {
			t.Errorf("%v is said as %q, want %q", c.fault, got, c.want)
		}
	}
}

// spoilt is an error as the store makes them.
type spoilt string

func (s spoilt) Error() string                { return string(s) }
func (s spoilt) Trouble() (kind, path string) { return string(s), "/x/office.db" }

func TestWhatBefellTheFileIsSaidWithWhatToDo(t *testing.T) {
	for kind, want := range map[string]string{
		"full": "磁盤空間不足。已保存的內容沒有丟失。請騰出磁盤空間後再試。", "vanished": "文件在打開期間被移動、刪除或替換。請把文件放回原處後再試。",
		"damaged": "檢查發現文件內容損壞，未作任何更改。", "log-broken": "操作未成功，沒有任何更改。詳情已寫入日誌。",
	} {
		if got := voice(t, lang.Traditional).Trouble(fmt.Errorf("keep: %w", spoilt(kind))); got != want {
			t.Errorf("%s: %q", kind, got)
		}
	}
	if got := voice(t, lang.English).Trouble(spoilt("full")); got != "There is no room on the disk. What was saved is not lost. Make room on the disk, then try again." {
		t.Errorf("%q", got)
	}
}

func TestAVeilCanCoverSeveralPeople(t *testing.T) {
	x := Veil{}.Also("張明", "東區業主").Also("張明華", "西區業主").Also("Ann", "A**").Also("王", "*")
	y := voice(t, lang.Traditional).Veiled(app.Reporter{Phone: "13812345678"}, app.Place{}, Open, Open, Masked)
	if got := x.With(y).Over("張明華、張明、Ann 與王先生，138 1234 5678"); got != "西區業主、東區業主、Ann 與王先生，138****5678" {
		t.Errorf("it shows %s", got)
	}
}
