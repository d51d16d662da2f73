"""The records of the ledger: cases, notes and the posts that a cool-down silenced."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.policy import Reason


class CaseState(StrEnum):
    """Where a case stands. Stored; never renamed once released."""

    OBSERVED = "observed"
    SENDING = "sending"
    NOTED = "noted"
    SILENCED = "silenced"
    DELETED_FIRST = "deleted first"
    REFUSED = "refused"
    LAPSED = "lapsed"


@dataclass(frozen=True, slots=True)
class NewCase:
    """A case about to be opened. claims: ids of claim families. covered_by: id of the case with the note."""

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


@dataclass(frozen=True, slots=True)
class Case:
    """A stored decision on a post. notes_sent: notes tried so far, the second part of the nonce."""

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

    @property
    def nonce(self) -> str:
        """What lets Discord drop a second try at the same note; at most 25 characters, as Discord demands."""
        return f"{self.message_id}:{self.notes_sent}"


@dataclass(frozen=True, slots=True)
class SentNote:
    """A note that Discord accepted. note_id: the note's message id."""

    note_id: int
    resource_ids: tuple[str, ...]
    text_version: str
    sent_at: datetime


@dataclass(frozen=True, slots=True)
class SilencedPost:
    """A post that a note in the same channel stands for."""

    channel_id: int
    message_id: int
