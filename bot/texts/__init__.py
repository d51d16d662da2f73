"""What the desk says: one Fluent catalogue, a folder for each language and in it a file for each room.

What notes say stands in `knowledge/wording`, since it rests on evidence; all else that people read is here.
"""

from bot.texts.catalogue import (
    DEFAULT_LANGUAGE,
    LANGUAGES,
    MEMBERS_LANGUAGES,
    TextError,
    Texts,
    language_of,
    members_language_of,
    members_texts_in,
    texts_in,
)
from bot.texts.phrases import decimal, duration, listed, mode_name, percent, reason_text, unread_text
from bot.texts.translator import CatalogueTranslator, spoken

__all__ = [
    "DEFAULT_LANGUAGE",
    "LANGUAGES",
    "MEMBERS_LANGUAGES",
    "CatalogueTranslator",
    "TextError",
    "Texts",
    "decimal",
    "duration",
    "language_of",
    "listed",
    "members_language_of",
    "members_texts_in",
    "mode_name",
    "percent",
    "reason_text",
    "spoken",
    "texts_in",
    "unread_text",
]
