"""When something was handed in, read as it is written or not at all."""

from __future__ import annotations

import re
from datetime import UTC, datetime


def utc(said: str) -> datetime:
    """Return a date like ``2026-11-03 10:00:00 UTC`` in UTC and without a zone, as nbgrader keeps it.

    The forms ``2026-11-03T13:00+03:00`` and ``2026-11-03-10-00-00`` (as in names of files) are read too. Without a zone
    it is UTC.

    Raises ``ValueError`` for anything else: 03.11.2026 is in March for some readers, and MSK is UTC for others.
    """
    said = said.strip().removesuffix("UTC").rstrip()
    said = re.sub(r"[-_](\d\d)-(\d\d)-(\d\d)$", r" \1:\2:\3", said) if len(said) == 19 else said
    when = datetime.fromisoformat(re.sub(r" (?=[+-]\d\d)", "", said))
    try:
        return when.astimezone(UTC).replace(tzinfo=None) if when.tzinfo else when
    except OverflowError:
        raise ValueError(f"{said!r} is before the year 1 or after the year 9999") from None
