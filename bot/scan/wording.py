"""What is said of a scan: the proposal, the report in the mod log, and why something cannot be done."""

from collections.abc import Iterable, Mapping

from bot.posts import WhyUnread
from bot.scan.reckoning import Guess, Reckoning
from bot.store import ARCHIVE_ALONE, Fault, Scan, ScanPlace, ScanState

SCAN = "Judge old posts: cases for review in the mod log (needs Manage Server)"
CHANNEL = "The channel, thread or forum to read; leave empty for the whole server"
SINCE = "Read from this day on, as 2026-01-31 (UTC); or give last"
LAST = "Read so many of the last posts of each channel, thread and forum post; or give since"
NOTES = "Also reply in public to what is found, where the mode allows it (default: no)"

START, DECLINE, CANCEL = "Start", "Not now", "Cancel"

ONE_OF_TWO = (
    "Give either `since` (a day such as 2026-01-31) or `last` (a number of posts), so that I know how far "
    "back to read."
)
IN_THE_FUTURE = "That day has not come yet: give one in the past, such as 2026-01-31."
BEFORE_DISCORD = "Discord began in 2015: give a day from 2015-01-01 on."
NO_LOG = (
    "A scan shows what it finds in the mod log, and there is none that I can write to. Choose one with "
    "`/signpost log`, then try again."
)
NOTHING_TO_READ = (
    "There is nothing there that I may read: Signpost is off in it, or I lack View Channel or Read Message "
    "History."
)
NOT_NOW = "Nothing was read."
OVER_ALREADY = "This scan has ended already. Nothing changed."
NO_LONGER = "This proposal is no longer open. Give `/signpost scan` again."
WAITING = "Waiting: other scans run just now. It begins by itself."
NOBODY_KNOWS = "How much is left cannot be told."
CANCELLED = "Cancelled. What was found until now stays in the mod log."

MESSAGE_LENGTH = 2_000
"""Characters that Discord lets a message have."""

MOST_NAMED = 5
BAR_LENGTH = 16
MINUTE, HOUR = 60, 3600


def no_date(text: str) -> str:
    """Refuse what is no date. text: what was typed; shown to its writer alone."""
    return f"“{text.strip()[:20]}” is no day that I know. Write it as 2026-01-31: year, month, day."


def runs_already(report: str | None) -> str:
    """Refuse a second scan. report: address of the running one's report."""
    where = f": {report}" if report else "."
    return f"A scan runs in this server already{where} Cancel it there, or wait until it ends."


def proposal(reckoning: Reckoning, scan: Scan, log: str, pictures_per_day: int) -> str:
    """Say what a scan would do. log: a mention of the mod log. pictures_per_day: that old posts may use."""
    lines = [
        f"I would read {_guessed(reckoning.posts)} in "
        f"{_channels(reckoning.channels)} ({_where(scan)}, {_span(scan)}), oldest first. "
        f"{_takes(reckoning)}; live posts go first.",
        f"What I find becomes a case for review in {log}.",
        _in_public(scan),
        _screenshots(pictures_per_day),
    ]
    if scan.channel_id is None or reckoning.channels > 1:
        lines.append("Archived threads come on top: how many there are shows on the way.")
    return "\n".join(lines)


def started(log: str, report: str | None) -> str:
    """Say that a scan began, and where it shows itself. log: a mention. report: its address."""
    return f"Started. Its progress: {report}" if report else f"Started. Its progress will stand in {log}."


