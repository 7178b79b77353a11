"""What crosses between the judge and learner code: plain values unchanged, nothing else, and no bytes do harm."""

import contextlib
import json
import math
import socket
import struct
import sys
import time
import tracemalloc
from collections import OrderedDict, namedtuple
from decimal import Decimal
from fractions import Fraction
from typing import Any

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from autograder.worker import codec
from autograder.worker.channel import Channel, Closed, Late
from autograder.worker.codec import BadMessage, Callback, Handle, Rng, Unspeakable, decode, encode

PLAIN = (type(None), bool, int, float, complex, str, list, tuple, dict, np.ndarray, Handle, Callback, Rng)

# ---------------------------------------------------------------------------------------------- strategies

letters = st.characters(exclude_categories=["Cs"])
scalars = st.one_of(
    st.none(), st.booleans(), st.integers(-(2**4000), 2**4000), st.floats(), st.complex_numbers(), st.text(letters),
    st.builds(Handle, st.integers(0, 2**40), st.sampled_from(["function", "object", "callable"])),
    st.builds(Callback, st.integers(0, 2**40)), st.builds(Rng, st.integers(0, 2**128 - 1)),
)  # fmt: skip
dtypes = st.sampled_from(sorted(codec.DTYPES)).map(np.dtype)
any_arrays = dtypes.flatmap(
    lambda dtype: arrays.arrays(dtype, arrays.array_shapes(min_dims=0, max_dims=4, min_side=0, max_side=4))
)
key_parts = st.one_of(st.booleans(), st.integers(), st.floats(allow_nan=False), st.text(letters))
keys = st.one_of(st.none(), key_parts, st.tuples(key_parts, key_parts))
values = st.recursive(
    st.one_of(scalars, any_arrays),
    lambda inner: st.one_of(
        st.lists(inner, max_size=4), st.lists(inner, max_size=4).map(tuple), st.dictionaries(keys, inner, max_size=4)
    ),
    max_leaves=12,
)


def equal(one: Any, other: Any) -> bool:
    """Whether two values are the same in type, shape and every bit that can be seen; nan equals nan."""
    if type(one) is not type(other):
        return False
    match one:
        case np.ndarray():
            same_kind = one.dtype == other.dtype and one.shape == other.shape
            return same_kind and one.tobytes() == other.tobytes()
        case list() | tuple():
            return len(one) == len(other) and all(map(equal, one, other))
        case dict():
            return equal(list(one), list(other)) and equal(list(one.values()), list(other.values()))
        case complex():
            return equal(one.real, other.real) and equal(one.imag, other.imag)
        case float():
            return one.hex() == other.hex()
    return one == other


def is_plain(value: Any) -> bool:
    """Whether a value is made of the codec's own types and of nothing that extends them."""
    if type(value) not in PLAIN:
        return False
    if isinstance(value, np.ndarray):
        return value.dtype.str in codec.DTYPES
    if isinstance(value, dict):
        return all(map(is_plain, value)) and all(map(is_plain, value.values()))
    return all(map(is_plain, value)) if isinstance(value, list | tuple) else True


# ---------------------------------------------------------------------------------------------- round trips


@given(value=values)
@settings(max_examples=300)
@example(value=-0.0)
@example(value=[math.inf, -math.inf, math.nan, 5e-324, sys.float_info.max])
@example(value={1: "a", "1": "b", (1, "x"): None, None: [], 2.5: {}})
@example(value=np.zeros((0, 3)))
@example(value=np.array(2.5))
def test_every_plain_value_comes_back_as_it_was(value: Any):
    back = decode(encode(value))
    assert equal(back, value)
    assert is_plain(back)


@given(array=any_arrays, order=st.sampled_from("<>"), data=st.data())
def test_byte_order_and_layout_of_an_array_do_not_matter(array: np.ndarray, order: str, data: st.DataObject):
    view = array.astype(array.dtype.newbyteorder(order))
    if view.ndim:
        axes = data.draw(st.permutations(range(view.ndim)))
        view = view.transpose(axes)[:: data.draw(st.sampled_from([1, -1, 2]))]
    back = decode(encode(view))
    assert back.shape == view.shape
    assert back.dtype == view.dtype.newbyteorder("<")
    np.testing.assert_array_equal(back, view)


