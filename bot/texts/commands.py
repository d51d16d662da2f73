"""How a chat command is written in a text."""

from bot.texts.catalogue import Texts


def command(texts: Texts, name: str) -> str:
    """Write a command under /signpost as the member's Discord shows it. name: its English name."""
    return f"`/{texts('command-signpost')} {texts(f'command-{name}')}`"
