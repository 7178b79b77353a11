"""From the bytes of a file to the cells of a notebook, whatever its size and its encoding.

Links are not followed, what is no notebook is named for what it is, and time and memory have a bound.
"""

from __future__ import annotations

import codecs
import json
import os
import re
import stat
from collections.abc import Iterator
from io import BufferedReader
from pathlib import Path
from typing import Any, BinaryIO

import ijson
from ijson.common import ObjectBuilder

MAX_FILE = 128 * 2**20
MAX_WHOLE = 4 * 2**20  # a longer file is read as a stream: parsed at once, it can take fifty times its size
MAX_SMALL = 2**20  # of a file that is no notebook
MAX_CELLS = 1000
MAX_PARTS = 15_000_000  # values in a streamed file; an animation of 128 MB has two million lines, a plot more numbers
MAX_STRING = 6 * 2**20  # bytes that are kept of one text
MAX_KEPT = 48 * 2**20  # and of all texts
MAX_DEPTH = 500
_CHUNK = 2**19  # the parser reads a string that goes on in the next piece again from its beginning

_FLAGS = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC

# What is kept of a streamed file; ``None`` stands for the items of a list.
_WANTED = {("nbformat",), ("metadata", "course")} | {
    ("cells", None, *keys)
    for keys in (("cell_type",), ("source",), ("id",), ("attachments",), ("metadata", "nbgrader"))
}

_STARTS = {
    b"PK\x03\x04": "archive",
    b"PK\x05\x06": "archive",
    b"\x1f\x8b": "archive",
    b"Rar!": "archive",
    b"7z\xbc\xaf": "archive",
    b"%PDF": "pdf",
    b"\xd0\xcf\x11\xe0": "document",
    b"{\\rtf": "document",
    b"\x89PNG": "picture",
    b"\xff\xd8\xff": "picture",
}
_IN_A_DOCUMENT = (b"[Content_Types].xml", b"word/", b"mimetypeapplication/vnd.oasis")
_PYTHON = re.compile(r"^(?:#!.*python|# -\*-|# ?%%|# In ?\[|import \w|from [\w.]+ import |def \w+\(|class \w+)", re.M)
_LONG_NUMBER = re.compile(r"[0-9]{1000}")
_NO_JSON = re.compile(r'"[^"\\]*+(?:\\.[^"\\]*+)*+"?|-?(?:NaN|Infinity)|[0-9]{1000,}+', re.DOTALL)
_UTF_8 = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_CAPITALS, _SMALL = bytes([*range(0xC0, 0xE0), 0xA8]), bytes([*range(0xE0, 0x100), 0xB8])  # of Windows-1251
_OFTEN = "оеаинт".encode("windows-1251")  # nearly half of the letters of a Russian text


class Refused(Exception):
    """The file cannot be graded.

    ``word`` names the hint (``unreadable``, ``absent``), ``detail`` the reason: a key of that hint's own texts, and
    where there is more to tell a colon and a value, as in ``conflict:12``.
    """

    def __init__(self, word: str, detail: str) -> None:
        super().__init__(detail)
        self.word, self.detail = word, detail


def open_folder(folder: Path) -> int:
    """Return a descriptor of a folder; neither it nor its parent may be a link. Raises ``Refused``."""
    try:
        parent = os.open(folder.parent, _FLAGS | os.O_DIRECTORY)
        try:
            return os.open(folder.name, _FLAGS | os.O_DIRECTORY, dir_fd=parent)
        finally:
            os.close(parent)
    except FileNotFoundError:
        raise Refused("absent", "nothing") from None
    except OSError:
        raise Refused("unreadable", "folder") from None


def open_file(directory: int, name: str, most: int = MAX_FILE) -> BufferedReader:
    """Return a regular file of at most ``most`` bytes, open for reading. Raises ``Refused``."""
    try:
        file = os.open(name, _FLAGS, dir_fd=directory)
    except FileNotFoundError:
        raise Refused("absent", "nothing") from None
    except PermissionError:
        raise Refused("unreadable", "locked") from None
    except (OSError, ValueError):  # a link, a socket, a name that no file can have
        raise Refused("unreadable", "not_a_file") from None
    status = os.fstat(file)
    if stat.S_ISREG(status.st_mode) and status.st_size <= most:
        return os.fdopen(file, "rb")
    os.close(file)
    if stat.S_ISREG(status.st_mode):
        raise Refused("unreadable", f"too_big:{-(-status.st_size // 2**20)}")
    raise Refused("unreadable", "not_a_file")


def read_file(folder: Path, name: str, most: int = MAX_SMALL) -> bytes:
    """Return the content of a regular file. Neither it, nor its folder, nor the folder's parent may be a link.

    Raises ``Refused``.
    """
    directory = open_folder(folder)
    try:
        with open_file(directory, name, most) as stream:
            return stream.read(most)
    finally:
        os.close(directory)


