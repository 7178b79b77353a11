"""The reading edition: whole, at home without a network, and in use in a real browser from the disk.

One unit is run, the others show their still figures; all are run in a thorough test.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

import nbformat
import pytest
from browser import barriers, chromium
from bs4 import BeautifulSoup
from playwright.sync_api import Page
from thorough import THOROUGH

from autograder.authoring import static_site
from autograder.exercises import units as exercises_of_units
from autograder.support.repository import REPOSITORY, TRANSLATED
from course.language import LANGUAGES
from course.workspace import notebook_file

RUN = "04-gradient-descent"
SAMPLE = {
    "light": ["index", f"en/{RUN}", "ru/guides", "ru/search"],
    "dark": ["index", "en/index", f"ru/{RUN}", "en/docs/architecture"],
}
SOLUTION = re.compile(r"### BEGIN SOLUTION\n(.*?)### END SOLUTION", re.DOTALL)
NO_READERS = re.compile("HIDDEN TESTS|MARK SCHEME|(BEGIN|END) SOLUTION|autograder[.]authoring|ipykernel_")
LOADED = dict.fromkeys(["img", "script", "iframe", "source", "embed"], "src") | {"object": "data", "link": "href"}
ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|/", re.IGNORECASE)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    static_site.build(folder / "out", run=None if THOROUGH else [RUN], cache=folder / "cache")
    return folder / "out"


@pytest.fixture(scope="module")
def parsed(site: Path) -> dict[Path, BeautifulSoup]:
    return {path: BeautifulSoup(path.read_text("utf-8"), "html.parser") for path in sorted(site.rglob("*.html"))}


def lines_of_answers(unit: str, lang: str) -> set[str]:
    """Return the lines that only the model answers of a unit have."""
    place = Path(lang) / unit / notebook_file(unit)
    solved, released = (nbformat.read(REPOSITORY / name / place, as_version=4) for name in ("source", "release"))
    answers = [found for cell in solved.cells for found in SOLUTION.findall(cell.source)]
    known = "\n".join(cell.source for cell in released.cells)
    lines = {line.strip() for answer in answers for line in answer.splitlines()}
    return {line for line in lines if len(line) > 25 and line not in known}


# ------------------------------------------------------------------------------------------------ what is there


def test_every_unit_and_guide_is_a_page_with_one_heading_in_its_language(parsed, site):
    names = {path.relative_to(site).as_posix() for path in parsed}
    for lang in LANGUAGES:
        assert {f"{lang}/{unit}.html" for unit in exercises_of_units()} <= names
        assert {f"{lang}/{name}.html" for name in ("index", "units", "glossary", "guides", "readme", "search")} <= names
    assert {f"en/docs/{path.stem}.html" for path in (REPOSITORY / "docs").glob("*.md")} <= names
    for path, page in parsed.items():
        assert len(page.find_all("h1")) == 1, path
        assert page.html["lang"] == (path.relative_to(site).parts[0] if path.parent != site else "en")


def test_every_link_leads_to_a_page_and_a_place_that_are_there(parsed, site):
    places = {path: {each["id"] for each in page.find_all(id=True)} for path, page in parsed.items()}
    broken = []
    for path, page in parsed.items():
        for link in page.find_all("a", href=True):
            target, _, place = unquote(link["href"]).partition("#")
            if re.match("https?:", target):
                continue
            there = (path.parent / target).resolve() if target else path
            if not there.is_file() or place and place not in places[there]:
                broken.append(f"{path.relative_to(site)}: {link['href']}")
    assert broken == []


def test_lists_of_slides_lead_to_the_headings_that_they_name(parsed, site):
    for name in ("concept-index", "lecture-slips"):
        text = (REPOSITORY / f"docs/{name}.md").read_text("utf-8").replace("`", "")
        named = re.findall(r"(?<=[\],]) \*([^*|]+)\*", text)
        links = parsed[site / f"en/docs/{name}.html"].select("td a[href*='#']")
        assert len(named) > 40 and [link.text for link in links] == named


def test_every_page_leads_to_its_twin_and_back(parsed, site):
    for lang, other in (LANGUAGES, LANGUAGES[::-1]):
        for path in (site / lang).rglob("*.html"):
            (twin,) = {(path.parent / link["href"]).resolve() for link in parsed[path].select("a.course-twin")}
            within = path.relative_to(site / lang)
            same = within.parent == Path() or within.stem in TRANSLATED
            assert twin == (site / other / (within if same else "guides.html")).resolve()


def test_nothing_is_loaded_from_elsewhere(parsed, site):
    asked = [
        (path, element[attribute])
        for path, page in parsed.items()
        for tag, attribute in LOADED.items()
        for element in page.find_all(tag, {attribute: True})
    ]
    styles = [(path, path.read_text("utf-8")) for path in site.rglob("*.css")]
    styles += [(path, style.text) for path, page in parsed.items() for style in page.find_all("style")]
    asked += [(path, name) for path, text in styles for name in re.findall(r"url\(\s*[\"']?([^\"')]+)", text)]
    asked += [(path, name) for path, text in styles for name in re.findall(r"@import\s+[\"']([^\"']+)", text)]
    assert len(asked) > 100
    for path, name in asked:
        if not name.startswith(("data:", "#")):
            assert not ELSEWHERE.match(name), (path, name)
            assert (path.parent / unquote(re.split("[?#]", name)[0])).is_file(), (path, name)


def test_formulas_of_the_site_are_mathml(parsed, site):
    page = parsed[site / "en" / f"{RUN}.html"]
    assert len(page.find_all("math")) > 50
    assert not re.search(r"\$\$|\\frac|\\eta", "".join(page.main.find_all(string=True)))


def test_every_model_answer_is_folded_under_its_exercise_and_nothing_else_of_the_judge_is_there(parsed, site):
    for lang in LANGUAGES:
        for unit, exercises in exercises_of_units().items():
            page = parsed[site / lang / f"{unit}.html"]
            folded = page.select("details.hide")
            assert len(folded) == len(exercises) and not any(each.has_attr("open") for each in folded)
            for text, (name, _) in zip(folded, exercises.items(), strict=True):
                assert f"def {name}(" in text.text or f"class {name}" in text.text
            inside = "\n".join(each.text for each in folded)
            assert [line for line in lines_of_answers(unit, lang) if line not in inside] == []
            assert not NO_READERS.search(page.text)


def test_a_site_for_a_class_holds_no_model_answer(tmp_path, monkeypatch):
    monkeypatch.setattr(static_site, "LANGUAGES", ["en"])
    static_site.build(tmp_path / "out", answers=False, run=[], cache=tmp_path / "cache")
    for unit in exercises_of_units():
        page = BeautifulSoup((tmp_path / "out/en" / f"{unit}.html").read_text("utf-8"), "html.parser")
        assert page.select("details.hide") == []
        assert [line for line in lines_of_answers(unit, "en") if line in page.text] == []
    guides = {"accessibility.html", "concept-index.html", "learners.html", "lecture-slips.html"}
    assert {path.name for path in (tmp_path / "out/en/docs").iterdir()} == guides
    assert not {path.suffix for path in (tmp_path / "out").rglob("*")} & {".ipynb", ".md", ".doctree", ".pickle"}


def test_a_link_that_leads_nowhere_stops_the_build_and_leaves_the_site_that_was_there(tmp_path, monkeypatch):
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / static_site.MARK).touch()
    (tmp_path / "out/index.html").write_text("before")
    monkeypatch.setattr(static_site, "LANGUAGES", ["en"])
    monkeypatch.setattr(static_site, "_anchor", lambda heading: "nowhere")
    with pytest.raises(static_site.SiteError, match="concept-index.md:.*nowhere"):
        static_site.build(tmp_path / "out", answers=False, run=[], cache=tmp_path / "cache")
    assert (tmp_path / "out/index.html").read_text() == "before"


def test_a_folder_that_holds_something_else_is_not_touched(tmp_path):
    (tmp_path / "thesis.tex").write_text("years of work")
    with pytest.raises(static_site.SiteError, match="choose an empty folder"):
        static_site.build(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.tex"]


def test_an_older_site_is_replaced_and_what_lies_beside_it_stays(tmp_path):
    out = tmp_path / "out"
    for name in ("en/old.html", "pdf/en/old.pdf", ".git/HEAD", "CNAME", static_site.MARK, "index.html"):
        (out / name).parent.mkdir(parents=True, exist_ok=True)
        (out / name).write_text("older")
    for lang in LANGUAGES:
        (tmp_path / "made" / lang).mkdir(parents=True)
        (tmp_path / "made" / lang / "index.html").touch()
    static_site._put(tmp_path / "made", out)
    found = {path.relative_to(out).as_posix() for path in out.rglob("*") if path.is_file()}
    assert found == {"en/index.html", "ru/index.html", ".git/HEAD", "CNAME", static_site.MARK, "index.html"}
    assert (out / ".git/HEAD").read_text() == "older" != (out / "index.html").read_text()


# --------------------------------------------------------------------------------------------------- in a browser


@pytest.fixture
def page(site: Path) -> Iterator[Page]:
    """A browser that has no network; what it asked for was on the disk."""
    with chromium() as page:
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        yield page
        assert asked and not [url for url in asked if not re.match("file:|data:|blob:", url)]


PICTURE = "canvas => canvas.toDataURL()"


@pytest.mark.browser
@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_figure_moves_without_a_kernel(site, page, lang):
    page.goto((site / lang / f"{RUN}.html").as_uri())
    figure = page.locator(".course-live")
    said, painted = [], []
    for _ in range(3):  # with the first key it is taken in hand: until then there is nothing to read from the canvas
        said.append(figure.get_by_role("status").inner_text())
        figure.get_by_role("slider").first.press("ArrowRight")
        page.wait_for_function("said => document.querySelector('.course-words').innerText !== said", arg=said[-1])
        painted.append(figure.get_by_role("img").evaluate(PICTURE))
    assert len({*said}) == len({*painted}) == 3 and all(len(each) > 1000 for each in painted)


@pytest.mark.browser
def test_formulas_are_shown_and_no_source_of_one_is_left(site, page):
    page.goto((site / "ru" / f"{RUN}.html").as_uri())
    boxes = page.locator("math").evaluate_all("all => all.map(one => one.getBoundingClientRect().height)")
    assert len(boxes) > 100 and min(boxes) > 3
    page.evaluate("document.querySelectorAll('article pre').forEach(code => code.remove())")
    prose = page.locator("article").inner_text()
    assert not re.search(r"\$|\\[a-z]+", prose)


@pytest.mark.browser
@pytest.mark.parametrize("lang, word, unit", [("en", "diverging", RUN), ("ru", "антиградиентом", RUN)])
def test_search_finds_another_form_of_a_word_from_the_disk(site, page, lang, word, unit):
    page.goto((site / lang / "index.html").as_uri())
    page.keyboard.press("Control+k")
    page.keyboard.type(word)
    page.keyboard.press("Enter")
    page.locator(f"#search-results a[href*='{unit}']").first.click()
    page.locator("h1").wait_for()
    assert f"/{lang}/{unit}.html" in page.url


@pytest.mark.browser
def test_an_answer_unfolds_by_keyboard_and_all_are_unfolded_on_paper(site, page):
    page.goto((site / "en" / f"{RUN}.html").as_uri())
    answers = page.locator("article details")
    summary = answers.first.locator("summary")
    summary.focus()
    page.keyboard.press("Enter")
    opened = "all => all.filter(one => one.open).length"
    assert answers.evaluate_all(opened) == 1
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert answers.evaluate_all(opened) == answers.count() > 10
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert answers.evaluate_all(opened) == 1


@pytest.mark.browser
@pytest.mark.parametrize("mode", SAMPLE)
def test_axe_finds_nothing_serious(site, page, mode):
    page.add_init_script(f"localStorage.setItem('mode', '{mode}'); localStorage.setItem('theme', '{mode}')")
    page.emulate_media(color_scheme=mode)
    every = [path.relative_to(site).with_suffix("").as_posix() for path in sorted(site.rglob("*.html"))]
    found = {}
    for name in every if THOROUGH else SAMPLE[mode]:
        page.goto((site / f"{name}.html").as_uri())
        # A heading that is a formula is not empty, and the corner of a table may be.
        found[name] = [each for each in barriers(page) if not each.startswith("empty-table-header")]
    assert {name: what for name, what in found.items() if what} == {}


@pytest.mark.browser
def test_a_unit_is_printed_on_several_sheets(site):
    (pdf,) = static_site.print_units(site, [("en", RUN)])
    data = pdf.read_bytes()
    assert data.startswith(b"%PDF") and len(re.findall(rb"/Type\s*/Page\b", data)) > 5
