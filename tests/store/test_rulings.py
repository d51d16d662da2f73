"""Rulings and a server's own lists: one ruling a case, kept with its fingerprints, gone with its case."""

from collections.abc import Generator
from contextlib import contextmanager
from datetime import timedelta

import pytest
from sqlalchemy import event, text
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.posts import Post
from bot.recognition import OwnFingerprints, Selection
from bot.recognition.fingerprints import MOST_KEPT
from bot.store import (
    Case,
    CaseState,
    Installation,
    Ledger,
    OwnLists,
    Retractions,
    Ruling,
    SentNote,
    StandingNote,
)
from bot.store.lists import MOST_CASES, packed, unpacked

from .conftest import NOON, Make

MO, MAX = 71, 72
MINUTE = timedelta(minutes=1)
POST = Post.of_text(
    "Kratom eases withdrawal, it is not addictive, and a hundred farmers cannot be wrong about it."
)
OTHER_POST = Post.of_text(
    "This leaf takes the pain away and leaves the mind clear; kratom is what doctors fear."
)


@contextmanager
def statements(engine: AsyncEngine) -> Generator[list[str]]:
    """Collect the statements that are run meanwhile."""
    run: list[str] = []

    def note(*arguments: object) -> None:
        run.append(str(arguments[2]))

    event.listen(engine.sync_engine, "before_cursor_execute", note)
    yield run
    event.remove(engine.sync_engine, "before_cursor_execute", note)


async def opened(
    ledger: Ledger, lists: OwnLists, new_case: Make, message_id: int = 30, **changes: object
) -> Case:
    """Open the case of a post, with its fingerprints."""
    case = await ledger.open(new_case(message_id, fingerprints=lists.select(POST), **changes))
    assert case is not None
    return case


async def test_a_case_begins_without_a_ruling(ledger: Ledger, lists: OwnLists, new_case: Make) -> None:
    case = await opened(ledger, lists, new_case)

    assert (case.ruling, case.ruled_by, case.ruled_at) == (None, None, None)
    assert not (await lists.of(10)).confirmed.articles
    assert not (await lists.of(10)).dismissed.articles


async def test_a_ruling_is_stored_with_who_and_when(ledger: Ledger, lists: OwnLists, new_case: Make) -> None:
    case = await opened(ledger, lists, new_case)

    ruled = await ledger.rule(case.id, 10, Ruling.CONFIRMED, MO, NOON)

    assert ruled is not None
    assert ruled.new
    assert (ruled.case.ruling, ruled.case.ruled_by, ruled.case.ruled_at) == (Ruling.CONFIRMED, MO, NOON)
    assert await ledger.get(case.id) == ruled.case


async def test_the_same_ruling_again_changes_nothing(ledger: Ledger, lists: OwnLists, new_case: Make) -> None:
    case = await opened(ledger, lists, new_case)
    await ledger.rule(case.id, 10, Ruling.CONFIRMED, MO, NOON)

    again = await ledger.rule(case.id, 10, Ruling.CONFIRMED, MAX, NOON + MINUTE)

    assert again is not None
    assert not again.new
    assert (again.case.ruled_by, again.case.ruled_at) == (MO, NOON)


async def test_another_ruling_takes_the_place_of_the_first(
    ledger: Ledger, lists: OwnLists, new_case: Make
) -> None:
    case = await opened(ledger, lists, new_case)
    await ledger.rule(case.id, 10, Ruling.CONFIRMED, MO, NOON)
    assert [*(await lists.of(10)).confirmed.articles] == ["case 1"]

    await ledger.rule(case.id, 10, Ruling.DISMISSED, MAX, NOON + MINUTE)

    stored = await ledger.get(case.id)
    assert stored is not None
    assert (stored.ruling, stored.ruled_by) == (Ruling.DISMISSED, MAX)
    after = await lists.of(10)
    assert [*after.confirmed.articles] == []
    assert [*after.dismissed.articles] == ["case 1"]


@pytest.mark.parametrize(("case_id", "guild_id"), [(1, 11), (2, 10)])
async def test_a_case_of_another_server_or_none_is_not_ruled(
    ledger: Ledger, lists: OwnLists, new_case: Make, case_id: int, guild_id: int
) -> None:
    await opened(ledger, lists, new_case)

    assert await ledger.rule(case_id, guild_id, Ruling.DISMISSED, MO, NOON) is None

    stored = await ledger.get(1)
    assert stored is not None
    assert stored.ruling is None


async def test_a_list_finds_the_post_again_and_only_in_its_server(
    ledger: Ledger, lists: OwnLists, new_case: Make
) -> None:
    case = await opened(ledger, lists, new_case)
    await ledger.rule(case.id, 10, Ruling.DISMISSED, MO, NOON)

    here, elsewhere = await lists.of(10), await lists.of(11)

    held = here.dismissed.holding(OwnFingerprints(POST.text.upper()))
    assert held is not None
    assert (held.name, held.share) == ("case 1", 1.0)
    assert here.dismissed.holding(OwnFingerprints(OTHER_POST.text)) is None
    assert not elsewhere.dismissed.articles


async def test_another_installations_key_finds_nothing(
    ledger: Ledger, lists: OwnLists, new_case: Make, engine: AsyncEngine
) -> None:
    case = await opened(ledger, lists, new_case)
    await ledger.rule(case.id, 10, Ruling.DISMISSED, MO, NOON)

    others = OwnLists(engine, b"another secret")

    assert (await others.of(10)).dismissed.holding(OwnFingerprints(POST.text)) is None


