"""Make text, prose and pictures of a submission harmless, so that a page can show them."""

from __future__ import annotations

import html
import re
import struct
import unicodedata
import zlib

MAX_PNG = 2**20
MAX_SIDE = 4000
MAX_CHUNKS = 2000  # a picture of a megabyte has about a hundred
MAX_MARKS = 6  # on one letter: the flag of Scotland has six
MAX_RUN = 400
MAX_CODE = 100  # characters of a line of code
_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_CHUNKS = (b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND")

# Invisible characters that change how the text around them is read: controls, bidirectional marks, and the like.
_HIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]"
)
_MARKS = re.compile(rf"[^\w\s\x00-\x7f]{{{MAX_MARKS + 1},}}")  # no mark is a letter
# A browser shapes letters that join again at each line they are broken into: the square of a run's length.
_JOINING = re.compile(rf"[^\x00-\xac\xae-\u02ff]{{{MAX_RUN}}}(?=[^\x00-\xac\xae-\u02ff])")
_REFERENCE = re.compile(r"&#?[0-9A-Za-z]+;?")
_TEX_COMMANDS = re.compile(
    r"(?<!\\)\\+(?=(?:href|url|require|unicode|style|cssId|class|data|html\w*|includegraphics|bbox|mmlToken|"
    r"def|let|newcommand|renewcommand|newenvironment|renewenvironment)(?![A-Za-z]))"
)


def clean(text: str) -> str:
    """Return ``text`` with plain line ends and without invisible characters."""
    return _HIDDEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def calm(text: str) -> str:
    """Return ``text`` so that it is laid out in time: with few marks on a letter, and long runs of letters broken."""
    if text.isascii():
        return text
    return _JOINING.sub(lambda run: run[0] + "\n", _MARKS.sub(_few_marks, text))


def _few_marks(run: re.Match[str]) -> str:
    kept, marks = [], 0
    for letter in run[0]:
        marks = marks + 1 if unicodedata.category(letter) in ("Mn", "Mc", "Me", "Cf") else 0
        if marks <= MAX_MARKS:
            kept.append(letter)
    return "".join(kept)


def one_line(text: str) -> str:
    """Return a name or the like, which somebody chose, as one line of harmless text."""
    return " ".join(calm(clean(text)).split())


def line_of_code(text: str) -> str:
    """Return so much of a line of somebody's code as is shown."""
    return one_line(text)[:MAX_CODE]


def sanitise_html(page: str) -> str:
    """Return HTML of ours with the text in it clean and calm, however a character of it is written."""

    def letter(reference: re.Match[str]) -> str:
        meant = html.unescape(reference[0])
        return reference[0] if meant.isascii() else html.escape(meant)

    return calm(clean(_REFERENCE.sub(letter, page)))


def sanitise_text(text: str, limit: int = 20_000) -> str:
    """Return printed text without control and bidirectional characters, at most ``limit`` characters long."""
    text = calm(clean(text))
    return text if len(text) <= limit else text[:limit] + "\n[…]"


def sanitise_markdown(source: str) -> str:
    """Return a learner's prose so that no page which shows it runs a script or loads anything.

    Emphasis, lists, code and formulas stay; HTML, links, pictures, diagrams and TeX commands that make links become
    plain text. A blank does it where one can, because it does no harm in code and in formulas.
    """
    source = _TEX_COMMANDS.sub("", source)
    source = re.sub(r"<(?=\S)", "< ", source)  # no tag, no comment, no <address>
    source = re.sub(r"\](?=[(\[:])", "] ", source)  # neither a link, nor a picture, nor the target of one
    # Bare addresses become links, and diagrams are run as code.
    source = source.replace("://", ":\u200b//").replace("mermaid", "mer\u200bmaid")
    return re.sub(r"(?i)(javascript|vbscript|\bdata|\bfile)\s*:", "\\1\u200b:", source)


def checked_png(data: bytes, most: int = MAX_PNG) -> bytes | None:
    """Return ``data`` with nothing but the chunks that make the picture; None if it is no sound PNG of modest size.

    ``most``: bytes.
    """
    if not data.startswith(_SIGNATURE) or len(data) > most:
        return None
    kept, place, names = [_SIGNATURE], len(_SIGNATURE), []
    for _ in range(MAX_CHUNKS):
        head = data[place : place + 8]
        if len(head) < 8:
            return None
        size, name = struct.unpack(">I4s", head)
        chunk = data[place : place + 12 + size]
        if len(chunk) != 12 + size or struct.unpack(">I", chunk[-4:])[0] != zlib.crc32(chunk[4:-4]):
            return None
        if name in _CHUNKS:
            kept.append(chunk)
            names.append(name)
        place += 12 + size
        if name == b"IEND":
            break
    ends = names[:1] + names[-1:]
    if ends != [b"IHDR", b"IEND"] or names.count(b"IHDR") != 1 or b"IDAT" not in names or len(kept[1]) != 25:
        return None
    picture = b"".join(kept)
    return picture if all(0 < side <= MAX_SIDE for side in png_size(picture)) else None


def png_size(data: bytes) -> tuple[int, int]:
    """Return the width and height of a checked PNG (pixels); its first thirty bytes are enough."""
    width, height = struct.unpack(">II", data[16:24])
    return width, height
