"""Pastes articles as members do and counts the notes: through Discord's events, the bot and its database.

    python -m tests.bench.paste DIR

Each *.txt of DIR is posted whole (as message.txt) and in pieces of at most 2 000 characters, each in a fresh
channel. The texts stay outside the repository; none of their words is printed.
"""

import asyncio
import sys
from collections.abc import Sequence
from pathlib import Path

from bot.demo.community import Community, open_community

from .evaluate import say
from .sets import pieces


async def noted(community: Community, texts: Sequence[str], name: str) -> int:
    """Paste each text in a channel of its own; return how many got a note."""
    notes = 0
    for number, text in enumerate(texts, start=1):
        channel = community.fresh_channel(f"{name}-{number}")
        post = await community.paste(community.member, channel, text)
        notes += community.note_on(post, channel) is not None
    return notes


async def main(whole: Sequence[str]) -> None:
    """Print the two counts."""
    parts = [part for text in whole for part in pieces(text)]
    async with open_community() as community:
        say(f"whole: {await noted(community, whole, 'whole')} of {len(whole)} got a note")
        say(f"in pieces: {await noted(community, parts, 'piece')} of {len(parts)} got a note")


if __name__ == "__main__":
    folder = Path(sys.argv[1])
    asyncio.run(main([path.read_text(encoding="utf-8", errors="replace") for path in folder.glob("*.txt")]))
