"""What a crash of the whole computer leaves: everybody is graded as the records say, or will be by the next run.

All that a grader does to files is written down while it grades one submission: the files as they are at every step,
what of them has been synced, and which names. From that come the disks that a power cut at any step can leave. On each
of them nothing is half written, and the next run gives the marks of a run that nobody disturbed.
"""

from __future__ import annotations

import contextlib
import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import nbformat
import pytest
from small_class import PAGE, POINTS, UNIT, autograde_again, believing, points, submit
from sqlalchemy.orm import Session

from autograder.classroom import records
from autograder.classroom.grading import check_class

DATABASE = "gradebook.db"  # SQLite syncs on its own: what it has committed is there
Disk = dict[str, bytes | None]  # by path below the class; None for a folder


@dataclass
class Log:
    """The disks that can be left at any step."""

    root: Path
    contents: dict[int, bytes] = field(default_factory=dict)  # of every synced file, by inode
    names: dict[int, dict[str, int]] = field(default_factory=dict)  # in every synced folder, by inode
    books: list[bytes] = field(default_factory=lambda: [b""])  # every committed gradebook
    disks: list[Disk] = field(default_factory=list)
    folders: set[int] = field(default_factory=set)  # by inode, also those that are gone

    def sync(self, path: Path) -> None:
        """Note that a file or a folder is synced."""
        inode = path.stat().st_ino
        if path.is_dir():
            self.names[inode] = {each.name: each.lstat().st_ino for each in path.iterdir()}
        else:
            self.contents[inode] = path.read_bytes()

    def step(self) -> None:
        """Add the disks that would be left if the power failed now."""
        self.folders |= {path.stat().st_ino for path in self.root.rglob("*") if path.is_dir()}
        for book in self.books[-2:]:  # the last commit may be taken back
            for disk in (self._lost(), self._torn()):
                disk.pop(f"{DATABASE}-journal", None)
                disk[DATABASE] = book
                if disk not in self.disks:
                    self.disks.append(disk)

    def _lost(self) -> Disk:
        """Nothing but what was synced."""
        disk: Disk = {}

        def walk(folder: int, place: str) -> None:
            for name, inode in self.names.get(folder, {}).items():
                disk[place + name] = None if inode in self.folders else self.contents.get(inode, b"")
                walk(inode, f"{place}{name}/")

        walk(self.root.stat().st_ino, "")
        return disk

    def _torn(self) -> Disk:
        """Every name, but only the first half of what was not synced."""
        disk: Disk = {}
        for path in self.root.rglob("*"):
            name = str(path.relative_to(self.root))
            if path.is_dir():
                disk[name] = None
            else:
                now = path.read_bytes()
                disk[name] = now if self.contents.get(path.stat().st_ino) == now else now[: len(now) // 2]
        return disk


@contextlib.contextmanager
def written_down(log: Log) -> Iterator[None]:
    """Write down every sync, every change of a name and every commit of this process."""
    real = os.fsync, os.rename, os.replace, os.mkdir, Session.commit

    def before(change: Callable[..., Any]) -> Callable[..., Any]:
        def changed(*args: Any, **more: Any) -> Any:
            log.step()
            result = change(*args, **more)
            log.step()
            return result

        return changed

    def fsync(descriptor: int) -> None:
        log.step()
        real[0](descriptor)
        path = Path(os.readlink(f"/proc/self/fd/{descriptor}"))
        if path.is_relative_to(log.root):
            log.sync(path)
        log.step()

    def commit(session: Session) -> None:
        log.step()
        real[4](session)
        log.books.append((log.root / DATABASE).read_bytes())
        log.step()

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(os, "fsync", fsync)
        for name, function in zip(("rename", "replace", "mkdir"), real[1:4], strict=True):
            patched.setattr(os, name, before(function))
        patched.setattr(Session, "commit", commit)
        yield


def laid_out(disk: Disk, root: Path) -> Path:
    """Return a class as a disk has it."""
    root.mkdir()
    for name, content in sorted(disk.items()):
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if content is None:
            path.mkdir(exist_ok=True)
        else:
            path.write_bytes(content)
    return root


@pytest.fixture(scope="module")
def log(tmp_path_factory: pytest.TempPathFactory) -> Log:
    """What is written while one submission, which was graded before and is another now, is graded."""
    root = tmp_path_factory.mktemp("class")
    submit(root, "alice", "wrong = 1")
    with believing():
        autograde_again(root)
    submit(root, "alice")
    log = Log(root, books=[(root / DATABASE).read_bytes()])
    for path in (root, *root.rglob("*")):
        log.sync(path)
    with believing(), written_down(log):
        autograde_again(root)
    assert points(root) == {"alice": POINTS}
    return log


def test_the_log_holds_every_kind_of_step(log: Log) -> None:
    assert len(log.disks) > 20
    assert len(log.books) > 1


def test_nothing_is_half_written_at_any_step(log: Log, tmp_path: Path) -> None:
    for number, disk in enumerate(log.disks):
        for name, content in disk.items():
            if f"/{UNIT}/" in f"/{name}" and "/." not in name and content is not None and "submitted" not in name:
                path = tmp_path / str(number) / name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(content)
                if path.suffix == ".ipynb":
                    nbformat.read(path, as_version=4)
                if path.name == PAGE:
                    assert content.rstrip().endswith(b"-->")
                if path.suffix == ".json":
                    assert records.read_one(tmp_path / str(number), UNIT, "alice")
                shutil.rmtree(tmp_path / str(number))


def test_the_next_run_gives_the_marks_of_a_run_that_nobody_disturbed(log: Log, tmp_path: Path) -> None:
    marked = {}
    for number, disk in enumerate(log.disks):
        # What does not decide anything: backups, and what was never given its name.
        kept = {name: content for name, content in disk.items() if "backup" not in name and "/.part" not in f"/{name}"}
        marked[str(sorted(kept.items()))] = number
    for number in marked.values():
        root = laid_out(log.disks[number], tmp_path / str(number))
        with believing():
            autograde_again(root)
        assert points(root) == {"alice": POINTS}, number
        record = records.read_one(root, UNIT, "alice")
        assert record and record.score == POINTS
        assert check_class(root) == ([], []), number
        shutil.rmtree(root)


def test_what_was_done_when_the_power_failed_stays_done(log: Log, tmp_path: Path) -> None:
    end = replace(log, disks=[])
    end.step()
    for number, disk in enumerate(end.disks):
        root = laid_out(disk, tmp_path / str(number))
        with believing() as asked:
            autograde_again(root)
        assert asked == [], "somebody who was graded was graded again"
