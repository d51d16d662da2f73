"""Work on the event loop that lets it serve others in between."""

import asyncio
from collections.abc import Iterable


async def joined(pieces: Iterable[str]) -> str:
    """Join pieces that each take a moment to make.

    Not in a thread: on a busy machine one that is kept waiting keeps the interpreter from the loop as well.
    """
    made: list[str] = []
    for piece in pieces:
        made.append(piece)
        await asyncio.sleep(0)
    return "".join(made)
