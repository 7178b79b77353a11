"""How Sphinx makes the reading edition in one language. ``autograder/authoring/static_site.py`` calls it."""

from __future__ import annotations

import os

from docutils import nodes
from sphinx.util import logging

from autograder.authoring.static_site import TRANSLATED
from autograder.nbgrader.rendering import mathml

language = os.environ["COURSE_LANG"]
_SAY = {
    "en": {"title": "Gradient descent", "show": "Model answer", "hide": "Hide the model answer", "twin": "По-русски"},
    "ru": {"title": "Градиентный спуск", "show": "Образец решения", "hide": "Скрыть образец", "twin": "In English"},
}[language]
_TWIN = {"en": "ru", "ru": "en"}[language]

project = html_title = _SAY["title"]
author = "The authors of the gradient-descent course"
extensions = ["myst_nb"]
smartquotes = False  # the texts say which quotation marks they want

myst_enable_extensions = ["dollarmath", "amsmath"]
myst_dmath_double_inline = True
myst_heading_anchors = 6
# A page of the English edition, seen from a page beside the Russian index, and a document seen from a Russian one.
myst_url_schemes = {"http": None, "https": None, "en": "../en/{{path}}", "en-docs": "../../en/docs/{{path}}"}

nb_execution_mode = "cache"
nb_execution_cache_path = os.environ["SITE_CACHE"]
nb_execution_excludepatterns = os.environ["SITE_STILL"].split()
nb_execution_timeout = 600
nb_execution_raise_on_error = True
nb_ipywidgets_js = {}  # from elsewhere, and figures need none
nb_merge_streams = True
nb_code_prompt_show, nb_code_prompt_hide = _SAY["show"], _SAY["hide"]

html_theme = "pydata_sphinx_theme"
html_theme_options = {
    "navbar_end": ["twin", "theme-switcher"],
    "secondary_sidebar_items": ["page-toc"],
    "footer_start": [],
    "footer_end": [],
    "show_toc_level": 2,
    "show_nav_level": 2,
    "search_bar_text": {"en": "Search", "ru": "Поиск"}[language],
    "header_links_before_dropdown": 6,
}
html_sidebars = {"**": ["sidebar-nav-bs"]} | dict.fromkeys(["index", "glossary", "search"], [])
html_static_path, html_css_files, html_js_files = ["static"], ["site.css"], ["site.js"]
templates_path = ["templates"]
html_context = {"twin": _TWIN, "say_twin": _SAY["twin"], "twins": [f"docs/{name}" for name in TRANSLATED]}
html_copy_source = False
html_use_index = False
html_permalinks = False
html_math_renderer = "mathml"


def _formula(self, node: nodes.Element) -> None:
    """Write a formula as MathML, which browsers show without a script and without a font of ours."""
    display = "block" if isinstance(node, nodes.math_block) else "inline"
    made = mathml(node.astext(), display)
    if made is None:
        logging.getLogger(__name__).warning("not a formula: %s", node.astext(), location=node)
        made = self.encode(node.astext())
    self.body.append(f'<div class="formula">{made}</div>' if display == "block" else made)
    raise nodes.SkipNode


def setup(app) -> dict[str, bool]:
    app.add_html_math_renderer("mathml", (_formula, None), (_formula, None))
    return {"parallel_read_safe": True, "parallel_write_safe": True}
