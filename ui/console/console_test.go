package console_test

import (
	"bytes"
	"context"
	"errors"
	"io/fs"
	"os"
	"ownerdesk/app"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"ownerdesk/app/workday"
	"ownerdesk/data"
	"ownerdesk/ui/console"
)

// noon is what the tests' clock shows: a Monday morning in November.
var noon = time.Date(2026, 11, 23, 9, 42, 0, 0, workday.OfficeTime())

// told is what one run of the program wrote and how it ended.
type told struct {
	code     int
	out, err string
}

// run runs the program in Traditional Chinese on real files.
func run(t testing.TB, args ...string) told {
	t.Helper()
	return runAs(t, "zh_TW.UTF-8", args...)
}

func runAs(t testing.TB, locale string, args ...string) told {
	t.Helper()
	var out, complaints bytes.Buffer
	now := func() time.Time { return noon }
	code := console.Run(t.Context(), console.Parts{
		Args: args, Out: &out, Err: &complaints, Now: now, Locale: locale, Version: "1.2.3",
		DB: filepath.Join(t.TempDir(), "none.db"),
		Open: func(ctx context.Context, path string) (console.Store, error) {
			return data.Open(ctx, path, data.Options{Now: now})
		},
		Read: func(ctx context.Context, path string, noting bool, because error) (console.Store, error) {
			return data.OpenToRead(ctx, path, data.Options{Now: now, Noting: noting}, because)
		},
		Restore: func(ctx context.Context, o app.RestoreOrder) (app.Restored, error) {
			return data.Restore(ctx, o, noon)
		},
		Discard: os.Remove,
		Window: func(_ context.Context, path, locale string) error {
			out.WriteString("the window on " + filepath.Base(path) + " in " + locale)
			return nil
		},
	})
	return told{code, out.String(), complaints.String()}
}

// done runs what must succeed and gives what it said.
func done(t testing.TB, args ...string) string {
	t.Helper()
	got := run(t, args...)
	if got.code != console.Done {
		t.Fatalf("%v ended with %d: %s%s", args, got.code, got.out, got.err)
	}
	return got.out
}

// offices are the sample offices made so far, by size, with the files beside them: each
// test has a copy.
var offices = map[string]fstest.MapFS{}

