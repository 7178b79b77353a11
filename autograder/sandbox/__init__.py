"""Learner code in a process of its own: started by ``process``, held by ``session``, seen as ``remote_value``.

Knows values and clocks, and no exercise, no mark and no class. What runs on the other side is ``autograder.worker``.
"""

from autograder.sandbox.errors import Ended, Fault, NotContained, Raised, TooSlow, Undecided
from autograder.sandbox.process import NOT_CONTAINED, Sandbox, bubblewrap
from autograder.sandbox.remote_value import RemoteValue
from autograder.sandbox.session import Fork, Session
from autograder.sandbox.stand_in import StandIn

__all__ = [
    "NOT_CONTAINED", "Ended", "Fault", "Fork", "NotContained", "Raised", "RemoteValue", "Sandbox", "Session", "StandIn",
    "TooSlow", "Undecided", "bubblewrap",
]  # fmt: skip
