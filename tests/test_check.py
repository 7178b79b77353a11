"""The visible check: what a learner reads in the notebook about an answer, with the public examples only."""

import importlib
import json
import linecache
import re
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from typing import Any

import numpy as np
import pytest

from autograder.authoring import examples
from autograder.exercise import Example, Exercise, Mistake
from autograder.exercises import exercises
from course import check, findings, json_values, text
from course.compare import mismatch
from course.formatting import short as shown_as
from course.formatting import told_apart
from course.language import LANGUAGES, catalogue
from course.public.u04_gradient_descent import lecture_slope

checking = importlib.import_module("course.check")  # the package's attribute of this name is the function
examine = checking.examine

EXERCISES = [exercise for exercise in exercises().values() if exercise.name in checking.public_data()]
every_exercise = pytest.mark.parametrize(
    "exercise", EXERCISES, ids=[f"{exercise.unit}:{exercise.name}" for exercise in EXERCISES]
)
pytestmark = pytest.mark.filterwarnings("ignore::RuntimeWarning")  # mistakes overflow and divide by zero
every_language = pytest.mark.parametrize("lang", LANGUAGES)


@pytest.fixture(autouse=True)
def fresh(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every test starts in English, with no hint given yet."""
    monkeypatch.setenv("COURSE_LANG", "en")
    monkeypatch.delenv("NBGRADER_EXECUTION", raising=False)
    checking._failures.clear()


def loss(w):
    return w**2 + 12


def named(function: Callable[..., Any], name: str) -> Callable[..., Any]:
    """Return a function that bears the name of an exercise."""

    def answer(*args, **kwargs):
        return function(*args, **kwargs)

    answer.__name__ = name
    return answer


def generic(name: str, lang: str = "en", **fields: str) -> tuple[str, str]:
    hint = catalogue("check", lang)["hint"][name]
    return tuple(hint[part].format(**fields) for part in ("kind", "where"))


# --------------------------------------------------------------------------------- right answers and mistakes


@every_exercise
@every_language
def test_the_reference_and_every_alternative_are_right(exercise: Exercise, lang: str):
    for function in (exercise.reference, *exercise.alternatives):
        outcome = examine(named(function, exercise.name), lang)
        assert (outcome.state, outcome.exercise) == ("correct", exercise.name), (function.__name__, outcome)


@every_exercise
@every_language
def test_a_mistake_that_shows_in_an_example_gets_its_own_hint_or_that_of_its_double(exercise: Exercise, lang: str):
    if any(mistake.never_ends for mistake in exercise.mistakes):
        pytest.skip("the check would wait for it; see test_time_limit.py")
    for mistake in exercise.mistakes:
        outcome = examine(named(mistake.function, exercise.name), lang)
        alike = first_seen(exercise, mistake, exercise.mistakes)
        if alike is None:
            assert outcome.state == "correct", mistake.name
        elif explained := explaining(exercise, alike):
            assert outcome.state == "wrong", mistake.name
            assert outcome.hint in (*said_of(explained, lang), *said_of(mistake, lang)), mistake.name
        else:  # two mistakes give this value, or it is a matter of the arguments: nobody's hint, or its own
            hints = [
                said for other in exercise.mistakes if other.hint != mistake.hint for said in said_of(other, lang)
            ]
            assert outcome.hint not in hints and outcome.state != "correct", (mistake.name, alike)
            assert all(outcome.hint), mistake.name


def said_of(mistake: Mistake, lang: str) -> list[tuple[str, str]]:
    """Return how a mistake is said: plainly, and of one example alone."""
    what, where = mistake.hint[lang]
    return [(what, where), (text("check.visible.known_here", lang, said=what), where)]


def explaining(exercise: Exercise, alike: list[str]) -> Mistake | None:
    """Return the one of the mistakes with these names which all others of them say that they look like."""
    same = [mistake for mistake in exercise.mistakes if mistake.name in alike]
    return next((one for one in same if all(one.name in (each.name, *each.looks_like) for each in same)), None)


def first_seen(exercise: Exercise, mistake: Mistake, mistakes: list[Mistake]) -> list[str] | None:
    """Return which mistakes do the same as this one up to where it first shows; None if it shows nowhere."""
    for example in exercise.examples:
        outcomes = {other.name: observed(exercise, other.function, example) for other in mistakes}
        found = outcomes[mistake.name]
        if found in ("changed", "unused", "nothing", "refused"):
            return ["nobody"]
        if found != "right":
            return [name for name, outcome in outcomes.items() if alike(exercise, found, outcome)]
        mistakes = [other for other in mistakes if outcomes[other.name] in ("right", "changed", "unused")]
    return None


def observed(exercise: Exercise, function: Callable[..., Any], example: Example) -> Any:
    """Return "right", "nothing", "changed", "unused", "refused", a fault, a ``Raised``, or (value,)."""
    trial, due = (_observed(exercise, each, example) for each in (function, exercise.reference))
    if trial.error is not None:
        right = example.raises in {kind.__name__ for kind in type(trial.error).__mro__}
        return "refused" if trial.refused else "right" if right else Raised(trial.raised)
    if trial.changed:
        return "changed"
    if example.raises:
        return (trial.observed,)
    fault = mismatch(due.observed, trial.observed, exercise.rtol, exercise.atol)
    if fault is None and trial.unused:
        return "unused"
    if fault is None:
        return "called_often" if trial.called else "warned" if trial.warning else "right"
    return "nothing" if examples._is_nothing(trial.observed, example) else (trial.observed,)


class Raised(str):
    """Type and message of an exception."""


_known: dict[tuple[Callable[..., Any], int], Any] = {}  # what each implementation does in each example


def _observed(exercise: Exercise, function: Callable[..., Any], example: Example) -> Any:
    key = (function, id(example))
    if key not in _known:
        with np.errstate(all="ignore"):
            _known[key] = examples.observe(exercise, function, example)
    return _known[key]


def alike(exercise: Exercise, one: Any, other: Any) -> bool:
    if isinstance(one, tuple) and isinstance(other, tuple):
        try:
            return mismatch(one[0], other[0], exercise.rtol, exercise.atol) is None
        except TypeError:
            return False
    return type(one) is type(other) and one == other


@every_exercise
def test_an_empty_answer_and_a_stub_are_told_apart(exercise: Exercise):
    def stub(*args, **kwargs):
        raise NotImplementedError

    assert examine(named(stub, exercise.name)).state == "not_attempted"
    assert examine(named(lambda *args: None, exercise.name)).state in ("wrong", "error")


@every_exercise
def test_the_call_that_is_shown_can_be_pasted_and_gives_what_is_expected(exercise: Exercise):
    wrong = named(lambda *args, **kwargs: object(), exercise.name)
    outcome = examine(wrong)
    assert outcome.state in ("wrong", "error")
    call = outcome.details[0].removeprefix("Example: ").splitlines()
    names: dict[str, Any] = {"np": np, "array": np.array, "inf": np.inf, "nan": np.nan}
    names[exercise.name] = exercise.reference
    for line in call[1:]:
        exec(line.strip(), names)
    if "..." not in call[0]:
        eval(call[0], names)


# ------------------------------------------------------------------------------------------------ two stages


def test_a_right_answer_is_told_that_the_hidden_tests_use_other_inputs(capsys: pytest.CaptureFixture[str]):
    for lang in LANGUAGES:
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("COURSE_LANG", lang)
            assert check(loss) is None
        assert capsys.readouterr().out == text("check.visible.correct", lang, name="loss") + "\n"


def test_the_first_time_the_kind_of_mistake_is_said_and_the_next_time_where(capsys: pytest.CaptureFixture[str]):
    mistake = next(each for each in exercises()["loss"].mistakes if each.name == "no_constant")
    what, where = mistake.hint["en"]
    answer = named(mistake.function, "loss")
    said = []
    for _ in range(3):
        check(answer)
        said.append(capsys.readouterr().out)
    assert what in said[0] and where not in said[0] and text("check.visible.where_next", "en") in said[0]
    assert all(what in words and where in words for words in said[1:])
    assert "loss(5.0)" in said[0] and "25.0" in said[0] and "37.0" in said[0]


def test_another_mistake_starts_with_its_own_first_hint(capsys: pytest.CaptureFixture[str]):
    for name in ("no_constant", "doubled", "no_constant"):
        mistake = next(each for each in exercises()["loss"].mistakes if each.name == name)
        check(named(mistake.function, "loss"))
    first, second, third = capsys.readouterr().out.split("✗ ")[1:]
    later = text("check.visible.where_next", "en")
    assert later in first and later in second and later not in third


def test_a_stub_is_told_at_once_what_to_do(capsys: pytest.CaptureFixture[str]):
    def loss(w):
        raise NotImplementedError  # delete this line when you have written your code

    check(loss)
    said = capsys.readouterr().out
    assert said.splitlines() == [text("check.state.not_attempted", "en", name="loss"), *generic("not_attempted")]


# -------------------------------------------------------------------------------------------- kinds of faults


@pytest.mark.parametrize(
    ("value", "word"),
    [
        (None, "wrong_nothing"), ("21", "wrong_type"), ([21.0], "wrong_shape"), (float("nan"), "wrong_finite"),
        (-1.0, "wrong_value"), (True, "wrong_type"),
    ],
    ids=repr,
)  # fmt: skip
@every_language
def test_a_fault_of_a_kind_is_explained(value: Any, word: str, lang: str):
    outcome = examine(named(lambda w: value, "loss"), lang)
    assert (outcome.state, outcome.hint) == ("wrong", generic(word, lang))


@every_language
def test_an_exception_is_named_and_its_message_shown(lang: str):
    def loss(w):
        raise RuntimeError("my own words")

    outcome = examine(loss, lang)
    assert (outcome.state, outcome.hint) == ("error", generic("raised", lang, detail="RuntimeError"))
    assert outcome.details[1] == "  RuntimeError: my own words"
    assert outcome.details[2].endswith('raise RuntimeError("my own words")')


def test_an_exception_that_a_mistake_raises_is_known_by_it(capsys: pytest.CaptureFixture[str]):
    caret = next(each for each in exercises()["loss"].mistakes if each.name == "caret")
    outcome = examine(named(caret.function, "loss"))
    assert outcome.hint == tuple(caret.hint["en"])
    assert "unsupported operand" in outcome.details[1], "Python's own words are shown as well"


def test_what_an_example_gives_by_name_reaches_the_answer_and_is_shown():
    minimise = exercises()["minimise"]
    forgets = next(each for each in minimise.mistakes if each.name == "hyper_forgotten")
    outcome = examine(named(forgets.function, "minimise"))
    assert outcome.hint == tuple(forgets.hint["en"])
    assert "2, pull=0.5, rate=0.2)" in outcome.details[0]


@pytest.mark.parametrize("argument", [{"$array": [3.0, 4.0]}, [3.0]], ids=repr)
def test_an_argument_given_by_name_that_is_changed_in_place_is_noticed(
    own_example: Callable[..., None], argument: Any
):
    own_example([], 1.0, named={"w": argument})

    def changes(w):
        w[0] = 7.0
        return 1.0

    assert examine(named(changes, "loss")).hint == generic("changed_argument", "en")


@every_language
def test_a_function_of_other_arguments_is_asked_about_its_arguments_and_not_taken_for_a_mistake(lang: str):
    mistakes = checking.public_data()["loss"]["examples"][0]["mistakes"]
    assert any(mistake.get("raises", "").startswith("TypeError: ") for mistake in mistakes)

    def loss(w, learning_rate):
        return w**2 + 12

    outcome = examine(loss, lang)
    assert (outcome.state, outcome.hint) == ("error", generic("refused", lang))
    assert "learning_rate" in outcome.details[1] and len(outcome.details) == 2


def test_an_exception_with_another_message_is_not_taken_for_a_mistake():
    caret = next(each for each in exercises()["loss"].mistakes if each.name == "caret")
    names = cell("def loss(w):\n    other = w\n    return (other ^ 2) + 12\n")
    assert examine(names["loss"], "en").hint == tuple(caret.hint["en"])
    assert examine(named(lambda w: w + "12", "loss"), "en").hint == findings.hint_words("cause", "en", "operation")


@every_language
def test_a_type_error_inside_the_function_is_not_one_of_its_arguments(lang: str):
    source = "import math\n\ndef loss(w):\n    return math.sqrt([w])**2 + 12\n"
    outcome = examine(cell(source)["loss"], lang)
    assert (outcome.state, outcome.hint) == ("error", findings.hint_words("cause", lang, "one_number"))
    assert outcome.details[1].startswith("  TypeError: must be real number")
    assert outcome.details[2] == text("check.visible.line", lang, number=4, line="return math.sqrt([w])**2 + 12")


def test_an_exception_named_like_an_entry_of_the_catalogue_gets_the_words_for_all():
    kind = type("where", (Exception,), {})

    def raises(w):
        raise kind

    assert examine(named(raises, "loss"), "en").hint == generic("raised", detail="where")


@pytest.fixture
def own_example(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Give the exercise ``loss`` another public example."""

    def give(args: list[Any], expected: Any, **more: Any) -> None:
        example = {"args": args, "expected": expected, "mistakes": [], **more}
        data = {"loss": {"rtol": 1e-6, "atol": 1e-9, "unit": "04-gradient-descent", "examples": [example]}}
        monkeypatch.setattr(checking, "public_data", lambda: json.loads(json.dumps(data)))

    return give


@pytest.mark.parametrize("argument", [{"$array": [3.0, 4.0]}, [3.0, 4.0], [{"$array": [3.0]}, 4.0]], ids=repr)
@every_language
def test_an_argument_that_is_changed_in_place_is_noticed(own_example: Callable[..., None], argument: Any, lang: str):
    own_example([argument], 1.0)

    def changes(w):
        target = w[0] if isinstance(w, list) and isinstance(w[0], np.ndarray) else w
        target[0] = 7.0
        return 1.0

    outcome = examine(named(changes, "loss"), lang)
    assert (outcome.state, outcome.hint) == ("wrong", generic("changed_argument", lang))
    assert examine(named(lambda w: 1.0, "loss"), lang).state == "correct"


@every_language
def test_a_right_value_without_the_generator_that_was_passed_in_is_noticed(
    own_example: Callable[..., None], lang: str
):
    own_example([4, {"$rng": 7}], [0, 1, 2, 3])
    for draw in (lambda n, rng: np.random.permutation(n), lambda n, rng: np.random.default_rng(7).permutation(n)):
        outcome = examine(named(lambda n, rng, draw=draw: sorted(draw(n, rng)), "loss"), lang)
        assert (outcome.state, outcome.hint) == ("wrong", generic("unused_generator", lang))
    assert examine(named(lambda n, rng: sorted(rng.permutation(n)), "loss"), lang).state == "correct"
    assert examine(named(lambda n, rng: [7.5, 1, 6, 2], "loss"), lang).hint == generic("wrong_value", lang)


@pytest.mark.parametrize("name", ["batches", "sgd"])
def test_the_global_generator_does_not_pass_where_the_seed_decides(name: str):
    mistake = next(each for each in exercises()[name].mistakes if each.name == "global_generator")
    assert examine(named(mistake.function, name)).hint == generic("unused_generator")


def test_a_pair_is_shown_as_a_pair_and_numbers_as_plain_numbers(own_example: Callable[..., None]):
    expected = {"$tuple": [3, {"$array": [0.5]}]}
    own_example([{"$tuple": [1.0]}, [{"$tuple": [2, {"$array": [3]}]}]], expected)
    wrong = (np.float64(2.75), {"n": [np.int64(11), np.True_]})
    outcome = examine(named(lambda *args: wrong, "loss"), "en")
    assert outcome.details == (
        "Example: loss((1.0,), [(2, array([3]))])",
        "  your answer: (2.75, {'n': [11, True]})",
        "  expected: (3, array([0.5]))",
    )


def test_an_array_inside_a_pair_that_is_changed_in_place_is_noticed(own_example: Callable[..., None]):
    own_example([{"$tuple": [1.0, {"$array": [3.0, 4.0]}]}], 1.0)

    def changes(pair):
        pair[1][0] = 7.0
        return 1.0

    assert examine(named(changes, "loss")).hint == generic("changed_argument")


def test_an_array_with_nan_that_stays_as_it_was_is_not_called_changed(own_example: Callable[..., None]):
    own_example([{"$array": [1.0, {"$number": "nan"}]}], {"$array": [{"$number": "inf"}, 2.0]})
    assert examine(named(lambda w: np.array([np.inf, 2.0]), "loss")).state == "correct"


def test_whole_numbers_and_truth_values_in_arrays_stay_what_they_are(own_example: Callable[..., None]):
    own_example([{"$array": [2, 0]}, {"$array": [True, False]}], {"$array": [30.0]})
    answer = named(lambda places, mask: np.array([10.0, 20.0, 30.0])[places][mask], "loss")
    assert examine(answer).state == "correct"


WRITTEN = [
    np.array([[1.0, 2.0], [3.0, np.inf]]), np.array([1, 2]), np.array([True]), 2.5, np.float64(np.nan), [1, (2.0,)],
    (1, [2.0, (3.0, np.ones(1))]), (),
    {"a": np.zeros(2)}, "text", None, -np.inf,
]  # fmt: skip


@pytest.mark.parametrize("value", WRITTEN, ids=repr)
def test_what_the_build_writes_is_what_the_check_reads(value: Any):
    written = json.loads(json.dumps(examples._plain(value), allow_nan=False))
    read = json_values.read(written)
    assert mismatch(value, read, 0.0, 0.0) is None and mismatch(read, value, 0.0, 0.0) is None
    assert type(read) is type(value) or isinstance(value, np.generic)
    if isinstance(value, np.ndarray):
        assert read.dtype == value.dtype


# ---------------------------------------------------------------------------------------- what was asked is printed


def lines(outcome: Any) -> list[str]:
    return [line.strip() for line in outcome.details]


@every_language
def test_of_a_returned_function_the_first_call_that_fails_is_shown(own_example: Callable[..., None], lang: str):
    own_example([2.0], [6.0, 2.0, 8.0], then=[[3.0], [1.0], [4.0]])
    outcome = examine(named(lambda a: lambda x: a * x if x > 2 else 7.5, "loss"), lang)
    assert outcome.details == (
        text("check.visible.example", lang, call="loss(2.0)(1.0)"),
        text("check.visible.got", lang, actual="7.5"),
        text("check.visible.expected", lang, expected="2.0"),
    )
    assert examine(named(lambda a: lambda x: a * x, "loss")).state == "correct"


def test_an_error_in_a_returned_function_is_shown_with_its_call(own_example: Callable[..., None]):
    own_example([2.0], [6.0, 0.5], then=[[3.0], [0.0]])
    outcome = examine(named(lambda a: lambda x: 6.0 if x else 1 / x, "loss"), "en")
    assert lines(outcome)[:2] == ["Example: loss(2.0)(0.0)", "ZeroDivisionError: float division by zero"]
    outcome = examine(named(lambda a: lambda x, y: 6.0, "loss"), "en")
    assert outcome.hint == generic("refused") and lines(outcome)[0] == "Example: loss(2.0)(3.0)"
    outcome = examine(named(lambda a: a["x"], "loss"), "en")
    assert lines(outcome)[0] == "Example: loss(2.0)"


@every_language
def test_a_value_where_a_function_is_due_is_told_so(own_example: Callable[..., None], lang: str):
    own_example([2.0], [6.0, 2.0], then=[[3.0], [1.0]])
    outcome = examine(named(lambda a: [6.0, 2.0], "loss"), lang)
    hint = catalogue("check", lang)["hint"]["wrong_type"]["no_function"]
    assert (outcome.state, outcome.hint) == ("wrong", (hint["kind"], hint["where"]))
    assert text("check.visible.function", lang) in outcome.details[2]


@every_language
def test_an_inner_function_that_is_not_returned_is_named(own_example: Callable[..., None], lang: str):
    own_example([2.0], [6.0, 2.0], then=[[3.0], [1.0]])

    def loss(a):
        def slope(x):
            return a * x

    kind = catalogue("check", lang)["hint"]["wrong_nothing"]["inner"]["kind"].format(detail="slope")
    assert examine(loss, lang).hint[0] == kind


def test_of_a_property_the_first_expression_that_fails_is_shown(
    own_example: Callable[..., None], monkeypatch: pytest.MonkeyPatch
):
    class Value:
        def __init__(self, data):
            self.data, self.grad = data, 0.0

    tried = lambda data, result: {"Value(3.0).data": result.data, "Value(3.0).grad": result.grad}  # noqa: E731
    monkeypatch.setattr("course.public.u04_gradient_descent.tried", tried, raising=False)
    own_example([3.0], {"Value(3.0).data": 3.0, "Value(3.0).grad": 1.0}, fulfils="tried")
    outcome = examine(named(Value, "loss"), "en")
    assert lines(outcome) == ["Example: Value(3.0).grad", "your answer: 0.0", "expected: 1.0"]


def test_an_object_is_not_shown_where_a_property_says_no(
    own_example: Callable[..., None], monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("course.public.u04_gradient_descent.tried", lambda w, result: False, raising=False)
    own_example([3.0], True, fulfils="tried")
    assert lines(examine(named(lambda w: object(), "loss"), "en")) == [
        "Example: loss(3.0)", "it does not do what the task asks for."
    ]  # fmt: skip
    assert "your answer: 7" in lines(examine(named(lambda w: 7, "loss"), "en"))


@every_language
def test_a_decimal_comma_is_asked_about(lang: str):
    outcome = examine(named(lambda w: (1, 8 * w + 32), "loss"), lang)
    hint = catalogue("check", lang)["hint"]["wrong_shape"]["pair"]
    assert outcome.hint == (hint["kind"].format(detail="(1, 72.0)"), hint["where"])


@every_language
def test_a_part_that_is_none_is_not_called_a_missing_return(own_example: Callable[..., None], lang: str):
    own_example([3.0], {"$tuple": [1.0, 2.0]})
    hint = catalogue("check", lang)["hint"]["wrong_nothing"]["part"]
    assert examine(named(lambda w: (None, 2.0), "loss"), lang).hint == (hint["kind"], hint["where"])


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (-0.0, "0.0"), (np.array([-0.0, 1.0]), "array([0., 1.])"), ([(-0.0,), {"a": -0.0}], "[(0.0,), {'a': 0.0}]"),
        (np.float64(-0.0), "0.0"), (loss, "loss"), ((named, 1), "(named, 1)"), (len, "len"), ([].append, "append"),
        (np.sin, "sin"), (lambda: 0, "<lambda>"), (named(loss, "inner"), "answer"),
        (np.array(55.0), "55.0"), ((np.array(3), np.array(-0.0)), "(3, 0.0)"), (np.array([3]), "array([3])"),
        (0.1 + 0.2, "0.3"), ([np.float64(-1.0999999999999996)], "[-1.1]"), (np.float32(0.1), "0.1"),
    ],
)  # fmt: skip
def test_a_value_is_shown_as_a_learner_would_write_it(value: Any, shown: str):
    assert shown_as(value) == shown


