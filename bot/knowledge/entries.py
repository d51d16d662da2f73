"""The shapes of the knowledge files: what a resource, a piece of evidence and a wording must have."""

import re
from datetime import date
from enum import StrEnum
from typing import Annotated, Self

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints, model_validator


class Grade(StrEnum):
    """How near a source is to what it speaks for: A its own page, B a copy, C others, D a list, M memory."""

    A = "A"
    B = "B"
    C = "C"
    D = "D"
    M = "M"


SHOWN: frozenset[Grade] = frozenset({Grade.A, Grade.B})


class Need(StrEnum):
    """What a resource is for. The order of the members is the order in which a country's lines are shown."""

    EMERGENCY = "emergency"
    CRISIS = "crisis"
    TREATMENT = "treatment"
    POISON = "poison"
    ALONE = "alone"
    DIRECTORY = "directory"
    EVIDENCE = "evidence"


def _https(address: str) -> str:
    if not re.fullmatch(r"https://[^\s()<>]+", address):
        raise ValueError("is not an https link")
    return address


Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=40)]
Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Https = Annotated[str, AfterValidator(_https)]
CountryCode = Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")]
Phone = Annotated[str, StringConstraints(pattern=r"^\+?\d[\d -]*\d(, then \d)?$")]
Language = Annotated[str, StringConstraints(pattern=r"^[a-z]{2}$")]


class Strict(BaseModel):
    """A table of a knowledge file: an unknown key is a mistake, and nothing changes after loading."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Entry(Strict):
    """What every dated entry has. dated: the date that the source itself bears, as far as it is known."""

    id: Slug
    sources: Annotated[tuple[Https, ...], Field(min_length=1)]
    grade: Grade
    seen: date
    review_by: date
    dated: str = ""
    verified_by: Text | None = None
    verified_on: date | None = None

    @property
    def showable(self) -> bool:
        """Whether its grade is good enough to be shown to anyone."""
        return self.grade in SHOWN

    @model_validator(mode="after")
    def _dates_agree(self) -> Self:
        if self.review_by <= self.seen:
            raise ValueError("review_by must lie after seen")
        if (self.verified_by is None) != (self.verified_on is None):
            raise ValueError("verified_by and verified_on belong together")
        return self


class Resource(Entry):
    """A helpline, directory or page. country: None stands for everywhere."""

    country: CountryCode | None = None
    name: Text
    need: Need
    phone: Phone | None = None
    text: Text | None = None
    url: Https | None = None
    languages: tuple[Text, ...] = ()
    hours: Text | None = None
    for_whom: Text | None = None

    @model_validator(mode="after")
    def _can_be_reached(self) -> Self:
        if not (self.phone or self.text or self.url):
            raise ValueError("phone, text and url are all missing")
        return self


class Evidence(Entry):
    """A statement in our own words, with where it was read."""

    text: Text


class Country(Strict):
    """A line of the country menu.

    note: ids of what a public note shows there, in order, beside its page. always: those of them that a
    server cannot leave out.
    """

    code: CountryCode
    name: Text
    note: Annotated[tuple[Slug, ...], Field(max_length=3)] = ()
    always: tuple[Slug, ...] = ()

    @model_validator(mode="after")
    def _shows_what_it_never_lacks(self) -> Self:
        if not set(self.always) <= set(self.note):
            raise ValueError("always names what note does not show")
        return self


class ResourcesFile(Strict):
    """resources.toml."""

    country: tuple[Country, ...]
    resource: tuple[Resource, ...]


class EvidenceFile(Strict):
    """evidence.toml."""

    evidence: tuple[Evidence, ...]


Grounds = Annotated[tuple[Slug, ...], Field(min_length=1)]


class NoteWording(Strict):
    """A topic's own words in the public note: the fact first, then what helps, each with its evidence."""

    fact: Text
    fact_evidence: Grounds
    helps: Text
    helps_evidence: Grounds


class Known(Strict):
    """One thing that is known, with its evidence."""

    text: Text
    evidence: Grounds


class WhyWording(Strict):
    """A topic's own words in the private answer. pages: resource ids; those not showable are left out."""

    claims: Text
    known: Annotated[tuple[Known, ...], Field(min_length=1)]
    pages: Annotated[tuple[Slug, ...], Field(min_length=1)]


class TopicWording(Strict):
    """What is said about one topic. page: the resource id of the note's one evidence page."""

    page: Slug
    note: NoteWording
    why: WhyWording


class EveryNote(Strict):
    """Words that every note ends with."""

    contest: Text


class EveryWhy(Strict):
    """Words that stand in every answer to "Why this note?"."""

    heading: Text
    what: Text
    pages: Text
    contest: Text
    retired: Text


class HelpWording(Strict):
    """Words of the private answer with a country's help lines."""

    choose: Text
    emergency: Text
    none: Text
    unknown: Text
    directory: Text
    directory_evidence: Grounds
    call: Text
    text: Text
    call_or_text: Text
    for_whom: Text
    hours: Text
    correct: Text


class HelpNoteWording(Strict):
    """Words of the note that moderators send for somebody's hard day: of no topic, and of nobody."""

    opening: Text
    emergency: Text
    sender: Text


Label = Annotated[str, StringConstraints(min_length=1, max_length=80)]  # Discord: at most 80 on a button


class Controls(Strict):
    """Labels of the buttons and of the country menu."""

    help: Label
    why: Label
    country: Label
    elsewhere: Label


class ResourceWording(Strict):
    """A resource in another language than resources.toml has; what is left out is the same in both."""

    name: Text | None = None
    text: Text | None = None
    languages: tuple[Text, ...] = ()
    hours: Text | None = None
    for_whom: Text | None = None


class WordingFile(Strict):
    """One language: wording/<language>.toml. countries, resources: in the words of this language, by id."""

    language: Language
    topics: dict[Slug, TopicWording]
    note: EveryNote
    why: EveryWhy
    help: HelpWording
    help_note: HelpNoteWording
    controls: Controls
    lines: dict[Slug, Text]
    countries: dict[CountryCode, Text] = {}
    resources: dict[Slug, ResourceWording] = {}

    def country_name(self, country: Country) -> str:
        """Name a country."""
        return self.countries.get(country.code, country.name)

    def said(self, resource: Resource) -> Resource:
        """Give a resource in the words of this language."""
        own = self.resources.get(resource.id)
        return resource.model_copy(update=own.model_dump(exclude_defaults=True)) if own else resource
