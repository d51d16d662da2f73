"""What is said of a scan: the proposal and the report in the mod log."""

from collections.abc import Iterable, Mapping

from bot.posts import WhyUnread
from bot.scan.reckoning import Guess, Reckoning
from bot.store import ARCHIVE_ALONE, Fault, Scan, ScanPlace, ScanState, Skip
from bot.texts import Texts, listed, percent, unread_text

MESSAGE_LENGTH = 2_000
"""Characters that Discord lets a message have."""

MOST_NAMED = 5
BAR_LENGTH = 16
MINUTE, HOUR = 60, 3600


def runs_already(texts: Texts, report: str | None) -> str:
    """Refuse a second scan. report: address of the running one's report."""
    return texts("scan-runs-already-at", report=report) if report else texts("scan-runs-already")


def proposal(texts: Texts, reckoning: Reckoning, scan: Scan, log: str, pictures_per_day: int) -> str:
    """Say what a scan would do. log: a mention of the mod log. pictures_per_day: that old posts may use."""
    lines = [
        texts(
            "scan-proposal",
            posts=_guessed(texts, reckoning.posts),
            channels=texts("scan-channels", number=reckoning.channels),
            where=_where(texts, scan),
            span=_span(texts, scan),
            takes=_takes(texts, reckoning),
        ),
        texts("scan-finds", log=log),
        texts("scan-also-public" if scan.notes else "scan-nothing-public"),
        texts("scan-pictures", number=pictures_per_day) if pictures_per_day else texts("scan-no-pictures"),
    ]
    if scan.channel_id is None or reckoning.channels > 1:
        lines.append(texts("scan-archived"))
    return "\n".join(lines)


def started(texts: Texts, log: str, report: str | None) -> str:
    """Say that a scan began, and where it shows itself. log: a mention. report: its address."""
    return texts("scan-started-at", report=report) if report else texts("scan-started", log=log)


def running(
    texts: Texts,
    scan: Scan,
    done: float | None,
    a_second: float,
    left: tuple[float, float | None] | None,
    here: int | None,
    waits: bool,
) -> str:
    """Describe a scan under way. done: share at least, 0-1; None where nobody can tell.

    left: seconds at least and at most. here: id of the channel it reads.
    """
    state = texts("scan-nobody-knows") if done is None else f"{bar(done)} {percent(texts, done)}"
    reckoned = Guess(scan.reckoned, scan.reckoned_most)
    counted = [
        texts("scan-count-read", number=scan.posts_read),
        texts("scan-count-found", number=scan.posts_found),
    ]
    if reckoned.without(scan.posts_read).most is not None or scan.posts_read < reckoned.least:
        counted[0] = texts("scan-count-of", number=scan.posts_read, posts=_guessed(texts, reckoned))
    if a_second:
        counted.append(texts("scan-a-second", number=round(a_second)))
    if left is not None and any(left) and _can_be_told(*left):
        counted.append(texts("scan-left", time=_lasting(texts, *left)))
    lines = [
        _title(texts, "scan-reading", scan),
        texts("scan-waiting") if waits else state,
        " · ".join(counted),
    ]
    if here is not None:
        lines.append(texts("scan-here", channel=f"<#{here}>"))
    return "\n".join(lines)


def ended(texts: Texts, scan: Scan) -> str:
    """Describe a scan that has ended."""
    match scan.state:
        case ScanState.CANCELLED:
            said = [texts("scan-ended-cancelled", by=f"<@{scan.ended_by}>")]
        case ScanState.FAILED:
            said = [texts("scan-ended-failed", why=_in_words(texts, scan.fault))]
            if scan.code:
                said.append(texts("scan-ended-code", code=scan.code))
        case _:
            said = [bar(1.0), texts("scan-ended-done")]
    said.append(texts("scan-ended-counts", read=scan.posts_read, found=scan.posts_found))
    return "\n".join([_title(texts, "scan-read", scan), " ".join(said)])


def unread(texts: Texts, posts: Mapping[WhyUnread, int]) -> list[str]:
    """Say in how many posts files could not be read. posts: by the reason; may be empty."""
    return [texts("scan-unread", number=number, why=unread_text(texts, why)) for why, number in posts.items()]


