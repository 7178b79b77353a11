"""The pages that nbgrader makes of graded notebooks: feedback, and the formgrader's view of a submission.

They load nothing from elsewhere: formulas become MathML, so no page needs a script from the network to show them.
What a submission puts on them has a bound, by what it costs a browser: see ``weight``.
"""

from __future__ import annotations

import base64
import copy
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

import jinja2
import nbformat
from nbconvert.exporters import HTMLExporter
from nbconvert.preprocessors import Preprocessor
from nbformat import NotebookNode
from nbformat.v4 import new_markdown_cell, new_output
from nbgrader.api import MissingEntry
from nbgrader.utils import is_grade, is_solution, is_task
from traitlets import Bool, default

from autograder.judging.verdict import Verdict
from autograder.nbgrader.page_budget import CELL, OUTPUT, Budget, weight
from autograder.nbgrader.rendering import Piece, code, plain_code, plain_prose, prose, prose_of_the_course, words
from autograder.nbgrader.standing import Points, Standing
from autograder.support.repository import title_of
from autograder.support.sanitise import one_line, png_size, sanitise_text
from course.language import LANGUAGES, text

# Characters of a cell that are laid out as prose or coloured as code: text can be made on purpose that takes a minute
# for each million of them, or for prose the square of that. What is longer is shown plain.
MOST_OF_A_CELL = 10_000
_TRY = 3  # what a character costs that is to be formatted, whether that fits on the page or not
THINGS = 3  # to do next that are named on top
_HEADING = re.compile(r"(</?h)([1-5])\b")
_PICTURE_IN_PROSE = re.compile(r"!\[[^\]\n]*\]\(attachment:([\w-]+\.png)\)")


class OfflinePages(HTMLExporter):
    """nbconvert's HTML with formulas as MathML: made in bounded time, opened in bounded time."""

    repeats_pictures = True  # those in prose, however large: a person has to see them

    def from_notebook_node(  # type: ignore[override]  # nbconvert says so too where it makes a page
        self, nb: Any, resources: Any = None, **kw: Any
    ) -> tuple[str, dict[str, Any]]:
        """Return the page of a notebook, and nbconvert's resources."""
        # nbconvert's own strip_files_prefix, for links of IPython 0.13, takes the square of a text's length.
        self.filters = self.filters | {"highlight_code": self.highlight_code, "strip_files_prefix": _unchanged}
        nb = copy.deepcopy(nb)
        self.fit(nb)
        return super().from_notebook_node(nb, resources, **kw)

    def fit(self, nb: NotebookNode) -> None:
        """Change a notebook to what its page will show."""
        self.language_code = _language(nb)
        self.purse = Budget()
        nb.cells = list(self._fitting(nb.cells))

    def _fitting(self, cells: list[NotebookNode]) -> Iterator[NotebookNode]:
        """Yield the cells that are shown, prepared; of a learner's own ones as many as fit."""
        for cell in cells:
            if not _is_extra(cell):  # what was asked for comes first
                self.prepare(cell)
        whole = True
        for cell in cells:
            if _is_extra(cell):
                if not self.purse.take(sources=CELL):
                    if whole:
                        yield new_markdown_cell(self._cut("cells"), id="cut-cells")
                    whole = False
                    continue
                self.prepare(cell)
            yield cell

    def prepare(self, cell: NotebookNode) -> None:
        """Change a cell to what is shown of it."""
        if _is_ours(cell):
            return
        if not self.repeats_pictures:
            self._fit_pictures(cell)
        cell.source, whole = self.purse.cut("sources", cell.source)
        if not whole:
            cell.source += f"\n\n{self._cut('source')}"
        if cell.metadata.get("course", {}).get("role") == "test":  # the words; what follows is for programs
            cell.outputs = [output for output in cell.outputs if output.output_type == "stream"]
            for output in cell.outputs:
                output.text = sanitise_text(output.text)
        elif cell.cell_type == "code":
            cell.outputs = list(self._fitting_outputs(cell.outputs))

    def _fit_pictures(self, cell: NotebookNode) -> None:
        """Put a sentence in the place of those pictures of a cell's prose for which there is no room."""
        kept = {name for name, bundle in cell.get("attachments", {}).items() if self._takes_picture(bundle)}

        def shown(reference: re.Match[str]) -> str:
            return reference[0] if reference[1] in kept else self._cut("picture")

        cell.source = _PICTURE_IN_PROSE.sub(shown, cell.source)

    def _fitting_outputs(self, outputs: Iterable[NotebookNode]) -> Iterator[NotebookNode]:
        """Yield a cell's outputs as far as they fit, and a sentence if some do not."""
        taken, left_out = 0, False
        for output in outputs:
            data = output.get("data", {})
            if not (self.purse.take(outputs=OUTPUT) and self._takes_picture(data)):
                left_out = True
                continue
            holder, key = (output, "text") if output.output_type == "stream" else (data, "text/plain")
            if key in holder and "image/png" not in holder:
                holder[key], whole = self.purse.cut("outputs", holder[key], taken)
                taken += weight(holder[key])
                left_out |= not whole
            yield output
        if left_out:
            yield new_output("stream", name="stdout", text=self._cut("output"))

    def _takes_picture(self, bundle: NotebookNode) -> bool:
        """Take room for the picture of an output or an attachment, if it has one; say whether there was room."""
        png = bundle.get("image/png")
        if png is None:
            return True
        width, height = png_size(base64.b64decode(png[:44]))
        return self.purse.take(pictures=len(png), pixels=width * height)

    def _cut(self, what: str) -> str:
        return text(f"feedback.cut_{what}", self.language_code)

    def highlight_code(self, source: str, metadata: Any = None) -> str:
        """Return a cell's code as HTML."""
        return self._formatted(source, code, plain_code)

    @jinja2.pass_context
    def markdown2html(self, context: Any, source: str) -> str:
        """Return a cell's prose as HTML, in nbconvert's templates."""
        return self.prose(source, context.get("cell", {}))

    def prose(self, source: str, cell: NotebookNode) -> str:
        """Return prose that stands in a cell as HTML; a comment of the instructor stands in none: ``{}``."""
        formatted: Callable[[str], Piece]
        if "attachments" in cell or not _is_ours(cell):
            formatted = partial(prose, attachments=cell.get("attachments", {}))
        else:
            formatted = prose_of_the_course
        return self._formatted(source, formatted, plain_prose, free=_is_ours(cell))

    def _formatted(
        self, source: str, formatted: Callable[[str], Piece], plain: Callable[[str], str], free: bool = False
    ) -> str:
        """Return the formatted page of a text if there is room for it, else the plain one."""
        price = 0 if free else _TRY * len(source)
        if len(source) > MOST_OF_A_CELL or not self.purse.take(markup=price):
            return plain(source)
        page, heavy = formatted(source)
        return page if self.purse.take(markup=0 if free else max(0, heavy - price)) else plain(source)

    @default("template_paths")
    def _template_paths(self, prune: bool = True, root_dirs: Any = None) -> list[str]:
        # Our mathjax.html.j2 loads nothing, and is found before nbconvert's, which loads MathJax from the network.
        return [str(Path(__file__).parent / "templates"), *super()._template_paths(prune, root_dirs)]


