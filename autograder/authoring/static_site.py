"""The reading edition: units, glossary and guides as a static site in every language, which needs no server.

Sphinx makes it as ``docs/site/conf.py`` says. Here its pages are laid out from the repository's own files: units are
instructor notebooks without what only a learner's computer can do, and run once; texts stay as they are but for links.
The site holds model answers. It is for who studies alone and for instructors; ``answers=False`` makes one for a class,
without the guides for instructors and authors.
"""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path

import nbformat
from nbformat import NotebookNode

from autograder.support.repository import BESIDE, GUIDES, REPOSITORY, TRANSLATED
from autograder.support.scratch import scratch_folder
from course.language import LANGUAGES
from course.workspace import notebook_file

SITE = REPOSITORY / "docs/site"
STAFF = (
    "instructors", "authoring", "trust", "scaling", "architecture", "decisions", "formats", "comparison",
    "licences",
)  # fmt: skip
PROJECT = ("CONTRIBUTING.md", "CHANGELOG.md", ".github/SECURITY.md")  # for whoever works on the course, in English
MARK = ".nojekyll"  # a site is here; GitHub Pages needs it too, or leaves out what begins with an underscore
OURS = (*LANGUAGES, "pdf", "index.html")  # what is written anew; a folder for GitHub Pages also has .git, CNAME, …
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome", "msedge")
NO_NETWORK = ("--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-quic")
_UNIT = re.compile(r"(?:\.\./)(?:release/\w\w/)?(\d\d-[a-z0-9-]+)/[a-z0-9-]+\.ipynb")
_HEADING = re.compile(r"\*([^*]+)\*")
_MARKS = re.compile(r"^ *### (?:BEGIN|END) SOLUTION\n?", re.MULTILINE)


class SiteError(Exception):
    """There is no site: Sphinx has refused a page, or the folder holds something else. The message says which."""


def build(
    out: Path, *, answers: bool = True, run: Sequence[str] | None = None, cache: Path = REPOSITORY / "build/site-cache"
) -> None:
    """Write the site to ``out``, anew. Units that are not in ``run`` (None: all are) show no outputs but still figures.

    What a notebook has shown is kept in ``cache`` until its code or the course changes.
    What else lies beside an older site in ``out`` stays, such as ``.git``.
    Raises ``SiteError``, also for what Sphinx calls a warning: a link that leads nowhere, a formula that is none. Then
    the site that was there is left as it is.
    """
    if out.exists() and any(out.iterdir()) and not (out / MARK).exists():
        raise SiteError(f"{out} holds something that is no reading edition; choose an empty folder")
    cache = cache.resolve()
    with scratch_folder() as scratch:
        started = [_sphinx(scratch, lang, answers, run, cache / lang) for lang in LANGUAGES]
        said = [process.communicate()[1] for process in started]
        if any(process.returncode for process in started):
            lines = "\n".join(said).replace(f"{scratch.resolve()}{os.sep}", "").splitlines()
            raise SiteError("\n".join(line for line in lines if line and not line.startswith("[IPKernelApp]")))
        _put(scratch / "html", out)


def _put(made: Path, out: Path) -> None:
    """Let ``out`` hold what Sphinx has made in the place of an older site."""
    out.mkdir(parents=True, exist_ok=True)
    for old in (out / name for name in OURS):
        if old.is_dir():
            shutil.rmtree(old)
        else:
            old.unlink(missing_ok=True)
    (out / MARK).touch()
    shutil.copyfile(SITE / "index.html", out / "index.html")
    needless = shutil.ignore_patterns(".*", "_sources", "*.map", "webpack-macros.html")
    for lang in LANGUAGES:
        shutil.copytree(made / lang, out / lang, ignore=needless)


def _sphinx(scratch: Path, lang: str, answers: bool, run: Sequence[str] | None, cache: Path) -> subprocess.Popen[str]:
    """Lay out the pages of one language and let Sphinx begin with them."""
    lay_out(scratch / lang, lang, answers=answers)
    still = [] if run is None else [f"{unit}.ipynb" for unit in units(lang) if unit not in run]
    environment = {"COURSE_LANG": lang, "SITE_CACHE": str(cache), "SITE_STILL": " ".join(still)}
    command = [sys.executable, "-m", "sphinx", "--fail-on-warning", "--keep-going", "--quiet", "--builder", "html"]
    tags = ["--tag", "answers"] if answers else []
    options = ["--conf-dir", str(SITE), "--doctree-dir", str(scratch / "doctrees" / lang), *tags]
    return subprocess.Popen(
        [*command, *options, str(scratch / lang), str(scratch / "html" / lang)], env=os.environ | environment,
        stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, encoding="utf-8",
    )  # fmt: skip