def running(
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
    state = NOBODY_KNOWS if done is None else f"{bar(done)} {done:.0%}"
    reckoned = Guess(scan.reckoned, scan.reckoned_most)
    counted = [f"{scan.posts_read:,} read", f"{scan.posts_found:,} found"]
    if reckoned.without(scan.posts_read).most is not None or scan.posts_read < reckoned.least:
        counted[0] = f"{scan.posts_read:,} of {_guessed(reckoned)}"
    if a_second:
        counted.append(f"{a_second:,.0f} a second")
    if left is not None and any(left) and _can_be_told(*left):
        counted.append(f"{_lasting(*left)} left")
    lines = [_title(scan, "Reading old posts"), WAITING if waits else state, " · ".join(counted)]
    if here is not None:
        lines.append(f"Now: <#{here}>")
    return "\n".join(lines)


def ended(scan: Scan) -> str:
    """Describe a scan that has ended."""
    match scan.state:
        case ScanState.CANCELLED:
            state = f"**Cancelled** by <@{scan.ended_by}>."
        case ScanState.FAILED:
            state = f"**Stopped**: {_in_words(scan.fault)}.{_for_the_operator(scan.code)}"
        case _:
            state = f"{bar(1.0)} **Done.**"
    counted = f"{scan.posts_read:,} {_posts(scan.posts_read)} read, {scan.posts_found:,} found."
    return "\n".join([_title(scan, "Old posts read"), f"{state} {counted}"])


def unread(posts: Mapping[WhyUnread, int]) -> list[str]:
    """Say in how many posts files could not be read. posts: by the reason; may be empty."""
    return [
        f"In {number:,} {_posts(number)} a file was not read: {why.value}." for why, number in posts.items()
    ]


def left_out(places: Iterable[ScanPlace]) -> list[str]:
    """Name the channels that were left out, in whole or in part, and why. places: may be empty."""
    reasons: dict[str, list[int]] = {}
    for place in places:
        if place.skipped is not None:
            begun = place.cursor and place.skipped not in ARCHIVE_ALONE
            reason = f"{'Not read to the end' if begun else 'Left out'}, {place.skipped.value}"
            reasons.setdefault(reason, []).append(place.channel_id)
    return [f"{reason}: {_named(channels)}" for reason, channels in reasons.items()]


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


def duration(seconds: float) -> str:
    """Say a span of time as one would: nobody needs seconds of an hour."""
    if seconds < MINUTE:
        return "less than a minute"
    if seconds < HOUR:
        minutes = round(seconds / MINUTE)
        return "about a minute" if minutes == 1 else f"about {minutes} minutes"
    hours = round(seconds / HOUR)
    return "about an hour" if hours == 1 else f"about {hours} hours"


def _guessed(posts: Guess) -> str:
    if posts.most is None:
        if not posts.least:
            return "posts of which nobody can tell how many there are"
        return f"at least {posts.least:,} {_posts(posts.least)} (how many more cannot be told)"
    least, most = _rounded(posts.least), _rounded(posts.most)
    if least == most:
        return f"about {least} {_posts(posts.least)}" if posts.least else "no posts"
    if not posts.least:
        return f"up to about {most} {_posts(posts.most)}"
    return f"roughly {least} to {most} posts"


def _takes(reckoning: Reckoning) -> str:
    if not _can_be_told(reckoning.least, reckoning.most):
        return "How long that takes cannot be told"
    return f"That takes {_lasting(reckoning.least, reckoning.most)}"


def _can_be_told(least: float, most: float | None) -> bool:
    """Say whether of some time there is anything to say. least, most: as `_lasting` has them."""
    return most is not None or least >= MINUTE


def _lasting(least: float, most: float | None) -> str:
    """Say how long something takes. least, most: seconds; None where nobody can tell."""
    if most is None:
        return f"at least {duration(least).removeprefix('about ')}"
    shortest, longest = duration(least), duration(most)
    return longest if shortest == longest else f"{shortest} to {longest.removeprefix('about ')}"


def _rounded(posts: int) -> str:
    """Round to two digits: a reckoning is no count."""
    return f"{round(posts, min(0, 2 - len(str(posts)))):,}"


def _posts(number: int) -> str:
    return "post" if number == 1 else "posts"


def _channels(number: int) -> str:
    return "1 channel" if number == 1 else f"{number:,} channels and threads"


def _where(scan: Scan) -> str:
    return "this server" if scan.channel_id is None else f"<#{scan.channel_id}>"


def _span(scan: Scan) -> str:
    if scan.since is not None:
        return f"since {scan.since:%Y-%m-%d}"
    return f"the last {scan.last:,} of each"


def _in_public(scan: Scan) -> str:
    if not scan.notes:
        return "Nothing is written in public."
    return (
        "**It also replies in public** with a note to what it finds, where the mode is note and the thread "
        "is not archived."
    )


def _screenshots(per_day: int) -> str:
    if not per_day:
        return "Pictures in old posts are not read."
    return f"Of screenshots {per_day} a day are read at most, so that as many are left for new posts."


def _title(scan: Scan, what: str) -> str:
    notes = ", with public notes" if scan.notes else ""
    return f"**{what}**: {_where(scan)}, {_span(scan)}{notes} · asked by <@{scan.asked_by}>"


def _in_words(fault: Fault | None) -> str:
    return fault.value if fault else "it could not go on"


def _for_the_operator(code: str | None) -> str:
    return f" Code for the operator: `{code}`." if code else ""


def _named(channels: Iterable[int]) -> str:
    mentions = [f"<#{each}>" for each in channels]
    more = len(mentions) - MOST_NAMED
    return ", ".join(mentions[:MOST_NAMED]) + (f" and {more} more" if more > 0 else "")
