package console_test

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"

	"ownerdesk/reports/sheet"
	"ownerdesk/ui/console"
)

// pastLedger is a small ledger as an office keeps it.
const pastLedger = `雲棲花園事項台賬
編號,事項類型,狀態,房號,事項分類,接收時間,是否轉辦,轉辦時間,要求處理時間,完成時間,審核通過時間,是否回訪,回訪時間,是否接通,滿意度,結案時間
TS-17,投訴,已結案,3幢2單元501室,電梯,2026/10/8 10:00,是,2026-10-08 11:00,2026-10-13 18:00,2026-10-09 15:00,2026-10-09 16:00,是,2026-10-12 10:00,是,滿意,2026-10-12 10:05
BX-18,報修,處理中,中心花園,健身房,2026-11-20 10:00,否,,2026-11-24 18:00,,,否,,,,
合計,2 件
`

func TestAnOlderLedgerComesInAndTwiceChangesNothing(t *testing.T) {
	gbk, err := simplifiedchinese.GBK.NewEncoder().String(strings.NewReplacer("編", "编", "類", "类", "狀態", "状态", "時間", "时间").Replace(pastLedger))
	if err != nil {
		t.Fatal(err)
	}
	big5, err := traditionalchinese.Big5.NewEncoder().String(pastLedger)
	if err != nil {
		t.Fatal(err)
	}
	for name, raw := range map[string]string{"utf8.csv": pastLedger, "gbk.csv": gbk, "big5.csv": big5} {
		t.Run(name, func(t *testing.T) {
			file, db := register(t, name, []byte(raw)), filepath.Join(t.TempDir(), "office.db")
			dry := done(t, "import", "issues", file, "--dry-run", "--db", db)
			if !strings.Contains(dry, "新增 2 件，已有 0 件，不能接收 0 件") || !strings.Contains(dry, "沒有導入") {
				t.Errorf("the trial says %s", last(dry))
			}
			if _, err := os.Stat(db); err == nil {
				t.Fatal("a trial made a file")
			}
			if first := done(t, "import", "issues", file, "--db", db, "--project", "雲棲花園", "--by", "王芳"); !strings.Contains(first, "已接收 2 件") {
				t.Errorf("the first time says %s", last(first))
			}
			again := done(t, "import", "issues", file, "--db", db)
			if !strings.Contains(again, "新增 0 件，已有 2 件，不能接收 0 件") || !strings.Contains(again, "沒有任何更改") {
				t.Errorf("the second time says %s", last(again))
			}
			var all []map[string]any
			if err := json.Unmarshal([]byte(done(t, "list", "--json", "--db", db)), &all); err != nil || len(all) != 2 {
				t.Fatalf("%d issues are listed, %v", len(all), err)
			}
			for _, one := range all {
				if one["takenOver"] != true || one["project"] != "雲棲花園" {
					t.Errorf("%v", one)
				}
			}
			if all[1]["number"] != "TS-17" || all[1]["category"] != "EQ1" || all[1]["close"] != "CL-01" || all[0]["step"] != "handle" || all[0]["stepDue"] != "2026-11-24 18:00" {
				t.Errorf("%v", all)
			}
			done(t, "check", "--db", db)
		})
	}
}

func TestAWorkbookIsReadWithItsMomentsAndTheSheetThatIsNamed(t *testing.T) {
	at := func(day, hour int) time.Time { return time.Date(2026, 10, day, hour, 0, 0, 0, time.UTC) }
	book := sheet.Table{Name: "十月", Title: "雲棲花園 2026 年 10 月", Columns: []sheet.Column{
		{Title: "編號"}, {Title: "類型"}, {Title: "接收時間", Kind: sheet.Moment}, {Title: "要求處理時間", Kind: sheet.Moment}, {Title: "返工次數", Kind: sheet.Int},
	}, Rows: func(yield func([]any) bool) {
		_ = yield([]any{"A-1", "報修", at(8, 0), at(9, 18), 0}) && yield([]any{"A-2", "報修", at(8, 10), at(10, 18), 1})
	}}
	file, db := filepath.Join(t.TempDir(), "a.xlsx"), filepath.Join(t.TempDir(), "office.db")
	out, err := os.Create(file)
	if err != nil {
		t.Fatal(err)
	}
	if _, err = sheet.Write(out, book); err != nil {
		t.Fatal(err)
	}
	if err := out.Close(); err != nil {
		t.Fatal(err)
	}
	if got := run(t, "import", "issues", file, "--db", db, "--sheet", "九月"); got.code != console.Misled || !strings.Contains(got.err, "十月") {
		t.Errorf("another sheet: %d %s", got.code, got.err)
	}
	if said := done(t, "import", "issues", file, "--db", db, "--sheet", "十月"); !strings.Contains(said, "已接收 2 件") {
		t.Fatal(last(said))
	}
	if said := done(t, "list", "--json", "--db", db); !strings.Contains(said, `"received":"2026-10-08 00:00"`) || !strings.Contains(said, `"due":"2026-10-10 18:00"`) {
		t.Errorf("listed as %s", said)
	}
}

