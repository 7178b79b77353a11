"""What is written is there whole or not at all, and stays when the power fails.

The order is always the same: the contents reach the disk, then they get their name, then the name reaches the disk.
"""

from __future__ import annotations

import os
import time
from pathlib import Path


def write_atomically(path: Path, data: bytes) -> None:
    """Write a file; whoever looks at ``path``, at any time, finds what was there before or all of ``data``."""
    make_folder(path.parent)
    scratch = path.with_name(f".{path.stem}.part")  # what a killed program left of it is written over
    try:
        with open(scratch, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.replace(scratch, path)
    except OSError:  # the disk is full, for example
        scratch.unlink(missing_ok=True)
        raise
    sync(path.parent)


def move_into_place(source: Path, target: Path) -> None:
    """Give a file, or a folder with all that is in it, its name; there must be nothing of that name."""
    for folder, _, names in os.walk(source):
        for name in names:
            sync(Path(folder, name))
        sync(Path(folder))
    if not source.is_dir():
        sync(source)
    os.rename(source, target)
    sync(target.parent)


def put_aside(path: Path, folder: Path) -> Path:
    """Move a file or a folder into ``folder`` under a name that is new there; return where it is now."""
    make_folder(folder)
    target = folder / f"{path.name}-{time.time_ns()}"
    os.rename(path, target)
    sync(folder)
    sync(path.parent)
    return target


def make_folder(folder: Path) -> None:
    """Make a folder and those that it lies in, as far as they are missing."""
    if not folder.is_dir():
        make_folder(folder.parent)
        folder.mkdir(exist_ok=True)
        sync(folder.parent)


def sync(path: Path) -> None:
    """Wait until a file, or the names in a folder, have reached the disk."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
