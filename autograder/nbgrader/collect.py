"""``nbgrader zip_collect`` for hostile archives: one bad entry never loses the rest, nobody gets another's name.

Whose work it is, is read from the name of what lies in ``downloaded/<unit>/archive/``, which the learning platform gave
it: a notebook, an archive, or a folder. Names inside an archive or a folder were chosen by a learner; from there only
the notebook is taken, under its released name.
"""

from __future__ import annotations

import gzip
import io
import os
import stat
import tarfile
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

from nbgrader.plugins.zipcollect import ExtractorPlugin, FileNameCollectorPlugin

from autograder.intake import Refused, intake
from autograder.names import composed, is_student
from autograder.nbgrader.dates import NoDate, class_zone, utc
from autograder.repository import released_notebooks
from autograder.scratch import scratch_folder
from course.workspace import notebook_file

MAX_ENTRIES = 5000
MAX_BESIDE = 10  # notebooks of one folder that are looked at
MAX_FILE = 64 * 2**20  # of a notebook in an archive, which is unpacked in memory
MAX_ARCHIVE = 2 * MAX_FILE  # of the file, and of what a compressed tar unpacks to
STUDENT_FIRST = r".*/extracted/(?P<student_id>[^/_]+)[/_]"  # alice.zip, alice/, alice_71_report/, alice_final.ipynb


class NotebookExtractor(ExtractorPlugin):
    """Take the released notebook out of every archive and folder, and nothing else."""

    def extract(self, archive_path: str, extracted_path: str) -> None:
        """Fill ``extracted_path`` with ``<archive name>/<notebook>.ipynb``; say what was left out, and why."""
        wanted = notebook_file(self.parent.coursedir.assignment_id)
        for path in sorted(Path(archive_path).iterdir()):
            if not (stat.S_ISREG(mode := path.lstat().st_mode) or stat.S_ISDIR(mode)):
                self.log.warning("Left out, neither an ordinary file nor a folder: %s", path)
                continue
            try:
                self._extract_one(path, Path(extracted_path), wanted)
            except Exception as error:  # each kind of archive and compression raises errors of its own
                self.log.error("Left out, cannot be read: %s (%s)", path, error or type(error).__name__)

    def _extract_one(self, path: Path, extracted: Path, wanted: str) -> None:
        if not path.is_dir() and path.suffix not in self.zip_ext:
            if path.stat().st_size > MAX_FILE:
                raise ValueError(f"larger than {MAX_FILE // 2**20} MB")
            target = extracted / path.name
            target.write_bytes(path.read_bytes())
            return
        if path.is_file() and path.stat().st_size > MAX_ARCHIVE:
            raise ValueError(f"larger than {MAX_ARCHIVE // 2**20} MB")
        found = {name: size for name, size in _entries(path)}
        notebooks = sorted(name for name in found if name.endswith(".ipynb") and not name.startswith("__MACOSX"))
        named = [name for name in notebooks if os.path.basename(name) == wanted] or notebooks
        if not named:
            raise ValueError("it holds no notebook")
        shallow = min(name.count("/") for name in named)
        named = [name for name in named if name.count("/") == shallow]
        place = os.path.dirname(named[0])
        beside = [name for name in notebooks if os.path.dirname(name) == place][:MAX_BESIDE]
        chosen = self._choose(path, named, beside, wanted) if len({*named, *beside}) > 1 else named[0]
        if found[chosen] > MAX_FILE:
            raise ValueError(f"its notebook has more than {MAX_FILE // 2**20} MB")
        folder = extracted / (path.name if path.is_dir() else path.name.removesuffix(path.suffix).removesuffix(".tar"))
        notebook = _read_entry(path, chosen)
        folder.mkdir()
        (folder / wanted).write_bytes(notebook)

    def _choose(self, path: Path, named: list[str], beside: list[str], wanted: str) -> str:
        """Return which of the notebooks ``beside`` one another counts, as it is chosen in a folder handed in."""
        many = ValueError(
            f"it holds {len(named)} notebooks that could be meant: {', '.join(map(repr, named[:5]))}; "
            "if it holds the work of many learners, unpack it in this place"
        )
        if not {*named} <= {*beside}:
            raise many
        unit = self.parent.coursedir.assignment_id
        with scratch_folder() as scratch:
            names = {}
            for number, name in enumerate(beside):
                own = wanted if os.path.basename(name) == wanted else f"{number}.ipynb"
                names[own] = name
                (scratch / own).write_bytes(_read_entry(path, name))
            try:
                submission = intake(scratch, wanted, released_notebooks(unit))
            except Refused:
                if len(named) > 1:
                    raise many from None
                return named[0]
        if submission.several and wanted not in names:
            raise many
        chosen = names[submission.file]
        left = [name for name in beside if name != chosen]
        tell = self.log.error if submission.several else self.log.warning
        tell("From %s, %r is taken, not: %s", path, chosen, ", ".join(map(repr, left)))
        return chosen


