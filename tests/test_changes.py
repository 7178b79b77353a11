"""Single changes of code: what they are, that they stay readable Python, and that hostile code makes none."""

import ast

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from autograder.exercise import answer_source
from autograder.exercises import exercises
from autograder.judging import editing
from autograder.judging.changes import KINDS, MAX_CHANGES, MAX_EXCHANGED, MAX_MADE, changes, words_of
from autograder.judging.definitions import MAX_SOURCE, Change, definitions
from autograder.judging.editing import Words
from autograder.judging.made_changes import Made, doubles, exchange
from course.language import LANGUAGES, catalogue

STEPS = '''\
def descend(grad, w0, rate, n):
    """Path of gradient descent."""
    w = w0
    path = [w]
    for k in range(n):
        w = w + rate * grad(w)
        path.append(w)
        return np.array(path)
'''
ANSWERS = [
    answer_source(function, exercise.name)
    for exercise in exercises().values()
    for function in (exercise.reference, *exercise.alternatives)
]


def changed(source: str, kind: str) -> list[str]:
    (definition,) = definitions(source)
    return [definition.source(change) for change in changes(definition) if change.kind == kind]


def test_all_lines_in_which_names_are_exchanged_are_known() -> None:
    (definition,) = definitions("import math\ndef f(a, b):\n    c = a - b\n    return c * b\n")
    exchanges = [definition.lines(change) for change in changes(definition) if change.kind == "names"]
    assert [3, 4] in exchanges and [3] in exchanges


@settings(max_examples=25)
@given(st.sampled_from(ANSWERS), st.data())
def test_every_change_of_an_answer_is_python_and_nearly_all_differ_from_it(source: str, data: st.DataObject) -> None:
    definition = data.draw(st.sampled_from(definitions(source)))
    before = ast.dump(ast.parse(definition.source()))
    found = changes(definition)
    same = sum(ast.dump(ast.parse(definition.source(change))) == before for change in found)
    assert same <= 1 + len(found) / 100
    assert all(1 <= change.line <= source.count("\n") + 1 for change in found)


@settings(max_examples=25)
@given(st.sampled_from(ANSWERS), st.data())
def test_two_changes_that_do_not_overlap_can_be_made_together(source: str, data: st.DataObject) -> None:
    definition = data.draw(st.sampled_from(definitions(source)))
    found = changes(definition)
    one, other = (data.draw(st.sampled_from(found)) for _ in range(2)) if found else (None, None)
    if one is not None and other is not None and not one.overlaps(other):
        made = definition.source(one, other)
        assert made == definition.source(other, one)
        assert made not in (definition.source(), definition.source(one), definition.source(other))


def test_changes_that_overlap_are_refused() -> None:
    (definition,) = definitions("def f(x):\n    return x + 1\n")
    start = definition.cell.index(b"x + 1")
    one = Change("sign", 2, ((start, start + 5, b"x - 1"),))
    other = Change("number", 2, ((start + 4, start + 5, b"2"),))
    assert one.overlaps(other)
    with pytest.raises(ValueError, match="overlap"):
        definition.source(one, other)


@pytest.mark.parametrize(
    ("kind", "line"),
    [
        ("sign", "        w = ((w) - (rate * grad(w)))"),
        ("range", "    for k in range(0, n + 1):"),
        ("variable", "        w = w + rate * grad(w0)"),
        ("factor", "        w = w + (grad(w))"),
        ("copy", "    w = np.copy(w0)"),
        ("update", "        w += w + rate * grad(w)"),
        ("whole_numbers", "    w0 = np.array(w0, dtype=float)"),
    ],
)
def test_the_mistakes_of_learners_are_among_the_changes(kind: str, line: str) -> None:
    lines = [made for source in changed(STEPS, kind) for made in source.splitlines()]
    tidy = {_plain(each) for each in lines}
    assert _plain(line) in tidy or kind == "whole_numbers"


