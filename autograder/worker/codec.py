"""Values as bytes: the only form in which anything crosses between the judge and learner code.

A message is a small JSON header and raw buffers for the arrays. Only plain numbers, text, containers and
arrays of a few numeric types exist in it. Whatever else a learner returns stays on the learner's side and
crosses as a handle (a number). Nothing is unpickled, and no class of the learner survives the crossing.
What most messages are made of (finite numbers, dictionaries with plain names) has a short form.

:func:`decode` is written for hostile bytes: it raises :class:`BadMessage` and nothing else, and its time
and memory are bounded by the length of the message.
"""

from __future__ import annotations

import inspect
import json
import math
import struct
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Any

import numpy as np

MAX_BYTES = 32 * 2**20
MAX_HEADER = 4 * 2**20
MAX_NODES = 200_000
KEY_NODES = 20  # a key counts as so many values: hashes can be chosen to collide, then time grows with the square
MAX_DEPTH = 12
MAX_TEXT = 100_000
MAX_NAME = 100  # of a dictionary whose keys are all plain names
MAX_DIMENSIONS = 8
MAX_BITS = 4096  # of an integer, both ways
SHORT = 2**53  # integers below it are written as they are, and so are finite floats: thousands cross for a submission
LONG = {"g": np.float64, "G": np.complex128}  # longer numbers have another layout on every machine
DTYPES = frozenset(
    ("|b1", "|i1", "<i2", "<i4", "<i8", "|u1", "<u2", "<u4", "<u8", "<f2", "<f4", "<f8", "<c8", "<c16")
)
_ABOVE, _BELOW = (vars(Fraction)[slot] for slot in ("_numerator", "_denominator"))  # no subclass replaces these


class BadMessage(Exception):
    """The bytes are no message of this codec, or break one of its limits."""


class Unspeakable(Exception):
    """The value has no form in this codec."""


@dataclass(frozen=True)
class Handle:
    """Something that stays with the learner: number ``id``.

    Its kind is ``function`` (or a class), ``object``, or ``callable``: an object that can be called too.
    """

    id: int
    kind: str


@dataclass(frozen=True)
class Callback:
    """A function of the judge that the learner's code may call: number ``id``."""

    id: int


@dataclass(frozen=True)
class Rng:
    """A ``numpy.random.Generator`` that the other side makes from ``seed``."""

    seed: int


def kind_of(value: Any) -> str:
    """Return the kind of something that stays where it is."""
    if not callable(value):
        return "object"
    return "function" if inspect.isroutine(value) or isinstance(value, type) else "callable"


def extent(array: np.ndarray) -> int:
    """Return how much there is to go through in an array. One of shape (10**6, 0) holds nothing, but has its rows."""
    return max((array.size, *array.shape))


def encode(value: Any, handle: Callable[[Any], Handle] | None = None) -> bytes:
    """Return ``value`` as bytes; what has no plain form is given to ``handle``, or raises ``Unspeakable``."""
    buffers: list[bytes] = []
    header = json.dumps(_tree(value, buffers, handle, [0], 0), separators=(",", ":"), allow_nan=False).encode()
    if len(header) > MAX_HEADER:
        raise Unspeakable("too many values")
    sizes = [len(header), *map(len, buffers)]
    message = b"".join([struct.pack("<I", len(sizes)), *(struct.pack("<Q", n) for n in sizes), header, *buffers])
    if len(message) > MAX_BYTES:
        raise Unspeakable(f"the value takes {len(message)} bytes; at most {MAX_BYTES} can cross")
    return message


def decode(message: bytes) -> Any:
    """Return the value in ``message``. Arrays come back as own, writable copies.

    Raises ``BadMessage`` for anything that :func:`encode` could not have written.
    """
    try:
        header, buffers = _split(message)
        tree = json.loads(header)
        return _value(tree, buffers, [0], 0)
    except BadMessage:
        raise
    except (ValueError, TypeError, KeyError, IndexError, OverflowError, struct.error, RecursionError) as error:
        raise BadMessage(f"{type(error).__name__} while reading a message") from None


