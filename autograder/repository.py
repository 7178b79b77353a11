"""Where the course lies, and the notebooks that it has released."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from course.language import LANGUAGES

if TYPE_CHECKING:
    from nbformat import NotebookNode

REPOSITORY = Path(__file__).resolve().parents[1]


def released_notebooks(unit: str) -> dict[str, NotebookNode]:
    """Return the released notebook of a unit in every language."""
    import nbformat

    from course.workspace import notebook_file

    places = {lang: REPOSITORY / "release" / lang / unit / notebook_file(unit) for lang in LANGUAGES}
    return {lang: nbformat.read(place, as_version=4) for lang, place in places.items()}
