"""How often one member may contest notes."""

import hashlib
from collections import Counter
from datetime import date
from enum import Enum, auto

MOST_A_DAY = 3
"""Contests that a member may make in a server on one day (UTC)."""

_HASH_BYTES = 16
_PURPOSE = b"contest"


class Limited(Enum):
    """Why a contest is not taken."""

    ONCE = auto()
    TODAY = auto()


class ContestLimit:
    """Remembers today's contests, in memory alone and by keyed hashes: after a restart it begins anew.

    Invariant: it grows with one day's contests and forgets them on the next.
    """

    __slots__ = ("_counts", "_day", "_key", "_taken")

    def __init__(self, key: bytes) -> None:
        """key: the installation's secret, at most 64 bytes."""
        self._key = key
        self._day: date | None = None
        self._taken: set[bytes] = set()
        self._counts: Counter[bytes] = Counter()

    def refusal(self, guild_id: int, note_id: int, member_id: int, today: date) -> Limited | None:
        """Say why a member may not contest a note now; None where they may."""
        self._turn_to(today)
        if self._hash(guild_id, note_id, member_id) in self._taken:
            return Limited.ONCE
        return Limited.TODAY if self._counts[self._hash(guild_id, 0, member_id)] >= MOST_A_DAY else None

    def take(self, guild_id: int, note_id: int, member_id: int, today: date) -> Limited | None:
        """Count a contest; where it is one too many, say why and count nothing."""
        if (limited := self.refusal(guild_id, note_id, member_id, today)) is None:
            self._taken.add(self._hash(guild_id, note_id, member_id))
            self._counts[self._hash(guild_id, 0, member_id)] += 1
        return limited

    def give_back(self, guild_id: int, note_id: int, member_id: int) -> None:
        """Forget a contest that could not be handed on, so that it can be made again."""
        this = self._hash(guild_id, note_id, member_id)
        if this in self._taken:  # else another day has begun, and forgot it
            self._taken.remove(this)
            self._counts[self._hash(guild_id, 0, member_id)] -= 1

    def _turn_to(self, today: date) -> None:
        if self._day != today:
            self._day = today
            self._taken.clear()
            self._counts.clear()

    def _hash(self, guild_id: int, note_id: int, member_id: int) -> bytes:
        said = f"{guild_id}:{note_id}:{member_id}".encode()
        return hashlib.blake2b(said, key=self._key, digest_size=_HASH_BYTES, person=_PURPOSE).digest()
