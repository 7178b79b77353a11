"""Which language a notebook checks in: its own, wherever it lies and whatever started its kernel."""

from __future__ import annotations

import io
import json
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from jupyter_client.manager import start_new_kernel

from course.language import LANGUAGES, language, text

RELEASE = Path(__file__).parents[1] / "release"
UNIT, NAME = "04-gradient-descent", "gradient-descent.ipynb"


@pytest.fixture
def desktop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder whose name says nothing, on an English computer on which nothing is set."""
    for name in ("COURSE_LANG", "JPY_SESSION_NAME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("locale.getlocale", lambda: ("en_GB", "UTF-8"))
    folder = tmp_path / "Desktop"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


def put(folder: Path, lang: str, name: str = NAME) -> Path:
    return Path(shutil.copy(RELEASE / lang / UNIT / NAME, folder / name))


def declares(lang: object, **more: object) -> str:
    return json.dumps({"cells": [], "metadata": {"course": {"lang": lang, "unit": UNIT}}, "nbformat": 4} | more)


def test_a_notebook_in_a_folder_of_any_name_speaks_its_own_language(desktop: Path):
    assert language() == "en"
    put(desktop, "ru")
    assert language() == "ru"
    assert text("check.state.correct", name="loss") == text("check.state.correct", "ru", name="loss")


def test_a_command_in_the_courses_folder_speaks_the_only_language_that_was_begun_there(desktop: Path, monkeypatch):
    (desktop / "work" / "ru" / UNIT).mkdir(parents=True)
    assert language() == "ru"
    (desktop / "notes").mkdir()
    monkeypatch.chdir(desktop / "notes")
    assert language() == "ru"
    (desktop / "work" / "en").mkdir()  # both were begun: which one is meant cannot be known
    assert language() == "en"


def test_the_notebook_that_runs_comes_before_its_neighbours_and_its_folder(desktop: Path, monkeypatch):
    folder = desktop / "en"
    folder.mkdir()
    monkeypatch.chdir(folder)
    mine = put(folder, "ru", "моя.ipynb")
    put(folder, "en")
    put(folder, "en", "other.ipynb")
    for session in (str(mine), "моя.ipynb", "en/моя.ipynb"):
        monkeypatch.setenv("JPY_SESSION_NAME", session)
        assert language() == "ru"


def test_vs_code_names_the_notebook_in_its_own_way(desktop: Path, monkeypatch):
    mine = put(desktop, "ru")
    put(desktop, "en", "other.ipynb")
    monkeypatch.setattr(sys.modules["__main__"], "__vsc_ipynb_file__", str(mine), raising=False)
    assert language() == "ru"


def test_notebooks_that_do_not_agree_decide_nothing(desktop: Path):
    put(desktop, "ru")
    put(desktop, "en", "other.ipynb")
    assert language() == "en"
    (desktop / "other.ipynb").write_text(json.dumps({"cells": [], "metadata": {}}))
    assert language() == "ru"


def test_the_variable_comes_first_and_the_folder_after_the_notebook(desktop: Path, monkeypatch):
    folder = desktop / "ru" / "04"
    folder.mkdir(parents=True)
    monkeypatch.chdir(folder)
    assert language() == "ru"
    put(folder, "en")
    assert language() == "en"
    monkeypatch.setenv("COURSE_LANG", "ru")
    assert language() == "ru"


def test_a_changed_file_is_read_again(desktop: Path):
    mine = desktop / NAME
    for number, lang in enumerate((*LANGUAGES, *LANGUAGES)):
        mine.write_text(declares(lang))
        os.utime(mine, (number, number))
        assert language() == lang


@pytest.mark.parametrize("first", [True, False], ids=["metadata first", "metadata last"])
def test_a_large_notebook_is_not_read_to_know_its_language(
    desktop: Path, first: bool, monkeypatch: pytest.MonkeyPatch
):
    read = []

    class Counting(io.BufferedReader):
        def read(self, size: int | None = -1) -> bytes:
            read.append(super().read(size))
            return read[-1]

    cells = [{"cell_type": "code", "source": 'x = {"course": {"lang": "en"}}', "outputs": ["A" * 40_000_000]}]
    metadata = {"kernelspec": {}, "course": {"unit": UNIT, "lang": "ru"}}
    content = {"metadata": metadata, "cells": cells} if first else {"cells": cells, "metadata": metadata}
    (desktop / NAME).write_text(json.dumps(content))
    monkeypatch.setattr(Path, "open", lambda path, _mode: Counting(io.FileIO(path)))
    assert language() == "ru"
    assert 0 < sum(map(len, read)) < 1_000_000


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"\xff\xfe{", b"[" * 100_000, declares("de").encode(), declares(7).encode(), declares(["ru"]).encode()],
)
def test_what_cannot_be_read_is_passed_over_in_silence(desktop: Path, content: bytes, monkeypatch, capsys):
    (desktop / NAME).write_bytes(content)
    monkeypatch.setenv("JPY_SESSION_NAME", str(desktop / NAME))
    assert language() == "en"
    put(desktop, "ru", "other.ipynb")
    assert language() == "ru"
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize("session", ["\0", "x" * 5000, "no/such.ipynb", "/", ".", "console-1-8a2b"])
def test_a_session_that_is_no_file_is_passed_over(desktop: Path, session: str, monkeypatch):
    put(desktop, "ru")
    # The environment holds no zero byte, but VS Code's variable can be anything.
    monkeypatch.setattr(sys.modules["__main__"], "__vsc_ipynb_file__", session, raising=False)
    if "\0" not in session:
        monkeypatch.setenv("JPY_SESSION_NAME", session)
    assert language() == "ru"


def test_a_pipe_or_folder_with_a_notebooks_name_is_not_waited_for(desktop: Path):
    os.mkfifo(desktop / NAME)
    (desktop / "folder.ipynb").mkdir()
    assert language() == "en"


def test_a_folder_that_is_gone_is_no_reason_to_stop(desktop: Path):
    desktop.rmdir()
    assert language() == "en"


@contextmanager
def kernel(folder: Path, **more: str) -> Iterator:
    env = {name: value for name, value in os.environ.items() if name not in ("COURSE_LANG", "JPY_SESSION_NAME")}
    env |= {"PYTHONPATH": str(RELEASE.parent), "LC_ALL": "C.UTF-8"} | more
    manager, client = start_new_kernel(cwd=str(folder), env=env)
    try:
        yield client
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)


def said(client: object, code: str) -> str:
    printed: list[str] = []

    def hook(message: dict) -> None:
        content = message["content"]
        printed.append(content.get("text") or content.get("data", {}).get("text/plain", ""))

    client.execute_interactive(code, timeout=60, output_hook=hook)
    return "".join(printed)


@pytest.mark.parametrize("how", ["nothing", "Jupyter Server", "VS Code"])
def test_a_russian_notebook_checks_in_russian_in_a_real_kernel(desktop: Path, how: str):
    mine = put(desktop, "ru")
    if how != "nothing":
        put(desktop, "en", "another.ipynb")
    session = {"JPY_SESSION_NAME": str(mine)} if how == "Jupyter Server" else {}
    with kernel(desktop, **session) as client:
        if how == "VS Code":
            said(client, f"__vsc_ipynb_file__ = {str(mine)!r}")
        printed = said(client, "from course import check\ndef loss(w): raise NotImplementedError\ncheck(loss)")
    assert text("check.hint.not_attempted.kind", "ru") in printed


def test_the_line_of_a_look_alike_letter_is_that_of_the_cell_in_a_real_kernel(desktop: Path):
    put(desktop, "en")
    with kernel(desktop) as client:
        code = "from course import check\n\ndef loss(w):\n    х = w - 3\n    return x**2 + 3\ncheck(loss)"
        assert "“х” (a Cyrillic letter) in “х”, line 4" in said(client, code)
