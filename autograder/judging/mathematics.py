"""Which mathematics a piece of code is made of.

A change that makes a wrong answer right with a logarithm, where no right answer has one, does so by accident: nobody
has forgotten that logarithm. Sums, means and extremes are left out, for which loops stand as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

_SAME = (  # operators and functions; those that can stand for each other are one
    ("/", "divide", "true_divide"), ("//", "floor", "trunc", "int"), ("%", "mod", "fmod", "divmod"),
    ("**", "power", "pow", "square"), ("sqrt",), ("abs", "fabs", "absolute"), ("sign",),
    ("exp", "exp2", "expm1"), ("log", "log2", "log10"), ("log1p",),
    ("sin",), ("cos",), ("tan",), ("sinh",), ("cosh",), ("tanh",), ("arctan",), ("arcsin",),
    ("ceil",), ("round", "around", "rint"), ("prod", "product"), ("cumsum",), ("median",), ("norm",),
    ("var",), ("std",),
)  # fmt: skip
_NAMES = {word: same[0] for same in _SAME for word in same}
EVERYTHING = frozenset(_NAMES.values())


def mathematics(texts: Iterable[str]) -> frozenset[str]:
    """Return the names of the operators and functions in texts of code, one for those that mean the same."""
    words = (word for text in texts for word in re.findall(r"\w+|\*\*|//|[/%]", text))
    return frozenset(_NAMES[word] for word in words if word in _NAMES)
