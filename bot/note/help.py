"""How Discord shows a note with help alone: its text, and the way to other countries' lines."""

import discord
from discord import ui

from bot.note.text import HELP, NoteText
from bot.note.view import CALM_BLUE, HelpElsewhere


def help_view(note: NoteText) -> ui.LayoutView:
    """Lay out a note with help alone. It has no "Why this note?": its last line says who sent it.

    Send it with AllowedMentions.none() and suppress_embeds=True.
    """
    buttons: ui.ActionRow[ui.LayoutView] = ui.ActionRow()
    buttons.add_item(HelpElsewhere(note.topic, note.language))
    container: ui.Container[ui.LayoutView] = ui.Container(
        ui.TextDisplay(note.body), buttons, accent_colour=CALM_BLUE
    )
    view = ui.LayoutView(timeout=None)
    view.add_item(container)
    return view


def is_help(message: discord.Message) -> bool:
    """Say whether a message of ours is a note with help alone, by its button."""
    shown = ui.LayoutView.from_message(message, timeout=None).walk_children()
    ids = [each.custom_id or "" for each in shown if isinstance(each, ui.Button)]
    return any(each.startswith(f"note:help:{HELP}:") for each in ids)
