"""What every member may use: `/resources`, and the form that calls a note a mistake."""

import discord
from discord import app_commands
from discord.ext import commands

from bot import knowledge
from bot.client import Signpost
from bot.command_tree import Refused, may_moderate
from bot.contests import FORM, open_form, take_form
from bot.knowledge import Need
from bot.note.countries import countries_like, country_of
from bot.note.resources import NEEDS, Asked, topics
from bot.note.resources_menu import resources_view
from bot.texts import members_language_of, members_texts_in, spoken

MOST_OFFERED = 25
"""Choices that Discord shows for an option."""

TOPICS = [app_commands.Choice(name=spoken(f"topic-{each}"), value=each) for each in topics()]
WANTED = [app_commands.Choice(name=spoken(f"need-{each.value}"), value=each.value) for each in NEEDS]


class Members(commands.Cog):
    """Answers members in private; what they write in the form goes to the moderators and is kept nowhere."""

    def __init__(self, bot: Signpost) -> None:
        self.bot = bot

    async def offer(
        self, interaction: discord.Interaction[Signpost], typed: str
    ) -> list[app_commands.Choice[str]]:
        """Offer the countries whose name holds what was typed."""
        language = members_language_of(interaction.locale)
        fitting = countries_like(typed, knowledge.standard(), language)
        return [app_commands.Choice(name=name, value=code) for name, code in fitting.items()][:MOST_OFFERED]

    @app_commands.command(name=spoken("command-resources"), description=spoken("command-resources-about"))
    @app_commands.guild_only()
    @app_commands.rename(
        country=spoken("command-resources-country"),
        topic=spoken("command-resources-topic"),
        need=spoken("command-resources-need"),
        public=spoken("command-resources-public"),
    )
    @app_commands.describe(
        country=spoken("command-resources-country-about"),
        topic=spoken("command-resources-topic-about"),
        need=spoken("command-resources-need-about"),
        public=spoken("command-resources-public-about"),
    )
    @app_commands.choices(topic=TOPICS, need=WANTED)
    @app_commands.autocomplete(country=offer)
    async def resources(
        self,
        interaction: discord.Interaction[Signpost],
        country: app_commands.Range[str, 1, 60] | None = None,
        topic: str | None = None,
        need: str | None = None,
        public: bool = False,
    ) -> None:
        """Show help lines and evidence: to the one who asks, or for a moderator to everyone."""
        texts = members_texts_in(interaction.locale)
        if public:
            if not may_moderate(interaction):
                raise Refused(texts("resources-public-refused"))
            texts = self.bot.members_texts_of(interaction.guild_id or 0)
        code = self._country(interaction, country)
        asked = Asked(topic, Need(need) if need else None)
        await interaction.response.send_message(
            view=resources_view(self.bot.knowledge.current, asked, texts.language, code),
            ephemeral=not public,
            suppress_embeds=True,
            allowed_mentions=discord.AllowedMentions.none(),
        )

    @commands.Cog.listener()
    async def on_contest(self, interaction: discord.Interaction[Signpost], language: str) -> None:
        """Open the form for who pressed the button below a note. language: the note's."""
        await self.bot.in_flight.run(open_form, interaction, language)

    @commands.Cog.listener()
    async def on_interaction(self, interaction: discord.Interaction[Signpost]) -> None:
        """Take a filled-in form, also one that was opened before a restart."""
        if interaction.type is discord.InteractionType.modal_submit:
            given = interaction.data.get("custom_id") if interaction.data else None
            if form := FORM.fullmatch(str(given)):
                await self.bot.in_flight.run(take_form, interaction, form)

    def _country(self, interaction: discord.Interaction[Signpost], said: str | None) -> str | None:
        if said is None:
            return self.bot.places.chosen(interaction.guild_id or 0).help_country
        return country_of(said, knowledge.standard())


async def setup(bot: Signpost) -> None:
    """Add the cog."""
    await bot.add_cog(Members(bot))
