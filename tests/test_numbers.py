"""Every number that a lesson prints and a numbers cell names is computed again; the cells reach no notebook."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from printed import Proof, measured, prove, stands

from autograder.authoring import lesson
from autograder.support.repository import REPOSITORY
from course.language import LANGUAGES

PATHS = lesson.paths(REPOSITORY)

SOUND = """\
# %% [markdown] lang="en" key="step"
# # Title
#
# One step costs 3.2, and $4 - 0.8 = 3.2$.

# %% [markdown] lang="ru" key="step"
# # Название
#
# Один шаг стоит 3.2, и $4 - 0.8 = 3.2$.

# %% numbers="step"
says("3.2", 4 - 0.8)
holds(1 < 2, "one is less")


# %% key="play"
x = 41
print("ran")
"""


@pytest.fixture(autouse=True)
def quiet_figures(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COURSE_FIGURES", "off")
    monkeypatch.setenv("COURSE_LANG", "en")


@cache
def proof(unit: str) -> Proof:
    return prove(lesson.read(PATHS[unit]))


@pytest.mark.parametrize("unit", PATHS)
def test_what_a_lesson_prints_is_what_comes_out(unit: str):
    assert proof(unit).faults == []


def test_the_course_compares_at_least_300_numbers_and_every_unit_with_mathematics_some():
    counts = {unit: proof(unit).said for unit in PATHS}
    assert sum(counts.values()) >= 300
    assert all(count >= 20 for unit, count in counts.items() if not unit.startswith("00")), counts


def written(folder: Path, source: str) -> Path:
    path = folder / "04_gradient_descent.py"
    path.write_text(source, "utf-8")
    return path


def faults(folder: Path, old: str = "", new: str = "") -> list[str]:
    assert old in SOUND
    return prove(lesson.read(written(folder, SOUND.replace(old, new)))).faults


def test_a_number_is_counted_when_it_was_compared(tmp_path: Path):
    proof = prove(lesson.read(written(tmp_path, SOUND)))
    assert (proof.said, proof.faults) == (1, [])


def test_no_notebook_has_a_numbers_cell(tmp_path: Path):
    read = lesson.read(written(tmp_path, SOUND))
    for lang in LANGUAGES:
        cells = lesson.notebook(read, lang).cells
        assert [cell.id for cell in cells] == ["step", "play"]
        assert not any("says(" in cell.source for cell in cells)


def test_a_numbers_cell_may_stand_between_a_text_and_its_twin_or_anywhere(tmp_path: Path):
    cell = SOUND[SOUND.index("# %% numbers") : SOUND.index("# %% key=")]
    assert lesson.read(written(tmp_path, cell + SOUND)).cells[0].metadata["key"] == "step"
    assert prove(lesson.read(written(tmp_path, cell + SOUND))).said == 2


@pytest.mark.parametrize(
    ("old", "new", "said"),
    {
        "another value": ("4 - 0.8)\nh", "4 - 0.7)\nh", "04_gradient_descent.py:12: the text says 3.2, it is 3.3"),
        "no number": ("4 - 0.8)\nh", "np.nan)\nh", "04_gradient_descent.py:12: the text says 3.2, it is nan"),
        "not in the text": ('says("3.2"', 'says("3.20"', "04_gradient_descent.py:12: 3.20 does not stand in the cell"),
        "a false claim": ("1 < 2", "2 < 1", "04_gradient_descent.py:13: this does not hold: one is less"),
        "a typo": ("4 - 0.8)\nh", "nosuch)\nh", "04_gradient_descent.py:12: NameError"),
        "no Python": ("holds(1 < 2", "holds(1 < ", "04_gradient_descent.py:13: SyntaxError"),
        "not a number as printed": ('says("3.2"', 'says("x"', "04_gradient_descent.py:12: ValueError"),
    }.values(),
)
def test_a_fault_names_the_line(tmp_path: Path, old: str, new: str, said: str):
    assert said in "\n".join(faults(tmp_path, old, new))


def test_a_number_must_stand_in_both_languages(tmp_path: Path):
    found = "\n".join(faults(tmp_path, "# Один шаг стоит 3.2, и $4 - 0.8 = 3.2$.", "# Один шаг."))
    assert "(ru)" in found and "(en)" not in found


def test_a_key_that_names_no_prose_cell_is_an_error_with_its_line(tmp_path: Path):
    for key in ("stepp", "play"):
        with pytest.raises(lesson.LessonError, match=f"py:11: no prose cell is called '{key}'"):
            lesson.read(written(tmp_path, SOUND.replace('numbers="step"', f'numbers="{key}"')))


def test_a_numbers_cell_has_the_references_by_name_and_can_run_a_cell_of_the_lesson(tmp_path: Path):
    more = 'assert loss(5.0) == 37.0\nassert run("play") == "ran\\n" and x == 41\nholds('
    assert faults(tmp_path, "holds(", more) == []


VALUES = {
    "37": (37, 0.5), "3.20": (3.2, 0.005), "−0.5": (-0.5, 0.05), "-0.5": (-0.5, 0.05), "10\u2009000": (10000, 0.5),
    "10\\,321\\,920": (10321920, 0.5), "1.5·10⁻⁶": (1.5e-6, 5e-8), r"3 \cdot 10^{-6}": (3e-6, 5e-7), "10⁻⁶": (1e-6, 0),
    "-7·10⁹⁷": (-7e97, 5e96), "33 %": (0.33, 0.005), "2.5%": (0.025, 0.0005), "1/3": (1 / 3, 0),
}  # fmt: skip


@pytest.mark.parametrize("printed", VALUES)
def test_a_printed_number_is_read_with_half_a_unit_of_its_last_digit(printed: str):
    assert measured(printed) == pytest.approx(VALUES[printed], rel=1e-9, abs=1e-12)


@pytest.mark.parametrize("printed", ["", "x", "1.2.3", "12 34", "1,5", "·10⁻⁶", "3 4"])
def test_what_is_not_a_number_is_refused(printed: str):
    with pytest.raises(ValueError):
        measured(printed)


@pytest.mark.parametrize(
    ("printed", "text"),
    [
        ("3.2", "it is 3.2."), ("3.2", "(3.2, 5)"), ("3.2", "$w = 3.2$"), ("-3.2", "falls to −3.2"), ("3.2", "4 - 3.2"),
        ("3.2", "4−3.2"), ("10 000", "about 10\u00a0000 words"), ("10 000", "10\n000"),
        ("3·10⁻⁶", r"$3 \cdot 10^{-6}$"), ("33 %", r"33\,\%"), ("33 %", "33%"), ("4", r"$4 \cdot 10 = 40$"),
        ("0.263", "0.263, 0.715"), ("12", "12 лет"), ("500", "в 500"),
    ],
)  # fmt: skip
def test_a_number_is_found_as_texts_write_it(printed: str, text: str):
    assert stands(printed, text)


@pytest.mark.parametrize(
    ("printed", "text"),
    [
        ("3.2", "3.25"), ("3.2", "13.2"), ("2", "3.2"), ("3", "3.2"), ("0.5", "is −0.5"), ("-3.2", "4−3.2"),
        ("10", "10 000"), ("500", "1 500"), ("3", r"$3 \cdot 10^{-6}$"), ("10", "10⁻⁶"), ("3.20", "3.2"), ("5", "1,5"),
    ],
)  # fmt: skip
def test_a_part_of_a_number_is_not_that_number(printed: str, text: str):
    assert not stands(printed, text)
