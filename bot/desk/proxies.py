"""Proxy bots, such as PluralKit: they delete a member's post and post the same words again by webhook."""

from contextlib import suppress
from dataclasses import dataclass

import discord

from bot.desk.hands import Hands
from bot.desk.judging import Judged
from bot.store import Case

PROXY_SECONDS = 3.0
"""How long a note waits for a proxy to take the post's place."""


@dataclass(frozen=True, slots=True)
class Covered:
    """A post that another one's case covers; it inherits the note if that one's post goes."""

    message: discord.Message
    judged: Judged
    case: Case


class Proxies:
    """Waits with a note where a proxy may act, and keeps what may inherit it meanwhile.

    Invariant: nothing is kept for a case that does not wait.
    """

    __slots__ = ("_client", "_hands", "_waiting")

    def __init__(self, client: discord.Client, hands: Hands) -> None:
        self._client = client
        self._hands = hands
        self._waiting: dict[int, list[Covered]] = {}

    async def wait(self, message_id: int, case: Case) -> list[Covered]:
        """Wait until a post is deleted, at most PROXY_SECONDS; return what its case covers by then."""
        covered = self._waiting[case.id] = []
        try:
            if not self._hands.is_gone(message_id):
                await self._deletion_of(message_id)
        finally:
            del self._waiting[case.id]
        return covered

    def keep(self, covered: Covered) -> bool:
        """Keep a post whose covering case waits; False if it does not."""
        waiting = self._waiting.get(covered.case.covered_by or 0)
        if waiting is None:
            return False
        waiting.append(covered)
        return True

    async def _deletion_of(self, message_id: int) -> None:
        with suppress(TimeoutError):
            await self._client.wait_for(
                "raw_message_delete",
                check=lambda event: event.message_id == message_id,
                timeout=PROXY_SECONDS,
            )
