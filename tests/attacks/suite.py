"""Read the attacks and hand them in."""

from __future__ import annotations

import os
import re
import tempfile
import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import nbformat
from nbformat import NotebookNode

from autograder.classroom.hand_in import hand_in
from autograder.nbgrader.autograde import REPOSITORY
from course.workspace import notebook_file

UNIT = "04-gradient-descent"
NAME = notebook_file(UNIT)
HERE = Path(__file__).parent
BEFORE, AFTER = "alice", "zoe"  # two honest students, graded before and after everything else
POINTS = {
    "loss": 1, "d_loss": 1, "gradient_descent": 3, "gradient_descent_until": 3, "closed_form": 2, "regime": 2,
    "steps_to_reach": 2, "descend_safely": 3, "fooling_rate": 3, "count_valleys": 2,
}  # fmt: skip


@dataclass(frozen=True)
class Attack:
    """One submission and what must happen to it."""

    path: Path
    attempts: str
    text: str
    earns: dict[str, float] = field(default_factory=dict)
    states: dict[str, str] = field(default_factory=dict)
    diagnoses: dict[str, str] = field(default_factory=dict)
    refused: str = ""
    graded: bool = True
    student: str = ""
    base: str = ""
    lang: str = "en"
    never: str = ""
    before: str = ""

    @property
    def group(self) -> str:
        """The class of attacks it belongs to: the name of its folder."""
        return self.path.parent.name

    @property
    def honest(self) -> bool:
        """Whether it is an honest submission that must lose nothing."""
        return self.group == "honest"

    def __str__(self) -> str:
        return f"{self.group}/{self.path.stem}"

    def hand_in(self, submitted: Path, places: dict[str, str]) -> None:
        """Put the submission into ``submitted``; ``places`` fills in the words between @ signs."""
        folder = submitted / self.student / UNIT
        os.makedirs(os.fsencode(folder))
        if re.search(r"^def make\(", self.text, re.MULTILINE):
            recipe: dict[str, Any] = {"typed": typed}
            exec(compile(_fill(self.text, places), str(self.path), "exec"), recipe)
            recipe["make"](folder, released(self.lang))
        else:
            node = typed(_fill(self.text, places), self.lang, self.base, _fill(self.before, places))
            (folder / NAME).write_text(nbformat.writes(node), "utf-8")


def attacks() -> list[Attack]:
    """Return all attacks, by class and name."""
    return [_read(path) for path in sorted(HERE.glob("*/*.py"))]


def released(lang: str = "en") -> NotebookNode:
    """Return the notebook as learners get it."""
    return nbformat.read(REPOSITORY / "release" / lang / UNIT / NAME, as_version=4)


def typed(text: str, lang: str = "en", base: str = "", before: str = "") -> NotebookNode:
    """Return the released notebook with the answers of demo/``base``.py and then of ``text`` typed in."""
    node = released(lang)
    if base:
        node = hand_in(node, REPOSITORY / "demo" / f"{base}.py")
        for cell in node.cells:
            cell.id = cell.id.replace("own-", "base-") if cell.id != "own-words" else cell.id
    if before:
        node.cells.insert(0, nbformat.v4.new_code_cell(before, id="before"))
    with tempfile.NamedTemporaryFile("w", suffix=".py", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        return hand_in(node, Path(file.name))


def honest_class(submitted: Path) -> None:
    """Hand in the two honest notebooks between which everything else is graded."""
    for student in (BEFORE, AFTER):
        (submitted / student / UNIT).mkdir(parents=True)
        (submitted / student / UNIT / NAME).write_text(nbformat.writes(typed("", base="alice")), "utf-8")


def _read(path: Path) -> Attack:
    lines = path.read_text("utf-8").splitlines(keepends=True)
    length = next((number for number, line in enumerate(lines) if not line.startswith("# ") or line.startswith("# %%")))
    head: dict[str, Any] = tomllib.loads("".join(line.removeprefix("# ") for line in lines[:length]))
    before = head.pop("with", "")
    if before:
        head["before"] = (HERE / "with" / f"{before}.txt").read_text("utf-8")
    if head.get("earns") == "all":
        head["earns"] = dict(POINTS)
    kind = "honest" if path.parent.name == "honest" else "m"
    head.setdefault("student", f"{kind}-{path.parent.name}-{path.stem}" if kind == "m" else f"honest-{path.stem}")
    return Attack(path=path, text="".join(lines[length:]).lstrip("\n"), **head)


def _fill(text: str, places: dict[str, str]) -> str:
    for word, value in places.items():
        text = text.replace(f"@{word}@", value)
    return text