def _plain(line: str) -> str:
    try:
        return ast.unparse(ast.parse(line.strip() + (" pass" if line.strip().endswith(":") else "")))
    except SyntaxError:
        return line.strip()


def test_an_array_of_zeros_gets_no_factor_that_only_makes_decimals_of_it() -> None:
    source = "def f(x):\n    g = np.zeros_like(x)\n    return g\n"
    assert not any("* (np.zeros_like" in made for made in changed(source, "factor"))
    assert any("np.zeros_like(x, dtype=float)" in made for made in changed(source, "whole_numbers"))


def test_a_return_can_leave_the_loop() -> None:
    left = [source for source in changed(STEPS, "return") if "\n    return np.array(path)" in source]
    assert len(left) == 1 and "        return" not in left[0]


@pytest.mark.parametrize(
    ("kind", "made"),
    [
        ("missing", "best, where = (one, x)\n            low = one\n"),
        ("missing", "best, where = (one, x)\n            break\n"),
        ("number", "low = -np.inf\n"),
        ("power", "one = abs(f(x) - y)\n"),
        ("power", "return low * far ** 2 + abs(y + far)"),
        ("brackets", "return low * abs(far) + (abs(y) + abs(far))"),
    ],
    ids=[
        "a value is not kept",
        "the first is not the last",
        "nothing is lower yet",
        "a size for a square",
        "a square for a size",
        "sizes apart",
    ],
)
def test_what_a_search_for_the_best_needs_is_among_the_changes(kind: str, made: str) -> None:
    search = """\
def search(f, xs, y, far):
    low = 0
    for x in xs:
        one = (f(x) - y)**2
        if one < low:
            best, where = one, x
    return low * abs(far) + abs(y + far)
"""
    assert any(made in ast.unparse(ast.parse(source)) for source in changed(search, kind))


@pytest.mark.parametrize(
    ("before", "kind", "after"),
    [
        ("return [x[0] / x[0] for i in x]", "index", "return [x[i] / x[i] for i in x]"),
        ("return np.where(x < 30, x, 2 * (x - 30))", "number", "return np.where(x < 60, x, 2 * (x - 60))"),
        ("return x[:, y]", "index", "return x[np.arange(len(y)), y]"),
        ("return y * x + z", "term", "return y * (x - z) + z"),
        ("return np.where(x > 0, x, y)", "named", "return np.where(x > 0, 1, y)"),
        ("return x + np.sqrt(y + 0.001)", "named", "return x + np.sqrt(y + z)"),
        ("return y * x + x ** 2", "factor", "return y * x + (1 - y) * x ** 2"),
        ("return x if y < 0.01 else z", "factor", "return x if y < 0.01 * z else z"),
        ("return np.zeros(shape=(x, 1))", "arguments", "return np.zeros(shape=x)"),
        ("return x / y", "term", "return x / (1 - y)"),
        ("return x / (1 - y)", "term", "return x / y"),
        ("return round(x / y)", "function", "return math.ceil(x / y)"),
        ("return np.round(x)", "arguments", "return np.round(x, 1)"),
        ("return [f(a) for a in x]", "wrapped", "return [f(a) for a in x.values()]"),
        ("return max(x, key=y)", "index", "return max(x, key=y)[0]"),
        ("return z(x**2) / y", "brackets", "return z(x) ** 2 / y"),
        ("return z(x) ** 2 / y", "brackets", "return z(x**2) / y"),
        ("return abs(x) ** 2 + z(x) ** 2", "brackets", "return abs(x) ** 2 + z(x**2)"),
        ("return x * (y / 2) * z", "operator", "return x * (y / 2) ** z"),
        ("return x * (1 - y ^ 3)", "operator", "return x * (1 - y ** 3)"),
        ("return [x for i in range(50)]", "rounds", "return [x for i in range(500)]"),
        ("return [x for i in range(50)]", "range", "return [x for i in range(51)]"),
        ("return x * z + y", "names", "return x * y + z"),
        ("return x(3) * y - x(5)", "names", "return y(3) * x - y(5)"),
    ],
)
def test_more_mistakes_of_learners_are_among_the_changes(before: str, kind: str, after: str) -> None:
    made = changed(f"def f(x, y, z):\n    {before}\n", kind)
    assert ast.unparse(ast.parse(after.strip())) in {ast.unparse(ast.parse(one).body[0].body[0]) for one in made}  # type: ignore[attr-defined]


