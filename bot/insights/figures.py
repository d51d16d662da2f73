"""What a server's numbers are: pure sums over weeks."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date, timedelta

from bot.insights.interval import wilson

A_WEEK = timedelta(days=7)

MOST_CLAIMS = 5
"""Claim families that are listed."""


@dataclass(frozen=True, slots=True)
class Week:
    """A week's counts. monday: its first day, in UTC.

    posts: read. cases: opened. notes: sent for these cases; withdrawn: those of them that stand no longer.
    confirmed, dismissed: rulings given. contests: made by members.
    """

    monday: date
    posts: int = 0
    cases: int = 0
    notes: int = 0
    withdrawn: int = 0
    confirmed: int = 0
    dismissed: int = 0
    contests: int = 0


COUNTS = tuple(each.name for each in fields(Week) if each.name != "monday")
"""What is counted, in the order in which it is shown."""


@dataclass(frozen=True, slots=True)
class Figures:
    """A server's numbers. weeks: oldest first, none left out. claims: ids and their cases, the most first."""

    weeks: tuple[Week, ...]
    claims: tuple[tuple[str, int], ...]

    @property
    def total(self) -> Week:
        """All weeks together, under the first one's Monday."""
        sums = {name: sum(getattr(week, name) for week in self.weeks) for name in COUNTS}
        return Week(self.weeks[0].monday, **sums)

    @property
    def is_empty(self) -> bool:
        """Whether nothing at all happened."""
        total = self.total
        return not any(getattr(total, name) for name in COUNTS)

    @property
    def precision(self) -> float | None:
        """The share of rulings that confirmed, 0-1; None without rulings."""
        total = self.total
        rulings = total.confirmed + total.dismissed
        return total.confirmed / rulings if rulings else None

    @property
    def precision_bounds(self) -> tuple[float, float]:
        """The bounds of the precision's 95 % interval, 0-1 each."""
        total = self.total
        return wilson(total.confirmed, total.confirmed + total.dismissed)


def figures_of(
    counted: Mapping[str, Mapping[date, int]], claims: Mapping[str, int], last: date, weeks: int
) -> Figures:
    """Put counts into weeks. counted: by what is counted and by day. last: a day of the last of the weeks.

    Days outside of the weeks are left out.
    """
    mondays = [monday_of(last) - A_WEEK * back for back in reversed(range(weeks))]
    sums = {monday: dict.fromkeys(COUNTS, 0) for monday in mondays}
    for name, by_day in counted.items():
        for day, number in by_day.items():
            week = sums.get(monday_of(day))
            if week is not None:
                week[name] += number
    often = sorted(claims.items(), key=lambda item: (-item[1], item[0]))[:MOST_CLAIMS]
    return Figures(tuple(Week(monday, **sums[monday]) for monday in mondays), tuple(often))


def monday_of(day: date) -> date:
    """Return the first day of a day's week."""
    return day - timedelta(days=day.weekday())
