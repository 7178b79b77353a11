"""Where the course lies, and the notebooks that it has released."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from course.language import LANGUAGES

if TYPE_CHECKING:
    from nbformat import NotebookNode

REPOSITORY = Path(__file__).resolve().parents[2]
BESIDE = ("LICENSE", "LICENSE-TEXT.md", "CITATION.cff")  # what goes with every copy of the course
GUIDES = ("learners", "concept-index", "lecture-slips", "accessibility")  # what learners may read, in docs
TRANSLATED = ("learners", "accessibility", "instructors", "trust")  # in docs/ru


def unit_named(said: str) -> str:
    """Return the name of the unit that is called by it, by its number or by its words: 04-gradient-descent, 4.

    Raises ``ValueError`` for one that there is not.
    """
    from course.workspace import UnknownUnit
    from course.workspace import unit_named as named

    try:
        return named(REPOSITORY, LANGUAGES[0], said)
    except UnknownUnit as error:
        raise ValueError(str(error)) from None


def title_of(notebook: NotebookNode) -> str:
    """Return the heading of a lesson, or nothing if it has none; a learner's own cells above it do not count."""
    prose = (cell for cell in notebook.cells if cell.cell_type == "markdown")
    first = next((cell.source for cell in prose if not cell.metadata.get("course", {}).get("extra")), "")
    heading = first.partition("\n")[0]
    return heading.removeprefix("# ").strip() if heading.startswith("# ") else ""


def released_notebooks(unit: str) -> dict[str, NotebookNode]:
    """Return the released notebook of a unit in every language."""
    import nbformat

    from course.workspace import notebook_file

    places = {lang: REPOSITORY / "release" / lang / unit / notebook_file(unit) for lang in LANGUAGES}
    return {lang: nbformat.read(place, as_version=4) for lang, place in places.items()}
