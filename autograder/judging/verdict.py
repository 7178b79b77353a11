"""What the judge decided about one exercise of one submission."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from course.language import text

State = Literal["correct", "partial", "wrong", "not_attempted", "error", "review"]
PARTLY = "partly"  # the remark on a misconception that explains only some of what is wrong
STATES: tuple[str, ...] = ("correct", "partial", "wrong", "error", "not_attempted", "review")  # the best first


@dataclass(frozen=True)
class Remark:
    """Something true about how a notebook was read or an exercise judged, for the learner and whoever grades.

    ``name`` is a text of ``check.remark``, ``values`` fill it in. Remarks never change a score.
    """

    name: str
    values: dict[str, str] = field(default_factory=dict)

    def words(self, lang: str) -> str:
        """Return the remark as a sentence."""
        return text(f"check.remark.{self.name}", lang, **self.values)


@dataclass(frozen=True)
class Repair:
    """The smallest change of an answer that makes it right: what kind it is and where, never the change itself.

    ``kinds`` and ``lines`` (of the cell) have an entry for each change; ``tried`` is how many versions were tried.
    """

    kinds: tuple[str, ...]
    lines: tuple[int, ...]
    tried: int


@dataclass(frozen=True)
class Verdict:
    """Points, state, diagnosis and the hint that belongs to it, in both languages.

    ``score`` is None exactly when ``state`` is ``review``: the grader itself failed, and a person must look.
    ``passed`` and ``failed`` are kinds of probes, or the part that one looks at (``part:relu``); they name what was
    tried, never with which numbers.
    """

    exercise: str
    state: State
    score: float | None
    max_score: float
    diagnosis: str = ""
    hint: dict[str, tuple[str, str]] | None = None
    passed: tuple[str, ...] = ()
    failed: tuple[str, ...] = ()
    note: str = ""  # for the instructor's log, never shown to a learner
    remark: Remark | None = None
    repair: Repair | None = None

    @property
    def is_partly(self) -> bool:
        """Whether a misconception is named that explains only some of what is wrong."""
        return self.remark is not None and self.remark.name == PARTLY

    def words(self, lang: str) -> str:
        """Return the verdict as a few plain lines for the learner."""
        points = "?" if self.score is None else f"{self.score:g}"
        lines = [text(f"check.state.{self.state}", lang, name=self.exercise)]
        lines.append(text("check.points", lang, score=points, max=f"{self.max_score:g}"))
        entirely = [kind for kind in self.passed if kind not in self.failed]
        for key, kinds in (("check.passed", entirely), ("check.failed", self.failed)):
            if kinds:
                names = [_tried(kind, lang) for kind in dict.fromkeys(kinds)]
                lines.append(text(key, lang, kinds=", ".join(names)))
        if self.hint:
            lines += [part for part in self.hint[lang] if part]
        if self.remark:
            lines.append(self.remark.words(lang))
        return "\n".join(lines)


def _tried(kind: str, lang: str) -> str:
    """Return the words for a kind of probe, or the name of the part that it looks at."""
    _, colon, part = kind.partition(":")
    return part if colon else text(f"check.probe.{kind}", lang)
