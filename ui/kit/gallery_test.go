package kit

import (
	"image/png"
	"os"
	"path/filepath"
	"strconv"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"

	"ownerdesk/app/workday"
)

// TestGallery draws the pieces into the folder that GALLERY names, for a person
// to look at: GALLERY=/tmp/look go test -run Gallery ./ui/kit
func TestGallery(t *testing.T) {
	folder := os.Getenv("GALLERY")
	if folder == "" {
		t.Skip("GALLERY names no folder")
	}
	for mode, scale := range map[Mode]float32{ModeLight: 1, ModeDark: 1, "large": 1.5} {
		for name, show := range map[string]func(fyne.Window){
			"list": galleryList, "issue": galleryIssue, "form": galleryForm, "dense": galleryDense,
			"sheet": gallerySheet, "month": galleryMonth, "ask": galleryAsk,
		} {
			a := test.NewTempApp(t)
			Look{Mode: mode, Scale: scale}.Wear(a)
			w := a.NewWindow(name)
			w.SetPadded(false)
			w.Resize(fyne.NewSize(1280, 720))
			show(w)
			w.Resize(fyne.NewSize(1279, 720)) // what wraps knows its height only now
			w.Resize(fyne.NewSize(1280, 720))
			save(t, w, filepath.Join(folder, name+"-"+string(mode)+".png"))
			w.Close()
		}
	}
}

func save(t *testing.T, w fyne.Window, path string) {
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if err := png.Encode(f, w.Canvas().Capture()); err != nil {
		t.Fatal(err)
	}
}

// pieces are the rows of a table in tests.
type pieces [][]Piece

func (p pieces) Count() int       { return len(p) }
func (p pieces) At(i int) []Piece { return p[i] }

func galleryRows() pieces {
	what := []string{"三樓電梯近一週多次異響並有頓挫，乘梯不安，要求查明原因、限期修復，並告知安全性，上週已致電一次", "廚房天花滲水，已第二次返工", "詢問地下車位續租手續與費用標準"}
	due := []Piece{ChipOf(Bad, "逾期 2 個工作日"), ChipOf(Warn, "今日 11:30"), ChipOf(Info, "餘 4 小時"), ChipOf(Plain, "餘 2 個工作日"), ChipOf(Good, "已完成")}
	var rows pieces
	for i := range 40 {
		next := ButtonOf("查看進度")
		if i%5 == 0 {
			next = PrimaryOf("催辦")
		}
		rows = append(rows, []Piece{due[i%5], Said("TS-202611-" + strconv.Itoa(1000+i)), ChipOf(Tone(i%5), "投訴"), SaidBold("5-1-1802"),
			Said(what[i%3]), SaidQuiet("工程維修部"), Said(strconv.Itoa(i * 137)), next})
	}
	return rows
}

func galleryColumns() []Column {
	return []Column{{Title: "時限", Width: 140, Sort: "due"}, {Title: "編號", Width: 132, Sort: "number"}, {Title: "類型", Width: 70},
		{Title: "房號", Width: 90, Sort: "unit"}, {Title: "內容"}, {Title: "主辦", Width: 100}, {Title: "分鐘", Width: 70, Right: true, Sort: "minutes"}, {Title: "下一步", Width: 120}}
}

func galleryList(w fyne.Window) {
	head := container.NewHBox(Title("今日"), Gap(6, 1), container.NewCenter(Muted("11月23日 星期一 · 工作日 · 本月剩餘 6 個工作日")))
	tiles := container.NewGridWithColumns(6, Tile(Bad, "2", "逾期", "最長逾 2 個工作日", func() {}), Tile(Warn, "7", "今日到期", "最近 11:30", func() {}),
		Tile(Info, "5", "待轉辦", "時限 1 個工作日", func() {}), Tile(Info, "4", "待審核", "部門已反饋", func() {}), Tile(Plain, "5", "待告知業主", "", func() {}), Tile(Plain, "6", "待回訪", "2 件今日須聯繫", func() {}))
	table := NewTable(RowWorking, galleryColumns()...)
	table.SetRows(galleryRows())
	toasts := NewToasts(AtOnce())
	w.SetContent(Over(Ground(Page(container.NewBorder(container.NewVBox(head, Gap(1, 4), tiles, Gap(1, 6)), nil, nil, nil, Card(table)))), toasts.Root))
	table.SortedBy("due", false)
	w.Canvas().Focus(table)
	table.Select(2)
	toasts.Offer(Good, "已轉辦至工程維修部，要求 2026-11-26 18:00 前反饋", "打開", func() {})
}

