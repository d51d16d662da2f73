"""What moderators have Signpost post under a message: "Send help resources" and "Answer as a pitch"."""

import discord
from discord import app_commands, ui
from discord.ext import commands

from bot.client import Signpost
from bot.command_tree import Refused, may_moderate
from bot.desk.by_hand import TopicWithdrawnError, Unfit, unfit
from bot.desk.hand_buttons import Verb, answered_view, demand_help, no_notes, place_of, preview_view
from bot.desk.preview import Place
from bot.permissions import missing_here, permission_names
from bot.posts.origin import channel_ids
from bot.texts import Texts, spoken, texts_in


class ByHandCog(commands.Cog):
    """Shows moderators what would be posted; only the button below it posts.

    Who was let in for commands under Integrations has no say here: what everybody sees needs Manage Messages
    or the moderators' role, and the button asks for the same.
    """

    def __init__(self, bot: Signpost) -> None:
        self.bot = bot

    async def cog_load(self) -> None:
        """Put both into the menu of each message."""
        for menu in (
            app_commands.ContextMenu(name=spoken("command-send-help"), callback=self.send_help),
            app_commands.ContextMenu(name=spoken("command-answer-pitch"), callback=self.answer_pitch),
        ):
            self.bot.tree.add_command(menu)

    @app_commands.default_permissions(manage_messages=True)
    @app_commands.guild_only()
    async def send_help(self, interaction: discord.Interaction[Signpost], post: discord.Message) -> None:
        """Show the note with help alone, and ask whether to post it."""
        texts = texts_in(interaction.locale)
        place = _place_to_post(interaction, post, texts)
        if await self.bot.by_hand.help_stands(post.id):
            raise Refused(texts("help-stands"))
        demand_help(self.bot, place, texts)
        note = self.bot.by_hand.help_note(place.guild.id)
        await _show(interaction, preview_view(self.bot, texts, Verb.HELP, place, post.id, note))

    @app_commands.default_permissions(manage_messages=True)
    @app_commands.guild_only()
    async def answer_pitch(self, interaction: discord.Interaction[Signpost], post: discord.Message) -> None:
        """Show the note as it would stand, and ask whether to post it; where there is one, say so."""
        texts = texts_in(interaction.locale)
        place = _place_to_post(interaction, post, texts)
        standing = await self.bot.by_hand.standing(post.id)
        if standing is not None:
            await _show(interaction, answered_view(self.bot, texts, standing))
            return
        await interaction.response.defer(ephemeral=True, thinking=True)  # a long post takes its time
        settings = self.bot.places.at(place.guild.id, *channel_ids(place))
        try:
            occasion = await self.bot.by_hand.occasion(post, place, settings)
        except TopicWithdrawnError as error:
            raise Refused(no_notes(self.bot, texts, error.topic)) from None
        note = self.bot.note_for(place.guild.id, occasion, channel_ids(place))
        await interaction.edit_original_response(
            view=preview_view(self.bot, texts, Verb.ANSWER, place, post.id, note),
            allowed_mentions=discord.AllowedMentions.none(),
        )


async def _show(interaction: discord.Interaction[Signpost], view: ui.LayoutView) -> None:
    if interaction.response.is_done():
        await interaction.edit_original_response(view=view, allowed_mentions=discord.AllowedMentions.none())
        return
    await interaction.response.send_message(
        view=view,
        ephemeral=True,
        suppress_embeds=True,
        allowed_mentions=discord.AllowedMentions.none(),
    )


def _place_to_post(interaction: discord.Interaction[Signpost], post: discord.Message, texts: Texts) -> Place:
    """Return where a reply to a message would stand. Raises Refused where none may, or none can."""
    if not may_moderate(interaction):
        raise Refused(texts("failure-moderators-only"))
    place = place_of(interaction)
    match unfit(post):
        case Unfit.BY_US:
            raise Refused(texts("hand-written-by-us"))
        case Unfit.BY_BOT:
            raise Refused(texts("hand-written-by-bot"))
        case Unfit.NOT_A_POST:
            raise Refused(texts("hand-not-a-post"))
        case None:
            pass
    if missing := missing_here(place):
        raise Refused(texts("hand-missing", place=place.mention, missing=permission_names(texts, missing)))
    return place


async def setup(bot: Signpost) -> None:
    """Add the cog."""
    await bot.add_cog(ByHandCog(bot))
