"""What moderators see before Signpost posts at their word: a preview, and the button that posts it."""

import re
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Self, cast

import discord
from discord import ui

from bot.command_tree import may_moderate
from bot.desk.by_hand import Answered, Helped, TopicWithdrawnError
from bot.desk.case_view import case_rows
from bot.desk.preview import Place
from bot.desk.preview_words import case_state
from bot.failures import Refused, answering, known_server
from bot.note import HELP, NoteText
from bot.note.resources import topic_name
from bot.note.view import CALM_BLUE
from bot.permissions import missing_here, permission_names
from bot.posts.origin import channel_ids
from bot.seal import SEAL
from bot.store import Case, CaseState
from bot.texts import Texts, texts_in

if TYPE_CHECKING:  # they are built from what is here
    from bot.client import Signpost

Click = discord.Interaction[discord.Client]

_KIND = "hand"


class Verb(StrEnum):
    """What a button posts."""

    HELP = "help"
    ANSWER = "answer"


class HandButton(
    ui.DynamicItem[ui.Button[Any]],
    template=rf"{_KIND}:(?P<verb>help|answer):(?P<post>[0-9]{{15,20}}):{SEAL}",
):
    """Posts what stands above it under the post that its id names.

    The seal covers server, channel, post and verb. Pressing it twice posts once: what stands is looked up.
    """

    def __init__(self, verb: Verb, post_id: int, seal: str, label: str | None = None) -> None:
        super().__init__(
            ui.Button(
                label=label,
                style=discord.ButtonStyle.primary,
                custom_id=f"{_KIND}:{verb.value}:{post_id}:{seal}",
            )
        )
        self.verb = verb
        self.post_id = post_id
        self.seal = seal

    @classmethod
    async def from_custom_id(cls, _click: Click, _item: ui.Item[Any], match: re.Match[str], /) -> Self:
        """Make the pressed button from its id alone."""
        return cls(Verb(match["verb"]), int(match["post"]), match["seal"])

    async def callback(self, interaction: Click) -> None:
        """Post it for who may, and say in private what came of it."""
        bot = cast("Signpost", interaction.client)
        texts = texts_in(interaction.locale)
        async with answering(interaction):
            if not may_moderate(interaction):
                raise Refused(texts("failure-moderators-only"))
            place = place_of(interaction)
            if not self._belongs(bot, place):
                raise Refused(texts("hand-not-here"))
            await bot.in_flight.run(self._obey, interaction, bot, place, texts)

    def _belongs(self, bot: "Signpost", place: Place) -> bool:
        return bot.seal.holds(self.seal, place.guild.id, _KIND, self.verb.value, place.id, self.post_id)

    async def _obey(self, interaction: Click, bot: "Signpost", place: Place, texts: Texts) -> None:
        """Say at once that it is at work: Discord waits three seconds for an answer."""
        await interaction.response.defer()
        if missing := missing_here(place):
            said = texts("hand-missing", place=place.mention, missing=permission_names(texts, missing))
            raise Refused(said)
        view = await self._posted(interaction, bot, place, texts)
        await interaction.edit_original_response(view=view, allowed_mentions=discord.AllowedMentions.none())

    async def _posted(self, interaction: Click, bot: "Signpost", place: Place, texts: Texts) -> ui.LayoutView:
        channel = cast("discord.TextChannel", place)
        if self.verb is Verb.HELP:
            demand_help(bot, place, texts)
            helped = await bot.by_hand.send_help(place, channel.get_partial_message(self.post_id))
            return _outcome(_helped(texts, helped))
        try:
            message = await channel.fetch_message(self.post_id)
        except discord.NotFound:
            return _outcome(texts("hand-post-gone"))
        settings = bot.places.at(place.guild.id, *channel_ids(place))
        by, at = interaction.user.id, interaction.created_at
        try:
            answered = await bot.by_hand.answer(message, settings, by, at)
        except TopicWithdrawnError as error:
            return _outcome(no_notes(bot, texts, error.topic))
        return answered_view(bot, texts, answered)


def demand_help(bot: "Signpost", place: Place, texts: Texts) -> None:
    """Raise Refused where no help may be posted, or none is left that a note could show."""
    if bot.knowledge.withdrawn.covers(HELP) or not bot.by_hand.help_note(place.guild.id).resource_ids:
        raise Refused(texts("answer-withdrawn-all"))


def no_notes(bot: "Signpost", texts: Texts, topic: str) -> str:
    """Say that the notes on a topic are withdrawn, or all."""
    if bot.knowledge.withdrawn.everything:
        return texts("answer-withdrawn-all")
    return texts("answer-withdrawn", topic=topic_name(texts, topic))


def place_of(interaction: discord.Interaction[Any]) -> Place:
    """Return the channel or thread of a server in which something was pressed or asked.

    Raises Refused where Discord has not told of the server, or does not show the place.
    """
    known_server(interaction)
    channel = interaction.channel
    if isinstance(channel, discord.abc.GuildChannel | discord.Thread):
        return channel
    raise Refused(texts_in(interaction.locale)("failure-channel-unseen"))


def preview_view(
    bot: "Signpost", texts: Texts, verb: Verb, place: Place, post_id: int, note: NoteText
) -> ui.LayoutView:
    """Show a note as it would stand under a post, and below it the button that posts it."""
    about = texts("help-preview" if verb is Verb.HELP else "answer-preview")
    label = texts("help-send" if verb is Verb.HELP else "answer-post")
    seal = bot.seal.on(place.guild.id, _KIND, verb.value, place.id, post_id)
    row: ui.ActionRow[ui.LayoutView] = ui.ActionRow()
    row.add_item(HandButton(verb, post_id, seal, label))
    view = _outcome(about)
    view.add_item(ui.Container(ui.TextDisplay(note.body), accent_colour=CALM_BLUE))
    view.add_item(row)
    return view


def answered_view(bot: "Signpost", texts: Texts, answered: Answered) -> ui.LayoutView:
    """Say what came of answering a post as a pitch, with what can still be done with its case."""
    case = answered.case
    if case is None:
        return _outcome(texts("answer-has-note"))
    if not answered.new:
        state = case_state(texts, case)
        view = _outcome(texts("answer-has-case", number=str(case.id), state=state))
    elif case.state is CaseState.DELETED_FIRST:
        return _outcome(texts("answer-gone"))
    else:
        view = _outcome(_posted(texts, case))
    for row in case_rows(bot, texts, case):
        view.add_item(row)
    return view


def _posted(texts: Texts, case: Case) -> str:
    number = str(case.id)
    if case.state is CaseState.REFUSED:
        return texts("answer-refused", number=number)
    if case.state is CaseState.SENDING:
        return texts("answer-later", number=number)
    return texts("answer-posted", number=number)


def _helped(texts: Texts, helped: Helped) -> str:
    match helped:
        case Helped.SENT:
            return texts("help-sent")
        case Helped.STANDS:
            return texts("help-stands")
        case Helped.GONE:
            return texts("hand-post-gone")
        case Helped.REFUSED:
            return texts("hand-refused")


def _outcome(text: str) -> ui.LayoutView:
    view = ui.LayoutView(timeout=None)
    view.add_item(ui.TextDisplay(text))
    return view