class OwnNameCollector(FileNameCollectorPlugin):
    """Read the student from the platform's file name; skip what cannot be anybody's, and second copies."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self._dated: dict[str, bool] = {}  # by student, whether their copies say when they came

    def collect(self, submitted_file: str) -> dict[str, str] | None:
        """Return the groups of ``named_regexp``, or None for a file that must be skipped.

        A unit has one notebook, so ``file_id`` is always its name, whatever the learner called the file.
        """
        found = super().collect(submitted_file)
        if not found:
            return None
        student = found["student_id"] = composed(found.get("student_id") or "")
        if not is_student(student):
            self.log.error("Skipped, %r is no name of a student: %s", student, submitted_file)
            return None
        found["file_id"] = notebook_file(self.parent.coursedir.assignment_id)
        if found.get("timestamp"):
            try:  # nbgrader takes 10-20-30 for ten o'clock in a zone of its own
                found["timestamp"] = utc(found["timestamp"], class_zone(self.config)).isoformat(" ")
            except NoDate as why:
                self.log.error(
                    "%r is no date: %s; the submission counts without one: %s", found["timestamp"], why, submitted_file
                )
                found["timestamp"] = ""
        dated = bool(found.get("timestamp"))
        if not dated:
            found.pop("timestamp", None)
        # nbgrader gives up the whole batch when it cannot tell which of two copies is newer.
        if student in self._dated and not (dated and self._dated[student]):
            self.log.error("Skipped, a second notebook of %s and no dates to choose by: %s", student, submitted_file)
            return None
        self._dated[student] = dated
        return found


def _entries(path: Path) -> Iterator[tuple[str, int]]:
    """Yield the name and size of every ordinary file in an archive or a folder; no link is followed."""
    if path.is_dir():
        files = (Path(folder, name) for folder, _, names in os.walk(path) for name in names)
        for number, file in enumerate(files):
            if number > MAX_ENTRIES:
                raise ValueError(f"it holds more than {MAX_ENTRIES} entries")
            if stat.S_ISREG((found := file.lstat()).st_mode):
                yield file.relative_to(path).as_posix(), found.st_size
    elif path.suffix == ".zip":
        with zipfile.ZipFile(path) as archive:
            infos = archive.infolist()
            if len(infos) > MAX_ENTRIES:
                raise ValueError(f"it holds more than {MAX_ENTRIES} entries")
            for info in infos:
                kind = stat.S_IFMT(info.external_attr >> 16)
                if not info.is_dir() and kind in (0, stat.S_IFREG):
                    yield info.filename, info.file_size
    else:
        with _tar(path) as archive:
            for number, member in enumerate(archive):
                if number > MAX_ENTRIES:
                    raise ValueError(f"it holds more than {MAX_ENTRIES} entries")
                if member.isreg():
                    yield member.name, member.size


def _read_entry(path: Path, name: str) -> bytes:
    """Read one entry, never more of it than a notebook may have."""

    def bounded(stream: IO[bytes] | None) -> bytes:
        data = stream.read(MAX_FILE + 1) if stream else b""
        if len(data) > MAX_FILE:
            raise ValueError(f"its notebook has more than {MAX_FILE // 2**20} MB")
        return data

    if path.is_dir():
        with (path / name).open("rb") as stream:
            return bounded(stream)
    if path.suffix == ".zip":
        with zipfile.ZipFile(path) as archive, archive.open(name) as stream:
            return bounded(stream)
    with _tar(path) as archive:
        return bounded(archive.extractfile(name))


def _tar(path: Path) -> tarfile.TarFile:
    """Open a ``.tar.gz``, unpacked in bounded memory: tarfile itself would read a header of any length."""
    with gzip.open(path) as stream:
        data = stream.read(MAX_ARCHIVE + 1)
    if len(data) > MAX_ARCHIVE:
        raise ValueError(f"it unpacks to more than {MAX_ARCHIVE // 2**20} MB")
    return tarfile.open(fileobj=io.BytesIO(data), mode="r:")
