"""how an answer is written: lambda, partial, callable objects, decorators, type hints, prints, other numbers"""

from __future__ import annotations

import ast
import re

from ..accident import accident
from ..learner import Work, arguments

# Exercises whose answer is one number for numbers, and that no other answer calls.
NUMBERS = {
    "00": ["fahrenheit"], "01": ["difference_quotient", "central_difference"], "02": ["d_tan_x2", "total_derivative"],
    "03": ["vanishing_bound", "logit"], "04": ["closed_form", "fooling_rate", "loss"], "05": ["mse", "step_size"],
    "06": ["noise_floor", "batch_noise"], "07": ["d_loss_d_param", "gradient_check"], "08": ["log_loss"],
    "09": ["effective_step", "bias_factor", "adagrad_reach"], "10": ["n_parameters", "empirical_risk"],
    "11": ["n_fits"],
}  # fmt: skip
WITH_WARNINGS = "00 01 02 04 05 06 07 09 10 11"  # elsewhere a function without warnings is asked for
ONE_LINE = "00 01 02 03 04 05 06 08 09 10 11"


NUMBER = "isinstance(value, (int, float))"


def wrapped(work: Work, name: str, head: str, result: str) -> None:
    """Let an answer hand its result through an expression in which it is called ``value``."""

    def change(function: ast.FunctionDef) -> str:
        given, call = ast.unparse(function.args), arguments(function)
        function.name = f"_{name}"
        body = f"def {name}({given}):\n    value = _{name}({call})\n    return {result}"
        return f"{head}\n\n{ast.unparse(function)}\n\n\n{body}"

    work.rewrite(name, change)


@accident("answers of one line are lambdas", units=ONE_LINE)
def lambdas(work: Work) -> None:
    for name in work.functions:
        function = work.function(name)
        if len(function.body) == 1 and isinstance(function.body[0], ast.Return) and function.body[0].value:
            given, value = map(ast.unparse, (function.args, function.body[0].value))
            work.write(name, f"{name} = lambda {given}: {value}")


@accident("an answer is made by functools.partial")
def partials(work: Work) -> None:
    name = work.some()

    def change(function: ast.FunctionDef) -> str:
        function.name = "general"
        function.args.args.insert(0, ast.arg("verbose"))
        return f"from functools import partial\n\n{ast.unparse(function)}\n\n\n{name} = partial(general, False)"

    work.rewrite(name, change)


@accident("an answer is an object that can be called")
def callable_objects(work: Work) -> None:
    name = work.some()

    def change(function: ast.FunctionDef) -> str:
        function.name = "__call__"
        function.args.args.insert(0, ast.arg("self"))
        body = ast.unparse(function).replace("\n", "\n    ")
        return f"class Solver:\n    calls = 0\n\n    {body}\n\n\n{name} = Solver()"

    work.rewrite(name, change)


@accident("an answer is a static method of a class of the learner's own")
def static_method(work: Work) -> None:
    name = work.some()

    def change(function: ast.FunctionDef) -> str:
        function.name = "solve"
        body = ast.unparse(function).replace("\n", "\n    ")
        return f"class Answers:\n    @staticmethod\n    {body}\n\n\n{name} = Answers.solve"

    work.rewrite(name, change)


@accident("the answers have hints of types, with postponed annotations")
def type_hints(work: Work) -> None:
    for name in work.functions:

        def change(function: ast.FunctionDef) -> str:
            for each in function.args.args:
                each.annotation = ast.parse("float | np.ndarray | Callable", mode="eval").body
            function.returns = ast.parse("Vector | None", mode="eval").body
            head = "from __future__ import annotations\n\nfrom collections.abc import Callable"
            return f"{head}\n\n{ast.unparse(function)}"

        work.rewrite(name, change)


@accident("all answers have a decorator that measures the time")
def decorators(work: Work) -> None:
    work.above_answer(
        work.exercises[0],
        """
        import functools, time


        def timed(function):
            @functools.wraps(function)
            def inner(*args, **kwargs):
                start = time.perf_counter()
                try:
                    return function(*args, **kwargs)
                finally:
                    times.append(time.perf_counter() - start)
            return inner


        times = []
        """,
    )
    for name in work.functions:
        work.write(name, work.answer(name).source.replace(f"def {name}(", f"@timed\ndef {name}(", 1))


