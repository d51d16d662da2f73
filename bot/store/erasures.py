"""Deleting what is kept of one post, at its writer's wish."""

from dataclasses import dataclass

from sqlalchemy import ColumnElement, and_, delete, or_, select
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.store.cases import Case, CaseState, ExpiredEntry, Ruling, StandingNote
from bot.store.ledger import as_case, leave_entries, pass_on
from bot.store.lists import OwnLists
from bot.store.retractions import notes_due
from bot.store.tables import cases, expired_entries, notes, pieces


@dataclass(frozen=True, slots=True)
class Kept:
    """What is kept of a post. case: it may be of several messages. noted: whether a note stands below it."""

    case: Case | None
    noted: bool


@dataclass(frozen=True, slots=True)
class Erased:
    """What a deleted case leaves to be done. covering: ids of cases that its post was counted on.

    notes: that are to be withdrawn. entries: that are to be struck.
    """

    notes: tuple[StandingNote, ...]
    entries: tuple[ExpiredEntry, ...]
    covering: frozenset[int]


class Erasures:
    """Deletes a post's case with its fingerprints and pieces, and has its note and entry taken back.

    Invariant: a note stays due, and an entry to be struck, until that is done (Retractions).
    """

    __slots__ = ("_engine", "_lists")

    def __init__(self, engine: AsyncEngine, lists: OwnLists) -> None:
        """Tell `lists` when a ruled case is gone."""
        self._engine = engine
        self._lists = lists

    async def kept_of(self, message_id: int, guild_id: int) -> Kept:
        """Return what a server keeps of a post, by any of its messages."""
        further = select(pieces.c.case_id).where(pieces.c.message_id == message_id)
        of_it = or_(cases.c.message_id == message_id, cases.c.id.in_(further))
        this = select(cases).where(of_it, cases.c.guild_id == guild_id).order_by(cases.c.id).limit(1)
        async with self._engine.connect() as connection:
            row = (await connection.execute(this)).mappings().one_or_none()
            below = select(notes.c.note_id).where(_below(message_id, guild_id)).limit(1)
            noted = (await connection.execute(below)).first() is not None
        return Kept(None if row is None else as_case(row), noted)

    async def erase(self, message_id: int, guild_id: int, case: Case | None) -> Erased:
        """Delete a post's case, if it has one, and have the note below the post withdrawn."""
        below = _below(message_id, guild_id)
        if case is None:
            async with self._engine.begin() as connection:
                return Erased(await notes_due(connection, below), (), frozenset())
        this = cases.c.id == case.id
        entry = expired_entries.c.entry_id == case.entry_id
        shown = select(expired_entries.c.guild_id, expired_entries.c.channel_id, expired_entries.c.entry_id)
        async with self._engine.begin() as connection:
            due = await notes_due(
                connection, or_(below, notes.c.case_id == case.id, _below(case.message_id, guild_id))
            )
            await leave_entries(connection, this)
            if case.state is not CaseState.SENDING and case.ruling is not Ruling.DISMISSED:
                await pass_on(connection, case)
            left = (await connection.execute(shown.where(entry))).mappings().all()
            await connection.execute(delete(cases).where(this))
        if case.ruling is not None:
            self._lists.changed(guild_id)
        covering = frozenset(() if case.covered_by is None else {case.covered_by})
        return Erased(due, tuple(ExpiredEntry(**row) for row in left), covering)


def _below(message_id: int, guild_id: int) -> ColumnElement[bool]:
    return and_(notes.c.message_id == message_id, notes.c.guild_id == guild_id)
