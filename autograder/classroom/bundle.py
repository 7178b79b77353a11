"""The learner's folder, as a zip and as a git branch: the course as a wheel, released units, how to install them.

The branch, in a repository of its own, is what nbgitpuller and Binder take. Its history goes on from one bundle to the
next, so what a learner has pulled can be pulled again. The guides for learners go with it. What is not made here lies
in ``learners/``: the README, and what tells Binder, VS Code, git and Colab how to treat the folder.
"""

from __future__ import annotations

import io
import json
import os
import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from autograder.classroom.leaks import leaking
from autograder.support.atomic_files import write_atomically
from autograder.support.repository import BESIDE, GUIDES, REPOSITORY, TRANSLATED
from autograder.support.scratch import scratch_folder
from course.language import LANGUAGES

NAME, BRANCH = "gradient-descent", "learners"
ALWAYS = "946684800"  # the same files make the same bundle, whenever it is made
TEXTS = Path(__file__).parent / "learners"
COLAB = "colab.txt"  # of the texts: the first cell of a notebook for Google Colab
_LINK = re.compile(r"\]\(\.\./(\d\d-[a-z-]+)/")


class Leak(ValueError):
    """Something that learners must not see would be in the bundle; nothing was written."""


@dataclass(frozen=True)
class Bundle:
    """What was made, and links of the notebooks to units that are not in it."""

    archive: Path
    repository: Path
    elsewhere: dict[str, list[str]]


def bundle(out: Path, units: Sequence[str], langs: Sequence[str] = LANGUAGES, root: Path = REPOSITORY) -> Bundle:
    """Write the learner's folder with ``units`` in ``langs`` to ``out``. Raises ``Leak``."""
    released = [path for lang in langs for unit in units for path in (root / "release" / lang / unit).iterdir()]
    files = {path.relative_to(root).as_posix(): path.read_bytes() for path in sorted(released)}
    elsewhere = {
        name: gone for name, data in files.items() if (gone := sorted({*_LINK.findall(data.decode())} - {*units}))
    }
    wheel, data = _wheel(root)
    inside = _unzipped(data)
    cell = (TEXTS / COLAB).read_text("utf-8").replace("WHEEL", wheel)
    files |= {f"colab/{name.partition('/')[2]}": _for_colab(notebook, cell) for name, notebook in files.items()}
    files |= {name: (root / name).read_bytes() for name in (*BESIDE, *_guides())}
    files["environment.yml"] = _environment(root, wheel)
    files["requirements.txt"] = f"./{wheel}\n".encode()
    for path in (path for path in TEXTS.rglob("*") if path.is_file() and path.name != COLAB):
        files[path.relative_to(TEXTS).as_posix()] = path.read_text("utf-8").replace("WHEEL", wheel).encode()
    if found := leaking(files | inside):
        raise Leak("; ".join(f"{name}: {', '.join(sorted(what))}" for name, what in sorted(found.items())))
    files[wheel] = data
    write_atomically(out / f"{NAME}.zip", _zipped(files))
    _commit(out / f"{NAME}.git", files)
    return Bundle(out / f"{NAME}.zip", out / f"{NAME}.git", elsewhere)


def _guides() -> list[str]:
    """Return the guides for learners in every language they are written in."""
    twins = [f"docs/{lang}/{name}.md" for lang in LANGUAGES if lang != "en" for name in GUIDES if name in TRANSLATED]
    return [f"docs/{name}.md" for name in GUIDES] + twins


def _wheel(root: Path) -> tuple[str, bytes]:
    """Return the name and the bytes of the public package, built from the files that belong to it."""
    with scratch_folder() as scratch:
        place, out = scratch / "public", scratch / "wheel"
        ours = shutil.ignore_patterns("__pycache__", ".*")
        shutil.copytree(root / "course", place / "course", ignore=ours)
        for name in ("pyproject.toml", "LICENSE"):
            shutil.copyfile(root / name, place / name)
        shutil.copyfile(Path(__file__).parent / "learners" / "README.md", place / "README.md")
        pip = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation", "--no-index"]
        environment = os.environ | {"SOURCE_DATE_EPOCH": ALWAYS}
        done = subprocess.run(
            [*pip, "--wheel-dir", str(out), str(place)], env=environment, capture_output=True, text=True, check=False
        )
        if done.returncode:
            raise OSError(f"the package cannot be built: {done.stderr.strip()[-500:]}")
        (built,) = out.glob("*.whl")
        return built.name, built.read_bytes()


def _for_colab(notebook: bytes, cell: str) -> bytes:
    """Return a notebook that first installs what is missing in Google Colab."""
    content = json.loads(notebook)
    source = cell.replace("LANGUAGE", content["metadata"]["course"]["lang"]).rstrip().splitlines(keepends=True)
    first: dict[str, object] = {"cell_type": "code", "execution_count": None, "id": "colab", "metadata": {}}
    content["cells"].insert(0, first | {"outputs": [], "source": source})
    return json.dumps(content, indent=1, ensure_ascii=False).encode() + b"\n"


def _is_script(data: bytes) -> bool:
    return data.startswith(b"#!")


def _unzipped(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _environment(root: Path, wheel: str) -> bytes:
    """Return conda's file with the wheel in the place of the repository, and without what is said to instructors."""
    lines = [line for line in (root / "environment.yml").read_text("utf-8").splitlines() if not line.startswith("#")]
    return "\n".join(line.replace("- -e .", f"- ./{wheel}") for line in lines).encode() + b"\n"


def _zipped(files: dict[str, bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in sorted(files.items()):
            info = zipfile.ZipInfo(f"{NAME}/{name}", (2000, 1, 1, 0, 0, 0))
            info.external_attr = (0o755 if _is_script(data) else 0o644) << 16
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, data)
    return file.getvalue()


def _commit(repository: Path, files: dict[str, bytes]) -> None:
    """Commit the files to the branch, if anything in them has changed."""
    with scratch_folder() as scratch:
        for name, data in files.items():
            place = scratch / "tree" / name
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(data)
            place.chmod(0o755 if _is_script(data) else 0o644)
        environment = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
        environment |= {"GIT_INDEX_FILE": str(scratch / "index"), "GIT_DIR": str(repository)}

        def git(*words: str) -> str:
            who = ("-c", "user.name=Gradient descent", "-c", "user.email=course@localhost")
            settings = ("-c", "core.autocrlf=false", *who)
            command = ["git", *settings, *words]
            done = subprocess.run(
                command, cwd=scratch / "tree", env=environment, capture_output=True, text=True, check=False
            )
            if done.returncode:
                raise OSError(f"git {words[0]} failed: {done.stderr.strip()[-300:]}")
            return done.stdout.strip()

        if not repository.exists():
            git("init", "--quiet", "--bare", f"--initial-branch={BRANCH}", str(repository))
        git("--work-tree=.", "add", "--all", "--force", ".")
        tree = git("write-tree")
        last = git("for-each-ref", "--format=%(objectname) %(tree)", f"refs/heads/{BRANCH}").split()
        if last[1:] == [tree]:
            return
        parent = ["-p", last[0]] if last else []
        git("update-ref", f"refs/heads/{BRANCH}", git("commit-tree", tree, *parent, "-m", "The course"))
