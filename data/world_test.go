package data_test

import (
	"fmt"
	"reflect"
	"strings"
	"testing"
	"time"

	"ownerdesk/app"
	"ownerdesk/app/annual"
	"ownerdesk/app/workday"
	"ownerdesk/data/datatest"
)

// filled is a case in which every field there is says something, so that a
// field that is added one day and not kept is noticed.
func filled(t testing.TB, w datatest.World) app.Case {
	t.Helper()
	f := filler{w: w}
	var c app.Case
	f.fill(reflect.ValueOf(&c).Elem(), "case", 1)
	c.ID, c.Rules, c.Veiled = 0, 1, false // it is never kept that something was not read
	c.Joined = nil                        // kept with the issues that were merged, not with this one
	c.Number, c.Slip = "SL-202611-0031", "ZB-202611-0017"
	for i := range c.Rounds {
		c.Rounds[i].Number = fmt.Sprintf("ZB-202611-0017-R%d", i+1)
		c.Rounds[i].Helping = []app.DeptID{w.Property, w.Marketing}
	}
	for i := range c.Delays {
		c.Delays[i].Number = fmt.Sprintf("YQ-202611-%04d", i+1)
	}
	for i := range c.Closings {
		c.Closings[i].DecidedBy = w.Wu
	}
	return c
}

type filler struct {
	w datatest.World
	n int
}

// known are values that the file's own rules ask for.
func (f *filler) known(t reflect.Type, n int) (any, bool) {
	v, ok := map[reflect.Type]any{
		reflect.TypeFor[app.ProjectID]():      f.w.Project,
		reflect.TypeFor[app.AreaID]():         f.w.East,
		reflect.TypeFor[app.BuildingID]():     f.w.Buildings["3"],
		reflect.TypeFor[app.RoomID]():         f.w.Rooms["3-2-501"],
		reflect.TypeFor[app.PersonID]():       f.w.People["張小明"],
		reflect.TypeFor[app.DeptID]():         f.w.Engineering,
		reflect.TypeFor[app.StaffID]():        f.w.Fang + app.StaffID(n%2),
		reflect.TypeFor[app.IssueID]():        app.IssueID(1),
		reflect.TypeFor[app.State]():          app.Handling,
		reflect.TypeFor[app.SlipKind]():       app.TransferSlip,
		reflect.TypeFor[app.PlanStatus]():     app.PlanDoing,
		reflect.TypeFor[app.Said]():           app.SaidYes,
		reflect.TypeFor[app.Charge]():         app.ChargeYes,
		reflect.TypeFor[app.NoteKind]():       app.NoteCall,
		reflect.TypeFor[app.Kind]():           app.Kind("TYP-REP"),
		reflect.TypeFor[app.Channel]():        app.Channel("CH-WX"),
		reflect.TypeFor[app.Category]():       app.Category("EQ1"),
		reflect.TypeFor[app.Cause]():          app.Cause("RC-EQP1"),
		reflect.TypeFor[app.Level]():          app.Level("LV2"),
		reflect.TypeFor[app.Urgency]():        app.Urgency("UR1"),
		reflect.TypeFor[app.OwnerKind]():      app.OwnerKind("OW-SELF"),
		reflect.TypeFor[app.Result]():         app.Result("RS-04"),
		reflect.TypeFor[app.CloseCode]():      app.CloseCode("CL-03"),
		reflect.TypeFor[app.DelayCode]():      app.DelayCode("DL-02"),
		reflect.TypeFor[app.SuspendCode]():    app.SuspendCode("SP-02"),
		reflect.TypeFor[app.ReworkCode]():     app.ReworkCode("RW-02"),
		reflect.TypeFor[app.Dissatisfied]():   app.Dissatisfied("DS-03"),
		reflect.TypeFor[app.Reached]():        app.Reached("CT-02"),
		reflect.TypeFor[app.Method]():         app.Method("MT-WX"),
		reflect.TypeFor[app.Responsibility](): app.Responsibility("RP-CO"),
		reflect.TypeFor[app.Validity]():       app.Validity("VA-YES"),
		reflect.TypeFor[app.Rating]():         app.Rating(n%5 + 1),
		reflect.TypeFor[annual.State]():       annual.Field,
		reflect.TypeFor[annual.Mode]():        annual.Phone,
		reflect.TypeFor[annual.Outcome]():     annual.Refused,
		reflect.TypeFor[annual.BackCheck]():   annual.Differs,
		reflect.TypeFor[workday.Limit]():      workday.Limit{N: n, Unit: workday.Workdays},
		reflect.TypeFor[workday.Date]():       workday.Date{Year: 2026, Month: 11, Day: n%28 + 1},
		reflect.TypeFor[workday.Shift]():      workday.Morning,
		reflect.TypeFor[time.Time]():          time.Date(2026, 11, 1, 0, 0, n, 0, time.UTC),
	}[t]
	return v, ok
}

func (f *filler) fill(v reflect.Value, path string, n int) {
	f.n++
	if one, ok := f.known(v.Type(), f.n); ok {
		v.Set(reflect.ValueOf(one))
		return
	}
	switch v.Kind() {
	case reflect.String:
		v.SetString(fmt.Sprintf("%s %d", path, f.n))
		if strings.HasSuffix(path, "Hash") {
			v.SetString(fmt.Sprintf("%064d", f.n))
		}
		for end, code := range map[string]string{".Evidence.Kind": "EV-CCTV", ".Inquiry.Methods": "IM-TALK"} {
			if strings.HasSuffix(path, end) {
				v.SetString(code)
			}
		}
	case reflect.Bool:
		v.SetBool(true)
	case reflect.Int, reflect.Int64:
		v.SetInt(int64(f.n))
		if strings.HasSuffix(path, ".N") {
			v.SetInt(int64(n))
		}
	case reflect.Uint64:
		v.SetUint(uint64(f.n) << 40)
	case reflect.Float64:
		v.SetFloat(float64(f.n) / 7)
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		f.fill(v.Elem(), path, 1)
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 2, 2))
		for i := range 2 {
			f.fill(v.Index(i), path, i+1)
		}
	case reflect.Array:
		for i := range v.Len() {
			f.fill(v.Index(i), path, i+1)
		}
	case reflect.Map:
		v.Set(reflect.MakeMap(v.Type()))
		key, of := reflect.New(v.Type().Key()).Elem(), reflect.New(v.Type().Elem()).Elem()
		f.fill(key, path, 1)
		f.fill(of, path, 1)
		v.SetMapIndex(key, of)
	case reflect.Struct:
		for i := range v.NumField() {
			f.fill(v.Field(i), path+"."+v.Type().Field(i).Name, n)
		}
	default:
		panic("a case has come to hold a " + v.Kind().String() + " at " + path)
	}
}

// empty lists fields that say nothing.
func empty(v reflect.Value, path string) (found []string) {
	switch {
	case v.Kind() == reflect.Struct && v.Type() != reflect.TypeFor[time.Time]():
		for i := range v.NumField() {
			found = append(found, empty(v.Field(i), path+"."+v.Type().Field(i).Name)...)
		}
	case v.Kind() == reflect.Slice && v.Len() > 0:
		for i := range v.Len() {
			found = append(found, empty(v.Index(i), fmt.Sprintf("%s[%d]", path, i))...)
		}
	case v.Kind() == reflect.Pointer && !v.IsNil():
		found = empty(v.Elem(), path)
	case v.IsZero():
		found = append(found, path)
	}
	return found
}
