"""Words that a server's own line avoids, loaded from avoided.toml."""

from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Annotated

from pydantic import Field

from bot.knowledge.entries import Https, Language, Strict, Text
from bot.knowledge.reading import Source

Phrases = Annotated[tuple[Text, ...], Field(min_length=1)]


class Fault(StrEnum):
    """What is wrong with a word: it names a person by a substance, speaks ill of one, or says too much."""

    STIGMA = "stigma"
    ACCUSATION = "accusation"
    ALARM = "alarm"


class AvoidedWords(Strict):
    """Words with one better word for all of them. but: phrases in which such a word is fine."""

    language: Language
    kind: Fault
    words: Phrases
    but: tuple[Text, ...] = ()
    better: Text
    sources: Annotated[tuple[Https, ...], Field(min_length=1)]


class AvoidedFile(Strict):
    """avoided.toml."""

    group: tuple[AvoidedWords, ...]


@cache
def avoided() -> tuple[AvoidedWords, ...]:
    """Load the words that this version ships with, once. Raises KnowledgeError if the file is wrong."""
    return Source(Path(__file__).parent / "avoided.toml").read(AvoidedFile).group
