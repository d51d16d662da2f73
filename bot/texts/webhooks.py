"""What is said of the webhooks that a server has read."""

from collections.abc import Iterable

from bot.policy import PlaceSettings
from bot.texts.catalogue import Texts
from bot.texts.phrases import MOST_NAMED, listed

PLURALKIT = "PluralKit"


def webhooks_list(texts: Texts, webhook_ids: Iterable[int], *, pluralkit: bool) -> str:
    """List the webhooks that a server has read; empty where there are none."""
    chosen = [*([PLURALKIT] if pluralkit else []), *map(str, sorted(webhook_ids))]
    if not chosen:
        return ""
    return _with_wait(
        texts, texts("webhooks-list", names=listed(texts, chosen, MOST_NAMED)), pluralkit=pluralkit
    )


def webhooks_summary(texts: Texts, number: int, *, pluralkit: bool) -> str:
    """Count the webhooks that a server has read, PluralKit by name; empty where there are none."""
    counted = texts("webhooks-counted", number=number) if number else ""
    chosen = ", ".join(filter(None, [PLURALKIT if pluralkit else "", counted]))
    return _with_wait(texts, texts("webhooks-summary", names=chosen), pluralkit=pluralkit) if chosen else ""


def copies_are_read(texts: Texts, settings: PlaceSettings) -> str:
    """Warn that PluralKit's copies do not say whose they are; empty where that spares nobody."""
    people = settings.exempt.roles or len(settings.exempt.members)
    return texts("webhooks-copies-are-read") if settings.reads_pluralkit and people else ""


def _with_wait(texts: Texts, line: str, *, pluralkit: bool) -> str:
    return f"{line} {texts('webhooks-notes-wait')}" if pluralkit else line
