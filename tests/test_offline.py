"""Whoever studies alone needs no network: a whole unit, from the first cell to the judge, where there is none."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from autograder.exercises import units
from autograder.support.repository import REPOSITORY
from course import workspace
from course.language import text

pytestmark = [pytest.mark.browser, pytest.mark.sandbox]
UNIT = "04-gradient-descent"


def test_a_whole_unit_is_done_in_a_browser_where_only_this_computer_can_be_reached(tmp_path: Path) -> None:
    shutil.copytree(REPOSITORY / "release" / "en" / UNIT, tmp_path / "release" / "en" / UNIT)
    workspace.refresh(tmp_path, "en")
    command = [sys.executable, "tests/offline.py", str(tmp_path), UNIT, "demo/alice.py"]
    ran = subprocess.run(
        ["unshare", "--net", *command], cwd=REPOSITORY, capture_output=True, text=True, stdin=subprocess.DEVNULL
    )
    assert ran.returncode == 0, ran.stderr[-3000:]
    seen = json.loads(ran.stdout)
    assert seen["cut_off"], "the test itself must not reach anything"
    assert [url for url in seen["asked"] if not re.match(r"(http|ws)://127\.0\.0\.1[:/]|data:|blob:", url)] == []
    names = list(units()[UNIT])
    assert len(seen["checks"]) == len(names)
    for name, said in zip(names, seen["checks"], strict=True):
        assert text("check.visible.correct", "en", name=name) in said
    assert seen["moved"]
    points = sum(exercise.points for exercise in units()[UNIT].values())
    assert f"{points:g} of {points:g} points" in seen["judge"]
