package ui

import (
	"errors"
	"io"
	"iter"
	"log/slog"
	"path/filepath"
	"strings"

	"ownerdesk/app"
	"ownerdesk/reports"
	"ownerdesk/reports/sheet"
	"ownerdesk/ui/ledger"
	"ownerdesk/ui/printing"
	"ownerdesk/ui/seat"
)

func (s *shell) facts(open bool) reports.Facts {
	return reports.Facts{Voice: s.seat.PaperVoice(), By: s.seat.Staff, At: s.parts.Now(), Open: open}
}

// exporter writes the lines of a list as a workbook.
func (s *shell) exporter() ledger.Exporter {
	return func(out io.Writer, lines iter.Seq2[app.Line, error], said string, open bool) error {
		var failed error
		_, err := sheet.Write(out, reports.IssueSheet(s.facts(open), unfailing(lines, &failed), said))
		return errors.Join(err, failed)
	}
}

// unfailing goes through lines up to an error, which is kept aside.
func unfailing(lines iter.Seq2[app.Line, error], failed *error) iter.Seq[app.Line] {
	return func(yield func(app.Line) bool) {
		for l, err := range lines {
			if *failed = err; err != nil || !yield(l) {
				return
			}
		}
	}
}

// press makes paper for who sits here now.
func (s *shell) press() *printing.Press {
	return printing.NewPress(s.seat, s.office.Store, s.paperFolder())
}

// paperFolder is where paper lies until the window is closed: beside the file,
// which one program has to itself, so that it can be cleared at any start.
func (s *shell) paperFolder() string {
	return strings.TrimSuffix(s.path, filepath.Ext(s.path)) + "-print"
}

// clearPaper throws away what was printed here before.
func (s *shell) clearPaper() {
	if err := printing.Clear(s.paperFolder()); err != nil {
		slog.Warn("clear paper", "err", err)
	}
}

func (s *shell) printSlips(lines []app.Line)           { s.press().Many(lines) }
func (s *shell) printDepartment()                      { s.press().Department() }
func (s *shell) printLists()                           { s.press().Lists() }
func (s *shell) printCase(c app.Case, document string) { s.press().One(c, document) }
func (s *shell) missing(text string) string            { return printing.Missing(s.seat, text) }

// system is this computer, with the print program the office has chosen.
func (s *shell) system() seat.Outside {
	return printing.System{Window: s.window, Program: func() string {
		if s.seat == nil {
			return ""
		}
		return s.seat.Ground.Office.Viewer
	}}
}
