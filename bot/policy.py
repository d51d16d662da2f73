"""What may be read, and what to do with a verdict: pure decisions with named reasons."""

from collections.abc import Container, Sized
from dataclasses import dataclass, field, replace
from datetime import timedelta
from enum import StrEnum, auto
from typing import Protocol

from bot.knowledge.topics import on_by_default
from bot.recognition.verdict import Verdict

DEFAULT_THRESHOLD = 0.8
DEFAULT_COOLDOWN = timedelta(minutes=30)
DEFAULT_REVIEW = timedelta(hours=12)


class Mode(StrEnum):
    """What a server or channel wants."""

    OFF = "off"
    OBSERVE = "observe"
    REVIEW = "review"
    NOTE = "note"


class Action(StrEnum):
    """What is done with a post."""

    NOTHING = "nothing"
    OBSERVE = "observe"
    QUEUE = "queue"
    NOTE = "note"


class Reason(StrEnum):
    """Why a post was, or was not, answered. Stored by its name; never renamed once released.

    What people read of it is in the catalogue: bot/texts/phrases.py, reason_text.
    """

    PITCH = auto()
    OBSERVING = auto()
    REVIEWING = auto()
    BELOW_THRESHOLD = auto()
    DISMISSED_BEFORE = auto()
    NO_TOPIC = auto()
    TOPIC_OFF = auto()
    TOPIC_NOT_MEASURED = auto()
    TOPIC_WITHDRAWN = auto()
    NOTED_OFTEN = auto()
    COOLING_DOWN = auto()
    NO_NOTES_IN_THREADS = auto()
    SCANNED = auto()
    MODERATOR_SAYS = auto()
    OFF_HERE = auto()
    WROTE_IT_MYSELF = auto()
    FROM_A_BOT = auto()
    FROM_A_WEBHOOK = auto()
    NOT_IN_A_SERVER = auto()
    NOT_WRITTEN_BY_A_PERSON = auto()
    EXEMPT_CHANNEL = auto()
    EXEMPT_CATEGORY = auto()
    EXEMPT_MEMBER = auto()
    EXEMPT_ROLE = auto()
    OPTED_OUT = auto()


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a message comes from, as far as can be told without touching its content.

    channel_ids: the channel, then its parent for a thread or forum post. category_id: of either.
    role_ids: the writer's, None where Discord did not send them. webhook_id: None for what no webhook posted.
    followed: a copy from another server's announcement channel that this server follows; a webhook posts it.
    by_pluralkit: a member's message, posted again by PluralKit's webhook.
    answers_a_command: a bot's answer to a command, which Discord delivers under a webhook's name.
    """

    in_guild: bool
    by_bot: bool = False
    by_us: bool = False
    by_discord: bool = False
    channel_ids: tuple[int, ...] = ()
    category_id: int | None = None
    author_id: int = 0
    role_ids: frozenset[int] | None = None
    webhook_id: int | None = None
    followed: bool = False
    by_pluralkit: bool = False
    answers_a_command: bool = False


class Members(Container[int], Sized, Protocol):
    """A set of members that can be asked and counted, and that may be unable to name them."""


@dataclass(frozen=True, slots=True)
class Exempt:
    """Whose messages a server has exempted, and where: ids of roles, channels and categories."""

    roles: frozenset[int] = frozenset()
    channels: frozenset[int] = frozenset()
    categories: frozenset[int] = frozenset()
    members: Members = frozenset[int]()

    def __bool__(self) -> bool:
        """Say whether anything is exempt at all."""
        return bool(self.roles or self.channels or self.categories or len(self.members))


@dataclass(frozen=True, slots=True)
class PlaceSettings:
    """What holds in one place: a channel's own settings over its parent's, the server's and the operator's.

    threshold: score 0-1. mod_log: channel id, or None where none was chosen.
    webhook_ids: those that are read. reads_pluralkit: whether what PluralKit posts again for members is.
    review: time after which a case that waits for release expires. topics: ids of those that are answered;
    those on by default where a server chose none. withdrawn_topics: ids of those that whoever runs Signpost
    withdrew. is_thread: whether the place is a thread or forum post. notes_in_threads: whether notes are
    sent in such a place. opted_out: who does not want to be read.
    """

    mode: Mode = Mode.NOTE
    threshold: float = DEFAULT_THRESHOLD
    cooldown: timedelta = DEFAULT_COOLDOWN
    mod_log: int | None = None
    exempt: Exempt = Exempt()
    webhook_ids: frozenset[int] = frozenset()
    reads_pluralkit: bool = False
    review: timedelta = DEFAULT_REVIEW
    topics: frozenset[str] = field(default_factory=on_by_default)
    is_thread: bool = False
    notes_in_threads: bool = True
    opted_out: Members = frozenset[int]()
    withdrawn_topics: frozenset[str] = frozenset()

    @property
    def waits_for_proxies(self) -> bool:
        """Whether a note waits, so that it goes under the copy that takes a member's post's place."""
        return self.reads_pluralkit


@dataclass(frozen=True, slots=True)
class Recent:
    """What the ledger remembers of a place. noted: topics with a note there within the cool-down."""

    noted: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Decision:
    """What to do with a post, and why."""

    action: Action
    reason: Reason


def may_read(origin: Origin, settings: PlaceSettings) -> Reason | None:
    """Say why a message must not be read here; None when it may be.

    Comes before content is touched or a file fetched, so it sees none of it.
    """
    if not origin.in_guild:
        return Reason.NOT_IN_A_SERVER
    if origin.by_us:
        return Reason.WROTE_IT_MYSELF
    if origin.webhook_id is not None:
        if not _reads_webhook(origin, settings):
            return Reason.FROM_A_WEBHOOK
    elif origin.by_bot:  # Discord calls webhooks bots as well
        return Reason.FROM_A_BOT
    if origin.by_discord:
        return Reason.NOT_WRITTEN_BY_A_PERSON
    if settings.mode is Mode.OFF:
        return Reason.OFF_HERE
    if len(settings.opted_out) and origin.author_id in settings.opted_out:
        return Reason.OPTED_OUT
    return exempt_place(origin, settings.exempt) or _exempt_writer(origin, settings.exempt)


def exempt_place(origin: Origin, exempt: Exempt) -> Reason | None:
    """Say why nothing is read where a message stands; a thread counts as its channel and category too."""
    if not exempt.channels.isdisjoint(origin.channel_ids):
        return Reason.EXEMPT_CHANNEL
    if origin.category_id in exempt.categories:
        return Reason.EXEMPT_CATEGORY
    return None


def holding(origin: Origin, exempt: Exempt) -> Exempt:
    """Return which exempt roles, channels and categories keep a message unread; members have no names."""
    return Exempt(
        roles=exempt.roles.intersection(origin.role_ids or ()),
        channels=exempt.channels.intersection(origin.channel_ids),
        categories=exempt.categories & {origin.category_id},
    )


def lacks_roles(origin: Origin, settings: PlaceSettings) -> bool:
    """Say whether may_read could answer otherwise if it knew the writer's roles."""
    if not settings.exempt.roles or origin.role_ids is not None or origin.webhook_id is not None:
        return False
    return may_read(origin, settings) is None


