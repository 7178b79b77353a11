"""The ``course`` command: what it prints, its exit codes, and JupyterLab really started."""

import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from importlib.metadata import EntryPoint
from pathlib import Path

import nbformat
import pytest
import typer
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook
from typer.testing import CliRunner

from course import cli, grading, text, workspace

UNITS = {"01-loss": "loss.ipynb", "04-gradient-descent": "gradient-descent.ipynb"}


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A course with two units in English and one in Russian; nothing of the developer's shines through."""
    monkeypatch.setenv("COURSE_LANG", "en")
    monkeypatch.chdir(tmp_path)
    for lang, units in (("en", list(UNITS)), ("ru", ["01-loss"])):
        for unit in units:
            release(tmp_path, unit, "first", lang)
    return tmp_path


def release(home: Path, unit: str, prose: str, lang: str = "en") -> None:
    target = home / "release" / lang / unit / UNITS[unit]
    target.parent.mkdir(parents=True, exist_ok=True)
    cells = [new_markdown_cell(prose, id="idea"), new_code_cell("x = 1", id="x")]
    nbformat.write(new_notebook(cells=cells), target)


def course(*arguments: object) -> tuple[int, str]:
    """Run the command in this process and return its exit code and all it printed."""
    result = CliRunner().invoke(cli.app, [str(argument) for argument in arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result.exit_code, result.output


def test_units_lists_every_unit_with_how_far_one_is_and_the_next_step(home: Path):
    mine = home / "work" / "en" / "01-loss" / "loss.ipynb"
    workspace.refresh(home, "en", ["01-loss"])
    mine.write_text("my notes")
    code, said = course("units", "--home", home)
    assert code == 0
    first, second, _, step = said.splitlines()
    assert first.split(maxsplit=1) == ["01-loss", text("progress.units.begun", "en")]
    assert second.split(maxsplit=1) == ["04-gradient-descent", text("progress.units.fresh", "en")]
    assert "`course lab 4`" in step


@pytest.mark.parametrize(("mine", "key"), [("first", "outdated"), ("mine", "behind")])
def test_units_says_when_a_newer_edition_waits(home: Path, mine: str, key: str):
    workspace.refresh(home, "en")
    copy = home / "work" / "en" / "01-loss" / "loss.ipynb"
    copy.write_text(copy.read_text().replace("first", mine))
    release(home, "01-loss", "second")
    first = course("units")[1].splitlines()[0]
    assert first.endswith(text(f"progress.units.{key}", "en")) and len(first) <= 80


def test_units_speaks_the_language_that_was_asked_for(home: Path):
    code, said = course("units", "--lang", "ru")
    assert code == 0
    assert text("progress.units.fresh", "ru") in said
    assert "04-gradient-descent" not in said


def test_reset_says_where_the_learners_copy_is_now(home: Path):
    mine = home / "work" / "en" / "04-gradient-descent" / "gradient-descent.ipynb"
    mine.parent.mkdir(parents=True)
    mine.write_text("my notes")
    code, said = course("reset", "4")
    assert code == 0
    kept = re.search(r"gradient-descent\.mine-[\d-]+\.ipynb", said)
    assert kept, said
    assert (mine.parent / kept[0]).read_text() == "my notes"
    code, said = course("reset", "4")
    assert (code, said.strip()) == (0, text("workspace.changes.nothing", "en", unit="04-gradient-descent"))


@pytest.mark.parametrize("command", ["lab", "update", "reset"])
def test_an_unknown_unit_is_a_wrong_call_and_the_known_ones_are_named(home: Path, command: str):
    code, said = course(command, "05-momentum")
    assert code == 2
    assert "05-momentum" in said
    assert all(unit in said for unit in UNITS)
    assert not (home / "work").exists()


@pytest.mark.parametrize("command", [["lab"], ["units"], ["reset", "1"]])
def test_an_unknown_language_is_a_wrong_call_and_the_known_ones_are_named(
    home: Path, command: list[str], monkeypatch: pytest.MonkeyPatch
):
    code, said = course(*command, "--lang", "de")
    assert code == 2
    assert "'de'" in said and "en, ru" in said
    monkeypatch.setenv("COURSE_LANG", "de")
    code, said = course(*command)
    assert code == 2
    assert "COURSE_LANG" in said


def test_the_course_is_found_from_any_folder_inside_it(home: Path, monkeypatch: pytest.MonkeyPatch):
    deep = home / "work" / "en" / "01-loss"
    deep.mkdir(parents=True)
    monkeypatch.chdir(deep)
    assert course("reset", "1")[0] == 0
    assert (deep / "loss.ipynb").exists()


def test_outside_of_a_course_the_one_that_holds_the_package_is_taken(
    home: Path, monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
):
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    monkeypatch.chdir(elsewhere)
    monkeypatch.setattr(cli, "__file__", str(home / "course" / "cli.py"))
    assert "04-gradient-descent" in course("units")[1]
    monkeypatch.setattr(cli, "__file__", str(elsewhere / "course" / "cli.py"))
    code, said = course("units")
    assert code == 2
    assert "--home" in said and str(elsewhere) in said


def test_a_home_without_a_release_is_a_wrong_call(home: Path):
    (home / "empty").mkdir()
    code, said = course("units", "--home", home / "empty")
    assert code == 2
    assert "release" in said


def test_a_release_without_notebooks_needs_attention(home: Path):
    (home / "bare" / "release").mkdir(parents=True)
    code, said = course("lab", "--home", home / "bare")
    assert code == 1
    assert "autograder build" in said


def test_a_disk_that_refuses_needs_attention_and_is_told_in_a_sentence(home: Path):
    (home / "work").write_text("a file where the folder should be")
    code, said = course("reset", "1")
    assert code == 1
    assert said.startswith(text("workspace.errors.disk", "en", problem=""))


# Commands of other packages -------------------------------------------------------------------------------


def with_commands(*entries: EntryPoint) -> typer.Typer:
    app = typer.Typer(rich_markup_mode=None)
    app.command("first")(lambda: None)
    app.command("second")(lambda: None)
    cli.add_commands(app, entries)
    return app


@pytest.mark.parametrize(("command", "said"), [("grade", "workspace.errors.no_judge"), ("review", "review.no_judge")])
def test_without_the_private_package_its_commands_explain_that(
    command: str, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    for lang in ("en", "ru"):
        monkeypatch.setenv("COURSE_LANG", lang)
        monkeypatch.setattr(grading, "JUDGE", tmp_path / "absent")
        result = CliRunner().invoke(with_commands(), [command, "04", "--all"])
        assert result.exit_code == 1
        assert result.output.strip() == text(said, lang)
        monkeypatch.undo()
        monkeypatch.setenv("COURSE_LANG", lang)
        result = CliRunner().invoke(with_commands(), [command])
        assert result.exit_code == 1
        assert f'install --editable "{grading.JUDGE}"' in result.output, "in the whole repository it can be installed"


def test_a_command_that_cannot_be_loaded_says_so_and_the_others_work():
    app = with_commands(EntryPoint("grade", "no_such_module:grade", "course.commands"))
    assert CliRunner().invoke(app, ["first"]).exit_code == 0
    result = CliRunner().invoke(app, ["grade"])
    assert result.exit_code == 1
    assert "no_such_module" in result.output


def test_an_installed_package_adds_its_command(home: Path, tmp_path_factory: pytest.TempPathFactory):
    site = tmp_path_factory.mktemp("site")
    (site / "shouting.py").write_text(
        'def shout(word: str) -> None:\n    """Say it loudly."""\n    print(word.upper())\n'
    )
    package = site / "shouting-1.0.dist-info"
    package.mkdir()
    (package / "METADATA").write_text("Metadata-Version: 2.1\nName: shouting\nVersion: 1.0\n")
    (package / "entry_points.txt").write_text("[course.commands]\nshout = shouting:shout\n")
    path = os.pathsep.join([str(site), str(Path(cli.__file__).parents[1])])
    run = subprocess.run(
        [sys.executable, "-m", "course.cli", "shout", "hello"],
        env=os.environ | {"PYTHONPATH": path},
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert (run.returncode, run.stdout) == (0, "HELLO\n"), run.stderr


def test_help_is_there_for_every_command_and_imports_nothing_heavy():
    code, said = course("--help")
    assert code == 0
    assert all(command in said for command in ("lab", "start", "units", "update", "reset"))
    for command in ("lab", "start", "units", "update", "reset"):
        assert course(command, "--help")[0] == 0
    heavy = "{'numpy', 'nbformat', 'jupyterlab', 'matplotlib', 'ipywidgets', 'rich'}"
    # Without the commands of other packages: what those import is theirs to keep small.
    script = (
        "import importlib.metadata, sys; importlib.metadata.entry_points = lambda **_: []\n"
        f"import course.cli; sys.exit(', '.join({heavy} & sys.modules.keys()) or 0)"
    )
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=60)
    assert run.returncode == 0, run.stderr


# JupyterLab -----------------------------------------------------------------------------------------------


class Lab:
    """``course lab`` in a process group of its own, with Jupyter's folders below ``home``."""

    TOKEN = "only-for-this-test"

    def __init__(self, home: Path, *arguments: str) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        config = home / "jupyter" / "config"
        config.mkdir(parents=True, exist_ok=True)
        (config / "jupyter_server_config.json").write_text(json.dumps({"ServerApp": {"ip": "127.0.0.1"}}))
        environment = os.environ | {
            "HOME": str(home / "jupyter"),
            "IPYTHONDIR": str(home / "jupyter"),
            "JUPYTER_CONFIG_DIR": str(config),
            "JUPYTER_DATA_DIR": str(home / "jupyter" / "data"),
            "JUPYTER_RUNTIME_DIR": str(home / "jupyter" / "runtime"),
            "JUPYTER_TOKEN": self.TOKEN,
        }
        as_root = ["--allow-root"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
        self.log = (home / "lab.log").open("w+")
        self.process = subprocess.Popen(
            [
                *(sys.executable, "-m", "course.cli", "lab", *arguments),
                *("--no-browser", "--port", str(self.port), "--home", str(home), *as_root),
            ],
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=self.log,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )

    def __enter__(self) -> "Lab":
        return self

    def __exit__(self, *_: object) -> None:
        if self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait(10)
        self.log.close()

    def printed(self) -> str:
        self.log.flush()
        return Path(self.log.name).read_text("utf-8")

    def answer(self, path: str, content: object = None) -> str:
        """Ask the server; with ``content``, save it as JupyterLab does."""
        request = urllib.request.Request(
            f"http://127.0.0.1:{self.port}{path}",
            data=None if content is None else json.dumps(content).encode(),
            method="GET" if content is None else "PUT",
            headers={"Authorization": f"token {self.TOKEN}"},
        )
        direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        with direct.open(request, timeout=10) as response:
            return response.read().decode()

    def wait(self, seconds: float = 60) -> None:
        end = time.monotonic() + seconds
        while True:
            try:
                self.answer("/api/status")
                return
            except (urllib.error.URLError, ConnectionError):
                if self.process.poll() is not None or time.monotonic() > end:
                    pytest.fail(f"JupyterLab did not start:\n{self.printed()}")
                time.sleep(0.1)

    def stop(self, how: signal.Signals, seconds: float = 30) -> int:
        """Stop it as Ctrl-C does (the whole group gets the signal) or as ``kill`` does (only the command)."""
        if how is signal.SIGINT:
            os.killpg(self.process.pid, how)
        else:
            self.process.send_signal(how)
        return self.process.wait(seconds)

    def is_listening(self) -> bool:
        with socket.socket() as probe:
            return probe.connect_ex(("127.0.0.1", self.port)) == 0


needs_groups = pytest.mark.skipif(not hasattr(os, "killpg"), reason="Ctrl-C is sent to a process group")


@needs_groups
def test_lab_opens_the_units_notebook_and_a_mere_run_saved_by_jupyter_is_no_work(home: Path):
    with Lab(home, "4", "--lang", "en") as lab:
        lab.wait()
        assert "01-loss, 04-gradient-descent" in lab.printed()
        address = f"http://127.0.0.1:{lab.port}/lab/tree/04-gradient-descent/gradient-descent.ipynb"
        assert address in lab.printed()
        page = lab.answer("/lab")
        assert re.search(r'"news": *\{"disabled": *true\}', page), "news would be fetched from the network"

        place = "/api/contents/04-gradient-descent/gradient-descent.ipynb"
        model = json.loads(lab.answer(place))
        cell = model["content"]["cells"][1]
        cell["execution_count"], cell["metadata"]["scrolled"] = 1, True
        cell["outputs"] = [{"output_type": "stream", "name": "stdout", "text": "1.0\n"}]
        saved = {"type": "notebook", "format": "json", "content": model["content"]}
        lab.answer(place, saved)
        assert "1.0" in (home / "work" / "en" / "04-gradient-descent" / "gradient-descent.ipynb").read_text()
        assert workspace.states(home, "en")["04-gradient-descent"] is workspace.State.UNTOUCHED
        cell["source"] = "x = 2"
        lab.answer(place, saved)
        assert workspace.states(home, "en")["04-gradient-descent"] is workspace.State.EDITED

        assert lab.stop(signal.SIGINT) == 0, lab.printed()
        assert "Traceback" not in lab.printed()
        assert not lab.is_listening()


@needs_groups
def test_lab_that_is_terminated_takes_jupyterlab_with_it(home: Path):
    with Lab(home, "--lang", "ru") as lab:
        lab.wait()
        assert text("workspace.lab.starting", "ru", folder=home / "work" / "ru") in lab.printed()
        assert "01-loss" in lab.answer("/api/contents/")
        assert lab.stop(signal.SIGTERM) == 0, lab.printed()
        assert not lab.is_listening()


def test_lab_names_the_other_notebook_of_a_unit_and_the_other_commands_are_quiet(
    home: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(cli, "_jupyterlab", lambda *arguments: 0)
    released = home / "release" / "en" / "01-loss" / "loss.ipynb"
    content = nbformat.read(released, 4)
    content.metadata["course"] = {"lang": "en", "unit": "01-loss"}
    nbformat.write(content, released)
    workspace.refresh(home, "en")
    content.cells[1].source = "x = 2"
    nbformat.write(content, home / "work" / "en" / "01-loss" / "loss-Copy1.ipynb")
    due = text("workspace.others.theirs", "en", folder="work/en/01-loss", file="loss.ipynb", others="loss-Copy1.ipynb")
    code, said = course("lab")
    assert code == 0 and due in said.splitlines()
    assert "Copy1" not in course("units")[1] + course("reset", "1")[1]


def test_lab_passes_jupyters_exit_code_through_and_leaves_the_language_to_the_notebook(
    home: Path, monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
):
    pretender = tmp_path_factory.mktemp("pretender")
    (pretender / "jupyterlab.py").write_text(
        "import os, sys; print(os.environ.get('COURSE_LANG'), *sys.argv[1:], flush=True); sys.exit(7)\n"
    )
    path = os.pathsep.join([str(pretender), str(Path(cli.__file__).parents[1])])
    run = subprocess.run(
        [sys.executable, "-m", "course.cli", "lab", "--lang", "ru"],
        env=os.environ | {"PYTHONPATH": path},
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert run.returncode == 7, run.stderr
    *told, said = run.stdout.splitlines()
    assert not any("Copy1" in line for line in told)
    assert said.startswith(f"None --ServerApp.root_dir={home / 'work' / 'ru'}")
    assert "--no-browser" not in said and "--allow-root" not in said and "--port" not in said
