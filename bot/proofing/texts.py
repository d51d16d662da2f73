"""Every text of the knowledge files that a member can be shown, with the place where it stands."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

from bot.knowledge.files import DEFAULT_LANGUAGE, Files, Worded
from bot.knowledge.reading import Key, KnowledgeError, Source
from bot.knowledge.wording_rules import PARTS
from bot.knowledge.words import CommonWords, Said, TopicWords


class Head(Enum):
    """Whether a text can head a note: first, where no claim is named, or as what answers one."""

    NO = auto()
    ANSWER = auto()
    FIRST = auto()


@dataclass(frozen=True, slots=True)
class Text:
    """One text. language: ISO 639-1."""

    source: Source
    key: Key
    language: str
    words: str
    head: Head = Head.NO

    def refuse(self, what: str) -> KnowledgeError:
        """Make the fault that points at this text."""
        return self.source.refuse(self.key, what)


def texts_in(files: Files) -> Iterator[Text]:
    """List them, file by file."""
    source = files.resources.source
    for index, resource in enumerate(files.resources.content.resource):
        for part in ("for_whom", "hours"):
            if words := getattr(resource, part):
                yield Text(source, ("resource", index, part), DEFAULT_LANGUAGE, words)
    for each in files.worded.values():
        yield from worded_in(each)


def worded_in(worded: Worded) -> Iterator[Text]:
    """List the texts of one language."""
    source = worded.common.source
    for key, words in _common(worded.common.content):
        yield Text(source, key, worded.language, words, _head(key))
    for file in worded.topics.values():
        for key, words in _topic(file.content):
            yield Text(file.source, key, worded.language, words, _head(key))


def read_together(worded: Worded) -> Iterator[list[Text]]:
    """List what a member reads in one go, as its texts; the first is the one to look at where it is hard.

    A note is read once for each answer that it can give.
    """
    common = {text.key: text for text in worded_in(worded) if text.source is worded.common.source}
    for keys in _READ_TOGETHER:
        yield [common[key] for key in keys]
    for file in worded.topics.values():
        own = {text.key: text for text in worded_in(worded) if text.source is file.source}
        fact, answer, helps, short = (own["note", part, "text"] for part in PARTS)
        yield [fact, answer, helps]
        yield [short]
        yield from ([text, fact, helps] for key, text in own.items() if key[0] == "answers")
        yield [text for key, text in own.items() if key[0] == "why"]


def _common(common: CommonWords) -> Iterator[tuple[Key, str]]:
    for table in ("note", "why", "help", "help_note", "controls"):
        for name, value in getattr(common, table):
            yield ((table, name, "text"), value.text) if isinstance(value, Said) else ((table, name), value)
    for each, line in common.lines.items():
        yield ("lines", each), line
    for each, words in common.resources.items():
        for part in ("for_whom", "hours"):
            if said := getattr(words, part):
                yield ("resources", each, part), said


def _topic(topic: TopicWords) -> Iterator[tuple[Key, str]]:
    for part in PARTS:
        yield ("note", part, "text"), getattr(topic.note, part).text
    for claim, answer in topic.answers.items():
        yield ("answers", claim, "text"), answer.text
    yield ("why", "claims"), topic.why.claims
    for index, known in enumerate(topic.why.known):
        yield ("why", "known", index, "text"), known.text


def _head(key: Key) -> Head:
    if key[:2] in {("note", "fact"), ("note", "short"), ("why", "heading")}:
        return Head.FIRST
    return Head.ANSWER if key[0] == "answers" or key[:2] == ("note", "answer") else Head.NO


_READ_TOGETHER: tuple[tuple[Key, ...], ...] = (
    (("note", "withdrawn"),),
    (("why", "what"), ("why", "contest")),
    (("help", "emergency"), ("help", "none"), ("help", "directory", "text"), ("help", "correct")),
    (("help_note", "opening"), ("help_note", "sender")),
)
