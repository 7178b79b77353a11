"""``autograder pull``: what is edited in a built notebook comes home into its lesson, and nothing is ever lost."""

from __future__ import annotations

import copy
import json
import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import nbformat
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_markdown_cell, new_output, new_raw_cell
from test_autograder_cli import autograder
from thorough import at_least

from autograder.authoring import builder, lesson
from autograder.authoring.built import remember
from autograder.authoring.headers import LessonError
from autograder.authoring.pull import Pulled, pull, side_by_side
from autograder.support.repository import REPOSITORY
from course.language import LANGUAGES
from course.workspace import notebook_file

SOUND = """\
# %% [markdown] lang="en" key="goal"
# # Title
#
# A formula $w^2$.

# %% [markdown] lang="ru" key="goal" of="HASH"
# # Название
#
# Формула $w^2$.

# %% numbers="goal"
says("2", 2)

# %% key="setup"
x = 1


# %% [markdown] lang="en" key="task"
# ## Task

# %% [markdown] lang="ru" key="task"
# ## Задание

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

# %% key="play"
print(loss(x))


# %% [markdown] question="why" points=2
# ### BEGIN MARK SCHEME
# Because.
# ### END MARK SCHEME
"""
UNIT = "09-sound"
LESSON = Path("source/lessons/09_sound.py")
EXERCISE = Path("autograder/exercises/u09_sound/loss.py")


def place(root: Path, lang: str) -> Path:
    return root / "source" / lang / UNIT / notebook_file(UNIT)


def build(root: Path) -> dict[str, NotebookNode]:
    """Write the notebooks of the lesson as the build does, without their release; return them."""
    text, made = lesson.read(root / LESSON), {}
    for lang in LANGUAGES:
        made[lang] = lesson.notebook(text, lang)
        remember(made[lang])
        place(root, lang).parent.mkdir(parents=True, exist_ok=True)
        nbformat.write(made[lang], place(root, lang))
    return made


def laid_out(root: Path) -> Path:
    for path, source in ((LESSON, SOUND), (EXERCISE, "@exercise(points=1)\ndef loss(w):\n    return w**2\n")):
        (root / path).parent.mkdir(parents=True)
        (root / path).write_text(source, "utf-8")
    lesson.stamp(lesson.read(root / LESSON))
    build(root)
    return root


@pytest.fixture(scope="module", autouse=True)
def hasty() -> Iterator[None]:
    """Let nobody wait for the disk: that files survive a power cut is tested elsewhere."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("os.fsync", lambda _: None)
        yield


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A repository with one lesson, built."""
    return laid_out(tmp_path)


def edit(root: Path, lang: str, change: Callable[[NotebookNode], object]) -> NotebookNode:
    """Do something to the notebook of a language, as JupyterLab saves it; return it as it is then."""
    node = nbformat.read(place(root, lang), as_version=4)
    change(node)
    nbformat.write(node, place(root, lang))
    return node


def cell(node: NotebookNode, name: str) -> NotebookNode:
    return next(each for each in node.cells if each.id == name)


def writes(name: str, source: str) -> Callable[[NotebookNode], object]:
    return lambda node: cell(node, name).update(source=source)


def contents(root: Path) -> dict[Path, bytes]:
    return {path.relative_to(root): path.read_bytes() for path in root.rglob("*.*") if path.is_file()}


def sources(node: NotebookNode) -> list[tuple[str, str, object]]:
    return [(each.id, each.source, each.metadata) for each in node.cells]


# ---------------------------------------------------------------------------------------------- the round trip

NAMES = ["goal", "setup", "task", "answer-loss", "play", "why"]
LINES = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
TEXTS = st.lists(LINES, min_size=1, max_size=5).map("\n".join)


@settings(max_examples=at_least(15, 300))
@given(st.dictionaries(st.sampled_from(NAMES), TEXTS, min_size=1, max_size=3), st.sampled_from(LANGUAGES))
def test_an_edit_comes_home_so_that_the_next_build_gives_it_and_no_other_change(edits: dict[str, str], lang: str):
    with tempfile.TemporaryDirectory() as folder:
        root = laid_out(Path(folder))
        before = {each: nbformat.read(place(root, each), as_version=4) for each in LANGUAGES}
        edited = edit(root, lang, lambda node: [writes(name, source)(node) for name, source in edits.items()])
        kept = contents(root)
        try:
            done = pull(root, UNIT)
        except LessonError as error:  # no lesson can hold it, such as a line that looks like a header
            assert "nothing is pulled" in str(error) and contents(root) == kept
            return
        assert not done.conflicts and not done.left
        made = build(root)
        for each in LANGUAGES:
            for one, was in zip(made[each].cells, before[each].cells, strict=True):
                comes = one.id in edits and (each == lang or one.id not in ("goal", "task"))
                assert one.source == (cell(edited, one.id).source.strip("\n") if comes else was.source)
                assert one.metadata == was.metadata
        assert not pull(root, UNIT).taken


