"""Values in the JSON of the public examples: what JSON has no form for is marked and becomes itself here."""

from __future__ import annotations

from types import ModuleType
from typing import Any


def read(plain: Any, module: ModuleType | None = None) -> Any:
    """Return the value of ``plain``: arrays, tuples, generators, inf, and functions of ``module``."""
    import numpy as np

    match plain:
        case {"$function": name}:
            return getattr(module, name)
        case {"$rng": seed}:
            return np.random.default_rng(seed)
        case {"$array": values}:
            return np.array(read(values))
        case {"$tuple": items}:
            return tuple(read(items, module))
        case {"$dict": pairs}:
            return {read(key): read(item, module) for key, item in pairs}
        case {"$number": number}:
            return float(number)
        case dict():
            return {key: read(item, module) for key, item in plain.items()}
        case list():
            return [read(item, module) for item in plain]
    return plain
