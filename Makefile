# Everything is set up inside the checkout, in .venv (the peer of the bench in .venv-bench); nothing outside it is touched, but for Debian's chromium and postgresql (see `bring`).

PYTHON ?= $(firstword $(foreach name,python3 python3.14 python3.13 python3.12 python3.11,\
	$(shell $(name) -c 'import sys; print(sys.executable if sys.version_info >= (3, 11) else "")' 2>/dev/null)))
BIN := .venv/bin
PIP := $(BIN)/python -m pip --quiet --disable-pip-version-check
PURE := records words reading intake joining
FLOOR := 90

.DEFAULT_GOAL := help
.PHONY: help demo test lint browser postgresql bench bench-peers compiled measure docs picture gallery clean

help:  ## Say what there is to make.
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 13

demo: .venv/desk.stamp  ## Read the demonstration articles and open the desk on http://localhost:8787.
	$(BIN)/saksi demo

test: lint browser postgresql  ## Check style, types and layers, then run every test.
	$(BIN)/python -m pytest -n auto --dist loadfile $(addprefix --cov=saksi.,$(PURE)) --cov-fail-under=$(FLOOR) $(PYTEST)

lint: .venv/test.stamp  ## Check style, types and the direction of imports.
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: .venv/test.stamp  ## Measure start-up and reading, as ratios against a baseline of the same run, the finding of families, and searches.
	$(BIN)/python bench/startup.py
	$(BIN)/python bench/reading.py
	$(BIN)/python bench/families.py 2000
	$(BIN)/python bench/search.py 20000

bench-peers: .venv/test.stamp .venv-bench/peers.stamp  ## Set Saksi beside textacy over spaCy on the same English articles, in .venv-bench.
	$(BIN)/python bench/peers/compare.py || [ $$? = 3 ]

# Built from a copy, so that nothing compiled stays in the checkout. It needs a C compiler and Python's headers (Debian: gcc, python3-dev).
compiled: .venv/test.stamp  ## Build the wheel whose reading is compiled into dist/, run the tests of reading on it and measure its speed.
	rm -rf build/compiled && mkdir -p build/compiled/from && cp -r pyproject.toml README.md LICENSE src build/compiled/from
	cd build/compiled/from && MYPYPATH=src HATCH_BUILD_HOOK_ENABLE_MYPYC=true ../../../$(PIP) wheel --no-cache-dir --no-deps -w ../../../dist .
	$(PIP) install --no-deps --target build/compiled/site dist/saksi-*-cp3*.whl
	PYTHONPATH=build/compiled/site:. $(BIN)/python -m pytest tests/reading tests/words $(PYTEST)
	PYTHONPATH=build/compiled/site $(BIN)/python bench/reading.py

measure: .venv/test.stamp  ## Score the readings against the gold and compare with the floors.
	$(BIN)/python quality/measure.py

docs: .venv/desk.stamp  ## Write the generated pages of the documentation anew.
	$(BIN)/python docs/generate.py

picture: .venv/test.stamp browser  ## Take the picture of the article page for the README.
	$(BIN)/python docs/take_picture.py

gallery: .venv/test.stamp browser  ## Take the pictures of the gallery.
	$(BIN)/python docs/gallery.py

# Brings a package of Debian where that needs no password: $(call bring,PACKAGE,TESTS). Without it those tests are skipped and say so.
define bring
	if [ "$$(id -u)" = 0 ]; then as_root=""; elif sudo -n true 2>/dev/null; then as_root="sudo -n"; else as_root=no; fi; \
	if [ "$$as_root" = no ] || ! command -v apt-get >/dev/null; then \
		echo "No $(1) here: $(2) will be skipped. On Debian: sudo apt-get install $(1)" >&2; exit 0; \
	fi; \
	echo "Bringing Debian's $(1) for $(2)"; \
	{ $$as_root apt-get update -q </dev/null && \
	  $$as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends $(1) </dev/null; } >/dev/null || \
	echo "Debian's $(1) could not be installed: $(2) will be skipped" >&2
endef

browser:
	@for name in "$$SAKSI_CHROMIUM" chromium chromium-browser google-chrome; do \
		if [ -n "$$name" ] && command -v "$$name" >/dev/null; then exit 0; fi; \
	done; \
	$(call bring,chromium,the browser tests)

postgresql:
	@if command -v postgres >/dev/null || ls /usr/lib/postgresql/*/bin/postgres >/dev/null 2>&1; then exit 0; fi; \
	$(call bring,postgresql,the tests of PostgreSQL)

.venv/desk.stamp: pyproject.toml constraints.txt | $(BIN)/pip
	$(PIP) install -c constraints.txt -e '.[desk]'
	@touch $@

.venv/test.stamp: pyproject.toml constraints.txt | $(BIN)/pip
	$(PIP) install -c constraints.txt -e '.[test]'
	@touch $@ .venv/desk.stamp

.venv-bench/peers.stamp: bench/peers/requirements.txt bench/peers/constraints.txt | $(BIN)/pip
	$(PYTHON) -m venv --without-pip .venv-bench
	$(PIP) --python .venv-bench/bin/python install -c bench/peers/constraints.txt -r bench/peers/requirements.txt
	@touch $@

# Debian parts ensurepip from Python (package python3-venv). Where it is missing, the environment is made without pip and the
# machine's own pip puts one in.
$(BIN)/pip:
	@if [ -z "$(PYTHON)" ]; then echo "Saksi needs Python 3.11 or later; on Debian 12 or later: sudo apt-get install python3" >&2; exit 1; fi
	@$(PYTHON) -m venv .venv >/dev/null 2>&1 || { \
		rm -rf .venv && $(PYTHON) -m venv --without-pip .venv && \
		$(PYTHON) -m pip --quiet --disable-pip-version-check --python $(BIN)/python install pip; \
	} || { rm -rf .venv; echo "No virtual environment could be made; on Debian: sudo apt-get install python3-venv" >&2; exit 1; }

clean:  ## Remove the environment and everything that was generated beside it.
	rm -rf .venv .venv-bench .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis .coverage build dist
