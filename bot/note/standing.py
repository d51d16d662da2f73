"""Reading from the words of a standing note what it answers: its case may have expired, its post gone."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from bot.knowledge import Knowledge
from bot.note.composing import compose_here
from bot.note.occasion import Occasion
from bot.note.text import NoteText
from bot.server_settings import Length, ServerSettings

_SENTENCES = re.compile(r"(?<=[.:!?])\s+|\n+")

Written = Callable[[Knowledge, str], NoteText]
"""Writes one kind of note from a knowledge, for a server with a locale."""


@dataclass(frozen=True, slots=True)
class _Kind:
    """A kind of note that a server can have: what it answers, and by which settings it is written."""

    occasion: Occasion
    chosen: ServerSettings

    def written(self, knowledge: Knowledge, locale: str) -> NoteText:
        return compose_here(self.occasion, knowledge, self.chosen, locale)


def writes_like(
    body: str | None, topic: str, knowledge: Knowledge, chosen: ServerSettings, locale: str
) -> Written:
    """Find which kind of note stands, and return what writes that kind anew by a server's settings.

    The kind, how long it is, whether it answers a claim and how urgently, is the one that shares most
    sentences with what stands, in whatever language that is. body: None where it cannot be read: then the
    usual note.
    """
    kinds = list(_kinds(topic, knowledge, chosen))
    if body is None:
        return kinds[0].written
    standing = _sentences(body)
    languages = [each for each, words in knowledge.wordings.items() if topic in words.topics]

    def likeness(kind: _Kind) -> int:
        return max(_shared(standing, _sentences(_in(kind, each, knowledge, locale))) for each in languages)

    return max(kinds, key=likeness).written


def _kinds(topic: str, knowledge: Knowledge, chosen: ServerSettings) -> Iterator[_Kind]:
    """List the kinds of note on a topic, the usual one first."""
    claims = dict.fromkeys(
        claim
        for words in knowledge.wordings.values()
        if topic in words.topics
        for claim in words.topics[topic].answers
    )
    for length in (Length.FULL, Length.SHORT):
        long_or_short = chosen.model_copy(update={"note_length": length, "short_channels": None})
        for answered in ((), *((claim,) for claim in claims)):
            for crisis in (False, True):
                yield _Kind(Occasion(topic, answered, crisis), long_or_short)


def _in(kind: _Kind, language: str, knowledge: Knowledge, locale: str) -> str:
    spoken = _Kind(kind.occasion, kind.chosen.model_copy(update={"language": language}))
    return spoken.written(knowledge, locale).body


def _sentences(body: str) -> frozenset[str]:
    return frozenset(each for each in _SENTENCES.split(body) if each)


def _shared(standing: frozenset[str], written: frozenset[str]) -> int:
    """Count the sentences in common, less those that would be new."""
    return len(standing & written) - len(written - standing)
