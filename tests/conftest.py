"""Tests that need a program beyond Python say so with a marker; without the program they are skipped.

With the environment variable ``REQUIRE_ALL=1`` they fail instead: a run that is meant to prove everything
must not pass by leaving something out.
"""

from __future__ import annotations

import os
import shutil

import pytest

PROGRAMS = {"browser": "chromium", "sandbox": "bwrap"}


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    for marker, program in PROGRAMS.items():
        if item.get_closest_marker(marker) and not shutil.which(program):
            if os.environ.get("REQUIRE_ALL") == "1":
                pytest.fail(f"{program} is not installed and REQUIRE_ALL=1", pytrace=False)
            pytest.skip(f"{program} is not installed")
