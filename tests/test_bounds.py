"""What an answer sends cannot make the judge itself slow, large or helpless; honest answers of the same look can pass.

The judge's own time and memory stand outside the sandbox's limits, so they depend on how much it takes in.
"""

from __future__ import annotations

import os
import struct
import textwrap
import time
import zlib
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from attacks.batch import largest

from autograder.authoring.try_answer import try_source
from autograder.exercises import exercises
from autograder.judging.grade import Cell, Graded, Times, grade
from autograder.judging.judge import Fault, array, instance
from autograder.judging.verdict import Verdict
from autograder.sandbox import Sandbox
from autograder.sandbox.stand_in import MAX_ARGUMENTS, check_call
from autograder.support.sanitise import MAX_CHUNKS, checked_png
from autograder.worker.warm import _resident

FORGE = (Path(__file__).parent / "attacks" / "with" / "forge.txt").read_text("utf-8")
TIMES = Times(exercise=3)
UNEXPLAINED = Times(exercise=3, repair=0)
SHORT = Times(exercise=1, repair=1)  # what floods the judge does so as long as it may


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    with Sandbox(contained=True) as running:
        yield running


def verdict_on(sandbox: Sandbox, name: str, source: str, times: Times = TIMES) -> Verdict:
    source = "import numpy as np\n" + textwrap.dedent(source).replace("@FORGE@", FORGE)
    return try_source(sandbox, exercises()[name], source, times=times)


# ---------------------------------------------------------------------------------------------- time and memory

LARGE = {
    "rows without numbers": ("batches", """
        def batches(n, batch_size, rng):
            return np.empty((2**25, 0), np.int8)
        """),
    "millions of rows": ("batches", """
        def batches(n, batch_size, rng):
            return np.zeros((2**22, 1), np.int8)
        """),
    "as many rows as may cross": ("batches", """
        def batches(n, batch_size, rng):
            return np.zeros((900_000, 1), np.int8)
        """),
    "indices whose hashes collide": ("kfold", """
        def kfold(n, k):
            return [(list(range(n)), [i * (2**61 - 1) for i in range(40_000)]), ([0], [0])]
        """),
    "a long part among short ones": ("kfold", """
        def kfold(n, k):
            return [([0], np.zeros(2**22, np.int8))] + [([0], [0])] * n
        """),
    "millions of values of one parameter": ("repair_min_df", """
        def repair_min_df():
            return {"vec__min_df": np.zeros(2**23, np.int8)}
        """),
    "a step whose name is a long list": ("make_search", """
        class Search:
            def get_params(self):
                steps = [["a", 1], [[np.zeros(1000, np.int8)] * 500, 1]]
                return {"param_grid": {}, "estimator": 1, "estimator__steps": steps}
        def make_search():
            return Search()
        """),
    "every result as large as may cross": ("table_derivative", """
        BIG = np.zeros(31 * 2**20, np.int8)
        def table_derivative(name, x, p=None):
            return BIG
        """),
    "a flood of callbacks": ("minimise", """
        @FORGE@
        import threading
        def minimise(optimiser, grad, w0, n_steps, **hyper):
            CHANNEL.socket.setblocking(True)
            def drain():
                while CHANNEL.socket.recv(2**20):
                    pass
            threading.Thread(target=drain, daemon=True).start()
            args = '{"l":[{"l":[{"f":"0x0p0"}]},{"a":["|b1",[33554432,0],0]}]}'
            call = message('["callback",{"i":"0x0"}],["args",%s],["kwargs",{"d":[]}]' % args, b"")
            while True:
                CHANNEL.socket.sendall(call * 200)
        """),
}  # fmt: skip


@pytest.mark.sandbox
@pytest.mark.parametrize("name", LARGE)
def test_what_is_too_large_costs_the_judge_little_time_and_memory_and_gets_no_points(sandbox: Sandbox, name: str):
    largest(reset=True)
    before, start = largest(), time.thread_time()
    verdict = verdict_on(sandbox, *LARGE[name], SHORT)
    assert (verdict.score, verdict.note) == (0.0, "")
    assert verdict.state in ("wrong", "error")
    assert time.thread_time() - start < 15
    assert largest() - before < 250


def test_rows_without_numbers_are_too_large_an_argument_for_a_function_of_ours():
    with pytest.raises(TypeError, match="too large"):
        check_call(lambda w: w, [np.empty((MAX_ARGUMENTS + 1, 0))], {})


# ----------------------------------------------------------------------------------------- the state "review"

