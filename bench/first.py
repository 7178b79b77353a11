"""From a clone to the first exercise: ``python -m bench.first`` times the three commands of the README.

What pip needs is downloaded first and counted apart, so the rest is what a computer does however fast its network is.
pip compiles nothing: Python does that with what it imports, so the start and the first cell are timed too. Where uv is
installed, what it does in the place of the first two commands comes last.
Processor seconds are those of the commands and all that they start and wait for.
"""

from __future__ import annotations

import os
import resource
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
NOTEBOOK = "00-start-here/start-here.ipynb"
FIRST_CELL = "import ipykernel.kernelapp, matplotlib.pyplot; from course import check, figures, plots"


def main() -> None:
    """Print what each step took."""
    with tempfile.TemporaryDirectory() as scratch:
        place, wheels = Path(scratch) / "clone", Path(scratch) / "wheels"
        subprocess.run(["git", "clone", "--quiet", ROOT, place], check=True)
        python = place / ".venv" / "bin" / "python"
        pip = [python, "-m", "pip"]
        ours = ("COURSE_LANG", "PYTHONPATH", "PYTHONDONTWRITEBYTECODE")
        kept = {name: value for name, value in os.environ.items() if name not in ours}
        offline = kept | {"PIP_NO_INDEX": "1", "PIP_FIND_LINKS": str(wheels), "HOME": scratch}

        def run(*words: object, environment: dict[str, str] = offline) -> None:
            subprocess.run([*map(str, words)], cwd=place, env=environment, check=True, stdout=subprocess.DEVNULL)

        timed("python3 -m venv .venv", lambda: run(sys.executable, "-m", "venv", ".venv"))
        timed("download", lambda: run(*pip, "download", "--dest", wheels, ".", "setuptools>=77", environment=kept))
        size = sum(file.stat().st_size for file in wheels.iterdir())
        print(f"  {len(list(wheels.iterdir()))} packages, {size / 2**20:.0f} MiB")
        timed("pip install --no-compile --editable .", lambda: run(*pip, "install", "--no-compile", "--editable", "."))
        timed("course lab 0, until the notebook is served", lambda: serve(place, offline))
        timed("what the first cell imports", lambda: run(python, "-c", FIRST_CELL))
        if shutil.which("uv"):
            shutil.rmtree(place / ".venv")
            timed("uv venv", lambda: run("uv", "venv", "--python", sys.executable))
            install = ("uv", "pip", "install", "--no-index", "--find-links", wheels, "--editable", ".")
            timed("uv pip install --editable .", lambda: run(*install))


def timed(step: str, call: Callable[[], None]) -> None:
    """Call, and print the seconds by the wall clock and of the processor."""
    start, used = time.monotonic(), processor()
    call()
    print(f"{step}: {time.monotonic() - start:.1f} s, processor {processor() - used:.1f} s", flush=True)


def processor() -> float:
    """Return the processor seconds of all processes that we have started and that have ended."""
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def serve(place: Path, environment: dict[str, str]) -> None:
    """Start JupyterLab, and stop it as soon as it gives the first notebook."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    words = [place / ".venv" / "bin" / "course", "lab", "0", "--no-browser", "--port", str(port)]
    as_root = ["--allow-root"] if os.geteuid() == 0 else []
    with subprocess.Popen(
        [*words, *as_root], cwd=place, env=environment | {"JUPYTER_TOKEN": "first"}, stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as lab:  # fmt: skip
        direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        try:
            while lab.poll() is None:
                try:
                    direct.open(f"http://127.0.0.1:{port}/api/contents/{NOTEBOOK}?token=first", timeout=10).read()
                    return
                except OSError:
                    time.sleep(0.1)
            raise SystemExit("JupyterLab did not start")
        finally:
            lab.terminate()


if __name__ == "__main__":
    main()
