"""``nbgrader release_assignment`` in several languages at once: one assignment, a notebook for each.

The first has the unit's usual name, another is called ``gradient-descent-ru.ipynb``. In which of them somebody has
written is seen when they hand in.
"""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

from nbgrader.exchange.default import ExchangeReleaseAssignment
from traitlets import Enum, List

from course.language import LANGUAGES
from course.workspace import notebook_file


class ReleaseInLanguages(ExchangeReleaseAssignment):
    """Put the class's notebook into the exchange, and those in other languages beside it."""

    languages = List(Enum(LANGUAGES), help="Further languages beside the class's own: en, ru.").tag(config=True)

    def do_copy(self, src: str, dest: str, log: Any = None) -> None:
        """Copy the released folder, then the further languages' notebooks."""
        super().do_copy(src, dest, log)
        unit, own = self.coursedir.assignment_id, Path(src).parent.name
        for lang in self.languages:
            if lang != own:
                other = Path(src).parents[1] / lang / unit / notebook_file(unit)
                shutil.copyfile(other, Path(dest) / notebook_file(unit, lang))
