# Everything happens in .venv, with the versions of constraints.txt. A stamp in .venv says what is installed already.
.DEFAULT_GOAL := help
SHELL := /bin/sh

NEW_ENOUGH := import sys; sys.exit(sys.version_info < (3, 11))
PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$p -c '$(NEW_ENOUGH)' 2>/dev/null && { echo $$p; break; }; done)

# the second variable holds for the build backend, where pip (from 25.3) no longer applies the first
PINNED := PIP_CONSTRAINT=constraints.txt PIP_BUILD_CONSTRAINT=constraints.txt
PIP := .venv/bin/python -m pip -qq --disable-pip-version-check
PYTEST := .venv/bin/python -m pytest
# processes of pytest-xdist, one more than most machines have cores: tests also wait for servers and terminals; 0 = none
WORKERS ?= 3

.PHONY: help demo test slow check format docs bench constraints clean

help:  ## list the targets
	@sed -n 's/^\([a-z]*\):.*## /\1\t/p' Makefile | expand -t 14

demo: .venv/.runtime  ## install secdb into .venv and show what it does
	@.venv/bin/secdb demo

test: .venv/.test  ## run the whole test suite, on SQLite and on PostgreSQL
	@$(PYTEST) -n $(WORKERS) --dist loadfile

slow: .venv/.test  ## run the tests that `make test` leaves out
	@$(PYTEST) -m slow -n $(WORKERS) --dist loadfile

check: .venv/.dev  ## check style, types, the direction of imports, the generated docs
	@.venv/bin/ruff check .
	@.venv/bin/ruff format --check .
	@.venv/bin/mypy
	@$(PYTEST) --quiet tests/test_architecture.py
	@.venv/bin/python -m docs.generate --check

format: .venv/.dev  ## put the code into the house's form
	@.venv/bin/ruff check --fix .
	@.venv/bin/ruff format .

docs: .venv/.test  ## write the generated references under docs/
	@.venv/bin/python -m docs.generate

bench: .venv/.test  ## run the scripts under benchmarks/
	@for script in benchmarks/*.py; do echo "== $$script"; .venv/bin/python "$$script" || exit 1; done

constraints:  ## renew constraints.txt: the newest releases that pyproject.toml admits
	@rm -rf build && $(PYTHON) -m venv build/pins
	@build/pins/bin/python -m pip -qq install --editable '.[postgres,test,dev]' 'hatchling<2'
	@{ sed '/^[^#]/,$$d' constraints.txt; build/pins/bin/python -m pip freeze --exclude-editable; } > build/pins.txt
	@mv build/pins.txt constraints.txt && rm -rf build

clean:  ## remove .venv, builds and caches
	@rm -rf .venv build dist .hypothesis .mypy_cache .pytest_cache .ruff_cache
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +

.venv/bin/python:
	@test -n "$(PYTHON)" && $(PYTHON) -c '$(NEW_ENOUGH)' || { \
		echo "secdb needs Python 3.11 or newer; name one: make $(MAKECMDGOALS) PYTHON=/path/to/python3" >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
		echo "$(PYTHON) cannot make virtual environments; install its venv package (Debian, Ubuntu: python3-venv)" >&2; \
		exit 1; }
	@$(PYTHON) -m venv --clear .venv || { rm -rf .venv; exit 1; }

.venv/.runtime: pyproject.toml constraints.txt | .venv/bin/python
	@echo "Installing secdb into .venv ..." >&2
	@$(PINNED) $(PIP) install --editable .
	@touch $@

.venv/.test: pyproject.toml constraints.txt | .venv/bin/python
	@echo "Installing secdb and what its tests need into .venv ..." >&2
	@$(PINNED) $(PIP) install --editable '.[postgres,test]'
	@touch .venv/.runtime $@

.venv/.dev: .venv/.test
	@echo "Installing the static checkers into .venv ..." >&2
	@$(PINNED) $(PIP) install --editable '.[postgres,test,dev]'
	@touch .venv/.runtime .venv/.test $@
