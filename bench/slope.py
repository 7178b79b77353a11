"""Start-up and marginal cost, from runs of different sizes: the line through a small class and a large one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from itertools import pairwise
from typing import Any

from .run import Run


@dataclass(frozen=True)
class Slope:
    """What one more submission costs, and what is paid before the first; None where there is only one size.

    ``growth`` says how much dearer a submission becomes on the way from the smallest class to the largest: its price
    between the two largest sizes over that between the two smallest. ``memory`` is what a submission leaves behind, in
    KiB of the whole tree.
    """

    seconds: float
    processor: float
    start_seconds: float | None = None
    start_processor: float | None = None
    growth: float | None = None
    memory: float | None = None


def slope(runs: Sequence[Run]) -> Slope:
    """Return the line through the smallest and the largest of some runs; of a single one, its cost shared out."""
    runs = sorted(runs, key=lambda run: run.students)
    small, large = runs[0], runs[-1]
    if small is large:
        return Slope(small.cost.seconds / small.students, small.cost.processor / small.students)
    more = large.students - small.students
    seconds = (large.cost.seconds - small.cost.seconds) / more
    processor = (large.cost.processor - small.cost.processor) / more
    prices = [
        (after.cost.processor - before.cost.processor) / (after.students - before.students)
        for before, after in pairwise(runs)
    ]
    return Slope(
        seconds, processor,
        max(0.0, small.cost.seconds - seconds * small.students),
        max(0.0, small.cost.processor - processor * small.students),
        prices[-1] / prices[0] if len(prices) > 1 and prices[0] > 0 else None,
        (large.cost.tree - small.cost.tree) * 1024 / more,
    )  # fmt: skip


def described(runs: Sequence[Run]) -> dict[str, Any]:
    """Return runs and their line as JSON."""
    return {"line": asdict(slope(runs)), "runs": [asdict(run) for run in runs]}
