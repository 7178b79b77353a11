"""a name used again further down: for a value, another function, a loop, a module; deleted names"""

from __future__ import annotations

import ast

from ..accident import accident
from ..learner import Work, arguments


@accident("below its check the name of the function is given to its result")
def result_under_its_name(work: Work) -> None:
    name = work.some(work.leaves)
    work.below_check(name, f"{name} = str({name})\nprint({name})")


@accident("the last cell uses the names of all functions for values")
def all_names_used_at_the_end(work: Work) -> None:
    work.last("\n".join(f"{name} = {number}" for number, name in enumerate(work.exercises, 1)))


@accident("below its check the name is a loop's variable, and an exception's")
def name_of_a_loop_variable(work: Work) -> None:
    name, other = work.some(work.leaves), work.some(work.leaves[::-1])
    work.below_check(name, f"for {name} in (1, 2, 3):\n    print({name})")
    work.below_check(other, f'try:\n    int("one")\nexcept ValueError as {other}:\n    print("no number:", {other})')


@accident("below its check another function gets the same name")
def another_function_below(work: Work) -> None:
    name = work.some(work.leaves)
    work.below_check(name, f'def {name}(*values):\n    return "only for the table: " + ", ".join(map(str, values))')


@accident("the last cell defines a class of the same name")
def a_class_of_the_same_name(work: Work) -> None:
    name = work.some()
    work.last(f"class {name}:\n    def __init__(self, name):\n        self.name = name\n\n\nprint({name}(1).name)")


@accident(
    "two answer cells have a helper of the same name, each with arguments of its own", units="01 02 03 04 05 06 08 09"
)
def two_helpers_of_one_name(work: Work) -> None:
    for name, order in ((work.functions[0], 1), (work.functions[-1], -1)):
        function = work.function(name)
        given = [each.arg for each in function.args.args]
        body = "\n".join(ast.unparse(line) for line in function.body).replace("\n", "\n    ")
        helper = f"def helper({', '.join(given[::order])}):\n    {body}"
        head = f"def {name}({ast.unparse(function.args)}):"
        work.write(name, f"{helper}\n\n\n{head}\n    return helper({', '.join(given[::order])})")


def uses(work: Work, line: str) -> None:
    """Let every answer begin with a line."""
    for name in work.functions:
        function = work.function(name)
        function.body.insert(0, ast.parse(line).body[0])
        work.write(name, ast.unparse(function))


@accident("the last cell has a variable max, and the answers use max()")
def max_is_a_number(work: Work) -> None:
    uses(work, "most = max(1, 2)")
    work.last("max = 10\nprint(max)")


@accident("the last cells have variables sum, list, len, range, abs and round, and the answers use these")
def builtins_are_values(work: Work) -> None:
    uses(work, "sizes = [abs(round(sum(list(range(len('ab'))))))]")
    work.last(
        """
        list = [1, 2, 3]
        sum = list[0] + list[1]
        len, range, abs, round = 3, (0, 1), 1, True
        """,
    )


@accident("the last cell has a variable np, plt and math")
def np_is_a_number(work: Work) -> None:
    work.last(
        """
        np = 10
        plt = None
        math = 'school'
        """,
    )


@accident("the last cell is from numpy import *, and the answers use Python's max, round and any")
def everything_of_numpy(work: Work) -> None:
    uses(work, "most = max(1, 2) + round(1.2) + any(n > 0 for n in (1, 2))")
    work.last("from numpy import *\nfrom math import *")


@accident("the last cell deletes names to tidy up")
def names_deleted(work: Work) -> None:
    work.last(f"del {', '.join([*work.exercises, 'np', 'check'])}")


@accident("the last cell is %reset -f")
def reset_at_the_end(work: Work) -> None:
    work.last("%reset -f")


@accident("a constant that an answer reads gets another value below its check")
def constant_changed_below(work: Work) -> None:
    name = work.some()
    function = work.function(name)
    function.body.insert(0, ast.parse("assert start == 1, 'the start must be 1'").body[0])
    work.write(name, f"start = 1\n\n{ast.unparse(function)}")
    work.below_check(name, "start = 5.0\nprint(start)")


CALLED = {  # an answer, and the later ones that call it
    "03": ("sigmoid", ("d_sigmoid", "probability", "activation", "d_activation")),
    "04": ("closed_form", ("steps_to_reach",)),
    "06": ("batches", ("sgd",)),
    "07": ("local_derivatives", ("backward",)),
    "10": ("he_weights", ("train_mlp",)),
}
STEPS = """
def steps_to_reach(w0, learning_rate, tol):
    if abs(w0) <= tol:
        return 0
    if abs(1 - 2 * learning_rate) >= 1:
        return math.inf
    k = 0
    while abs(closed_form(w0, learning_rate, k)) > tol:
        k += 1
    return k
"""


def called(work: Work) -> tuple[str, tuple[str, ...]]:
    """Return the name of an answer that others call, and theirs."""
    name, callers = CALLED[work.unit[:2]]
    for each in (name, *callers):
        work.write(each, work.right(each))
    if name == "closed_form":
        work.write("steps_to_reach", STEPS.strip())
    return name, callers


@accident(
    "an answer that later ones call: below its check its name is used for a result", units=" ".join(CALLED), notebooks=5
)
def earlier_answer_used_again(work: Work) -> None:
    name, callers = called(work)
    work.below_check(name, f"{name} = str({name})\nprint({name})")
    work.due = dict.fromkeys(callers, "as_checked")


@accident("an answer that others call: in the last cell its name is used for a result", units=" ".join(CALLED))
def earlier_answer_used_at_the_end(work: Work) -> None:
    name, _ = called(work)
    work.last(f"{name} = 0.5")


@accident("the last cell names an imported function like an answer")
def imported_over_it(work: Work) -> None:
    name = work.some()
    work.last(f"from operator import add as {name}\nfrom statistics import mean as check")


@accident("the name of the check is used for a number, so the checks below it fail")
def check_is_a_number(work: Work) -> None:
    work.below_check(work.exercises[0], "check = 1\nprint(check)")


@accident(
    "below its check a helper of an answer is defined anew, and is wrong there", units="00 01 02 03 04 05 06 08 09"
)
def helper_defined_anew(work: Work) -> None:
    name = work.some()
    function = work.function(name)
    function.name = "right"
    function.args.defaults = []
    inner = f"{ast.unparse(function)}\n\n\ndef {name}({ast.unparse(work.function(name).args)}):"
    work.write(name, f"{inner}\n    return right({arguments(function)})")
    work.below_check(name, "right = [True, False]\nprint(right)")
