"""A wrong answer that is no known misconception: its smallest repair, or what is known of it, and nothing false."""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Iterator
from contextlib import closing
from typing import Any

import numpy as np
import pytest
from thorough import share

from autograder.authoring.try_answer import try_source
from autograder.exercise import Exercise
from autograder.exercises import exercises
from autograder.judging import explain, facts_of_values, made_changes, repair, right_answers, slips
from autograder.judging import grade as grading
from autograder.judging.definitions import Change, definitions
from autograder.judging.grade import Cell, Times, grade
from autograder.judging.judge import generic_hint, judge, zero
from autograder.judging.observe import Asked, run
from autograder.judging.repair import Found
from autograder.judging.telling_values import is_chosen
from autograder.judging.verdict import Verdict
from autograder.judging.versions import MAX_EXCHANGES, RIGHT, Spent, Versions
from autograder.sandbox import Sandbox
from autograder.sandbox.watchdog import Stuck
from course.language import LANGUAGES, catalogue

pytestmark = pytest.mark.sandbox
NONE = Times(repair=0)
AMPLE = Times(repair=60)  # however busy the computer is: what is found is decided by how much is tried


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    with Sandbox(contained=True) as running:
        yield running


def tried(sandbox: Sandbox, name: str, source: str, seed: int = 0, times: Times | None = None) -> Verdict:
    return try_source(sandbox, exercises()[name], f"import math\nimport numpy as np\n{source}", seed=seed, times=times)


REPAIRED = {
    "a factor": ("chain_n", "factor", 8, """
def chain_n(links, x):
    rate = 1.0
    value = x
    for f, df in links:
        rate = rate * df(value) * 2
        value = f(value)
    return rate
"""),
    "a sign": ("difference_quotient", "sign", 5, """
def difference_quotient(f, x0, dx):
    y_new = f(x0 - dx)
    return (y_new - f(x0)) / dx
"""),
    "two at once": ("tangent_line", "sign+variable", 5, """
def tangent_line(f, df, x0):
    return lambda x: f(x) + df(x0) * (x0 - x)
"""),
    "two in one expression": ("parabola_slope", "factor+term", 5, """
def parabola_slope(a, b, x):
    return a * x + b
"""),
    "two of which neither gets any further alone": ("quotient_rule", "power+sign", 5, """
def quotient_rule(f, df, g, dg):
    return lambda x: (df(x) * g(x) + f(x) * dg(x)) / g(x)
"""),
    "a branch that should not be": ("loss", "branch", 5, """
def loss(w):
    if w > 3:
        return w + 20
    return w**2 + 12
"""),
    "what a branch does": ("vanishing_bound", "number", 6, """
def vanishing_bound(depth):
    if depth <= 0:
        return 0
    return np.full(depth, 1 / 4).prod()
"""),
    "a function around a value": ("mlp_forward", "unwrapped", 7, """
def mlp_forward(X, W1, b1, W2, b2):
    out = np.tanh(X @ W1 + b1) @ W2 + b2
    if out.shape[1] == 1:
        out = out.ravel()
    return out
"""),
    "one that would be tried after two that do": ("empirical_risk", "wrapped", 7, """
def empirical_risk(loss, y, prediction):
    if loss not in ("squared", "absolute", "squared_plus_7"):
        raise ValueError(loss)
    error = y - prediction
    losses = {"squared": error ** 2, "absolute": error, "squared_plus_7": error ** 2 + 7}
    return losses[loss].mean()
"""),
    "a function that another one would only hide": ("best_constant_rate", "unwrapped", 6, """
def best_constant_rate(eigenvalues):
    lam = np.sort(eigenvalues)
    root = np.sqrt(lam[-1] / lam[0])
    return 2 / (lam[0] + lam[-1]), (root - 1) / (root + 1)
"""),
    "a line that another variable would only hide": ("fit_logistic", "factor+statement", 5, """
def fit_logistic(X, y, learning_rate, n_steps):
    X = np.column_stack([np.ones(len(X)), X])
    w = np.zeros(X.shape[1])
    for i in range(n_steps):
        error = 1 / (1 + np.exp(-X @ w)) - y
        w -= learning_rate * (X.T @ error)
    return w
"""),
    "brackets, likelier than a factor": ("sigmoid", "lost_brackets", 6, """
def sigmoid(z):
    z = np.clip(z, -700, 700)
    return 1 / 1 + np.exp(-z)
"""),
    "exchanged results and one more": ("select_then_test", "function+results", 6, """
def select_then_test(score, grid):
    valid = [score(c, "valid") for c in grid]
    best = grid[valid.index(min(valid))]
    return score(best, "test"), best
"""),
}  # fmt: skip