@pytest.mark.parametrize("count", ["500", "num=500"])
def test_how_many_points_there_are_is_a_number_and_no_end_of_a_range(count: str) -> None:
    source = f"def peak(f, a):\n    xs = np.linspace(3, a, {count})\n    return xs[np.argmax(f(xs))]\n"
    finer = count.replace("500", "50000")
    assert source.replace(count, finer) in changed(source, "number")
    assert source.replace("3", "4") in changed(source, "range")
    assert not any(each.count("(3, a, ") and "50" in each for each in changed(source, "range"))


@pytest.mark.parametrize(("one", "other"), [("'a'", "'b'"), ("2.0", "slow")])
def test_two_results_can_change_places(one: str, other: str) -> None:
    source = "def f(x):\n    slow = 1.0\n    if x < 1:\n        return {}\n    return {}\n"
    assert source.format(other, one) in changed(source.format(one, other), "exchanged")


def test_a_result_does_not_change_places_with_that_of_a_function_inside() -> None:
    source = "def f(x):\n    def g(y):\n        return y\n    return g\n"
    assert not changed(source, "exchanged")


@pytest.mark.parametrize("step", ["t += f(x)", "t = t + f(x)"])
def test_a_sum_becomes_a_product_from_its_first_value_on(step: str) -> None:
    source = "def g(f, xs):\n    t = 0\n    for x in xs:\n        {}\n    return t\n"
    product = source.replace("t = 0", "t = 1").format("t *= f(x)")
    assert product in changed(source.format(step), "gathered")
    assert source.format("t += f(x)") in changed(product, "gathered")


def test_a_value_can_be_moved_on_by_a_function_that_is_not_used() -> None:
    source = "def f(g, x, n):\n    for k in range(n):\n        print(x)\n    return x\n"
    assert any("print(x)\n        x = g(x)\n" in made for made in changed(source, "missing"))


@pytest.mark.parametrize("first", ["x[0]", "x"])
def test_a_sum_or_product_may_start_from_a_number(first: str) -> None:
    source = f"def f(x):\n    total = {first}\n    for each in x:\n        total *= each\n    return total\n"
    assert source.replace(f"= {first}\n", "= 1\n", 1) in changed(source, "named")


def test_a_line_behind_a_return_is_called_one_too_many() -> None:
    source = "def f(x):\n    x = abs(x)\n    return x + 1\n"
    assert not changed(source, "order")
    assert any("return x + 1\n    x = abs(x)" in made for made in changed(source, "statement"))


def test_what_right_answers_are_made_of_can_be_put_into_an_answer() -> None:
    words = words_of(["def f(x):\n    return 25 + np.round(x, 1) + np.sum(x, axis=1)\n"])
    around = ("np.sum({}, axis=1)", "np.round({}, 1)")
    assert words == Words(("25",), around, (), frozenset({"round"}), ("x",))
    (definition,) = definitions("def f(x):\n    return x * 3\n")
    more = {definition.source(each) for each in changes(definition, words)} - {
        definition.source(each) for each in changes(definition)
    }
    assert more == {
        "def f(x):\n    return x * 25\n",
        "def f(x):\n    return np.round(x * 3, 1)\n",
        "def f(x):\n    return np.sum(x * 3, axis=1)\n",
    }


