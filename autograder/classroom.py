"""Grade a class folder through nbgrader, and make its feedback."""

from __future__ import annotations

import logging
import shutil
from collections.abc import Sequence
from pathlib import Path

from nbgrader.converters import NbGraderException
from nbgrader.coursedir import CourseDirectory
from traitlets.config import Config, PyFileConfigLoader

from autograder import records
from autograder.exercises import units
from autograder.names import composed, sort_out
from autograder.nbgrader.autograde import REPOSITORY, LeftOut, TrustedAutograde
from autograder.nbgrader.configure import configure
from autograder.nbgrader.keep import WholeFeedback
from autograder.nbgrader.mended import submissions

log = logging.getLogger("autograder")


def grade_class(
    root: Path, unit: str, students: Sequence[str] = (), *, uncontained: bool = False
) -> list[records.Record]:
    """Grade ``unit`` for ``students`` (everybody by default) and write their feedback pages.

    ``root`` holds ``submitted/<student>/<unit>/``, and gets an ``nbgrader_config.py`` if it has none. Returns the
    records of those who were graded. Raises ``ValueError`` for an unknown unit or student, and ``NbGraderException``,
    which is logged already, when there is no sandbox and neither ``uncontained`` nor the class's own setting asks for
    that, or when somebody's work could not be processed.
    """
    if unit not in units():
        raise ValueError(f"no such unit: {unit}; there are: {', '.join(units())}")
    found, odd = sort_out(_folders(root, unit))
    wanted = [composed(name) for name in students]
    unknown = [name for name in dict.fromkeys(wanted) if name not in found]
    if unknown:
        why = [f"; {name}: {odd[name]}" for name in unknown if name in odd]
        raise ValueError(f"nothing handed in for {unit} by: {', '.join(unknown)}{''.join(why)}")
    if not found:
        why = [f"; {name!r} is left out: {reason}" for name, reason in odd.items()]
        raise ValueError(f"no submissions for {unit} in {root / 'submitted'}/<student>/{unit}/{''.join(why)}")
    config = Config()
    configure(config, root)
    own = root / "nbgrader_config.py"
    if own.exists():  # the class's own settings: late penalties, for example
        config.merge(PyFileConfigLoader(own.name, path=str(root)).load_config())
    else:  # without it, nbgrader's own commands would run learner code in this folder as it stands
        shutil.copyfile(REPOSITORY / own.name, own)
    if uncontained:
        config.TrustedAutograde.uncontained = True
    config.CourseDirectory.assignment_id = unit
    config.CourseDirectory.student_id = wanted[0] if len(wanted) == 1 else "*"
    config.CourseDirectory.student_id_exclude = ""
    directory = CourseDirectory(config=config)
    failure = None
    for step in (TrustedAutograde, WholeFeedback):
        app = step(coursedir=directory, config=config)
        app.log = log
        app.force = True
        app.only = wanted or list(found)
        try:
            app.start()
        except LeftOut:  # the others are graded; ``left_out`` says who is not
            continue
        except NbGraderException as error:  # somebody could not be processed: the others still get their feedback
            failure = failure or error
    if failure:
        raise failure
    return [record for record in records.read(root, unit) if record.student in app.only]


def left_out(root: Path, unit: str) -> list[str]:
    """Return the folders that hold a submission of ``unit`` under a name that cannot be a student's."""
    return list(sort_out(_folders(root, unit))[1])


def _folders(root: Path, unit: str) -> list[str]:
    return list(submissions(CourseDirectory(root=str(root)), "submitted", unit))


__all__ = ["NbGraderException", "grade_class", "left_out"]
