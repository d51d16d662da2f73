"""The panel's menus, each in a row of its own, with what holds now already chosen."""

from collections.abc import Iterable

import discord
from discord import ui
from discord.enums import ChannelType

from bot.policy import Mode
from bot.setup.controls import MOST_SHOWN, PanelControl, Row, Verb, control_id, row_of
from bot.setup.server import ServerInSetup
from bot.texts import MEMBERS_LANGUAGES, mode_name

AS_THE_SERVER = "server"
"""Choice of the language that Discord's settings name."""

_LOGS = [ChannelType.text, ChannelType.public_thread, ChannelType.private_thread]
_CHANNELS = [
    ChannelType.text,
    ChannelType.news,
    ChannelType.forum,
    ChannelType.media,
    ChannelType.voice,
    ChannelType.stage_voice,
]


def log_menu(server: ServerInSetup) -> Row:
    """Offer the channels that can be the mod log."""
    log = server.chosen.mod_log
    return _channel_menu(server, Verb.LOG, server.texts("setup-log-choose"), [log] if log else [], _LOGS)


def mode_menu(server: ServerInSetup) -> Row:
    """Offer the modes, with what each does."""
    now = server.here.mode
    return _text_menu(Verb.MODE, server.texts("setup-mode-choose"), _modes(server, now))


def exempt_places_menu(server: ServerInSetup) -> Row:
    """Offer channels and categories that are not to be read."""
    exempt = server.here.exempt
    return _channel_menu(
        server,
        Verb.EXEMPT_PLACES,
        server.texts("setup-exempt-choose"),
        exempt.categories | exempt.channels,
        [*_CHANNELS, ChannelType.category],
        most=MOST_SHOWN,
    )


def own_mode_menu(server: ServerInSetup, opened: Mode | None) -> Row:
    """Offer the modes that single channels can have; choosing one opens the list of its channels."""
    return _text_menu(Verb.OWN, server.texts("setup-own-choose"), _modes(server, opened))


def own_mode_list(server: ServerInSetup, mode: Mode) -> Row:
    """Offer the channels that can have this mode for themselves."""
    own = server.bot.places.channel_modes(server.guild.id)
    return _channel_menu(
        server,
        Verb.OWN_LIST,
        server.texts("setup-own-list", mode=mode_name(server.texts, mode)),
        [channel for channel, each in own.items() if each is mode],
        _CHANNELS,
        about=mode.value,
        most=MOST_SHOWN,
    )


def exempt_roles_menu(server: ServerInSetup) -> Row:
    """Offer roles whose members are not to be read."""
    held = server.here.exempt.roles
    return _role_menu(server, Verb.EXEMPT_ROLES, server.texts("setup-exempt-roles-choose"), held, MOST_SHOWN)


def moderator_menu(server: ServerInSetup) -> Row:
    """Offer a role whose members may use the desk's buttons."""
    role = server.chosen.moderator_role
    return _role_menu(
        server, Verb.MODERATORS, server.texts("setup-moderators-choose"), [role] if role else [], 1
    )


def language_menu(server: ServerInSetup) -> Row:
    """Offer the languages of notes."""
    chosen = server.chosen.language
    by_itself = server.texts("setup-language-server", language=server.language_name(server.own_language))
    options = [discord.SelectOption(label=by_itself, value=AS_THE_SERVER, default=chosen is None)]
    options += [
        discord.SelectOption(label=server.language_name(each), value=each, default=each == chosen)
        for each in MEMBERS_LANGUAGES
    ]
    return _text_menu(Verb.LANGUAGE, server.texts("setup-language-choose"), options)


def country_menu(server: ServerInSetup) -> Row:
    """Offer the countries whose helplines a note can show."""
    options = [
        discord.SelectOption(label=name, value=code, default=code == server.country)
        for code, name in server.countries().items()
    ]
    return _text_menu(Verb.COUNTRY, server.texts("setup-country-choose"), options)


def _modes(server: ServerInSetup, now: Mode | None) -> list[discord.SelectOption]:
    return [
        discord.SelectOption(
            label=mode_name(server.texts, mode),
            value=mode.value,
            description=server.texts(f"mode-does-{mode.value}"),
            default=mode is now,
        )
        for mode in Mode
    ]


def _text_menu(verb: Verb, asked: str, options: list[discord.SelectOption]) -> Row:
    menu: ui.Select[ui.LayoutView] = ui.Select(custom_id=control_id(verb), placeholder=asked, options=options)
    return row_of(PanelControl(menu, verb))


def _channel_menu(
    server: ServerInSetup,
    verb: Verb,
    asked: str,
    held: Iterable[int],
    types: list[ChannelType],
    about: str = "",
    most: int = 1,
) -> Row:
    """most: 1 for a choice that cannot be empty."""
    there = [each for each in sorted(held) if (place := server.place(each)) and place.type in types]
    menu: ui.ChannelSelect[ui.LayoutView] = ui.ChannelSelect(
        custom_id=control_id(verb, about),
        placeholder=asked,
        channel_types=types,
        min_values=1 if most == 1 else 0,
        max_values=most,
        default_values=[
            discord.SelectDefaultValue(id=each, type=discord.SelectDefaultValueType.channel)
            for each in there[:most]
        ],
    )
    return row_of(PanelControl(menu, verb, about))


def _role_menu(server: ServerInSetup, verb: Verb, asked: str, held: Iterable[int], most: int) -> Row:
    there = [each for each in sorted(held) if server.guild.get_role(each) is not None]
    menu: ui.RoleSelect[ui.LayoutView] = ui.RoleSelect(
        custom_id=control_id(verb),
        placeholder=asked,
        min_values=0,
        max_values=most,
        default_values=[
            discord.SelectDefaultValue(id=each, type=discord.SelectDefaultValueType.role)
            for each in there[:most]
        ],
    )
    return row_of(PanelControl(menu, verb))