FOR_NOBODY = {
    "a range in a list": ("batches", "def batches(n, batch_size, rng): return [[range(n)]]"),
    "a set of indices": ("batches", "def batches(n, batch_size, rng): return [{0, 1}]"),
    "a set in a batch": ("batches", "def batches(n, batch_size, rng): return [[{0, 1}]]"),
    "a generator": ("batches", "def batches(n, batch_size, rng): return (i for i in range(n))"),
    "bytes in a batch": ("batches", "def batches(n, batch_size, rng): return [[b'x']]"),
    "a number for batches": ("batches", "def batches(n, batch_size, rng): return np.array(5)"),
    "a number for a batch": ("batches", "def batches(n, batch_size, rng): return [np.array(5)]"),
    "complex weights": ("sgd", """
        def sgd(X, y, w0, step_size, n_epochs, batch_size, rng):
            return [[1j] * len(w0)] * (n_epochs * -(-len(y) // batch_size) + 1)
        """),
    "a complex gradient": ("numerical_gradient", "def numerical_gradient(f, w, *a): return [1j] * len(w)"),
    "our generator for an object": ("Value", "from worker.codec import Rng\ndef Value(data): return Rng(1)"),
    "our callback for an object": ("Value", "from worker.codec import Callback\ndef Value(data): return Callback(0)"),
    "our generator for a search": ("make_search", "from worker.codec import Rng\ndef make_search(): return Rng(1)"),
    "our generator deep inside": ("kfold", """
        from worker.codec import Rng
        def kfold(n, k):
            return [([Rng(1)], {1: Rng(2)})]
        """),
    "a part with a type of its own": ("kfold", """
        class Part:
            dtype = type("", (), {"kind": np.array([1, 2])})()
        def kfold(n, k):
            return [(Part(), Part())] * k
        """),
    "a complex number for values": ("repair_min_df", "def repair_min_df(): return {'vec__min_df': 1j}"),
    "arrays for a schedule": ("make_search", """
        class Search:
            def get_params(self):
                steps = [["a", 1], ["b", 2]]
                return {"param_grid": {}, "estimator": 1, "estimator__steps": steps,
                        "estimator__b__learning_rate": np.array([1, 2])}
        def make_search():
            return Search()
        """),
}  # fmt: skip


@pytest.mark.sandbox
@pytest.mark.parametrize("name", FOR_NOBODY)
def test_a_broken_answer_is_no_case_for_a_person(sandbox: Sandbox, name: str):
    verdict = verdict_on(sandbox, *FOR_NOBODY[name], UNEXPLAINED)  # words about it change no state
    assert verdict.note == ""
    assert verdict.state in ("wrong", "error")
    assert verdict.score == 0.0


def test_an_array_of_complex_numbers_is_of_the_wrong_type():
    assert array([1, 2.5], (2,)).tolist() == [1.0, 2.5]
    for value in ([1.0, 1j], np.ones(2, complex), [np.complex64(1), 2.0]):
        with pytest.raises(Fault) as caught:
            array(value, (2,))
        assert caught.value.word == "type"


# ------------------------------------------------------------------------------------------------ honest answers

HONEST = {
    "a pool of threads calls the score": ("grid_search", """
        import itertools
        from concurrent.futures import ThreadPoolExecutor
        def grid_search(fit_score, grid):
            tried = [dict(zip(grid, values)) for values in itertools.product(*grid.values())]
            with ThreadPoolExecutor() as pool:
                scores = list(pool.map(lambda params: fit_score(**params), tried))
            best = max(range(len(tried)), key=scores.__getitem__)
            return tried[best], scores[best]
        """),
    "a pool of threads calls the function": ("shrinking_quotients", """
        from concurrent.futures import ThreadPoolExecutor
        def shrinking_quotients(f, x0, dxs):
            with ThreadPoolExecutor(4) as pool:
                return np.array(list(pool.map(lambda dx: (f(x0 + dx) - f(x0)) / dx, dxs)))
        """),
    "long doubles as arguments": ("central_difference", """
        def central_difference(f, x0, h):
            x0, h = np.longdouble(x0), np.longdouble(h)
            return (f(x0 + h) - f(x0 - h)) / (2 * h)
        """),
    "long doubles as results": ("d_sigmoid", """
        def d_sigmoid(z):
            s = np.exp(-np.abs(np.asarray(z, dtype=np.longdouble)))
            return s / (1 + s)**2
        """),
    "an object that can be called": ("Value", """
        class Value:
            def __init__(self, data, parents=()):
                self.data, self.grad, self.parents = data, 0.0, parents
            def __call__(self):
                return self.data
            def __add__(self, other):
                return Value(self.data + other.data, ((self, 1.0), (other, 1.0)))
            def __mul__(self, other):
                return Value(self.data * other.data, ((self, other.data), (other, self.data)))
            def backward(self):
                order, seen = [], set()
                def visit(value):
                    if value not in seen:
                        seen.add(value)
                        for parent, _ in value.parents:
                            visit(parent)
                        order.append(value)
                visit(self)
                for value in order:
                    value.grad = 0.0
                self.grad = 1.0
                for value in reversed(order):
                    for parent, slope in value.parents:
                        parent.grad += slope * value.grad
        """),
}  # fmt: skip


