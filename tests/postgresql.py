"""A PostgreSQL server for a while: in a folder of its own, with a socket there and nowhere else."""

from __future__ import annotations

import contextlib
import glob
import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from nbgrader.api import Base
from sqlalchemy import NullPool, create_engine, select
from sqlalchemy.exc import OperationalError

# Debian's servers lie beside the path, a folder for each version.
PATH = os.pathsep.join([os.environ.get("PATH", os.defpath), *sorted(glob.glob("/usr/lib/postgresql/*/bin"))])
PASSWORD = "not-to-be-shown"
# No server runs as root.
ORDINARY = {"user": "postgres", "group": "postgres", "extra_groups": ()} if os.geteuid() == 0 else {}


class Server:
    """A server that runs, and can be stopped and started again."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        secret = folder / "password"
        secret.write_text(PASSWORD, "ascii")
        if ORDINARY:
            shutil.chown(folder, "postgres", "postgres")
            shutil.chown(secret, "postgres", "postgres")
        self._run(
            "initdb", "--pgdata", folder / "data", "--username", "grader", "--pwfile", secret, "--no-sync",
            "--auth", "scram-sha-256", "--encoding", "UTF8", "--locale", "C.UTF-8",
        )  # fmt: skip

    def start(self) -> None:
        """Start it, and wait until it answers."""
        here = ("-c", f"unix_socket_directories={self.folder}", "-c", "listen_addresses=", "-c", "fsync=off")
        self._process = subprocess.Popen(
            [str(shutil.which("postgres", path=PATH)), "-D", self.folder / "data", *here],
            cwd=self.folder, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, **ORDINARY,
        )  # fmt: skip
        deadline = time.monotonic() + 60
        while True:
            try:
                self.do("SELECT 1")
                return
            except OperationalError:
                if self._process.poll() is not None or time.monotonic() > deadline:
                    raise
                time.sleep(0.05)

    def stop(self) -> None:
        """End every connection, then the server."""
        self._process.send_signal(signal.SIGINT)
        self._process.wait(timeout=60)

    def url(self, database: str) -> str:
        """Return the address of a database."""
        return f"postgresql://grader:{PASSWORD}@/{database}?host={self.folder}"

    def do(self, statement: str, database: str = "postgres") -> list[Any]:
        """Run a statement in a database by itself; return its rows, if it has any."""
        engine = create_engine(self.url(database), poolclass=NullPool, isolation_level="AUTOCOMMIT")
        with engine.connect() as connection:
            result = connection.exec_driver_sql(statement)
            return list(result) if result.returns_rows else []

    def call(self, program: str, *args: str) -> str:
        """Run one of PostgreSQL's own programs; return what it writes."""
        return self._run(program, *args)

    def _run(self, program: str, *args: str | Path) -> str:
        command = [str(shutil.which(program, path=PATH)), *args]
        done = subprocess.run(command, cwd=self.folder, capture_output=True, text=True, check=False, **ORDINARY)
        assert done.returncode == 0, done.stderr
        return done.stdout


@contextlib.contextmanager
def running() -> Iterator[Server]:
    """Run a server."""
    with tempfile.TemporaryDirectory(prefix="pg-") as folder:  # a socket's path must be short
        server = Server(Path(folder))
        try:
            server.start()
            yield server
        finally:
            server.stop()


def contents(url: str) -> Counter[Any]:
    """Return all rows of all tables of a gradebook; in the place of each invented id stands the row that it means."""
    named: dict[Any, Any] = {}  # by table and id
    with create_engine(url, poolclass=NullPool).connect() as book:
        for table in Base.metadata.sorted_tables:
            for row in book.execute(select(table)).mappings():
                words: list[Any] = [table.name]
                for column in table.columns:
                    means = next(iter(column.foreign_keys), None)
                    if means is not None and row[column.name] is not None:
                        words.append(named[means.column.table.name, row[column.name]])
                    elif not column.primary_key or table.name in ("student", "course"):
                        words.append(row[column.name])
                named[(table.name, row["id"])] = tuple(words)
    return Counter(named.values())
