"""The catalogue: every text in every language, with the same gaps, and each of them used."""

import ast
import re
from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import cast

import pytest
from fluent.runtime import FluentResource
from fluent.syntax.ast import Attribute, BaseNode, Junk, Message, VariableReference

from bot.texts import (
    LANGUAGES,
    MEMBERS_LANGUAGES,
    TextError,
    language_of,
    members_language_of,
    members_texts_in,
    texts_in,
)
from bot.texts.catalogue import MEMBERS_FILES

from .written import written

ROOT = Path(__file__).parents[2]
LINK = "command-privacy-delete-link"
"""A word that is the same in some languages."""

SPEAKERS = re.compile(r"(^|_)(texts|spoken)$")
"""What is called with a key as its first argument: a Texts, or `spoken`."""


@dataclass(frozen=True, slots=True)
class Use:
    """A place in the program that asks for a text. key: its pattern. values: None where they are not told."""

    key: str
    values: frozenset[str] | None
    place: str

    def fits(self, key: str) -> bool:
        return re.fullmatch(self.key, key) is not None


def entries(language: str, only: Collection[str] = ()) -> list[BaseNode]:
    """Return what stands in a language's files. only: names of files; none for all."""
    folder = files("bot.texts") / language
    return [
        entry
        for file in folder.iterdir()
        if not only or file.name in only
        for entry in FluentResource(file.read_text(encoding="utf-8")).body
        if not type(entry).__name__.endswith("Comment")
    ]


def messages(language: str, only: Collection[str] = ()) -> dict[str, set[str]]:
    """Return the keys of a language with the gaps of each. only: names of files; none for all."""
    found: dict[str, set[str]] = {}
    for entry in entries(language, only):
        if isinstance(entry, Message):
            found[entry.id.name] = set(gaps_in(entry))
    return found


def gaps_in(node: object) -> Iterator[str]:
    """Return the names that a text is filled with."""
    if isinstance(node, VariableReference):
        yield node.id.name
    elif isinstance(node, BaseNode):
        yield from gaps_in([*vars(node).values()])
    elif isinstance(node, list):
        for each in cast("list[object]", node):
            yield from gaps_in(each)


def uses() -> Iterator[Use]:
    for folder in ("bot", "cogs"):
        for path in sorted((ROOT / folder).rglob("*.py")):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Call) and node.args and SPEAKERS.search(name_of(node.func)):
                    yield from uses_in(node, f"{path.relative_to(ROOT)}:{node.lineno}")


def name_of(called: ast.expr) -> str:
    if isinstance(called, ast.Attribute):
        return called.attr
    return called.id if isinstance(called, ast.Name) else ""


def uses_in(call: ast.Call, place: str) -> Iterator[Use]:
    told = all(keyword.arg for keyword in call.keywords)
    values = frozenset(keyword.arg or "" for keyword in call.keywords) if told else None
    for key in keys_in(call.args[0]):
        yield Use(key, values, place)


def keys_in(argument: ast.expr) -> Iterator[str]:
    """Return the patterns of the keys that an expression can be; none where it cannot be told here."""
    match argument:
        case ast.Constant(value=str(key)):
            yield re.escape(key)
        case ast.JoinedStr(values=parts):
            yield "".join(
                re.escape(str(part.value)) if isinstance(part, ast.Constant) else ".+" for part in parts
            )
        case ast.IfExp(body=body, orelse=orelse):
            yield from keys_in(body)
            yield from keys_in(orelse)
        case _:
            return


@pytest.mark.parametrize("language", MEMBERS_LANGUAGES)
def test_every_line_of_the_catalogue_is_a_text(language: str) -> None:
    assert [entry.content for entry in entries(language) if isinstance(entry, Junk)] == []
    assert [entry for entry in entries(language) if isinstance(entry, Attribute)] == []


@pytest.mark.parametrize("language", MEMBERS_LANGUAGES)
def test_no_key_stands_twice(language: str) -> None:
    keys = Counter(entry.id.name for entry in entries(language) if isinstance(entry, Message))

    assert [key for key, times in keys.items() if times > 1] == []


def test_every_language_has_every_text_with_the_same_gaps() -> None:
    english = messages("en")

    for language in LANGUAGES:
        assert messages(language) == english, language


@pytest.mark.parametrize("language", MEMBERS_LANGUAGES)
def test_what_members_read_is_whole_in_each_of_their_languages(language: str) -> None:
    assert messages(language, MEMBERS_FILES) == messages("en", MEMBERS_FILES)


