package app

import (
	"go/ast"
	"go/parser"
	"go/token"
	"maps"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"
)

// codeTypes are the closed lists, whatever order they are given in.
var codeTypes = map[reflect.Type]bool{
	reflect.TypeFor[Kind](): true, reflect.TypeFor[Channel](): true, reflect.TypeFor[Category](): true, reflect.TypeFor[Cause](): true,
	reflect.TypeFor[Level](): true, reflect.TypeFor[Urgency](): true, reflect.TypeFor[OwnerKind](): true, reflect.TypeFor[Result](): true,
	reflect.TypeFor[CloseCode](): true, reflect.TypeFor[RejectCode](): true, reflect.TypeFor[DelayCode](): true, reflect.TypeFor[ReworkCode](): true,
	reflect.TypeFor[Dissatisfied](): true, reflect.TypeFor[Reached](): true, reflect.TypeFor[Method](): true, reflect.TypeFor[Responsibility](): true,
	reflect.TypeFor[Validity](): true, reflect.TypeFor[Solved](): true, reflect.TypeFor[PlanStatus](): true, reflect.TypeFor[NoteKind](): true,
	reflect.TypeFor[Said](): true,
}

// door is an order that is taken as it is, and by whom.
type door struct {
	order any
	try   func(o any) error
}

func doorOf[O any](o O, c Case, g Ground, at time.Time, do func(Case, O, Ground, time.Time) (Move, error)) door {
	return door{o, func(o any) error { _, err := do(c, o.(O), g, at); return err }}
}

// doors are all orders that have a code in them.
func doors(t *testing.T) map[string]door {
	at := clockAt(27, 9, 0)
	done, told, complaint, working := fedBack(t), told(t), complained(t), signed(t)
	full := inquiry()
	full.Evidence = []Evidence{{Name: "錄像", Kind: "EV-CCTV"}}
	new := received(t, Complaint)
	repair := received(t, Repair)
	amend := AmendOrder{Stand: by(fang), Intake: new.c.Intake, Level: Major, Why: "更正"}
	rejected := func(c Case, o RejectOrder, g Ground, at time.Time) (Move, error) {
		return c.end(ActRejected, Rejected, RejectCodes, o, g, at)
	}
	unowed := owed(t)
	shared, passed := joined(t), fedBack(t)
	partly := joined(t)
	partly.did(partly.c.Tell(TellOrder{Stand: by(fang), How: "MT-TEL", At: clockAt(25, 9, 0), Text: "已修復", Callers: tellAll(clockAt(25, 9, 0), 1, 3)}, partly.g, clockAt(25, 9, 0)))
	report := FeedbackOrder{Stand: by(jianguo), Situation: "已更換", Result: "RS-04", Cause: "RC-EQP2", Solution: "更換軸承", Asked: true, Disturbs: SaidNo}
	return map[string]door{
		"FeedbackOrder":    doorOf(report, working.c, working.g, clockAt(24, 9, 0), Case.FeedBack),
		"TellOrder":        doorOf(TellOrder{Stand: by(fang), How: "MT-TEL", At: clockAt(25, 9, 0), Text: "已修復", Callers: tellAll(clockAt(25, 9, 0), 1, 2, 3)}, shared.c, shared.g, clockAt(25, 9, 0), Case.Tell),
		"TellCallersOrder": doorOf(TellCallersOrder{Stand: by(fang), Text: "已修復", Told: tellAll(clockAt(25, 9, 0), 2)}, partly.c, partly.g, clockAt(25, 10, 30), Case.TellCallers),
		"DisturbOrder":     doorOf(notice(), working.c, working.g, clockAt(23, 10, 15), Case.Disturb),
		"InspectOrder":     doorOf(inspection(clockAt(24, 16, 50)), passed.c, passed.g, clockAt(24, 16, 50), Case.Inspect),
		"TellDelayOrder":   doorOf(TellDelayOrder{Stand: by(fang), How: "MT-WX", Answer: "理解"}, unowed.c, unowed.g, clockAt(24, 10, 0), Case.TellDelay),
		"ReceiveOrder":     doorOf(call(Complaint), Case{}, ground(), clockAt(23, 9, 42), func(_ Case, o ReceiveOrder, g Ground, at time.Time) (Move, error) { return Receive(o, g, at) }),
		"AmendOrder":       doorOf(amend, new.c, new.g, at, Case.Amend),
		"RejectOrder":      doorOf(RejectOrder{Stand: by(fang), Code: "RJ-01", Reason: "市政道路"}, repair.c, repair.g, at, rejected),
		"TransferOrder":    doorOf(TransferOrder{Stand: by(fang), Lead: engineering, Level: Major}, new.c, new.g, at, Case.OpenComplaint),
		"PromiseOrder":     doorOf(PromiseOrder{Stand: by(fang), How: "MT-TEL"}, repair.c, repair.g, at, Case.TellPromise),
		"PlanOrder": doorOf(PlanOrder{Stand: by(fang), Handler: jianguo, Solution: "更換軸承", Rows: []PlanRow{{Measure: "採購", Person: "李建國", By: at, Status: PlanOpen}}},
			working.c, working.g, at, Case.PlanWork),
		"NoteOrder": doorOf(NoteOrder{Stand: by(fang), Kind: NoteCall, Text: "已聯繫", Told: true, How: "MT-TEL", ToldAt: at}, working.c, working.g, at, Case.WriteNote),
		"DelayOrder": doorOf(DelayOrder{Stand: by(jianguo), To: clockAt(26, 12, 0), Code: "DL-01", Text: "待料", Told: clockAt(24, 10, 0), ToldHow: "MT-TEL"},
			working.c, working.g, clockAt(24, 11, 0), Case.AskDelay),
		"ReviewOrder":   doorOf(ReviewOrder{Stand: by(fang), Code: "RW-01", Note: "未修好"}, done.c, done.g, at, Case.Review),
		"FollowUpOrder": doorOf(FollowUpOrder{Stand: by(jing), Method: "MT-TEL", Reached: ReachedOwner, Who: "張小明", Solved: SolvedNo, Rating: 2, Disposal: NewRound, Opinion: "還響", Why: "DS-01"}, told.c, told.g, at, Case.FollowUp),
		"InquiryOrder":  doorOf(InquiryOrder{Stand: by(fang), Level: Major, Inquiry: full}, complaint.c, complaint.g, at, Case.Investigate),
		"JoinOrder":     doorOf(neighbour("錢進", "601"), working.c, working.g, at, Case.Join),
		"CloseOrder":    doorOf(CloseOrder{Stand: by(fang), Code: ClosedWithdrawn, Reason: "業主撤回"}, working.c, working.g, at, Case.AskClose),
	}
}

