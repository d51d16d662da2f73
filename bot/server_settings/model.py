"""What a server has set, as it is stored, exported and imported."""

from collections.abc import Collection
from enum import StrEnum
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from bot.policy import Mode


class Caution(StrEnum):
    """How sure Signpost must be before it acts, in words. Stored as the number of `threshold`."""

    CAREFUL = "careful"
    BALANCED = "balanced"
    EAGER = "eager"

    @property
    def threshold(self) -> float:
        """Score 0-1 from which a post is acted on."""
        return _THRESHOLDS[self]


_THRESHOLDS = {Caution.CAREFUL: 0.9, Caution.BALANCED: 0.8, Caution.EAGER: 0.6}
"""What each finds and flags wrongly: docs/measurements.md, "The three thresholds"."""


class Length(StrEnum):
    """How long notes are. The order is the one in which they are offered."""

    FULL = "full"
    SHORT = "short"


LONGEST_LINE = 200
"""Characters of a server's own line in its notes."""

MOST_RESOURCES = 4
"""Resources that a note shows."""

MOST_SHORT = 25
"""Channels in which a server can have one line for a note: as many as a menu of Discord's holds."""

DEFAULT_GOAL = 0.9
"""Share of confirmed rulings from which the next mode is suggested, where a server set none."""

DEFAULT_COUNTRY = "US"
"""Whose help lines a note shows where a server chose none."""


class ServerSettings(BaseModel):
    """A server's own settings; None means the default, which is the operator's where they have a say.

    mod_log, moderator_role: ids. threshold: score 0-1. cooldown: seconds between two notes on a topic in a
    channel. retention_days: for cases and the audit. review_hours: after which a case that waits for release
    expires. language: ISO 639-1. country: ISO 3166. topics: ids of those that are answered, None
    for those on by default.
    notes_in_threads: whether notes are sent there. contests: whether members may contest a note.
    reads_pluralkit: whether what PluralKit posts again for members is read. own_line: a line that its notes
    carry. resources: ids of what its notes point to, in order. note_length: of its notes. short_channels: ids
    of those where notes are short whatever the server's length, with their threads. precision_goal: share 0-1
    of confirmed rulings from which the next mode is suggested. steps_back: whether the step back is taken
    without asking.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    mode: Mode | None = None
    mod_log: int | None = None
    moderator_role: int | None = None
    threshold: Annotated[float, Field(gt=0, le=1)] | None = None
    cooldown: Annotated[int, Field(ge=0, le=7 * 24 * 3600)] | None = None
    retention_days: Annotated[int, Field(ge=1, le=365)] | None = None
    review_hours: Annotated[int, Field(ge=1, le=7 * 24)] | None = None
    language: str | None = None
    country: str | None = None
    topics: tuple[str, ...] | None = None
    notes_in_threads: bool | None = None
    contests: bool | None = None
    reads_pluralkit: bool | None = None
    own_line: Annotated[str, Field(min_length=1, max_length=LONGEST_LINE)] | None = None
    resources: Annotated[tuple[str, ...], Field(min_length=1, max_length=MOST_RESOURCES)] | None = None
    note_length: Length | None = None
    short_channels: Annotated[tuple[int, ...], Field(min_length=1, max_length=MOST_SHORT)] | None = None
    precision_goal: Annotated[float, Field(ge=0.5, lt=1)] | None = None
    steps_back: bool | None = None

    @property
    def help_country(self) -> str:
        """Whose help lines notes show: the chosen country, else the default."""
        return self.country or DEFAULT_COUNTRY

    def length_in(self, channel_ids: Collection[int]) -> Length:
        """Say how long a note is in a channel. channel_ids: its own, and for a thread what it hangs in."""
        if not set(self.short_channels or ()).isdisjoint(channel_ids):
            return Length.SHORT
        return self.note_length or Length.FULL

    @property
    def goal(self) -> float:
        """Share 0-1 of confirmed rulings that the server is happy with, chosen or by default."""
        return DEFAULT_GOAL if self.precision_goal is None else self.precision_goal

    def kept_days(self, most: int) -> int:
        """Return how many days cases and the audit are kept. most: the operator's word, never exceeded."""
        return most if self.retention_days is None else min(self.retention_days, most)
