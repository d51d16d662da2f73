"""The arithmetic of a scan: from a few pages to a number, and from what was read to what is left."""

import random
from bisect import bisect_right
from datetime import UTC, datetime, timedelta

import discord
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.scan import pace
from bot.scan.reckoning import (
    NEVER_FULL,
    Guess,
    posts_between,
    probe_points,
    rate,
    seconds_for,
    seconds_left,
    share,
)
from bot.scan.wording import BAR_LENGTH, bar, duration
from bot.texts import texts_in

NOON = datetime(2021, 3, 1, 12, tzinfo=UTC)
YEAR = 365 * 24 * 3600


def posts(number: int, *, every: float, start: float = 0.0) -> list[int]:
    """Make message ids: so many, every so many seconds, from so many seconds after noon."""
    return ids_at([start + each * every for each in range(number)])


def ids_at(moments: list[float]) -> list[int]:
    """Make message ids of moments in seconds after noon."""
    return [
        discord.utils.time_snowflake(NOON + timedelta(seconds=moment)) + serial
        for serial, moment in enumerate(moments)
    ]


def guessed(everything: list[int]) -> Guess:
    """Guess a channel's posts by looking into it as a scan does."""
    first, newest = everything[: pace.PAGE], everything[-pace.PAGE :]
    after = [bisect_right(everything, point) for point in probe_points(first, newest)]
    return posts_between(first, newest, [everything[each : each + pace.PAGE] for each in after])


def evenings(number: int, seed: int) -> list[int]:
    """Make a channel of three years whose posts come in talks of an hour or so."""
    dice = random.Random(seed)
    moments: list[float] = []
    while len(moments) < number:
        begun, length = dice.random() * 3 * YEAR, dice.randint(10, 200)
        moments += [begun + dice.random() * length * 20 for _ in range(length)]
    return ids_at(sorted(moments))


def test_a_page_that_is_not_full_is_all_there_is() -> None:
    assert guessed(posts(42, every=60)) == Guess.exactly(42)


def test_an_empty_channel_has_no_posts() -> None:
    assert guessed([]) == Guess.exactly(0)


def test_pages_that_meet_are_counted() -> None:
    assert guessed(posts(150, every=60)) == Guess.exactly(150)


def test_what_the_probes_see_whole_is_counted() -> None:
    assert guessed(posts(500, every=60)) == Guess.exactly(500)


def test_of_an_even_channel_much_is_known() -> None:
    guess = guessed(posts(10_000, every=60))

    assert guess.most is not None
    assert 5_000 < guess.least <= 10_000 <= guess.most < 25_000


@pytest.mark.parametrize("seed", range(20))
@pytest.mark.parametrize("number", [1_000, 20_000])
def test_talk_of_evenings_is_not_guessed_a_hundred_times_too_much(number: int, seed: int) -> None:
    channel = evenings(number, seed)

    guess = guessed(channel)

    assert guess.least <= len(channel)
    assert guess.most is None or guess.most < 20 * len(channel)


def test_a_channel_that_slept_for_years_says_that_more_cannot_be_told() -> None:
    talk = posts(5_000, every=60) + posts(5_000, every=60, start=3 * YEAR)

    assert guessed(talk).most is None


def test_a_burst_does_not_blow_the_reckoning_up() -> None:
    quiet, burst = posts(100, every=3600), posts(100, every=0.001, start=100 * 24 * 3600)

    assert guessed(quiet + burst) == Guess.exactly(200)


def test_a_hundred_posts_in_one_instant_are_no_division_by_zero() -> None:
    same = posts(100, every=0)

    assert guessed(same + posts(300, every=0, start=10)).least >= 300


def test_what_nobody_can_tell_stays_untold_in_a_sum() -> None:
    assert Guess(100, None) + Guess.exactly(20) == Guess(120, None)
    assert Guess(100, None).up_to(500) == Guess(100, 500)
    assert Guess(100, 900).up_to(None) == Guess(100, 900)


def test_once_more_is_read_than_was_guessed_what_is_left_cannot_be_told() -> None:
    assert Guess(100, 900).without(300) == Guess(0, 600)
    assert Guess(100, 900).without(901) == Guess(0, None)


def test_paging_back_first_takes_twice_as_long() -> None:
    assert seconds_for(10_000, 1, pages_back=True) == 2 * seconds_for(10_000, 1, pages_back=False)
    assert seconds_for(10_000, 1, pages_back=False) >= 100 * pace.PAUSE


@given(st.integers(0, 10**7), st.integers(0, 10**7))
def test_a_running_scan_never_looks_done(read: int, reckoned: int) -> None:
    done = share(read, Guess(0, reckoned))

    assert done is None or 0 <= done <= NEVER_FULL
    assert done is None or "▱" in bar(done)


def test_a_rate_and_what_is_left() -> None:
    assert rate(500, 10.0) == 50
    assert seconds_left(Guess(500, 1_000), 50) == (10, 20)


def test_what_cannot_be_told_is_not_told() -> None:
    assert rate(0, 0.0) == 0
    assert seconds_left(Guess(500, None), 50) == (10, None)
    assert share(1001, Guess(0, 1000)) is None
    assert share(1, Guess(500, None)) is None


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
    assert duration(texts_in("en"), seconds) == words
