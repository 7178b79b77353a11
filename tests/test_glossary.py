"""Unit 00: the map of the course and the glossary agree with the lessons and with each other.

One Russian word stands for one thing in all that a learner reads; ``russian_terms.toml`` says which.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path, PurePosixPath

import pytest

from autograder.authoring import lesson
from autograder.nbgrader.autograde import REPOSITORY
from course.language import LANGUAGES

PATHS = lesson.paths(REPOSITORY)
START = "00-start-here"
LINK = re.compile(r"\[([^\]]+)\]\(([^)]+)\)")
LETTER = "[а-яёa-z]"

SYMBOLS = {
    "learning rate": r"$\eta$",
    "momentum": r"$\alpha$",
    "loss function": "$L$",
    "weights": "$w$",
    "step number": "$k$",
    "tolerance": r"$\varepsilon$",
    "intercept": "$w_0$",
}
"""The notation of the whole course, where a term of the glossary stands for one letter."""

LETTERS = {
    r"$\eta$": "learning rate",
    "$w$": "weights",
    "$L$, $Q$": "loss",
    "$k$": "step",
    r"$\varepsilon$": "tolerance",
    "$m$, $n$": "features",
    r"$\alpha$": "momentum",
    r"$\beta_1$, $\beta_2$": "Adam",
    r"$\lambda$": "regularisation",
    r"$\sigma$": "sigmoid",
}


@dataclass(frozen=True)
class Term:
    """One row of the glossary, read from one language: the term in both, and what belongs to no language."""

    en: str
    ru: str
    symbol: str
    meaning: str
    unit: str


@cache
def prose(unit: str, lang: str) -> dict[str, str]:
    """Return the text of a lesson in one language by the cells' keys."""
    cells = lesson.read(PATHS[unit]).cells
    return {cell.metadata["key"]: cell.source for cell in cells if cell.metadata.get("lang") == lang}


def rows(source: str) -> list[list[str]]:
    """Return the cells of a table's rows, without its head."""
    table = [line.strip("| ").split(" | ") for line in source.splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in row] for row in table[2:]]


def target(link: str) -> str:
    """Return the unit that the relative link of one notebook to another names, and check the whole path."""
    match = LINK.fullmatch(link)
    assert match, link
    unit = PurePosixPath(match[2]).parts[1]
    assert match[2] == f"../{unit}/{unit[3:]}.ipynb"
    return unit


@cache
def topics(lang: str) -> dict[str, list[Term]]:
    """Return the glossary of one language: its tables of terms by the keys of their cells."""
    found = {}
    for key, source in prose(START, lang).items():
        if key.startswith("glossary-"):
            table = rows(source)
            assert all(len(row) == 5 for row in table), key
            terms = [(*(row[:2] if lang == "en" else row[1::-1]), *row[2:4], target(row[4])) for row in table]
            found[key] = [Term(*term) for term in terms]
    return found


def terms(lang: str) -> list[Term]:
    return [term for table in topics(lang).values() for term in table]


every_term = pytest.mark.parametrize("term", terms("en"), ids=lambda term: f"{term.unit[:2]}-{term.en}")


# ------------------------------------------------------------------------------------------------- glossary


def test_both_languages_have_the_same_rows():
    english, russian = ([(t.en, t.ru, t.symbol, t.unit) for t in terms(lang)] for lang in LANGUAGES)
    assert english == russian
    assert list(topics("en")) == list(topics("ru"))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_term_of_a_unit_is_explained_once_in_one_sentence_of_its_language(lang: str):
    names = [(getattr(term, lang).casefold(), term.unit) for term in terms(lang)]
    assert len(names) == len(set(names)) >= 60
    for term in terms(lang):
        assert term.meaning[-1] == "." and term.symbol, term
        assert bool(re.search("[а-яё]", term.meaning)) == (lang == "ru"), term


def test_a_table_goes_by_unit_and_within_a_unit_by_the_alphabet():
    for key, table in topics("en").items():
        order = [(term.unit, term.en.casefold()) for term in table]
        assert order == sorted(order), key


@every_term
def test_the_english_term_is_used_in_the_prose_of_its_unit(term: Term):
    said = " ".join(" ".join(prose(term.unit, "en").values()).split())
    assert term.en.casefold() in said.replace("*", "").casefold()


@every_term
def test_the_russian_term_is_used_in_the_prose_of_its_unit(term: Term):
    said = " ".join(" ".join(prose(term.unit, "ru").values()).split())
    assert re.search(stems(term.ru), said.replace("*", "").casefold())


def stems(words: str) -> str:
    """Return a pattern for a Russian term in any case: each word may change its last vowels, й and ь."""
    parts = words.casefold().split()
    return r"(?<!\w)" + r"\s+".join(
        re.escape(re.sub("(?<=..)[аеёийоуыьэюя]+$", "", part)) + f"{LETTER}*" for part in parts
    )


def test_the_symbols_are_those_of_the_whole_course():
    found = {term.en: term.symbol for term in terms("en")}
    assert {name: found[name] for name in SYMBOLS} == SYMBOLS
    fixed = {symbol: name for name, symbol in SYMBOLS.items()}
    assert not [t for t in terms("en") if fixed.get(t.symbol, t.en) != t.en]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_letters_that_mean_the_same_everywhere(lang: str):
    table = rows(prose(START, lang)["glossary"])
    assert [row[0] for row in table] == list(LETTERS)
    for row in table:
        assert {target(match[0]) for match in LINK.finditer(row[2])} <= set(PATHS)
        assert lang == "ru" or LETTERS[row[0]] in row[1]


