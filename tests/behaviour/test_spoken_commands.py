"""Commands as Discord gets them: every name and description in each language, by Discord's rules."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, cast

import pytest

from ..texts.written import GAP, written
from .community import Community

LANGUAGES = ("es-ES", "es-419")
CHAT_INPUT = 1
SLASH_NAME = re.compile(r"[-_'\w]{1,32}")
LONGEST_CONTEXT_NAME, LONGEST_CHOICE, LONGEST_DESCRIPTION, LONGEST_COMMAND = 32, 100, 100, 8000
MOST_OPTIONS = 25
SUBCOMMAND_KINDS = (1, 2)
NAMED = re.compile(r"`/([^`]+)`|(?<![\w<…`])/(\w[^.:;,`]*)")
"""A command named in a text: all between backticks, or in plain words with what follows it."""
OPTION = re.compile(rf" ([^ :]+):{GAP}$")


@dataclass(frozen=True, slots=True)
class Part:
    """A command, subcommand, option or choice as Discord gets it. path: the names that lead to it."""

    path: str
    given: dict[str, Any]
    in_slash: bool = True

    @property
    def name(self) -> str:
        return str(self.given["name"])

    def said(self, field: str) -> dict[str, str]:
        """Return its name or description by language; empty where it has none."""
        if not self.given.get(field):
            return {}
        others = cast("dict[str, str]", self.given.get(f"{field}_localizations") or {})
        return {"en": str(self.given[field]), **others}

    def parts(self, field: str) -> "list[Part]":
        """Return its options, which it also has its subcommands in, or its choices."""
        of = cast("list[dict[str, Any]]", self.given.get(field, []))
        return [Part(f"{self.path} {each['name']}", each, in_slash=field == "options") for each in of]

    def walk(self) -> "Iterator[Part]":
        """Yield it and all that is in it."""
        yield self
        for each in [*self.parts("options"), *self.parts("choices")]:
            yield from each.walk()


@pytest.fixture
def synced(community: Community) -> list[Part]:
    """Give the commands that Discord was given."""
    (put,) = [each for each in community.env.http_requests if each.method == "PUT"]
    roots = cast("list[dict[str, Any]]", put.json)
    return [Part(each["name"], each, in_slash=each.get("type", CHAT_INPUT) == CHAT_INPUT) for each in roots]


@pytest.fixture
def every_part(synced: list[Part]) -> list[Part]:
    """Give the commands with all their parts."""
    return [part for root in synced for part in root.walk()]


def test_everything_has_a_name_and_a_description_in_spanish(every_part: list[Part]) -> None:
    missing = [
        f"{part.path}: {field} in {language}"
        for part in every_part
        for field in ("name", "description")
        for language in LANGUAGES
        if (said := part.said(field)) and language not in said
    ]

    assert missing == []


def test_names_typed_after_a_slash_keep_discords_rules(every_part: list[Part]) -> None:
    for part in every_part:
        for name in part.said("name").values():
            if part.in_slash:
                assert SLASH_NAME.fullmatch(name), (part.path, name)
                assert name == name.lower(), (part.path, name)


def test_nothing_is_longer_than_discord_takes(every_part: list[Part]) -> None:
    for part in every_part:
        longest = LONGEST_CHOICE if "value" in part.given else LONGEST_CONTEXT_NAME
        assert all(len(name) <= longest for name in part.said("name").values()), part.path
        assert all(len(each) <= LONGEST_DESCRIPTION for each in part.said("description").values()), part.path
        assert len(part.parts("options")) <= MOST_OPTIONS, part.path
        assert len(part.parts("choices")) <= MOST_OPTIONS, part.path


def test_no_command_is_longer_as_a_whole_than_discord_takes(synced: list[Part]) -> None:
    for root in synced:
        fields = [part.said(field) for part in root.walk() for field in ("name", "description", "value")]
        assert sum(max(map(len, said.values())) for said in fields if said) <= LONGEST_COMMAND, root.name


@pytest.mark.parametrize("language", ["en", *LANGUAGES])
def test_nothing_shares_its_name_with_what_stands_beside_it(synced: list[Part], language: str) -> None:
    slash, context = (
        [each for each in synced if each.in_slash],
        [each for each in synced if not each.in_slash],
    )
    within = [
        part.parts(field) for root in synced for part in root.walk() for field in ("options", "choices")
    ]
    for beside in [slash, context, *within]:
        names = [said.get(language, said["en"]) for said in (each.said("name") for each in beside)]
        assert len(set(names)) == len(names), names


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_command_answers_in_the_members_language(community: Community, language: str) -> None:
    community.speaks(community.moderator, language)

    answer = await community.command(community.moderator, "status")

    assert answer.startswith(f"Registro de moderación: {community.mod_log.mention}.")


def given_in(root: Part, language: str) -> dict[str, set[str]]:
    """Return what can be given of a command as a language writes it, with the names of its options."""
    name = root.said("name").get(language, root.name)
    below = [each for each in root.parts("options") if each.given["type"] in SUBCOMMAND_KINDS]
    if not below:
        return {name: {each.said("name").get(language, each.name) for each in root.parts("options")}}
    return {f"{name} {path}": options for each in below for path, options in given_in(each, language).items()}


@pytest.mark.parametrize("language", ["en", *LANGUAGES])
def test_every_command_that_a_text_names_is_one_in_its_language(synced: list[Part], language: str) -> None:
    given = {
        path: options
        for root in synced
        if root.in_slash
        for path, options in given_in(root, language).items()
    }
    named = [
        (key, match)
        for key, said in written(language[:2]).items()
        for form in said
        for match in NAMED.finditer(form)
    ]

    assert len(named) > 40
    for key, match in named:
        exactly, loosely = match.groups()
        if exactly is None:
            assert any(f"{loosely} ".startswith(f"{path} ") for path in given), (key, loosely)
            continue
        option = OPTION.search(exactly)
        path = exactly.removesuffix(option[0] if option else "")
        assert path in given, (key, exactly)
        assert option is None or option[1] in given[path], (key, exactly)
