"""One scan under way: through its channels, oldest post first, one page after another."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from functools import partial

import discord

from bot.desk import Desk
from bot.faults import PASSING, is_final
from bot.in_flight import InFlight
from bot.policy import may_read
from bot.posts.pieces import Pieces
from bot.posts.writers import Writers
from bot.scan import pace
from bot.scan.channels import (
    Parent,
    Readable,
    Scope,
    active_threads,
    archived_threads,
    ids_before,
    settings_of,
    why_left_out,
    why_refused,
)
from bot.scan.pace import Halt, HaltError
from bot.scan.progress import Progress
from bot.scan.span import Span
from bot.store import ARCHIVE_ALONE, Places, Scan, ScanPlace, Scans, Skip, Tally

_log = logging.getLogger(__name__)

_OF_ARCHIVE = {
    Skip.GONE: Skip.GONE,
    Skip.REFUSED: Skip.ARCHIVE_REFUSED,
    Skip.NO_ANSWER: Skip.ARCHIVE_NO_ANSWER,
}
"""What it means when a channel's archived threads cannot be listed."""


class Reading:
    """Takes each post that may be read to the desk, and gives way to live ones.

    Invariant: a cursor never passes a post that was not judged, so that a crash reads at most a page twice,
    and a case's uniqueness makes that harmless.
    """

    __slots__ = (
        "_check",
        "_checked",
        "_desk",
        "_halt",
        "_in_flight",
        "_known",
        "_pieces",
        "_places",
        "_progress",
        "_scan",
        "_store",
        "_writers",
    )

    def __init__(
        self,
        scan: Scan,
        known: dict[int, ScanPlace],
        store: Scans,
        desk: Desk,
        places: Places,
        in_flight: InFlight,
        progress: Progress,
        halt: Halt,
        check: Callable[[], Awaitable[object]],
    ) -> None:
        """known: how far the scan is. check: raises what ends it before its time; asked at each page."""
        self._scan = scan
        self._known = known
        self._store = store
        self._desk = desk
        self._places = places
        self._in_flight = in_flight
        self._progress = progress
        self._halt = halt
        self._check = check
        self._pieces = Pieces()
        self._checked = 0
        self._writers = Writers()

    async def run(self, scope: Sequence[Scope]) -> None:
        """Read it all. Raises HaltError, or what `check` raises."""
        for channel in scope:
            await self._branch(channel)

    async def _branch(self, channel: Scope) -> None:
        """Read a channel with its threads, or a forum's posts."""
        left_out = await self._channel(channel)
        for thread in active_threads(channel):
            if left_out is None or why_left_out(thread, self._places) is None:
                await self._channel(thread)  # else its parent is named already
        if left_out is None and isinstance(channel, Parent):
            await self._archive(channel)

    async def _archive(self, parent: Parent) -> None:
        refused = await self._persist(partial(self._archived, parent))
        if refused is not None:
            await self._leave_out(parent, _OF_ARCHIVE[refused])

    async def _archived(self, parent: Parent) -> None:
        async for thread in archived_threads(parent, self._scan.since):
            await self._channel(thread)

    async def _channel(self, channel: Scope) -> Skip | None:
        """Read what is left of a channel's own posts; what cannot be read is left out and named.

        A forum has none of its own. Returns why it was left out, now or before.
        """
        await self._check()
        known = self._known.get(channel.id)
        if known is not None and known.finished and known.skipped not in ARCHIVE_ALONE:
            return known.skipped
        left_out = why_left_out(channel, self._places)
        if left_out is None and isinstance(channel, Readable):
            self._pieces = Pieces()
            left_out = await self._persist(partial(self._pages, channel))
        if left_out is not None:
            await self._leave_out(channel, left_out)
        return left_out

    async def _leave_out(self, channel: Scope, why: Skip) -> None:
        known = self._known.get(channel.id, ScanPlace(channel.id, 0))
        place = self._progress.left_out[channel.id] = replace(known, finished=True, skipped=why)
        await self._advance(place)

    async def _persist(self, work: Callable[[], Awaitable[Skip | None]]) -> Skip | None:
        """Do what asks Discord, again after a while where it cannot answer now; say why where it failed.

        What got on before it failed has all its tries again: a long channel may meet many short troubles.
        """
        delays, read = iter(pace.RETRIES), self._progress.read
        while True:
            try:
                return await work()
            except PASSING as error:
                if is_final(error):
                    return why_refused(error)
                _log.warning("scan %d: %s", self._scan.id, error)
                if self._progress.read > read:
                    delays, read = iter(pace.RETRIES), self._progress.read
                delay = next(delays, None)
                if delay is None:
                    return Skip.NO_ANSWER
                asked = error.retry_after if isinstance(error, discord.RateLimited) else 0.0
                await self._halt.pause(max(delay, asked))
                await self._check()

    async def _pages(self, channel: Readable) -> Skip | None:
        """Read a channel to its end; say why where it may no longer be read."""
        place = self._known.get(channel.id)
        if place is None:
            place = ScanPlace(channel.id, await self._floor_of(channel))
        while not place.finished:
            await self._check()
            if why := why_left_out(channel, self._places):
                return why
            await self._progress.show(channel.id)
            before, place = place, await self._page(channel, place)
            await self._halt.pause(pace.PAUSE)
            if place == before and why_left_out(channel, self._places) is None:
                place = replace(place, finished=True)  # empty, and not for want of a permission
                await self._advance(place)
        return None

    async def _page(self, channel: Readable, place: ScanPlace) -> ScanPlace:
        """Judge a page's posts one by one; what is found is stored at once, the rest with the page.

        An empty page leaves the place as it is.
        """
        until = self._scan.until_id or 0
        tally = Tally()
        got, live, edits = 0, False, self._desk.hands.edits
        after = discord.Object(place.cursor)
        page = channel.history(limit=pace.PAGE, after=after, oldest_first=True)
        # Message by message: a hundred made at once would hold up the event loop.
        async for message in page:
            if live := message.id >= until:
                break  # what follows is judged live
            got += 1
            await asyncio.sleep(0)
            await self._in_flight.calm(pace.GIVE_WAY)
            try:
                self._halt.check()
            except HaltError:
                await self._advance(place, tally)
                raise
            now = await self._as_it_is(message, edits)
            tally += Tally(read=1) if now is None else await self._look_back(now, channel)
            place = replace(place, cursor=message.id)
            if tally.found:
                await self._advance(place, tally)
                tally = Tally()
        place = replace(place, finished=live or 0 < got < pace.PAGE)
        await self._advance(place, tally)
        return place

    async def _as_it_is(self, message: discord.Message, edits: int) -> discord.Message | None:
        """Return a post of a page as it is by now; None if it is gone. Raises what Discord raises.

        A page is read for a while, in which its posts change; nor may what was read before be quoted then.
        edits: how many there had been when the page was asked for.
        """
        hands = self._desk.hands
        for each in self._pieces.ids:
            if hands.is_gone(each) or hands.is_edited(each, self._checked):
                self._pieces.forget(each)
        self._checked = hands.edits
        if hands.is_gone(message.id):
            return None
        try:
            return await message.fetch() if hands.is_edited(message.id, edits) else message
        except discord.NotFound:
            return None

    async def _look_back(self, message: discord.Message, channel: Readable) -> Tally:
        settings = settings_of(channel, self._places)
        if may_read(await self._writers.origin_of(message, settings), settings) is not None:
            return Tally(read=1)
        # A note would open an archived thread again.
        closed = isinstance(channel, discord.Thread) and channel.archived
        came = await self._desk.look_back(
            message, settings, pieces=self._pieces, may_note=self._scan.notes and not closed
        )
        reasons = {file.why for file in came.unread}
        return Tally(read=1, found=int(came.found), unread=dict.fromkeys(reasons, 1))

    async def _floor_of(self, channel: Readable) -> int:
        """Find the message after which a channel's reading begins; its last posts are counted back."""
        span = Span(self._scan.since, self._scan.last)
        if span.last is None:
            return span.floor
        first, left = self._scan.until_id or 0, span.last
        while left > 0:
            await self._check()
            await self._progress.show(channel.id)
            most = min(left, pace.PAGE)
            ids = await ids_before(channel, first, most)
            first, left = min(ids, default=first), left - len(ids)
            if len(ids) < most:
                break
            await self._halt.pause(pace.PAUSE)
        return first - 1

    async def _advance(self, place: ScanPlace, since: Tally | None = None) -> None:
        """Store how far it is. Raises HaltError if the scan was cancelled meanwhile."""
        runs = await self._store.advance(self._scan.id, place, since)
        self._known[place.channel_id] = place
        self._progress.count(since or Tally())
        if not runs:
            raise HaltError
