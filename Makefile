# `make report` and `make test` do all of their set-up on a fresh Debian machine that has Swift.

# zlib and ISA-L inflate the logs, libsqlite3 is for the history, pkg-config finds them, tzdata has the clock changes.
PACKAGES = zlib1g-dev libsqlite3-dev libisal-dev pkg-config tzdata
# The tests of faults ask sqlite3 about the history, and have strace make system calls fail.
TEST_PACKAGES = sqlite3 strace
# Callgrind counts instructions, of a program whose debugging information was stripped.
INSTRUCTION_PACKAGES = valgrind binutils
# What the benchmark measures with, and the peers that Debian has; DuckDB and chdb come from PyPI.
BENCHMARK_PACKAGES = isal hyperfine time pigz mawk goaccess python3 python3-venv
# Rounds of the benchmark: make benchmark ROUNDS=3.
ROUNDS = 7
ACCESSRANK = .build/release/accessrank
# Where `make install` puts accessrank, its manual and its completions: $(DESTDIR)$(PREFIX)/bin and /share.
PREFIX = /usr/local
DESTDIR =
# What is installed is built apart: it has Swift's library within it.
INSTALLED_BUILD = .build-static
SAMPLE_HISTORY = .build/report.sqlite

# The manual is of the day of the last commit, so that it is the same wherever it is made.
MANUAL_DATE = $(shell git log -1 --format=%cs 2>/dev/null || date -r CHANGELOG.md +%F)

.PHONY: help report robots robot-figures test test-faults test-install setup man completions install static packages \
    test-packages benchmark instructions format lint

help:
	@echo "make report       set up, then write reports/ from Samples/"
	@echo "make test         set up, then run all tests"
	@echo "make test-faults  the tests of faults, with hundreds of kills and failures each"
	@echo "make test-install install into a folder of its own and count the sample there, in a bare chroot"
	@echo "make setup        install what is missing, then build accessrank and loggen for use"
	@echo "make man          write the manual to .build/share/man"
	@echo "make completions  write the completions of bash, zsh and fish to .build/share"
	@echo "make install      build accessrank with Swift's library in it, and put it into PREFIX (PREFIX=$(PREFIX)),"
	@echo "                  with its manual and its completions"
	@echo "make robots       fetch public lists of robots into robots/, for robots: lists of a profile"
	@echo "make robot-figures  measure the built-in list of robots, as docs/robots.md says"
	@echo "make benchmark    time accessrank beside public tools, and write Benchmarks/RESULTS.md (Benchmarks/README.md)"
	@echo "make instructions  count the instructions of a fixed log, and fail at 5 % more than are written down"
	@echo "make format       format all Swift files"
	@echo "make lint         say where a Swift file is not formatted"

# From an empty history, so that the reports are those of the sample alone, whatever was counted before.
report: setup
	rm -f $(SAMPLE_HISTORY) $(SAMPLE_HISTORY)-journal
	Samples/nights.sh $(SAMPLE_HISTORY) reports $(ACCESSRANK)

# Pinned by version and digest; the folder is not in git. What is not there is said before anything is fetched.
robots:
	@command -v python3 >/dev/null || { echo "make: python3 is missing; apt-get install python3 python3-pip" >&2; exit 1; }
	@python3 -m pip --version >/dev/null 2>&1 || { echo "make: pip is missing; apt-get install python3-pip" >&2; exit 1; }
	@mkdir -p robots/fetched
	python3 -m pip download -q --disable-pip-version-check --no-deps --only-binary :all: --require-hashes \
	    -r Benchmarks/robot-lists.txt -d robots/fetched
	@python3 Benchmarks/robots.py unpack robots/fetched robots

robot-figures: robots
	python3 -m pip download -q --disable-pip-version-check --no-deps --only-binary :all: --require-hashes \
	    -r Benchmarks/robot-agents.txt -d robots/fetched
	swift build -c release --product accessrank
	python3 Benchmarks/robots.py figures $(ACCESSRANK) robots

test: test-packages
	swift test --disable-xctest

test-faults: test-packages
	ACCESSRANK_FAULTS=long swift test --disable-xctest --no-parallel --filter '^FaultTests\.'

test-install:
	Tests/InstallTests/bare-chroot.sh

setup: packages
	swift build -c release --product accessrank
	swift build -c release --product loggen

static: packages
	swift build -c release --product accessrank --static-swift-stdlib -Xlinker -s --scratch-path $(INSTALLED_BUILD)

# What the program says of itself; $(1): the build that it is in.
define write-manual
swift build -c release --product generate-manual --scratch-path $(1)
mkdir -p $(1)/share/man/man1
$(1)/release/generate-manual $(1)/release/accessrank --date $(MANUAL_DATE) --output-directory $(1)/share/man/man1
endef

# Each where its shell looks below a PREFIX/share.
define write-completions
cd $(1) && mkdir -p share/bash-completion/completions share/zsh/site-functions share/fish/vendor_completions.d
cd $(1) && release/accessrank --generate-completion-script bash > share/bash-completion/completions/accessrank
cd $(1) && release/accessrank --generate-completion-script zsh > share/zsh/site-functions/_accessrank
cd $(1) && release/accessrank --generate-completion-script fish > share/fish/vendor_completions.d/accessrank.fish
endef

man: setup
	$(call write-manual,.build)
	@echo "read it with: man -l .build/share/man/man1/accessrank.1"

completions: setup
	$(call write-completions,.build)
	@echo "bash reads it with: source .build/share/bash-completion/completions/accessrank"

# Builds as the user who calls it; only the copying asks for rights.
install: static
	$(call write-manual,$(INSTALLED_BUILD))
	$(call write-completions,$(INSTALLED_BUILD))
	@folder="$(DESTDIR)$(PREFIX)"; root=""; \
	if ! install -d "$$folder/bin" "$$folder/share" 2>/dev/null || ! test -w "$$folder/bin" || ! test -w "$$folder/share"; then \
	    if command -v sudo >/dev/null; then root=sudo; \
	    else echo "make: no right to write to $$folder; name another: make install PREFIX=$$HOME/.local" >&2; exit 1; fi; \
	fi; \
	$$root install -D -m 755 $(INSTALLED_BUILD)/release/accessrank "$$folder/bin/accessrank" && \
	for file in $$(cd $(INSTALLED_BUILD) && find share -type f); do \
	    $$root install -D -m 644 "$(INSTALLED_BUILD)/$$file" "$$folder/$$file" || exit 1; \
	done && \
	echo "installed $$folder/bin/accessrank, its manual and its completions"

benchmark: PACKAGES += $(BENCHMARK_PACKAGES)
benchmark: packages
	Benchmarks/compare.sh $(ROUNDS)

instructions: PACKAGES += $(INSTRUCTION_PACKAGES)
instructions: setup
	Benchmarks/instructions.sh

format:
	swift format --in-place --recursive Sources Tests Package.swift

lint:
	swift format lint --strict --recursive Sources Tests Package.swift

test-packages: PACKAGES += $(TEST_PACKAGES)
test-packages: packages

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
