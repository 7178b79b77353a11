"""JupyterLab and Chromium for the tests that look at a real page.

::

    with jupyterlab(folder, COURSE_LANG="ru") as lab, chromium() as page:
        notebook = lab.open(page, "figure.ipynb")
        notebook.run(0)

Both live on this computer only: the server listens on the loopback address with a token, the browser
can reach no other. Both are gone when the ``with`` block is left, however that happens.
"""

from __future__ import annotations

import json
import os
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

import nbformat
from playwright.sync_api import Locator, Page, expect, sync_playwright

FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
]
PATIENCE = 60
"""Seconds to wait for a server, a kernel or a cell on a busy computer."""
expect.set_options(timeout=PATIENCE * 1000)


@dataclass(frozen=True)
class Lab:
    """A running JupyterLab; ``folder`` is what its file browser shows."""

    url: str
    token: str
    folder: Path

    def open(self, page: Page, name: str) -> Notebook:
        """Open a notebook of the folder and wait until its kernel is ready."""
        page.goto(f"{self.url}/lab/tree/{name}?reset&token={self.token}")
        page.locator(".jp-StatusBar-Widget").get_by_text("| Idle").wait_for()
        return Notebook(page)


@dataclass(frozen=True)
class Notebook:
    """The notebook that is open on a page."""

    page: Page

    def cell(self, index: int) -> Locator:
        return self.page.locator(".jp-Notebook .jp-Cell").nth(index)

    def run(self, index: int) -> Locator:
        """Run a cell, wait for its output and return that."""
        cell = self.cell(index)
        cell.locator(".jp-InputArea-editor").click()
        self.page.keyboard.press("Control+Enter")
        output = cell.locator(".jp-OutputArea-output").first
        output.wait_for()
        return output

    def save(self) -> None:
        """Save the notebook, and wait until its file is written."""
        with self.page.expect_response(lambda r: r.request.method == "PUT" and "/api/contents/" in r.url):
            self.page.keyboard.press("Control+s")
        self.page.locator(".jp-mod-dirty").wait_for(state="detached")


def wait_until_whole(figure: Locator) -> None:
    """Wait until the output of a figure holds all frames that travel with it; at first it has one."""
    figure.evaluate(
        """root => new Promise(done => {
            const frames = () => root.parentElement?.parentElement?.querySelector(".course-figure-data")?.textContent;
            const look = () => (frames()?.length ?? 0) > 60_000 ? done() : setTimeout(look, 50);
            look();
        })"""
    )


@contextmanager
def jupyterlab(folder: Path, **environment: str) -> Iterator[Lab]:
    """Run JupyterLab on ``folder`` with no settings but its own and ``environment`` added to ours."""
    with tempfile.TemporaryDirectory(prefix="jupyterlab-") as home:
        port, token = _free_port(), secrets.token_hex(16)
        _write_settings(Path(home))
        command = [
            sys.executable, "-m", "jupyterlab", "--no-browser", "--allow-root",
            "--ServerApp.ip=127.0.0.1", f"--ServerApp.port={port}", "--ServerApp.port_retries=0",
            f"--IdentityProvider.token={token}", f"--ServerApp.root_dir={folder}",
            "--LabApp.news_url=None", "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate",
            "--LabApp.extension_manager=readonly",
        ]  # fmt: skip
        env = os.environ | {
            "HOME": home,
            "JUPYTER_CONFIG_DIR": f"{home}/config",
            "JUPYTER_DATA_DIR": f"{home}/data",
            "JUPYTER_RUNTIME_DIR": f"{home}/runtime",
            "IPYTHONDIR": f"{home}/ipython",
            "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        }
        log = Path(home, "server.log")
        with log.open("wb") as out:
            server = subprocess.Popen(
                command, env=env | environment, stdout=out, stderr=out, start_new_session=True
            )
        try:
            url = f"http://127.0.0.1:{port}"
            _wait(server, f"{url}/api/status?token={token}", log)
            yield Lab(url, token, folder)
        finally:
            _stop(server)


@contextmanager
def chromium(width: int = 1280, height: int = 900) -> Iterator[Page]:
    """Open an empty page in a Chromium with a fresh profile."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        try:
            page = browser.new_page(viewport={"width": width, "height": height})
            page.set_default_timeout(PATIENCE * 1000)
            yield page
        finally:
            browser.close()


def barriers(page: Page, where: str = "html") -> list[str]:
    """Return what axe finds that keeps somebody from using a page, or the parts of it that a selector names."""
    script = (files("axe_playwright_python") / "axe.min.js").read_text("utf-8")
    page.evaluate(script)
    found = page.evaluate("where => axe.run(where)", where)
    return [f"{each['id']}: {each['nodes'][0]['html']}" for each in found["violations"]]


def write_notebook(path: Path, *cells: str) -> None:
    """Write a notebook of code cells."""
    notebook = nbformat.v4.new_notebook(
        cells=[nbformat.v4.new_code_cell(source, id=f"cell-{i}") for i, source in enumerate(cells)],
        metadata={"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}},
    )
    nbformat.write(notebook, path)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def _write_settings(home: Path) -> None:
    """Ask for no news and no update notice: they would use the network and cover the page.

    And for no saving every two minutes: a test that reads a notebook would find half a file.
    And for all cells in the page, also those that are out of sight, so that they can be counted.
    """
    settings = home / "config/lab/user-settings/@jupyterlab"
    for name, values in {
        "apputils-extension/notification": {"fetchNews": "false", "checkForUpdates": False},
        "docmanager-extension/plugin": {"autosave": False},
        "notebook-extension/tracker": {"windowingMode": "none"},
    }.items():
        path = settings / f"{name}.jupyterlab-settings"
        path.parent.mkdir(parents=True)
        path.write_text(json.dumps(values))


def _wait(server: subprocess.Popen[bytes], address: str, log: Path) -> None:
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline and server.poll() is None:
        try:
            with urllib.request.urlopen(address, timeout=5):
                return
        except (urllib.error.URLError, ConnectionError):
            time.sleep(0.1)
    raise RuntimeError(f"JupyterLab did not start:\n{log.read_text(errors='replace')[-2000:]}")


def _stop(server: subprocess.Popen[bytes]) -> None:
    """Ask the server to end, which ends its kernels too; insist after ten seconds."""
    server.terminate()
    try:
        server.wait(10)
    except subprocess.TimeoutExpired:
        os.killpg(server.pid, signal.SIGKILL)
        server.wait()
