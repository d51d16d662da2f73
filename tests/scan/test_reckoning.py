"""The arithmetic of a scan: from a few pages to a number, and from what was read to what is left."""

from datetime import UTC, datetime, timedelta

import discord
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.scan import pace
from bot.scan.reckoning import NEVER_FULL, posts_between, rate, seconds_for, seconds_left, share
from bot.scan.wording import BAR_LENGTH, bar, duration

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


def posts(number: int, *, every: float, start: float = 0.0) -> list[int]:
    """Make message ids: so many, every so many seconds, from so many seconds after noon."""
    moments = [NOON + timedelta(seconds=start + each * every) for each in range(number)]
    return [discord.utils.time_snowflake(moment) + serial for serial, moment in enumerate(moments)]


def test_a_page_that_is_not_full_is_all_there_is() -> None:
    few = posts(42, every=60)

    assert posts_between(few, few) == 42


def test_an_empty_channel_has_no_posts() -> None:
    assert posts_between([], []) == 0


def test_pages_that_meet_are_counted() -> None:
    everything = posts(150, every=60)

    assert posts_between(everything[:100], everything[50:]) == 150


def test_between_two_pages_posts_come_as_often_as_in_them() -> None:
    everything = posts(10_000, every=60)

    assert posts_between(everything[:100], everything[-100:]) == pytest.approx(10_000, rel=0.02)


def test_a_burst_does_not_blow_the_reckoning_up() -> None:
    quiet, burst = posts(100, every=3600), posts(100, every=0.001, start=100 * 24 * 3600)

    assert posts_between(quiet, burst) < 10_000


def test_a_hundred_posts_in_one_instant_are_no_division_by_zero() -> None:
    same = posts(100, every=0)

    assert posts_between(same, posts(100, every=0, start=10)) >= 100


def test_paging_back_first_takes_twice_as_long() -> None:
    assert seconds_for(10_000, 1, pages_back=True) == 2 * seconds_for(10_000, 1, pages_back=False)
    assert seconds_for(10_000, 1, pages_back=False) >= 100 * pace.PAUSE


@given(st.integers(0, 10**7), st.integers(0, 10**7))
def test_a_running_scan_never_looks_done(read: int, reckoned: int) -> None:
    done = share(read, reckoned)

    assert 0 <= done <= NEVER_FULL
    assert "▱" in bar(done)


def test_a_rate_and_what_is_left() -> None:
    assert rate(500, 10.0) == 50
    assert seconds_left(500, 1000, 50) == 10


def test_what_cannot_be_told_is_not_told() -> None:
    assert rate(0, 0.0) == 0
    assert seconds_left(0, 1000, 0.0) is None
    assert seconds_left(1001, 1000, 50) is None


@pytest.mark.parametrize(("done", "full"), [(0.0, 0), (0.5, BAR_LENGTH // 2), (1.0, BAR_LENGTH)])
def test_the_bar_fills(done: float, full: int) -> None:
    assert bar(done) == "▰" * full + "▱" * (BAR_LENGTH - full)


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (3, "less than a minute"),
        (61, "about a minute"),
        (20 * 60, "about 20 minutes"),
        (3700, "about an hour"),
        (5 * 3600, "about 5 hours"),
    ],
)
def test_a_time_is_said_as_one_would(seconds: float, words: str) -> None:
    assert duration(seconds) == words
