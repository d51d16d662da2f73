"""What stands in each part of the panel: what holds now in words, and the menus that change it."""

from collections.abc import Callable
from enum import StrEnum
from string import ascii_lowercase
from typing import Any, cast

from discord import ui
from discord.enums import ComponentType

from bot.note import note_view
from bot.permissions import missing_here, permission_name, permission_names
from bot.policy import Mode
from bot.setup import menus
from bot.setup.checks import lacking, written_in
from bot.setup.controls import MOST_SHOWN, PanelControl, Verb, control_id, row_of
from bot.setup.greeting import what_it_is
from bot.setup.server import Place, ServerInSetup
from bot.texts import listed, mode_name
from bot.texts.commands import command

MOST_PLACES = 8
"""Channels or roles that a part names; more of them are counted."""

Parts = list[ui.Item[ui.LayoutView]]


class Part(StrEnum):
    """A part of the panel, in the order in which a server is set up."""

    LOG = "log"
    PLACES = "places"
    ROLES = "roles"
    LANGUAGE = "language"
    PREVIEW = "preview"
    CHECKS = "checks"
    ABOUT = "about"


def contents(server: ServerInSetup, part: Part, own: Mode | None) -> Parts:
    """Return a part's texts and controls. own: the mode whose list of channels is open, in PLACES."""
    if part is Part.PLACES:
        return _places(server, own)
    return _CONTENTS[part](server)


def log_line(server: ServerInSetup) -> str:
    """Say which channel is the mod log, or that there is none."""
    if server.chosen.mod_log is None:
        return server.texts("setup-log-none")
    log = _log_channel(server)
    return server.texts("setup-log", channel=log.mention) if log else server.texts("setup-log-gone")


def _log(server: ServerInSetup) -> Parts:
    """In a server that has just begun, what Signpost is and does stands first."""
    is_new = server.kept.confirmed_at is None and server.chosen.mod_log is None
    return [
        *([ui.TextDisplay(_what(server)), ui.Separator()] if is_new else ()),
        ui.TextDisplay(log_line(server)),
        menus.log_menu(server),
        ui.TextDisplay(_mode_line(server)),
        menus.mode_menu(server),
    ]


def _mode_line(server: ServerInSetup) -> str:
    mode, texts = server.here.mode, server.texts
    name, does = mode_name(texts, mode), texts(f"mode-does-{mode.value}")
    by_default = server.chosen.mode is None
    return texts("setup-mode-default" if by_default else "setup-mode", mode=name, does=does)


def _places(server: ServerInSetup, own: Mode | None) -> Parts:
    texts, exempt = server.texts, server.here.exempt
    unread = [f"<#{each}>" for each in sorted(exempt.categories | exempt.channels)]
    parts: Parts = [
        ui.TextDisplay(
            texts("setup-exempt-places", places=listed(texts, unread, MOST_PLACES))
            if unread
            else texts("setup-exempt-none")
        ),
        *_when_full(server, len(unread), command(texts, "exempt")),
        menus.exempt_places_menu(server),
        ui.TextDisplay(_own_modes_line(server)),
        menus.own_mode_menu(server, own),
    ]
    if own is not None:
        held = list(server.bot.places.channel_modes(server.guild.id).values()).count(own)
        parts += [*_when_full(server, held, command(texts, "mode")), menus.own_mode_list(server, own)]
    return parts


def _own_modes_line(server: ServerInSetup) -> str:
    texts, own = server.texts, server.bot.places.channel_modes(server.guild.id)
    mode = mode_name(texts, server.here.mode)
    named = [f"<#{channel}> {mode_name(texts, each)}" for channel, each in own.items()]
    line = (
        texts("setup-own-modes", places=listed(texts, named, MOST_PLACES), mode=mode)
        if named
        else texts("setup-own-modes-none", mode=mode)
    )
    return f"{line}\n{texts('setup-own-how')}"


def _when_full(server: ServerInSetup, held: int, command: str) -> Parts:
    """Say where the rest is, when a menu holds no more."""
    return [ui.TextDisplay(server.texts("setup-full", command=command))] if held >= MOST_SHOWN else []


