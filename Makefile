# The two commands of a newcomer are `make demo` and `make test`; `make` alone lists the rest.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check -q
INSTALL := $(PIP) install --constraint constraints.txt
INPUTS := pyproject.toml constraints.txt
CASE := STK-2016-796
GRAPH := graf-out

.DEFAULT_GOAL := help
.PHONY: help demo test check lint types floors pytest fix golden score rescore ontology sample wheel build lock venv dev browser clean

help: ## this list
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "make %-8s %s\n", $$1, $$2}'

demo: venv ## set up, build the sample's graph, show one thread and write its page
	$(BIN)/graf build data/sample -o $(GRAPH)
	$(BIN)/graf thread $(CASE) -g $(GRAPH)
	$(BIN)/graf view $(CASE) -g $(GRAPH) -o $(GRAPH)/$(CASE).html
	@echo
	@echo "Open $(CURDIR)/$(GRAPH)/$(CASE).html in a browser to follow the thread."

test: dev browser check ## set up everything and run all checks

check: lint types floors pytest ## all checks, without looking for new packages or a browser

lint: dev ## style and likely mistakes (ruff)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: dev ## mypy --strict
	$(BIN)/mypy

floors: dev ## who may import whom (import-linter)
	@$(BIN)/lint-imports --no-logo

# Last in `check`, so that the number of tests passed is the last line of a run.
pytest: dev ## the tests alone
	@$(BIN)/python -m pytest -rs

fix: dev ## mend what ruff can mend
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

golden: dev ## write the expected outputs anew; read the difference before you commit it
	$(BIN)/python -m pytest --update-golden

GOLD ?= data/gold
TEXTS ?= data/sample
SCORE := data/score.json
score: venv ## precision and recall on data/gold, what was gained and lost since the kept score (GOLD= TEXTS= for others)
	$(BIN)/graf score "$(GOLD)" "$(TEXTS)" $(if $(filter data/gold,$(GOLD)),--against $(SCORE),--misses 40)

rescore: venv ## the same, and keep the score; read the difference before you commit it
	$(BIN)/graf score data/gold data/sample --against $(SCORE) --keep $(SCORE)

ontology: venv ## write the files of ontology/ that follow from the code's tables
	$(BIN)/python -m graf.publish

sample: venv ## make the sample's HTML, PDF and Word files from data/sources
	$(BIN)/python -m data.make

build: wheel
wheel: dev ## the wheel, in dist/
	$(BIN)/python -m build --wheel --no-isolation --outdir dist .

# The pins are what a clean environment of the oldest Python that graf runs on resolves to.
lock: ## write constraints.txt anew from a clean environment
	rm -rf $(VENV)-lock
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info[:2] != (3, 11) and "make lock needs Python 3.11: PYTHON=python3.11 make lock")'
	$(PYTHON) -m venv $(VENV)-lock
	$(VENV)-lock/bin/python -m pip --disable-pip-version-check -q install "pip>=25.1"
	$(VENV)-lock/bin/python -m pip --disable-pip-version-check -q install . --group dev
	{ sed -n '/^#/p' constraints.txt; $(VENV)-lock/bin/python -m pip list --format=freeze --exclude graf-lineage --exclude pip --exclude setuptools; } > constraints.new
	mv constraints.new constraints.txt
	rm -rf $(VENV)-lock

venv: $(VENV)/.runs ## the virtual environment with graf in it
dev: $(VENV)/.checks ## the same with the tools that check it

$(VENV)/.runs: $(INPUTS)
	@.ci/venv "$(PYTHON)" $(VENV)
	@echo "Installing graf and what it needs into $(VENV) (the first time takes a minute or two) ..."
	@$(INSTALL) --editable .
	@touch $@

$(VENV)/.checks: $(VENV)/.runs
	@echo "Installing the tools that check graf into $(VENV) ..."
	@$(INSTALL) --group dev
	@touch $@

browser: dev
	@.ci/chromium $(BIN)/python

clean: ## remove what the other targets made, the virtual environment too
	rm -rf $(VENV) $(VENV)-lock $(GRAPH) dist build .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
