"""Run a learner's cells as a notebook would, and call the learner's functions for the judge.

An IPython shell without a kernel: magics, ``display`` and plots work, there is no ZMQ and no history. What a cell
prints or shows is collected, with limits. All of this runs in the learner's process, so nothing it says is trusted.
"""

from __future__ import annotations

import builtins
import io
import operator
import os
import re
import threading
import time
import warnings
from collections.abc import Callable, Iterator
from typing import Any

from .channel import Channel, Closed
from .codec import BadMessage, Callback, Handle, Rng, Unspeakable, kind_of
from .jail import one_more_process
from .outputs import Shown
from .state import Circles, bindings, names_used

OPERATORS = ("add", "sub", "mul", "truediv", "pow", "neg", "getitem", "len", "eq", "lt", "contains")

_shell: Any = None


def warm_up(light: bool) -> None:
    """Import what learner code will import, and make the shell that every fork inherits.

    That is NumPy where it is to be ``light``, else all that every notebook imports.
    """
    global _shell
    import numpy.fft
    import numpy.ma
    import numpy.polynomial
    import numpy.random  # noqa: F401  (numpy loads all four late)
    from IPython.core.displayhook import DisplayHook
    from IPython.core.displaypub import DisplayPublisher
    from IPython.core.interactiveshell import InteractiveShell
    from traitlets import Type
    from traitlets.config import Config

    if not light:
        _import_what_notebooks_import()
    config = Config()
    config.HistoryManager.enabled = False
    config.HistoryManager.hist_file = ":memory:"
    config.InteractiveShell.colors = "nocolor"
    config.InteractiveShell.cache_size = 0

    class Publisher(DisplayPublisher):
        def publish(self, data: dict[str, Any], *_: object, **__: object) -> None:
            if Shown.now is not None:
                Shown.now.show(data)

    class Hook(DisplayHook):
        def write_output_prompt(self) -> None:
            """A result has no number here."""

        def write_format_data(self, format_dict: dict[str, Any], md_dict: Any = None) -> None:
            if Shown.now is not None:
                Shown.now.show(format_dict)

        def finish_displayhook(self) -> None:
            self._is_active = False

    class Shell(InteractiveShell):
        display_pub_class = Type(Publisher)
        displayhook_class = Type(Hook)

        def enable_gui(self, gui: str | None = None) -> None:
            """There is no event loop and no window here."""

    _shell = Shell.instance(config=config)
    if not light:
        _shell.enable_matplotlib("inline")
    _shell.run_cell("import numpy as np", silent=True)


def _import_what_notebooks_import() -> None:
    import matplotlib

    matplotlib.use("Agg")
    import matplotlib.pyplot as plt

    import course.figures
    import course.findings
    import course.workspace  # noqa: F401

    figure, axes = plt.subplots()  # fonts and styles are read on first use
    axes.plot([0, 1])
    axes.set_title("$x$")
    figure.savefig(io.BytesIO(), format="png")
    plt.close(figure)


def import_models() -> None:
    """Import scikit-learn, as far as notebooks do. That takes as long as everything else together."""
    import sklearn.linear_model
    import sklearn.model_selection
    import sklearn.pipeline  # noqa: F401
    from sklearn.metrics import pairwise_distances_argmin

    pairwise_distances_argmin([[0.0]], [[0.0]])  # finds the libraries with threads through /proc, which a fork has not


def serve(data: Channel, lang: str, spares: list[Channel]) -> None:
    """Answer the judge's requests on ``data`` until it closes the channel; ``spares`` are for forks."""
    os.environ["COURSE_LANG"] = lang
    worker = Worker(data, spares)
    data.send({"ready": True})
    worker.serve()


