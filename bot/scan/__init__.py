"""Scans of old posts: proposed, run behind live traffic, shown in the mod log, resumed after a restart."""

from bot.scan.buttons import ScanButton
from bot.scan.press import Press
from bot.scan.progress import Speech
from bot.scan.scanner import Scanner
from bot.scan.span import MOST_POSTS, Span, SpanError

__all__ = ["DYNAMIC_ITEMS", "MOST_POSTS", "Press", "Scanner", "Span", "SpanError", "Speech"]

DYNAMIC_ITEMS = (ScanButton,)
"""For the client's add_dynamic_items, once before it connects."""
