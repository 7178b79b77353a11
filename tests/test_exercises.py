"""The proof that the hidden tests are good, for every exercise of every unit.

A sixth of the mistakes, alternatives and references run from their source in the real sandbox, as a learner's cells
do, in a thorough run all of them. The others, and what no learner's cell is needed for (constants, other seeds), are
judged in this process.
"""

import copy
import inspect
import itertools
import math
import re
import textwrap
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import nbformat
import numpy as np
import pytest
from thorough import at_least, share

from autograder.authoring import lesson
from autograder.authoring.examples import public_examples
from autograder.authoring.try_answer import lacking, try_source
from autograder.exercise import Example, Exercise, answer_source
from autograder.exercises import exercises, units
from autograder.intake.submission import intake
from autograder.judging.grade import Times, grade
from autograder.judging.judge import generic_hint, judge
from autograder.judging.observe import Observer, Run, here
from autograder.judging.verdict import Verdict
from autograder.nbgrader.autograde import REPOSITORY
from autograder.sandbox import RemoteValue, Sandbox
from course.compare import mismatch
from course.language import LANGUAGES
from course.workspace import notebook_file

TIMES = Times(exercise=3)  # an answer that never ends costs this much
UNEXPLAINED = replace(TIMES, repair=0)
SEEDS = range(at_least(2, 6))
EXERCISES = list(exercises().values())
LESSONS = lesson.paths(REPOSITORY)
SHORT = 8  # a piece of code of fewer characters may stand in a hint by chance
ANSWERS = [
    (each.unit, each.name, function.__name__, right)
    for each in EXERCISES
    for right, functions in (
        (True, [each.reference, *each.alternatives]), (False, [mistake.function for mistake in each.mistakes]),
    )
    for function in functions
]  # fmt: skip
IN_SANDBOX = {(name, answer) for _, name, answer, _ in share(ANSWERS, 50, lambda answer: (answer[0], answer[3]))}
ENDLESS = [(each.name, mistake.name) for each in EXERCISES for mistake in each.mistakes if mistake.never_ends]
IN_SANDBOX |= {*share(ENDLESS, 8)}  # the others are not run at all
NOTEBOOKS = share([(unit, lang) for unit in LESSONS for lang in LANGUAGES], 2, lambda notebook: notebook[0])


def some_of(exercises: list[Exercise], of: int, kind: Callable[[Exercise], object], name: str = "") -> list[Exercise]:
    """Return a share of exercises, drawn by their names."""
    return share(exercises, of, kind, name, by=lambda each: each.name)


