package main_test

import (
	"go/ast"
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"

	"ownerdesk/assets/lang"
)

// Every rule that an order can break has a sentence: one of its own, or the
// rule's general one.
func TestEveryFaultHasWords(t *testing.T) {
	pairs := faultsOfAll(t)
	if len(pairs) < 100 {
		t.Fatalf("found %d rules only: the test no longer reads them", len(pairs))
	}
	for _, l := range lang.All {
		words := load(t, l)
		for _, p := range slices.Sorted(maps.Keys(pairs)) {
			field, rule, _ := strings.Cut(p, " ")
			if !words.Has("fault."+field+"."+rule) && !words.Has("fault."+rule) && !ofList(words, rule) {
				t.Errorf("%s: there are no words for %s: %s", l, field, rule)
			}
		}
	}
}

// ofList tells whether a rule has a sentence for the rows of a list. Which list a cell
// stands in the source does not tell; those who walk the forms look that each has words.
func ofList(words lang.Words, rule string) bool {
	return slices.ContainsFunc(lists, func(list string) bool { return words.Has("fault." + list + "." + rule) })
}

// lists are those whose rows have words of their own.
var lists = []string{"dimensions", "evidence", "items", "milestones", "opinions", "parties", "plan", "problems", "stages", "suggestions", "told"}

// Every sentence about a fault is for a rule that can be broken.
func TestEveryFaultWordIsForARule(t *testing.T) {
	pairs, literals, general := faultsOfAll(t), map[string]bool{}, map[string]bool{}
	for p := range pairs {
		_, rule, _ := strings.Cut(p, " ")
		general[rule] = true
	}
	for _, s := range sources(t) {
		maps.Copy(literals, literalsOf(s))
	}
	for _, key := range slices.Sorted(maps.Keys(load(t, lang.English))) {
		name, ours := strings.CutPrefix(key, "fault.")
		if !ours || literals[key] {
			continue
		}
		field, rule, special := strings.Cut(name, ".")
		row := slices.Contains(lists, field) && general[rule]
		if special && !row && !pairs[field+" "+rule] && !pairs["* "+rule] || !special && !general[name] && !literals[name] {
			t.Errorf("%s is said by nobody: no rule breaks it", key)
		}
	}
}

// Every sentence about what is wrong with an answer says what to do about it.
func TestEveryFaultSaysWhatToDo(t *testing.T) {
	frames := []string{"fault.row"} // what is wrong in the row is put in
	for _, l := range lang.All {
		words := load(t, l)
		for _, key := range slices.Sorted(maps.Keys(words)) {
			fault := slices.ContainsFunc([]string{"fault.", "register.fault.", "settings.office.wrong."}, func(of string) bool { return strings.HasPrefix(key, of) })
			if fault && !slices.Contains(frames, key) && !toDo[l].MatchString(words[key]) {
				t.Errorf("%s: %s does not say what to do: %s", l, key, words[key])
			}
		}
	}
	for l, no := range map[lang.Language]string{lang.Simplified: "编号已用完。", lang.Traditional: "編號已用完。", lang.English: "Whoever asked cannot approve; another person must."} {
		if toDo[l].MatchString(no) {
			t.Errorf("%s: %q does not say what to do", l, no)
		}
	}
}

// toDo is how a language asks somebody to do something: in English a verb begins the clause.
var toDo = map[lang.Language]*regexp.Regexp{
	lang.Simplified:  regexp.MustCompile("请"),
	lang.Traditional: regexp.MustCompile("請"),
	lang.English: regexp.MustCompile(`(?i)(^|[.:;,] |\b(or|then|and) )(then |first |only )?(` + strings.Join([]string{
		"please", "add", "agree", "ask", "attach", "change", "check", "choose", "clear", "close", "correct", "decide", "describe", "enter", "evaluate", "fill", "freeze",
		"give", "go", "have", "inform", "issue", "keep", "leave", "let", "look", "move", "name", "note", "put", "raise", "record", "register", "remove", "reopen", "restore", "say", "set",
		"shorten", "start", "take", "tell", "tick", "try", "type", "untick", "use", "wait", "write",
	}, "|") + `)\b`),
}

