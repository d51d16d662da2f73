"""Counting the posts that are read, so that none of them costs a statement."""

from collections import Counter
from datetime import UTC, date, datetime

from bot.insights.figures import monday_of
from bot.store import Readings


class ReadingCounter:
    """Counts posts read, by server and week, and hands them to the store now and then.

    Invariant: a post counts once, when it arrives. A crash loses what was counted since the last flush.
    """

    __slots__ = ("_counted", "_store")

    def __init__(self, store: Readings) -> None:
        self._store = store
        self._counted: Counter[tuple[int, date]] = Counter()

    def count(self, guild_id: int, at: datetime) -> None:
        """Count a post that is read. at: when it was written."""
        self._counted[guild_id, monday_of(at.astimezone(UTC).date())] += 1

    def forget(self, guild_id: int) -> None:
        """Forget what was counted of a server and not handed over."""
        for each in [each for each in self._counted if each[0] == guild_id]:
            del self._counted[each]

    async def flush(self) -> None:
        """Hand over what was counted; it is kept for the next time if the store fails, which is raised."""
        counted, self._counted = self._counted, Counter()
        if not counted:
            return
        kept = False
        try:
            await self._store.add(counted)
            kept = True
        finally:
            if not kept:
                self._counted.update(counted)
