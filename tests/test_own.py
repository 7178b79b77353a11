"""Using in one unit what the learner wrote in another."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from course import own

UNIT = "04-gradient-descent"
RIGHT = "SHIFT = 12\n\ndef loss(w):\n    return w**2 + SHIFT"
WRONG = "def loss(w):\n    return w**2"


@pytest.fixture
def written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Path]:
    """Return a function that writes the learner's notebook of unit 04; we are in the folder of another unit."""
    here = tmp_path / "work" / "en" / "10-neural-network"
    here.mkdir(parents=True)
    monkeypatch.chdir(here)
    monkeypatch.setenv("COURSE_LANG", "en")

    def write(*cells: str, lang: str = "en") -> Path:
        file = tmp_path / "work" / lang / UNIT / "gradient-descent.ipynb"
        file.parent.mkdir(parents=True, exist_ok=True)
        nbformat.write(new_notebook(cells=[new_markdown_cell("# 04"), *map(new_code_cell, cells)]), file)
        return file

    return write


def test_a_function_that_passes_its_check_is_used_and_said_so(written, capsys):
    written("import numpy as np", RIGHT)
    assert own(UNIT, "loss")(3.0) == 21.0
    assert capsys.readouterr().out == f"Using your own loss from unit {UNIT}.\n"


def test_a_helper_an_import_and_a_constant_come_along(written):
    square = "def square(w):\n    return m.sqrt(w**4)"
    written("import numpy as m", square, "PLUS = 12", "def loss(w):\n    return square(w) + PLUS")
    assert own(UNIT, "loss")(2.0) == 16.0


def test_the_last_definition_counts_as_when_all_cells_are_run(written):
    written(WRONG, RIGHT)
    assert own(UNIT, "loss")(0.0) == 12.0


def test_a_lambda_is_a_function_too(written):
    written("loss = lambda w: w**2 + 12")
    assert own(UNIT, "loss")(1.0) == 13.0


def test_only_definitions_are_run(written, capsys):
    written(RIGHT, "open('trace', 'w')\nprint('noise')\nvalue = loss(3)\n1 / 0")
    assert own(UNIT, "loss") is not None
    assert "noise" not in capsys.readouterr().out
    assert not Path("trace").exists()


def test_a_cell_that_cannot_run_does_not_spoil_the_others(written):
    written("def broken(:\n", "import no_such_module", "%matplotlib inline", RIGHT)
    assert own(UNIT, "loss") is not None


def test_the_notebook_in_the_other_language_serves_too(written):
    written(WRONG)
    written(RIGHT, lang="ru")
    assert own(UNIT, "loss")(3.0) == 21.0


@pytest.mark.parametrize("cells", [(), ("def other(w):\n    return w",), ("loss(",)])
def test_what_is_not_written_yet_is_none_with_a_sentence(written, capsys, cells):
    written(*cells)
    assert own(UNIT, "loss") is None
    assert "no loss of yours yet" in capsys.readouterr().out


@pytest.mark.parametrize("body", ["return w**2", "return nope"])
def test_what_does_not_pass_its_check_is_none_with_a_sentence(written, capsys, body):
    written(f"def loss(w):\n    {body}")
    assert own(UNIT, "loss") is None
    assert "does not pass its check yet" in capsys.readouterr().out


def test_what_is_not_begun_is_not_called_wrong(written, capsys):
    written("def loss(w):\n    raise NotImplementedError")
    assert own(UNIT, "loss") is None
    said = capsys.readouterr().out
    assert "no loss of yours yet" in said and "pass" not in said


def test_without_a_notebook_there_is_a_sentence_and_no_error(written, capsys):
    assert own(UNIT, "loss") is None
    assert "save the notebook" in capsys.readouterr().out


BROKEN = ["", "{", "[]", '{"cells": 3}', '{"cells": [{"cell_type": "code"}]}', "\ufeff\u0000"]


@pytest.mark.parametrize("content", BROKEN)
def test_a_broken_notebook_counts_as_not_written(written, content):
    written().write_text(content, "utf-8")
    assert own(UNIT, "loss") is None


def test_it_speaks_russian(written, capsys, monkeypatch):
    monkeypatch.setenv("COURSE_LANG", "ru")
    written(RIGHT)
    own(UNIT, "loss")
    assert "ваш ответ loss" in capsys.readouterr().out
