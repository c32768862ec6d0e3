package samples

import _ "embed"

// Texts is what a sample office is made of, by language: its people, estates and
// what owners and staff say. The shape is that of sample.Texts.
//
//go:embed texts.json
var Texts []byte
