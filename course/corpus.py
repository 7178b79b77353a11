"""Short texts about pets, in both languages: what unit 11 tunes a text classifier on."""

from __future__ import annotations

import tomllib
from importlib.resources import files
from typing import TYPE_CHECKING

from course.language import language

if TYPE_CHECKING:
    import numpy as np

KITTY = {"en": "kitty", "ru": "котик"}
"""The word of lecture 1's slide, as it stands in the texts."""


def corpus(lang: str | None = None) -> tuple[list[str], np.ndarray]:
    """Return 80 short texts and their labels: 1 for a cat, 0 for a dog; the two take turns.

    The labels have shape (80,). Without ``lang`` the texts are in the learner's language.
    """
    import numpy as np

    with (files("course") / "data" / "corpus.toml").open("rb") as file:
        texts = tomllib.load(file)[lang or language()]
    pairs = zip(texts["cat"], texts["dog"], strict=True)
    return [text for pair in pairs for text in pair], np.array([1, 0] * len(texts["cat"]))
