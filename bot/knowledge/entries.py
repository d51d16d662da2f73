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
    FAMILIES = "families"
    DIRECTORY = "directory"
    EVIDENCE = "evidence"


class RunBy(StrEnum):
    """Who runs a resource. The order of the members is the order in which lines of one need are shown."""

    PUBLIC = "public"
    CHARITY = "charity"
    COMMERCIAL = "commercial"


def _https(address: str) -> str:
    if not re.fullmatch(r"https://[^\s()<>]+", address):
        raise ValueError("is not an https link")
    return address


Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=40)]
Text = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=2_000)
]  # Discord: a message
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
    """A helpline, directory or page. country: None stands for everywhere.

    also: needs that it serves beside its own. expects: words or numbers, as a reader sees them, that stand on
    its page, or where it has none on its first source: an online check looks for them. format_checked: why a
    number is right although the tables of phonenumbers lack it.
    """

    country: CountryCode | None = None
    name: Text
    need: Need
    also: tuple[Need, ...] = ()
    run_by: RunBy
    expects: tuple[Text, ...] = ()
    phone: Phone | None = None
    text: Text | None = None
    format_checked: Text | None = None
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
