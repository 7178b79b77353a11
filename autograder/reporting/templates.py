"""Pages of our own from the templates beside this module: what is filled in is escaped, and nothing may be missing."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

import jinja2

from autograder.support.sanitise import one_line


@cache
def template(name: str) -> jinja2.Template:
    """Return the template ``name``, for example ``report.html.j2``."""
    environment = jinja2.Environment(
        autoescape=True, trim_blocks=True, lstrip_blocks=True, undefined=jinja2.StrictUndefined
    )
    environment.filters["one_line"] = one_line
    return environment.from_string((files("autograder.reporting") / name).read_text("utf-8"))
