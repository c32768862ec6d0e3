package lang

import "maps"

// With is w with some texts in the place of others; w itself stays as it is.
func (w Words) With(own map[string]string) Words {
	if len(own) == 0 {
		return w
	}
	all := make(Words, len(w)+len(own))
	maps.Copy(all, w)
	maps.Copy(all, own)
	return all
}
