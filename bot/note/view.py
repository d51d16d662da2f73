"""How Discord shows a note: its container, and buttons that outlive the process.

Each control carries all it needs in its custom id and reads the knowledge that the client holds, without what
the operator withdrew, so it answers after a restart and on any shard, without a look into a database. Every
answer is private, pings nobody and unfurls nothing.
"""

import re
from typing import TYPE_CHECKING, Any, Self, cast

import discord
from discord import ui

from bot.knowledge import Knowledge, standard
from bot.note.answers import help_in, why
from bot.note.countries import countries_by_name
from bot.note.resources import topic_withdrawn
from bot.note.text import NoteText
from bot.texts import members_texts_in

if TYPE_CHECKING:  # it is built from what is here
    from bot.client import Signpost

CALM_BLUE = discord.Colour(0x5B8DB8)
ELSEWHERE = "elsewhere"
# Released notes carry ids of this form for as long as they live: a change must still match them.
SUBJECT = r"(?P<topic>[a-z0-9-]{1,40}):(?P<language>[a-z]{2})"

Click = discord.Interaction[discord.Client]


def note_view(note: NoteText) -> ui.LayoutView:
    """Lay out a note: its text and its three buttons in one container.

    Send it with AllowedMentions.none() and suppress_embeds=True.
    """
    buttons: ui.ActionRow[ui.LayoutView] = ui.ActionRow()
    buttons.add_item(HelpElsewhere(note.topic, note.language))
    buttons.add_item(WhyThisNote(note.topic, note.language))
    buttons.add_item(CallItAMistake(note.topic, note.language))
    return _layout(note.body, buttons)


class HelpElsewhere(ui.DynamicItem[ui.Button[Any]], template=rf"note:help:{SUBJECT}"):
    """Asks, in private, for which country help is wanted."""

    def __init__(self, topic: str, language: str) -> None:
        label = standard().wording(language).controls.help
        super().__init__(ui.Button(label=label, custom_id=f"note:help:{topic}:{language}"))
        self.topic = topic
        self.language = language

    @classmethod
    async def from_custom_id(cls, _click: Click, _item: ui.Item[Any], match: re.Match[str], /) -> Self:
        """Make the pressed button from its id alone."""
        return cls(match["topic"], match["language"])

    async def callback(self, interaction: Click) -> None:
        """Answer with the country menu."""
        words = standard().wording(self.language).help
        await _answer(interaction, with_menu(words.choose, CountryMenu(self.topic, self.language)))


class WhyThisNote(ui.DynamicItem[ui.Button[Any]], template=rf"note:why:{SUBJECT}"):
    """Explains, in private, what an automated note is and how to contest it."""

    def __init__(self, topic: str, language: str) -> None:
        label = standard().wording(language).controls.why
        super().__init__(ui.Button(label=label, custom_id=f"note:why:{topic}:{language}"))
        self.topic = topic
        self.language = language

    @classmethod
    async def from_custom_id(cls, _click: Click, _item: ui.Item[Any], match: re.Match[str], /) -> Self:
        """Make the pressed button from its id alone."""
        return cls(match["topic"], match["language"])

    async def callback(self, interaction: Click) -> None:
        """Answer with the explanation; on a topic that was withdrawn since, with a word that it was."""
        if cast("Signpost", interaction.client).knowledge.withdrawn.covers(self.topic):
            text = topic_withdrawn(members_texts_in(self.language), self.topic)
        else:
            text = why(self.topic, known_to(interaction), self.language)
        await _answer(interaction, _layout(text))