def _exempt_writer(origin: Origin, exempt: Exempt) -> Reason | None:
    if len(exempt.members) and origin.author_id in exempt.members:
        return Reason.EXEMPT_MEMBER
    if not exempt.roles.isdisjoint(origin.role_ids or ()):
        return Reason.EXEMPT_ROLE
    return None


def _reads_webhook(origin: Origin, settings: PlaceSettings) -> bool:
    if origin.answers_a_command:
        return False
    if origin.by_pluralkit and settings.reads_pluralkit:
        return True
    return origin.followed or origin.webhook_id in settings.webhook_ids


def decide(verdict: Verdict, settings: PlaceSettings, recent: Recent) -> Decision:
    """Say what to do with a judged post in this place.

    Reads nothing but its arguments, so that the live bot, the command line and a preview cannot disagree.
    Whether the post may be read at all was settled before (may_read).
    """
    if verdict.topic is None:
        return Decision(Action.NOTHING, Reason.NO_TOPIC)
    if verdict.topic not in settings.topics:
        return Decision(Action.NOTHING, Reason.TOPIC_OFF)
    if verdict.score < settings.threshold:
        return Decision(Action.NOTHING, Reason.BELOW_THRESHOLD)
    if verdict.dismissed is not None:
        return Decision(Action.NOTHING, Reason.DISMISSED_BEFORE)
    if settings.mode is Mode.OFF:
        return Decision(Action.NOTHING, Reason.OFF_HERE)
    if verdict.topic in settings.withdrawn_topics:
        return Decision(Action.OBSERVE, Reason.TOPIC_WITHDRAWN)
    if settings.mode is Mode.OBSERVE:
        return Decision(Action.OBSERVE, Reason.OBSERVING)
    if not verdict.measured:
        return Decision(Action.OBSERVE, Reason.TOPIC_NOT_MEASURED)
    if settings.is_thread and not settings.notes_in_threads:
        return Decision(Action.OBSERVE, Reason.NO_NOTES_IN_THREADS)
    if verdict.topic in recent.noted:
        return Decision(Action.OBSERVE, Reason.COOLING_DOWN)
    if settings.mode is Mode.REVIEW:
        return Decision(Action.QUEUE, Reason.REVIEWING)
    return Decision(Action.NOTE, Reason.PITCH)


def decide_on_old(verdict: Verdict, settings: PlaceSettings, recent: Recent) -> Decision:
    """Say what a scan does with an old post in this place: what `decide` does, and what it finds it says so.

    It queues a post for release only where it may note: `without_notes` makes a place of review observe.
    recent: what stood in the channel when the post was written.
    """
    decision = decide(verdict, settings, recent)
    if decision.reason is Reason.OBSERVING:
        return Decision(Action.OBSERVE, Reason.SCANNED)
    return decision


def without_notes(settings: PlaceSettings) -> PlaceSettings:
    """Return what holds in a place where nothing may be written in public, nor wait for it; off stays off."""
    return settings if settings.mode is Mode.OFF else replace(settings, mode=Mode.OBSERVE)


def taken_for(reason: Reason) -> Decision:
    """Return the decision that was taken on a case; of it, the store keeps the reason alone."""
    return Decision(_CALLS_FOR.get(reason, Action.OBSERVE), reason)


_CALLS_FOR = {
    Reason.PITCH: Action.NOTE,
    Reason.MODERATOR_SAYS: Action.NOTE,
    Reason.REVIEWING: Action.QUEUE,
}
