"""What people look for in a repository is there, and says the same as the rest of it."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml
from contracts import FILE, contracts, version

from autograder.support.repository import REPOSITORY

GITHUB = REPOSITORY / ".github"
FORMS = sorted(path for path in (GITHUB / "ISSUE_TEMPLATE").glob("*.yml") if path.name != "config.yml")


def needed() -> set[str]:
    """Return the Debian packages that ``.ci/run`` installs where they are missing."""
    return set(re.findall(r"^need (\S+)", (REPOSITORY / ".ci" / "run").read_text("utf-8"), re.MULTILINE))


def commands(where: Any) -> list[str]:
    """Return what the steps of a job run, as lines."""
    return [line for each in where for line in str(each).splitlines()]


def test_both_kinds_of_ci_run_what_everybody_runs() -> None:
    github = yaml.safe_load((GITHUB / "workflows" / "ci.yml").read_text("utf-8"))["jobs"]["tests"]
    gitlab = yaml.safe_load((REPOSITORY / ".gitlab-ci.yml").read_text("utf-8"))["tests"]
    assert ".ci/run" in commands(step.get("run", "") for step in github["steps"])
    assert ".ci/run" in commands(gitlab["script"])
    assert github["container"]["image"] == gitlab["image"] == "debian:12"


def test_a_long_module_is_named_with_its_reason() -> None:
    described = (REPOSITORY / "docs" / "architecture.md").read_text("utf-8")
    table = described.split("at most 400 lines")[1].split("\n## ")[0]
    named = set(re.findall(r"^\| `(\S+\.py)` \|", table, re.MULTILINE))
    files = [path for name in ("autograder", "course") for path in (REPOSITORY / name).rglob("*.py")]
    lines = {path.relative_to(REPOSITORY).as_posix(): len(path.read_text("utf-8").splitlines()) for path in files}
    written = {name: count for name, count in lines.items() if not re.match(r"autograder/(exercises|review)/u\d", name)}
    assert {name for name, count in written.items() if count > 400} == named


def test_the_development_container_has_the_packages_that_the_tests_need() -> None:
    folder = REPOSITORY / ".devcontainer"
    recipe = json.loads((folder / "devcontainer.json").read_text("utf-8"))
    dockerfile = (folder / recipe["build"]["dockerfile"]).read_text("utf-8")
    installed = set(re.search(r"recommends(.*?)&&", dockerfile, re.DOTALL)[1].replace("\\", " ").split())  # type: ignore[index]
    assert needed() and needed() <= installed
    assert f"\n{recipe['onCreateCommand'].removeprefix('make ')}: " in (REPOSITORY / "Makefile").read_text("utf-8")


def test_what_runs_before_a_commit_is_what_make_check_and_the_build_run() -> None:
    hooks = yaml.safe_load((REPOSITORY / ".pre-commit-config.yaml").read_text("utf-8"))["repos"][0]["hooks"]
    programs = {Path(hook["entry"].split()[0]).name for hook in hooks}
    scripts = tomllib.loads((REPOSITORY / "autograder" / "pyproject.toml").read_text("utf-8"))["project"]["scripts"]
    makefile = (REPOSITORY / "Makefile").read_text("utf-8")
    assert {name for name in programs if name not in scripts} == set(
        re.findall(r"^\t(ruff|lint-imports|mypy)\b", makefile, re.M)
    )
    (built,) = (hook for hook in hooks if Path(hook["entry"].split()[0]).name in scripts)
    pattern = re.compile(built["files"])
    assert all(
        pattern.search(f"{folder}/a.py") for folder in ("source/lessons", "autograder/exercises/u", "course/public")
    )


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.stem)
def test_a_form_for_an_issue_has_what_such_a_form_needs(form: Path) -> None:
    asked = yaml.safe_load(form.read_text("utf-8"))
    assert {"name", "description", "body"} <= asked.keys()
    fields = [each["id"] for each in asked["body"]]
    assert len(fields) == len(set(fields))
    for each in asked["body"]:
        assert each["type"] in ("input", "textarea") and each["attributes"]["label"]
    assert any(each.get("validations", {}).get("required") for each in asked["body"])


def test_the_changelog_knows_the_version_that_comes_or_is() -> None:
    entries = re.findall(r"^## (\S+)( \(not yet released\))?$", (REPOSITORY / "CHANGELOG.md").read_text("utf-8"), re.M)
    assert entries
    newest, ahead = entries[0]
    assert bool(ahead) == (newest != version())


def broken(promised: dict[str, Any], now: dict[str, dict[str, str]], note: str) -> list[str]:
    """Return the promised exercises that have changed or gone without the note saying so."""
    return [
        f"{unit}: {name}"
        for unit, exercises in promised.items()
        for name, contract in exercises.items()
        if now.get(unit, {}).get(name) != contract and f"`{name}`" not in note
    ]


def test_an_exercise_that_is_no_longer_what_a_release_promised_has_a_note_for_those_who_have_begun() -> None:
    promised = tomllib.loads(FILE.read_text("utf-8"))
    released = promised.pop("version")
    changelog = (REPOSITORY / "CHANGELOG.md").read_text("utf-8")
    assert f"## {released}\n" in changelog and promised.keys() <= contracts().keys()
    note = changelog.partition(f"## {released}\n")[0]  # of all that came after it
    assert broken(promised, contracts(), note) == []


def test_a_changed_exercise_is_noticed_until_its_note_is_written() -> None:
    now = contracts()
    unit = "04-gradient-descent"
    other = now | {unit: now[unit] | {"loss": "(w, b), 1 points"}}
    gone = now | {unit: {name: each for name, each in now[unit].items() if name != "loss"}}
    assert broken(now, now, "") == []
    for changed in (other, gone):
        assert broken(now, changed, "") == [f"{unit}: loss"]
        assert broken(now, changed, "* **04**: `loss` takes the bias too; `course update` keeps old answers.") == []
