"""A learner's function or object as the judge has it: all that is done with it happens in the learner's process."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

import numpy as np

from autograder.sandbox.clock import Allowance
from autograder.sandbox.errors import Fault, Raised
from autograder.worker import codec
from autograder.worker.codec import Callback, Handle, Rng

if TYPE_CHECKING:
    from autograder.sandbox.session import Session


class RemoteValue:
    """A learner's function or object, seen from the judge.

    Calling it, reading an attribute and the arithmetic operators happen in the learner's process; plain values come
    back as copies, everything else as another ``RemoteValue``. All that come from one value share its allowance.
    """

    __slots__ = ("_allowance", "_handle", "_session")
    __hash__ = None  # type: ignore[assignment]

    def __init__(self, session: Session, handle: Handle, allowance: Allowance) -> None:
        self._session, self._handle, self._allowance = session, handle, allowance

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        send = partial(outgoing, functions=self._session.functions)
        sent, named = [send(value) for value in args], {name: send(value) for name, value in kwargs.items()}
        reply = self._request({"do": "call", "target": self._handle, "args": sent, "kwargs": named})
        self._session.warned = reply.get("warned") is True
        after = reply.get("after")
        before = [*args, *kwargs.values()]
        if isinstance(after, list) and len(after) == len(before):
            for old, new in zip(before, after, strict=True):
                if new is not None and isinstance(old, np.ndarray | list | dict) and not same(old, new):
                    self._session.changed = True
        return self._incoming(reply.get("value"))

    def __array__(self, *_: Any, **__: Any) -> Any:
        raise TypeError("a learner's object is no array")  # else numpy would ask it for its length and its items

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return self._incoming(self._request({"do": "get", "target": self._handle, "name": name}).get("value"))

    def _operate(self, name: str, *args: Any) -> Any:
        sent = [outgoing(value, self._session.functions) for value in args]
        return self._incoming(self._request({"do": "operate", "name": name, "args": sent}).get("value"))

    def __add__(self, other: Any) -> Any:
        return self._operate("add", self, other)

    def __radd__(self, other: Any) -> Any:
        return self._operate("add", other, self)

    def __mul__(self, other: Any) -> Any:
        return self._operate("mul", self, other)

    def __rmul__(self, other: Any) -> Any:
        return self._operate("mul", other, self)

    def __getitem__(self, key: Any) -> Any:
        return self._operate("getitem", self, key)

    def __bool__(self) -> bool:
        return True  # else Python would ask the learner's process for its length

    def __len__(self) -> int:
        size = self._operate("len", self)
        if type(size) is not int or size < 0:
            raise Raised("TypeError")
        return size

    def _request(self, what: dict[str, Any]) -> dict[str, Any]:
        return self._session.request(what, self._allowance)

    def _incoming(self, value: Any) -> Any:
        """Return what a value means here. Raises ``Fault`` for too much to look at, and for what only we can send."""
        self._allowance.values -= _weight(value)
        if self._allowance.values < 0:
            raise Fault("shape")
        match value:
            case Handle():
                return RemoteValue(self._session, value, self._allowance)
            case Callback() | Rng():
                raise Fault("type")
            case list() | tuple():
                return type(value)(self._incoming(item) for item in value)
            case dict():
                return {self._incoming(key): self._incoming(item) for key, item in value.items()}
        return value

    @property
    def session(self) -> Session:
        """The process it lives in."""
        return self._session

    @property
    def warned(self) -> bool:
        """Whether the last call gave a warning."""
        return self._session.warned

    @property
    def allowed(self) -> float:
        """The seconds that all its calls together may use."""
        return self._allowance.seconds

    def spent(self) -> float:
        """Return the seconds that its calls have used so far; all of them once its process has ended."""
        return self._session.spent_of(self._allowance) if self._session.alive else self._allowance.seconds

    @property
    def is_function(self) -> bool:
        """Whether it can be called."""
        return self._handle.kind != "object"

    @property
    def is_object(self) -> bool:
        """Whether it is an object with attributes of its own, not a plain function or a class."""
        return self._handle.kind != "function"


def _weight(value: Any) -> int:
    """Return how much there is to look at in a value, without what lies in a container."""
    if isinstance(value, np.ndarray):
        return codec.extent(value)
    return len(value) if isinstance(value, str) else 1


def outgoing(value: Any, functions: list[Callable[..., Any]]) -> Any:
    """Return what is sent for a value; functions of ours are noted in ``functions`` and go as their number."""
    if isinstance(value, RemoteValue):
        return value._handle
    if isinstance(value, list | tuple):
        return type(value)(outgoing(item, functions) for item in value)
    if isinstance(value, dict):
        return {key: outgoing(item, functions) for key, item in value.items()}
    if callable(value):
        functions.append(value)
        return Callback(len(functions) - 1)
    return value


def same(old: Any, new: Any) -> bool:
    """Whether an argument is after a call what it was before."""
    if isinstance(old, np.ndarray):
        return isinstance(new, np.ndarray) and old.shape == new.shape and np.array_equal(old, new, equal_nan=True)
    if isinstance(old, list | tuple):
        return isinstance(new, list | tuple) and len(old) == len(new) and all(map(same, old, new))
    if isinstance(old, dict):
        return isinstance(new, dict) and old.keys() == new.keys() and all(same(old[key], new[key]) for key in old)
    return callable(old) or isinstance(old, Rng) or type(old) is type(new) and old == new