// office makes a sample office on a real file.
func office(t *testing.T, issues string) string {
	t.Helper()
	folder := t.TempDir()
	path := filepath.Join(folder, "office.db")
	if all, made := offices[issues]; made {
		if err := os.CopyFS(folder, all); err != nil {
			t.Fatal(err)
		}
		return path
	}
	done(t, "demo", "--db", path, "--issues", issues, "--until", "2026-11-23T09:42")
	offices[issues] = fstest.MapFS{}
	err := fs.WalkDir(os.DirFS(folder), ".", func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() || name != "office.db" && filepath.Dir(name) == "." {
			return err
		}
		raw, err := os.ReadFile(filepath.Join(folder, name))
		offices[issues][name] = &fstest.MapFile{Data: raw, Mode: 0o600}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return path
}

func TestWithoutACommandTheWindowOpens(t *testing.T) {
	if got := done(t); got != "the window on none.db in zh_TW.UTF-8" {
		t.Errorf("got %q", got)
	}
	if got := done(t, "--db", "some/other.db", "--lang", "zh-Hant"); got != "the window on other.db in zh-Hant" {
		t.Errorf("got %q", got)
	}
}

func TestAProgramWhoseClockWasSetSaysSoWithEveryCommand(t *testing.T) {
	for _, args := range [][]string{{"due", "--days", "1"}, {"list"}, {"slip", "--today"}} {
		var out, complaints bytes.Buffer
		console.Run(t.Context(), console.Parts{Args: args, Out: &out, Err: &complaints, Now: nowIsNoon, Locale: "en", Trial: "2027-06-01T09:00"})
		if got := complaints.String(); !strings.Contains(got, "clock of this program is set to 2027-06-01T09:00") {
			t.Errorf("%v says %q", args, got)
		}
		if strings.Contains(out.String(), "is set to") {
			t.Errorf("%v says it among its answers", args)
		}
	}
}

func TestWhatIsNotUnderstoodSaysSo(t *testing.T) {
	for name, c := range map[string]struct {
		args []string
		says string
	}{
		"no such command":        {[]string{"dance"}, "沒有「dance」這個命令"},
		"no such option":         {[]string{"due", "--color"}, "沒有「--color」這個選項"},
		"an option without more": {[]string{"due", "--days"}, "選項 --days 後面缺少內容"},
		"an option of nothing":   {[]string{"check", "--db", ""}, "選項 --db 後面缺少內容"},
		"nothing behind the =":   {[]string{"restore", "x.db", "--db="}, "選項 --db 後面缺少內容"},
		"a sample of no name":    {[]string{"demo"}, "請用 --db 指定要新建的文件"},
		"a flag with more":       {[]string{"list", "--late=perhaps"}, "選項 --late 不帶內容"},
		"no such language":       {[]string{"--lang", "fr", "check"}, "不認識語言「fr」"},
		"a word too many":        {[]string{"check", "twice"}, "多出了「twice」"},
		"no limit":               {[]string{"due"}, "請用 --days"},
		"two limits":             {[]string{"due", "--days", "1", "--hours", "1"}, "請用 --days"},
		"half a day":             {[]string{"due", "--days", "0.5"}, "時限「0.5」"},
		"no moment":              {[]string{"due", "--days", "1", "--from", "tomorrow"}, "--from 的時間「tomorrow」"},
		"no such region":         {[]string{"due", "--days", "1", "--region", "FR"}, "不認識地區「FR」"},
		"a week of four days":    {[]string{"due", "--days", "1", "--pattern", "4"}, "不能是「4」"},
		"nothing to import":      {[]string{"import", "owners"}, "請給出要導入的文件"},
		"another register":       {[]string{"import", "cars", "x.csv"}, "業主台賬"},
		"no slip named":          {[]string{"slip", "--out", "x.pdf"}, "請給出單號"},
		"nowhere to print":       {[]string{"slip", "--today"}, "請用 --out"},
		"not a PDF":              {[]string{"slip", "--today", "--out", "x.doc"}, "擴展名應為 .pdf"},
		"no such copy":           {[]string{"slip", "--today", "--out", "x.pdf", "--copies", "boss"}, "不認識聯別「boss」"},
		"no such paper":          {[]string{"slip", "--today", "--out", "x.pdf", "--size", "A3"}, "不能是「A3」"},
		"too few issues":         {[]string{"demo", "--issues", "-1"}, "--issues"},
		"nothing to restore":     {[]string{"restore"}, "請給出要恢復的備份文件"},
	} {
		t.Run(name, func(t *testing.T) {
			got := run(t, c.args...)
			if got.code != console.Misled || !strings.Contains(got.err, c.says) || !strings.Contains(got.err, "ownerdesk help") || got.out != "" {
				t.Errorf("ended with %d and said %q%q, want %q", got.code, got.out, got.err, c.says)
			}
		})
	}
}

func TestHelpIsThereForEveryCommandInEveryLanguage(t *testing.T) {
	for _, language := range []string{"zh-Hant", "zh-Hans", "en"} {
		all := done(t, "--lang", language, "help")
		for _, name := range []string{"demo", "due", "import", "slip", "list", "backup", "restore", "check"} {
			if !strings.Contains(all, "\n  "+name+" ") {
				t.Errorf("%s: the help does not name %s", language, name)
			}
			one := done(t, "--lang", language, name, "--help")
			if !strings.HasPrefix(one, "ownerdesk "+name) || !strings.Contains(one, "--db") {
				t.Errorf("%s: the help for %s says %q", language, name, one)
			}
		}
	}
	if got := done(t, "--version"); got != "OwnerDesk 業主協同 1.2.3\n" {
		t.Errorf("the version is %q", got)
	}
}

func TestTheSystemChoosesTheLanguageUnlessSaid(t *testing.T) {
	for locale, want := range map[string]string{
		"zh_CN.UTF-8": "没有“x”这个命令。", "zh_HK": "沒有「x」這個命令。", "C": "There is no command \"x\".",
	} {
		if got := runAs(t, locale, "x"); !strings.HasPrefix(got.err, want) {
			t.Errorf("%s says %q", locale, got.err)
		}
	}
	if got := runAs(t, "C", "--lang", "zh-Hant", "x"); !strings.HasPrefix(got.err, "沒有") {
		t.Errorf("asked for Chinese, got %q", got.err)
	}
}

func TestReadingMakesNoFile(t *testing.T) {
	for _, args := range [][]string{
		{"list"}, {"check"}, {"backup"}, {"slip", "--today", "--out", "x.pdf"}, {"due", "--days", "1"},
	} {
		path := filepath.Join(t.TempDir(), "nothing.db")
		got := run(t, append(args, "--db", path)...)
		if got.code != console.Failed || !strings.Contains(got.err, "找不到文件") {
			t.Errorf("%v ended with %d: %s", args, got.code, got.err)
		}
		if _, err := os.Stat(path); err == nil {
			t.Errorf("%v made a file", args)
		}
	}
}

func TestAnEmptyFileIsNoOffice(t *testing.T) {
	path := filepath.Join(t.TempDir(), "office.db")
	if err := os.WriteFile(path, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	for _, args := range [][]string{{"check"}, {"list"}, {"backup"}} {
		if got := run(t, append(args, "--db", path)...); got.code != console.Failed || !strings.Contains(got.err, "是空文件") {
			t.Errorf("%v ended with %d: %s%s", args, got.code, got.out, got.err)
		}
	}
	if info, err := os.Stat(path); err != nil || info.Size() > 0 {
		t.Errorf("it became %v, %v", info, err)
	}
}

func TestPaperThatCannotBeWrittenSaysWhyAndWhatToDo(t *testing.T) {
	db, folder := office(t, "20"), t.TempDir()
	for _, out := range []string{filepath.Join(folder, "none", "x"), filepath.Join(db, "x")} {
		for _, args := range [][]string{{"slip", "--all-open", "--by", "王芳", "--out", out + ".pdf"}, {"list", "--out", out + ".xlsx"}} {
			got := run(t, append(args, "--db", db)...)
			if got.code != console.Failed || !strings.Contains(got.err, args[len(args)-1]+"：存放文件的文件夾不存在") || strings.Contains(got.err, "directory") {
				t.Errorf("%v ended with %d: %s", args, got.code, got.err)
			}
		}
	}
}

func TestAFileOfAnotherSortIsRefusedWithWhatToDo(t *testing.T) {
	path := filepath.Join(t.TempDir(), "letter.db")
	if err := os.WriteFile(path, []byte(strings.Repeat("Dear Sir or Madam. ", 1000)), 0o600); err != nil {
		t.Fatal(err)
	}
	got := run(t, "check", "--db", path)
	if got.code != console.Failed || !strings.Contains(got.err, path) || !strings.Contains(got.err, "--db") {
		t.Errorf("ended with %d: %s", got.code, got.err)
	}
}

// damaged is a file whose check finds something.
type damaged struct{ console.Store }

func (damaged) Check(context.Context) ([]error, error) {
	return []error{&data.Trouble{Kind: data.Damaged, Path: "/x/office.db", Err: errors.New("issues 5 names no projects")}}, nil
}

func TestWhatACheckFindsIsNotSaidToLackBackups(t *testing.T) {
	var out, complaints bytes.Buffer
	code := console.Run(t.Context(), console.Parts{
		Args: []string{"check", "--db", office(t, "20")}, Out: &out, Err: &complaints, Now: nowIsNoon, Locale: "en",
		Open: func(ctx context.Context, path string) (console.Store, error) {
			s, err := data.Open(ctx, path, data.Options{Now: nowIsNoon})
			return damaged{s}, err
		},
	})
	if want := "/x/office.db：檢查發現文件內容損壞，未作任何更改。\n"; code != console.Failed || out.String() != want || !strings.Contains(complaints.String(), "發現 1 個問題") {
		t.Errorf("ended with %d: %s%s", code, out.String(), complaints.String())
	}
}

func noonNow() time.Time { return noon }