@pytest.mark.parametrize(
    ("one", "other", "shown"),
    [
        (0.1 + 0.2, 0.7, ("0.3", "0.7")), (0.1 + 0.2, 0.3, ("0.30000000000000004", "0.3")),
        (np.array([1.0, 0.5000000004]), np.array([1.0, 0.5]), ("array([1. , 0.5000000004])", "array([1. , 0.5])")),
    ],
)  # fmt: skip
def test_digits_are_shown_where_two_values_differ_in_them_alone(one: Any, other: Any, shown: tuple[str, str]):
    assert told_apart(one, other) == shown


def test_a_generic_hint_says_at_once_where_to_look(capsys: pytest.CaptureFixture[str]):
    check(named(lambda w: "21", "loss"))
    said = capsys.readouterr().out
    assert all(words in said for words in generic("wrong_type")) and text("check.visible.where_next") not in said


# ------------------------------------------------------------------------------------- what a task forbids or demands


def test_where_an_exception_is_due_nothing_else_will_do(own_example: Callable[..., None]):
    own_example([0.0], None, raises="ValueError", mistakes=[{"value": 7.0, "hint": {"en": ["What", "Where"]}}])

    def raising(kind: type[Exception]) -> Callable[..., Any]:
        def answer(w):
            raise kind("no")

        return named(answer, "loss")

    assert examine(raising(ValueError)).state == "correct"
    assert examine(raising(UnicodeError)).state == "correct", "a ValueError of another name"
    outcome = examine(raising(KeyError), "en")
    assert (outcome.state, lines(outcome)[-1]) == ("error", "expected: ValueError")
    outcome = examine(named(lambda w: 1.0, "loss"), "en")
    assert (outcome.state, outcome.hint) == ("wrong", generic("not_raised", detail="ValueError"))
    assert lines(outcome) == ["Example: loss(0.0)", "your answer: 1.0", "expected: ValueError"]
    what = text("check.visible.known_here", "en", said="What")
    assert examine(named(lambda w: 7.0, "loss"), "en").hint == (what, "Where")
    assert examine(raising(NotImplementedError)).state == "not_attempted"


