"""Hand attacks in as one class, have it graded in one of several ways, and look at what that has left."""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import sys
import sysconfig
import time
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import dask_cluster
from thorough import share

from autograder.classroom import records
from autograder.nbgrader.autograde import REPOSITORY

from . import batch, look, suite
from .suite import AFTER, BEFORE, UNIT, Attack

NOBODY = 65533  # an ordinary user: not root, and not the user that a sandbox becomes when root starts it


@dataclass(frozen=True)
class Way:
    """How a class is graded: by how many processes at once, by whom, who judges, which classes of attacks are in it."""

    name: str
    graders: int = 1
    ordinary: bool = False  # by an ordinary user, who owns the class and the environment, instead of whoever runs this
    groups: tuple[str, ...] = ()  # all, if none are named
    workers: int = 1  # for each of the processes
    cluster: bool = False  # whether workers of a dask scheduler judge instead
    of: int = 1  # one of so many attacks of each class is in it; every one in a thorough run
    dear: tuple[str, ...] = ()  # the only classes of which a share is taken: all, if none are named

    @property
    def watched(self) -> bool:
        """Whether the process that grades judges too, so that it is seen what a submission costs it."""
        return self.workers == 1 and not self.cluster

    @cached_property
    def attacks(self) -> list[Attack]:
        """The attacks that are handed in."""
        own = [attack for attack in suite.attacks() if not self.groups or attack.group in self.groups]
        dear = [attack for attack in own if not self.dear or attack.group in self.dear]
        drawn = share(dear, self.of, lambda attack: attack.group, self.name)
        return [attack for attack in own if attack not in dear or attack in drawn]

    @property
    def explained(self) -> list[str]:
        """The students whose wrong answers are explained, for which all cells run twice more.

        It is a share, and those to whom a hint might tell something.
        """
        telling = [attack for attack in self.attacks if attack.group == "leaks"]
        return [attack.student for attack in (*share(self.attacks, 15, name="explained"), *telling)]

    def __str__(self) -> str:
        return self.name


# The first takes everything, in an ordinary run a third of the classes that take the most time, whose attacks have
# nothing to do with one another. The others take what can go another way there, and nothing else: the second, what is
# left lying about for whoever is graded at the same time; the third, what depends on who owns a file, and on what a
# user may do who is not root; the fourth, what a process that judges may suffer from, and what is one submission's
# while others are judged beside it. The workers of a cluster are those of the fourth, but that they die far away. Of
# what the first has had, an ordinary run gives the others a share.
WAYS = (
    Way("one-grader", of=3, dear=(
        "cells", "clocks", "files", "loops", "objects", "pages", "patching", "protocol", "resources",
    )),
    Way("two-at-once", graders=2, of=4, groups=(
        "daemons", "gradebook", "leaks", "mailboxes", "others", "traces",
    )),
    Way("as-an-ordinary-user", ordinary=True, of=6, groups=(
        "ending", "files", "gradebook", "names", "network", "reference", "resources", "startup", "traces",
    )),
    Way("four-workers", workers=4, of=4, groups=("ending", "leaks", "mailboxes", "others")),
    Way("cluster", cluster=True, of=4, groups=("ending", "others")),
)  # fmt: skip


@dataclass
class Batch:
    """What the batch has left."""

    root: Path
    way: Way
    attacks: list[Attack]
    codes: list[int]
    log: str
    report: dict[str, Any]
    records: dict[str, records.Record]
    marks: dict[str, dict[str, float]]  # student -> exercise -> points in the gradebook
    connections: int
    survivors: list[str]
    changed: list[str]
    pages: dict[str, str]

    def unearned(self, attack: Attack) -> float:
        """Return how many points a submission got that it has not earned; what it lost is negative."""
        points = self.marks[attack.student]
        gaps = [points.get(name, 0.0) - attack.earns.get(name, 0.0) for name in {*points, *attack.earns}]
        return sum(gap for gap in gaps if abs(gap) > 0.005)

    def left(self, attack: Attack) -> int:
        """Return how many processes of a submission were there when the next one began."""
        return len(self.report["students"][attack.student]["grade"]["left"])


def grade(folder: Path, way: Way = WAYS[0]) -> Batch:
    """Grade the class in an empty ``folder``. For an ordinary user, everybody must be able to get there."""
    root = folder / "class"
    attacks = way.attacks
    with look.Listener(folder / "socket") as listener:
        places = {"ROOT": str(root), "REPO": str(REPOSITORY), "PORT": str(listener.port), "SOCKET": str(listener.path)}
        suite.honest_class(root / "submitted")
        for attack in attacks:
            attack.hand_in(root / "submitted", places)
        (root / ".course_key").write_text("the same inputs in every run")
        command, user = _as_ordinary_user(folder) if way.ordinary else ([sys.executable], {})
        before = _fingerprints(root)
        old = set(batch.descendants(os.getpid()))
        look.adopt_orphans(True)
        students = sorted([BEFORE, AFTER, *(attack.student for attack in attacks if attack.graded)])
        shares = [students[n :: way.graders] for n in range(way.graders)] if way.graders > 1 else [[]]
        with _judges(folder, way) as judges:
            codes, log, report = _graders(root, shares, command, user, judges, way.explained)
        time.sleep(1)
        look.reap()
        survivors = [line for process, line in batch.descendants(os.getpid()).items() if process not in old]
        look.adopt_orphans(False)
        changed = sorted({path for path, _ in before.items() ^ _fingerprints(root).items()})
    return Batch(
        root, way, attacks, codes, log, report,
        {record.student: record for record in records.read(root, UNIT)}, look.marks(root / "gradebook.db"),
        listener.count, survivors, changed,
        {page.parents[1].name: page.read_text("utf-8") for page in root.glob(f"feedback/*/{UNIT}/*.html")},
    )  # fmt: skip


