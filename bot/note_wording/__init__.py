"""A server's own line and choice of resources: tried out in a private panel, linted, then saved."""

from bot.note_wording.controls import DYNAMIC_ITEMS, is_line, opened, take_line

__all__ = ["DYNAMIC_ITEMS", "is_line", "opened", "take_line"]
