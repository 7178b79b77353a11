"""Build everything that is generated: source notebooks, public examples, released notebooks, how figures begin.

Every product is committed; :func:`build` with ``check=True`` says which of them are out of date.
"""

from __future__ import annotations

import base64
import io
import json
import tempfile
import zlib
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import nbformat
from nbformat import NotebookNode

from autograder.authoring import built, examples, lesson, todos
from autograder.authoring.headers import LessonError, did_you_mean
from autograder.exercise import Exercise
from autograder.exercises import units
from autograder.nbgrader.release import release
from course import figures
from course.language import LANGUAGES
from course.workspace import notebook_file

if TYPE_CHECKING:
    from course.figures.engine import InteractiveFigure


def build(root: Path, names: Sequence[str] = (), *, check: bool = False, overwrite: bool = False) -> list[Path]:
    """Build the units ``names`` (all by default); return the files that changed, or would change with ``check``.

    Raises ``LessonError`` when a lesson and its exercises disagree, a translation is out of date, the format is
    broken, or, without ``overwrite``, a notebook has edits that nobody has pulled.
    """
    changed: list[Path] = []
    with tempfile.TemporaryDirectory() as folder:
        for text in lessons(root, names):
            todos.require_none(text.path, *map(todos.file_of, _exercises(text.unit).values()), root=root)
            faults = lesson.translation_faults(text) + _disagreements(text)
            if faults:
                raise LessonError("\n".join(faults))
            products = {Path("course/checks") / f"{text.unit}.json": _json(examples.public_examples(text.unit))}
            for lang in LANGUAGES:
                place = Path(lang) / text.unit / notebook_file(text.unit)
                node, before = lesson.notebook(text, lang), _read(root / "source" / place)
                if before is not None and not (check or overwrite):
                    _require_pulled(root / "source" / place, before, node)
                _add_pictures(node, lang, before)
                products |= _beginnings(root, node, lang)
                built.remember(node)
                source = Path(folder) / "source" / place
                source.parent.mkdir(parents=True)
                nbformat.write(node, source)
                products[Path("source") / place] = source.read_bytes()
                release(Path(folder), lang, text.unit)
                products[Path("release") / place] = (Path(folder) / "release" / place).read_bytes()
            for path, data in products.items():
                if not (root / path).exists() or (root / path).read_bytes() != data:
                    changed.append(path)
                    if not check:
                        (root / path).parent.mkdir(parents=True, exist_ok=True)
                        (root / path).write_bytes(data)
    return changed


def lessons(root: Path, names: Sequence[str] = ()) -> list[lesson.Lesson]:
    """Read the lessons of units, called by name, number or words, or all. Raises ``LessonError`` for an unknown one."""
    wanted = [lesson.path_of(root, name) for name in names] or lesson.paths(root).values()
    return [lesson.read(path) for path in dict.fromkeys(wanted)]


def _disagreements(text: lesson.Lesson) -> list[str]:
    """Return where a lesson names an exercise or a figure that there is not, or gives other points than it has."""
    described = {name: float(exercise.points) for name, exercise in _exercises(text.unit).items()}
    faults, new = [], [name for name in described if name not in text.points]
    for cell, line in zip(text.cells, text.lines, strict=True):
        where, name = f"{text.path.name}:{line}", cell.metadata.get("exercise")
        if name and name not in described:
            meant = did_you_mean(name, new or described)
            faults.append(f"{where}: no exercise of this unit is called {name!r}; {meant}")
        elif name and cell.metadata["role"] == "test" and text.points[name] != described[name]:
            faults.append(
                f"{where}: {name} has {text.points[name]:g} points in the lesson and {described[name]:g} in "
                "autograder/exercises"
            )
        figure = cell.metadata.get("figure")
        if figure and figure not in figures.names():
            faults.append(f"{where}: no figure is called {figure!r}; {did_you_mean(figure, figures.names())}")
    files = f"autograder/exercises/u{text.path.stem}"
    return faults + [f"{text.path.name}: no cell asks for {name}, which {files} describes" for name in new]


def _require_pulled(path: Path, before: NotebookNode, node: NotebookNode) -> None:
    """Raise ``LessonError`` if a notebook has edits that would be overwritten."""
    names = built.edits(before, node).names if built.remembered(before) else []
    if names:
        unit = node.metadata.course.unit
        raise LessonError(
            f"{path} was edited since it was built ({', '.join(names)}): 'autograder pull {unit}' brings that home, "
            f"'autograder build {unit} --overwrite' forgets it"
        )


def _exercises(unit: str) -> Mapping[str, Exercise]:
    return units().get(unit, {})


def _add_pictures(node: NotebookNode, lang: str, before: NotebookNode | None) -> None:
    """Save every figure's first picture as its cell's output, so that the notebook reads on paper too."""
    old = {cell.id: cell for cell in before.cells} if before else {}
    for cell in node.cells:
        name = cell.metadata.get("course", {}).get("figure")
        if name:
            picture, alt = _picture(name, lang)
            kept = _saved_picture(old.get(cell.id))
            # Compression differs between computers, the picture does not: keep the bytes that are there.
            data = (
                kept
                if kept and _pixels(base64.b64decode(kept)) == _pixels(picture)
                else base64.b64encode(picture).decode()
            )
            output = nbformat.v4.new_output("display_data", {"image/png": data, "text/plain": alt})
            output.metadata = {"course": {"picture": name}, "image/png": {"alt": alt}}
            cell.outputs = [output]


def _picture(name: str, lang: str) -> tuple[bytes, str]:
    figure = _figure(name, lang)
    return figure.still(), figure.alt()


@cache
def _figure(name: str, lang: str) -> InteractiveFigure:
    return figures.load(name)(lang)


def _beginnings(root: Path, node: NotebookNode, lang: str) -> dict[Path, bytes]:
    """Return how the figures of a notebook begin, for :mod:`course.figures.engine.page`."""
    from course.figures.engine.live import beginning

    found = {}
    for name in filter(None, (cell.metadata.get("course", {}).get("figure") for cell in node.cells)):
        place = Path("course/figures/starts", lang, f"{name}.json")
        data = (json.dumps(beginning(_figure(name, lang)), ensure_ascii=False) + "\n").encode()
        kept = (root / place).read_bytes() if (root / place).exists() else b""
        found[place] = kept if kept and _inflated(kept) == _inflated(data) else data  # as with pictures
    return found


def _inflated(data: bytes) -> dict[str, Any]:
    spec = json.loads(data)
    return spec | {"frames": zlib.decompress(base64.b64decode(spec["frames"]))}


def _saved_picture(cell: NotebookNode | None) -> str | None:
    outputs = cell.get("outputs", []) if cell is not None else []
    return next((output.data["image/png"] for output in outputs if "image/png" in output.get("data", {})), None)


def _pixels(png: bytes) -> tuple[Any, ...]:
    from PIL import Image

    image = Image.open(io.BytesIO(png)).convert("RGB")
    return image.size, image.tobytes()


def _read(path: Path) -> NotebookNode | None:
    return built.read(path) if path.exists() else None


def _json(data: Any) -> bytes:
    return (json.dumps(data, indent=1, ensure_ascii=False) + "\n").encode()
