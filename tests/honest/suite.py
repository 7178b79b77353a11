"""All honest notebooks: every accident in one or two of them, the same share for every unit and language."""

from __future__ import annotations

import importlib
import pkgutil
from collections import Counter
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

from thorough import share

from autograder.exercises import units
from course.language import LANGUAGES

from . import accidents
from .accident import ACCIDENTS, Accident
from .learner import Work, full_marks

TWICE = ("copies", "kinds", "names")  # classes whose accidents happen in two units each
# How the folder of a class is called, by unit: it is an accident too where it is no plain word.
CLASSES = {
    "02": "ML [211] (2026)",
    "05": "Группа 12, весна",
    "07": "O'Reilly's class",
    "09": "Мои\u0306 курс {2}",  # the folder of a Mac: и and a breve
}


@dataclass(frozen=True)
class Case:
    """One notebook: an accident in a unit and a language."""

    accident: Accident
    unit: str
    lang: str
    number: int

    def __str__(self) -> str:
        return f"{self.accident.name}-{self.unit[:2]}-{self.lang}"

    @property
    def says(self) -> set[str]:
        """The names of the remarks that are due on how the notebook was read."""
        return set(self.accident.says)

    @cached_property
    def due(self) -> dict[str, str]:
        """The names of the remarks that are due on its verdicts, by exercise."""
        return self.work().due

    def work(self) -> Work:
        """Return the work as it is handed in, with the accident done to it."""
        work = full_marks(self.unit, self.lang, self.accident.name, self.number)
        self.accident.apply(work)
        return work


@cache
def cases() -> list[Case]:
    """Return all notebooks by unit. Which accident happens where is the same every time."""
    per_unit, per_lang = Counter(dict.fromkeys(units(), 0)), Counter[str | tuple[str, str]]()
    found = []
    everything = _accidents()
    for accident in sorted(everything, key=lambda each: sum(map(each.fits, units()))):  # the choosy ones first
        own = [unit for unit in units() if accident.fits(unit)]
        number = everything.index(accident)
        for turn in range(accident.notebooks or 1 + (accident.group in TWICE)):
            own = [unit for unit in own if (accident, unit) not in {(case.accident, case.unit) for case in found}]
            start = (number * 5 + turn * 7) % len(own)
            unit = min(own[start:] + own[:start], key=per_unit.__getitem__)
            langs = [accident.lang] if accident.lang else list(LANGUAGES)[:: (-1) ** (number + turn)]
            keys = {lang: ((accident.group, lang), lang, (unit, lang)) for lang in langs}
            lang = min(langs, key=lambda lang: [per_lang[key] for key in keys[lang]])
            per_unit[unit] += 1
            per_lang.update(keys[lang])
            found.append(Case(accident, unit, lang, number + turn))
    return sorted(found, key=lambda case: (case.unit, case.number))


def sample() -> list[Case]:
    """Return the notebooks that are graded on a busy computer too: a sixth of the accidents, and all that take time."""
    run = {case.accident.name: case for case in cases() if case.accident.loaded}
    some = sorted(run)[::6]
    return [case for name, case in run.items() if name in some or takes_time(case)]


def takes_time(case: Case) -> bool:
    """Whether a right answer in it needs so long that a busy computer might cost it something."""
    return case.accident.group == "unhurried"


def drawn_under_load() -> list[Case]:
    """Return what of the sample this run grades: the classes of a twelfth of the units, and all that takes time."""
    drawn = share(units(), 12, name="busy")
    return [case for case in sample() if case.unit in drawn or takes_time(case)]


def drawn() -> list[Case]:
    """Return the notebooks that this run grades: a fifteenth of each class of accidents, and what is graded twice."""
    some = [*share(cases(), 15, lambda case: case.accident.group), *drawn_under_load()]
    return [case for case in cases() if case in some]


def classes() -> dict[str, str]:
    """Return the name of the class folder of every unit."""
    return {unit: CLASSES.get(unit[:2], f"class-{unit[:2]}") for unit in units()}


def hand_in(case: Case, root: Path) -> str:
    """Put a notebook into the class folder ``root``; return the name of the student."""
    work = case.work()
    work.save(root / "submitted")
    return work.student


def words() -> dict[str, str]:
    """Return what happens in every class of accidents: the text of its file."""
    return {
        module.name: importlib.import_module(f"{accidents.__name__}.{module.name}").__doc__ or ""
        for module in pkgutil.iter_modules(accidents.__path__)
    }


def _accidents() -> list[Accident]:
    for module in pkgutil.iter_modules(accidents.__path__):
        importlib.import_module(f"{accidents.__name__}.{module.name}")
    return ACCIDENTS
