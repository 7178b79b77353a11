"""A few rounds of every fuzzer; ``python tests/fuzz.py <target>`` runs more of them."""

import pytest
from fuzz import TARGETS, rounds

ROUNDS = {"intake": 60, "codec": 600, "page": 4, "filter": 6}


@pytest.mark.parametrize("target", [pytest.param(name, marks=pytest.mark.sandbox) for name in TARGETS])
def test_chance_does_no_harm(target: str) -> None:
    assert rounds(target, 10**6, ROUNDS[target])[0] == ROUNDS[target]
