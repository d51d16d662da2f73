"""The set-up: one private panel behind `/signpost setup`, and what Signpost says when it joins a server."""

from bot.setup.controls import PanelControl
from bot.setup.greeting import Greeter
from bot.setup.panel import SetupPanel

DYNAMIC_ITEMS = (PanelControl,)
"""For the client's add_dynamic_items, once before it connects."""

__all__ = ["DYNAMIC_ITEMS", "Greeter", "SetupPanel"]
