"""One hand a post: what happens to a post happens in the order in which Discord told of it."""

import asyncio
from collections import OrderedDict
from collections.abc import AsyncGenerator, Iterable
from contextlib import AsyncExitStack, asynccontextmanager
from weakref import WeakValueDictionary

MOST_GONE = 10_000
"""Ids of deleted messages that are remembered; a post is in hand for seconds."""


class Hands:
    """Locks by post, and which posts are known to be gone.

    Invariant: a post is in one hand at a time, so that an edit or a deletion meets what its creation left.
    """

    __slots__ = ("_gone", "_locks")

    def __init__(self) -> None:
        self._locks: WeakValueDictionary[int, asyncio.Lock] = WeakValueDictionary()
        self._gone: OrderedDict[int, None] = OrderedDict()

    @asynccontextmanager
    async def of(self, message_ids: Iterable[int]) -> AsyncGenerator[None]:
        """Take posts into hand once nobody else has them; in one order, so that nobody waits in a ring."""
        async with AsyncExitStack() as stack:
            for message_id in sorted(set(message_ids)):
                lock = self._locks.setdefault(message_id, asyncio.Lock())
                await stack.enter_async_context(lock)
            yield

    def hold(self, message_id: int) -> bool:
        """Say whether a post is in a hand now."""
        return message_id in self._locks

    def mark_gone(self, message_ids: Iterable[int]) -> None:
        """Remember messages that were deleted, at once: a hand that has one finds out before it goes on."""
        for message_id in message_ids:
            self._gone[message_id] = None
        while len(self._gone) > MOST_GONE:
            self._gone.popitem(last=False)

    def is_gone(self, message_id: int) -> bool:
        """Say whether a message is known to be deleted."""
        return message_id in self._gone
