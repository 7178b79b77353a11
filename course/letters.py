"""Characters that look right and are not: a Cyrillic ``с`` in ``closed_form``, a typographic quote, a no-break space.

Python tells a learner only that a name is not defined. Here the character is found and named. Nothing is run or parsed:
any text is taken, also one that is no Python, and the time grows with its length and no faster.
"""

from __future__ import annotations

import builtins
import keyword
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from course.language import text

MAX_SOURCE = 200_000  # characters that are looked at
MAX_ODD = 50
LONG_WORD = 200  # nobody's name is longer, and Unicode's normal form of a long word can take long to make
SHOWN = 40

_CYRILLIC = "аеорсухкмтвніјѕһԁԛԝӏАВЕКМНОРСТУХІЈЅҮԚԜӀ", "aeopcyxkmtbhijshdqwlABEKMHOPCTYXIJSYQWI"
_GREEK = "οανρικτυχγΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "oavpiktuxyABEZHIKMNOPTYX"
_TWINS = str.maketrans(dict(zip(*_CYRILLIC, strict=True)) | dict(zip(*_GREEK, strict=True)))
_HONEST = set("ανρικτυχγ")  # a formula's own letters: dρ is a name that somebody meant
_PYTHON = {*keyword.kwlist, *keyword.softkwlist, *dir(builtins)}
_MODULES = {"np", "numpy", "math", "random", "plt"}  # their names are Latin

_TOKEN = re.compile(
    r"""
      (?P<skip> \#[^\n]*+ | ^[ \t]*+[%!][^\n]*+ )          # a comment; a line for IPython
    | (?P<prefix> [rRbBuUfFtT]{0,2} ) (?:
          (?P<long> '''(?:[^'\\]++|\\.|'(?!''))*+(?:'''|\\?\Z) | \"""(?:[^"\\]++|\\.|"(?!""))*+(?:\"""|\\?\Z) )
        | '(?P<one>(?:[^'\\\n]++|\\.)*+)(?P<one_end>'?) | "(?P<two>(?:[^"\\\n]++|\\.)*+)(?P<two_end>"?)
      )
    | (?P<run> [0-9A-Za-z_\x80-\U0010ffff]++ )
    | (?P<blank> [ \t\f]++ )
    | (?P<other> . )
    """,
    re.VERBOSE | re.DOTALL | re.MULTILINE,
)
_RUN = re.compile(r"[0-9A-Za-z_\x80-\U0010ffff]+")
_FIELD = re.compile(r"\{([^{}]*)\}")


@dataclass(frozen=True)
class Odd:
    """A character that is not what it looks like: where it stands and what Unicode calls it.

    ``line`` counts from 1 in the text that was searched; it is 0 where the text is no source.
    """

    written: str
    character: str
    name: str
    line: int


class _Piece(NamedTuple):
    """A word (``place``: ``code`` or ``string``) or a character that no Python code can hold (``sign``)."""

    written: str
    line: int
    place: str
    before: str = ""  # what stands right before a word of code, where it can matter


def look_alike(name: str, source: str) -> Odd | None:
    """Return an identifier of ``source`` that is not ``name`` but looks like it, first of all one that is defined."""
    found = None
    for piece in _pieces(source):
        if piece.place != "code" or not _resembles(piece.written, name):
            continue
        if piece.before in ("def", "class"):
            return _odd_letter(piece)
        found = found or piece
    return _odd_letter(found) if found else None


def odd_characters(source: str, names: Iterable[str] = ()) -> list[Odd]:
    """Return the characters of ``source`` that look right and break it, from top to bottom, each in a word once.

    These are signs that Python code cannot hold (typographic quotes, no-break spaces, a minus sign from a text
    editor), look-alike letters in Latin names, and words in string constants that mix two alphabets. A name wholly of
    look-alike letters is odd where its Latin twin is also used, or is one of ``names``. Comments and prose are not
    looked at.
    """
    pieces = list(_pieces(source))
    used = {_normal(piece.written) for piece in pieces if piece.place == "code"} | _PYTHON | set(names)
    found: dict[tuple[str, str, int], Odd] = {}
    for piece in pieces:
        if len(found) >= MAX_ODD:
            break
        if piece.place == "sign":
            found.setdefault((piece.written, "", piece.line), _odd(piece.written, piece.written, piece.line))
        elif not piece.written.isascii() and _is_odd(piece, used):
            found.setdefault((piece.written, piece.place, 0), _odd_letter(piece))
    return list(found.values())


def odd_text(written: str, meant: str) -> Odd | None:
    """Return the first character in which ``written`` differs from ``meant`` although both look the same."""
    if written == meant or len(written) > LONG_WORD or twin(written) != twin(meant):
        return None
    normal = unicodedata.normalize("NFKC", meant)
    odd = next((c for c in written if c not in normal), written[0])
    return _odd(written, odd, 0)


def twin(written: str) -> str:
    """Return a text with every look-alike letter as the Latin one that it looks like, without what is not seen."""
    seen = "".join(c for c in written if unicodedata.category(c) != "Cf")
    return unicodedata.normalize("NFKC", seen).translate(_TWINS)


def describe(odd: Odd, lang: str) -> str:
    """Return the odd character, what it is and where it stands, as the end of a sentence."""
    kind = _kind_of(odd.character)
    what = text(f"check.letters.{kind}", lang)
    if kind in ("cyrillic", "greek", "fullwidth"):
        form = "letter"
    elif odd.character.isprintable() and not unicodedata.combining(odd.character):
        form = "sign"
    else:
        form = "unseen"
    place = text("check.letters.line", lang, line=odd.line) if odd.line else ""
    return text(f"check.letters.{form}", lang, character=odd.character, what=what, word=odd.written) + place


