package console_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"ownerdesk/assets/samples"
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
