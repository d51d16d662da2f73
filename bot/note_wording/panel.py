"""What the panel shows, and how a draft is read back from it: Discord's message is all that keeps one."""

from urllib.parse import urlsplit

import discord
from discord import ui

from bot.knowledge import Resource
from bot.note.lint import Finding, Kind
from bot.note.view import CALM_BLUE
from bot.note_wording.draft import Draft, Setting
from bot.server_settings.model import LONGEST_LINE, MOST_RESOURCES
from bot.texts import Texts

LINE_PART = 77
"""Number of the component that shows the server's own line, alone and as it was typed."""

RESOURCES_MENU = "wording:resources"
"""Custom id of the menu with the directory; what is marked in it is what the draft points to."""

_LONGEST_OPTION = 100  # Discord: characters of an option's label, and of what stands below it


def draft_in(message: discord.Message, setting: Setting) -> Draft:
    """Read the draft that a panel shows."""
    line: str | None = None
    marked: list[str] = []
    for each in ui.LayoutView.from_message(message, timeout=None).walk_children():
        if isinstance(each, ui.TextDisplay) and each.id == LINE_PART:
            line = each.content
        elif isinstance(each, ui.Select) and each.custom_id == RESOURCES_MENU:
            marked = [option.value for option in each.options if option.default]
    return Draft(line, setting.choice(marked) if marked else None)


def carries_line(setting: Setting, draft: Draft) -> bool:
    """Say whether the note has room for a draft's line: one that was saved may no longer fit."""
    return draft.own_line is None or _around(draft.own_line) in setting.note(draft).body


def note_shown(setting: Setting, draft: Draft) -> ui.Container[ui.LayoutView]:
    """Lay out the note as it would stand with a draft."""
    line = draft.own_line if carries_line(setting, draft) else None
    before, _, contest = setting.note(draft).body.rpartition(_around(line) if line else "\n\n")
    parts = [ui.TextDisplay[ui.LayoutView](before)]
    if line:
        parts.append(ui.TextDisplay(line, id=LINE_PART))
    return ui.Container(*parts, ui.TextDisplay(contest), accent_colour=CALM_BLUE)


def line_shown(line: str) -> ui.Container[ui.LayoutView]:
    """Lay out a line that stands in no note, so that it can be changed."""
    return ui.Container(ui.TextDisplay(line, id=LINE_PART))


def options(setting: Setting, marked: tuple[str, ...]) -> list[discord.SelectOption]:
    """List the directory as options of the menu."""
    return [
        discord.SelectOption(
            label=each.name[:_LONGEST_OPTION],
            value=each.id,
            description=_reached_at(each)[:_LONGEST_OPTION],
            default=each.id in marked,
        )
        for each in setting.offered()
    ]


def said_of(texts: Texts, finding: Finding) -> str:
    """Say in words what is wrong and what to write instead."""
    most = LONGEST_LINE if finding.kind is Kind.LONG_LINE else MOST_RESOURCES
    values: dict[str, str | int] = {
        "found": discord.utils.escape_markdown(finding.found),
        "better": finding.better,
        "over": finding.over,
        "most": most,
    }
    return texts(f"wording-wrong-{finding.kind.value}", **values)


def _around(line: str) -> str:
    return f"\n\n{line}\n\n"


def _reached_at(resource: Resource) -> str:
    return resource.phone or resource.text or urlsplit(resource.url or "").hostname or ""
