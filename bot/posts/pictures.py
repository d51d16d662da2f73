"""Whether screenshots can be read here, and how many more today."""

from collections import Counter
from collections.abc import Callable
from datetime import UTC, date, datetime
from importlib.util import find_spec

_PACKAGES = ("rapidocr", "onnxruntime")

MEMORY = 3 * 1024 * 1024 * 1024
"""Bytes of address space that reading a picture may take; about a sixth of it is used."""

SMALLEST_SIDE = 64
"""Pixels below which a picture is an emoji or a line, and no screenshot."""


def installed() -> bool:
    """Whether the packages of the optional extra `ocr` are there."""
    return all(find_spec(package) is not None for package in _PACKAGES)


def _today() -> date:
    return datetime.now(UTC).date()


class DayBudget:
    """Counts what each server has used of its day's number; in memory alone, so a restart begins anew."""

    def __init__(self, per_day: int, today: Callable[[], date] = _today) -> None:
        """today: gives the day; a day is UTC's."""
        self._per_day = per_day
        self._today = today
        self._day = today()
        self._used: Counter[int] = Counter()

    @property
    def share_of_old(self) -> int:
        """How many of a day's number old posts may use: half, so that new ones always find the other."""
        return self._per_day // 2

    def has(self, guild_id: int, *, old: bool = False) -> bool:
        """Say whether there is one left in a server's number, for a post of now or for an old one."""
        if self._day != (today := self._today()):
            self._day = today
            self._used.clear()
        return self._used[guild_id] < (self.share_of_old if old else self._per_day)

    def take(self, guild_id: int, *, old: bool = False) -> bool:
        """Take one of a server's number; False if none is left."""
        if not self.has(guild_id, old=old):
            return False
        self._used[guild_id] += 1
        return True
