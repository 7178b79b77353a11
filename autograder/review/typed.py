"""Read numbers as people type them: 0,5 and 1/3, a long minus, brackets round several. Nothing is evaluated."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence

LONGEST = 200  # characters
RTOL = 0.012  # three digits are enough, and 0.33 is a third
EXACT = 1e-6

_LOOK_ALIKES = {**dict.fromkeys(map(ord, "−–—‐‑"), "-"), **dict.fromkeys(map(ord, "⁄∕÷"), "/"), ord("∞"): "inf"}
_UNSIGNED = r"(?:[0-9]+[.]?[0-9]*|[.][0-9]+)(?:e[+-]?[0-9]{1,3})?|inf"
_NUMBER = re.compile(rf"([+-]?)({_UNSIGNED})(?:/({_UNSIGNED}))?")


def numbers(typed: str, count: int) -> tuple[float, ...] | None:
    """Return the ``count`` numbers in ``typed``, or None where it is not so many numbers.

    Several are separated by spaces, semicolons or commas; a comma may also stand for the decimal point.
    """
    if len(typed) > LONGEST:
        return None
    line = typed.translate(_LOOK_ALIKES).casefold().rpartition("=")[2].strip("≈~ ")
    line = re.sub(r"\s*/\s*", "/", line)
    line = re.sub(r"(?:(?<=^)|(?<=[\s;,(\[]))([+-])\s+", r"\1", line)
    for between in (r"[\s;()\[\]]+", r"[\s;,()\[\]]+"):
        parts = [part.strip(",") for part in re.split(between, line)]
        read = [_number(part.replace(",", ".")) for part in parts if part]
        if len(read) == count and None not in read:
            return tuple(value for value in read if value is not None)
    return None


def _number(part: str) -> float | None:
    found = _NUMBER.fullmatch(part)
    if not found:
        return None
    sign, above, below = found.groups()
    value = float(above)
    if below:
        if not float(below) or math.inf in (value, float(below)):
            return None
        value /= float(below)
    return -value if sign == "-" else value


def near(typed: Sequence[float], right: Sequence[float]) -> bool:
    """Whether all numbers are the right ones: three digits are enough, but a whole number has to be exact."""
    return len(typed) == len(right) and all(map(_near, typed, right))


def _near(typed: float, right: float) -> bool:
    if not math.isfinite(right) or not math.isfinite(typed):
        return typed == right
    whole = abs(right - round(right)) <= 1e-9 * max(1.0, abs(right))
    return abs(typed - right) <= max((EXACT if whole else RTOL) * abs(right), 1e-9)
