"""Pages of the audit, and the buttons that turn them for every manager, also after a restart."""

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Self

import discord
from discord import ui

from bot.auditing.lines import act_line, deed_name
from bot.seal import SEAL
from bot.server_settings.presses import Click, pressed
from bot.server_settings.surroundings import around
from bot.store import Deed
from bot.texts import Texts, texts_in

if TYPE_CHECKING:  # it is built from what is here
    from bot.client import Signpost

ACTS_A_PAGE = 10

_KIND = "audit"


@dataclass(frozen=True, slots=True)
class Asked:
    """What somebody wants to see of the audit. page: from 0. by: whose acts, None for everyone's."""

    page: int = 0
    by: int | None = None
    deed: Deed | None = None

    @property
    def parts(self) -> tuple[str | int, ...]:
        """How a custom id holds it."""
        return _KIND, self.page, self.by or 0, self.deed.name if self.deed else "-"


class TurnAudit(
    ui.DynamicItem[ui.Button[Any]],
    template=rf"audit:(?P<page>[0-9]{{1,6}}):(?P<by>[0-9]{{1,20}}):(?P<deed>[A-Z_]{{1,16}}|-):{SEAL}",
):
    """Turns to a page of the audit, as it is when it is pressed."""

    def __init__(self, asked: Asked, seal: str, label: str = "") -> None:
        custom_id = ":".join(map(str, (*asked.parts, seal)))
        super().__init__(ui.Button(label=label or "…", custom_id=custom_id))
        self.asked = asked
        self.seal = seal

    @classmethod
    async def from_custom_id(cls, _click: Click, _item: ui.Item[Any], match: re.Match[str], /) -> Self:
        """Make the pressed button from its id alone; a deed that no version knew asks for all."""
        deed = Deed.__members__.get(match["deed"])
        return cls(Asked(int(match["page"]), int(match["by"]) or None, deed), match["seal"])

    async def callback(self, interaction: Click) -> None:
        """Show the page in place of the one that stood there."""
        await pressed(interaction, self.seal, self.asked.parts, self._turn)

    async def _turn(self, interaction: Click, bot: "Signpost") -> None:
        if interaction.guild is not None:
            said, view = await audit_page(bot, interaction.guild, self.asked, texts_in(interaction.locale))
            await interaction.response.edit_message(
                content=said, view=view, allowed_mentions=discord.AllowedMentions.none()
            )


async def audit_page(
    bot: "Signpost", guild: discord.Guild, asked: Asked, texts: Texts
) -> tuple[str, ui.View]:
    """Return a page of a server's audit with its buttons; one beyond the last shows the last."""
    number = await bot.audit.count(guild.id, by=asked.by, deed=asked.deed)
    pages = max(1, -(-number // ACTS_A_PAGE))
    asked = replace(asked, page=min(asked.page, pages - 1))
    skip = asked.page * ACTS_A_PAGE
    acts = await bot.audit.listed(guild.id, ACTS_A_PAGE, skip, by=asked.by, deed=asked.deed)
    here = around(bot, guild)
    lines = [f"- {act_line(act, texts, here)}" for act in acts]
    title = texts("audit-page", page=asked.page + 1, pages=pages)
    said = "\n".join([title, *_filter(asked, texts), *(lines or [texts("audit-nothing")])])
    return said, _buttons(bot, guild.id, asked, pages, texts)


def _filter(asked: Asked, texts: Texts) -> list[str]:
    who = f"<@{asked.by}>" if asked.by else ""
    deed = deed_name(texts, asked.deed) if asked.deed else ""
    shown = " · ".join(filter(None, (who, deed)))
    return [texts("audit-filter", shown=shown)] if shown else []


def _buttons(bot: "Signpost", guild_id: int, asked: Asked, pages: int, texts: Texts) -> ui.View:
    view = ui.View(timeout=None)
    for step, label in (-1, texts("audit-newer")), (1, texts("audit-older")):
        there = replace(asked, page=asked.page + step)
        if 0 <= there.page < pages:
            view.add_item(TurnAudit(there, bot.seal.on(guild_id, *there.parts), label))
    return view


DYNAMIC_ITEMS = (TurnAudit,)
