# Two commands: `make run` and `make test`. Everything else is what they are made of.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
ARGS ?=

.PHONY: run test lint docs pictures clean

run: $(VENV)/installed
	$(BIN)/thidua demo $(ARGS)

test: $(VENV)/dev-installed
	@.ci/chromium
	$(BIN)/python -m pytest -n auto $(ARGS)

lint: $(VENV)/dev-installed
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

# Everything that is generated and committed; a test proves it current.
docs: $(VENV)/dev-installed
	$(BIN)/python -m archive.metadata
	$(BIN)/python docs/generate.py

pictures: $(VENV)/dev-installed
	@.ci/chromium
	$(BIN)/python docs/pictures.py

# What can be made again at once; an archive that stands here (archive.db, work/, warc/) is not among it.
clean:
	rm -rf $(VENV) dist build .*_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(VENV)/installed: pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo 'Python 3.11 or newer is needed: make PYTHON=python3.12 ...' >&2; exit 2; }
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade pip
	$(BIN)/python -m pip install --quiet --editable .
	@touch $@

$(VENV)/dev-installed: $(VENV)/installed
	$(BIN)/python -m pip install --quiet --group dev
	@touch $@
