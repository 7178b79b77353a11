"""Folders for a while: gone when their program is done, and if it was killed, when the next one begins."""

from __future__ import annotations

import contextlib
import fcntl
import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

PREFIX = "gradient-descent-"


@contextlib.contextmanager
def scratch_folder() -> Iterator[Path]:
    """Give an empty folder in the temporary directory, which only its owner may read.

    Its program holds a lock on it, which the kernel lets go of when the program ends in whatever way. So the folders
    of this kind that nobody holds are of killed programs; those of the same user are cleared first.
    """
    _clear()
    folder, lock = _held()
    try:
        yield folder
    finally:
        _remove(folder)
        os.close(lock)


def _held() -> tuple[Path, int]:
    while True:
        folder = Path(tempfile.mkdtemp(prefix=PREFIX))
        lock = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        fcntl.flock(lock, fcntl.LOCK_EX)
        if folder.exists():  # another program may have taken it for a dead one's before it was held
            return folder, lock
        os.close(lock)


def _clear() -> None:
    for folder in Path(tempfile.gettempdir()).glob(f"{PREFIX}*"):
        try:
            lock = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
        except OSError:  # no folder, not ours to read, or gone
            continue
        try:
            if os.fstat(lock).st_uid == os.geteuid():
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
                _remove(folder)
        except BlockingIOError:  # its program lives
            continue
        finally:
            os.close(lock)


def _remove(folder: Path) -> None:
    """Remove a folder, also what learner code has made unreadable for its owner. No link is followed."""
    for place, names, _ in os.walk(folder):
        for name in names:
            path = os.path.join(place, name)
            with contextlib.suppress(OSError):  # what cannot be removed stays
                if not os.path.islink(path):
                    os.chmod(path, 0o700)
    shutil.rmtree(folder, ignore_errors=True)
