"""Many states of a figure in one buffer, small enough to travel: what they share is kept once.

A buffer is a JSON head and the bytes of all arrays after one another, compressed as a whole (zlib, which every page can
open). Nothing outside it is needed to paint its frames.
"""

from __future__ import annotations

import json
import zlib
from typing import Any, NamedTuple

import numpy as np

from course.figures.engine.display_list import GRAIN, Item, Outline


class Frame(NamedTuple):
    """One state: what stands still, what moves, where the handles are (in pixels), and the sentence."""

    still: tuple[Item, ...]
    moving: tuple[Item, ...]
    handles: tuple[tuple[float, float], ...]
    axes: tuple[tuple[Any, ...], ...]
    """For the read-out: each axes' box in pixels, its limits, its scales."""
    words: str
    alt: str


def pack(frames: dict[str, Frame]) -> bytes:
    """Return the frames, by the state they belong to, as one buffer."""
    shapes, looks, stills, axes, arrays = _Table(), _Table(), _Table(), _Table(), []

    def listed(items: tuple[Item, ...]) -> np.ndarray:
        rows = [(shapes[i.shape], looks[i.look], round(i.x * GRAIN), round(i.y * GRAIN)) for i in items]
        return np.array(rows, "<i4").reshape(-1, 4)

    def add(data: bytes) -> int:
        arrays.append(data)
        return len(data)

    states = {}
    for state, frame in frames.items():
        # An array of columns rather than of rows: what is alike lies together, which is what compression likes.
        states[state] = {
            "still": stills[frame.still], "moving": len(frame.moving), "words": frame.words,
            "alt": frame.alt, "axes": axes[frame.axes],
            "handles": [round(v, 1) for handle in frame.handles for v in handle],
        }  # fmt: skip
        add(listed(frame.moving).T.tobytes())
    backgrounds = [len(items) for items in stills.kept]
    for items in stills.kept:
        add(listed(items).T.tobytes())
    described = []
    for shape in shapes.kept:
        if isinstance(shape, Outline):
            described.append([add(shape.codes)])
            add(shape.corners)
        else:
            described.append([shape.width, shape.height, add(shape.palette)])
            add(shape.points)
    head = {
        "states": states, "stills": backgrounds, "shapes": described, "axes": axes.kept,
        "looks": [dict(look) for look in looks.kept],
    }  # fmt: skip
    text = json.dumps(head, ensure_ascii=False, separators=(",", ":")).encode()
    return zlib.compress(len(text).to_bytes(4, "little") + text + b"".join(arrays), 6)


class _Table(dict):
    """Numbers things in the order in which they are first met."""

    @property
    def kept(self) -> list[Any]:
        return list(self)

    def __missing__(self, key: Any) -> int:
        self[key] = len(self)
        return self[key]