def test_a_text_that_is_nearly_one_of_a_right_answer_is_tried_before_all_else() -> None:
    source = "def f(name, x):\n    return x if name == 'leaky relu' else -x\n"
    (definition,) = definitions(source)
    found = changes(definition, words_of(["def f(name):\n    return name in ('tanh', 'leaky_relu')\n"]))
    assert definition.source(found[0]) == source.replace("'leaky relu'", "('leaky_relu')")
    assert not any("tanh" in definition.source(each) for each in found)


@pytest.mark.parametrize(
    ("answer", "accident"),
    [
        ("2.0 * x", "(2.0) ** (x)"), ("np.sin(x)", "np.tan(x)"), ("np.log(x)", "np.log1p(x)"),
        ("max(x + 1, 0)", "1/(x + 1)"), ("np.sqrt(x)", "np.abs(x)"), ("x > 0", "abs(x) > (0)"),
    ],
)  # fmt: skip
def test_mathematics_of_which_no_right_answer_is_made_is_not_put_into_one(answer: str, accident: str) -> None:
    (definition,) = definitions(f"def f(x):\n    # a / b, tan, abs\n    return {answer}\n")
    made = [definition.source(each) for each in changes(definition)]
    kept = [definition.source(each) for each in changes(definition, words_of(["def f(x):\n    return x + 1\n"]))]
    assert any(accident in each for each in made) and set(kept) < set(made)
    assert not any(accident in each for each in kept)
    of_such = words_of([f"def f(x):\n    return {accident}\n"])
    assert any(accident in definition.source(each) for each in changes(definition, of_such))


def test_a_wrong_answer_with_a_power_is_not_tried_with_a_quotient_and_a_right_one_is() -> None:
    (definition,) = definitions("def f(x):\n    return x ** 2 / 3\n")
    words = words_of(["def f(x):\n    return x ** 2 / 3\n"])
    for found, tries in ((changes(definition), True), (changes(definition, words), False)):
        made = [definition.source(each) for each in found]
        assert any("(x) / (2)" in each for each in made) is tries
        assert any("(x) * (2)" in each for each in made)


def test_arguments_in_the_right_order_are_not_exchanged_in_several_lines() -> None:
    lines = "    c = a - b\n    return c / b\n"
    words = words_of(["def f(a, b):\n    return a / b\n"])
    for arguments, exchanged in (("a, b", False), ("b, a", True)):
        (definition,) = definitions(f"def f({arguments}):\n{lines}")
        made = [definition.source(each) for each in changes(definition, words)]
        assert any("c = b - a\n    return c / a" in each for each in made) is exchanged
        assert any("c = b - a\n    return c / b" in each for each in made)


def test_a_call_that_is_needless_goes_in_all_places_of_a_line() -> None:
    found = changed("def f(x):\n    return np.abs(x) + 1 / np.abs(x)\n", "unwrapped")
    assert "def f(x):\n    return x + 1 / x\n" in found


@pytest.mark.parametrize(
    ("before", "after", "doubled"),
    [
        ("f(x, 1) + f(x, 2)", "f(x, 1) + f(x, 1)", True), ("x - y", "x - x", True), ("x < y", "y < y", True),
        ("x / y", "x / x", True), ("x * y", "x * x", False), ("x + x - y", "x + x", False), ("x", "x + x", True),
    ],
)  # fmt: skip
def test_what_is_added_to_itself_or_compared_with_itself_by_a_change_is_known(
    before: str, after: str, doubled: bool
) -> None:
    assert doubles(before, after) is doubled