@contextlib.contextmanager
def _judges(folder: Path, way: Way) -> Iterator[dict[str, Any]]:
    """Give what ``grade_class`` has to be told about who judges; run a cluster, if it is that."""
    if not way.cluster:
        yield {"workers": way.workers}
        return
    with dask_cluster.scheduling(folder) as (_, file), dask_cluster.working(file, 2):
        yield {"scheduler": file}


def no_ordinary_user(folder: Path) -> str:
    """Return why nobody but root can grade below ``folder``, or nothing: they can."""
    if os.geteuid() != 0:
        return "only root can become an ordinary user; all other batches were graded by one"
    start = "from autograder.sandbox import Sandbox\nwith Sandbox(contained=True): pass"
    try:
        command, user = _as_ordinary_user(folder)
        done = subprocess.run([*command, "-c", start], cwd=folder, capture_output=True, text=True, check=False, **user)
    except (OSError, subprocess.CalledProcessError) as error:
        return f"there is no Python and no environment for an ordinary user: {error}"
    said = done.stderr.strip().splitlines() or ["it said nothing"]
    return f"an ordinary user cannot read this repository, or has no sandbox: {said[-1]}" if done.returncode else ""


def _as_ordinary_user(folder: Path) -> tuple[list[str], dict[str, Any]]:
    """Give all of ``folder`` to an ordinary user; return their Python, and the arguments with which to start it.

    They have an environment of their own there, as most people have.
    """
    own = folder / "environment"
    if not own.exists():
        _make_environment(own)
    for name in ("home", "temporary"):
        (folder / name).mkdir(exist_ok=True)
    for place, folders, files in os.walk(os.fsencode(folder)):
        for name in (b".", *folders, *files):
            os.lchown(os.path.join(place, name), NOBODY, NOBODY)
    environment = os.environ | {
        "PATH": f"{own}/bin{os.pathsep}{os.environ['PATH']}",
        "HOME": str(folder / "home"), "TMPDIR": str(folder / "temporary"), "USER": "ordinary", "LOGNAME": "ordinary",
    }  # fmt: skip
    return [f"{own}/bin/python"], {"user": NOBODY, "group": NOBODY, "extra_groups": [], "env": environment}


def _make_environment(own: Path) -> None:
    """Make an environment with our Python or, where that is out of an ordinary user's reach, with the system's.

    Our packages fit both. Where they are out of reach too, it gets packages of its own, as the lock names them.
    """
    ours, systems = os.path.realpath(sys.executable), "/usr/bin/python{}.{}".format(*sys.version_info)
    python = ours if _can_start(ours) else systems
    subprocess.run([python, "-m", "venv", "--without-pip", "--symlinks", own], check=True)
    (packages,) = own.glob("lib/python*/site-packages")
    packages.rmdir()
    packages.symlink_to(os.path.realpath(sysconfig.get_path("purelib")))
    if _can_start(own / "bin" / "python", "import nbgrader, scipy"):
        (own / "share").symlink_to(os.path.realpath(Path(sys.prefix, "share")))  # Jupyter's templates
        return
    packages.unlink()
    packages.mkdir()
    pip = [sys.executable, "-m", "pip", "--python", own / "bin" / "python", "install", "--quiet"]
    subprocess.run([*pip, "--no-deps", "--requirement", REPOSITORY / "requirements.lock"], check=True)
    (packages / "course.pth").write_text(f"{REPOSITORY}\n", "utf-8")


def _can_start(python: str | Path, program: str = "") -> bool:
    """Whether an ordinary user can run a program in this Python."""
    try:
        theirs: dict[str, Any] = {"user": NOBODY, "group": NOBODY, "extra_groups": [], "cwd": "/"}
        return subprocess.run([python, "-I", "-c", program], capture_output=True, **theirs).returncode == 0
    except OSError:
        return False


def _graders(
    root: Path, shares: list[list[str]], command: list[str], user: dict[str, Any], judges: dict[str, Any],
    explained: list[str],
) -> tuple[list[int], str, dict[str, Any]]:  # fmt: skip
    """Run a grader for each share of the students; return their exit codes, logs, and reports in one."""
    environment = os.environ | {"PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"}
    running = []
    for number, students in enumerate(shares):
        target, log = (root.parent / f"{kind}-{number}" for kind in ("report", "log"))
        with log.open("wb") as stream:
            line = [*command, batch.__file__, root, target, json.dumps(judges), json.dumps(explained), *students]
            options = {"cwd": root.parent, "env": environment, "stdout": stream, "stderr": stream} | user
            running.append(subprocess.Popen(line, **options))
    codes = [grader.wait(timeout=3600) for grader in running]
    logs = "\n".join(file.read_text("utf-8", "replace") for file in sorted(root.parent.glob("log-*")))
    parts = [json.loads(file.read_text("utf-8")) for file in sorted(root.parent.glob("report-*"))]
    assert len(parts) == len(shares), logs[-3000:]
    report = {
        "students": {student: cost for part in parts for student, cost in part["students"].items()},
        "errors": [part["error"] for part in parts],
        "files": max(part["files"] for part in parts),
    }
    return codes, logs, report


def _fingerprints(root: Path) -> dict[str, str]:
    """Return what was handed in and all of the course that grading has to do with."""
    ours = ("autograder", "course", "demo", "release", "source")
    places = [root / "submitted", *(REPOSITORY / name for name in ours)]
    return {path: what for place in places for path, what in look.fingerprint(place).items()}
