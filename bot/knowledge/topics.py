"""Topics as data: one file each in bot/knowledge/topics, read and checked here."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Annotated

from pydantic import BaseModel, ConfigDict, Field, ValidationError

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

Slug = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
Phrase = Annotated[str, Field(min_length=2, pattern=r"^\S.*\S$")]
Title = Annotated[str, Field(min_length=3, max_length=80)]
Language = Annotated[str, Field(pattern=r"^[a-z]{2}$")]


class TopicError(ValueError):
    """A topic file that cannot be used; the message names the file and what is wrong in it."""


class Claim(BaseModel):
    """A family of statements that a topic's pitches make.

    id: as in verdicts and cases, never renamed once released. title: neutral words for a moderator that
    complete "It says that the product …". titles: the same in other languages, by ISO 639-1 code. says:
    patterns of word classes, see bot.recognition.claims.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: Slug
    title: Title
    titles: dict[Language, Title] = Field(default_factory=dict)
    says: tuple[Phrase, ...] = Field(min_length=1)


class Topic(BaseModel):
    """A subject the bot knows.

    names: what it is called, misspellings, compounds and kinds; one of six letters and more is also found
    inside longer words. brands: product names, never to stand in a text of ours. hints: words that may
    stand for it beside a claim ("this botanical"). All compared folded.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: Slug
    title: str = Field(min_length=2)
    names: tuple[Phrase, ...] = Field(min_length=1)
    brands: tuple[Phrase, ...] = ()
    hints: tuple[Phrase, ...] = ()
    claims: tuple[Claim, ...] = Field(min_length=1)

    def claim(self, claim_id: str) -> Claim:
        """Return the claim of that id. Raises KeyError if the topic has none."""
        for claim in self.claims:
            if claim.id == claim_id:
                return claim
        raise KeyError(claim_id)


def parse_topic(text: str, name: str) -> Topic:
    """Read one topic file's text. name: for the error. Raises TopicError if it is not TOML or not a topic."""
    try:
        topic = Topic.model_validate(tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        raise TopicError(f"{name}: {error}") from error
    except ValidationError as error:
        wrong = "; ".join(f"{'.'.join(map(str, each['loc']))}: {each['msg']}" for each in error.errors())
        raise TopicError(f"{name}: {wrong}") from error
    ids = [claim.id for claim in topic.claims]
    twice = sorted({claim_id for claim_id in ids if ids.count(claim_id) > 1})
    if twice:
        raise TopicError(f"{name}: more than one claim is called {', '.join(twice)}")
    return topic


@cache
def built_in() -> tuple[Topic, ...]:
    """Load the topics that come with the program, by file name. Raises TopicError for one it cannot use."""
    folder: Traversable = files("bot.knowledge") / "topics"
    found = sorted(
        (each for each in folder.iterdir() if each.name.endswith(".toml")), key=lambda each: each.name
    )
    return tuple(parse_topic(each.read_text(encoding="utf-8"), each.name) for each in found)


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
