"""A note as a value: its words, what it shows, and how it reads."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import blake2b

from bot.knowledge import Resource

HELP = "help"
"""What a note with help alone has in the place of a topic."""

_LINK = re.compile(r"\[([^\]]+)\]\((https://[^)\s]+)\)")
_MARKS = re.compile(r"\*\*|^-# ", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class NoteText:
    """A note as it is posted.

    body: Discord markdown. resource_ids: what it shows, in order. text_version: 12 hex digits that change
    with anything shown, so that a note with a withdrawn number can be found and corrected later.
    """

    topic: str
    body: str
    resource_ids: tuple[str, ...]
    text_version: str
    language: str

    @classmethod
    def of(cls, topic: str, body: str, shown: Iterable[Resource], language: str) -> "NoteText":
        """Make a note from its body and what that shows."""
        version = blake2b(body.encode(), digest_size=6).hexdigest()
        return cls(topic, body, tuple(each.id for each in shown), version, language)

    @property
    def plain(self) -> str:
        """The body for a terminal: links written out, no markdown."""
        return _MARKS.sub("", _LINK.sub(r"\1: \2", self.body))

    @property
    def seen(self) -> str:
        """The body as Discord shows it: links by their names, no markdown."""
        return _MARKS.sub("", _LINK.sub(r"\1", self.body))
