#!/usr/bin/env bash
# Compares how the program's window comes up on an office of 100,000 issues with a
# bare Fyne window in the same fonts: the time until it looks as it does once at
# rest, and the memory until then. Both are started in turn, RUNS times each; the
# medians count. Needs Linux with Xvfb.
. "$(dirname "$0")/common.sh"

if [ "$(uname)" != Linux ]; then
	say "the window is compared on Linux only, under Xvfb"
	exit 0
fi
.ci/install.sh build test
.ci/build.sh
go build -o bin/bare ./ui/bare

office=$PWD/out/bench/office-100000.db
mkdir -p out/bench
if [ ! -e "$office" ]; then
	say "making an office of 100,000 issues: out/bench/office-100000.db"
	rm -f "$office".part*
	bin/ownerdesk demo --db "$office.part" --issues 100000 --seed 1
	mv "$office.part" "$office"
fi

say "starting a bare window and the program's in turn"
OWNERDESK_BENCH_OFFICE=$office go test -tags migrated_fynedo,realwindow -run '^$' \
	-bench '^BenchmarkWindow$' -benchtime "${RUNS:-7}x" -timeout 20m . | tee -a out/bench.txt |
	awk '/^(---|FAIL|panic|    )/ { print } /^FAIL/ { failed = 1 }
		/^Benchmark/ { for (i = 3; i < NF; i += 2) value[$(i+1)] = $i }
		END {
			print "\n| window | bare | ours | ratio |\n|---|---:|---:|---:|"
			printf "| shown after | %.0f ms | %.0f ms | %.2f |\n", value["bare-ms"], value["ours-ms"], value["time-ratio"]
			printf "| memory by then | %.0f MB | %.0f MB | %.2f |\n", value["bare-MB"], value["ours-MB"], value["memory-ratio"]
			exit failed
		}'
