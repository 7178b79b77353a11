"""Which language the learner reads, and the sentences that code shows in it."""

from __future__ import annotations

import locale
import os
import re
import stat
import tomllib
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.resources import files
from itertools import islice
from pathlib import Path, PurePath

from course import running

LANGUAGES = ("en", "ru")

_DECLARED = re.compile(rb'"course"\s*:\s*\{[^{}]{0,500}?"lang"\s*:\s*"(\w{2})"')
_END = 2**16  # bytes: a notebook's metadata is at its very beginning or end
_FILES = 50  # of a folder that are looked at


def language() -> str:
    """Return ``"en"`` or ``"ru"``.

    The order is: the environment variable ``COURSE_LANG``; the metadata of the notebook that runs; that of the
    notebooks in its folder, if they agree; the folder (``en`` or ``ru``) that it lies in; the only one in which copies
    were begun in the nearest folder ``work``; the language of the computer; English.
    """
    chosen = os.environ.get("COURSE_LANG", "")
    if chosen:
        if chosen not in LANGUAGES:
            raise ValueError(f"COURSE_LANG must be one of {', '.join(LANGUAGES)}, not {chosen!r}")
        return chosen
    here = _here()
    if declared := next(filter(None, map(_declared, _running(here))), "") or _agreed(here):
        return declared
    for place in (running.notebook(), here):
        for part in reversed(PurePath(place).parts):
            if part in LANGUAGES:
                return part
    if begun := _begun(here):
        return begun
    return "ru" if (locale.getlocale()[0] or "").lower().startswith(("ru", "russian")) else "en"


def _begun(here: Path) -> str:
    """Return the only language of the copies in the nearest ``work`` around a folder, or nothing."""
    for folder in (here, *here.parents):
        found = [lang for lang in LANGUAGES if os.path.isdir(folder / "work" / lang)]
        if found:
            return found[0] if len(found) == 1 else ""
    return ""


def _here() -> Path:
    try:
        return Path.cwd()
    except OSError:  # the folder was deleted or renamed while the kernel runs
        return Path()


def _running(here: Path) -> Iterator[Path]:
    """Yield where the notebook that runs may lie."""
    if name := running.notebook():
        yield Path(name)
        yield here / PurePath(name).name  # the name can be relative to a folder that a kernel does not know


def _agreed(folder: Path) -> str:
    """Return the language that all of the course's notebooks in a folder declare, or ""."""
    try:
        found = {_declared(file) for file in islice(folder.glob("*.ipynb"), _FILES)} - {""}
    except OSError:
        return ""
    return found.pop() if len(found) == 1 else ""


def _declared(notebook: Path) -> str:
    """Return the language in a notebook's metadata, or "" where there is none to be read."""
    try:
        known = notebook.stat()
        if stat.S_ISREG(known.st_mode):
            return _read_language(notebook, known.st_mtime_ns, known.st_size)
    except (OSError, ValueError):  # no such file, or a name that no file can have
        return ""
    return ""


@lru_cache(maxsize=_FILES * 4)
def _read_language(notebook: Path, _time: int, size: int) -> str:
    """Look at both ends of the file only: it is asked for with every text, and outputs can make it large."""
    with notebook.open("rb") as file:
        ends = file.read(_END)
        if size > _END:
            file.seek(max(_END, size - _END))
            ends += b"\n" + file.read(_END)
    found = _DECLARED.findall(ends)
    return next((lang for lang in map(bytes.decode, reversed(found)) if lang in LANGUAGES), "")


def text(key: str, lang: str | None = None, /, **values: object) -> str:
    """Return the sentence ``key`` of ``course/locale`` in the learner's language.

    ``key`` is the file (``check``, ``figures.learning_rate``) and the path inside it, joined by dots; ``values``
    fill its ``{}`` fields. Raises ``KeyError`` with the full key when the catalogue has no such sentence.
    """
    file, *path = key.split(".")
    if file == "figures":  # every figure has a file of its own
        file = f"{file}/{path.pop(0)}"
    entry: object = catalogue(file, lang or language())
    for part in path:
        if not isinstance(entry, dict) or part not in entry:
            raise KeyError(f"no text {key!r} in the {lang or language()} catalogue")
        entry = entry[part]
    if not isinstance(entry, str):
        raise KeyError(f"{key!r} is a group of texts, not a text")
    return entry.format(**values)


@cache
def catalogue(file: str, lang: str) -> dict[str, object]:
    """Return one file of the catalogue of ``lang`` as nested dictionaries."""
    return tomllib.loads((files("course") / "locale" / lang / f"{file}.toml").read_text("utf-8"))
