"""The pages of `/signpost settings show`: each setting, then what is exempt and has a mode of its own."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import discord

from bot.policy import Exempt, Mode
from bot.server_settings.kinds import Around
from bot.server_settings.listed import SETTINGS, Setting
from bot.server_settings.model import ServerSettings
from bot.store.audit import Act
from bot.texts import Texts, listed, mode_name
from bot.texts.phrases import MOST_NAMED

SETTINGS_A_PAGE = 6
"""Settings that a page shows: with the longest of each, a page stays below 2 000 characters."""

PAGES = -(-len(SETTINGS) // SETTINGS_A_PAGE) + 1
"""Pages there are; the last lists what has commands of its own."""


@dataclass(frozen=True, slots=True)
class View:
    """What a server's settings are shown from. last: who changed each last, by its name."""

    chosen: ServerSettings
    last: Mapping[str, Act]
    around: Around
    modes: Mapping[int, Mode]
    exempt: Exempt
    webhook_ids: frozenset[int]
    confirmed: bool


def page(number: int, view: View, texts: Texts) -> str:
    """Write a page of the settings. number: from 0; one beyond the last shows the last."""
    number = min(number, PAGES - 1)
    title = texts("settings-page", page=number + 1, pages=PAGES)
    if number == PAGES - 1:
        return "\n\n".join([title, *_lists(view, texts)])
    first = number * SETTINGS_A_PAGE
    shown = SETTINGS[first : first + SETTINGS_A_PAGE]
    return "\n\n".join(
        [title, *(described(each, view, texts) for each in shown), texts("settings-how-to-set")]
    )


def described(setting: Setting, view: View, texts: Texts) -> str:
    """Say what a setting is now, what it does, its default and who changed it last."""
    value = getattr(view.chosen, setting.name)
    now = setting.show(value, texts, view.around)
    default = setting.show(None, texts, view.around)
    careful = setting.name == "threshold" and not view.confirmed
    facts = [
        texts("settings-line-default", default=default),
        texts("settings-line-careful") if careful else "",
        _changed(view.last.get(setting.name), texts),
    ]
    return "\n".join(
        [
            texts("settings-line", setting=setting.label(texts), now=now),
            setting.about(texts),
            f"-# {' · '.join(filter(None, facts))}",
        ]
    )


def _changed(act: Act | None, texts: Texts) -> str:
    if act is None:
        return texts("settings-line-not-changed")
    when = discord.utils.format_dt(act.at, "R")
    if act.by is None:
        return texts("settings-line-by-itself", when=when)
    return texts("settings-line-by", when=when, who=f"<@{act.by}>")


def _lists(view: View, texts: Texts) -> Iterable[str]:
    modes = [f"<#{each}> {mode_name(texts, mode)}" for each, mode in view.modes.items()]
    own = texts("settings-modes-own", listed=listed(texts, modes, MOST_NAMED)) if modes else ""
    yield f"{own or texts('settings-modes-none')}\n-# {texts('settings-modes-how')}"
    exempt = "\n".join(_exempt(view.exempt, texts)) or texts("settings-exempt-none")
    yield f"{exempt}\n-# {texts('settings-exempt-how')}"
    ids = [f"`{each}`" for each in sorted(view.webhook_ids)]
    read = texts("settings-webhooks-read", listed=listed(texts, ids, MOST_NAMED)) if ids else ""
    yield f"{read or texts('settings-webhooks-none')}\n-# {texts('settings-webhooks-how')}"


def _exempt(exempt: Exempt, texts: Texts) -> Iterable[str]:
    if roles := [f"<@&{each}>" for each in sorted(exempt.roles)]:
        yield texts("settings-exempt-roles", listed=listed(texts, roles, MOST_NAMED))
    if channels := [f"<#{each}>" for each in sorted(exempt.channels)]:
        yield texts("settings-exempt-channels", listed=listed(texts, channels, MOST_NAMED))
    if categories := [f"<#{each}>" for each in sorted(exempt.categories)]:
        yield texts("settings-exempt-categories", listed=listed(texts, categories, MOST_NAMED))
    if members := len(exempt.members):
        yield texts("settings-exempt-members", number=members)
