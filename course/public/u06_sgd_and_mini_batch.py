"""Public examples of unit 06: two step schedules, what batches must fulfil, in which order a path visits objects."""

from __future__ import annotations

from typing import Any

import numpy as np

NOT_BATCHES = "not a list of arrays of indices"
NOT_A_PATH = "not an array with a row for the start and one for each update"
MOST = 10_000
"""More batches, or more objects in a batch, than this no data set of the unit has."""


def steady_step(k: int) -> float:
    """Step size of update k: always 0.1."""
    return 0.1


def falling_step(k: int) -> float:
    """Step size of update k = 1, 2, …: 0.2, 0.1, 0.0667, …"""
    return 0.2 / k


def flat(result: Any) -> Any:
    """Return the batches as lists of whole numbers; None stays None, and anything else becomes a text."""
    if result is None:
        return None
    if not _is_list(result):
        return NOT_BATCHES
    batches = []
    for batch in result:
        if not _is_list(batch):
            return NOT_BATCHES
        try:
            indices = np.asarray(batch)
        except (TypeError, ValueError, OverflowError):
            return NOT_BATCHES
        if indices.ndim != 1 or (indices.size and indices.dtype.kind not in "iu"):
            return NOT_BATCHES
        batches.append([int(index) for index in indices])
    return batches


def _is_list(value: Any) -> bool:
    """Whether a value is a list or an array, and no longer than can be right."""
    sized = isinstance(value, np.ndarray) and value.ndim or isinstance(value, list | tuple)
    return bool(sized) and len(value) <= MOST


def shuffled_partition(n: int, batch_size: int, rng: Any, result: Any) -> Any:
    """Return what ``batches`` must get right: the sizes, and five times False.

    The five say what is wrong: an index appears twice; an index is no row of the data; the objects stand in the order
    of the data; the batches do; the batches are runs of neighbours. ``rng`` is not used.
    """
    batches = flat(result)
    if not isinstance(batches, list):
        return batches
    sizes, order = [len(batch) for batch in batches], [index for batch in batches for index in batch]
    rows = list(range(n))
    seen = [sizes, len(set(order)) < len(order), not set(order) <= set(rows), False, False, False]
    if len(batches) > 1 and sorted(order) == rows:
        number_of = np.empty(n, dtype=int)
        for number, batch in enumerate(batches):
            number_of[batch] = number
        moves = np.diff(number_of)
        together = int(np.sum(moves == 0))
        seen[3:] = [order == rows, bool(np.all(moves >= 0)), together > 0.75 * (n - len(batches))]
    return seen


def visits(
    X: np.ndarray, y: np.ndarray, w0: Any, step_size: Any, n_epochs: int, batch_size: int, rng: Any, path: Any
) -> Any:
    """Return what ``sgd`` must get right where X is the unit matrix and a batch is one object.

    An update then changes the weight of one object and so tells which it has seen. First comes what must be true: each
    object is seen once in every epoch. Then what must not: all epochs have the same order; the first one has that of
    the data; the first one has that of a generator with seed 0.
    """
    if path is None:
        return None
    try:
        moves = np.diff(np.asarray(path, dtype=float), axis=0) != 0
    except (TypeError, ValueError):
        return NOT_A_PATH
    if moves.shape != (n_epochs * len(X), len(X)):
        return NOT_A_PATH
    rows = list(range(len(X)))
    epochs = [[list(map(int, np.flatnonzero(moved))) for moved in epoch] for epoch in np.split(moves, n_epochs)]
    once = all(sorted(epoch) == [[row] for row in rows] for epoch in epochs)
    seed_0 = [[int(row)] for row in np.random.default_rng(0).permutation(len(X))]
    same = all(epoch == epochs[0] for epoch in epochs)
    return [once, same, epochs[0] == [[row] for row in rows], epochs[0] == seed_0]
