# Signpost. `make` alone lists the targets.
# Every target sets up what it needs in .venv, from the locked versions in requirements/.

.DEFAULT_GOAL := help
.NOTPARALLEL:
.DELETE_ON_ERROR:

VENV := .venv
BIN := $(VENV)/bin
STAMPS := $(VENV)/stamps

# Tried in this order; `make PYTHON=/path/to/python3 …` names one instead.
PYTHONS := $(or $(PYTHON),python3.11 python3.12 python3.13 python3)

# The tests wait half of their time, for disk and for processes of their own: two for each processor.
PROCESSES = $(shell $(BIN)/python -c 'import os; print(2 * (os.cpu_count() or 1))')

# Only `make lock` uses it. Its version is fixed so that the lock files do not change form by chance.
UV := uv==0.13.9

# A machine's own pip settings stay in force (mirror, proxy, certificates), but for those that would bend
# the locked versions or put packages outside of .venv.
PIP := PIP_CONSTRAINT=/dev/null PIP_USER=0 PIP_REQUIRE_HASHES=0 PIP_REQUIRE_VIRTUALENV=0 \
	$(BIN)/python -m pip --disable-pip-version-check
PIP_INSTALL := $(PIP) install --quiet --quiet --progress-bar off

# Scripts in .venv name its folder and its Python: a .venv that was moved, half made, or whose Python has
# gone is made anew.
ifeq ($(shell test -x $(BIN)/python && cat $(VENV)/place 2>/dev/null),$(CURDIR))
installed := $(notdir $(wildcard $(STAMPS)/*))
else
.PHONY: $(VENV)/place
endif

# run.txt is part of demo.txt, which is part of dev.txt: what a larger one installed is not installed again.
dev_lock := $(STAMPS)/dev
demo_lock := $(STAMPS)/$(or $(filter dev,$(installed)),demo)
run_lock := $(STAMPS)/$(or $(filter dev,$(installed)),$(filter demo,$(installed)),run)

# What runs, and how much there is to wait for, in words for the person who waits.
purpose_run := running the bot (about 75 MB to fetch)
purpose_demo := the demo (about 140 MB to fetch)
purpose_dev := tests and lint (about 380 MB to fetch)
purpose_train := training the models (about 3 GB to fetch)

.PHONY: help demo test test-browser setup lint release-check run corpus train evaluate bench fuzz lock clean

help: ## list these targets
	@echo "make TARGET, where TARGET is one of:"
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  %-13s %s\n", $$1, $$2 }' $(firstword $(MAKEFILE_LIST))

demo: $(demo_lock) $(STAMPS)/project ## watch the bot in a browser page, without Discord [ARGS=--once: text]
	@$(BIN)/signpost demo $(ARGS)

test: $(dev_lock) $(STAMPS)/project ## run the tests [ARGS=…: for pytest]
	@$(BIN)/python -m pytest --numprocesses $(PROCESSES) --dist worksteal $(ARGS)

test-browser: $(dev_lock) $(STAMPS)/project ## drive the demo page in chromium [CHROMIUM=/path/to/chromium]
	@chromium="$(CHROMIUM)"; \
	for name in chromium chromium-browser google-chrome google-chrome-stable; do \
		chromium="$${chromium:-$$(command -v $$name || true)}"; \
	done; \
	if [ -z "$$chromium" ]; then \
		echo "No chromium on this machine, so the demo page was not tested." >&2; \
		echo "Install one (Debian: apt-get install chromium), or name it: CHROMIUM=/path" >&2; \
		exit 1; \
	fi; \
	echo "Driving the demo page in $$chromium."; \
	CHROMIUM="$$chromium" $(BIN)/python -m pytest -m browser tests/browser $(ARGS)

setup: $(dev_lock) $(STAMPS)/project ## install everything for working on Signpost into .venv
	@echo "Ready: .venv holds Signpost, its tests and its linters."

lint: $(dev_lock) $(STAMPS)/project ## check style, types and the Dockerfile
	@echo "ruff check";    $(BIN)/ruff check .
	@echo "ruff format";   $(BIN)/ruff format --check .
	@echo "basedpyright";  $(BIN)/basedpyright
	@echo "hadolint";      $(BIN)/hadolint Dockerfile

release-check: $(run_lock) $(STAMPS)/project ## check what the bot says and points to [ARGS="--on 2027-03-01"]
	@$(BIN)/signpost knowledge lint --release $(ARGS)

run: $(run_lock) $(STAMPS)/project ## run the bot on Discord, with the token from .env or SIGNPOST_TOKEN
	@$(BIN)/signpost run

corpus: $(run_lock) $(STAMPS)/project ## check that the corpus is what it says [ARGS="--draw 50": print some]
	@$(BIN)/python -m bot.recognition.training.check $(ARGS)

train: $(STAMPS)/train $(STAMPS)/project ## rebuild the shipped models from the corpus: hours [ARGS="--folds 0": one]
	@$(BIN)/python -m bot.recognition.training $(ARGS)

evaluate: $(dev_lock) $(STAMPS)/project ## measure what is recognised [DATA="FILE.jsonl …"] [ARGS=…]
	@$(BIN)/python -m tests.bench.evaluate $(DATA) $(ARGS)

bench: $(dev_lock) $(STAMPS)/project ## measure what recognition costs
	@$(BIN)/python -m tests.bench.bench $(ARGS)

# The build backend is locked too, so that installing the project fetches nothing that is not.
BUILD_REQUIRES = $(BIN)/python -c 'import tomllib; \
	print(*tomllib.load(open("pyproject.toml", "rb"))["build-system"]["requires"], sep="\n")'
COMPILE = $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--annotation-style line --custom-compile-command "make lock" $(ARGS)

fuzz: $(dev_lock) $(STAMPS)/project ## feed recognition odd texts for ten minutes [ARGS="--minutes 60"]
	@$(BIN)/python -m tests.bench.fuzz $(ARGS)

lock: $(VENV)/place ## write requirements/ anew from pyproject.toml [ARGS=--upgrade: to the newest versions]
	@echo "Locking versions from pyproject.toml…"
	@$(PIP_INSTALL) '$(UV)'
	@$(BUILD_REQUIRES) | $(COMPILE) pyproject.toml - --extra test --extra lint \
		--output-file requirements/dev.txt
	@$(BUILD_REQUIRES) | $(COMPILE) pyproject.toml - --extra demo --constraint requirements/dev.txt \
		--output-file requirements/demo.txt
	@$(BUILD_REQUIRES) | $(COMPILE) pyproject.toml - --extra slow --constraint requirements/dev.txt \
		--output-file requirements/run.txt
	@$(BUILD_REQUIRES) | $(COMPILE) pyproject.toml - --extra train --constraint requirements/dev.txt \
		--output-file requirements/train.txt
	@grep -c '^[a-z].*==' requirements/run.txt requirements/demo.txt requirements/dev.txt

clean: ## remove .venv and what builds and tools left behind
	@rm -rf $(VENV) build dist *.egg-info .pytest_cache .ruff_cache .hypothesis
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +

# ---- the virtual environment -------------------------------------------------------------------------

$(VENV)/place:
	@python=; problem="is not on this machine"; \
	for name in $(PYTHONS); do \
		"$$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 || continue; \
		if "$$name" -c 'import ensurepip, venv' >/dev/null 2>&1; then python="$$name"; break; fi; \
		problem="is here as $$name, but without its venv module (Debian: apt-get install python3-venv)"; \
	done; \
	if [ -z "$$python" ]; then \
		echo "Signpost needs Python 3.11 or newer, which $$problem. Looked for: $(PYTHONS)." >&2; \
		exit 1; \
	fi; \
	echo "Making a virtual environment in $(VENV) with $$("$$python" --version)…"; \
	rm -rf $(VENV) && "$$python" -m venv $(VENV) && mkdir $(STAMPS) && printf '%s\n' '$(CURDIR)' > $@

$(STAMPS)/run $(STAMPS)/demo $(STAMPS)/dev $(STAMPS)/train: $(STAMPS)/%: requirements/%.txt $(VENV)/place
	@echo "Installing $$(grep -c '^[a-z].*==' $<) packages for $(purpose_$*). A minute or two, this once…"
	@$(PIP_INSTALL) --require-hashes --requirement $< || { \
		echo "Not installed: the reason stands above. The same command tries again." >&2; exit 1; }
	@touch $@

$(STAMPS)/project: pyproject.toml $(VENV)/place
	@echo "Installing Signpost itself…"
	@$(PIP_INSTALL) --no-deps --no-build-isolation --editable .
	@misfits=$$($(PIP) check) || { \
		echo "$$misfits" >&2; echo "The locked versions do not fit pyproject.toml: run make lock." >&2; exit 1; }
	@touch $@
