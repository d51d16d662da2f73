"""How the panel is laid out: one container, a menu of its parts, one part at a time."""

import discord
from discord import ui

from bot.note.view import CALM_BLUE
from bot.policy import Mode
from bot.setup.controls import PanelControl, Row, Verb, control_id, row_of
from bot.setup.parts import Part, Parts, contents
from bot.setup.server import ServerInSetup

_ORDER = tuple(Part)


def layout(server: ServerInSetup, part: Part, said: str = "", own: Mode | None = None) -> ui.LayoutView:
    """Lay the panel out. said: what became of the last press. own: as `contents` takes it.

    At most 4 000 characters and 40 components, whatever the server has set.
    """
    texts = server.texts
    parts: Parts = [
        ui.TextDisplay(f"{texts('setup-title')}\n{_state(server)}"),
        _part_menu(server, part),
        *contents(server, part, own),
        *([ui.TextDisplay(_quoted(said))] if said else []),
        _buttons(server, part),
    ]
    container: ui.Container[ui.LayoutView] = ui.Container(*parts, accent_colour=CALM_BLUE)
    view = ui.LayoutView(timeout=None)
    view.add_item(container)
    return view


def _state(server: ServerInSetup) -> str:
    """Say whether the set-up is confirmed, and from which score Signpost acts."""
    texts, confirmed = server.texts, server.kept.confirmed_at
    now, then = server.threshold, server.threshold_confirmed
    if confirmed is not None:
        return texts("setup-confirmed", when=discord.utils.format_dt(confirmed, "R"), now=now)
    if now == then:
        return texts("setup-unconfirmed-own", now=now)
    return texts("setup-unconfirmed", now=now, then=then)


def _quoted(said: str) -> str:
    """Set off what became of a press; it stands below the menus, where a thumb and the eye are."""
    return "\n".join(f"> {line}" for line in said.splitlines())


def _part_menu(server: ServerInSetup, part: Part) -> Row:
    menu: ui.Select[ui.LayoutView] = ui.Select(
        custom_id=control_id(Verb.PART),
        placeholder=server.texts("setup-parts"),
        options=[
            discord.SelectOption(
                label=server.texts(f"setup-part-{each.value}"), value=each.value, default=each is part
            )
            for each in Part
        ],
    )
    return row_of(PanelControl(menu, Verb.PART))


def _buttons(server: ServerInSetup, part: Part) -> Row:
    """Offer the next part, and to confirm for as long as nobody has."""
    following = _ORDER[(_ORDER.index(part) + 1) % len(_ORDER)]
    label = server.texts("setup-next", part=server.texts(f"setup-part-{following.value}"))
    turn: ui.Button[ui.LayoutView] = ui.Button(label=label, custom_id=control_id(Verb.NEXT, following.value))
    controls = [PanelControl(turn, Verb.NEXT, following.value)]
    if server.kept.confirmed_at is None:
        confirm: ui.Button[ui.LayoutView] = ui.Button(
            label=server.texts("setup-confirm"),
            style=discord.ButtonStyle.primary,
            custom_id=control_id(Verb.CONFIRM, part.value),
        )
        controls.append(PanelControl(confirm, Verb.CONFIRM, part.value))
    return row_of(*controls)
