"""`/signpost cases` and `/signpost case`: the open cases, and one with all that is kept of it."""

from datetime import UTC, datetime

import discord
from discord import app_commands, ui
from discord.ext import commands

from bot.client import Signpost
from bot.command_tree import Refused, Subcommand, for_moderators, may_moderate
from bot.desk.case_pages import cases_page
from bot.desk.case_view import DEEDS, MOST_ACTS, case_rows, choice, record
from bot.knowledge.topics import built_in
from bot.scan.span import DISCORD_BEGAN
from bot.store import Case, Wanted
from bot.texts import Texts, spoken, texts_in

MOST_CHOICES = 25
"""Choices that Discord shows where something is typed."""

MOST_LOOKED_THROUGH = 200
"""Open cases among which a number that is being typed is looked for."""

UNKNOWN_CLAIM = "unknown"
"""Stands for a claim that no topic has: no case has it either."""

LARGEST = 2**53 - 1
"""The largest number that Discord lets be typed."""

Channel = (
    discord.TextChannel | discord.ForumChannel | discord.VoiceChannel | discord.StageChannel | discord.Thread
)
Number = app_commands.Range[int, 1, LARGEST]


class Cases(commands.Cog):
    """Shows moderators what is open, also where no mod log was chosen."""

    def __init__(self, bot: Signpost) -> None:
        self.bot = bot

    async def cog_load(self) -> None:
        """Put the commands under /signpost."""
        listed: Subcommand = app_commands.Command(
            name=spoken("command-cases"), description=spoken("command-cases-about"), callback=self.cases
        )
        listed.autocomplete("claim")(self._claims)
        one: Subcommand = app_commands.Command(
            name=spoken("command-case"), description=spoken("command-case-about"), callback=self.case
        )
        one.autocomplete("number")(self._numbers)
        self.bot.signpost.add_command(listed)
        self.bot.signpost.add_command(one)

    @for_moderators
    @app_commands.rename(
        channel=spoken("command-cases-channel"),
        claim=spoken("command-cases-claim"),
        since=spoken("command-cases-since"),
    )
    @app_commands.describe(
        channel=spoken("command-cases-channel-about"),
        claim=spoken("command-cases-claim-about"),
        since=spoken("command-cases-since-about"),
    )
    async def cases(
        self,
        interaction: discord.Interaction[Signpost],
        channel: Channel | None = None,
        claim: str | None = None,
        since: str | None = None,
    ) -> None:
        """List the open cases, in private, the first page."""
        texts = texts_in(interaction.locale)
        wanted = Wanted(
            None if channel is None else channel.id,
            None if claim is None else _claim_named(claim),
            None if since is None else _date(texts, since, interaction.created_at),
        )
        view = await cases_page(self.bot, texts, interaction.guild_id or 0, wanted, 1)
        await interaction.response.send_message(view=view, ephemeral=True)

    @for_moderators
    @app_commands.rename(number=spoken("command-case-number"))
    @app_commands.describe(number=spoken("command-case-number-about"))
    async def case(self, interaction: discord.Interaction[Signpost], number: Number) -> None:
        """Show all that is kept of a case, in private, with its buttons."""
        texts, guild_id = texts_in(interaction.locale), interaction.guild_id or 0
        case = await self.bot.ledger.get(number)
        if case is None or case.guild_id != guild_id:
            raise Refused(texts("record-none"))
        stands_for = (await self.bot.copies.others(case, 0)).posts
        acts = await self.bot.audit.about(guild_id, DEEDS, str(case.id), MOST_ACTS)
        view = ui.LayoutView(timeout=None)
        view.add_item(ui.Container(ui.TextDisplay(record(texts, case, stands_for, acts))))
        for row in case_rows(self.bot, texts, case):
            view.add_item(row)
        await interaction.response.send_message(
            view=view, ephemeral=True, allowed_mentions=discord.AllowedMentions.none()
        )

    async def _claims(
        self, interaction: discord.Interaction[Signpost], typed: str
    ) -> list[app_commands.Choice[str]]:
        """Offer the claims whose words hold what was typed."""
        titles = _titles(texts_in(interaction.locale).language)
        fitting = [(title, claim) for claim, title in titles.items() if typed.casefold() in title.casefold()]
        return [app_commands.Choice(name=title, value=claim) for title, claim in fitting[:MOST_CHOICES]]

    async def _numbers(
        self, interaction: discord.Interaction[Signpost], typed: str
    ) -> list[app_commands.Choice[int]]:
        """Offer the open cases whose number begins with what was typed, to who may see them."""
        if not may_moderate(interaction):
            return []
        texts, guild_id = texts_in(interaction.locale), interaction.guild_id or 0
        found = await self.bot.queue.listed(guild_id, Wanted(), MOST_LOOKED_THROUGH)
        fitting: list[Case] = [case for case in found if str(case.id).startswith(str(typed).strip())]
        return [
            app_commands.Choice(name=choice(texts, case), value=case.id) for case in fitting[:MOST_CHOICES]
        ]


def _claim_named(typed: str) -> str:
    """Return the id of a claim that was chosen, or typed in words of either language."""
    for topic in built_in():
        for claim in topic.claims:
            words = {claim.id, claim.title, *claim.titles.values()}
            if typed.strip().casefold() in {each.casefold() for each in words}:
                return claim.id
    return UNKNOWN_CLAIM


def _titles(language: str) -> dict[str, str]:
    return {
        claim.id: claim.titles.get(language, claim.title) for topic in built_in() for claim in topic.claims
    }


def _date(texts: Texts, typed: str, now: datetime) -> datetime:
    """Read a date as 2026-01-31, in UTC. Raises Refused."""
    try:
        since = datetime.strptime(typed.strip(), "%Y-%m-%d").replace(tzinfo=UTC)
    except ValueError:
        raise Refused(texts("cases-no-date")) from None
    if since > now:
        raise Refused(texts("cases-future"))
    return max(since, DISCORD_BEGAN)


async def setup(bot: Signpost) -> None:
    """Add the cog."""
    await bot.add_cog(Cases(bot))
