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


PROBES = 5
"""Pages that are looked at between a channel's first and its newest."""

WIDEST = 20.0
"""Times that the most may be of the least; where it is more, the most is not told."""


@dataclass(frozen=True, slots=True)
class Guess:
    """A number that is known only roughly. most: None where nobody can tell."""

    least: int
    most: int | None

    @classmethod
    def exactly(cls, number: int) -> "Guess":
        """Make a number that is known."""
        return cls(number, number)

    def __add__(self, other: "Guess") -> "Guess":
        """Take both together."""
        most = None if self.most is None or other.most is None else self.most + other.most
        return Guess(self.least + other.least, most)

    def up_to(self, limit: int | None) -> "Guess":
        """Bound it. limit: None for no bound."""
        if limit is None:
            return self
        return Guess(min(self.least, limit), limit if self.most is None else min(self.most, limit))

    def without(self, done: int) -> "Guess":
        """Say what is left of it; once more is done than was guessed at most, nobody can tell."""
        most = None if self.most is None or done > self.most else self.most - done
        return Guess(max(0, self.least - done), most)


@dataclass(frozen=True, slots=True)
class Reckoning:
    """What a scan is about to do. channels: threads and forum posts too. least, most: seconds it takes."""

    posts: Guess
    channels: int
    least: float
    most: float | None


def probe_points(first: Sequence[int], newest: Sequence[int]) -> list[int]:
    """Say after which ids to look between a channel's first and its newest page; none where they meet."""
    if len(first) < pace.PAGE or not newest or min(newest) <= max(first):
        return []
    between = min(newest) - max(first)
    return [max(first) + between * each // PROBES for each in range(PROBES)]


def posts_between(first: Sequence[int], newest: Sequence[int], probes: Sequence[Sequence[int]]) -> Guess:
    """Guess a channel's posts from its first and newest page and the pages after its probe_points, as ids.

    What lies between two pages is guessed twice: as if posts came there as often as in all pages together,
    and as in the page before alone. The first falls short where a channel grew or died, the second leaps
    where it was looked at in the middle of a talk: the more they differ, the less is known.
    """
    known = len({*first, *newest, *(each for page in probes for each in page)})
    points = probe_points(first, newest)
    if not points:
        return Guess.exactly(known)
    gaps = [
        _Gap(_at(point), _at(max(page, default=end)), _at(end), len(page))
        for point, page, end in zip(points, probes, [*points[1:], min(newest)], strict=True)
    ]
    unseen = sum(gap.unseen for gap in gaps)
    seen = _spread(first) + _spread(newest) + sum(gap.seen for gap in gaps)
    together = known + known / max(seen, 1.0) * unseen
    alone = known + sum(gap.posts / max(gap.seen, 1.0) * gap.unseen for gap in gaps)
    low, high = sorted((together, alone))
    least = max(known, round(low * low / (high + low / 2)))
    most = round(2 * high) if unseen else known
    return Guess(known, None) if most > least * WIDEST else Guess(least, most)


@dataclass(frozen=True, slots=True)
class _Gap:
    """A stretch of a channel whose first page was looked at. Times in seconds. posts: of the page."""

    start: float
    page_end: float
    end: float
    posts: int

    @property
    def seen(self) -> float:
        """Seconds that the page covers; all, if it reaches the stretch's end or holds all there is."""
        return min(self.page_end, self.end) - self.start if self.posts >= pace.PAGE else self.end - self.start

    @property
    def unseen(self) -> float:
        return self.end - self.start - self.seen


def seconds_for(posts: int, channels: int, *, pages_back: bool) -> float:
    """Reckon how long a scan takes. pages_back: it pages back to the first of the last posts before."""
    pages = ceil(posts / pace.PAGE) + channels
    return pages * (pace.PAUSE + REQUEST_SECONDS) * (2 if pages_back else 1)


def share(read: int, reckoned: Guess) -> float | None:
    """Say how much of a running scan is done at least, 0 to NEVER_FULL; None where nobody can tell."""
    if reckoned.most is None or read > reckoned.most:
        return None
    return min(read / reckoned.most, NEVER_FULL) if reckoned.most else 0.0


def rate(read: int, seconds: float) -> float:
    """Say how many posts a second were read; 0 before there is anything to tell."""
    return read / seconds if seconds > 0 else 0.0


def seconds_left(left: Guess, a_second: float) -> tuple[float, float | None]:
    """Say how long a scan still takes, at least and at most. a_second: posts, more than none."""
    return left.least / a_second, None if left.most is None else left.most / a_second


def _at(message_id: int) -> float:
    return discord.utils.snowflake_time(message_id).timestamp()


def _spread(ids: Sequence[int]) -> float:
    return _at(max(ids)) - _at(min(ids))