def print_units(out: Path, pages: Sequence[tuple[str, str]] | None = None) -> list[Path]:
    """Print units of the site in ``out`` to ``out/pdf/<lang>/<unit>.pdf`` with Chromium; return the files.

    ``pages`` holds pairs of language and unit; None means all.
    Raises ``SiteError`` where there is no Chromium, or it fails.
    """
    chromium = next(filter(None, map(shutil.which, BROWSERS)), None)
    if chromium is None:
        raise SiteError(f"no browser that prints: none of {', '.join(BROWSERS)} is there")
    printed = []
    with scratch_folder() as profile:
        flags = ["--headless", "--hide-scrollbars", "--disable-gpu", "--no-first-run", *NO_NETWORK]
        flags.append(f"--user-data-dir={profile}")
        if getattr(os, "geteuid", int)() == 0 and os.name == "posix":
            flags.append("--no-sandbox")  # it refuses root otherwise; the pages are ours
        for lang, unit in pages or [(each, unit) for each in LANGUAGES for unit in units(each)]:
            pdf = (out / "pdf" / lang / f"{unit}.pdf").resolve()
            pdf.parent.mkdir(parents=True, exist_ok=True)
            page = (out / lang / f"{unit}.html").resolve().as_uri()
            options = [
                f"--print-to-pdf={pdf}",
                "--no-pdf-header-footer",
                "--generate-pdf-document-outline",
                "--virtual-time-budget=20000",
            ]
            done = subprocess.run([chromium, *flags, *options, page], capture_output=True, text=True, check=False)
            if done.returncode or not pdf.exists():
                raise SiteError(f"{unit}: {done.stderr.strip()[-500:]}")
            printed.append(pdf)
    return printed


def lay_out(tree: Path, lang: str, *, answers: bool = True) -> None:
    """Write the pages of one language to ``tree``, as Sphinx reads them."""
    shutil.copytree(SITE / lang, tree)
    for unit in units(lang):
        page = _unit_page(unit, lang, answers=answers)
        nbformat.write(page, tree / f"{unit}.ipynb")
    (tree / "glossary.md").write_text(_glossary(lang), "utf-8")
    for name in BESIDE:
        shutil.copyfile(REPOSITORY / name, tree / name)
    shutil.copytree(REPOSITORY / "docs/images", tree / "docs/images")
    names = GUIDES + (STAFF if answers else ())
    if lang == "en":
        for name in names:
            text = _no_twin((REPOSITORY / "docs" / f"{name}.md").read_text("utf-8"))
            text = text.replace("](../README.md)", "](../readme.md)")
            (tree / "docs" / f"{name}.md").write_text(_to_headings(_UNIT.sub(r"../\1.ipynb", text)), "utf-8")
    for name in (each for each in TRANSLATED if each in names and lang != "en"):
        text = _no_twin((REPOSITORY / "docs" / lang / f"{name}.md").read_text("utf-8"))
        text = re.sub(r"\]\(\.\./([\w-]+)\.md", r"](en-docs:\1.html", text)
        text = text.replace(f"](../../README.{lang}.md)", "](../readme.md)")
        (tree / "docs" / f"{name}.md").write_text(text, "utf-8")
    for path in map(Path, PROJECT if answers and lang == "en" else ()):
        text = (REPOSITORY / path).read_text("utf-8")
        text = re.sub(r"\]\((?:docs|\.github|\.\./docs)/", "](", text).replace("](LICENSE", "](../LICENSE")
        (tree / "docs" / path.name).write_text(text, "utf-8")
    guides = (tree / "guides.md").read_text("utf-8").splitlines(keepends=True)
    hidden = [] if answers else [*(f"docs/{name}" for name in STAFF), *(f"docs/{Path(name).stem}" for name in PROJECT)]
    shown = [line for line in guides if not any(name in line for name in hidden)]
    (tree / "guides.md").write_text("".join(shown), "utf-8")
    (tree / "readme.md").write_text(_readme(lang, answers=answers), "utf-8")


def _to_headings(text: str) -> str:
    """Make links of the headings that a page names after a unit's number: ``[04] *When to stop*, *Summary*``."""
    known = {unit[:2]: unit for unit in units("en")}

    def linked(match: re.Match[str]) -> str:
        page = f"../{known[match[1]]}.ipynb"
        return f"[{match[1]}]" + _HEADING.sub(lambda found: f"[{found[1]}]({page}#{_anchor(found[1])})", match[2])

    return re.sub(rf"\[(\d\d)\]((?: {_HEADING.pattern},?)+)", linked, text)


