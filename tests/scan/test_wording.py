"""What a scan's report says, and that it finds room in one message."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bot.posts import WhyUnread
from bot.scan import wording
from bot.scan.reckoning import Guess, Reckoning
from bot.scan.span import SpanError
from bot.store import Fault, Scan, ScanPlace, ScanState, Skip
from bot.texts import LANGUAGES, texts_in

EN = texts_in("en")

SCAN = Scan(
    id=1,
    guild_id=10,
    channel_id=20,
    since=datetime(2026, 1, 31, tzinfo=UTC),
    last=None,
    notes=False,
    reckoned=1_200,
    reckoned_most=9_000,
    state=ScanState.RUNNING,
    asked_by=7,
    asked_at=datetime(2026, 3, 1, tzinfo=UTC),
    until_id=None,
    ended_at=None,
    ended_by=None,
    fault=None,
    code=None,
    posts_read=0,
    posts_found=0,
    report_due=False,
    report_channel_id=None,
    report_id=None,
)


def test_a_channel_that_was_begun_is_told_from_one_left_out() -> None:
    places = [ScanPlace(1, 0, skipped=Skip.REFUSED), ScanPlace(2, 99, skipped=Skip.REFUSED)]

    assert wording.left_out(EN, places) == [
        "Left out, Discord does not let me read it: <#1>",
        "Not read to the end, Discord does not let me read it: <#2>",
    ]


def test_archived_threads_alone_leave_the_channel_read() -> None:
    (line,) = wording.left_out(EN, [ScanPlace(1, 99, skipped=Skip.ARCHIVE_REFUSED)])

    assert line.startswith("Left out, only its archived threads")


def test_however_much_was_left_out_the_report_is_one_message() -> None:
    reasons = dict.fromkeys(WhyUnread, 1_000_000)
    places = [ScanPlace(10**18 + each, each % 2, skipped=why) for each in range(30) for why in Skip]

    said = wording.within_a_message(
        ["**Done.**", *wording.unread(EN, reasons), *wording.left_out(EN, places)]
    )

    assert len(said) <= 2_000
    assert said.startswith("**Done.**\nIn 1,000,000 posts")
    assert said.endswith("\n…")


@pytest.mark.parametrize(
    ("posts", "said"),
    [
        (Guess.exactly(1), "about 1 post"),
        (Guess(1_234, 9_876), "roughly 1,200 to 9,900 posts"),
        (Guess(900, None), "at least 900 posts (how many more cannot be told)"),
        (Guess(0, None), "an unknown number of posts"),
        (Guess(0, 1_200), "up to about 1,200 posts"),
        (Guess.exactly(0), "no posts"),
    ],
)
def test_a_guess_is_said_as_one(posts: Guess, said: str) -> None:
    least, most = posts.least / 100, None if posts.most is None else posts.most / 100
    proposed = wording.proposal(EN, Reckoning(posts, 1, least, most), SCAN, "<#3>", 25)

    assert f"I would read {said} in 1 channel" in proposed


@pytest.mark.parametrize(
    ("least", "most", "said"),
    [
        (10, 20, "less than a minute left"),
        (10, 600, "less than a minute to 10 minutes left"),
        (600, 7200, "about 10 minutes to 2 hours left"),
        (600, None, "at least 10 minutes left"),
    ],
)
def test_the_time_left_is_said_no_closer_than_it_is_known(
    least: float, most: float | None, said: str
) -> None:
    assert said in wording.running(EN, SCAN, 0.1, 100, (least, most), None, waits=False)


def test_no_least_time_is_made_up_where_nothing_is_known() -> None:
    proposed = wording.proposal(EN, Reckoning(Guess(3, None), 1, 5, None), SCAN, "<#3>", 25)
    shown = wording.running(EN, SCAN, None, 100, (5, None), None, waits=False)

    assert "How long that takes cannot be told; live posts go first." in proposed
    assert "minute" not in proposed + shown


def test_what_is_beyond_the_guess_is_no_share_of_it() -> None:
    shown = wording.running(EN, replace(SCAN, posts_read=9_999), None, 100, (0, None), None, waits=False)

    assert "9,999 read" in shown
    assert "Nobody can tell" in shown
    assert "%" not in shown


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_reason_has_words_of_its_own(language: str) -> None:
    texts = texts_in(language)
    reasons = dict.fromkeys(WhyUnread, 2)
    skipped = [ScanPlace(1, 0, skipped=skip) for skip in Skip]
    ends = [replace(SCAN, state=ScanState.FAILED, fault=fault) for fault in (None, *Fault)]

    assert len({*wording.unread(texts, reasons)}) == len(WhyUnread)
    assert len({*wording.left_out(texts, skipped)}) == len(Skip)
    assert len({wording.ended(texts, end) for end in ends}) == len(Fault) + 1


@pytest.mark.parametrize("key", ["scan-one-of-two", "scan-in-the-future", "scan-before-discord"])
def test_a_span_that_cannot_be_used_is_refused_in_each_language(key: str) -> None:
    said = {SpanError(key).said(texts_in(language)) for language in LANGUAGES}

    assert len(said) == len(LANGUAGES)


def test_in_spanish_a_proposal_reads_as_spanish() -> None:
    reckoning = Reckoning(Guess(1_234, 98_765), 12, 600, 7_200)

    proposed = wording.proposal(texts_in("es"), reckoning, SCAN, "<#3>", 25)

    assert "Leería más o menos de 1.200 a 99.000 mensajes en 12 canales e hilos" in proposed
    assert "Tardará entre cerca de 10 minutos y 2 horas" in proposed
