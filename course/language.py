"""Which language the learner reads, and the sentences that code shows in it."""

from __future__ import annotations

import locale
import os
import tomllib
from functools import cache
from importlib.resources import files
from pathlib import PurePath

LANGUAGES = ("en", "ru")


def language() -> str:
    """Return ``"en"`` or ``"ru"``.

    The order is: the environment variable ``COURSE_LANG``; the folder (``en`` or ``ru``) that the
    notebook lies in; the language of the computer; English.
    """
    chosen = os.environ.get("COURSE_LANG", "")
    if chosen:
        if chosen not in LANGUAGES:
            raise ValueError(f"COURSE_LANG must be one of {', '.join(LANGUAGES)}, not {chosen!r}")
        return chosen
    for place in (os.environ.get("JPY_SESSION_NAME", ""), os.getcwd()):
        for part in reversed(PurePath(place).parts):
            if part in LANGUAGES:
                return part
    return "ru" if (locale.getlocale()[0] or "").lower().startswith(("ru", "russian")) else "en"


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
