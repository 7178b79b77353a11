"""How a session can go wrong: the learner's code, its process, or the computer."""

from __future__ import annotations


class NotContained(RuntimeError):
    """The sandbox was asked for and cannot hold; nothing was run in it."""


class Ended(Exception):
    """The learner's process is no more; ``reason`` is one of the words of ``autograder.judging.judge``."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class Raised(Exception):
    """The learner's code raised; ``kind`` is the first built-in class of the exception, ``within`` the function.

    ``name`` stands for nothing where it was read. Both words are the learner's: they are compared and never shown.
    """

    def __init__(self, kind: str, within: str = "", name: str = "") -> None:
        super().__init__(kind)
        self.kind, self.within, self.name = kind, within, name


class TooSlow(Exception):
    """The learner's code used up its time and was interrupted.

    ``kind``: ``slept`` if it waited more than it computed, ``never_ends`` if it went in circles, else ``too_slow``.
    """

    def __init__(self, kind: str = "too_slow") -> None:
        super().__init__(kind)
        self.kind = kind


class Undecided(Exception):
    """The computer was too busy to say anything about the learner's code; nothing is decided."""


class Fault(Exception):
    """An answer's value is unusable before anything is computed with it; ``word`` is a kind of mismatch."""

    def __init__(self, word: str) -> None:
        super().__init__(word)
        self.word = word
