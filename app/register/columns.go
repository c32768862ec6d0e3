package register

import (
	"slices"
	"strings"

	"ownerdesk/app/fold"
)

// Column says what stands in a column of a register.
type Column string

// The columns a register may have.
const (
	Ignored    Column = "ignore"
	InProject  Column = "project"
	InArea     Column = "area"
	OfBuilding Column = "building"
	OfUnit     Column = "unit"
	OfFloor    Column = "floor"
	OfRoom     Column = "room"
	OfPlace    Column = "place" // building, unit and room in one: 3-2-501
	OfName     Column = "name"
	OfPhone    Column = "phone"
	OfPhone2   Column = "phone2"
	OfEmail    Column = "email"
	OfWeChat   Column = "wechat"
	OfKind     Column = "kind"
	OfSize     Column = "areasize"
	OfMoveIn   Column = "movein"
	OfNote     Column = "note"
	OfIdentity Column = "identity" // left out unless asked for
	OfBirthday Column = "birthday" // left out unless asked for
)

// Columns are all columns in the order a person chooses from.
var Columns = []Column{Ignored, InProject, InArea, OfBuilding, OfUnit, OfFloor, OfRoom, OfPlace, OfName, OfPhone, OfPhone2,
	OfEmail, OfWeChat, OfKind, OfSize, OfMoveIn, OfNote, OfIdentity, OfBirthday}

// Unwanted says that privacy forbids to take the column in unless it is asked for.
func (c Column) Unwanted() bool { return c == OfIdentity || c == OfBirthday }

// A Heading is how a column is headed, in folded words without blanks and
// brackets: one that is one of Exact is sure, one that contains one of Within is
// likely.
type Heading struct {
	Column Column
	Exact  []string
	Within []string
}

// Headings are the words of a table's columns. The order decides.
type Headings []Heading