class FeedbackPages(OfflinePages):
    """The learner's page, in the language of the notebook, with all that is on it named in that language."""

    repeats_pictures = False

    def from_notebook_node(  # type: ignore[override]  # nbconvert says so too where it makes a page
        self, nb: Any, resources: Any = None, **kw: Any
    ) -> tuple[str, dict[str, Any]]:
        """Return the page of a graded notebook; ``resources["record"]`` is the record of its verdicts."""
        return self._page(copy.deepcopy(nb), resources)

    def from_file(  # type: ignore[override]
        self, file_stream: Any, resources: Any = None, **kw: Any
    ) -> tuple[str, dict[str, Any]]:
        """Return the page of a graded notebook's file, which is the grader's own: whether it is valid is not asked."""
        return self._page(nbformat.v4.reads(file_stream.read()), resources)

    def _page(self, nb: NotebookNode, resources: Any) -> tuple[str, dict[str, Any]]:
        # nbconvert would copy and check the notebook, and parse the whole page: a hundred times the template's time.
        self.fit(nb)
        resources = self._init_resources(resources)
        for preprocessor in self._preprocessors:
            nb, resources = preprocessor(nb, resources)
        record = resources["record"]
        resources["notes"] = record.notes(self.language_code) if record else []
        verdicts = record.verdicts if record else ()
        resources["states"] = {verdict.exercise: verdict.state for verdict in verdicts}
        resources["title"] = title_of(nb) or resources["nbgrader"]["notebook"]
        resources["next"] = _next(verdicts, resources["graded"]) if record and not record.refused else []
        resources["parts"] = list(_parts(nb.cells))
        return self.template.render(nb=nb, resources=resources), resources

    def default_filters(self) -> Iterator[tuple[str, Any]]:
        """Yield what the template calls, by name."""
        yield from super().default_filters()
        yield from {
            "say": self.say, "task": self.task, "number": _number, "one_line": one_line, "words": words,
            "quoted": _quoted, "code": self.highlight_code, "prose": self.prose,
        }.items()  # fmt: skip

    # The context keeps Jinja from saying a constant text once and for all, in the language of the first page.
    @jinja2.pass_context
    def say(self, context: Any, key: str, **values: object) -> str:
        """Return a text of the course in the language of the page, as HTML."""
        return words(text(key, self.language_code, **values))

    def prose(self, source: str, cell: NotebookNode) -> str:
        """Return prose as HTML whose headings are below the one of the page."""
        return _HEADING.sub(lambda tag: f"{tag[1]}{int(tag[2]) + 1}", super().prose(source, cell))

    def task(self, cell: NotebookNode) -> str:
        """Return the name of what a cell gives points for: an exercise, or the question in words."""
        return cell.metadata.get("course", {}).get("exercise") or text("feedback.written", self.language_code)

    def _template_file_default(self) -> str:
        return "feedback.html.j2"


