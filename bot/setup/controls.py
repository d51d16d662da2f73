"""The panel's controls: each carries all it needs in its id, and works for as long as the panel is there."""

import re
import secrets
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Self, cast

import discord
from discord import ui

if TYPE_CHECKING:  # they are built from what is here
    from bot.client import Signpost

Click = discord.Interaction[discord.Client]
Row = ui.ActionRow[ui.LayoutView]

MOST_SHOWN = 25
"""Values that one of Discord's menus can hold."""

_LARGEST_NUMBER = 2**31 - 1
"""Discord numbers a message's components with 32 bits."""


class Verb(StrEnum):
    """What a control does.

    PART and NEXT turn to another part, CHECK looks anew, OWN opens a list, SHOWN does nothing.
    """

    PART = "part"
    NEXT = "next"
    CHECK = "check"
    CONFIRM = "confirm"
    LOG = "log"
    MODE = "mode"
    EXEMPT_PLACES = "places"
    OWN = "own"
    OWN_LIST = "list"
    EXEMPT_ROLES = "roles"
    MODERATORS = "moderators"
    LANGUAGE = "language"
    COUNTRY = "country"
    SHOWN = "shown"


@dataclass(frozen=True, slots=True)
class Press:
    """What somebody did with a control. about: what its id says beside the verb.

    picked: the values that stand in the menu now; ids of roles and channels are written as numbers.
    shown: the ids that stood in it before, as this panel showed them.
    """

    verb: Verb
    about: str = ""
    picked: tuple[str, ...] = ()
    shown: frozenset[int] = frozenset()

    @property
    def first(self) -> str:
        """The first value that was picked, or what the id says where it is a button's."""
        return self.picked[0] if self.picked else self.about

    @property
    def added(self) -> list[int]:
        """Ids that were put into the menu: what another manager changed meanwhile is not among them."""
        return [int(each) for each in self.picked if int(each) not in self.shown]

    @property
    def removed(self) -> list[int]:
        """Ids that were taken off the menu."""
        return sorted(self.shown - {int(each) for each in self.picked})


class PanelControl(
    ui.DynamicItem[ui.Item[Any]], template=rf"setup:(?P<verb>{'|'.join(Verb)})(?::(?P<about>[a-z]+))?"
):
    """A menu or button of the panel. Who may use it is looked up at each press."""

    def __init__(self, item: ui.Item[Any], verb: Verb, about: str = "") -> None:
        super().__init__(item)
        self.verb = verb
        self.about = about

    @classmethod
    async def from_custom_id(cls, _click: Click, item: ui.Item[Any], match: re.Match[str], /) -> Self:
        """Make the used control from its id, with what its menu showed."""
        return cls(item, Verb(match["verb"]), match["about"] or "")

    async def callback(self, interaction: Click) -> None:
        """Do what the control says for who may, and show in the panel what holds then."""
        bot = cast("Signpost", interaction.client)
        press = Press(self.verb, self.about, _picked(self.item), _shown(self.item))
        await bot.in_flight.run(bot.setup_panel.answer, interaction, press)


def control_id(verb: Verb, about: str = "") -> str:
    """Return the id of a control."""
    return f"setup:{verb.value}:{about}" if about else f"setup:{verb.value}"


def row_of(*controls: PanelControl) -> Row:
    """Put controls in a row: up to five buttons, or one menu.

    Each gets a number that no panel had before. By themselves they are numbered by their place, and a client
    may remember by number what stands in a menu: it would show the last part's choice in the next part's
    menu, and a choice that was refused as if it held.
    """
    row: Row = ui.ActionRow()
    for each in controls:
        each.item.id = 1 + secrets.randbelow(_LARGEST_NUMBER)
        row.add_item(each)
    return row


def _picked(item: ui.Item[Any]) -> tuple[str, ...]:
    if isinstance(item, ui.Select):
        return tuple(item.values)
    if isinstance(item, ui.ChannelSelect | ui.RoleSelect):
        return tuple(str(each.id) for each in item.values)
    return ()


def _shown(item: ui.Item[Any]) -> frozenset[int]:
    if isinstance(item, ui.ChannelSelect | ui.RoleSelect):
        return frozenset(each.id for each in item.default_values)
    return frozenset()
