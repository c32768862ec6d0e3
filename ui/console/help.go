package console

import "fmt"

// help says what the program can do, or what one command can.
func (c *call) help(args []string) error {
	if len(args) > 0 && args[0] == "help" {
		args = args[1:]
	}
	if len(args) == 0 {
		_, err := fmt.Fprintln(c.Out, c.words.Say("console.help"))
		return err
	}
	for _, cmd := range commands {
		if cmd.name == args[0] {
			_, err := fmt.Fprintf(c.Out, "%s\n\n%s\n", c.words.Say("console.help."+cmd.name), c.words.Say("console.help.everywhere"))
			return err
		}
	}
	return misled("console.unknown.command", args[0])
}
