package lang

import "testing"

func TestOwnWordsTakeThePlaceOfOthers(t *testing.T) {
	shipped := Words{"code.EQ1": "電梯", "code.EQ2": "供水"}
	own := shipped.With(map[string]string{"code.EQ1": "電梯及扶梯", "code.EQ11": "充電樁"})
	for key, want := range map[string]string{"code.EQ1": "電梯及扶梯", "code.EQ2": "供水", "code.EQ11": "充電樁"} {
		if got := own.Say(key); got != want {
			t.Errorf("%s is %q, want %q", key, got, want)
		}
	}
	if shipped.Say("code.EQ1") != "電梯" || shipped.Has("code.EQ11") {
		t.Errorf("what ships was changed: %v", shipped)
	}
}
