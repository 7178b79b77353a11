"""What an exercise asks: the text of its task cell in the lesson, with formulas that a terminal can show.

In a lesson a task may point to what stands around it: a figure, the table of the reading, the exercise before. A card
stands alone. So what points out of it is left out; where that would leave too little, the card has words of its own:

    stated("d_loss", en="`d_loss(w)` returns …", ru="`d_loss(w)` возвращает …")
"""

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
    "hat": "^", ";": " ", "\\": "; ", "begin": "", "end": "", "infty": "∞", "to": "→",
}  # fmt: skip
_RAISED = dict(zip("0123456789+-()nTkpiltm*", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾ⁿᵀᵏᵖⁱˡᵗᵐ*", strict=True))
_LOWERED = dict(zip("0123456789+-=()aeijklmnptx", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑᵢⱼₖₗₘₙₚₜₓ", strict=True))


_OUTWARD = {
    "en": (
        "above(?! that)", "below(?! the largest)", "figures?", "slides?", "lectures?", "reading", "sections?", "board",
        "cells?", "exercises?", r"units? \d+", "this unit", r"on\s+paper", "the text", "the table of",
        "first a picture", "warm-up", "two minutes", "experiment (?:at|below)", "same (?:error|loss|neuron)",
        "your own tangent", "your (?=`)",
    ),
    "ru": (
        "(?<!и )выше", "ниже(?! наибольшего)", r"рисун\w+", r"слайд\w*", r"лекци\w+", "раздел(?:а|е|у|ом)?",
        "доск[аеиу]", r"ячейк\w+", r"упражнени\w+", r"урок\w*", "на бумаге", r"(?:в|из)\s+текст[ае]", "в таблице",
        "сначала рисунок", "разминка", "две минуты", "в эксперименте", "той же (?:ошибки|функции)", "того же нейрона",
        "своей касательной", r"(?:ваш|сво)\w+ (?=`)",
    ),
}  # fmt: skip
# What points to something that is not on the card.
OUTWARD = {lang: re.compile(rf"\b(?:{'|'.join(words)})(?!\w)", re.IGNORECASE) for lang, words in _OUTWARD.items()}

_stated: dict[str, Words] = {}


def stated(exercise: str, *, en: str, ru: str) -> None:
    """Let the cards on an exercise say this in the place of the lesson's task."""
    _stated[exercise] = {"en": en, "ru": ru}


def task(exercise: Exercise) -> Words:
    """Return the task in both languages as Markdown, without its heading and without what points out of it."""
    if exercise.name in _stated:
        return _stated[exercise.name]
    said = _tasks(exercise.unit)[exercise.name]
    return {lang: plain_formulas(_alone(words, exercise.name, lang)) for lang, words in said.items()}


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


def _alone(task: str, name: str, lang: str) -> str:
    """Return a task without what points out of it.

    In the paragraph that says what the function does, such a sentence goes, but not the one with its call; any other
    paragraph ends there.
    """
    outward, call = OUTWARD[lang], f"`{name}("
    paragraphs = re.split(r"\n{2,}", task)
    contract = next((each for each in paragraphs if call in each), "")
    kept = []
    for paragraph in paragraphs:
        said = re.sub(r"\s*\(([^()]*)\)", lambda found: "" if outward.search(found[1]) else found[0], paragraph)
        parts = re.split(r"(?:(?<=[.!?])|(?<=[.!?][\"»]))(\s+)(?=[A-ZА-ЯЁ`*«])", said)
        left = []
        for sentence, blank in zip(parts[::2], [*parts[1::2], ""], strict=True):
            stays = paragraph is contract and call in sentence
            own = sentence if stays else _before(sentence, outward)
            left += [own, blank] if own else []
            if own != sentence and paragraph is not contract:
                break
        kept.append("".join(left).strip())
    return "\n\n".join(filter(None, kept))


def _before(sentence: str, outward: re.Pattern[str]) -> str:
    """Return a sentence up to the clause that points out; "" if that is no sentence about a call."""
    found = outward.search(sentence)
    if not found:
        return sentence
    before = sentence[: found.start()]
    own, _, _ = max(map(before.rpartition, ",:;"), key=lambda parts: len(parts[0]))
    is_whole = "`" in own and own.count("`") % 2 == 0 and own.count("(") == own.count(")")
    return f"{own}." if is_whole else ""


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
    formula = re.sub(r"\s*\\,\s*", " ", formula)
    formula = re.sub(r"\\([A-Za-z]+|[;\\])", lambda m: _SIGNS.get(m[1], m[1]), formula)
    formula = re.sub(rf"\^(?:{braces}|(.))", lambda m: _set("^", _RAISED, m[1] or m[2]), formula)
    formula = re.sub(rf"_(?:{braces}|(.))", lambda m: _set("_", _LOWERED, m[1] or m[2]), formula)
    return re.sub(r" {2,}", "  ", formula.replace("-", "−")).replace("*", r"\*").strip()


def _one(part: str) -> str:
    """Return a part of a fraction or root, in brackets unless it is one thing."""
    return part if re.fullmatch(r"\\?\w+|\w\(\w\)|[^\s+*/-]{1,3}|\\partial \w(?:_\w)?", part) else f"({part})"


def _set(mark: str, table: dict[str, str], what: str) -> str:
    """Return what is raised or lowered: in small signs where there are such, else after its mark."""
    squeezed = what.replace(" ", "")
    if all(each in table for each in squeezed):
        return "".join(table[each] for each in squeezed)
    return f"{mark}{what}" if len(squeezed) == 1 else f"{mark}({what})"
