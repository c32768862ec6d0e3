package data_test

import (
	"bytes"
	"compress/gzip"
	"encoding/base64"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"ownerdesk/data"
	"ownerdesk/data/datatest"
)

// older is a file as the program wrote it before what it keeps had keys.
func older(t *testing.T, name string) []byte {
	t.Helper()
	raw, err := os.ReadFile(filepath.Join("archive", "testdata", "before", name))
	if err != nil {
		t.Fatal(err)
	}
	if !strings.HasSuffix(name, ".base64") {
		var out bytes.Buffer
		z := gzip.NewWriter(&out)
		if _, err := z.Write(raw); err != nil {
			t.Fatal(err)
		}
		if err := z.Close(); err != nil {
			t.Fatal(err)
		}
		return out.Bytes()
	}
	raw, err = base64.StdEncoding.DecodeString(strings.ReplaceAll(string(raw), "\n", ""))
	if err != nil {
		t.Fatal(err)
	}
	return raw
}

func TestWhatOlderProgramsFroze(t *testing.T) {
	tb := openTable(t)
	r := tb.did(tb.d.Plan(t.Context(), tb.monthly(11, datatest.At(27, 14, 0))))
	data.Tamper(t, tb.s, fmt.Sprintf(`INSERT INTO freezes (record_id, n, at, by_id, why, kept) VALUES (%d, 1, '2026-11-06T08:00:00Z', %d, '', x'%x')`,
		r.ID, tb.w.Fang, older(t, "month.json")))
	k, err := tb.s.Kept(t.Context(), r.ID, 1)
	tb.ok(err)
	if first := k.Report.Rates[0]; first.Num != 35 || first.Den != 35 || len(k.Measures) != 11 || len(k.Actions) != 3 || len(k.Report.SameAgain) != 4 {
		t.Errorf("read are %+v, %d measures, %d action items, %d places", first, len(k.Measures), len(k.Actions), len(k.Report.SameAgain))
	}
	if k.Report.Costs.Known || len(k.Report.Costs.BySubject) > 0 {
		t.Errorf("what nobody counted then is there: %+v", k.Report.Costs)
	}
	if k.Issues != nil || k.Names.Known() {
		t.Errorf("what it did not keep is there: %d issues, %v", len(k.Issues), k.Names)
	}
}

func TestWhatOlderProgramsReported(t *testing.T) {
	y := openYearly(t)
	h := y.planned(2026)
	data.Tamper(t, y.s, fmt.Sprintf(`INSERT INTO survey_results (survey_id, n, at, by_id, kept) VALUES (%d, 1, '2026-11-06T08:00:00Z', %d, x'%x')`,
		h.ID, y.w.Fang, older(t, "results.gob.base64")))
	r, err := y.s.KeptResults(t.Context(), h.ID)
	y.ok(err)
	if r.Year != 2026 || len(r.Items) != 20 || r.Overall == nil || r.Index.Mean < 50 || r.Index.Mean > 100 {
		t.Errorf("read are %d items, index %+v", len(r.Items), r.Index)
	}
}
