"""A learner's path on Windows and macOS, as far as it can be simulated: consoles, paths, line ends, no fork."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path, PureWindowsPath
from typing import Any

import pytest
from test_packaging import tracked
from test_workspace import Course, edited, lesson

from autograder.support.repository import REPOSITORY
from course import console, workspace
from course.language import LANGUAGES, language
from course.workspace import State

ENCODINGS = ("cp1251", "cp1252", "cp866", "cp437", "ascii", "utf-8")
UNIT, NAME = "04-gradient-descent", "gradient-descent.ipynb"


def run(code: str, *arguments: object, encoding: str = "utf-8", options: tuple[str, ...] = ()) -> str:
    """Run Python with nothing of this computer's language, and return what it prints."""
    ours = ("LC_", "LANG", "PYTHON", "COURSE")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(ours)}
    environment = kept | {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONIOENCODING": encoding}
    done = subprocess.run(
        [sys.executable, "-X", "utf8=0", *options, "-c", code, *map(str, arguments)], cwd=REPOSITORY, env=environment,
        capture_output=True,
    )  # fmt: skip
    said = done.stdout.decode("utf-8" if encoding == "ascii" else encoding)
    assert done.returncode == 0, said + done.stderr.decode(encoding, "replace")[-3000:]
    return said


# Consoles ----------------------------------------------------------------------------------------------------


def texts(entry: Any) -> Iterator[str]:
    for value in entry.values() if isinstance(entry, dict) else [entry]:
        if isinstance(value, str):
            yield value
        elif isinstance(value, dict | list):
            yield from texts(value if isinstance(value, dict) else dict(enumerate(value)))


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_sentence_of_the_command_keeps_its_letters_on_every_console(lang: str, encoding: str) -> None:
    console.print_on_any_console()
    said = list(texts(tomllib.loads((REPOSITORY / "course" / "locale" / lang / "workspace.toml").read_text("utf-8"))))
    assert len(said) > 20
    for sentence in said:
        printed = sentence.encode(encoding, "course.plain").decode(encoding)
        assert printed.count("?") == sentence.count("?"), f"{sentence} becomes {printed}"


def test_russian_is_readable_where_there_are_only_latin_letters() -> None:
    console.print_on_any_console()
    said = "«Щётка»: съёмка… — Ёж №1".encode("ascii", "course.plain").decode()
    assert said == '"Shchetka": semka... - Ezh No.1'
    assert "\udcff☃".encode("ascii", "course.plain") == b"??"


WALK = """
import sys
from pathlib import Path
from course import cli, workspace

home, unit = Path(sys.argv[1]), sys.argv[2]
name = home / "work" / "en" / unit / "gradient-descent.ipynb"
for words in sys.argv[3:]:
    if words == "write":
        name.write_bytes(name.read_bytes().replace(b"raise NotImplementedError", b"return 1"))
    elif words == "release":
        released = home / "release" / "en" / unit / name.name
        released.write_bytes(released.read_bytes().replace(b"first", b"second"))
    else:
        try:
            cli.app(words.split() + ["--home", str(home)])
        except SystemExit as end:
            print(words, "->", end.code)
"""
STEPS = ("start", "units", "write", "release", "units", "update --dry-run", "update", "units", "reset 4", "reset 99")


@pytest.fixture
def home(tmp_path: Path) -> Path:
    course = Course(tmp_path / "Мои документы (копия)" / "gradient descent")
    course.release(lesson("first"))
    course.release(lesson("first"), lang="ru")
    return course.home


@pytest.mark.parametrize("encoding", ["cp1251", "cp1252", "ascii"])
def test_the_commands_print_on_every_console_also_paths_that_it_cannot_write(home: Path, encoding: str) -> None:
    said = run(WALK, home, UNIT, *STEPS, "units --lang ru", encoding=encoding)
    assert [int(code) for code in re.findall(r"-> (\d)", said)] == [0] * 7 + [2, 0]
    mine = home / "work" / "en" / UNIT
    assert json.loads((mine / NAME).read_text())["cells"][0]["source"] == ["second"]
    assert any(b"return 1" in path.read_bytes() for path in mine.glob("*.mine-*"))


STRICT = """
import warnings
warnings.filterwarnings("error", category=EncodingWarning, module=r"course(\\.|$)")
"""


def test_no_file_is_read_or_written_in_the_encoding_of_the_computer(home: Path) -> None:
    run(STRICT + WALK, home, UNIT, *STEPS, options=("-X", "warn_default_encoding"))
    planted = "import course.findings; exec(compile('open(__file__)', '', 'exec'), vars(course.findings))"
    with pytest.raises(AssertionError, match="EncodingWarning"):
        run(STRICT + planted, options=("-X", "warn_default_encoding"))


# Files -------------------------------------------------------------------------------------------------------


def test_every_file_of_the_repository_can_have_its_name_on_windows_and_on_a_mac() -> None:
    names = [path.relative_to(REPOSITORY).as_posix() for path in tracked()]
    bad = [name for name in names if PureWindowsPath(name).is_reserved() or re.search(r'[<>:"|?*\\]|[ .](/|$)', name)]
    assert bad == []
    assert [name for name, times in Counter(map(str.casefold, names)).items() if times > 1] == []
    assert max(map(len, names)) < 120, "of the 260 characters of a path, some are the learner's folders"
    assert [name for name in names if (REPOSITORY / name).is_symlink()] == []


def test_git_gives_every_text_the_line_ends_that_it_has_here_and_no_picture() -> None:
    names = [str(path.relative_to(REPOSITORY)) for path in tracked("release", "course", "docs/images", "Makefile")]
    asked = subprocess.run(
        ["git", "-c", "safe.directory=*", "check-attr", "-z", "--stdin", "eol", "binary"], cwd=REPOSITORY,
        input="\0".join(names), capture_output=True, text=True, check=True,
    ).stdout.split("\0")[:-1]  # fmt: skip
    found = dict(zip(zip(asked[::3], asked[1::3], strict=True), asked[2::3], strict=True))
    for name in names:
        is_picture = name.endswith(".png")
        assert found[name, "binary"] == ("set" if is_picture else "unspecified"), name
        assert is_picture or found[name, "eol"] == "lf", name


def crlf(notebook: bytes) -> bytes:
    return notebook.replace(b"\n", b"\r\n")


def test_a_notebook_with_the_line_ends_of_windows_is_the_same_notebook(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    course = Course(tmp_path)
    course.release(lesson("first"))
    course.refresh()
    course.mine.write_bytes(crlf(lesson("first")))
    assert course.state() is State.UNTOUCHED
    course.mine.write_bytes(crlf(edited(lesson("first"), "x = 1")))
    course.release(crlf(lesson("first")))
    assert course.state() is State.EDITED and course.refresh() == []
    russian = crlf((REPOSITORY / "release" / "ru" / UNIT / NAME).read_bytes())
    (tmp_path / "here").mkdir()
    (tmp_path / "here" / NAME).write_bytes(russian)
    monkeypatch.chdir(tmp_path / "here")
    monkeypatch.delenv("COURSE_LANG", raising=False)
    assert language() == "ru"


# Without what Windows has not --------------------------------------------------------------------------------

WINDOWS = """
import os, signal, sys, threading
import matplotlib.pyplot, numpy, typer.main, anywidget, ipywidgets  # these know their systems themselves

for name in ("fork", "forkpty", "geteuid", "getuid", "killpg", "O_DIRECTORY", "O_NOFOLLOW", "sync", "symlink"):
    delattr(os, name)
for name in ("SIGALRM", "SIGKILL", "SIGHUP", "SIGUSR1", "setitimer", "getitimer", "alarm", "pause"):
    delattr(signal, name)
sys.modules |= dict.fromkeys(("resource", "fcntl", "pwd", "grp", "termios", "readline"))
sys.platform = "win32"
"""
CHECKS = """
from course import check, example_call, figures

example_call.SECONDS = 0.3

def loss(w):
    return w ** 2 + 12

check(loss)

def loss(w):
    return w ** 2

check(loss)

def loss(w):
    while True:
        w += 1

check(loss)
figures.learning_rate()
print("all is done")
"""


def test_the_commands_work_without_fork_signals_and_folders_that_open(home: Path) -> None:
    said = run(WINDOWS + WALK, home, UNIT, *STEPS)
    assert [int(code) for code in re.findall(r"-> (\d)", said)] == [0] * 7 + [2]


def test_checks_and_figures_work_there_and_an_answer_that_never_ends_is_ended() -> None:
    said = run(WINDOWS + CHECKS)
    assert said.splitlines()[-1] == "all is done"
    outcomes = [workspace.text(f"check.state.{state}", "en", name="loss") for state in ("wrong", "error")]
    places = [said.index(each) for each in (workspace.text("check.visible.correct", "en", name="loss"), *outcomes)]
    assert places == sorted(places) and "0.3" in said


# What is typed -----------------------------------------------------------------------------------------------

README = {"en": REPOSITORY / "README.md", "ru": REPOSITORY / "README.ru.md"}
HEADINGS = {"en": "## Learners", "ru": "## Если вы учитесь"}


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(
    "folder", [REPOSITORY, REPOSITORY / "autograder/classroom/learners"], ids=["repository", "bundle"]
)
def test_three_commands_lead_to_the_first_exercise_on_every_system_and_no_shell_is_needed(
    folder: Path, lang: str
) -> None:
    text = (folder / README[lang].name).read_text("utf-8")
    if folder == REPOSITORY:
        text = text.partition(HEADINGS[lang])[2].partition("\n## ")[0]
    blocks = re.findall(r"^```(sh|bat)\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
    starts = [(kind, block.splitlines()) for kind, block in blocks if re.search(r"course lab 0", block)]
    assert {kind for kind, _ in starts} == {"sh", "bat"}
    for kind, lines in starts:
        assert len(lines) <= 3 and not re.search(r"\bmake\b|--quiet|-q\b|&&|activate$", "\n".join(lines))
        if kind == "bat":
            assert lines[0].startswith("py -m venv ") and all("/" not in line.replace("./", "") for line in lines)
