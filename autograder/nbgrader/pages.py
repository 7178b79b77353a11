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
from nbconvert.filters.markdown_mistune import IPythonRenderer, MarkdownWithMath
from traitlets import default


class OfflinePages(HTMLExporter):
    """nbconvert's HTML with formulas as MathML."""

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
        return MarkdownWithMath(renderer=renderer).render(source)

    @default("template_paths")
    def _template_paths(self, prune: bool = True, root_dirs: Any = None) -> list[str]:
        # Our mathjax.html.j2 is empty, and is found before nbconvert's, which loads MathJax from the network.
        return [str(Path(__file__).parent / "templates"), *super()._template_paths(prune, root_dirs)]


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
