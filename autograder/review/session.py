"""One sitting: ask what is due, judge what is typed, note it in the learner's record."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from pathlib import Path

import numpy as np

from autograder.review import schedule
from autograder.review.deck import cards
from autograder.review.items import GIVEN_UP, Card, NotJudged, Question, Reply
from autograder.sandbox import NotContained, Sandbox, bubblewrap
from course import progress
from course.language import text

TRIES = 2


@dataclass
class Asked:
    """A card that was asked, with its question and how it went."""

    card: Card
    question: Question
    session: Session
    replies: list[Reply] = field(default_factory=list)

    def reply(self, typed: str | None) -> Reply:
        """Judge what was typed; None says that the learner does not know. Only the first answer is noted.

        Raises ``NotJudged``; then nothing is noted.
        """
        reply = self.question.judge(typed, self.session.sandbox) if typed is not None else GIVEN_UP
        if reply.state == "unreadable":
            return reply
        if not self.replies:
            self.session.note(self.card, reply)
        self.replies.append(reply)
        return reply

    @property
    def right_at_once(self) -> bool:
        """Whether the first answer was right."""
        return bool(self.replies) and self.replies[0].state == "right"

    @property
    def over(self) -> bool:
        """Whether there is no further try."""
        return len(self.replies) == TRIES or bool(self.replies) and self.replies[-1].state != "wrong"


class Session:
    """The cards of a sitting. Use as a context manager: the sandbox warms up meanwhile if code will be judged."""

    def __init__(self, record: Path, count: int, unit: str | None = None, today: date | None = None) -> None:
        self._record, self._today, self._stack = record, today, ExitStack()
        self._cold: Sandbox | None = None
        self._is_warm = False
        self.asked: list[Asked] = []
        self.events = progress.read(record)
        self.cards = schedule.chosen(cards(), self.events, self.day, count, unit)

    @property
    def contained(self) -> bool:
        """Whether learner code runs behind walls, if any does."""
        return bubblewrap() is not None or all(card.kind != "write" for card in self.cards)

    @property
    def day(self) -> date:
        """The day of this sitting."""
        return self._today or datetime.now(UTC).date()

    def __enter__(self) -> Session:
        if any(card.kind == "write" for card in self.cards):
            self._cold = Sandbox(contained=self.contained)
            self._stack.callback(self._cold.close)
        return self

    def __exit__(self, *_: object) -> None:
        self._stack.close()

    def next_due(self) -> date | None:
        """Return the first day on which anything is due, as the record now stands."""
        return schedule.next_due(cards(), progress.read(self._record))

    def __iter__(self) -> Iterator[Asked]:
        for card in self.cards:
            self.asked.append(Asked(card, card.ask(np.random.default_rng(self._seed(card))), self))
            yield self.asked[-1]

    def _seed(self, card: Card) -> int:
        """Return another seed each time that a card comes up."""
        before = sum(event.kind == "review" and event.more.get(schedule.ITEM) == card.key for event in self.events)
        return int.from_bytes(hashlib.sha256(f"{card.key} {before}".encode()).digest()[:8], "big")

    def sandbox(self) -> Sandbox:
        """Return the sandbox in which learner code runs, once it is warm. Raises ``NotJudged``."""
        if self._cold is None:
            raise NotJudged("this sitting asks for no code")
        if not self._is_warm:
            try:
                self._cold.__enter__()
            except NotContained as problem:
                raise NotJudged(str(problem)) from problem
            self._is_warm = True
        return self._cold

    def note(self, card: Card, reply: Reply) -> None:
        """Write down how a card went. Raises ``OSError``."""
        state = "correct" if reply.state == "right" else "wrong"
        said = {lang: parts[0] for lang, parts in (reply.hint or {}).items()} if reply.mistake else {}
        more = {schedule.ITEM: card.key, "rating": int(schedule.RATINGS[state])}
        event = progress.Event(
            "review", card.unit, card.exercise, state, diagnosis=reply.mistake, said=said, more=more
        )
        if self._today:
            event = replace(event, time=f"{self._today}T12:00:00.000Z")
        progress.note(event, self._record)


def heading(session: Session, asked: Asked, place: int, lang: str) -> str:
    """Return the line above a question."""
    where = {"unit": asked.card.unit, "exercise": asked.card.exercise}
    return text("review.title", lang, place=place, count=len(session.cards), **where)


def parts(asked: Asked, lang: str) -> list[str]:
    """Return the words of a question as pieces of Markdown: what to do comes after the task it is about."""
    kind = asked.question.kind
    todo = [text(f"review.task.{kind}", lang)] if kind in ("find", "write") else []
    return [asked.question.words[lang], *todo]


def how(question: Question, lang: str) -> str:
    """Return how a question is answered."""
    return text(f"review.expects.{question.expects}", lang, count=len(question.right[lang].split()))


def ending(session: Session, lang: str) -> str:
    """Return what is said when a sitting is over."""
    if not session.cards:
        due = session.next_due()
        return text("review.nothing", lang, day=due) if due else text("review.nothing_yet", lang)
    done = [asked for asked in session.asked if asked.over]
    right, count = sum(asked.right_at_once for asked in done), len(done)
    said = [text("review.done", lang, right=right, count=count)] if count else []
    due = session.next_due()
    if due is not None:
        said.append(text("review.next", lang, day=due) if due > session.day else text("review.due_now", lang))
    return " ".join(said)


def words_of(asked: Asked, reply: Reply, lang: str) -> str:
    """Return what is said to an answer, as Markdown: the hint, and at the end what is right."""
    if reply.state == "unreadable":
        return text(f"review.unreadable.{asked.question.expects}", lang, count=len(asked.question.right[lang].split()))
    if reply.state == "right":
        return text("review.right", lang)
    parts = [text("review.wrong", lang)] if reply.state == "wrong" else []
    parts += [part for part in (reply.hint[lang] if reply.hint else ()) if part]
    if asked.over:
        parts.append(text("review.answer", lang, right=asked.question.right[lang]))
    else:
        parts.append(text("review.again", lang))
    return " ".join(parts)
