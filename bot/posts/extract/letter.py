"""The text of an RTF file."""

from collections.abc import Iterator
from importlib import import_module

from bot.posts.extract.outcome import Outcome, UnreadableError


def text_of_letter(data: bytes) -> Iterator[str]:
    """Yield the text of an RTF file: ASCII, with the rest in escapes. Raises UnreadableError."""
    rtf_to_text = import_module("striprtf.striprtf").rtf_to_text  # untyped
    try:
        text: str = rtf_to_text(data.decode("latin-1"), errors="replace")
    except (LookupError, ValueError, OverflowError):
        raise UnreadableError(Outcome.DAMAGED) from None
    # What lies beyond 16 bits is written as two escapes, which only together are a character.
    yield text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
