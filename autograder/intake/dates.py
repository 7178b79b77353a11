"""When something was handed in, read as it is written or not at all."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

from dateutil.tz import gettz
from traitlets.config import Config

from autograder.support.sanitise import clean
from course.language import text

YEARS = range(1970, 2200)  # nbgrader's formgrader and gradebook fail near the years 1 and 9999
_WITH_ZONE = re.compile(r"(?P<date>.*\d)\s+(?P<zone>[A-Za-z][\w+/-]*)", re.ASCII | re.DOTALL)
_NO_PLACE = ("Factory", "localtime", "posixrules")  # beside the zones' files
_CONTINENTS = ("Africa", "America", "Asia", "Atlantic", "Australia", "Europe", "Indian", "Pacific")


class NoDate(ValueError):
    """What was said is no date. ``word`` names the reason in ``feedback.no_date_…``, ``detail`` is what it is about."""

    def __init__(self, word: str, detail: str = "") -> None:
        super().__init__(text(f"feedback.no_date_{word}", "en", detail=detail))
        self.word, self.detail = word, detail


def utc(said: str, home: str = "UTC") -> datetime:
    """Return a date like ``2026-11-03 10:00:00 UTC`` in UTC and without a zone, as nbgrader keeps it.

    The forms ``2026-11-03T13:00+03:00`` and ``2026-11-03-10-00-00`` (as in names of files) are read too. Without a zone
    it is UTC. A zone may have a name, as nbgrader writes it: ``Europe/Moscow`` is exact; ``MSK`` is that of
    ``home``, the class's own zone, if it is called so on that date, else that of all zones which are
    called so, if they agree.

    Raises ``NoDate`` for anything else: 03.11.2026 is in March for some readers, and IST is India, Israel or Ireland.
    """
    said = re.sub(r"(?<=\d)(UTC|Z)$", r" \1", said.strip())
    match = _WITH_ZONE.fullmatch(said)
    date, zone = (match["date"], match["zone"]) if match else (said, "")
    date = re.sub(r"[-_](\d\d)-(\d\d)-(\d\d)$", r" \1:\2:\3", date) if len(date) == 19 else date
    try:
        when = datetime.fromisoformat(re.sub(r" (?=[+-]\d\d)", "", date))
    except ValueError:
        raise NoDate("unreadable") from None
    if when.year in YEARS and when.tzinfo:
        when = when.astimezone(UTC)
    elif when.year in YEARS and zone not in ("", "UTC", "Z"):
        when -= _offset(when, zone, home)
    if when.year not in YEARS:
        raise NoDate("range", _shown(said))
    return when.replace(tzinfo=None)


def class_zone(config: Config) -> str:
    """Return the zone in which nbgrader's exchange of this class writes dates."""
    return str(config.Exchange.get("timezone") or "UTC")


def _offset(when: datetime, name: str, home: str) -> timedelta:
    """Return how far the zone of this name is ahead of UTC. Raises ``NoDate``."""
    own = gettz(home)  # as nbgrader finds it
    for fold in (0, 1):  # in autumn an hour comes twice, under two names
        there = when.replace(tzinfo=own, fold=fold)
        if own and there.tzname() == name:
            return there.utcoffset() or timedelta()
    if name in _zones():
        return when.replace(tzinfo=ZoneInfo(name)).utcoffset() or timedelta()
    places: dict[timedelta, list[str]] = {}
    for zone in _zones():
        for fold in (0, 1):
            there = when.replace(tzinfo=ZoneInfo(zone), fold=fold)
            if there.tzname() == name:
                places.setdefault(there.utcoffset() or timedelta(), []).append(zone)
    if not places:
        raise NoDate("zone", _shown(name))
    if len(places) > 1:
        known = ", ".join(sorted(map(_best_known, places.values())))
        raise NoDate("ambiguous", f"{_shown(name)}: {known}")
    return next(iter(places))


def _best_known(zones: list[str]) -> str:
    return max(zones, key=lambda zone: (zone.startswith(_CONTINENTS), zone))


@cache
def _zones() -> tuple[str, ...]:
    return tuple(sorted(available_timezones() - set(_NO_PLACE)))


def _shown(said: str) -> str:
    return " ".join(clean(said).split())[:60]
