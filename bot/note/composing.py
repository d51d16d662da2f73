"""What a note says: full, in one line, or in a crisis. Plain functions of the knowledge: no I/O."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from bot.knowledge import Knowledge, Resource
from bot.knowledge.words import TopicWords, Wording
from bot.note.choice import first_help, shown_in, urgent_in
from bot.note.lines import note_line, point
from bot.note.occasion import Occasion
from bot.note.text import NoteText
from bot.server_settings import Length, ServerSettings
from bot.server_settings.model import DEFAULT_COUNTRY

LONGEST_NOTE = 700
"""Characters of a note as it is read: without the addresses behind its links (design.md §5)."""


def compose_here(
    occasion: Occasion,
    knowledge: Knowledge,
    chosen: ServerSettings,
    locale: str,
    channel_ids: Collection[int] = (),
) -> NoteText:
    """Write a server's note. locale: the server's own, for where it chose no language.

    channel_ids: of where it will stand, the channel and for a thread what it hangs in.
    """
    return compose(
        occasion,
        knowledge,
        chosen.language or locale,
        chosen.help_country,
        chosen.own_line,
        chosen.resources,
        chosen.length_in(channel_ids),
    )


def compose(
    occasion: Occasion,
    knowledge: Knowledge,
    language: str = "en",
    country: str = DEFAULT_COUNTRY,
    own_line: str | None = None,
    resource_ids: Sequence[str] | None = None,
    length: Length = Length.FULL,
) -> NoteText:
    """Write the note for a server in a country.

    The fact with what answers the post, then what helps, then how to contest; in a crisis the emergency
    number and a crisis line before all else, whatever the length. own_line: what the server adds; the short
    note has no room for it. resource_ids: what it chose to point to; without one that still holds, the
    standard. Raises KeyError for a topic without a wording.
    """
    words = knowledge.wording(language)
    topic = words.topics[occasion.topic]
    shown = shown_in(knowledge, country, topic.page, resource_ids)
    if length is Length.SHORT and not occasion.crisis:
        return _in_one_line(occasion.topic, words, first_help(knowledge, country, shown))
    first, rest = urgent_in(knowledge, country, shown) if occasion.crisis else ((), shown)
    frame = _Frame(occasion.topic, words, first, rest)
    answer = _answer(topic, occasion.claims, knowledge)
    notes = [frame.around(said, own) for said, own in _attempts(topic, answer, own_line)]
    return next((note for note in notes if len(note.seen) <= LONGEST_NOTE), notes[-1])


def excess(
    knowledge: Knowledge,
    language: str,
    country: str,
    own_line: str | None,
    resource_ids: Sequence[str] | None,
) -> int:
    """Return by how many characters a server's longest note would be above LONGEST_NOTE; 0 where none is.

    It is measured with each topic's usual answer: a longer one to a claim gives way by itself (`compose`).
    """
    words = knowledge.wording(language)
    longest = 0
    for topic_id, topic in words.topics.items():
        frame = _Frame(topic_id, words, (), shown_in(knowledge, country, topic.page, resource_ids))
        longest = max(longest, len(frame.around(_usual(topic), own_line).seen))
    return max(0, longest - LONGEST_NOTE)


@dataclass(frozen=True, slots=True)
class _Frame:
    """All of a note but what it says of its topic and the server's own line. first: above the facts."""

    topic_id: str
    words: Wording
    first: Sequence[Resource]
    rest: Sequence[Resource]

    def around(self, said: str, own_line: str | None) -> NoteText:
        topic = self.words.topics[self.topic_id]
        helps = "\n".join((topic.note.helps.text, *self._points(self.rest)))
        parts = ("\n".join(self._points(self.first)), said, helps, own_line, f"-# {self.words.note.contest}")
        body = "\n\n".join(part for part in parts if part)
        return NoteText.of(self.topic_id, body, (*self.first, *self.rest), self.words.language)

    def _points(self, resources: Sequence[Resource]) -> Iterator[str]:
        return (point(note_line(self.words.said(each), self.words)) for each in resources)


def _answer(topic: TopicWords, claims: Sequence[str], knowledge: Knowledge) -> str | None:
    """Return what is known of the claim that is made most, of those with an answer that may be shown."""
    answers = (topic.answers[each] for each in claims if each in topic.answers)
    return next((each.text for each in answers if knowledge.stands(each)), None)


def _attempts(
    topic: TopicWords, answer: str | None, own_line: str | None
) -> Iterator[tuple[str, str | None]]:
    """List what a note may say, with the server's line, best first: the first that fits is taken.

    The answer to a claim gives way to the usual one, that to the topic in one sentence; last, the server's
    own line: it was fine in another language or country, or before its resources were changed.
    """
    if answer is not None:
        yield f"{topic.note.fact.text} {answer}", own_line
    yield _usual(topic), own_line
    yield topic.note.short.text, own_line
    yield topic.note.short.text, None


def _usual(topic: TopicWords) -> str:
    return f"{topic.note.fact.text} {topic.note.answer.text}"


def _in_one_line(topic_id: str, words: Wording, shown: Sequence[Resource]) -> NoteText:
    said = words.topics[topic_id].note.short.text
    lines = (note_line(words.said(each), words) for each in shown)
    sentences = (said, *lines, words.note.short_contest)
    body = " ".join(each if each.endswith((".", "!", "?")) else f"{each}." for each in sentences)
    return NoteText.of(topic_id, body, shown, words.language)