func galleryDense(w fyne.Window) {
	table := NewTable(RowDense, galleryColumns()...).Ticking()
	table.SetRows(galleryRows())
	table.SortedBy("minutes", true)
	table.tick(1)
	table.tick(4)
	bare := NewTable(RowDense, galleryColumns()[:3]...).WhenEmpty(Empty(theme.ListIcon(), "今日沒有事項", "受理的事項會出現在這裡", Primary("受理新事項", theme.ContentAddIcon(), func() {})))
	bare.SetRows(pieces{})
	w.SetContent(Ground(Page(Split(Card(table), Card(bare), 380, 900))))
}

func galleryIssue(w fyne.Window) {
	head := container.NewHBox(Text("TS-202611-0007", 20, Body, true), Gap(4, 1), Chip(Bad, "投訴 · 重要"), Chip(Info, "已反饋，待審核"), layout.NewSpacer(),
		Button("列印", theme.DocumentPrintIcon(), func() {}), Danger("作廢", nil, func() {}), Link("更多", func() {}), Primary("審核部門反饋", theme.ConfirmIcon(), func() {}))
	what := Flush(Wrapped("三樓電梯近一週多次異響並有輕微頓挫，老人乘梯時感到不安。上週已致電一次，工程部到場檢查後未見改善。要求查明原因、限期修復，並告知安全性。"))
	left := container.NewVBox(CardTitled("事項", what, Chip(Good, "完成")), Note(Warn, container.NewVBox(Text("可能重複：同房號、同分類，7 天前，仍未結", 13, InkOf(Warn), true), Muted("TS-202611-0007"))))
	tl := NewTimeline([]Happened{{Info, "今日 09:10 · 李建國", "部門反饋", "已更換軸承並試運行，待檢測報告。業主：基本滿意"},
		{Bad, "11-19 18:00", "到期未完成", "自動標記逾期，自動標記逾期自動標記逾期自動標記逾期自動標記逾期自動標記逾期自動標記逾期自動標記逾期自動標記逾期自動標記逾期"}, {Plain, "11-16 09:42 · 王芳", "受理", ""}, {Good, "11-16 09:42 · 王芳", "受理", "電話"}})
	w.SetContent(Ground(Page(container.NewBorder(container.NewVBox(head, Gap(1, 4)), nil, nil, nil, Split(left, CardTitled("經過", Scroll(tl)), 0.5, 800)))))
}

func galleryDates() Dates {
	return Dates{
		Today: func() workday.Date { return workday.Date{Year: 2026, Month: 10, Day: 9} },
		Kind: func(d workday.Date) (DayKind, string) {
			switch {
			case d.Month == 10 && d.Day <= 7:
				return DayHoliday, "休"
			case d.Month == 10 && d.Day == 10:
				return DayMadeUp, "班"
			case d.Weekday() == time.Saturday || d.Weekday() == time.Sunday:
				return DayOff, ""
			}
			return DayWorked, ""
		},
		Weekdays:  [7]string{"日", "一", "二", "三", "四", "五", "六"},
		Month:     func(y, m int) string { return strconv.Itoa(y) + " 年 " + strconv.Itoa(m) + " 月" },
		TodayWord: "今日", Unreadable: "請輸入日期，如 2026-1-31、1/31、+3",
	}
}

