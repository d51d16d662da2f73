"""How far back a scan goes: from a date on, or so many posts of each channel."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Self

import discord

from bot.texts import Texts

MOST_POSTS = 10_000
"""Posts of each channel that `last` may ask for; their first one is found by paging back to it."""

LONGEST_SHOWN = 20
"""Characters of what was typed that are shown to its writer again."""

DISCORD_BEGAN = datetime.fromtimestamp(discord.utils.DISCORD_EPOCH / 1000, UTC)
"""The first moment that a message id can name."""


class SpanError(Exception):
    """A span that cannot be used. key, typed: of the text that says so to the manager who asked."""

    def __init__(self, key: str, typed: str | None = None) -> None:
        super().__init__(key)
        self.key = key
        self.typed = typed

    def said(self, texts: Texts) -> str:
        """Return the sentence for the manager."""
        return texts(self.key) if self.typed is None else texts(self.key, typed=self.typed)


@dataclass(frozen=True, slots=True)
class Span:
    """What to read of each channel: everything since a moment, or its last posts. One of the two is None."""

    since: datetime | None
    last: int | None

    @classmethod
    def asked(cls, since: str | None, last: int | None, now: datetime) -> Self:
        """Read what a manager typed. since: a date as 2026-01-31, in UTC. Raises SpanError."""
        if (since is None) == (last is None):
            raise SpanError("scan-one-of-two")
        return cls(None if since is None else _date(since, now), last)

    @property
    def floor(self) -> int:
        """The message id after which a scan since a moment begins; 0 where the number of posts decides."""
        return 0 if self.since is None else max(0, discord.utils.time_snowflake(self.since) - 1)


def _date(text: str, now: datetime) -> datetime:
    try:
        since = datetime.strptime(text.strip(), "%Y-%m-%d").replace(tzinfo=UTC)
    except ValueError:
        raise SpanError("scan-no-date", text.strip()[:LONGEST_SHOWN]) from None
    if since > now:
        raise SpanError("scan-in-the-future")
    if since < DISCORD_BEGAN:
        raise SpanError("scan-before-discord")
    return since
