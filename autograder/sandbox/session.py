"""Hold a session with one submission's process: run its cells, call its functions, and serve what it asks for.

The judge's side of ``autograder.worker``. Everything that comes from there may have been made by learner code.
"""

from __future__ import annotations

import contextlib
import math
import time
import warnings
from collections.abc import Callable
from typing import Any

import numpy as np

from autograder.sandbox import watchdog
from autograder.sandbox.clock import CORES, Allowance, Reading, own_time
from autograder.sandbox.errors import Ended, NotContained, Raised, TooSlow, Undecided
from autograder.sandbox.remote_value import RemoteValue, outgoing
from autograder.sandbox.stand_in import StandIn, check_call
from autograder.worker import codec
from autograder.worker.channel import Channel, Closed, Late
from autograder.worker.codec import BadMessage, Callback, Handle

START_SECONDS = 300  # a sandbox that is there later is no sandbox; a busy computer takes a while
MAX_VALUES = 1_000_000  # numbers and characters that the judge takes in for one exercise; no answer needs a tenth
GRACE_SECONDS = 1.0  # that may be used from an interrupt to the end of the process
TICK = 0.02
MAX_NUMBER = 2**31  # of a copy, a request or an object of the learner's process


class Session:
    """One submission's process: run its cells, then call its functions."""

    def __init__(self, data: Channel, control: Channel, spares: list[Channel] | None = None) -> None:
        self._data, self._control, self._spares = data, control, spares or []
        self._alive = True
        self._number = 0  # of the last request: what answers another one is no answer
        self._ended = ""  # why the process ended, once that is known
        self.spent = 0.0  # seconds that its requests have used, but for calls of the learner's functions
        self.functions: list[Callable[..., Any]] = []  # the judge's, which learner code may call as long as it lives
        self.callbacks = 0  # calls of the judge's functions since the session began
        self.warned = False  # whether the last call of a learner's function gave a warning
        self.changed = False  # whether a call has changed an argument since this was last set

    @property
    def alive(self) -> bool:
        """Whether it can still be asked."""
        return self._alive

    @property
    def exchanges(self) -> int:
        """How many requests and calls of the judge's functions there were: what it costs on any computer."""
        return self._number + self.callbacks

    def start(self) -> None:
        """Wait for the child. Raises ``NotContained`` when it could not be locked in, ``Undecided`` if it is late."""
        try:
            hello = self._data.receive(time.monotonic() + START_SECONDS)
        except Late:
            self._end()
            raise Undecided("the sandbox took too long to start") from None
        except (Closed, BadMessage):
            raise NotContained(self._end()) from None
        if hello != {"ready": True}:
            raise NotContained(str(hello.get("failed") if isinstance(hello, dict) else "no greeting"))

    def close(self) -> None:
        """End the child, whatever it is doing, and wait until it is gone."""
        self._data.close()
        self._end()
        self._control.close()
        for spare in self._spares:
            spare.close()

    def run_cell(
        self, source: str, seconds: float, past: str = "", yields: tuple[str, ...] = ()
    ) -> tuple[list[Any], bool]:
        """Run a cell; return its outputs (hostile data) and whether it failed. Raises ``TooSlow``, ``Ended``.

        The statements below one that raises an exception called ``past`` are run all the same. Names in ``yields``
        keep what they stand for already.
        """
        request = {"do": "cell", "source": source, "past": past, "yields": list(yields)}
        allowance = Allowance(seconds)
        reply = self._charged(request, allowance)
        outputs, failed = reply.get("outputs"), reply.get("failed")
        return (outputs if isinstance(outputs, list) else []), failed is not False

    def keep(self, name: str, seconds: float, at_once: float | None = None) -> RemoteValue | None:
        """Return what ``name`` stands for at this moment, or None; all its calls together may use ``seconds``.

        This request itself may use ``at_once`` seconds, or as many as the calls.
        """
        reply = self._charged({"do": "keep", "name": name}, Allowance(seconds if at_once is None else at_once))
        value = reply.get("value")
        return RemoteValue(self, value, Allowance(seconds, MAX_VALUES)) if isinstance(value, Handle) else None

    def define(self, source: str, name: str, seconds: float, callbacks: float = math.inf) -> RemoteValue | None:
        """Run plain Python that defines ``name``; return what it stands for. Raises ``Raised``, ``TooSlow``, ``Ended``.

        This and all its calls together may use ``seconds``, and call functions of the judge so often.
        """
        reply = _checked(self._charged({"do": "define", "source": source, "name": name}, Allowance(seconds)))
        value, allowance = reply.get("value"), Allowance(seconds, MAX_VALUES, callbacks)
        return RemoteValue(self, value, allowance) if isinstance(value, Handle) else None

    def fork(self, seconds: float) -> Fork | None:
        """Return a copy of the process as it is now, or None if it cannot be copied."""
        if not self._spares:
            return None
        data, *own = self._spares[:2]
        self._spares = self._spares[2:]
        reply = self._charged({"do": "fork"}, Allowance(seconds))
        number = reply.get("number")
        if type(number) is not int or not 0 <= number < MAX_NUMBER:
            for channel in (data, *own):
                channel.close()
            return None
        return Fork(self, number, data, own)

    def moved(self, fork: Fork, name: str, seconds: float) -> bool:
        """Whether what ``name`` stands for may do something else here than in a copy that was made before."""
        reply = self._charged({"do": "moved", "number": fork.number, "name": name}, Allowance(seconds))
        return reply.get("value") is not False

    def charge(self, seconds: float) -> None:
        """Add to what its requests have used."""
        self.spent += seconds

    def _charged(self, what: dict[str, Any], allowance: Allowance) -> dict[str, Any]:
        """Send a request that is no call of a learner's function; what it uses is the session's."""
        try:
            return self._ask(what, allowance)
        finally:
            self.charge(self.spent_of(allowance))

    def spent_of(self, allowance: Allowance) -> float:
        """Return how much of an allowance has been used: all of it, if it was used up or the process has ended."""
        if allowance.start is None:
            return allowance.before
        try:
            if self.alive and not allowance.exhausted:
                allowance.used(self.reading())
                return allowance.known
        except Closed:
            pass  # it has just ended
        return max(allowance.known, allowance.seconds)

    def request(self, what: dict[str, Any], allowance: Allowance) -> dict[str, Any]:
        """Do one request; raise ``Raised`` for an exception of the learner."""
        return _checked(self._ask(what, allowance))

    def cause(self, seconds: float) -> Any:
        """Return the name of the module that the last cell did not find; raise ``Raised`` for any other error."""
        return _checked(self._charged({"do": "cause"}, Allowance(seconds))).get("value")

    def reading(self) -> Reading:
        """Return the clocks of the learner's processes. Raises ``Undecided`` if nobody reads them, ``Closed``."""
        deadline = time.monotonic() + START_SECONDS
        try:
            self._control.send("read", deadline)
            said = self._control.receive(deadline)
        except Late:
            raise Undecided("the clocks were not read in time") from None
        if "ended" in said:
            self._note_end(said)
            raise Closed("the process has ended")
        return Reading(said["ran"], said["waited"])

    def _ask(self, what: dict[str, Any], allowance: Allowance) -> dict[str, Any]:
        """Send a request and serve its callbacks until the reply is there."""
        if allowance.exhausted:
            raise TooSlow(allowance.exhausted)
        try:
            return self._within(allowance, what)
        except Undecided:
            self._end()
            raise
        except (Closed, Late, BadMessage) as error:
            reason = self._end()
            if reason.startswith("containment"):
                raise NotContained(reason) from None
            if reason == "silence":
                raise Undecided("the judge was not heard of for too long") from None
            raise Ended("broken" if isinstance(error, BadMessage) else reason) from None
        except Ended as ended:
            reason = self._end()
            raise Ended("memory" if reason == "memory" else ended.reason) from None

    def _within(self, allowance: Allowance, what: dict[str, Any]) -> dict[str, Any]:
        began = time.monotonic()
        look, fence = began + allowance.wait, began + allowance.fence
        ran, busy = own_time() if allowance.start else (0.0, 0.0)
        slow = ""  # how it was too slow, once it is

        def charge() -> None:
            """Add what has passed since ``began`` to the allowance."""
            nonlocal began, ran, busy
            now = time.monotonic()
            if allowance.start is None:
                allowance.before += now - began
            else:
                ran_now, busy_now = own_time()
                allowance.asked += now - began
                allowance.busy += busy_now - busy
                allowance.served += ran_now - ran
                ran, busy = ran_now, busy_now
            began = now

        def interrupted(how: str) -> tuple[str, float]:
            """Interrupt the learner's code; return how it was too slow, and until when it may answer."""
            now = time.monotonic()
            self._control.send("interrupt", now + START_SECONDS)
            return how, now + GRACE_SECONDS / CORES

        try:
            self._number += 1
            self._data.post({**what, "request": self._number})
            while True:
                self._still_here()
                try:
                    self._data.flush(look)
                    reply = self._data.receive(look)
                except Late:
                    charge()
                    if allowance.start is None:
                        allowance.start = self.reading()
                        began, (ran, busy) = time.monotonic(), own_time()
                    spent, now = allowance.used(self.reading()), time.monotonic()
                    grace = GRACE_SECONDS if slow else 0.0
                    if not allowance.exceeded(spent, grace):
                        if now >= fence and not slow:
                            raise Undecided("it neither ran nor slept as long as it may") from None
                        if now < fence + allowance.seconds:
                            look = now + max((allowance.seconds + grace - spent.total) / CORES, TICK)
                            continue
                    if slow:
                        raise Ended("time") from None
                    slow, look = interrupted("slept" if spent.slept > spent.ran else "too_slow")
                    continue
                number = reply.get("request") if isinstance(reply, dict) else None
                if type(number) is not int or number != self._number:
                    raise Ended("broken")
                if "callback" not in reply:
                    if slow:
                        circles = slow == "too_slow" and reply.get("repeats") is True
                        allowance.exhausted = "never_ends" if circles else slow
                        raise TooSlow(allowance.exhausted)
                    return reply
                if not slow and allowance.callbacks <= 0:
                    slow, look = interrupted("too_slow")
                if not slow:
                    allowance.callbacks -= 1
                    self._data.post_encoded(self._call_back(reply))
        finally:
            charge()
            allowance.wait, allowance.fence = look - began, fence - began

    def _still_here(self) -> None:
        """Let both watchdogs know."""
        watchdog.pat()
        if time.monotonic() - self._control.posted > watchdog.AWAY / 10:
            with contextlib.suppress(Closed):  # it has ended; how, is seen when its reply does not come
                self._control.send("here", time.monotonic() + START_SECONDS)

    def _call_back(self, request: dict[str, Any]) -> bytes:
        """Call one of the judge's functions with the learner's arguments; they may be anything. Return the reply."""
        self.callbacks += 1
        number, args, kwargs = request["callback"], request.get("args"), request.get("kwargs")
        if type(number) is not int or not 0 <= number < len(self.functions) or not isinstance(args, list):
            raise Ended("broken")
        try:
            kwargs = kwargs if isinstance(kwargs, dict) else {}
            if isinstance(self.functions[number], StandIn):
                args = [self._own_function(value) for value in args]
                kwargs = {name: self._own_function(value) for name, value in kwargs.items()}
            check_call(self.functions[number], args, kwargs)
            with np.errstate(all="ignore"), warnings.catch_warnings():
                warnings.simplefilter("ignore")
                value = self.functions[number](*args, **kwargs)
            return codec.encode({"value": value})
        except Exception as error:  # the arguments are the learner's, so the mistake is too
            kind = next(each.__name__ for each in type(error).__mro__ if each.__module__ == "builtins")
            return codec.encode({"raised": kind, "words": "the function does not accept these arguments"})

    def _own_function(self, value: Any) -> Any:
        """Return the function of the judge that a learner passes on to another function of the judge."""
        if isinstance(value, Callback) and value.id < len(self.functions):
            return self.functions[value.id]
        return value

    def _end(self) -> str:
        """Make sure the child is gone; return why it ended."""
        self._alive = False
        deadline = time.monotonic() + START_SECONDS
        with contextlib.suppress(Closed, Late, BadMessage):
            with contextlib.suppress(Closed):
                self._control.send("kill", deadline)
            while not self._ended:
                self._note_end(self._control.receive(deadline))
        return self._ended or "gone"

    def _note_end(self, said: Any) -> None:
        if isinstance(said, dict) and isinstance(said.get("ended"), str):
            self._ended = said["ended"]


