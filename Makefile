# What a person types. `make help` lists it.

RAW  ?= raw
DATA ?= data
PORT ?= 3000

# The first of these that is Python 3.11.
PYTHON ?= $(shell for python in python3.11 python3 python; do \
	$$python -c 'import sys; sys.exit(sys.version_info[:2] != (3, 11))' 2>/dev/null && echo $$python && break; done)

VENV := .venv
BIN  := $(VENV)/bin
# Written when the environment is complete; older than the lock, it is made anew.
READY := $(VENV)/ready

export ZHIBIAO_RAW  := $(abspath $(RAW))
export ZHIBIAO_DATA := $(abspath $(DATA))
export DAGSTER_HOME := $(ZHIBIAO_DATA)/state/dagster
export PIP_DISABLE_PIP_VERSION_CHECK := 1
# For whatever tool honours it.
export DO_NOT_TRACK := 1

.DEFAULT_GOAL := help

.PHONY: help
help: ## this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-10s %s\n", $$1, $$2}'
	@echo
	@echo "  RAW=<folder>    the reports to read (default raw)"
	@echo "  DATA=<folder>   where everything made goes (default data)"

.PHONY: warehouse
warehouse: $(READY) ## read every report of RAW, check it, publish DATA/zhibiao.duckdb
	@$(BIN)/python -m orchestration.runtime.materialize

.PHONY: quality
quality: $(READY) ## the data-quality checks and their reports, on what was read last
	@$(BIN)/python -m expectations --data $(ZHIBIAO_DATA)

.PHONY: ui
ui: $(READY) ## Dagster in the browser, schedule and sensor running (PORT=3000)
	@$(BIN)/python -m orchestration.runtime.serve --port $(PORT)

.PHONY: docs
docs: $(READY) ## dbt's documentation of every model, on what was read last: DATA/docs/index.html
	@$(BIN)/python -m orchestration.dbt --quiet docs generate --static --target-path $(ZHIBIAO_DATA)/state/dbt_docs
	@mkdir -p $(ZHIBIAO_DATA)/docs
	@mv $(ZHIBIAO_DATA)/state/dbt_docs/static_index.html $(ZHIBIAO_DATA)/docs/index.html
	@echo "$(ZHIBIAO_DATA)/docs/index.html"

.PHONY: test
test: $(READY) ## everything that is tested: ruff, mypy, sqlfluff, pytest, dbt
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	cd dbt_project && ../$(BIN)/sqlfluff lint --disable-progress-bar -q .
	$(BIN)/python -m pytest

.PHONY: lint
lint: $(READY) ## ruff and mypy alone
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

.PHONY: setup
setup: $(READY) ## the environment alone

.PHONY: lock
lock: ## compile requirements.in into requirements.txt, with hashes
	test -x $(VENV)/lock/bin/uv || { $(PYTHON) -m venv $(VENV)/lock && $(VENV)/lock/bin/pip install -q uv; }
	$(VENV)/lock/bin/uv pip compile -q --python-version 3.11 --universal --generate-hashes --no-header \
		--no-annotate --excludes requirements-excluded.txt requirements.in -o requirements.txt

.PHONY: clean
clean: ## remove the environment and everything under DATA that was made
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis .dbt_cache *.egg-info
	rm -rf $(ZHIBIAO_DATA)/zhibiao.duckdb $(ZHIBIAO_DATA)/exports $(ZHIBIAO_DATA)/docs $(ZHIBIAO_DATA)/quality $(ZHIBIAO_DATA)/state

# The lock names every package with its hash, so pip resolves nothing; what comes as source only is built
# with the setuptools of the lock, not with whichever is newest that day.
$(READY): requirements.txt
	@test -n "$(PYTHON)" || { echo "Python 3.11 is needed and was not found; name it: make PYTHON=/path/to/python3.11" >&2; exit 2; }
	@echo "Setting up $(VENV) (once; some 700 MB, a minute or two) ..."
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@awk '/^(setuptools|wheel|packaging)==/ {keep = 1} /^[a-z0-9]/ && !/^(setuptools|wheel|packaging)==/ {keep = 0} keep' \
		requirements.txt > $(VENV)/build-requirements.txt
	@$(BIN)/pip install -q --no-deps --require-hashes -r $(VENV)/build-requirements.txt
	@$(BIN)/pip install -q --no-deps --require-hashes --no-build-isolation -r requirements.txt
	@$(BIN)/pip install -q --no-deps --no-build-isolation -e .
	@$(BIN)/python -m orchestration.dbt
	@touch $@
