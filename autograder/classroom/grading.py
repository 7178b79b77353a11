"""Grade a class folder through nbgrader, and make its feedback."""

from __future__ import annotations

import logging
import shutil
from collections.abc import Callable, Collection, Sequence
from pathlib import Path
from typing import NamedTuple

from nbgrader.converters import NbGraderException
from nbgrader.coursedir import CourseDirectory
from traitlets.config import Config
from traitlets.config.loader import PyFileConfigLoader

from autograder.classroom import records
from autograder.exercises import units
from autograder.nbgrader.atomic_converter import AtomicConverter, AtomicFeedback, Done, Problem, Unfinished
from autograder.nbgrader.autograde import LeftOut, TrustedAutograde, misplaced
from autograder.nbgrader.configure import configure
from autograder.nbgrader.gradebook import Place
from autograder.nbgrader.patches import submissions
from autograder.nbgrader.regrade import Change, Regrade
from autograder.support.locks import turn
from autograder.support.repository import REPOSITORY
from autograder.support.student_names import composed, sort_out

OWN = "nbgrader_config.py"
log = logging.getLogger("autograder")


def grade_class(
    root: Path, unit: str, students: Sequence[str] = (), *, uncontained: bool = False, force: bool = False,
    workers: int | None = None, scheduler: str = "", clear_text: bool = False,
    tell: Callable[[Done], None] | None = None,
) -> list[records.Record]:  # fmt: skip
    """Grade ``unit`` for ``students`` (everybody by default) and write their feedback pages.

    What has been graded is not graded again while nothing has changed, unless ``force`` is given. ``workers``: so many
    are judged side by side; 0: as many as there are cores; by default what the class's configuration says.
    ``scheduler``: the address of a dask scheduler whose workers judge; ``clear_text`` if they may be asked without TLS.
    ``tell`` is told of every student who is done.

    ``root`` holds ``submitted/<student>/<unit>/``, and gets an ``nbgrader_config.py`` if it has none. Returns the
    records of those who were graded. Raises ``ValueError`` for an unknown unit or student, ``SomeLeft`` when all is
    done but something was wrong with somebody's files, and ``NbGraderException``, which is logged already, when nobody
    can be graded: there is no sandbox and neither ``uncontained`` nor the class's own setting asks for that, or the
    gradebook cannot be used.
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
    if not (root / OWN).exists():  # without it, nbgrader's own commands would run learner code in this folder as it is
        shutil.copyfile(REPOSITORY / OWN, root / OWN)
    config = settings(root, unit)
    if uncontained:
        config.TrustedAutograde.uncontained = True
    if workers is not None:
        config.TrustedAutograde.workers = workers
    if scheduler:
        config.TrustedAutograde.scheduler = scheduler
    if clear_text:
        config.TrustedAutograde.clear_text = True
    if len(wanted) == 1:
        config.CourseDirectory.student_id = wanted[0]
    everybody = wanted or list(found)
    unfinished = _run(config, everybody, force=force, tell=tell)
    graded = [record for record in records.read(root, unit) if record.student in everybody]
    if unfinished:
        raise SomeLeft(graded)
    return graded


class SomeLeft(NbGraderException):
    """The class is graded, but something was wrong with somebody's files, which the log names."""

    def __init__(self, graded: list[records.Record]) -> None:
        super().__init__("something was wrong with somebody's files")
        self.graded = graded  # the records of those who were graded


def regrade(
    root: Path, unit: str, exercise: str = "", *, dry_run: bool = False, down: bool = False
) -> tuple[list[Change], bool]:
    """Judge what was graded once more, after a repair; return what changes, and whether all went well.

    ``exercise``: only this one. With ``dry_run`` nothing is written; fewer points are given only with ``down``. Raises
    as ``grade_class`` does.
    """
    if unit not in units():
        raise ValueError(f"no such unit: {unit}; there are: {', '.join(units())}")
    if exercise and exercise not in units()[unit]:
        raise ValueError(f"no such exercise in {unit}: {exercise}; there are: {', '.join(units()[unit])}")
    config = settings(root, unit)
    directory = CourseDirectory(config=config)
    judge = Regrade(coursedir=directory, config=config)
    judge.log, judge.exercise, judge.dry_run, judge.down = log, exercise, dry_run, down
    whole = True
    try:
        judge.start()
    except (LeftOut, Unfinished):  # they are named
        whole = False
    if not dry_run:
        graded = {record.student for record in records.read(root, unit)}
        whole &= not _run(config, graded, steps=(AtomicFeedback,))
    return list(judge.changes.values()), whole


