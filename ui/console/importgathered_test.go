package console_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"ownerdesk/app/gathered"
	"ownerdesk/assets/lang"
	"ownerdesk/reports/sheet"
	"ownerdesk/ui/console"
)

const opinionList = `二期開盤意見收集表
活動：二期開盤	日期：2026-11-02 14:00	收集人：實習生小周
姓名,電話,房號,意見內容,類別,跟進
陳先生,13812345678,3-2-501,訪客車位太少,建議,已轉
,,,學校配套與宣傳不符,投訴,
合計,2
`

func TestAListOfOpinionsComesInOnce(t *testing.T) {
	db := office(t, "50")
	b := openTable(t, db)
	by, estate := b.g.Staff[b.clerk()].Name, b.g.Projects[other].Name
	b.ok(b.s.Close())
	file := filepath.Join(t.TempDir(), "意見.csv")
	b.ok(os.WriteFile(file, []byte(opinionList), 0o600))
	dry := done(t, "import", "opinions", file, "--dry-run", "--db", db, "--project", estate)
	if !strings.Contains(dry, "收集記錄 1 份；意見新增 2 條，已有 0 條，不能導入 0 條") || !strings.Contains(dry, "第 3 行 F 列：「跟進 (1)」這一列不導入") || !strings.Contains(dry, "沒有導入") {
		t.Errorf("the trial says %s", dry)
	}
	if got := run(t, "import", "opinions", file, "--db", db, "--project", estate); got.code != console.Misled || !strings.Contains(got.err, "--by") {
		t.Errorf("of nobody: %d %s", got.code, got.err)
	}
	if first := done(t, "import", "opinions", file, "--db", db, "--project", estate, "--by", by); !strings.Contains(first, "意見 2 條，事項 2 件") {
		t.Errorf("the first time says %s", last(first))
	}
	again := done(t, "import", "opinions", file, "--db", db, "--project", estate, "--by", by)
	if !strings.Contains(again, "意見新增 0 條，已有 2 條") || !strings.Contains(again, "沒有任何更改") {
		t.Errorf("the second time says %s", last(again))
	}
	done(t, "check", "--db", db)
}

func TestARefusedOpinionKeepsTheWholeListOut(t *testing.T) {
	db := office(t, "50")
	b := openTable(t, db)
	by, estate := b.g.Staff[b.clerk()].Name, b.g.Projects[other].Name
	b.ok(b.s.Close())
	file := filepath.Join(t.TempDir(), "a.csv")
	b.ok(os.WriteFile(file, []byte(strings.Replace(opinionList, "投訴", "吵架", 1)), 0o600))
	got := run(t, "import", "opinions", file, "--db", db, "--project", estate, "--by", by)
	if got.code != console.Failed || !strings.Contains(got.out, "第 5 行 E 列：不認識類型「吵架」") || !strings.Contains(got.err, "全部沒有導入") {
		t.Errorf("ended with %d: %s%s", got.code, got.out, got.err)
	}
	if without := done(t, "import", "opinions", file, "--db", db, "--project", estate, "--by", by, "--skip-refused", "--no-issues"); !strings.Contains(without, "意見 1 條，事項 0 件") {
		t.Errorf("without it: %s", last(without))
	}
}

// Whatever the language of the empty list, it is read with every column.
func TestTheEmptyListIsReadBackAsItIs(t *testing.T) {
	for _, l := range lang.All {
		file := filepath.Join(t.TempDir(), "list.xlsx")
		done(t, "import", "opinions", "--blank", file, "--lang", string(l))
		sheets, err := sheet.RegisterSheets(file)
		if err != nil {
			t.Fatal(err)
		}
		layout := gathered.GuessLayout(sheets[0])
		for _, c := range gathered.Columns[1:] {
			if layout.Index(c) < 0 {
				t.Errorf("%s: no column is read as %s: %+v", l, c, layout)
			}
		}
	}
}