async def test_lists_are_read_once_until_something_changes(
    ledger: Ledger, lists: OwnLists, new_case: Make, engine: AsyncEngine
) -> None:
    first = await opened(ledger, lists, new_case)
    second = await opened(
        ledger, lists, new_case, 31, opened_at=NOON - timedelta(days=100), state=CaseState.NOTED
    )
    await ledger.rule(second.id, 10, Ruling.CONFIRMED, MO, NOON)
    await lists.of(10)
    await lists.of(11)

    with statements(engine) as run:
        assert [*(await lists.of(10)).confirmed.articles] == ["case 2"]
        await lists.of(11)
    assert run == []

    await ledger.rule(first.id, 10, Ruling.CONFIRMED, MO, NOON + MINUTE)
    assert [*(await lists.of(10)).confirmed.articles] == ["case 1", "case 2"]
    await ledger.expire(NOON, timedelta(days=90))
    assert [*(await lists.of(10)).confirmed.articles] == ["case 1"]


async def test_a_read_that_a_ruling_overtook_is_not_held(
    ledger: Ledger, lists: OwnLists, new_case: Make, engine: AsyncEngine
) -> None:
    await opened(ledger, lists, new_case)

    def meanwhile(*_: object) -> None:
        lists.changed(10)

    event.listen(engine.sync_engine, "before_cursor_execute", meanwhile)
    await lists.of(10)
    event.remove(engine.sync_engine, "before_cursor_execute", meanwhile)

    with statements(engine) as run:
        await lists.of(10)
    assert run, "a stale list was held"


async def test_memory_is_bounded_and_servers_asked_for_last_stay(
    ledger: Ledger, lists: OwnLists, new_case: Make, engine: AsyncEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    for guild in (10, 11, 12):
        case = await opened(ledger, lists, new_case, 100 + guild, guild_id=guild)
        await ledger.rule(case.id, guild, Ruling.CONFIRMED, MO, NOON)
    monkeypatch.setattr("bot.store.lists.MOST_HELD", 3 * len(lists.select(POST).values))

    for guild in (10, 11, 10, 12):
        assert (await lists.of(guild)).confirmed.articles

    with statements(engine) as run:
        await lists.of(10)
        await lists.of(12)
        assert run == []
        await lists.of(11)
    assert run


async def test_a_list_holds_the_cases_ruled_last(ledger: Ledger, lists: OwnLists, new_case: Make) -> None:
    for number in range(MOST_CASES + 2):
        case = await opened(ledger, lists, new_case, 100 + number)
        await ledger.rule(case.id, 10, Ruling.CONFIRMED, MO, NOON + number * MINUTE)

    names = (await lists.of(10)).confirmed.articles

    assert len(names) == MOST_CASES
    assert "case 1" not in names
    assert f"case {MOST_CASES + 2}" in names


async def test_fingerprints_go_with_their_case(
    ledger: Ledger, lists: OwnLists, new_case: Make, engine: AsyncEngine
) -> None:
    await opened(ledger, lists, new_case, state=CaseState.NOTED)
    await ledger.expire(NOON + timedelta(days=91), timedelta(days=90))

    async with engine.connect() as connection:
        assert (await connection.execute(text("SELECT count(*) FROM fingerprints"))).scalar_one() == 0


async def test_a_post_without_letters_stores_no_fingerprints(
    ledger: Ledger, new_case: Make, engine: AsyncEngine
) -> None:
    await ledger.open(new_case())

    async with engine.connect() as connection:
        assert (await connection.execute(text("SELECT count(*) FROM fingerprints"))).scalar_one() == 0


async def test_a_post_of_any_length_stores_a_bounded_number(lists: OwnLists) -> None:
    long = Post.of_text(" ".join(f"{number:x} kratom {number * 7919:x}" for number in range(9000)))

    stored = packed(lists.select(long))

    assert len(stored) == MOST_KEPT * 8
    assert unpacked(stored) == lists.select(long)
    assert unpacked(packed(Selection(frozenset()))).values == frozenset()


async def test_notes_of_dismissed_cases_are_to_be_withdrawn_until_they_are(
    ledger: Ledger, retractions: Retractions, lists: OwnLists, new_case: Make
) -> None:
    case, kept = (
        await opened(ledger, lists, new_case),
        await opened(ledger, lists, new_case, 31, channel_id=21),
    )
    await ledger.record_note(case, SentNote(40, ("samhsa",), "abc", NOON))
    await ledger.record_note(kept, SentNote(41, ("samhsa",), "abc", NOON))
    assert await retractions.to_withdraw() == []
    await ledger.rule(case.id, 10, Ruling.DISMISSED, MO, NOON)
    await ledger.rule(kept.id, 10, Ruling.CONFIRMED, MO, NOON)

    (note,) = await retractions.to_withdraw()
    assert note == StandingNote(40, case.id, 10, 20)
    assert await retractions.to_withdraw(case.id) == [note]
    assert await retractions.to_withdraw(kept.id) == []
    await retractions.note_withdrawn(note)

    assert await retractions.to_withdraw() == []
    stored = await ledger.get(case.id)
    assert stored is not None
    assert stored.state is CaseState.WITHDRAWN
    assert await ledger.covering(20, "kratom", NOON - MINUTE) is None, "a withdrawn note cools nothing down"
    assert await ledger.covering(21, "kratom", NOON - MINUTE) == kept.id


async def test_the_secret_is_made_once(engine: AsyncEngine) -> None:
    first = await Installation(engine).secret()

    assert len(first) == 32
    assert await Installation(engine).secret() == first
