package console_test

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"ownerdesk/assets/samples"
	"ownerdesk/reports/sheet"
	"ownerdesk/ui/console"
)

func nowIsNoon() time.Time { return noon }

// register writes one of the registers that offices keep.
func register(t *testing.T, name string, raw []byte) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, raw, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestThreeRegistersComeInAndTwiceChangesNothing(t *testing.T) {
	for _, c := range []struct {
		name string
		raw  []byte
		rows string
	}{
		{"owners-messy.xlsx", samples.Messy, "380"}, {"owners-gbk.csv", samples.GBK, "200"}, {"owners-big5.csv", samples.Big5, "150"},
	} {
		t.Run(c.name, func(t *testing.T) {
			file, db := register(t, c.name, c.raw), filepath.Join(t.TempDir(), "office.db")
			dry := done(t, "import", "owners", file, "--dry-run", "--db", db, "--project", "雲棲花園")
			if !strings.Contains(dry, "新增 "+c.rows+" 行") || !strings.Contains(dry, "沒有導入") {
				t.Errorf("the trial says %s", last(dry))
			}
			if _, err := os.Stat(db); err == nil {
				t.Fatal("a trial made a file")
			}
			if first := done(t, "import", "owners", file, "--db", db, "--project", "雲棲花園"); !strings.Contains(first, "已導入 "+c.rows+" 行") {
				t.Errorf("the first time says %s", last(first))
			}
			again := done(t, "import", "owners", file, "--db", db)
			if !strings.Contains(again, "不變 "+c.rows+" 行，不能導入 0 行") || !strings.Contains(again, "台賬已是最新") {
				t.Errorf("the second time says %s", last(again))
			}
		})
	}
}

func last(said string) string {
	lines := strings.Split(strings.TrimSpace(said), "\n")
	return strings.Join(lines[max(0, len(lines)-3):], "\n")
}

func TestARowThatCannotComeInStopsAllUnlessLeftOut(t *testing.T) {
	file := register(t, "list.csv", []byte("楼栋,单元,房号,姓名,电话\n1,1,101,张三,13800001111\n1,1,102,李四,138000011112\n1,1,103,王五,13800003333\n"))
	db := filepath.Join(t.TempDir(), "office.db")
	got := run(t, "import", "owners", file, "--db", db, "--project", "甲")
	if got.code != console.Failed || !strings.Contains(got.out, "第 3 行 E 列") || !strings.Contains(got.err, "全部沒有導入") {
		t.Errorf("ended with %d: %s%s", got.code, got.out, got.err)
	}
	if got := done(t, "import", "owners", file, "--db", db, "--project", "甲", "--skip-refused"); !strings.Contains(got, "已導入 2 行：新增房屋 2 套、人員 2 人") {
		t.Errorf("without it: %s", last(got))
	}
}

func TestAFileThatIsNoRegisterIsRefused(t *testing.T) {
	for name, c := range map[string]struct {
		raw, says string
	}{
		"photo.png": {"\x89PNG\r\n\x1a\n0000", "不是表格文件"},
		"empty.csv": {"", "是空文件"},
		"notes.csv": {"今天\n天氣好\n", "沒有找到業主台賬的標題行"},
	} {
		got := run(t, "import", "owners", register(t, name, []byte(c.raw)), "--db", filepath.Join(t.TempDir(), "o.db"), "--project", "甲")
		if got.code != console.Failed || !strings.Contains(got.err, c.says) {
			t.Errorf("%s ended with %d: %s", name, got.code, got.err)
		}
	}
	if got := run(t, "import", "owners", filepath.Join(t.TempDir(), "none.csv"), "--project", "甲"); got.code != console.Failed || got.err == "" {
		t.Errorf("a file that is not there: %d %s", got.code, got.err)
	}
}

func TestAnEstateMustBeNamedUnlessThereIsOne(t *testing.T) {
	file := register(t, "owners-gbk.csv", samples.GBK)
	if got := run(t, "import", "owners", file, "--db", filepath.Join(t.TempDir(), "o.db")); got.code != console.Misled || !strings.Contains(got.err, "--project") {
		t.Errorf("no estate: %d %s", got.code, got.err)
	}
	if got := run(t, "import", "owners", file, "--db", office(t, "0")); got.code != console.Misled || !strings.Contains(got.err, "濱河灣") {
		t.Errorf("two estates: %d %s", got.code, got.err)
	}
}

