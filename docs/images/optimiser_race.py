"""Draw the race of the READMEs: ``python docs/images/optimiser_race.py`` writes ``optimiser-race-<lang>.png``.

It is the figure of unit 09 after sixty steps, when the paths have gone apart.
"""

from __future__ import annotations

from pathlib import Path

from course.figures import load
from course.language import LANGUAGES

HERE = Path(__file__).resolve().parent
STEPS = 60


def draw(lang: str) -> bytes:
    """Return the picture as PNG."""
    figure = load("optimiser_race")(lang)
    figure.change(steps=STEPS)
    return figure.still()


if __name__ == "__main__":
    for each in LANGUAGES:
        (HERE / f"optimiser-race-{each}.png").write_bytes(draw(each))
