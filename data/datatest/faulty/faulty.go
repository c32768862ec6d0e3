// Package faulty reads out of the sources what orders can be refused for, so that a
// test can walk every fault there is, those too that are added later. Only tests use it.
package faulty

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"ownerdesk/app"
)

// Rules are what the functions of one package can find wrong, by their names.
type Rules map[string][]found

// found is a fault that a function finds itself, or a function that it asks. What is
// told to a function from outside, or worked out, is *.
type found struct {
	fault app.Invalid
	asks  string // the function that is asked, instead of a fault
	about string // what it is told: the field or the list that it checks
	list  string // the list in a row of which it is found
	may   bool   // what is asked for may be left out
}

const told = "*"

// Read reads the sources of one folder.
func Read(t testing.TB, folder string) Rules {
	t.Helper()
	paths, err := filepath.Glob(filepath.Join(folder, "*.go"))
	if err != nil || len(paths) == 0 {
		t.Fatalf("no sources in %s: %v", folder, err)
	}
	all := Rules{}
	for _, path := range paths {
		if strings.HasSuffix(path, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range file.Decls {
			if f, is := d.(*ast.FuncDecl); is && f.Body != nil {
				all.read(nameOf(f), f.Body, "")
			}
		}
	}
	return all
}

// read gathers what stands in a function, or in what it checks of one row.
func (r Rules) read(name string, body ast.Node, list string) {
	ast.Inspect(body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.CallExpr:
			return r.call(name, n, list)
		case *ast.CompositeLit:
			r.literal(name, n, list)
		}
		return true
	})
}

func (r Rules) call(name string, call *ast.CallExpr, list string) (further bool) {
	asked := called(call.Fun)
	texts := spelledOf(call.Args)
	switch {
	case asked == "unless" && len(call.Args) == 3:
		r.add(name, found{fault: app.Invalid{Field: spelled(call.Args[1]), Rule: spelled(call.Args[2])}, list: list})
		return true
	case asked == "row" && len(call.Args) == 3:
		if check, is := call.Args[2].(*ast.FuncLit); is {
			r.read(name, check.Body, spelled(call.Args[0]))
			return false
		}
	case asked == "" || asked == name:
		return true
	}
	about := told
	if len(texts) > 0 {
		about = texts[0]
	}
	for _, a := range call.Args {
		if check := methodOf(a); check != "" { // one that is given the rows of a list
			r.add(name, found{asks: check, about: told, list: about})
		}
	}
	may := slices.ContainsFunc(call.Args, func(a ast.Expr) bool { return called(a) == "false" })
	r.add(name, found{asks: asked, about: about, list: list, may: may})
	return true
}

// nameOf is what a function is called; a check of faults with whose it is, for others
// may be called like it.
func nameOf(f *ast.FuncDecl) string {
	if f.Recv != nil {
		if star, is := f.Recv.List[0].Type.(*ast.StarExpr); is && strings.EqualFold(called(star.X), "faults") {
			return checks + f.Name.Name
		}
	}
	return f.Name.Name
}

const checks = "faults."

// literal reads Faults{{"lead", "missing"}} and Invalid{Field: "lead", Rule: "missing"}.
func (r Rules) literal(name string, lit *ast.CompositeLit, list string) {
	switch called(lit.Type) {
	case "Invalid":
		r.add(name, found{fault: pairOf(lit), list: list})
	case "Faults":
		for _, one := range lit.Elts {
			if pair, is := one.(*ast.CompositeLit); is && pair.Type == nil {
				r.add(name, found{fault: pairOf(pair), list: list})
			}
		}
	}
}

func (r Rules) add(name string, f found) { r[name] = append(r[name], f) }

// Of are the faults that these functions, and all whom they ask, can find.
func (r Rules) Of(names ...string) []app.Invalid {
	all := map[app.Invalid]bool{}
	for _, name := range names {
		r.gather(r.named(name), told, all, nil)
	}
	return sorted(all)
}

// Itself are the faults that a function finds by itself and by the checks of faults, not
// by whom it asks else: others may be called like them.
func (r Rules) Itself(name string) []app.Invalid {
	own := Rules{}
	for called, all := range r {
		for _, one := range all {
			if _, checks := r[checks+one.asks]; checks || one.asks == "" {
				own.add(called, one)
			}
		}
	}
	return own.Of(name)
}

func sorted(all map[app.Invalid]bool) []app.Invalid {
	sorted := make([]app.Invalid, 0, len(all))
	for f := range all {
		if f.Field != told && f.Rule != told {
			sorted = append(sorted, f)
		}
	}
	slices.SortFunc(sorted, func(a, b app.Invalid) int { return strings.Compare(a.Field+" "+a.Rule, b.Field+" "+b.Rule) })
	return sorted
}

// named is a function by its own name, or else the check of it.
func (r Rules) named(name string) string {
	if _, is := r[name]; is {
		return name
	}
	return checks + name
}

// which is the check of that name, or else the function.
func (r Rules) which(name string) string {
	if _, is := r[checks+name]; is {
		return checks + name
	}
	return name
}

func (r Rules) gather(name, about string, all map[app.Invalid]bool, on []string) {
	if slices.Contains(on, name) {
		return
	}
	on = append(on, name)
	for _, one := range r[name] {
		in := map[app.Invalid]bool{}
		if one.asks == "" {
			in[one.fault] = true
		} else {
			what := one.about
			if what == told && one.list != told {
				what = about
			}
			r.gather(r.which(one.asks), what, in, on)
		}
		if one.may {
			delete(in, app.Invalid{Field: one.about, Rule: "missing"})
		}
		list, inside := one.list, about
		if list == told {
			list, inside = about, told // it was told the list, and works the cell out
		}
		for f := range in {
			if f.Field == told {
				f.Field = inside
			}
			if list != "" && f.Field != told {
				f.Field = app.InRow(list, 1, f.Field)
			}
			all[f] = true
		}
	}
}

// called is what is called, or the name of a type, without package and parameters.
func called(n ast.Expr) string {
	switch n := n.(type) {
	case *ast.Ident:
		return n.Name
	case *ast.SelectorExpr:
		return n.Sel.Name
	case *ast.IndexExpr:
		return called(n.X)
	case *ast.IndexListExpr:
		return called(n.X)
	}
	return ""
}

// methodOf is the method of (*faults).guest.
func methodOf(n ast.Expr) string {
	if s, is := n.(*ast.SelectorExpr); is {
		if _, in := s.X.(*ast.ParenExpr); in {
			return s.Sel.Name // asked as a check
		}
	}
	return ""
}

func pairOf(n *ast.CompositeLit) app.Invalid {
	pair := [2]string{told, told}
	for i, e := range n.Elts {
		if named, is := e.(*ast.KeyValueExpr); is {
			e, i = named.Value, 0
			if called(named.Key) == "Rule" {
				i = 1
			}
		}
		pair[i] = spelled(e)
	}
	return app.Invalid{Field: pair[0], Rule: pair[1]}
}

func spelledOf(args []ast.Expr) (texts []string) {
	for _, a := range args {
		if s := spelled(a); s != told {
			texts = append(texts, s)
		}
	}
	return texts
}

// spelled is a text as it is written, * when it is worked out.
func spelled(n ast.Expr) string {
	if lit, is := n.(*ast.BasicLit); is && lit.Kind == token.STRING {
		if s, err := strconv.Unquote(lit.Value); err == nil {
			return s
		}
	}
	return told
}