class Worker:
    """The learner's names and the objects the judge holds handles of."""

    def __init__(self, data: Channel, spares: list[Channel]) -> None:
        self.data, self.spares = data, spares
        self.objects: list[Any] = []
        self.request = 0  # the number of the one that is being answered
        self.asking = threading.RLock()  # threads of the learner's wait for each other's replies
        self.error: BaseException | None = None  # of the last cell
        self.forks: list[tuple[int, dict[str, int]]] = []  # process, and what every name stood for

    def serve(self) -> None:
        """Answer requests until the judge closes the channel."""
        while True:
            try:
                self.answer(self.data.receive())
            except KeyboardInterrupt:
                continue  # an interrupt that came after the cell had ended, or that was meant for a fork
            except (Closed, BadMessage):
                return

    def answer(self, request: dict[str, Any]) -> None:
        """Do one request and send one reply; calls back into the judge may come between."""
        done: dict[str, Callable[..., dict[str, Any]]] = {
            "cell": self.cell,
            "cause": self.cause,
            "keep": self.keep,
            "define": self.define,
            "fork": self.fork,
            "ended": self.ended,
            "moved": self.moved,
            "uses": self.uses,
            "replace": self.replace,
            "call": self.call,
            "get": self.get,
            "operate": self.operate,
        }
        self.request = request.pop("request")
        with Circles() as circles:
            try:
                reply = done[request.pop("do")](**request)
            except KeyboardInterrupt:
                reply = {"raised": ["KeyboardInterrupt"], "repeats": circles.found}
            except BaseException as error:  # SystemExit is a learner's mistake too
                kinds = [kind.__name__ for kind in type(error).__mro__][:8]
                reply = {"raised": kinds, "within": _raised_in(error), "name": _missing_name(error)}
        try:
            self.data.send({**reply, "request": self.request}, handle=self.hold)
        except Unspeakable as error:
            self.data.send({"raised": ["Unspeakable"], "why": str(error), "request": self.request})

    def cell(self, source: str, past: str = "", yields: list[str] | None = None) -> dict[str, Any]:
        """Run one cell; return what it showed and whether it failed.

        After an error of a kind that ``past`` names, the statements below it are run all the same. Names in
        ``yields`` keep what they stand for, if they stand for something.
        """
        before = {name: _shell.user_ns[name] for name in yields or () if name in _shell.user_ns}
        with Shown() as shown:
            result = _shell.run_cell(source, store_history=False)
            self.error = result.error_before_exec or result.error_in_exec
            if past and result.error_in_exec is not None and _is_a(result.error_in_exec, past):
                for rest in _below(source, result.error_in_exec):
                    after = _shell.run_cell(rest, store_history=False)
                    if not after.success and not _is_a(after.error_before_exec or after.error_in_exec, past):
                        break
        _shell.user_ns.update(before)
        return {"outputs": shown.outputs(), "failed": not result.success}

    def cause(self) -> dict[str, Any]:
        """Raise what the last cell raised; return the name of a module that is not there."""
        if isinstance(self.error, ModuleNotFoundError):
            return {"value": self.error.name}
        raise self.error or RuntimeError

    def keep(self, name: str) -> dict[str, Any]:
        """Remember what ``name`` is now: a later cell may use the name for something else."""
        if name not in _shell.user_ns:
            return {"value": None}
        return {"value": self.hold(_shell.user_ns[name])}

    def define(self, source: str, name: str) -> dict[str, Any]:
        """Run plain Python among the learner's names; return what ``name`` stands for then."""
        exec(compile(source, "<answer>", "exec"), _shell.user_ns)
        return self.keep(name)

    def fork(self) -> dict[str, Any]:
        """Leave a copy of this process behind that answers on the next spare channel. Raises ``OSError``.

        A copy has one spare channel of its own.
        """
        data, *rest = self.spares
        spare = rest.pop(0) if rest else None
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of threads, which a copy has not
            one_more_process()
            child = os.fork()
        if child == 0:
            for channel in (self.data, *rest):
                channel.close()
            self.data, self.spares, self.forks = data, [spare] if spare else [], []
            self.serve()
            os._exit(0)
        data.close()
        if spare is not None:
            spare.close()
        self.spares = rest
        self.forks.append((child, bindings(_shell.user_ns)))
        return {"number": len(self.forks) - 1}

    def ended(self, number: int) -> dict[str, Any]:
        """Return how a fork ended: ``exit``, ``signal``, or nothing if it does not end."""
        for _ in range(100):  # its channel closes a moment before it is gone
            done, status = os.waitpid(self.forks[number][0], os.WNOHANG)
            if done:
                return {"value": "exit" if os.WIFEXITED(status) else "signal"}
            time.sleep(0.005)
        return {"value": ""}

    def moved(self, number: int, name: str) -> dict[str, Any]:
        """Return whether what ``name`` stood for may do something else here than in a fork made earlier."""
        before, now = self.forks[number][1], bindings(_shell.user_ns)
        if before.get(name) != now.get(name):
            return {"value": True}
        names = names_used(_shell.user_ns.get(name), _shell.user_ns)
        return {"value": names is None or any(before.get(each) != now.get(each) for each in names)}

    def uses(self, name: str, others: list[str]) -> dict[str, Any]:
        """Return which of the names ``others`` the function ``name`` uses, also through other functions."""
        names = names_used(_shell.user_ns.get(name), _shell.user_ns, strict=False) or set()
        return {"value": [other for other in others if other in names]}

    def replace(self, name: str, value: Handle | Callback) -> dict[str, Any]:
        """Let ``name`` stand for something that was kept, or for a function of the judge."""
        _shell.user_ns[name] = self.here(value)
        return {}

    def call(self, target: Handle, args: list[Any], kwargs: dict[str, Any]) -> dict[str, Any]:
        """Call what ``target`` stands for; return its value, the arguments afterwards, and whether it warned."""
        args = [self.here(value) for value in args]
        kwargs = {name: self.here(value) for name, value in kwargs.items()}
        with warnings.catch_warnings(record=True) as warned:
            warnings.simplefilter("always")
            value = self.objects[target.id](*args, **kwargs)
        after = [_data(value) for value in (*args, *kwargs.values())]
        return {"value": value, "after": after, "warned": bool(warned)}

    def get(self, target: Handle, name: str) -> dict[str, Any]:
        """Return an attribute of what ``target`` stands for."""
        return {"value": getattr(self.objects[target.id], name)}

    def operate(self, name: str, args: list[Any]) -> dict[str, Any]:
        """Return an operator's value, for example ``add`` of two objects that live here."""
        if name not in OPERATORS:
            raise ValueError(name)
        function = len if name == "len" else getattr(operator, name)
        return {"value": function(*(self.here(value) for value in args))}

    def hold(self, value: Any) -> Handle:
        """Keep ``value`` here and return the handle that crosses in its place."""
        self.objects.append(value)
        return Handle(len(self.objects) - 1, kind_of(value))

    def here(self, value: Any) -> Any:
        """Return what a value from the judge means here: its functions call back, its handles are our objects."""
        match value:
            case Handle(number, _):
                return self.objects[number]
            case Callback(number):
                return self.callback(number)
            case Rng(seed):
                import numpy as np

                return np.random.default_rng(seed)
            case list() | tuple():
                return type(value)(self.here(item) for item in value)
            case dict():
                return {key: self.here(item) for key, item in value.items()}
        return value

    def callback(self, number: int) -> Callable[..., Any]:
        """Return a function that asks the judge to call its function ``number``."""

        def function(*args: Any, **kwargs: Any) -> Any:
            with self.asking:
                call = {"callback": number, "args": list(args), "kwargs": kwargs, "request": self.request}
                self.data.send(call, handle=self.pass_on)
                reply = self.data.receive()
            if "raised" in reply:
                raise _same_kind(reply["raised"])(reply["words"])
            return self.here(reply["value"])

        function.number = number  # type: ignore[attr-defined]
        return function

    def pass_on(self, value: Any) -> Handle | Callback:
        """Return what crosses in the place of an argument for a function of the judge: its own functions as such."""
        number = getattr(value, "number", None)
        if getattr(value, "__qualname__", "") == "Worker.callback.<locals>.function" and type(number) is int:
            return Callback(number)
        return self.hold(value)


