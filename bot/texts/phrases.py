"""Parts of sentences that several rooms need."""

from collections.abc import Sequence

from babel.numbers import format_decimal, format_percent

from bot.policy import Mode, Reason
from bot.posts import WhyUnread
from bot.texts.catalogue import Texts

MOST_NAMED, MOST_NAMED_BESIDE = 15, 3
"""Names of a kind that a list shows, and that stand in a sentence beside it: with three full lists, the
longest answer stays below the 2 000 characters of a message."""


def mode_name(texts: Texts, mode: Mode) -> str:
    """Name a mode."""
    return texts(f"mode-{mode.value}")


def reason_text(texts: Texts, reason: Reason) -> str:
    """Say why a post was, or was not, answered."""
    return texts(f"reason-{reason.value.replace('_', '-')}")


def unread_text(texts: Texts, why: WhyUnread) -> str:
    """Say why a file of a post could not be read."""
    return texts(f"unread-{why.name.lower().replace('_', '-')}")


def decimal(texts: Texts, number: float) -> str:
    """Write a score with two decimals as the language does."""
    return format_decimal(number, "0.00", locale=texts.language)


def percent(texts: Texts, share: float) -> str:
    """Write a share in whole per cent as the language does. share: 0-1."""
    return format_percent(share, locale=texts.language)


def listed(texts: Texts, names: Sequence[str], most: int = MOST_NAMED_BESIDE) -> str:
    """List names, the first few of many."""
    more = len(names) - most
    shown = ", ".join(names[:most])
    return texts("listed-and-more", shown=shown, more=more) if more > 0 else shown


def duration(texts: Texts, seconds: int) -> str:
    """Write a time span in the largest unit that it is a whole number of: seconds, minutes or hours."""
    minutes, rest = divmod(seconds, 60)
    if rest or not minutes:
        return texts("seconds", number=seconds)
    hours, rest = divmod(minutes, 60)
    return texts("minutes", number=minutes) if rest or not hours else texts("hours", number=hours)
