// Package icons holds the sign of the program for windows and packages. It
// knows no screen: what a screen draws beside its words belongs to ui/kit.
package icons

import _ "embed"

// OwnerDesk is the program's sign, a PNG of 512 by 512 points.
//
//go:embed ownerdesk.png
var OwnerDesk []byte
