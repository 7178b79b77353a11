"""What a class's points say about the tasks: classical test theory, on a table of learners and tasks.

A table is an array with a row for each learner and a column for each task; ``nan`` stands for points that nobody has
given yet. Where there is too little to say anything, the answer is None.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

FEW = 3  # with fewer learners nothing is said
STRONG = 4  # the best one of so many, by the other tasks' points, are the strong learners
FAILS, UNRELATED = 0.7, 0.2  # a test looks unfair where strong learners get less, and it measures something else


@dataclass(frozen=True)
class Measures:
    """Of one task: the mean share of its points (its difficulty), and how it goes with the others.

    ``discrimination``: the correlation with the sum of the other tasks. ``strong``: the mean share that strong
    learners get. ``unfair``: they fail it, and whether one gets it has little to do with what one can.
    """

    mean: float | None
    discrimination: float | None
    strong: float | None
    unfair: bool


def measures(points: np.ndarray, most: np.ndarray) -> list[Measures]:
    """Return the measures of every task; ``most`` are the points that each gives."""
    return [_measures(points, most, task) for task in range(len(most))]


def alpha(points: np.ndarray) -> float | None:
    """Return Cronbach's alpha: how far the tasks agree, of the learners whose points are all known."""
    known = _whole(points)
    count = points.shape[1]
    if len(known) < FEW or count < 2 or not (total := known.sum(axis=1).var(ddof=1)):
        return None
    return float(count / (count - 1) * (1 - known.var(axis=0, ddof=1).sum() / total))


def _measures(points: np.ndarray, most: np.ndarray, task: int) -> Measures:
    given = points[:, task][~np.isnan(points[:, task])]
    mean = float(given.mean() / most[task]) if len(given) and most[task] else None
    known = _whole(points)
    if len(known) < FEW or len(most) < 2 or mean is None:
        return Measures(mean, None, None, unfair=False)
    own, others = known[:, task], known.sum(axis=1) - known[:, task]
    discrimination = float(np.corrcoef(own, others)[0, 1]) if own.std() > 0 and others.std() > 0 else None
    best = others >= np.sort(others)[-max(1, len(others) // STRONG)]
    strong = float(own[best].mean() / most[task])
    unrelated = discrimination is None or discrimination < UNRELATED
    return Measures(mean, discrimination, strong, unfair=bool(others.std() > 0 and strong < FAILS and unrelated))


def _whole(points: np.ndarray) -> np.ndarray:
    return points[~np.isnan(points).any(axis=1)]
