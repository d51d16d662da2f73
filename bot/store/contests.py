"""Contests: that members called a note a mistake, and the note they spoke of."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import and_, delete, insert, select
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.store.tables import cases, contests, notes


@dataclass(frozen=True, slots=True)
class ContestedNote:
    """A note that stands in a server. message_id: the post it answers.

    case_id: None once its case expired. entry_channel_id, entry_id: the case's mod-log entry, if it has one.
    """

    note_id: int
    channel_id: int
    message_id: int
    topic: str
    case_id: int | None
    entry_channel_id: int | None
    entry_id: int | None


class Contests:
    """Counts contests. Holds neither who made them nor in which words."""

    __slots__ = ("_engine",)

    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine

    async def note(self, note_id: int, guild_id: int) -> ContestedNote | None:
        """Return a note of a server's by its message id; None where it stands no longer."""
        statement = (
            select(
                notes.c.note_id,
                notes.c.channel_id,
                notes.c.message_id,
                notes.c.topic,
                notes.c.case_id,
                cases.c.entry_channel_id,
                cases.c.entry_id,
            )
            .select_from(notes.outerjoin(cases, notes.c.case_id == cases.c.id))
            .where(and_(notes.c.note_id == note_id, notes.c.guild_id == guild_id))
        )
        async with self._engine.connect() as connection:
            row = (await connection.execute(statement)).mappings().one_or_none()
        return None if row is None else ContestedNote(**row)

    async def keep(self, guild_id: int, case_id: int | None, at: datetime) -> None:
        """Count a contest. case_id: of the note, None if that expired."""
        row = {"guild_id": guild_id, "case_id": case_id, "at": at}
        async with self._engine.begin() as connection:
            await connection.execute(insert(contests).values(**row))

    async def expire(self, before: datetime) -> None:
        """Delete contests from before a moment."""
        async with self._engine.begin() as connection:
            await connection.execute(delete(contests).where(contests.c.at < before))
