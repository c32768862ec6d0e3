package sample

import (
	"testing"

	"ownerdesk/app"
)

// Some issues of the sample wait for parts, the owner and an authority, each with a
// look, which seldom comes late; and they all went on before their work was reported.
func TestSomeIssuesOfTheSampleAreSuspended(t *testing.T) {
	for seed := range uint64(3) {
		o := order(t, seed, 1000)
		o.Refused = func(err error) { t.Errorf("an act was refused: %v", err) }
		waited, late, still, codes := 0, 0, 0, map[app.SuspendCode]bool{}
		for _, c := range all(t, New(o)) {
			for _, s := range c.Suspensions {
				waited++
				codes[s.Code] = true
				if s.Late {
					late++
				}
				if s.Looks > 0 {
					still++
				}
				if s.Text == "" || !s.On() && s.Why == "" || s.On() && (!c.Open() || o.Until.After(s.Review)) {
					t.Errorf("seed %d, %s: %+v", seed, c.Number, s)
				}
			}
		}
		if waited < 15 || waited > 120 || late == 0 || late*100 > waited*30 || still == 0 || len(codes) != 3 {
			t.Errorf("seed %d: %d were suspended, %d looked at late, %d waited on, for %v", seed, waited, late, still, codes)
		}
	}
}