@settings(max_examples=at_least(10, 100))
@given(st.permutations(NAMES + ["test-loss"]))
def test_cells_that_were_moved_move_in_the_lesson_with_their_twins_and_numbers(order: list[str]):
    with tempfile.TemporaryDirectory() as folder:
        root = laid_out(Path(folder))
        words = sorted((root / LESSON).read_text("utf-8").split())
        moved = edit(root, "ru", lambda node: node.cells.sort(key=lambda each: order.index(each.id)))
        pull(root, UNIT)
        made = build(root)
        assert [each.id for each in made["ru"].cells] == [each.id for each in made["en"].cells] == order
        assert sources(made["ru"]) == sources(moved)
        text = (root / LESSON).read_text("utf-8")
        assert text.index('lang="ru" key="goal"') < text.index('numbers="goal"')
        assert sorted(text.split()) == words


def test_nothing_is_pulled_where_nothing_was_edited(root: Path):
    before = contents(root)
    assert pull(root, "9") == Pulled(UNIT)
    assert contents(root) == before


def test_only_the_edited_cell_changes_in_the_lesson(root: Path):
    edit(root, "en", writes("play", "print(loss(2))"))
    before = (root / LESSON).read_text("utf-8")
    assert pull(root, UNIT).taken == ["play"]
    assert (root / LESSON).read_text("utf-8") == before.replace("print(loss(x))", "print(loss(2))")


def test_an_edited_english_text_waits_for_its_translation(root: Path):
    edit(root, "en", writes("goal", "# A better title\n\nA formula $w^2$."))
    done = pull(root, UNIT)
    assert (done.taken, done.untranslated) == (["goal (en)"], ["goal"])
    assert "has changed since it was translated" in lesson.translation_faults(lesson.read(root / LESSON))[0]


def test_points_come_home_into_the_lesson_and_the_exercise(root: Path):
    for lang in LANGUAGES:
        edit(root, lang, lambda node: cell(node, "test-loss").metadata.nbgrader.update(points=3))
    edit(root, "en", lambda node: cell(node, "why").metadata.nbgrader.update(points=2.5))
    done = pull(root, UNIT)
    assert done.taken == ["test-loss: 3 points", "why: 2.5 points"]
    assert lesson.read(root / LESSON).points == {"loss": 3}
    assert 'question="why" points=2.5\n' in (root / LESSON).read_text("utf-8")
    assert (root / EXERCISE).read_text("utf-8").startswith("@exercise(points=3)\n")


def test_points_for_which_no_exercise_is_found_are_named(root: Path):
    (root / EXERCISE).unlink()
    edit(root, "en", lambda node: cell(node, "test-loss").metadata.nbgrader.update(points=3))
    assert "write points=3 in the head of loss" in pull(root, UNIT).left[0]


# --------------------------------------------------------------------------------------------------- new cells


def test_a_new_code_cell_comes_home_once_whoever_pulls_how_often(root: Path):
    edit(root, "en", lambda node: node.cells.insert(2, new_code_cell("y = 2")))
    assert pull(root, UNIT).taken == ["setup-2: a new cell"]
    assert not pull(root, UNIT).taken
    for node in build(root).values():
        assert [each.id for each in node.cells[1:4]] == ["setup", "setup-2", "task"]


def test_new_prose_in_both_languages_is_a_pair(root: Path):
    for lang, words in (("en", "### Why so?\n\nBecause."), ("ru", "### Почему?\n\nПотому.")):
        edit(root, lang, lambda node, words=words: node.cells.insert(1, new_markdown_cell(words)))
    done = pull(root, UNIT)
    assert (done.taken, done.untranslated) == (["why-so: a new cell"], ["why-so"])
    lesson.stamp(lesson.read(root / LESSON))
    assert lesson.translation_faults(lesson.read(root / LESSON)) == []
    assert [node.cells[1].source for node in build(root).values()] == [
        "### Why so?\n\nBecause.",
        "### Почему?\n\nПотому.",
    ]


def test_new_prose_in_one_language_gets_a_twin_that_cannot_be_forgotten(root: Path):
    edit(root, "ru", lambda node: node.cells.append(new_markdown_cell("Ещё слово.")))
    pull(root, UNIT)
    english, russian = (node.cells[-1].source for node in build(root).values())
    assert english.startswith("TODO: translate") and russian == "Ещё слово."