def _kind_of(character: str) -> str:
    """Return the key of the words for a character."""
    script = unicodedata.name(character, "").partition(" ")[0].lower()
    category = unicodedata.category(character)
    if character.isalnum() and script in ("cyrillic", "greek", "fullwidth"):
        return script
    if category in ("Pi", "Pf") or character in "„‚‟‛′″´＂＇":
        return "quote"
    if category == "Pd" or character == "−":
        return "dash"
    if category == "Zs":
        return "space"
    return "invisible" if category in ("Cf", "Zl", "Zp") else "other"


def _pieces(source: str) -> Iterator[_Piece]:
    """Yield the words and odd signs of code and the words of strings that are no prose."""
    source = source[:MAX_SOURCE].replace("\r\n", "\n").replace("\r", "\n")
    if source.lstrip().startswith("%%") and not re.match(r"\s*%%(?:time|timeit|capture)\b", source):
        return  # another language
    line, depth, starts = 1, 0, True
    before = earlier = ""  # the last two tokens
    for token in _TOKEN.finditer(source):
        kind, written = token.lastgroup, token.group()
        if kind == "run":
            yield from _split(written, line, f"{earlier}." if before == "." else before)
        elif kind == "other":
            depth = max(0, depth + (written in "([{") - (written in ")]}"))
            starts |= written in "\n;" and not depth
        elif kind not in ("skip", "blank") and not (starts and not depth):  # a string, and none that stands alone
            yield from _string(token, line)
        if kind not in ("skip", "blank"):
            earlier, before = before, written if len(written) <= LONG_WORD else ""
            starts &= kind == "other" and written in "\n;"
        line += written.count("\n")


def _string(token: re.Match[str], line: int) -> Iterator[_Piece]:
    """Yield what counts in a string: its words if it is no Russian prose, and the code in an f-string."""
    body = token["long"] or token["one"] or token["two"] or ""
    pieces = list(_runs(body, line))
    if token["long"] is None and not (token["one_end"] or token["two_end"]):  # perhaps a typographic quote closes it
        yield from (piece for piece in pieces if piece.place == "sign" and _kind_of(piece.written) == "quote")
    if "f" in token["prefix"].lower():
        for number, row in enumerate(body.split("\n"), line):
            for field in _FIELD.findall(row):
                yield from _runs(field, number)
    words = [piece for piece in pieces if piece.place == "code"]
    if not any(_is_russian(piece.written) for piece in words):
        yield from (piece._replace(place="string") for piece in words)


def _runs(body: str, line: int) -> Iterator[_Piece]:
    for number, row in enumerate(body.split("\n"), line):
        for run in _RUN.findall(row):
            yield from _split(run, number, "")


def _split(run: str, line: int, before: str) -> Iterator[_Piece]:
    """Yield the words in a run of characters, and the characters that can be part of no word."""
    if run.isascii():
        yield _Piece(run, line, "code", before)
        return
    word = ""
    for character in run:
        if character.isascii() or ("a" + character).isidentifier():
            word += character
            continue
        if word:
            yield _Piece(word, line, "code", before)
        yield _Piece(character, line, "sign")
        word, before = "", ""
    if word:
        yield _Piece(word, line, "code", before)


def _is_odd(piece: _Piece, used: set[str]) -> bool:
    word = piece.written if piece.place == "string" else _normal(piece.written)
    if len(word) > LONG_WORD:
        return False
    if word[0].isdigit() and piece.place == "code":  # a number
        return not word.isascii() or piece.written != word
    latin = twin(word)
    if word.isascii() or not latin.isascii():
        return False
    for part in word.split("_"):
        certain = any(not c.isascii() and c not in _HONEST for c in part)
        if certain and any(c.isascii() and c.isalpha() for c in part):
            return True
    if piece.place == "string":
        return twin(word) != word.translate(_TWINS)  # letters of full width
    return latin in used or piece.before.removesuffix(".") in _MODULES and piece.before.endswith(".")


def _resembles(word: str, name: str) -> bool:
    if word.isascii() or len(word) > LONG_WORD:
        return False
    normal = _normal(word)
    return normal != name and normal.translate(_TWINS) == name


def _normal(word: str) -> str:
    """Return an identifier as Python takes it: a letter of full width is for Python the ordinary one."""
    return word if word.isascii() or len(word) > LONG_WORD else unicodedata.normalize("NFKC", word)


def _is_russian(word: str) -> bool:
    """Whether a word is written in Cyrillic letters alone, and not only in those that look Latin."""
    if word.isascii() or len(word) > LONG_WORD:
        return False
    return not twin(word).isascii() and not any(c.isascii() and c.isalpha() for c in word)


def _odd_letter(piece: _Piece) -> Odd:
    mixed = [part for part in piece.written.split("_") if any(c.isascii() and c.isalpha() for c in part)]
    candidates = [c for part in (*mixed, piece.written) for c in part if not c.isascii()]
    best = next((c for c in candidates if c not in _HONEST), candidates[0])
    return _odd(piece.written, best, piece.line)


def _odd(written: str, character: str, line: int) -> Odd:
    name = unicodedata.name(character, f"U+{ord(character):04X}").lower()
    written = "".join(c for c in written if c.isprintable()) if written != character else written
    shown = written if len(written) <= SHOWN else written[: SHOWN - 1] + "…"
    return Odd(shown, character, name, line)