# ------------------------------------------------------------------------------- one word for one thing, in Russian

DECIDED = tomllib.loads((Path(__file__).parent / "russian_terms.toml").read_text("utf-8"))["term"]
FORBIDDEN = [(phrase, entry["ru"], entry.get("unless", ())) for entry in DECIDED for phrase in entry["never"]]
READ = {
    str(file.relative_to(REPOSITORY)): file
    for folder, kind in (
        ("source/lessons", "*.py"),
        ("autograder/exercises", "u*/*.py"),
        ("autograder/review", "u*.py"),
        ("course/locale/ru", "**/*.toml"),
        (".", "README.ru.md"),
        ("docs/ru", "*.md"),
    )
    for file in sorted((REPOSITORY / folder).glob(kind))
    if re.search("[а-яё]", file.read_text("utf-8"))
}
"""All that a learner reads in Russian: lessons, hints, figures, feedback, the command line."""


def one_line(written: str) -> str:
    """Return a text without formulas and emphasis on one line, so that a phrase may cross the end of a line."""
    without_formulas = re.sub(r"\$\$.+?\$\$|\$[^$\n]+\$", "…", written, flags=re.DOTALL)
    return re.sub(r"\s*\n(?:# ?)?\s*", " ", without_formulas).replace("*", "").casefold()


def wrong_words(written: str) -> list[str]:
    """Return every place where a text uses a forbidden variant, with what to write instead."""
    said, found = one_line(written), []
    for phrase, right, unless in FORBIDDEN:
        allowed = [span.span() for words in unless for span in re.finditer(stems(words), said)]
        for match in re.finditer(stems(phrase), said):
            if not any(start <= match.start() and match.end() <= end for start, end in allowed):
                found.append(f"…{said[max(0, match.start() - 40) : match.end() + 30]}… ({phrase}: {right})")
    return found


@pytest.mark.parametrize("name", READ)
def test_a_thing_has_one_name_in_russian(name: str):
    assert not wrong_words(READ[name].read_text("utf-8"))


@pytest.mark.parametrize("entry", DECIDED, ids=lambda entry: entry["en"])
def test_the_russian_names_are_those_of_the_glossary(entry: dict):
    glossary = {term.ru for term in terms("ru") if term.en == entry["en"]}
    assert glossary <= {entry["ru"]}
    assert not wrong_words(entry["ru"])


@pytest.mark.parametrize(
    ("written", "right"),
    [
        ("# Сравним с отношением\n# приращений.", "разностное отношение"),
        ("# по **правилу цепочки**", "цепное правило"),
        ("сложим отклонения от ответов", "остаток"),
    ],
)
def test_another_name_is_found_in_any_form_and_across_lines(written: str, right: str):
    (found,) = wrong_words(written)
    assert found.endswith(f"{right})")


def test_a_longer_phrase_may_hold_a_word_that_is_forbidden_alone():
    assert not wrong_words("поделите на стандартное\n# отклонение; какую разницу вы допускаете?")


# ------------------------------------------------------------------------------------------------------ map


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_map_names_every_unit_with_its_title_and_its_time(lang: str):
    table = rows(prose(START, lang)["map"])
    assert [target(row[0]) for row in table] == [unit for unit in PATHS if unit != START]
    for row in table:
        unit, goal = target(row[0]), prose(target(row[0]), lang)["goal"]
        assert LINK.match(row[0])[1] == f"{unit[:2]} · {goal.splitlines()[0].removeprefix('# ')}"
        assert row[2] == re.search(r"\*\* (?:about|около) (\d+)", goal)[1]
        before = [] if row[3] == "—" else row[3].split(", ")
        assert before == sorted(before) and all(number < unit[:2] for number in before)
        assert set(before) <= {name[:2] for name in PATHS}


def test_a_unit_builds_on_every_unit_that_its_goal_says_it_needs():
    for row in rows(prose(START, "en")["map"]):
        needs = re.search(r"\*\*You need:\*\*(.*)", prose(target(row[0]), "en")["goal"], re.DOTALL)[1]
        named = {number for part in re.findall(r"units? ([\d, and]+)", needs) for number in re.findall(r"\d\d", part)}
        assert named <= set(row[3].split(", ")), row[0]


def test_a_route_never_comes_to_a_unit_before_what_it_builds_on():
    """The third route leaves out units 01 and 02: it is for those who know them."""
    table = rows(prose(START, "en")["map"])
    needs = {row[0][1:3]: set(re.findall(r"\d\d", row[3])) for row in table}
    routes = re.findall(r"^\d\. .*?(?=^\d\. |\Z)", prose(START, "en")["map"], re.DOTALL | re.MULTILINE)
    assert len(routes) == 3
    for route, known in zip(routes[1:], (set(), {"01", "02"}), strict=True):
        walked = set(known)
        for number in re.findall(r"\b(?:0\d|1[01])\b", route.split("From 01 and 02")[0]):
            assert needs[number] <= walked, (number, route)
            walked.add(number)
