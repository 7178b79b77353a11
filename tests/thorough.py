"""How much of what only repeats itself is run: a share by default, all of it with the environment variable THOROUGH=1.

A share has every kind of case; only the number of cases of a kind is smaller.
"""

from __future__ import annotations

import os

THOROUGH = os.environ.get("THOROUGH") == "1"


def at_least(share: int, all_of_them: int) -> int:
    """Return how often something is done: the first number, or the second in a thorough run."""
    return all_of_them if THOROUGH else share
