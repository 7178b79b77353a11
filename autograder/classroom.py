"""Grade a class folder through nbgrader, and make its feedback."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from pathlib import Path

from nbgrader.converters import NbGraderException
from nbgrader.coursedir import CourseDirectory
from traitlets.config import Config, PyFileConfigLoader

from autograder import records
from autograder.exercises import units
from autograder.nbgrader.autograde import TrustedAutograde
from autograder.nbgrader.configure import configure
from autograder.nbgrader.keep import WholeFeedback

log = logging.getLogger("autograder")


def grade_class(
    root: Path, unit: str, students: Sequence[str] = (), *, uncontained: bool = False
) -> list[records.Record]:
    """Grade ``unit`` for ``students`` (everybody by default) and write their feedback pages.

    ``root`` holds ``submitted/<student>/<unit>/``. Returns the records of those who were graded. Raises ``ValueError``
    for an unknown unit or student, ``NbGraderException`` when there is no sandbox and ``uncontained``
    was not asked for, or when somebody's work could not be processed.
    """
    if unit not in units():
        raise ValueError(f"no such unit: {unit}; there are: {', '.join(units())}")
    found = sorted(path.parent.name for path in (root / "submitted").glob(f"*/{unit}") if path.is_dir())
    handed_in = [name for name in found if records.is_student(name)]
    unknown = sorted(set(students) - set(handed_in))
    if unknown:
        raise ValueError(f"nothing handed in for {unit} by: {', '.join(unknown)}")
    if not handed_in:
        raise ValueError(f"no submissions for {unit} in {root / 'submitted'}/<student>/{unit}/")
    config = Config()
    configure(config, root)
    if (root / "nbgrader_config.py").exists():  # the class's own settings: late penalties, for example
        config.merge(PyFileConfigLoader("nbgrader_config.py", path=str(root)).load_config())
    config.TrustedAutograde.uncontained = uncontained
    config.CourseDirectory.assignment_id = unit
    config.CourseDirectory.student_id = students[0] if len(students) == 1 else "*"
    others = sorted(set(handed_in) - set(students)) if students else []
    config.CourseDirectory.student_id_exclude = ",".join(others)
    directory = CourseDirectory(config=config)
    failure = None
    for step in (TrustedAutograde, WholeFeedback):
        app = step(coursedir=directory, config=config)
        app.log = log
        app.force = True
        try:
            app.start()
        except NbGraderException as error:  # somebody could not be processed: the others still get their feedback
            failure = failure or error
    if failure:
        raise failure
    graded = set(students or handed_in)
    return [record for record in records.read(root, unit) if record.student in graded]


__all__ = ["NbGraderException", "grade_class"]
