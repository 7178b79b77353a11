"""What the documents say is so: pictures are as the code is, and every file and place they name is there."""

from __future__ import annotations

import io
import re
import runpy
import subprocess
import tomllib
from collections import Counter, defaultdict
from functools import cache
from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import pytest
from browser import chromium
from PIL import Image

from autograder.support.repository import REPOSITORY

SVG = "{http://www.w3.org/2000/svg}"


@cache
def tracked() -> list[Path]:
    """Return the repository's files, new ones too, as paths in it."""
    git = ["git", "-c", "safe.directory=*", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    names = subprocess.run(git, cwd=REPOSITORY, check=True, capture_output=True, text=True).stdout.split("\0")
    return [Path(name) for name in sorted({*names} - {""}) if (REPOSITORY / name).is_file()]


# The pages of docs/site are texts of the site only, and its own tests follow their links.
FOLDERS = [Path(), Path("docs"), Path("docs/ru"), Path(".github")]
DOCUMENTS = [str(path) for path in tracked() if path.suffix == ".md" and path.parent in FOLDERS]


# ------------------------------------------------------------------------------------------- the picture of the wings


def wing(module: str) -> str:
    package, *rest = module.split(".")
    return rest[0] if package == "autograder" and rest else package


@cache
def imported_wings() -> dict[str, set[str]]:
    """Return which wings each wing imports, read line by line; the picture's own script asks another program."""
    found: dict[str, set[str]] = defaultdict(set)
    line = re.compile(r"^ *(?:from|import) ((?:autograder|course)\b[\w.]*)(?: import (\w+))?", re.MULTILINE)
    for path in (each for each in tracked() if each.suffix == ".py" and each.parts[0] == "autograder"):
        names = line.findall((REPOSITORY / path).read_text("utf-8"))
        found[wing(".".join(path.with_suffix("").parts))] |= {wing(".".join(filter(None, name))) for name in names}
    return {one: others - {one, "autograder"} for one, others in found.items() if one != "__init__"}


@pytest.fixture(scope="module")
def arrows() -> list[tuple[set[str], set[str]]]:
    """Return the arrows of the picture as it is in the repository: from one frame of wings to another."""
    drawn = ElementTree.parse(REPOSITORY / "docs/images/wings.svg").iter(f"{SVG}path")
    return [(set(each.attrib["data-from"].split()), set(each.attrib["data-to"].split()))
            for each in drawn if "data-from" in each.attrib]  # fmt: skip


def test_the_picture_of_the_wings_is_what_its_script_draws_now():
    script = REPOSITORY / "docs/images/wings.py"
    assert runpy.run_path(str(script))["draw"]() == script.with_suffix(".svg").read_text("utf-8"), "make pictures"


def test_every_arrow_between_wings_is_an_import(arrows):
    imports = imported_wings()
    assert [(one, two) for one, two in arrows if not any(two & imports[name] for name in one)] == []


def test_every_import_between_wings_is_an_arrow_or_a_way_along_arrows(arrows):
    knows = {name: set(imports) for name, imports in imported_wings().items()}
    reached = {name: frozenset(frame) for arrow in arrows for frame in arrow for name in frame}
    for _ in reached:  # a way is no longer than that
        reached = {name: far.union(*(two for one, two in arrows if one <= far)) for name, far in reached.items()}
    assert {name: left for name in knows if (left := knows[name] - reached[name])} == {}


def test_every_arrow_leads_down_or_to_the_side_in_the_order_that_the_linter_keeps(arrows):
    contracts = tomllib.loads((REPOSITORY / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]["contracts"]
    (layers,) = (each["layers"] for each in contracts if each["type"] == "layers")
    row = {name: place for place, layer in enumerate(layers) for name in re.split(r" [:|] ", layer)}
    row["course"] = len(layers)
    assert [(one, two) for one, two in arrows if min(row[name] for name in two) < max(row[name] for name in one)] == []


# --------------------------------------------------------------------------------------------- what documents name


def named_files(text: str) -> set[str]:
    """Return the files that stand as code in a text; a name with a gap, such as ``uNN.py``, is a pattern and none."""
    code = re.findall(r"`([^`\n]+)`", re.sub(r"^```.*?^```", "", text, flags=re.MULTILINE | re.DOTALL))
    found = {name for each in code for name in re.findall(r"(?<![\w/.<>-])[\w./-]+", each) if each == name}
    ours = re.compile(r"(autograder|course|tests|bench|docs|source|release|\.ci)/|[\w.-]+\.(py|js|toml)$")
    return {name for name in found if ours.match(name) and "NN" not in name}


YOURS = {"answer.py", "nbgrader_config.py"}  # what the reader writes


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_file_that_a_document_names_is_in_the_repository(document: str):
    files = {path.as_posix() for path in tracked()}
    known = files | {path.name for path in tracked()} | {str(each) for path in tracked() for each in path.parents}
    names = named_files((REPOSITORY / document).read_text("utf-8"))
    assert sorted(name for name in names - YOURS if name.rstrip("/") not in known) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("see `autograder/judging/judge.py`", {"autograder/judging/judge.py"}),
        ("see `autograder/exercises/<unit>/` and `course/checks/<unit>.json`", set()),
        ("`repair.py` in `tests/bank/`", {"repair.py", "tests/bank/"}),
        ("`make test`, `uNN.py`, `answer.sample(…)`", set()),
    ],
)
def test_files_are_found_in_a_text(text: str, found: set[str]):
    assert named_files(text) == found


