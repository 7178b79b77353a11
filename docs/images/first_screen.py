"""Draw the moving picture of the READMEs: ``python docs/images/first_screen.py`` writes ``first-screen-<lang>.svg``.

On the left a figure of the course while its learning rate is moved; on the right an answer, what the visible check says
to it, and the same after a change of one sign. Paths and sentences come from the figure's module, and from ``check``.
Whoever has asked for less motion, and a program that knows no animation, sees one moment of it standing still.
"""

from __future__ import annotations

import io
import os
import textwrap
from collections.abc import Sequence
from contextlib import redirect_stdout
from html import escape
from pathlib import Path

import numpy as np

from course import check
from course.figures import load
from course.language import LANGUAGES

HERE = Path(__file__).resolve().parent
WIDTH, HEIGHT, SECONDS, WRAP = 960, 430, 14, 62
LEFT, RIGHT, TOP, BOTTOM = 60, 430, 96, 318  # of the axes
RATES = [0.02 * k for k in range(1, 53)]  # the hand moves the slider from 0.02 to 1.04, and waits there
STILL = 0.9  # what is shown where nothing moves
ANSWER = """\
def gradient_descent(grad, w0, learning_rate, n_steps):
    path = [w0]
    for _ in range(n_steps):
        w = path[-1]
        path.append(w + learning_rate * grad(w))
    return np.array(path)

check(gradient_descent)
"""
STYLE = f"""
text {{ font: 13px ui-sans-serif, system-ui, "DejaVu Sans", sans-serif; fill: #24292f; white-space: pre }}
.code, .said {{ font: 11.5px ui-monospace, "DejaVu Sans Mono", monospace }}
.small {{ font-size: 11px; fill: #57606a }} .title {{ font-weight: 600 }} .middle {{ text-anchor: middle }}
.moment, .wrong, .right {{ visibility: hidden }} .still {{ visibility: visible }}
.path {{ fill: none; stroke: #d55e00; stroke-width: 2 }}
.path {{ marker-mid: url(#dot); marker-start: url(#first); marker-end: url(#last) }}
.leaves {{ marker-end: url(#exit) }}
@media (prefers-reduced-motion: no-preference) {{
.moment {{ animation: moment {SECONDS}s step-end infinite }}
.wrong {{ animation: wrong {SECONDS}s step-end infinite }} .right {{ animation: right {SECONDS}s step-end infinite }}
}}
@keyframes wrong {{ 0% {{ visibility: visible }} 58% {{ visibility: hidden }} }}
@keyframes right {{ 0% {{ visibility: hidden }} 58% {{ visibility: visible }} }}
"""
MOMENT = "@keyframes moment { 0%% { visibility: visible } %.3f%% { visibility: hidden } }"
MARKERS = (
    '<marker id="dot" viewBox="-5 -5 10 10" markerUnits="userSpaceOnUse" markerWidth="10" markerHeight="10">'
    '<circle r="3.5" fill="#d55e00"/></marker>'
    '<marker id="first" viewBox="-9 -9 18 18" markerUnits="userSpaceOnUse" markerWidth="18" markerHeight="18">'
    '<circle r="7" fill="none" stroke="#000" stroke-width="1.8"/><circle r="3.5" fill="#d55e00"/></marker>'
    '<marker id="last" viewBox="-8 -8 16 16" markerUnits="userSpaceOnUse" markerWidth="16" markerHeight="16">'
    '<path d="M0-6 6 0 0 6-6 0z" fill="#d55e00" stroke="#000"/></marker>'
    '<marker id="exit" viewBox="-8 -8 16 16" markerUnits="userSpaceOnUse" markerWidth="16" markerHeight="16">'
    '<path d="M0-6 6 5-6 5z" fill="#d55e00"/></marker>'
)


def draw(lang: str) -> str:
    """Return the picture in one language as SVG."""
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img">',
        f"<style>{STYLE}{MOMENT % (100 / len(_shown()))}</style><defs>{MARKERS}</defs>",
        f'<rect width="{WIDTH}" height="{HEIGHT}" rx="12" fill="#f6f8fa"/>',
        *_card(20, 20, 440, HEIGHT - 40),
        *_card(476, 20, WIDTH - 496, HEIGHT - 40),
        *_figure(lang),
        *_cell(lang),
    ]
    return "\n".join([*parts, "</svg>"]) + "\n"


def _card(x: float, y: float, wide: float, high: float) -> list[str]:
    return [f'<rect x="{x}" y="{y}" width="{wide}" height="{high}" rx="8" fill="#fff" stroke="#d0d7de"/>']


def _shown() -> list[float]:
    """Return the learning rate at each moment: up, a rest where the path leaves the picture, and down again."""
    return [*RATES, *[RATES[-1]] * 8, *reversed(RATES), *[RATES[0]] * 4]


