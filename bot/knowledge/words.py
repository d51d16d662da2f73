"""The shapes of the wording files: what is said in one language, each sentence with what it rests on."""

from collections.abc import Callable
from typing import Annotated, Self

from pydantic import Field, StringConstraints

from bot.knowledge.entries import Country, CountryCode, Language, Resource, Slug, Strict, Text

Grounds = Annotated[tuple[Slug, ...], Field(min_length=1)]


class Said(Strict):
    """A text with the ids of the evidence it rests on."""

    text: Text
    evidence: Grounds


class NoteWords(Strict):
    """A topic's own words in the public note: the fact first, then what answers the post, then what helps.

    answer: where no claim of the post has an answer of its own. short: fact and answer in one sentence.
    """

    fact: Said
    answer: Said
    helps: Said
    short: Said


class WhyWords(Strict):
    """A topic's own words in the private answer. pages: resource ids; those not showable are left out."""

    claims: Text
    pages: Annotated[tuple[Slug, ...], Field(min_length=1)]
    known: Annotated[tuple[Said, ...], Field(min_length=1)]


class TopicWords(Strict):
    """What is said about one topic: wording/<language>/<topic>.toml.

    page: the resource id of the note's one evidence page. answers: what is known of a claim, by the claim's
    id; one that rests on evidence below grade B waits, and is not shown.
    """

    page: Slug
    note: NoteWords
    answers: dict[Slug, Said] = Field(default_factory=dict)
    why: WhyWords


class EveryNote(Strict):
    """Words that every note ends with. short_contest: in the note of one line.

    withdrawn: what takes a note's place whose topic was withdrawn; help follows.
    """

    contest: Text
    short_contest: Text
    withdrawn: Text


class EveryWhy(Strict):
    """Words that stand in every answer to "Why this note?"."""

    heading: Text
    what: Text
    pages: Text
    contest: Text
    retired: Text


class HelpWords(Strict):
    """Words of the private answer with a country's help lines. line: a line's name, and the ways to it."""

    choose: Text
    emergency: Text
    none: Text
    unknown: Text
    directory: Said
    call: Text
    text: Text
    call_or_text: Text
    for_whom: Text
    hours: Text
    correct: Text
    line: Text


class HelpNoteWords(Strict):
    """Words of the note that moderators send for somebody's hard day: of no topic, and of nobody."""

    opening: Text
    emergency: Text
    sender: Text


Label = Annotated[str, StringConstraints(min_length=1, max_length=80)]  # Discord: at most 80 on a button


class Controls(Strict):
    """Labels of the buttons and of the country menu."""

    help: Label
    why: Label
    contest: Label
    country: Label
    elsewhere: Label


class ResourceWords(Strict):
    """A resource in another language than resources.toml has; what is left out is the same in both."""

    name: Text | None = None
    text: Text | None = None
    languages: tuple[Text, ...] = ()
    hours: Text | None = None
    for_whom: Text | None = None


class CommonWords(Strict):
    """What is said in one language whatever the topic: wording/<language>/common.toml.

    lines: how a note shows a resource. countries, resources: in the words of this language, by id.
    """

    note: EveryNote
    why: EveryWhy
    help: HelpWords
    help_note: HelpNoteWords
    controls: Controls
    lines: dict[Slug, Text]
    countries: dict[CountryCode, Text] = Field(default_factory=dict)
    resources: dict[Slug, ResourceWords] = Field(default_factory=dict)


class Wording(CommonWords):
    """All that is said in one language. topics: by id."""

    language: Language
    topics: dict[Slug, TopicWords]

    def without(self, withdrawn: Callable[[str], bool]) -> Self:
        """Give the same words without those of the topics, asked by id, that were withdrawn."""
        left = {each: words for each, words in self.topics.items() if not withdrawn(each)}
        return self.model_copy(update={"topics": left})

    def country_name(self, country: Country) -> str:
        """Name a country."""
        return self.countries.get(country.code, country.name)

    def said(self, resource: Resource) -> Resource:
        """Give a resource in the words of this language."""
        own = self.resources.get(resource.id)
        return resource.model_copy(update=own.model_dump(exclude_defaults=True)) if own else resource
