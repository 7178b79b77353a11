"""Watch one implementation in one probe: how it was called, what it gave, and how it ended.

A learner's function is asked in the sandbox, one of ours in this process; what is written down of both is the same.
"""

from __future__ import annotations

import builtins
import copy
import time
import warnings
from collections.abc import Callable, Container
from contextlib import nullcontext
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

import numpy as np

from autograder.exercise import Probe
from autograder.sandbox import Ended, Fault, Raised, RemoteValue, TooSlow
from autograder.sandbox.remote_value import same
from autograder.support.step_limit import TooManySteps, at_most
from autograder.worker.codec import Rng

KNOWN = 128  # runs of what an exercise knows that are kept: about two seeds of one exercise


@dataclass(frozen=True, eq=False)
class Asked:
    """A call in a probe: of the answer, or of a function that the call ``of`` returned."""

    args: tuple[Any, ...]
    named: dict[str, Any]
    of: Asked | None = None


@dataclass
class Run:
    """What one implementation did in one probe: the value of every call, then the observations or the failure."""

    calls: list[Any] = field(default_factory=list)
    asked: list[Asked] = field(default_factory=list)  # how each of these calls was made, and one that raised last
    refused: list[str] = field(default_factory=list)  # the exceptions that calls raised
    observed: Any = None
    label: str = ""  # of the probe
    failure: str = ""  # "", "raised:TypeError", "unfinished:loss", "too_slow", "ended:memory"
    missing: str = ""  # the name that stands for nothing, of a NameError
    changed: bool = False  # whether an argument was changed
    note: str = ""  # the message of an exception of ours
    seconds: float = 0.0
    spent: float = 0.0  # of its allowance, by the learner's code, in this probe and those before
    computed: float = 0.0  # seconds of processor time of the judge's own thread
    lines: int = 0  # of Python, where they were counted


def run(
    probe: Probe, answer: Callable[..., Any], seed: int, number: int, others: Container[str] = (), steps: int = 0,
    until: Callable[[list[Any]], bool] | None = None,
) -> Run:  # fmt: skip
    """Observe ``answer`` in one probe; what it does wrong is in the result, what we do wrong is raised.

    A function of this process is stopped after so many ``steps``, if that is not 0. ``until`` is told what
    the calls gave so far; when it says true, the probe ends with the failure ``differs``.
    """
    done = Run(label=probe.label)
    remote = answer if isinstance(answer, RemoteValue) else None
    observer = Observer(answer, done, until)
    if remote is not None:
        remote.session.changed = False
    start, computed, left = time.monotonic(), time.thread_time(), [steps]
    try:
        with np.errstate(all="ignore"), at_most(steps) if steps else nullcontext(left) as left:
            done.observed = probe.observe(observer, np.random.default_rng([seed, number]))
    except Raised as error:
        unfinished = error.kind == "NotImplementedError" and error.within in others
        done.failure = f"unfinished:{error.within}" if unfinished else f"raised:{error.kind}"
        done.missing = error.name
    except TooSlow as slow:
        done.failure = slow.kind
    except TooManySteps:
        done.failure = "too_slow"
    except _Differs:
        done.failure = "differs"
    except Ended as error:  # what cannot be interrupted is too slow all the same
        done.failure = "too_slow" if error.reason == "time" else f"ended:{error.reason}"
    except Fault as fault:
        done.failure = fault.word
    except Exception as error:
        if remote is not None:  # then the mistake is the probe's, or nobody's
            raise
        done.failure, done.note = f"raised:{type(error).__name__}", str(error)
    done.seconds, done.computed = time.monotonic() - start, time.thread_time() - computed
    done.lines = steps - left[0]
    if remote is not None:
        done.changed = remote.session.changed
        done.spent = remote.spent()
    return done


@lru_cache(maxsize=KNOWN)
def run_known(probe: Probe, function: Callable[..., Any], seed: int, number: int, steps: int = 0) -> Run:
    """Observe the reference or a misconception: once, when many answers are judged with the same seed."""
    return run(probe, function, seed, number, steps=steps)


class _Differs(Exception):
    """A call gave what ends the probe."""


class Observer:
    """Calls an answer for a probe and writes down what it returned.

    A function of this process (a reference, a misconception) gets copies and is watched for changed arguments, as a
    remote one is on its own side.
    """

    def __init__(
        self, answer: Callable[..., Any], done: Run, until: Callable[[list[Any]], bool] | None = None,
        of: Asked | None = None,
    ) -> None:  # fmt: skip
        self._answer, self._done, self._until, self._of = answer, done, until, of
        self.warned = False  # whether the last call gave a warning: for tasks that demand silence

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        asked = Asked(args, kwargs, self._of)
        del self._done.asked[len(self._done.calls) :]  # what raised, and the probe went on
        self._done.asked.append(asked)
        value = self._call(args, kwargs)
        self._done.calls.append(value)
        if self._until is not None and self._until(self._done.calls):
            raise _Differs
        return self._watched(value, asked)

    def sample(self, *args: Any, **kwargs: Any) -> Any:
        """Call the answer where many values are right, such as random ones drawn in an order of its own.

        The diagnosis does not compare the value, only what the probe observes of it.
        """
        return self._watched(self._call(args, kwargs), Asked(args, kwargs, self._of))

    def __getattr__(self, name: str) -> Any:
        return getattr(self._answer, name)

    def _call(self, args: tuple[Any, ...], kwargs: dict[str, Any]) -> Any:
        try:
            if not isinstance(self._answer, RemoteValue):
                return self._here(args, kwargs)
            value = self._answer(*args, **kwargs)
        except Raised as error:
            self._done.refused.append(error.kind)
            raise
        self.warned = self._answer.warned
        return value

    def _here(self, args: tuple[Any, ...], kwargs: dict[str, Any]) -> Any:
        given, named = here(copy.deepcopy(args)), here(copy.deepcopy(kwargs))
        try:
            with np.errstate(all="warn", under="ignore"), warnings.catch_warnings(record=True) as warned:
                warnings.simplefilter("always")
                value = self._answer(*given, **named)
            self.warned = bool(warned)
        except TooManySteps:
            raise
        except Exception as error:
            kinds = (kind.__name__ for kind in type(error).__mro__)
            raise Raised(next(kind for kind in kinds if hasattr(builtins, kind) or kind == "LinAlgError")) from error
        for old, new in zip((*args, *kwargs.values()), (*given, *named.values()), strict=True):
            if isinstance(old, np.ndarray | list | dict) and not same(old, new):
                self._done.changed = True
        return value

    def _watched(self, value: Any, asked: Asked) -> Any:
        """Watch a returned function as the answer itself is watched."""
        is_function = value.is_function if isinstance(value, RemoteValue) else callable(value)
        return Observer(value, self._done, self._until, asked) if is_function and not isinstance(value, type) else value


def here(value: Any) -> Any:
    """Make the random generators that the sandbox makes on its side."""
    if isinstance(value, Rng):
        return np.random.default_rng(value.seed)
    if type(value) in (list, tuple):
        return type(value)(map(here, value))
    return {key: here(item) for key, item in value.items()} if isinstance(value, dict) else value