def parametrized(exercises: list[Exercise]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("exercise", exercises, ids=[f"{each.unit}:{each.name}" for each in exercises])


def takes_arguments(exercise: Exercise) -> bool:
    return not inspect.isfunction(exercise.reference) or bool(exercise.parameters)


every_exercise = parametrized(EXERCISES)
CHANGED_IN_SANDBOX = some_of(EXERCISES, 4, lambda each: each.unit, "changed")
every_exercise_with_arguments = parametrized(list(filter(takes_arguments, EXERCISES)))


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    with Sandbox(contained=True) as running:
        yield running


def tried(sandbox: Sandbox, exercise: Exercise, function: Callable[..., Any]) -> Verdict:
    """Return the verdict on an implementation: on its source, if it is one of those that run in the sandbox."""
    if (exercise.name, function.__name__) not in IN_SANDBOX:
        return judge(exercise, function, 0)
    return try_source(sandbox, exercise, answer_source(function, exercise.name), times=TIMES)


def seen(verdict: Verdict) -> str:
    words = [verdict.state, f"{verdict.score} of {verdict.max_score:g}", verdict.diagnosis, verdict.note]
    return ", ".join(word for word in words if word)


# --------------------------------------------------------------------------------- right and wrong answers


@every_exercise
@pytest.mark.sandbox
@pytest.mark.filterwarnings("ignore")
def test_the_reference_and_every_alternative_get_full_marks(sandbox: Sandbox, exercise: Exercise):
    answers = [exercise.reference, *exercise.alternatives]
    verdicts = {function.__name__: tried(sandbox, exercise, function) for function in answers}
    faults = {name: seen(verdict) for name, verdict in verdicts.items() if not is_full(verdict)}
    assert not faults


@every_exercise
@pytest.mark.sandbox
@pytest.mark.filterwarnings("ignore")
def test_every_misconception_loses_points_and_is_diagnosed_as_itself(sandbox: Sandbox, exercise: Exercise):
    faults = {}
    for mistake in exercise.mistakes:
        if mistake.never_ends and (exercise.name, mistake.name) not in IN_SANDBOX:
            continue
        verdict = tried(sandbox, exercise, mistake.function)
        loses = verdict.score is not None and verdict.score < exercise.points
        if not loses or verdict.diagnosis not in (mistake.name, *mistake.looks_like):
            faults[mistake.name] = seen(verdict)
    assert not faults


@every_exercise
def test_a_misconception_that_looks_like_another_names_one_that_exists_and_differs(exercise: Exercise):
    names = [mistake.name for mistake in exercise.mistakes]
    assert len(set(names)) == len(names)
    for mistake in exercise.mistakes:
        assert set(mistake.looks_like) <= set(names) - {mistake.name}


@parametrized(some_of(EXERCISES, 4, lambda each: each.unit))
@pytest.mark.sandbox
def test_the_cell_as_handed_out_is_not_attempted(sandbox: Sandbox, exercise: Exercise):
    stub = f"def {exercise.name}(*args, **kwargs):\n    raise NotImplementedError  # delete this line\n"
    verdict = try_source(sandbox, exercise, stub, times=TIMES)
    assert (verdict.state, verdict.score) == ("not_attempted", 0.0)


# ------------------------------------------------------------------------------------- what is no answer


@parametrized(some_of(EXERCISES, 2, lambda each: each.unit, "constant"))
def test_an_answer_that_ignores_its_arguments_gets_no_points(exercise: Exercise):
    faults = {}
    for value in [*constants(exercise)]:
        verdict = judge(exercise, lambda *args, value=value, **kwargs: value, 0)
        if verdict.score != 0 and not (is_full(verdict) and is_legitimate(exercise, value)):
            faults[repr(value)] = seen(verdict)
    for number, example in enumerate(exercise.examples if takes_arguments(exercise) else ()):
        verdict = judge(exercise, lambda *args, given=example, **kwargs: called(exercise.reference, given), 0)
        if verdict.score != 0:
            faults[f"the reference at example {number}"] = seen(verdict)
    assert not faults


@every_exercise
def test_a_right_value_in_a_list_of_one_gets_no_points(exercise: Exercise):
    verdict = judge(exercise, lambda *args, **kwargs: [exercise.reference(*args, **kwargs)], 0)
    assert verdict.score == 0, seen(verdict)


@every_exercise
@pytest.mark.sandbox
def test_an_answer_that_edits_an_array_it_was_given_loses_points(sandbox: Sandbox, exercise: Exercise):
    edited = []

    def edits(*args, **kwargs):
        value = exercise.reference(*args, **kwargs)
        edited.extend(given for given in (*args, *kwargs.values()) if spoil(given))
        return value

    verdict = judge(exercise, edits, 0)
    if not edited:
        assert is_full(verdict), seen(verdict)
        return  # no probe passes an array, so there is nothing to edit
    assert verdict.score is not None and verdict.score < exercise.points, seen(verdict)
    if exercise in CHANGED_IN_SANDBOX and inspect.isfunction(exercise.reference):
        source = answer_source(exercise.reference, exercise.name) + inspect.getsource(spoil) + textwrap.dedent(
            f"""
            _right = {exercise.name}
            def {exercise.name}(*args, **kwargs):
                value = _right(*args, **kwargs)
                for given in (*args, *kwargs.values()):
                    spoil(given)
                return value
            """
        )
        in_sandbox = try_source(sandbox, exercise, source, times=UNEXPLAINED)
        assert seen(in_sandbox) == seen(verdict)


def spoil(given):
    """Change every element of an array; return whether there was one to change."""
    if not isinstance(given, np.ndarray) or not given.size:
        return False
    given[...] = ~given if given.dtype.kind == "b" else np.where(given == 7, 8, 7)
    return True


def constants(exercise: Exercise) -> list[Any]:
    """Return what a learner might return to have an answer at all, the first public value among it.

    Where an exercise takes no argument, that value is the answer.
    """
    values: list[Any] = [None, math.nan, 0, 1, -1.5, "", [], True, False, np.zeros(3), {}]
    if not takes_arguments(exercise):
        return values
    example = exercise.examples[0]
    first = called(exercise.reference, example)
    if callable(first) and example.then:
        value = first(*fresh(example.then[0]))
        values.append(lambda *args: value)
    return [*values, first]


def called(function: Callable[..., Any], example: Example) -> Any:
    return function(*fresh(example.args), **fresh(example.named))


def fresh(args: Any) -> Any:
    """Return the arguments of an example as an answer gets them: copies, with random generators made anew."""
    return here(copy.deepcopy(args))


def is_legitimate(exercise: Exercise, constant: Any) -> bool:
    """Whether an alternative gives this very constant for every public example."""
    return any(
        all(mismatch(called(function, example), constant) is None for example in exercise.examples)
        for function in exercise.alternatives
    )


def is_full(verdict: Verdict) -> bool:
    return verdict.state == "correct" and verdict.score == verdict.max_score


# ------------------------------------------------------------------------------------------------- seeds


@every_exercise_with_arguments
def test_another_seed_gives_other_hidden_inputs(exercise: Exercise):
    inputs = []
    for seed in SEEDS:
        given: list[str] = []

        def watched(value, given=given):
            """Write down a value; of a function, what it gives when it is called."""
            if not callable(value):
                is_generator = isinstance(value, np.random.Generator)
                given.append(repr(value.bit_generator.state if is_generator else value))
                return value
            return lambda *args, **kwargs: watched(value(*args, **kwargs))

        def records(*args, watched=watched, **kwargs):
            return exercise.reference(*map(watched, args), **{name: watched(value) for name, value in kwargs.items()})

        assert is_full(judge(exercise, records, seed))
        inputs.append(given)
    assert all(one != other for one, other in itertools.combinations(inputs, 2))


@every_exercise
def test_the_reference_and_the_probes_leave_no_trace_of_being_run(exercise: Exercise):
    for number, probe in enumerate(exercise.probes):
        once, again = (
            probe.observe(Observer(exercise.reference, Run()), np.random.default_rng([0, number])) for _ in range(2)
        )
        assert mismatch(once, again, 0.0, 0.0) is None


# ------------------------------------------------------------------------------------ what is written down


@every_exercise
def test_an_exercise_has_enough_mistakes_alternatives_and_examples(exercise: Exercise):
    assert lacking(exercise) == []
    assert len(exercise.examples) >= 1
    assert exercise.probes and exercise.points > 0


def test_an_exercise_that_knows_too_few_answers_is_told_so():
    few = Exercise("loss", "04-gradient-descent", 1, lambda w: w)
    assert [line.partition(",")[0] for line in lacking(few)] == ["loss: 0 misconceptions", "loss: 0 alternatives"]


@every_exercise
def test_every_hint_has_two_different_parts_in_each_language(exercise: Exercise):
    for mistake in exercise.mistakes:
        assert set(mistake.hint) == set(LANGUAGES), mistake.name
        for lang, parts in mistake.hint.items():
            assert len(parts) == 2 and parts[0] != parts[1], mistake.name
            for part in parts:
                assert part == part.strip() and len(part) > 10, (mistake.name, lang)
                assert bool(re.search("[а-яё]", part)) == (lang == "ru"), (mistake.name, lang)
                assert "```" not in part and "\n" not in part, (mistake.name, lang)
                assert part[-1] in ".?!:)", (mistake.name, lang)


@every_exercise
def test_two_mistakes_of_an_exercise_are_not_explained_with_the_same_words(exercise: Exercise):
    for lang in LANGUAGES:
        hints = [mistake.hint[lang] for mistake in exercise.mistakes]
        assert len(set(hints)) == len(hints)


@every_exercise
def test_no_hint_gives_away_a_line_of_a_solution(exercise: Exercise):
    pieces = solution_pieces(exercise)
    for mistake in exercise.mistakes:
        for part in (part for parts in mistake.hint.values() for part in parts):
            told = [piece for piece in pieces if piece in "".join(part.split())]
            assert not told, (mistake.name, part)


def solution_pieces(exercise: Exercise) -> set[str]:
    """Return the statements of the right answers and what they return or assign, without blanks."""
    pieces = set()
    for function in (exercise.reference, *exercise.alternatives):
        for line in inspect.getsource(function).splitlines():
            code = "".join(line.split("#")[0].split())
            if code and not code.startswith(("def", "class", "@", '"""')):
                pieces |= {code, code.removeprefix("return"), code.rpartition("=")[2]}
    return {piece for piece in pieces if len(piece) >= SHORT and not piece.replace(".", "").isidentifier()}


@pytest.mark.parametrize("unit", units())
def test_a_name_is_the_same_exercise_in_the_lesson_and_in_the_public_examples(unit: str):
    own = units()[unit]
    assert {each.name: each for each in EXERCISES if each.unit == unit} == own
    assert set(lesson.read(LESSONS[unit]).points) == set(public_examples(unit)) == set(own)


# --------------------------------------------------------------------------------------------- the lessons


@cache
def released(unit: str, name: str) -> dict[str, nbformat.NotebookNode]:
    return {lang: nbformat.read(REPOSITORY / "release" / lang / unit / name, as_version=4) for lang in LANGUAGES}


@pytest.mark.sandbox
@pytest.mark.parametrize(("unit", "lang"), NOTEBOOKS)
def test_the_lessons_own_solutions_get_full_marks(sandbox: Sandbox, unit: str, lang: str, tmp_path: Path):
    text = lesson.read(LESSONS[unit])
    name = notebook_file(unit)
    nbformat.write(lesson.notebook(text, lang), tmp_path / name)
    verdicts = graded(sandbox, tmp_path, name, text.unit, lang)
    assert not {name: seen(verdict) for name, verdict in verdicts.items() if not is_full(verdict)}


@pytest.mark.sandbox
@pytest.mark.parametrize(("unit", "lang"), NOTEBOOKS)
def test_a_notebook_handed_in_as_handed_out_is_not_attempted(sandbox: Sandbox, unit: str, lang: str, tmp_path: Path):
    name = notebook_file(unit)
    nbformat.write(released(unit, name)[lang], tmp_path / name)
    verdicts = graded(sandbox, tmp_path, name, unit, lang)
    assert {(verdict.state, verdict.score) for verdict in verdicts.values()} == {("not_attempted", 0.0)}


def graded(sandbox: Sandbox, folder: Path, name: str, unit: str, lang: str) -> dict[str, Verdict]:
    """Return the verdicts on a notebook that lies in ``folder``, every exercise's among them."""
    submission = intake(folder, name, released(unit, name))
    assert submission.lang == lang
    wanted = list(units()[unit].values())
    found = grade(sandbox, submission.cells, wanted, dict.fromkeys(units()[unit], 1), lang, TIMES)
    assert not found.ended
    assert list(found.verdicts) == list(units()[unit])
    return found.verdicts


def test_names_of_exercises_are_unique_in_the_whole_course():
    names = [name for unit in units().values() for name in unit]
    assert len(set(names)) == len(names)


@pytest.mark.sandbox
@pytest.mark.parametrize(
    ("source", "cause"),
    [
        ("def loss(w)\n    return w\n", "cell_failed:SyntaxError"),
        ("def loss(w):\nreturn w\n", "cell_failed:IndentationError"),
        ("class Mine(KeyError): pass\nraise Mine('<b>words</b>')\n", "cell_failed:KeyError"),
        ("size = input()\n", "cell_failed:EOFError"),
        ("import torch.nn as f\n", "no_module:torch"),
        ("import no_such.module as f\n", "cell_failed:ModuleNotFoundError"),  # any name could be a message
        ("raise ModuleNotFoundError(name='torch.0x1p3')\n", "cell_failed:ModuleNotFoundError"),
        ("raise ModuleNotFoundError(name='<b>')\n", "cell_failed:ModuleNotFoundError"),
        ("raise ModuleNotFoundError(name='a' * 51)\n", "cell_failed:ModuleNotFoundError"),
        ("raise ModuleNotFoundError(name=['numpy'])\n", "cell_failed:ModuleNotFoundError"),
        ("raise ModuleNotFoundError(name=print)\n", "cell_failed:ModuleNotFoundError"),
    ],
)
def test_a_cell_that_fails_is_told_the_kind_of_error_and_nothing_of_its_words(
    sandbox: Sandbox, source: str, cause: str
):
    verdict = try_source(sandbox, exercises()["loss"], source, times=TIMES)
    assert (verdict.state, verdict.score, verdict.diagnosis) == ("error", 0.0, "cell_failed")
    assert verdict.hint == generic_hint(cause)


@pytest.mark.sandbox
def test_a_session_ends_with_its_answer(sandbox: Sandbox):
    """What one answer leaves behind is not there for the next one."""
    exercise = EXERCISES[0]
    spoiler = "import builtins\nbuiltins.left_behind = 1\nimport numpy\nnumpy.left_behind = 1\n"
    try_source(sandbox, exercise, spoiler, times=TIMES)
    with sandbox.session() as session:
        session.run_cell("import builtins, numpy\nfound = [hasattr(m, 'left_behind') for m in (builtins, numpy)]", 5.0)
        found = session.keep("found", 5.0)
        assert isinstance(found, RemoteValue) and [found[0], found[1]] == [False, False]


@pytest.mark.sandbox
def test_scikit_learn_finds_its_threads_in_the_sandbox(sandbox: Sandbox):
    """Its nearest neighbours ask which libraries have threads, and the answer lies in /proc, which a fork has not."""
    source = """
        import numpy as np
        from sklearn.neighbors import KNeighborsClassifier
        X = np.random.default_rng(0).normal(size=(60, 20))
        print(KNeighborsClassifier(1).fit(X, X[:, 0] > 0).score(X, X[:, 0] > 0))
    """
    with sandbox.session("en") as session:
        assert session.run_cell(textwrap.dedent(source), 20.0) == ([{"name": "stdout", "text": "1.0\n"}], False)
