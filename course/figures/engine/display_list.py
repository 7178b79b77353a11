"""What matplotlib draws, written down as numbers instead of painted: a display list.

A display list is what an artist asks of a renderer, in the order in which it asks. So :class:`Recorder` is one of
matplotlib's renderers, as those that paint PNG or write SVG are, and knows no kind of artist: lines, texts, patches,
arrows, hatches, collections and whole axes all end as outlines in pixels.

An :class:`Item` is an outline with a look, put at a place. Letters and markers are outlines that return everywhere;
they are kept once (:mod:`.pack`), and what moves is a few numbers. All pixels are counted from the upper left corner.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, cast, overload

import numpy as np
from matplotlib.backend_bases import RendererBase
from matplotlib.colors import to_hex
from matplotlib.image import AxesImage
from matplotlib.path import Path
from matplotlib.textpath import text_to_path
from matplotlib.transforms import Affine2D

from course.figures.engine.canvas import FIXED

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from matplotlib.artist import Artist
    from matplotlib.backend_bases import GraphicsContextBase
    from matplotlib.backends.backend_agg import RendererAgg
    from matplotlib.font_manager import FontProperties
    from matplotlib.text import Text
    from matplotlib.transforms import Transform
    from numpy.typing import ArrayLike, NDArray

    from course.figures.engine.aliases import Floats

GRAIN = 16
"""Coordinates are whole numbers of sixteenths of a pixel."""
_FAR = 1900
"""No coordinate is farther out than this many pixels."""

Look = tuple[tuple[str, Any], ...]
"""Sorted pairs of a name and a JSON value; what looks the same is equal and has the same hash."""


class Outline(NamedTuple):
    """A path: its corners, shape (n, 2) in sixteenths of a pixel, and matplotlib's code for each, as bytes."""

    corners: bytes
    codes: bytes


class Raster(NamedTuple):
    """A small picture to be stretched: a colour of ``palette`` (RGBA) for each of its points, row by row."""

    width: int
    height: int
    palette: bytes
    points: bytes


class Item(NamedTuple):
    """An outline or a raster, its look, and where it is put, in pixels."""

    shape: Outline | Raster
    look: Look
    x: float
    y: float


