"""The pages of the open cases, and the buttons that turn them, also after a restart."""

import re
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Self, cast

import discord
from discord import ui

from bot.command_tree import may_moderate
from bot.desk.case_view import CASES_A_PAGE, page_text
from bot.failures import Refused, answering, known_server
from bot.seal import SEAL
from bot.store import Wanted
from bot.texts import Texts, texts_in

if TYPE_CHECKING:  # they are built from what is here
    from bot.client import Signpost

Click = discord.Interaction[discord.Client]

_KIND = "cases"
_NONE = "-"


class PageButton(
    ui.DynamicItem[ui.Button[Any]],
    template=(
        rf"{_KIND}:(?P<page>[0-9]{{1,6}}):(?P<channel>[0-9]{{1,20}}|-)"
        rf":(?P<claim>[a-z0-9-]{{1,32}}):(?P<since>[0-9]{{1,12}}|-):{SEAL}"
    ),
):
    """Turns to a page of the open cases. The id carries which cases were asked for; the seal covers it.

    A page that there is no more, since cases were ruled meanwhile, shows the last one.
    """

    def __init__(self, page: int, wanted: Wanted, seal: str, label: str | None = None) -> None:
        super().__init__(
            ui.Button(label=label, custom_id=":".join([_KIND, *_parts(page, wanted), seal])),
        )
        self.page = page
        self.wanted = wanted
        self.seal = seal

    @classmethod
    async def from_custom_id(cls, _click: Click, _item: ui.Item[Any], match: re.Match[str], /) -> Self:
        """Make the pressed button from its id alone."""
        channel, claim, since = match["channel"], match["claim"], match["since"]
        wanted = Wanted(
            None if channel == _NONE else int(channel),
            None if claim == _NONE else claim,
            None if since == _NONE else datetime.fromtimestamp(int(since), UTC),
        )
        return cls(int(match["page"]), wanted, match["seal"])

    async def callback(self, interaction: Click) -> None:
        """Show the page in place of the one that stands there."""
        bot, texts = cast("Signpost", interaction.client), texts_in(interaction.locale)
        async with answering(interaction):
            server = known_server(interaction)
            if not may_moderate(interaction):
                raise Refused(texts("failure-moderators-only"))
            if not bot.seal.holds(self.seal, server.id, _KIND, *_parts(self.page, self.wanted)):
                raise Refused(texts("cases-not-here"))
            await interaction.response.defer()
            view = await cases_page(bot, texts, server.id, self.wanted, self.page)
            await interaction.edit_original_response(
                view=view, allowed_mentions=discord.AllowedMentions.none()
            )


async def cases_page(
    bot: "Signpost", texts: Texts, guild_id: int, wanted: Wanted, page: int
) -> ui.LayoutView:
    """Lay out a page of a server's open cases, the last one where there are fewer. page: from 1 on."""
    count = await bot.queue.count(guild_id, wanted)
    pages = max(1, -(-count // CASES_A_PAGE))
    page = min(page, pages)
    view = ui.LayoutView(timeout=None)
    if not count:
        view.add_item(ui.TextDisplay(texts("cases-none" if wanted == Wanted() else "cases-none-so")))
        return view
    cases = await bot.queue.listed(guild_id, wanted, CASES_A_PAGE, CASES_A_PAGE * (page - 1))
    view.add_item(ui.Container(ui.TextDisplay(page_text(texts, cases, count, page, pages))))
    turns = [
        *([(page - 1, texts("cases-previous"))] if page > 1 else []),
        *([(page + 1, texts("cases-next"))] if page < pages else []),
    ]
    if turns:
        row: ui.ActionRow[ui.LayoutView] = ui.ActionRow()
        for other, label in turns:
            seal = bot.seal.on(guild_id, _KIND, *_parts(other, wanted))
            row.add_item(PageButton(other, wanted, seal, label))
        view.add_item(row)
    return view


def _parts(page: int, wanted: Wanted) -> tuple[str, ...]:
    """Write what a button carries, as it stands in its id and under its seal."""
    return (
        str(page),
        str(wanted.channel_id) if wanted.channel_id is not None else _NONE,
        wanted.claim or _NONE,
        str(int(wanted.since.timestamp())) if wanted.since is not None else _NONE,
    )
