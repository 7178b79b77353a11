"""Throw chance at what strangers' bytes reach first: ``python tests/fuzz.py intake --minutes 15``.

The targets: the intake of notebooks, the codec between judge and learner, the page, the filter of system calls. Every
round has a number, from which all that is random in it comes; a round that fails says its number, and ``--first`` runs
it again. ``tests/test_fuzz.py`` runs some rounds of each with every test run.
"""

from __future__ import annotations

import argparse
import copy
import json
import random
import sys
import tempfile
import time
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import nbformat
import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parent))
from attacks import look

from autograder.intake.submission import MAX_SOURCES, Refused, intake
from autograder.judging.outputs import cell_outputs
from autograder.nbgrader.pages import FeedbackPages
from autograder.sandbox import Ended, Raised, Sandbox, TooSlow
from autograder.support.repository import released_notebooks
from autograder.support.sanitise import clean, sanitise_markdown
from autograder.worker import codec
from course.workspace import notebook_file

UNIT = "04-gradient-descent"
NAME = notebook_file(UNIT)
PLAIN = (
    type(None), bool, int, float, complex, str, list, tuple, dict, np.ndarray, codec.Handle, codec.Callback, codec.Rng,
)  # fmt: skip
LARGEST = 2_000_000  # bytes of a page
STRANGE: list[Any] = [
    None, True, -1, 2**63, 10**400, 1e308, float("nan"), "", "\0", "\ud800", "é" * 50, "\u202e", "a" * 30_000, [], {},
    [[]], {"nbgrader": 1}, {"": ""}, {"__class__": "x"}, "solution", "code", "markdown", "raw", 4, 5, "4", ["text"],
    [1, None],
]  # fmt: skip
PIECES = [
    "<script>pwned=1</script>", "<img src=x onerror=pwned=1>", "](javascript:pwned=1)", "[a](", "![", "$", "$$",
    "\\(", "\\[", "\\begin{align}", "\\end{align}", "\\href{javascript:1}", "```", "`", "<!--", "-->", "</pre>",
    "</style>", "<style>", "&lt;", "&#60;", "{{", "{%", "|", "\n|---|\n", "> " * 9, "* " * 9, "#", "\n\n", "\n", "\t",
    "http://x", "//x", "\x1b[31m", "\u0301" * 40, "\u200d" * 40, "\u202e", "क्ष" * 40, "ﷺ" * 40, "a" * 900, "1.5",
    "\\frac{1}{2}", "^_^", "_", "**", "~~", "\\", "<math>", "<svg/onload=pwned=1>", "<details open ontoggle=pwned=1>",
    "data:text/html,x", "\x00", "\ud800", "𝒳" * 50,
]  # fmt: skip


def fuzz_intake(rng: random.Random) -> None:
    """A notebook with changed bytes or changed parts is rebuilt on the released one, or refused with a reason."""
    released = _released()
    lang = rng.choice(list(released))
    if rng.random() < 0.5:
        data = bytearray(nbformat.writes(released[lang]).encode())
        for _ in range(rng.randint(1, 30)):
            place, size = rng.randrange(len(data)), rng.choice([1, 1, 2, 50, 2000])
            piece = rng.choice(
                [b"", bytes(rng.randbytes(size)), data[place : place + size] * 2, b"[" * size, b'"', b"\\"]
            )
            data[place : place + rng.choice([0, size])] = piece
    else:
        node = json.loads(nbformat.writes(released[lang]))
        for _ in range(rng.randint(1, 8)):
            _change(node, rng)
        data = bytearray(json.dumps(node, ensure_ascii=rng.random() < 0.5).encode("utf-8", "surrogatepass"))
    if rng.random() < 0.1:
        data = bytearray(
            data.decode("utf-8", "replace").encode(rng.choice(["utf-16", "utf-8-sig", "cp1251", "latin-1"]), "replace")
        )
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, rng.choice([NAME, "other.ipynb", NAME + " (1).ipynb"])).write_bytes(data)
        try:
            found = intake(Path(folder), NAME, released)
        except Refused as refusal:
            assert refusal.word
            return
    nbformat.validate(found.notebook)
    ours = {cell.metadata.nbgrader.grade_id for cell in _graded(released[found.lang])}
    assert {cell.metadata.nbgrader.grade_id for cell in _graded(found.notebook)} == ours
    assert sum(len(cell.source) for cell in found.cells) <= 2 * MAX_SOURCES
    own = [cell.get("outputs") for cell in released[found.lang].cells]  # figures as they are handed out
    assert all(cell.get("outputs") in (None, [], *own) for cell in found.notebook.cells)


