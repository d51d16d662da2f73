"""The panel's buttons, menu and form.

None of them carries anything: what is tried out stands in the panel itself, what holds in the store. So they
work after a restart, and pressing twice does the same as once. Who may is looked up at each press.
"""

import re
from collections.abc import Awaitable, Callable
from dataclasses import replace
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Self, cast

import discord
from discord import ui

from bot.command_tree import may_manage
from bot.failures import Refused, answering, known_server
from bot.forms import is_form, typed
from bot.note.lint import tidy
from bot.note_wording.draft import Draft, Setting
from bot.note_wording.panel import (
    RESOURCES_MENU,
    carries_line,
    draft_in,
    line_shown,
    note_shown,
    options,
    said_of,
)
from bot.server_settings.model import LONGEST_LINE, MOST_RESOURCES
from bot.texts import Texts, texts_in

if TYPE_CHECKING:  # they are built from what is here
    from bot.client import Signpost

Click = discord.Interaction[discord.Client]

LINE_FORM = "wording:form"
_LINE_FIELD = "line"


class Verb(StrEnum):
    """What a button of the panel does."""

    SAVE = "save"
    CHANGE = "change"
    STANDARD = "standard"
    BACK = "back"


class WordingButton(ui.DynamicItem[ui.Button[Any]], template=r"wording:(?P<verb>save|change|standard|back)"):
    """Changes, saves or drops what a panel shows."""

    def __init__(self, verb: Verb, texts: Texts) -> None:
        style = discord.ButtonStyle.primary if verb is Verb.SAVE else discord.ButtonStyle.secondary
        label = texts(f"wording-button-{verb.value}")
        super().__init__(ui.Button(label=label, style=style, custom_id=f"wording:{verb.value}"))
        self.verb = verb

    @classmethod
    async def from_custom_id(cls, click: Click, _item: ui.Item[Any], match: re.Match[str], /) -> Self:
        """Make the pressed button from its id alone."""
        return cls(Verb(match["verb"]), texts_in(click.locale))

    async def callback(self, interaction: Click) -> None:
        """Do what the button says, for who may."""
        await _for_managers(interaction, self._obey)

    async def _obey(self, interaction: Click) -> None:
        match self.verb:
            case Verb.SAVE:
                await _save(interaction, _draft_of(interaction))
            case Verb.CHANGE:
                form = LineForm(texts_in(interaction.locale), _draft_of(interaction).own_line)
                await interaction.response.send_modal(form)
            case Verb.STANDARD:
                await _show(interaction, Draft())
            case Verb.BACK:
                await _show(interaction, _saved(interaction))


class ResourcesMenu(ui.DynamicItem[ui.Select[Any]], template=re.escape(RESOURCES_MENU)):
    """Chooses what the note points to."""

    def __init__(self, menu: ui.Select[Any]) -> None:
        super().__init__(menu)

    @classmethod
    async def from_custom_id(cls, _click: Click, item: ui.Item[Any], _match: re.Match[str], /) -> Self:
        """Take the menu as it stands in the panel."""
        return cls(cast("ui.Select[Any]", item))

    async def callback(self, interaction: Click) -> None:
        """Show the note with the chosen resources."""
        await _for_managers(interaction, self._obey)

    async def _obey(self, interaction: Click) -> None:
        chosen = _setting(interaction).choice(self.item.values)
        await _show(interaction, replace(_draft_of(interaction), resources=chosen))


class LineForm(ui.Modal):
    """Asks for a server's own line. What is sent is taken by `take_line`, also after a restart."""

    def __init__(self, texts: Texts, line: str | None) -> None:
        super().__init__(title=texts("wording-form"), custom_id=LINE_FORM, timeout=None)
        field: ui.TextInput[Self] = ui.TextInput(
            custom_id=_LINE_FIELD, default=line, required=False, max_length=LONGEST_LINE
        )
        about = texts("wording-form-about", most=LONGEST_LINE)
        self.add_item(ui.Label(text=texts("wording-form-line"), description=about, component=field))


DYNAMIC_ITEMS: tuple[type[ui.DynamicItem[Any]], ...] = (WordingButton, ResourcesMenu)
"""For the client's add_dynamic_items, once before it connects."""


def opened(interaction: Click) -> ui.LayoutView:
    """Make the panel as a manager opens it: the note as it stands now."""
    return _panel(
        texts_in(interaction.locale), _setting(interaction), _saved(interaction), _saved(interaction)
    )


def is_line(interaction: Click) -> bool:
    """Say whether an interaction is the form with a server's line."""
    return is_form(interaction, LINE_FORM)


async def take_line(interaction: Click) -> None:
    """Show the note with the line that was typed into the form."""
    await _for_managers(interaction, _take_line)


async def _take_line(interaction: Click) -> None:
    line = tidy(typed(interaction, _LINE_FIELD))
    await _show(interaction, replace(_draft_of(interaction), own_line=line or None))


