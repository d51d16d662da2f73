"""The arithmetic of a scan: how many posts, how long, how fast, how much is left. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

import discord

from bot.scan import pace

REQUEST_SECONDS = 0.5
"""What a page takes beside the pause: 0.1 s to judge 100 posts (tests/bench/scan.py), the rest Discord."""

NEVER_FULL = 0.99
"""The most that a running scan shows as done: what is reckoned may fall short of what there is."""


@dataclass(frozen=True, slots=True)
class Reckoning:
    """What a scan is about to do. posts, seconds: reckoned. channels: threads and forum posts too."""

    posts: int
    channels: int
    seconds: float


def posts_between(first: Sequence[int], newest: Sequence[int]) -> int:
    """Reckon a channel's posts from its first page and its newest page, as message ids.

    A first page that is not full is all there is. Between the two pages, posts come as often as in them.
    """
    if len(first) < pace.PAGE:
        return len(first)
    known = len({*first, *newest})
    if not newest or min(newest) <= max(first):
        return known
    seconds = max(_spread(first) + _spread(newest), 1.0)
    between = _at(min(newest)) - _at(max(first))
    return known + round(known / seconds * between)


def seconds_for(posts: int, channels: int, *, pages_back: bool) -> float:
    """Reckon how long a scan takes. pages_back: it pages back to the first of the last posts before."""
    pages = ceil(posts / pace.PAGE) + channels
    return pages * (pace.PAUSE + REQUEST_SECONDS) * (2 if pages_back else 1)


def share(read: int, reckoned: int) -> float:
    """Say how much of a running scan is done, 0 to NEVER_FULL."""
    return min(read / reckoned, NEVER_FULL) if reckoned else 0.0


def rate(read: int, seconds: float) -> float:
    """Say how many posts a second were read; 0 before there is anything to tell."""
    return read / seconds if seconds > 0 else 0.0


def seconds_left(read: int, reckoned: int, a_second: float) -> float | None:
    """Say how long a scan still takes; None where that cannot be told."""
    left = reckoned - read
    return left / a_second if left > 0 and a_second > 0 else None


def _at(message_id: int) -> float:
    return discord.utils.snowflake_time(message_id).timestamp()


def _spread(ids: Sequence[int]) -> float:
    return _at(max(ids)) - _at(min(ids))
