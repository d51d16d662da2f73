"""Names and descriptions of the chat commands, in each member's language."""

import discord
from discord import app_commands

from bot.texts.catalogue import DEFAULT_LANGUAGE, LANGUAGES, language_of, texts_in

_KEY = "key"
_SPOKEN = frozenset({discord.Locale.spain_spanish, discord.Locale.latin_american_spanish})
"""Locales of Discord's, beside English, that the catalogue has texts for."""


def spoken(key: str) -> app_commands.locale_str:
    """Return a text of the catalogue, in English, for Discord to show in each member's language."""
    return app_commands.locale_str(texts_in(DEFAULT_LANGUAGE)(key), key=key)


class CatalogueTranslator(app_commands.Translator):
    """Gives Discord the catalogue's words for what `spoken` made; anything else stays as it is."""

    async def load(self) -> None:
        """Read every language before the first event: reading one holds the event loop for 0.1 s."""
        for language in LANGUAGES:
            texts_in(language)

    async def translate(
        self,
        string: app_commands.locale_str,
        locale: discord.Locale,
        context: app_commands.TranslationContextTypes,
    ) -> str | None:
        """Return a command's word in a language; None where Discord shall show the English one."""
        del context
        key = string.extras.get(_KEY)
        if key is None or locale not in _SPOKEN:
            return None
        return texts_in(language_of(locale))(str(key))
