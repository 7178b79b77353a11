"""Where words go: as a small page under the cell where somebody reads along, else as plain text.

A grader, nbgrader's Validate button and an exported notebook get the plain words, as ``print`` writes them.
"""

from __future__ import annotations

import html
import os
import sys
from typing import Any

from course import running


def is_quiet() -> bool:
    """Whether a program runs this, to grade, validate or export it, and no learner reads along."""
    return bool(os.environ.get("NBGRADER_EXECUTION")) or os.environ.get("COURSE_FIGURES") == "off"


def is_live() -> bool:
    """Whether a notebook is open in front of somebody: in JupyterLab, VS Code or Colab."""
    if is_quiet() or getattr(shell(), "kernel", None) is None:
        return False
    return bool(running.notebook()) or "google.colab" in sys.modules


def shows_widgets_apart() -> bool:
    """Whether scripts in an output cannot reach widgets: Colab and VS Code give every output a page of its own."""
    return "google.colab" in sys.modules or "VSCODE_PID" in os.environ


def shell() -> Any:
    """Return the IPython that runs, or None. It is never imported for this."""
    ipython = sys.modules.get("IPython")
    return ipython.get_ipython() if ipython is not None else None


def present(words: str, page: str = "", **more: Any) -> None:
    """Show ``page``, which is HTML, where somebody reads along, and print ``words`` elsewhere.

    ``more``: other forms of the same by their type, the richest that the page can show is taken.
    """
    if page and is_live():
        from IPython.display import display

        display({**more, "text/plain": words, "text/html": STYLE + page}, raw=True)
    else:
        print(words)


def say(sentence: str) -> None:
    """Show a sentence. As plain text JupyterLab would break it in the middle of a word."""
    present(sentence, f'<div class="course-words">{html.escape(sentence)}</div>')


# The colours are the figures' (Okabe and Ito); a sign stands beside each, so that colour never carries meaning alone.
# Text and ground are JupyterLab's own, light or dark; without JupyterLab they are the browser's.
STYLE = """<style>
.course-check, .course-map, .course-panel, .course-words {
  font-family: var(--jp-content-font-family, system-ui, sans-serif); font-size: var(--jp-content-font-size1, 14px);
  line-height: 1.5; color: var(--jp-content-font-color1, CanvasText); max-width: 46rem; overflow-wrap: anywhere; }
.course-check { border-left: .35rem solid #6B6B6B; padding: .1rem 0 .1rem .9rem; margin: .3rem 0; }
.course-check.correct { border-color: #009E73; } .course-check.partial { border-color: #E69F00; }
.course-check.wrong, .course-check.error { border-color: #D55E00; }
.course-check p, .course-map p { margin: .3rem 0; } .course-check .state { font-weight: 600; }
.course-check pre { border-radius: 3px; white-space: pre-wrap !important; word-break: normal !important;
  margin: .2rem 0 !important; padding: .3rem .5rem !important; color: inherit !important; /* over JupyterLab's */
  font-family: var(--jp-code-font-family, monospace); font-size: var(--jp-code-font-size, 13px);
  background: var(--jp-layout-color2, rgba(128, 128, 128, .15)) !important; }
.course-check .pair { display: grid; grid-template-columns: repeat(auto-fit, minmax(14rem, 1fr)); gap: .2rem .8rem; }
.course-check .label { font-size: .85em; opacity: .85; }
div.course-check .got pre { border-left: 3px solid #D55E00; }
div.course-check .due pre { border-left: 3px solid #009E73; }
.course-check details { margin: .3rem 0; } .course-check summary { cursor: pointer; }
.course-buttons[hidden] { display: none; }
.course-buttons { gap: .5rem; flex-wrap: wrap; margin: .4rem 0; }
.course-panel button { font: inherit; padding: .15rem .7rem; border-radius: 3px; cursor: pointer; color: inherit;
  border: 1px solid var(--jp-border-color1, GrayText); background: var(--jp-layout-color1, Canvas); }
.course-panel button:hover { background: var(--jp-layout-color2, rgba(128, 128, 128, .15)); }
.course-panel button:focus-visible { outline: 2px solid #0072B2; outline-offset: 2px; }
.course-result { max-width: 46rem; }
.course-map table { border-collapse: collapse; table-layout: auto; margin: .5rem 0; width: 100%; }
.course-map ul { list-style: none; padding-left: .3rem !important; }
.course-map caption { text-align: left; font-weight: 600; padding: .3rem 0; }
.course-map th, .course-map td { text-align: left !important; padding: .2rem .8rem .2rem 0; white-space: nowrap; }
.course-map td:first-child { white-space: normal; }
.course-bar { display: inline-block; width: 5rem; height: .6rem; border-radius: 3px; overflow: hidden;
  vertical-align: middle; background: var(--jp-layout-color3, rgba(128, 128, 128, .3)); margin-right: .4rem; }
.course-bar i { display: block; height: 100%; background: #009E73; }
</style>"""
