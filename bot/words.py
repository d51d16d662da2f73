"""What the chat commands say. One place, so that wording can be read, reviewed and later translated."""

from collections.abc import Iterable, Sequence

from bot.policy import Exempt, Mode, PlaceSettings, Reason

GROUP = "Notes under pasted pitches: what Signpost does in this server"
STATUS = "What Signpost watches here, what it lacks and how to grant it"

MOST_NAMED, MOST_NAMED_BESIDE = 15, 3
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

NO_SERVER_CHANNEL = "I cannot see this channel. Give me View Channel here, then try again."
OPEN_IT_FIRST = (
    "I cannot see that channel or thread. If it is archived, open it first; else give me View Channel."
)


def failed(code: str) -> str:
    """Say that something unforeseen went wrong. code: also in the operator's log."""
    return (
        f"That did not work, and it was not your doing. Nothing was changed. Code for the operator: `{code}`"
    )


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


def mode_line(mode: Mode, place: str, follows: bool) -> str:
    """Say what holds in a place. follows: True when it has no mode of its own."""
    whose = " (as the server)" if follows else ""
    return f"{place}: **{mode.value}**{whose}. Signpost {_WHAT_A_MODE_DOES[mode]}."


def cooldown_line(seconds: int) -> str:
    """Say how long a channel rests after a note."""
    if not seconds:
        return "Cool-down: none; every pitch gets a note."
    return f"Cool-down: one note per channel and topic in {_duration(seconds)}."


def _duration(seconds: int) -> str:
    minutes, rest = divmod(seconds, 60)
    if rest or not minutes:
        return f"{seconds} seconds"
    hours, rest = divmod(minutes, 60)
    if rest or not hours:
        return f"{minutes} minutes"
    return "1 hour" if hours == 1 else f"{hours} hours"


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
LOG_GONE = "**Mod log: the channel is gone.** Choose another with `/signpost log`."
ALL_GRANTED = "Permissions here: everything it needs."
KEEPS = (
    "It keeps no text and no names: message numbers, scores, keyed fingerprints of flagged posts, rulings "
    "and decisions for {days} days, and where its notes stand."
)

READS_QUICKLY = (
    "**It reads by its quick model alone**: the packages of its close reader are not installed, so it misses "
    "more pitches. Whoever runs this bot can add them: `pip install '.[slow]'`."
)

PICTURES_UNREAD = "Pictures are not read."


def pictures_line(per_day: int) -> str:
    """Say that screenshots are read. per_day: how many for one server."""
    return f"Screenshots are read too, up to {per_day} a day (UTC) in this server."


def log_line(channel: str) -> str:
    """Say which channel is the mod log."""
    return f"Mod log: {channel}."


def lacking_line(place: str, missing: Iterable[str]) -> str:
    """Say what is missing in a channel, and how to grant it."""
    return f"**Missing in {place}: {', '.join(missing)}.** {_HOW_TO_GRANT}"


def own_modes_line(channels: Iterable[tuple[str, Mode]]) -> str:
    """List the channels with a mode of their own."""
    listed = _listed([f"{channel} {mode.value}" for channel, mode in channels], MOST_NAMED)
    return f"Channels with their own mode: {listed}."


# ---- who and what is not read: /signpost exempt

EXEMPT = "Whom and what Signpost does not read; alone, it lists that (needs Manage Server)"
EXEMPT_ROLE = "Members with this role"
EXEMPT_CHANNEL = "A channel, thread or forum with all that is in it, or a whole category"
EXEMPT_MEMBER = "One member; only a keyed hash is kept, never the name or the number"
EXEMPT_CHOICE = "Yes exempts, no has it read again"

NOTHING_EXEMPT = "Nothing is exempt: Signpost reads everyone, wherever it is not off."
EXEMPT_NEEDS_ONE = "Choose a role, a channel or a member as well: whom or what should I no longer exempt?"
EVERYONE_EXEMPT = (
    "@everyone cannot be exempt: then nothing would be read. That is what `/signpost mode` has **off** for."
)


