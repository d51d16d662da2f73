"""From a Discord message to a verdict: reading and judging, off the event loop where it takes long."""

import asyncio
from collections.abc import Callable, Mapping, Sequence
from copy import copy
from dataclasses import dataclass, replace
from functools import partial
from typing import Self, TypeVar

import discord

from bot.posts import Post
from bot.posts.files import Files
from bot.posts.pieces import LEAST_PIECE, Pieces, Run
from bot.posts.reading import read
from bot.recognition import LEFT_AT_THE_GATE, Recogniser, Selection, Verdict
from bot.recognition.crisis import speaks_anywhere_of_crisis
from bot.store import Case, CasePieces, ListsButFor, OwnLists

T = TypeVar("T")

LONG_POST = 4_000
"""Characters above which a post is judged in a thread, so that the event loop stays free."""

MOST_WAITING = 16
"""Long posts that may wait to be judged; of those that come in a flood above it the beginning is judged."""

MOST_BETWEEN = 100
"""Messages of a channel among which the further pieces of a case's post are looked for."""


CLEARLY_NO_PITCH, NEARLY = 0.2, 0.1
"""Score below which a piece is left out in front of a pitch that scores nearly as much without it: the note
belongs under the pitch."""

LEAST_CLAIMS = 3
"""Claims that messages assert at least to be a pitch together that none of them is by itself: else an aside
on the topic, read with what was said before and after it about something else, soon looks like one."""

OWN_SHARE = 0.03
"""Share of words such as "I" and "my" from which what was said before is taken for one's own story or
question. It is not joined with what is no pitch by itself: a story and what helped, a minute apart, read
together like a pitch."""

_OWN = frozenset({"i", "i'm", "i've", "i'd", "i'll", "me", "my", "mine", "myself"})


@dataclass(frozen=True, slots=True)
class Judged:
    """A post with its verdict, on its way across the desk; lives in memory only, since it holds text.

    head: id of the message that a note would answer, the first one where several were judged together.
    further: ids of the others.
    """

    post: Post
    verdict: Verdict
    head: int
    further: tuple[int, ...] = ()


