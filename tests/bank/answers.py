"""Read the bank: answers that somebody wrote who has not seen the exercises, only what learners see.

``tests/bank/<unit>/<exercise>.py`` holds answer cells, each below a line that says what it is:
``# %% right: by repeated multiplication`` or ``# %% wrong: the constant is subtracted``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from autograder.exercise import PRELUDE
from autograder.exercises import exercises
from autograder.judging.grade import Times
from autograder.sandbox import Sandbox
from autograder.authoring.try_answer import try_source
from autograder.judging.verdict import Verdict

HEADER = re.compile(r"^# %% (right|wrong): (.*)\n((?:(?!# %%).*\n?)*)", re.MULTILINE)


FACTS = (
    "differs:", "input:", "wrong_type:", "changed_argument", "not_used", "no_element", "function_as_number",
    "unknown_name", "no_value_yet", "other_arguments",
)  # fmt: skip


@dataclass(frozen=True)
class Answer:
    """One answer cell, whether it is right, and what is special or wrong about it in its author's words."""

    unit: str
    exercise: str
    right: bool
    words: str
    source: str


def answers() -> Iterator[Answer]:
    """Yield all answers of the bank, in the order of the course."""
    for file in sorted(Path(__file__).parent.glob("*/*.py")):
        for kind, words, source in HEADER.findall(file.read_text("utf-8")):
            yield Answer(file.parent.name, file.stem, kind == "right", words, source)


def judged(sandbox: Sandbox, answer: Answer, times: Times | None = None) -> tuple[Verdict, str]:
    """Return the verdict on an answer, and what became of it in a word or two."""
    exercise = exercises()[answer.exercise]
    verdict = try_source(sandbox, exercise, PRELUDE + answer.source, times=times)
    if answer.right:
        return verdict, "right, full marks" if verdict.state == "correct" else "right, REFUSED"
    if verdict.state == "correct":
        return verdict, "not noticed"
    if verdict.diagnosis in {mistake.name for mistake in exercise.mistakes}:
        return verdict, "understood by name"
    if verdict.repair is not None:
        return verdict, "understood by repair"
    if verdict.diagnosis.startswith(FACTS):
        return verdict, "understood by facts"
    shown = verdict.hint is not None and verdict.hint["en"][1].startswith("Try ")
    return verdict, "an example that fails" if shown else "not understood"
