"""``nbgrader zip_collect`` with hostile archives: the rest is never lost, nobody gets another's name."""

from __future__ import annotations

import io
import os
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

from autograder.intake import MAX_FILE
from autograder.nbgrader.autograde import REPOSITORY

UNIT = "04-gradient-descent"
NAME = "gradient-descent.ipynb"
OWNER = (
    r".*/extracted/(?P<student_id>[a-z]+)(_(?P<timestamp>\d{4}-\d\d-\d\d-\d\d-\d\d-\d\d))?(_|/)(?P<file_id>.*)\.ipynb"
)


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    folder = tmp_path / "downloaded" / UNIT / "archive"
    folder.mkdir(parents=True)
    (tmp_path / "nbgrader_config.py").write_text(
        (REPOSITORY / "nbgrader_config.py").read_text("utf-8")
        + f"\nc = get_config()\nc.FileNameCollectorPlugin.named_regexp = {OWNER!r}\n",
        "utf-8",
    )
    return folder


def zipped(path: Path, entries: dict[str, bytes]) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in entries.items():
            file.writestr(name, data)


def collect(archive: Path) -> tuple[dict[str, bytes], str]:
    """Run the real command; return what was collected, by student, and what was said."""
    root = archive.parents[2]
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        ["nbgrader", "zip_collect", UNIT, "--force"], cwd=root, env={**os.environ, "PATH": path},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    found = {path.parts[-3]: path.read_bytes() for path in (root / "submitted").glob(f"*/{UNIT}/{NAME}")}
    assert len(list((root / "submitted").rglob("*.ipynb"))) == len(found), "something else was collected too"
    return found, done.stderr


def test_archives_and_single_notebooks_are_collected_under_the_platforms_names(archive: Path) -> None:
    zipped(archive / "alice.zip", {NAME: b"a"})
    (archive / f"bob_{NAME}").write_bytes(b"b")
    with tarfile.open(archive / "carol.tar.gz", "w:gz") as file:
        info = tarfile.TarInfo(f"work/{NAME}")
        info.size = 1
        file.addfile(info, io.BytesIO(b"c"))
    zipped(archive / "dave.zip", {"my work/final version.ipynb": b"d"})
    assert collect(archive)[0] == {"alice": b"a", "bob": b"b", "carol": b"c", "dave": b"d"}


def test_a_name_inside_an_archive_gives_nobody_elses_mark(archive: Path) -> None:
    zipped(archive / "alice.zip", {NAME: b"a"})
    zipped(archive / "mallory.zip", {f"alice_{NAME}": b"m", f"extracted/alice_{NAME}": b"m", f"alice/{NAME}": b"m"})
    zipped(archive / "mike.zip", {f"../alice/{NAME}": b"m"})
    found, _ = collect(archive)
    assert found["alice"] == b"a"
    assert found.get("mike") == b"m"


def test_one_bad_archive_loses_none_of_the_others(archive: Path) -> None:
    zipped(archive / "alice.zip", {NAME: b"a"})
    (archive / "broken.zip").write_bytes(b"PK\x03\x04 not a zip")
    (archive / "empty.zip").write_bytes(b"")
    zipped(archive / "nothing.zip", {"readme.txt": b"?"})
    zipped(archive / "two.zip", {"a.ipynb": b"1", "b.ipynb": b"2"})
    zipped(archive / "bomb.zip", {NAME: bytes(MAX_FILE + 1)})
    os.symlink("/etc/passwd", archive / f"linked_{NAME}")
    os.mkfifo(archive / f"pipe_{NAME}")
    with tarfile.open(archive / "links.tar.gz", "w:gz") as file:
        link = tarfile.TarInfo(NAME)
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
        file.addfile(link)
    zipped(archive / "zoe.zip", {NAME: b"z"})
    found, said = collect(archive)
    assert found == {"alice": b"a", "zoe": b"z"}
    for name in ("broken.zip", "empty.zip", "nothing.zip", "two.zip", "bomb.zip", "links.tar.gz", "linked_", "pipe_"):
        assert name in said


def test_a_size_that_an_archive_lies_about_does_not_help_a_bomb(archive: Path) -> None:
    path = archive / "mallory.zip"
    zipped(path, {NAME: bytes(MAX_FILE + 1)})
    data = bytearray(path.read_bytes())
    central = data.index(b"PK\x01\x02")
    data[central + 24 : central + 28] = (5).to_bytes(4, "little")  # the uncompressed size in the directory
    path.write_bytes(data)
    zipped(archive / "zoe.zip", {NAME: b"z"})
    found, _ = collect(archive)
    assert found["zoe"] == b"z"
    assert len(found.get("mallory", b"")) <= MAX_FILE


def test_of_two_dated_copies_the_later_counts_and_of_two_undated_ones_the_first(archive: Path) -> None:
    zipped(archive / "alice_2026-01-02-10-00-00.zip", {NAME: b"late"})
    zipped(archive / "alice_2026-01-01-10-00-00.zip", {NAME: b"early"})
    zipped(archive / "bob.zip", {NAME: b"zip"})
    (archive / f"bob_{NAME}").write_bytes(b"loose")
    found, said = collect(archive)
    assert found["alice"] == b"late"
    assert found["bob"] in (b"zip", b"loose")
    assert "a second gradient-descent of bob" in said
