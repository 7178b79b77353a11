"""Grade one answer file: Python source that defines the exercise's function or class."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from autograder.exercise import Exercise
from autograder.grade import Cell, Times, grade
from autograder.sandbox import Sandbox

MAX_SOURCE = 200_000  # bytes


def try_file(
    sandbox: Sandbox, exercise: Exercise, path: Path, lang: str = "en", seed: int = 0, times: Times | None = None
) -> dict[str, Any]:
    """Return file, exercise, score, max_score, state, diagnosis and hint for an answer file."""
    with open(path, "rb") as file:
        source = file.read(MAX_SOURCE + 1)
    row: dict[str, Any] = {"file": str(path), "exercise": exercise.name}
    verdict = try_source(sandbox, exercise, source.decode("utf-8", "replace"), lang, seed, times)
    parts = [*(verdict.hint or {lang: ()})[lang], verdict.remark.words(lang) if verdict.remark else ""]
    hint = " ".join(part for part in parts if part)
    return row | {
        "score": verdict.score, "max_score": verdict.max_score, "state": verdict.state,
        "diagnosis": verdict.diagnosis, "hint": hint,
    }  # fmt: skip


def try_source(
    sandbox: Sandbox, exercise: Exercise, source: str, lang: str = "en", seed: int = 0, times: Times | None = None
) -> Any:
    """Return the verdict on the source of an answer."""
    cells = [Cell("answer", source, answers=(exercise.name,)), Cell("test", "", tests=exercise.name)]
    return grade(sandbox, cells, [exercise], {exercise.name: seed}, lang, times).verdicts[exercise.name]