def exempt_changed(what: Sequence[str], *, exempt: bool) -> str:
    """Confirm exemptions or their end. what: mentions."""
    listed = ", ".join(what)
    if not exempt:
        return f"No longer exempt: {listed}. Signpost reads it again, unless it is off or exempt otherwise."
    each = ", each for itself and not only together" if len(what) > 1 else ""
    return f"Exempt{each}: {listed}. Signpost does not read it from now on; notes that stand already remain."


def never_exempt(what: Iterable[str]) -> str:
    """Say that an exemption could not end, since there was none. what: mentions."""
    return f"Not exempt by itself, so nothing changed: {', '.join(what)}."


def still_exempt(what: str, by: Exempt) -> str:
    """Say that the end of an exemption changes nothing where others hold; empty where none does."""
    named = ", ".join(_listed(kind) for kind in _mentions(by).values() if kind)
    return f"**{what} is still not read**, because this is exempt as well: {named}." if named else ""


def still_exempt_within(what: str, channels: Iterable[int]) -> str:
    """Say which channels in a channel or category are exempt by themselves; empty where none is."""
    named = _listed([f"<#{each}>" for each in channels])
    return f"Still not read in {what}: {named}." if named else ""


def exempt_full(what: str, most: int) -> str:
    """Refuse an exemption above the bound. what: a mention."""
    return f"{what} was not exempted: {most} of a kind are exempt already. Take one off first."


def exempt_line(exempt: Exempt) -> str:
    """List what a server has exempted; members are counted, since nothing is kept that could name them."""
    members = len(exempt.members)
    parts = [
        *(_named(kind, mentions) for kind, mentions in _mentions(exempt).items()),
        f"members: {members} (kept as keyed hashes, so I cannot name them)" if members else "",
    ]
    return f"Exempt, not read: {'; '.join(part for part in parts if part)}."


def exempt_summary(exempt: Exempt) -> str:
    """Count what a server has exempted."""
    kinds = [
        _counted(len(exempt.roles), "role", "roles"),
        _counted(len(exempt.channels), "channel", "channels"),
        _counted(len(exempt.categories), "category", "categories"),
        _counted(len(exempt.members), "member", "members"),
    ]
    return f"Exempt, not read: {', '.join(filter(None, kinds))}. `/signpost exempt` lists them."


def not_read_line(place: str, reason: Reason) -> str:
    """Say that nothing is read in a place, whatever its mode. place: a mention."""
    return f"**{place} is not read**: it is {reason.value}."


def _counted(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}" if number else ""


def _mentions(exempt: Exempt) -> dict[str, list[str]]:
    return {
        "roles": [f"<@&{each}>" for each in sorted(exempt.roles)],
        "channels": [f"<#{each}>" for each in sorted(exempt.channels)],
        "categories": [f"<#{each}>" for each in sorted(exempt.categories)],
    }


def _named(kind: str, names: Sequence[str]) -> str:
    return f"{kind}: {_listed(names, MOST_NAMED)}" if names else ""


def _listed(names: Sequence[str], most: int = MOST_NAMED_BESIDE) -> str:
    more = len(names) - most
    return f"{', '.join(names[:most])}{f' and {more} more' if more > 0 else ''}"


# ---- which webhooks are read: /signpost webhooks

WEBHOOKS = "Which webhooks Signpost reads; alone, it lists them (needs Manage Server)"
WEBHOOK_SOURCE = "PluralKit, a webhook's ID, or the link of a message that the webhook posted"
WEBHOOK_CHOICE = "Yes has it read, no leaves it unread again"
PLURALKIT = "PluralKit"
FOLLOWED_ARE_READ = "Followed announcements are always read; other webhooks and bots are not."
WAITS_FOR_PLURALKIT = "Notes wait 3 seconds, so that they go under PluralKit's copy."

COPIES_ARE_READ = (
    "**PluralKit's copies are read, also those of exempt members**: a copy does not say whose it is. Exempt "
    "the channel instead."
)

