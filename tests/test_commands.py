"""Every command that a document shows is executed: in a learner's folder or in a class that all of them share.

What needs a server, the network, another system or minutes is asked for its help instead, and its options must stand
there; ``APART`` says why. Commands of the guide for authors are executed in a test of their own. Of commands that
differ only in what they name, the first is executed; in a thorough run all.
"""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
import zipfile
from importlib.util import find_spec
from pathlib import Path

import nbformat
import pytest
from test_formats import example
from thorough import THOROUGH

from autograder.classroom import records
from autograder.support.repository import REPOSITORY

pytestmark = pytest.mark.slow  # some fifty programs are started

DOCUMENTS = (
    "README.md", "README.ru.md", "CONTRIBUTING.md",
    *(f"docs/{name}.md" for name in ("learners", "instructors", "trust", "scaling")),
)  # fmt: skip
UNIT, NAME = "04-gradient-descent", "gradient-descent.ipynb"
PROGRAMS = ("autograder", "course", "nbgrader")

# What is not executed as it stands: its beginning, what is executed in its place, and why. The first that fits counts.
HELP = None  # the same with --help
NOTHING: list[str] = []
APART: list[tuple[str, list[str] | None, str]] = [
    ("make ", ["make", "--dry-run"], "make runs what other tests run; its target is there"),
    ("course lab", HELP, "a server, started in test_course_cli.py"),
    ("autograder demo", HELP, "a minute; its class is graded in test_published.py"),
    ("autograder words", HELP, "a server, used in test_written_answers.py"),
    ("autograder build", HELP, "writes to the repository; --check is a hook of each commit"),
    ("autograder bundle", HELP, "half a minute; whole in test_bundle.py"),
    ("autograder grade 04-gradient-descent --scheduler-file", HELP, "needs a scheduler; whole in test_cluster.py"),
    ("course start", HELP, "a release elsewhere; whole in test_hub.py"),
    ("autograder site", HELP, "minutes; whole in test_site.py"),
    ("nbgrader db student import", HELP, "the file is left open there"),
    ("nbgrader collect", HELP, "an exchange that others write to; whole in test_hub.py"),
    ("nbgrader release_feedback", HELP, "an exchange that others write to; whole in test_hub.py"),
    ("jupyter lab", ["jupyter", "lab", "--version"], "a server, used in test_formgrader.py"),
    ("dask ", HELP, "servers, used in test_cluster.py"),
    ("python -m pytest tests/test_attacks.py", NOTHING, "half an hour"),
    ("python -m bench.", NOTHING, "minutes, and without options"),
    ("python -m bench", HELP, "minutes to hours"),
    ("python -m tests.", NOTHING, "half an hour, and without options"),
    ("python -m venv", HELP, "environments are made in test_systems.py"),
    ("python -m pip", ["python", "-m", "pip", "install", "--help"], "the network"),
    ("py ", NOTHING, "Windows"),
    ("conda ", NOTHING, "conda and the network"),
    ("cd ", NOTHING, "the reader's own place"),
    (". ", NOTHING, "the reader's own shell"),
    ("git -C build/bundle/gradient-descent.git push", NOTHING, "a repository elsewhere"),
    ("sudo ", NOTHING, "an administrator's; test_postgresql.py makes users and databases in its own way"),
    ("pg_", NOTHING, "a server; backup and restore are whole in test_postgresql.py"),
    ("echo ", NOTHING, "the reader's home folder"),
    ("chmod ", NOTHING, "the reader's home folder"),
]
ASKS = {"course progress --delete": "n\n", "course reset 4": "y\n", "course review": "\n" * 40}
FAILS = {"course progress --delete": 1}  # it was told not to


