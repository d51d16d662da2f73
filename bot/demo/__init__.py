"""The real bot in a simulated Discord: in a page in the browser, or played as text."""

from bot.demo.community import DemoError
from bot.demo.once import play_once
from bot.demo.page import serve

__all__ = ["DemoError", "play_once", "serve"]