_HOW_TO_NAME_WEBHOOK = (
    "Choose PluralKit from the list, or give me a webhook's ID (17 to 20 digits) or a link: hold or "
    "right-click a message that the webhook posted, then Copy Message Link."
)
NO_SOURCE = f"I do not know that webhook. {_HOW_TO_NAME_WEBHOOK}"
SERVERS, CHANNELS, ROLES = "this server's", "a channel's", "a role's"
MEMBERS, BOTS = "a member's", "a bot's"
"""Whose an ID is that names no webhook."""

NO_SUCH_WEBHOOK = (
    "No webhook of this server has that ID. A link is surer: hold or right-click a message that the webhook "
    "posted, then Copy Message Link."
)
WEBHOOK_FOLLOWS = "That webhook brings followed announcements. Signpost reads those without being asked."
WEBHOOK_UNCHECKED = (
    "**I could not check that ID**: without Manage Webhooks I cannot see this server's webhooks. If it is "
    "not a webhook's, nothing comes of it; the link of a message that it posted is surer."
)
WEBHOOK_NEEDS_SOURCE = "Choose the webhook as well: which one should I no longer read?"
LINK_OF_ANOTHER_SERVER = "That message is in another server. Give me one that the webhook posted here."
LINKED_MESSAGE_GONE = "That message is gone, or its channel is. Give me a newer one that the webhook posted."
LINKED_MESSAGE_HIDDEN = (
    "I cannot see that message. Give me View Channel and Read Message History there, or the webhook's ID."
)
LINKED_MESSAGE_BY_MEMBER = "No webhook posted that message: it is read like any other."
LINKED_MESSAGE_BY_BOT = "No webhook posted that message, but a bot. Bots are not read."
LINKED_MESSAGE_FOLLOWED = "That is a followed announcement. Signpost reads those without being asked."


def webhook_name(webhook_id: int) -> str:
    """Name a webhook that is known by its id alone."""
    return f"webhook `{webhook_id}`"


def not_a_webhook(whose: str) -> str:
    """Refuse an ID that is known to be something else's."""
    return f"That is {whose} ID, not a webhook's. {_HOW_TO_NAME_WEBHOOK}"


def webhook_changed(name: str, *, read: bool) -> str:
    """Confirm that a webhook is read, or no longer."""
    return f"Signpost reads {name} from now on." if read else f"Signpost no longer reads {name}."


def webhook_unread(name: str) -> str:
    """Answer who wants no longer read what is not: a slip in an ID must not look like success."""
    return f"Signpost did not read {name}. Nothing changed."


def webhooks_full(most: int) -> str:
    """Refuse a webhook above the bound."""
    return f"Not added: {most} webhooks are read already. Take one off first."


def webhooks_line(webhook_ids: Iterable[int], *, pluralkit: bool) -> str:
    """List the webhooks that a server has read; empty where there are none."""
    chosen = _named("Webhooks read", [*([PLURALKIT] if pluralkit else []), *map(str, sorted(webhook_ids))])
    return _with_wait(f"{chosen}.", pluralkit=pluralkit) if chosen else ""


def copies_line(settings: PlaceSettings) -> str:
    """Warn that PluralKit's copies do not say whose they are; empty where that spares nobody."""
    people = settings.exempt.roles or len(settings.exempt.members)
    return COPIES_ARE_READ if settings.reads_pluralkit and people else ""


def webhooks_summary(number: int, *, pluralkit: bool) -> str:
    """Count the webhooks that a server has read, PluralKit by name; empty where there are none."""
    kinds = [PLURALKIT if pluralkit else "", _counted(number, "webhook", "webhooks")]
    chosen = ", ".join(filter(None, kinds))
    return _with_wait(f"Read as well: {chosen}.", pluralkit=pluralkit) if chosen else ""


def _with_wait(line: str, *, pluralkit: bool) -> str:
    return f"{line} {WAITS_FOR_PLURALKIT}" if pluralkit else line