def places(text: str) -> set[str]:
    """Return the anchors of a document's headings, as GitHub makes them."""
    prose = re.sub(r"^```.*?^```", "", text, flags=re.MULTILINE | re.DOTALL)
    headings = [re.sub(r"[`*]|\[([^\]]*)\]\([^)]*\)", r"\1", each) for each in re.findall(r"^#+ (.*)$", prose, re.M)]
    return {re.sub(r"[^\w -]", "", each.lower()).strip().replace(" ", "-") for each in headings}


@pytest.mark.parametrize("document", DOCUMENTS)
def test_no_link_in_a_document_is_dead(document: str):
    path = REPOSITORY / document
    dead = []
    for link in re.findall(r"\]\((?!https?:|mailto:|en:)([^)\s]+)", path.read_text("utf-8")):
        name, _, place = link.partition("#")
        target = (path.parent / name) if name else path
        if not target.exists() or (place and place not in places(target.read_text("utf-8"))):
            dead.append(link)
    assert dead == []


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_test_that_a_document_names_is_there(document: str):
    names = set(re.findall(r"`(test_\w+)`", (REPOSITORY / document).read_text("utf-8")))
    tests = "\n".join((REPOSITORY / path).read_text("utf-8") for path in tracked() if path.match("tests/test_*.py"))
    assert sorted(name for name in names if f"def {name}(" not in tests) == []


@pytest.mark.parametrize("document", ["docs/scaling.md", "docs/comparison.md", "docs/decisions.md"])
def test_every_part_of_a_document_that_tells_of_something_measured_or_decided_has_a_date(document: str):
    _, *parts = re.split(r"^## ", (REPOSITORY / document).read_text("utf-8"), flags=re.MULTILINE)
    told = re.compile(r"[Mm]easured (on|as|with)|\d (MiB|s) |\*\*So\*\*")
    date = re.compile(r"\d{1,2} [A-Z][a-z]+ 20\d\d|Measured as above")
    assert [part.partition("\n")[0] for part in parts if told.search(part) and not date.search(part)] == []


def test_the_comparison_tells_the_times_that_were_measured():
    measured, compared = ((REPOSITORY / f"docs/{name}.md").read_text("utf-8") for name in ("scaling", "comparison"))
    rows = re.findall(r"^\| ([^|]+?) \| \d+ \| ([\d.]+) \|", measured, re.MULTILINE)
    seconds = {way: float(each) for way, each in rows}
    assert f"{seconds['stock nbgrader']:.1f} s for a submission; ours takes {seconds['ours, 2 workers']} s" in compared
    assert f"{seconds['Otter-Grader']:.1f} s for a submission" in compared


LEARNERS = ("docs/learners.md", "docs/ru/learners.md", "docs/scaling.md")  # what learners are told, and its measurement


def test_the_number_of_packages_is_told_alike_and_fits_the_lock():
    texts = [(REPOSITORY / name).read_text("utf-8") for name in LEARNERS]
    told = {int(number) for text in texts for number in re.findall(r"\b(\d+) (?:packages|пакет)", text)}
    assert len(told) == 1 and all("136 M" in text or "136 М" in text for text in texts)
    locked = (REPOSITORY / "docs/licences.md").read_text("utf-8").count(" | learners |")
    assert abs(told.pop() - locked) <= 5, "measure anew: python -m bench.first"


@pytest.mark.parametrize(("name", "words"), [
    ("README.md", "A unit takes an hour and a half to two hours"),
    ("docs/learners.md", "A unit takes an hour and a half to two hours"),
    ("README.ru.md", "Урок занимает от полутора до двух часов"),
    ("docs/ru/learners.md", "Урок занимает от полутора до двух часов"),
])  # fmt: skip
def test_a_unit_takes_as_long_as_documents_say(name: str, words: str):
    lessons = sorted((REPOSITORY / "source/lessons").glob("[0-9][0-9]_*.py"))
    told = [re.search(r"\*\*Time:\*\* about (\d+) minutes", path.read_text("utf-8")) for path in lessons]
    first, *others = (int(match[1]) for match in told if match)
    assert first == 20 and len(others) == 11 and all(80 <= minutes <= 125 for minutes in others)
    text = (REPOSITORY / name).read_text("utf-8")
    assert words in text and re.search("twenty minutes|двадцать минут", text)


