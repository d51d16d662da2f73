"""Proxy bots, such as PluralKit: they delete a member's post and post the same words again by webhook."""

from collections.abc import Generator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field

import discord

from bot.desk.hands import Hands
from bot.desk.judging import Judged
from bot.recognition import Selection, is_near_copy
from bot.store import Case

PROXY_SECONDS = 3.0
"""How long a note waits for a proxy to take the post's place."""


@dataclass(frozen=True, slots=True)
class Covered:
    """A post that another one's case covers; it inherits the note if that one's post goes."""

    message: discord.Message
    judged: Judged
    case: Case


@dataclass(slots=True)
class Awaited:
    """A post whose note waits for a proxy.

    copy_id: of the post that repeats it, once there is one. covered: what its note stands for by now.
    """

    channel_id: int
    fingerprints: Selection
    copy_id: int | None = None
    covered: list[Covered] = field(default_factory=list[Covered])


class Proxies:
    """Waits with a note where a proxy may act, and keeps what may inherit it meanwhile.

    Invariant: nothing is kept for a case that does not wait.
    """

    __slots__ = ("_awaited", "_client", "_hands")

    def __init__(self, client: discord.Client, hands: Hands) -> None:
        self._client = client
        self._hands = hands
        self._awaited: dict[int, Awaited] = {}

    @contextmanager
    def expecting(self, message: discord.Message, case: Case, fingerprints: Selection) -> Generator[Awaited]:
        """Keep what comes while a post's note waits, until the block ends."""
        awaited = self._awaited[case.id] = Awaited(message.channel.id, fingerprints)
        try:
            yield awaited
        finally:
            del self._awaited[case.id]

    async def deletion_of(self, message_id: int) -> None:
        """Wait until a post is deleted, at most PROXY_SECONDS."""
        if self._hands.is_gone(message_id):
            return
        with suppress(TimeoutError):
            await self._client.wait_for(
                "raw_message_delete",
                check=lambda event: event.message_id == message_id,
                timeout=PROXY_SECONDS,
            )

    def original_of(self, message: discord.Message, head: int, fingerprints: Selection) -> int | None:
        """Return the waiting case whose post a webhook's message repeats, if it is the first to do so.

        head: id of the message that a note would answer.
        """
        if message.webhook_id is None:
            return None
        for case_id, awaited in self._awaited.items():
            here = awaited.channel_id == message.channel.id and awaited.copy_id is None
            if here and is_near_copy(fingerprints, awaited.fingerprints):
                awaited.copy_id = head
                return case_id
        return None

    def keep(self, covered: Covered) -> bool:
        """Keep a post whose covering case waits; False if it does not."""
        awaited = self._awaited.get(covered.case.covered_by or 0)
        if awaited is None:
            return False
        awaited.covered.append(covered)
        return True