class Fork(Session):
    """A copy of a session's process. It ends alone, or with all the others if it does not end when told to."""

    def __init__(self, parent: Session, number: int, data: Channel, spares: list[Channel]) -> None:
        super().__init__(data, parent._control, spares)
        self._parent, self.number = parent, number

    @property
    def alive(self) -> bool:
        """Whether it can still be asked."""
        return self._alive and self._parent.alive

    def charge(self, seconds: float) -> None:
        """Add to what the requests of the process that it is a copy of have used."""
        self._parent.charge(seconds)

    def close(self) -> None:
        """Let go of it: it ends when it finds its channel closed."""
        self._alive = False
        for channel in (self._data, *self._spares):
            channel.close()

    def uses(self, name: str, others: list[str], seconds: float) -> list[str]:
        """Return which of ``others`` the function ``name`` uses, as the learner's process says."""
        said = self._charged({"do": "uses", "name": name, "others": others}, Allowance(seconds)).get("value")
        known = {each for each in said if type(each) is str} if isinstance(said, list) else set()
        return [other for other in others if other in known]

    def replace(self, name: str, value: Callable[..., Any], seconds: float) -> None:
        """Let ``name`` stand for what the session kept before this copy was made, or for a function of ours."""
        what = {"do": "replace", "name": name, "value": outgoing(value, self.functions)}
        self._charged(what, Allowance(seconds))

    def _end(self) -> str:
        """Find out how the copy ended; if it has not, end the process that it is a copy of, and all copies with it."""
        self._alive = False
        self.close()
        if self._parent.alive:
            with contextlib.suppress(Ended, TooSlow):
                what = {"do": "ended", "number": self.number}
                word = self._parent._charged(what, Allowance(GRACE_SECONDS)).get("value")
                if type(word) is str and word in ("exit", "signal"):
                    return word
        return self._parent._end()


def _checked(reply: dict[str, Any]) -> dict[str, Any]:
    """Return a reply; raise ``Raised`` if it is an exception of the learner."""
    if "raised" in reply:
        words = (each if isinstance(each, str) else "" for each in (reply.get("within"), reply.get("name")))
        raise Raised(_known_exception(reply["raised"]), *words)
    return reply


def _known_exception(names: Any) -> str:
    """Return the first name that is a built-in exception: a learner's own text is not passed on."""
    import builtins

    for name in names if isinstance(names, list) else []:
        known = getattr(builtins, name, None) if isinstance(name, str) else None
        if isinstance(known, type) and issubclass(known, BaseException):
            return known.__name__
        if isinstance(name, str) and name in ("LinAlgError", "Unspeakable"):
            return name
    return "Exception"