@pytest.mark.parametrize("language", sorted({*MEMBERS_LANGUAGES} - {*LANGUAGES}))
def test_beyond_the_desks_languages_there_is_what_members_read_and_no_more(language: str) -> None:
    assert sorted(file.name for file in (files("bot.texts") / language).iterdir()) == [*MEMBERS_FILES]


@pytest.mark.parametrize("language", sorted({*MEMBERS_LANGUAGES} - {*LANGUAGES}))
def test_what_was_translated_is_no_english_left_standing(language: str) -> None:
    english, said = written("en"), written(language)

    same = {key for key, forms in said.items() if forms == english[key]}

    assert {key for key in same if not key.startswith("topic-")} <= {"command-resources-public", LINK}


@pytest.mark.parametrize("language", MEMBERS_LANGUAGES)
@pytest.mark.parametrize(
    ("key", "longest"), [("contest-(title|ask)", 45), ("contest-hint", 100), ("(need|topic)-.+", 100)]
)
def test_what_members_see_on_a_form_or_in_a_menu_fits(language: str, key: str, longest: int) -> None:
    said = {name: forms for name, forms in written(language).items() if re.fullmatch(key, name)}

    assert said
    assert {name: forms for name, forms in said.items() if max(map(len, forms)) > longest} == {}


def test_a_member_reads_their_language_and_english_where_only_the_desk_has_words() -> None:
    french = members_texts_in("fr")

    assert french.language == "fr"
    assert french("contest-ask") == "Qu’est-ce qui ne va pas\u00a0?"
    assert french("failure-managers-only") == texts_in("en")("failure-managers-only")
    assert texts_in("fr")("contest-ask") == texts_in("en")("contest-ask")


def test_every_text_that_the_program_asks_for_is_there_with_its_values() -> None:
    english = messages("en")

    for use in uses():
        asked = {key: gaps for key, gaps in english.items() if use.fits(key)}
        assert asked, f"{use.place}: no text {use.key}"
        if use.values is not None:
            assert all(gaps == use.values for gaps in asked.values()), f"{use.place}: {use.key}"


def test_no_text_is_left_over() -> None:
    asked = list(uses())
    said = "\n".join(path.read_text(encoding="utf-8") for path in sources())

    idle = [key for key in messages("en") if f'"{key}"' not in said and not any(u.fits(key) for u in asked)]

    assert idle == []


def sources() -> Iterator[Path]:
    for folder in ("bot", "cogs"):
        yield from (ROOT / folder).rglob("*.py")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("key", "longest"),
    [
        (r"mode-does-.+", 100),  # described in a menu's choices
        (r"mode-.+", 100),
        (r".+-button-.+|setup-(confirm|check-again)|advice-later|note-contest", 80),
        (r"(help-send|answer-post|cases-(previous|next)|audit-(newer|older)|settings-(newer|older))", 80),
        (r"data-form-title|wording-form|note-contest", 45),
        (r"data-form-label|contest-ask|wording-form-line", 45),
        (r"data-form-about|contest-hint|setup-parts?-?.*|.+-choose", 100),
        (r"settings-name-.+", 40),
    ],
)
def test_what_stands_on_a_control_fits_it(language: str, key: str, longest: int) -> None:
    on_controls = {name: said for name, said in written(language).items() if re.fullmatch(key, name)}

    assert on_controls
    assert {name: said for name, said in on_controls.items() if max(map(len, said)) > longest} == {}


def test_numbers_are_counted_as_the_language_does() -> None:
    assert texts_in("en")("hours", number=1) == "1 hour"
    assert texts_in("es-419")("hours", number=2) == "2 horas"


def test_a_locale_without_texts_gets_english() -> None:
    assert language_of("fr") == "en"
    assert language_of("es-ES") == "es"
    assert members_language_of("it") == "en"
    assert members_language_of("pt-BR") == "pt"


@pytest.mark.parametrize(("key", "values"), [("no-such-text", {}), ("hours", {})])
def test_a_missing_text_or_value_is_never_passed_over(key: str, values: dict[str, int]) -> None:
    with pytest.raises(TextError):
        texts_in("en")(key, **values)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_commands_that_texts_name_are_called_so_in_their_language(language: str) -> None:
    folder = files("bot.texts") / language
    lines = [line for file in folder.iterdir() for line in file.read_text(encoding="utf-8").splitlines()]
    said = [line for line in lines if not line.startswith("#")]
    texts = texts_in(language)
    names = {texts(key) for key in messages(language) if re.fullmatch(r"command-[a-z]+", key)}

    named = {name for line in said for name in re.findall(r"/signpost (\w+)", line)}

    assert named - names == set()
