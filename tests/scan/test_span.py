"""How far back: what a manager may type, and where reading begins."""

from datetime import UTC, datetime

import discord
import pytest

from bot.scan import Span, SpanError

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)


def test_a_day_begins_at_midnight_utc() -> None:
    assert Span.asked(" 2026-01-31 ", None, NOW).since == datetime(2026, 1, 31, tzinfo=UTC)


def test_the_first_post_of_the_day_is_read() -> None:
    midnight = datetime(2026, 1, 31, tzinfo=UTC)
    first = discord.utils.time_snowflake(midnight)

    assert Span.asked("2026-01-31", None, NOW).floor == first - 1


def test_a_number_of_posts_has_no_day() -> None:
    span = Span.asked(None, 500, NOW)

    assert (span.since, span.last, span.floor) == (None, 500, 0)


@pytest.mark.parametrize(
    "since", ["", "yesterday", "31.01.2026", "2026-13-01", "2026-03-02", "2014-12-31", "0001-01-01"]
)
def test_what_is_no_day_in_discords_time_is_refused(since: str) -> None:
    with pytest.raises(SpanError):
        Span.asked(since, None, NOW)


def test_today_and_the_first_day_there_was_are_days() -> None:
    assert Span.asked("2026-03-01", None, NOW).since
    assert Span.asked("2015-01-01", None, NOW).since


@pytest.mark.parametrize(("since", "last"), [(None, None), ("2026-01-31", 5)])
def test_one_of_the_two_is_needed(since: str | None, last: int | None) -> None:
    with pytest.raises(SpanError, match="scan-one-of-two"):
        Span.asked(since, last, NOW)
