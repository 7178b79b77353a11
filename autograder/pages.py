"""What a submission showed, as notebook outputs that are safe to put on a page: plain text and checked PNG."""

from __future__ import annotations

import base64
import struct
import zlib
from typing import Any

import nbformat
import numpy as np
from nbformat import NotebookNode

from autograder.intake import harmless_text
from autograder.verdict import Verdict

MAX_OUTPUTS = 50  # for a cell
MAX_PNG = 2**20
MAX_SIDE = 4000
_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_CHUNKS = (b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND")


def cell_outputs(shown: list[Any]) -> list[NotebookNode]:
    """Return a cell's outputs as nbformat nodes; what is not text or a sound PNG is left out."""
    outputs = []
    for item in shown[:MAX_OUTPUTS]:
        match item:
            case {"png": np.ndarray() as data} if data.dtype == np.uint8 and data.ndim == 1:
                png = checked_png(data.tobytes())
                if png is not None:
                    data = {"image/png": base64.b64encode(png).decode(), "text/plain": "[plot]"}
                    outputs.append(nbformat.v4.new_output("display_data", data))
            case {"name": "stdout" | "stderr" as name, "text": str(text)}:
                outputs.append(nbformat.v4.new_output("stream", name=name, text=harmless_text(text)))
            case {"text": str(text)}:
                outputs.append(nbformat.v4.new_output("display_data", {"text/plain": harmless_text(text)}))
    return outputs


def verdict_outputs(verdict: Verdict, lang: str) -> list[NotebookNode]:
    """Return the outputs of a graded cell, written from the verdict alone.

    nbgrader reads a score from such a cell: an error is 0, a plain float is that many points. So every tool that
    reads the notebook again finds the score that the gradebook has.
    """
    words = nbformat.v4.new_output("stream", name="stdout", text=verdict.words(lang) + "\n")
    if verdict.score is None:
        return [words, nbformat.v4.new_output("error", ename="NeedsReview", evalue="not graded yet", traceback=[])]
    data = {"text/plain": repr(float(verdict.score))}
    return [words, nbformat.v4.new_output("execute_result", data, execution_count=None)]


def checked_png(data: bytes) -> bytes | None:
    """Return ``data`` with nothing but the chunks that make the picture, or None if it is no sound PNG of modest size."""
    if not data.startswith(_SIGNATURE) or len(data) > MAX_PNG:
        return None
    kept, place, names = [_SIGNATURE], len(_SIGNATURE), []
    while place < len(data):
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
    width, height = struct.unpack(">II", kept[1][8:16])
    return b"".join(kept) if 0 < width <= MAX_SIDE and 0 < height <= MAX_SIDE else None
