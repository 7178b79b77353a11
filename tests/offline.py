"""Do a whole unit in JupyterLab and a browser, on a computer that can reach nothing but itself.

Run by ``test_offline.py`` in a network namespace of its own::

    unshare --net python tests/offline.py FOLDER UNIT ANSWERS

``FOLDER`` is a course's folder with the unit handed out, ``ANSWERS`` a file for ``autograder.classroom.hand_in``. It
prints JSON: whether nothing could be reached, what the page asked for, what each check said and what the judge said.
"""

from __future__ import annotations

import fcntl
import json
import re
import socket
import struct
import sys
from pathlib import Path

import nbformat
from browser import PATIENCE, Notebook, chromium, jupyterlab
from nbformat import NotebookNode
from playwright.sync_api import Locator, Page

from autograder.classroom.hand_in import hand_in
from course import workspace

SIOCSIFFLAGS, UP_AND_RUNNING = 0x8914, 0x41
ELSEWHERE = "192.0.2.1"  # an address for documentation: nobody is there, and without a network there is no way to it
JUDGED = 8 * PATIENCE * 1000  # a whole unit, on however busy a computer


def start_loopback() -> None:
    """Switch on the one network device that a new namespace has."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as any_socket:
        fcntl.ioctl(any_socket, SIOCSIFFLAGS, struct.pack("16sh14x", b"lo", UP_AND_RUNNING))


def is_cut_off() -> bool:
    """Whether there is no way to another computer."""
    with socket.socket() as probe:
        probe.settimeout(5)
        try:
            probe.connect((ELSEWHERE, 80))
        except OSError as error:
            return "unreachable" in str(error)
    return False


def type_in(page: Page, cell: Locator, source: str) -> None:
    """Put a text in the place of a cell's."""
    cell.locator(".cm-content").click()
    page.keyboard.press("Control+a")
    page.keyboard.insert_text(source)


def run_all(page: Page) -> None:
    """Run all cells and wait for the last one."""
    page.get_by_role("menuitem", name="Run", exact=True).click()
    page.get_by_text("Run All Cells", exact=True).click()
    prompt = page.locator(".jp-Notebook .jp-CodeCell .jp-InputPrompt").last
    prompt.get_by_text(re.compile(r"\[\d+\]")).wait_for(timeout=JUDGED)


def moves(figure: Locator) -> bool:
    """Whether a figure shows something else after a key has moved its first slider."""
    canvas, slider = figure.get_by_role("img").first, figure.get_by_role("slider").first
    slider.press("ArrowLeft")  # with this it is taken in hand: until then there is nothing to read from the canvas
    canvas.page.wait_for_function("canvas => canvas.width > 0", arg=canvas.element_handle())
    before = canvas.evaluate("canvas => canvas.toDataURL()")
    slider.press("ArrowLeft")
    canvas.page.wait_for_function(
        "([canvas, before]) => canvas.toDataURL() != before", arg=[canvas.element_handle(), before]
    )
    return True


def solved(released: NotebookNode, answers: Path) -> dict[str, str]:
    """Return what is written into each answer cell: with it, what the file has in cells of its own before it."""
    written, before = {}, ""
    for cell in hand_in(released, answers).cells:
        role = cell.metadata.get("course", {}).get("role")
        if role == "answer":
            written[cell.id], before = before + cell.source, ""
        elif cell.cell_type == "code" and cell.id.startswith("own-"):
            before += f"{cell.source}\n\n"
    return written


def done(folder: Path, unit: str, answers: Path, lang: str = "en") -> dict[str, object]:
    """Do the unit as a learner does, and return what was seen."""
    file = workspace.notebook(folder, lang, unit)
    released = nbformat.read(file, as_version=4)
    written = solved(released, answers)
    asked: list[str] = []
    with jupyterlab(workspace.work(folder, lang)) as lab, chromium(height=1100) as page:
        page.on("request", lambda request: asked.append(request.url))
        notebook: Notebook = lab.open(page, f"{unit}/{file.name}")
        for number, cell in enumerate(released.cells):
            if cell.id in written:
                type_in(page, notebook.cell(number), written[cell.id])
        run_all(page)
        panels = page.locator(".course-panel")
        checks = [panels.nth(number).inner_text() for number in range(panels.count())]
        figure = page.locator(".course-live").first
        moved = moves(figure)
        notebook.save()
        panels.last.get_by_role("button").last.click()
        result = panels.last.get_by_role("status")
        result.get_by_text(re.compile(r"\d+ of \d+ points")).first.wait_for(timeout=JUDGED)
        said = result.inner_text()
    return {"cut_off": is_cut_off(), "asked": asked, "checks": checks, "moved": moved, "judge": said}


if __name__ == "__main__":
    start_loopback()
    print(json.dumps(done(Path(sys.argv[1]), sys.argv[2], Path(sys.argv[3]))))