def _roles(server: ServerInSetup) -> Parts:
    texts, exempt, role = server.texts, server.here.exempt.roles, server.chosen.moderator_role
    unread = [f"<@&{each}>" for each in sorted(exempt)]
    who = texts("setup-moderators-none") if role is None else texts("setup-moderators", role=f"<@&{role}>")
    return [
        ui.TextDisplay(f"{who}\n{texts('setup-moderators-commands')}"),
        menus.moderator_menu(server),
        ui.TextDisplay(
            texts("setup-exempt-roles", roles=listed(texts, unread, MOST_PLACES))
            if unread
            else texts("setup-exempt-roles-none")
        ),
        *_when_full(server, len(unread), command(texts, "exempt")),
        menus.exempt_roles_menu(server),
    ]


def _language(server: ServerInSetup) -> Parts:
    language = server.language_name(server.chosen.language or server.own_language)
    country = server.countries().get(server.country, server.country)
    return [
        ui.TextDisplay(server.texts("setup-language", language=language)),
        menus.language_menu(server),
        ui.TextDisplay(server.texts("setup-country", country=country)),
        menus.country_menu(server),
    ]


def _preview(server: ServerInSetup) -> Parts:
    """Show the note with its buttons; they do nothing here, since there is no post that they are about."""
    note = server.note()
    labels = [
        cast("ui.DynamicItem[ui.Button[Any]]", each).item.label
        for each in note_view(note).walk_children()
        if each.type is ComponentType.button
    ]
    buttons = [
        PanelControl(
            ui.Button(label=label, disabled=True, custom_id=control_id(Verb.SHOWN, letter)), Verb.SHOWN
        )
        for letter, label in zip(ascii_lowercase, labels, strict=False)
    ]
    return [
        ui.TextDisplay(server.texts("setup-preview")),
        ui.Separator(),
        ui.TextDisplay(note.body),
        row_of(*buttons),
        ui.Separator(),
    ]


def _checks(server: ServerInSetup) -> Parts:
    texts, channels = server.texts, written_in(server.guild, server.bot.places)
    lacks = _log_lacks(server)
    for missing, where in lacking(channels).items():
        named = listed(texts, [each.mention for each in where], MOST_PLACES)
        lacks.append(
            texts("setup-lacking", missing=permission_name(texts, missing), channels=len(where), named=named)
        )
    checked = [texts("setup-checked", channels=len(channels)), *(lacks or [texts("setup-all-granted")])]
    again: ui.Button[ui.LayoutView] = ui.Button(
        label=texts("setup-check-again"), custom_id=control_id(Verb.CHECK)
    )
    return [
        ui.TextDisplay("\n".join(checked)),
        *([ui.TextDisplay(texts("setup-grant"))] if lacks else []),
        *([] if _log_channel(server) else [ui.TextDisplay(log_line(server))]),
        row_of(PanelControl(again, Verb.CHECK)),
    ]


def _log_lacks(server: ServerInSetup) -> list[str]:
    log = _log_channel(server)
    missing = missing_here(log) if log else ()
    if log is None or not missing:
        return []
    return [
        server.texts(
            "setup-lacking-log", missing=permission_names(server.texts, missing), channel=log.mention
        )
    ]


def _log_channel(server: ServerInSetup) -> Place | None:
    log = server.chosen.mod_log
    return server.place(log) if log else None


def _about(server: ServerInSetup) -> Parts:
    keeps = server.texts("setup-keeps", days=server.retention_days)
    return [ui.TextDisplay(_what(server)), ui.TextDisplay(keeps)]


def _what(server: ServerInSetup) -> str:
    return what_it_is(server.texts, server.bot.places.default.mode, server.retention_days)


_CONTENTS: dict[Part, Callable[[ServerInSetup], Parts]] = {
    Part.LOG: _log,
    Part.ROLES: _roles,
    Part.LANGUAGE: _language,
    Part.PREVIEW: _preview,
    Part.CHECKS: _checks,
    Part.ABOUT: _about,
}
