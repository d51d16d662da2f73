"""What is said of whom and what a server has exempted."""

from collections.abc import Iterable, Sequence

from bot.policy import Exempt
from bot.texts.catalogue import Texts
from bot.texts.commands import command
from bot.texts.phrases import MOST_NAMED, listed


def exempt_changed(texts: Texts, what: Sequence[str], *, exempt: bool) -> str:
    """Confirm exemptions or their end. what: mentions."""
    named = ", ".join(what)
    if not exempt:
        return texts("exempt-ended", what=named)
    return texts("exempt-set-each" if len(what) > 1 else "exempt-set", what=named)


def still_exempt(texts: Texts, what: str, by: Exempt) -> str:
    """Say that the end of an exemption changes nothing where others hold; empty where none does."""
    named = ", ".join(listed(texts, kind) for kind in (_roles(by), _channels(by), _categories(by)) if kind)
    return texts("exempt-still", what=what, named=named) if named else ""


def still_exempt_within(texts: Texts, what: str, channels: Iterable[int]) -> str:
    """Say which channels in a channel or category are exempt by themselves; empty where none is."""
    named = listed(texts, [f"<#{each}>" for each in channels])
    return texts("exempt-still-within", what=what, channels=named) if named else ""


def exempt_list(texts: Texts, exempt: Exempt) -> str:
    """List what a server has exempted; members are counted, since nothing is kept that could name them."""
    if not exempt:
        return texts("exempt-nothing")
    kinds: list[str] = []
    if roles := _roles(exempt):
        kinds.append(texts("exempt-list-roles", names=listed(texts, roles, MOST_NAMED)))
    if channels := _channels(exempt):
        kinds.append(texts("exempt-list-channels", names=listed(texts, channels, MOST_NAMED)))
    if categories := _categories(exempt):
        kinds.append(texts("exempt-list-categories", names=listed(texts, categories, MOST_NAMED)))
    if members := len(exempt.members):
        kinds.append(texts("exempt-list-members", number=members))
    return texts("exempt-list", kinds="; ".join(kinds))


def exempt_summary(texts: Texts, exempt: Exempt) -> str:
    """Count what a server has exempted; empty where that is nothing."""
    kinds: list[str] = []
    if exempt.roles:
        kinds.append(texts("exempt-roles", number=len(exempt.roles)))
    if exempt.channels:
        kinds.append(texts("exempt-channels", number=len(exempt.channels)))
    if exempt.categories:
        kinds.append(texts("exempt-categories", number=len(exempt.categories)))
    if members := len(exempt.members):
        kinds.append(texts("exempt-members", number=members))
    if not kinds:
        return ""
    return texts("exempt-summary", kinds=", ".join(kinds), exempt=command(texts, "exempt"))


def _roles(exempt: Exempt) -> list[str]:
    return [f"<@&{each}>" for each in sorted(exempt.roles)]


def _channels(exempt: Exempt) -> list[str]:
    return [f"<#{each}>" for each in sorted(exempt.channels)]


def _categories(exempt: Exempt) -> list[str]:
    return [f"<#{each}>" for each in sorted(exempt.categories)]
