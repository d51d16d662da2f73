"""Reading from the words of a standing note what it answers: its case may have expired, its post gone."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from bot.knowledge import Knowledge, Need
from bot.note.composing import compose_here
from bot.note.occasion import Occasion
from bot.note.text import NoteText
from bot.server_settings import Length, ServerSettings

_SENTENCES = re.compile(r"(?<=[.:!?])\s+|\n+")

_MOST_KEPT = 64
"""Servers with a wording of their own whose possible notes are kept: notes come server by server."""


@dataclass(frozen=True, slots=True)
class NoteKind:
    """A kind of note: what it answers, how urgently and at what length."""

    occasion: Occasion
    length: Length = Length.FULL

    def written(self, knowledge: Knowledge, chosen: ServerSettings, locale: str) -> NoteText:
        """Write this kind from a knowledge, by a server's settings. locale: where it chose no language."""
        of_length = chosen.model_copy(update={"note_length": self.length, "short_channels": None})
        return compose_here(self.occasion, knowledge, of_length, locale)


@dataclass(frozen=True, slots=True)
class _Form:
    """How one kind of note reads in one language."""

    kind: NoteKind
    sentences: frozenset[str]


class NoteKinds:
    """Tells which kind of note stands: the one that shares most sentences with it, in whatever language.

    What is compared with is written once for all servers that have no wording of their own.
    """

    __slots__ = ("_forms", "_knowledge")

    def __init__(self, knowledge: Knowledge) -> None:
        """knowledge: all that a note may show that stands, also what was withdrawn since."""
        self._knowledge = knowledge
        self._forms = lru_cache(_MOST_KEPT)(self._written)

    def kind_of(self, body: str | None, topic: str, shown: Sequence[str], chosen: ServerSettings) -> NoteKind:
        """Return the kind of a note. body: None where it cannot be read; then the usual one.

        shown: ids of its resources. They tell for which country it was written, whatever is chosen today.
        """
        if body is None:
            return NoteKind(Occasion(topic))
        standing = _sentences(body)
        country = self._country_of(shown) or chosen.help_country
        forms = self._forms(topic, country, chosen.own_line, tuple(chosen.resources or ()))
        return max(forms, key=lambda form: _likeness(standing, form.sentences)).kind

    def _country_of(self, shown: Sequence[str]) -> str | None:
        known = [self._knowledge.resources[each] for each in shown if each in self._knowledge.resources]
        lines = (each.country for each in known if each.need is not Need.EVIDENCE)
        return next((each for each in lines if each is not None), None)

    def _written(
        self, topic: str, country: str, own_line: str | None, resources: tuple[str, ...]
    ) -> list[_Form]:
        """Write each kind of note in each language, the usual kind first."""
        languages = [each for each, words in self._knowledge.wordings.items() if topic in words.topics]
        settings = [
            ServerSettings(language=each, country=country, own_line=own_line, resources=resources or None)
            for each in languages
        ]
        return [
            _Form(kind, _sentences(kind.written(self._knowledge, chosen, "").body))
            for kind in self._kinds(topic)
            for chosen in settings
        ]

    def _kinds(self, topic: str) -> Iterator[NoteKind]:
        """List the kinds of note on a topic, the usual one first; one in a crisis has no short form."""
        worded = [words.topics[topic] for words in self._knowledge.wordings.values() if topic in words.topics]
        claims = dict.fromkeys(claim for each in worded for claim in each.answers)
        for answered in ((), *((claim,) for claim in claims)):
            yield NoteKind(Occasion(topic, answered))
            yield NoteKind(Occasion(topic, answered, crisis=True))
        yield NoteKind(Occasion(topic), Length.SHORT)


def _sentences(body: str) -> frozenset[str]:
    return frozenset(each for each in _SENTENCES.split(body) if each)


def _likeness(standing: frozenset[str], written: frozenset[str]) -> int:
    """Count the sentences in common, less those that would be new."""
    return len(standing & written) - len(written - standing)