def _anchor(heading: str) -> str:
    """Return the name of a heading's place, as GitHub and MyST-NB make it."""
    return re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-")


def _readme(lang: str, *, answers: bool) -> str:
    """Return how the course is installed and used: what stands in the repository, or in a class's folder."""
    folder = REPOSITORY if answers else REPOSITORY / "autograder/classroom/learners"
    text = (folder / {"en": "README.md", "ru": "README.ru.md"}[lang]).read_text("utf-8")
    text = text.replace("WHEEL", f"gradient_descent_course-{version('gradient-descent-course')}-py3-none-any.whl")
    text = _no_twin(text)
    text = text.replace("](CONTRIBUTING.md", "](docs/CONTRIBUTING.md")
    if lang == "en":
        return text
    return re.sub(r"\]\((docs/[\w-]+)\.md", r"](en:\1.html", text).replace(f"](docs/{lang}/", "](docs/")


def _no_twin(text: str) -> str:
    """Leave out the line that leads to the same text in the other language: on the site every page has such a link."""
    return re.sub(r"^\[[^\]]+\]\([\w./]+\.md\)\n\n", "", text, count=1, flags=re.MULTILINE)


def units(lang: str) -> list[str]:
    """Return the names of all units in their order."""
    return sorted(path.name for path in (REPOSITORY / "source" / lang).glob("[0-9][0-9]-*"))


def _unit_page(unit: str, lang: str, *, answers: bool) -> NotebookNode:
    """Return a unit's notebook for MyST-NB: checks and answers in words are left out, model answers folded."""
    solved, released = (
        nbformat.read(REPOSITORY / folder / lang / unit / notebook_file(unit), as_version=4)
        for folder in ("source", "release")
    )
    stubs = {cell.id: cell for cell in released.cells}
    beside = (REPOSITORY / "source" / lang / unit).as_posix()
    cells = [_code(_BEFORE.format(course=_course(), beside=beside), "remove-cell")]
    for cell in solved.cells:
        role, figure = (cell.metadata.get("course", {}).get(key) for key in ("role", "figure"))
        if role == "answer":
            cells += [
                _code(stubs[cell.id].source, "skip-execution"),
                _code(_MARKS.sub("", cell.source), "hide-input" if answers else "remove-cell"),
            ]
        elif figure:
            show = _code(_FIGURE.format(figure, lang), "remove-input")
            show.outputs = cell.outputs
            cells.append(show)
        elif role != "test" and "nbgrader" not in cell.metadata:
            cell.source = _UNIT.sub(r"\1.ipynb", cell.source)
            cells.append(cell)
    title = next(cell for cell in cells if cell.cell_type == "markdown")
    title.source = title.source.replace("# ", f"# {unit[:2]} · ", 1)
    return nbformat.v4.new_notebook(cells=cells, metadata=solved.metadata)


# The cache knows a notebook by its code, so what the course is stands in it. Later units use answers of earlier ones,
# which they find beside themselves. A warning would name a file of this computer.
_BEFORE = """\
# The course is {course}
import os, warnings
os.chdir({beside!r})
warnings.formatwarning = lambda message, category, *_: f"{{category.__name__}}: {{message}}\\n"
"""
_FIGURE = """\
from IPython.display import HTML
from course.figures import load
HTML(load("{}").page("{}"))"""


def _code(source: str, tag: str) -> NotebookNode:
    return nbformat.v4.new_code_cell(source, metadata={"tags": [tag]})


def _course() -> str:
    """Return what the public package is at the moment, as a hash."""
    known = hashlib.sha256()
    for path in sorted((REPOSITORY / "course").rglob("*")):
        if path.is_file() and path.suffix != ".pyc":
            known.update(path.read_bytes())
    return known.hexdigest()


def _glossary(lang: str) -> str:
    """Return the glossary, which ends the first unit, as a page of its own."""
    unit = units(lang)[0]
    notebook = nbformat.read(REPOSITORY / "source" / lang / unit / notebook_file(unit), as_version=4)
    text = "\n\n".join(cell.source for cell in notebook.cells if cell.id.startswith("glossary"))
    text = re.sub(r"(\.ipynb\)), (?=\[)", "\\1,\N{NO-BREAK SPACE}", text)  # the units of a term stay in one line
    return _UNIT.sub(r"\1.ipynb", re.sub("^#(?=#)", "", text, flags=re.MULTILINE)) + "\n"
