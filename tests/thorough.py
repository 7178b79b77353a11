"""How much of what only repeats itself is run: a share by default, all of it with the environment variable THOROUGH=1.

A share has every kind of case; only the number of cases of a kind is smaller. Where those of a kind differ, they are
drawn: in CI the same in every run, so that a change fails for its own sake; elsewhere from what is committed, so that
another commit looks at others. That is how hypothesis is set up too, see conftest.py.
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
SAME = "80cd1e474589050574c88983e77f5f95713dbc90"  # what is drawn from in CI; any other word gives another share


def at_least(share: int, all_of_them: int) -> int:
    """Return how often something is done: the first number, or the second in a thorough run."""
    return all_of_them if THOROUGH else share


def share(
    cases: Iterable[Case], of: int, kind: Callable[[Case], object] = lambda _: None, name: str = "",
    by: Callable[[Case], object] = str,
) -> list[Case]:  # fmt: skip
    """Return one of ``of`` cases of every kind, and at least one, in their order; all of them in a thorough run.

    They are told apart ``by`` a word, which must be the same in every process. Another ``name`` draws another share.
    """
    everything = list(cases)
    if THOROUGH:
        return everything
    kinds = defaultdict[object, list[tuple[str, int]]](list)
    for number, case in enumerate(everything):
        lot = hashlib.sha256(f"{drawn_from()}\n{name}\n{by(case)}".encode()).hexdigest()
        kinds[kind(case)].append((lot, number))
    return [everything[n] for n in sorted(n for own in kinds.values() for _, n in sorted(own)[: -(-len(own) // of)])]


@cache
def drawn_from() -> str:
    """Return a word that is the same in CI, else the hash of the files of the last commit, without its date."""
    if os.environ.get("CI"):
        return SAME
    command = ["git", "rev-parse", "--verify", "HEAD^{tree}"]
    try:
        done = subprocess.run(command, cwd=Path(__file__).parent, capture_output=True, text=True, check=False)
    except FileNotFoundError:
        return SAME
    return done.stdout.strip() or SAME
