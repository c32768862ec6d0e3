package kit

// Piece is what one cell of a table shows.
type Piece struct {
	Text string
	Role Role
	Bold bool

	kind pieceKind
	tone Tone
	high bool
}

type pieceKind int

const (
	wordsPiece pieceKind = iota
	chipPiece
	buttonPiece
)

// Said is plain text in a table.
func Said(s string) Piece { return Piece{Text: s} }

// SaidBold is text that is looked for first: a room, a name.
func SaidBold(s string) Piece { return Piece{Text: s, Bold: true} }

// SaidQuiet is text that is seldom looked for.
func SaidQuiet(s string) Piece { return Piece{Text: s, Role: Quiet} }

// SaidIn is text in the ink of a tone.
func SaidIn(t Tone, s string) Piece { return Piece{Text: s, Role: InkOf(t)} }

// ChipOf is a state; without words nothing is shown.
func ChipOf(t Tone, s string) Piece { return Piece{Text: s, kind: chipPiece, tone: t} }

// ButtonOf is a button that calls the table's OnAction; without words there is none.
func ButtonOf(label string) Piece { return Piece{Text: label, kind: buttonPiece} }

// PrimaryOf is a button for what is most pressing in the list.
func PrimaryOf(label string) Piece { return Piece{Text: label, kind: buttonPiece, high: true} }
