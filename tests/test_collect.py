"""``nbgrader zip_collect`` with hostile archives: the rest is never lost, nobody gets another's name."""

from __future__ import annotations

import gzip
import io
import lzma
import os
import random
import subprocess
import sys
import tarfile
import unicodedata
import zipfile
from pathlib import Path

import nbformat
import pytest

from autograder.classroom.archives import MAX_FILE
from autograder.classroom.hand_in import hand_in
from autograder.support.repository import REPOSITORY, released_notebooks

UNIT = "04-gradient-descent"
NAME = "gradient-descent.ipynb"
DATED = r".*/extracted/(?P<student_id>[a-z]+)(_(?P<timestamp>\d{4}-\d\d-\d\d-\d\d-\d\d-\d\d))?[_/]"


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    folder = tmp_path / "downloaded" / UNIT / "archive"
    folder.mkdir(parents=True)
    (tmp_path / "nbgrader_config.py").write_text((REPOSITORY / "nbgrader_config.py").read_text("utf-8"), "utf-8")
    return folder


@pytest.fixture
def dated_archive(archive: Path) -> Path:
    """An archive whose names may have dates in them, as an instructor tells nbgrader."""
    with (archive.parents[2] / "nbgrader_config.py").open("a", encoding="utf-8") as file:
        file.write(f"\nget_config().FileNameCollectorPlugin.named_regexp = {DATED!r}\n")
    return archive


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
    assert done.returncode in (0, 1) and "Traceback" not in done.stderr, done.stderr
    found = {path.parts[-3]: path.read_bytes() for path in (root / "submitted").glob(f"*/{UNIT}/{NAME}")}
    assert len(list((root / "submitted").rglob("*.ipynb"))) == len(found), "something else was collected too"
    return found, done.stderr


def test_archives_folders_and_single_notebooks_are_collected_under_the_platforms_names(archive: Path) -> None:
    zipped(archive / "alice.zip", {NAME: b"a"})
    (archive / f"bob_{NAME}").write_bytes(b"b")
    with tarfile.open(archive / "carol.tar.gz", "w:gz") as file:
        info = tarfile.TarInfo(f"work/{NAME}")
        info.size = 1
        file.addfile(info, io.BytesIO(b"c"))
    zipped(archive / "dave.zip", {"my work/final version.ipynb": b"d"})
    (archive / "erin_4711_report" / "ru").mkdir(parents=True)
    (archive / "erin_4711_report" / "ru" / NAME).write_bytes(b"e")
    (archive / "frank_4712_my best (2).ipynb").write_bytes(b"f")
    (archive / "Анна Ким_4713_report").mkdir()
    (archive / "Анна Ким_4713_report" / "решение.ipynb").write_bytes(b"k")
    found, _ = collect(archive)
    assert found == {
        "alice": b"a", "bob": b"b", "carol": b"c", "dave": b"d", "erin_4711": b"e", "frank_4712": b"f",
        "Анна Ким_4713": b"k",
    }  # fmt: skip


def test_a_notebook_without_a_students_name_is_nobodys(archive: Path) -> None:
    (archive / NAME).write_bytes(b"?")
    zipped(archive / "alice.zip", {NAME: b"a"})
    found, said = collect(archive)
    assert found == {"alice": b"a"}
    assert f"Left out: {NAME}" in said


def test_the_platforms_archive_of_the_whole_class_is_taken_alone_and_not_among_those_of_learners(archive: Path) -> None:
    zipped(archive / "class.zip", {f"alice_1_report/{NAME}": b"a", f"bob_2_report/{NAME}": b"b"})
    zipped(archive / "carol.zip", {NAME: b"c"})
    found, said = collect(archive)
    assert found == {"carol": b"c"}
    assert "an archive of many learners is to be collected by itself" in said
    (archive / "carol.zip").unlink()
    assert collect(archive)[0] == {"alice_1": b"a", "bob_2": b"b", "carol": b"c"}


def test_a_folder_gives_no_file_from_elsewhere(archive: Path, tmp_path: Path) -> None:
    secret = tmp_path / "secret.ipynb"
    secret.write_bytes(b"secret")
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / NAME).write_bytes(b"secret")
    (archive / "mallory_1").mkdir()
    (archive / "mallory_1" / NAME).symlink_to(secret)
    (archive / "mike_1").mkdir()
    (archive / "mike_1" / "inner").symlink_to(tmp_path / "elsewhere")
    os.mkfifo(archive / "mike_1" / NAME)
    (archive / "zoe_1").mkdir()
    (archive / "zoe_1" / NAME).write_bytes(b"z")
    (archive / "peggy_1").symlink_to(tmp_path / "elsewhere")
    found, said = collect(archive)
    assert found == {"zoe_1": b"z"}
    assert all(f"Left out: {name}" in said for name in ("mallory", "mike", "peggy"))


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
    for name in ("broken", "empty", "nothing", "two", "bomb", "links", "linked", "pipe"):
        assert f"Left out: {name}" in said


@pytest.fixture(scope="module")
def endless() -> bytes:
    """A compressed archive whose header goes on for 600 MiB."""
    header = tarfile.TarInfo("x")
    header.type, header.size = tarfile.XHDTYPE, 600 * 2**20
    stream = io.BytesIO()
    with gzip.open(stream, "wb", compresslevel=1) as file:
        file.write(header.tobuf(tarfile.USTAR_FORMAT))
        for _ in range(600):
            file.write(bytes(2**20))
    return stream.getvalue()


