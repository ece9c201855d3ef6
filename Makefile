# The commands of the book. `make help` lists them. Needs Python 3.11+ (with venv), git and make; nothing else.
PYTHON ?= python3
BIN := .venv/bin
PY := $(BIN)/python
INSTALL = $(PY) -m pip install --quiet --disable-pip-version-check --require-hashes -r
# small matrices: more threads would only wait for each other
export OPENBLAS_NUM_THREADS := 1

.DEFAULT_GOAL := book
.PHONY: book pdf test check bench lab serve clean help

book: .venv/book ## build the HTML book: _build/html/index.html
	@$(PY) -P quietpush/press/make.py html

pdf: .venv/pdf ## build the PDF: _build/quiet-push.pdf (needs Chromium or Chrome for the charts)
	@$(PY) -P quietpush/press/make.py pdf

test: .venv/test .venv/pdf book ## unit tests, then every executed notebook again, every output compared
	@$(PY) -m pytest tests
	@$(PY) -m pytest --nbval -p no:cacheprovider _build/notebooks

check: .venv/book ## check the data against every rule, in seconds
	@$(PY) -m quietpush.check

bench: .venv/test ## time the press against the bare notebooks, as ratios
	@PYTHONPATH=tests $(PY) tests/bench.py

lab: .venv/lab ## open the chapters in JupyterLab
	@$(BIN)/jupyter lab book

serve: book ## serve the built book on this machine only
	@$(PY) -m http.server --bind 127.0.0.1 --directory _build/html 8000

clean: ## remove everything that was built (not .venv)
	@rm -rf _build

help: ## list the commands
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 10

.venv/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed: name it with make PYTHON=..."; exit 1; }
	@$(PYTHON) -m venv --upgrade-deps .venv 2>/dev/null || $(PYTHON) -m venv .venv || { echo "venv is missing: on Debian, apt install python3-venv"; exit 1; }
	@touch $@

.venv/book: requirements/book.lock pyproject.toml .venv/python
	@echo "installing what the book needs (once) ..."
	@$(INSTALL) requirements/book.lock
	@$(PY) -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

.venv/test .venv/pdf .venv/lab: .venv/%: requirements/%.lock .venv/book
	@echo "installing what 'make $*' needs (once) ..."
	@$(INSTALL) $<
	@touch $@
