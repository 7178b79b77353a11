"""What a command imports: help is instant, and no command waits for what only another one needs."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from autograder.authoring.try_answer import try_source
from autograder.exercises import _exercise, exercises, units
from autograder.judging.needs import MODELS, needs_little
from autograder.sandbox import Sandbox
from autograder.support.repository import REPOSITORY, released_notebooks
from course import workspace

SLOW = {
    "IPython", "jinja2", "jsonschema", "matplotlib", "nbconvert", "nbformat", "nbgrader", "numpy", "rich", "sklearn",
    "sqlalchemy",
}  # fmt: skip
RUN = """
import json, sys
from {program}.cli import app
try:
    app(sys.argv[1:])
finally:
    print(json.dumps([*sys.modules]), file=sys.stderr)
"""


def imported(program: str, *arguments: object) -> set[str]:
    """Run a command in a fresh process and return the modules that it has imported at its end."""
    command = [sys.executable, "-c", RUN.format(program=program), *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return set(json.loads(done.stderr.splitlines()[-1]))


@pytest.mark.parametrize("arguments", [["--help"], ["grade", "--help"]])
@pytest.mark.parametrize("program", ["autograder", "course"])
def test_help_imports_nothing_slow(program: str, arguments: list[str]):
    assert imported(program, *arguments) & SLOW == set()


def test_trying_an_answer_imports_no_gradebook_no_plots_and_the_exercises_of_one_unit(tmp_path: Path):
    answer = tmp_path / "answer.py"
    answer.write_text("def loss(w):\n    return w**2 + 12\n")
    modules = imported("autograder", "try", "loss", answer)
    assert modules & SLOW <= {"numpy", "nbformat", "jsonschema", "rich"}
    folders = {name.split(".")[2] for name in modules if name.startswith("autograder.exercises.u")}
    assert folders == {"u04_gradient_descent"}


def test_grading_alone_imports_no_gradebook_and_no_plots(tmp_path: Path):
    (tmp_path / "release").symlink_to(REPOSITORY / "release")
    unit = "00-start-here"
    workspace.refresh(tmp_path, "en", [unit])
    modules = imported("course", "grade", "0", "--lang", "en", "--home", tmp_path)
    assert modules & SLOW <= {"numpy", "nbformat", "jsonschema", "rich", "jinja2"}


# ------------------------------------------------------------------------------------------- the light sandbox

LITTLE = {
    "nothing": "def loss(w):\n    return w**2 + 12\n",
    "NumPy": "import math, numpy as np\nfrom numpy.linalg import norm\ndef loss(w):\n    return np.square(w) + 12\n",
    "a wrong value": "def loss(w):\n    return w**2 + 3\n",
    "an error": "def loss(w):\n    return w[0]\n",
    "a random number": "import numpy as np\ndef loss(w):\n    return w**2 + 12 * np.random.default_rng(1).normal()\n",
    "a print": "print('here')\ndef loss(w):\n    print(w)\n    return w**2 + 12\n",
}
MUCH = {
    "a plot": "import numpy as np, matplotlib.pyplot as plt\n",
    "an estimator, late": "def loss(w):\n    from sklearn.linear_model import Ridge\n    return w**2 + 12\n",
    "the course": "from course.landscapes import LANDSCAPES\n",
    "its neighbour": "from . import other\n",
    "another way": "loss = __import__('sklearn').base.clone\n",
    "a magic": "%matplotlib inline\n",
    "a broken text": "def loss(w)\n",
    "a deep text": "(" * 100_000,
    "no text": "\0",
}


@pytest.mark.parametrize("source", LITTLE.values(), ids=LITTLE)
def test_an_answer_with_numpy_alone_needs_little(source: str):
    assert needs_little(source)


@pytest.mark.parametrize("source", MUCH.values(), ids=MUCH)
def test_an_answer_that_may_import_more_needs_more(source: str):
    assert not needs_little(source)


@pytest.fixture(scope="module")
def both() -> Iterator[tuple[Sandbox, Sandbox]]:
    """The usual sandbox and a light one."""
    with Sandbox(contained=True) as usual, Sandbox(contained=True, light=True) as light:
        yield usual, light


@pytest.mark.sandbox
@pytest.mark.parametrize("source", LITTLE.values(), ids=LITTLE)
def test_a_light_sandbox_gives_the_same_verdict(both: tuple[Sandbox, Sandbox], source: str):
    usual, light = (try_source(sandbox, exercises()["loss"], source, seed=7) for sandbox in both)
    assert light == usual


@pytest.mark.sandbox
@pytest.mark.parametrize("package", ["sklearn.linear_model", "matplotlib.pyplot", "course.landscapes"])
def test_what_is_not_warm_in_a_light_sandbox_is_there_all_the_same(both: tuple[Sandbox, Sandbox], package: str):
    source = f"import importlib\nmodule = importlib.import_module({package!r})\n"
    source += "def loss(w):\n    return w**2 + 12 + 0 * len(module.__name__)\n"
    for sandbox in both:
        assert try_source(sandbox, exercises()["loss"], source).state == "correct"


@pytest.mark.sandbox
def test_in_the_usual_sandbox_all_that_notebooks_import_is_warm(both: tuple[Sandbox, Sandbox]):
    warm = "all(name in sys.modules for name in ('matplotlib.pyplot', 'course.findings'))"
    source = f"import sys\ndef loss(w):\n    return w**2 + 12 * {warm}\n"
    states = [try_source(sandbox, exercises()["loss"], source).state for sandbox in both]
    assert states[0] == "correct" != states[1]


@pytest.mark.sandbox
def test_scikit_learn_is_warm_for_units_whose_notebook_imports_it_and_not_in_a_light_sandbox(
    both: tuple[Sandbox, Sandbox],
):
    answer = "def {}:\n    return {} if 'sklearn.linear_model' in sys.modules else None\n"
    source = "import sys\nimport numpy as np\n" + answer.format("mse(w, X, y)", "np.mean((X @ w - np.ravel(y)) ** 2)")
    states = [try_source(sandbox, exercises()["mse"], source).state for sandbox in both]
    assert states[0] == "correct" != states[1]


def test_the_units_for_which_scikit_learn_is_warm_are_those_whose_notebooks_import_it():
    imports = re.compile(r"\b(import|from) sklearn\b")
    cells = {unit: [cell for node in released_notebooks(unit).values() for cell in node.cells] for unit in units()}
    assert {unit for unit, own in cells.items() if any(imports.search(cell.source) for cell in own)} == MODELS


# -------------------------------------------------------------------------------------- exercises and packages


def test_every_exercise_is_found_by_its_name():
    assert {name: exercise.name for name, exercise in exercises().items()} == {name: name for name in exercises()}
    assert "nobody" not in exercises()


def test_a_file_that_describes_another_exercise_is_named():
    module = exercises()["loss"].reference.__module__
    with pytest.raises(ValueError, match=f"{module} describes no exercise d_loss"):
        _exercise("d_loss", module)


def test_the_lock_leaves_out_what_only_costs_time():
    left_out = tomllib.loads((REPOSITORY / "pyproject.toml").read_text("utf-8"))["tool"]["uv"]["exclude-dependencies"]
    lock = (REPOSITORY / "requirements.lock").read_text("utf-8").splitlines()
    assert left_out and not {line.partition("==")[0] for line in lock} & set(left_out)
    assert "install --no-deps --requirement requirements.lock" in (REPOSITORY / "Makefile").read_text("utf-8")
