"""Which notebook runs, as the program in which it is open tells its kernel."""

from __future__ import annotations

import os
import sys


def notebook() -> str:
    """Return the path of the notebook that runs here, or "" where nobody says it; the file may have moved since.

    VS Code says it in the kernel itself, so it is believed before Jupyter Server, whose word in the environment is
    also heard by programs that are started from there.
    """
    named = getattr(sys.modules.get("__main__"), "__vsc_ipynb_file__", None)
    return named if named and isinstance(named, str) else os.environ.get("JPY_SESSION_NAME", "")