@given(array=any_arrays)
def test_an_array_that_comes_back_is_an_own_writable_copy(array: np.ndarray):
    message = encode([array, array])
    one, other = decode(message)
    assert one.flags.writeable and one.flags.owndata
    assert not np.shares_memory(one, other) and not np.shares_memory(one, array)


@pytest.mark.parametrize(
    ("value", "due"),
    [
        (np.float64(1.5), np.float64(1.5)),
        (np.float32(1.5), np.float32(1.5)),
        (np.int8(-3), np.int8(-3)),
        (np.array(1.5), np.array(1.5)),
        (np.True_, True),
        (np.str_("text"), "text"),
        (np.array(["a", "bc"]), ["a", "bc"]),
        (np.longdouble(1.5), np.float64(1.5)),
        (np.clongdouble(1.5 - 2j), np.complex128(1.5 - 2j)),
        (np.array([[1.5, 2.5]], dtype=np.longdouble), np.array([[1.5, 2.5]])),
        (np.array([b"a"]), None),
        (Fraction(3, 4), 0.75),
        (Fraction(-(10**400), 3), -math.inf),
        (Fraction(1, 10**400), 0.0),
        (Decimal("0.75"), 0.75),
        (Decimal("-1e999"), -math.inf),
        (Decimal("NaN"), math.nan),
        (Decimal("sNaN"), math.nan),
        ([Fraction(2), (Decimal(1),)], [2.0, (1.0,)]),
        ({Fraction(1, 2): Decimal(1)}, {0.5: 1.0}),
        (np.array([[Fraction(1, 2), 3], [Decimal(1), None]]), [[0.5, 3], [1.0, None]]),
        (np.array(Fraction(1, 2)), 0.5),
        (np.array([2**70, True]), [2**70, True]),
        (np.ma.masked_array([1.0, 2.0], [True, False]), np.array([1.0, 2.0])),
    ],
    ids=lambda value: type(value).__name__,
)
def test_values_of_numpy_stay_numbers_and_arrays_or_become_plain_values(value: Any, due: Any):
    if due is None:
        with pytest.raises(Unspeakable):
            encode(value)
        return
    assert equal(decode(encode(value)), due)


# ---------------------------------------------------------------------------------------- what has no plain form

NO_VALUES = {
    "object": object(),
    "function": lambda: 1,
    "class": int,
    "module": math,
    "set": {1},
    "bytes": b"x",
    "range": range(3),
    "object array": np.array([object()]),
    "structured array": np.zeros(2, dtype=[("a", "f8")]),
    "dates": np.array(["2020-01-01"], dtype="datetime64[D]"),
    "generator": (x for x in [1]),
    "a set in a list": [1, {2}],
}


@pytest.mark.parametrize("value", NO_VALUES.values(), ids=NO_VALUES)
def test_what_has_no_plain_form_is_unspeakable(value: Any):
    with pytest.raises(Unspeakable):
        encode(value)


@pytest.mark.parametrize("name", ["object", "function", "class", "set", "generator", "a set in a list"])
def test_what_has_no_plain_form_crosses_as_a_handle_where_there_is_a_holder(name: str):
    held = []

    def hold(value: Any) -> Handle:
        held.append(value)
        return Handle(len(held) - 1, "object")

    back = decode(encode(NO_VALUES[name], hold))
    assert back in (Handle(0, "object"), [1, Handle(0, "object")])
    assert len(held) == 1


def test_a_value_that_contains_itself_is_unspeakable():
    loop: list[Any] = []
    loop.append(loop)
    with pytest.raises(Unspeakable):
        encode(loop)


# ----------------------------------------------------------------------------------------- hostile subclasses


def hostile(base: type) -> type:
    """Return a subclass that lies about everything it is asked."""

    def lies(*args: Any, **kwargs: Any) -> Any:
        raise AssertionError("a method of the learner's class was called")

    names = (
        "__eq__ __ne__ __lt__ __hash__ __iter__ __len__ __getitem__ __contains__ __pos__ __neg__ __abs__ __bool__ "
        "__int__ __float__ __index__ __str__ __repr__ __format__ __reduce__ __array__ items keys values hex "
        "bit_length encode copy"
    )
    return type(f"Hostile{base.__name__}", (base,), dict.fromkeys(names.split(), lies))