async def _for_managers(interaction: Click, act: Callable[[Click], Awaitable[None]]) -> None:
    """Act for a member who may, and refuse another in private."""
    bot = cast("Signpost", interaction.client)
    async with answering(interaction):
        known_server(interaction)
        if not may_manage(interaction):
            raise Refused(texts_in(interaction.locale)("failure-managers-only"))
        await bot.in_flight.run(act, interaction)


async def _save(interaction: Click, draft: Draft) -> None:
    """Save a draft that is without fault; what is wrong with another is said instead."""
    if _setting(interaction).findings(draft):
        await _show(interaction, draft)
        return
    bot, guild_id = cast("Signpost", interaction.client), interaction.guild_id or 0
    await bot.places.choose(
        guild_id,
        interaction.user.id,
        interaction.created_at,
        own_line=draft.own_line,
        resources=draft.resources,
    )
    await _show(interaction, draft, just_saved=True)


async def _show(interaction: Click, draft: Draft, *, just_saved: bool = False) -> None:
    texts, setting, saved = texts_in(interaction.locale), _setting(interaction), _saved(interaction)
    await interaction.response.edit_message(
        view=_panel(texts, setting, draft, saved, just_saved=just_saved),
        suppress_embeds=True,
        allowed_mentions=discord.AllowedMentions.none(),
    )


def _panel(
    texts: Texts, setting: Setting, draft: Draft, saved: Draft, *, just_saved: bool = False
) -> ui.LayoutView:
    """Lay out a draft with what can be done with it. One that is saved is shown as what holds."""
    holds = draft == saved
    findings = () if holds else setting.findings(draft)
    marked = (draft.resources or ()) if findings else ()
    marked = marked or setting.note(draft).resource_ids
    view = ui.LayoutView(timeout=None)
    view.add_item(ui.TextDisplay(_heading(texts, setting, draft, holds=holds, just_saved=just_saved)))
    if findings:
        view.add_item(ui.TextDisplay("\n".join(f"- {said_of(texts, each)}" for each in findings)))
    if not findings:
        view.add_item(note_shown(setting, draft))
    if draft.own_line and (findings or not carries_line(setting, draft)):
        view.add_item(line_shown(draft.own_line))
    view.add_item(_menu(texts, setting, marked))
    buttons: ui.ActionRow[ui.LayoutView] = ui.ActionRow()
    for verb in _verbs(draft, holds=holds, faulty=bool(findings)):
        buttons.add_item(WordingButton(verb, texts))
    view.add_item(buttons)
    return view


def _heading(texts: Texts, setting: Setting, draft: Draft, *, holds: bool, just_saved: bool) -> str:
    if not holds:
        return texts("wording-faulty" if setting.findings(draft) else "wording-unsaved")
    said = texts("wording-saved") if just_saved else texts("wording-now", most=MOST_RESOURCES)
    honoured = draft.resources is None or set(draft.resources) == set(setting.note(draft).resource_ids)
    reservations = [] if honoured else [texts("wording-not-your-choice")]
    reservations += [] if carries_line(setting, draft) else [texts("wording-no-room")]
    reservations += [texts("wording-short")] if setting.short else []
    return "\n".join((said, *reservations))


def _verbs(draft: Draft, *, holds: bool, faulty: bool) -> tuple[Verb, ...]:
    if faulty:
        return (Verb.CHANGE, Verb.BACK)
    standard = () if draft == Draft() else (Verb.STANDARD,)
    return (Verb.CHANGE, *standard) if holds else (Verb.SAVE, Verb.CHANGE, *standard, Verb.BACK)


def _menu(texts: Texts, setting: Setting, marked: tuple[str, ...]) -> ui.ActionRow[ui.LayoutView]:
    offered = options(setting, marked)
    menu: ui.Select[Any] = ui.Select(
        custom_id=RESOURCES_MENU,
        placeholder=texts("wording-choose"),
        options=offered,
        max_values=min(MOST_RESOURCES, len(offered)),
    )
    row: ui.ActionRow[ui.LayoutView] = ui.ActionRow()
    row.add_item(ResourcesMenu(menu))
    return row


def _setting(interaction: Click) -> Setting:
    bot, guild_id = cast("Signpost", interaction.client), interaction.guild_id or 0
    return Setting.of(bot.knowledge.offered, bot.places.chosen(guild_id), bot.locale_of(guild_id))


def _saved(interaction: Click) -> Draft:
    """Return what holds in the server, its resources in the order of the menu."""
    bot = cast("Signpost", interaction.client)
    saved = Draft.of(bot.places.chosen(interaction.guild_id or 0))
    if saved.resources is None:
        return saved
    return replace(saved, resources=_setting(interaction).choice(saved.resources))


def _draft_of(interaction: Click) -> Draft:
    """Read what the pressed panel shows; what holds, should Discord not send the panel along."""
    if interaction.message is None:
        return _saved(interaction)
    return draft_in(interaction.message, _setting(interaction))