class Part(NamedTuple):
    """Cells that fold together: a piece of the lesson, or what belongs to one task, down to its points."""

    cells: list[NotebookNode]
    lesson: bool = False
    heading: str = ""  # of a piece of the lesson

    @property
    def graded(self) -> NotebookNode | None:
        """The cell with the points, which is the last one."""
        last = self.cells[-1]
        return last if is_grade(last) else None


def _parts(cells: Sequence[NotebookNode]) -> Iterator[Part]:
    """Yield the cells in parts that fold together."""
    part: list[NotebookNode] = []
    for cell in cells:
        if part and (is_grade(part[-1]) or _is_lesson(part[-1]) != _is_lesson(cell)):
            yield _part(part)
            part = []
        part.append(cell)
    if part:
        yield _part(part)


def _part(cells: list[NotebookNode]) -> Part:
    if not _is_lesson(cells[0]):
        return Part(cells)
    lines = (line for cell in cells if cell.cell_type == "markdown" for line in cell.source.split("\n"))
    return Part(cells, lesson=True, heading=next((line.lstrip("#").strip() for line in lines if line[:1] == "#"), ""))


def _is_lesson(cell: NotebookNode) -> bool:
    return "nbgrader" not in cell.metadata and not _is_extra(cell)


def _next(verdicts: Iterable[Verdict], graded: Iterable[NotebookNode]) -> list[Verdict]:
    """Return what to do next: what was tried comes before what was not, else the order is the lesson's.

    What a person has looked at already, and given all points for, is not among it.
    """
    short = {
        cell.metadata.course.exercise for cell in graded
        if "course" in cell.metadata and (cell.metadata.nbgrader.score or 0) < cell.metadata.nbgrader.points
    }  # fmt: skip
    to_do = [each for each in verdicts if each.exercise in short and each.state not in ("correct", "review")]
    return sorted(to_do, key=lambda each: each.state == "not_attempted")[:THINGS]


class GetStanding(Preprocessor):
    """Points and comments from ``resources["standing"]``, and which points a person has still to give."""

    enabled = Bool(True).tag(config=True)

    def preprocess(self, nb: NotebookNode, resources: Any) -> tuple[NotebookNode, Any]:
        """Fill them in; put the graded cells, and those of them that wait for a person, into ``resources`` too."""
        theirs: Standing | None = resources["standing"]
        if theirs is None:
            raise MissingEntry("the gradebook has no points for it")
        points, comments = {each.cell: each for each in theirs.points}, dict(theirs.comments)
        for cell in nb.cells:
            name = cell.metadata.get("nbgrader", {}).get("grade_id")
            try:
                if is_solution(cell) or is_task(cell):
                    cell.metadata.nbgrader["comment"] = comments[name]
                if is_grade(cell) or is_task(cell):
                    _fill_in(cell, points[name])
            except KeyError:
                raise MissingEntry(f"the gradebook has no row for {name}") from None
        resources["graded"] = [cell for cell in nb.cells if is_grade(cell)]
        resources["waiting"] = [cell for cell in resources["graded"] if cell.metadata.nbgrader.waits]
        penalty = theirs.late_penalty or 0
        resources["nbgrader"] |= {
            "score": theirs.score - penalty, "max_score": theirs.max_score, "late_penalty": penalty,
        }  # fmt: skip
        return nb, resources


def _fill_in(cell: NotebookNode, points: Points) -> None:
    unknown = points.auto_score is None and points.manual_score is None  # nbgrader says 0
    score = None if unknown else points.score
    cell.metadata.nbgrader |= {"score": score, "points": points.max_score, "waits": points.waits}


def _language(nb: NotebookNode) -> str:
    lang = nb.metadata.get("course", {}).get("lang")
    return lang if lang in LANGUAGES else LANGUAGES[0]


def _is_ours(cell: NotebookNode) -> bool:
    """Whether a cell is prose of the course, or a comment of the instructor, which stands in none."""
    metadata = cell.get("metadata", {})
    return "nbgrader" not in metadata and not _is_extra(cell) and cell.get("cell_type") != "code"


def _is_extra(cell: NotebookNode) -> bool:
    """Whether a cell is one that the learner has added."""
    return bool(cell.get("metadata", {}).get("course", {}).get("extra"))


def _number(points: float | None) -> str:
    return "?" if points is None else f"{round(points, 2):g}"


def _quoted(plain: str | None) -> str:
    """Return plain text as HTML, to stand between quotation marks inside of a tag."""
    return words(plain or "").replace('"', "&quot;")


def _unchanged(page: str) -> str:
    return page