def parse(stream: BinaryIO) -> tuple[dict[str, Any], str]:
    """Return the data of a notebook and the file's encoding. Raises ``Refused``.

    ``cells`` is a list of at most ``MAX_CELLS``; nothing else about the data is certain.
    """
    size = stream.seek(0, os.SEEK_END)
    head = _chunk(stream, 0)
    _refuse_by_its_start(head)
    try:
        encoding = _encoding(stream, head)
        data = _at_once(stream, encoding) if size <= MAX_WHOLE else _streamed(stream, encoding)
    except UnicodeError:
        raise Refused("unreadable", "encoding") from None
    if not isinstance(data, dict) or not isinstance(data.get("cells"), list):
        version = data.get("nbformat") if isinstance(data, dict) else None
        old = isinstance(version, int | float) and 0 < version < 4
        raise Refused("unreadable", f"old_format:{version:.0f}" if old else "no_cells")
    if len(data["cells"]) > MAX_CELLS:
        raise Refused("unreadable", f"too_many_cells:{MAX_CELLS}")
    return data, encoding


def _chunk(stream: BinaryIO, place: int) -> bytes:
    stream.seek(place)
    return stream.read(_CHUNK)


def _refuse_by_its_start(head: bytes) -> None:
    """Refuse what its first bytes say is something else."""
    if not head.strip(b"\0 \t\r\n"):
        raise Refused("unreadable", "empty")
    for start, word in _STARTS.items():
        if head.startswith(start):
            inside = word == "archive" and any(name in head for name in _IN_A_DOCUMENT)
            raise Refused("unreadable", "document" if inside else word)


# ---------------------------------------------------------------------------------------------------- encodings


def _encoding(stream: BinaryIO, head: bytes) -> str:
    """Return the encoding of a file: one of Unicode, or Windows-1251. Raises ``UnicodeError``."""
    guess = json.detect_encoding(head)
    if guess != "utf-8":
        return guess
    try:
        for _ in _decoded(stream, "utf-8"):
            pass
    except UnicodeError:
        if not _is_1251(stream):
            raise
        return "windows-1251"
    return "utf-8"


def _decoded(stream: BinaryIO, encoding: str) -> Iterator[str]:
    """Yield the text of a file in pieces. Raises ``UnicodeError``."""
    decoder = codecs.getincrementaldecoder(encoding)()
    stream.seek(0)
    while raw := stream.read(_CHUNK):
        yield decoder.decode(raw)
    yield decoder.decode(b"", final=True)


def _is_1251(stream: BinaryIO) -> bool:
    """Whether the bytes that are not ASCII are Russian words in Windows-1251, and not a damaged text in UTF-8."""
    capitals = small = often = high = paired = 0
    stream.seek(0)
    while high < 100_000 and (raw := stream.read(_CHUNK)):
        rest = raw.translate(None, bytes(range(0x80)))
        high += len(rest)
        capitals += len(rest) - len(rest.translate(None, _CAPITALS))
        small += len(rest) - len(rest.translate(None, _SMALL))
        often += len(rest) - len(rest.translate(None, _OFTEN))
        paired += len(raw) - len(_UTF_8.sub(b"", raw))
    return capitals < small < 5 * often and capitals + small > 0.7 * high and paired < 0.2 * high


# ---------------------------------------------------------------------------------------------------- JSON


def _at_once(stream: BinaryIO, encoding: str) -> Any:
    # Bytes of zero are what a file system leaves of a file that was being written when the power went.
    text = "".join(_decoded(stream, encoding)).removeprefix("\ufeff").replace("\0", "")
    try:
        return json.loads(text, parse_int=float)  # a whole number of thousands of digits is an error of Python's
    except json.JSONDecodeError as error:
        ended = error.msg.startswith("Unterminated") or error.pos >= len(text.rstrip()) - 8
        raise _refusal(stream, encoding, ended) from None
    except RecursionError:
        raise Refused("unreadable", "broken") from None


def _streamed(stream: BinaryIO, encoding: str) -> dict[str, Any]:
    try:
        return _wanted(ijson.basic_parse(_Shortened(stream, encoding), buf_size=_CHUNK))
    except ijson.JSONError as error:
        raise _refusal(stream, encoding, "premature EOF" in str(error) or "ncomplete" in str(error)) from None
    except (ArithmeticError, SystemError):  # an exponent of twenty digits; the parser may notice it one piece later
        raise Refused("unreadable", "broken") from None


