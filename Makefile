# make serve   install what is needed, build the store, serve the site
# make test    run the tests
# make check   everything that must hold: format, lint, types, import contracts, tests
# make bench   pages and queries beside a peer
# make help    this list

# the first that runs and is new enough: a launcher on the PATH may stand for a version that is not there
PYTHON ?= $(shell for p in python3 python3.13 python3.12 python3.11 python3.14; do \
  $$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 && command -v $$p && break; done)
VENV := .venv
BIN := $(VENV)/bin
# processes that run tests, a file of tests at a time in each; 0 runs them in one, for a debugger
JOBS ?= 2
PIP := $(BIN)/python -m pip --disable-pip-version-check -q

.PHONY: serve build test check format lint types imports bench clean help
.DEFAULT_GOAL := help

help:
	@sed -n '/^$$/q; s/^# //p' $(firstword $(MAKEFILE_LIST))

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || \
	  { echo "aikg needs Python 3.11 or newer; name one: make PYTHON=/path/to/python3.11 ..." >&2; exit 2; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/.serve: $(BIN)/python pyproject.toml constraints.txt
	$(PIP) install -c constraints.txt -e .
	@touch $@

$(VENV)/.dev: $(BIN)/python pyproject.toml constraints.txt
	$(PIP) install -c constraints.txt -e '.[dev]'
	@touch $@ $(VENV)/.serve

serve: $(VENV)/.serve
	$(BIN)/aikg serve $(ARGS)

build: $(VENV)/.serve
	$(BIN)/aikg build

test: $(VENV)/.dev
	$(BIN)/python -m pytest -n $(JOBS) --dist loadfile $(ARGS)

check: format lint types imports test

format: $(VENV)/.dev
	$(BIN)/ruff format --check

lint: $(VENV)/.dev
	$(BIN)/ruff check

types: $(VENV)/.dev
	$(BIN)/mypy src tests

imports: $(VENV)/.dev
	$(BIN)/lint-imports --no-cache

bench: $(VENV)/.dev
	$(BIN)/python bench/site.py $(ARGS)

clean:
	rm -rf $(VENV) store dist .mypy_cache .ruff_cache .pytest_cache .hypothesis