def test_an_answer_that_leaves_a_part_for_later_is_not_called_one_that_has_not_begun():
    def activation(name, z):
        if name == "tanh":
            return np.tanh(z)
        raise NotImplementedError(name)

    outcome = examine(activation)
    assert (outcome.state, outcome.hint) == ("error", generic("raised", detail="NotImplementedError"))


@every_language
def test_where_silence_is_asked_a_warning_is_a_mistake(own_example: Callable[..., None], lang: str):
    own_example([-1000.0], 0.0, silent=True)

    def loud(w):
        return 1 / (1 + np.exp(-np.float64(w)))

    for _ in range(2):  # Python shows a warning once; it must be noticed every time
        outcome = examine(named(loud, "loss"), lang)
        assert (outcome.state, outcome.hint) == ("wrong", generic("warned", lang))
        assert "overflow" in outcome.details[1]
    assert examine(named(lambda w: 0.0, "loss")).state == "correct"
    own_example([-1000.0], 0.0)
    assert examine(named(loud, "loss")).state == "correct"


@every_language
def test_a_function_that_is_called_too_often_is_named(own_example: Callable[..., None], lang: str):
    own_example([{"$function": "lecture_slope"}, 5.0], lecture_slope(5.0), calls={"lecture_slope": 1})
    assert examine(named(lambda slope, w: slope(w), "loss")).state == "correct"
    outcome = examine(named(lambda slope, w: slope(w) + slope(w) - slope(w), "loss"), lang)
    assert (outcome.state, outcome.hint) == ("wrong", generic("called_often", lang, detail="lecture_slope"))
    assert outcome.details[1] == text("check.visible.called", lang, name="lecture_slope", count=3, most=1)