def _tree(
    value: Any, buffers: list[bytes], handle: Callable[[Any], Handle] | None, seen: list[int], depth: int
) -> Any:
    seen[0] += 1
    if depth > MAX_DEPTH:
        raise Unspeakable(f"nested deeper than {MAX_DEPTH} levels")
    if seen[0] > MAX_NODES:
        raise Unspeakable("too many values")
    if value is None or value is True or value is False:
        return value
    kind = type(value)
    if kind is float and math.isfinite(value):
        return value
    if kind is int and -SHORT < value < SHORT:
        return value
    if kind is np.float64 and math.isfinite(value):
        return {"n": float(value)}

    def inner(item: Any) -> Any:
        return _tree(item, buffers, handle, seen, depth + 1)

    if kind is str:
        if len(value) > MAX_TEXT:
            raise Unspeakable(f"a text of {len(value)} characters")
        return value.encode("utf-8", "replace").decode()
    if kind is int:
        if value.bit_length() > MAX_BITS:
            raise Unspeakable(f"an integer of more than {MAX_BITS} bits")
        return {"i": hex(value)}
    if kind is float:
        return {"f": value.hex()}
    if kind is complex:
        return {"c": [value.real.hex(), value.imag.hex()]}
    if kind in (list, tuple):
        return {"l" if kind is list else "t": [inner(item) for item in value]}
    if kind is dict:
        seen[0] += KEY_NODES * len(value)
        if all(type(key) is str and len(key) <= MAX_NAME and key.isascii() for key in value):
            return {"s": {key: inner(item) for key, item in value.items()}}
        return {"d": [[inner(_plain_key(key)), inner(item)] for key, item in value.items()]}
    if isinstance(value, np.bool_):
        return bool(value)
    if isinstance(value, np.str_):
        return inner(str.__str__(value))
    if isinstance(value, np.number):  # stays a number: it can be a dictionary's key, an array cannot
        return {"n": _array(np.asarray(value), buffers, inner)["a"]}
    if isinstance(value, np.ndarray):
        return _array(np.asarray(value), buffers, inner)
    if isinstance(value, Handle):
        return {"h": [value.id, value.kind]}
    if isinstance(value, Callback):
        return {"cb": value.id}
    if isinstance(value, Rng):
        return {"rng": value.seed}
    number = _real(value)
    if number is not None:
        return {"f": number.hex()}
    for base in (bool, int, float, str, list, tuple, dict):  # a subclass crosses as what it extends
        if isinstance(value, base):
            return inner(_plain(base, value))
    if handle is not None:
        return inner(handle(value))
    raise Unspeakable(f"a value of type {kind.__name__}")


def _plain(base: Any, value: Any) -> Any:
    if base is tuple:
        return tuple(tuple.__iter__(value))
    if base is list:
        return list(list.__iter__(value))
    if base is dict:
        return dict(dict.items(value))
    if base is str:
        return str.__str__(value)
    return base.__pos__(value)


def _real(value: Any) -> float | None:
    """Return a fraction or a decimal number as a float, None for all else and for one whose parts are not numbers.

    No method of a subclass is called. What a float cannot hold is inf, as it is when Python divides floats.
    """
    try:
        if isinstance(value, Decimal):
            return math.nan if Decimal.is_nan(value) else Decimal.__float__(value)
        if isinstance(value, Fraction):
            above, below = _ABOVE.__get__(value), _BELOW.__get__(value)
            if type(above) is int and type(below) is int and below > 0:
                return above / below
    except OverflowError:
        return math.inf if above > 0 else -math.inf
    except (TypeError, AttributeError):  # it only says that it is one
        return None
    return None


def _plain_key(key: Any) -> Any:
    """Return a dictionary's key with numbers of numpy as Python's; only what :func:`_key` reads can be one."""
    if isinstance(key, tuple):
        return tuple(map(_plain_key, tuple.__iter__(key)))
    if isinstance(key, np.number):
        key = np.asarray(key).item()
    if key is None or isinstance(key, str | int | float | complex | np.bool_):
        return key
    number = _real(key)
    if number is not None:
        return number
    raise Unspeakable(f"a dictionary key of type {type(key).__name__}")


def _array(array: np.ndarray, buffers: list[bytes], inner: Callable[[Any], Any]) -> Any:
    array = np.ascontiguousarray(array).reshape(array.shape)
    if array.dtype.char in LONG:
        with np.errstate(over="ignore"):  # what a float cannot hold is inf
            array = array.astype(LONG[array.dtype.char])
    dtype = array.dtype.newbyteorder("<")
    if dtype.str not in DTYPES:
        if array.dtype.kind in "USO" and extent(array) <= MAX_NODES:
            return inner(array.tolist())
        raise Unspeakable(f"an array of type {array.dtype}")
    if array.ndim > MAX_DIMENSIONS:
        raise Unspeakable(f"an array of {array.ndim} dimensions")
    buffers.append(array.astype(dtype, copy=False).tobytes())
    return {"a": [dtype.str, list(array.shape), len(buffers) - 1]}


