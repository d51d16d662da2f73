"""A post and its passages, without Discord: what the recogniser, the command line and the tests share."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Self


class Carrier(StrEnum):
    """How a passage arrived, in words for the mod log."""

    CONTENT = "message"
    TITLE = "title"
    FILE = "file"


class WhyUnread(StrEnum):
    """Why a file of a post could not be read, in words for the mod log."""

    GONE = "it is no longer there"
    REFUSED = "Discord refused to hand it out"
    SLOW = "it took too long to arrive"
    FOREIGN = "it does not lie with Discord"
    BROKEN = "the download broke off"


@dataclass(frozen=True, slots=True)
class Passage:
    """One run of text of a post, with where it came from.

    name: the file's name for a passage from a file, else empty.
    cut: True when only the beginning was read (a file above the size limit).
    """

    text: str
    carrier: Carrier = Carrier.CONTENT
    name: str = ""
    cut: bool = False

    @property
    def place(self) -> str:
        """Where in the post this passage stands, for people: a file's name, else the carrier."""
        return self.name or self.carrier.value


@dataclass(frozen=True, slots=True)
class Unread:
    """A file that should have been read and was not."""

    name: str
    why: WhyUnread


@dataclass(frozen=True, slots=True)
class Post:
    """What one message says: its passages in reading order, and the files that could not be read."""

    passages: tuple[Passage, ...]
    unread: tuple[Unread, ...] = ()

    @classmethod
    def of_text(cls, text: str) -> Self:
        """Wrap a bare text, as the command line and the tests have it."""
        return cls((Passage(text),))

    @property
    def text(self) -> str:
        """All passages as one text, in reading order."""
        return "\n".join(passage.text for passage in self.passages)

    @property
    def length(self) -> int:
        """Characters in all passages together."""
        return sum(len(passage.text) for passage in self.passages)
