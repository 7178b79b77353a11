"""The visible check in a real kernel: cells that fail, answers that never end."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jupyter_client.manager import start_new_kernel

RIGHT, WRONG = "def loss(w):\n    return w**2 + 12", "def loss(w):\n    return w**2"


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    env = os.environ | {"PYTHONPATH": str(Path(__file__).parents[1]), "COURSE_LANG": "en"}
    manager, client = start_new_kernel(cwd=str(tmp_path_factory.mktemp("kernel")), env=env)
    run(client, "from course import check")
    try:
        yield client
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)


def run(client: Any, code: str, timeout: float = 60) -> str:
    """Run a cell and return what it prints, its error as ``!Name``."""
    printed: list[str] = []

    def hook(message: dict[str, Any]) -> None:
        content = message["content"]
        printed.append(content.get("text", "") or (f"!{content['ename']}" if "ename" in content else ""))

    client.execute_interactive(code, timeout=timeout, output_hook=hook, stop_on_error=False)
    return "".join(printed)


BROKEN = [
    "def loss(w)\n    return w**2 + 12",  # SyntaxError
    " def loss(w):\n    return w**2 + 12\n  x",  # IndentationError
    "scale = missing\n\ndef loss(w):\n    return w**2 + 12",  # stops above the definition
    "loss = lambda w: missing_bracket(w",
    "@missing\ndef loss(w):\n    return w**2 + 12",
]


@pytest.mark.parametrize("broken", BROKEN)
def test_a_function_of_before_is_not_judged(client: Any, broken: str):
    run(client, RIGHT)
    assert "✓" in run(client, "check(loss)")
    assert "!" in run(client, broken)
    for _ in range(2):
        said = run(client, "check(loss)")
        assert "✓" not in said and "✗" not in said and "older version" in said
    run(client, WRONG)
    assert "✗" in run(client, "check(loss)")


@pytest.mark.parametrize(
    "harmless",
    [
        RIGHT + "\nprint(loss(1), missing)",  # it was defined before the error
        "1 / 0", "print(loss(", "import no_such_module",  # other cells
        RIGHT + "\n\ndef other(:",
    ],
)  # fmt: skip
def test_another_error_is_no_reason(client: Any, harmless: str):
    run(client, RIGHT)
    assert "!" in run(client, harmless)
    said = run(client, "check(loss)")
    assert ("✓" in said) == ("other(:" not in harmless), said


def test_a_cell_that_is_mended_is_judged_again(client: Any):
    run(client, WRONG)
    run(client, "def loss(w)")
    assert "older version" in run(client, "check(loss)")
    assert "✓" in run(client, RIGHT + "\ncheck(loss)")


@pytest.mark.parametrize("body", ["pass", "\n        try:\n            w + 1\n        except:\n            pass"])
def test_an_answer_that_never_ends_is_named_within_seconds(client: Any, body: str):
    run(client, "import course.example_call; course.example_call.SECONDS = 1.0")
    run(client, f"def loss(w):\n    while True:{' ' if body == 'pass' else ''}{body}")
    start = time.monotonic()
    said = run(client, "check(loss)")
    assert time.monotonic() - start < 10
    assert "did not come to an end in 1 s" in said and "loss(5.0)" in said and "!" not in said
    assert run(client, "print(1 + 1)") == "2\n"


def test_an_interrupt_of_the_learner_comes_through(client: Any):
    run(client, "import course.example_call; course.example_call.SECONDS = 30.0")
    run(client, "import os, signal, threading\ndef loss(w):\n    while True: pass")
    said = run(client, "threading.Timer(1, lambda: os.kill(os.getpid(), signal.SIGINT)).start()\ncheck(loss)")
    assert "!KeyboardInterrupt" in said