@dataclass(eq=False)
class Recorder(RendererBase):
    """A renderer that keeps what it is asked to draw in ``items``."""

    width: float
    height: float
    measure: RendererAgg
    """The renderer that paints: it knows how many pixels a point has."""

    def __post_init__(self) -> None:
        super().__init__()
        self.items: list[Item] = []
        self._fixed: Look = ()
        self._downwards = Affine2D().scale(1, -1).translate(0, self.height)

    def record(self, artists: Iterable[Artist]) -> list[Item]:
        """Return the display list of these artists."""
        self.items = []
        for artist in artists:
            self._fixed = (("fixed", True),) if artist.get_gid() == FIXED else ()
            if isinstance(artist, AxesImage) and artist.get_visible():
                self._draw_small_image(artist)
            else:
                artist.draw(self)
        return self.items

    # What matplotlib asks

    def draw_path(self, gc: GraphicsContextBase, path: Path, transform: Transform, rgbFace: Any = None) -> None:
        # As Agg does, to the pixel: where a line is cut, its dashes begin.
        clip = None if rgbFace is not None or path.codes is not None else (-1, -1, self.width + 1, self.height + 1)
        # As Agg does: first from the upper left corner, then to whole pixels. The other way round they are others.
        path = path.cleaned(
            transform + self._downwards, remove_nans=True, clip=clip, curves=True,
            simplify=path.should_simplify and rgbFace is None,
            snap=gc.get_snap(), stroke_width=self.points_to_pixels(gc.get_linewidth()),
        )  # fmt: skip
        corners, codes = _parts(path)
        if not gc.get_antialiased() and len(corners) <= 6:
            corners = np.round(corners)
        self._put(corners, codes, self._look(gc, rgbFace))

    def draw_markers(
        self, gc: GraphicsContextBase, marker_path: Path, marker_trans: Transform, path: Path, trans: Transform,
        rgbFace: Any = None,
    ) -> None:  # fmt: skip
        marker = marker_path.cleaned(
            marker_trans + Affine2D().scale(1, -1), curves=True, snap=gc.get_snap(),
            stroke_width=self.points_to_pixels(gc.get_linewidth()),
        )  # fmt: skip
        corners, codes = _parts(marker)
        keep = codes != Path.STOP
        shape = _shape(corners[keep], codes[keep])
        if not len(shape.codes):
            return
        look = self._look(gc, rgbFace)
        tick = len(marker_path) == 2  # stands on whole pixels, as the line of the grid does that it belongs to
        places = path.cleaned(trans + self._downwards, remove_nans=True)
        for (x, y), code in places.iter_segments(simplify=False, curves=False):
            if code != Path.STOP and -50 < x < self.width + 50 and -50 < y < self.height + 50:
                self.items.append(Item(shape, look, *(np.floor((x + 0.5, y + 0.5)) if tick else (x, y))))

    def draw_image(self, gc: GraphicsContextBase, x: float, y: float, im: ArrayLike, transform: Any = None) -> None:
        raise NotImplementedError("an image that is no AxesImage")

    def draw_text(
        self, gc: GraphicsContextBase, x: float, y: float, s: str, prop: FontProperties, angle: float,
        ismath: bool | Literal["TeX"] = False, mtext: Text | None = None,
    ) -> None:  # fmt: skip
        look = (("clip", self._clip(gc)), ("fill", to_hex(gc.get_rgb(), keep_alpha=True)), *self._fixed)
        scale = self.points_to_pixels(prop.get_size_in_points()) / text_to_path.FONT_SCALE
        turn = Affine2D().rotate_deg(angle)
        for glyph in _glyphs(s, prop, bool(ismath), scale, angle):
            across, up = turn.transform((glyph.x, glyph.y))
            self.items.append(Item(glyph.shape, look, x + across, y - up))

    def get_text_width_height_descent(
        self, s: str, prop: FontProperties, ismath: bool | Literal["TeX"]
    ) -> tuple[float, float, float]:
        width, height, descent = text_to_path.get_text_width_height_descent(s, prop, bool(ismath))
        return self.points_to_pixels(width), self.points_to_pixels(height), self.points_to_pixels(descent)

    def get_canvas_width_height(self) -> tuple[float, float]:
        return self.width, self.height

    @overload
    def points_to_pixels(self, points: float) -> float: ...

    @overload
    def points_to_pixels(self, points: ArrayLike) -> ArrayLike: ...

    def points_to_pixels(self, points: ArrayLike) -> ArrayLike:
        return self.measure.points_to_pixels(points)

    def flipy(self) -> bool:
        return self.measure.flipy()

    # How it is kept

    def _draw_small_image(self, artist: AxesImage) -> None:
        """Keep the picture as it is, before it is stretched over the axes."""
        rgba = np.ascontiguousarray(artist.to_rgba(cast("Floats", artist.get_array()), bytes=True, norm=True)[::-1])
        palette, points = np.unique(rgba.view(np.uint32).reshape(rgba.shape[:2]), return_inverse=True)
        if len(palette) > 256:
            raise ValueError("an image has at most 256 colours")
        raster = Raster(rgba.shape[1], rgba.shape[0], palette.tobytes(), points.astype(np.uint8).tobytes())
        left, right, bottom, top = artist.get_extent()
        (x0, y0), (x1, y1) = artist.axes.transData.transform([(left, bottom), (right, top)])
        gc = self.new_gc()
        gc.set_clip_rectangle(artist.get_clip_box() if artist.get_clip_on() else None)
        smooth = artist.get_interpolation() == "bilinear"
        look = (("clip", self._clip(gc)), *self._fixed, ("size", (x1 - x0, y1 - y0)), ("smooth", smooth))
        self.items.append(Item(raster, look, x0, self.height - y1))

    def _put(self, corners: Floats, codes: NDArray[np.uint8], look: Look) -> None:
        keep = codes != Path.STOP
        corners = np.clip(corners[keep], -_FAR, _FAR)
        if len(corners):
            self.items.append(Item(_shape(corners, codes[keep]), look, 0.0, 0.0))

    def _look(self, gc: GraphicsContextBase, face: Any) -> Look:
        look: list[tuple[str, Any]] = [("clip", self._clip(gc)), *self._fixed]
        alpha = gc.get_alpha() if gc.get_forced_alpha() else None
        if face is not None and (len(face) < 4 or face[3] > 0):
            opacity = (*face, 1)[3] if alpha is None else alpha
            look.append(("fill", to_hex((*face[:3], opacity), keep_alpha=True)))
        if hatch := gc.get_hatch_path():
            shape = _outline(hatch.cleaned(Affine2D().scale(self.measure.dpi)))
            wide = self.points_to_pixels(gc.get_hatch_linewidth())
            points = np.frombuffer(shape.corners, np.int16).tolist()
            lines = (tuple(points), shape.codes.hex())
            look.append(("hatch", (self.measure.dpi, to_hex(gc.get_hatch_color()), wide, *lines)))
        width = self.points_to_pixels(gc.get_linewidth())
        if width > 0 and gc.get_rgb()[3] > 0:
            look += [("line", to_hex(gc.get_rgb(), keep_alpha=True)), ("width", round(width, 3))]
            look += [("cap", gc.get_capstyle()), ("join", gc.get_joinstyle())]
            offset, dashes = gc.get_dashes()
            if dashes is not None:
                parts = (offset, *cast("Sequence[float]", dashes))
                look.append(("dash", tuple(round(self.points_to_pixels(part), 3) for part in parts)))
        return tuple(sorted(look))

    def _clip(self, gc: GraphicsContextBase) -> tuple[float, ...] | None:
        box = gc.get_clip_rectangle()
        if box is None:
            return None
        # As Agg does: what is clipped ends with a whole pixel.
        x0, x1 = (np.floor(edge + 0.5) for edge in (box.x0, box.x1))
        y0, y1 = (np.floor(self.height - edge + 0.5) for edge in (box.y0, box.y1))
        return (float(x0), float(y1), float(x1 - x0), float(y0 - y1))


