package main_test

import (
	"go/ast"
	"strings"
	"testing"
)

// unwritten are the sheets into which nothing is typed but a search.
var unwritten = map[string]string{
	"ui/kit/ask.go":               "a question with yes and no",
	"ui/meetingpapers.go":         "what came back from Excel is shown",
	"ui/meetings/actions.go":      "a timeline",
	"ui/ledger/export.go":         "how far an export is",
	"ui/settings/check.go":        "what a check found",
	"ui/settings/importyear.go":   "a year is looked at before it is loaded",
	"ui/settings/moves.go":        "limits are ticked that follow a calendar",
	"ui/settings/versions.go":     "earlier rules",
	"ui/opening.go":               "why an office is open for reading only",
	"ui/welcome.go":               "how far the sample office is",
	"ui/opentrouble.go":           "which evidence did not come back",
	"ui/printing/out.go":          "how far a paper is",
	"ui/surveys/questionforms.go": "a choice inside a form that keeps itself",
	"ui/surveys/sheetopen.go":     "an answer sheet is looked at",
	"ui/surveys/visit.go":         "what happened at a household",
	"ui/sit.go":                   "who sits here",
}

// TestEveryFormKeepsWhatIsTypedIntoIt: a sheet either names itself for its draft, or
// stands above with the reason why not.
func TestEveryFormKeepsWhatIsTypedIntoIt(t *testing.T) {
	seen := 0
	for _, s := range sources(t) {
		if !strings.HasPrefix(s.path, "ui/") || strings.HasPrefix(s.path, "ui/kit/onscreen/") {
			continue
		}
		ast.Inspect(s.file, func(n ast.Node) bool {
			if call, is := n.(*ast.CallExpr); is && typeName(call.Fun) == "AskReason" && len(call.Args) > 1 {
				question, is := call.Args[1].(*ast.CompositeLit)
				if seen++; !is || !hasField(question, "Draft") {
					t.Errorf("%s: a reason is asked for without a name for its draft", s.set.Position(call.Pos()))
				}
			}
			lit, is := n.(*ast.CompositeLit)
			if !is {
				return true
			}
			switch typeName(lit.Type) {
			case "SheetWords", "ActWords":
				seen++
				if !hasField(lit, "Draft") && unwritten[s.path] == "" {
					t.Errorf("%s: a form without a name for its draft", s.set.Position(lit.Pos()))
				}
			}
			return true
		})
	}
	if seen < 15 {
		t.Errorf("only %d forms were found", seen)
	}
}

func hasField(lit *ast.CompositeLit, name string) bool {
	for _, e := range lit.Elts {
		if pair, is := e.(*ast.KeyValueExpr); is && typeName(pair.Key) == name {
			return true
		}
	}
	return false
}
