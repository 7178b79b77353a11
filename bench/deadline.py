"""Simulate the night before a deadline: submissions come, workers judge them, and a queue grows and shrinks.

    python -m bench.deadline --price 0.5 --workers 1,2,4,8,16

Nothing is graded here. The price of a submission is what ``make bench`` has measured on one core.
"""

from __future__ import annotations

import heapq
from typing import Annotated, NamedTuple

import numpy as np
import typer
from rich.console import Console
from rich.table import Table

HOUR = 3600.0
WEEK = 7 * 24 * HOUR


class Night(NamedTuple):
    """How long submissions waited until a worker was free, in seconds, and the longest that the queue was."""

    median: float
    most: float  # of nineteen in twenty
    longest: float
    queue: int
    busy: float  # share of the last hour in which a worker was at work


def arrivals(count: int, rng: np.random.Generator, late: float = 3 * HOUR) -> np.ndarray:
    """Return the moments, in seconds before the deadline, at which ``count`` submissions come in one week, sorted.

    The rate grows as 1 / (time left + ``late``), the way deadlines are met: each halving of the time that is left
    brings as many as the one before. At night, from one to seven, a tenth of that; the deadline is at midnight.
    """
    found = np.empty(0)
    while len(found) < count:
        left = late * ((WEEK + late) / late) ** rng.random(count) - late
        hour = (24 - left / HOUR) % 24
        found = np.concatenate([found, left[((hour < 1) | (hour >= 7)) | (rng.random(count) < 0.1)]])
    return -np.sort(-found[:count])


def prices(count: int, rng: np.random.Generator, price: float, slow: float, limit: float) -> np.ndarray:
    """Return what ``count`` submissions cost, in seconds of one core: ``price`` on the average, some much more.

    A share of ``slow`` has a loop that does not end, and takes all that it may, ``limit``.
    """
    usual = rng.gamma(4.0, price / 4.0, size=count)
    return np.where(rng.random(count) < slow, limit, usual)


def night(left: np.ndarray, cost: np.ndarray, workers: int) -> Night:
    """Simulate a queue, first come first served, with so many workers."""
    free = [-np.inf] * workers
    waits, starts = np.empty(len(left)), np.empty(len(left))
    comes = -left
    for number, (moment, price) in enumerate(zip(comes, cost, strict=True)):
        start = max(moment, heapq.heappop(free))
        heapq.heappush(free, start + price)
        waits[number], starts[number] = start - moment, start
    queue = np.arange(1, len(comes) + 1) - np.searchsorted(np.sort(starts), comes, side="right")
    work = np.clip(starts + cost, -HOUR, 0) - np.clip(starts, -HOUR, 0)
    busy = float(work.sum() / HOUR / workers)
    return Night(*(float(np.quantile(waits, share)) for share in (0.5, 0.95, 1.0)), int(queue.max()), busy)


def main(
    price: Annotated[float, typer.Option(help="Seconds of one core for a submission with its page.")] = 0.5,
    learners: Annotated[int, typer.Option(help="Who hand in one unit.")] = 10_000,
    again: Annotated[float, typer.Option(help="Submissions for each of them.")] = 1.5,
    slow: Annotated[float, typer.Option(help="Share that never ends, and takes all its time.")] = 0.01,
    limit: Annotated[float, typer.Option(help="Seconds that such a one takes.")] = 60.0,
    workers: Annotated[str, typer.Option(help="Numbers of workers, with commas.")] = "1,2,4,8,16,32",
    seed: int = 0,
) -> None:
    """Print how long submissions wait in the week before a deadline."""
    rng = np.random.default_rng(seed)
    count = round(learners * again)
    left, cost = arrivals(count, rng), prices(count, rng, price, slow, limit)
    last = [int(np.sum(left < hours * HOUR)) for hours in (1, 3, 24)]
    table = Table("workers", "median wait, s", "95 % wait, s", "longest, s", "longest queue", "busy, last hour")
    for number in map(int, workers.split(",")):
        found = night(left, cost, number)
        table.add_row(
            str(number), f"{found.median:.1f}", f"{found.most:.1f}", f"{found.longest:.0f}", str(found.queue),
            f"{found.busy:.0%}",
        )  # fmt: skip
    console = Console()
    console.print(
        f"{count} submissions, {cost.sum() / HOUR:.1f} hours of one core; in the last hour {last[0]}, "
        f"the last three {last[1]}, the last day {last[2]}"
    )
    console.print(table)


if __name__ == "__main__":
    typer.run(main)
