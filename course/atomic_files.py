"""Files that appear in one step: whoever looks sees the old one or the new one, also after a power cut."""

from __future__ import annotations

import os
from pathlib import Path


class SavedMeanwhile(OSError):
    """A file was saved by somebody else between our look at it and its replacement; it was left alone."""


def place(data: bytes, target: Path, over: bytes | None) -> None:
    """Let ``target`` hold ``data`` in one step, if until then it held ``over`` (``None``: did not exist)."""
    target.parent.mkdir(parents=True, exist_ok=True)
    part = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        with part.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if read(target) != over:
            raise SavedMeanwhile(f"{target} was saved by another program just now; it was left as it is")
        part.replace(target)
        sync(target.parent)
    finally:
        part.unlink(missing_ok=True)


def sync(folder: Path) -> None:
    """Wait until the names in a folder are on the disk; Windows opens no folders, there we trust that they do."""
    if hasattr(os, "O_DIRECTORY"):
        descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def read(path: Path) -> bytes | None:
    """Return what the file holds, or ``None`` when nothing has this name (a dead link is something)."""
    return path.read_bytes() if os.path.lexists(path) else None
