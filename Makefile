# Two commands are enough: `make demo` ends in a running portal, `make test` in a green suite.
# Each one installs what it needs first; PORT, DATABASE_URL and REDIS_URL may be set from outside.
PYTHON ?= python3
PY := .venv/bin/python

.PHONY: demo test lint bench shell lock clean venv venv-dev

# Many processes load the same modules: they are compiled once, even where Python is told to keep
# nothing.
demo test: export PYTHONDONTWRITEBYTECODE =
demo: venv
	@$(PY) manage.py demo

test: venv-dev
	@$(PY) -m pytest --numprocesses=logical --maxprocesses=8 --dist=loadscope $(ARGS)

lint: venv-dev
	@$(PY) -m ruff check .
	@$(PY) -m ruff format --check .
	@$(PY) -c "from importlinter.cli import lint_imports_command as run; run()"
	@$(PY) manage.py makemigrations --check --dry-run

bench: venv-dev
	@$(PY) -m bench $(ARGS)

shell: venv
	@$(PY) manage.py shell

venv:
	@$(PYTHON) deploy/bootstrap.py

venv-dev:
	@$(PYTHON) deploy/bootstrap.py --dev

# Compile the pinned files anew from pyproject.toml; UPGRADE=1 takes the newest versions.
lock: venv-dev
	@$(PY) deploy/lock.py $(if $(UPGRADE),--upgrade)

clean: venv
	@$(PY) -m cityweb.engines.clean