func galleryFields() *Form {
	f := NewForm(3)
	say := func(s string) string { return s }
	kinds := NewChoice([]string{"諮詢", "投訴", "建議", "報修"}, say)
	SetValue(kinds, "投訴")
	room := Entry("")
	room.SetText("3-2-501")
	f.Add("room", NewField("房號、姓名、電話或拼音", room, "3 幢 2 單元 501 · 張小明（自住業主）· 138****5678"), 3)
	f.Add("channel", NewField("來訪渠道", NewChoice([]string{"電話"}, say), ""), 1)
	at := NewMomentField(galleryDates(), func() time.Time { return time.Date(2026, 10, 9, 9, 42, 0, 0, time.UTC) }, 18*60)
	at.SetValue(time.Date(2026, 10, 9, 9, 42, 0, 0, time.UTC))
	f.Add("at", NewField("接收時間", at, ""), 1)
	f.Add("kind", NewField("類型", kinds, ""), 1)
	radios := NewRadios([]string{"普通", "緊急", "特急"}, say)
	radios.SetValue("緊急")
	f.Add("urgent", NewField("緊急程度", radios, ""), 1)
	f.Add("check", NewField("隱私", Check("業主要求匿名", nil), ""), 1)
	f.Add("days", NewField("工作日", NumberEntry("3"), "11/24 一 · 11/25 二 · 11/26 三 → 3 個工作日"), 1)
	area := Area(5, 60)
	area.SetText("三樓電梯近一週多次異響並有輕微頓挫，老人乘梯時感到不安。上週已致電一次，工程部到場檢查後未見改善。要求查明原因、限期修復，並告知安全性。")
	f.Add("what", NewField("問題描述", area, ""), 3)
	f.Add("want", NewField("業主訴求", Entry("查明原因、限期修復"), ""), 2)
	f.Add("dept", NewField("轉辦部門", NewChoice([]string{"工程維修部"}, say), ""), 1)
	return f
}

func galleryForm(w fyne.Window) {
	f := galleryFields()
	head := container.NewHBox(Title("受理新事項"), Gap(6, 1), container.NewCenter(Muted("草稿已保存 09:43:12")), layout.NewSpacer(), Button("取消", nil, func() {}), Primary(WithShortcut("受理並轉辦", Shortcut(fyne.KeyReturn)), theme.MailForwardIcon(), func() {}))
	side := container.NewVBox(Note(Info, Flush(Wrapped("電梯維保：華升電梯 11 月維保週，每日 10–11 時可能停梯。"))), Card(Row(Columns{126, 0, 82}, Muted("TS-202611-0007"), NewCell("電梯異響電梯異響", 13, Body, false), Chip(Plain, "待審核"))))
	w.SetContent(Ground(Page(container.NewBorder(container.NewVBox(head, Gap(1, 4)), nil, nil, nil, Split(Card(f.Scrolled()), side, 320, 900)))))
	f.Fail("dept", "請選擇部門")
}

func gallerySheet(w fyne.Window) {
	galleryList(w)
	s := NewSheet(w.Canvas(), SheetWords{Title: "轉辦", Primary: "轉辦  Ctrl Enter", Cancel: "取消"}, 720, galleryFields(), func() {})
	s.Open()
	s.Say(Bad, "該事項已被他人修改，請重新打開")
}

func galleryMonth(w fyne.Window) {
	f := NewForm(3)
	d := NewDateField(galleryDates())
	d.SetValue(workday.Date{Year: 2026, Month: 10, Day: 15})
	f.Add("day", NewField("日期", d, ""), 1)
	wrong := NewDateField(galleryDates())
	f.Add("wrong", NewField("到期", wrong, ""), 1)
	w.SetContent(Ground(Page(Card(f))))
	wrong.SetText("2/30")
	wrong.settle()
	d.open()
}

func galleryAsk(w fyne.Window) {
	galleryIssue(w)
	AskReason(w.Canvas(), Question{Title: "作廢事項", Text: "作廢後編號保留，不再計入統計。此操作會記入日誌。", Yes: "作廢", No: "取消", Danger: true}, ReasonWords{"原因", "至少十個字", "請寫明原因", ""}, 200, func(*Sheet, string) {})
}