@pytest.mark.parametrize(
    "value", [3, -(2**70), 2.5, math.inf, "text", [1, [2.0]], (1, "a"), {"a": 1, 2: [3]}], ids=repr
)
def test_a_hostile_subclass_crosses_as_what_it_extends(value: Any):
    back = decode(encode(hostile(type(value))(value)))
    assert equal(back, value)
    assert is_plain(back)


def test_a_hostile_subclass_inside_a_container_crosses_as_what_it_extends():
    inner = hostile(list)([hostile(float)(1.5), hostile(dict)({"k": hostile(str)("v")})])
    assert equal(decode(encode((inner,))), ([1.5, {"k": "v"}],))


def test_a_hostile_array_crosses_as_an_array_or_not_at_all():
    class Lying(np.ndarray):
        def __array_finalize__(self, other):
            self.more = "more"

        def __array_function__(self, *args):
            raise AssertionError("a method of the learner's class was called")

        __array_ufunc__ = __array_function__
        __eq__ = __iter__ = __len__ = __getitem__ = __array_function__

    back = decode(encode(np.arange(3.0).view(Lying)))
    assert equal(back, np.arange(3.0))
    assert type(back) is np.ndarray and not hasattr(back, "more")


@pytest.mark.parametrize("pretended", [int, float, str, bool, list, dict, np.ndarray, np.float64, Handle, Rng])
def test_an_object_that_pretends_to_be_of_another_class_does_not_cross_as_one(pretended: type):
    class Pretender:
        @property
        def __class__(self):
            return pretended

    held = []
    try:
        back = decode(encode(Pretender(), lambda value: held.append(value) or Handle(7, "object")))
    except Exception as error:  # on the learner's side: the worker answers that its value cannot cross
        assert not isinstance(error, AssertionError)
        return
    assert held and back == Handle(7, "object") or is_plain(back)


def test_a_subclass_of_a_handle_crosses_as_a_handle():
    class Own(Handle):
        kind = "anything"
        __eq__ = lambda self, other: True  # noqa: E731

    back = decode(encode(Own(1, "function")))
    assert type(back) is Handle and (back.id, back.kind) == (1, "function")


@pytest.mark.parametrize("number", [Fraction(3, 4), Decimal("0.75")], ids=repr)
def test_a_fraction_or_decimal_whose_methods_lie_crosses_as_what_it_is(number: Any):
    def lies(*args: Any) -> Any:
        raise SystemExit("a method of the learner's class was called")

    names = "__float__ __int__ __trunc__ __str__ __bool__ __eq__ __gt__ __lt__ __hash__ __truediv__ __neg__ is_nan"
    methods = dict.fromkeys(names.split(), lies) | dict.fromkeys(("numerator", "denominator"), property(lies))
    own = type("Lying", (type(number),), methods)
    assert equal(decode(encode([own("0.75")])), [0.75])


@pytest.mark.parametrize("part", ["1", 0, -1, 1.5, None, True, object()], ids=lambda part: f"{part}"[:8])
def test_a_fraction_with_wrong_parts_is_no_number(part: Any):
    broken = Fraction(1, 2)
    broken._denominator = part
    with pytest.raises(Unspeakable):
        encode(broken)
    assert decode(encode(broken, lambda value: Handle(0, "object"))) == Handle(0, "object")


def test_an_array_of_objects_that_is_too_long_or_holds_itself_is_unspeakable():
    loop = np.empty(1, dtype=object)
    loop[0] = loop
    for array in (loop, np.zeros(codec.MAX_NODES + 1, dtype=object), np.zeros((10**7, 0), dtype=object)):
        with pytest.raises(Unspeakable):
            encode(array)


def test_a_named_tuple_and_an_ordered_dict_lose_their_names():
    assert equal(decode(encode(namedtuple("Point", "x y")(1, 2))), (1, 2))
    assert equal(decode(encode(OrderedDict(a=1))), {"a": 1})


# ------------------------------------------------------------------------------------------------ hostile bytes


def memory_of(message: bytes) -> int:
    """Return how many bytes decoding takes at its worst moment; whatever is raised must be ``BadMessage``."""
    tracemalloc.start()
    try:
        with contextlib.suppress(BadMessage):
            assert is_plain(decode(message))
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def packed(header: Any, *buffers: bytes) -> bytes:
    """Write a message by hand, so that it can lie."""
    raw = header if isinstance(header, bytes) else json.dumps(header).encode()
    sizes = [len(raw), *map(len, buffers)]
    return struct.pack("<I", len(sizes)) + b"".join(struct.pack("<Q", n) for n in sizes) + raw + b"".join(buffers)


