"""Names of students: of a folder in ``submitted/``, and from there of files, of rows, of parts of addresses."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable

# What has no second meaning in a path, in a pattern of the shell or of nbgrader's, in an address of the formgrader.
_MARKS = frozenset(" .@+-_,()&'’‘`´")
NAMES = "letters, digits, blanks and _ . @ + - ' ’ , ( ) &, beginning with a letter or digit, at most a hundred"
_MOST_BYTES = 240  # of a file's name, which has an ending too


def is_student(name: str) -> bool:
    """Whether ``name`` can be a student's; see ``NAMES``."""
    if not 0 < len(name) <= 100 or not all(char in _MARKS or unicodedata.category(char)[0] in "LMN" for char in name):
        return False
    return (name[0] == "_" or unicodedata.category(name[0])[0] in "LN") and len(name.encode()) <= _MOST_BYTES


def composed(name: str) -> str:
    """Return a name with й, ё and é as one character each: a Mac writes each as two, which look the same."""
    return unicodedata.normalize("NFC", name)


def sort_out(folders: Iterable[str]) -> tuple[dict[str, str], dict[str, str]]:
    """Return the students' folders by name, and of every other folder why it is left out."""
    spelt = defaultdict(list)
    for folder in sorted(folders):
        spelt[composed(folder)].append(folder)
    students: dict[str, str] = {}
    left_out: dict[str, str] = {}
    for name, same in spelt.items():
        if not is_student(name):
            left_out |= dict.fromkeys(same, f"it cannot be a student's name; rename the folder ({NAMES})")
        elif len(same) > 1:
            why = "another folder has the same name in other bytes (composed and decomposed letters); keep one of them"
            left_out |= dict.fromkeys(same, why)
        else:
            students[name] = same[0]
    return students, left_out
