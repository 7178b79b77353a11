"""The filter of system calls: what is not on the list is not there, for every call and every machine."""

from __future__ import annotations

import errno
import platform
import struct
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from autograder.sandbox import Sandbox
from autograder.worker import system_calls as calls

MACHINES = {"x86_64": 0xC000003E, "aarch64": 0xC00000B7}
COLUMN = {"x86_64": 1, "aarch64": 2}
FILTERS = {machine: calls.system_call_filter(machine) for machine in MACHINES}
LISTS = (calls._ALLOWED, calls._DONE, calls._ONE_OF, calls._WITHOUT, calls._NOT_ALL)
ALLOWED, KILLED = 0x7FFF0000, 0x80000000
every_machine = pytest.mark.parametrize("machine", MACHINES)
arguments = st.lists(st.integers(0, 2**64 - 1), min_size=6, max_size=6)


def decided(program: bytes, architecture: int, number: int, args: list[int]) -> int:
    """Run the filter as the kernel does; return its decision. Raises if it leaves the program."""
    data = struct.pack("<iIQ6Q", number - 2**32 if number >= 2**31 else number, architecture, 0, *args)
    steps = [struct.unpack_from("<HBBI", program, place) for place in range(0, len(program), 8)]
    place = accumulator = 0
    while True:
        code, yes, no, value = steps[place]
        place += 1
        match code:
            case 0x20:
                accumulator = struct.unpack_from("<I", data, value)[0]
            case 0x54:
                accumulator &= value
            case 0x06:
                return value
            case 0x15:
                place += yes if accumulator == value else no
            case 0x35:
                place += yes if accumulator >= value else no
            case 0x45:
                place += yes if accumulator & value else no
            case _:
                raise AssertionError(f"an unknown step: {code:#x}")


def numbers(machine: str, table: tuple) -> set[int]:
    return {row[COLUMN[machine]] for row in table} - {None}


@every_machine
def test_every_call_that_no_list_names_is_not_there(machine: str) -> None:
    program = FILTERS[machine]
    known = set().union(*(numbers(machine, each) for each in LISTS))
    for number in range(1000):
        answer = decided(program, MACHINES[machine], number, [0] * 6)
        if number not in known:
            assert answer == 0x50000 | errno.ENOSYS
        if number in numbers(machine, calls._ALLOWED):
            assert answer == ALLOWED
        if number in numbers(machine, calls._DONE):
            assert answer == 0x50000


@every_machine
@given(args=arguments, number=st.integers(0, 600))
def test_arguments_decide_as_the_lists_say(machine: str, args: list[int], number: int) -> None:
    answer = decided(FILTERS[machine], MACHINES[machine], number, args)
    column = COLUMN[machine]
    for row in calls._ONE_OF:
        if row[column] == number:
            assert (answer == ALLOWED) == (args[row[3]] % 2**32 in row[4])
    for row in calls._WITHOUT:
        if row[column] == number:
            assert (answer == ALLOWED) == (not args[row[3]] & row[4])
    for row in calls._NOT_ALL:
        if row[column] == number:
            assert (answer == ALLOWED) == (args[row[3]] & row[4] != row[4])


@every_machine
@pytest.mark.parametrize("name", ["fcntl", "ioctl", "madvise", "prctl", "socket", "socketpair"])
@given(args=arguments)
def test_an_allowed_value_is_let_through_whatever_else_is_asked(machine: str, name: str, args: list[int]) -> None:
    column = COLUMN[machine]
    row = next(row for row in calls._ONE_OF if row[0] == name)
    for value in row[4]:
        given_args = [*args[: row[3]], value, *args[row[3] + 1 :]]
        assert decided(FILTERS[machine], MACHINES[machine], row[column], given_args) == ALLOWED


@every_machine
@given(architecture=st.integers(0, 2**32 - 1), number=st.integers(0, 600))
def test_calls_of_another_machine_end_the_process(machine: str, architecture: int, number: int) -> None:
    if architecture != MACHINES[machine]:
        assert decided(FILTERS[machine], architecture, number, [0] * 6) == KILLED


def test_no_call_stands_in_two_lists() -> None:
    names = [row[0] for each in LISTS for row in each]
    assert sorted(names) == sorted(set(names))
    for machine in MACHINES:
        count = sum(row[COLUMN[machine]] is not None for each in LISTS for row in each)
        assert count == len(set().union(*(numbers(machine, each) for each in LISTS)))


