"""A small still plot, drawn with letters for the terminal and with Matplotlib for a notebook."""

from __future__ import annotations

import io
import math
from collections.abc import Sequence
from dataclasses import dataclass

from autograder.review.items import Words

HEIGHT, WIDTH = 11, 56  # of a plot of letters, without its scale
MARKS = "●○"
SPOKEN = 12  # points that are told to who cannot see a plot


@dataclass(frozen=True)
class Plot:
    """Rows of values over the same places: one or two series of ``ys`` over ``xs``, or ``bars`` by name."""

    x_label: Words
    y_label: Words
    xs: tuple[float, ...] = ()
    ys: tuple[tuple[float, ...], ...] = ()
    bars: tuple[tuple[str, float], ...] = ()
    zero: bool = True  #: whether 0 has to be in the picture
    joined: bool = True  #: whether Matplotlib draws a line through the points

    def letters(self, lang: str) -> str:
        """Return the plot as lines of text."""
        return self._letter_bars(lang) if self.bars else self._letter_points(lang)

    def _letter_bars(self, lang: str) -> str:
        width = max(len(name) for name, _ in self.bars)
        top = max(value for _, value in self.bars) or 1.0
        rows = [f"{name:>{width}} │{'█' * round(40 * value / top)} {value:.2f}" for name, value in self.bars]
        return "\n".join([f"{self.x_label[lang]} — {self.y_label[lang]}", *rows])

    def _letter_points(self, lang: str) -> str:
        low, high = self._range()
        labels = {0: f"{high:.3g}", HEIGHT - 1: f"{low:.3g}"}
        rows = [[" "] * (WIDTH + 1) for _ in range(HEIGHT)]
        if low < 0 < high:
            level = _row(0.0, low, high)
            rows[level] = ["┄"] * (WIDTH + 1)
            labels.setdefault(level, "0")
        left, right = self.xs[0], self.xs[-1]
        for series, mark in reversed(list(zip(self.ys, MARKS, strict=False))):
            for x, y in zip(self.xs, series, strict=True):
                rows[_row(y, low, high)][round(WIDTH * (x - left) / (right - left))] = mark
        margin = max(map(len, labels.values()))
        lines = [f"{labels.get(place, ''):>{margin}} ┤{''.join(row).rstrip()}" for place, row in enumerate(rows)]
        ends = f"{left:.3g}".ljust(WIDTH + 1 - len(f"{right:.3g}")) + f"{right:.3g}"
        return "\n".join([self.y_label[lang], *lines, f"{'':{margin}}  {ends}  {self.x_label[lang]}"])

    def spoken(self, lang: str) -> str:
        """Return what the plot shows as a list of values, some of them if there are many, for who cannot see it."""
        if self.bars:
            return f"{self.y_label[lang]} — " + "; ".join(f"{name}: {value:.2f}" for name, value in self.bars)
        every = math.ceil(len(self.xs) / SPOKEN)
        rows = list(zip(self.xs, *self.ys, strict=True))[::every]
        told = "; ".join(f"{x:.3g}: {', '.join(f'{y:.3g}' for y in values)}" for x, *values in rows)
        return f"{self.x_label[lang]}: {self.y_label[lang]} — {told}"

    def _range(self) -> tuple[float, float]:
        values = [y for series in self.ys for y in series]
        low, high = min(values), max(values)
        if self.zero:
            low, high = min(low, 0.0), max(high, 0.0)
        return (low, high) if high > low else (low - 1.0, high + 1.0)

    def png(self, lang: str) -> bytes:
        """Return the plot as a PNG file."""
        from matplotlib.figure import Figure

        figure = Figure(figsize=(5.0, 2.6), dpi=110, layout="constrained")
        axes = figure.add_subplot()
        if self.bars:
            names, values = zip(*self.bars, strict=True)
            axes.barh(names, values)
            axes.invert_yaxis()
            axes.set_xlabel(self.y_label[lang])
        else:
            for series, style in zip(self.ys, ("C0o", "C1s"), strict=False):
                axes.plot(self.xs, series, f"{style}{'-' if self.joined else ''}", markersize=3, linewidth=1)
            low, high = self._range()
            if low < 0 < high:
                axes.axhline(0.0, color="0.6", linewidth=0.8, linestyle=":")
            axes.set_xlabel(self.x_label[lang])
            axes.set_ylabel(self.y_label[lang])
        file = io.BytesIO()
        figure.savefig(file, format="png", metadata={"Software": None})
        return file.getvalue()


def _row(y: float, low: float, high: float) -> int:
    """Return the row of a value, the highest first."""
    return HEIGHT - 1 - math.floor((HEIGHT - 1) * (y - low) / (high - low) + 0.5)


def over_steps(*ys: Sequence[float], y: Words, zero: bool = True) -> Plot:
    """Return the plot of values after each step."""
    series = tuple(tuple(map(float, each)) for each in ys)
    return Plot({"en": "step", "ru": "шаг"}, y, tuple(map(float, range(len(series[0])))), series, zero=zero)
