"""The records of the ledger: cases, notes and the posts that a cool-down silenced."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.policy import Reason
from bot.recognition import Selection


class CaseState(StrEnum):
    """Where a case stands. Stored; never renamed once released."""

    OBSERVED = "observed"
    SENDING = "sending"
    NOTED = "noted"
    SILENCED = "silenced"
    DELETED_FIRST = "deleted first"
    REFUSED = "refused"
    LAPSED = "lapsed"
    WITHDRAWN = "withdrawn"
    CLEANED = "edited clean"
    DELETED = "deleted"
    WAITING = "waiting"
    UNRELEASED = "never released"
    RECALLED = "recalled"
    """A moderator took its note back without a ruling: its post gets no other."""


TAKEN_BACK = frozenset({CaseState.WITHDRAWN, CaseState.CLEANED, CaseState.LAPSED})
"""Where a case stands after its post called for it no longer."""

BEFORE_ITS_ENTRY = frozenset({CaseState.SENDING, CaseState.DELETED_FIRST})
"""States that end before an entry is written for the first time."""


class Ruling(StrEnum):
    """A moderator's answer to a case. Stored; never renamed once released."""

    CONFIRMED = "confirmed"
    DISMISSED = "dismissed"


HELP_TOPIC = "help"
"""The topic of a note that moderators sent for somebody's hard day: it has no case, answers no pitch and is
not counted."""

NO_FINGERPRINTS = Selection(frozenset())


@dataclass(frozen=True, slots=True)
class NewCase:
    """A case about to be opened. claims: ids of claim families. covered_by: id of the case with the note.

    fingerprints: of the post, keyed with the installation's secret. edited_at: when the text that was judged
    was edited, None for a post as it was written. pieces: messages that were judged together. further: ids of
    those beside the first one. parent_id: of the channel that a thread or forum post hangs in, which may be
    deleted with it. counted_on: id of the case whose entry counts this near copy. waits_until: when a case
    that waits for release expires.
    """

    guild_id: int
    channel_id: int
    message_id: int
    topic: str
    score: float
    claims: tuple[str, ...]
    state: CaseState
    reason: Reason
    opened_at: datetime
    covered_by: int | None = None
    entry_due: bool = False
    edited_at: datetime | None = None
    pieces: int = 1
    further: tuple[int, ...] = ()
    parent_id: int | None = None
    counted_on: int | None = None
    waits_until: datetime | None = None
    fingerprints: Selection = NO_FINGERPRINTS


@dataclass(frozen=True, slots=True)
class Case:
    """A stored decision on a post. notes_sent: notes tried so far, the second part of the nonce.

    ruled_by: id of the moderator. ruled_at: when the ruling was given. edited_at: the last edit of the post
    that was judged. pieces: messages that were judged together. strike_due: its entry, or one that a crash
    left unrecorded, holds quotes of what is no longer there. judge_due: one of its messages changed or went,
    and what is left has to be judged. parent_id, counted_on, waits_until: as in NewCase.
    """

    id: int
    guild_id: int
    channel_id: int
    message_id: int
    topic: str
    score: float
    claims: tuple[str, ...]
    state: CaseState
    reason: Reason
    opened_at: datetime
    notes_sent: int
    covered_by: int | None
    entry_due: bool
    entry_channel_id: int | None
    entry_id: int | None
    ruling: Ruling | None
    ruled_by: int | None
    ruled_at: datetime | None
    edited_at: datetime | None
    pieces: int
    strike_due: bool
    judge_due: bool
    parent_id: int | None
    counted_on: int | None
    waits_until: datetime | None

    @property
    def is_by_hand(self) -> bool:
        """Whether a moderator called its post a pitch: then no judgement of Signpost's takes that back."""
        return self.reason is Reason.MODERATOR_SAYS

    @property
    def may_be_reopened(self) -> bool:
        """Whether its post gets another answer where it is a pitch again."""
        return self.state in TAKEN_BACK and self.ruling is not Ruling.DISMISSED

    @property
    def nonce(self) -> str:
        """What lets Discord drop a second try at the same note; at most 25 characters, as Discord demands."""
        return f"{self.message_id}:{self.notes_sent}"

    @property
    def unfinished(self) -> bool:
        """Whether something of it is left to be done: a note on its way, or an entry due."""
        return self.state is CaseState.SENDING or self.entry_due

    @property
    def may_have_entry(self) -> bool:
        """Whether an entry stands in the mod log, or may stand there unrecorded since a crash."""
        return self.entry_id is not None or (self.entry_due and self.state not in BEFORE_ITS_ENTRY)


@dataclass(frozen=True, slots=True)
class RuledCase:
    """A case with its ruling. new: False where the case was ruled so before."""

    case: Case
    new: bool


@dataclass(frozen=True, slots=True)
class SentNote:
    """A note that Discord accepted. note_id: the note's message id."""

    note_id: int
    resource_ids: tuple[str, ...]
    text_version: str
    sent_at: datetime


@dataclass(frozen=True, slots=True)
class StandingNote:
    """A note that stands in a channel. note_id: the note's message id. case_id: None once it expired."""

    note_id: int
    case_id: int | None
    guild_id: int
    channel_id: int


@dataclass(frozen=True, slots=True)
class ExpiredEntry:
    """A mod-log entry whose case expired and which still shows it. channel_id: the log's."""

    guild_id: int
    channel_id: int
    entry_id: int


@dataclass(frozen=True, slots=True)
class SilencedPost:
    """A post that another case's entry counts: covered by its note, or a near copy elsewhere."""

    channel_id: int
    message_id: int
