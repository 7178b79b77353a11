"""Whatever a file holds: a notebook is read, and anything else is named for what it is, in bounded time and memory."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import nbformat
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from thorough import at_least

from autograder.intake import notebook_file
from autograder.intake.notebook_file import MAX_CELLS, MAX_WHOLE, parse
from autograder.intake.submission import MAX_CELL, Refused, intake
from autograder.judging.judge import generic_hint
from autograder.nbgrader.autograde import REPOSITORY
from course.language import LANGUAGES, catalogue

UNIT, NAME = "04-gradient-descent", "gradient-descent.ipynb"
RELEASED = {lang: nbformat.read(REPOSITORY / "release" / lang / UNIT / NAME, as_version=4) for lang in LANGUAGES}
MB = 2**20


def plain(lang: str = "en") -> dict[str, Any]:
    return json.loads(nbformat.writes(RELEASED[lang]))


def cell_of(data: dict[str, Any], cell_id: str) -> dict[str, Any]:
    return next(cell for cell in data["cells"] if cell.get("id") == cell_id)


def refusal(folder: Path, raw: bytes) -> Refused:
    (folder / NAME).write_bytes(raw)
    with pytest.raises(Refused) as caught:
        intake(folder, NAME, RELEASED)
    return caught.value


def answer(folder: Path, raw: bytes) -> str:
    (folder / NAME).write_bytes(raw)
    return cell_of(intake(folder, NAME, RELEASED).notebook, "answer-loss").source


def zipped(*names: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return stream.getvalue()


def cells(*more: dict[str, Any]) -> bytes:
    return json.dumps({"cells": list(more)}).encode()


WHOLE = nbformat.writes(RELEASED["en"]).encode()
CODE = {"cell_type": "code", "metadata": {}}
CONFLICT = WHOLE.replace(b'   "source"', b'<<<<<<< HEAD\n   "source"', 1)

NO_NOTEBOOKS: dict[str, tuple[str, bytes]] = {
    "nothing": ("empty", b""),
    "blank": ("empty", b" \n\t "),
    "only zeros": ("empty", bytes(5000)),
    "cut in a cell": ("cut_off", WHOLE[:-30]),
    "cut in a word": ("cut_off", b'{"cells": [], "metadata": {"a": tr'),
    "cut in an escape": ("cut_off", b'{"cells": [], "metadata": {"a": "\\u04'),
    "ended by zeros": ("cut_off", WHOLE[:3000] + bytes(1000)),
    "a comma too many": ("broken", WHOLE.replace(b'"cells": [', b'"cells": [,', 1)),
    "deeply nested": ("broken", b"[" * 200_000 + b"]" * 200_000),
    "deeply nested in a cell": ("broken", b'{"cells": [{"metadata": ' + b'{"a":' * 100_000 + b"1" + b"}" * 100_002),
    "a huge number": ("no_cells", b'{"cells": ' + b"9" * 20_000 + b"}"),
    "not UTF-8": ("encoding", b'{"cells": ["\xff\xfe\xff"]}'),
    "damaged UTF-8": ("encoding", WHOLE.replace(b"weight", b"\xff\xfe\xc3(")),
    "KOI8-R": ("encoding", json.dumps(plain("ru"), ensure_ascii=False).encode("koi8-r", "ignore")),
    "a list": ("no_cells", b"[]"),
    "null": ("no_cells", b"null"),
    "cells that are no list": ("no_cells", b'{"cells": {"0": 1}}'),
    "NaN for cells": ("no_cells", b'{"cells": NaN}'),
    "format 3": ("old_format:3", b'{"nbformat": 3, "nbformat_minor": 0, "worksheets": [{"cells": []}]}'),
    "too many cells": (f"too_many_cells:{MAX_CELLS}", cells(*[{}] * (MAX_CELLS + 1))),
    "an answer too long": (
        "too_much_text",
        cells(CODE | {"source": "#" * (MAX_CELL + 1), "metadata": {"nbgrader": {"grade_id": "answer-loss"}}}),
    ),
    "too much in all": ("too_much_text", cells(*[CODE | {"source": "#" * MAX_CELL}] * 30)),
    "zip": ("archive", zipped(NAME)),
    "docx": ("document", zipped("[Content_Types].xml", "word/document.xml")),
    "doc": ("document", b"\xd0\xcf\x11\xe0" + bytes(600)),
    "rtf": ("document", rb"{\rtf1\ansi {\fonttbl}}"),
    "pdf": ("pdf", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"),
    "photo": ("picture", b"\xff\xd8\xff\xe0" + bytes(300)),
    "web page": ("web_page", b"\n<!DOCTYPE html>\n<html><body>" + WHOLE + b"</body></html>"),
    "xml": ("web_page", "<?xml version='1.0'?><Error><Code>AccessDenied</Code></Error>".encode("utf-16")),
    "conflict": (f"conflict:{CONFLICT[: CONFLICT.index(b'<<<<<<<')].count(10) + 1}", CONFLICT),
    "conflict at the top": ("conflict:1", b"<<<<<<< HEAD\n" + WHOLE),
    "program": ("python", b"#!/usr/bin/env python\n# coding: utf-8\n\n# In[1]:\n\nimport numpy as np\n"),
    "functions": ("python", b'"""My answers."""\n\n\ndef loss(w):\n    return w**2 + 12\n'),
    "words": ("something_else", "Здравствуйте! Вот моя работа.".encode()),
}


@pytest.mark.parametrize(("why", "raw"), NO_NOTEBOOKS.values(), ids=NO_NOTEBOOKS)
def test_what_is_no_notebook_is_refused_and_named(tmp_path: Path, why: str, raw: bytes):
    refused = refusal(tmp_path, raw)
    assert (refused.word, refused.detail) == ("unreadable", why)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_reason_has_words_of_its_own_that_say_what_it_is_and_what_to_do(lang: str):
    said = set()
    keys = {why.partition(":")[0] for why, _ in NO_NOTEBOOKS.values()}
    keys |= {"other_unit", "foreign", "too_big", "too_many_parts", "too_many_files", "not_a_file", "folder", "locked"}
    own = {key for key, entry in catalogue("check", lang)["hint"]["unreadable"].items() if isinstance(entry, dict)}
    assert keys == own
    for key in own:
        what, where = generic_hint(f"unreadable:{key}:12345")[lang]
        assert what and where and "{" not in what + where
        assert ("12345" in what) == (key in ("conflict", "old_format", "too_big", "other_unit", "too_many_cells"))
        said.add(what)
    assert len(said) == len(own)


# ---------------------------------------------------------------------------------------------------- encodings

WORDS = "def loss(w):\n    return 'потери'  # Её считают так\n"


def with_words(lang: str, encoding: str) -> bytes:
    data = plain(lang)
    cell_of(data, "answer-loss")["source"] = WORDS
    return json.dumps(data, ensure_ascii=False).encode(encoding, "ignore")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_a_notebook_in_another_encoding_of_unicode_is_read(tmp_path: Path, encoding: str):
    assert answer(tmp_path, with_words("en", encoding)) == WORDS


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_notebook_in_windows_1251_is_read_and_that_is_said(tmp_path: Path, lang: str):
    assert answer(tmp_path, with_words(lang, "windows-1251")) == WORDS
    submission = intake(tmp_path, NAME, RELEASED)
    assert submission.lang == lang
    assert [remark.name for remark in submission.remarks] == ["encoding"]
    assert "Windows-1251" in submission.remarks[0].words(lang)


# -------------------------------------------------------------------------------------------------------- size


def big(output: Any, size: int, lang: str = "en") -> bytes:
    """Return a notebook with an answer and an output that holds ``output`` many times."""
    data = plain(lang)
    cell_of(data, "answer-loss")["source"] = WORDS
    cell_of(data, "rates")["outputs"] = [{"output_type": "display_data", "data": {"text/html": "@"}, "metadata": {}}]
    piece = json.dumps(output, ensure_ascii=False)
    piece = "[" + ",".join([piece] * (size // (len(piece) + 1))) + "]"
    return json.dumps(data, ensure_ascii=False, indent=1).replace('"@"', piece).encode()


FRAME = 'frames[1] = "data:image/png;base64,' + "iVBORw0KGgo" * 5 + "\\\n"


@pytest.mark.parametrize(
    "output",
    [FRAME, FRAME * 100_000, float("nan"), [1.25, float("-inf"), "NaN \\"], {"x": "п\u2028\\\"\n" * 50}, 10**5000],
    ids=["lines", "one line", "NaN", "mixed", "escapes", "a number"],
)
def test_outputs_of_any_size_and_kind_are_passed_over(tmp_path: Path, output: Any, monkeypatch: pytest.MonkeyPatch):
    sys.set_int_max_str_digits(0)
    for size in (5 * MB, 40 * MB if output == FRAME else MB):
        raw = big(output, size) if size < 10**7 or output == FRAME else b""
        assert answer(tmp_path, raw) == WORDS
    sys.set_int_max_str_digits(4300)


def test_a_large_notebook_is_read_as_a_small_one_is(tmp_path: Path):
    """Also where the pieces in which it is read end in the middle of a sign, an escape or a word."""
    data = plain("ru")
    cell_of(data, "answer-loss")["source"] = WORDS.splitlines(keepends=True)
    data["metadata"]["widgets"] = {"state": ["ж\\\"\u2028" * 20] * 100}
    for indent in (None, 1):
        raw = json.dumps(data, ensure_ascii=bool(indent), indent=indent).encode()
        small, _ = parse(io.BytesIO(raw))
        for chunk in (1, 2, 3, 7, 64, 1000):
            with pytest.MonkeyPatch.context() as patch:
                patch.setattr(notebook_file, "MAX_WHOLE", 0)
                patch.setattr(notebook_file, "_CHUNK", chunk)
                large, _ = parse(io.BytesIO(raw))
            for one, other in zip(small["cells"], large["cells"], strict=True):
                assert {key: one.get(key) for key in ("cell_type", "source", "id")} == {
                    key: other.get(key) for key in ("cell_type", "source", "id")
                }
                assert one["metadata"].get("nbgrader") == other.get("metadata", {}).get("nbgrader")
            assert large["metadata"] == {"course": small["metadata"]["course"]}


some_bytes = st.binary(max_size=300) | st.text(max_size=200).map(str.encode)


@given(raw=some_bytes, cut=st.integers(0, 400), chunk=st.integers(1, 50))
@settings(max_examples=300, suppress_health_check=list(HealthCheck))
def test_any_bytes_are_refused_or_read_by_the_stream_too(raw: bytes, cut: int, chunk: int):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(notebook_file, "MAX_WHOLE", -1)
        patch.setattr(notebook_file, "_CHUNK", chunk)
        for content in (raw, b'{"cells":[{"source":"' + raw[:cut] + b'"}]}', WHOLE[:cut] + raw):
            try:
                data, _ = parse(io.BytesIO(content))
            except Refused as refused:
                assert refused.word == "unreadable" and refused.detail
            else:
                assert isinstance(data["cells"], list)


HEAD, TAIL = b'{"nbformat":4,"cells":[{"cell_type":"code","source":["a=1"],"outputs":[0', b"]}]}"
SMILE = "\U0001f600".encode()
LARGE = at_least(12, 127) * MB  # 128 are read; what a smaller file may hold is measured out in proportion
HOSTILE: dict[str, tuple[str, bytes, bytes, bytes, int]] = {
    "one string": ("", HEAD + b',"', b"A" * 1000, b'"' + TAIL, LARGE),
    "one string of signs": ("", HEAD + b',"', SMILE * 1000, b'"' + TAIL, LARGE),
    "strings of signs": ("", HEAD, b',"' + SMILE * MB + b'"', TAIL, LARGE),
    "backslashes": ("", HEAD + b',"', rb"\\" * 500, rb'\"' + b'"' + TAIL, LARGE),
    "escapes": ("", HEAD + b',"', rb"\u0416" * 500, b'"' + TAIL, LARGE),
    "a source": ("", b'{"cells":[{"cell_type":"code","source":"', SMILE * 1000, b'"}]}', LARGE),
    "sources": ("too_much_text", b'{"cells":[{"cell_type":"raw","source":[""', b',"' + SMILE + b'"', b"]}]}", LARGE),
    "tiny sources": ("too_much_text", b'{"cells":[{"cell_type":"code","source":[""', b',"a"', b"]}]}", LARGE),
    "empty lists": ("too_many_parts", HEAD, b",[]", TAIL, LARGE),
    "empty texts": ("too_many_parts", HEAD, b',""', TAIL, LARGE),
    "numbers": ("too_many_parts", HEAD, b",1", TAIL, LARGE),
    "one number": ("broken", HEAD, b"9" * 1000, TAIL, LARGE),
    "exponents": ("broken", HEAD, b",1e99999999999999999999", TAIL, LARGE),
    "keys": ("too_much_text", b'{"metadata":{"course":{"":0', b',"aaaaaaa":{"b":1}', b'}},"cells":[]}', LARGE),
    "depth": ("broken", HEAD + b",", b"[" * 1000, b"", LARGE),
    "cells": (f"too_many_cells:{MAX_CELLS}", b'{"cells":[0', b",{}", b"]}", LARGE),
    "blanks": ("", HEAD, b" " * 1000, TAIL, LARGE),
    "lines": ("cut_off", b"{", b"\n" * 1000, b"", LARGE),
    "zeros": ("cut_off", b'{"cells": [', bytes(1000), b"", LARGE),
    "bytes": ("encoding", b'{"cells":["', b"\xd0\x90\xff" * 300, b'"]}', LARGE),
    "Russian": ("", HEAD + b',"', "привет ".encode("windows-1251") * 100, b'"' + TAIL, LARGE),
    "dictionaries at once": ("no_cells", b'{"metadata":[0', b',{"":1}', b"]}", MAX_WHOLE - MB),
    "lists at once": ("no_cells", b'{"metadata":[0', b",[[]]", b"]}", MAX_WHOLE - MB),
}

MEASURED = """
import sys, time
from pathlib import Path
import nbformat, matplotlib.pyplot, autograder.intake.submission
from autograder.intake.submission import Refused, intake
sys.path.append("tests")
from test_notebook_file import HOSTILE, LARGE, MB
autograder.intake.notebook_file.MAX_PARTS = autograder.intake.notebook_file.MAX_PARTS * LARGE // (127 * MB)
place, release = Path(sys.argv[1]), nbformat.read(sys.argv[2], as_version=4)
for kind, (_, head, unit, tail, size) in HOSTILE.items():
    block = unit * max(1, MB // len(unit))
    with open(place, "wb") as file:
        file.write(head)
        for _ in range(size // len(block)):
            file.write(block)
        file.write(tail)
    Path("/proc/self/clear_refs").write_text("5")
    start, why = time.process_time(), ""
    try:
        intake(place.parent, place.name, {"en": release, "ru": release})
    except Refused as refused:
        why = refused.detail
    seconds = time.process_time() - start
    status = Path("/proc/self/status").read_text()
    memory = next(int(line.split()[1]) // 1024 for line in status.splitlines() if line.startswith("VmHWM"))
    print(kind, why, memory, seconds, sep="|")
"""


def test_a_hostile_file_of_the_largest_size_takes_little_time_and_memory(tmp_path: Path):
    release = str(REPOSITORY / "release" / "en" / UNIT / NAME)
    command = [sys.executable, "-c", MEASURED, str(tmp_path / NAME), release]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=REPOSITORY)
    os.unlink(tmp_path / NAME)
    measured = {kind: more for kind, *more in (line.split("|") for line in done.stdout.splitlines())}
    assert {kind: why for kind, (why, *_) in measured.items()} == {kind: why for kind, (why, *_) in HOSTILE.items()}
    assert {kind: memory for kind, (_, memory, _) in measured.items() if int(memory) >= 500} == {}
    assert {kind: seconds for kind, (*_, seconds) in measured.items() if float(seconds) >= 20} == {}
