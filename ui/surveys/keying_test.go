package surveys

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"ownerdesk/app/annual"
	"ownerdesk/assets/lang"
	"ownerdesk/ui/kit"
)

// keying is the form with a survey in it.
func (x *fieldwork) keying(how Keyed) *Keying {
	x.Helper()
	k := NewKeying(x.Seat, x.desk, x.store, x.id, how)
	x.see(k.Root)
	k.Shown()
	return k
}

// keys types into whatever has the keyboard; ~ is Enter, ^ Up.
func (x *fieldwork) keys(all string) {
	x.Helper()
	names := map[rune]fyne.KeyName{'~': fyne.KeyReturn, '^': fyne.KeyUp}
	for _, r := range all {
		at := x.win.Canvas().Focused()
		if at == nil {
			x.Fatalf("nothing has the keyboard at %q of %q", r, all)
		}
		if name, is := names[r]; is {
			at.TypedKey(&fyne.KeyEvent{Name: name})
			continue
		}
		at.TypedRune(r)
	}
}

// number is how a clerk types a sample number.
func number(no int) string { return strconv.Itoa(no) + "~" }

// alike are the keys of twenty items and the overall one.
func alike(mark string) string { return strings.Repeat(mark, 21) }

func TestASheetIsKeyedFromItsNumberToItsRowWithoutAMouse(t *testing.T) {
	x := inTheField(t, lang.Traditional)
	k := x.keying(KeyPaper)
	x.keys(number(x.nos[0]) + "2" + "5" + strings.Repeat("4", 17) + "0- " + "9" + "dfh~" + "~")

	one := x.sheet(x.nos[0])
	if one.Marks != "5"+strings.Repeat("4", 17)+"0--" || one.Recommend != 9 || one.Since != "SR-3" || one.Mode != annual.Paper || one.By != x.Fang || one.Keyed.String() != "2026-11-23" {
		t.Errorf("the row says %+v", one)
	}
	if want := []string{"CHOICE-LIFT", "CHOICE-GREEN", "CHOICE-FIRE"}; !slices.Equal(one.Choices, want) {
		t.Errorf("the choices are %v, want %v", one.Choices, want)
	}
	if k.says.Text() != strconv.Itoa(x.nos[0])+" 已保存。" || k.count.Text() != "本次 1 份　今日 1 份" {
		t.Errorf("it says %q and counts %q", k.says.Text(), k.count.Text())
	}
	if x.win.Canvas().Focused() != k.number || k.number.Text != "" || k.marks.Open() != 0 {
		t.Error("it does not stand ready for the next number")
	}
	unit, err := x.store.UnitOf(x.Context(), x.id, x.nos[0])
	x.none(err)
	if u, _, err := x.store.Unit(x.Context(), x.id, unit); err != nil || u.Outcome != annual.Done {
		t.Errorf("its household is %q, %v", u.Outcome, err)
	}
}

func TestSheetAfterSheetIsKeyedAsTheOneBeforeCame(t *testing.T) {
	x := inTheField(t, lang.English)
	k := x.keying(KeyPaper)
	kit.SetValue(k.asked, x.Jing)
	x.keys(number(x.nos[0]) + "-" + alike("4") + "10" + "~~")
	x.keys(number(x.nos[1]) + "1" + alike("3") + "1~" + "~~")
	first, second := x.sheet(x.nos[0]), x.sheet(x.nos[1])
	if first.Asked != x.Jing || second.Asked != x.Jing || first.Recommend != 10 || second.Recommend != 1 || first.Since != "" || second.Since != "SR-1" {
		t.Errorf("the rows say %+v and %+v", first, second)
	}
	if got := []string{k.At(0)[0].Text, k.At(1)[0].Text, k.At(0)[1].Text, k.At(0)[2].Text}; !slices.Equal(got, []string{strconv.Itoa(x.nos[1]), strconv.Itoa(x.nos[0]), "21/21", "All alike"}) {
		t.Errorf("at the side stands %q", got)
	}
}

func TestANumberThatIsWrongIsSaidAtOnceAndTheNextTakesItsPlace(t *testing.T) {
	x := inTheField(t, lang.Traditional)
	x.enter(x.nos[0], alike("4"))
	k := x.keying(KeyPaper)
	given := map[int]bool{}
	for _, no := range x.nos {
		given[no] = true
	}
	nobodys := 10000
	for !annual.Checks(nobodys) || given[nobodys] {
		nobodys++
	}
	mistyped := x.nos[1]/10*10 + (x.nos[1]+1)%10 // one digit, however the number ends
	for _, c := range []struct{ typed, says string }{
		{"abc", "沒有讀到編號，請重新掃描或輸入數字。"},
		{strconv.Itoa(mistyped), "編號 " + strconv.Itoa(mistyped) + " 的校驗位不符，請核對每一位數字。"},
		{strconv.Itoa(nobodys), "本次調查沒有編號 " + strconv.Itoa(nobodys) + "，請核對。"},
		{strconv.Itoa(x.nos[0]), strconv.Itoa(x.nos[0]) + " 已於 2026-11-23 由王芳錄入。"},
	} {
		x.keys(c.typed + "~")
		if k.says.Text() != c.says || !k.marks.Disabled() {
			t.Errorf("%q: it says %q", c.typed, k.says.Text())
		}
	}
	if !k.mend.Visible() {
		t.Error("a sheet that is there cannot be opened to be corrected")
	}
	x.keys("DC-202611-0001/" + number(x.nos[1])) // as a scanner types it
	if k.sheet.No != x.nos[1] || k.marks.Disabled() || k.mend.Visible() {
		t.Errorf("after all that %d is keyed; %q", k.sheet.No, k.says.Text())
	}
}

