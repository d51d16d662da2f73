"""Topics as data: one file each in bot/knowledge/topics, read and checked here."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Annotated, Self

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

Slug = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
Phrase = Annotated[str, Field(min_length=2, pattern=r"^\S.*\S$")]
Beside = Annotated[str, Field(pattern=r"^[a-z0-9]+( [a-z0-9]+)*\*?$")]
Title = Annotated[str, Field(min_length=3, max_length=80)]
Language = Annotated[str, Field(pattern=r"^[a-z]{2}$")]


class TopicError(ValueError):
    """A topic file that cannot be used; the message names the file and what is wrong in it."""


class Claim(BaseModel):
    """A family of statements that a topic's pitches make.

    id: as in verdicts and cases, never renamed once released. title: neutral words for a moderator that
    complete "It says that the product …". titles: the same in other languages, by ISO 639-1 code. says:
    patterns of word classes, see bot.recognition.claims. part: id of a topic that is part of this one; a post
    that speaks mostly of the part makes the claim by that.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: Slug
    title: Title
    titles: dict[Language, Title] = Field(default_factory=dict)
    says: tuple[Phrase, ...] = Field(min_length=1)
    part: Slug | None = None


class Recognition(BaseModel):
    """How a topic's posts are judged.

    models: id of the topic whose shipped models judge them. To another topic's models the names are read out
    as that id, unless this topic is part of it: what they learned is who sells what to whom. measured:
    whether that was measured well enough to act on; until then a pitch is only observed. measured_on: on
    what, a plain sentence by ISO 639-1 code. beside: words, a "*" standing for any ending, of which a post
    must hold one, else it is not about the topic.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    models: Slug
    measured: bool
    measured_on: dict[Language, Annotated[str, Field(min_length=10, max_length=300)]]
    beside: tuple[Beside, ...] = ()

    @model_validator(mode="after")
    def _says_so_in_english(self) -> Self:
        if "en" not in self.measured_on:
            raise ValueError("measured_on lacks en")
        return self


class Topic(BaseModel):
    """A subject the bot knows.

    names: what it is called, misspellings, compounds and kinds; one of six letters and more is also found
    inside longer words. brands: product names, found as names are, and never to stand in a text of ours.
    hints: words that may stand for it beside a claim ("this botanical"). All compared folded.
    on_by_default: whether a server that chose nothing answers it. part_of: id of the topic that has all its
    names too; where this one is off, a post on it is of that topic.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: Slug
    title: str = Field(min_length=2)
    names: tuple[Phrase, ...] = Field(min_length=1)
    brands: tuple[Phrase, ...] = ()
    hints: tuple[Phrase, ...] = ()
    on_by_default: bool = False
    part_of: Slug | None = None
    recognition: Recognition
    claims: tuple[Claim, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _has_each_claim_once(self) -> Self:
        ids = [claim.id for claim in self.claims]
        if twice := sorted({claim_id for claim_id in ids if ids.count(claim_id) > 1}):
            raise ValueError(f"more than one claim is called {', '.join(twice)}")
        return self

    @property
    def called(self) -> tuple[str, ...]:
        """All by which a post names it: names and brands."""
        return self.names + self.brands

    def claim(self, claim_id: str) -> Claim:
        """Return the claim of that id. Raises KeyError if the topic has none."""
        for claim in self.claims:
            if claim.id == claim_id:
                return claim
        raise KeyError(claim_id)


def parse_topic(text: str, name: str) -> Topic:
    """Read one topic file's text. name: for the error. Raises TopicError if it is not TOML or not a topic."""
    try:
        return Topic.model_validate(tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        raise TopicError(f"{name}: {error}") from error
    except ValidationError as error:
        wrong = "; ".join(f"{'.'.join(map(str, each['loc']))}: {each['msg']}" for each in error.errors())
        raise TopicError(f"{name}: {wrong}") from error


@cache
def built_in() -> tuple[Topic, ...]:
    """Load the topics that come with the program: those on by default first, each by file name.

    Raises TopicError for one it cannot use.
    """
    folder: Traversable = files("bot.knowledge") / "topics"
    found = sorted(
        (each for each in folder.iterdir() if each.name.endswith(".toml")), key=lambda each: each.name
    )
    topics = [parse_topic(each.read_text(encoding="utf-8"), each.name) for each in found]
    return tuple(sorted(topics, key=lambda topic: not topic.on_by_default))


@cache
def on_by_default() -> frozenset[str]:
    """Return the ids of the topics that a server answers which chose none. Raises TopicError."""
    return frozenset(topic.id for topic in built_in() if topic.on_by_default)


def measured_on(topic_id: str, language: str = "en") -> str | None:
    """Say what the recognition of a topic was measured on; None for one that this version does not know.

    language: ISO 639-1 code; English where the sentence is not there in it.
    """
    for topic in built_in():
        if topic.id == topic_id:
            return topic.recognition.measured_on.get(language, topic.recognition.measured_on["en"])
    return None


@cache
def unmeasured() -> frozenset[str]:
    """Return the ids of the topics whose pitches are only observed. Raises TopicError."""
    return frozenset(topic.id for topic in built_in() if not topic.recognition.measured)


def left_to_whole(on: frozenset[str]) -> dict[str, str]:
    """Return which of the topics that are on are answered as the one that they are part of, by id.

    An unmeasured topic is only observed. Where its whole is on and answers, to switch the part on too must
    not silence what was answered before.
    """
    parts = (topic for topic in built_in() if topic.id in on and topic.part_of in on)
    return {topic.id: topic.part_of or "" for topic in parts if not topic.recognition.measured}


@cache
def every_claim_title(language: str = "en") -> dict[str, str]:
    """Return the claims of all topics in words, by id; an id means the same in each of them."""
    titles: dict[str, str] = {}
    for topic in reversed(built_in()):
        titles |= claim_titles(topic.id, language)
    return titles


@cache
def claim_titles(topic_id: str, language: str = "en") -> dict[str, str]:
    """Return a topic's claims in words, by id; empty for a topic that this version does not know.

    language: ISO 639-1 code; a claim without a title in it keeps its English one.
    """
    return {
        claim.id: claim.titles.get(language, claim.title)
        for topic in built_in()
        if topic.id == topic_id
        for claim in topic.claims
    }
