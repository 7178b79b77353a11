"""when it was handed in, as nbgrader and other programs write it"""

from __future__ import annotations

from ..accident import accident
from ..learner import Work


@accident("2026-11-03 10:00:00 MSK", handed_in="2026-11-03T07:00", loaded=False)
def moscow_as_nbgrader_writes_it(work: Work) -> None:
    work.date = b"2026-11-03 10:00:00 MSK"


@accident("2026-11-03 10:00:00 Europe/Moscow", handed_in="2026-11-03T07:00", loaded=False)
def moscow_by_name(work: Work) -> None:
    work.date = b"2026-11-03 10:00:00 Europe/Moscow\n"


@accident("2026-11-03T10:00:00+03:00", handed_in="2026-11-03T07:00", loaded=False)
def with_an_offset(work: Work) -> None:
    work.date = b"2026-11-03T10:00:00+03:00"


@accident("2026-11-03T10:00:00.123456Z", loaded=False)
def with_parts_of_a_second(work: Work) -> None:
    work.date = b"2026-11-03T10:00:00.123456Z\r\n"


@accident("no date at all", handed_in=None, loaded=False)
def no_date(work: Work) -> None:
    work.date = None


@accident("a date with a byte order mark and the line end of Windows", loaded=False)
def date_of_windows(work: Work) -> None:
    work.date = "2026-11-03 10:00:00 UTC\r\n".encode("utf-8-sig")
