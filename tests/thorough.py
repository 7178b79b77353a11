"""How much of what only repeats itself is run: a share by default, all of it with the environment variable THOROUGH=1.

A share has every kind of case; only the number of cases of a kind is smaller. Where those of a kind differ, it is drawn
from what is committed which of them are run: the same commit has the same share everywhere, the next one another.
"""

from __future__ import annotations

import hashlib
import os
import subprocess
from collections import defaultdict
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path
from typing import TypeVar

Case = TypeVar("Case")
THOROUGH = os.environ.get("THOROUGH") == "1"


def at_least(share: int, all_of_them: int) -> int:
    """Return how often something is done: the first number, or the second in a thorough run."""
    return all_of_them if THOROUGH else share


def share(
    cases: Iterable[Case], of: int, kind: Callable[[Case], object] = lambda _: None, name: str = ""
) -> list[Case]:
    """Return one of ``of`` cases of every kind, and at least one, in their order; all of them in a thorough run.

    They are told apart by ``str(case)``, which must be the same in every process. Another ``name`` draws another share.
    """
    everything = list(cases)
    if THOROUGH:
        return everything
    kinds = defaultdict[object, list[tuple[str, int]]](list)
    for number, case in enumerate(everything):
        lot = hashlib.sha256(f"{committed()}\n{name}\n{case}".encode()).hexdigest()
        kinds[kind(case)].append((lot, number))
    return [everything[n] for n in sorted(n for own in kinds.values() for _, n in sorted(own)[: -(-len(own) // of)])]


@cache
def committed() -> str:
    """Return the hash of the files of the last commit, without its date; nothing where there is no repository."""
    command = ["git", "rev-parse", "--verify", "HEAD^{tree}"]
    try:
        done = subprocess.run(command, cwd=Path(__file__).parent, capture_output=True, text=True, check=False)
    except FileNotFoundError:
        return ""
    return done.stdout.strip()
