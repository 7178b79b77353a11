"""Archives and folders as lists of entries: read a bounded piece at a time, and never unpacked onto the disk."""

from __future__ import annotations

import gzip
import io
import os
import re
import stat
import tarfile
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import IO

from autograder.support.student_names import composed

MAX_ENTRIES = 5000  # of what a learner made
MAX_CLASS = 200_000  # of what a platform made, or a folder of clones
MAX_FILE = 64 * 2**20  # of a notebook in an archive, which is unpacked in memory
MAX_ARCHIVE = 2 * MAX_FILE  # of a learner's archive, and of what a compressed tar unpacks to
MAX_CLASS_TAR = 8 * MAX_FILE
ARCHIVES = (".zip", ".tar.gz", ".tgz", ".tar")
_JUNK = re.compile(r"__MACOSX|\.DS_Store|\._.*|\.ipynb_checkpoints|\.git|Thumbs\.db|desktop\.ini", re.IGNORECASE)
_CYRILLIC = re.compile(r"[\x00-\x7fА-Яа-яЁё№]*")


@dataclass(frozen=True)
class Entry:
    """An ordinary file: its path as it was written, without what would lead out of a folder, and how it is read."""

    path: tuple[str, ...]
    size: int
    read: Callable[[int], bytes]  # raises ``ValueError`` where there is more than so many bytes

    @property
    def shown(self) -> str:
        return "/".join(self.path)


def is_archive(name: str) -> bool:
    """Whether a file of this name is an archive that can be opened."""
    return name.lower().endswith(ARCHIVES)


def without_ending(name: str) -> str:
    """Return the name of an archive or a notebook without its ending."""
    return re.sub(r"(?i)(\.tar\.gz|\.tgz|\.tar|\.zip|\.ipynb)$", "", name)


@contextmanager
def opened(source: Path | bytes, name: str = "") -> Iterator[list[Entry]]:
    """Give what lies in a folder, in an archive on the disk, or in a learner's archive that has been read (``bytes``).

    No link is followed, and the machinery of computers is left out. Raises what the readers of archives raise.
    """
    with ExitStack() as stack:
        theirs = isinstance(source, bytes)
        most = MAX_ENTRIES if theirs else MAX_CLASS
        if isinstance(source, Path) and source.is_dir():
            found = _of_folder(source)
        else:
            file: IO[bytes] = (
                io.BytesIO(source) if isinstance(source, bytes) else stack.enter_context(open(source, "rb"))
            )
            if (name or Path(str(source)).name).lower().endswith(".zip"):
                found = _of_zip(stack.enter_context(zipfile.ZipFile(file)), most)
            else:
                plain = stack.enter_context(_unzipped(file, MAX_ARCHIVE if theirs else MAX_CLASS_TAR))
                found = _of_tar(stack.enter_context(tarfile.open(fileobj=plain, mode="r:")))
        entries = []
        for number, entry in enumerate(found):
            if number >= most:
                raise ValueError(f"it holds more than {most} entries")
            if entry.path and not any(_JUNK.fullmatch(part) for part in entry.path):
                entries.append(entry)
        yield entries


def single(source: Path) -> Entry:
    """Return a notebook on the disk as an entry. Raises ``ValueError`` for a link and what is no file."""
    if source.is_symlink() or not source.is_file():
        _refuse(0)
    return Entry((source.name,), source.stat().st_size, partial(_read_file, source))


def _parts(path: str) -> tuple[str, ...]:
    return tuple(composed(part) for part in re.split(r"[/\\]", path) if part not in ("", ".", ".."))


def _of_folder(folder: Path) -> Iterator[Entry]:
    for place, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not _JUNK.fullmatch(name))
        for name in sorted(names):
            path = Path(place, name)
            inside = tuple(map(composed, path.relative_to(folder).parts))
            if stat.S_ISREG((found := path.lstat()).st_mode):
                yield Entry(inside, found.st_size, partial(_read_file, path))
            else:
                yield Entry(inside, 0, _refuse)
        for name in folders:
            path = Path(place, name)
            if path.is_symlink():
                yield Entry(tuple(map(composed, path.relative_to(folder).parts)), 0, _refuse)
        if not names and not folders and place != str(folder):
            yield _nothing(tuple(map(composed, Path(place).relative_to(folder).parts)))


def _refuse(_: int) -> bytes:
    raise ValueError("it is neither an ordinary file nor a folder")


def _nothing(folder: tuple[str, ...]) -> Entry:
    """Return what stands for an empty folder: its owner must not be forgotten."""
    return Entry((*folder, ""), 0, _refuse)


def _read_file(path: Path, most: int) -> bytes:
    descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW)
    with open(descriptor, "rb") as stream:
        return _bounded(stream, most)


def _of_zip(archive: zipfile.ZipFile, most: int) -> Iterator[Entry]:
    infos = archive.infolist()
    if len(infos) > most:
        raise ValueError(f"it holds more than {most} entries")
    encoding = _encoding([info.filename for info in infos if not info.flag_bits & 0x800])

    def reader(info: zipfile.ZipInfo) -> Callable[[int], bytes]:
        def read(most: int) -> bytes:
            with archive.open(info) as stream:
                return _bounded(stream, most)

        return read

    empty, full = set(), set()
    for info in infos:
        named = info.flag_bits & 0x800
        path = _parts(info.filename if named else info.filename.encode("cp437").decode(encoding))
        if info.is_dir():
            empty.add(path)
            continue
        full |= {path[:length] for length in range(len(path))}
        ordinary = stat.S_IFMT(info.external_attr >> 16) in (0, stat.S_IFREG)
        yield Entry(path, info.file_size, reader(info) if ordinary else _refuse)
    parents = {path[:length] for path in empty for length in range(len(path))}
    yield from map(_nothing, sorted(empty - full - parents))


def _encoding(names: list[str]) -> str:
    """Return in which encoding an archive wrote the names that do not say so; zipfile takes all of them for cp437."""
    raw = "\n".join(names).encode("cp437")
    try:
        raw.decode("utf-8")
        return "utf-8"
    except UnicodeDecodeError:
        return "cp866" if _CYRILLIC.fullmatch(raw.decode("cp866")) else "cp437"


def _of_tar(archive: tarfile.TarFile) -> Iterator[Entry]:
    def reader(member: tarfile.TarInfo) -> Callable[[int], bytes]:
        def read(most: int) -> bytes:
            stream = archive.extractfile(member)
            return _bounded(stream, most) if stream else b""

        return read

    for member in archive:
        if not member.isdir():
            yield Entry(_parts(member.name), member.size, reader(member) if member.isreg() else _refuse)


@contextmanager
def _unzipped(file: IO[bytes], most: int) -> Iterator[IO[bytes]]:
    """Give a tar without its compression, unpacked in bounds: tarfile itself would read a header of any length."""
    packed = file.read(2) == b"\x1f\x8b"
    file.seek(0)
    with ExitStack() as stack, tempfile.SpooledTemporaryFile(max_size=MAX_ARCHIVE) as plain:
        stream = stack.enter_context(gzip.GzipFile(fileobj=file)) if packed else file
        left = most
        while data := stream.read(min(2**20, left + 1)):
            left -= len(data)
            if left < 0:
                raise ValueError(f"it unpacks to more than {most // 2**20} MB")
            plain.write(data)
        plain.seek(0)
        yield plain


def _bounded(stream: IO[bytes], most: int) -> bytes:
    data = stream.read(most + 1)
    if len(data) > most:
        raise ValueError(f"it has more than {most // 2**20} MB")
    return data
