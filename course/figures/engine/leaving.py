"""A path that leaves the picture ends at its edge, with an arrowhead that points the way."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import numpy as np

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.lines import Line2D

    from course.figures.engine.aliases import Floats

Window = tuple[tuple[float, float], tuple[float, float]]
"""From where to where, in x and in y."""


def cut(points: Floats, window: Window) -> tuple[Floats, Floats | None]:
    """Cut a path, shape (n, 2), that ends outside the window where it leaves it for the last time.

    Returns the path up to the edge, and the direction there, shape (2,); or the whole path and None where it ends
    inside. Where a path never was inside, nothing is left of it: shape (0, 2).
    """
    low, high = np.array(window, dtype=float).T
    inside = ((points >= low) & (points <= high)).all(axis=1)
    if not inside.any():
        return points[:0], None
    if inside[-1]:
        return points, None
    last = int(np.flatnonzero(inside)[-1])
    way = points[last + 1] - points[last]
    edge = np.where(way > 0, high, low)
    shares = np.divide(edge - points[last], way, out=np.full(2, np.inf), where=way != 0)
    return np.vstack([points[: last + 1], points[last] + shares.min() * way]), way


def draw(path: Line2D, head: Line2D, points: Floats, window: Window) -> bool:
    """Give ``path`` the points up to the edge, and put ``head``, a triangle, where it leaves. Return whether it does.

    The path is straight between its points as they are seen: on a log scale, straight there.
    """
    scale = cast("Axes", path.axes).transScale  # the path is on a picture
    low, high = scale.transform(np.array(window, dtype=float).T)
    kept, way = cut(scale.transform(points), ((low[0], high[0]), (low[1], high[1])))
    ends = scale.inverted().transform(kept)
    path.set_data(*(ends if way is not None else points).T)
    if way is None:
        if np.size(head.get_xdata()):  # what has not changed is not drawn again
            head.set_data([], [])
        return False
    head.set_data(*ends[-1:].T)
    (x0, y0), (x1, y1) = path.get_transform().transform(ends[-2:])
    head.set_marker((3, 0, round(float(np.degrees(np.arctan2(y1 - y0, x1 - x0)))) - 90))
    return True