def exercise_with(reference: Callable[..., Any], **asked: Any) -> Exercise:
    exercise = Exercise("loss", "04-gradient-descent", 1, reference)
    exercise.example(-1000.0, **asked)
    return exercise


def hinted(exercise: Exercise, *functions: Callable[..., Any], **options: Any) -> list[tuple[str, Any]]:
    """Return which mistakes the build publishes for the first example: what each is known by."""
    for function in functions:
        exercise.mistake(en=("What", "Where"), ru=("Что", "Где"), **options)(function)
    described = examples._exercise(exercise)["examples"][0]["mistakes"]
    return [next(item for item in mistake.items() if item[0] not in ("name", "hint")) for mistake in described]


def endless(w):
    while True:
        w += 1


def refuses(w):
    raise ValueError


def test_the_build_knows_a_mistake_by_what_it_does_wrong():
    silent = exercise_with(lambda w: 0.0, silent=True)
    assert hinted(silent, lambda w: 1 / (1 + np.exp(-np.float64(w)))) == [("fault", "warned")]
    assert hinted(exercise_with(lambda w: 0.0), endless, never_ends=True) == [("fault", "never_ends")]
    assert hinted(exercise_with(refuses, raises="ValueError"), refuses, lambda w: 5.0) == [("value", 5.0)]
    assert hinted(exercise_with(lambda w: 0.0), lambda: 0.0) == []