class CallItAMistake(ui.DynamicItem[ui.Button[Any]], template=rf"note:contest:{SUBJECT}"):
    """Lets a member tell the moderators that a note is a mistake. Which note it is, its message says."""

    def __init__(self, topic: str, language: str) -> None:
        label = standard().wording(language).controls.contest
        super().__init__(ui.Button(label=label, custom_id=f"note:contest:{topic}:{language}"))
        self.language = language

    @classmethod
    async def from_custom_id(cls, _click: Click, _item: ui.Item[Any], match: re.Match[str], /) -> Self:
        """Make the pressed button from its id alone."""
        return cls(match["topic"], match["language"])

    async def callback(self, interaction: Click) -> None:
        """Have the form opened, or a word said why there is none."""
        interaction.client.dispatch("contest", interaction, self.language)


class CountryMenu(ui.DynamicItem[ui.Select[Any]], template=rf"note:country:{SUBJECT}"):
    """Shows a chosen country's help lines in the private answer it stands in.

    The answer is edited in place and keeps the menu: one message, however many countries are tried. Where it
    was posted for everyone, what stands there stays, and who chooses gets an answer of their own.
    """

    def __init__(self, topic: str, language: str, chosen: str | None = None) -> None:
        super().__init__(country_menu(f"note:country:{topic}:{language}", language, chosen))
        self.topic = topic
        self.language = language

    @classmethod
    async def from_custom_id(cls, _click: Click, _item: ui.Item[Any], match: re.Match[str], /) -> Self:
        """Make the used menu from its id alone."""
        return cls(match["topic"], match["language"])

    async def callback(self, interaction: Click) -> None:
        """Show the chosen country's lines, or the directory."""
        chosen = self.item.values[0] if self.item.values else ELSEWHERE
        text = help_in(None if chosen == ELSEWHERE else chosen, known_to(interaction), self.language)
        await answer_choice(interaction, with_menu(text, CountryMenu(self.topic, self.language, chosen)))


DYNAMIC_ITEMS: tuple[type[ui.DynamicItem[Any]], ...] = (
    HelpElsewhere,
    WhyThisNote,
    CallItAMistake,
    CountryMenu,
)
"""For the client's add_dynamic_items, once before it connects."""


def country_menu(custom_id: str, language: str, chosen: str | None) -> ui.Select[Any]:
    """Make a menu of the listed countries by name; the last choice is elsewhere. chosen: a code."""
    words = standard().wording(language)
    named = countries_by_name(standard(), language)
    choices = [*named.items(), (words.controls.elsewhere, ELSEWHERE)]
    options = [discord.SelectOption(label=name, value=code, default=code == chosen) for name, code in choices]
    return ui.Select(placeholder=words.controls.country, options=options, custom_id=custom_id)


def with_menu(text: str, menu: ui.DynamicItem[ui.Select[Any]]) -> ui.LayoutView:
    """Put a text, and a menu below it, in one container."""
    row: ui.ActionRow[ui.LayoutView] = ui.ActionRow()
    row.add_item(menu)
    return _layout(text, row)


async def answer_choice(interaction: Click, view: ui.LayoutView) -> None:
    """Answer a choice in the private answer that it stands in; where all can see that, in one of its own."""
    if interaction.message is not None and not interaction.message.flags.ephemeral:
        await _answer(interaction, view)
        return
    await interaction.response.edit_message(view=view, allowed_mentions=discord.AllowedMentions.none())


def known_to(interaction: Click) -> Knowledge:
    """Return what may be shown now: labels may be as they ship, answers may not."""
    return cast("Signpost", interaction.client).knowledge.current


async def _answer(interaction: Click, view: ui.LayoutView) -> None:
    """Answer a click so that only its member sees it."""
    await interaction.response.send_message(
        view=view, ephemeral=True, suppress_embeds=True, allowed_mentions=discord.AllowedMentions.none()
    )


def _layout(text: str, row: ui.ActionRow[ui.LayoutView] | None = None) -> ui.LayoutView:
    """Put a text, and a row of controls below it, in one container."""
    container: ui.Container[ui.LayoutView] = ui.Container(ui.TextDisplay(text), accent_colour=CALM_BLUE)
    if row is not None:
        container.add_item(row)
    view = ui.LayoutView(timeout=None)
    view.add_item(container)
    return view
