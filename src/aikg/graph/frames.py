"""Messages through a pipe: four bytes of length, then the bytes."""

from __future__ import annotations

import os
import selectors
import time

#: how much is read or written at once
_CHUNK = 1 << 20
_LENGTH_BYTES = 4


def write_frame(pipe: int, content: bytes) -> None:
    """Write one message; raises OSError when nobody reads."""
    rest = memoryview(len(content).to_bytes(_LENGTH_BYTES, "big") + content)
    while rest:
        rest = rest[os.write(pipe, rest[:_CHUNK]) :]


def read_frame(pipe: int, deadline: float | None = None) -> bytes:
    """Read one message until ``deadline`` (of ``time.monotonic``).

    Raises EOFError when the other side is gone, TimeoutError at the deadline.
    """
    length = int.from_bytes(_read(pipe, _LENGTH_BYTES, deadline), "big")
    return _read(pipe, length, deadline)


def _read(pipe: int, length: int, deadline: float | None) -> bytes:
    content = bytearray()
    while len(content) < length:
        if deadline is not None:
            _await(pipe, deadline)
        chunk = os.read(pipe, min(_CHUNK, length - len(content)))
        if not chunk:
            raise EOFError
        content += chunk
    return bytes(content)


def _await(pipe: int, deadline: float) -> None:
    with selectors.DefaultSelector() as selector:
        selector.register(pipe, selectors.EVENT_READ)
        if not selector.select(max(0.0, deadline - time.monotonic())):
            raise TimeoutError
