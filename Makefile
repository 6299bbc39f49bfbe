# `make` sets everything up and builds the real roadmaps; `make help` lists what else there is.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

.PHONY: build help check quick test coverage lint fix messages docs bench clean

build: $(READY) ## set everything up and build the real roadmaps
	$(BIN)/roadmapc build roadmaps

help: ## list these targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-9s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

check: $(READY) ## check the real roadmaps
	$(BIN)/roadmapc check roadmaps

# Compiled tests are kept even where the environment forbids it: compiling them anew costs a third of the time.
quick: export PYTHONDONTWRITEBYTECODE :=
quick: $(READY) lint ## lint and run the fast tests: half a minute; for every save
	$(BIN)/python -m pytest -n auto -m "not slow"

test: $(READY) lint ## lint and run all tests: some minutes; before every commit
	$(BIN)/python -m pytest -n auto

coverage: $(READY) ## run all tests and print which lines and branches none of them reaches
	$(BIN)/coverage erase
	$(BIN)/coverage run -m pytest -n auto
	$(BIN)/coverage combine --quiet
	$(BIN)/coverage report

lint: $(READY) ## look for faults of style, types and layers
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache

fix: $(READY) ## mend what of style can be mended, and lay the code out
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

messages: $(READY) ## gather new sentences; once they are translated, compile them
	$(BIN)/python -m docs.generate.messages update
	$(BIN)/python -m docs.generate.messages compile

docs: $(READY) ## write anew the pages and schemas that are made from the code
	$(BIN)/python -m docs.generate

bench: $(READY) ## measure speed against named peers
	$(BIN)/python -m benchmarks

clean: ## remove what was built, and the environment
	rm -rf build dist .coverage .coverage.* $(VENV)

# The versions are pinned with their hashes; the package itself is installed in place.
$(READY): .ci/requirements.txt pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r .ci/requirements.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	touch $(READY)