def fuzz_codec(rng: random.Random) -> None:
    """Bytes decode to plain values or raise ``BadMessage``; plain values come back as they were."""
    value = _value(rng, 4)
    data = bytearray(codec.encode(value))
    again = codec.decode(bytes(data))
    assert codec.encode(again) == bytes(data)
    for _ in range(rng.randint(1, 6)):
        place = rng.randrange(len(data))
        data[place : place + rng.choice([0, 1, 4])] = rng.choice(
            [b"", rng.randbytes(1), rng.randbytes(4), b"[", b"9" * 20]
        )
        if not data:
            return
    try:
        found = codec.decode(bytes(data))
    except codec.BadMessage:
        return
    _plain(found)


def fuzz_page(rng: random.Random) -> None:
    """Whatever is printed and written, a page runs nothing, loads nothing and is not too large."""
    notebook = _marked(_released()[rng.choice(list(_released()))])
    for cell in rng.sample(notebook.cells, 6):
        cell.source = sanitise_markdown(_text(rng)) if cell.cell_type == "markdown" else clean(_text(rng))
    for cell in (cell for cell in notebook.cells if cell.cell_type == "code"):
        shown: list[Any] = [
            {"name": rng.choice(["stdout", "stderr"]), "text": _text(rng)} for _ in range(rng.randint(0, 4))
        ]
        shown += [{"text": _text(rng)}, {"png": np.frombuffer(rng.randbytes(50), np.uint8)}, {"name": "x"}, 1]
        if rng.random() < 0.5:
            cell.outputs = cell_outputs(shown)
    html, _ = FeedbackPages().from_notebook_node(notebook, _resources())
    page, plain = look.Page(html), _plain_page()
    assert (page.scripts, page.styles) == (plain.scripts, plain.styles)
    assert page.handlers == []
    assert len(html.encode("utf-8", "surrogatepass")) <= LARGEST


def fuzz_filter(rng: random.Random) -> None:
    """Random system calls end at most the process that makes them."""
    calls = [[rng.randrange(520), *(_argument(rng) for _ in range(6))] for _ in range(40)]
    source = "import ctypes\nlibc = ctypes.CDLL(None)\n"
    source += f"for number, *args in {calls}:\n    libc.syscall(number, *map(ctypes.c_long, args))\n"
    try:
        with _sandbox().session() as session:
            session.run_cell(source, 2.0)
    except (Ended, TooSlow):
        pass  # as it may be
    with _sandbox().session() as session:
        session.run_cell("def f(x): return x + 1", 5.0)
        again = session.keep("f", 5.0)
        try:
            assert again is not None and again(1) == 2
        except Raised as error:
            raise AssertionError("the next session does not work") from error


TARGETS: dict[str, Callable[[random.Random], None]] = {
    "intake": fuzz_intake, "codec": fuzz_codec, "page": fuzz_page, "filter": fuzz_filter,
}  # fmt: skip


def rounds(target: str, first: int, count: int | None = None, minutes: float = 0.0) -> tuple[int, float]:
    """Run rounds by number or for a time; return how many, and the processor seconds of the slowest one."""
    end, slowest, number = time.monotonic() + 60 * minutes, 0.0, first
    while number < first + count if count is not None else time.monotonic() < end:
        start = time.process_time()
        try:
            TARGETS[target](random.Random(f"{target} {number}"))
        except Exception as error:
            error.add_note(f"{target}, round {number}")
            raise
        slowest = max(slowest, time.process_time() - start)
        number += 1
    return number - first, slowest


