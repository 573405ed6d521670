# The two commands are `make demo` and `make test`; `make` alone lists the rest.
# Everything is installed into .venv from hashed locks; nothing else on the machine is touched.

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
PIP    := $(BIN)/python -m pip --disable-pip-version-check --quiet
APP    := $(VENV)/.app-ready
DEV    := $(VENV)/.dev-ready
BENCH  := $(VENV)/.bench-ready
UV     := uv pip compile --universal --generate-hashes --no-emit-index-url --no-emit-find-links \
          --no-header --no-strip-extras --python-version 3.11 --quiet
export PYTHONUTF8 := 1
export PIP_NO_INPUT := 1
unexport PYTHONDONTWRITEBYTECODE  # where a machine sets it, every process would compile everything anew

.DEFAULT_GOAL := help

help: ## list the targets
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-9s %s\n", $$1, $$2}'

demo: $(APP) ## build the example award, rank it, export it, offer the screens
	@$(BIN)/pingxuan demo

test: $(DEV) ## run the tests
	@$(BIN)/python -m pytest

slowest: $(DEV) ## run the tests and list which took longest
	@$(BIN)/python -m pytest --durations=40

check: $(DEV) ## style, types, import contract
	@$(BIN)/ruff check . && $(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports

judge: $(APP) ## score the example award as its first judge
	@test -d demo || $(BIN)/pingxuan demo --no-screens >/dev/null
	@$(BIN)/pingxuan score --judge J01 -C demo/practice

bench: $(BENCH) ## measure: commands, engine, database, screens
	@$(BIN)/python -m bench

soak: $(DEV) ## the long tests: hundreds of kills, a hundred thousand random awards
	@$(BIN)/python -m pytest -m "soak or hypothesis"

format: $(DEV) ## put the code in shape
	@$(BIN)/ruff check --fix . && $(BIN)/ruff format .

wheel: $(DEV) ## build the wheel into dist/
	@$(PIP) wheel --no-deps --no-build-isolation --wheel-dir dist .

lock: ## renew the hashed locks (needs uv)
	$(UV) --extra secretary pyproject.toml requirements/build.in -o requirements/run.txt
	$(UV) --extra secretary --extra pdf --extra serve pyproject.toml requirements/build.in requirements/dev.in -c requirements/run.txt -o requirements/dev.txt
	$(UV) --extra secretary --extra pdf --extra serve pyproject.toml requirements/build.in requirements/dev.in requirements/bench.in -c requirements/dev.txt -o requirements/bench.txt

clean: ## remove the environment and what was built
	rm -rf $(VENV) build dist demo

$(VENV)/.made:
	@$(PYTHON) -c 'import sys; sys.exit("Pingxuan needs Python 3.11 or newer; this is " + sys.version.split()[0] + ". Try: make PYTHON=python3.12" if sys.version_info < (3, 11) else 0)'
	@$(PYTHON) -m venv $(VENV) && touch $@

define INSTALL
	@echo "Setting up ($(1)) ..." >&2
	@$(PIP) install --require-hashes -r $(1)
	@$(PIP) install --no-deps --no-build-isolation -e .
	@touch $@
endef

$(APP): $(VENV)/.made requirements/run.txt pyproject.toml
	$(call INSTALL,requirements/run.txt)

$(DEV): $(VENV)/.made requirements/dev.txt pyproject.toml
	$(call INSTALL,requirements/dev.txt)
	@touch $(APP)

$(BENCH): $(VENV)/.made requirements/bench.txt pyproject.toml
	$(call INSTALL,requirements/bench.txt)
	@touch $(APP) $(DEV)

.PHONY: help demo test slowest check judge bench soak format wheel lock clean
