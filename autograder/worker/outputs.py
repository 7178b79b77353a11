"""What a cell prints and shows, in the order in which it does, and no more than fits into a page."""

from __future__ import annotations

import base64
import io
import re
import sys
from typing import Any, ClassVar

MAX_TEXT = 20_000  # characters of output kept for a cell
MAX_PICTURES = 4  # for a cell


class Shown:
    """Collect what a cell prints and displays, in order, while the ``with`` block runs."""

    now: ClassVar[Shown | None] = None

    def __enter__(self) -> Shown:
        self._items: list[dict[str, Any]] = []
        self._room = MAX_TEXT
        self._pictures = MAX_PICTURES
        self._before = sys.stdout, sys.stderr
        sys.stdout, sys.stderr = Stream(self, "stdout"), Stream(self, "stderr")
        Shown.now = self
        return self

    def __exit__(self, *_: object) -> None:
        sys.stdout, sys.stderr = self._before
        Shown.now = None

    def outputs(self) -> list[dict[str, Any]]:
        """Return the outputs: ``{"name": "stdout", "text": …}``, ``{"text": …}`` or ``{"png": bytes as uint8}``."""
        return self._items

    def write(self, name: str, text: str) -> None:
        """Add printed text; what goes over the limit is left out and said so."""
        text = re.sub(r"\x1b\[[0-9;]*m", "", text)
        if len(text) > self._room:
            text = text[: self._room] + ("\n[…]\n" if self._room else "")
            self._room = 0
        self._room -= len(text) if self._room else 0
        if not text:
            return
        if self._items and self._items[-1].get("name") == name:
            self._items[-1]["text"] += text
        else:
            self._items.append({"name": name, "text": text})

    def show(self, data: dict[str, Any]) -> None:
        """Add something displayed: a PNG if there is one, else its plain text."""
        import numpy as np

        png = data.get("image/png")
        if png is not None and self._pictures > 0:
            self._pictures -= 1
            png = base64.b64decode(png) if isinstance(png, str) else bytes(png)
            self._items.append({"png": np.frombuffer(png, dtype=np.uint8)})
        elif isinstance(data.get("text/plain"), str):
            self.write("", data["text/plain"] + "\n")


class Stream(io.TextIOBase):
    """Stands for ``sys.stdout`` or ``sys.stderr`` while a cell runs."""

    def __init__(self, shown: Shown, name: str) -> None:
        self._shown, self._name = shown, name

    def writable(self) -> bool:
        return True

    def write(self, text: str) -> int:
        self._shown.write(self._name, str(text))
        return len(text)
