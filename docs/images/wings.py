"""Draw the wings of the autograder: ``python docs/images/wings.py`` writes ``wings.svg`` beside this file.

The rows are the layers that ``pyproject.toml`` lets the linter keep. The arrows are the imports that are there: those
that do not follow from others. Only what a wing is for, and where it stands in its row, is said here.
"""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from html import escape
from pathlib import Path

import grimp

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]

# name -> (where its middle is, in thirds of the picture; what it is for; the command that starts it)
WINGS = {
    "cli": (0.25, "the command line", "autograder …"),
    "demo": (1.25, "a small class, start to end", "make demo"),
    "review": (2.05, "short questions, spaced", "course review"),
    "self_study": (2.4, "one's own copy is judged", "course grade"),
    "authoring": (0.75, "lessons become notebooks; proofs", "autograder build"),
    "reporting": (1.75, "what a class has done", "autograder report"),
    "classroom": (0.82, "from the platform and back", "autograder grade"),
    "nbgrader": (1.68, "inside nbgrader's commands", "nbgrader autograde"),
    "intake": (1.25, "from hostile bytes to clean cells", ""),
    "exercises": (0.41, "references, probes, mistakes", ""),
    "judging": (1.25, "from cells and seeds to verdicts", ""),
    "exercise": (2.25, "what one exercise is", ""),
    "sandbox": (1.25, "holds the learner's process", ""),
    "support": (0.35, "whole files, locks, clean text", ""),
    "worker": (1.25, "what runs inside the walls", ""),
    "course": (1.75, "figures, checks, hints, translations", "course lab"),
}
WIDTH, ROW, BOX, HIGH, LEFT = 960, 100, 224, 66, 130
INK, PALE, LINE = "#24292f", "#57606a", "#8c959f"
STYLE = f"""
text {{ font-family: ui-sans-serif, system-ui, "DejaVu Sans", sans-serif; text-anchor: middle; fill: {INK} }}
.name {{ font-size: 15px; font-weight: 600 }} .for {{ font-size: 12px; fill: {PALE} }}
.start {{ font: 11px ui-monospace, "DejaVu Sans Mono", monospace; fill: #0550ae; }}
.zone {{ font-size: 12px; font-weight: 600; text-anchor: start }}
.wing {{ fill: #fff; stroke: {LINE} }} .open {{ stroke: #1a7f37; stroke-width: 1.5 }}
.group {{ fill: none; stroke: {LINE}; stroke-dasharray: 4 4 }}
.arrow {{ fill: none; stroke: {PALE}; stroke-width: 1.4; marker-end: url(#head) }}
"""


def layers() -> list[list[str]]:
    """Return the names in each layer, the highest first; those of one list stand side by side."""
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]["contracts"]
    (layered,) = (each for each in contracts if each["type"] == "layers")
    return [re.split(r" [:|] ", line) for line in layered["layers"]]


def imports() -> dict[str, set[str]]:
    """Return which wings each wing imports; ``course`` counts as one, modules beside the folders too."""
    graph = grimp.build_graph("autograder", "course")
    found = defaultdict(set)
    for module in graph.modules:
        for other in graph.find_modules_directly_imported_by(module):
            one, two = (_wing(each) for each in (module, other))
            if one != two and two != "autograder":  # the package itself is empty
                found[one].add(two)
    return found


def _wing(module: str) -> str:
    package, *rest = module.split(".")
    return rest[0] if package == "autograder" and rest else package


def arrows() -> list[tuple[str, str]]:
    """Return the imports between knots that no chain of other imports implies; a knot is named by its members."""
    direct, knots = imports(), _knots(imports())
    of = {name: knot for knot in knots for name in knot}
    edges = {(of[one], of[two]) for one, names in direct.items() for two in names if of[one] != of[two]}
    below = {knot: _reached({a: {d for c, d in edges if c == a} for a in knots}, knot) for knot in knots}
    kept = [(one, two) for one, two in edges if not any((one, mid) in edges and two in below[mid] for mid in knots)]
    return sorted((" ".join(one), " ".join(two)) for one, two in kept)


def _reached(edges: dict, start: object) -> set:
    """Return what can be reached from ``start`` by one edge or more."""
    reached, ahead = set(), list(edges.get(start, ()))
    while ahead:
        if (name := ahead.pop()) not in reached:
            reached.add(name)
            ahead += edges.get(name, ())
    return reached


