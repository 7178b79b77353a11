"""What an exercise asks: the text of its task cell in the lesson, with formulas that a terminal can show."""

from __future__ import annotations

import re
from functools import cache

from autograder.authoring import lesson
from autograder.exercise import Exercise
from autograder.exercises import LESSONS
from autograder.review.items import Words

_SIGNS = {
    "eta": "η", "alpha": "α", "beta": "β", "lambda": "λ", "kappa": "κ", "sigma": "σ", "varepsilon": "ε", "mu": "μ",
    "Delta": "Δ", "nabla": "∇", "partial": "∂", "cdot": "·", "times": "×", "circ": "∘", "le": "≤", "ge": "≥", "ne": "≠",
    "sum": "Σ", "ldots": "…", "dots": "…", "qquad": "  ", "lvert": "|", "rvert": "|", "left": "", "right": "",
    "hat": "^", ",": " ", ";": " ", "\\": "; ", "begin": "", "end": "", "infty": "∞", "to": "→",
}  # fmt: skip
_RAISED = dict(zip("0123456789+-()nTkpiltm*", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾ⁿᵀᵏᵖⁱˡᵗᵐ*", strict=True))
_LOWERED = dict(zip("0123456789+-=()aeijklmnpt", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑᵢⱼₖₗₘₙₚₜ", strict=True))


def task(exercise: Exercise) -> Words:
    """Return the task in both languages as Markdown, without its heading."""
    return {lang: plain_formulas(said) for lang, said in _tasks(exercise.unit)[exercise.name].items()}


def contract(exercise: Exercise) -> Words:
    """Return the beginning of the task, up to the paragraph that says what the function does, and the list below it."""
    short = {}
    for lang, said in task(exercise).items():
        paragraphs = said.split("\n\n")
        end = next((place for place, each in enumerate(paragraphs, 1) if f"`{exercise.name}(" in each), len(paragraphs))
        while end < len(paragraphs) and paragraphs[end].startswith(("* ", "| ")):
            end += 1
        short[lang] = "\n\n".join(paragraphs[:end])
    return short


@cache
def _tasks(unit: str) -> dict[str, Words]:
    """Return the text above each answer cell of a unit's lesson."""
    found: dict[str, Words] = {}
    above: Words = {}
    for cell in lesson.read(LESSONS / f"{unit.replace('-', '_')}.py").cells:
        if cell.metadata.get("role") == "answer":
            found[cell.metadata["exercise"]] = dict(above)
        elif cell.cell_type == "markdown" and "lang" in cell.metadata:
            above[cell.metadata["lang"]] = re.sub(r"\A(?:.*\n)?#+ .*?\n+", "", cell.source, flags=re.DOTALL)
    return found


def plain_formulas(markdown: str) -> str:
    """Return Markdown with the formulas between dollars as plain text: η², w₀, (a)/(b)."""
    return re.sub(r"\$\$(.+?)\$\$|\$([^$\n]+)\$", lambda found: _plain(found[1] or found[2]), markdown, flags=re.DOTALL)


def _plain(formula: str) -> str:
    formula = re.sub(r"\\(?:begin|end)\{\w+\}", "", formula.strip().replace("&", " "))
    formula = re.sub(r"\\hat\{(\w)\}", "\\1\u0302", formula)
    braces = r"\{((?:[^{}]|\{[^{}]*\})*)\}"
    for _ in range(3):  # formulas in formulas
        formula = re.sub(rf"\\frac{braces}{braces}", lambda m: f"{_one(m[1])}/{_one(m[2])}", formula)
        formula = re.sub(rf"\\sqrt{braces}", lambda m: f"√{_one(m[1])}", formula)
    formula = re.sub(rf"\\mathbb{braces}", r"\1", formula)
    formula = re.sub(r"\\([A-Za-z]+|[,;\\])", lambda m: _SIGNS.get(m[1], m[1]), formula)
    formula = re.sub(rf"\^(?:{braces}|(.))", lambda m: _set("^", _RAISED, m[1] or m[2]), formula)
    formula = re.sub(rf"_(?:{braces}|(.))", lambda m: _set("_", _LOWERED, m[1] or m[2]), formula)
    return re.sub(r" {2,}", "  ", formula.replace("-", "−")).replace("*", r"\*").strip()


def _one(part: str) -> str:
    """Return a part of a fraction or root, in brackets unless it is one thing."""
    return part if re.fullmatch(r"\\?\w+|[^\s+*/-]{1,3}|\\partial \w(?:_\w)?", part) else f"({part})"


def _set(mark: str, table: dict[str, str], what: str) -> str:
    """Return what is raised or lowered: in small signs where there are such, else after its mark."""
    squeezed = what.replace(" ", "")
    if all(each in table for each in squeezed):
        return "".join(table[each] for each in squeezed)
    return f"{mark}{what}" if len(squeezed) == 1 else f"{mark}({what})"
