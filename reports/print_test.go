package reports

import (
	"bytes"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"ownerdesk/app"
	"ownerdesk/assets/lang"
)

// pages prints and reads back, page by page.
func pages(t *testing.T, docs ...Document) []string {
	t.Helper()
	if _, err := exec.LookPath("pdftotext"); err != nil {
		t.Skip("pdftotext is missing")
	}
	file := filepath.Join(t.TempDir(), "a.pdf")
	var out bytes.Buffer
	if err := WritePDF(&out, clockAt(23, 9, 58), docs...); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, out.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	text, err := exec.Command("pdftotext", "-raw", file, "-").Output()
	if err != nil {
		t.Fatal(err)
	}
	return strings.Split(strings.TrimSuffix(string(text), "\f"), "\f")
}

func TestPaperSaysWhatTheSlipSays(t *testing.T) {
	f := office(t, lang.Traditional)
	f.Ground.Office.Sample = true
	d := TransferSlip(f, full(f), 1, CopyDept, A4)
	all := squeezed(strings.Join(pages(t, d), ""))
	for _, text := range d.Texts() {
		for _, line := range strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune("\n☐☑\u2003", r) }) {
			if !strings.Contains(all, squeezed(line)) {
				t.Errorf("paper lacks %q", line)
			}
		}
	}
	for _, text := range []string{"雲棲物業服務有限公司", "第二聯", "KF-02 A/0", "王芳 打印於 2026-11-23 09:58", "第 2 頁，共 2 頁", "樣本", "內部資料"} {
		if !strings.Contains(all, squeezed(text)) {
			t.Errorf("paper lacks %q", text)
		}
	}
}

// squeezed leaves out what lines and cells break anew.
func squeezed(s string) string { return strings.Join(strings.Fields(s), "") }

// Forms that are filled in by hand have a fixed number of sides.
func TestFormsKeepToTheirSides(t *testing.T) {
	for _, l := range lang.All {
		f := office(t, l)
		c := full(f)
		for _, w := range []struct {
			what  string
			doc   Document
			sides int
			only  lang.Language
		}{
			{"transfer slip", TransferSlip(f, fresh(f), 1, CopyDept, A4), 2, ""},
			{"transfer slip of a further round", TransferSlip(f, c, 2, CopyDept, A4), 2, ""},
			{"transfer slip on A5", TransferSlip(f, fresh(f), 1, CopyDept, A5), 3, ""},
			{"owner's slip", TransferSlip(f, fresh(f), 1, CopyOwner, A4), 1, ""},
			{"owner's slip on A5", TransferSlip(f, fresh(f), 1, CopyOwner, A5), 1, ""},
			{"complaint slip", ComplaintSlip(f, freshComplaint(f), 1, CopyDept), 2, ""},
			{"owner's complaint slip", ComplaintSlip(f, complained(f), 1, CopyOwner), 1, ""},
			{"delay notice", DelayNotice(f, c, c.Delays[0], CopyDesk), 1, ""},
			{"follow-up card", FollowUpCard(f, fresh(f), 1), 1, ""},
			{"filled follow-up card", FollowUpCard(f, c, 1), 1, ""},
		} {
			if w.only != "" && w.only != l {
				continue
			}
			if n := len(pages(t, w.doc)); n != w.sides {
				t.Errorf("%s, %s: %d sides, want %d", l, w.what, n, w.sides)
			}
		}
	}
}

// What a department must know and sign stands on the front, also on half a sheet.
func TestTheFrontEndsWithTheSignatures(t *testing.T) {
	for _, l := range lang.All {
		f := office(t, l)
		for _, size := range []Size{A4, A5} {
			front := squeezed(pages(t, TransferSlip(f, fresh(f), 1, CopyDept, size))[0])
			if !strings.Contains(front, squeezed(f.Say("slip.sign.receiver"))) {
				t.Errorf("%s, size %d: the front ends without a place to sign", l, size)
			}
		}
	}
}

func TestLongTextIsPrintedWhole(t *testing.T) {
	f := office(t, lang.Traditional)
	for _, size := range []Size{A4, A5} {
		c := fresh(f)
		c.Description = string([]rune(strings.Repeat(described, 40))[:app.LongestText])
		all := strings.Join(pages(t, TransferSlip(f, c, 1, CopyDesk, size)), "")
		if n := strings.Count(all, "檢"); n < strings.Count(c.Description, "檢") {
			t.Errorf("size %d: %d of %d printed", size, n, strings.Count(c.Description, "檢"))
		}
	}
}

func TestTheSameSlipGivesTheSameBytes(t *testing.T) {
	f := office(t, lang.Traditional)
	var one, two bytes.Buffer
	for _, out := range []io.Writer{&one, &two} {
		if err := WritePDF(out, clockAt(23, 9, 58), Slips(f, []app.Case{full(f), complained(f)}, Copies, A4)...); err != nil {
			t.Fatal(err)
		}
	}
	if one.Len() == 0 || !bytes.Equal(one.Bytes(), two.Bytes()) {
		t.Errorf("%d bytes, then %d others", one.Len(), two.Len())
	}
	if err := WritePDF(io.Discard, clockAt(23, 9, 58)); err == nil {
		t.Error("a file without a document was written")
	}
}

func TestCharactersThatPaperLacksAreTold(t *testing.T) {
	f := office(t, lang.Traditional)
	c := fresh(f)
	if found := Missing(TransferSlip(f, c, 1, CopyOwner, A4)); len(found) != 0 {
		t.Errorf("nothing is missing, told %q", string(found))
	}
	c.Reporter.Name, c.Description = "𠮷小明", "門口😀，𠮷"
	if found := string(Missing(TransferSlip(f, c, 1, CopyOwner, A4))); found != "𠮷😀" {
		t.Errorf("told %q", found)
	}
	all := strings.Join(pages(t, TransferSlip(f, c, 1, CopyOwner, A4)), "")
	for _, want := range []string{"U+20BB7", "U+1F600"} {
		if !strings.Contains(all, want) {
			t.Errorf("the foot does not explain %s", want)
		}
	}
}