# ---------------------------------------------------------------------------------------------- the same in Russian

TRANSLATED = sorted(path.name for path in (REPOSITORY / "docs/ru").glob("*.md"))
MADE = re.compile(r"<!-- (\w+): made by .*?<!-- end of \1 -->", re.DOTALL)  # a table that only the English text has


def skeleton(text: str) -> dict[str, object]:
    """Return what a text and its translation share: headings' levels, code, tables, links, names and numbers."""
    blocks = re.findall(r"^```\w*\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
    prose = re.sub(r"^```.*?^```", "", text, flags=re.MULTILINE | re.DOTALL)
    links = re.findall(r"\]\((?:\.\./)*([^)]+)\)", prose)
    return {
        "headings": [len(marks) for marks in re.findall(r"^(#+) ", prose, re.MULTILINE)],
        "code": [re.sub(r" +#.*", "", block) for block in blocks],
        "rows of tables": len(re.findall(r"^\|", prose, re.MULTILINE)),
        "items": len(re.findall(r"^\* ", prose, re.MULTILINE)),
        "links": ["#" if link.startswith("#") else link for link in links],
        "names": Counter(re.findall(r"`([^`\n]+)`", prose)),
        "numbers": Counter(re.findall(r"\d+(?:[.,]\d+)*", re.sub(r"`[^`\n]+`|\]\([^)]*\)", "", prose))),
    }


@pytest.mark.parametrize("name", TRANSLATED)
def test_a_document_and_its_russian_twin_have_the_same_headings_commands_tables_links_and_numbers(name: str):
    english, russian = ((REPOSITORY / folder / name).read_text("utf-8") for folder in ("docs", "docs/ru"))
    assert f"](ru/{name})" in english and f"](../{name})" in russian
    english = MADE.sub("[](twin)", english.replace(f"](ru/{name})", "](twin)"))
    russian = re.sub(rf"\]\(\.\./{name}(#[\w-]+)?\)", "](twin)", russian).replace("README.ru.md", "README.md")
    assert skeleton(english) == skeleton(russian)


@pytest.mark.parametrize("name", ["README.ru.md", *(f"docs/ru/{name}" for name in TRANSLATED)])
def test_a_russian_document_leads_to_russian_ones_where_there_are_any(name: str):
    _, _, text = (REPOSITORY / name).read_text("utf-8").split("\n\n", 2)  # below its heading and the link to its twin
    links = re.findall(r"\]\((?:docs|\.\.)/([\w-]+\.md)\)", text)
    assert sorted({*links} & {*TRANSLATED}) == []


# ------------------------------------------------------------------------------------------------ the first picture

LANGUAGES = {"en": "README.md", "ru": "README.ru.md"}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_moving_picture_is_what_its_script_draws_now_and_small(lang: str):
    picture = REPOSITORY / f"docs/images/first-screen-{lang}.svg"
    drawn = runpy.run_path(str(REPOSITORY / "docs/images/first_screen.py"))["draw"](lang)
    assert drawn == picture.read_text("utf-8"), "make pictures"
    assert picture.stat().st_size < 100_000
    assert f"](docs/images/{picture.name})" in (REPOSITORY / LANGUAGES[lang]).read_text("utf-8")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_picture_of_the_race_shows_todays_figure(lang: str):
    picture = REPOSITORY / f"docs/images/optimiser-race-{lang}.png"
    drawn = runpy.run_path(str(REPOSITORY / "docs/images/optimiser_race.py"))["draw"](lang)
    kept, now = (Image.open(io.BytesIO(data)).convert("RGB") for data in (picture.read_bytes(), drawn))
    # Another FreeType shifts the edges of letters a little; another figure does more.
    change = np.abs(np.asarray(kept, float) - np.asarray(now, float)) if kept.size == now.size else np.array(255.0)
    assert change.mean() < 2, "make pictures"
    assert f"](docs/images/{picture.name})" in (REPOSITORY / LANGUAGES[lang]).read_text("utf-8")


@pytest.mark.browser
def test_the_moving_picture_stands_still_for_whoever_asks_for_less_motion():
    seen = {}
    with chromium() as page:
        for motion in ("no-preference", "reduce"):
            page.emulate_media(reduced_motion=motion)
            page.goto((REPOSITORY / "docs/images/first-screen-en.svg").as_uri())
            moments = page.locator(".moment, .wrong, .right")
            shown = moments.evaluate_all("all => all.filter(g => getComputedStyle(g).visibility == 'visible').length")
            seen[motion] = [page.evaluate("document.getAnimations().length"), shown]
    assert seen["reduce"] == [0, 2], "one position of the figure and one answer"
    assert seen["no-preference"][0] > 50 and seen["no-preference"][1] == 2