class _Glyph(NamedTuple):
    """A letter of a text: its outline, and how far it stands to the right of the text's beginning and above it."""

    shape: Outline
    x: float
    y: float


@lru_cache(maxsize=4096)
def _glyphs(s: str, prop: FontProperties, ismath: bool, scale: float, angle: float) -> list[_Glyph]:
    if ismath:
        placed, letters, bars = text_to_path.get_glyphs_mathtext(prop, s)
    else:
        font = text_to_path._get_font(prop)  # type: ignore[attr-defined]  # matplotlib's stubs leave it out
        placed, letters, bars = text_to_path.get_glyphs_with_font(font, s)
    glyphs = []
    for letter, x, y, size in placed:
        if len(letters[letter][0]):
            shape = _glyph_outline(letters[letter], scale * size, angle)
            glyphs.append(_Glyph(shape, x * scale, y * scale))
    return glyphs + [_Glyph(_glyph_outline(bar, scale, angle), 0.0, 0.0) for bar in bars]


def _glyph_outline(letter: Any, scale: float, angle: float) -> Outline:
    corners, codes = (np.asarray(part) for part in letter)
    corners = Affine2D().scale(scale).rotate_deg(angle).transform(corners)
    return _shape(corners * (1, -1), codes)


def _outline(path: Path) -> Outline:
    corners, codes = _parts(path)
    keep = codes != Path.STOP
    return _shape(corners[keep] * (1, -1), codes[keep])


def _parts(path: Path) -> tuple[Floats, NDArray[np.uint8]]:
    """Return corners and codes of a path that has been cleaned; matplotlib's stubs call both array-like."""
    return cast("Floats", path.vertices), cast("NDArray[np.uint8]", path.codes)


def _shape(corners: Floats, codes: NDArray[np.uint8]) -> Outline:
    return Outline(np.rint(corners * GRAIN).astype("<i2").tobytes(), codes.astype(np.uint8).tobytes())
