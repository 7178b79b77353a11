"""Run a learner's cells as a notebook would, and call the learner's functions for the judge.

An IPython shell without a kernel: magics, ``display`` and plots work, there is no ZMQ and no history. What a cell
prints or shows is collected, with limits. All of this runs in the learner's process, so nothing it says is trusted.
"""

from __future__ import annotations

import base64
import io
import operator
import os
import re
import sys
import threading
import warnings
from collections.abc import Callable
from typing import Any, ClassVar

from .channel import Channel, Closed
from .codec import BadMessage, Callback, Handle, Rng, Unspeakable, kind_of

MAX_TEXT = 20_000  # characters of output kept for a cell
MAX_PICTURES = 4  # for a cell
OPERATORS = ("add", "sub", "mul", "truediv", "pow", "neg", "getitem", "len", "eq", "lt", "contains")

_shell: Any = None


def warm_up() -> None:
    """Import what notebooks import, and make the shell that every fork inherits."""
    global _shell
    import matplotlib

    matplotlib.use("Agg")
    import matplotlib.pyplot as plt
    import numpy  # noqa: F401
    import sklearn.linear_model
    import sklearn.model_selection
    import sklearn.pipeline  # noqa: F401
    from IPython.core.displayhook import DisplayHook
    from IPython.core.displaypub import DisplayPublisher
    from IPython.core.interactiveshell import InteractiveShell
    from sklearn.metrics import pairwise_distances_argmin
    from traitlets import Type
    from traitlets.config import Config

    import course
    import course.figures  # noqa: F401

    pairwise_distances_argmin([[0.0]], [[0.0]])  # finds the libraries with threads through /proc, which a fork has not
    figure, axes = plt.subplots()  # fonts and styles are read on first use
    axes.plot([0, 1])
    axes.set_title("$x$")
    figure.savefig(io.BytesIO(), format="png")
    plt.close(figure)
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
    _shell.enable_matplotlib("inline")
    _shell.run_cell("import numpy as np", silent=True)


def serve(data: Channel, lang: str) -> None:
    """Answer the judge's requests on ``data`` until it closes the channel."""
    os.environ["COURSE_LANG"] = lang
    worker = Worker(data)
    data.send({"ready": True})
    while True:
        try:
            worker.answer(data.receive())
        except KeyboardInterrupt:
            continue  # an interrupt that came after the cell had ended
        except (Closed, BadMessage):
            return


class Worker:
    """The learner's names and the objects the judge holds handles of."""

    def __init__(self, data: Channel) -> None:
        self.data = data
        self.objects: list[Any] = []
        self.asking = threading.RLock()  # threads of the learner's wait for each other's replies
        self.error: BaseException | None = None  # of the last cell

    def answer(self, request: dict[str, Any]) -> None:
        """Do one request and send one reply; calls back into the judge may come between."""
        done: dict[str, Callable[..., dict[str, Any]]] = {
            "cell": self.cell,
            "cause": self.cause,
            "keep": self.keep,
            "call": self.call,
            "get": self.get,
            "operate": self.operate,
        }
        try:
            reply = done[request.pop("do")](**request)
        except KeyboardInterrupt:
            reply = {"raised": ["KeyboardInterrupt"]}
        except BaseException as error:  # SystemExit is a learner's mistake too
            reply = {"raised": [kind.__name__ for kind in type(error).__mro__][:8]}
        try:
            self.data.send(reply, handle=self.hold)
        except Unspeakable as error:
            self.data.send({"raised": ["Unspeakable"], "why": str(error)})

    def cell(self, source: str) -> dict[str, Any]:
        """Run one cell; return what it showed and whether it failed."""
        with Shown() as shown:
            result = _shell.run_cell(source, store_history=False)
        self.error = result.error_before_exec or result.error_in_exec
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
                self.data.send({"callback": number, "args": list(args), "kwargs": kwargs}, handle=self.hold)
                reply = self.data.receive()
            if "raised" in reply:
                raise TypeError(reply["raised"])
            return reply["value"]

        return function


def _data(value: Any) -> Any:
    """Return an argument if it can change and can cross, else None."""
    import numpy as np

    return value if isinstance(value, np.ndarray | list | dict) and not callable(value) else None


class Shown:
    """Collect what a cell prints and displays, in order, while the ``with`` block runs."""

    now: ClassVar[Shown | None] = None

    def __enter__(self) -> Shown:
        self._items: list[dict[str, Any]] = []
        self._room = MAX_TEXT
        self._pictures = MAX_PICTURES
        self._before = sys.stdout, sys.stderr
        sys.stdout, sys.stderr = Stream(self, "stdout"), Stream(self, "stderr")
        Shown.now = self
        return self

    def __exit__(self, *_: object) -> None:
        sys.stdout, sys.stderr = self._before
        Shown.now = None

    def outputs(self) -> list[dict[str, Any]]:
        """Return the outputs: ``{"name": "stdout", "text": …}``, ``{"text": …}`` or ``{"png": bytes as uint8}``."""
        return self._items

    def write(self, name: str, text: str) -> None:
        """Add printed text; what goes over the limit is left out and said so."""
        text = re.sub(r"\x1b\[[0-9;]*m", "", text)
        if len(text) > self._room:
            text = text[: self._room] + ("\n[…]\n" if self._room else "")
            self._room = 0
        self._room -= len(text) if self._room else 0
        if not text:
            return
        if self._items and self._items[-1].get("name") == name:
            self._items[-1]["text"] += text
        else:
            self._items.append({"name": name, "text": text})

    def show(self, data: dict[str, Any]) -> None:
        """Add something displayed: a PNG if there is one, else its plain text."""
        import numpy as np

        png = data.get("image/png")
        if png is not None and self._pictures > 0:
            self._pictures -= 1
            png = base64.b64decode(png) if isinstance(png, str) else bytes(png)
            self._items.append({"png": np.frombuffer(png, dtype=np.uint8)})
        elif isinstance(data.get("text/plain"), str):
            self.write("", data["text/plain"] + "\n")


class Stream(io.TextIOBase):
    """Stands for ``sys.stdout`` or ``sys.stderr`` while a cell runs."""

    def __init__(self, shown: Shown, name: str) -> None:
        self._shown, self._name = shown, name

    def writable(self) -> bool:
        return True

    def write(self, text: str) -> int:
        self._shown.write(self._name, str(text))
        return len(text)
