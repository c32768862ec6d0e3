package data

import "context"

// BareInsert writes one row into a table with nothing on it, for comparison.
func BareInsert(ctx context.Context, s *Store) error {
	return s.write(ctx, func(p *pen) error {
		if _, err := p.exec(ctx, `CREATE TABLE IF NOT EXISTS bare (id INTEGER PRIMARY KEY, text TEXT)`); err != nil {
			return err
		}
		_, err := p.exec(ctx, `INSERT INTO bare (text) VALUES (?)`, "三樓電梯近一週多次異響，關門時有撞擊聲，請儘快安排檢修")
		return err
	})
}
