"""A class is graded in a sandbox that holds, or not at all."""

from __future__ import annotations

import contextlib
import logging
import tempfile
from collections.abc import Iterator
from pathlib import Path

import nbformat
import pytest

from autograder.classroom.grading import NbGraderException, grade_class
from autograder.classroom.hand_in import hand_in
from autograder.sandbox import NotContained, Sandbox, Session, process
from autograder.sandbox.selftest import require_containment, weaknesses
from autograder.support.repository import REPOSITORY, released_notebooks
from autograder.worker.jail import Limits
from autograder.worker.system_calls import system_call_filter

UNIT = "04-gradient-descent"


@pytest.fixture
def classroom(tmp_path: Path) -> Path:
    place = tmp_path / "submitted" / "alice" / UNIT
    place.mkdir(parents=True)
    answered = hand_in(released_notebooks(UNIT)["en"], REPOSITORY / "demo" / "alice.py")
    nbformat.write(answered, place / "gradient-descent.ipynb")
    return tmp_path


@pytest.mark.sandbox
def test_the_sandbox_has_no_known_weakness(tmp_path: Path) -> None:
    with Sandbox(contained=True) as sandbox:
        assert weaknesses(sandbox, tmp_path) == []


def test_every_wall_that_is_missing_is_named(tmp_path: Path) -> None:
    with Sandbox(contained=False) as sandbox, pytest.raises(NotContained) as refusal:
        require_containment(sandbox, tmp_path)
    for wall in (".canary-", "network", "/proc", "user namespace", "ptrace", "memfd", "shared mappings"):
        assert wall in str(refusal.value)


@pytest.mark.sandbox
def test_a_limit_that_does_not_bite_is_noticed(tmp_path: Path) -> None:
    class Boastful(Sandbox):
        """Promises one limit and sets another."""

        @contextlib.contextmanager
        def session(self, lang: str = "en", forks: int = 0) -> Iterator[Session]:
            promised, self.limits = self.limits, Limits(processes=200)
            with super().session(lang, forks) as session:
                self.limits = promised
                yield session

    with Boastful(contained=True) as sandbox:
        assert weaknesses(sandbox, tmp_path) == [f"more than {Limits().processes} processes or threads can be started"]


@pytest.mark.sandbox
def test_nothing_is_graded_when_the_trial_finds_a_weakness(classroom: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("autograder.sandbox.selftest.weaknesses", lambda *_: ["a wall is missing"])
    with pytest.raises(NbGraderException, match="a wall is missing"):
        grade_class(classroom, UNIT)
    assert not list(classroom.glob("autograded/**/*.ipynb"))


def test_without_bubblewrap_a_class_is_refused_unless_uncontained_is_asked_for_by_name(
    classroom: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(process, "bubblewrap", lambda: None)
    with pytest.raises(NbGraderException, match="bubblewrap"):
        grade_class(classroom, UNIT)
    assert not list(classroom.glob("autograded/**/*.ipynb"))
    with caplog.at_level(logging.ERROR, logger="autograder"):
        (record,) = grade_class(classroom, UNIT, uncontained=True)
    assert "NOT CONTAINED" in caplog.text
    assert not record.contained
    assert sum(verdict.score or 0 for verdict in record.verdicts) == 22


@pytest.mark.parametrize("machine", ["x86_64", "aarch64"])
def test_the_system_call_filter_is_a_program_the_kernel_can_take(machine: str) -> None:
    program = system_call_filter(machine)
    steps = [program[place : place + 8] for place in range(0, len(program), 8)]
    assert len(program) % 8 == 0
    assert len(steps) < 4096
    for place, step in enumerate(steps):
        if step[0] & 7 == 5:  # a jump stays inside
            assert place + 1 + max(step[2], step[3]) < len(steps)
    assert steps[-1][0] == 6, "it ends with a decision"


def test_a_machine_without_a_filter_is_refused() -> None:
    with pytest.raises(OSError, match="no system-call filter for riscv64"):
        system_call_filter("riscv64")


@pytest.mark.sandbox
def test_an_interpreter_below_tmp_leaves_tmp_writable(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with tempfile.TemporaryDirectory(dir="/tmp", prefix="курс с пробелами ") as place:
        folder = Path(place, "lib")
        folder.mkdir()
        Path(place).chmod(0o755)
        (folder / "there.txt").write_text("seen")
        others = process._interpreter()
        monkeypatch.setattr(process, "_interpreter", lambda: [*others, str(folder)])
        with Sandbox(contained=True) as sandbox, sandbox.session() as session:
            source = (
                f"folder = {str(folder)!r}\nprint(open(folder + '/there.txt').read())\n"
                "with open('/tmp/mine.txt', 'w') as file:\n    file.write('kept')\n"
                "print(open('/tmp/mine.txt').read())\n"
                "try:\n    open(folder + '/there.txt', 'w')\nexcept OSError as error:\n    print(error.strerror)\n"
            )
            outputs, failed = session.run_cell(source, 10.0)
            assert not failed, outputs
            assert outputs[0]["text"].splitlines() == ["seen", "kept", "Read-only file system"]
            assert weaknesses(sandbox, tmp_path) == []
