"""What a server can set: the settings themselves, what each is called and does, and their file."""

from bot.server_settings.model import Caution, Length, ServerSettings

__all__ = ["Caution", "Length", "ServerSettings"]
