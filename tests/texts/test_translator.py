"""Discord gets the commands' words in each language, and no member waits until one is read."""

from typing import Any
from unittest.mock import Mock, call

import discord
import pytest
from discord import app_commands

from bot.texts import MEMBERS_LANGUAGES, CatalogueTranslator, spoken, translator


async def test_every_language_is_read_before_the_first_member_asks(monkeypatch: pytest.MonkeyPatch) -> None:
    read = Mock()
    monkeypatch.setattr(translator, "members_texts_in", read)

    await CatalogueTranslator().load()

    assert read.mock_calls == [call(language) for language in MEMBERS_LANGUAGES]


@pytest.mark.parametrize(
    ("locale", "said"),
    [("fr", "ressources"), ("de", "hilfsangebote"), ("pt-BR", "recursos"), ("es-419", "recursos")],
)
async def test_a_members_command_has_a_name_in_each_of_their_languages(locale: str, said: str) -> None:
    assert await translated("command-resources", locale) == said


async def test_a_moderators_command_keeps_its_english_name_where_the_desk_does_not_speak() -> None:
    assert await translated("command-status", "es-ES") == "estado"
    assert await translated("command-status", "fr") is None
    assert await translated("command-resources", "it") is None


async def translated(key: str, locale: str) -> str | None:
    context: app_commands.TranslationContext[Any, Any] = app_commands.TranslationContext(
        app_commands.TranslationContextLocation.other, None
    )
    return await CatalogueTranslator().translate(spoken(key), discord.Locale(locale), context)
