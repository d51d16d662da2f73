"""From a Discord message to a verdict: reading and judging, off the event loop where it takes long."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TypeVar

import discord

from bot.posts import Post
from bot.posts.fetch import Fetch
from bot.posts.pieces import Pieces, Run
from bot.posts.reading import read
from bot.recognition import LEFT_AT_THE_GATE, Recogniser, Selection, Verdict
from bot.store import Case, OwnLists

T = TypeVar("T")

LONG_POST = 8_000
"""Characters above which a post is judged in a thread, so that the event loop stays free."""

MOST_BETWEEN = 100
"""Messages of a channel among which the further pieces of a case's post are looked for."""


CLEARLY_AN_ARTICLE = 1_000
"""Characters of earlier pieces from which they are part of what follows, whatever they say by themselves."""

CLEARLY_NO_PITCH, NEARLY = 0.2, 0.1
"""Score below which short earlier pieces, such as one's own story, are left out of a later pitch, if that
scores nearly as much without them: the note belongs under the pitch."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A post with its verdict, on its way across the desk; lives in memory only, since it holds text.

    head: id of the message that a note would answer, the first one where several were judged together.
    """

    post: Post
    verdict: Verdict
    head: int


class Judging:
    """Reads messages and judges them by what the moderators of their server ruled.

    Invariant: one long or uncertain post is judged at a time, since they share the interpreter with the
    event loop.
    """

    __slots__ = ("_fetch", "_in_thread", "_lists", "_recogniser")

    def __init__(self, recogniser: Recogniser, lists: OwnLists, fetch: Fetch) -> None:
        self._recogniser = recogniser
        self._lists = lists
        self._fetch = fetch
        self._in_thread = asyncio.Lock()

    async def message(self, message: discord.Message, run: Run | None = None) -> Judged:
        """Judge what a message carries. run: what its writer wrote just before, to be judged with it."""
        guild_id = message.guild.id if message.guild else 0
        post = await read(message, self._fetch)
        if run is None or not run.continues(message.id):
            return Judged(post, await self._judge(post, guild_id), message.id)
        joined = run.joined(post)
        verdict = await self._judge(joined, guild_id)
        before = run.before(message.id)
        if before.length < CLEARLY_AN_ARTICLE and verdict.topic is not None:
            alone = await self._judge(post, guild_id)
            earlier = await self._judge(before, guild_id)
            if alone.score >= verdict.score - NEARLY and earlier.score < CLEARLY_NO_PITCH:
                return Judged(post, alone, message.id)
        return Judged(joined, verdict, run.head)

    async def again(self, message: discord.Message, case: Case) -> Judged:
        """Judge a case's post anew, since its text was not stored. message: as Discord has it now.

        Further pieces of it are read from the channel. Raises what Discord raises.
        """
        if case.pieces == 1:
            return await self.message(message)
        later = message.channel.history(after=message, limit=MOST_BETWEEN, oldest_first=True)
        pieces = Pieces.from_history([message, *[each async for each in later]])
        run = pieces.take(message)
        post = await read(message, self._fetch)
        joined = post if run is None else run.joined(post)
        return Judged(joined, await self._judge(joined, case.guild_id), message.id)

    async def fingerprints(self, post: Post) -> Selection:
        """Take a post's fingerprints as its case stores them."""
        return await self._aside(post, partial(self._lists.select, post))

    async def _judge(self, post: Post, guild_id: int) -> Verdict:
        """Take the fast path at once; what it leaves open or a list may know is read in a thread."""
        glance = await self._aside(post, partial(self._recogniser.glance, post))
        if not glance.by_topic:
            return LEFT_AT_THE_GATE
        if glance.verdict is not None and not await self._lists.of(guild_id):
            return glance.verdict
        async with self._in_thread:
            lists = await self._lists.of(guild_id)  # as they are now: a ruling may have come while it waited
            return await asyncio.to_thread(self._recogniser.settle, glance, lists)

    async def _aside(self, post: Post, work: Callable[[], T]) -> T:
        """Work on a post: at once, or for a long one in a thread."""
        if post.length <= LONG_POST:
            return work()
        async with self._in_thread:
            return await asyncio.to_thread(work)