// Every code of every order is of its list: what is not is refused in words.
func TestEveryCodeIsCheckedAtTheDoor(t *testing.T) {
	for name, d := range doors(t) {
		if err := d.try(d.order); err != nil {
			t.Errorf("%s that breaks no rule: %v", name, err)
			continue
		}
		paths := 0
		codesIn(reflect.ValueOf(d.order), nil, func(path []int) {
			paths++
			o := reflect.New(reflect.TypeOf(d.order)).Elem()
			o.Set(deep(reflect.ValueOf(d.order)))
			at(o, path).SetString("XX-NONSENSE")
			if err := d.try(o.Interface()); len(faults(err)) == 0 {
				t.Errorf("%s takes a code there is not, in field %v of %s: %v", name, path, reflect.TypeOf(d.order), err)
			}
		})
		if paths == 0 {
			t.Errorf("no code was tried in %s", name)
		}
	}
}

// codesIn goes through the fields of codes, by their index; rows of lists, too.
func codesIn(v reflect.Value, path []int, do func([]int)) {
	switch {
	case codeTypes[v.Type()]:
		do(slices.Clone(path))
	case v.Kind() == reflect.Struct && v.Type() != reflect.TypeFor[time.Time]():
		for i := range v.NumField() {
			codesIn(v.Field(i), append(path, i), do)
		}
	case v.Kind() == reflect.Slice && v.Len() > 0:
		codesIn(v.Index(0), append(path, 0), do)
	}
}

// at is the field at a path.
func at(v reflect.Value, path []int) reflect.Value {
	for _, i := range path {
		if v.Kind() == reflect.Slice {
			v = v.Index(i)
		} else {
			v = v.Field(i)
		}
	}
	return v
}