@accident("numbers of an answer stand in constants at the top of its cell")
def constants(work: Work) -> None:
    for name in work.functions:

        def change(function: ast.FunctionDef) -> str:
            head = []
            for node in ast.walk(ast.Module(function.body, [])):
                if isinstance(node, ast.BinOp) and isinstance(node.left, ast.Constant):
                    constant = f"C{len(head)}_{function.name.upper()}"
                    head.append(f"{constant} = {node.left.value!r}")
                    node.left = ast.Name(constant)
            return "\n".join([*head, "", "", ast.unparse(function)])

        work.rewrite(name, change)


@accident("a helper is defined below the function that uses it")
def helper_below(work: Work) -> None:
    name = work.some()

    def change(function: ast.FunctionDef) -> str:
        given = ast.unparse(function.args)
        call = arguments(function)
        function.name = "helper_below"
        return f"def {name}({given}):\n    return helper_below({call})\n\n\n{ast.unparse(function)}"

    work.rewrite(name, change)


@accident("answers count their calls in a global variable and print what they are given")
def counters_and_prints(work: Work) -> None:
    for name in work.functions:

        def change(function: ast.FunctionDef) -> str:
            lines = ["global calls", "calls += 1", f"print({function.name!r}, calls, end='\\r')"]
            function.body[:0] = [ast.parse(line).body[0] for line in lines]
            return f"calls = 0\n\n\n{ast.unparse(function)}"

        work.rewrite(name, change)


@accident("an answer gives a warning, logs and writes to stderr whenever it is called", units=WITH_WARNINGS)
def warns(work: Work) -> None:
    name = work.some()

    def change(function: ast.FunctionDef) -> str:
        lines = ["warnings.warn('slow version')", "logging.warning('called')", "print('called', file=sys.stderr)"]
        function.body[:0] = [ast.parse(line).body[0] for line in lines]
        return f"import logging\nimport sys\nimport warnings\n\n\n{ast.unparse(function)}"

    work.rewrite(name, change)


@accident("an answer draws a picture whenever it is called", units="00 04 06 07 09 11")
def draws(work: Work) -> None:
    name = work.some(NUMBERS[work.unit[:2]])

    def change(function: ast.FunctionDef) -> str:
        lines = "plt.figure(figsize=(2, 1))\nplt.plot([1, 2])\nplt.close()"
        function.body[:0] = ast.parse(lines).body
        return f"import matplotlib.pyplot as plt\n\n\n{ast.unparse(function)}"

    work.rewrite(name, change)


@accident('the answers are tried in if __name__ == "__main__", and asserted')
def main_blocks(work: Work) -> None:
    for name in work.functions:
        tried = f'    print({name}.__name__)\n    assert callable({name}), "define it first"'
        work.answer(name).source += f'\n\n\nif __name__ == "__main__":\n{tried}'


@accident("a cell asks for a number, and goes on when nobody is there")
def guarded_input(work: Work) -> None:
    name = work.some()
    asks = "try:\n    my_rate = float(input('rate: '))\nexcept Exception:\n    my_rate = 0.1"
    work.write(name, f"{asks}\n\n\n{work.answer(name).source}")


@accident("results of numbers are remembered by lru_cache, others in a dictionary", units="03 04 06 09")
def caches(work: Work) -> None:
    name = {"03": "vanishing_bound", "04": "regime", "06": "epoch_cost", "09": "bias_factor"}[work.unit[:2]]
    decorated = work.right(name).replace(f"def {name}(", f"@lru_cache(maxsize=None)\ndef {name}(", 1)
    work.write(name, f"from functools import lru_cache\n\n\n{decorated}")
    work.last(f"print({name}.cache_info())")


@accident("numbers come as Fraction")
def fractions(work: Work) -> None:
    wrapped(
        work,
        work.some(NUMBERS[work.unit[:2]]),
        "from fractions import Fraction",
        f"Fraction(value) if {NUMBER} else value",
    )


