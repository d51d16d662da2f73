"""Words that the texts of a note avoid, ours and a server's own: loaded from avoided/<language>.toml."""

from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Annotated, Self

from pydantic import Field, model_validator

from bot.knowledge.entries import Https, Strict, Text
from bot.knowledge.reading import Source

Phrases = Annotated[tuple[Text, ...], Field(min_length=1)]


class Fault(StrEnum):
    """What is wrong with a word.

    It names a person by a substance, speaks to or ill of one, says too much, tells people to stop, or words a
    claim where a note's first words stand.
    """

    STIGMA = "stigma"
    ACCUSATION = "accusation"
    ALARM = "alarm"
    ADVICE = "advice"
    MYTH = "myth"


class AvoidedWords(Strict):
    """Words with one better word for all of them. but: phrases in which such a word is fine.

    false_friends: those that mean something else in another language, and are looked for in their own alone.
    as_written: whether capitals count, but for the start of a sentence.
    """

    kind: Fault
    words: Phrases
    but: tuple[Text, ...] = ()
    false_friends: tuple[Text, ...] = ()
    as_written: bool = False
    better: Text
    sources: Annotated[tuple[Https, ...], Field(min_length=1)]

    @model_validator(mode="after")
    def _has_its_false_friends(self) -> Self:
        if strange := set(self.false_friends) - set(self.words):
            raise ValueError(f"false_friends has {', '.join(sorted(strange))}, which words lacks")
        return self


class AmountWords(Strict):
    """What makes an amount, beside digits and signs. doses: words that speak of one without a number."""

    numbers: Phrases
    units: Phrases
    doses: Phrases
    money: Phrases


class AvoidedFile(Strict):
    """avoided/<language>.toml. denials: what may come before a claim where an answer names it."""

    denials: Phrases
    amounts: AmountWords
    group: tuple[AvoidedWords, ...]


@dataclass(frozen=True, slots=True)
class Avoided:
    """What one language avoids."""

    language: str
    groups: tuple[AvoidedWords, ...]
    denials: tuple[str, ...]
    amounts: AmountWords


@cache
def avoided() -> tuple[Avoided, ...]:
    """Load the words that this version ships with, once. Raises KnowledgeError if a file is wrong."""
    folder = Path(__file__).parent / "avoided"
    read = {
        path.stem: Source(path, folder.parent).read(AvoidedFile) for path in sorted(folder.glob("*.toml"))
    }
    return tuple(Avoided(language, each.group, each.denials, each.amounts) for language, each in read.items())