func TestARefusedRowKeepsTheWholeLedgerOut(t *testing.T) {
	file := register(t, "a.csv", []byte("no,type,received_at\nA-1,repair,2026-10-08 10:00\nA-2,quarrel,2026-10-08 10:00\nA-1,repair,2026-10-09 10:00\n"))
	db := filepath.Join(t.TempDir(), "office.db")
	got := run(t, "import", "issues", file, "--db", db)
	if got.code != console.Failed || !strings.Contains(got.out, "第 3 行 B 列：不認識類型「quarrel」") || !strings.Contains(got.out, "第 4 行 A 列：這個編號在第 2 行已出現") ||
		!strings.Contains(got.err, "全部沒有導入") {
		t.Errorf("ended with %d: %s%s", got.code, got.out, got.err)
	}
	if _, err := os.Stat(db); err == nil {
		t.Error("a file was left that holds nothing")
	}
	if said := done(t, "import", "issues", file, "--db", db, "--skip-refused"); !strings.Contains(said, "已接收 1 件") {
		t.Errorf("without them: %s", last(said))
	}
}

func TestALedgerFitsIntoAnOfficeThatIsAtWork(t *testing.T) {
	db := office(t, "200")
	var own []map[string]any
	if err := json.Unmarshal([]byte(done(t, "list", "--json", "--db", db)), &own); err != nil || len(own) != 200 {
		t.Fatalf("%d issues, %v", len(own), err)
	}
	file := register(t, "a.csv", []byte(fmt.Sprintf("no,type,received_at,department,project\n%s,repair,2026-10-08 10:00,工程維修部,濱河灣\nA-2,repair,2026-10-08 10:00,飛行部,濱河灣\n", own[0]["number"])))
	if got := run(t, "import", "issues", file, "--db", db); got.code != console.Failed || !strings.Contains(got.out, "是本程序自己編的") || !strings.Contains(got.out, "沒有部門「飛行部」") {
		t.Errorf("ended with %d: %s", got.code, got.out)
	}
	if got := run(t, "import", "issues", register(t, "b.csv", []byte("no,type,received_at\nA-1,repair,2026-10-08 10:00\n")), "--db", db); got.code != console.Misled || !strings.Contains(got.err, "--project") {
		t.Errorf("two estates: %d %s", got.code, got.out)
	}
	if got := run(t, "import", "issues", file, "--db", db, "--skip-refused", "--by", "沒有這個人"); got.code != console.Misled {
		t.Errorf("by a stranger: %d %s", got.code, got.err)
	}
	if said := done(t, "import", "issues", file, "--db", db, "--skip-refused"); !strings.Contains(said, "已接收 1 件") {
		t.Errorf("said %s", last(said))
	}
}

func TestAFileThatIsNoLedgerIsRefused(t *testing.T) {
	for raw, says := range map[string]string{"": "是空文件", "今天\n天氣好\n": "沒有找到事項台賬的標題行", "編號,狀態\nA-1,已結案\n": "沒有導入"} {
		got := run(t, "import", "issues", register(t, "a.csv", []byte(raw)), "--db", filepath.Join(t.TempDir(), "o.db"))
		if got.code != console.Failed || !strings.Contains(got.err, says) {
			t.Errorf("%q ended with %d: %s%s", raw, got.code, got.out, got.err)
		}
	}
	for _, args := range [][]string{{"import", "issues"}, {"import", "issues", "a.csv", "--fill-down"}, {"import", "owners", "a.csv", "--by", "王芳"}} {
		if got := run(t, args...); got.code != console.Misled {
			t.Errorf("%v ended with %d", args, got.code)
		}
	}
}

