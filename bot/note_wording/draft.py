"""What a manager tries out, and the server it is for."""

from collections.abc import Iterable
from dataclasses import dataclass

from bot.knowledge import Knowledge, Resource
from bot.knowledge.topics import on_by_default
from bot.note.composing import compose
from bot.note.lint import Finding, lint
from bot.note.occasion import SHOWN_TOPIC, Occasion
from bot.note.text import NoteText
from bot.server_settings import Length, ServerSettings


@dataclass(frozen=True, slots=True)
class Draft:
    """A line and a choice of resources. None: no line, the standard resources."""

    own_line: str | None = None
    resources: tuple[str, ...] | None = None

    @classmethod
    def of(cls, chosen: ServerSettings) -> "Draft":
        """Give what a server has saved."""
        return cls(chosen.own_line, chosen.resources)


@dataclass(frozen=True, slots=True)
class Setting:
    """Where notes are written: what decides on them beside the draft.

    topic: the one that is shown, with a full note. short: whether the server's notes are one line.
    """

    knowledge: Knowledge
    language: str
    country: str
    topic: str
    short: bool = False

    @classmethod
    def of(cls, knowledge: Knowledge, chosen: ServerSettings, locale: str) -> "Setting":
        """Give a server's. locale: its own, for where it chose no language."""
        words = knowledge.wording(chosen.language or locale)
        on = on_by_default() if chosen.topics is None else chosen.topics
        topics = [each for each in words.topics if each in on] or [*words.topics]
        return cls(
            knowledge,
            words.language,
            chosen.help_country,
            SHOWN_TOPIC if SHOWN_TOPIC in topics else topics[0],
            chosen.note_length is Length.SHORT,
        )

    def note(self, draft: Draft) -> NoteText:
        """Write the note as it would be with a draft."""
        return compose(
            Occasion(self.topic), self.knowledge, self.language, self.country, draft.own_line, draft.resources
        )

    def findings(self, draft: Draft) -> tuple[Finding, ...]:
        """Find what keeps a draft from being saved."""
        return lint(self.knowledge, self.language, self.country, draft.own_line, draft.resources)

    def offered(self) -> tuple[Resource, ...]:
        """List what can be chosen here, in the words of the notes."""
        words = self.knowledge.wording(self.language)
        return tuple(words.said(each) for each in self.knowledge.offered(self.country))

    def choice(self, ids: Iterable[str]) -> tuple[str, ...] | None:
        """Bring chosen ids into the order of the directory; None where they are the standard's."""
        wanted = set(ids)
        if wanted == set(self.note(Draft()).resource_ids):
            return None
        listed = [each.id for each in self.offered() if each.id in wanted]
        return (*listed, *sorted(wanted.difference(listed)))