@given(message=st.binary(max_size=200))
@settings(max_examples=300)
def test_any_bytes_are_a_value_or_a_bad_message(message: bytes):
    assert memory_of(message) < 200_000


@given(value=values, data=st.data())
@settings(max_examples=300)
def test_a_damaged_message_is_a_value_or_a_bad_message(value: Any, data: st.DataObject):
    message = bytearray(encode(value))
    for _ in range(data.draw(st.integers(1, 4))):
        place = data.draw(st.integers(0, len(message)))
        match data.draw(st.integers(0, 2)):
            case 0 if place < len(message):
                message[place] = data.draw(st.integers(0, 255))
            case 1:
                message[place:place] = data.draw(st.binary(max_size=5))
            case _:
                del message[place : place + data.draw(st.integers(1, 9))]
    assert memory_of(bytes(message)) < 200_000 + 50 * len(message)


json_values = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text()),
    lambda inner: st.one_of(
        st.lists(inner, max_size=4),
        st.dictionaries(st.sampled_from(["i", "f", "c", "l", "t", "d", "a", "h", "cb", "rng", "x"]), inner, max_size=2),
    ),
    max_leaves=10,
)


@given(header=json_values, buffers=st.lists(st.binary(max_size=16), max_size=2))
@settings(max_examples=300)
def test_any_json_in_a_message_is_a_value_or_a_bad_message(header: Any, buffers: list[bytes]):
    assert memory_of(packed(header, *buffers)) < 500_000


def nested(depth: int, tag: str = "l") -> Any:
    tree: Any = None
    for _ in range(depth):
        tree = {tag: [tree]}
    return tree


LIES = {
    "nothing": b"",
    "a count only": struct.pack("<I", 1),
    "four billion parts": struct.pack("<I", 2**32 - 1),
    "a size beyond all": struct.pack("<IQ", 1, 2**64 - 1),
    "sizes that overflow": struct.pack("<IQQ", 2, 2**63, 2**63) + b"null",
    "bytes left over": packed(None) + b"x",
    "no JSON": packed(b"{"),
    "JSON that is not UTF-8": packed(b'"\xff"'),
    "JSON nested 100 000 deep": packed(b"[" * 100_000),
    "objects nested 100 000 deep": packed(b'{"l":[' * 100_000),
    "a huge JSON number": packed(b"9" * 100_000),
    "an integer that is too long to be bare": packed(2**53),
    "a bare float that is too large": packed(b"1e999"),
    "a number of numpy that is none": packed({"n": 7}),
    "a name that is too long": packed({"s": {"x" * 101: None}}),
    "a name in other letters": packed({"s": {"\u03b7": None}}),
    "nan": packed(b"NaN"),
    "a bare list": packed([1]),
    "two tags": packed({"i": "0x1", "f": "0x1p0"}),
    "an unknown tag": packed({"pickle": "x"}),
    "a huge integer": packed({"i": "0x" + "f" * 100_000}),
    "an integer with a null": packed({"i": "1\x00"}),
    "a float in words": packed({"f": "one"}),
    "a huge float": packed({"f": "0x1p99999"}),
    "a lone surrogate": packed(b'"\\ud800"'),
    "a very long text": packed("x" * (codec.MAX_TEXT + 1)),
    "too deep": packed(nested(codec.MAX_DEPTH + 5)),
    "too many values": packed({"l": [None] * (codec.MAX_NODES + 1)}),
    "a list as a key": packed({"d": [[{"l": []}, None]]}),
    "an array as a key": packed({"d": [[{"a": ["<f8", [1], 0]}, None]]}, bytes(8)),
    "a pair of three": packed({"d": [[None, None, None]]}),
    "an array of objects": packed({"a": ["|O", [1], 0]}, bytes(8)),
    "an array of dates": packed({"a": ["<M8[s]", [1], 0]}, bytes(8)),
    "a dtype that is no name": packed({"a": ["f8,f8", [1], 0]}, bytes(16)),
    "another shape than size": packed({"a": ["<f8", [3], 0]}, bytes(8)),
    "a negative side": packed({"a": ["<f8", [-1, -1], 0]}, bytes(8)),
    "a side of True": packed({"a": ["<f8", [True], 0]}, bytes(8)),
    "sides that overflow": packed({"a": ["<f8", [2**32, 2**32, 0], 0]}),
    "sides beyond a machine word": packed({"a": ["<f8", [2**70, 0], 0]}),
    "a float for a side": packed({"a": ["<f8", [1.0], 0]}, bytes(8)),
    "too many dimensions": packed({"a": ["<f8", [1] * 65, 0]}, bytes(8)),
    "a number with a side": packed({"n": ["<f8", [1], 0]}, bytes(8)),
    "a number without bytes": packed({"n": ["<f8", [], 0]}, b""),
    "a number of objects": packed({"n": ["|O", [], 0]}, bytes(8)),
    "a number that shares an array's bytes": packed({"l": [{"a": ["<f8", [], 0]}, {"n": ["<f8", [], 0]}]}, bytes(8)),
    "a buffer that is not there": packed({"a": ["<f8", [1], 5]}, bytes(8)),
    "a buffer before the first": packed({"a": ["<f8", [1], -1]}, bytes(8)),
    "a handle of no kind": packed({"h": [1, "eval"]}),
    "a negative handle": packed({"h": [-1, "object"]}),
    "a negative seed": packed({"rng": -1}),
    "a seed beyond all": packed({"rng": 2**200}),
    "a text for a seed": packed({"rng": "1"}),
}


