# What a person types. `make help` lists it.

RAW  ?= raw
DATA ?= data
PORT ?= 3000

# The first of these that is a Python which the lock is made for.
PYTHON ?= $(shell for python in python3.11 python3.12 python3.13 python3 python; do \
	$$python -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' 2>/dev/null \
		&& echo $$python && break; done)

VENV := .venv
BIN  := $(VENV)/bin
# Called as a module throughout: the first line of a script cannot name every path.
RUN  := $(BIN)/python -m
# Written when the environment is complete; older than the lock, it is made anew.
READY := $(VENV)/ready

# Folders reach Python as they were typed, through the environment: make would split them at blanks, and the
# shell would take quotes and $ for its own. STRICT, VERBOSE, ALLOW_REMOVAL and RAY go there by themselves, as all
# that is typed behind make does.
export ZHIBIAO_RAW  := $(value RAW)
export ZHIBIAO_DATA := $(value DATA)
export PIP_DISABLE_PIP_VERSION_CHECK := 1
# For whatever tool honours it.
export DO_NOT_TRACK := 1

.DEFAULT_GOAL := help

.PHONY: help
help: ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-10s %s\n", $$1, $$2}' Makefile
	@echo
	@echo "  RAW=<folder>       the reports to read (default raw)"
	@echo "  DATA=<folder>      where everything made goes (default data)"
	@echo "  PORT=<number>      where the browser finds make ui (default 3000)"
	@echo "  VERBOSE=1          every line of every step, dbt's too"
	@echo "  STRICT=1           exit code 1 where a document was set aside: for CI"
	@echo "  ALLOW_REMOVAL=1    many files are gone from RAW, and that is meant"
	@echo "  RAY=<address>      the Ray cluster to read on (after make ray)"
	@echo "  PYTHON=<path>      another Python than the first of 3.11, 3.12, 3.13 that is found"

.PHONY: warehouse
warehouse: $(READY) ## read every report of RAW, check it, publish DATA/zhibiao.duckdb
	@$(RUN) orchestration.runtime.materialize

.PHONY: quality
quality: $(READY) ## the data-quality checks and their reports, on what was read last
	@$(RUN) orchestration.runtime.quality

.PHONY: ui
ui: $(READY) ## Dagster in the browser, schedule and sensor running
	@$(RUN) orchestration.runtime.serve --port "$(PORT)"

.PHONY: site
site: $(READY) ## the reading room anew, of what was published last: DATA/site/index.html
	@$(RUN) orchestration.runtime.site

.PHONY: docs
docs: $(READY) ## dbt's documentation of every model, on what was read last: DATA/docs/index.html
	@$(RUN) orchestration.dbt.documentation

.PHONY: test
test: lint ## everything that is tested: ruff, mypy, sqlfluff, pytest, dbt
	cd dbt_project && ../$(RUN) sqlfluff lint --disable-progress-bar -q .
	$(RUN) pytest -n auto --maxprocesses 4 --dist loadfile --no-loadscope-reorder

.PHONY: torture
torture: $(READY) ## what years do to a warehouse, in hours; QUICK=1 minutes; PART=kill, readers, texts or corruptions
	@$(RUN) torture

.PHONY: scores
scores: $(READY) ## the reader against everything labelled: by set, field, rule, confidence
	@$(RUN) tests.scores

.PHONY: lint
lint: $(READY) ## ruff and mypy alone
	$(RUN) ruff check .
	$(RUN) ruff format --check .
	$(RUN) mypy

.PHONY: setup
setup: $(READY) ## the environment alone

.PHONY: ray
ray: $(READY) ## Ray beside it, for reading on several machines
	@$(RUN) pip install -q --no-deps --require-hashes -r requirements-ray.txt

UV_COMPILE = $(VENV)/lock/bin/python -m uv pip compile -q --python-version 3.11 --universal --generate-hashes \
	--no-header --no-annotate pyproject.toml

.PHONY: lock
lock: ## compile pyproject.toml into requirements.txt and requirements-ray.txt, with hashes
	test -x $(VENV)/lock/bin/uv || { "$(PYTHON)" -m venv $(VENV)/lock && $(VENV)/lock/bin/python -m pip install -q uv; }
	$(UV_COMPILE) --extra dev -o requirements.txt
	$(UV_COMPILE) --extra ray -c requirements.txt -o requirements-ray.txt

.PHONY: compiled
compiled: $(READY) ## the reader compiled to C, twice as quick; needs a C compiler and some minutes
	@$(RUN) scripts.compile_reader

.PHONY: weights
weights: $(READY) ## fit the weights of confidence to the labelled reports
	@$(RUN) scripts.train_confidence

.PHONY: clean
clean: python-found ## remove the environment, and of DATA what runs have made; refuses any other folder
	@"$(PYTHON)" -m orchestration.runtime.clean

.PHONY: python-found
python-found:
	@test -n "$(PYTHON)" || { echo "Python 3.11, 3.12 or 3.13 is needed and none was found;" \
		"name it: make PYTHON=/path/to/python3.11" >&2; exit 2; }

# The lock names every package with its hash, so pip resolves nothing; what comes as source only is built
# with the setuptools of the lock, not with whichever is newest that day. The script that pip writes names the path of
# the environment, and breaks where that holds a double quote.
$(READY): requirements.txt pyproject.toml | python-found
	@case "$$PWD" in *[:$$]*) echo "Python's tools cannot work in a folder with : or \$$ in its path;" \
		"move the project: $$PWD" >&2; exit 2;; esac
	@if test -x $(BIN)/python; then echo "Bringing $(VENV) in line with requirements.txt ..."; \
	else echo "Setting up $(VENV) with $(PYTHON) (once; about 1 GB, a minute or two) ..."; \
		"$(PYTHON)" -m venv $(VENV); fi
	@awk '/^(setuptools|wheel|packaging)==/ {keep = 1} /^[a-z0-9]/ && !/^(setuptools|wheel|packaging)==/ {keep = 0} keep' \
		requirements.txt > $(VENV)/build-requirements.txt
	@$(RUN) pip install -q --no-deps --require-hashes -r $(VENV)/build-requirements.txt
	@$(RUN) pip install -q --no-deps --require-hashes --no-build-isolation -r requirements.txt
	@$(RUN) pip install -q --no-deps --no-build-isolation -e .
	@printf '%s\n' '#!/bin/sh' 'exec "$$(dirname "$$(readlink -f "$$0")")/python" -m zhibiao.commands.main "$$@"' \
		> $(BIN)/zhibiao
	@$(RUN) orchestration.dbt
	@touch $@
