"""One message after another over a socket: four bytes of length, then a codec message."""

from __future__ import annotations

import select
import socket
import struct
import time
from typing import Any

from . import codec

HEAD = struct.Struct("<I")


class Closed(Exception):
    """The other side is gone."""


class Late(Exception):
    """No complete message came before the deadline."""


class Channel:
    """Send and receive values; every wait has a deadline (``time.monotonic`` seconds, ``None``: for ever)."""

    def __init__(self, sock: socket.socket) -> None:
        self.socket = sock
        self.socket.setblocking(False)
        self._received = bytearray()
        self._unsent = memoryview(b"")
        self.posted = time.monotonic()  # when something was last posted

    def send(self, value: Any, deadline: float | None = None, handle: Any = None) -> None:
        """Send one value. Raises ``Closed``, ``Late``, or ``codec.Unspeakable`` before anything is sent."""
        self.post(value, handle)
        self.flush(deadline)

    def post(self, value: Any, handle: Any = None) -> None:
        """Get one value ready to be sent. Raises ``codec.Unspeakable``."""
        self.post_encoded(codec.encode(value, handle))

    def post_encoded(self, message: bytes) -> None:
        """Get what :func:`codec.encode` made ready to be sent."""
        self.posted = time.monotonic()
        self._unsent = memoryview(bytes(self._unsent) + HEAD.pack(len(message)) + message)

    def flush(self, deadline: float | None = None) -> None:
        """Send what is left to be sent. Raises ``Closed`` or ``Late``; then it can be called again."""
        while self._unsent:
            try:
                self._unsent = self._unsent[self.socket.send(self._unsent) :]
            except BlockingIOError:
                self._wait(write=True, deadline=deadline)
            except OSError as error:
                raise Closed(str(error)) from None

    def receive(self, deadline: float | None = None) -> Any:
        """Return the next value. Raises ``Closed``, ``Late`` or ``codec.BadMessage``."""
        while True:
            if deadline is not None and time.monotonic() > deadline:  # what has come already may be a flood
                raise Late
            if len(self._received) >= HEAD.size:
                (length,) = HEAD.unpack_from(self._received)
                if length > codec.MAX_BYTES:
                    raise codec.BadMessage("too long")
                if len(self._received) >= HEAD.size + length:
                    message = bytes(self._received[HEAD.size : HEAD.size + length])
                    del self._received[: HEAD.size + length]
                    return codec.decode(message)
            try:
                piece = self.socket.recv(2**18)
            except BlockingIOError:
                self._wait(write=False, deadline=deadline)
                continue
            except OSError as error:
                raise Closed(str(error)) from None
            if not piece:
                raise Closed("the other side has closed the channel")
            self._received += piece

    def close(self) -> None:
        """Close the socket; what was received and not read is dropped."""
        self.socket.close()

    def _wait(self, *, write: bool, deadline: float | None) -> None:
        left = None if deadline is None else deadline - time.monotonic()
        if left is not None and left <= 0:
            raise Late
        poll = select.poll()
        poll.register(self.socket, select.POLLOUT if write else select.POLLIN)
        if not poll.poll(None if left is None else left * 1000):
            raise Late
