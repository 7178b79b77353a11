"""The pages that nbgrader makes of graded notebooks: feedback, and the formgrader's view of a submission.

They load nothing from elsewhere: formulas become MathML here, so no page needs a script from the network to show them.
What a submission puts on them has a bound, by what it costs a browser: see ``weight``.
"""

from __future__ import annotations

import base64
import copy
import html
import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import jinja2
from latex2mathml.converter import convert
from nbconvert.exporters import HTMLExporter
from nbconvert.filters.highlight import Highlight2HTML
from nbconvert.filters.markdown_mistune import IPythonRenderer, MarkdownWithMath
from nbformat import NotebookNode
from nbformat.v4 import new_markdown_cell, new_output
from nbgrader.preprocessors import GetGrades
from nbgrader.utils import is_grade
from traitlets import default

from autograder.harmless import harmless_html, harmless_text, one_line, png_size
from autograder.nbgrader.weight import CELL, OUTPUT, Purse, weight, weight_of_markup
from course.language import LANGUAGES, text

# Characters of a cell that are laid out as prose or coloured as code: text can be made on purpose that takes a minute
# for each million of them, or for prose the square of that. What is longer is shown plain.
MOST_OF_A_CELL = 10_000
_TRY = 3  # what a character costs that is to be formatted, whether that fits on the page or not
_PICTURE = re.compile(r'src="data:image/png;base64,[^"]*"')
_PICTURE_IN_PROSE = re.compile(r"!\[[^\]\n]*\]\(attachment:([\w-]+\.png)\)")


class OfflinePages(HTMLExporter):
    """nbconvert's HTML with formulas as MathML: made in bounded time, opened in bounded time."""

    repeats_pictures = True  # those in prose, however large: a person has to see them

    def from_notebook_node(self, nb: Any, resources: Any = None, **kw: Any) -> tuple[str, dict[str, Any]]:
        """Return the page of a notebook, and nbconvert's resources."""
        self.language_code = _language(nb)
        self.purse = Purse()
        # Not "ipython3": for code with many blank lines that takes the square of their number.
        self._color = Highlight2HTML(pygments_lexer="python3", parent=self)
        # nbconvert's own strip_files_prefix, for links of IPython 0.13, takes the square of a text's length.
        self.filters = self.filters | {"highlight_code": self.highlight_code, "strip_files_prefix": _unchanged}
        nb = copy.deepcopy(nb)
        nb.cells = list(self._fitting(nb.cells))
        return super().from_notebook_node(nb, resources, **kw)

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
        """Change a cell of our copy to what is shown of it."""
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
                output.text = harmless_text(output.text)
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
        plain = f'<div class="highlight"><pre>{html.escape(source)}</pre></div>'
        return self._formatted(source, plain, lambda: self._color(source, metadata=metadata))

    @jinja2.pass_context
    def markdown2html(self, context: Any, source: str) -> str:
        """Return a cell's prose as HTML."""
        cell = context.get("cell", {})
        renderer = MathRenderer(
            escape=False,
            attachments=cell.get("attachments", {}),
            embed_images=self.embed_images,
            path=context.get("resources", {}).get("metadata", {}).get("path", ""),
            anchor_link_text=self.anchor_link_text,
            exclude_anchor_links=self.exclude_anchor_links,
        )
        plain = f"<pre>{html.escape(source)}</pre>"

        def formatted() -> str:
            try:
                return harmless_html(MarkdownWithMath(renderer=renderer).render(source))
            except Exception:  # the parser raises on some texts, and a page without words is no help to anybody
                return plain

        return self._formatted(source, plain, formatted, free=_is_ours(cell))

    def _formatted(self, source: str, plain: str, formatted: Callable[[], str], free: bool = False) -> str:
        """Return the formatted page of a text if there is room for it, else the plain one."""
        price = 0 if free else _TRY * len(source)
        if len(source) > MOST_OF_A_CELL or not self.purse.take(markup=price):
            return plain
        page = formatted()
        rest = 0 if free else max(0, weight_of_markup(_PICTURE.sub("", page)) - price)
        return page if self.purse.take(markup=rest) else plain

    @default("template_paths")
    def _template_paths(self, prune: bool = True, root_dirs: Any = None) -> list[str]:
        # Our mathjax.html.j2 loads nothing, and is found before nbconvert's, which loads MathJax from the network.
        return [str(Path(__file__).parent / "templates"), *super()._template_paths(prune, root_dirs)]


class FeedbackPages(OfflinePages):
    """The learner's page, in the language of the notebook, with all that is on it named in that language."""

    repeats_pictures = False

    def from_notebook_node(self, nb: Any, resources: Any = None, **kw: Any) -> tuple[str, dict[str, Any]]:
        """Return the page of a graded notebook; ``resources["record"]`` is the record of its verdicts."""
        self.filters = self.filters | {"say": self.say, "task": self.task, "number": _number, "one_line": one_line}
        record = resources["record"]
        resources["notes"] = record.notes(_language(nb)) if record else []
        resources["states"] = {verdict.exercise: verdict.state for verdict in record.verdicts} if record else {}
        return super().from_notebook_node(nb, resources, **kw)

    def prepare(self, cell: NotebookNode) -> None:
        """Say of a cell's pictures what they are."""
        super().prepare(cell)
        cell.metadata["alt"] = text("feedback.picture", self.language_code)

    # The context keeps Jinja from saying a constant text once and for all, in the language of the first page.
    @jinja2.pass_context
    def say(self, context: Any, key: str, **values: object) -> str:
        """Return a text of the course in the language of the page, as HTML."""
        return html.escape(text(key, self.language_code, **values))

    def task(self, cell: NotebookNode) -> str:
        """Return the name of what a cell gives points for: an exercise, or the question in words."""
        return cell.metadata.get("course", {}).get("exercise") or text("feedback.written", self.language_code)

    def _template_file_default(self) -> str:
        return "feedback.html.j2"