@pytest.mark.parametrize(
    ("answer", "mistake"),
    [
        (lambda w: 2.0 + 0 * w, "slope_constant"),
        (lambda w: -2 * w + 12, ""),  # at w = 5 it gives 2 as well
        (lambda w: 2.0 if np.ndim(w) == 0 else refuses(w), "slope_constant"),  # tables are another matter
        (lambda w: 2.0 if w == 5.0 else refuses(w), "slope_constant"),  # what raises gives no value that differs
    ],
)
def test_a_mistake_is_named_if_the_answer_gives_its_value_in_a_later_example_too(answer: Any, mistake: str):
    assert examine(named(answer, "d_loss")).mistake[0] == mistake


def test_a_mistake_that_no_later_example_shows_is_said_of_this_one_alone():
    first, plainly = (
        examine(named(lambda w: 2.0 if w == 5.0 else refuses(w), "d_loss")).hint,
        examine(named(lambda w: 2.0 + 0 * w, "d_loss")).hint,
    )
    assert first[0] == text("check.visible.known_here", said=plainly[0])
    assert first[1] == plainly[1] and plainly[0] != first[0]


def test_a_wrong_value_is_said_before_too_many_calls():
    def peak(f, a, b, start=0.0):
        places = start + np.linspace(0.0, b - a, 50_001)
        return places[np.argmax([f(place) for place in places])]

    assert "called more often" in examine(named(lambda f, a, b: peak(f, a, b, a), "peak")).hint[0]
    assert "called more often" not in examine(named(peak, "peak")).hint[0]