def test_an_empty_cell_is_none(root: Path):
    edit(root, "en", lambda node: node.cells.append(new_code_cell("")))
    before = contents(root)
    assert pull(root, UNIT) == Pulled(UNIT) and contents(root) == before


def graded(node: NotebookNode) -> None:
    node.cells.append(copy.deepcopy(cell(node, "test-loss")))
    node.cells[-1].update(id="fresh", source="assert loss(1) == 1")


STAYS: dict[str, tuple[Callable[[NotebookNode], object], str]] = {
    "a graded cell": (graded, "graded ones are laid out by 'autograder new'"),
    "raw text": (lambda node: node.cells.append(new_raw_cell("raw")), "a lesson has only Markdown and code"),
    "a deleted cell": (lambda node: node.cells.remove(cell(node, "play")), "play was deleted; delete it in"),
    "outputs": (
        lambda node: cell(node, "play").outputs.append(new_output("stream", text="1\n")), "outputs of 1 cells",
    ),
    "tags": (lambda node: cell(node, "play").metadata.update(tags=["x"]), "metadata of play: tags"),
    "a lock": (lambda node: cell(node, "test-loss").metadata.nbgrader.update(locked=False), "nbgrader.locked"),
    "another type": (lambda node: cell(node, "play").update(cell_type="markdown"), "another type of cell"),
}  # fmt: skip


@pytest.mark.parametrize(("change", "said"), STAYS.values(), ids=STAYS)
def test_what_cannot_come_home_is_named_and_stays_where_it_is(root: Path, change: Callable, said: str):
    edit(root, "en", change)
    before = contents(root)
    done = pull(root, UNIT)
    assert not done.taken and len(done.left) == 1
    assert done.left[0].startswith(f"source/en/{UNIT}/sound.ipynb: ") and said in done.left[0]
    assert contents(root) == before


def test_what_cannot_come_home_keeps_nothing_else_from_it(root: Path):
    edit(root, "en", lambda node: [cell(node, "test-loss").metadata.pop("nbgrader"), writes("play", "print(7)")(node)])
    done = pull(root, UNIT)
    assert done.taken == ["play"]
    assert "test-loss has become another type of cell" in done.left[0] and "nbgrader.grade" in done.left[1]
    assert lesson.read(root / LESSON).points == {"loss": 1}


def test_new_cells_that_differ_between_the_languages_are_named(root: Path):
    edit(root, "en", lambda node: node.cells.append(new_code_cell("y = 2")))
    edit(root, "ru", lambda node: node.cells.append(new_code_cell("y = 3")))
    done = pull(root, UNIT)
    assert not done.taken and "the languages have different code here" in done.left[0]


# --------------------------------------------------------------------------------------------------- conflicts


def test_a_cell_that_changed_on_both_sides_is_refused_shown_and_left_while_others_come_home(root: Path):
    path = root / LESSON
    path.write_text(path.read_text("utf-8").replace("x = 1\n", "x = 2\n"), "utf-8")
    edit(root, "en", lambda node: [writes("setup", "x = 3\nz = 1")(node), writes("play", "print(7)")(node)])
    done = pull(root, UNIT)
    assert done.taken == ["play"]
    (conflict,) = done.conflicts
    assert conflict.left == ("source/lessons/09_sound.py:14", "x = 2")
    assert conflict.right == (f"source/en/{UNIT}/sound.ipynb", "x = 3\nz = 1")
    assert side_by_side(conflict) == [("x = 2", "x = 3", False), ("", "z = 1", False)]
    assert "x = 2\n" in path.read_text("utf-8") and "print(7)" in path.read_text("utf-8")
    assert cell(nbformat.read(place(root, "en"), as_version=4), "setup").source == "x = 3\nz = 1"
    assert pull(root, UNIT).conflicts == done.conflicts


def test_the_same_change_on_both_sides_is_none(root: Path):
    path = root / LESSON
    path.write_text(path.read_text("utf-8").replace("x = 1\n", "x = 2\n"), "utf-8")
    edit(root, "en", writes("setup", "x = 2"))
    assert pull(root, UNIT) == Pulled(UNIT)


def test_a_change_of_the_lesson_alone_is_no_conflict(root: Path):
    path = root / LESSON
    path.write_text(path.read_text("utf-8").replace("x = 1\n", "x = 2\n"), "utf-8")
    assert pull(root, UNIT) == Pulled(UNIT)