func TestWhatIsRefusedStaysAsItWasTyped(t *testing.T) {
	x := inTheField(t, lang.Traditional)
	k := x.keying(KeyPaper)
	x.keys(number(x.nos[0]) + "2" + strings.Repeat("-", 21) + "-~~")
	if k.says.Text() != "整份都沒有作答，請核對原件，空白答卷不錄入。" || k.sheet.No != x.nos[0] || k.marks.Open() != -1 {
		t.Errorf("it says %q; open is line %d", k.says.Text(), k.marks.Open())
	}
	k.marks.Go(1)
	x.keys("5")
	k.Next()
	if one := x.sheet(x.nos[0]); one.Marks[0] != '5' || one.Since != "SR-3" {
		t.Errorf("the row says %+v", one)
	}
}

func TestWhoeverIsFastLosesNoKeyAndNoSheet(t *testing.T) {
	x := inTheField(t, lang.Traditional)
	k := x.keying(KeyPaper)
	var next func() bool
	x.Seat.Tasks, next = kit.InTurn()
	sheets := []string{"2" + alike("4") + "9~~", "1" + alike("3") + "10~~"}
	x.keys(number(x.nos[0]) + sheets[0]) // before anybody knows the number
	if k.sheet.No != 0 {
		t.Fatal("it was looked up already")
	}
	next()                               // the number is known, and its sheet on its way
	x.keys(number(x.nos[1]) + sheets[1]) // before it is kept
	for next() {
	}
	first, second := x.sheet(x.nos[0]), x.sheet(x.nos[1])
	if first.Marks != alike("4") || first.Recommend != 9 || second.Marks != alike("3") || second.Recommend != 10 || second.Since != "SR-1" {
		t.Errorf("the rows say %+v and %+v", first, second)
	}
	x.keys("12345~" + sheets[0]) // of nobody: what was keyed for it is of nobody, too
	for next() {
	}
	if k.begun() || x.win.Canvas().Focused() != k.number {
		t.Errorf("after a number that is refused something is keyed; %q", k.says.Text())
	}
}

func TestALineThatWasPassedOverIsNotKept(t *testing.T) {
	x := inTheField(t, lang.Traditional)
	k := x.keying(KeyPaper)
	x.keys(number(x.nos[0]) + "2" + "5")
	k.marks.Go(k.marks.Count())
	x.keys("~")
	if k.marks.At() != 2 || !strings.HasPrefix(k.says.Text(), "這一題還沒有錄") {
		t.Errorf("it stands at %d and says %q", k.marks.At(), k.says.Text())
	}
}

func TestTheLastSheetIsMendedWithAReason(t *testing.T) {
	x := inTheField(t, lang.Traditional)
	k := x.keying(KeyPaper)
	x.keys(number(x.nos[0]) + "2" + alike("4") + "9~~")
	x.keys("^") // back to it
	if k.sheet.No != x.nos[0] || k.marks.Open() != -1 {
		t.Fatalf("%d is open; %q", k.sheet.No, k.says.Text())
	}
	k.marks.Go(3)
	x.keys("1")
	k.Next()
	kit.TopSheet(x.win.Canvas()).Submit()
	one := x.sheet(x.nos[0])
	if one.Marks != "441"+strings.Repeat("4", 18) || one.Recommend != 9 || len(one.Changes) != 1 || one.Changes[0].Why != "錄入有誤" || one.Changes[0].By != x.Fang {
		t.Errorf("the row says %+v", one)
	}
	if len(k.kept) != 1 || !k.marks.Disabled() {
		t.Errorf("%d are kept; the form is open: %v", len(k.kept), !k.marks.Disabled())
	}
}

func TestEnterInAnAnswerInWordsNeverKeeps(t *testing.T) {
	x := inTheField(t, lang.Traditional)
	k := x.keying(KeyPaper)
	x.keys(number(x.nos[0]) + "2" + alike("4") + "9~")
	kit.Focus(k.open[0])
	x.keys("電梯~太慢")
	if _, err := x.store.Sheet(x.Context(), x.id, x.nos[0]); err == nil {
		t.Fatal("Enter kept it")
	}
	k.Next() // Ctrl Enter
	if one := x.sheet(x.nos[0]); one.Open[0] != "電梯\n太慢" || one.Said() != "電梯\n太慢" {
		t.Errorf("the row says %q", one.Open)
	}
	if k.open[0].Value() != "" {
		t.Error("the words stay for the next sheet")
	}
}

