"""The learner's own function in a figure: what it returns is drawn; what goes wrong in it becomes a sentence."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from contextlib import redirect_stdout
from io import StringIO
from typing import TYPE_CHECKING, Any, TypeVar

from course.language import text
from course.time_limit import TimeUp, within

if TYPE_CHECKING:
    from course.figures.engine.aliases import Floats

T = TypeVar("T")

SECONDS = 2.0
"""Of processor time for one picture. A function that needs more is not called again: the kernel has other work too."""


class Own:
    """A function that the learner wrote. ``said`` is what is to be told of it, "" while all is well."""

    def __init__(self, function: Callable[..., Any], lang: str) -> None:
        self.function, self.lang, self.said, self.slow = function, lang, "", False
        self.name = getattr(function, "__name__", type(function).__name__)

    def points(self, shape: tuple[int, ...], *args: Any, **named: Any) -> Floats | None:
        """Return the numbers of this shape that the function answers with, or None where it does not."""
        return self.run(lambda: self.ask(shape, *args, **named))

    def ask(self, shape: tuple[int, ...], *args: Any, **named: Any) -> Floats:
        """Call the function once, inside ``run``. Raises ``Unfit`` where the answer has another shape."""
        import numpy as np

        answer = self.function(*args, **named)
        try:
            found = np.array(answer, dtype=float)
        except (TypeError, ValueError):
            raise Unfit("kind", kind=type(answer).__name__) from None
        if found.shape != shape:
            raise Unfit("shape", found=found.shape, shape=shape)
        return found

    def run(self, work: Callable[[], T]) -> T | None:
        """Return what ``work`` returns, which may ``ask`` many times, or None; ``said`` then tells why."""
        import numpy as np

        if self.slow:
            return None
        self.said = ""
        try:
            with redirect_stdout(StringIO()), np.errstate(all="ignore"):
                return within(SECONDS, work)
        except TimeUp:
            self.slow = True
            self.said = self._text("slow", seconds=f"{SECONDS:g}")
        except Unfit as unfit:
            self.said = self._text(unfit.key, **unfit.values)
        except NotImplementedError:
            self.said = self._text("unwritten")
        except (Exception, SystemExit) as error:  # whatever they wrote: it is told, and the figure lives on
            words = f"{type(error).__name__}: {' '.join(str(error).split())[:150]}"
            self.said = self._text("raised", error=words.removesuffix(": "))
        return None

    def takes(self, **named: Any) -> dict[str, Any]:
        """Return those of the named arguments that the function has a place for."""
        try:
            places = inspect.signature(self.function).parameters.values()
        except (TypeError, ValueError):  # not a function, or one that does not tell
            return {}
        if any(place.kind is place.VAR_KEYWORD for place in places):
            return named
        return {name: value for name, value in named.items() if name in {place.name for place in places}}

    def _text(self, key: str, **values: Any) -> str:
        return text(f"figure.own.{key}", self.lang, name=self.name, **values)


class Unfit(Exception):
    """An answer that cannot be drawn."""

    def __init__(self, key: str, **values: Any) -> None:
        self.key, self.values = key, values
