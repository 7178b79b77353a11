"""A typo in a lesson's header gets a message with the file, the line and what was probably meant."""

from __future__ import annotations

from pathlib import Path

import pytest

from autograder.authoring import lesson
from autograder.support.repository import REPOSITORY

SOUND = """\
# %% [markdown] lang="en" key="goal"
# # Title

# %% [markdown] lang="ru" key="goal" of="12345678"
# # Название

# %% key="setup"
x = 1


# %% numbers="goal"
says("1", x)

# %% figure="learning_rate"
figures.learning_rate()

# %% exercise="loss" role="answer"
def loss(w):
    return w


# %% exercise="loss" role="test" points=1
check(loss)

# %% [markdown] question="why" points=2
# Why?
"""
# What is typed, what is meant, and the message: that it is in the line where it was typed is tested of each.
TYPOS = {
    "the name of an option": (
        'lang="ru" key="goal"',
        'lang="ru" kye="goal"',
        "kye= is no option of a header; did you mean 'key'?",
    ),
    "the name of the role": ('role="test"', 'rol="test"', "rol= is no option of a header; did you mean 'role'?"),
    "an option like none": ('key="setup"', 'xyz="setup"', "xyz= is no option of a header; there are: lang, key, "),
    "a role": ('role="answer"', 'role="anwser"', "role=\"anwser\"; did you mean 'answer'?"),
    "a language": ('lang="ru"', 'lang="rus"', "lang=\"rus\"; did you mean 'ru'?"),
    "an unknown language": ('lang="en"', 'lang="de"', 'lang="de"; there are: en, ru'),
    "the type of a cell": (
        '[markdown] lang="en"',
        '[markdwn] lang="en"',
        "[markdwn] is no type of cell; did you mean 'markdown'?",
    ),
    "a type without brackets": ('[markdown] lang="en"', 'markdown lang="en"', "did you mean '[markdown]'?"),
    "prose without its type": ('[markdown] lang="en"', 'lang="en"', "prose begins with # %% [markdown]"),
    "a key in numbers": ('numbers="goal"', 'numbers="gaol"', "no prose cell is called 'gaol'; did you mean 'goal'?"),
    "an exercise in a test": (
        '"loss" role="test"',
        '"los" role="test"',
        "has no cell with role=\"answer\"; did you mean 'loss'?",
    ),
    "an exercise's own name": ("def loss", "def lose", 'the cell defines lose, but its header says exercise="loss"'),
    "the name in a check": (
        "check(loss)",
        "check(lose)",
        'the cell asks for lose, but its header says exercise="loss"',
    ),
    "no quotes": ('key="setup"', "key=setup", 'key=setup cannot be read; an option is written name="text"'),
    "one quote": ('key="setup"', 'key="setup', "cannot be read"),
    "points in quotes": ("points=1", 'points="1"', "points= is a number, such as points=2"),
    "a number for a name": ('key="setup"', "key=5", "key= is a text in quotes"),
    "no points": (" points=1", "", "the header of a test cell needs points="),
    "no points of a question": (" points=2", "", "the header of a question needs points="),
    "no role": (' role="answer"', "", 'needs role="answer" or role="test"'),
    "no name": (
        ' key="setup"',
        "",
        "a header has one of key=, exercise=, figure=, question=, numbers=; this one has none",
    ),
    "two names": ('key="setup"', 'key="setup" figure="secant"', "this one has key= and figure="),
    "a name used twice": (
        'key="setup"',
        'key="goal"\nx = 1\n\n# %% key="goal"',
        "'goal' is used twice, also in line 7",
    ),
    "an option said twice": ("points=1", "points=1 points=1", "points= is said twice"),
    "prose without a language": (' lang="en"', "", "the header of a prose cell needs lang="),
    "an option of another kind": (
        'key="setup"',
        'key="setup" points=1',
        "points= does not belong in the header of a code cell",
    ),
    "a stamp on an original": (
        'key="goal"',
        'key="goal" of="12345678"',
        "of= does not belong in the header of a prose cell",
    ),
    "code as prose": ("# %% figure", "# %% [markdown] figure", "a figure's cell is not a [markdown] cell"),
    "a question as code": ("[markdown] question", "question", "a question is a [markdown] cell"),
    "no blank": ("# %% key=", "# %%key=", "a header begins with '# %% '"),
    "no blank at the start": ("# %% key=", "#%% key=", "a header begins with '# %% '"),
    "quotes that are not closed": ("x = 1", 'x = """', "this header stands in a text in quotes"),
}


def written(folder: Path, source: str) -> Path:
    path = folder / "09_sound.py"
    path.write_text(source, "utf-8")
    return path


def test_a_lesson_without_a_typo_is_read_with_the_lines_of_its_cells(tmp_path: Path):
    read = lesson.read(written(tmp_path, SOUND))
    lines = SOUND.splitlines()
    assert len(read.cells) == 7 and len(read.numbers) == 1
    assert all(lines[line - 1].startswith("# %% ") for line in read.lines)
    assert [lines[each.line - 1] for each in read.numbers] == ['says("1", x)']


@pytest.mark.parametrize(("meant", "typed", "said"), TYPOS.values(), ids=TYPOS)
def test_a_typo_is_said_with_its_line_and_what_was_meant(tmp_path: Path, meant: str, typed: str, said: str):
    source = SOUND.replace(meant, typed, 1)
    assert source != SOUND
    with pytest.raises(lesson.LessonError) as raised:
        lesson.read(written(tmp_path, source))
    line = next(n for n, (a, b) in enumerate(zip(source.splitlines(), SOUND.splitlines(), strict=False), 1) if a != b)
    at = {"def": line - 1, "check": line - 1, "x = ": line + 3}  # the header before the line, or the one that is hidden
    line = next((number for begin, number in at.items() if meant.startswith(begin)), line)
    line += 3 * ("twice, also" in said)
    told = [fault for fault in str(raised.value).splitlines() if fault.startswith(f"09_sound.py:{line}: ")]
    assert len(told) == 1 and said in told[0]


def test_a_twin_with_a_typo_in_its_key_is_said_with_what_was_meant(tmp_path: Path):
    source = SOUND.replace('lang="ru" key="goal"', 'lang="ru" key="gaol"')
    faults = lesson.translation_faults(lesson.read(written(tmp_path, source)))
    assert faults[1].startswith("09_sound.py:4: ") and faults[1].endswith("did you mean 'goal'?")


def test_what_stands_before_the_first_header_is_said(tmp_path: Path):
    with pytest.raises(lesson.LessonError, match="09_sound.py:1: a lesson begins with the header of a cell"):
        lesson.read(written(tmp_path, "import math\n\n" + SOUND))


def test_all_typos_of_a_lesson_are_said_at_once(tmp_path: Path):
    source = SOUND.replace('role="test"', 'role="tets"').replace('key="setup"', 'kee="setup"')
    with pytest.raises(lesson.LessonError) as raised:
        lesson.read(written(tmp_path, source))
    assert [line.split(": ")[0] for line in str(raised.value).splitlines()] == ["09_sound.py:7", "09_sound.py:22"]


@pytest.mark.parametrize(
    ("said", "meant"), [("04-gradient-decent", "04-gradient-descent"), ("2-chain-rule", "02-chain-rule")]
)
def test_a_typo_in_a_unit_is_said_with_what_was_meant(said: str, meant: str):
    with pytest.raises(lesson.LessonError, match=f"no such unit: {said}; did you mean '{meant}'?"):
        lesson.path_of(REPOSITORY, said)
