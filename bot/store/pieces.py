"""The further messages of a case: an article in pieces is one case, and each piece can change or go."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import ColumnElement, and_, delete, exists, literal, or_, select, update
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from bot.recognition import Selection, Verdict
from bot.store.cases import Case, CaseState
from bot.store.ledger import as_case, keep_fingerprints
from bot.store.lists import OwnLists
from bot.store.tables import cases, pieces


class CasePieces:
    """Knows which messages a case is of beside its first one. Ids only; they go with their case.

    Invariant: what is left of a case is due to be judged from the change or deletion of one of its messages
    until that is done; so neither a fault of Discord's nor the end of the process in between loses it.
    """

    __slots__ = ("_engine", "_lists")

    def __init__(self, engine: AsyncEngine, lists: OwnLists) -> None:
        """Tell `lists` when a ruled case has other fingerprints."""
        self._engine = engine
        self._lists = lists

    async def add(self, head: int, message_id: int) -> None:
        """Count a message on the case of the message `head`, if it has one."""
        found = select(cases.c.id, literal(message_id)).where(cases.c.message_id == head)
        statement = insert(pieces).from_select(["case_id", "message_id"], found).on_conflict_do_nothing()
        async with self._engine.begin() as connection:
            await connection.execute(statement)

    async def of(self, case_id: int) -> tuple[int, ...]:
        """Return the further messages of a case that are not known to be deleted, oldest first."""
        mine = select(pieces.c.message_id).where(pieces.c.case_id == case_id).order_by(pieces.c.message_id)
        async with self._engine.connect() as connection:
            return tuple((await connection.execute(mine)).scalars())

    async def cases_of(self, message_id: int) -> tuple[int, ...]:
        """Return the cases of several messages, by id, that a message is one of."""
        of_several = or_(
            cases.c.id.in_(select(pieces.c.case_id).where(pieces.c.message_id == message_id)),
            and_(cases.c.message_id == message_id, _HAS_FURTHER),
        )
        async with self._engine.connect() as connection:
            return tuple((await connection.execute(select(cases.c.id).where(of_several))).scalars())

    async def is_further(self, message_id: int) -> bool:
        """Say whether a message counts on the case of an earlier one."""
        this = select(pieces.c.message_id).where(pieces.c.message_id == message_id)
        async with self._engine.connect() as connection:
            return (await connection.execute(this)).first() is not None

    async def changed(self, case_ids: Collection[int]) -> None:
        """Take note that a message of these cases is not what it was."""
        async with self._engine.begin() as connection:
            await connection.execute(update(cases).where(cases.c.id.in_(case_ids)).values(judge_due=True))

    async def due(self, case_ids: Collection[int] | None = None) -> list[Case]:
        """Return the cases whose rest is to be judged, all or of these. One with a note on its way waits."""
        if case_ids is not None and not case_ids:
            return []
        waiting = select(cases).where(cases.c.judge_due, cases.c.state != CaseState.SENDING)
        if case_ids is not None:
            waiting = waiting.where(cases.c.id.in_(case_ids))
        async with self._engine.connect() as connection:
            return [as_case(row) for row in (await connection.execute(waiting)).mappings()]

    async def newest(self, since: datetime, most: int) -> list[Case]:
        """Return the newest cases of several messages whose first one stands as far as is known."""
        over = [CaseState.DELETED, CaseState.DELETED_FIRST, CaseState.SENDING]
        statement = (
            select(cases)
            .where(_HAS_FURTHER, cases.c.opened_at > since, cases.c.state.not_in(over))
            .order_by(cases.c.id.desc())
            .limit(most)
        )
        async with self._engine.connect() as connection:
            return [as_case(row) for row in (await connection.execute(statement)).mappings()]

    async def amend(
        self, case: Case, verdict: Verdict, pieces: int, fingerprints: Selection, edited_at: datetime | None
    ) -> Case:
        """Put what is left of a case in place of what it held; its entry, if it has one, is to be rewritten.

        pieces: messages that were judged together. Nothing is due after it.
        """
        says = {
            "score": verdict.score,
            "claims": [claim.id for claim in verdict.claims],
            "pieces": pieces,
            "edited_at": edited_at,
            "entry_due": or_(cases.c.entry_due, cases.c.entry_id.is_not(None)),
            "strike_due": False,
            "judge_due": False,
        }
        this = update(cases).where(cases.c.id == case.id).values(says).returning(*cases.c)
        async with self._engine.begin() as connection:
            row = (await connection.execute(this)).mappings().one()
            await keep_fingerprints(connection, case.id, fingerprints)
        if case.ruling is not None:
            self._lists.changed(case.guild_id)
        return as_case(row)

    async def judged(self, case_id: int) -> None:
        """Take note that nothing of a case is due any more; one whose first message is gone has no rest."""
        over = select(cases.c.id).where(
            cases.c.id == case_id, cases.c.state.in_([CaseState.DELETED, CaseState.DELETED_FIRST])
        )
        async with self._engine.begin() as connection:
            await connection.execute(update(cases).where(cases.c.id == case_id).values(judge_due=False))
            await connection.execute(delete(pieces).where(pieces.c.case_id.in_(over)))


async def forget_pieces(connection: AsyncConnection, of: ColumnElement[bool]) -> None:
    """Forget the further messages of cases that ended with all their messages."""
    ended = select(cases.c.id).where(of)
    await connection.execute(delete(pieces).where(pieces.c.case_id.in_(ended)))


async def lose_pieces(connection: AsyncConnection, message_ids: Collection[int]) -> tuple[int, ...]:
    """Take deleted messages out of their cases; return those, by id, of which a rest is to be judged."""
    lost = pieces.c.message_id.in_(message_ids)
    of_several = or_(
        cases.c.id.in_(select(pieces.c.case_id).where(lost)),
        and_(cases.c.message_id.in_(message_ids), _HAS_FURTHER),
    )
    due = update(cases).where(of_several).values(judge_due=True).returning(cases.c.id)
    found = tuple((await connection.execute(due)).scalars())
    if found:
        await connection.execute(delete(pieces).where(lost))
    return found


_HAS_FURTHER = exists().where(pieces.c.case_id == cases.c.id)
