"""The numbers that a lesson prints, computed again by its numbers cells.

::

    # %% numbers="one-step"
    says("37.1001", 5.01**2 + 12)
    holds(all(g < 0 for g in slopes), "every slope is negative")

``says(printed, value)`` demands that ``printed`` stands in the prose cell ``one-step`` in both languages, as a whole
number, and that ``value`` rounds to it: it is off by at most half a unit of the last printed digit. Understood are
signs, thousands set apart by a space, percent (a hundredth), powers of ten such as 3·10⁻⁶, and fractions such as 1/3,
which are exact. With ``lang="ru"`` it demands that of one language. ``holds(condition, what)`` demands a claim.
``run(key)`` runs a code cell of the lesson and returns what that prints.
"""

from __future__ import annotations

import contextlib
import io
import math
import re
import sys
import traceback
from dataclasses import dataclass, field
from decimal import Decimal
from functools import partial
from importlib import import_module
from typing import Any

import numpy as np

from autograder.authoring.lesson import Lesson
from autograder.exercises import units
from course.language import LANGUAGES

_RAISED = str.maketrans("⁻⁰¹²³⁴⁵⁶⁷⁸⁹", "-0123456789")
_POWER = r"10\^-?\d+"
_NUMBER = re.compile(
    rf"(?P<sign>[-+]?)(?:(?P<digits>\d{{1,3}}(?: \d{{3}})+|\d+)(?:\.(?P<rest>\d+))?(?:·(?P<times>{_POWER}))?"
    rf"|(?P<power>{_POWER}))(?P<percent>%)?"
)


def plain(text: str) -> str:
    """Return a text with each sign of a number in one form: ``-``, one space, ``·``, and ``10^-6`` without braces."""
    text = text.replace("−", "-").replace("{,}", ",").replace("\\%", "%")
    text = re.sub(r"\\[,;: ]", " ", text)
    text = re.sub(r"\\times(?![a-z])|\\cdot(?![a-z])|\s*×", "·", text)
    text = re.sub(r"\s*·\s*", "·", re.sub(r"\s*%", "%", re.sub(r"\s", " ", text)))
    return re.sub(r"10\^\{(-?\d+)\}", r"10^\1", re.sub(r"10([⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+)", _raised, text))


def _raised(power: re.Match[str]) -> str:
    return "10^" + power[1].translate(_RAISED)


def measured(printed: str) -> tuple[float, float]:
    """Return the value of a printed number, and half a unit of its last digit. Raises ``ValueError``."""
    text = plain(printed).strip()
    if fraction := re.fullmatch(r"([-+]?\d+)/(\d+)", text):
        value = int(fraction[1]) / int(fraction[2])
        return value, 1e-12 * abs(value)
    match = _NUMBER.fullmatch(text)
    if match is None:
        raise ValueError(f"{printed!r} is not a number as a text prints it")
    rest, power = match["rest"] or "", match["times"] or match["power"]
    scale = Decimal(10) ** int(power.removeprefix("10^")) if power else Decimal(1)
    scale /= 100 if match["percent"] else 1
    value = Decimal((match["digits"] or "1").replace(" ", "") + "." + (rest or "0")) * scale
    unit = scale / 10 ** len(rest) if match["digits"] else Decimal(0)
    return float(-value if match["sign"] == "-" else value), float(unit / 2)


def stands(printed: str, text: str) -> bool:
    """Whether a printed number stands in a text, and not as a part of a longer one."""
    wanted, text = plain(printed).strip(), f" {plain(text)} "
    before = r"(?<![\w)}\]])" if wanted[0] in "+-" else r"(?<!\d)(?<!\d[.,])(?<![^\w)}\]]-)"
    if re.match(r"\d{3}(?!\d)", wanted):
        before += r"(?<!\d )"  # the end of thousands
    after = r"(?!\d|\.\d|·10\^|\^)" + ("" if "." in wanted else r"(?! \d{3}(?!\d))")
    return bool(re.search(before + re.escape(wanted) + after, text))


@dataclass
class Proof:
    """What the numbers cells of one lesson found."""

    said: int = 0  #: numbers that were compared
    faults: list[str] = field(default_factory=list)


def prove(lesson: Lesson) -> Proof:
    """Run a lesson's numbers cells from top to bottom in one namespace; a fault names the file and the line."""
    proof = Proof()
    names = _names(lesson)
    with np.errstate(all="ignore"):
        for cell in lesson.numbers:
            prose = {
                other.metadata["lang"]: other.source for other in lesson.cells
                if other.metadata.get("key") == cell.key and "lang" in other.metadata
            }  # fmt: skip
            names |= {"says": partial(_says, proof, lesson, cell.key, prose), "holds": partial(_holds, proof, lesson)}
            code = "\n" * (cell.line - 1) + cell.source
            try:
                exec(compile(code, str(lesson.path), "exec"), names)
            except Exception as error:  # the code of the lesson may raise anything; the line is what helps
                steps = traceback.extract_tb(error.__traceback__)
                line = next((s.lineno for s in reversed(steps) if s.filename == str(lesson.path)), None)
                line = line or getattr(error, "lineno", None) or cell.line
                proof.faults.append(f"{lesson.path.name}:{line}: {type(error).__name__}: {error}")
    return proof


def _names(lesson: Lesson) -> dict[str, Any]:
    """Return what a numbers cell finds: numpy, the unit's public helpers, the setup's imports, the references."""
    names: dict[str, Any] = {"__name__": lesson.unit, "np": np, "math": math}
    public = import_module(f"course.public.u{lesson.unit.replace('-', '_')}")
    names |= {name: value for name, value in vars(public).items() if not name.startswith("_")}
    if any(cell.metadata.get("key") == "setup" for cell in lesson.cells):
        _run(lesson, names, "setup")
    names |= {name: exercise.reference for name, exercise in units()[lesson.unit].items()}
    names["run"] = partial(_run, lesson, names)
    return names


def _run(lesson: Lesson, names: dict[str, Any], key: str) -> str:
    sources = [cell.source for cell in lesson.cells if cell.cell_type == "code" and cell.metadata.get("key") == key]
    if not sources:
        raise KeyError(f"no code cell is called {key!r}")
    said = io.StringIO()
    with contextlib.redirect_stdout(said):
        exec(compile(sources[0], key, "exec"), names)
    return said.getvalue()


def _says(
    proof: Proof, lesson: Lesson, key: str, prose: dict[str, str], printed: str, value: Any, lang: str = ""
) -> None:
    proof.said += 1
    wanted, half = measured(printed)
    found = float(value)
    for each in [lang] if lang else LANGUAGES:
        if not stands(printed, prose[each]):
            _fault(proof, lesson, f"{printed} does not stand in the cell {key!r} ({each})")
    if not abs(found - wanted) <= half + 1e-9 * max(abs(wanted), half):
        _fault(proof, lesson, f"the text says {printed}, it is {found:.12g}")


def _holds(proof: Proof, lesson: Lesson, condition: Any, what: str) -> None:
    if not condition:
        _fault(proof, lesson, f"this does not hold: {what}")


def _fault(proof: Proof, lesson: Lesson, words: str) -> None:
    frame: Any = sys._getframe(1)
    while frame is not None and frame.f_code.co_filename != str(lesson.path):
        frame = frame.f_back
    line = frame.f_lineno if frame is not None else "?"
    proof.faults.append(f"{lesson.path.name}:{line}: {words}")
