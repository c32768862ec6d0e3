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
paper=out/paper
if [ ! -e "$office" ]; then
	say "making the sample office: $office"
	# One that was not finished would be taken for a whole one the next time.
	trap 'rm -rf "$office" "$office"-* "${office%.db}-files"' EXIT
	bin/ownerdesk demo --db "$office" --issues 1000 --seed 1
	trap - EXIT
fi

if has_display; then
	exec bin/ownerdesk --db "$office"
fi
say "there is no display here: printing the sample office into $paper/ instead of opening the window"
rm -rf "$paper" # what an earlier look printed
mkdir -p "$paper"
bin/ownerdesk slip --db "$office" --all-open --copies desk --out "$paper/slips.pdf"
bin/ownerdesk list --db "$office" --out "$paper/issues.xlsx"
bin/ownerdesk pack --db "$office" --project 雲棲花園 --out "$paper"
# This year's survey may not be over yet; then the year before has the newest report.
year=$(date +%Y)
bin/ownerdesk survey report --db "$office" --year "$year" --out "$paper" 2>/dev/null ||
	bin/ownerdesk survey report --db "$office" --year $((year - 1)) --out "$paper"
ls -l "$paper"
