"""Foreign words, made safe to stand in what Signpost says to moderators."""

import discord

LONGEST_QUOTE = 140
LONGEST_NAME = 60

_TURNS_TEXT_ROUND = dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A)])
"""Unicode's signs that embed, override or isolate a direction: they would turn what follows on the line."""

_NO_LINK = "]\u200b("
"""With a sign of no width in between, words in brackets and an address after them are no link."""


def quoted(text: str, longest: int = LONGEST_QUOTE) -> str:
    """Make foreign words safe and short: no markdown, no link, no mention, one line from left to right.

    longest: characters that are kept of them; the signs that make them safe come on top.
    """
    line = " ".join(text.translate(_TURNS_TEXT_ROUND).split())
    if len(line) > longest:
        line = line[: longest - 1].rstrip() + "…"
    plain = discord.utils.escape_markdown(line.replace("](", _NO_LINK), ignore_links=False)
    return discord.utils.escape_mentions(plain.replace("[", r"\["))


def named(name: str) -> str:
    """Make the name of a file or place safe and short."""
    return quoted(name, LONGEST_NAME)


def length_of(*lines: str) -> int:
    """Count lines as Discord's client does, in units of UTF-16, which are never fewer than characters."""
    return sum(len(line.encode("utf-16-le")) // 2 + 1 for line in lines)
