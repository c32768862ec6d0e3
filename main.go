// Ownerdesk helps a property office to see every owner's issue through, from
// the call to the signed slip to the closed file.
package main

import (
	"fmt"
	"os"
)

func main() {
	fmt.Fprintln(os.Stderr, "usage: ownerdesk [command] [flags]")
	os.Exit(2)
}
