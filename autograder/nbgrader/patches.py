"""What nbgrader takes for something else or takes long for, and has no setting for: names of folders, dates, versions.

Its commands and the formgrader look for files by patterns that begin with the folder of the class, so a class called
``ML [211]`` is empty for them. They read the zone MSK as UTC, and fail on a date that is none. And they start a program
for every new gradebook, only to be told which version of its tables is the newest: that took a second.
"""

from __future__ import annotations

import glob
import os
import re
from datetime import datetime
from functools import cache, partial
from pathlib import Path

from nbgrader import api as gradebooks
from nbgrader import utils
from nbgrader.apps import api
from nbgrader.converters import base
from nbgrader.coursedir import CourseDirectory
from nbgrader.dbutil import ALEMBIC_DIR
from nbgrader.exchange.default import collect, release_feedback
from traitlets.config import Config

from autograder.intake.dates import NoDate, class_zone, utc
from autograder.intake.submission import Refused, read_file
from autograder.support.student_names import composed, sort_out

_NBGRADERS_DATE, _NBGRADERS_PATH = utils.parse_utc, CourseDirectory.format_path


def mend(config: Config, *folders: Path) -> None:
    """Make nbgrader, in this process, take the names of ``folders`` as they are, and dates as we read them.

    ``config`` is that of the class; it says in which zone the class writes dates.
    """
    take_literally(*folders)
    api.NbGraderAPI.get_submitted_students = _submitted_students
    api.NbGraderAPI.get_submitted_timestamp = _submitted_timestamp
    CourseDirectory.get_existing_timestamp = _existing_timestamp
    gradebooks.get_alembic_version = version_of_tables
    utils.parse_utc = collect.parse_utc = partial(_parse_utc, config)


def take_literally(*folders: Path) -> None:
    """Let nbgrader find files in ``folders``, whatever is special for a pattern in their names."""
    _Literal.folders |= {str(folder) for folder in folders}
    for module in (api, base, release_feedback):
        module.glob = _Literal
    CourseDirectory.format_path = _format_path


@cache
def version_of_tables() -> str:
    """Return the newest version of nbgrader's tables, which a new gradebook bears."""
    from alembic.script import ScriptDirectory  # most processes make no gradebook

    version = ScriptDirectory(ALEMBIC_DIR).get_current_head()
    assert version is not None, "nbgrader comes with versions of its tables"
    return version


def submissions(coursedir: CourseDirectory, step: str, unit: str) -> dict[str, str]:
    """Return the folders of a unit in ``submitted/``, or what else ``step`` is, by the name of the student's folder."""
    unit = unit if unit == "*" else glob.escape(unit)
    found = literal(coursedir.format_path(step, "*", unit), coursedir.root)
    return {os.path.basename(os.path.dirname(path)): path for path in glob.glob(found) if os.path.isdir(path)}


def handed_in(folder: Path, home: str) -> datetime | None:
    """Return when a submission was handed in (UTC), or None if it has no date. Raises ``NoDate``."""
    try:
        raw = read_file(folder, "timestamp.txt")[:200]
    except Refused as refusal:
        if refusal.word == "absent":
            return None
        raise NoDate("unreadable") from None
    try:
        return utc(raw.decode("utf-16" if raw[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"), home)
    except UnicodeDecodeError:
        raise NoDate("unreadable") from None


def literal(pattern: str, folder: str) -> str:
    """Return a pattern with nothing special in the name of the folder that it begins with."""
    inside = pattern.startswith(folder + os.sep)
    return glob.escape(folder) + pattern[len(folder) :] if inside else pattern


class _Literal:
    """The part of the module ``glob`` that nbgrader uses, for which some folders have no pattern in their names."""

    folders: set[str] = set()

    @classmethod
    def glob(cls, pattern: str) -> list[str]:
        within = [folder for folder in cls.folders if pattern.startswith(folder + os.sep)]
        return glob.glob(literal(pattern, max(within, key=len, default="")))


def _format_path(
    self: CourseDirectory, nbgrader_step: str, student_id: str, assignment_id: str, escape: bool = False
) -> str:
    """As nbgrader's, but in a regular expression (``escape``) the name of a step's folder stands for itself."""
    step = re.escape(nbgrader_step) if escape else nbgrader_step
    return _NBGRADERS_PATH(self, step, student_id, assignment_id, escape)


def _submitted_students(self: api.NbGraderAPI, assignment_id: str) -> set[str]:
    return {composed(name) for name in submissions(self.coursedir, self.coursedir.submitted_directory, assignment_id)}


def _submitted_timestamp(self: api.NbGraderAPI, assignment_id: str, student_id: str) -> datetime | None:
    found = submissions(self.coursedir, self.coursedir.submitted_directory, assignment_id)
    students, _ = sort_out(found)
    folder = found.get(students.get(student_id, student_id))
    return self.coursedir.get_existing_timestamp(folder) if folder else None


def _existing_timestamp(self: CourseDirectory, dest_path: str) -> datetime | None:
    try:
        return handed_in(Path(dest_path), class_zone(self.config))
    except NoDate as why:
        self.log.warning("%s/timestamp.txt: %s", dest_path, why)
        return None


def _parse_utc(config: Config, said: str | datetime | None) -> datetime | None:
    """Read a date as ours, or where it has another form as nbgrader does. A zone is never guessed at."""
    if isinstance(said, str):
        try:
            return utc(said, class_zone(config))
        except NoDate as why:
            if why.word != "unreadable":
                raise
    return _NBGRADERS_DATE(said)
