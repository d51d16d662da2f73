"""What a scan's report says, and that it finds room in one message."""

from bot.posts import WhyUnread
from bot.scan import wording
from bot.store import ScanPlace, Skip


def test_a_channel_that_was_begun_is_told_from_one_left_out() -> None:
    places = [ScanPlace(1, 0, skipped=Skip.REFUSED), ScanPlace(2, 99, skipped=Skip.REFUSED)]

    assert wording.left_out(places) == [
        "Left out, Discord refuses it to me: <#1>",
        "Not read to the end, Discord refuses it to me: <#2>",
    ]


def test_archived_threads_alone_leave_the_channel_read() -> None:
    (line,) = wording.left_out([ScanPlace(1, 99, skipped=Skip.ARCHIVE_REFUSED)])

    assert line.startswith("Left out, only its archived threads")


def test_however_much_was_left_out_the_report_is_one_message() -> None:
    reasons = dict.fromkeys(WhyUnread, 1_000_000)
    places = [ScanPlace(10**18 + each, each % 2, skipped=why) for each in range(30) for why in Skip]

    said = wording.within_a_message(["**Done.**", *wording.unread(reasons), *wording.left_out(places)])

    assert len(said) <= 2_000
    assert said.startswith("**Done.**\nIn 1,000,000 posts")
    assert said.endswith("\n…")