@accident("numbers come as Decimal")
def decimals(work: Work) -> None:
    wrapped(
        work, work.some(NUMBERS[work.unit[:2]]), "from decimal import Decimal", f"Decimal(value) if {NUMBER} else value"
    )


@accident("numbers come as NumPy's float32 or longdouble, or as an array without dimensions", notebooks=3)
def numbers_of_numpy(work: Work) -> None:
    made = ("np.longdouble(value)", "np.array(value)", "np.float32(value)")[work.number % 3]
    wrapped(work, work.some(NUMBERS[work.unit[:2]]), "", f"{made} if {NUMBER} else value")


RECURSIVE = {
    "03": """
def vanishing_bound(depth):
    return 1 if depth == 0 else vanishing_bound(depth - 1) / 4
""",
    "05": """
def board_step(w0, w1, x, y, learning_rate, d0=0.0, d1=0.0):
    if len(x) == 0:
        return w0 - learning_rate * d0, w1 - learning_rate * d1
    residual = w0 + w1 * x[0] - y[0]
    return board_step(w0, w1, x[1:], y[1:], learning_rate, d0 + 2 * residual, d1 + 2 * residual * x[0])
""",
    "10": """
def n_parameters(sizes):
    if len(sizes) < 2:
        return 0
    return (sizes[0] + 1) * sizes[1] + n_parameters(sizes[1:])
""",
}
GENERATORS = {
    "04": """
def gradient_descent(grad, w0, learning_rate, n_steps):
    def walk(w):
        yield w
        for _ in range(n_steps):
            w = w - learning_rate * grad(w)
            yield w

    return np.array(list(walk(w0 * 1.0)))
""",
    "06": """
def batches(n, batch_size, rng):
    order = rng.permutation(n)

    def parts():
        for start in range(0, n, batch_size):
            yield order[start : start + batch_size]

    return [*parts()]
""",
    "09": """
from itertools import count, islice

def adagrad_reach(learning_rate, n_steps):
    return sum(islice((learning_rate / math.sqrt(k) for k in count(1)), n_steps))
""",
}


def typed(work: Work, sources: dict[str, str]) -> None:
    """Type in an answer that is written for this unit."""
    source = sources[work.unit[:2]].strip()
    work.write(re.findall(r"^def (\w+)", source, re.MULTILINE)[0], source)


@accident("an answer calls itself", units=" ".join(RECURSIVE))
def recursive(work: Work) -> None:
    typed(work, RECURSIVE)


@accident("an answer is put together from a generator", units=" ".join(GENERATORS))
def generators(work: Work) -> None:
    typed(work, GENERATORS)


@accident("the answer cells begin with %%time, or end with a question mark for help")
def magics(work: Work) -> None:
    for number, name in enumerate(work.exercises):
        cell = work.answer(name)
        cell.source = f"%%time\n{cell.source}" if number % 2 else f"{cell.source}\n\n\n{name}?"


@accident("the answers have more arguments, with values that are given")
def more_arguments(work: Work) -> None:
    for name in work.functions:

        def change(function: ast.FunctionDef) -> str:
            function.args.args.append(ast.arg("verbose"))
            function.args.defaults.append(ast.Constant(False))
            if function.args.kwarg:
                function.args.args.pop()
                function.args.defaults.pop()
            return ast.unparse(function)

        work.rewrite(name, change)


@accident("answers are wrapped in try and finally, with and match")
def wordy(work: Work) -> None:
    for name in work.functions:

        def change(function: ast.FunctionDef) -> str:
            body = "\n".join(ast.unparse(line) for line in function.body).replace("\n", "\n            ")
            head = f"import contextlib\n\n\ndef {function.name}({ast.unparse(function.args)}):"
            inner = f"try:\n            {body}\n        finally:\n            done = True"
            return f"{head}\n    with contextlib.nullcontext():\n        {inner}"

        work.rewrite(name, change)


@accident("the functions have names of the learner's own, and the asked names are given below")
def own_names(work: Work) -> None:
    for name in work.functions:

        def change(function: ast.FunctionDef, name: str = name) -> str:
            function.name = f"my_{name}"
            return f"{ast.unparse(function)}\n\n\n{name} = {function.name}"

        work.rewrite(name, change)
