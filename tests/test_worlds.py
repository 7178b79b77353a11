"""An exercise is judged as things stood at its test cell, and at the end of the notebook; the better counts.

And an exercise that calls an earlier one is not made to pay for that one's mistake.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

import pytest

from autograder.exercise import answer_source
from autograder.exercises import units
from autograder.judging.grade import Cell, Graded, Times, grade
from autograder.judging.verdict import Verdict
from autograder.sandbox import Sandbox
from autograder.sandbox.stand_in import MAX_REPEATS, StandIn

pytestmark = pytest.mark.sandbox

UNIT = units()["04-gradient-descent"]
STUB = 'def {0}(*args):\n    """To be written."""\n    raise NotImplementedError  # delete this line\n'
STEPS = """
import math
def steps_to_reach(w0, learning_rate, tol):
    if abs(w0) <= tol:
        return 0
    if abs(1 - 2 * learning_rate) >= 1:
        return math.inf
    k = 0
    while abs(closed_form(w0, learning_rate, k)) > tol:
        k = k + 1
    return k
"""


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    with Sandbox(contained=True) as running:
        yield running


def notebook(
    answers: dict[str, str] | None = None, above: str = "", below: dict[str, str] | None = None, end: str = ""
) -> list[Cell]:
    """Return the cells of unit 04 with references as answers, but for ``answers``; cells may stand ``below`` a test."""
    cells = [Cell("above", textwrap.dedent(above))]
    for name, exercise in UNIT.items():
        source = (answers or {}).get(name) or answer_source(exercise.reference, name)
        cells += [Cell(f"answer-{name}", textwrap.dedent(source), (name,)), Cell(f"test-{name}", "", tests=name)]
        cells.append(Cell(f"below-{name}", textwrap.dedent((below or {}).get(name, ""))))
    return [*cells, Cell("end", textwrap.dedent(end))]


def graded(sandbox: Sandbox, cells: list[Cell], times: Times | None = None) -> Graded:
    """Grade them, and explain nothing: no point depends on that."""
    return grade(sandbox, cells, list(UNIT.values()), dict.fromkeys(UNIT, 3), times=times or Times(repair=0))


def lost(done: Graded) -> dict[str, tuple[float | None, str]]:
    return {name: (v.score, v.diagnosis) for name, v in done.verdicts.items() if v.score != v.max_score}


def remarks(done: Graded) -> dict[str, str]:
    return {name: verdict.remark.name for name, verdict in done.verdicts.items() if verdict.remark}


USES_MAX = "def regime(learning_rate):\n    q = 1 - 2 * learning_rate\n    size = max(q, -q)\n" + textwrap.indent(
    textwrap.dedent("""
    if learning_rate == 0:
        return "stays"
    if q == 0:
        return "one_step"
    if size == 1:
        return "cycles"
    if size > 1:
        return "diverges"
    return "monotone" if q > 0 else "oscillates"
    """), "    ")  # fmt: skip


@pytest.mark.parametrize(
    "accident",
    [
        {"end": "closed_form = closed_form(5.0, 0.1, 10)", "answers": {"steps_to_reach": STEPS}},
        {"end": "max = 10", "answers": {"regime": USES_MAX}},
        {"end": "from numpy import *", "answers": {"regime": USES_MAX}},
        {"end": "np = 10\nmath = None"},
        {"end": "del loss, d_loss, gradient_descent"},
        {"end": "%reset -f"},
        {"end": "for loss in range(3):\n    pass"},
        {"end": "def d_loss(w):\n    return 'an experiment'"},
        {"end": "import builtins\nbuiltins.abs = builtins.len = None"},
        {"end": "class gradient_descent:\n    pass"},
    ],
    ids=lambda accident: accident["end"],
)
def test_what_comes_below_the_check_costs_nothing(sandbox: Sandbox, accident: dict) -> None:
    done = graded(sandbox, notebook(**accident))
    assert lost(done) == {}
    assert remarks(done) == {}


def test_a_function_that_was_overwritten_is_still_there_for_a_later_answer_that_calls_it(sandbox: Sandbox) -> None:
    below = {"closed_form": "closed_form = closed_form(5.0, 0.1, 10)"}
    done = graded(sandbox, notebook({"steps_to_reach": STEPS}, below=below))
    assert lost(done) == {}
    assert remarks(done) == {"steps_to_reach": "as_checked"}


def test_two_helpers_of_one_name_each_serve_their_own_exercise(sandbox: Sandbox) -> None:
    first = """
    def step(grad, w, eta):
        return w - eta * grad(w)
    def gradient_descent(grad, w0, learning_rate, n_steps):
        path = [w0]
        for _ in range(n_steps):
            path.append(step(grad, path[-1], learning_rate))
        return np.array(path)
    """
    second = """
    def step(w, eta, g):
        return w - eta * g
    def descend_safely(grad, w0, learning_rate, eps, max_steps):
        w, steps = w0, 0
        while np.linalg.norm(grad(w)) > eps and steps < max_steps:
            w, steps = step(w, learning_rate, grad(w)), steps + 1
        return w, steps, bool(np.linalg.norm(grad(w)) <= eps)
    """
    done = graded(sandbox, notebook({"gradient_descent": first, "descend_safely": second}))
    assert lost(done) == {}


def test_a_helper_written_below_the_check_counts_and_is_remarked(sandbox: Sandbox) -> None:
    source = "def loss(w):\n    return squared(w) + 12"
    done = graded(sandbox, notebook({"loss": source}, end="def squared(w): return w * w"))
    assert lost(done) == {}
    assert remarks(done) == {"loss": "judged_at_end"}


def test_a_right_answer_below_a_wrong_one_counts(sandbox: Sandbox) -> None:
    done = graded(sandbox, notebook({"loss": "def loss(w):\n    return w"}, end="def loss(w):\n    return w**2 + 12"))
    assert lost(done) == {} and remarks(done) == {"loss": "judged_at_end"}


def test_a_list_that_was_filled_further_down_counts(sandbox: Sandbox) -> None:
    source = "terms = []\ndef loss(w):\n    return w**2 + sum(terms)"
    done = graded(sandbox, notebook({"loss": source}, end="terms.append(12)"))
    assert lost(done) == {}


def test_a_wrong_answer_is_not_judged_again_where_nothing_has_changed(sandbox: Sandbox) -> None:
    done = graded(sandbox, notebook({"loss": "def loss(w):\n    return w**2"}, end="print(1)"))
    assert lost(done) == {"loss": (0.0, "no_constant")} and remarks(done) == {}


def test_an_answer_that_ends_its_process_costs_nobody_else(sandbox: Sandbox) -> None:
    done = graded(sandbox, notebook({"loss": "import os\ndef loss(w):\n    os._exit(1)"}))
    assert lost(done) == {"loss": (0.0, "ended:exit")}


def test_an_answer_that_ends_every_process_it_can_costs_nobody_else(sandbox: Sandbox) -> None:
    source = "import os, signal\ndef loss(w):\n    os.kill(-1, signal.SIGKILL)\n    return w**2 + 12"
    assert set(lost(graded(sandbox, notebook({"loss": source})))) <= {"loss"}


def test_processes_that_a_cell_has_started_leave_room_for_the_copies(sandbox: Sandbox) -> None:
    above = """
    import os, time
    for _ in range(12):
        if os.fork() == 0:
            time.sleep(100)
            os._exit(0)
    """
    end = "closed_form = 1\nnp = math = max = None"
    done = graded(sandbox, notebook({"steps_to_reach": STEPS}, above=above, end=end))
    assert lost(done) == {}


def test_an_answer_that_remembers_its_inputs_tells_the_next_one_nothing(sandbox: Sandbox) -> None:
    source = "seen = []\ndef loss(w):\n    seen.append(w)\n    return w**2 + 12"
    spy = "def d_loss(w):\n    return 2 * w if not seen else None"
    assert lost(graded(sandbox, notebook({"loss": source, "d_loss": spy}))) == {}


def test_a_pool_of_threads_made_in_a_cell_goes_on_working(sandbox: Sandbox) -> None:
    above = "from concurrent.futures import ThreadPoolExecutor\npool = ThreadPoolExecutor(2)\npool.submit(int).result()"
    source = "def loss(w):\n    return pool.submit(lambda: w**2 + 12).result()"
    done = graded(sandbox, notebook({"loss": source}, above=above), Times(exercise=1.0))
    assert lost(done) == {}


# ------------------------------------------------------------------------------------------- cells around it


def test_a_failing_line_of_the_set_up_cell_costs_only_what_depends_on_it(sandbox: Sandbox) -> None:
    lines = ["import no_such_module as pd", "import os", "os.chdir('/content/drive')", "%load_ext no_such_extension",
             "1 / 0", "def squared(w):", "    return w * w", "import numpy as np", "TWELVE = 12"]  # fmt: skip
    cells = notebook({"loss": "def loss(w):\n    return squared(w) + TWELVE"})
    cells = [Cell("setup", "\n".join(lines), setup=True), *cells]
    assert lost(graded(sandbox, cells)) == {}


def test_a_module_that_is_not_there_does_not_stop_the_cell_that_wants_it(sandbox: Sandbox) -> None:
    done = graded(sandbox, notebook({"loss": "import no_such_module\ndef loss(w):\n    return w**2 + 12"}))
    assert lost(done) == {}
    done = graded(sandbox, notebook({"loss": "import torch as m\ndef loss(w):\n    return m.square(w) + 12"}))
    assert lost(done) == {"loss": (0.0, "cell_failed")}
    hint = done.verdicts["loss"].hint
    assert hint is not None and "torch" in hint["en"][0]


def test_a_stub_gives_way_to_what_is_defined_already(sandbox: Sandbox) -> None:
    cells = notebook(above="def loss(w):\n    return w**2 + 12\n")
    place = next(n for n, cell in enumerate(cells) if cell.answers == ("loss",))
    cells[place] = Cell("answer-loss", STUB.format("loss"), ("loss",), stub=True)
    assert lost(graded(sandbox, cells)) == {}
    cells[0] = Cell("above", "")
    assert lost(graded(sandbox, cells)) == {"loss": (0.0, "not_attempted")}


def test_a_name_with_a_letter_that_looks_right_is_taken_and_remarked(sandbox: Sandbox) -> None:
    source = answer_source(UNIT["closed_form"].reference, "closed_form").replace("closed_form", "\u0441losed_form")
    done = graded(sandbox, notebook({"closed_form": source}))
    assert lost(done) == {}
    remark = done.verdicts["closed_form"].remark
    assert remark is not None and remark.name == "look_alike"
    for lang in ("en", "ru"):
        assert "\u0441losed_form" in remark.words(lang)


@pytest.mark.parametrize(
    ("name", "source", "character", "line"),
    [
        ("regime", answer_source(UNIT["regime"].reference, "regime").replace("cycles", "сycles"), "с", ""),
        ("loss", "def loss(w):\n    a = 'x'\n    return w**2 + len(“abcdefghijkl”)", "“", "3"),
        ("loss", "def loss(w):\n    return w**2 + 12 − 0", "", "2"),
    ],
)
def test_a_character_that_only_looks_right_is_named_with_its_line(
    sandbox: Sandbox, name: str, source: str, character: str, line: str
) -> None:
    verdict = graded(sandbox, notebook({name: source})).verdicts[name]
    assert verdict.score != verdict.max_score and verdict.diagnosis == "look_alike"
    assert verdict.hint is not None
    for parts in verdict.hint.values():
        assert character in parts[0] and line in parts[0]


# ------------------------------------------------------------------------------------ errors carried forward


def verdict_on_steps(sandbox: Sandbox, closed_form: str, steps: str = STEPS) -> Verdict:
    return graded(sandbox, notebook({"closed_form": closed_form, "steps_to_reach": steps})).verdicts["steps_to_reach"]


@pytest.mark.parametrize(
    "closed_form",
    [
        STUB.format("closed_form"),
        "def closed_form(w0, learning_rate, k):\n    return w0 * (1 - learning_rate)**k",
        "def closed_form(w0, learning_rate, k):\n    return 1 / 0",
        "def closed_form(w0, learning_rate, k):\n    print(w0)",
        "def closed_form(w0, learning_rate, k)\n    return w0",
        "closed_form = 5",
    ],
)
def test_a_right_answer_that_calls_a_wrong_one_gets_its_points_and_a_remark(
    sandbox: Sandbox, closed_form: str
) -> None:
    verdict = verdict_on_steps(sandbox, closed_form)
    assert (verdict.state, verdict.score) == ("correct", 2.0)
    assert verdict.remark is not None
    assert (verdict.remark.name, verdict.remark.values) == ("carried_forward", {"names": "closed_form"})


def test_a_wrong_answer_that_calls_a_wrong_one_stays_wrong(sandbox: Sandbox) -> None:
    verdict = verdict_on_steps(sandbox, STUB.format("closed_form"), STEPS.replace("return k\n", "return k + 1\n"))
    assert verdict.score is not None and verdict.score < 2.0


def test_an_unfinished_function_that_is_called_is_named(sandbox: Sandbox) -> None:
    wrong = "def steps_to_reach(w0, learning_rate, tol):\n    return closed_form(w0, learning_rate, 3) + 100\n"
    verdict = verdict_on_steps(sandbox, STUB.format("closed_form"), wrong)
    assert (verdict.score, verdict.diagnosis) == (0.0, "calls_unfinished:closed_form")
    assert verdict.hint is not None and "closed_form" in verdict.hint["ru"][0]


def test_a_later_exercise_never_stands_in_for_an_earlier_one(sandbox: Sandbox) -> None:
    answers = {
        "gradient_descent": "def gradient_descent(*args):\n    return gradient_descent_until(None, *args)",
        "gradient_descent_until": STUB.format("gradient_descent_until"),
    }
    done = graded(sandbox, notebook(answers))
    assert done.verdicts["gradient_descent"].score == 0.0
    assert done.verdicts["gradient_descent_until"].score == 0.0


def test_an_answer_cannot_call_its_own_right_version(sandbox: Sandbox) -> None:
    done = graded(sandbox, notebook({"loss": "def loss(w):\n    return loss_(w)\ndef loss_(w):\n    return loss(w)"}))
    assert done.verdicts["loss"].score == 0.0


def test_functions_of_the_judge_can_be_passed_on_to_what_stands_in(sandbox: Sandbox) -> None:
    until = """
    def gradient_descent_until(loss, grad, w0, learning_rate, eps=0.01, max_steps=10_000):
        path = [np.asarray(w0, dtype=float)]
        for _ in range(max_steps):
            path.append(gradient_descent(grad, path[-1], learning_rate, 1)[-1])
            if abs(loss(path[-1]) - loss(path[-2])) < eps:
                break
        return np.array(path)
    """
    answers = {"gradient_descent": STUB.format("gradient_descent"), "gradient_descent_until": until}
    done = graded(sandbox, notebook(answers))
    assert done.verdicts["gradient_descent_until"].score == 3.0


def test_what_stands_in_refuses_what_would_take_it_long() -> None:
    calls = []
    stand_in = StandIn(lambda w, k=1: calls.append((w, k)))
    stand_in(2.0, 10)
    for arguments in ((2.0, MAX_REPEATS + 1), (-(10**9), 1), ([10**6], 1)):
        with pytest.raises(TypeError):
            stand_in(*arguments)
    assert calls == [(2.0, 10)]


def test_what_stands_in_is_called_so_often_and_no_more() -> None:
    stand_in = StandIn(lambda w: w)
    with pytest.raises(TypeError, match="too much"):
        for _ in range(10**6):
            stand_in(1.0)
