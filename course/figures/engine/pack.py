"""Many states of a figure in one buffer, small enough to travel: what they share is kept once.

What an artist draws is a group of items. A group that stays the same from state to state is kept once, and the page
knows by it what it need not paint again.

A buffer is a JSON head and the bytes of all arrays after one another, compressed as a whole (zlib, which every page can
open). Nothing outside it is needed to paint its frames.
"""

from __future__ import annotations

import json
import zlib
from itertools import chain, repeat
from typing import NamedTuple, TypeVar

import numpy as np

from course.figures.engine.display_list import GRAIN, Item, Look, Outline, Raster

T = TypeVar("T")
ReadOut = tuple[tuple[float | str, ...], ...]
"""Of each axes: its box in pixels, its limits, whether its scales are logarithmic, its labels."""


class Frame(NamedTuple):
    """One state: what stands still, what moves, where the handles are (in pixels), and the sentence."""

    still: tuple[Item, ...]
    moving: tuple[tuple[Item, ...], ...]
    """What each artist draws."""
    handles: tuple[tuple[float, float], ...]
    axes: ReadOut
    words: str


def pack(frames: dict[str, Frame], level: int = 6) -> bytes:
    """Return the frames, by the state they belong to, as one buffer; ``level`` is how hard zlib tries."""
    shapes: _Table[Outline | Raster] = _Table()
    looks: _Table[Look] = _Table()
    groups: _Table[tuple[Item, ...]] = _Table()
    axes: _Table[ReadOut] = _Table()
    arrays: list[bytes] = []

    def add(data: bytes) -> int:
        arrays.append(data)
        return len(data)

    states = {}
    before: list[int] = []
    for state, frame in frames.items():
        moving = [groups[group] for group in frame.moving]
        # As steps from the state before: those are the same for many neighbours, which is what compression likes.
        steps = [number - other for number, other in zip(moving, chain(before, repeat(0)), strict=False)]
        states[state] = {
            "still": groups[frame.still], "moving": steps, "words": frame.words,
            "axes": axes[frame.axes], "handles": [round(v, 1) for handle in frame.handles for v in handle],
        }  # fmt: skip
        before = moving
    for group in groups.kept:
        rows = [(shapes[i.shape], looks[i.look], round(i.x * GRAIN), round(i.y * GRAIN)) for i in group]
        # An array of columns rather than of rows: what is alike lies together, which it likes too.
        add(np.array(rows, "<i4").T.tobytes())
    described = []
    for shape in shapes.kept:
        if isinstance(shape, Outline):
            described.append([add(shape.codes)])
            corners = np.frombuffer(shape.corners, "<i2").reshape(-1, 2)
            # Each as its steps from the one before; they wrap around, as their sums do in the page.
            add(np.diff(corners, axis=0, prepend=np.zeros_like(corners[:1])).T.tobytes())
        else:
            described.append([shape.width, shape.height, add(shape.palette)])
            add(shape.points)
    head = {
        "states": states, "groups": [len(group) for group in groups.kept], "shapes": described, "axes": axes.kept,
        "looks": [dict(look) for look in looks.kept],
    }  # fmt: skip
    text = json.dumps(head, ensure_ascii=False, separators=(",", ":")).encode()
    return zlib.compress(len(text).to_bytes(4, "little") + text + b"".join(arrays), level)


class _Table(dict[T, int]):
    """Numbers things in the order in which they are first met."""

    @property
    def kept(self) -> list[T]:
        return list(self)

    def __missing__(self, key: T) -> int:
        self[key] = len(self)
        return self[key]
