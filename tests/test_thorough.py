"""The share of an ordinary run: something of every kind, the same for everybody, and in time everything."""

from __future__ import annotations

import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
import thorough

CASES = [(kind, number) for kind, count in (("one", 1), ("few", 4), ("many", 30)) for number in range(count)]


def drawn(monkeypatch: pytest.MonkeyPatch, tree: str, name: str = "") -> list[tuple[str, int]]:
    monkeypatch.setattr(thorough, "THOROUGH", False)
    monkeypatch.setattr(thorough, "drawn_from", lambda: tree)
    return thorough.share(CASES, 3, lambda case: case[0], name)


def test_a_share_has_a_third_of_every_kind_and_at_least_one_in_the_order_of_all(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    some = drawn(monkeypatch, "a tree")
    assert Counter(kind for kind, _ in some) == {"one": 1, "few": 2, "many": 10}
    assert some == [case for case in CASES if case in some]


def test_it_hangs_on_what_is_committed_and_on_its_name_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    shares = [drawn(monkeypatch, *words) for words in (("a",), ("a",), ("b",), ("a", "other"))]
    assert shares[0] == shares[1]
    assert shares[0] != shares[2] and shares[0] != shares[3]


def test_after_some_commits_everything_has_had_its_turn(monkeypatch: pytest.MonkeyPatch) -> None:
    assert {case for number in range(40) for case in drawn(monkeypatch, str(number))} == set(CASES)


def test_a_thorough_run_has_all(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(thorough, "THOROUGH", True)
    assert thorough.share(CASES, 3) == CASES


def test_every_process_draws_the_same() -> None:
    program = "from thorough import share; print(share(range(100), 7))"
    line = [sys.executable, "-c", program]
    found = [subprocess.run(line, cwd=Path(__file__).parent, capture_output=True, check=True).stdout for _ in range(2)]
    assert found[0] == found[1] != b""