func TestASheetThatWasBegunIsPutAwayOnlyWhenAsked(t *testing.T) {
	x := inTheField(t, lang.Traditional)
	k := x.keying(KeyPaper)
	if k.Escape() {
		t.Error("with nothing open, Escape has something to close")
	}
	x.keys(number(x.nos[0]) + "25")
	if !k.Escape() || kit.TopSheet(x.win.Canvas()) == nil {
		t.Fatal("it is not asked")
	}
	kit.TopSheet(x.win.Canvas()).Close()
	if k.sheet.No != x.nos[0] {
		t.Error("it is put away though nobody said so")
	}
	k.Escape()
	kit.TopSheet(x.win.Canvas()).Primary.Tapped(nil)
	if k.sheet.No != 0 || !k.marks.Disabled() {
		t.Error("it is not put away")
	}
}

func TestASecondKeyingShowsNothingOfTheFirstAndDecidesWhereTheyDiffer(t *testing.T) {
	x := inTheField(t, lang.Traditional)
	for _, no := range x.nos[:4] {
		x.enter(no, strings.Repeat("4", 20)+"2")
	}
	x.sit(x.Jing)
	k := x.keying(KeySecond)
	if len(k.waiting) != 2 || k.count.Text() != "尚有 2 份" {
		t.Fatalf("waiting are %v, %q", k.waiting, k.count.Text())
	}
	no, other := k.waiting[0], k.waiting[1]
	x.keys(number(no))
	if k.begun() {
		t.Error("something of the first keying is shown")
	}
	x.keys("5" + strings.Repeat("4", 19) + "1" + "~")
	if k.marks.Count() != 2 || k.says.Text() != "兩次錄入有 2 題不同：請看原件，按正確的答案。" {
		t.Fatalf("%d lines are compared; %q", k.marks.Count(), k.says.Text())
	}
	if words := k.marks.Words(1); !strings.HasSuffix(words, "第一次 2，第二次 1") {
		t.Errorf("side by side stands %q", words)
	}
	x.keys("51~") // the paper says 5 and 1
	one := x.sheet(no)
	if one.Second != "5"+strings.Repeat("4", 19)+"1" || one.SecondBy != x.Jing || one.Marks != one.Second || len(one.Changes) != 1 || one.Changes[0].Why != "二次錄入比對後更正" {
		t.Errorf("the row says %+v", one)
	}
	x.keys(number(other) + strings.Repeat("4", 20) + "2~")
	if one := x.sheet(other); one.Second != one.Marks || len(one.Changes) != 0 || len(k.waiting) != 0 {
		t.Errorf("alike, the row says %+v; waiting are %v", one, k.waiting)
	}
}

func TestASheetIsKeyedTwiceByTwo(t *testing.T) {
	x := inTheField(t, lang.Traditional)
	x.enter(x.nos[0], alike("4"))
	k := x.keying(KeySecond)
	x.keys(number(x.nos[0]))
	if k.says.Text() != strconv.Itoa(x.nos[0])+" 是您錄入的，二次錄入須由另一人。" || !k.marks.Disabled() {
		t.Errorf("it says %q", k.says.Text())
	}
}

func TestACallIsLedByTheWordsToBeReadOut(t *testing.T) {
	x := inTheField(t, lang.Traditional)
	k := NewKeying(x.Seat, x.desk, x.store, x.id, KeyPhone).Begin(x.nos[0])
	back := false
	k.Back = func() { back = true }
	x.see(k.Root)
	k.Shown()
	if !strings.Contains(k.prompt.Text(), "雲棲物業服務有限公司") {
		t.Errorf("first is read out %q", k.prompt.Text())
	}
	x.keys("2")
	if !strings.Contains(k.prompt.Text(), "您對本項目物業服務的總體評價") || !strings.Contains(k.prompt.Text(), "非常滿意") {
		t.Errorf("then is read out %q", k.prompt.Text())
	}
	x.keys(alike("5") + "8~~")
	if one := x.sheet(x.nos[0]); one.Mode != annual.Phone || one.Asked != x.Fang || one.Filled.String() != "2026-11-23" {
		t.Errorf("the row says %+v", one)
	}
	if !back {
		t.Error("it does not lead back")
	}
}

func TestWhereAnybodyMayAnswerTheSheetSaysWhereHeLives(t *testing.T) {
	x := inTheField(t, lang.Traditional, func(p *annual.Plan) { p.Convenience = true })
	k := x.keying(KeyPaper)
	x.keys("~" + "2" + "-") // no number: it is numbered when it is kept
	if k.marks.At() != 2 {
		t.Fatalf("it stands at %d", k.marks.At())
	}
	x.keys("2" + alike("4") + "9~~")
	if k.marks.At() != 1 {
		t.Fatalf("without an area it stands at %d: %q", k.marks.At(), k.says.Text())
	}
	x.keys("a")
	k.Next()
	one := x.sheet(1)
	if st := k.head.Strata[one.Stratum]; st.Name != "東區" || st.Owner != "OW-LET" {
		t.Errorf("sheet 1 is of %+v", st)
	}
}
