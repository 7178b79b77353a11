"""Every figure painted by the browser from its display lists, beside matplotlib's own painting of the same artists."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from io import BytesIO

import numpy as np
import pytest
from browser import chromium
from PIL import Image, ImageFilter
from playwright.sync_api import Page
from thorough import share

from course import figures
from course.figures.engine.display_list import Recorder
from course.figures.engine.live import page as html_of
from course.figures.engine.live import position

pytestmark = pytest.mark.browser

some_figures = pytest.mark.parametrize("name", share(figures.names(), 4, name="painted"))


@pytest.fixture(scope="module")
def page() -> Iterator[Page]:
    with chromium() as page:
        yield page


DENSE = {"three_paths": 2.0}  # hundreds of strokes lie over each other there: their smoothed edges add up


class WholePixels(Recorder):
    """Puts markers where Agg does, which rounds their places to whole pixels; a page leaves them where they are."""

    def draw_markers(self, gc, marker_path, *args):
        before = len(self.items)
        super().draw_markers(gc, marker_path, *args)
        if len(marker_path.vertices) > 2:  # more than a tick, which stands on whole pixels anyway
            middle = 0.0 if gc.get_snap() else 0.5
            for n, item in enumerate(self.items[before:], before):
                x, y = np.floor((item.x + 0.5, item.y + 0.5)) + middle
                self.items[n] = item._replace(x=x, y=y)


def states(figure) -> list[tuple[int, ...]]:
    """The start, and each control alone at its ends and in between."""
    home = [position(control, control.start) for control in figure.controls]
    found = [tuple(home)]
    for n, control in enumerate(figure.controls):
        last = len(control.positions) - 1
        found += [(*home[:n], place, *home[n + 1 :]) for place in {0, last // 3, 2 * last // 3, last}]
    return list(dict.fromkeys(found))


@some_figures
def test_the_page_paints_what_matplotlib_paints(name, page):
    figure = figures.load(name)("ru")
    places = states(figure)
    figure.canvas._recorder.__class__ = WholePixels
    frames, pictures = {}, []
    for place in places:
        frames[",".join(map(str, place))] = figure.frame_at(place)
        pictures.append(figure.canvas.paint())
    page.goto("about:blank")
    page.set_content(html_of(figure, name, figure.still(), "", frames))
    page.locator(".course-live").wait_for()
    for place, picture in zip(places, pictures, strict=True):
        painted = show(page, place)
        # A word begins at another fraction of a pixel than there: compare with the eye's own blur.
        ours, theirs = (np.asarray(p.filter(ImageFilter.BoxBlur(1.5)), dtype=float) for p in (painted, picture))
        away = np.abs(ours - theirs).max(axis=-1)
        assert away.mean() < DENSE.get(name, 1.0), (place, away.mean())
        assert (away > 60).mean() < 0.001, (place, (away > 60).mean())


def test_out_of_hand_a_figure_is_one_picture_and_in_hand_again_it_moves(page):
    """A page copies every canvas that is painted on, whenever anything moves; so only the figure in hand has one."""
    page.goto("about:blank")
    page.set_content("".join(f"<div>{beginning(name)}</div>" for name in ("learning_rate", "chain")))
    page.locator(".course-live").nth(1).wait_for()
    one, other = page.locator(".course-live").all()
    one.get_by_role("slider").first.press("ArrowRight")
    page.wait_for_function("courseFigures.figures.get('learning_rate').canvas.width")
    page.wait_for_function("!courseFigures.figures.get('learning_rate').from")
    moved = picture(page)
    other.get_by_role("slider").first.press("ArrowRight")
    page.wait_for_function("!courseFigures.figures.get('learning_rate').canvas.width")
    assert page.evaluate("courseFigures.figures.get('chain').canvas.width")
    np.testing.assert_allclose(np.asarray(picture(page), dtype=float), np.asarray(moved, dtype=float), atol=2)
    one.get_by_role("slider").first.press("ArrowLeft")
    page.wait_for_function("courseFigures.figures.get('learning_rate').canvas.width")
    page.wait_for_function("!courseFigures.figures.get('learning_rate').from")
    assert picture(page) != moved


def beginning(name: str) -> str:
    """A figure's page with its start and the positions of its first control beside it, all that is asked of it."""
    figure = figures.load(name)("en")
    first, *others = (position(control, control.start) for control in figure.controls)
    places = [(place, *others) for place in range(len(figure.controls[0].positions)) if abs(place - first) <= 1]
    frames = {",".join(map(str, place)): figure.frame_at(place) for place in places}
    return html_of(figure, name, figure.still(), "", frames)


def show(page: Page, place: tuple[int, ...]) -> Image.Image:
    """Put the figure into a state, with no easing, as if it were in hand, and return its picture."""
    page.evaluate(
        """state => {
            const [figure] = courseFigures.figures.values();
            figure.take(); figure.at = state; figure.update(); figure.from = null; figure.paint();
        }""",
        list(place),
    )
    return picture(page)


def picture(page: Page) -> Image.Image:
    """Return what is on the canvases of the first figure, on white."""
    data = page.evaluate(
        """() => {
            const [{ ground, canvas }] = courseFigures.figures.values(), both = document.createElement("canvas");
            Object.assign(both, { width: ground.width, height: ground.height });
            for (const layer of [ground, canvas]) if (layer.width) both.getContext("2d").drawImage(layer, 0, 0);
            return both.toDataURL();
        }"""
    )
    picture = Image.open(BytesIO(base64.b64decode(data.partition(",")[2])))
    return Image.alpha_composite(Image.new("RGBA", picture.size, "white"), picture).convert("RGB")