@pytest.mark.parametrize("message", LIES.values(), ids=LIES)
def test_a_message_that_lies_is_refused(message: bytes):
    with pytest.raises(BadMessage):
        decode(message)
    assert memory_of(message) < 30 * 2**20


def test_many_arrays_that_share_one_buffer_cannot_add_up_to_much():
    buffer = bytes(2**20)
    message = packed({"l": [{"a": ["|u1", [2**20], 0]}] * 50_000}, buffer)  # 50 GB are asked for
    with pytest.raises(BadMessage):
        decode(message)
    assert memory_of(message) < 40 * 2**20


def test_keys_whose_hashes_collide_cannot_take_long():
    """A dictionary takes the square of the number of such keys, so few can cross."""
    prime = 2**61 - 1  # the hash of every multiple of it is 0
    few = codec.MAX_NODES // codec.KEY_NODES
    assert few <= 10_000
    with pytest.raises(BadMessage):
        decode(packed({"d": [[{"i": hex(n * prime)}, None] for n in range(few)]}))
    with pytest.raises(Unspeakable):
        encode(dict.fromkeys(range(few)))


def test_a_message_longer_than_the_limit_is_refused_unread():
    with pytest.raises(BadMessage):
        decode(bytes(codec.MAX_BYTES + 1))


LIMITS = {
    "nested too deep": [[[[[[[[[[[[[[1]]]]]]]]]]]]]],
    "a text too long": "x" * (codec.MAX_TEXT + 1),
    "an integer too long": 2**4097,
    "too many dimensions": np.zeros((1,) * (codec.MAX_DIMENSIONS + 1)),
    "too many bytes": np.zeros(codec.MAX_BYTES, dtype=np.uint8),
    "too many texts": ["x" * 1000] * 5000,
}


@pytest.mark.parametrize("value", LIMITS.values(), ids=LIMITS)
def test_what_goes_over_a_limit_is_unspeakable(value: Any):
    with pytest.raises(Unspeakable):
        encode(value)


@given(value=values)
def test_what_can_be_said_can_be_understood(value: Any):
    """No value passes ``encode`` and is then refused by ``decode``: that would end an honest learner's process."""
    try:
        message = encode(value)
    except Unspeakable:
        return
    decode(message)


EDGES = {
    "as deep as can be": [[[[[[[[[[[1.0]]]]]]]]]]],
    "as long a text as can be": "x" * codec.MAX_TEXT,
    "as big an integer as can be": -(2**4096 - 1),
    "as many dimensions as can be": np.zeros((1,) * codec.MAX_DIMENSIONS),
    "many numbers": [0.5] * 90_000,
    "more numbers than can be understood": [None] * (codec.MAX_NODES + 1),
    "many arrays": [np.zeros(3)] * 30_000,
    "large arrays again and again": [np.zeros(2**16)] * 60,
    "a key that is an array": {(): 1, (1, 2): 2},
    "a key that is None in a tuple": {(None,): 1},
    "a key that is complex": {1j: 1},
    "a key in a key": {((1, 2), 3): 1},
    "a frozen key": {frozenset([1]): 1},
    "a numpy key": {np.float64(1.5): 1, np.int64(3): 2},
    "a lone surrogate": "a\ud800b",
}


