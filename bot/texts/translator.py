"""Names and descriptions of the chat commands, in each member's language."""

import discord
from discord import app_commands

from bot.texts.catalogue import DEFAULT_LANGUAGE, MEMBERS_LANGUAGES, members_texts_in, texts_in

_KEY = "key"
_SPOKEN = frozenset(
    {
        discord.Locale.spain_spanish,
        discord.Locale.latin_american_spanish,
        discord.Locale.french,
        discord.Locale.german,
        discord.Locale.brazil_portuguese,
    }
)
"""Locales of Discord's, beside English, that the catalogue has texts for, of some for members alone."""


def spoken(key: str) -> app_commands.locale_str:
    """Return a text of the catalogue, in English, for Discord to show in each member's language."""
    return app_commands.locale_str(texts_in(DEFAULT_LANGUAGE)(key), key=key)


class CatalogueTranslator(app_commands.Translator):
    """Gives Discord the catalogue's words for what `spoken` made; anything else stays as it is."""

    async def load(self) -> None:
        """Read every language before the first event: reading one holds the event loop for 0.1 s."""
        for language in MEMBERS_LANGUAGES:
            members_texts_in(language)

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
        texts = members_texts_in(locale)
        return texts(str(key)) if texts.has(str(key)) else None
