"""A cell's prose and code as HTML, formulas as MathML, written as a parser writes it: what is open in it is closed.

The course's own texts stand on every page, so what was made of them is kept.
"""

from __future__ import annotations

import html
import re
from functools import lru_cache
from typing import Any, NamedTuple
from xml.etree import ElementTree

import pygments
from bs4 import BeautifulSoup
from latex2mathml.converter import convert
from nbconvert.filters.markdown_mistune import IPythonRenderer, MarkdownWithMath
from pygments.formatters import HtmlFormatter
from pygments.lexers import PythonLexer

from autograder.nbgrader.page_budget import weight_of_markup
from autograder.support.sanitise import sanitise_html

_PICTURE = re.compile(r'src="data:image/png;base64,[^"]*"')


class Piece(NamedTuple):
    """A text as HTML, and what that weighs as markup."""

    page: str
    weight: int


@lru_cache(maxsize=1000)
def prose_of_the_course(source: str) -> Piece:
    """Return Markdown that is on many pages, and has no pictures, as HTML."""
    return prose(source, {})


def prose(source: str, attachments: dict[str, Any]) -> Piece:
    """Return Markdown as HTML."""
    try:
        page = MarkdownWithMath(renderer=MathRenderer(escape=False, attachments=attachments)).render(source)
    except Exception:  # the parser raises on some texts, and a page without words is no help to anybody
        return Piece(plain_prose(source), weight_of_markup(plain_prose(source)))
    page = sanitise_html(page)
    return Piece(str(BeautifulSoup(f"\n{page}\n", "html.parser")), weight_of_markup(_PICTURE.sub("", page)))


def plain_prose(source: str) -> str:
    """Return Markdown as it is, as HTML."""
    return f"\n<pre>{words(source)}</pre>\n"


# A hundred cells are more than a notebook has as it was handed out, and never much memory, whatever is in them.
@lru_cache(maxsize=100)
def code(source: str) -> Piece:
    """Return Python as coloured HTML."""
    page = pygments.highlight(source or " ", _PYTHON, _COLOURS)
    parsed = page.replace('class=" ', 'class="', 1).replace("&quot;", '"').replace("&#39;", "'")
    return Piece(parsed, weight_of_markup(page))


def plain_code(source: str) -> str:
    """Return Python as HTML without colours."""
    return f'<div class="highlight"><pre>{words(source)}</pre></div>'


def words(text: str) -> str:
    """Return plain text as HTML, to stand between tags; not inside of one."""
    return html.escape(text, quote=False)


# Not IPython's: for code with many blank lines that takes the square of their number.
_PYTHON, _COLOURS = PythonLexer(), HtmlFormatter(cssclass=" highlight hl-python3")  # with nbconvert's blank


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
