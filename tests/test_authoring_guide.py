"""The exercise that docs/authoring.md writes step by step, written so: every command and every piece of code of it."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from autograder.authoring import lesson
from autograder.authoring.pieces import blocks, text_of
from autograder.support.repository import REPOSITORY

pytestmark = [pytest.mark.sandbox, pytest.mark.slow]
GUIDE = (REPOSITORY / "docs" / "authoring.md").read_text("utf-8")
WALK = GUIDE[GUIDE.index("## An exercise, step by step") : GUIDE.index("## Edits in JupyterLab")]
STEPS = re.findall(r"```(console|python)\n(.*?)```", WALK, re.DOTALL)
COPIED = ("autograder", "course", "source", "release", "tests", "pyproject.toml")


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the repository, and the commands ``autograder`` and ``python`` that work in it."""
    root = tmp_path_factory.mktemp("repository")
    for name in COPIED:
        take = shutil.copytree if (REPOSITORY / name).is_dir() else shutil.copyfile
        take(REPOSITORY / name, root / name)
    (root / "bin").mkdir()
    for name, words in (("autograder", "-m autograder.cli"), ("python", "")):
        (root / "bin" / name).write_text(f'#!/bin/sh\nexec {sys.executable} {words} "$@"\n')
        (root / "bin" / name).chmod(0o755)
    return root


def run(root: Path, command: str) -> str:
    path = f"{root / 'bin'}{os.pathsep}{os.environ['PATH']}"
    environment = {key: value for key, value in os.environ.items() if not key.startswith("PYTEST_")}
    environment |= {"PATH": path, "PYTHONPATH": str(root), "PYTHONDONTWRITEBYTECODE": "1", "COLUMNS": "200"}
    done = subprocess.run(
        command, shell=True, cwd=root, env=environment, text=True, encoding="utf-8",
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False,
    )  # fmt: skip
    refused = re.search(r"^[\w/]+\.py:\d+: ", done.stdout, re.MULTILINE) is not None
    assert done.returncode == int(refused), done.stdout
    return done.stdout


def pattern(shown: str) -> str:
    """Return what an output must match: an ellipsis stands for some words, or for some lines if it stands alone."""
    lines = shown.splitlines()
    return "".join("(?:.*\n)*" if line == "…" else re.escape(line).replace("…", ".*") + "\n" for line in lines)


def written(root: Path, code: str) -> None:
    """Write what the guide shows: a whole file, or cells of a lesson in the place of those with the same header."""
    name, _, text = code.partition("\n")
    path = root / name.removeprefix("# ")
    if "lessons" not in name:
        assert path.exists(), "autograder new has laid it out"
        path.write_text(text, "utf-8")
        return
    head, found = blocks(lesson.read(path))
    pieces = {re.sub(' of="[^"]*"', "", piece.header): piece for block in found for piece in block.pieces}
    cells = re.findall(r"^(# %% .*)\n((?:(?!# %% ).*\n)*)", text, re.MULTILINE)
    assert len(cells) == 3
    for header, body in cells:
        pieces[header].body = body.rstrip("\n")
    path.write_text(text_of(head, found), "utf-8")


def contents(root: Path) -> dict[str, bytes]:
    files = (path for name in COPIED[:4] for path in (root / name).rglob("*.*") if path.is_file())
    return {str(path.relative_to(root)): path.read_bytes() for path in files if path.suffix != ".pyc"}


def test_the_guide_leads_from_new_to_prove_and_changes_what_it_names(copy: Path):
    ran, before = [], contents(copy)
    for kind, text in STEPS:
        if kind == "python":
            written(copy, text)
            continue
        for command, due in re.findall(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", text, re.MULTILINE):
            said = run(copy, command)
            assert re.fullmatch(pattern(due), said), f"{command}\n{said}"
            ran.append(command.split()[1])
    assert ran == ["new", "try", "try", "build", "stamp", "build", "prove", "-m"]
    unit = "05-linear-regression/linear-regression.ipynb"
    products = {f"{kind}/{lang}/{unit}" for kind in ("source", "release") for lang in ("en", "ru")}
    after = contents(copy)
    assert after.keys() >= before.keys()
    assert {name for name in after if after[name] != before.get(name)} == products | {
        "autograder/exercises/u05_linear_regression/r_squared.py", "source/lessons/05_linear_regression.py",
        "course/checks/05-linear-regression.json",
    }  # fmt: skip