// headings are those of a register: 业主类型 is asked before 业主, 身份证 before 身份.
var headings = Headings{
	{OfIdentity, []string{"id", "idno", "hkid"}, []string{"身份证", "证件", "护照", "identity", "idcard", "passport", "idnumber"}},
	{OfBirthday, []string{"dob", "年龄", "age"}, []string{"出生", "生日", "birth"}},
	{Ignored, []string{"序号", "编号", "no", "序", "行号", "#"}, []string{"性别", "民族", "籍贯", "政治面貌", "银行", "账号", "车牌", "婚姻", "宗教", "病", "工作单位"}},
	{OfPlace, []string{"房屋", "房产", "房源", "地址", "住址", "place", "address", "位置", "房间全称"},
		[]string{"楼栋-单元-房号", "楼号-单元-房号", "房屋地址", "物业地址", "房屋编号", "房产编号", "详细地址", "门牌", "房屋坐落", "房屋信息", "栋-单元", "幢-单元", "楼-单元", "座-单元", "栋单元", "幢单元", "楼栋房号", "楼层房号", "栋房号", "幢房号"}},
	{OfKind, []string{"类型", "身份", "性质", "类别", "type", "kind", "关系", "occupancy"},
		[]string{"业主类型", "住户类型", "客户类型", "人员类型", "业主性质", "房屋性质", "入住性质", "业主身份", "住户身份", "居住情况", "居住状态", "与业主关系", "ownertype", "occupanttype"}},
	{OfMoveIn, []string{"入住"}, []string{"入住日期", "入住时间", "交房日期", "交房时间", "交付日期", "收楼日期", "入伙日期", "迁入日期", "movein", "moved", "handover"}},
	{OfSize, []string{"面积", "sqm", "size"}, []string{"面积", "平方", "呎", "floorarea", "grossarea"}},
	{OfEmail, []string{"email", "e-mail", "mail"}, []string{"邮箱", "电邮", "邮件", "电子信箱", "email", "e-mail"}},
	{OfWeChat, []string{"微信", "wechat", "wx", "weixin"}, []string{"微信", "wechat"}},
	{OfPhone2, nil, []string{"电话2", "电话二", "手机2", "手机二", "备用电话", "备用手机", "第二电话", "其他电话", "紧急联系电话", "紧急电话", "家属电话", "住宅电话", "固定电话", "phone2", "mobile2", "tel2", "otherphone"}},
	{OfPhone, []string{"电话", "手机", "phone", "mobile", "tel", "号码", "联系方式"}, []string{"联系电话", "手机", "电话", "联系方式", "联络电话", "移动电话", "phone", "mobile", "telephone", "contactno", "tel"}},
	{OfName, []string{"姓名", "业主", "户主", "住户", "名字", "name", "owner", "联系人", "业户", "客户", "产权人", "租户", "租客", "resident", "ownername", "fullname", "residentname", "tenantname", "customername"},
		[]string{"姓名", "业主名", "户主名", "产权人", "联系人", "业户名", "客户名"}},
	{OfNote, []string{"备注", "说明", "备考", "附注", "note", "notes", "remark", "remarks", "comment", "comments"}, []string{"备注", "备考", "remark"}},
	{OfUnit, []string{"单元", "单元号", "门", "梯", "entrance", "staircase", "unit"}, []string{"单元", "梯口"}},
	{OfBuilding, []string{"楼栋", "栋", "幢", "座", "楼号", "栋号", "幢号", "座数", "座号", "楼宇", "楼", "大厦", "building", "block", "tower", "bldg", "blk", "楼幢", "楼座"},
		[]string{"楼栋", "栋号", "幢号", "楼号", "座数", "座号", "楼幢", "buildingno", "block", "tower", "期座"}},
	{OfFloor, []string{"楼层", "层", "层数", "层号", "floor", "level"}, []string{"楼层"}},
	{OfRoom, []string{"房号", "室", "室号", "房间", "房间号", "户号", "单位", "房", "室名", "room", "flat", "apartment", "apt", "door", "suite", "roomno", "flatno"}, []string{"房号", "室号", "房间", "户号", "单位号", "roomno", "flat"}},
	{InProject, []string{"项目", "小区", "楼盘", "屋苑", "project", "estate"}, []string{"项目", "小区", "楼盘", "屋苑", "project", "estate"}},
	{InArea, []string{"区域", "区", "分区", "组团", "期", "期数", "分期", "苑", "片区", "area", "zone", "phase"}, []string{"区域", "组团", "分区", "分期", "片区"}},
}

// A Guess says what one column seems to be.
type Guess struct {
	Index   int // from 0
	Heading string
	Column  Column
	Sure    int // 0 unknown, 50 by its values, 80 contains a known word, 100 is one
}

// A Layout is how a sheet is to be read: where its headings are (0: nowhere) and
// what each column is. A person may correct it before reading.
type Layout struct {
	HeadRow int
	Guesses []Guess
}

// Letter names the column as a spreadsheet does.
func (g Guess) Letter() string { return letter(g.Index) }

// Index finds the first column of a kind, or -1.
func (l Layout) Index(c Column) int {
	for _, g := range l.Guesses {
		if g.Column == c {
			return g.Index
		}
	}
	return -1
}

// Letter names the column of a kind as a spreadsheet does; empty when there is none.
func (l Layout) Letter(c Column) string {
	if at := l.Index(c); at >= 0 {
		return letter(at)
	}
	return ""
}

// Set corrects what a column is.
func (l *Layout) Set(index int, c Column) {
	for i := range l.Guesses {
		if l.Guesses[i].Index == index {
			l.Guesses[i].Column, l.Guesses[i].Sure = c, 100
		}
	}
}

// searched is how many rows from the top may be titles.
const searched = 20

// GuessLayout finds the row of headings under the title rows and what each
// column is, by its heading and, where that says nothing, by its values.
func GuessLayout(s Sheet) Layout { return LayoutUnder(s, headings.Row(s)) }

// Row is the row of headings, from 1; 0 when there is none.
func (h Headings) Row(s Sheet) int {
	best, most := -1, 0
	for i, row := range s.Rows[:min(searched, len(s.Rows))] {
		if n := h.in(row); n > most {
			best, most = i, n
		}
	}
	if most < 2 {
		return 0
	}
	return best + 1
}

