package gathered

import (
	"strings"
	"time"

	"ownerdesk/app/fold"
	"ownerdesk/app/meeting"
	"ownerdesk/app/past"
)

// Moment reads when an event began; a day alone is its beginning.
func Moment(s string, loc *time.Location) (time.Time, bool) {
	day, at, _, read := past.MomentOf(s, loc)
	return day.At(0, loc).Add(at), read
}

// What tells sales, and events of the community, by the name of an event.
var (
	sales     = strings.Fields("开盘 销售 看房 选房 认购 样板 示范区 营销 交付 sale sales launch")
	community = strings.Fields("社区 游园 运动会 晚会 亲子 节 开放日 community festival fair")
)

// guessOccasion tells the sort of an event by its name, as far as that does.
func guessOccasion(name string) meeting.Subject {
	key := fold.Key(name)
	for _, w := range sales {
		if strings.Contains(key, w) {
			return meeting.Events[0]
		}
	}
	for _, w := range community {
		if strings.Contains(key, w) {
			return meeting.Events[1]
		}
	}
	return meeting.Events[2]
}