# ------------------------------------------------------------------------------------------ in the sandbox

# Number on x86_64 and arguments of calls that must not work, each for a reason of its own.
REFUSED = {
    "a write lease on a file": ("fcntl", (3, 1024, 1)),
    "a lock on a part of a file": ("fcntl", (3, 37, 0)),
    "signals when others change a folder": ("fcntl", (3, 1026, 1)),
    "a larger pipe": ("fcntl", (3, 1031, 2**20)),
    "a hint how long a file lives": ("fcntl", (3, 1036, 0)),
    "a seal": ("fcntl", (3, 1033, 1)),
    "shared extents": ("ioctl", (3, 0x40049409, 3)),
    "a key on a terminal": ("ioctl", (0, 0x5412, 0)),
    "equal pages merged": ("madvise", (0, 4096, 12)),
    "a file put out of memory": ("madvise", (0, 4096, 21)),
    "a filter of one's own": ("prctl", (22, 2, 0)),
    "a packet socket": ("socket", (17, 3, 0)),
    "a netlink socket": ("socket", (16, 3, 0)),
    "a crypto socket": ("socket", (38, 5, 0)),
    "a pair of TIPC sockets": ("socketpair", (30, 1, 0)),
    "which pages are in memory": (27, (0, 4096, 0)),
    "a file read without waiting": (327, (3, 0, 0, 0, 8)),
    "a file put out of the cache": (221, (3, 0, 0, 4)),
    "which pages of a file are cached": (451, (3, 0, 0, 0)),
    "what others read: inotify": (294, (0,)),
    "what others read: fanotify": (300, (0, 0)),
    "asynchronous I/O": (206, (1, 0)),
    "a ring": (425, (1, 0)),
    "a lock on a file": (73, (3, 2)),
    "one's own priority": (141, (0, 0, 19)),
    "another scheduler": (144, (0, 5, 0)),
    "a program in a socket": (54, (3, 1, 26, 0, 0)),
    "the list of mounts": (458, (0, 0, 0, 0)),
    "what a mount is": (457, (0, 0, 0, 0)),
    "memory of another process": (310, (1, 0, 0, 0, 0, 0)),
    "a handle of another process": (434, (1, 0)),
    "everything to disk": (162, ()),
    "a key ring": (250, (0, 0)),
    "pages moved": (276, (0, 0, 0, 0)),
    "an attribute of a file": (190, (3, 0, 0, 0, 0)),
    "kernel messages": (103, (3, 0, 0)),
}
NUMBERS = {"fcntl": 72, "ioctl": 16, "madvise": 28, "prctl": 157, "socket": 41, "socketpair": 53}
CALL = """
import ctypes, os
libc = ctypes.CDLL(None, use_errno=True)
own = os.open(os.path.join(os.environ["TMPDIR"], "own"), os.O_RDWR | os.O_CREAT)

def call(number, *args):
    ctypes.set_errno(0)
    done = libc.syscall(number, *(own if place == 0 and value == 3 else value for place, value in enumerate(args)))
    return [int(done), ctypes.get_errno()]

def synced():
    os.fsync(own)
    os.fdatasync(own)
    return True
"""


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    with Sandbox(contained=True) as running:
        yield running


@pytest.mark.sandbox
@pytest.mark.skipif(platform.machine() != "x86_64", reason="the numbers are those of x86_64")
@pytest.mark.parametrize("what", REFUSED)
def test_learner_code_gets_no(sandbox: Sandbox, what: str) -> None:
    number, args = REFUSED[what]
    with sandbox.session() as session:
        session.run_cell(CALL, 20)
        call = session.keep("call", 20)
        assert call is not None
        done = call(NUMBERS.get(number, number), *args)
    assert done in ([-1, errno.ENOSYS], [-1, errno.EPERM])


@pytest.mark.sandbox
def test_what_is_to_be_written_to_the_disk_counts_as_written(sandbox: Sandbox) -> None:
    with sandbox.session() as session:
        session.run_cell(CALL, 20)
        synced = session.keep("synced", 20)
        assert synced is not None
        assert synced() is True
