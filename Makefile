# `make report` and `make test` do all of their set-up on a fresh Debian machine that has Swift.

# zlib and ISA-L inflate the logs, libsqlite3 is for the history, pkg-config finds them, tzdata has the clock changes.
PACKAGES = zlib1g-dev libsqlite3-dev libisal-dev pkg-config tzdata
ACCESSRANK = .build/release/accessrank
# The clock that the sample is counted by: the night after its last day.
SAMPLE_NOW = 2026-03-04T04:00:00+09:00

.PHONY: help report test setup packages format lint

help:
	@echo "make report   set up, then write reports/ from Samples/"
	@echo "make test     set up, then run all tests"
	@echo "make setup    install what is missing, then build accessrank and loggen for use"
	@echo "make format   format all Swift files"
	@echo "make lint     say where a Swift file is not formatted"

report: setup
	$(ACCESSRANK) process --profile Samples/site.yaml --reports reports --now $(SAMPLE_NOW) --to 2026-03-03 --replace

test: packages
	swift test --disable-xctest

setup: packages
	swift build -c release --product accessrank
	swift build -c release --product loggen

format:
	swift format --in-place --recursive Sources Tests Package.swift

lint:
	swift format lint --strict --recursive Sources Tests Package.swift

# Asks for nothing where all is there, so that it needs no network and no rights then.
packages:
	@command -v swift >/dev/null || { \
	    echo "make: Swift is missing; install it from https://www.swift.org/install and put it on the PATH" >&2; exit 1; }
	@command -v dpkg >/dev/null || { \
	    echo "make: not a Debian system; the build goes on with what is here of: $(PACKAGES)" >&2; exit 0; }; \
	missing=""; \
	for package in $(PACKAGES); do \
	    dpkg -s $$package 2>/dev/null | grep -q '^Status: install ok installed' || missing="$$missing $$package"; \
	done; \
	test -n "$$missing" || exit 0; \
	if test "$$(id -u)" = 0; then root=""; \
	elif command -v sudo >/dev/null; then root=sudo; \
	else \
	    echo "make: Debian packages are missing, and this is neither root nor a user with sudo; have root run:" >&2; \
	    echo "    apt-get install$$missing" >&2; \
	    exit 1; \
	fi; \
	echo "installing$$missing"; \
	$$root apt-get update -q && \
	$$root env DEBIAN_FRONTEND=noninteractive apt-get install -qy --no-install-recommends $$missing
