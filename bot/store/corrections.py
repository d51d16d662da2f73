"""Notes that show what was withdrawn, found by their rows, also after their cases expired."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.store.tables import notes


@dataclass(frozen=True, slots=True)
class ShownNote:
    """A note that stands, as far as its row knows. topic: id, HELP_TOPIC for help alone."""

    note_id: int
    guild_id: int
    channel_id: int
    topic: str
    resource_ids: tuple[str, ...]
    text_version: str


class Corrections:
    """Lists the standing notes, and keeps what they show once they were written anew."""

    __slots__ = ("_engine",)

    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine

    async def standing(self) -> list[ShownNote]:
        """Return every note that stands, by channel, the newest first: those are read most."""
        columns = (
            notes.c.note_id,
            notes.c.guild_id,
            notes.c.channel_id,
            notes.c.topic,
            notes.c.resource_ids,
            notes.c.text_version,
        )
        order = (notes.c.guild_id, notes.c.channel_id, notes.c.note_id.desc())
        async with self._engine.connect() as connection:
            rows = (await connection.execute(select(*columns).order_by(*order))).mappings()
            return [_shown(dict(row)) for row in rows]

    async def corrected(self, note_id: int, resource_ids: tuple[str, ...], text_version: str) -> None:
        """Keep what a note shows now."""
        shows = {"resource_ids": list(resource_ids), "text_version": text_version}
        async with self._engine.begin() as connection:
            await connection.execute(update(notes).where(notes.c.note_id == note_id).values(shows))


def _shown(row: dict[str, Any]) -> ShownNote:
    row["resource_ids"] = tuple(row["resource_ids"])
    return ShownNote(**row)
