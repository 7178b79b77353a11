"""Answers in words are marked by hand on one page, by keyboard, in a real browser."""

from __future__ import annotations

import asyncio
import contextlib
import threading
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from queue import Queue

import pytest
import small_class
from browser import barriers, chromium
from nbgrader.api import Gradebook
from small_class import UNIT, believing, submit

from autograder.classroom.grading import grade_class
from autograder.reporting import written_answers

HOSTILE = "<script>document.title='owned'</script> **bold** [link](https://example.org) $x^2$"
NAMES = ("anna", "boris", "zoe")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Three learners who wait for a person."""
    for student, said in zip(NAMES, ("Short.", HOSTILE, "Long."), strict=True):
        submit(tmp_path, student, words=said)
    with believing():
        grade_class(tmp_path, UNIT)
    return tmp_path


@contextlib.contextmanager
def served(root: Path) -> Iterator[str]:
    """Serve the page in a thread; give its address."""
    told: Queue[str] = Queue()
    loop = asyncio.new_event_loop()
    task = loop.create_task(written_answers.serve(root, UNIT, "en", 0, told.put))

    def run() -> None:
        with contextlib.suppress(asyncio.CancelledError):
            loop.run_until_complete(task)

    thread = threading.Thread(target=run)
    thread.start()
    try:
        yield told.get(timeout=60)
    finally:
        loop.call_soon_threadsafe(task.cancel)
        thread.join()
        loop.close()


def marks(root: Path) -> dict[str, tuple[float | None, bool]]:
    return {student: rows["own-words"][1:] for student, rows in small_class.rows(root).items()}


@pytest.mark.browser
def test_a_person_marks_by_keyboard_and_the_marks_stay_while_the_answer_does(root: Path) -> None:
    with served(root) as address, chromium() as page:
        page.goto(address)
        assert "token" not in page.url and barriers(page) == []
        assert page.locator("form.waits").count() == len(NAMES)
        assert "Short." in page.locator("form").nth(0).inner_text()
        assert "script>document.title" in page.locator("form").nth(1).inner_text()
        assert page.title() != "owned" and page.locator("form a, form script").count() == 0
        page.keyboard.type("1")
        page.keyboard.press("Tab")
        page.keyboard.type("Say why.")
        page.keyboard.press("Control+Enter")
        page.locator("form[data-student=boris] input:focus").wait_for()
        page.keyboard.type("0,5")
        page.keyboard.press("Alt+1")
        page.keyboard.press("Control+Enter")
        page.locator("form[data-student=zoe] input:focus").wait_for()
        page.keyboard.type("99")
        page.keyboard.press("Enter")
        page.locator("form[data-student=zoe] output").get_by_text("not saved").wait_for()
        assert marks(root) == {"anna": (1.0, 0), "boris": (0.5, 0), "zoe": (None, 1)}
        submit(root, "zoe", words="Another answer.")
        with believing():
            grade_class(root, UNIT)
        page.keyboard.press("Control+A")
        page.keyboard.type("1")
        page.keyboard.press("Enter")
        page.locator("form[data-student=zoe] output").get_by_text("another one now").wait_for()
    with believing():
        grade_class(root, UNIT, force=True)
    assert marks(root) == {"anna": (1.0, 0), "boris": (0.5, 0), "zoe": (None, 1)}
    with Gradebook(f"sqlite:///{root / 'gradebook.db'}") as book:
        assert book.find_comment("own-words", "start-here", UNIT, "boris").comment == "Say why."
    assert "Say why." in small_class.page(root, "boris")


def test_without_the_token_under_another_name_or_from_another_page_nobody_gets_in(root: Path) -> None:
    with served(root) as address:
        base, token = address.split("?")
        for url, headers, data in (
            (base, {}, None), (f"{base}written_answers.js", {}, None), (f"{base}?token=x", {}, None),
            (address, {"Host": "evil.example"}, None), (f"{base}mark?{token}", {}, b"student=anna&points=1"),
        ):  # fmt: skip
            with pytest.raises(urllib.error.HTTPError) as refused:
                urllib.request.urlopen(urllib.request.Request(url, data, headers), timeout=60)
            assert refused.value.code == 403
    assert {student: mark for student, (mark, _) in marks(root).items()} == dict.fromkeys(NAMES)
