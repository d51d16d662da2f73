"""What the entries' buttons, /signpost mode and /signpost log say, until it stands in the catalogue too."""

from collections.abc import Iterable, Sequence

from bot.policy import Mode

MODE = "What Signpost does with a pitch, in this server or one channel (needs Manage Server)"
MODE_CHOICE = "off: reads nothing · observe: mod log only · note: replies with its note"
MODE_CHANNEL = "The channel or forum to set; leave empty for the whole server"
LOG = "Choose the channel that gets the mod log (needs Manage Server)"
LOG_CHANNEL = "A channel that only moderators can see"

FOLLOW_SERVER = "as the server"
"""The choice that takes a channel's own mode away."""

MOST_NAMED = 15
"""Names of a kind that a list shows, and that stand in a sentence beside it: with three full lists, the
longest answer stays below the 2 000 characters of a message."""

CONFIRM, DISMISS = "Confirm", "Dismiss"
"""The buttons of a mod-log entry."""

NO_SUCH_CASE = (
    "There is no such case in this server any more: it has expired, or its post is deleted. Nothing changed."
)

MODERATORS_ONLY = "This is for moderators: it needs the Manage Messages permission."
MANAGERS_ONLY = "This is for the people who run the server: it needs the Manage Server permission."

_HOW_TO_GRANT = "To grant it: channel settings → Permissions → add Signpost → allow what is missing."

_WHAT_A_MODE_DOES = {
    Mode.OFF: "reads nothing",
    Mode.OBSERVE: "tells the mod log of a pitch and writes nothing in public",
    Mode.REVIEW: "asks the moderators about each pitch and replies once one of them releases the note",
    Mode.NOTE: "replies to a pitch with its note",
}

LOG_STARTS = (
    "Signpost writes its log here from now on: one entry for each note and each observed case, with what it "
    "stands on."
)
NO_SERVER_CHANNEL = "I cannot see this channel. Give me View Channel here, then try again."
EVERYONE_SEES_LOG = (
    "**Everyone can see this channel.** The log names writers and quotes posts: better choose a channel that "
    "only moderators see."
)
FOLLOW_NEEDS_CHANNEL = f"“{FOLLOW_SERVER}” needs a channel: choose which one should follow the server again."


def ruling_failed(code: str) -> str:
    """Say that a ruling met something unforeseen. code: also in the operator's log."""
    return (
        "That did not work, and it was not your doing. Press again in a minute: pressing twice is harmless. "
        f"Code for the operator: `{code}`"
    )


def trouble(channel: str, missing: str) -> str:
    """Tell moderators what Signpost lacks in a channel. channel: a mention."""
    return (
        f"**I cannot write in {channel}**, so pitches there get no note. Missing: {missing}.\n"
        f"{_HOW_TO_GRANT} "
        f"I say this once; `/signpost status` shows it until it is fixed."
    )


def mode_set(mode: Mode, where: str) -> str:
    """Confirm a mode. where: a mention, or "this server"."""
    return f"{where[0].upper()}{where[1:]}: **{mode.value}**. Signpost {_WHAT_A_MODE_DOES[mode]}."


def mode_follows(channel: str, mode: Mode) -> str:
    """Confirm that a channel follows its server again."""
    return f"{channel} follows the server again: **{mode.value}**. Signpost {_WHAT_A_MODE_DOES[mode]}."


def log_set(channel: str, *, public: bool) -> str:
    """Confirm the mod log. public: everyone in the server can see it."""
    confirmed = f"The mod log is {channel} now."
    return f"{confirmed}\n{EVERYONE_SEES_LOG}" if public else confirmed


def log_missing(channel: str, missing: Iterable[str]) -> str:
    """Refuse a log channel that Signpost cannot use."""
    return (
        f"I cannot use {channel} as the mod log yet. Missing there: {', '.join(missing)}.\n"
        f"{_HOW_TO_GRANT} Then try again."
    )


def confirmed(case_id: int, *, withdrawn: bool) -> str:
    """Answer a first Confirm. withdrawn: its note was, by an earlier dismissal."""
    said = (
        f"Confirmed: case {case_id} is on this server's list of known pitches until it expires or its post "
        "is deleted. Posts that repeat it, whole or in part, are recognised by that."
    )
    return f"{said} Its note stays withdrawn." if withdrawn else said


def dismissed(case_id: int, *, withdrawn: bool, stands: bool) -> str:
    """Answer a first Dismiss. withdrawn: its note was. stands: it could not be withdrawn."""
    said = (
        f"Dismissed: until case {case_id} expires or its post is deleted, near copies of it get no note in "
        "this server."
    )
    if stands:
        return f"{said} Its note could not be deleted just now; I try again. You can delete it as well."
    return f"{said} Its note is withdrawn." if withdrawn else said


def confirmed_before(case_id: int, moderator_id: int | None) -> str:
    """Answer a Confirm that changes nothing."""
    return f"Case {case_id} is confirmed already, by <@{moderator_id}>. Nothing changed."


def dismissed_before(case_id: int, moderator_id: int | None) -> str:
    """Answer a Dismiss that changes nothing."""
    return f"Case {case_id} is dismissed already, by <@{moderator_id}>. Nothing changed."


NO_LOG = "**Mod log: not chosen yet.** Choose one with `/signpost log`, so that you see what Signpost does."


def own_modes_line(channels: Iterable[tuple[str, Mode]]) -> str:
    """List the channels with a mode of their own."""
    listed = _listed([f"{channel} {mode.value}" for channel, mode in channels], MOST_NAMED)
    return f"Channels with their own mode: {listed}."


def _listed(names: Sequence[str], most: int) -> str:
    more = len(names) - most
    return f"{', '.join(names[:most])}{f' and {more} more' if more > 0 else ''}"
