"""Lose nothing: files appear whole or not at all, what is replaced is put aside, the gradebook is backed up.

A grader that is killed between any two instructions leaves each student either graded or to be graded again; running
it again gives the same marks.
"""

from __future__ import annotations

import contextlib
import glob
import os
import shutil
import sqlite3
import tempfile
import time
from collections.abc import Collection
from pathlib import Path
from typing import Any

from nbconvert.preprocessors import CSSHTMLHeaderPreprocessor
from nbgrader.converters import GenerateFeedback
from nbgrader.converters.base import BaseConverter
from nbgrader.exchange.default import ExchangeReleaseFeedback
from nbgrader.utils import notebook_hash
from traitlets import List

from autograder import records
from autograder.names import composed
from autograder.nbgrader.mended import literal
from autograder.nbgrader.pages import GetStanding

BACKUPS = 30


class WholeFiles(BaseConverter):
    """A converter that writes a student's folder elsewhere and moves it into place when it is complete."""

    only: Collection[str] | None = None  # the students to be processed; None for all that nbgrader's settings name

    def start(self) -> None:
        """Process the students that are asked for, whatever keyboard their name was typed on."""
        self.coursedir.student_id = composed(self.coursedir.student_id)
        super().start()

    def is_done(self, source: Path, destination: Path, assignment_id: str, student_id: str) -> bool:
        """Whether the result in ``destination`` is there and belongs to what is in ``source`` now."""
        raise NotImplementedError

    def init_destination(self, assignment_id: str, student_id: str) -> bool:
        """Say whether the student has to be processed."""
        if f",{student_id}," in f",{self.coursedir.student_id_exclude},":  # a name may have a comma in it
            return False
        if self.only is not None and student_id not in self.only:
            return False
        self._place = Path(super()._format_dest(assignment_id, student_id))
        source = Path(self._format_source(assignment_id, student_id))
        if not self.force and self.is_done(source, self._place, assignment_id, student_id):
            self.log.info("Skipping, already done: %s", self._place)
            return False
        self._aside = Path(self.coursedir.root) / "backup" / Path(self._output_directory).name / student_id
        self._place.parent.mkdir(parents=True, exist_ok=True)
        for rest in self._place.parent.glob(".part-*"):  # of a run that was killed
            shutil.rmtree(rest)
        self._scratch = Path(tempfile.mkdtemp(prefix=".part-", dir=self._place.parent))
        return True

    def set_permissions(self, assignment_id: str, student_id: str) -> None:
        """Finish a student: permissions, then into place. An older result is put aside, never deleted."""
        self._scratch.chmod(0o755)
        super().set_permissions(assignment_id, student_id)
        if self._place.exists():
            self._aside.mkdir(parents=True, exist_ok=True)
            os.rename(self._place, self._aside / f"{assignment_id}-{time.time_ns()}")
        os.rename(self._scratch, self._place)

    def _format_dest(self, assignment_id: str, student_id: str, escape: bool = False) -> str:
        return str(self._scratch)


class WholeFeedback(WholeFiles, GenerateFeedback):
    """Feedback pages, made again when the notebook was graded again."""

    preprocessors = List([GetStanding, CSSHTMLHeaderPreprocessor]).tag(config=True)

    def init_single_notebook_resources(self, notebook_filename: str) -> dict[str, Any]:
        """Give the page the record of its verdicts too."""
        resources = super().init_single_notebook_resources(notebook_filename)
        unit, student = resources["nbgrader"]["assignment"], resources["nbgrader"]["student"]
        return resources | {"record": records.read_one(Path(self.coursedir.root), unit, student)}

    def is_done(self, source: Path, destination: Path, assignment_id: str, student_id: str) -> bool:
        """Whether there is a page for every graded notebook, and a newer one."""
        pages = [(graded, destination / f"{graded.stem}.html") for graded in source.glob("*.ipynb")]
        return all(page.exists() and page.stat().st_mtime >= graded.stat().st_mtime for graded, page in pages)


class ReleaseFeedback(ExchangeReleaseFeedback):
    """nbgrader's ``release_feedback``; a notebook that came under another name gets its page by that name too.

    A learner's ``fetch_feedback`` asks for a page by the name of the file that was handed in.
    """

    def copy_files(self) -> None:
        """Put every page into the exchange."""
        super().copy_files()
        unit = self.coursedir.assignment_id
        for page in map(Path, glob.glob(literal(os.path.join(self.src_path, "*.html"), self.coursedir.root))):
            student = page.parent.parent.name
            record = records.read_one(Path(self.coursedir.root), unit, student)
            name = Path(record.file).stem if record else ""
            if name in ("", page.stem) or f",{student}," in f",{self.coursedir.student_id_exclude},":
                continue
            secret = (page.parent / "submission_secret.txt").read_text("utf-8")
            target = Path(self.dest_path) / f"{notebook_hash(secret=secret, notebook_id=name)}.html"
            scratch = target.with_name(f"{target.stem}-tmp.html")
            shutil.copy(page, scratch)
            os.replace(scratch, target)


def back_up_gradebook(root: Path, database: str) -> None:
    """Copy the gradebook to ``root/backup`` as it is now; the latest thirty copies are kept."""
    path = Path(database.removeprefix("sqlite:///"))
    if not database.startswith("sqlite:///") or not path.exists():
        return
    folder = root / "backup"
    folder.mkdir(exist_ok=True)
    target = folder / f"gradebook-{time.strftime('%Y%m%dT%H%M%S', time.gmtime())}-{time.time_ns() % 10**9:09}.db"
    with contextlib.closing(sqlite3.connect(path)) as source, contextlib.closing(sqlite3.connect(target)) as copy:
        source.backup(copy)
    for old in sorted(folder.glob("gradebook-*.db"))[:-BACKUPS]:
        old.unlink()