const wholeHead = "楼栋,单元,房号,姓名,电话\n"

func TestAnImportThatIsRefusedLeavesNoNewFile(t *testing.T) {
	for name, c := range map[string]struct {
		file, says string
		args       []string
		code       int
	}{
		"no estate":    {wholeHead + "1,1,101,张三,13800001111\n", "--project", nil, console.Misled},
		"no room":      {"楼栋,单元,姓名\n1,1,张三\n", "缺少「房號」這一列，「list.csv」沒有導入", []string{"--project", "甲", "--skip-refused"}, console.Failed},
		"a bad row":    {wholeHead + "1,1,101,张三,138000011112\n", "全部沒有導入", []string{"--project", "甲"}, console.Failed},
		"only bad":     {wholeHead + "1,1,101,张三,138000011112\n", "沒有一行能夠導入", []string{"--project", "甲", "--skip-refused"}, console.Failed},
		"no headings":  {"1,2\n3,4\n", "沒有找到業主台賬的標題行", []string{"--project", "甲"}, console.Failed},
		"a text apart": {wholeHead + "1,1,101,\"张三\n", "工作表「list」第 2 行 D 列", []string{"--project", "甲"}, console.Failed},
	} {
		db := filepath.Join(t.TempDir(), "office.db")
		args := append([]string{"import", "owners", register(t, "list.csv", []byte(c.file)), "--db", db}, c.args...)
		if got := run(t, args...); got.code != c.code || !strings.Contains(got.err, c.says) {
			t.Errorf("%s ended with %d: %s%s", name, got.code, got.out, got.err)
		}
		if _, err := os.Stat(db); err == nil {
			t.Errorf("%s left a file", name)
		}
	}
}

func TestAnEstateThatIsNotThereIsNamedBeforeAnythingIsRead(t *testing.T) {
	file, db := register(t, "list.csv", []byte(wholeHead+"1,1,101,张三,13800001111\n")), filepath.Join(t.TempDir(), "office.db")
	done(t, "import", "owners", file, "--db", db, "--project", "雲棲花園")
	if got := run(t, "import", "owners", file, "--db", db, "--project", "云栖"); got.code != console.Misled || !strings.Contains(got.err, "現有：雲棲花園") {
		t.Errorf("ended with %d: %s", got.code, got.err)
	}
	if got := done(t, "import", "owners", file, "--db", db, "--project", "云栖花园"); !strings.Contains(got, "台賬已是最新") {
		t.Errorf("in the other script: %s", last(got))
	}
}

func TestTheSheetThatLooksMostLikeARegisterIsReadUnlessOneIsNamed(t *testing.T) {
	var raw bytes.Buffer
	row := func(cells ...any) []any { return cells }
	text := func(titles ...string) (all []sheet.Column) {
		for _, title := range titles {
			all = append(all, sheet.Column{Title: title})
		}
		return all
	}
	if _, err := sheet.Write(&raw,
		sheet.Table{Name: "聯繫", Columns: text("姓名", "電話"), Rows: slices.Values([][]any{row("客服部", "0571-88001234")})},
		sheet.Table{Name: "1幢", Columns: text("樓棟", "房號", "姓名"), Rows: slices.Values([][]any{row("1", "101", "張三")})},
		sheet.Table{Name: "2幢", Columns: text("樓棟", "房號", "姓名"), Rows: slices.Values([][]any{row("2", "101", "李四"), row("2", "102", "王五")})},
	); err != nil {
		t.Fatal(err)
	}
	file, db := register(t, "list.xlsx", raw.Bytes()), filepath.Join(t.TempDir(), "office.db")
	got := done(t, "import", "owners", file, "--db", db, "--project", "甲")
	if !strings.Contains(got, "工作表「1幢」：讀出 1 行") || !strings.Contains(got, "未讀取的工作表：聯繫, 2幢") {
		t.Errorf("by itself: %s", got)
	}
	if got := done(t, "import", "owners", file, "--db", db, "--sheet", "2幢"); !strings.Contains(got, "已導入 2 行") {
		t.Errorf("by name: %s", got)
	}
	if got := run(t, "import", "owners", file, "--db", db, "--sheet", "3幢"); got.code != console.Misled || !strings.Contains(got.err, "現有：聯繫, 1幢, 2幢") {
		t.Errorf("none of that name: %d %s", got.code, got.err)
	}
}
