package issues

import (
	"context"
	"errors"

	"ownerdesk/app"
)

// related finds the issue whose number was typed; nothing typed is none.
func (m matter) related(ctx context.Context, number string) (app.IssueID, error) {
	if number == "" {
		return 0, nil
	}
	id, err := m.asks.IssueByNumber(ctx, number)
	if errors.Is(err, app.ErrNotFound) {
		return 0, app.Faults{{Field: "related", Rule: "unknown"}}
	}
	return id, err
}
