# Each target brings along what it needs; what is there already takes no time.

PYTHON ?= python3
export PYTHON
BIN := .venv/bin

.PHONY: help run demo check test bench trust lint assets lock venv

help:
	@echo "make run     start Leerspoor op http://127.0.0.1:8000, met verzonnen gegevens als er nog geen zijn"
	@echo "make demo    begin opnieuw met verse verzonnen gegevens"
	@echo "make check   snelle controle terwijl je werkt: stijl, typen, lagen, tests zonder browser"
	@echo "make test    alles, op SQLite en op PostgreSQL, ook in de browser"
	@echo "make bench   meet snelheid en gewicht, en zeg of ze blijven waar ze moeten"
	@echo "make trust   lange proeven: duizenden verzonnen invoeren, en een server die telkens wordt afgebroken"
	@echo "make assets  bouw wat de browser krijgt"
	@echo "make lock    vernieuw de lockbestanden na een wijziging in pyproject.toml of package.json"

run: venv assets
	@$(BIN)/tracker demo
	@$(BIN)/tracker serve

demo: venv
	@$(BIN)/tracker demo --fresh

check: lint assets
	$(BIN)/pytest -n auto -m "not browser"

# PostgreSQL first, so that the run that holds every test has the last word.
test: lint assets
	$(BIN)/python -m tests.needs
	$(BIN)/pytest -n auto -m "not browser" --postgres
	$(BIN)/pytest -n auto

bench: venv assets
	@$(BIN)/python -m bench

trust: venv assets
	$(BIN)/pytest -n auto -m hypothesis --long
	$(BIN)/python -m trust

lint: venv
	$(BIN)/ruff check --quiet
	$(BIN)/ruff format --quiet --check
	$(BIN)/mypy --no-error-summary
	$(BIN)/lint-imports --no-logo

assets: venv
	@$(BIN)/python assets/build.py

lock: venv
	$(BIN)/python scripts/lock.py

venv:
	@scripts/venv
