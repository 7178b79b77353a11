"""When each card is due: computed anew from the learner's record, so nothing is stored twice and copies agree.

A card's history is what was done with it and with its exercise, day by day; py-fsrs makes of it how well the card is
known. Clock times are dropped: what is due on a day is due from its morning on. All days are those of UTC.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, date, datetime, time, timedelta

import fsrs

from autograder.review.items import Card
from course.progress import Event, in_order

# Whole days only: what was wrong comes back the next day. Without fuzzing the same record gives the same days.
SCHEDULER = fsrs.Scheduler(
    learning_steps=(), relearning_steps=(timedelta(days=1),), maximum_interval=365, enable_fuzzing=False
)
FAILED = ("wrong", "partial", "error")
RATINGS = {"correct": fsrs.Rating.Good, "wrong": fsrs.Rating.Again}  # of a review
ITEM = "item"  # in ``Event.more``: the key of the card


def histories(cards: Mapping[str, Card], events: Iterable[Event]) -> dict[str, list[tuple[date, fsrs.Rating]]]:
    """Return what counts for each card that has any history, by day.

    A day of work on an exercise counts once, for all of its cards: as Again if anything failed, else as Easy. An answer
    that was looked at before with the same outcome is not counted; one that the check passes and the judge does not
    counts as failed. A review of a card counts for this card, as Again or Good.
    """
    found: dict[str, list[tuple[date, fsrs.Rating]]] = {}
    days: dict[tuple[str, date], list[tuple[date, fsrs.Rating]]] = {}
    by_exercise: dict[str, list[str]] = {}
    for card in cards.values():
        by_exercise.setdefault(card.exercise, []).append(card.key)
    seen: set[tuple[str, str, bool]] = set()
    for event in in_order(events):
        day = day_of(event)
        if event.kind == "review":
            key = str(event.more.get(ITEM, ""))
            if key in cards and event.state in RATINGS:
                found.setdefault(key, []).append((day, RATINGS[event.state]))
            continue
        answer = event.exercise, event.source, event.state in FAILED
        if event.state not in ("correct", *FAILED) or (event.source and answer in seen):
            continue
        seen.add(answer)
        rating = fsrs.Rating.Again if event.state in FAILED else fsrs.Rating.Easy
        for key in by_exercise.get(event.exercise, ()):
            mine = found.setdefault(key, [])
            place = days.get((key, day))
            if place is None:
                days[key, day] = place = []
                mine.append((day, rating))
            elif rating == fsrs.Rating.Again:
                mine[:] = [(day, rating) if each == (day, fsrs.Rating.Easy) else each for each in mine]
    return found


def day_of(event: Event) -> date:
    """Return the day of an event."""
    when = datetime.fromisoformat(event.time)
    return (when if when.tzinfo is None else when.astimezone(UTC)).date()


def states(cards: Mapping[str, Card], events: Iterable[Event]) -> dict[str, fsrs.Card]:
    """Return what FSRS knows of each card that has any history."""
    return {key: replay(history) for key, history in histories(cards, events).items()}


def replay(history: Iterable[tuple[date, fsrs.Rating]]) -> fsrs.Card:
    """Return a card after its history."""
    card = fsrs.Card(card_id=0)  # without a number it would wait for one
    for day, rating in history:
        card, _ = SCHEDULER.review_card(card, rating, morning(day))
    return card


def morning(day: date) -> datetime:
    """Return the beginning of a day."""
    return datetime.combine(day, time(), UTC)


def chosen(
    cards: Mapping[str, Card], events: Sequence[Event], today: date, count: int, unit: str | None = None
) -> list[Card]:
    """Return at most ``count`` cards for a sitting, what is most likely forgotten first, each exercise once.

    Only what is due comes, but if a ``unit`` is asked for, the rest of it may fill up. Writing takes longer than the
    rest, so it is at most a fifth.
    """
    known, now = states(cards, events), morning(today)
    mine = {key: card for key, card in cards.items() if unit in (None, card.unit)}

    def order(key: str) -> tuple[int, float, str]:
        chance = hashlib.sha256(f"{today} {key}".encode()).hexdigest()
        if key not in known:
            return 2, 0.0, chance
        return int(known[key].due > now), SCHEDULER.get_card_retrievability(known[key], now), chance

    ready = [key for key in mine if unit or (key in known and known[key].due <= now)]
    sitting: dict[str, Card] = {}
    written = 0
    for key in sorted(ready, key=order):
        card = mine[key]
        takes_long = card.kind == "write"
        if card.exercise in sitting or (takes_long and written >= max(1, count // 5)):
            continue
        sitting[card.exercise] = card
        written += takes_long
    return list(sitting.values())[:count]


def next_due(cards: Mapping[str, Card], events: Sequence[Event]) -> date | None:
    """Return the first day on which anything is due; None where nothing has been worked on."""
    return min((card.due.date() for card in states(cards, events).values()), default=None)
