# Soten. `make help` lists the commands; `make demo` and `make test` need Python 3.11+ and make only.
SHELL := /bin/sh
VENV := .venv
BIN := $(VENV)/bin
RUN_READY := $(VENV)/.ready-to-run
TEST_READY := $(VENV)/.ready-to-test
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet --quiet
PACKAGE := pyproject.toml requirements.lock src/soten/__init__.py

.DEFAULT_GOAL := help
.PHONY: help demo test lint format docs pictures accuracy bench bench-joins big-ledger bench-web lock clean

help: ## list the commands
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /  make \1\t/' | expand -t 22

demo: $(RUN_READY) ## read samples/ into a ledger, write out/brief.html, print the brief
	@sh tools/demo.sh $(BIN)/soten

test: lint accuracy ## everything that must pass: lint, types, import contracts, tests, docs, accuracy
	@sh tools/prepare_machine.sh
	$(BIN)/pytest

lint: $(TEST_READY) ## style, format, types, import contracts
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo

format: $(TEST_READY) ## mend style and format where that can be done by itself
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

docs: $(TEST_READY) ## write docs/records.md, docs/cli.md and docs/http.md anew from the code
	$(BIN)/python tools/make_record_reference.py
	$(BIN)/python tools/make_command_reference.py
	$(BIN)/python tools/make_http_reference.py

pictures: $(TEST_READY) ## take the pictures of the READMEs and those the tests compare (needs chromium)
	@sh tools/make_brief_pictures.sh $(BIN)/soten docs
	$(BIN)/python -m tools.make_page_pictures

accuracy: $(TEST_READY) ## score the reading against the gold annotations and their floors
	$(BIN)/python -m bench.accuracy

bench: $(TEST_READY) ## speed and memory beside the bare tokenizer and GiNZA
	$(BIN)/python -m bench.speed

bench-joins: $(TEST_READY) ## score what is joined across 50,000 invented reports, and what it costs
	$(BIN)/python -m bench.joins

big-ledger: $(TEST_READY) ## make out/big-ledger.db: one million statements, 8 GB, in 20 minutes
	$(BIN)/python -m bench.bigledger

bench-web: $(TEST_READY) ## how fast every page of it is for ten readers at once
	$(BIN)/python -m bench.web

lock: $(TEST_READY) ## resolve pyproject.toml into requirements.lock and requirements-dev.lock
	$(BIN)/python tools/lock_requirements.py

clean: ## remove what the other commands made
	rm -rf $(VENV) .venv-ginza out dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

$(BIN)/python:
	@sh tools/make_venv.sh $(VENV)

$(RUN_READY): $(PACKAGE) | $(BIN)/python
	@echo "Installing Soten and what it needs into $(VENV) ..."
	@$(PIP) install -r requirements.lock
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

$(TEST_READY): $(RUN_READY) requirements-dev.lock
	@echo "Installing what the tests need into $(VENV) ..."
	@$(PIP) install -r requirements-dev.lock
	@touch $@
