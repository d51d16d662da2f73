"""A post and its passages, without Discord: what the recogniser, the command line and the tests share."""

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Self


class Carrier(StrEnum):
    """How a passage arrived, in words for the mod log."""

    CONTENT = "message"
    TITLE = "title"
    TAGS = "tags"
    POLL = "poll"
    EMBED = "embed"
    PREVIEW = "link preview"
    ADDRESS = "link address"
    FILE = "file"
    SCREENSHOT = "screenshot"


class WhyUnread(StrEnum):
    """Why a file of a post could not be read, in words for the mod log."""

    GONE = "it is no longer there"
    REFUSED = "Discord refused to hand it out"
    SLOW = "it took too long to arrive"
    FOREIGN = "it does not lie with Discord"
    BROKEN = "the download broke off"
    TOO_MANY = "the post carries more files than are read"
    CROWDED = "too many files came at once"
    EMPTY = "it holds no text"
    NOT_TEXT = "it is not the text that its name promises"
    TOO_LARGE = "it is larger than what is read of its kind"
    ENCRYPTED = "it is locked with a password"
    DAMAGED = "it is damaged, or not what its name says"
    SWOLLEN = "it unpacks to more than what is read"
    LABORIOUS = "reading it took too long"
    STOPPED = "its reading was broken off"
    UNABLE = "reading pictures does not work in this installation"
    USED_UP = "the day's number of screenshots is used up"
    KEPT = "what is left of the day's number of screenshots is kept for new posts"

    @property
    def passes(self) -> bool:
        """Whether the same file may be readable later: the fault lies with the moment, not with the file."""
        return self in _PASSING


_PASSING = frozenset(
    {
        WhyUnread.REFUSED,
        WhyUnread.SLOW,
        WhyUnread.BROKEN,
        WhyUnread.CROWDED,
        WhyUnread.LABORIOUS,
        WhyUnread.STOPPED,
        WhyUnread.UNABLE,
        WhyUnread.USED_UP,
        WhyUnread.KEPT,
    }
)


@dataclass(frozen=True, slots=True)
class Passage:
    """One run of text of a post, with where it came from.

    name: the file's name for a passage from a file or picture, else empty.
    cut: True when only the beginning was read (a file above the size limit).
    forwarded: True when it stands in a message that the post forwards.
    """

    text: str
    carrier: Carrier = Carrier.CONTENT
    name: str = ""
    cut: bool = False
    forwarded: bool = False

    @property
    def place(self) -> str:
        """Where in the post this passage stands, for people: a file's name, else the carrier."""
        place = self.name or self.carrier.value
        if self.carrier is Carrier.SCREENSHOT and self.name:
            place = f"{self.carrier.value} {self.name}"
        return f"forwarded {place}" if self.forwarded else place


@dataclass(frozen=True, slots=True)
class Unread:
    """A file that should have been read and was not."""

    name: str
    why: WhyUnread


@dataclass(frozen=True, slots=True)
class Post:
    """What one message says: its passages in reading order, and the files that could not be read.

    pieces: messages that were joined into it; 1 but for an article pasted as several.
    """

    passages: tuple[Passage, ...]
    unread: tuple[Unread, ...] = ()
    pieces: int = 1

    @classmethod
    def of_text(cls, text: str) -> Self:
        """Wrap a bare text, as the command line and the tests have it."""
        return cls((Passage(text),))

    def beginning(self, most: int) -> Self:
        """Return the post with at most so many characters of it, marked where it was cut."""
        kept: list[Passage] = []
        left = most
        for passage in self.passages:
            if len(passage.text) > left:
                kept.append(replace(passage, text=passage.text[:left], cut=True))
                break
            kept.append(passage)
            left -= len(passage.text)
        return replace(self, passages=tuple(kept))

    @property
    def text(self) -> str:
        """All passages as one text, in reading order."""
        return "\n".join(passage.text for passage in self.passages)

    @property
    def length(self) -> int:
        """Characters in all passages together."""
        return sum(len(passage.text) for passage in self.passages)