def left_out(texts: Texts, places: Iterable[ScanPlace]) -> list[str]:
    """Name the channels that were left out, in whole or in part, and why. places: may be empty."""
    reasons: dict[tuple[bool, Skip], list[str]] = {}
    for place in places:
        if place.skipped is not None:
            begun = bool(place.cursor) and place.skipped not in ARCHIVE_ALONE
            reasons.setdefault((begun, place.skipped), []).append(f"<#{place.channel_id}>")
    return [
        texts(
            "scan-not-to-the-end" if begun else "scan-left-out",
            why=texts(f"scan-skip-{_key_of(skip)}"),
            channels=listed(texts, channels, MOST_NAMED),
        )
        for (begun, skip), channels in reasons.items()
    ]


def within_a_message(lines: Iterable[str]) -> str:
    """Join lines as far as they find room in one message."""
    text, more = "", "\n…"
    for line in lines:
        longer = f"{text}\n{line}" if text else line
        if len(longer) + len(more) > MESSAGE_LENGTH:
            return text + more
        text = longer
    return text


def bar(done: float) -> str:
    """Draw how much is done. done: share, 0-1."""
    full = int(done * BAR_LENGTH)
    return "▰" * full + "▱" * (BAR_LENGTH - full)


def duration(texts: Texts, seconds: float) -> str:
    """Say a span of time as one would: nobody needs seconds of an hour."""
    if seconds < MINUTE:
        return texts("scan-under-a-minute")
    unit, number = _unit(seconds)
    return texts("scan-hours", number=number) if unit == "hours" else texts("scan-minutes", number=number)


def _unit(seconds: float) -> tuple[str, int]:
    """Return the unit that a span of time is told in, and how many of it, from a minute on."""
    if seconds < HOUR:
        return "minutes", max(1, round(seconds / MINUTE))
    return "hours", round(seconds / HOUR)


def _guessed(texts: Texts, posts: Guess) -> str:
    if posts.most is None:
        if not posts.least:
            return texts("scan-posts-unknown")
        return texts("scan-posts-at-least", number=posts.least)
    least, most = _rounded(posts.least), _rounded(posts.most)
    if least == most:
        return texts("scan-posts-about", number=least)
    if not posts.least:
        return texts("scan-posts-up-to", number=most)
    return texts("scan-posts-between", least=least, most=most)


def _takes(texts: Texts, reckoning: Reckoning) -> str:
    if not _can_be_told(reckoning.least, reckoning.most):
        return texts("scan-takes-unknown")
    return texts("scan-takes", time=_lasting(texts, reckoning.least, reckoning.most))


def _can_be_told(least: float, most: float | None) -> bool:
    """Say whether of some time there is anything to say. least, most: as `_lasting` has them."""
    return most is not None or least >= MINUTE


def _lasting(texts: Texts, least: float, most: float | None) -> str:
    """Say how long something takes. least, most: seconds; None where nobody can tell."""
    if most is None:
        unit, number = _unit(least)
        return texts("scan-time-at-least", unit=unit, number=number)
    shortest, longest = duration(texts, least), duration(texts, most)
    if shortest == longest:
        return longest
    unit, number = _unit(most)
    return texts("scan-time-between", shortest=shortest, unit=unit, number=number)


def _rounded(posts: int) -> int:
    """Round to two digits: a reckoning is no count."""
    return round(posts, min(0, 2 - len(str(posts))))


def _where(texts: Texts, scan: Scan) -> str:
    return texts("scan-this-server") if scan.channel_id is None else f"<#{scan.channel_id}>"


def _span(texts: Texts, scan: Scan) -> str:
    if scan.since is not None:
        return texts("scan-since", day=f"{scan.since:%Y-%m-%d}")
    return texts("scan-last", number=scan.last or 0)


def _title(texts: Texts, what: str, scan: Scan) -> str:
    """Head a report. what: the key of its heading, "scan-reading" or "scan-read"."""
    notes = texts("scan-with-notes") if scan.notes else ""
    by = f"<@{scan.asked_by}>"
    return texts(what, where=_where(texts, scan), span=_span(texts, scan), notes=notes, by=by)


def _in_words(texts: Texts, fault: Fault | None) -> str:
    return texts(f"scan-fault-{_key_of(fault)}") if fault else texts("scan-fault-unknown")


def _key_of(member: Fault | Skip) -> str:
    return member.name.lower().replace("_", "-")