func TestAFaultIsReadFromTheSource(t *testing.T) {
	for expression, want := range map[string][]string{
		`f.unless(ok, "lead", "missing")`:               {"lead missing"},
		`f.unless(ok, field, "missing")`:                {"* missing"},
		`f.text(s, "why", true, 200)`:                   {"why missing", "why too-long"},
		`f.text(s, "why", a == b, 200)`:                 {"why missing", "why too-long"},
		`f.text(s, "wish", false, 200)`:                 {"wish too-long"},
		`f.past(t, "told-at", at)`:                      {"told-at future", "told-at missing"},
		`Faults{{"kind", "complaint"}}`:                 {"kind complaint"},
		`app.Faults{{Field: f, Rule: "unreadable"}}`:    {"* unreadable"},
		`app.Invalid{Field: "size", Rule: "odd"}`:       {"size odd"},
		`Faults{{Field: field, Rule: rule}}`:            nil,
		`fmt.Errorf("lead", "missing")`:                 nil,
		`Difference{"kind", "a", "b"}`:                  nil,
		`[]Faults{{{"kind", "a"}}, {{"lead", "gone"}}}`: nil, // not how they are written
	} {
		found := map[string]bool{}
		faultsOf(planted(t, "app/p.go", "package app\nvar x = "+expression+"\n"), found)
		if got := slices.Sorted(maps.Keys(found)); !slices.Equal(got, want) {
			t.Errorf("%s breaks %v, want %v", expression, got, want)
		}
	}
}

// faultsOfAll gathers "field rule" of all that the program can find wrong; what
// is worked out is *.
func faultsOfAll(t *testing.T) map[string]bool {
	found := map[string]bool{}
	for _, s := range sources(t) {
		faultsOf(s, found)
	}
	return found
}

func faultsOf(s source, found map[string]bool) {
	ast.Inspect(s.file, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.CallExpr:
			faultsOfCall(n, found)
		case *ast.CompositeLit:
			switch typeName(n.Type) {
			case "Invalid":
				found[pairOf(n)] = true
			case "Faults":
				for _, one := range n.Elts {
					if pair, ok := one.(*ast.CompositeLit); ok && pair.Type == nil {
						found[pairOf(pair)] = true
					}
				}
			}
		}
		return true
	})
	delete(found, "* *") // passed on from elsewhere
}

// typeName is what a type is called, without its package, pointer or parameters.
func typeName(n ast.Expr) string {
	switch n := n.(type) {
	case *ast.StarExpr:
		return typeName(n.X)
	case *ast.IndexExpr:
		return typeName(n.X)
	case *ast.IndexListExpr:
		return typeName(n.X)
	case *ast.Ident:
		return n.Name
	case *ast.SelectorExpr:
		return n.Sel.Name
	}
	return ""
}

// pairOf reads {"lead", "missing"} and {Field: "lead", Rule: "missing"} alike.
func pairOf(n *ast.CompositeLit) string {
	pair := [2]string{"*", "*"}
	for i, e := range n.Elts {
		if named, ok := e.(*ast.KeyValueExpr); ok {
			e, i = named.Value, 0
			if typeName(named.Key) == "Rule" {
				i = 1
			}
		}
		pair[i] = spelled(e)
	}
	return pair[0] + " " + pair[1]
}

func faultsOfCall(call *ast.CallExpr, found map[string]bool) {
	asks, ok := call.Fun.(*ast.SelectorExpr)
	if !ok || len(call.Args) < 3 {
		return
	}
	field := spelled(call.Args[1])
	switch asks.Sel.Name {
	case "unless":
		found[field+" "+spelled(call.Args[2])] = true
	case "text":
		if must, ok := call.Args[2].(*ast.Ident); !ok || must.Name != "false" {
			found[field+" missing"] = true
		}
		found[field+" too-long"] = true
	case "past":
		found[field+" missing"], found[field+" future"] = true, true
	}
}

// spelled is a text as it is written, * when it is worked out.
func spelled(n ast.Expr) string {
	if text, ok := literal(n); ok {
		return text
	}
	return "*"
}