class Judging:
    """Reads messages and judges them by what the moderators of their server ruled.

    lists: where those rulings are found. topics_of: which topics count in a server, None for all.

    Invariant: one long or uncertain post is judged at a time, since they share the interpreter with the
    event loop; and of the short ones, one in each turn of the loop.
    """

    __slots__ = (
        "_case_pieces",
        "_files",
        "_in_thread",
        "_in_turn",
        "_long",
        "_recogniser",
        "lists",
        "topics_of",
    )

    def __init__(
        self,
        recogniser: Recogniser,
        lists: OwnLists,
        files: Files,
        case_pieces: CasePieces,
        topics_of: Callable[[int], frozenset[str] | None],
    ) -> None:
        self._recogniser = recogniser
        self.lists: OwnLists | ListsButFor = lists
        self.topics_of = topics_of
        self._case_pieces = case_pieces
        self._files = files
        self._in_thread = asyncio.Lock()
        self._in_turn = asyncio.Lock()
        self._long = 0

    def but_for(self, case: Case) -> Self:
        """Judge as this does, but as if a case that was confirmed were not: a post is no copy of itself."""
        twin = copy(self)
        twin.lists = ListsButFor(self.lists, case.id)
        return twin

    def on_any_topic(self) -> Self:
        """Judge as this does, but by all topics, also by those that a server has off."""
        twin = copy(self)
        twin.topics_of = _all_topics
        return twin

    async def message(self, message: discord.Message, run: Run | None = None, *, old: bool = False) -> Judged:
        """Judge what a message carries. run: what its writer wrote just before, to be judged with it.

        old: the message is a scan's, and its files leave room for those of new ones.
        """
        guild_id = message.guild.id if message.guild else 0
        post = self._bounded(await read(message, self._files, old=old))
        if run is None or not run.continues(message.id):
            return Judged(post, await self._judge(post, guild_id), message.id)
        judged = await self._as_one(run, post, {message.id: post}, guild_id)
        if judged.verdict.score >= CLEARLY_NO_PITCH and judged.head != message.id:
            alone = await self._judge(post, guild_id)
            before = " ".join(piece.said for piece in run.pieces if piece.message_id < message.id)
            if alone.score < CLEARLY_NO_PITCH and _speaks_for_oneself(before):
                return Judged(post, alone, message.id)
        return judged

    async def together(self, messages: Sequence[discord.Message]) -> Judged:
        """Judge what one writer wrote in several messages, oldest first, as Discord has them now."""
        if len(messages) == 1:
            return await self.message(messages[0])
        posts = {message.id: await read(message, self._files) for message in messages}
        carried = Post(
            tuple(passage for post in posts.values() for passage in post.passages),
            tuple(file for post in posts.values() for file in post.unread),
        )
        guild = messages[0].guild
        return await self._as_one(Run.of(messages), carried, posts, guild.id if guild else 0)

    async def again(self, message: discord.Message, case: Case) -> Judged:
        """Judge a case's post anew, since its text was not stored. message: as Discord has it now.

        Raises what Discord raises.
        """
        ids = await self._case_pieces.of(case.id)
        if not ids:  # of one message, or from before the others were kept
            return _heard(await self.message(message)) if case.pieces == 1 else await self.whole(message)
        later = await _after(message)
        judged = await self.together([message, *[each for each in later if each.id in ids]])
        return _heard(replace(judged, head=case.message_id))

    async def whole(self, message: discord.Message) -> Judged:
        """Judge a message with the further pieces that its writer posted below it, as the channel has them.

        Raises what Discord raises.
        """
        later = await _after(message)
        run = Pieces.from_history([message, *later]).run_of(message.id)
        ids = run.ids if run is not None else ()
        judged = await self.together([message, *[each for each in later if each.id in ids]])
        return _heard(replace(judged, head=message.id))

    async def text(self, text: str, guild_id: int) -> Judged:
        """Judge a bare text as if it were the content of a message. Its head is 0: there is no message."""
        post = self._bounded(Post.of_text(text))
        return Judged(post, await self._judge(post, guild_id), 0)

    async def among_others(self, message: discord.Message) -> Judged:
        """Judge a message that is not in memory with what its writer wrote before and after it.

        Raises what Discord raises.
        """
        if len(message.content) < LEAST_PIECE:
            return await self.message(message)
        around = [*await _before(message), message, *await _after(message)]
        own = [each for each in around if each.author.id == message.author.id]
        return await self.message(message, Pieces.from_history(own).run_of(message.id))

    async def fingerprints(self, post: Post) -> Selection:
        """Take a post's fingerprints as its case stores them."""
        async with self._in_thread:
            return await asyncio.to_thread(self.lists.select, post)

    async def _as_one(self, run: Run, carried: Post, posts: Mapping[int, Post], guild_id: int) -> Judged:
        """Judge a run as one text, from where the pitch begins: what was said before is another matter.

        carried: what its messages carry beside their text. posts: those of messages that were read.
        """
        joined = run.joined(carried)
        verdict = await self._judge(joined, guild_id)
        judged = Judged(joined, verdict, run.head, run.ids[1:])
        if verdict.score < CLEARLY_NO_PITCH:
            return judged
        if len(verdict.claims) < LEAST_CLAIMS and verdict.article is None:
            return await self._each_by_itself(posts, guild_id)
        first, last = 0, await self._harmless_front(run, posts, guild_id)
        while first < last:
            middle = (first + last + 1) // 2
            rest = run.since(middle)
            joined = rest.joined(carried)
            without = await self._judge(joined, guild_id)
            if without.score >= verdict.score - NEARLY:
                first, judged = middle, Judged(joined, without, rest.head, rest.ids[1:])
            else:
                last = middle - 1
        return judged

    async def _each_by_itself(self, posts: Mapping[int, Post], guild_id: int) -> Judged:
        """Judge messages one by one; return what is said of the one that reads most like a pitch."""
        verdicts = {message_id: await self._judge(post, guild_id) for message_id, post in posts.items()}
        head = max(verdicts, key=lambda message_id: verdicts[message_id].score)
        return Judged(posts[head], verdicts[head], head, tuple(later for later in posts if later > head))

    async def _harmless_front(self, run: Run, posts: Mapping[int, Post], guild_id: int) -> int:
        """Count the pieces at a run's beginning that are clearly no pitch by themselves; not its last one."""
        for number, piece in enumerate(run.pieces[:-1]):
            post = posts.get(piece.message_id) or Post.of_text(piece.said)
            if (await self._judge(post, guild_id)).score >= CLEARLY_NO_PITCH:
                return number
        return len(run.pieces) - 1

    def _bounded(self, post: Post) -> Post:
        """Keep of a long post its beginning while many wait: what waits is held in memory."""
        return post if self._long < MOST_WAITING else post.beginning(LONG_POST)

    async def _judge(self, post: Post, guild_id: int) -> Verdict:
        """Take the fast path at once; what it leaves open or a list may know is read in a thread."""
        topics = self.topics_of(guild_id)
        glance = await self._aside(post, partial(self._recogniser.glance, post, topics))
        if not glance.by_topic:
            return glance.verdict or LEFT_AT_THE_GATE
        if glance.verdict is not None and not await self.lists.of(guild_id):
            return glance.verdict
        async with self._in_thread:
            lists = await self.lists.of(guild_id)  # as they are now: a ruling may have come while it waited
            return await asyncio.to_thread(self._recogniser.settle, glance, lists)

    async def _aside(self, post: Post, work: Callable[[], T]) -> T:
        """Work on a post: between other events, or for a long one in a thread."""
        if post.length <= LONG_POST:
            async with self._in_turn:
                await asyncio.sleep(0)  # so that what came in one burst is not judged in one breath
                return work()
        self._long += 1
        try:
            async with self._in_thread:
                return await asyncio.to_thread(work)
        finally:
            self._long -= 1


def _heard(judged: Judged) -> Judged:
    """Hear a crisis also in a post that left at the gate: by a moderator's word it gets a note too."""
    if judged.verdict.topic is not None:
        return judged
    crisis = speaks_anywhere_of_crisis(judged.post)
    return replace(judged, verdict=replace(judged.verdict, crisis=crisis))


def _all_topics(_guild_id: int) -> None:
    return None


def _speaks_for_oneself(text: str) -> bool:
    words = text.lower().replace("’", "'").split()
    return sum(word.strip(".,;:!?") in _OWN for word in words) >= OWN_SHARE * max(len(words), 1)


async def _after(message: discord.Message) -> list[discord.Message]:
    """Return the next messages of a channel, oldest first. Raises what Discord raises."""
    later = message.channel.history(after=message, limit=MOST_BETWEEN, oldest_first=True)
    return [each async for each in later]


async def _before(message: discord.Message) -> list[discord.Message]:
    """Return the messages that precede one in a channel, oldest first. Raises what Discord raises."""
    earlier = message.channel.history(before=message, limit=MOST_BETWEEN)
    return [each async for each in earlier][::-1]
