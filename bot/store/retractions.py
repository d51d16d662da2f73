"""What is taken back of cases and notes whose post was deleted, cleaned or dismissed, or that expired."""

import asyncio
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import ColumnElement, and_, case, delete, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from bot.recognition import is_near_copy
from bot.store.audit import Act, keep_act
from bot.store.cases import (
    BEFORE_ITS_ENTRY,
    HELP_TOPIC,
    Case,
    CaseState,
    ExpiredEntry,
    NewCase,
    Ruling,
    StandingNote,
)
from bot.store.copies import pass_entry_on
from bot.store.ledger import (
    as_case,
    covered_by,
    keep_fingerprints,
    keep_pieces,
    pass_on,
    stands_in,
    stored,
)
from bot.store.lists import OwnLists, unpacked
from bot.store.pieces import forget_pieces, lose_pieces
from bot.store.tables import cases, expired_entries, fingerprints, notes

MOST_TRIES = 1_000
"""Times that an expired case's entry is tried: at least a day and a half. Then its ids go as well."""


@dataclass(frozen=True, slots=True)
class Gone:
    """What deleted messages leave to be done.

    cases: of deleted posts, as they stood before. covering: ids of cases that some of them were counted on.
    notes: that stand below deleted posts. bereft: ids of cases of several messages, of which some are left.
    """

    cases: tuple[Case, ...] = ()
    covering: frozenset[int] = frozenset()
    notes: tuple[StandingNote, ...] = ()
    bereft: tuple[int, ...] = ()


