"""One hand a post: what happens to a post happens in the order in which Discord told of it."""

import asyncio
from collections import OrderedDict
from collections.abc import AsyncGenerator, Iterable
from contextlib import AsyncExitStack, asynccontextmanager
from weakref import WeakValueDictionary

from bot.store import Case

MOST_REMEMBERED = 10_000
"""Ids that are remembered of deleted messages, deleted channels and edited messages, each; a post is in hand
for seconds, a page of a scan for minutes."""


class Hands:
    """Locks by post, and which posts are known to be gone or edited.

    edits: how many there have been.
    Invariant: a post is in one hand at a time, so that an edit or a deletion meets what its creation left.
    """

    __slots__ = ("_edited", "_gone", "_gone_channels", "_locks", "edits")

    def __init__(self) -> None:
        self._locks: WeakValueDictionary[int, asyncio.Lock] = WeakValueDictionary()
        self._edited: OrderedDict[int, int] = OrderedDict()
        self.edits = 0
        self._gone: OrderedDict[int, None] = OrderedDict()
        self._gone_channels: OrderedDict[int, None] = OrderedDict()

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
        _remember(self._gone, message_ids)

    def mark_channel_gone(self, channel_id: int) -> None:
        """Remember a channel or thread that was deleted with all that stood in it.

        Apart from messages: a thread may have the id of the message that it was opened on.
        """
        _remember(self._gone_channels, [channel_id])

    def is_gone(self, message_id: int) -> bool:
        """Say whether a message is known to be deleted."""
        return message_id in self._gone

    def mark_edited(self, message_id: int) -> None:
        """Remember a message that was edited: who fetched it before has what it no longer says."""
        self.edits += 1
        self._edited[message_id] = self.edits
        self._edited.move_to_end(message_id)
        while len(self._edited) > MOST_REMEMBERED:
            self._edited.popitem(last=False)

    def is_edited(self, message_id: int, since: int) -> bool:
        """Say whether a message was edited since there had been so many edits."""
        return self._edited.get(message_id, 0) > since

    def post_is_gone(self, case: Case) -> bool:
        """Say whether a case's post is known to be deleted, alone or with its channel."""
        places = {case.channel_id, case.parent_id}
        return case.message_id in self._gone or not places.isdisjoint(self._gone_channels)


def _remember(gone: OrderedDict[int, None], ids: Iterable[int]) -> None:
    for each in ids:
        gone[each] = None
    while len(gone) > MOST_REMEMBERED:
        gone.popitem(last=False)
