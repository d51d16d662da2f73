"""Weeks, sums and how far a precision can be trusted."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.insights.figures import Week, figures_of, monday_of
from bot.insights.interval import wilson
from bot.insights.table import csv_of

SUNDAY = date(2026, 1, 4)
"""The last day of the week that began in 2025."""


def test_a_week_across_new_year_is_one_week() -> None:
    counted = {"cases": {date(2025, 12, 31): 2, date(2026, 1, 2): 3}}

    (week,) = figures_of(counted, {}, SUNDAY, 1).weeks

    assert week == Week(date(2025, 12, 29), cases=5)


def test_weeks_in_which_nothing_happened_are_not_left_out() -> None:
    figures = figures_of({"notes": {date(2025, 12, 1): 1}}, {}, SUNDAY, 5)

    assert [week.notes for week in figures.weeks] == [1, 0, 0, 0, 0]
    assert figures.total.notes == 1


def test_days_outside_of_the_weeks_do_not_count() -> None:
    counted = {"posts": {date(2025, 12, 28): 7, date(2026, 1, 5): 9}}

    assert figures_of(counted, {}, SUNDAY, 1).is_empty


def test_the_most_frequent_claims_come_first() -> None:
    claims = {"a": 1, "b": 5, "c": 5, "d": 2, "e": 3, "f": 4}

    figures = figures_of({}, claims, SUNDAY, 1)

    assert figures.claims == (("b", 5), ("c", 5), ("f", 4), ("e", 3), ("d", 2))


def test_precision_is_the_share_of_rulings_that_confirmed() -> None:
    figures = figures_of({"confirmed": {SUNDAY: 19}, "dismissed": {SUNDAY: 1}}, {}, SUNDAY, 1)

    assert figures.precision == 0.95
    assert figures_of({}, {}, SUNDAY, 1).precision is None


@pytest.mark.parametrize(
    ("hits", "of", "low", "high"),
    [(19, 20, 0.764, 0.991), (10, 10, 0.722, 1.0), (0, 10, 0.0, 0.278), (5, 10, 0.237, 0.763), (0, 0, 0, 1)],
)
def test_the_interval_is_wilsons(hits: int, of: int, low: float, high: float) -> None:
    assert wilson(hits, of) == pytest.approx((low, high), abs=0.0006)


@given(st.integers(1, 5000).flatmap(lambda of: st.tuples(st.integers(0, of), st.just(of))))
def test_the_interval_holds_the_share_and_stays_within_0_and_1(counted: tuple[int, int]) -> None:
    hits, of = counted
    low, high = wilson(hits, of)

    assert 0 <= low <= hits / of + 1e-12
    assert hits / of - 1e-12 <= high <= 1


@given(st.dates(), st.integers(0, 6))
def test_a_week_begins_on_its_monday(day: date, later: int) -> None:
    monday = monday_of(day)

    assert monday.weekday() == 0
    assert timedelta() <= day - monday < timedelta(days=7)


def test_the_table_has_a_row_a_week() -> None:
    figures = figures_of({"posts": {SUNDAY: 1200}, "contests": {SUNDAY: 1}}, {}, SUNDAY, 2)

    assert csv_of(figures).decode().splitlines() == [
        "week_from,posts,cases,notes,withdrawn,confirmed,dismissed,contests",
        "2025-12-22,0,0,0,0,0,0,0",
        "2025-12-29,1200,0,0,0,0,0,1",
    ]