class Retractions:
    """Takes back what the ledger holds, and remembers what Discord has still to be told.

    Invariant: a note whose withdrawal is due, and a case whose entry is to be struck, stay so until it is
    done; so neither a fault of Discord's nor the end of the process in between loses one.
    """

    __slots__ = ("_engine", "_lists")

    def __init__(self, engine: AsyncEngine, lists: OwnLists) -> None:
        """Tell `lists` when a ruled case loses its fingerprints."""
        self._engine = engine
        self._lists = lists

    async def messages_gone(self, message_ids: Collection[int], by_hand: Act | None = None) -> Gone:
        """Take note of deleted messages, posts and notes alike.

        A note of ours among them has no row any more. A case of a post among them is emptied: its claims,
        score and fingerprints go, ids and times, the ruling and the state "deleted" stay. One whose note is
        on its way stays "sending": whether that note stands can only be seen in the channel. Of a case of
        several messages, what is left is due to be judged.
        by_hand: that a moderator had Signpost delete them; it is kept, and the claims stay.
        """
        async with self._engine.begin() as connection:
            await _lose_notes(connection, notes.c.note_id.in_(message_ids))
            bereft = await lose_pieces(connection, message_ids)
            posts, below = cases.c.message_id.in_(message_ids), notes.c.message_id.in_(message_ids)
            gone = await self._empty(connection, posts, below, keep_claims=by_hand is not None)
            if by_hand is not None and gone.cases:
                await keep_act(connection, by_hand)
        return replace(gone, bereft=bereft)

    async def channel_gone(self, channel_id: int) -> Gone:
        """Take note of a deleted channel or thread: its notes are gone, and its posts as if one by one.

        The threads of a channel go with it, also those that sleep, of which Discord tells nothing.
        """
        places = select(cases.c.channel_id).where(stands_in(channel_id))
        notes_there = or_(notes.c.channel_id == channel_id, notes.c.channel_id.in_(places))
        async with self._engine.begin() as connection:
            await connection.execute(delete(notes).where(notes_there))
            gone = await self._empty(connection, stands_in(channel_id), notes_there)
            await forget_pieces(connection, stands_in(channel_id))
        return gone

    async def dismissed(self, case: Case) -> None:
        """Pass the note of a dismissed case on to what it stood for and is no near copy of it."""
        copies = await self._near_copies(case)
        async with self._engine.begin() as connection:
            await pass_on(connection, case, but=copies)

    async def _near_copies(self, case: Case) -> set[int]:
        """Return the cases, by id, that wait behind a case's note with a near copy of its text."""
        taken = select(fingerprints.c.case_id, fingerprints.c.hashes)
        waiting = select(cases.c.id).where(covered_by(case.id))
        async with self._engine.connect() as connection:
            own = (await connection.execute(taken.where(fingerprints.c.case_id == case.id))).one_or_none()
            others = (await connection.execute(taken.where(fingerprints.c.case_id.in_(waiting)))).all()
        if own is None:
            return set()
        hashes = {each.case_id: each.hashes for each in others}
        return await asyncio.to_thread(_copies_among, hashes, own.hashes)  # a flood is compared aside

    async def edited_clean(self, cleaned: Case, at: datetime | None) -> Gone:
        """Take note that a post no longer calls for its case; its note is to be withdrawn if one stands."""
        this = cases.c.id == cleaned.id
        async with self._engine.begin() as connection:
            standing = await notes_due(connection, notes.c.case_id == cleaned.id)
            await connection.execute(
                update(cases)
                .where(this)
                .values(
                    state=cleaned.state if standing else CaseState.CLEANED,
                    edited_at=at,
                    covered_by=None,
                    counted_on=None,
                    entry_due=False,
                    strike_due=_may_have_entry,
                )
            )
            await pass_entry_on(connection, cleaned)
            if cleaned.ruling is not Ruling.DISMISSED:  # its ruling left only near copies behind it
                await pass_on(connection, cleaned)
        return Gone((cleaned,), _covering([cleaned]), standing)

    async def note_below_clean(self, message_id: int) -> Gone:
        """Take note that a post whose case expired reads as clean by now: its note is to be withdrawn."""
        async with self._engine.begin() as connection:
            return Gone(notes=await notes_due(connection, _answers(message_id)))

    async def keep_note(self, message_id: int) -> bool:
        """Let the note below a post stay; False if none was to be withdrawn, or a moderator took it back."""
        recalled = select(cases.c.message_id).where(
            cases.c.message_id == message_id, cases.c.state == CaseState.RECALLED
        )
        below = and_(_answers(message_id), notes.c.message_id.not_in(recalled))
        due = and_(below, notes.c.withdrawal_due)
        async with self._engine.begin() as connection:
            kept = await connection.execute(update(notes).where(due).values(withdrawal_due=False))
        return kept.rowcount > 0

    async def note_stands(self, message_id: int) -> bool:
        """Say whether a note stands below a post, whatever became of its case."""
        below = select(notes.c.note_id).where(_answers(message_id)).limit(1)
        async with self._engine.connect() as connection:
            return (await connection.execute(below)).first() is not None

    async def edited(self, case_id: int, at: datetime | None) -> None:
        """Take note of an edit that changes nothing of the case."""
        async with self._engine.begin() as connection:
            await connection.execute(update(cases).where(cases.c.id == case_id).values(edited_at=at))

    async def reopen(self, case_id: int, anew: NewCase) -> Case:
        """Put what a post says since its edit in place of what its case held; its number and entry stay."""
        values = stored(anew)
        if anew.entry_due:  # else the entry keeps what is to be struck
            values["strike_due"] = False
        async with self._engine.begin() as connection:
            row = (
                (
                    await connection.execute(
                        update(cases).where(cases.c.id == case_id).values(values).returning(*cases.c)
                    )
                )
                .mappings()
                .one()
            )
            await keep_fingerprints(connection, case_id, anew.fingerprints)
            await keep_pieces(connection, case_id, anew)
        return as_case(row)

    async def to_withdraw(self, case_id: int | None = None) -> list[StandingNote]:
        """Return the notes that stand although their post is gone or clean, or their case was dismissed.

        case_id: of one case only.
        """
        due = or_(notes.c.withdrawal_due, cases.c.ruling == Ruling.DISMISSED)
        wanted = due if case_id is None else and_(due, cases.c.id == case_id)
        statement = _standing.join(cases, cases.c.id == notes.c.case_id, isouter=True).where(wanted)
        async with self._engine.connect() as connection:
            return [StandingNote(**row) for row in (await connection.execute(statement)).mappings()]

    async def note_withdrawn(self, note: StandingNote) -> None:
        """Forget a note that was taken back: it has no row and cools nothing down."""
        noted = and_(cases.c.id == note.case_id, cases.c.state == CaseState.NOTED)
        async with self._engine.begin() as connection:
            await _lose_notes(connection, notes.c.note_id == note.note_id)
            await connection.execute(update(cases).where(noted).values(state=CaseState.WITHDRAWN))

    async def to_be_struck(self, case_id: int) -> None:
        """Take note that a case's entry, if it may have one, holds quotes that have to go."""
        this = update(cases).where(cases.c.id == case_id)
        async with self._engine.begin() as connection:
            await connection.execute(this.values(strike_due=_may_have_entry, entry_due=False))

    async def to_strike(self) -> list[int]:
        """Return the cases, by id, whose entry still holds quotes that have to go."""
        async with self._engine.connect() as connection:
            return [*(await connection.execute(select(cases.c.id).where(cases.c.strike_due))).scalars()]

    async def struck(self, case_id: int) -> None:
        """Take note that a case's entry holds no quotes any more, or is gone itself."""
        async with self._engine.begin() as connection:
            await connection.execute(update(cases).where(cases.c.id == case_id).values(strike_due=False))

    async def expired_entries(self, most: int) -> list[ExpiredEntry]:
        """Return entries of expired cases that still show them; those that failed least often first."""
        columns = (expired_entries.c.guild_id, expired_entries.c.channel_id, expired_entries.c.entry_id)
        order = (expired_entries.c.tries, expired_entries.c.entry_id)
        async with self._engine.connect() as connection:
            rows = await connection.execute(select(*columns).order_by(*order).limit(most))
            return [ExpiredEntry(**row) for row in rows.mappings()]

    async def expired_entry_tried(self, entry_id: int, *, struck: bool) -> None:
        """Forget an entry that shows nothing any more, or was tried too often; else it waits its turn."""
        this = expired_entries.c.entry_id == entry_id
        again = update(expired_entries).where(this).values(tries=expired_entries.c.tries + 1)
        given_up = delete(expired_entries).where(this, expired_entries.c.tries >= MOST_TRIES)
        async with self._engine.begin() as connection:
            await connection.execute(delete(expired_entries).where(this) if struck else again)
            await connection.execute(given_up)

    async def _empty(
        self,
        connection: AsyncConnection,
        posts: ColumnElement[bool],
        below: ColumnElement[bool],
        *,
        keep_claims: bool = False,
    ) -> Gone:
        here = and_(posts, cases.c.state != CaseState.DELETED)
        found = [as_case(row) for row in (await connection.execute(select(cases).where(here))).mappings()]
        standing = await notes_due(connection, below)
        if not found:
            return Gone(notes=standing)
        ids = [each.id for each in found]
        await connection.execute(delete(fingerprints).where(fingerprints.c.case_id.in_(ids)))
        await connection.execute(
            update(cases)
            .where(cases.c.id.in_(ids))
            .values(
                claims=cases.c.claims if keep_claims else [],
                score=0.0,
                entry_due=False,
                strike_due=_may_have_entry,
                state=_after_deletion,
            )
        )
        for each in found:
            if each.state is not CaseState.SENDING and each.ruling is not Ruling.DISMISSED:
                await pass_on(connection, each)
            await pass_entry_on(connection, each)
        for guild_id in {each.guild_id for each in found if each.ruling is not None}:
            self._lists.changed(guild_id)
        return Gone(tuple(found), _covering(found), standing)