@pytest.mark.parametrize("case", REPAIRED)
def test_the_smallest_repair_is_named_by_its_kind_and_its_line_and_never_shown(
    sandbox: Sandbox, case: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(repair, "MAX_EXCHANGES", 10**5)  # on a busy computer versions are taken to hang, and cost more
    name, kinds, line, source = REPAIRED[case]
    monkeypatch.setattr(exercises()[name], "mistakes", [])  # what has a name of its own is not repaired
    verdict = tried(sandbox, name, source, times=AMPLE)
    assert verdict.repair is not None and verdict.hint is not None
    assert (verdict.diagnosis, verdict.repair.lines[0]) == (f"repair:{kinds}", line)
    assert 0 < verdict.repair.tried <= repair.MAX_TRIED
    shown = f"import math\nimport numpy as np\n{source}".split("\n")[line - 1].strip()
    for lang in LANGUAGES:
        what, where = verdict.hint[lang]
        assert shown not in what and shown in where and str(line) in where
        assert catalogue("repair", lang)["kind"][kinds.split("+")[0]] in what


STEPS_UPHILL_WITHOUT_A_ROOT = """
def rmsprop(w0, grads, learning_rate, alpha=0.9, eps=1e-8):
    w, G = np.array(w0, dtype=float), 0.0
    path = []
    for g in np.array(grads, dtype=float):
        G = alpha * G + (1 - alpha) * g ** 2
        path.append(w + learning_rate * g / (G + eps))
        w = path[-1]
    return np.array(path)
"""


def test_where_a_change_leaves_a_known_mistake_what_that_has_lost_is_put_there_first(sandbox: Sandbox) -> None:
    found = tried(sandbox, "rmsprop", STEPS_UPHILL_WITHOUT_A_ROOT, times=AMPLE)
    assert (found.diagnosis, found.repair and found.repair.lines) == ("repair:sign+wrapped", (9, 9))


def test_what_a_public_example_shows_to_be_a_known_mistake_is_said_beside_the_change(sandbox: Sandbox) -> None:
    source = "def vanishing_bound(depth):\n    return 0.25 * depth if depth else 1\n"
    found = tried(sandbox, "vanishing_bound", source, times=AMPLE)
    assert found.diagnosis == "repair:operator" and found.hint is not None
    assert "“The slopes are added up instead of multiplied.”" in found.hint["en"][1]
    assert "«Наклоны сложены, а их надо перемножить.»" in found.hint["ru"][1]


@pytest.mark.parametrize(
    ("value", "args", "chosen"),
    [
        (0.1, (abs, 3.0, np.array([0.2, 0.1])), True), (0.1, ([0.2, 0.3],), False), (0.1, (0.1,), False),
        ("a", (["a", "b"],), True), (np.array([0.1]), ([0.1],), False), (0.1, ([(abs, 0.1), [0.1, 2]],), False),
    ],
)  # fmt: skip
def test_a_value_that_is_chosen_among_those_of_an_argument_is_known(value: Any, args: Any, chosen: bool) -> None:
    assert is_chosen(value, Asked(args, {})) is chosen
    assert is_chosen(value, Asked((), dict(zip("abc", args, strict=False)))) is chosen


def test_where_an_argument_is_changed_that_is_said_beside_the_copy_that_helps(sandbox: Sandbox) -> None:
    source = (
        "def multistart(loss, grad, starts, learning_rate, n_steps):\n    ends = np.asarray(starts, dtype=float)\n"
        "    for _ in range(n_steps):\n        for n in range(len(ends)):\n"
        "            ends[n] = ends[n] - learning_rate * grad(ends[n])\n    return min(ends, key=loss)\n"
    )
    found = tried(sandbox, "multistart", source, times=AMPLE)
    assert found.repair is not None and found.hint is not None
    for lang in LANGUAGES:
        what, where = generic_hint("changed_argument")[lang]
        assert found.hint[lang][0].startswith(what) and found.hint[lang][1].endswith(where)
        assert "np.asarray(starts, dtype=float)" in found.hint[lang][1]


@pytest.mark.parametrize(("kinds", "named", "unnamed"), [
    (["sign", "power"], ["sign", "power"], []),
    (["sign", "factor"], ["sign", "factor"], []),
    (["sign", "variable"], ["sign"], ["variable"]),
    (["brackets", "operator"], ["operator"], ["brackets"]),
    (["factor", "variable"], [], ["factor", "variable"]),
    (["index", "index"], ["index"], []),
    (["variable"], ["variable"], []),
])  # fmt: skip
def test_of_two_changes_one_that_may_be_right_by_chance_is_shown_by_its_line_alone(
    kinds: list[str], named: list[str], unnamed: list[str]
) -> None:
    code = "def loss(w):\n    square = w * w\n    return square + 11"
    [definition] = definitions(code)
    made = tuple((definition, Change(kind, line, ())) for line, kind in enumerate(kinds, start=2))
    verdict = explain._repaired(zero(exercises()["loss"], "wrong", "wrong_value"), Found(made), 7, definition)
    assert verdict.repair is not None and verdict.hint is not None
    assert verdict.repair.kinds == tuple(kinds)  # the record has all of them
    for lang in LANGUAGES:
        what, where = verdict.hint[lang]
        words = catalogue("repair", lang)["kind"]
        assert all(words[kind] in what for kind in named) and not any(words[kind] in what for kind in unnamed)
        assert all(line.strip() in where for line in code.split("\n")[1 : 1 + len(kinds)])


def test_a_change_that_is_right_by_the_luck_of_the_numbers_drawn_is_no_repair(
    sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    exercise = Exercise("loss", "04-gradient-descent", 1.0, lambda w: w * w)
    exercise.probe("general")(lambda answer, rng: answer(float(rng.integers(3))))  # w, w² and 2w are equal for 0
    monkeypatch.setattr(right_answers, "exercises", lambda: {"loss": exercise})
    right_answers.calls_decide.cache_clear()
    drawn = [run(exercise.probes[0], lambda w: w, seed, 0).calls[0] for seed in range(20)]
    lucky = next(seed for seed in range(18) if drawn[seed] == 0 and 2 in drawn[seed + 1 : seed + 3])
    with sandbox.session(forks=2) as session, closing(Versions(exercise, lucky, session)) as versions:
        for source, holds in (("def loss(w):\n    return w\n", False), ("def loss(w):\n    return w**2\n", True)):
            assert versions.reach(source) == RIGHT
            before = versions.exchanges
            assert versions.holds(source) == holds
            assert versions.exchanges == before
    right_answers.calls_decide.cache_clear()


def test_an_answer_that_calls_back_without_end_is_not_searched_for_long(sandbox: Sandbox) -> None:
    flood = "def tangent_line(f, df, x0):\n    for _ in range(10**6):\n        f(x0)\n    return df\n"
    with sandbox.session(forks=2) as session, closing(Versions(exercises()["tangent_line"], 1, session)) as versions:
        with pytest.raises(Spent):
            versions.sort(flood)
        assert 100 < versions.exchanges <= MAX_EXCHANGES + 100


BY_SUMS = """
def robbins_monro(p):
    steps = np.arange(1, 100001) ** -float(p)
    return bool(steps.sum() > 10 and (steps**2).sum() < 10)
"""


def test_two_changes_that_hit_truth_values_by_chance_are_no_repair(sandbox: Sandbox) -> None:
    verdict = tried(sandbox, "robbins_monro", BY_SUMS, times=AMPLE)
    assert not verdict.diagnosis.startswith("repair:")


def test_a_number_that_is_put_in_and_then_altered_is_not_two_changes() -> None:
    first = Change("number", 1, ((4, 5, b"10"),))
    assert made_changes.is_tuned(first, Change("number", 1, ((4, 6, b"5"),)))
    assert not made_changes.is_tuned(first, Change("number", 1, ((8, 9, b"5"),)))
    assert not made_changes.is_tuned(first, Change("variable", 1, ((4, 6, b"n"),)))


LEAVING = """
def best_constant_rate(lam):
    lam = np.sort(lam)
    return 1 / (lam[0] + lam[-1]), lam[-1] / lam[0]
"""


def test_one_change_that_turns_values_right_and_the_known_mistake_that_it_leaves_are_both_said(
    sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(repair, "MAX_SLIPS", 0)
    monkeypatch.setattr(repair, "MAX_GUIDED", 0)
    monkeypatch.setattr(repair, "LIKELY", 0)
    verdict = tried(sandbox, "best_constant_rate", LEAVING, times=AMPLE)
    assert verdict.diagnosis == "repair:number+kappa_as_rate"
    mistake = next(each for each in exercises()["best_constant_rate"].mistakes if each.name == "kappa_as_rate")
    for lang in LANGUAGES:
        assert verdict.hint is not None
        what, where = verdict.hint[lang]
        assert mistake.hint[lang][0] in what and catalogue("repair", lang)["kind"]["number"] in what
        assert where.endswith(mistake.hint[lang][1])


def test_a_search_that_hangs_costs_its_explanation_and_nothing_else(
    sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def hangs(*_: Any) -> Any:
        raise Stuck

    monkeypatch.setattr(grading, "explain", hangs)
    caplog.set_level(logging.WARNING, "autograder")  # a command that was told to be quiet leaves it higher
    verdict = tried(sandbox, "robbins_monro", BY_SUMS)
    assert verdict.state in ("wrong", "partial") and verdict.diagnosis == "wrong_value"
    assert "hung" in caplog.text


SIZES = """
def activation(name, z):
    if name == "sigmoid":
        return 1 / (1 + np.exp(-z))
    if name == "tanh":
        return np.tanh(z)
    if name == "relu":
        return np.abs(z)
    return z
"""
TERM = """
def activation(name, z):
    if name == "sigmoid":
        return 1 / (1 + np.exp(-z))
    if name == "tanh":
        return np.tanh(z)
    return np.maximum(z, (0.0 if name == "relu" else 0.01 * z) + z)
"""


def test_a_mistake_that_explains_only_some_of_what_is_wrong_says_so(sandbox: Sandbox) -> None:
    verdict = tried(sandbox, "activation", SIZES, times=AMPLE)
    assert verdict.diagnosis == "relu_as_size" and verdict.is_partly
    for lang in LANGUAGES:
        assert catalogue("check", lang)["remark"]["partly"] in verdict.words(lang)


def test_one_change_that_makes_all_right_is_said_in_its_place(sandbox: Sandbox) -> None:
    assert judge(exercises()["activation"], define(TERM, "activation"), 0).is_partly
    verdict = tried(sandbox, "activation", TERM, times=AMPLE)
    assert (verdict.diagnosis, verdict.remark) == ("repair:term", None)


def define(source: str, name: str) -> Callable[..., Any]:
    space: dict[str, Any] = {"np": np}
    exec(source, space)
    return space[name]


OTHER_IDEAS = {  # with one change they do what a known mistake does, and that is not theirs
    "one factor less": ("line_slope", "x_kept", "def line_slope(a, b, x):\n    return a * x\n"),
    "one variable for another": ("chain_n", "values_multiplied", """
def chain_n(links, x):
    product = 1
    value = x
    for f, df in links:
        value = f(value)
        product = product * value
    return product
"""),
}  # fmt: skip


@pytest.mark.parametrize("case", OTHER_IDEAS)
def test_a_known_mistake_that_a_change_puts_there_is_not_said(
    sandbox: Sandbox, case: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    name, own, source = OTHER_IDEAS[case]
    others = [each for each in exercises()[name].mistakes if each.name != own]
    monkeypatch.setattr(exercises()[name], "mistakes", others)
    verdict = tried(sandbox, name, source, times=AMPLE)
    assert not {each.name for each in others} & set(re.split(r"[:+]", verdict.diagnosis))


def test_a_mistake_in_a_function_of_the_learners_own_is_found_there(sandbox: Sandbox) -> None:
    verdict = tried(sandbox, "closed_form", """
def shrink(rate):
    return 1 - 7 * rate

def closed_form(w0, learning_rate, k):
    return shrink(learning_rate) ** k * w0
""")
    assert verdict.repair is not None and verdict.hint is not None
    assert "shrink" in verdict.hint["en"][1] and verdict.repair.lines == (5,)


FACTS = {
    "a factor": ("closed_form", "differs:factor", """
def closed_form(w0, learning_rate, k):
    factor = 3.5
    path = [w0 * factor]
    while len(path) <= k:
        path.append(path[-1] - 2 * learning_rate * path[-1])
    return sum(path[-1:]) + 0 * factor
"""),
    "a name that nothing has": ("closed_form", "unknown_name", """
def closed_form(w0, learning_rate, k):
    return w0 * power(1 - 2 * learning_rate, k)
"""),
    "a name before its value": ("closed_form", "no_value_yet", """
def closed_form(w0, learning_rate, k):
    for _ in range(k):
        w = w - 2 * learning_rate * w
    return w
"""),
    "another argument": ("closed_form", "other_arguments", """
def closed_form(w0, learning_rate):
    return w0 * (1 - 2 * learning_rate)
"""),
    "a function is due": ("tangent_line", "wrong_type:no_function", """
def tangent_line(f, df, x0):
    slope, height = df(x0), f(x0)
    return slope, height
"""),
}  # fmt: skip


@pytest.mark.parametrize("case", FACTS)
def test_what_is_known_of_an_answer_is_said_where_no_repair_is_found(
    sandbox: Sandbox, case: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(repair, "MAX_TRIED", 0)
    name, word, source = FACTS[case]
    verdict = tried(sandbox, name, source)
    assert verdict.diagnosis == word
    assert verdict.hint is not None and all(verdict.hint[lang][0] and verdict.hint[lang][1] for lang in LANGUAGES)


WRONG = """
import numpy as np
def loss(w):
    return np.cos(w) * 7 + np.sin(3 * w) - np.abs(w)
"""


def test_points_and_state_are_those_without_an_explanation(sandbox: Sandbox) -> None:
    for name, _, *_, source in [*share(REPAIRED.values(), 5), *share(FACTS.values(), 3), ("loss", "", WRONG)]:
        with_it, without = tried(sandbox, name, source), tried(sandbox, name, source, times=NONE)
        assert (with_it.state, with_it.score) == (without.state, without.score)
        assert without.repair is None and (with_it.passed, with_it.failed) == (without.passed, without.failed)


def test_the_same_seed_gives_the_same_explanation(sandbox: Sandbox) -> None:
    for name, _, *_, source in [*share(REPAIRED.values(), 8), ("loss", "", WRONG)]:
        assert tried(sandbox, name, source, 3, AMPLE) == tried(sandbox, name, source, 3, AMPLE)


def test_an_example_shows_what_comes_back_and_what_is_due_and_no_hidden_input(sandbox: Sandbox) -> None:
    exercise = exercises()["loss"]
    hidden: set[str] = set()
    for number, probe in enumerate(exercise.probes):
        for asked in run(probe, exercise.reference, 0, number).asked:
            hidden |= {f"{each:.{digits}g}" for each in np.ravel(asked.args[0]) for digits in (6, 9)}
    verdict = tried(sandbox, "loss", WRONG)
    assert verdict.diagnosis == "differs" and verdict.hint is not None
    what, where = verdict.hint["en"]
    call, got, due = re.fullmatch(r"Try loss\((.*)\): yours gives (.*), and (.*) is right\.", where).groups()  # type: ignore[union-attr]
    assert float(due) == pytest.approx(float(call) ** 2 + 12)
    assert float(got) == pytest.approx(7 * np.cos(float(call)) + np.sin(3 * float(call)) - abs(float(call)), rel=1e-5)
    assert not {call, got, due} & (hidden - {"0", "1", "3", "5"})


def test_what_values_are_shown_comes_from_where_nothing_hidden_was_asked(sandbox: Sandbox) -> None:
    """An answer that gives back the first thing that it was ever asked can only give back something public."""
    verdict = tried(sandbox, "loss", """
seen = []
def loss(w):
    seen.append(w)
    return seen[0] * 1.0 if np.ndim(w) == 0 and np.ndim(seen[0]) == 0 else w * 0.5
""")
    exercise = exercises()["loss"]
    hidden = {
        f"{float(each):.6g}"
        for number, probe in enumerate(exercise.probes)
        for asked in run(probe, exercise.reference, 0, number).asked
        for each in np.ravel(asked.args[0])
    }
    assert verdict.hint is not None
    numbers = set(re.findall(r"-?\d+\.\d{3,}", " ".join(verdict.hint["en"])))
    assert not numbers & hidden


HOSTILE = {
    "never ends when changed": "def loss(w):\n    k = 3\n    while k != 3:\n        pass\n    return w**2 - k\n",
    "kills its process when changed": "import os\ndef loss(w):\n    x = 1\n    if x != 1: os._exit(3)\n    return w\n",
    "eats memory when changed": "def loss(w):\n    x = 1\n    y = [0] * (10**9 * (x - 1))\n    return w**2 - x\n",
    "defines itself anew": "def loss(w):\n    global loss\n    loss = None\n    return w\n",
    "looks for the judge": "import gc\ndef loss(w):\n    return len(gc.get_objects()) * 0 + w\n",
    "a very long line": f"def loss(w):\n    return w + {' + '.join(['w'] * 2000)}\n",
    "a name with a direction": "def loss(w):\n    \u202e = 1\n    return w\n",
    "a text that would be markup": "def loss(w):\n    return w + 5 if '<b>' else w # <script>alert(1)</script>\n",
}


@pytest.mark.parametrize("case", HOSTILE)
def test_hostile_code_gets_its_verdict_and_its_explanation_stops(sandbox: Sandbox, case: str) -> None:
    verdict = tried(sandbox, "loss", HOSTILE[case])
    assert verdict.state in ("wrong", "partial", "error") and verdict.score is not None and verdict.score < 1
    for lang in LANGUAGES:
        assert verdict.hint is not None and all(len(part) < 1000 for part in verdict.hint[lang])
        assert "\u202e" not in "".join(verdict.hint[lang])


def test_an_explanation_that_fails_leaves_the_verdict_as_it_was(
    sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("ours")

    monkeypatch.setattr(repair.Search, "found", broken)
    monkeypatch.setattr(facts_of_values, "relation_of", broken)
    verdict = tried(sandbox, "loss", WRONG)
    assert (verdict.state, verdict.score, verdict.diagnosis) == ("wrong", 0.0, "wrong_value")


def test_only_what_is_unexplained_costs_a_second_session(sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    monkeypatch.setattr("autograder.judging.grade.explain", lambda _, __, wrong, *rest: asked.extend(wrong) or {})
    cells = [
        Cell("a", "def loss(w):\n    return w**2\n\ndef d_loss(w):\n    return 2 * w\n", answers=("loss", "d_loss")),
        Cell("b", "", tests="loss"), Cell("c", "", tests="d_loss"),
        Cell("d", "def closed_form(w0, learning_rate, k):\n    return w0 * 0.77 ** k\n", answers=("closed_form",)),
        Cell("e", "", tests="closed_form"),
    ]  # fmt: skip
    wanted = [exercises()[name] for name in ("loss", "d_loss", "closed_form")]
    found = grade(sandbox, cells, wanted, {each.name: 0 for each in wanted})
    assert found.verdicts["loss"].diagnosis == "no_constant" and asked == ["closed_form"]


@pytest.mark.parametrize(
    ("line", "may"),
    [
        ("found.append(found)", True),
        ("found.append((found, 1))", True),
        ("found.extend(found)", True),
        ("found[k] = found", True),
        ("found.append(each)", False),
        ("found.append(found[0])", False),
        ("found[k] = each + found[0]", False),
    ],
)
def test_a_right_answer_with_a_slip_that_may_put_a_list_into_itself_is_never_run(line: str, may: bool) -> None:
    assert slips.may_hold_itself(f"def answer(found, each, k):\n    {line}\n    return np.array(found)") is may
