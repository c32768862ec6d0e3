// Package fonts holds the typeface of the program, for screen and paper alike:
// Noto Sans SC, under the SIL Open Font License (OFL.txt). It knows no screen
// and no page.
package fonts

import _ "embed"

// Regular is Noto Sans SC Regular as a TrueType file. Readers that write into
// the bytes they are given must be handed a copy.
//
//go:embed NotoSansSC-Regular.ttf
var Regular []byte

// Bold is Noto Sans SC Bold as a TrueType file.
//
//go:embed NotoSansSC-Bold.ttf
var Bold []byte
