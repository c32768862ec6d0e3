#!/usr/bin/env bash
# Everything that must pass. Stops at the first thing that does not.
. "$(dirname "$0")/common.sh"

formatting() {
	local files
	files=$(gofmt -l .)
	[ -z "$files" ] || { printf 'gofmt would change:\n%s\n' "$files" >&2 && return 1; }
}

analysis() { "$(.ci/tool.sh staticcheck)" -tags migrated_fynedo,realwindow ./...; }

# Vet has had its own step.
tests() { in_memory go test -vet=off -timeout 15m ./...; }

# The race detector makes the file's engine twenty times as slow, and sees nothing
# where there is one thread: it watches the pieces that work with threads, and each
# other test that has some. threads_test.go holds the list to the tests.
threads='TestTheWholeWindowIsWalkedThroughWithItsThreads|TestTwoActsOnOneIssueCannotBothWin|TestOfTwoActsOnOneVersionOnlyOneWins|TestOneOpinionBecomesOneIssueHoweverOftenItIsAsked'
races() {
	in_memory go test -race -vet=off -timeout 10m ./ui/kit
	in_memory go test -race -vet=off -timeout 10m -run "$threads" ./ui ./data .
}

# The flag on the command line takes the place of the one in GOFLAGS, so that
# both tags are named.
window() { go test -vet=off -count=1 -timeout 5m -tags migrated_fynedo,realwindow -run TestRealWindow .; }

step() {
	local name=$1 began=$SECONDS
	shift
	say "$name"
	"$@"
	printf '   %d s\n' $((SECONDS - began))
}

step "system packages" .ci/install.sh build test
step "formatting" formatting
step "build" .ci/build.sh
step "vet" go vet -tags migrated_fynedo,realwindow ./...
step "static analysis" analysis
step "tests" tests
step "tests with threads, watched for races" races
step "real window" window
say "all passed in $SECONDS s"