def test_code_that_was_edited_otherwise_in_the_other_language_is_a_conflict(root: Path):
    for lang, source in (("en", "x = 2"), ("ru", "x = 3")):
        edit(root, lang, writes("setup", source))
    done = pull(root, UNIT)
    assert not done.taken and [each.name for each in done.conflicts] == ["setup"]
    assert (done.conflicts[0].left[1], done.conflicts[0].right[1]) == ("x = 2", "x = 3")


def test_a_cell_that_the_lesson_has_deleted_is_a_conflict_if_it_was_edited(root: Path):
    path = root / LESSON
    path.write_text(path.read_text("utf-8").replace('# %% key="play"\nprint(loss(x))\n\n\n', ""), "utf-8")
    assert pull(root, UNIT) == Pulled(UNIT)
    edit(root, "en", writes("play", "print(7)"))
    (conflict,) = pull(root, UNIT).conflicts
    assert conflict.left == ("source/lessons/09_sound.py: deleted", "") and conflict.right[1] == "print(7)"


def test_cells_that_were_moved_on_both_sides_are_a_conflict(root: Path):
    path = root / LESSON
    setup = '# %% key="setup"\nx = 1\n\n\n'
    path.write_text(path.read_text("utf-8").replace(setup, "") + "\n" + setup, "utf-8")
    edit(root, "en", lambda node: node.cells.reverse())
    done = pull(root, UNIT)
    assert not done.taken and [each.name for each in done.conflicts] == ["the order"]


def test_an_edit_that_no_lesson_can_hold_is_refused_and_nothing_is_written(root: Path):
    edit(root, "en", writes("answer-loss", "def lose(w):\n    return w"))
    before = contents(root)
    with pytest.raises(LessonError, match="(?s)nothing is pulled.+the cell defines lose"):
        pull(root, UNIT)
    assert contents(root) == before


def test_of_a_notebook_that_does_not_remember_its_build_every_difference_is_shown(root: Path):
    edit(root, "en", lambda node: [node.metadata.course.pop("built"), writes("setup", "x = 2")(node)])
    assert [each.name for each in pull(root, UNIT).conflicts] == ["setup"]


def test_a_notebook_that_is_none_is_named(root: Path):
    place(root, "en").write_text("<<<<<<< HEAD\n", "utf-8")
    with pytest.raises(LessonError, match="sound.ipynb is no notebook"):
        pull(root, UNIT)


# ---------------------------------------------------------------------------------------------- with the build


def test_a_build_overwrites_no_edit_that_was_not_pulled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("COLUMNS", "200")
    unit, source = "00-start-here", tmp_path / "source"
    source.mkdir()
    (source / "lessons").mkdir()
    shutil.copy(REPOSITORY / "source/lessons/00_start_here.py", source / "lessons")
    builder.build(tmp_path)
    notebook = source / "en" / unit / notebook_file(unit)
    released = json.loads((tmp_path / "release" / "en" / unit / notebook_file(unit)).read_text("utf-8"))
    node = nbformat.read(notebook, as_version=4)
    assert node.metadata.course.built and "built" not in released["metadata"]["course"]
    name = next(each.id for each in node.cells if each.cell_type == "code" and not each.metadata)
    cell(node, name).source += "\nmore = 1"
    nbformat.write(node, notebook)
    before = contents(tmp_path)
    refused = autograder("build", "0", "--root", tmp_path)
    assert refused.exit_code == 1 and f"was edited since it was built ({name})" in refused.stderr
    assert contents(tmp_path) == before
    told = autograder("pull", "0", "--root", tmp_path, "--json")
    assert json.loads(told.stdout)["taken"] == [name]
    assert "wrote" in autograder("build", "0", "--root", tmp_path).stdout
    for lang in LANGUAGES:
        made = nbformat.read(source / lang / unit / notebook_file(unit), as_version=4)
        assert cell(made, name).source.endswith("\nmore = 1")
    cell(node, name).source += "\neven_more = 1"
    nbformat.write(node, notebook)
    lesson_file = source / "lessons" / "00_start_here.py"
    lesson_file.write_text(lesson_file.read_text("utf-8").replace("\nmore = 1", "\nmuch_more = 1"), "utf-8")
    torn = autograder("pull", "0", "--root", tmp_path)
    assert torn.exit_code == 1 and "NOT pulled, changed on both sides" in torn.stdout
    assert "even_more = 1" in torn.stdout and "much_more = 1" in torn.stdout
    assert autograder("build", "0", "--root", tmp_path, "--overwrite").exit_code == 0
    assert autograder("pull", "0", "--root", tmp_path).stdout == f"{unit}: nothing to pull\n"
