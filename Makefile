# Thin names over real commands; `make` or `make help` lists them.
# PYTHON=python3.12 chooses the Python of .venv; ARGS="…" is handed to the command.
ifeq ($(OS),Windows_NT)
  BIN := .venv/Scripts
else
  BIN := .venv/bin
endif
export NO_MKDOCS_2_WARNING := 1
export PYTHON

.PHONY: help setup serve build check test bench offline pdf screenshots lock clean
.DEFAULT_GOAL := help

help:  ## list the commands
	@sed -n 's/^\([a-z]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | awk -F '\t' '{ printf "make %-11s %s\n", $$1, $$2 }'

setup:  ## install everything into .venv and node_modules (the other commands do it, too)
	@sh scripts/setup.sh

serve: setup  ## read the book at http://127.0.0.1:8000/, reloaded at every change
	@$(BIN)/python -m mkdocs serve --livereload --dirty $(ARGS)

build: setup  ## print the book into site/; any mistake in it is an error
	@$(BIN)/python -m mkdocs build --strict $(ARGS)

check: setup  ## look at formatting, style and types, in seconds
	@$(BIN)/python scripts/check.py

test: setup  ## prove what the book says: listings, press, site in a browser, formatting, types
	@$(BIN)/python -m compileall -q --invalidation-mode checked-hash src
	@$(BIN)/python -m bookkit.browser --install
	@$(BIN)/python -m pytest -n auto --dist loadgroup --no-loadscope-reorder -m "not nightly" $(ARGS)

bench: build  ## measure speeds, as ratios in one run, and what pages cost, into bench/results/
	@$(BIN)/python -m bookkit.browser --install
	@$(BIN)/python -m bench $(ARGS)

offline: setup  ## make a folder and a zip of the book that open from a disk, without a server, in editions/
	@BOOK_DIRECTORY_URLS=false $(BIN)/python -m mkdocs build --strict -d .cache/offline $(ARGS)
	@$(BIN)/python -m bookkit.editions.offline .cache/offline

pdf: build  ## print the whole book as one PDF, with bookmarks and page numbers, into editions/ (minutes)
	@$(BIN)/python -m bookkit.browser --install
	@$(BIN)/python -m bookkit.editions.pdf

screenshots: build  ## photograph all pages, for a phone and a desk, light and dark, into screenshots/
	@$(BIN)/python -m bookkit.browser --install
	@$(BIN)/python -m bookkit.screenshots

lock: setup  ## choose the newest Python packages that pyproject.toml allows
	@$(BIN)/python -m pip install --quiet uv
	@$(BIN)/python -m uv pip compile --quiet --universal --python-version 3.11 --upgrade --generate-hashes \
	    --no-emit-index-url --no-header --group book --group test pyproject.toml -o requirements.lock
	@$(BIN)/python -m uv pip compile --quiet --python-platform macos --python-version 3.13 --upgrade --generate-hashes \
	    --no-emit-index-url --no-header --group listings -c requirements.lock pyproject.toml -o requirements-listings.lock

clean:  ## remove what was built and cached; .venv and node_modules stay
	@rm -rf site .site.* editions .cache .pytest_cache .mypy_cache .ruff_cache .hypothesis