def test_what_an_answer_prints_in_later_examples_is_not_shown(capsys: pytest.CaptureFixture[str]):
    def talks(w):
        print("asked")
        return 2.0 + 0 * w

    assert examine(named(talks, "d_loss")).mistake[0] == "slope_constant"
    assert capsys.readouterr().out == "asked\n"


def test_a_value_of_two_mistakes_is_explained_only_if_one_says_that_it_looks_like_the_other():
    exercise = exercise_with(lambda w: 0.0)
    assert hinted(exercise, named(lambda w: 5.0, "plain")) == [("value", 5.0)]
    assert hinted(exercise, named(lambda w: 5.0, "alike"), looks_like=("plain",)) == [("value", 5.0)]
    assert hinted(exercise, named(lambda w: 5.0, "another")) == []


@pytest.mark.parametrize(
    ("reference", "asked"),
    [(lambda w: 0.0, {"raises": "ValueError"}), (lambda w: np.exp(-np.float64(w)), {"silent": True})],
    ids=["raises nothing", "warns"],
)
def test_the_build_refuses_an_example_that_the_reference_fails(reference: Callable[..., Any], asked: Any):
    with pytest.raises(ValueError, match="loss"):
        examples._exercise(exercise_with(reference, **asked))


# -------------------------------------------------------------------------------------------- whose answer it is


