"""Judge the copy of a unit in which somebody works."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from autograder.classroom.records import Record, course_key
from autograder.exercises import units
from autograder.intake.submission import Refused, Submission, intake
from autograder.judging.grade import grade, seeds_of
from autograder.judging.verdict import Remark, Verdict
from autograder.reporting import pretest
from autograder.sandbox import Sandbox
from autograder.support.repository import released_notebooks
from course import workspace
from course.findings import hint_words
from course.language import LANGUAGES


@dataclass(frozen=True)
class Graded:
    """The verdicts on a copy, and by exercise the text of the cells that answer it."""

    record: Record
    sources: dict[str, str]


def grade_copy(sandbox: Sandbox, home: Path, unit: str, lang: str) -> Graded:
    """Judge ``home/work/<lang>/<unit>``. Raises ``Refused`` if the notebook cannot be read."""
    submission = _taken_in(home, lang, unit)
    exercises = list(units()[unit].values())
    seeds = seeds_of(exercises, course_key(home), unit, "", submission.sha256)
    graded = grade(sandbox, submission.cells, exercises, seeds, lang)
    if graded.undecided:  # the computer was too busy: once more, with what has been decided
        todo = [exercise for exercise in exercises if exercise.name in graded.undecided]
        known = {name: verdict for name, verdict in graded.verdicts.items() if name not in graded.undecided}
        again = grade(sandbox, submission.cells, todo, seeds, lang, known=known)
        graded.verdicts.update(again.verdicts)
    verdicts = tuple(map(_said_to_one_alone, graded.verdicts.values()))
    # "several" is for a class, where a person has to look: whoever studies alone is that person and reads the remark.
    remarks = [replace(each, name="several_alone") if each.name == "several" else each for each in submission.remarks]
    record = Record(
        unit, "", verdicts, sha256=submission.sha256, seeds=seeds, contained=sandbox.contained,
        remarks=(*remarks, *_before_and_after(home, lang, unit, submission)), answers=submission.answers,
        file=submission.file,
    )  # fmt: skip
    sources: dict[str, str] = {}
    for cell in submission.cells:
        for name in cell.answers:
            sources[name] = f"{sources[name]}\n{cell.source}" if name in sources else cell.source
    return Graded(record, sources)


def _said_to_one_alone(verdict: Verdict) -> Verdict:
    """Return a verdict whose hint does not speak of an instructor: who needs a person is told what to do instead."""
    for name in ("review", "busy"):
        if verdict.hint == {lang: hint_words(name, lang) for lang in LANGUAGES}:
            return replace(verdict, hint={lang: hint_words(name, lang, alone=True) for lang in LANGUAGES})
    return verdict


def _taken_in(home: Path, lang: str, unit: str) -> Submission:
    path = workspace.notebook(home, lang, unit)
    return intake(path.parent, path.name, released_notebooks(unit))


def _before_and_after(home: Path, lang: str, unit: str, submission: Submission) -> tuple[Remark, ...]:
    """Return what the six questions show, once they are answered a second time."""
    after = pretest.right(submission.notebook, unit) if unit == pretest.LAST else None
    if after is None:
        return ()
    try:
        before = pretest.right(_taken_in(home, lang, pretest.FIRST).notebook, pretest.FIRST)
    except Refused:
        before = None
    times = [each for each in (before, after) if each is not None]
    signs = ", ".join(f"{name} {' → '.join('✓' if each[name] else '✗' for each in times)}" for name in pretest.KEY)
    counts = dict(zip(("before", "after")[-len(times) :], (str(sum(each.values())) for each in times), strict=True))
    return (Remark("six_before_and_after" if before else "six_after", {"signs": signs, **counts}),)
