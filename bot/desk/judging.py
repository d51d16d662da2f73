"""From a Discord message to a verdict: reading and judging, off the event loop where it takes long."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TypeVar

import discord

from bot.posts import Post
from bot.posts.files import Files
from bot.posts.pieces import Pieces, Run
from bot.posts.reading import read
from bot.recognition import LEFT_AT_THE_GATE, Recogniser, Selection, Verdict
from bot.store import Case, OwnLists

T = TypeVar("T")

LONG_POST = 4_000
"""Characters above which a post is judged in a thread, so that the event loop stays free."""

MOST_WAITING = 16
"""Long posts that may wait to be judged; of those that come in a flood above it the beginning is judged."""

MOST_BETWEEN = 100
"""Messages of a channel among which the further pieces of a case's post are looked for."""


CLEARLY_NO_PITCH, NEARLY = 0.2, 0.1
"""Score below which what was said before is left out of a pitch that scores nearly as much without it: the
note belongs under the pitch."""

OWN_SHARE = 0.03
"""Share of words such as "I" and "my" from which what was said before is taken for one's own story or
question. It is not joined with what is no pitch by itself: a story and what helped, a minute apart, read
together like a pitch."""

_OWN = frozenset({"i", "i'm", "i've", "i'd", "i'll", "me", "my", "mine", "myself"})


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

    __slots__ = ("_files", "_in_thread", "_lists", "_long", "_recogniser")

    def __init__(self, recogniser: Recogniser, lists: OwnLists, files: Files) -> None:
        self._recogniser = recogniser
        self._lists = lists
        self._files = files
        self._in_thread = asyncio.Lock()
        self._long = 0

    async def message(self, message: discord.Message, run: Run | None = None, *, old: bool = False) -> Judged:
        """Judge what a message carries. run: what its writer wrote just before, to be judged with it.

        old: the message is a scan's, and its files leave room for those of new ones.
        """
        guild_id = message.guild.id if message.guild else 0
        post = self._bounded(await read(message, self._files, old=old))
        if run is None or not run.continues(message.id):
            return Judged(post, await self._judge(post, guild_id), message.id)
        joined, head = run.joined(post), run.head
        verdict = await self._judge(joined, guild_id)
        if verdict.topic is not None:
            alone = await self._judge(post, guild_id)
            before = self._bounded(run.before(message.id))
            earlier = await self._judge(before, guild_id)
            harmless = alone.score < CLEARLY_NO_PITCH and _speaks_for_oneself(before.text)
            enough = alone.score >= verdict.score - NEARLY and earlier.score < CLEARLY_NO_PITCH
            if harmless or enough:
                return Judged(post, alone, message.id)
        return Judged(joined, verdict, head)

    async def again(self, message: discord.Message, case: Case) -> Judged:
        """Judge a case's post anew, since its text was not stored. message: as Discord has it now.

        Further pieces of it are read from the channel. Raises what Discord raises.
        """
        if case.pieces == 1:
            return await self.message(message)
        later = message.channel.history(after=message, limit=MOST_BETWEEN, oldest_first=True)
        pieces = Pieces.from_history([message, *[each async for each in later]])
        run = pieces.take(message)
        post = await read(message, self._files)
        joined = post if run is None else run.joined(post)
        return Judged(joined, await self._judge(joined, case.guild_id), message.id)

    async def fingerprints(self, post: Post) -> Selection:
        """Take a post's fingerprints as its case stores them."""
        async with self._in_thread:
            return await asyncio.to_thread(self._lists.select, post)

    def _bounded(self, post: Post) -> Post:
        """Keep of a long post its beginning while many wait: what waits is held in memory."""
        return post if self._long < MOST_WAITING else post.beginning(LONG_POST)

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
        self._long += 1
        try:
            async with self._in_thread:
                return await asyncio.to_thread(work)
        finally:
            self._long -= 1


def _speaks_for_oneself(text: str) -> bool:
    words = text.lower().replace("’", "'").split()
    return sum(word.strip(".,;:!?") in _OWN for word in words) >= OWN_SHARE * max(len(words), 1)