def _wanted(events: Iterator[tuple[str, Any]]) -> dict[str, Any]:
    """Return what we use of a notebook, from the events of its JSON. Raises ``Refused``."""
    data: dict[str, Any] = {}
    path: list[Any] = []  # the keys that lead here; None for an item of a list
    builder: ObjectBuilder | None = None
    keys: tuple[Any, ...] = ()
    start = kept = 0
    for number, (event, value) in enumerate(events):
        if number > MAX_PARTS or len(path) > MAX_DEPTH:
            raise Refused("unreadable", "broken" if len(path) > MAX_DEPTH else "too_many_parts")
        if event == "map_key":
            path[-1] = value
            if builder is not None:
                builder.event(event, value)
                kept += len(value) + 64
            continue
        if event in ("end_map", "end_array"):
            path.pop()
        elif builder is None and len(path) <= 4:
            keys = tuple(path)
            if keys == ("cells",):
                data["cells"] = [] if event == "start_array" else None
            elif keys == ("cells", None) and isinstance(data["cells"], list):
                if len(data["cells"]) >= MAX_CELLS:
                    raise Refused("unreadable", f"too_many_cells:{MAX_CELLS}")
                data["cells"].append({})
            elif keys in _WANTED and (keys[0] != "cells" or data.get("cells")):
                builder, start = ObjectBuilder(), len(path)
        if builder is not None:
            if isinstance(value, str):
                room = MAX_KEPT - kept
                cost = len(value) * (1 if value.isascii() else 4)
                if cost > room and "attachments" in keys:
                    value, cost = "", 0  # a picture more or less is no reason to refuse
                kept += cost
            kept += 64
            if kept > MAX_KEPT:
                raise Refused("unreadable", "too_much_text")
            builder.event(event, value)
        if event in ("start_map", "start_array"):
            path.append(None)
        elif builder is not None and len(path) == start:
            place = data["cells"][-1] if keys[0] == "cells" else data
            inside = keys[2:] if keys[0] == "cells" else keys
            for key in inside[:-1]:
                place = place.setdefault(key, {})
            place[inside[-1]] = builder.value
            builder = None
    return data


class _Shortened:
    """A JSON text in UTF-8 for a parser, without the ends of the longest strings and without numbers that are none.

    A parser keeps each string whole, and nobody's answer is that long. NaN is written by Python, but not known to JSON.
    """

    def __init__(self, stream: BinaryIO, encoding: str) -> None:
        self._texts = _decoded(stream, encoding)
        self._rest = ""  # begun in one piece, ends in the next
        self._inside = False  # a string
        self._length = 0  # of the string we are in, about
        self._first = True

    def read(self, _size: int = -1) -> bytes:
        """Return the next piece, or nothing at the end. Raises ``UnicodeError``."""
        if _size == 0:
            return b""
        for text in self._texts:
            text = self._rest + text.replace("\0", "")
            if self._first and text:
                text, self._first = text.removeprefix("\ufeff"), False
            self._rest = ""
            if (len(text) - len(text.rstrip("\\"))) % 2:
                text, self._rest = text[:-1], "\\"
            if piece := self._shorten(text):
                return piece.encode("utf-8", "replace")
        rest, self._rest = self._rest, ""
        return rest.encode()

    def _shorten(self, text: str) -> str:
        quotes = text.replace("\\\\", "").replace('\\"', "").count('"')
        if self._inside and not quotes:
            self._length += len(text.encode("utf-8", "replace"))
            return text if self._length <= MAX_STRING else ""
        if not self._inside and not quotes and len(text) >= 1000 and re.fullmatch(r"[\w.+-]+", text, re.ASCII):
            raise Refused("unreadable", "broken")  # a number that no one has written
        # What stands before the gap may be the beginning of \u1234: these zeros are its end.
        filler = "0000" if self._length > MAX_STRING else ""
        before, self._inside = self._inside, self._inside ^ bool(quotes % 2)
        self._length = 0
        if not self._inside and (word := re.search(r"-?[A-Za-z]{1,8}\Z|-\Z", text[-9:])):
            text, self._rest = text[: len(text) - len(word[0])], word[0] + self._rest
        if "NaN" in text or "Infinity" in text or _LONG_NUMBER.search(text):
            text = _NO_JSON.sub(lambda found: found[0] if found[0][0] == '"' else "1", '"' * before + text)[before:]
        return filler + text


def _refusal(stream: BinaryIO, encoding: str, ended: bool) -> Refused:
    """Return what is wrong with a file that is no JSON, by what it looks like."""
    head = next(iter(_decoded(stream, encoding)), "").lstrip("\ufeff\0 \t\r\n")
    line = _conflict(stream, encoding)
    if line:
        word = f"conflict:{line}"
    elif head.startswith("<"):
        word = "web_page"
    elif head.startswith("{"):
        word = "cut_off" if ended else "broken"
    else:
        word = "python" if _PYTHON.search(head) else "something_else"
    return Refused("unreadable", word)


def _conflict(stream: BinaryIO, encoding: str) -> int:
    """Return the line of the first mark of a merge conflict, or 0."""
    line, rest = 1, "\n"
    for text in _decoded(stream, encoding):
        text = rest + text
        place = text.find("\n<<<<<<< ")
        if place >= 0:
            return line + text.count("\n", 0, place)
        rest = text[-8:]
        line += text.count("\n") - rest.count("\n")
    return 0