// LayoutUnder guesses the columns by headings that stand in a row a person has
// chosen, from 1.
func LayoutUnder(s Sheet, row int) Layout {
	l := headings.Under(s, row)
	l.unlike(s)
	l.once()
	l.roomOfUnit()
	return l
}

// Under guesses the columns by their headings alone.
func (h Headings) Under(s Sheet, row int) Layout {
	if row < 1 || row > len(s.Rows) {
		return Layout{}
	}
	l := Layout{HeadRow: row}
	for i, cell := range s.Rows[row-1] {
		column, sure := h.read(cell.Text)
		l.Guesses = append(l.Guesses, Guess{Index: i, Heading: strings.TrimSpace(cell.Text), Column: column, Sure: sure})
	}
	return l
}

// in counts the different columns a row names.
func (h Headings) in(row []Cell) int {
	var seen []Column
	for _, c := range row {
		if column, sure := h.read(c.Text); sure > 0 && !slices.Contains(seen, column) {
			seen = append(seen, column)
		}
	}
	return len(seen)
}

// read reads one heading; a sentence is none.
func (h Headings) read(text string) (Column, int) {
	key := strings.Map(func(r rune) rune {
		if strings.ContainsRune(" :*()[]【】_.、'\"㎡", r) {
			return -1
		}
		return r
	}, fold.Key(text))
	if key == "" || len([]rune(key)) > 24 || strings.Contains(fold.Key(text), ":") && !strings.HasSuffix(fold.Key(text), ":") {
		return Ignored, 0
	}
	for _, one := range h {
		if slices.Contains(one.Exact, key) {
			return one.Column, 100
		}
	}
	for _, one := range h {
		for _, w := range one.Within {
			if strings.Contains(key, w) {
				return one.Column, 80
			}
		}
	}
	return Ignored, 0
}

// Once leaves of columns alike only the surest.
func (l *Layout) Once() { l.once() }

// once keeps of two columns alike the surer, then the first; a second column of
// phones is a second phone.
func (l *Layout) once() {
	taken := map[Column]int{}
	for i, g := range l.Guesses {
		first, again := taken[g.Column]
		switch {
		case g.Column == Ignored || g.Column == OfPhone2 || g.Column.Unwanted():
		case !again:
			taken[g.Column] = i
		case g.Column == OfPhone:
			l.Guesses[i].Column = OfPhone2
		case g.Sure > l.Guesses[first].Sure:
			l.Guesses[first].Column, l.Guesses[first].Sure = Ignored, 0
			taken[g.Column] = i
		default:
			l.Guesses[i].Column, l.Guesses[i].Sure = Ignored, 0
		}
	}
}

// roomOfUnit reads the Unit of an English register with blocks and floors, but
// no other room, as the room.
func (l *Layout) roomOfUnit() {
	unit := l.Index(OfUnit)
	if unit < 0 || l.Index(OfRoom) >= 0 || l.Index(OfPlace) >= 0 {
		return
	}
	for i, g := range l.Guesses {
		if g.Index == unit && fold.Key(g.Heading) == "unit" {
			l.Guesses[i].Column = OfRoom
		}
	}
}

// Choose finds the sheet that looks most like a register, for files that also
// hold notes or statistics; a hidden one only where no other does. -1 if none
// has headings.
func Choose(sheets []Sheet) int { return choose(sheets, GuessLayout) }

// choose is Choose for any sort of table.
func choose(sheets []Sheet, guess func(Sheet) Layout) int {
	if at := chooseOf(sheets, guess, false); at >= 0 {
		return at
	}
	return chooseOf(sheets, guess, true)
}

func chooseOf(sheets []Sheet, guess func(Sheet) Layout, hidden bool) int {
	best, most := -1, 0
	for i, s := range sheets {
		if s.Hidden != hidden {
			continue
		}
		known := 0
		for _, g := range guess(s).Guesses {
			if g.Column != Ignored {
				known++
			}
		}
		if known > most {
			best, most = i, known
		}
	}
	return best
}

// Key names the words for the column.
func (c Column) Key() string { return "import.column." + string(c) }
