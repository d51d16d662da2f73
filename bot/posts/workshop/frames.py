"""What bot and foreman say to each other: a few words as JSON, and bytes."""

import asyncio
import json
from struct import Struct
from typing import Any

LIMIT = 1024 * 1024
"""Bytes that a reader lets gather before it stops the sender."""

_SIZES = Struct(">II")
_PIECE = 64 * 1024

Words = dict[str, Any]


async def send(writer: asyncio.StreamWriter, words: Words, data: bytes = b"") -> None:
    """Send a frame. Two at a time would mix: callers take turns. Raises ConnectionError."""
    head = json.dumps(words).encode()
    writer.write(_SIZES.pack(len(head), len(data)) + head)
    for start in range(0, len(data), _PIECE):
        writer.write(data[start : start + _PIECE])
        await writer.drain()
    await writer.drain()


async def receive(reader: asyncio.StreamReader) -> tuple[Words, bytes] | None:
    """Wait for a frame; None when the other side is gone, or cannot be understood any more."""
    try:
        head, data = _SIZES.unpack(await reader.readexactly(_SIZES.size))
        words: Words = json.loads(await reader.readexactly(head))
        return words, await reader.readexactly(data)
    except (asyncio.IncompleteReadError, OSError, ValueError):
        return None
