package data

import (
	"context"
	"fmt"
	"strconv"
	"time"

	"ownerdesk/app"
	"ownerdesk/app/workday"
)

// seedRules gives a new file the regulation's rules. The rules of an older one
// get a new version with what they do not know yet, for what comes in from now
// on; issues that are there keep the version they came in under.
func (s *Store) seedRules(ctx context.Context) error {
	known, _, err := readRules(ctx, s.ro)
	if err != nil || known.Version > 0 && known.Complete() {
		return err
	}
	r := known.Whole()
	r.Effective, r.By, r.Why = s.now(), 0, ""
	return s.KeepRules(ctx, r, 0, r.Effective)
}

// KeepRules adds a version of the rules. Earlier ones stay for the issues that
// came in under them.
func (s *Store) KeepRules(ctx context.Context, r app.Rules, by app.StaffID, at time.Time) error {
	if r.Effective.IsZero() {
		r.Effective = at
	}
	return s.write(ctx, func(p *pen) error {
		var version int
		err := p.one(ctx, `
			INSERT INTO rules (version, effective, by_id, why)
			SELECT COALESCE(MAX(version), 0) + 1, ?, ?, ? FROM rules
			RETURNING version`,
			[]any{stamp(r.Effective), orNull(by), r.Why}, &version)
		if err != nil {
			return err
		}
		for key, l := range r.Limits {
			if err := p.keepRule(ctx, version, key, "limit", l.String()); err != nil {
				return err
			}
		}
		for key, n := range r.Counts {
			if err := p.keepRule(ctx, version, key, "count", strconv.Itoa(n)); err != nil {
				return err
			}
		}
		return nil
	})
}

func (p *pen) keepRule(ctx context.Context, version int, key, kind, text string) error {
	_, err := p.exec(ctx, `INSERT INTO rule_values (version, key, kind, value) VALUES (?, ?, ?, ?)`, version, key, kind, text)
	return err
}

// RulesHistory lists every version of the rules, the newest first.
func (s *Store) RulesHistory(ctx context.Context) ([]app.Rules, error) {
	var all []app.Rules
	err := s.read(ctx, func(q asker) (err error) {
		all, err = rulesOf(ctx, q)
		return err
	})
	return all, err
}

// readRules reads the newest rules and all of them by version.
func readRules(ctx context.Context, q asker) (app.Rules, map[int]app.Rules, error) {
	all, err := rulesOf(ctx, q)
	if err != nil || len(all) == 0 {
		r := app.DefaultRules()
		r.Version = 0
		return r, nil, err
	}
	byVersion := make(map[int]app.Rules, len(all))
	for _, r := range all {
		byVersion[r.Version] = r
	}
	return all[0], byVersion, nil
}

func rulesOf(ctx context.Context, q asker) ([]app.Rules, error) {
	all, err := list(ctx, q, func(r row) (v app.Rules, err error) {
		v.Limits, v.Counts = map[string]workday.Limit{}, map[string]int{}
		err = r.Scan(&v.Version, moment{&v.Effective}, to(&v.By), &v.Why)
		return v, err
	}, `SELECT version, effective, by_id, why FROM rules ORDER BY version DESC`)
	if err != nil {
		return nil, err
	}
	at := make(map[int]int, len(all))
	for i, r := range all {
		at[r.Version] = i
	}
	_, err = list(ctx, q, func(r row) (none struct{}, err error) {
		var version int
		var key, kind, text string
		if err := r.Scan(&version, &key, &kind, &text); err != nil {
			return none, err
		}
		return none, setRule(all[at[version]], key, kind, text)
	}, `SELECT version, key, kind, value FROM rule_values`)
	return all, err
}

func setRule(r app.Rules, key, kind, text string) (err error) {
	if kind == "count" {
		r.Counts[key], err = strconv.Atoi(text)
	} else {
		r.Limits[key], err = workday.ParseLimit(text)
	}
	if err != nil {
		return fmt.Errorf("rule %s: %w", key, err)
	}
	return nil
}
