package reports

import (
	"strings"
	"testing"

	"ownerdesk/app"
	"ownerdesk/assets/lang"
)

// brought are two who brought the same later.
func brought(c app.Case) app.Case {
	c.Callers = []app.Caller{
		{N: 1, Reporter: app.Reporter{Person: 21, Owner: "OW-SELF", Name: "諸葛明亮", Phone: "13977778888"}, Place: app.Place{Block: "7", Unit: "1", Door: "1702"},
			Channel: "CH-WX", At: clockAt(23, 11, 0), By: fang, Said: "我是諸葛明亮，13977778888，七幢也響"},
		{N: 2, Reporter: app.Reporter{Owner: "OW-TEN", Name: "司馬文君", WeChat: "simawenjun"}, Place: app.Place{Block: "8", Unit: "2", Door: "903"},
			Channel: "CH-TEL", At: clockAt(23, 12, 0), By: fang, Said: "晚上響得更大"},
	}
	return c
}

// Those who brought the same stand on the slips of desk and department as the
// first does: masked, their contacts only where the department is to call. An
// owner's copy has nothing of others. What is shown in full is told for the log.
func TestSlipsShowTheOthersAsTheyShowTheFirst(t *testing.T) {
	for _, of := range []func(Facts) app.Case{full, complained} {
		for _, call := range []bool{false, true} {
			for _, open := range []bool{false, true} {
				for _, to := range Copies {
					f := office(t, lang.Traditional)
					f.Open = open
					c := brought(of(f))
					c.Rounds[0].Contact = call
					d := TransferSlip(f, c, 1, to, A4)
					if c.Inquiry != nil {
						d = ComplaintSlip(f, c, 1, to)
					}
					words := said(d)
					name, contact := to == CopyDesk && open, to == CopyDesk && open || to == CopyDept && call
					if to != CopyDesk && to != CopyDept && strings.Contains(words, "晚上響得更大") {
						t.Errorf("an owner's copy tells what others said")
					}
					for i, k := range c.Callers {
						reach := []string{k.Reporter.Phone, k.Reporter.WeChat}[i]
						if strings.Contains(words, k.Reporter.Name) != name || strings.Contains(words, reach) != contact {
							t.Errorf("%s (open %v, call %v): of %s name %v, contact %v", copyKeys[to], open, call, k.Reporter.Name, strings.Contains(words, k.Reporter.Name), strings.Contains(words, reach))
						}
					}
					told := 0
					for _, s := range d.Shows {
						if strings.Contains(s.Fields, "contact") {
							told++
						}
					}
					want := 0
					if contact {
						want = 3
					} else if to == CopyOwner {
						want = 1
					}
					if told != want {
						t.Errorf("%s (open %v, call %v): it tells %d of %d", copyKeys[to], open, call, told, want)
					}
				}
			}
		}
	}
}
