"""Folders for a while: a killed program's are cleared by the next one, a living one's never are."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from autograder.support.scratch import scratch_folder

HOLDS = """
import sys
from autograder.support.scratch import scratch_folder
with scratch_folder() as folder:
    (folder / "closed").mkdir()
    (folder / "closed" / "file").write_text("x")
    (folder / "closed").chmod(0)
    print(folder, flush=True)
    sys.stdin.readline()
"""


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A temporary directory for ourselves and the programs that we start."""
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


def held() -> tuple[subprocess.Popen[str], Path]:
    program = subprocess.Popen([sys.executable, "-c", HOLDS], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert program.stdout
    return program, Path(program.stdout.readline().strip())


def test_a_folder_is_gone_when_its_program_is_done_also_what_is_unreadable_in_it(place: Path) -> None:
    program, folder = held()
    assert folder.parent == place and folder.stat().st_mode & 0o777 == 0o700
    program.communicate("\n")
    assert program.returncode == 0
    assert list(place.iterdir()) == []


def test_a_killed_programs_folder_is_cleared_by_the_next_and_a_living_ones_is_not(place: Path) -> None:
    (dead, left), (living, used) = held(), held()
    dead.kill()
    dead.communicate()
    assert left.exists()
    with scratch_folder() as own:
        assert set(place.iterdir()) == {used, own}
    living.communicate("\n")
    assert list(place.iterdir()) == []


def test_nothing_else_in_the_temporary_directory_is_touched(place: Path) -> None:
    elsewhere = place / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "file").touch()
    (place / "gradient-descent-link").symlink_to(elsewhere)
    (place / "gradient-descent-file").touch()
    with scratch_folder() as own:
        (own / "link").symlink_to(elsewhere)
    assert {path.name for path in place.iterdir()} == {"elsewhere", "gradient-descent-link", "gradient-descent-file"}
    assert (elsewhere / "file").exists() and os.access(elsewhere, os.W_OK)