def _split(message: bytes) -> tuple[bytes, list[bytes | None]]:
    if len(message) > MAX_BYTES:
        raise BadMessage("too long")
    (count,) = struct.unpack_from("<I", message)
    if not 1 <= count <= MAX_NODES or 4 + 8 * count > len(message):
        raise BadMessage("wrong number of parts")
    sizes = struct.unpack_from(f"<{count}Q", message, 4)
    start = 4 + 8 * count
    if start + sum(sizes) != len(message):
        raise BadMessage("the parts do not add up")
    if sizes[0] > MAX_HEADER:
        raise BadMessage("too many values")
    parts: list[bytes] = []
    for size in sizes:
        parts.append(message[start : start + size])
        start += size
    return parts[0], [*parts[1:]]


def _value(tree: Any, buffers: list[bytes | None], seen: list[int], depth: int) -> Any:
    seen[0] += 1
    if seen[0] > MAX_NODES or depth > MAX_DEPTH + 2:
        raise BadMessage("too many or too deeply nested values")
    kind = type(tree)
    if tree is None or kind is bool:
        return tree
    if kind is float or kind is int:
        if not (-SHORT < tree < SHORT if kind is int else math.isfinite(tree)):
            raise BadMessage("a number has another form")
        return tree
    if kind is str:
        if len(tree) > MAX_TEXT:
            raise BadMessage("a text is too long")
        tree.encode()  # a lone surrogate is no text
        return tree
    if kind is not dict or len(tree) != 1:
        raise BadMessage("not a value")

    def inner(item: Any) -> Any:
        return _value(item, buffers, seen, depth + 1)

    ((tag, body),) = tree.items()
    match tag, body:
        case "s", dict():
            seen[0] += KEY_NODES * len(body)
            if seen[0] > MAX_NODES:
                raise BadMessage("too many values")
            if not all(len(key) <= MAX_NAME and key.isascii() for key in body):
                raise BadMessage("not a name")
            return {key: inner(item) for key, item in body.items()}
        case "n", float() if math.isfinite(body):
            return np.float64(body)
        case "i", str() if len(body) <= 1100:
            number = int(body, 16)
            if number.bit_length() > MAX_BITS:
                raise BadMessage("an integer is too long")
            return number
        case "f", str() if len(body) <= 40:
            return float.fromhex(body)
        case "c", [str(real), str(imag)] if max(len(real), len(imag)) <= 40:
            return complex(float.fromhex(real), float.fromhex(imag))
        case "l", list():
            return [inner(item) for item in body]
        case "t", list():
            return tuple(inner(item) for item in body)
        case "d", list():
            seen[0] += KEY_NODES * len(body)
            if seen[0] > MAX_NODES:
                raise BadMessage("too many values")
            return {_key(inner(key)): inner(item) for key, item in body}
        case "a", [str(dtype), list(shape), int(index)]:
            return _read_array(dtype, shape, buffers, index)
        case "n", [str(dtype), [], int(index)]:
            return _read_array(dtype, [], buffers, index)[()]
        case "h", [int(number), "function" | "object" | "callable" as kind] if number >= 0:
            return Handle(number, kind)
        case "cb", int(number) if number >= 0:
            return Callback(number)
        case "rng", int(seed) if 0 <= seed < 2**128:
            return Rng(seed)
    raise BadMessage("not a value")


def _key(key: Any) -> Any:
    if key is None or isinstance(key, str | int | float | complex):
        return key
    if isinstance(key, tuple):
        return tuple(map(_key, key))
    raise BadMessage("a dictionary key must be a number, a text or a tuple of them")


def _read_array(dtype: str, shape: list[Any], buffers: list[bytes | None], index: int) -> np.ndarray:
    if dtype not in DTYPES or isinstance(index, bool) or not 0 <= index < len(buffers):
        raise BadMessage("not an array")
    buffer, buffers[index] = buffers[index], None
    if buffer is None:  # arrays that share one could add up to any size
        raise BadMessage("two arrays of one buffer")
    if len(shape) > MAX_DIMENSIONS or any(type(n) is not int or not 0 <= n <= MAX_BYTES for n in shape):
        raise BadMessage("not the shape of an array")
    kind = np.dtype(dtype)
    if math.prod(shape) * kind.itemsize != len(buffer):
        raise BadMessage("an array's size and shape differ")
    return np.frombuffer(buffer, dtype=kind).reshape(shape).copy()
