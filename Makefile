# Each line is a command that a person could type. Everything needed is installed into .venv and node_modules.
PYTHON ?= python3
BEHAVE = .venv/bin/behave
JOBS ?= 1

.DEFAULT_GOAL := help
.PHONY: help setup smoke test lint suite-tests accept list broken late fuzz bench sign-off stack clean

help:  ## what can be done
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

setup: .venv/.installed node_modules/.installed  ## install what is pinned

.venv/.installed: requirements.txt pyproject.toml
	$(PYTHON) -m venv .venv
	.venv/bin/pip install --quiet --disable-pip-version-check -r requirements.txt
	.venv/bin/python -m compileall -q reference support steps  # where Python keeps nothing by itself, each start would do it
	touch $@

# The HTML of the Allure report needs Node. Without it everything else works, and the run says how to get it.
node_modules/.installed: package.json package-lock.json $(wildcard support/reporting/allure_page/*.mjs)
	@mkdir -p node_modules
	@npm ci --silent --no-audit --no-fund && touch $@ \
	 || echo "Allure could not be installed: runs will make no Allure page (see README, Troubleshooting)."

smoke: setup  ## is it alive, and does its main job work: a minute at most
	$(BEHAVE) --tags=@smoke

test: setup lint suite-tests accept  ## everything: lint, the suite's own tests, every feature, the reconciliation

lint: setup  ## style and the arrows between the layers
	.venv/bin/ruff check .
	.venv/bin/lint-imports

suite-tests: setup  ## the suite's own tests
	.venv/bin/python -m pytest

accept: setup  ## every feature, and the sign-off (JOBS=2: in two slots)
	$(BEHAVE) --jobs $(JOBS)

list: setup  ## all scenarios, without running any
	$(BEHAVE) --dry-run --format=list

broken: setup  ## does the suite bite: each broken variant of the platform against the scenarios that must notice
	.venv/bin/python -m tests.broken

late: setup  ## does a scenario lean on luck: every feature against a platform that takes its time
	$(BEHAVE) -D pace=late

fuzz: setup  ## thousands of requests that nobody thought of, instead of hundreds
	$(BEHAVE) -D requirement=API-056 -D probes=5000

bench: setup benchmarks/.venv/.installed  ## what it costs, against what else one could use
	.venv/bin/python -m benchmarks

benchmarks/.venv/.installed: benchmarks/requirements.txt
	$(PYTHON) -m venv benchmarks/.venv
	benchmarks/.venv/bin/pip install --quiet --disable-pip-version-check -r benchmarks/requirements.txt
	touch $@

sign-off: setup suite-tests  ## a release: every feature, and refused while a promise is not shown
	$(BEHAVE)
	.venv/bin/python -m support.reporting.promises

stack: setup  ## start the embedded platform and keep it running until Ctrl-C
	.venv/bin/python -m support.stack

clean:  ## remove what was installed and reported
	rm -rf .venv node_modules
	find reports -mindepth 1 ! -name README.md -delete
