"""Compare a learner's value with the expected one: fair to lists, scalars, float32 and rearranged formulas."""

from __future__ import annotations

import math
from decimal import Decimal
from fractions import Fraction
from typing import Any, Literal

import numpy as np

Mismatch = Literal["nothing", "type", "shape", "finite", "value"]

RTOL, ATOL = 1e-6, 1e-9
_FLOATS = (float, np.float64)


def mismatch(expected: Any, actual: Any, rtol: float = RTOL, atol: float = ATOL) -> Mismatch | None:
    """Return None where ``actual`` is as good as ``expected``, else what is wrong first.

    ``nothing``: None instead of a value; ``type``: a text for a number and the like; ``shape``: another number of
    values; ``finite``: inf or nan where a number is due; ``value``: another value. A list, a tuple and an array are
    the same; so are a scalar and an array without dimensions; so are 1, 1.0, ``Fraction(1)`` and ``Decimal(1)``, but
    not 1 and True. Numbers agree when ``|actual - expected| <= atol + rtol * |expected|``.
    """
    actual = _opened(actual)
    if actual is None and expected is not None:
        return "nothing"
    if type(expected) in _FLOATS and type(actual) in _FLOATS and math.isfinite(expected) and math.isfinite(actual):
        due, got = float(expected), float(actual)  # as NumPy below, but a hundred times as fast
        return None if abs(got - due) <= atol + rtol * abs(due) else "value"
    if isinstance(expected, str | bool | np.bool_ | None):
        kinds = (bool, np.bool_) if isinstance(expected, bool | np.bool_) else type(expected)
        if isinstance(actual, np.ndarray) and actual.ndim == 0 and actual.dtype != object:
            actual = actual.item()
        if not isinstance(actual, kinds):
            return "type"
        return None if actual == expected else "value"
    if isinstance(expected, dict):
        if not isinstance(actual, dict):
            return "type"
        if expected.keys() != actual.keys():
            return "shape"
        return _first(mismatch(expected[key], actual[key], rtol, atol) for key in expected)
    if isinstance(expected, list | tuple):
        if _is_number(actual):
            return "shape"
        if not isinstance(actual, list | tuple | np.ndarray):
            return "type"
        if len(actual) != len(expected):  # before anything is made of it: it may be very long
            return "shape"
        return _first(mismatch(e, a, rtol, atol) for e, a in zip(expected, actual, strict=True))
    return _numbers(np.asarray(expected), actual, rtol, atol)


def _numbers(expected: np.ndarray, actual: Any, rtol: float, atol: float) -> Mismatch | None:
    if expected.dtype.kind not in "biufc":
        raise TypeError(f"cannot compare with an expected value of type {expected.dtype}")
    fault = _unlike(actual, expected.shape)
    if fault:
        return fault
    try:
        array = np.asarray(actual)
        actual = np.asarray(_floats(actual)) if array.dtype == object else array
    except (ValueError, OverflowError, TypeError):
        return "type"
    if actual.dtype.kind not in "biufc":
        return "type"
    if expected.size and (actual.dtype.kind == "b") != (expected.dtype.kind == "b"):
        return "type"
    if actual.dtype == np.float32 and rtol >= RTOL:  # where more is asked for, single precision is not enough
        rtol = max(rtol, 1e-5)
    with np.errstate(all="ignore"):
        finite = bool(np.isfinite(expected).all())
        if finite and not np.isfinite(actual).all():
            return "finite"
        if finite and actual.dtype.kind == expected.dtype.kind == "f":  # as below, but many times as fast
            return None if np.all(np.abs(actual - expected) <= atol + rtol * np.abs(expected)) else "value"
        return None if np.allclose(actual, expected, rtol=rtol, atol=atol, equal_nan=True) else "value"


def _unlike(actual: Any, shape: tuple[int, ...]) -> Mismatch | None:
    """Return what keeps ``actual`` from being an array of ``shape``, without making one of it.

    It looks at no more values than ``shape`` has, and calls nothing of an object it does not know.
    """
    actual = _opened(actual)
    if isinstance(actual, np.ndarray) and actual.dtype != object:
        return None if actual.shape == shape else "shape"
    if isinstance(actual, np.ndarray):
        if not actual.ndim:
            return "type"
        if actual.shape != shape[: actual.ndim]:
            return "shape"
        return _first(_unlike(item, shape[actual.ndim :]) for item in actual.ravel().tolist())
    if _is_number(actual):
        return "shape" if shape else None
    if not isinstance(actual, list | tuple):
        return "type"
    if not shape or len(actual) != shape[0]:
        return "shape"
    return _first(_unlike(item, shape[1:]) for item in actual)


def _opened(value: Any) -> Any:
    """Return what an array of objects without dimensions holds; all else as it is."""
    return value.item() if isinstance(value, np.ndarray) and value.dtype == object and not value.ndim else value


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float | complex | Fraction | Decimal | np.number | np.bool_) or (
        isinstance(value, np.ndarray) and not value.ndim
    )


def _floats(value: Any) -> Any:
    """Return nested lists with every fraction, decimal and long integer as a float; what a float cannot hold is inf."""
    if isinstance(value, np.ndarray):
        value = value.tolist()
    if isinstance(value, list | tuple):
        return [_floats(item) for item in value]
    if isinstance(value, bool) or not isinstance(value, int | Fraction | Decimal):
        return value
    try:
        return float(value)
    except OverflowError:
        return math.inf if value > 0 else -math.inf
    except ValueError:  # a signalling nan
        return math.nan


def _first(results: Any) -> Mismatch | None:
    return next((result for result in results if result is not None), None)
