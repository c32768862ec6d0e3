package console

import "strings"

// options are the words with a dash that a command understands, each with the
// place for its value. Reading them ourselves lets us say in every language
// what was not understood.
type options struct {
	texts map[string]*string
	flags map[string]*bool
}

// text is a further option with a value.
func (o *options) text(name, usual string) *string {
	v := usual
	o.texts[name] = &v
	return &v
}

// flag is a further option that is there or not.
func (o *options) flag(name string) *bool {
	v := false
	o.flags[name] = &v
	return &v
}

// all reads every option, wherever it stands, and gives back the rest.
func (o *options) all(args []string) (rest []string, err error) {
	for len(args) > 0 {
		if args[0] == "--" {
			return append(rest, args[1:]...), nil
		}
		if !isOption(args[0]) {
			rest, args = append(rest, args[0]), args[1:]
			continue
		}
		if args, err = o.one(args); err != nil {
			return nil, err
		}
	}
	return rest, nil
}

// leading reads the options up to the first word without a dash.
func (o *options) leading(args []string) (rest []string, err error) {
	for len(args) > 0 && isOption(args[0]) {
		if args, err = o.one(args); err != nil {
			return nil, err
		}
	}
	return args, nil
}

// one reads the option that args begin with.
func (o *options) one(args []string) (rest []string, err error) {
	name, value, given := strings.Cut(strings.TrimLeft(args[0], "-"), "=")
	if f, known := o.flags[name]; known {
		if given && value != "true" && value != "false" {
			return nil, misled("console.option.no-value", "--"+name)
		}
		*f = value != "false"
		return args[1:], nil
	}
	text, known := o.texts[name]
	if !known {
		return nil, misled("console.option.unknown", args[0])
	}
	if !given && len(args) > 1 {
		value, args = args[1], args[1:]
	}
	if value == "" { // also what a script left empty: --db "" must not mean the office of one's own
		return nil, misled("console.option.value", "--"+name)
	}
	*text = value
	return args[1:], nil
}

func isOption(s string) bool { return len(s) > 1 && s[0] == '-' }

func wantsHelp(args []string) bool {
	for _, a := range args {
		if a == "--" {
			return false
		}
		if a == "-h" || a == "-help" || a == "--help" {
			return true
		}
	}
	return false
}