// A ledger of 50,000 rows, from the file to the end.
func BenchmarkImportIssues(b *testing.B) {
	var rows strings.Builder
	rows.WriteString("no,type,status,valid_complaint,room,subject,received_at,transfer_required,transferred_at,due_at,first_completed_at,completed_at,rework_n,reviewed_at,followup_required,followup_at,followup_reached,rating,closed_at\n")
	for i := range 50_000 {
		at := time.Date(2021, 1, 4, 9, 0, 0, 0, time.UTC).Add(time.Duration(i) * 50 * time.Minute)
		on := func(hours int) string { return at.Add(time.Duration(hours) * time.Hour).Format("2006-01-02 15:04") }
		fmt.Fprintf(&rows, "OLD-%05d,%s,closed,,%d-%d-%d0%d,EQ%d,%s,Y,%s,%s,%s,%s,%d,%s,Y,%s,Y,%d,%s\n", i, []string{"repair", "complaint", "enquiry"}[i%3],
			i%9+1, i%3+1, i%18+1, i%4+1, i%9+1, on(0), on(3), on(72), on(30), on(48), i%20/19, on(50), on(70), i%5+1, on(71))
	}
	dir := b.TempDir()
	file := filepath.Join(dir, "ledger.csv")
	if err := os.WriteFile(file, []byte(rows.String()), 0o600); err != nil {
		b.Fatal(err)
	}
	for n := 0; b.Loop(); n++ {
		done(b, "import", "issues", file, "--db", filepath.Join(dir, fmt.Sprintf("%d.db", n)))
	}
	b.ReportMetric(b.Elapsed().Seconds()/float64(b.N), "s/ledger")
}

func TestTheFiguresOfAMonthCountWhatWasTakenOver(t *testing.T) {
	const rows = `no,type,status,valid_complaint,room,subject,received_at,transfer_required,transferred_at,due_at,ext_approved_at,ext_due_at,first_completed_at,completed_at,rework_n,reviewed_at,followup_required,followup_at,followup_reached,rating,closed_at
R1,repair,closed,,1-1-101,EQ1,2026-10-08 10:00,Y,2026-10-09 18:00,2026-10-10 18:00,,,2026-10-10 18:00,2026-10-10 18:00,0,2026-10-12 09:00,Y,2026-10-14 18:00,Y,4,2026-10-14 18:05
R2,repair,closed,,1-1-102,EQ1,2026-10-08 10:00,Y,2026-10-09 18:01,2026-10-10 18:00,,,2026-10-09 10:00,2026-10-10 18:01,1,2026-10-12 09:00,Y,2026-10-14 18:01,Y,3,2026-10-14 18:05
R3,complaint,handling,Y,1-1-103,lobby,2026-10-08 10:00,Y,,2026-10-12 18:00,2026-10-12 18:01,2026-10-20 18:00,,,,,Y,,,,
R4,complaint,retransferred,,1-1-103,EQ1,2026-10-08 10:00,N,,2026-10-12 18:00,,,2026-10-09 10:00,2026-10-09 10:00,0,2026-10-09 11:00,Y,2026-10-12 10:00,Y,1,
R5,praise,closed,,,,2026-10-08 10:00,N,,,,,,,,,N,,,,2026-10-08 11:00
R6,enquiry,rejected,,,,2026-10-08 10:00,,,,,,,,,,,,,,2026-10-08 11:00
R7,enquiry,void,,,,2026-10-08 10:00,,,,,,,,,,,,,,
R8,enquiry,accepted,,,,2026-10-30 16:00,Y,,2026-11-02 18:00,,,,,,,N,,,,
`
	db := filepath.Join(t.TempDir(), "office.db")
	done(t, "import", "issues", register(t, "a.csv", []byte(rows)), "--db", db)
	var all struct {
		KPIs []struct {
			Key       string
			Num, Den  int
			Immature  int
			NumIssues []string `json:"num_issues"`
		}
	}
	said := done(t, "kpi", "--month", "2026-10", "--as-of", "2026-11-01T00:00", "--households", "1100", "--json", "--db", db)
	if err := json.Unmarshal([]byte(said), &all); err != nil {
		t.Fatal(err)
	}
	got := map[string]string{}
	for _, k := range all.KPIs {
		got[k.Key] = fmt.Sprintf("%d/%d %d %s", k.Num, k.Den, k.Immature, strings.Join(k.NumIssues, " "))
	}
	for key, want := range map[string]string{
		"acceptance": "5/6 0 R1 R2 R3 R4 R8", "transfer_on_time": "1/3 1 R1", "handling_on_time": "2/4 1 R1 R4", "completion": "2/5 0 R1 R2",
		"closure": "2/5 0 R1 R2", "followup": "3/3 0 R1 R2 R4", "followup_on_time": "2/3 0 R1 R4", "followup_satisfied": "1/3 0 R1",
		"rework": "2/3 0 R2 R4", "retransfer": "1/3 0 R4", "overdue": "2/3 0 R3 R4", "extension": "1/4 1 R3",
		"complaints_per_100_households": "2/1100 0 R3 R4", "valid_complaints_per_100_households": "1/1100 1 R3", "repeat_complaints": "0/2 0 ",
	} {
		if got[key] != want {
			t.Errorf("%s: %s, want %s", key, got[key], want)
		}
	}
}
