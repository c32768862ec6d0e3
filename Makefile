# What can be asked of this folder. Each line is one small script in .ci/, which
# can be run on its own as well.

.PHONY: help run build test soak bench windows clean

help:    ## say what can be asked
	@sed -n 's/^\([a-z]*\): *## /  make \1\t/p' Makefile

run:     ## install what is missing, build, and open the window on the sample office
	@.ci/show.sh

build:   ## build bin/ownerdesk
	@.ci/build.sh

test:    ## everything that must pass: formatting, vet, static analysis, all tests
	@.ci/check.sh

soak:    ## the wide run: property tests and sample offices by a fresh seed, under ten minutes
	@.ci/soak.sh

bench:   ## measure, and print tables (BENCH_SIZES=1000,100000 BENCH=pattern ROOMS=./data)
	@.ci/bench.sh

windows: ## build bin/OwnerDesk.exe with its icon, from Debian or Ubuntu
	@.ci/windows.sh

clean:   ## throw away bin/ and out/
	rm -rf bin out