@pytest.mark.parametrize("value", EDGES.values(), ids=EDGES)
def test_at_the_edge_of_a_limit_a_value_crosses_or_is_unspeakable(value: Any):
    try:
        message = encode(value, lambda _: Handle(0, "object"))
    except Unspeakable:
        return
    decode(message)


# ------------------------------------------------------------------------------------------------------ channel


@pytest.fixture
def ends():
    one, other = socket.socketpair()
    left, right = Channel(one), Channel(other)
    yield left, right
    left.close()
    right.close()


def soon(seconds: float = 30.0) -> float:
    return time.monotonic() + seconds


@given(sent=st.lists(values, max_size=5))
@settings(max_examples=50)
def test_messages_arrive_whole_and_in_order(sent: list[Any]):
    one, other = socket.socketpair()
    left, right = Channel(one), Channel(other)
    for value in sent:
        left.send(value, soon())
    assert equal([right.receive(soon()) for _ in sent], sent)
    left.close()
    right.close()


@given(value=values, cuts=st.lists(st.integers(1, 40), max_size=6))
@settings(max_examples=50)
def test_a_message_that_comes_in_pieces_is_put_together(value: Any, cuts: list[int]):
    one, other = socket.socketpair()
    right = Channel(other)
    message = encode(value)
    stream = struct.pack("<I", len(message)) + message
    for cut in cuts:
        one.sendall(stream[:cut])
        stream = stream[cut:]
        if stream:
            with pytest.raises(Late):
                right.receive(time.monotonic())
    one.sendall(stream)
    assert equal(right.receive(soon()), value)
    one.close()
    right.close()


def test_a_frame_longer_than_the_limit_is_refused_before_it_is_read(ends: tuple[Channel, Channel]):
    left, right = ends
    left.socket.send(struct.pack("<I", codec.MAX_BYTES + 1) + b"x")
    with pytest.raises(BadMessage):
        right.receive(soon())


def test_a_frame_of_no_message_is_refused_and_the_next_one_is_read(ends: tuple[Channel, Channel]):
    left, right = ends
    left.socket.send(struct.pack("<I", 3) + b"abc")
    left.send("next", soon())
    with pytest.raises(BadMessage):
        right.receive(soon())
    assert right.receive(soon()) == "next"


@pytest.mark.parametrize("sent", [b"", b"\x01", struct.pack("<I", 10) + b"abc"], ids=["nothing", "head", "body"])
def test_a_peer_that_closes_early_is_noticed(ends: tuple[Channel, Channel], sent: bytes):
    left, right = ends
    left.socket.send(sent)
    left.close()
    with pytest.raises(Closed):
        right.receive(soon())


def test_sending_to_a_closed_peer_says_so(ends: tuple[Channel, Channel]):
    left, right = ends
    right.close()
    with pytest.raises(Closed):
        left.send(np.zeros(2**20), soon())


def test_using_a_channel_of_ones_own_that_is_closed_says_so(ends: tuple[Channel, Channel]):
    left, _ = ends
    left.close()
    for use in (lambda: left.send(1, soon()), lambda: left.receive(soon())):
        with pytest.raises(Closed):
            use()


def test_waiting_ends_at_the_deadline(ends: tuple[Channel, Channel]):
    left, right = ends
    with pytest.raises(Late):
        right.receive(time.monotonic() + 0.02)
    with pytest.raises(Late):
        left.send(np.zeros(3 * 2**20), time.monotonic() + 0.02)  # nobody reads, so it cannot all go out


def test_a_peer_that_drips_bytes_cannot_hold_one_beyond_the_deadline(ends: tuple[Channel, Channel]):
    left, right = ends
    left.socket.send(struct.pack("<I", 1000))
    deadline = time.monotonic() + 0.05
    with pytest.raises(Late):
        while True:
            left.socket.send(b"x")
            right.receive(deadline)
    assert time.monotonic() < deadline + 2


def test_what_cannot_be_said_leaves_the_channel_as_it_was(ends: tuple[Channel, Channel]):
    left, right = ends
    with pytest.raises(Unspeakable):
        left.send([1, object()], soon())
    left.send("fine", soon())
    assert right.receive(soon()) == "fine"
