"""`/signpost stats`: what Signpost did in this server, in numbers."""

import io
import logging
from datetime import UTC, datetime, time

import discord
from discord import app_commands
from discord.ext import commands

from bot.client import Signpost
from bot.command_tree import Subcommand, for_moderators
from bot.insights.drawing import ChartError, draw
from bot.insights.figures import Figures, figures_of, monday_of
from bot.insights.report import alt_text, chart_of, report
from bot.insights.table import csv_of
from bot.texts import Texts, spoken, texts_in

_log = logging.getLogger(__name__)

USUAL_WEEKS, MOST_WEEKS = 12, 52


class Insights(commands.Cog):
    """Shows a server's numbers to its moderators: in words, as a chart and as a table. Counts, no people."""

    def __init__(self, bot: Signpost) -> None:
        self.bot = bot

    async def cog_load(self) -> None:
        """Put the command under /signpost."""
        command: Subcommand = app_commands.Command(
            name=spoken("command-stats"), description=spoken("command-stats-about"), callback=self.stats
        )
        self.bot.signpost.add_command(command)

    @for_moderators
    @app_commands.rename(weeks=spoken("command-stats-weeks"))
    @app_commands.describe(weeks=spoken("command-stats-weeks-about"))
    async def stats(
        self,
        interaction: discord.Interaction[Signpost],
        weeks: app_commands.Range[int, 1, MOST_WEEKS] = USUAL_WEEKS,
    ) -> None:
        """Show, in private, the numbers of the last weeks."""
        await interaction.response.defer(ephemeral=True, thinking=True)  # drawing takes its time
        texts = texts_in(interaction.locale)
        figures = await self._figures(interaction.guild_id or 0, interaction.created_at, weeks)
        if figures.is_empty:
            await interaction.edit_original_response(content=texts("stats-empty", weeks=weeks))
            return
        files, undrawn = await self._files(figures, texts)
        await interaction.edit_original_response(
            content=report(texts, figures, undrawn=undrawn), attachments=files
        )

    async def _figures(self, guild_id: int, now: datetime, weeks: int) -> Figures:
        await self.bot.readings.flush()  # so that the latest posts are in it
        today = now.astimezone(UTC).date()
        first = figures_of({}, {}, today, weeks).weeks[0].monday
        since = datetime.combine(monday_of(first), time(), UTC)
        counted = await self.bot.statistics.by_day(guild_id, since)
        return figures_of(counted, await self.bot.statistics.claims(guild_id, since), today, weeks)

    async def _files(self, figures: Figures, texts: Texts) -> tuple[list[discord.File], bool]:
        """Return the table, and before it the chart; True where the chart could not be drawn."""
        table = discord.File(io.BytesIO(csv_of(figures)), "signpost-stats.csv")
        try:
            picture = await draw(chart_of(texts, figures))
        except ChartError as error:
            _log.warning("chart not drawn: %s", error)
            return [table], True
        described = alt_text(texts, figures)
        return [discord.File(io.BytesIO(picture), "signpost-stats.png", description=described), table], False


async def setup(bot: Signpost) -> None:
    """Add the cog."""
    await bot.add_cog(Insights(bot))
