"""The pages that nbgrader makes of graded notebooks: feedback, and the formgrader's view of a submission.

They load nothing from elsewhere: formulas become MathML here, so no page needs a script from the network to show them.
"""

from __future__ import annotations

import copy
import html
import re
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import jinja2
from latex2mathml.converter import convert
from nbconvert.exporters import HTMLExporter
from nbconvert.filters.highlight import Highlight2HTML
from nbconvert.filters.markdown_mistune import IPythonRenderer, MarkdownWithMath
from nbformat import NotebookNode
from nbgrader.preprocessors import GetGrades
from nbgrader.utils import is_grade
from traitlets import default

from course.language import LANGUAGES, text

# What one page lays out as prose and colours as code: text can be made on purpose that takes a minute for each million
# characters, or for prose the square of that. What is longer is shown whole, but plain.
MOST_OF_A_PAGE = 150_000  # characters of prose, and as many of code
MOST_OF_A_CELL = 10_000


class OfflinePages(HTMLExporter):
    """nbconvert's HTML with formulas as MathML, made in bounded time."""

    def from_notebook_node(self, nb: Any, resources: Any = None, **kw: Any) -> tuple[str, dict[str, Any]]:
        """Return the page of a notebook, and nbconvert's resources."""
        self._left = {"prose": MOST_OF_A_PAGE, "code": MOST_OF_A_PAGE}
        # Not "ipython3": for code with many blank lines that takes the square of their number.
        self._color = Highlight2HTML(pygments_lexer="python3", parent=self)
        # nbconvert's own strip_files_prefix, for links of IPython 0.13, takes the square of a text's length.
        self.filters = self.filters | {"highlight_code": self.highlight_code, "strip_files_prefix": _unchanged}
        nb = copy.deepcopy(nb)
        for cell in nb.cells:
            self.prepare(cell)
        return super().from_notebook_node(nb, resources, **kw)

    def prepare(self, cell: NotebookNode) -> None:
        """Change a cell of our copy to what is shown of it."""
        if cell.metadata.get("course", {}).get("role") == "test":  # the words; what follows is for programs
            cell.outputs = [output for output in cell.outputs if output.output_type == "stream"]

    def highlight_code(self, source: str, metadata: Any = None) -> str:
        """Return a cell's code as HTML."""
        if not self._may_format("code", source):
            return f'<div class="highlight"><pre>{html.escape(source)}</pre></div>'
        return self._color(source, metadata=metadata)

    def _may_format(self, kind: str, source: str) -> bool:
        self._left[kind] -= len(source)
        return len(source) <= MOST_OF_A_CELL and self._left[kind] >= 0

    @jinja2.pass_context
    def markdown2html(self, context: Any, source: str) -> str:
        """Return a cell's prose as HTML."""
        if not self._may_format("prose", source):
            return f"<pre>{html.escape(source)}</pre>"
        cell = context.get("cell", {})
        renderer = MathRenderer(
            escape=False,
            attachments=cell.get("attachments", {}),
            embed_images=self.embed_images,
            path=context.get("resources", {}).get("metadata", {}).get("path", ""),
            anchor_link_text=self.anchor_link_text,
            exclude_anchor_links=self.exclude_anchor_links,
        )
        try:
            return MarkdownWithMath(renderer=renderer).render(source)
        except Exception:  # the parser raises on some texts, and a page without words is no help to anybody
            return f"<pre>{html.escape(source)}</pre>"

    @default("template_paths")
    def _template_paths(self, prune: bool = True, root_dirs: Any = None) -> list[str]:
        # Our mathjax.html.j2 loads nothing, and is found before nbconvert's, which loads MathJax from the network.
        return [str(Path(__file__).parent / "templates"), *super()._template_paths(prune, root_dirs)]


class FeedbackPages(OfflinePages):
    """The learner's page, in the language of the notebook, with all that is on it named in that language."""

    def from_notebook_node(self, nb: Any, resources: Any = None, **kw: Any) -> tuple[str, dict[str, Any]]:
        """Return the page of a graded notebook; ``resources["record"]`` is the record of its verdicts."""
        lang = nb.metadata.get("course", {}).get("lang")
        self.language_code = lang if lang in LANGUAGES else LANGUAGES[0]
        self.filters = self.filters | {"say": self.say, "task": self.task, "number": _number}
        record = resources["record"]
        resources["notes"] = record.notes(self.language_code) if record else []
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
