"""Write ``licences.md``: every package of the lock, its version and licence, and who needs it. ``make licences``.

The licence is what the package says of itself: its SPDX expression, else its classifiers, else its own words.
"""

from __future__ import annotations

import re
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[1]
WHO = {
    "learners": ["gradient-descent-course"],
    "instructors": ["gradient-descent-autograder[cluster,postgresql]"],
    "development": [],  # whatever else is in the lock
}
# Packages whose metadata says nothing; what their repository says.
ELSEWHERE = {"axe-playwright-python": "MIT"}
HEAD = """\
# Licences of what the course uses

Made by `make licences` from the lock. *learners*: what `pip install` of the course brings; *instructors*: what the
autograder needs besides; *development*: tests, site and benchmarks. Nothing of these packages is in this repository.

| package | version | licence | for |
|---|---|---|---|
"""


def licence(package: Distribution) -> str:
    """Return the licence that a package names for itself. Raises ``LookupError`` where it names none."""
    said = package.metadata
    licences = [each for each in said.get_all("Classifier") or [] if each.startswith("License ::")]
    classifiers = [each.rpartition(" :: ")[2] for each in licences]
    first = (said.get("License") or "").strip().splitlines()[:1]
    found = said.get("License-Expression") or "; ".join(each for each in classifiers if each != "OSI Approved")
    found = found or "".join(first)[:60] or ELSEWHERE.get(canonicalize_name(said["Name"]), "")
    if not found:
        raise LookupError(f"{said['Name']} says nothing about its licence")
    return found


def applies(asked: Requirement, extra: str = "") -> bool:
    """Whether a requirement counts on this computer, for a package that is asked for with ``extra``."""
    return asked.marker is None or asked.marker.evaluate({"extra": extra})


def needed(wanted: list[str]) -> set[str]:
    """Return the names of all that these packages need here, themselves included."""
    reached: set[str] = set()
    ahead = [Requirement(line) for line in wanted]
    while ahead:
        asked = ahead.pop()
        name = canonicalize_name(asked.name)
        try:
            lines = distribution(name).requires or []
        except PackageNotFoundError:
            continue
        extras = {"", *asked.extras}
        if name not in reached or asked.extras:
            reached.add(name)
            ahead += [each for each in map(Requirement, lines) if any(applies(each, extra) for extra in extras)]
    return reached


def table() -> list[tuple[str, str, str, str]]:
    """Return name, version, licence and user of every package of the lock that is installed, by name."""
    known = {who: needed(wanted) for who, wanted in WHO.items()}
    rows = []
    for line in (ROOT / "requirements.lock").read_text("utf-8").splitlines():
        asked = Requirement(line)
        name = canonicalize_name(asked.name)
        if not applies(asked):
            continue
        package = distribution(name)
        who = next((who for who, names in known.items() if name in names), "development")
        rows.append((name, package.version, licence(package), who))
    return sorted(rows)


if __name__ == "__main__":
    rows = "".join(f"| {' | '.join(re.sub(r'[|]', '/', each) for each in row)} |\n" for row in table())
    (ROOT / "docs" / "licences.md").write_text(HEAD + rows, "utf-8")
