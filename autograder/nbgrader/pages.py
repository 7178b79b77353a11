"""The pages that nbgrader makes of graded notebooks: feedback, and the formgrader's view of a submission.

They load nothing from elsewhere: formulas become MathML here, so no page needs a script from the network to show them.
"""

from __future__ import annotations

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
from traitlets import default

# What one page lays out as prose and colours as code: text can be made on purpose that takes a minute for each million
# characters, or for prose the square of that. What is longer is shown whole, but plain.
MOST_OF_A_PAGE = 150_000  # characters of prose, and as many of code
MOST_OF_A_CELL = 10_000


class OfflinePages(HTMLExporter):
    """nbconvert's HTML with formulas as MathML, made in bounded time."""

    def from_notebook_node(self, nb: Any, resources: Any = None, **kw: Any) -> tuple[str, dict[str, Any]]:
        """Return the page of a notebook, and nbconvert's resources."""
        self._left = {"prose": MOST_OF_A_PAGE, "code": MOST_OF_A_PAGE}
        self._color = Highlight2HTML(pygments_lexer="ipython3", parent=self)
        # nbconvert's own strip_files_prefix, for links of IPython 0.13, takes the square of a text's length.
        self.filters = self.filters | {"highlight_code": self.highlight_code, "strip_files_prefix": _unchanged}
        return super().from_notebook_node(nb, resources, **kw)

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
        return MarkdownWithMath(renderer=renderer).render(source)

    @default("template_paths")
    def _template_paths(self, prune: bool = True, root_dirs: Any = None) -> list[str]:
        # Our mathjax.html.j2 is empty, and is found before nbconvert's, which loads MathJax from the network.
        return [str(Path(__file__).parent / "templates"), *super()._template_paths(prune, root_dirs)]


def _unchanged(page: str) -> str:
    return page


class MathRenderer(IPythonRenderer):
    """Markdown to HTML with every formula as MathML, or as its source where it is not well-formed TeX."""

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
    return ElementTree.tostring(tree, encoding="unicode")


def _shown(tex: str, display: str) -> str:
    tex = html.unescape(tex)  # intake has escaped a learner's prose
    return mathml(tex, display) or f"<code>{html.escape(tex)}</code>"


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