// deep is a copy whose lists are its own.
func deep(v reflect.Value) reflect.Value {
	fresh := reflect.New(v.Type()).Elem()
	fresh.Set(v)
	for i := range v.NumField() {
		switch f := fresh.Field(i); {
		case f.Kind() == reflect.Slice && f.Len() > 0:
			list := reflect.MakeSlice(f.Type(), f.Len(), f.Len())
			reflect.Copy(list, f)
			f.Set(list)
		case f.Kind() == reflect.Struct && f.Type() != reflect.TypeFor[time.Time]():
			f.Set(deep(f))
		}
	}
	return fresh
}

// An order that is added later stands among the doors, or has no code.
func TestNoOrderWithACodeIsForgotten(t *testing.T) {
	known := slices.Collect(maps.Keys(doors(t)))
	names := map[string]bool{}
	for c := range codeTypes {
		names[c.Name()] = true
	}
	for _, row := range []reflect.Type{reflect.TypeFor[CallerTold](), reflect.TypeFor[PlanRow](), reflect.TypeFor[Evidence]()} { // rows with codes in them
		names[row.Name()] = true
	}
	look := func(n ast.Node) bool {
		spec, ok := n.(*ast.TypeSpec)
		if !ok || !strings.HasSuffix(spec.Name.Name, "Order") || slices.Contains(known, spec.Name.Name) {
			return true
		}
		if s, is := spec.Type.(*ast.StructType); is {
			for _, f := range s.Fields.List {
				of := f.Type
				if list, is := of.(*ast.ArrayType); is {
					of = list.Elt
				}
				if id, is := of.(*ast.Ident); is && names[id.Name] {
					t.Errorf("%s has a %s and no door", spec.Name.Name, id.Name)
				}
			}
		}
		return true
	}
	paths, err := filepath.Glob("*.go")
	if err != nil || len(paths) == 0 {
		t.Fatalf("no sources: %v", err)
	}
	for _, path := range paths {
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(file, look)
	}
}

// A code that the program comes to know stands in a list, or the file would refuse it.
func TestEveryCodeOfTheProgramStandsInAList(t *testing.T) {
	source, err := os.ReadFile("codes.go")
	if err != nil {
		t.Fatal(err)
	}
	known := codesOf(RejectCodes, VoidCodes)
	for _, list := range ClosedLists() {
		known = append(known, list...)
	}
	found := regexp.MustCompile(`"([A-Z]{2,3}-[A-Z0-9-]+|UR[0-9]|LV[0-9])"`).FindAllStringSubmatch(string(source), -1)
	if len(found) < 100 {
		t.Fatalf("only %d codes are read out of the source", len(found))
	}
	for _, m := range found {
		if !slices.Contains(known, m[1]) {
			t.Errorf("%s stands in no list", m[1])
		}
	}
}

// An office's own codes are known, and an odd code of an older file stays while
// something else is corrected.
func TestAnOfficesOwnCodesAndThoseOfOlderFilesAreTaken(t *testing.T) {
	g := ground()
	o := call(Repair)
	o.Channel, o.Category = "CH-X1", "EQ99"
	if _, err := Receive(o, g, o.Received); !faults(err).Has("channel", "unknown") || !faults(err).Has("category", "unknown") {
		t.Errorf("codes that nobody made: %v", err)
	}
	g.Own = map[string][]string{"channel": {"CH-X1"}, "category": {"EQ99"}}
	if _, err := Receive(o, g, o.Received); err != nil {
		t.Errorf("the office's own codes: %v", err)
	}
	w := received(t, Repair)
	w.c.Channel, w.c.Kind, w.c.Category, w.c.Urgency, w.c.Reporter.Owner = "nonsense", "TYP-XYZ", "ZZ9", "UR9", "OW-WHAT"
	a := AmendOrder{Stand: by(fang), Intake: w.c.Intake, Why: "補充"}
	a.Description = "門禁失靈"
	if _, err := w.c.Amend(a, w.g, clockAt(23, 11, 0)); err != nil {
		t.Errorf("an older file's codes: %v", err)
	}
}