def test_two_changes_that_exchange_names_in_two_lines_are_known() -> None:
    (definition,) = definitions("def f(a, b, c):\n    d = a - c\n    e = a + b\n    return d / b + e\n")
    names = [(definition, each) for each in changes(definition) if each.kind == "variable" and len(each.edits) == 1]

    def put(line: int, new: bytes, old: bytes) -> Made:
        found = (each for each in names if each[1].line == line and each[1].edits[0][2] == new)
        return next(each for each in found if definition.cell[slice(*each[1].edits[0][:2])] == old)

    assert exchange(put(2, b"b", b"a"), put(4, b"a", b"b"))
    assert not exchange(put(2, b"b", b"a"), put(4, b"c", b"b"))
    assert not exchange(put(3, b"b", b"a"), put(3, b"a", b"b"))
    several = {each.line: (definition, each) for each in changes(definition) if len(each.edits) > 1}
    assert len(several) > 1  # changes in several places are no exchange of their own
    assert not any(exchange(one, other) for one in several.values() for other in several.values())


@pytest.mark.parametrize("value", ["x * y", "x + z + y", "z + (y * x)", "np.dot(x + y, z * 2)", "abs(x * (y * z))"])
def test_two_names_are_not_exchanged_where_only_the_order_of_terms_or_factors_would_change(value: str) -> None:
    made = changed(f"def f(x, y, z):\n    a = {value}\n    return a\n", "names")
    values = [ast.unparse(ast.parse(each).body[0].body[0].value) for each in made]  # type: ignore[attr-defined]
    numbers = {"x": 0.7, "y": 1.9, "z": -2.3, "np": np}
    assert all(eval(each, numbers) != pytest.approx(eval(value, numbers)) for each in values)


def test_of_a_million_ways_to_change_code_only_some_are_made(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[object] = []
    put = editing.Code.put
    monkeypatch.setattr(editing.Code, "put", lambda *args, **named: made.append(1) or put(*args, **named))
    names = [f"x{number}" for number in range(250)]
    terms = " + ".join(f"g({name}, {name})" for name in names)
    (definition,) = definitions(f"def f({', '.join(names)}):\n    return {terms}\n")
    assert 0 < len(changes(definition)) <= MAX_CHANGES
    assert len(made) <= MAX_MADE + 10


def test_of_many_arguments_only_so_many_pairs_are_exchanged() -> None:
    names = [f"x{number}" for number in range(16)]
    lines = "".join(f"    y = y - {name}\n" for name in names)
    source = f"def f({', '.join(names)}):\n    y = 0\n{lines}    return y\n"
    (definition,) = definitions(source)
    assert sum(change.kind == "names" and change.far == 2 for change in changes(definition)) == MAX_EXCHANGED


def test_the_likeliest_kinds_come_first() -> None:
    (definition,) = definitions(STEPS)
    near = [KINDS.index(change.kind) for change in changes(definition) if change.far == 0]
    assert near == sorted(near)


@pytest.mark.parametrize(
    "source",
    [
        "", "def f(:", "x" * (MAX_SOURCE + 1), "def f(x): return " + "(" * 300 + "x" + ")" * 300,
        "f = " + "-" * 5000 + "1", "def f(x):\n    return " + "+".join(["x"] * 5000), "\x00",
        "def f(x): return '\ud800'",
        "f = lambda: " * 90 + "0",
    ],
    ids=range(9),
)  # fmt: skip
def test_code_that_is_too_much_or_no_code_has_no_changes_or_few(source: str) -> None:
    for definition in definitions(source):
        assert len(changes(definition)) <= MAX_CHANGES


@settings(max_examples=200)
@given(st.text(max_size=200))
def test_no_text_stops_the_search_for_changes(source: str) -> None:
    for definition in definitions(source):
        for change in changes(definition):
            definition.source(change)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_kind_of_change_has_words(lang: str) -> None:
    assert set(catalogue("repair", lang)["kind"]) == set(KINDS)


def test_letters_beyond_ascii_do_not_move_the_places() -> None:
    (definition,) = definitions("def f(x):\n    η = 'шаг'; return x + η * 2  # ещё\n")
    assert any("x - η * 2" in ast.unparse(ast.parse(definition.source(change))) for change in changes(definition))