def test_a_lambda_is_found_by_the_name_it_was_given():
    names: dict[str, Any] = {"check": check}
    exec("loss = lambda w: w**2 + 12\ncheck(loss)", names)


def test_a_renamed_function_is_found_by_the_name_it_was_given(capsys: pytest.CaptureFixture[str]):
    names: dict[str, Any] = {"check": check}
    exec("def mine(w):\n    return w**2 + 12\nd_loss = mine\ncheck(d_loss)", names)
    assert capsys.readouterr().out.startswith(text("check.state.wrong", "en", name="d_loss"))


def test_a_callable_object_is_found_by_the_name_it_was_given(capsys: pytest.CaptureFixture[str]):
    names: dict[str, Any] = {"check": check}
    exec("import functools\nloss = functools.partial(lambda c, w: w**2 + c, 12)\ncheck(loss)", names)
    assert text("check.visible.correct", "en", name="loss") in capsys.readouterr().out


@pytest.mark.parametrize("odd", [7, None, "loss", loss(3.0), lambda w: w, print, [loss]])
def test_what_is_no_exercise_is_refused_with_what_to_do(odd: Any):
    with pytest.raises(TypeError) as caught:
        check(odd)
    assert "check(" in str(caught.value) and "function itself" in str(caught.value)


# --------------------------------------------------------------------------------------- nbgrader's Validate button