def _knots(direct: dict[str, set[str]]) -> set[tuple[str, ...]]:
    """Return the groups of wings that know each other; most are of one."""
    below = {name: _reached(direct, name) for name in WINGS}
    return {tuple(n for n in WINGS if n == name or (n in below[name] and name in below[n])) for name in WINGS}


def draw() -> str:
    """Return the picture as SVG. Raises KeyError for a wing of which nothing is said here."""
    rows = [*layers(), ["course"]]
    height_of = {name: 60 + ROW * row + HIGH / 2 for row, names in enumerate(rows) for name in names}
    middle = {name: (LEFT + 280 * WINGS[name][0], height) for name, height in height_of.items()}
    wide = dict.fromkeys(middle, BOX / 2) | {"course": BOX}
    boxes = {name: (x - wide[name], y - HIGH / 2, x + wide[name], y + HIGH / 2) for name, (x, y) in middle.items()}
    groups = {}
    for knot in _knots(imports()):
        sides = list(zip(*(boxes[name] for name in knot), strict=True))
        room = 10 if len(knot) > 1 else 0
        groups[" ".join(knot)] = (
            min(sides[0]) - room, min(sides[1]) - room, max(sides[2]) + room, max(sides[3]) + room,
        )  # fmt: skip
    height = 60 + ROW * len(rows) - 4
    open_from = boxes["worker"][1] - 12
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" role="img" aria-labelledby="t d">',
        '<title id="t">The wings of the autograder</title>',
        f'<desc id="d">{escape("; ".join(f"{one} imports {two}" for one, two in arrows()))}</desc>',
        f"<style>{STYLE}</style>",
        '<marker id="head" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto">'
        f'<path d="M0 0 8 4 0 8z" fill="{PALE}"/></marker>',
        f'<rect width="{WIDTH}" height="{height}" rx="12" fill="#f6f8fa"/>',
        '<text class="zone" x="20" y="30">an arrow: imports; what follows from others is not drawn</text>',
        f'<rect x="352" y="{open_from}" width="588" height="{height - open_from - 14}" rx="10" fill="#dafbe1"/>',
        *(f'<text class="zone" x="612" y="{open_from + 40 + 16 * line}">{words}</text>'
          for line, words in enumerate(("what a learner's", "process can see"))),
    ]
    for name, (x0, y0, x1, y1) in sorted(groups.items()):
        if " " in name:
            parts.append(f'<rect class="group" x="{x0}" y="{y0}" width="{x1 - x0}" height="{y1 - y0}" rx="12"/>')
    for one, two in arrows():
        parts.append(f'<path class="arrow" data-from="{one}" data-to="{two}" d="{_path(groups[one], groups[two])}"/>')
    for name, (x0, y0, x1, _) in boxes.items():
        _, purpose, start = WINGS[name]
        x = middle[name][0]
        kind = "wing open" if name in ("worker", "course") else "wing"
        parts += [
            f'<rect class="{kind}" x="{x0}" y="{y0}" width="{x1 - x0}" height="{HIGH}" rx="8"/>',
            f'<text class="name" x="{x}" y="{y0 + (22 if start else 30)}">{name}</text>',
            f'<text class="for" x="{x}" y="{y0 + (39 if start else 48)}">{escape(purpose)}</text>',
        ]
        if start:
            parts.append(f'<text class="start" x="{x}" y="{y0 + 56}">{escape(start)}</text>')
    return "\n".join([*parts, "</svg>"]) + "\n"


def _path(one: tuple[float, ...], two: tuple[float, ...]) -> str:
    """Return the way from a box to one beside it or below: straight where it can be, else a curve."""
    if one[2] < two[0] and one[1] <= two[1] + 20 and two[3] <= one[3]:
        return f"M{one[2]} {(two[1] + two[3]) / 2} H{two[0] - 2}"
    start, end = max(one[0], two[0]), min(one[2], two[2])
    if start < end:
        return f"M{(start + end) / 2} {one[3]} V{two[1] - 2}"
    x0, x1 = (one[0] + 30, two[2] - 30) if two[2] < one[0] else (one[2] - 30, two[0] + 30)
    bend = (two[1] - one[3]) / 2
    return f"M{x0} {one[3]} C{x0} {one[3] + bend} {x1} {two[1] - bend} {x1} {two[1] - 2}"


if __name__ == "__main__":
    (HERE / "wings.svg").write_text(draw(), "utf-8")
