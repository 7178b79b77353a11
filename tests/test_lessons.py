"""Every lesson in both languages: translated, built, readable, and running from top to bottom."""

import contextlib
import io
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import nbformat
import numpy as np
import pytest

from autograder.authoring import builder, lesson, solution_check
from autograder.exercises import units
from autograder.judging.verdict import Verdict
from autograder.nbgrader.autograde import REPOSITORY
from autograder.sandbox import Sandbox
from course.language import LANGUAGES, text
from course.workspace import notebook_file

PATHS = list(lesson.paths(REPOSITORY).values())
WIDEST = 104  # characters of code that JupyterLab shows in a window of 1280 pixels
MODEL = REPOSITORY / "source" / "lessons" / "04_gradient_descent.py"

every_lesson = pytest.mark.parametrize("path", PATHS, ids=[path.stem.replace("_", "-") for path in PATHS])
every_language = pytest.mark.parametrize("lang", LANGUAGES)


@pytest.fixture(autouse=True)
def quiet_figures(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COURSE_FIGURES", "off")


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    with Sandbox(contained=True) as running:
        yield running


def on_disk(kind: str, path: Path, lang: str) -> nbformat.NotebookNode:
    read = lesson.read(path)
    return nbformat.read(REPOSITORY / kind / lang / read.unit / notebook_file(read.unit), as_version=4)


# ----------------------------------------------------------------------------------------- what is generated


@every_lesson
def test_what_is_generated_is_up_to_date(path: Path):
    unit = lesson.read(path).unit
    assert not builder.build(REPOSITORY, [unit], check=True), "run: autograder build"


def test_every_unit_of_exercises_has_a_lesson_and_every_lesson_its_exercises():
    assert set(units()) == {path.stem.replace("_", "-") for path in PATHS}


@every_lesson
def test_the_two_languages_say_the_same(path: Path):
    assert not lesson.translation_faults(lesson.read(path))


def test_two_builds_are_equal_to_the_byte(tmp_path: Path):
    built = []
    for name in ("one", "other"):
        root = tmp_path / name
        (root / "source" / "lessons").mkdir(parents=True)
        source = root / "source" / "lessons" / MODEL.name
        source.write_bytes(MODEL.read_bytes())
        assert builder.build(root)
        built.append({file.relative_to(root): file.read_bytes() for file in root.rglob("*") if file.is_file()})
    assert built[0] == built[1]
    assert not builder.build(tmp_path / "one")
    # the lesson, the examples; in each language source, release, how the figure begins
    assert len(built[0]) == 1 + 1 + 3 * len(LANGUAGES)


def test_a_check_changes_nothing(tmp_path: Path):
    (tmp_path / "source" / "lessons").mkdir(parents=True)
    (tmp_path / "source" / "lessons" / MODEL.name).write_bytes(MODEL.read_bytes())
    before = sorted(tmp_path.rglob("*"))
    assert len(builder.build(tmp_path, check=True)) == 1 + 3 * len(LANGUAGES)
    assert sorted(tmp_path.rglob("*")) == before


@every_lesson
@every_language
def test_a_released_notebook_holds_no_solution_no_hidden_test_and_no_mark_scheme(path: Path, lang: str):
    raw = nbformat.writes(on_disk("release", path, lang))
    for word in ("BEGIN", "HIDDEN", "MARK SCHEME", "SOLUTION", "autograder", "grade("):
        assert word not in raw, word


@every_lesson
@every_language
def test_every_answer_cell_starts_as_a_stub_that_says_what_to_do(path: Path, lang: str):
    for cell in on_disk("release", path, lang).cells:
        if cell.id.startswith("answer-"):
            assert "raise NotImplementedError  # delete this line" in cell.source, cell.id


@every_lesson
def test_the_instructors_tests_import_what_they_call(path: Path):
    for cell in lesson.notebook(lesson.read(path), "en").cells:
        if cell.id.startswith("test-"):
            name = cell.metadata.course.exercise
            assert cell.source.startswith(f"check({name})\n### BEGIN HIDDEN TESTS\n")
            hidden = f"from autograder.authoring.solution_check import grade\ngrade({name})\n### END HIDDEN TESTS"
            assert hidden in cell.source


# --------------------------------------------------------------------------------------------------- the time

WORDS_A_MINUTE = 150  # of a text with formulas; a formula in a line of its own counts as four words
LINES_A_MINUTE = 60  # of tables and of code that is only read
PER_POINT, PER_FIGURE, IN_ONES_OWN_WORDS = 3, 5, 5  # minutes


def minutes(read: lesson.Lesson) -> tuple[float, float]:
    """Return how long a unit's reading and its exercises take, in minutes."""
    words = lines = 0
    for cell in read.cells:
        if cell.cell_type == "markdown" and cell.metadata.get("lang") == "en":
            said = re.sub(r"\$\$.+?\$\$", " a b c d ", cell.source, flags=re.DOTALL).splitlines()
            words += sum(len(line.split()) for line in said if not line.startswith("|"))
            lines += sum(line.startswith("|") for line in said)
        elif cell.cell_type == "code" and "role" not in cell.metadata:
            lines += len(cell.source.splitlines())
    return words / WORDS_A_MINUTE + lines / LINES_A_MINUTE, PER_POINT * sum(read.points.values())


@pytest.mark.parametrize("path", PATHS[1:], ids=[path.stem.replace("_", "-") for path in PATHS[1:]])
def test_a_unit_takes_as_long_as_it_says(path: Path):
    read = lesson.read(path)
    (goal,) = (
        cell.source for cell in read.cells if cell.metadata.get("key") == "goal" and cell.metadata["lang"] == "en"
    )
    total = int(re.search(r"about (\d+) minutes", goal)[1])
    parts = [int(n) for n in re.findall(r"\d+", re.search(r"Reading takes .+?\.", goal, re.DOTALL)[0])]
    reading, exercises = minutes(read)
    assert sum(parts) == total
    assert parts[0] == pytest.approx(reading, rel=0.15, abs=5)
    assert total == pytest.approx(reading + exercises + PER_FIGURE + IN_ONES_OWN_WORDS, rel=0.1)


# -------------------------------------------------------------------------------------------------- the cells


@every_lesson
def test_cells_have_the_same_unique_names_in_both_languages(path: Path):
    names = [[cell.id for cell in lesson.notebook(lesson.read(path), lang).cells] for lang in LANGUAGES]
    assert names[0] == names[1]
    assert len(set(names[0])) == len(names[0])
    assert all(re.fullmatch("[A-Za-z0-9_-]{1,64}", name) for name in names[0])


@every_lesson
def test_code_is_the_same_in_both_languages(path: Path):
    english, russian = (lesson.notebook(lesson.read(path), lang).cells for lang in LANGUAGES)
    for one, other in zip(english, russian, strict=True):
        assert one.cell_type == other.cell_type and one.metadata == other.metadata
        assert one.source == other.source or one.cell_type == "markdown"


@every_lesson
@every_language
def test_no_cell_is_empty(path: Path, lang: str):
    assert not [cell.id for cell in lesson.notebook(lesson.read(path), lang).cells if not cell.source.strip()]


@every_lesson
@every_language
def test_there_is_one_title_and_no_heading_level_is_skipped(path: Path, lang: str):
    cells = lesson.notebook(lesson.read(path), lang).cells
    levels = [len(mark) for cell in cells if cell.cell_type == "markdown" for mark in headings(cell.source)]
    assert levels.count(1) == 1 and levels[0] == 1
    assert cells[0].source.startswith("# ")
    assert all(after <= before + 1 for before, after in zip(levels, levels[1:], strict=False))


@every_lesson
@every_language
def test_no_sentence_that_ends_with_a_number_begins_a_list(path: Path, lang: str):
    """A line that begins with "98. " would be shown as the 98th item of a list."""
    for cell in lesson.notebook(lesson.read(path), lang).cells:
        if cell.cell_type == "markdown":
            found = re.findall(r"^ *(\d+)[.)] ", without_code(cell.source), flags=re.MULTILINE)
            numbers = [int(number) for number in found]
            assert all(after in (1, before + 1) for before, after in zip([0, *numbers], numbers, strict=False)), cell.id


def headings(source: str) -> list[str]:
    return re.findall(r"^(#{1,6}) ", without_code(source), flags=re.MULTILINE)


def without_code(source: str) -> str:
    return re.sub(r"^(```|~~~).*?^\1", "", source, flags=re.DOTALL | re.MULTILINE)


@every_lesson
@every_language
def test_no_code_of_a_released_notebook_must_be_scrolled_sideways(path: Path, lang: str):
    code = [cell.source for cell in on_disk("release", path, lang).cells if cell.cell_type == "code"]
    assert [line for source in code for line in source.splitlines() if len(line) > WIDEST] == []


@every_lesson
@every_language
def test_every_picture_has_a_text_for_those_who_cannot_see_it(path: Path, lang: str):
    for cell in on_disk("release", path, lang).cells:
        if cell.cell_type == "markdown":
            assert all(alt.strip() for alt in re.findall(r"!\[([^\]]*)\]\(", cell.source)), cell.id
            assert not re.search(r"<img(?![^>]*\balt=\"[^\"]+\")", cell.source), cell.id
        for output in cell.get("outputs", []):
            assert output.metadata["image/png"]["alt"].strip() == output.data["text/plain"].strip() != ""


@every_lesson
@every_language
def test_every_figure_of_a_released_notebook_has_its_first_picture(path: Path, lang: str):
    for cell in on_disk("release", path, lang).cells:
        if cell.metadata.get("course", {}).get("figure"):
            assert ["image/png" in output.data for output in cell.outputs] == [True]


@every_lesson
@every_language
def test_notebooks_are_valid(path: Path, lang: str):
    from nbgrader.nbgraderformat import MetadataValidator

    for kind in ("source", "release"):
        node = on_disk(kind, path, lang)
        nbformat.validate(node, relax_add_props=False)
        MetadataValidator().validate_nb(node)


# ---------------------------------------------------------------------------------------- from top to bottom


@pytest.mark.sandbox
@every_lesson
@every_language
def test_a_released_notebook_runs_as_handed_out(sandbox: Sandbox, path: Path, lang: str):
    with sandbox.session(lang) as session:
        for cell in on_disk("release", path, lang).cells:
            if cell.cell_type != "code":
                continue
            outputs, failed = session.run_cell(cell.source, 20.0)
            said = "".join(output.get("text", "") for output in outputs)
            assert not failed, f"{cell.id}: {said}"
            if cell.id.startswith("test-"):
                name = cell.metadata.course.exercise
                assert text("check.state.not_attempted", lang, name=name) in said


@every_lesson
def test_an_instructors_notebook_gives_full_marks_to_its_own_solutions(
    path: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COURSE_LANG", "en")
    graded: dict[str, Verdict] = {}

    def recorded(function: Any) -> Verdict:
        verdict = original(function)
        graded[verdict.exercise] = verdict
        return verdict

    original = solution_check.grade
    monkeypatch.setattr(solution_check, "grade", recorded)
    names: dict[str, Any] = {"__name__": "__main__"}
    said = io.StringIO()
    node = on_disk("source", path, "en")
    with contextlib.redirect_stdout(said), np.errstate():
        for cell in node.cells:
            if cell.cell_type == "code":
                exec(compile(cell.source, cell.id, "exec"), names)
    import matplotlib.pyplot as plt

    plt.close("all")
    wanted = lesson.read(path).points
    assert {name: verdict.score for name, verdict in graded.items()} == wanted
    for name in wanted:
        assert text("check.visible.correct", "en", name=name) in said.getvalue()
        assert text("check.state.correct", "en", name=name) in said.getvalue()


def test_grade_in_an_instructors_notebook_says_what_a_learner_would_read(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
):
    def loss(w):
        return w**2

    for lang in LANGUAGES:
        monkeypatch.setenv("COURSE_LANG", lang)
        verdict = solution_check.grade(loss)
        assert (verdict.state, verdict.diagnosis) == ("wrong", "no_constant")
        assert capsys.readouterr().out == verdict.words(lang) + "\n"


@pytest.mark.parametrize("odd", [lambda w: w, 3, None, np.sin], ids=["lambda", "number", "None", "ufunc"])
def test_grade_says_so_when_there_is_no_such_exercise(odd: Any):
    with pytest.raises(TypeError, match="no exercise is called"):
        solution_check.grade(odd)


# --------------------------------------------------------------------------------- faults that the build finds

SOUND = """\
# %% [markdown] lang="en" key="goal"
# # Title
#
# A formula $w^2$ and $$w + 1$$ with a [link](https://example.org/a) and ![a picture](picture.png).
#
# ## Part

# %% [markdown] lang="ru" key="goal" of="HASH"
# # Название
#
# Формула $w^2$ и $$w + 1$$ со [ссылкой](https://example.org/a) и ![рисунок](picture.png).
#
# ## Часть

# %% key="play"
x = 1


# %% exercise="loss" role="answer"
def loss(w):
    ### BEGIN SOLUTION
    return w**2
    ### END SOLUTION


# %% exercise="loss" role="test" points=1
check(loss)
### BEGIN HIDDEN TESTS
grade(loss)
### END HIDDEN TESTS
"""


def written(folder: Path, source: str = SOUND, name: str = "09_sound.py") -> Path:
    path = folder / name
    path.write_text(source, "utf-8")
    if "HASH" in source:
        english = lesson.read(path).cells[0].source
        path.write_text(source.replace("HASH", lesson.text_hash(english)), "utf-8")
    return path


def faults(path: Path) -> list[str]:
    return lesson.translation_faults(lesson.read(path))


def test_a_sound_lesson_has_no_faults(tmp_path: Path):
    assert faults(written(tmp_path)) == []


CHANGES = {
    "a formula": ("Формула $w^2$", "Формула $w^3$"),
    "a display formula": ("и $$w + 1$$", "и $$w + 2$$"),
    "a missing formula": ("Формула $w^2$ и", "Формула и"),
    "one formula more": ("Формула $w^2$", "Формула $w^2$ $w$"),
    "a link": ("ссылкой](https://example.org/a)", "ссылкой](https://example.org/b)"),
    "a missing link": ("[ссылкой](https://example.org/a)", "ссылкой"),
    "a picture": ("рисунок](picture.png)", "рисунок](other.png)"),
    "a heading's level": ("## Часть", "### Часть"),
    "a missing heading": ("# ## Часть\n", ""),
    "the order": ("Формула $w^2$ и $$w + 1$$", "Формула $$w + 1$$ и $w^2$"),
}


@pytest.mark.parametrize(("old", "new"), CHANGES.values(), ids=CHANGES)
def test_a_translation_that_changes_what_must_stay_is_found(tmp_path: Path, old: str, new: str):
    path = written(tmp_path)
    source = path.read_text("utf-8")
    assert source.count(old) == 1
    path.write_text(source.replace(old, new), "utf-8")
    (fault,) = faults(path)
    assert "09_sound.py:8: the cell 'goal'" in fault and "differ" in fault


def test_a_text_that_has_changed_since_it_was_translated_is_found_until_it_is_stamped(tmp_path: Path):
    path = written(tmp_path)
    path.write_text(path.read_text("utf-8").replace("A formula", "The formula"), "utf-8")
    (fault,) = faults(path)
    assert "has changed since it was translated" in fault and "autograder stamp" in fault
    before = path.read_text("utf-8").splitlines()
    assert lesson.stamp(lesson.read(path)) == 1
    after = path.read_text("utf-8").splitlines()
    assert [line.split(" of=")[0] for line in before] == [line.split(" of=")[0] for line in after]
    assert faults(path) == [] and lesson.stamp(lesson.read(path)) == 0


def test_a_translation_without_a_stamp_is_found_and_can_be_stamped(tmp_path: Path):
    path = written(tmp_path, SOUND.replace(' of="HASH"', ""))
    assert len(faults(path)) == 1
    assert lesson.stamp(lesson.read(path)) == 1 and faults(path) == []


NO_TWINS = {
    "another key": ('lang="ru" key="goal"', 'lang="ru" key="other"'),
    "a cell between": ('# %% [markdown] lang="ru"', '# %% key="y"\ny = 2\n\n# %% [markdown] lang="ru"'),
}


@pytest.mark.parametrize(("old", "new"), NO_TWINS.values(), ids=NO_TWINS)
def test_a_missing_twin_is_found(tmp_path: Path, old: str, new: str):
    path = written(tmp_path)
    path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")
    assert "Russian twin must come right after" in faults(path)[0]
    assert "no English cell of this name right before" in faults(path)[1]


def test_a_dropped_translation_is_found(tmp_path: Path):
    source = SOUND[: SOUND.index('# %% [markdown] lang="ru"')] + SOUND[SOUND.index("# %% key=") :]
    assert "Russian twin must come right after" in faults(written(tmp_path, source))[0]


def test_a_russian_cell_without_an_english_one_is_found(tmp_path: Path):
    path = written(tmp_path, SOUND + '\n\n# %% [markdown] lang="ru" key="alone" of="00000000"\n# Один\n')
    (fault,) = faults(path)
    assert "09_sound.py:33: the cell 'alone'" in fault


@pytest.mark.parametrize("name", ["sound.py", "9_sound.py", "09_Sound.py", "09_.py"])
def test_a_lesson_with_an_odd_name_is_an_error(tmp_path: Path, name: str):
    with pytest.raises(lesson.LessonError, match="NN_name.py"):
        lesson.read(written(tmp_path, name=name))


def test_names_of_cells_do_not_change_when_cells_come_before_them(tmp_path: Path):
    before = lesson.notebook(lesson.read(written(tmp_path)), "en")
    more = '# %% key="first"\nz = 1\n\n\n' + SOUND
    after = lesson.notebook(lesson.read(written(tmp_path, more)), "en")
    assert [cell.id for cell in after.cells] == ["first", *(cell.id for cell in before.cells)]


def test_an_author_who_imports_grade_does_not_get_it_twice(tmp_path: Path):
    own = SOUND.replace("grade(loss)", "from autograder.authoring.solution_check import grade\ngrade(loss)")
    for source in (SOUND, own):
        test = lesson.notebook(lesson.read(written(tmp_path, source)), "en").cells[-1]
        assert test.source.count("import grade") == 1


_LESSON = MODEL.read_text("utf-8")
LOSS = _LESSON[_LESSON.index('# %% exercise="loss"') : _LESSON.index('# %% [markdown] lang="en" key="task-d-loss"')]
DISAGREEMENTS = {
    "other points": (
        LOSS, LOSS.replace("points=1", "points=7"), "loss has 7 points in the lesson and 1 in autograder/exercises"
    ),
    "a typo in an exercise": (LOSS, LOSS.replace("loss", "los"), "no exercise .+ 'los'; did you mean 'loss'?"),
    "a cell that is missing": (LOSS, "", "no cell asks for loss, which autograder/exercises/u04_gradient_descent"),
    "a typo in a figure": ('figure="learning_rate"', 'figure="lerning_rate"', "did you mean 'learning_rate'?"),
}  # fmt: skip


@pytest.mark.parametrize(("old", "new", "said"), DISAGREEMENTS.values(), ids=DISAGREEMENTS)
def test_a_lesson_that_disagrees_with_its_exercises_is_not_built(tmp_path: Path, old: str, new: str, said: str):
    folder = tmp_path / "source" / "lessons"
    folder.mkdir(parents=True)
    source = MODEL.read_text("utf-8")
    (folder / MODEL.name).write_text(source.replace(old, new, 1), "utf-8")
    said = rf"04_gradient_descent.py:{'' if not new else r'[0-9]+:'} .*{said}"
    with pytest.raises(lesson.LessonError, match=said):
        builder.build(tmp_path)
    assert not (tmp_path / "release").exists()
