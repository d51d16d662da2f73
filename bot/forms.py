"""What was typed into a form, read from what Discord sent.

Forms are taken by their custom id and not by the object that opened them, so that a restart while somebody
writes loses nothing.
"""

from typing import Any, cast

import discord


def is_form(interaction: discord.Interaction[Any], custom_id: str) -> bool:
    """Say whether an interaction is the filled-in form of this id."""
    sent = cast("dict[str, Any]", interaction.data or {})
    return interaction.type is discord.InteractionType.modal_submit and sent.get("custom_id") == custom_id


def typed(interaction: discord.Interaction[Any], field: str) -> str:
    """Return what stands in a form's field, however deep Discord puts it; empty without one."""
    return _typed(cast("dict[str, Any]", interaction.data or {}), field)


def _typed(sent: dict[str, Any], field: str) -> str:
    if sent.get("custom_id") == field:
        return str(sent.get("value") or "")
    inner: list[dict[str, Any]] = [*sent.get("components", ()), *filter(None, [sent.get("component")])]
    return "".join(_typed(each, field) for each in inner)