class GetStanding(GetGrades):
    """nbgrader's points and comments, and which points a person has still to give."""

    def preprocess(self, nb: NotebookNode, resources: Any) -> tuple[NotebookNode, Any]:
        """Put the graded cells, and those of them that wait for a person, into ``resources`` too."""
        nb, resources = super().preprocess(nb, resources)
        resources["graded"] = [cell for cell in nb.cells if is_grade(cell)]
        resources["waiting"] = [cell for cell in resources["graded"] if cell.metadata.nbgrader.waits]
        return nb, resources

    def _get_score(self, cell: NotebookNode, resources: Any) -> None:
        super()._get_score(cell, resources)
        name = cell.metadata.nbgrader["grade_id"]
        grade = self.gradebook.find_grade(name, self.notebook_id, self.assignment_id, self.student_id)
        cell.metadata.nbgrader["waits"] = grade.needs_manual_grade
        if grade.auto_score is None and grade.manual_score is None:
            cell.metadata.nbgrader["score"] = None  # nbgrader says 0


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


def _unchanged(page: str) -> str:
    return page


class MathRenderer(IPythonRenderer):
    """Markdown to HTML with every formula as MathML, or as its source where it is not well-formed TeX."""

    def block_code(self, code: str, info: str | None = None) -> str:
        """Code in prose, plain: a learner may name any language, and some of them take twice the time for each word."""
        return f"<pre><code>{html.escape(code)}</code></pre>\n"

    def block_math(self, body: str) -> str:
        """A formula on a line of its own."""
        return _shown(body, "block")

    def inline_math(self, body: str) -> str:
        """A formula inside a sentence."""
        return _shown(body, "inline")

    def latex_environment(self, name: str, body: str) -> str:
        """A formula written as an environment, for example ``align``."""
        return _shown(rf"\begin{{{name}}}{body}\end{{{name}}}", "block")


def mathml(tex: str, display: str = "inline") -> str | None:
    """Return a formula as MathML, or None where it is not well-formed or holds anything but a formula.

    The converter copies what it does not know, so its result is taken apart and only known elements and attributes
    stay.
    """
    tex = re.sub(r"\\(begin|end)\{aligned\}", r"\\\1{align*}", tex)
    try:
        tree = ElementTree.fromstring(convert(tex, display=display))
    except Exception:  # the library raises whatever its parser meets; the formula may be a learner's
        return None
    for element in tree.iter():
        element.tag = element.tag.removeprefix(_NAMESPACE)
        if element.tag not in _ELEMENTS or not _ATTRIBUTES.issuperset(element.attrib):
            return None
        if any(map(_HUNDREDS.search, element.attrib.values())):  # of em or points: room for nothing
            return None
    for script in [element for element in tree.iter() if element.tag in _WITHOUT_RAISED and len(element) > 1]:
        _stand_primes_beside(script)
    return ElementTree.tostring(tree, encoding="unicode")


def _stand_primes_beside(script: ElementTree.Element) -> None:
    """Take the primes of ``f'`` out of the superscript: as a character they are small and high, raised they float."""
    raised = script[-1]
    first = raised[0] if raised.tag == "mrow" and len(raised) else raised
    if not _PRIMES.fullmatch(first.text or ""):
        return
    base = ElementTree.Element("mrow")
    base.append(script[0])
    ElementTree.SubElement(base, "mo").text = first.text
    script[0] = base
    if first is not raised:
        raised.remove(first)
    if first is raised or not len(raised):
        script.remove(raised)
        script.tag = _WITHOUT_RAISED[script.tag]


def _shown(tex: str, display: str) -> str:
    tex = html.unescape(tex)  # intake has escaped a learner's prose
    return mathml(tex, display) or f"<code>{html.escape(tex)}</code>"


_HUNDREDS = re.compile(r"(?<![.\d])\d{3}")
_PRIMES = re.compile("[′″‴⁗]+")
_WITHOUT_RAISED = {"msup": "mrow", "msubsup": "msub"}
_NAMESPACE = "{http://www.w3.org/1998/Math/MathML}"
_ELEMENTS = frozenset(
    [
        "math",
        "mrow",
        "mi",
        "mo",
        "mn",
        "mtext",
        "msup",
        "msub",
        "msubsup",
        "mfrac",
        "msqrt",
        "mroot",
        "mover",
        "munder",
        "munderover",
        "mtable",
        "mtr",
        "mtd",
        "mspace",
        "mstyle",
        "mpadded",
        "mphantom",
    ]
)
_ATTRIBUTES = frozenset(
    [
        "display",
        "displaystyle",
        "scriptlevel",
        "mathvariant",
        "stretchy",
        "fence",
        "form",
        "separator",
        "accent",
        "accentunder",
        "movablelimits",
        "linebreak",
        "width",
        "height",
        "depth",
        "lspace",
        "rspace",
        "minsize",
        "maxsize",
        "columnalign",
        "rowspacing",
        "columnspacing",
        "linethickness",
    ]
)
