// Package kit has the pieces all screens share: how things look, how work is
// done away from the window, and the fields, tables and dialogs that Fyne does
// not have or has differently. It knows Fyne and the calendar, but no issue, no
// store and no language: every word that is read is handed in.
package kit
