"""Channels and roles as values of a setting: found by mention, id or name, stored by their ids."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from bot.server_settings.kinds import Around, folded
from bot.texts import Texts, listed
from bot.texts.phrases import MOST_NAMED

_ID = re.compile(r"<(?:#|@&)(\d{1,20})>|(\d{15,20})")
_BETWEEN_MENTIONS = re.compile(r">\s*<")


@dataclass(frozen=True, slots=True)
class Found:
    """A channel or role of the server, stored by its id. of: where they are; mark: how Discord names one."""

    of: Callable[[Around], Mapping[int, str]]
    mark: str

    def read(self, said: str, around: Around) -> int | None:
        """Read a mention, an id, or a name that exactly one has."""
        there = self.of(around)
        if match := _ID.fullmatch(said.strip()):
            found = int(match[1] or match[2])
            return found if found in there else None
        name = folded(said).lstrip("#@")
        named = [each for each, its in there.items() if folded(its) == name]
        return named[0] if len(named) == 1 else None

    def fits(self, value: int, around: Around) -> bool:
        """Only what the server has fits."""
        return value in self.of(around)

    def show(self, value: int, texts: Texts) -> str:
        """Mention it."""
        del texts
        return f"<{self.mark}{value}>"

    def possible(self, texts: Texts, around: Around) -> str:
        """Say how one is named."""
        del around
        return texts("settings-possible-channel" if self.mark == "#" else "settings-possible-role")

    def offered(self, texts: Texts, around: Around) -> list[str]:
        """List the names that only one has: a mention would not be readable there."""
        del texts
        names = [folded(each) for each in self.of(around).values()]
        return [each for each in self.of(around).values() if names.count(folded(each)) == 1]


@dataclass(frozen=True, slots=True)
class SeveralFound:
    """Channels or roles of the server, stored by their ids. one: how each is read and written.

    most: how many there can be. possible_key: of the sentence that says which there can be.
    """

    one: Found
    most: int
    possible_key: str

    def read(self, said: str, around: Around) -> tuple[int, ...] | None:
        """Read mentions, ids or names between commas, each once; None where one of them is none."""
        parts = _BETWEEN_MENTIONS.sub(">,<", said).split(",")
        found = [self.one.read(part, around) for part in parts if part.strip()]
        known = tuple(dict.fromkeys(each for each in found if each is not None))
        return known if None not in found and 0 < len(known) <= self.most else None

    def fits(self, value: Sequence[int], around: Around) -> bool:
        """Only what the server has fits."""
        return 0 < len(value) <= self.most and all(self.one.fits(each, around) for each in value)

    def show(self, value: Sequence[int], texts: Texts) -> str:
        """Mention them, the first few of many."""
        return listed(texts, [self.one.show(each, texts) for each in value], MOST_NAMED)

    def possible(self, texts: Texts, around: Around) -> str:
        """Say how they are named."""
        del around
        return texts(self.possible_key, most=self.most)

    def offered(self, texts: Texts, around: Around) -> list[str]:
        """List single ones: further ones are typed behind a comma."""
        return self.one.offered(texts, around)
