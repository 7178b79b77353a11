"""What a submission showed, as notebook outputs that are safe to put on a page: plain text and checked PNG."""

from __future__ import annotations

import base64
from typing import Any

import nbformat
import numpy as np
from nbformat import NotebookNode

from autograder.judging.verdict import Verdict
from autograder.support.sanitise import checked_png, sanitise_text

MAX_OUTPUTS = 50  # for a cell


def cell_outputs(shown: list[Any]) -> list[NotebookNode]:
    """Return a cell's outputs as nbformat nodes; what is not text or a sound PNG is left out.

    A picture that is too large, or broken, leaves the same mark as text that is cut.
    """
    outputs = []
    for item in shown[:MAX_OUTPUTS]:
        match item:
            case {"png": np.ndarray() as file} if file.dtype == np.uint8 and file.ndim == 1:
                png = checked_png(file.tobytes())
                data = {"text/plain": "[…]"}
                if png is not None:
                    data = {"image/png": base64.b64encode(png).decode(), "text/plain": "[plot]"}
                outputs.append(nbformat.v4.new_output("display_data", data))
            case {"name": str(name), "text": str(text)} if name in ("stdout", "stderr"):
                outputs.append(nbformat.v4.new_output("stream", name=name, text=sanitise_text(text)))
            case {"text": str(text)}:
                outputs.append(nbformat.v4.new_output("display_data", {"text/plain": sanitise_text(text)}))
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