def test_failures_go_to_stderr_when_nbgrader_validates(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("NBGRADER_EXECUTION", "validate")
    check(named(lambda w: 0.0, "loss"))
    said = capsys.readouterr()
    assert said.out == "" and text("check.state.wrong", "en", name="loss") in said.err
    check(loss)
    said = capsys.readouterr()
    assert said.err == "" and text("check.visible.correct", "en", name="loss") in said.out


def test_failures_go_to_stdout_for_a_learner(capsys: pytest.CaptureFixture[str]):
    check(named(lambda w: 0.0, "loss"))
    said = capsys.readouterr()
    assert said.err == "" and said.out


# ------------------------------------------------------------------------------------------------- nothing secret


@every_exercise
def test_the_public_data_of_an_exercise_are_values_and_hints(exercise: Exercise):
    data = checking.public_data()[exercise.name]
    assert set(data) == {"rtol", "atol", "unit", "examples"}
    for example in data["examples"]:
        assert len({"expected", "raises"} & set(example)) == 1
        assert set(example) <= {
            "args", "named", "expected", "raises", "then", "fulfils", "silent", "calls", "mistakes"
        }  # fmt: skip
        for mistake in example["mistakes"]:
            assert set(mistake) - {"name", "hint"} in ({"value"}, {"value", "later"}, {"raises"}, {"fault"})
            assert set(mistake["hint"]) == set(LANGUAGES)


# ------------------------------------------------------------------------------- characters that only look right


def cell(source: str) -> dict[str, Any]:
    """Run a cell as a notebook does, so that its source can be read, and return what it defines."""
    name = f"<cell {hash(source)}>"
    linecache.cache[name] = (len(source), None, source.splitlines(keepends=True), name)
    names: dict[str, Any] = {}
    exec(compile(source, name, "exec"), names)
    return names


@every_language
def test_a_look_alike_letter_in_the_code_is_named_with_its_line_in_the_cell(lang: str):
    answer = cell("import math\n\ndef loss(w):\n    х = (w - 3)**2\n    return x + 3\n")["loss"]
    outcome = examine(answer, lang)
    place = {"en": "“х” (a Cyrillic letter) in “х”, line 4", "ru": "«х» (кириллица) в «х», строка 4"}[lang]
    assert (outcome.state, outcome.hint) == ("error", generic("look_alike", lang, detail=place))
    assert "'x'" in outcome.details[1]


@every_language
@pytest.mark.parametrize("with_source", [True, False])
def test_a_returned_text_with_a_look_alike_letter_is_named(lang: str, with_source: bool):
    source = 'def lr_verdict(*given):\n    if given:\n        return "divеrges"\n'
    name, expected = next(
        (name, example["expected"])
        for name, data in checking.public_data().items()
        for example in data["examples"]
        if example["expected"] == "diverges"
    )
    answer = cell(source.replace("lr_verdict", name))[name]
    answer = answer if with_source else named(answer, name)
    hints = set()
    data = checking.public_data()[name]
    for example in data["examples"]:
        if example["expected"] == expected:
            hints.add(findings.look_at(name, answer, example, data, lang).hint)
    detail = {"en": "“е” (a Cyrillic letter) in “divеrges”", "ru": "«е» (кириллица) в «divеrges»"}[lang]
    line = {"en": ", line 3", "ru": ", строка 3"}[lang] if with_source else ""
    assert hints == {generic("look_alike", lang, detail=detail + line)}


def test_the_first_part_of_a_detail_can_choose_the_words_and_the_rest_is_filled_in(monkeypatch: pytest.MonkeyPatch):
    hints = {"lost": {"kind": "Lost: {detail}.", "where": "There.", "sea": {"kind": "Lost at sea, line {detail}."}}}
    monkeypatch.setattr(findings, "catalogue", lambda file, lang: {"hint": hints})
    assert findings.hint_words("lost", "en", "sea:12") == ("Lost at sea, line 12.", "There.")
    assert findings.hint_words("lost", "en", "sea")[0] == "Lost at sea, line sea."
    assert findings.hint_words("lost", "en", "kind:12")[0] == "Lost: kind:12."


@every_language
def test_too_slow_has_words_with_and_without_a_figure(lang: str):
    used = text("check.slow.used", lang, limit="5", reference="0.1")
    figure, plain = (findings.hint_words("too_slow", lang, detail) for detail in (used, ""))
    assert used in figure[0] and "{" not in figure[0] + plain[0] and plain[0] != figure[0]
    assert plain[1] == figure[1]


def test_the_texts_of_the_check_are_the_same_in_both_languages():
    def fields(group: Any, path: str = "") -> dict[str, set[str]]:
        if isinstance(group, str):
            return {path: set(re.findall(r"{(\w+)", group))}
        return {key: names for name, inner in group.items() for key, names in fields(inner, f"{path}/{name}").items()}

    en, ru = (fields(catalogue("check", lang)) for lang in LANGUAGES)
    assert en == ru


def test_honest_russian_words_are_no_reason_for_the_hint():
    answer = cell("def loss(w):\n    'Потери, с “кавычками”'\n    потери = (w - 3)**2  # х — шаг\n    return потери\n")
    assert examine(answer["loss"]).hint == generic("wrong_value")


def test_a_function_whose_own_name_has_a_look_alike_letter_is_told_so():
    with pytest.raises(TypeError, match="“о” \\(a Cyrillic letter\\) in “lоss”"):
        check(cell("def lоss(w):\n    return w\n")["lоss"])


@pytest.mark.parametrize("kind", [Fraction, Decimal, np.float32, np.array, lambda x: np.array(Fraction(x))])
def test_an_answer_in_another_kind_of_number_is_right(kind: Callable[[Any], Any]):
    exercise = next(exercise for exercise in EXERCISES if exercise.name == "loss")


    def answer(w):
        return kind(float(exercise.reference(w))) if np.ndim(w) == 0 else exercise.reference(w)

    assert examine(named(answer, "loss")).state == "correct"
