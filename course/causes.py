"""Why Python stopped: the cause of an exception, read from its kind and its message.

One kind has several causes: a ``TypeError`` may come from a call, an index or an array where one number is due.
"""

from __future__ import annotations

import re

# The first that fits counts. The messages are those of Python 3.11 to 3.13 and of NumPy 1 and 2.
CAUSES: tuple[tuple[type[Exception], str, str], ...] = (
    (TypeError, r"\b(missing|takes|unexpected|multiple values|expected)\b.*\bargument", "arguments"),
    (TypeError, r"not callable", "no_function"),
    (TypeError, r"must be real number|(-dimensional|length-1|size-1) arrays", "one_number"),
    (TypeError, r"not subscriptable|not iterable|has no len|0-d array|unsized object|non-iterable", "no_parts"),
    (TypeError, r"indices must be integers|interpreted as an integer", "whole_number"),
    (TypeError, r"", "operation"),
    (IndexError, r"only integers, slices", "whole_number"),
    (IndexError, r"out of (range|bounds)", "past_the_end"),
    (KeyError, r"", "no_key"),
    (ValueError, r"truth value of an array", "many_truth_values"),
    (ValueError, r"could not be broadcast|not aligned|mismatch in its core dimension", "shapes"),
    (ValueError, r"values to unpack", "unpacking"),
    (ValueError, r"math domain error|expected a (nonnegative|positive)", "no_value"),
    (ZeroDivisionError, r"", "division_by_zero"),
    (OverflowError, r"", "too_large"),
    (RecursionError, r"", "calls_itself"),
    (UnboundLocalError, r"", "no_value_yet"),
    (NameError, r"", "unknown_name"),
    (AttributeError, r"", "behind_the_dot"),
)


def cause(error: Exception) -> str:
    """Return the word for why Python raised this (``[hint.cause]`` in the catalogue), or "" where that is not known."""
    message = str(error)
    return next((word for kind, said, word in CAUSES if isinstance(error, kind) and re.search(said, message)), "")
