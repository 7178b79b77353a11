"""Tables as CSV that a spreadsheet only shows: what would be a formula in a name is text."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence

_FORMULA = ("=", "+", "-", "@", "\t", "＝", "＋", "－", "＠")


def as_csv(columns: Sequence[str], rows: Iterable[Mapping[str, object]]) -> bytes:
    """Return rows by column as CSV in UTF-8; what a row does not have is empty."""
    return rows_as_csv([columns, *([row.get(column) for column in columns] for row in rows)])


def rows_as_csv(rows: Iterable[Sequence[object]]) -> bytes:
    """Return rows as CSV in UTF-8."""
    table = io.StringIO(newline="")
    csv.writer(table, lineterminator="\n").writerows(map(_harmless, row) for row in rows)
    return table.getvalue().encode("utf-8", "replace")


def _harmless(value: object) -> object:
    """Return text with a mark before it that spreadsheets know, if they would calculate it; numbers as they are."""
    if not isinstance(value, str):
        return value
    value = value.replace("\0", "").replace("\r\n", "\n").replace("\r", " ")
    return f"'{value}" if value.lstrip().startswith(_FORMULA) or value.startswith(_FORMULA) else value
