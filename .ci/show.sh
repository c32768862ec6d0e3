#!/usr/bin/env bash
# Shows the program at work on the sample office: in its window, or where there
# is no display by what it prints.
. "$(dirname "$0")/common.sh"

has_display() {
	[ "$(uname)" = Darwin ] || [ -n "${DISPLAY:-}" ] || [ -n "${WAYLAND_DISPLAY:-}" ]
}

.ci/build.sh
mkdir -p out
office=out/sample.db
if [ ! -e "$office" ]; then
	say "making the sample office: $office"
	# One that was not finished would be taken for a whole one the next time.
	trap 'rm -f "$office" "$office"-*' EXIT
	bin/ownerdesk demo --db "$office" --issues 1000 --seed 1
	trap - EXIT
fi

if has_display; then
	exec bin/ownerdesk --db "$office"
fi
say "there is no display here: printing the sample office into out/ instead of opening the window"
bin/ownerdesk slip --db "$office" --all-open --copies desk --out out/slips.pdf
bin/ownerdesk list --db "$office" --out out/issues.xlsx
ls -l out/slips.pdf out/issues.xlsx
