"""The concept index names lectures, units, headings and exercises: what it names exists, and nothing is left out."""

from __future__ import annotations

import re
from functools import cache

import pytest

from autograder.authoring import lesson
from autograder.exercises import exercises
from autograder.nbgrader.autograde import REPOSITORY

INDEX = (REPOSITORY / "docs" / "concept-index.md").read_text("utf-8")
SLIPS = (REPOSITORY / "docs" / "lecture-slips.md").read_text("utf-8")
PATHS = lesson.paths(REPOSITORY)
PLACE = re.compile(r"\[(\d\d)\]((?: \*[^*]+\*,?)*)")


def tables(page: str) -> dict[str, list[list[str]]]:
    """Return the rows of every table of a page by the heading it stands under."""
    found = {}
    for part in re.split(r"^#+ ", page, flags=re.MULTILINE)[1:]:
        lines = [line.strip("| ").split(" | ") for line in part.splitlines() if line.startswith("|")]
        found[part.splitlines()[0]] = [[cell.strip() for cell in line] for line in lines[2:]]
    return found


TABLES = tables(INDEX)
LECTURES = {name: rows for name, rows in TABLES.items() if name.startswith("Lecture ")}
ROWS = {f"{name[:9]} no. {row[0]}": row for name, rows in LECTURES.items() for row in rows}
ROWS |= {f"Beyond no. {n}": ["", *row] for n, row in enumerate(TABLES["Beyond the slides"], 1)}
every_row = pytest.mark.parametrize("row", ROWS.values(), ids=ROWS)


@cache
def headings(unit: str) -> set[str]:
    cells = lesson.read(PATHS[unit]).cells
    english = "\n\n".join(cell.source for cell in cells if cell.metadata.get("lang") == "en")
    return set(re.findall(r"^#{2,6} (.+)$", english, re.MULTILINE))


def places(cell: str) -> dict[str, list[str]]:
    """Return the headings that a cell of a table names, by unit; all of them exist."""
    units = {name[:2]: name for name in PATHS}
    found = {units[number]: re.findall(r"\*([^*]+)\*", names) for number, names in PLACE.findall(cell)}
    for unit, names in found.items():
        assert names, f"no heading of {unit}"
        assert set(names) <= headings(unit), unit
    written = "; ".join(f"[{unit[:2]}] " + ", ".join(f"*{name}*" for name in names) for unit, names in found.items())
    assert found and cell == written, "something stands there that is neither a unit nor a heading"
    return found


def named(row: list[str]) -> list[str]:
    return re.findall(r"`([^`]+)`", row[3])


def test_there_are_five_lectures_and_each_has_all_of_its_sections():
    promised = TABLES["Where the lectures are taught"]
    assert [name for name, _ in promised] == list(LECTURES) and len(LECTURES) == 5
    for name, count in promised:
        assert [row[0] for row in LECTURES[name]] == [str(n) for n in range(1, int(count) + 1)], name


def test_every_lecture_says_which_slides_teach_nothing():
    for part in re.split(r"^## ", INDEX, flags=re.MULTILINE)[1:]:
        assert part.startswith("Beyond") or re.search(r"^(Only|Nothing)\b.+\.$", part, re.MULTILINE), part.splitlines()[
            0
        ]


@every_row
def test_a_section_has_a_unit_a_heading_that_exists_and_exercises_of_that_unit(row: list[str]):
    _, section, where, _ = row
    taught = places(where)
    assert section and named(row)
    assert {exercises()[name].unit for name in named(row)} <= set(taught)
    assert row[3] == ", ".join(f"`{name}`" for name in named(row))


def test_every_exercise_of_the_course_is_named():
    assert {name for row in ROWS.values() for name in named(row)} == set(exercises())


@pytest.mark.parametrize("page", [INDEX, SLIPS], ids=["concept-index", "lecture-slips"])
def test_every_unit_that_is_named_is_linked_to_the_notebook_that_learners_open(page: str):
    links = dict(re.findall(r"^\[(\d\d)\]: (\S+)$", page, re.MULTILINE))
    assert set(re.findall(r"\[(\d\d)\]", page)) == set(links)
    for unit in PATHS:
        if unit[:2] in links:
            assert links.pop(unit[:2]) == f"../release/en/{unit}/{unit[3:]}.ipynb"
            assert (REPOSITORY / "release" / "en" / unit / f"{unit[3:]}.ipynb").is_file()
    assert not links


SLIP_ROWS = [row for rows in tables(SLIPS).values() for row in rows]


@pytest.mark.parametrize("row", SLIP_ROWS, ids=[f"no. {n}" for n, _ in enumerate(SLIP_ROWS, 1)])
def test_a_slip_has_its_right_statement_a_number_and_the_place_that_teaches_it(row: list[str]):
    slip, right, number, where = row
    assert slip and right and re.search(r"\d", number)
    places(where)


def test_the_slips_are_those_of_the_five_lectures():
    assert [name for name, rows in tables(SLIPS).items() if rows] == list(LECTURES)