def _change(node: Any, rng: random.Random) -> None:
    """Change one place in a tree of JSON."""
    while True:
        keys = list(node) if isinstance(node, dict) else range(len(node)) if isinstance(node, list) else []
        if not keys:
            return
        key = rng.choice(list(keys))
        if isinstance(node[key], dict | list) and node[key] and rng.random() < 0.8:
            node = node[key]
            continue
        match rng.randrange(4):
            case 0:
                node[key] = copy.deepcopy(rng.choice(STRANGE))
            case 1:
                del node[key]
            case 2 if isinstance(node, list):
                node.insert(key, copy.deepcopy(node[key]))
            case _:
                node[key] = copy.deepcopy(rng.choice(STRANGE)) if rng.random() < 0.5 else [node[key]]
        return


def _value(rng: random.Random, depth: int) -> Any:
    match rng.randrange(9 if depth else 6):
        case 0:
            return rng.choice([None, True, False])
        case 1:
            return rng.choice([0, -1, 2**70, rng.randrange(10**6)])
        case 2:
            return rng.choice([0.0, -0.0, float("inf"), rng.gauss(0, 1)])
        case 3:
            return "".join(rng.choice("aяé😀\n") for _ in range(rng.randrange(9)))
        case 4:
            shape = [rng.randrange(4) for _ in range(rng.randrange(4))]
            return np.asarray(np.arange(np.prod(shape, dtype=int)).reshape(shape), rng.choice(sorted(codec.DTYPES)))
        case 5:
            return complex(rng.gauss(0, 1), 2)
        case 6 | 7:
            return rng.choice([list, tuple])(_value(rng, depth - 1) for _ in range(rng.randrange(4)))
    return {str(number): _value(rng, depth - 1) for number in range(rng.randrange(4))}


def _plain(value: Any) -> None:
    assert type(value) in PLAIN
    if isinstance(value, dict):
        for key, item in value.items():
            assert type(key) in PLAIN
            _plain(item)
    elif isinstance(value, list | tuple):
        for item in value:
            _plain(item)


def _text(rng: random.Random) -> str:
    return "".join(rng.choice(PIECES) * rng.choice([1, 1, 1, 2, 30]) for _ in range(rng.randint(1, 40)))


def _argument(rng: random.Random) -> int:
    return rng.choice([0, 1, 2, 3, 4, -1, -100, 0x21, 2**31, 4096, 2**47, rng.randrange(2**63), 0x10000000, 1024, 1031])


def _graded(notebook: Any) -> list[Any]:
    return [cell for cell in notebook.cells if "nbgrader" in cell.metadata]


def _marked(notebook: Any) -> Any:
    """Return a copy of a notebook with what nbgrader notes of the points of its cells."""
    notebook = copy.deepcopy(notebook)
    for cell in _graded(notebook):
        cell.metadata.nbgrader |= {"score": 0.0, "points": 1.0, "waits": False}
    return notebook


@cache
def _released() -> dict[str, Any]:
    return released_notebooks(UNIT)


def _resources() -> dict[str, Any]:
    nbgrader = {
        "student": "x",
        "assignment": UNIT,
        "notebook": NAME,
        "timestamp": None,
        "score": 0,
        "max_score": 20,
        "late_penalty": 0,
    }
    return {"nbgrader": nbgrader, "record": None, "graded": [], "waiting": []}


@cache
def _plain_page() -> look.Page:
    return look.Page(FeedbackPages().from_notebook_node(_marked(next(iter(_released().values()))), _resources())[0])


@cache
def _sandbox() -> Sandbox:
    return Sandbox(contained=True)


if __name__ == "__main__":
    said = argparse.ArgumentParser(description=__doc__)
    said.add_argument("target", choices=TARGETS)
    said.add_argument("--minutes", type=float, default=15.0)
    said.add_argument("--first", type=int, default=0)
    options = said.parse_args()
    done, slowest = rounds(options.target, options.first, minutes=options.minutes)
    print(f"{options.target}: {done} rounds, no failure, {slowest:.2f} s of processor time for the slowest")