def _same_kind(name: str) -> type[Exception]:
    """Return the built-in exception that a function of the judge raised, so that code may catch it as anywhere else."""
    kind = getattr(builtins, name, TypeError)
    is_plain = isinstance(kind, type) and issubclass(kind, Exception) and not issubclass(kind, UnicodeError)
    return kind if is_plain else TypeError


def _raised_in(error: BaseException) -> str:
    """Return the name of the function that raised ``error``."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    return trace.tb_frame.f_code.co_name if trace is not None else ""


def _missing_name(error: BaseException) -> str:
    """Return the name that stands for nothing where code has read it."""
    said = error.args[0] if type(error) in (NameError, UnboundLocalError) and error.args else ""
    quoted = re.search(r"'(\w+)'", said) if type(said) is str else None
    return quoted[1] if quoted else ""


def _is_a(error: BaseException | None, kind: str) -> bool:
    return any(each.__name__ == kind for each in type(error).__mro__)


def _below(source: str, error: BaseException) -> Iterator[str]:
    """Yield the statements of a cell below the one that raised ``error``, each as source."""
    import ast

    lines = _shell.transform_cell(source).splitlines()
    statements = ast.parse("\n".join(lines)).body
    trace = error.__traceback__
    reached = 0
    while trace is not None and not reached:
        reached = trace.tb_lineno if trace.tb_frame.f_globals is _shell.user_ns else 0
        trace = trace.tb_next
    for statement in statements:
        decorators = getattr(statement, "decorator_list", [])
        first = min(node.lineno for node in (statement, *decorators))
        if first > reached and statement.end_lineno is not None:
            yield "\n".join(lines[first - 1 : statement.end_lineno]) + "\n"


def _data(value: Any) -> Any:
    """Return an argument if it can change and can cross, else None."""
    import numpy as np

    return value if isinstance(value, np.ndarray | list | dict) and not callable(value) else None
