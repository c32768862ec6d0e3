package main_test

import (
	"fmt"
	"go/ast"
	"go/token"
	"maps"
	"slices"
	"strconv"
	"strings"
	"testing"

	"ownerdesk/assets/lang"
)

// Every key that is written where words are asked for has words.
func TestEveryKeyThatIsSaidExists(t *testing.T) {
	words := load(t, lang.English)
	for _, s := range sources(t) {
		for _, missing := range unsaid(s, words) {
			t.Error(missing)
		}
	}
}

// Every key of the catalogue is used somewhere, as spelledBy understands it.
func TestEveryKeyIsUsed(t *testing.T) {
	literals := map[string]bool{}
	for _, s := range sources(t) {
		maps.Copy(literals, literalsOf(s))
	}
	for _, key := range slices.Sorted(maps.Keys(load(t, lang.English))) {
		if !spelledBy(key, literals) {
			t.Errorf("%s is in the catalogue and nowhere in the program", key)
		}
	}
}

func TestAMissingKeyIsFound(t *testing.T) {
	words := lang.Words{"issue.title": "Issue", "issue.count.one": "%d", "issue.count.other": "%d"}
	for call, missing := range map[string]bool{
		`w.Say("issue.title")`:              false,
		`w.Say("issue.titel")`:              true,
		`p.words.Say("issue.titel", 1)`:     true,
		`w.Count("issue.count", 3)`:         false,
		`w.Count("issue.title", 3)`:         true,
		`w.Say("issue." + field)`:           false, // built: judged when it is said
		`fmt.Println("issue.titel")`:        false,
		`strings.Count("issue.titel", "e")`: false, // the standard library's
	} {
		s := planted(t, "ui/p.go", "package p\nimport \"strings\"\nvar _ = strings.Count\nfunc f() { "+call+" }\n")
		if found := len(unsaid(s, words)) > 0; found != missing {
			t.Errorf("%s: missing is %v, want %v", call, found, missing)
		}
	}
}

func TestAnUnusedKeyIsFound(t *testing.T) {
	for _, c := range []struct {
		key, expression string
		used            bool
	}{
		{"transfer.title", `"transfer.title"`, true},
		{"transfer.title", `"transfer.titles"`, false},
		{"transfer.to.missing", `"transfer." + field`, true},
		{"transfer.to.missing", `"transfer" + field`, false},
		{"state.draft", `fmt.Sprintf("state.%s", code)`, true},
		{"state.draft", `"state"`, false},
		{"form.name.hint", `key("form.name") + ".hint"`, true},
		{"form.name.hint", `key("form.room") + ".hint"`, false},
		{"form.name.hint", `"form.name" + "hint"`, false},
		{"row.title", `"."`, false},
	} {
		s := planted(t, "ui/p.go", "package p\nvar x = "+c.expression+"\n")
		if used := spelledBy(c.key, literalsOf(s)); used != c.used {
			t.Errorf("%s by %s: used is %v, want %v", c.key, c.expression, used, c.used)
		}
	}
}

// unsaid tells which keys a file asks words for that the catalogue lacks. Room
// app is left out: it knows no words, and what it counts are rules.
func unsaid(s source, words lang.Words) []string {
	if within(s.path, "app") {
		return nil
	}
	var found []string
	packages := importNames(s.file)
	ast.Inspect(s.file, func(n ast.Node) bool {
		call, ok := n.(*ast.CallExpr)
		if !ok || len(call.Args) == 0 {
			return true
		}
		asks, ok := call.Fun.(*ast.SelectorExpr)
		if !ok {
			return true
		}
		if pkg, ok := asks.X.(*ast.Ident); ok && packages[pkg.Name] != "" {
			return true
		}
		key, ok := literal(call.Args[0])
		if !ok {
			return true
		}
		var keys []string
		switch asks.Sel.Name {
		case "Say":
			keys = []string{key}
		case "Count":
			keys = []string{key + ".one", key + ".other"}
		}
		for _, key := range keys {
			if !words.Has(key) {
				found = append(found, fmt.Sprintf("%s: there are no words for %s", s.set.Position(n.Pos()), key))
			}
		}
		return true
	})
	return found
}

// spelledBy tells whether the program spells key in one of three ways: as one
// literal ("transfer.title"), as a literal up to and with a dot and something
// worked out ("transfer." + field, "transfer.%s"), or as a literal and an
// ending that is a literal too (name + ".hint", where "form.name" is written
// somewhere). What is built otherwise cannot be found, by this test or by a
// reader who searches for it.
func spelledBy(key string, literals map[string]bool) bool {
	if literals[key] {
		return true
	}
	for at, r := range key {
		if r == '.' && at > 0 && (literals[key[:at+1]] || literals[key[:at]] && literals[key[at:]]) {
			return true
		}
	}
	return false
}

// literalsOf gathers the texts written in a file. Of a text with gaps in it,
// only what stands before the first gap counts.
func literalsOf(s source) map[string]bool {
	found := map[string]bool{}
	ast.Inspect(s.file, func(n ast.Node) bool {
		if expression, ok := n.(ast.Expr); ok {
			if text, ok := literal(expression); ok {
				text, _, _ = strings.Cut(text, "%")
				found[text] = true
			}
		}
		return true
	})
	return found
}

func literal(n ast.Expr) (string, bool) {
	lit, ok := n.(*ast.BasicLit)
	if !ok || lit.Kind != token.STRING {
		return "", false
	}
	text, err := strconv.Unquote(lit.Value)
	return text, err == nil
}

func load(t *testing.T, l lang.Language) lang.Words {
	t.Helper()
	w, err := lang.Load(l)
	if err != nil {
		t.Fatal(err)
	}
	return w
}
