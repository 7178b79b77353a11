"""Judging on a dask cluster: the same verdicts, whoever comes and goes, and nothing in clear text over a network.

Scheduler and workers are real, processes of their own on loopback.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from typing import Any

import dask
import pytest
from dask_cluster import scheduling, working
from small_class import UNIT, believing, left_behind, submit
from test_workers import SOURCES, work
from typer.testing import CliRunner

from autograder.classroom.grading import NbGraderException, grade_class
from autograder.cli import app
from autograder.judging.cluster import Cluster, code_version
from autograder.judging.grade import Graded
from autograder.judging.work import NoSandbox, judged, let_go
from autograder.judging.workers import Lost, Unreachable, cluster
from autograder.support.repository import REPOSITORY

pytestmark = pytest.mark.sandbox
Start = Callable[..., list[subprocess.Popen[bytes]]]


@pytest.fixture(scope="module")
def due() -> list[Graded]:
    """What this process says."""
    found = [judged(work(source)) for source in SOURCES]
    let_go()
    return found


@pytest.fixture
def scheduler(tmp_path: Path) -> Iterator[str]:
    """Give the file of a scheduler that runs."""
    with scheduling(tmp_path) as (_, file):
        yield file


@pytest.fixture
def start(scheduler: str) -> Iterator[Start]:
    """Give a function that starts workers."""
    with ExitStack() as stack:

        def started(count: int = 1, **environment: str) -> list[subprocess.Popen[bytes]]:
            return stack.enter_context(working(scheduler, count, **environment))

        yield started


def test_a_cluster_says_what_this_computer_says(scheduler: str, start: Start, due: list[Graded]) -> None:
    start(2)
    with cluster(scheduler) as judges:
        judges.require(True, "")
        waiting = [judges.submit(work(source)) for source in SOURCES * 2]
        assert [result() for result in waiting] == due * 2
        assert judges.ahead >= 2


def test_workers_that_are_killed_or_stopped_and_those_that_come_cost_nobody_anything(
    scheduler: str, start: Start, due: list[Graded]
) -> None:
    killed, stopped = start(2)
    with cluster(scheduler) as judges:
        judges.require(True, "")
        waiting = [judges.submit(work(source)) for source in SOURCES * 4]
        found = [waiting[0]()]
        killed.kill()
        os.kill(stopped.pid, signal.SIGSTOP)
        start(1)
        assert found + [result() for result in waiting[1:]] == due * 4


def test_a_worker_with_another_version_of_the_course_counts_for_nothing(
    scheduler: str, start: Start, due: list[Graded], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = tmp_path / "other"
    for package in ("autograder", "course"):
        shutil.copytree(REPOSITORY / package, other / package, ignore=shutil.ignore_patterns("__pycache__"))
    with (other / "autograder" / "judging/judge.py").open("a") as file:
        file.write("\nCHANGED = 1.0\n")
    start(1, FIRST=str(other))
    with cluster(scheduler) as judges:
        judges._there.wait_for_workers(1, timeout=60)  # type: ignore[attr-defined]
        with monkeypatch.context() as patch, pytest.raises(Unreachable, match="another version of the course"):
            patch.setattr("autograder.judging.cluster.PATIENCE", 0)
            judges.submit(work("w"))()
        start(1)
        judges.require(True, "")
        assert [judges.submit(work(source))() for source in SOURCES] == due


def test_a_worker_without_a_sandbox_counts_for_nothing(
    scheduler: str, start: Start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "bwrap").write_text("#!/bin/sh\nexit 1\n")
    (tmp_path / "bwrap").chmod(0o755)
    start(1, PATH=os.pathsep.join([str(tmp_path), os.environ["PATH"]]))
    with cluster(scheduler) as judges:
        judges._there.wait_for_workers(1, timeout=60)  # type: ignore[attr-defined]
        monkeypatch.setattr("autograder.judging.cluster.PATIENCE", 0)
        with pytest.raises(NoSandbox, match="no worker of .* can judge"):
            judges.submit(work("w"))()


def test_a_work_that_ends_every_worker_is_lost_and_the_others_are_not(due: list[Graded], tmp_path: Path) -> None:
    once = {"DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES": "1"}  # so that two deaths are enough
    with ExitStack() as stack:
        _, file = stack.enter_context(scheduling(tmp_path, **once))
        stack.enter_context(working(file, 3))
        judges = stack.enter_context(cluster(file))
        judges._there.wait_for_workers(3, timeout=60)  # type: ignore[attr-defined]
        rest = [judges.submit(work(source)) for source in SOURCES]
        assert [result() for result in rest] == due
        with pytest.raises(Lost):
            judges._begin(partial(os._exit, 1))()  # type: ignore[attr-defined]
        assert judges.submit(work(SOURCES[0]))() == due[0]


def test_a_class_is_graded_as_here_and_what_travels_names_nobody(scheduler: str, start: Start, tmp_path: Path) -> None:
    start(2)
    for student, below in (("alice", ""), ("bob", "raise ValueError"), ("carol", "")):
        submit(tmp_path / "here", student, below)
    shutil.copytree(tmp_path / "here", tmp_path / "there")
    for name, more in (("here", {"workers": 1}), ("there", {"scheduler": scheduler})):
        (tmp_path / name / ".course_key").write_text("the same inputs")
        grade_class(tmp_path / name, UNIT, **more)  # type: ignore[arg-type]
    found = left_behind(tmp_path / "here")
    assert len(found) > 9
    assert found == left_behind(tmp_path / "there")


def test_a_scheduler_that_goes_ends_the_batch_with_a_sentence(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    for student in ("alice", "bob"):
        submit(tmp_path, student)
    with scheduling(tmp_path) as (scheduler, file), ExitStack() as stack:
        stack.enter_context(working(file))
        judges = stack.enter_context(cluster(file))
        judges.require(True, "")
        scheduler.kill()
        with pytest.raises(Unreachable, match="has gone|there is none"):
            while True:
                judges.submit(work("w**2 + 12"))()
    monkeypatch.setattr("autograder.judging.cluster.PATIENCE", 3)
    with pytest.raises(NbGraderException):
        grade_class(tmp_path, UNIT, scheduler=file)
    assert "no scheduler answers at" in caplog.text
    assert not list(tmp_path.glob("report/**/*.json")) and not list(tmp_path.glob("autograded/*/*"))


@pytest.mark.parametrize(
    "address", ["tcp://192.0.2.1:8786", "192.0.2.1:8786", "ws://192.0.2.1:8786", "tcp://no.invalid:1"]
)
def test_nothing_goes_over_a_network_in_clear_text_unless_it_is_asked_for(address: str) -> None:
    with pytest.raises(ValueError, match="clear text: use tls"):
        Cluster(address)
    Cluster(address, clear_text=True)
    Cluster("tls://192.0.2.1:8786")
    Cluster("tcp://127.0.0.1:8786")


def test_a_worker_that_is_reached_in_clear_text_ends_the_batch_with_a_sentence(
    scheduler: str, start: Start, tmp_path: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    submit(tmp_path, "alice")
    start()
    monkeypatch.setattr(Cluster, "_workers", lambda _: {"tcp://192.0.2.1:8786": {"nthreads": 1}})
    with pytest.raises(NbGraderException):
        grade_class(tmp_path, UNIT, scheduler=scheduler)
    assert "192.0.2.1:8786 is on a network, and tcp is clear text" in caplog.text
    assert not list(tmp_path.glob("report/**/*.json")) and not list(tmp_path.glob("autograded/*/*"))


def test_a_worker_that_joins_later_and_is_reached_in_clear_text_is_sent_nothing(
    scheduler: str, start: Start, due: list[Graded], monkeypatch: pytest.MonkeyPatch
) -> None:
    start()
    there, late = Cluster._workers, "tcp://192.0.2.1:8786"
    with cluster(scheduler) as judges:
        judges.require(True, "")
        monkeypatch.setattr(Cluster, "_workers", lambda self: {late: {"nthreads": 1}, **there(self)})
        assert [judges.submit(work(source))() for source in SOURCES] == due
        assert late not in judges._sent(partial(judged, work(SOURCES[0]))).to  # type: ignore[attr-defined]
        monkeypatch.setattr(Cluster, "_workers", lambda self: {late: {"nthreads": 1}})
        monkeypatch.setattr("autograder.judging.cluster.PATIENCE", 0)
        with pytest.raises(Unreachable, match="clear text"):
            judges.submit(work(SOURCES[0]))


def test_a_work_is_sent_again_when_all_to_whom_it_was_sent_have_gone(
    scheduler: str, start: Start, due: list[Graded]
) -> None:
    (first,) = start()
    with cluster(scheduler) as judges:
        judges.require(True, "")
        waiting = [judges.submit(work(source)) for source in SOURCES]
        first.kill()
        start()
        assert [result() for result in waiting] == due


def test_a_file_that_is_no_schedulers_is_said(tmp_path: Path) -> None:
    submit(tmp_path, "alice")
    for number, words in enumerate(("", "[]", '{"address": ')):
        file = tmp_path / f"{number}.json"
        file.write_text(words)
        with believing():
            result = CliRunner().invoke(app, ["grade", UNIT, "--class", str(tmp_path), "--scheduler-file", str(file)])
        assert result.exit_code != 0, result.output


def test_the_version_is_that_of_all_on_which_a_verdict_depends(monkeypatch: pytest.MonkeyPatch) -> None:
    before = code_version()
    monkeypatch.setattr("autograder.judging.cluster.metadata.version", lambda package: "0")
    code_version.cache_clear()
    after: Any = code_version()
    code_version.cache_clear()
    assert before != after and code_version.__wrapped__() != before


def test_with_tls_who_has_the_certificate_is_let_in_and_nobody_else(tmp_path: Path, due: list[Graded]) -> None:
    key, certificate = tmp_path / "key.pem", tmp_path / "certificate.pem"
    subject = ["-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1"]
    words = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", *subject, "-keyout", key, "-out", certificate]
    subprocess.run(words, check=True, capture_output=True)
    settings = {"ca-file": str(certificate)}
    for who in ("scheduler", "worker", "client"):
        settings |= {f"{who}.cert": str(certificate), f"{who}.key": str(key)}
    names = {name: name.upper().replace("-", "_").replace(".", "__") for name in settings}
    tls = {f"DASK_DISTRIBUTED__COMM__TLS__{names[name]}": value for name, value in settings.items()}
    with ExitStack() as stack:
        _, file = stack.enter_context(scheduling(tmp_path, "--protocol", "tls", **tls))
        assert json.loads(Path(file).read_text())["address"].startswith("tls://")
        stack.enter_context(working(file, **tls))
        ours = {f"distributed.comm.tls.{name}": value for name, value in settings.items()}
        with dask.config.set(ours), cluster(file) as judges:
            assert judges.submit(work(SOURCES[0]))() == due[0]
        with pytest.raises(Unreachable, match="needs a certificate"), cluster(file):
            raise AssertionError("nobody is let in without a certificate")
