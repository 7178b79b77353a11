"""Names of types that the figures share. Only a type checker imports them: they cost nothing at run time."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.floating[Any]]
Counts = NDArray[np.integer[Any]]
Numbers = NDArray[np.number[Any]]
"""Floats or counts."""
Keywords = dict[str, Any]
"""Keyword arguments for matplotlib, of many types: what artists that look alike have in common."""
