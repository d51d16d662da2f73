"""Which mode a server has earned: pure advice from what its moderators ruled."""

from dataclasses import dataclass

from bot.insights.interval import wilson
from bot.policy import Mode

LEAST_RULINGS = 20
"""Rulings without which nothing is advised."""

_NEXT = {Mode.OBSERVE: Mode.REVIEW, Mode.REVIEW: Mode.NOTE}
_BACK = {Mode.NOTE: Mode.REVIEW, Mode.REVIEW: Mode.OBSERVE}


@dataclass(frozen=True, slots=True)
class Record:
    """What moderators ruled in a mode. confirmed: cases confirmed or released. dismissed: the others."""

    confirmed: int = 0
    dismissed: int = 0

    @property
    def rulings(self) -> int:
        """All of them."""
        return self.confirmed + self.dismissed

    @property
    def bounds(self) -> tuple[float, float]:
        """Between which shares, 0-1 each, the share of confirmed cases lies in the long run: Wilson, 95 %."""
        return wilson(self.confirmed, self.rulings)


@dataclass(frozen=True, slots=True)
class Advice:
    """A step from one mode to another, and the record that speaks for it. goal: share 0-1."""

    now: Mode
    then: Mode
    record: Record
    goal: float

    @property
    def is_back(self) -> bool:
        """Whether Signpost is to do less."""
        return self.then is _BACK.get(self.now)


def advise(mode: Mode, record: Record, goal: float) -> Advice | None:
    """Say which step a server's record speaks for, if any. record: of the rulings since it has this mode.

    Forward, once the lower bound of Wilson's interval (JASA 22, 1927) reaches the goal: chance has to be
    ruled out before Signpost does more. Back, once that bound is below the goal and the share that was seen
    is, too: the bound alone is below 0.9 for 20 of 20, and nobody is to be warned of a perfect record.

    Only rulings in the present mode count. A step back leaves its rulings behind, so that these cannot bring
    on the next one as well; and each mode is earned by what moderators saw in the one before.
    """
    if record.rulings < LEAST_RULINGS:
        return None
    lowest, _ = record.bounds
    if mode in _NEXT and lowest >= goal:
        return Advice(mode, _NEXT[mode], record, goal)
    if mode in _BACK and record.confirmed / record.rulings < goal:
        return Advice(mode, _BACK[mode], record, goal)
    return None
