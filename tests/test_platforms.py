"""``autograder collect``: archives of every platform, as downloaded: nobody is lost, nobody has another's name."""

from __future__ import annotations

import io
import json
import unicodedata
import zipfile
from pathlib import Path

import nbformat
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from small_class import believing
from test_autograder_cli import autograder

from autograder.classroom import collect as collecting
from autograder.classroom.collect import Collection, collect
from autograder.classroom.platform_names import Owner
from autograder.classroom.roster import read_roster
from autograder.support.repository import REPOSITORY
from autograder.support.student_names import is_student

UNIT, NAME = "00-start-here", "start-here.ipynb"
RELEASED = nbformat.read(REPOSITORY / "release" / "en" / UNIT / NAME, as_version=4)


def work(of: str) -> bytes:
    """Return a notebook of this unit in which somebody has written their name."""
    node = nbformat.from_dict(RELEASED)
    node.cells.append(nbformat.v4.new_code_cell(f"# {of}", id="mine"))
    return nbformat.writes(node).encode()


def zipped(entries: dict[str, bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in entries.items():
            archive.writestr(name, data)
    return file.getvalue()


def archive(folder: Path, entries: dict[str, bytes], name: str = "downloaded.zip") -> Path:
    path = folder / name
    path.write_bytes(zipped(entries))
    return path


def filed(root: Path) -> dict[str, bytes]:
    """Return what lies in submitted/, by folder; nothing else may lie there."""
    found = {path.parts[-3]: path.read_bytes() for path in root.glob(f"submitted/*/{UNIT}/{NAME}")}
    assert len(list(root.glob("submitted/*"))) == len(found)
    return found


def whose(collection: Collection, root: Path) -> dict[tuple[str, str], bytes]:
    """Return everybody's notebook by name and id, from disk."""
    found = filed(root)
    return {(each.name, each.id): found[each.student] for each in collection.people.values()}


DATE = "2026-11-01-10-00-00"
ANNA, ANN2, BORIS = work("Anna"), work("another Anna"), work("Boris")
LAYOUTS = {
    "Moodle's folders": (
        {f"Anna Kim_1001_assignsubmission_file_/{NAME}": ANNA, "Anna Kim_1002_assignsubmission_file_/my.ipynb": ANN2,
         f"Борис Ёжик_1003_assignsubmission_file_/sub/{NAME}": BORIS},
        {("Anna Kim", "1001"): ANNA, ("Anna Kim", "1002"): ANN2, ("Борис Ёжик", "1003"): BORIS},
    ),
    "Moodle since 4.1, in a folder of a group": (
        {f"Group A-Anna Kim_1001_assignsubmission_file/{NAME}": ANNA,
         f"Group A-Boris_1003_assignsubmission_file/{NAME}": BORIS},
        {("Group A-Anna Kim", "1001"): ANNA, ("Group A-Boris", "1003"): BORIS},
    ),
    "Moodle without folders": (
        {f"Anna Kim_1001_assignsubmission_file_{NAME}": ANNA,
         f"Boris_1003_assignsubmission_file_Anna Kim_1001_assignsubmission_file_{NAME}": BORIS},
        {("Anna Kim", "1001"): ANNA, ("Boris", "1003"): BORIS},
    ),
    "Moodle's blind marking": (
        {f"Participant_1001_assignsubmission_file_/{NAME}": ANNA, f"Участник_1002_assignsubmission_file_/{NAME}": ANN2,
         f"Участник 1003_assignsubmission_file_/{NAME}": BORIS},
        {("Participant", "1001"): ANNA, ("Участник", "1002"): ANN2, ("Участник", "1003"): BORIS},
    ),
    "a zip in Moodle's folder, with text beside it": (
        {"Anna Kim_1001_assignsubmission_file_/work.zip": zipped({f"inner/{NAME}": ANNA, "__MACOSX/._x.ipynb": b"?"}),
         "Anna Kim_1001_assignsubmission_onlinetext_/onlinetext.html": b"<p>Here it is",
         "Boris_1003_assignsubmission_file_/a.zip": zipped({"b.zip": zipped({"c.ipynb": BORIS})})},
        {("Anna Kim", "1001"): ANNA, ("Boris", "1003"): BORIS},
    ),
    "Canvas": (
        {f"kimanna_501_9001_{NAME}": ANNA, f"kimanna_LATE_502_9002_{NAME}": ANN2,
         "ёжикборис_503_9003_start-here-1.ipynb": BORIS, "ёжикборис_503_8000_start-here.ipynb": ANNA},
        {("kimanna", "501"): ANNA, ("kimanna", "502"): ANN2, ("ёжикборис", "503"): BORIS},
    ),
    "Blackboard": (
        {f"Unit 0_a_kim_attempt_{DATE}_{NAME}": ANN2, f"Unit 0_b_kim_attempt_{DATE}_x.ipynb": BORIS,
         f"Unit 0_a_kim_attempt_2026-11-02-10-00-00_{NAME}": ANNA,
         f"Unit 0_a_kim_attempt_{DATE}.txt": b"Name: Anna Kim (a_kim)\nAssignment: Unit 0\n",
         f"Unit 0_b_kim_attempt_{DATE}.txt": b"Name: Anna Kim (b_kim)\r\nAssignment: Unit 0\r\n"},
        {("Anna Kim", "a_kim"): ANNA, ("Anna Kim", "b_kim"): BORIS},
    ),
    "ILIAS": (
        {f"Unit 0/Abgaben/Kim_Anna_akim_77/{NAME}": ANNA, f"Unit 0/Abgaben/van_der_Berg_Jan_jberg_78/{NAME}": BORIS},
        {("Kim Anna", "akim_77"): ANNA, ("van der Berg Jan", "jberg_78"): BORIS},
    ),
    "Google Classroom": (
        {f"Unit 0/Copy of {NAME[:-6]} - Anna Kim.ipynb": ANNA, f"Unit 0/Копия Boris - {NAME}": BORIS},
        {("Anna Kim", ""): ANNA, ("Boris", ""): BORIS},
    ),
    "GitHub Classroom": (
        {f"unit-0-submissions/unit-0-anna-kim/{NAME}": ANNA, f"unit-0-submissions/unit-0-boris/{NAME}": BORIS,
         "unit-0-submissions/unit-0-boris/.git/config": b"x"},
        {("anna-kim", "anna-kim"): ANNA, ("boris", "boris"): BORIS},
    ),
    "plain folders and files": (
        {f"anna_kim/{NAME}": ANNA, f"anna_lee_{NAME}": ANN2, "boris.zip": zipped({NAME: BORIS})},
        {("anna_kim", ""): ANNA, ("anna_lee", ""): ANN2, ("boris", ""): BORIS},
    ),
}  # fmt: skip


@pytest.mark.parametrize("layout", LAYOUTS)
def test_everybody_in_a_platforms_archive_is_filed_under_their_own_name(layout: str, tmp_path: Path) -> None:
    entries, people = LAYOUTS[layout]
    found, done, _ = collect(tmp_path, UNIT, [archive(tmp_path, entries)])
    assert whose(found, tmp_path) == people
    assert not found.doubts, found.doubts
    assert {each.done for each in done} == {"collected"}
    _, again, _ = collect(tmp_path, UNIT, [archive(tmp_path, entries)])
    assert {each.done for each in again} == {"as before"}


def test_a_folder_unpacked_from_an_archive_is_taken_like_the_archive(tmp_path: Path) -> None:
    entries, people = LAYOUTS["Moodle's folders"]
    zipfile.ZipFile(archive(tmp_path, entries)).extractall(tmp_path / "unpacked")
    assert whose(collect(tmp_path, UNIT, [tmp_path / "unpacked"])[0], tmp_path) == people


def test_single_files_on_the_command_line_are_their_learners(tmp_path: Path) -> None:
    (tmp_path / f"alice_{NAME}").write_bytes(ANNA)
    box = archive(tmp_path, {NAME: BORIS}, "boris.zip")
    found, *_ = collect(tmp_path, UNIT, [tmp_path / f"alice_{NAME}", box])
    assert whose(found, tmp_path) == {("alice", ""): ANNA, ("boris", ""): BORIS}


def test_whoever_handed_in_something_else_is_named_and_costs_nobody_anything(tmp_path: Path) -> None:
    deep = zipped({"2.zip": zipped({"3.zip": zipped({"4.zip": zipped({NAME: ANNA})})})})
    box = archive(tmp_path, {
        f"Anna_1001_assignsubmission_file_/{NAME}": ANNA,
        "Typed_1002_assignsubmission_onlinetext_/onlinetext.html": b"my answer",
        "Word_1003_assignsubmission_file_/answer.docx": b"PK",
        "Rar_1004_assignsubmission_file_/work.rar": b"Rar!",
        "Broken_1005_assignsubmission_file_/work.zip": b"PK\x03\x04",
        "Deep_1006_assignsubmission_file_/1.zip": deep,
        "Empty_1007_assignsubmission_file_/": b"",
        "grades.csv": b"?",
    })  # fmt: skip
    found, *_ = collect(tmp_path, UNIT, [box])
    assert whose(found, tmp_path) == {("Anna", "1001"): ANNA}
    whys = {doubt.what: doubt.why for doubt in found.doubts}
    reasons = {
        "Typed (1002)": "text typed", "Word (1003)": "no notebook", "Rar (1004)": "ask for a .zip",
        "Broken (1005)": "cannot be read", "Deep (1006)": "nested too deeply", "Empty (1007)": "no notebook",
        "grades.csv": "none that Moodle gives",
    }  # fmt: skip
    assert set(whys) == set(reasons)
    assert all(reasons[what] in why for what, why in whys.items())


def test_two_of_one_name_without_an_id_are_not_taken_for_one(tmp_path: Path) -> None:
    entries = {f"Anna Kim - {NAME}": ANNA, f"Anna Kim - {NAME[:-6]} (1).ipynb": ANN2, f"Boris - {NAME}": BORIS}
    found, *_ = collect(tmp_path, UNIT, [archive(tmp_path, entries)])
    assert whose(found, tmp_path) == {("Boris", ""): BORIS}
    (doubt,) = found.doubts
    assert "namesakes" in doubt.why and doubt.what == "Anna Kim"


def test_what_was_there_is_kept_in_backup_and_a_newer_attempt_is_not_replaced_by_an_older_one(tmp_path: Path) -> None:
    def attempt(day: int, data: bytes) -> str:
        box = archive(tmp_path, {f"U_akim_attempt_2026-11-0{day}-10-00-00_{NAME}": data})
        return collect(tmp_path, UNIT, [box])[1][0].done

    assert [attempt(1, ANNA), attempt(3, BORIS), attempt(2, ANN2)] == [
        "collected", "replaced", "older than what is there, which stays",
    ]  # fmt: skip
    assert filed(tmp_path) == {"akim": BORIS}
    (kept,) = (tmp_path / "backup" / "submitted" / "akim").iterdir()
    assert (kept / NAME).read_bytes() == ANNA
    assert (tmp_path / "submitted" / "akim" / UNIT / "timestamp.txt").read_text() == "2026-11-03 10:00:00 UTC\n"


def test_the_roster_names_people_says_who_is_missing_and_when_work_came(tmp_path: Path) -> None:
    (tmp_path / "roster.csv").write_text(
        "Identifier,Full name,Email address,Status,Grade,Maximum Grade,Last modified (submission)\n"
        'Participant 1001,Anna Kim,anna@example.org,Submitted for grading - ,,10,"Tuesday, 3 November 2026, 1:30 PM"\n'
        'Participant 1002,Anna Kim,kim2@example.org,No submission - ,,10,-\n'
        'Participant 1003,Борис,boris@example.org,Submitted for grading - 1 day late,,10,"3 ноября 2026, 13:30"\n'
        'Participant 1004,Clara,clara@example.org,Submitted for grading - ,,10,-\n', "utf-8-sig",
    )  # fmt: skip
    box = archive(tmp_path, {
        f"Participant_1001_assignsubmission_file_/{NAME}": ANNA,
        f"Participant_1003_assignsubmission_file_/{NAME}": BORIS,
        f"Participant_1009_assignsubmission_file_/{NAME}": ANN2,
    })  # fmt: skip
    found, *_ = collect(tmp_path, UNIT, [box], roster=read_roster(tmp_path / "roster.csv"), zone="Europe/Moscow")
    people = {each.id: each for each in found.people.values()}
    assert (people["1001"].name, people["1001"].student) == ("Anna Kim", "anna@example.org")
    assert people["1001"].when == people["1003"].when == "2026-11-03 10:30:00"
    assert (people["1001"].late, people["1003"].late) == (False, True)
    assert found.missing == ["Anna Kim"]
    assert {doubt.what: doubt.why for doubt in found.doubts} == {
        "Participant": "nobody like this is in the roster",
        "Clara": "the platform says that they handed in, but it is not here",
    }
    late = archive(tmp_path, {f"Participant_1004_assignsubmission_file_/{NAME}": BORIS})
    found, *_ = collect(tmp_path, UNIT, [late], roster=read_roster(tmp_path / "roster.csv"))
    assert [doubt.what for doubt in found.doubts] == ["Participant"]


def test_the_units_notebook_is_found_among_many_others(tmp_path: Path) -> None:
    name = "Anna_1001_assignsubmission_file_"
    others = {f"{name}/{number:02}/other.ipynb": f"{number}".encode() for number in range(30)}
    found, *_ = collect(tmp_path, UNIT, [archive(tmp_path, {**others, f"{name}/z/{NAME}": ANNA})])
    assert whose(found, tmp_path) == {("Anna", "1001"): ANNA}


@pytest.mark.parametrize(
    ("header", "row", "owner"),
    [
        ("Student,ID,SIS User ID,SIS Login ID,Section", '"Kim, Anna",501,S1,akim,A', Owner("Canvas", "501", "kimanna")),
        ("Last Name,First Name,Username,Student ID", "Kim,Anna,akim,7", Owner("Blackboard", "akim", "akim")),
        ("identifier,github_username,github_id,name", "a@b.c,AnnaK,1,Anna Kim", Owner("GitHub Classroom", "annak", "")),
        ("Фамилия;Имя;Логин", "Kim;Anna;akim", Owner("plain names", "", "anna kim")),
    ],
)
def test_rosters_of_all_platforms_are_read(tmp_path: Path, header: str, row: str, owner: Owner) -> None:
    (tmp_path / "r.csv").write_bytes(f"{header}\r\n{row}\r\n".encode("cp1251"))
    person = read_roster(tmp_path / "r.csv").find(owner)
    assert person and person.name == "Anna Kim"


def test_a_roster_with_unknown_columns_is_refused_with_their_names(tmp_path: Path) -> None:
    (tmp_path / "r.csv").write_text("colour,size\nred,1\n")
    with pytest.raises(ValueError, match="colour, size"):
        read_roster(tmp_path / "r.csv")


@pytest.mark.parametrize("encoding", ["cp866", "utf-8"])
def test_names_in_archives_that_do_not_say_their_encoding_are_read(tmp_path: Path, encoding: str) -> None:
    name = f"Борис Ёжик_1003_assignsubmission_file_{NAME}"
    plain = "x" * len(name.encode(encoding))
    data = zipped({plain: BORIS}).replace(plain.encode(), name.encode(encoding))
    (tmp_path / "box.zip").write_bytes(data)
    assert whose(collect(tmp_path, UNIT, [tmp_path / "box.zip"])[0], tmp_path) == {("Борис Ёжик", "1003"): BORIS}


NAMES = st.text(st.characters(exclude_characters="/\\_\0", exclude_categories=["Cs"]), min_size=1, max_size=30).map(
    lambda name: unicodedata.normalize("NFC", name)
)
HOSTILE = st.sampled_from(["=1+1", "<script>", "[a-z]*", "-rf", "..", "Anna Kim", "А" * 90, "%s{0}", "@SUM(1)"])
PEOPLE = st.dictionaries(st.integers(1, 10**9).map(str), st.one_of(HOSTILE, NAMES), min_size=1, max_size=5)
SHAPES = {
    "moodle": lambda name, id: f"{name}_{id}_assignsubmission_file_/x.ipynb",
    "flat moodle": lambda name, id: f"{name}_{id}_assignsubmission_file_x_1_2_.ipynb",
    "canvas": lambda name, id: f"{name}_LATE_{id}_77_x.ipynb",
}


@pytest.mark.parametrize("shape", SHAPES)
@settings(max_examples=40, suppress_health_check=list(HealthCheck))
@given(people=PEOPLE)
def test_for_any_names_everybody_has_a_folder_of_their_own(
    shape: str, tmp_path_factory: pytest.TempPathFactory, people: dict[str, str]
) -> None:
    root = tmp_path_factory.mktemp("class")
    box = archive(root, {SHAPES[shape](name, id): id.encode() for id, name in people.items()})
    found, *_ = collect(root, UNIT, [box])
    assert {each.id: filed(root)[each.student] for each in found.people.values()} == {i: i.encode() for i in people}
    assert all(is_student(each.student) for each in found.people.values())
    assert len(filed(root)) == len(people) and not found.doubts


LOGINS = st.lists(
    st.from_regex(r"[a-z][a-z0-9._-]{0,8}", fullmatch=True), min_size=1, max_size=5, unique=True,
)  # fmt: skip


@settings(max_examples=40, suppress_health_check=list(HealthCheck))
@given(logins=LOGINS, receipts=st.booleans())
@example(logins=["a_"], receipts=False)
@example(logins=["a_", "a_b"], receipts=False)
def test_for_any_user_names_blackboards_files_are_nobody_elses(
    tmp_path_factory: pytest.TempPathFactory, logins: list[str], receipts: bool
) -> None:
    root = tmp_path_factory.mktemp("class")
    entries = {f"Unit_0_{login}_attempt_{DATE}_x.ipynb": login.encode() for login in logins}
    if receipts:
        entries |= {f"Unit_0_{each}_attempt_{DATE}.txt": f"Name: A B ({each})\n".encode() for each in logins}
    found, *_ = collect(root, UNIT, [archive(root, entries)])
    filed_under = {each.student: each.id for each in found.people.values()}
    assert len(filed(root)) == len(logins) and not found.doubts
    assert all(data.decode().endswith(filed_under[student]) for student, data in filed(root).items())
    if receipts:
        assert set(filed_under.values()) == set(logins)


def test_the_command_shows_a_table_and_its_list_is_repeated_by_grade_until_it_is_settled(tmp_path: Path) -> None:
    box = archive(tmp_path, {
        f"Anna_1001_assignsubmission_file_/{NAME}": ANNA, "Word_1003_assignsubmission_file_/answer.docx": b"PK",
    })  # fmt: skip
    told = autograder("collect", "0", box, "--class", tmp_path)
    assert told.exit_code == 1
    assert "downloaded.zip: Moodle" in told.stdout and "Anna" in told.stdout
    assert "LEFT OUT: Word (1003): it holds no notebook" in told.stdout
    lines = autograder("collect", "0", box, "--class", tmp_path, "--json").stdout.splitlines()
    rows = [json.loads(line) for line in lines]
    assert [(row["unit"], row["kind"], row.get("student", "")) for row in rows] == [
        (UNIT, "collected", "Anna_1001"), (UNIT, "left out", "")
    ]  # fmt: skip
    with believing():
        graded = autograder("grade", "start-here", "--class", tmp_path)
        assert graded.exit_code == 1 and "LEFT OUT: Word (1003)" in graded.stderr
        assert autograder("collect", UNIT, "--settled", "--class", tmp_path).exit_code == 0
        settled = autograder("grade", "0", "--class", tmp_path)
    assert settled.exit_code == 0 and "LEFT OUT" not in settled.stderr


def test_whoever_hands_in_after_all_is_off_the_list(tmp_path: Path) -> None:
    name = "Anna_1001_assignsubmission_file_"
    assert collect(tmp_path, UNIT, [archive(tmp_path, {f"{name}/a.docx": b""})])[0].doubts
    assert not collect(tmp_path, UNIT, [archive(tmp_path, {f"{name}/{NAME}": ANNA})])[0].doubts
    assert collecting.read(tmp_path, UNIT).people


def test_names_that_say_nobody_are_described_with_the_pattern_to_write(tmp_path: Path) -> None:
    box = archive(tmp_path, {NAME: ANNA, f"Copy of {NAME}": BORIS}, "x_1.ipynb.zip")
    (tmp_path / "two").mkdir()
    (tmp_path / "two" / NAME).write_bytes(ANNA)
    (tmp_path / "two" / f"Copy of {NAME}").write_bytes(BORIS)
    told = autograder("collect", "0", tmp_path / "two" / f"Copy of {NAME}", "--class", tmp_path)
    assert told.exit_code == 1 and "named_regexp" in told.stdout
    assert box.exists()
