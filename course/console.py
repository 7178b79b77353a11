"""What the commands print can be printed on every console: characters that it does not have become others."""

from __future__ import annotations

import codecs
import sys

_PLAIN = {
    "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "…": "...", "–": "-", "—": "-", "−": "-",
    "·": "*", "×": "x", "≤": "<=", "≥": ">=", "→": "->", "←": "<-", "✓": "+", "✔": "+", "✗": "x", "✘": "x",
    "\N{NO-BREAK SPACE}": " ", "№": "No.",
}  # fmt: skip
_LATIN = dict(
    zip(
        "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
        "a b v g d e e zh z i i k l m n o p r s t u f kh ts ch sh shch - y - e yu ya".replace("-", "").split(" "),
        strict=True,
    )
)


def print_on_any_console() -> None:
    """Let what standard output and standard error cannot encode become plain characters instead of an error.

    The console of an older Windows has some 200 characters: quotation marks become straight and Russian, where there is
    none, is written in Latin letters.
    """
    codecs.register_error("course.plain", _plain)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # there is no stream without a console, and another one in a notebook
            stream.reconfigure(errors="course.plain")


def _plain(error: UnicodeError) -> tuple[str, int]:
    """Return what is written instead of the characters that an encoding lacks, as ``codecs`` asks for it."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    lost = error.object[error.start : error.end]
    plain = "".join(_PLAIN.get(letter) or _latin(letter) for letter in lost)
    return plain, error.end


def _latin(letter: str) -> str:
    latin = _LATIN.get(letter.lower())
    if latin is None:
        return "?"
    return latin if letter.islower() else latin.capitalize()
