"""The unit of work: cells that were handed in, and seeds, become verdicts and outputs. Any process can do it.

Nothing else of a class travels to where it is done: no name, no gradebook, no course key, no released notebook.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from multiprocessing.util import Finalize
from pathlib import Path

from autograder.exercises import exercises
from autograder.judging.grade import Cell, Graded, Times, grade
from autograder.judging.verdict import Verdict
from autograder.sandbox import NotContained, Sandbox
from autograder.sandbox.selftest import require_containment
from autograder.support.scratch import scratch_folder


class NoSandbox(NotContained):
    """There is no sandbox here, or it does not hold: nothing can be judged."""


@dataclass(frozen=True)
class Work:
    """What is to be judged: cells, the names of the exercises, the seed of each, and verdicts that are known already.

    ``hidden`` is a folder that nobody must see from within the sandbox.
    """

    cells: tuple[Cell, ...]
    exercises: tuple[str, ...]
    seeds: Mapping[str, int]
    lang: str
    times: Times = Times()
    known: Mapping[str, Verdict] = field(default_factory=dict)
    contained: bool = True
    hidden: str = ""


def judged(work: Work) -> Graded:
    """Judge in this process's own sandbox, which is started and tried for the first work and kept for the next.

    Raises ``NoSandbox``, and ``NotContained`` if this work has broken the sandbox: the next one gets a new one.
    """
    sandbox = _sandbox(work.contained, work.hidden)
    todo = [exercises()[name] for name in work.exercises]
    try:
        return grade(sandbox, work.cells, todo, dict(work.seeds), work.lang, work.times, work.known)
    except NotContained:
        let_go()
        raise


def ready(contained: bool, hidden: str) -> None:
    """Start and try this process's sandbox, as for a work. Raises ``NoSandbox``."""
    _sandbox(contained, hidden)


_running: list[Sandbox] = []  # none or one


def _sandbox(contained: bool, hidden: str) -> Sandbox:
    if _running and _running[0].contained != contained:
        let_go()
    if not _running:
        try:
            with contextlib.ExitStack() as stack:
                sandbox = stack.enter_context(Sandbox(contained=contained))
                if contained:
                    here = os.path.isdir(hidden)
                    require_containment(sandbox, Path(hidden) if here else stack.enter_context(scratch_folder()))
                _running.append(sandbox)
                stack.pop_all()
        except NotContained as error:
            raise NoSandbox(str(error)) from None
    return _running[0]


def let_go() -> None:
    """End this process's sandbox, if it runs."""
    while _running:
        _running.pop().close()


Finalize(None, let_go, exitpriority=0)  # at the end of a process of a pool too