class Finding(NamedTuple):
    """Where what is kept of a student disagrees, and whether only the judge can mend it."""

    unit: str
    student: str
    why: str
    judge: bool


def check_class(root: Path, unit: str = "", *, mend: bool = False) -> tuple[list[Finding], list[Finding]]:
    """Compare records, gradebook, graded notebooks and pages, of every unit by default.

    Returns what disagrees, and what still does: the same unless ``mend`` is given; then what a record says is written
    again wherever it is missing, and nobody is judged. Raises ``ValueError`` for an unknown unit, and
    ``NbGraderException``, which is logged already, when the gradebook cannot be used.
    """
    if unit and unit not in units():
        raise ValueError(f"no such unit: {unit}; there are: {', '.join(units())}")
    found = [finding for each in ([unit] if unit else units()) for finding in _compare(root, each)]
    if not mend:
        return found, found
    for each in dict.fromkeys(finding.unit for finding in found):
        hopeless = {finding.student for finding in found if finding.unit == each and finding.judge}
        students = {finding.student for finding in found if finding.unit == each} - hopeless
        if students:
            _run(settings(root, each), students)
    return found, [finding for each in dict.fromkeys(each.unit for each in found) for finding in _compare(root, each)]


def _compare(root: Path, unit: str) -> list[Finding]:
    """Return what disagrees in a unit; nothing is changed."""
    config = settings(root, unit)
    directory = CourseDirectory(config=config)
    judge, pages = (step(coursedir=directory, config=config) for step in (TrustedAutograde, AtomicFeedback))
    judge.log = pages.log = log
    judge.gradebook.require(thoroughly=True)
    handed_in = judge.find_students()
    kept = {path.stem for path in (root / "report" / unit).glob("*.json")}
    kept |= {path.parent.name for step in ("autograded", "feedback") for path in root.glob(f"{step}/*/{unit}")}
    found = []
    for student in sorted({*handed_in, *kept}):
        if student not in handed_in:
            found.append(Finding(unit, student, "nothing is handed in, but there are results", judge=True))
            continue
        try:
            with turn(root, unit, student, log):
                wrong = judge.problem(unit, student) or pages.problem(unit, student)
        except OSError as error:
            wrong = Problem(str(error), judge=True)
        if wrong:
            found.append(Finding(unit, student, *wrong))
    return found


def settings(root: Path, unit: str) -> Config:
    """Return the configuration of a class, with its own ``nbgrader_config.py``, for everybody's work in a unit."""
    config = Config()
    configure(config, root)
    if (root / OWN).exists():  # late penalties, for example
        config.merge(PyFileConfigLoader(OWN, path=str(root)).load_config())
    config.CourseDirectory.assignment_id = unit
    config.CourseDirectory.student_id = "*"
    config.CourseDirectory.student_id_exclude = ""
    return config


def gradebook_of(root: Path, unit: str) -> str:
    """Return where the gradebook of a class is, as the class's configuration says."""
    return place_of(settings(root, unit)).where


def place_of(config: Config) -> Place:
    """Return the gradebook of a class with these settings."""
    return TrustedAutograde(coursedir=CourseDirectory(config=config), config=config).gradebook


def _run(
    config: Config, students: Collection[str], *, force: bool = False, tell: Callable[[Done], None] | None = None,
    steps: Sequence[type[AtomicConverter]] = (TrustedAutograde, AtomicFeedback),
) -> bool:  # fmt: skip
    """Grade and make the pages; return whether something was wrong with somebody's files."""
    directory = CourseDirectory(config=config)
    unfinished = False
    for step in steps:
        app = step(coursedir=directory, config=config)
        app.log = log
        app.force = force
        app.only = students
        app.tell = tell
        try:
            app.start()
        except LeftOut:  # the others are graded; ``left_out`` says who is not
            continue
        except Unfinished:  # the others still get their feedback
            unfinished = True
    return unfinished


def left_out(root: Path, unit: str) -> list[str]:
    """Return the folders that hold a submission of ``unit`` under a name that cannot be a student's, or no folder."""
    return [*sort_out(_folders(root, unit))[1], *misplaced(CourseDirectory(root=str(root)), unit)]


def _folders(root: Path, unit: str) -> list[str]:
    return list(submissions(CourseDirectory(root=str(root)), "submitted", unit))


__all__ = ["NbGraderException", "SomeLeft", "check_class", "grade_class", "gradebook_of", "left_out", "regrade"]