def _figure(lang: str) -> list[str]:
    """Return the parabola, the slider, and for each moment the path and the sentence of the figure's module."""
    figure = load("learning_rate")(lang)
    (low, high), (bottom, top) = figure.left.get_xlim(), figure.left.get_ylim()

    def points(x: Sequence[float], y: Sequence[float]) -> str:
        across = LEFT + (np.asarray(x) - low) / (high - low) * (RIGHT - LEFT)
        up = BOTTOM - (np.asarray(y) - bottom) / (top - bottom) * (BOTTOM - TOP)
        return " ".join(f"{a:.1f},{b:.1f}" for a, b in zip(across, up, strict=True))

    parts = [
        f'<text x="{LEFT}" y="50" class="title">{escape(figure.text("controls.eta"))}</text>',
        f'<path d="M{LEFT + 170} 46 H{RIGHT - 50}" stroke="#bbb" stroke-width="4" stroke-linecap="round"/>',
        f'<text x="{(LEFT + RIGHT) / 2}" y="82" class="middle">{escape(figure.text("left"))}</text>',
        f'<path d="M{LEFT} {TOP} V{BOTTOM} H{RIGHT}" fill="none" stroke="#6b6b6b"/>',
    ]
    for loss in (20, 40, 60):
        y = float(points([0], [loss]).split(",")[1])
        parts.append(f'<path d="M{LEFT} {y} H{RIGHT}" stroke="#e4e4e4"/>')
        parts.append(f'<text x="{LEFT - 22}" y="{y + 4}" class="small">{loss}</text>')
    for w in (-6, -3, 0, 3, 6):
        x = points([w], [bottom]).split(",")[0]
        parts.append(f'<text x="{x}" y="{BOTTOM + 16}" class="small middle">{w:d}</text>'.replace(">-", ">−"))
    w, loss = figure.left.lines[0].get_data()
    inside = loss <= top
    curve = points(w[inside], loss[inside])
    parts.append(f'<polyline points="{curve}" fill="none" stroke="#0072b2" stroke-width="2.4"/>')
    for place, eta in enumerate(_shown()):
        words = figure.update(eta, 5.0, 10).split("\n")
        knob = LEFT + 170 + eta / 1.2 * (RIGHT - LEFT - 220)
        still = " still" if place == _shown().index(STILL) else ""
        delay = (place / len(_shown()) - 1) * SECONDS  # all have begun long ago: none waits in its first state
        leaves = "" if len(figure.last[0].get_xdata()) else " leaves"
        parts += [
            f'<g class="moment{still}" style="animation-delay:{delay:.2f}s">',
            f'<circle cx="{knob:.1f}" cy="46" r="8" fill="#fff" stroke="#777"/>',
            f'<text x="{RIGHT - 34}" y="50">{eta:.2f}</text>',
            f'<polyline class="path{leaves}" points="{points(*figure.path[0].get_data())}"/>',
            f'<text x="{LEFT - 20}" y="{BOTTOM + 42}" class="title">{escape(words[0])}</text>',
            *(f'<text x="{LEFT - 20}" y="{BOTTOM + 60 + 17 * line}" class="small">{escape(words)}</text>'
              for line, words in enumerate(textwrap.wrap(words[1], 60))),
            "</g>",
        ]  # fmt: skip
    return parts


def _cell(lang: str) -> list[str]:
    """Return the answer, wrong and right, and what the check has said to each."""
    parts = []
    for scene, answer in (("wrong", ANSWER), ("right", ANSWER.replace("w + ", "w - "))):
        parts.append(f'<g class="{scene}{" still" if scene == "wrong" else ""}">')
        for line, text in enumerate(answer.splitlines()):
            y = 50 + 18 * line
            if " grad(w)" in text:
                colour = {"wrong": "#ffebe9", "right": "#dafbe1"}[scene]
                parts.append(f'<rect x="484" y="{y - 13}" width="{WIDTH - 512}" height="18" fill="{colour}"/>')
            parts.append(f'<text x="492" y="{y}" class="code">{escape(text)}</text>')
        said = [part for text in said_to(answer, lang) for part in textwrap.wrap(text, WRAP, subsequent_indent="  ")]
        colour = {"wrong": "#cf222e", "right": "#1a7f37"}[scene]
        parts.append(f'<path d="M488 200 V{196 + 18 * len(said)}" stroke="{colour}" stroke-width="3"/>')
        for line, text in enumerate(said):
            look = f' style="font-weight: 700; fill: {colour}"' if not line else ""
            parts.append(f'<text x="498" y="{210 + 18 * line}" class="said"{look}>{escape(text)}</text>')
        parts.append("</g>")
    return parts


def said_to(answer: str, lang: str) -> list[str]:
    """Return the lines that the visible check prints when it sees an answer for the second time."""
    definitions = {"np": np}
    exec(answer.partition("check(")[0], definitions)
    before = os.environ.get("COURSE_LANG")
    os.environ["COURSE_LANG"] = lang
    try:
        for _ in range(2):
            with redirect_stdout(io.StringIO()) as out:
                check(definitions["gradient_descent"])
    finally:
        os.environ.pop("COURSE_LANG")
        if before is not None:
            os.environ["COURSE_LANG"] = before
    return out.getvalue().splitlines()


if __name__ == "__main__":
    for each in LANGUAGES:
        (HERE / f"first-screen-{each}.svg").write_text(draw(each), "utf-8")