def commands() -> list[str]:
    """Return every command line of the documents once, in their order, as it is typed on Linux.

    What only a sentence names, without an argument, ends with ``--help``.
    """
    found = []
    for document in DOCUMENTS:
        text = (REPOSITORY / document).read_text("utf-8")
        blocks = re.findall(r"^```(?:sh|bat)\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
        prose = re.sub(r"^```.*?^```", "", text, flags=re.MULTILINE | re.DOTALL)
        said = re.findall(r"`((?:autograder|course|nbgrader|make|python3? -m) [^`\n]+)`", prose)
        lines = [line for block in blocks for line in block.splitlines()]
        lines += [f"{line} --help" if line.split()[0] in PROGRAMS and line.count(" ") == 1 else line for line in said]
        found += [_on_linux(line) for line in lines]
    return list(dict.fromkeys(filter(None, found)))


def _on_linux(line: str) -> str:
    words = shlex.split(line.replace("\\", "/"), comments=True)
    if words and re.fullmatch(r"\w+=.*", words[0]):
        words = words[1:]
    if words[:2] == ["uv", "run"]:
        words = words[2:]  # in an environment of its own, which needs the network
    if words:
        words[0] = re.sub(r"^\.venv/(bin|Scripts)/|3$", "", words[0])
    return shlex.join(words)


COMMANDS = commands()
ELSEWHERE = {line: here for line in COMMANDS for begin, *here in reversed(APART) if line.startswith(begin)}
SERVED = [line for line in COMMANDS if line not in ELSEWHERE and not line.endswith(" --help")]


def of_a_kind(line: str) -> tuple[str, ...]:
    """Return the command and the names of its options."""
    words = shlex.split(line)
    return *words[:2], *sorted(word.partition("=")[0] for word in words if word.startswith("--"))


FIRST = {of_a_kind(line): line for line in reversed(SERVED)}.values()
TRIED = SERVED if THOROUGH else [line for line in SERVED if line in FIRST]


def run(line: str, cwd: Path, said: str = "", code: int = 0) -> str:
    """Execute a command and return what it says."""
    program, *words = shlex.split(line)
    modules = {"course": "course.cli", "autograder": "autograder.cli", "nbgrader": "nbgrader"}
    command = [sys.executable, *(["-m", modules[program]] if program in modules else [])]
    if program not in modules:
        command = [sys.executable] if program == "python" else [program]
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    environment = os.environ | {"COLUMNS": "300", "NO_COLOR": "1", "TERM": "dumb", "PATH": path, "COURSE_LANG": "en"}
    done = subprocess.run([*command, *words], cwd=cwd, env=environment, input=said, capture_output=True, text=True)
    assert done.returncode == code, f"{line}\n{done.stdout[-2000:]}\n{done.stderr[-2000:]}"
    return done.stdout


def answered(place: Path) -> None:
    """Write a released notebook in which ``loss`` forgets the constant, as the documents' Anna does."""
    notebook = nbformat.read(REPOSITORY / "release" / "en" / UNIT / NAME, as_version=4)
    for cell in notebook.cells:
        if cell.id == "answer-loss":
            cell.source = "def loss(w):\n    return w ** 2\n"
    place.parent.mkdir(parents=True, exist_ok=True)
    nbformat.write(notebook, place)


@pytest.fixture(scope="module")
def learner(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a course as a learner has it, begun, with a record from another computer beside it."""
    home = tmp_path_factory.mktemp("course")
    (home / "release").symlink_to(REPOSITORY / "release")
    for lang in ("en", "ru"):
        run(f"course start 4 --lang {lang}", home)
    answered(home / "work" / "en" / UNIT / NAME)
    (home / "other.jsonl").touch()
    return home


@pytest.fixture(scope="module")
def classroom(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a class of two, with what a platform gave: an archive, also where nbgrader looks for it, and a roster.

    Bob has answered nothing, so that there is only one wrong answer to explain.
    """
    root = tmp_path_factory.mktemp("class")
    settings = """
    from pathlib import Path

    from autograder.nbgrader.configure import configure

    configure(get_config(), root=Path(__file__).parent)
    get_config().Exchange.root = str(Path(__file__).parent / "exchange")
    """
    (root / "exchange").mkdir(mode=0o777)
    (root / "exchange").chmod(0o777)
    (root / "nbgrader_config.py").write_text(re.sub("^ +", "", settings, flags=re.MULTILINE), "utf-8")
    (root / "worksheet.csv").write_text("username,name\nalice,Alice\nbob,Bob\n", "utf-8")
    with zipfile.ZipFile(root / "submissions.zip", "w") as archive:
        for student in ("alice", "bob"):
            place = root / "submitted" / student / UNIT / NAME
            answered(place)
            if student == "bob":
                shutil.copyfile(REPOSITORY / "release" / "en" / UNIT / NAME, place)
            archive.write(place, f"{student}/{NAME}")
    downloaded = root / "downloaded" / UNIT / "archive"
    downloaded.mkdir(parents=True)
    shutil.copy(root / "submissions.zip", downloaded)
    return root


@pytest.mark.sandbox
@pytest.mark.parametrize("line", [line for line in TRIED if line.startswith("course ")])
def test_a_command_for_learners_works(line: str, learner: Path):
    code = next((code for begin, code in FAILS.items() if line.startswith(begin)), 0)
    run(line, learner, next((said for begin, said in ASKS.items() if line.startswith(begin)), ""), code)


@pytest.mark.sandbox
@pytest.mark.parametrize("line", [line for line in TRIED if not line.startswith("course ")])
def test_a_command_for_a_class_works(line: str, classroom: Path):
    run(line, classroom, code=next((code for begin, code in FAILS.items() if line.startswith(begin)), 0))


@pytest.mark.sandbox
def test_the_record_that_the_formats_show_is_what_the_class_has(classroom: Path):
    path = records.path_of(classroom, UNIT, "anna")
    path.write_text(example("record"), "utf-8")
    anna, alice = (records.read_one(classroom, UNIT, name) for name in ("anna", "alice"))
    path.unlink()
    assert anna.verdicts[0] == alice.verdicts[0]
    assert anna.seeds.keys() <= alice.seeds.keys() and anna.answers.items() <= alice.answers.items()


def asked_for_help() -> dict[str, list[str]]:
    """Return which options the documents use of each command that is only asked for its help."""
    found: dict[str, list[str]] = {}
    for line in COMMANDS:
        if line in ELSEWHERE and ELSEWHERE[line][0] is not HELP or line in SERVED:
            continue
        words = shlex.split(line)
        name = shlex.join([word for word in words if not word.startswith("--")][: 3 if words[0] == "python" else 2])
        found.setdefault(name, []).extend(word.partition("=")[0] for word in words if word.startswith("--"))
    return found


@pytest.mark.parametrize("name", sorted(asked_for_help()))
def test_a_command_that_is_not_executed_here_has_the_options_that_are_shown(name: str):
    help_text = run(f"{name} --help", REPOSITORY)
    assert [option for option in asked_for_help()[name] if option not in help_text] == []


def test_a_program_of_the_repository_that_is_not_executed_here_is_there():
    modules = [line.split()[2] for line in ELSEWHERE if re.match(r"python -m (bench|tests)\b", line)]
    assert len(modules) > 4 and [name for name in modules if find_spec(name) is None] == []


def test_a_reason_fits_a_command_that_some_document_shows():
    assert [begin for begin, _, _ in APART if not any(line.startswith(begin) for line in COMMANDS)] == []


@pytest.mark.parametrize("line", [line for line, (instead, _) in ELSEWHERE.items() if instead])
def test_a_command_that_stands_for_another_works(line: str):
    instead, words = ELSEWHERE[line][0], shlex.split(line)
    run(shlex.join([*instead, *words[1:]] if instead[0] == "make" else instead), REPOSITORY)