@pytest.mark.parametrize("method", [zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_damaged_or_endless_archive_loses_none_of_the_others(archive: Path, method: int, endless: bytes) -> None:
    zipped(archive / "alice.zip", {NAME: b"a"})
    noise = bytes(random.Random(1).choices(range(256), k=5000))
    with zipfile.ZipFile(archive / "bob.zip", "w", method) as file:
        file.writestr(NAME, noise)
    data = bytearray((archive / "bob.zip").read_bytes())
    data[200:400] = bytes(each ^ 255 for each in data[200:400])
    (archive / "bob.zip").write_bytes(data)
    (archive / "mallory.tar.gz").write_bytes(endless)
    (archive / "mike.tar.gz").write_bytes(lzma.compress(noise))
    zipped(archive / "zoe.zip", {NAME: b"z"})
    found, said = collect(archive)
    assert found == {"alice": b"a", "zoe": b"z"}
    assert all(f"Left out: {name}" in said for name in ("bob", "mallory", "mike"))
    assert "unpacks to more than" in said


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


def test_of_two_dated_copies_the_later_counts_and_of_two_undated_ones_neither_is_guessed(dated_archive: Path) -> None:
    zipped(dated_archive / "alice_2026-01-02-10-20-30.zip", {NAME: b"late"})
    zipped(dated_archive / "alice_2026-01-02-09-59-59.zip", {NAME: b"early"})
    zipped(dated_archive / "bob.zip", {NAME: b"zip"})
    (dated_archive / f"bob_{NAME}").write_bytes(b"loose")
    found, said = collect(dated_archive)
    assert found["alice"] == b"late"
    date = dated_archive.parents[2] / "submitted" / "alice" / UNIT / "timestamp.txt"
    assert date.read_text() == "2026-01-02 10:20:30 UTC\n"
    assert "bob" not in found and "Left out: bob: several bear this name" in said


def test_a_dated_and_an_undated_copy_of_one_student_do_not_stop_the_batch(dated_archive: Path) -> None:
    zipped(dated_archive / "alice.zip", {NAME: b"undated"})
    zipped(dated_archive / "alice_2026-01-02-10-00-00.zip", {NAME: b"dated"})
    zipped(dated_archive / "zoe.zip", {NAME: b"z"})
    found, said = collect(dated_archive)
    assert found == {"alice": b"dated", "zoe": b"z"}
    assert "Doubtful: alice" in said


def test_names_as_people_have_them_are_collected_as_the_gradebook_writes_them(archive: Path) -> None:
    for name in ("O'Brien", "Lee, Kim (2)", unicodedata.normalize("NFD", "Андрей"), "[a-z]*"):
        (archive / f"{name}_4711_{NAME}").write_bytes(name[:1].encode()[:1])
    found, said = collect(archive)
    names = {path.split("_4711")[0]: content for path, content in found.items()}
    andrei = unicodedata.normalize("NFC", "Андрей")
    assert names == {"O'Brien": b"O", "Lee, Kim (2)": b"L", andrei: "А".encode()[:1], "a-z": b"["}
    assert not said.count("Left out")


def test_dates_are_read_in_the_zone_of_the_class_and_one_that_is_none_is_told(archive: Path) -> None:
    named = r".*/extracted/(?P<student_id>[a-z]+)_(?P<timestamp>[^_]+)_"
    with (archive.parents[2] / "nbgrader_config.py").open("a", encoding="utf-8") as file:
        file.write(f"\nget_config().FileNameCollectorPlugin.named_regexp = {named!r}\n")
        file.write('get_config().Exchange.timezone = "Asia/Kolkata"\n')
    for name in ("alice_2026-11-03 10:00:00 IST", "bob_2026-11-03 10:00:00 MSK", "carol_2026-11-03 10:00:00 CST"):
        (archive / f"{name}_{NAME}").write_bytes(b"x")
    found, said = collect(archive)
    assert set(found) == {"alice", "bob", "carol"}
    dates = {path.parts[-3]: path.read_text() for path in (archive.parents[2] / "submitted").rglob("timestamp.txt")}
    assert dates == {"alice": "2026-11-03 04:30:00 UTC\n", "bob": "2026-11-03 07:00:00 UTC\n"}
    assert "is no date: its zone is not clear (CST" in said


def test_of_several_notebooks_in_an_archive_the_one_that_was_written_in_is_taken(archive: Path) -> None:
    released = released_notebooks(UNIT)["en"]
    handed_out = nbformat.writes(released).encode()
    work = nbformat.writes(hand_in(released, REPOSITORY / "demo" / "alice.py")).encode()
    other = nbformat.writes(hand_in(released, REPOSITORY / "demo" / "dave.py")).encode()
    copy = "gradient-descent-Copy1.ipynb"
    zipped(archive / "alice.zip", {NAME: handed_out, copy: work})
    zipped(archive / "bob.zip", {f"unit/{copy}": work, "unit/scratch.ipynb": b"{}"})
    zipped(archive / "carol.zip", {NAME: work, copy: other})
    zipped(archive / "dave.zip", {"work of anna.ipynb": work, "work of boris.ipynb": other})
    found, said = collect(archive)
    assert found == {"alice": work, "bob": work, "carol": work}
    assert "many learners" in said and copy in said
