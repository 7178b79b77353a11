"""Grade one answer file: Python source that defines the exercise's function or class."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from autograder.exercise import Exercise, answer_source
from autograder.judging.grade import Cell, Times, grade
from autograder.judging.verdict import Verdict
from autograder.sandbox import Sandbox

MAX_SOURCE = 200_000  # bytes
LEAST = {"misconceptions": 5, "alternatives": 2}  # of each exercise


def try_file(
    sandbox: Sandbox, exercise: Exercise, path: Path, lang: str = "en", seed: int = 0, times: Times | None = None
) -> dict[str, Any]:
    """Return file, exercise, score, max_score, state, diagnosis and hint for an answer file."""
    with open(path, "rb") as file:
        source = file.read(MAX_SOURCE + 1)
    verdict = try_source(sandbox, exercise, source.decode("utf-8", "replace"), lang, seed, times)
    return _row(str(path), exercise, verdict, lang)


def try_all(sandbox: Sandbox, exercise: Exercise, lang: str = "en", seed: int = 0) -> Iterator[dict[str, Any]]:
    """Yield the row of every answer that an exercise knows, run from its source: right ones, then misconceptions.

    ``holds`` says whether it is as it should be: full marks for a right one, else points lost and its own diagnosis.
    """
    for function in (exercise.reference, *exercise.alternatives):
        verdict = try_source(sandbox, exercise, answer_source(function, exercise.name), lang, seed)
        yield _row(function.__name__, exercise, verdict, lang) | {"holds": verdict.state == "correct"}
    for mistake in exercise.mistakes:
        verdict = try_source(sandbox, exercise, answer_source(mistake.function, exercise.name), lang, seed)
        own = verdict.state != "correct" and verdict.diagnosis in (mistake.name, *mistake.looks_like)
        yield _row(mistake.name, exercise, verdict, lang) | {"holds": own}


def lacking(exercise: Exercise) -> list[str]:
    """Return a line for each kind of answers of which an exercise knows fewer than it should."""
    known = {"misconceptions": len(exercise.mistakes), "alternatives": len(exercise.alternatives)}
    return [
        f"{exercise.name}: {known[kind]} {kind}, and there must be at least {least}"
        for kind, least in LEAST.items()
        if known[kind] < least
    ]


def _row(name: str, exercise: Exercise, verdict: Verdict, lang: str) -> dict[str, Any]:
    parts = [*(verdict.hint[lang] if verdict.hint else ()), verdict.remark.words(lang) if verdict.remark else ""]
    hint = " ".join(part for part in parts if part) if verdict.state != "review" else verdict.note  # told to an author
    return {
        "file": name, "exercise": exercise.name,
        "score": verdict.score, "max_score": verdict.max_score, "state": verdict.state,
        "diagnosis": verdict.diagnosis, "hint": hint,
    }  # fmt: skip


def try_source(
    sandbox: Sandbox, exercise: Exercise, source: str, lang: str = "en", seed: int = 0, times: Times | None = None
) -> Verdict:
    """Return the verdict on the source of an answer."""
    cells = [Cell("answer", source, answers=(exercise.name,)), Cell("test", "", tests=exercise.name)]
    return grade(sandbox, cells, [exercise], {exercise.name: seed}, lang, times).verdicts[exercise.name]