_standing = select(notes.c.note_id, notes.c.case_id, notes.c.guild_id, notes.c.channel_id).order_by(
    notes.c.note_id
)

_may_have_entry = or_(
    cases.c.entry_id.is_not(None), and_(cases.c.entry_due, cases.c.state.not_in(BEFORE_ITS_ENTRY))
)
"""As Case.may_have_entry says it."""

_after_deletion = case(
    (cases.c.state.in_([CaseState.SENDING, CaseState.DELETED_FIRST]), cases.c.state), else_=CaseState.DELETED
)


async def notes_due(connection: AsyncConnection, which: ColumnElement[bool]) -> tuple[StandingNote, ...]:
    """Mark notes as to be withdrawn, and return them."""
    marked = await connection.execute(update(notes).where(which).values(withdrawal_due=True))
    if not marked.rowcount:
        return ()
    return tuple(StandingNote(**row) for row in (await connection.execute(_standing.where(which))).mappings())


async def _lose_notes(connection: AsyncConnection, which: ColumnElement[bool]) -> None:
    """Forget notes that are gone. An entry that says its note is still to go is to be struck anew."""
    awaited = select(notes.c.case_id).where(which, notes.c.withdrawal_due)
    cleaned = and_(cases.c.id.in_(awaited), cases.c.state == CaseState.NOTED)
    done = {"state": CaseState.WITHDRAWN, "strike_due": _may_have_entry}
    await connection.execute(update(cases).where(cleaned).values(done))
    await connection.execute(delete(notes).where(which))


def _answers(message_id: int) -> ColumnElement[bool]:
    """Name the notes below a post that answer a pitch: what was sent for a hard day stays as it is."""
    return and_(notes.c.message_id == message_id, notes.c.topic != HELP_TOPIC)


def _covering(of: Collection[Case]) -> frozenset[int]:
    own = {each.id for each in of}
    counting = {
        case_id for each in of for case_id in (each.covered_by, each.counted_on) if case_id is not None
    }
    return frozenset(counting - own)


def _copies_among(texts: Mapping[int, bytes], of: bytes) -> set[int]:
    article = unpacked(of)
    return {case_id for case_id, hashes in texts.items() if is_near_copy(unpacked(hashes), article)}