@pytest.mark.sandbox
@pytest.mark.parametrize("name", HONEST)
def test_an_honest_answer_of_an_unusual_kind_gets_full_marks(sandbox: Sandbox, name: str):
    verdict = verdict_on(sandbox, *HONEST[name])
    assert (verdict.state, verdict.score) == ("correct", verdict.max_score)


def test_an_object_may_be_one_that_can_be_called_but_no_function_and_no_class():
    class Object:
        def __call__(self):
            return 1

    thing = Object()
    assert instance(thing) is thing
    for value in (lambda: 1, Object, thing.__call__, len, np.sum, [thing], 2.0):
        with pytest.raises(Fault) as caught:
            instance(value)
        assert caught.value.word == "type"


# -------------------------------------------------------------------------------------------------- all cells

STUBBORN = """
import time
def stubborn():
    end = time.time() + 1
    while time.time() < end:
        try:
            time.sleep(end - time.time())
        except KeyboardInterrupt:
            pass
"""


def graded(sandbox: Sandbox, before: list[str], times: Times) -> Graded:
    """Grade ``loss`` in a notebook with the cells ``before``."""
    cells = [Cell(f"cell-{number}", source) for number, source in enumerate(before)]
    cells += [Cell("answer", "def loss(w): return w**2 + 12", answers=("loss",)), Cell("test", "", tests="loss")]
    return grade(sandbox, cells, [exercises()["loss"]], {"loss": 1}, times=times)


@pytest.mark.sandbox
@pytest.mark.parametrize("times", [Times(cell=0.5, cells=2), Times(cell=0.5, submission=2)])
def test_when_the_time_of_all_cells_is_used_up_no_other_cell_begins(sandbox: Sandbox, times: Times):
    done = graded(sandbox, [STUBBORN, *["stubborn()"] * 15], times)
    assert (done.verdicts["loss"].state, done.verdicts["loss"].diagnosis) == ("error", "stopped")
    assert 0 < len(done.ended) < 6


@pytest.mark.sandbox
def test_loops_that_do_not_end_leave_time_for_the_answers_below_them(sandbox: Sandbox):
    done = graded(sandbox, ["while True:\n    pass"] * 5, Times(cell=2, cells=3))
    assert done.verdicts["loss"].state == "correct"
    assert set(done.ended.values()) == {"too_slow"} and len(done.ended) == 5


def test_a_picture_of_thousands_of_chunks_is_no_picture():
    def chunk(name: bytes, data: bytes = b"") -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    def picture(chunks: int) -> bytes:
        head = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
        pixels = [chunk(b"IHDR", head), chunk(b"IDAT", zlib.compress(b"\0\0")), chunk(b"IEND")]
        return b"\x89PNG\r\n\x1a\n" + chunk(b"tEXt") * (chunks - 3) + b"".join(pixels)

    assert checked_png(picture(MAX_CHUNKS)) is not None
    assert checked_png(picture(MAX_CHUNKS + 1)) is None
    assert MAX_CHUNKS < 5000


@pytest.mark.sandbox
def test_pictures_that_are_slow_to_check_take_their_time_from_that_of_the_cells(sandbox: Sandbox, monkeypatch):
    checked = []

    def slow(shown: object) -> list:
        checked.append(shown)
        end = time.thread_time() + 0.5
        while time.thread_time() < end:
            pass
        return []

    monkeypatch.setattr("autograder.judging.grade.cell_outputs", slow)
    done = graded(sandbox, ["1"] * 20, Times(cells=2))
    assert len(checked) <= 4
    assert done.verdicts["loss"].diagnosis == "stopped"


# ----------------------------------------------------------------------------------------------------- memory


@pytest.mark.skipif(not os.path.isdir("/proc/self"), reason="the system has no /proc")
def test_the_memory_of_a_process_is_seen():
    before = _resident(os.getpid())
    held = np.ones(50 * 2**17)
    assert 40 * 2**20 < _resident(os.getpid()) - before < 200 * 2**20
    assert held.nbytes == 50 * 2**20
