"""A figure as HTML that works by itself, and its beginning, which is on the page before a kernel has drawn anything.

``autograder build`` writes how every figure begins into ``course/figures/starts``. Nothing here loads matplotlib, so a
cell that is run shows its figure at once, also where matplotlib has to be loaded first.
"""

from __future__ import annotations

import html
import json
import uuid
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, NotRequired, TypedDict

from course.figures.engine.controls import Described
from course.language import language
from course.rich_output import shows_widgets_apart

if TYPE_CHECKING:
    from IPython.display import DisplayHandle


class ControlSpec(Described):
    """What a page must know of a control."""

    name: str
    label: str


class Spec(TypedDict):
    """What a page must know of a figure, as JSON values."""

    id: str
    lang: str
    alt: str
    width: int
    height: int
    texts: dict[str, str]
    controls: list[ControlSpec]
    start: list[int]
    """The position of each control."""
    together: list[tuple[int, list[int]]]
    """The two controls that travel together, and at which positions."""
    handles: list[list[int]]
    """The controls that each handle moves."""
    frames: str
    """From :func:`.pack.pack`, in base64."""
    awaited: NotRequired[bool]
    """A kernel is about to draw the figure."""


@cache
def shipped(name: str) -> str:
    """Return the text of a file that lies beside this module, without what only its readers need."""
    lines = map(str.strip, files("course.figures.engine").joinpath(name).read_text("utf-8").splitlines())
    return "\n".join(line for line in lines if line and not line.startswith("//"))


def wrapped(spec: Spec, image: str = "") -> str:
    """Return the HTML of a figure from what its page must know (:func:`.live.described`); the image is for paper."""
    name, lang = spec["id"], spec["lang"]
    data = json.dumps(spec, ensure_ascii=False).replace("<", "\\u003c")
    return (
        f"<style>{shipped('front.css')}</style>"
        f'<div class="course-figure" data-figure="{name}" lang="{lang}">'
        f"{image}<p>{html.escape(spec['texts']['still'])}</p></div>"
        f'<script type="application/json" class="course-figure-data">{data}</script>'
        f'<script type="module">{shipped("front.js")}\n'
        f"mount(document.querySelector('[data-figure=\"{name}\"]:not(:has(.course-live))').parentElement);</script>"
    )


def begin(name: str) -> tuple[str, DisplayHandle] | None:
    """Show how a figure begins under the running cell. Return its id on the page, and how to write it anew there.

    None where it was not made beforehand, and where no notebook can show it.
    """
    from IPython import get_ipython
    from IPython.display import DisplayHandle

    file = files("course.figures").joinpath("starts", language(), f"{name}.json")
    if not hasattr(get_ipython(), "kernel") or shows_widgets_apart() or not file.is_file():
        return None
    spec: Spec = json.loads(file.read_text("utf-8")) | {"id": uuid.uuid4().hex, "awaited": True}
    display = DisplayHandle()
    display.display({"text/html": wrapped(spec), "text/plain": spec["texts"]["still"]}, raw=True)
    return spec["id"], display
