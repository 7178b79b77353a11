"""Try the sandbox before anything is graded in it: what must be impossible is attempted, from the inside.

A wall that does not hold is worse than none, because nobody looks out for it.
"""

from __future__ import annotations

import inspect
import os
import socket
import tempfile
from pathlib import Path
from typing import Any

import autograder
from autograder.sandbox import Ended, NotContained, Raised, Sandbox, TooSlow
from autograder.worker import escape_attempts

SECONDS = 20.0


def require_containment(sandbox: Sandbox, folder: Path) -> None:
    """Raise ``NotContained``, naming every wall that does not hold, or return."""
    faults = weaknesses(sandbox, folder)
    if faults:
        raise NotContained("the sandbox does not hold: " + "; ".join(faults))


def weaknesses(sandbox: Sandbox, folder: Path) -> list[str]:
    """Return what learner code could do in ``sandbox`` and must not be able to; a file in ``folder`` is the canary."""
    with tempfile.NamedTemporaryFile(dir=folder, prefix=".canary-") as canary, socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        listener.settimeout(0)
        try:
            with sandbox.session() as session:
                session.run_cell(inspect.getsource(escape_attempts), SECONDS)
                attempt_escapes = session.keep("attempt_escapes", SECONDS)
                if attempt_escapes is None:
                    return ["it cannot run code at all"]
                paths = [canary.name, os.path.dirname(autograder.__file__), os.path.expanduser("~/.ssh"), "/etc/shadow"]
                limits = sandbox.limits
                port = listener.getsockname()[1]
                found: Any = attempt_escapes(paths, port, limits.disk, limits.processes, limits.memory)
        except (Ended, Raised, TooSlow) as error:
            return [f"its trial ended with {type(error).__name__}: {error}"]
        try:
            listener.accept()
            reached = ["a connection to this computer's network arrived"]
        except BlockingIOError:
            reached = []
    if not isinstance(found, list) or not all(isinstance(fault, str) for fault in found):
        return [*reached, "its trial gave no answer"]
    return reached + found
