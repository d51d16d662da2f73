"""Which notes have to be written anew, and what they say then. Plain functions: no Discord, no I/O."""

from bot.knowledge import Shelf
from bot.note import HELP, NoteKinds, NoteText, compose_help, compose_withdrawn
from bot.server_settings import ServerSettings
from bot.store import ShownNote


class Anew:
    """Says of a note's row whether it is right, and writes the note that it has to become.

    Invariant: what it writes shows nothing withdrawn, so that the row of a corrected note is right.
    """

    __slots__ = ("_kinds", "_shelf")

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf
        self._kinds = NoteKinds(shelf.whole)

    def is_due(self, note: ShownNote, chosen: ServerSettings) -> bool:
        """Say whether a note shows what was withdrawn, or is of a topic that was. chosen: its server's."""
        withdrawn = self._shelf.withdrawn
        if not withdrawn.covers(note.topic):
            return not withdrawn.resources.isdisjoint(note.resource_ids)
        return note.text_version not in self._taken_back(note.topic, chosen)

    def needs_words(self, note: ShownNote) -> bool:
        """Say whether it takes the note's words as they stand to write it anew."""
        return note.topic != HELP and not self._is_over(note.topic)

    def written(self, note: ShownNote, body: str | None, chosen: ServerSettings, locale: str) -> NoteText:
        """Write a note anew, by its server's settings of today. body: its words, None if not needed.

        One that was taken back stays so: what it said was not restored with its topic.
        """
        shelf = self._shelf
        if self._is_over(note.topic) or self._was_taken_back(body):
            return compose_withdrawn(note.topic, shelf.current, chosen, locale)
        if note.topic == HELP:
            text = compose_help(shelf.current, chosen.language or locale, chosen.help_country)
            return text if text.resource_ids else compose_withdrawn(HELP, shelf.current, chosen, locale)
        kind = self._kinds.kind_of(body, note.topic, note.resource_ids, chosen)
        return kind.written(shelf.current, chosen, locale)

    def _is_over(self, topic: str) -> bool:
        """Say whether no note of a topic is posted any more: it was withdrawn, or this version lacks it."""
        words = self._shelf.current.wordings.values()
        known = topic == HELP or any(topic in each.topics for each in words)
        return self._shelf.withdrawn.covers(topic) or not known

    def _was_taken_back(self, body: str | None) -> bool:
        said = tuple(words.note.withdrawn for words in self._shelf.whole.wordings.values())
        return body is not None and body.startswith(said)

    def _taken_back(self, topic: str, chosen: ServerSettings) -> set[str]:
        """Return the versions of what may stand in a withdrawn note's place: whatever a server's locale."""
        known = self._shelf.current
        languages = [chosen.language] if chosen.language else [*known.wordings]
        return {compose_withdrawn(topic, known, chosen, each).text_version for each in languages}
