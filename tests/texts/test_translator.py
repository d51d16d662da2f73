"""Discord gets the commands' words in each language, and no member waits until one is read."""

from unittest.mock import Mock, call

import pytest

from bot.texts import LANGUAGES, CatalogueTranslator, translator


async def test_every_language_is_read_before_the_first_member_asks(monkeypatch: pytest.MonkeyPatch) -> None:
    read = Mock()
    monkeypatch.setattr(translator, "texts_in", read)

    await CatalogueTranslator().load()

    assert read.mock_calls == [call(language) for language in LANGUAGES]
