# make demo   sets everything up and grades a small class of submissions
# make check  lint, types and the fast tests
# make test   sets everything up and runs the tests
# make test-thorough   does so with every case of what make test runs a share of, see tests/thorough.py
# make coverage   says which branches of the code the tests take; PYTEST="tests/test_judge.py" measures less
# make lab    opens JupyterLab on your own copy of the notebooks (work/)
# make wheels builds both packages into build/wheels, the same bytes from the same files
# make licences   lists the licences of what is used, in docs/licences.md
# make pictures   draws the pictures of the documents anew, in docs/images
# make site   makes the reading edition in build/site; SITE="--no-answers --pdf" are its options
# make bench  measures what grading costs, beside others; make bench-full does so up to a thousand submissions
# make bench-figures   measures how fast the figures answer

PYTHON ?= python3
BIN := .venv/bin
READY := .venv/.ready
TEST := python -m pytest --numprocesses auto --dist loadfile --no-loadscope-reorder
export PATH := $(CURDIR)/$(BIN):$(PATH)

.PHONY: demo check coverage test test-thorough lab lint build site bench bench-full bench-figures licences lock pictures setup wheels
demo: setup
	autograder demo

check: lint
	$(TEST) -m "not (sandbox or browser or postgresql or slow)" $(PYTEST)

test: lint
	$(TEST) $(PYTEST)

test-thorough: lint
	THOROUGH=1 $(TEST) $(PYTEST)

# Every process that the tests start writes what it has taken; then all of it is put together.
export COVERAGE_DATA := $(CURDIR)/build/coverage/data
coverage: setup
	rm -rf build/coverage && mkdir -p build/coverage
	coverage run -m pytest --numprocesses auto --dist loadfile --no-loadscope-reorder $(PYTEST)
	coverage combine --quiet
	coverage report --skip-covered --show-missing

lint: setup
	ruff check .
	lint-imports
	mypy

# As root, as one is in a container, JupyterLab starts only when it is told that this is meant.
lab: setup
	course lab $(if $(filter 0,$(shell id -u)),--allow-root)

build: setup
	autograder build

site: setup
	autograder site $(SITE)

# A wheel is a zip, and a zip holds dates and permissions: from the files of the last commit, these are everybody's.
wheels: setup
	rm -rf build/wheels build/committed && mkdir -p build/committed
	git archive HEAD course autograder pyproject.toml README.md LICENSE | tar --extract --no-same-permissions -C build/committed
	cd build/committed && umask 022 && SOURCE_DATE_EPOCH=946684800 python -m pip wheel --no-deps --no-build-isolation \
	    --wheel-dir ../wheels . ./autograder

licences: setup
	python docs/licences.py

pictures: setup
	set -e; for each in docs/images/*.py; do python $$each; done

# About five minutes on a quiet machine, and two hours. BENCH holds more options: BENCH="--against before.json".
bench: setup
	python -m bench --json build/bench/short.json $(BENCH)

bench-full: setup
	python -m bench --sizes 10,100,1000 --others 10,100 --singles 10 --json build/bench/full.json $(BENCH)

# How fast the figures answer in JupyterLab, beside plain interact. Needs Chromium.
bench-figures: setup
	python -m bench.figures

# Compiled once, and not at every start of a sandbox, which can write nothing.
setup: $(READY)
	@python -m compileall -q course autograder
# The lock is complete. Without --no-deps pip would add what it leaves out, see pyproject.toml.
$(READY): requirements.lock pyproject.toml autograder/pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed: make PYTHON=python3.12")'
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --no-deps --requirement requirements.lock
	$(BIN)/python -m pip install --no-deps --no-build-isolation --editable . --editable ./autograder
	touch $@

# A new lock needs uv; everything else works without it.
lock:
	uv pip compile --quiet --universal --python-version 3.11 --no-header --no-annotate --no-emit-index-url \
	    --group pyproject.toml:test --no-emit-package gradient-descent-course --output-file requirements.lock autograder/pyproject.toml requirements.in
