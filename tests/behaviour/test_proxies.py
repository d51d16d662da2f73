"""PluralKit posts a member's words again under another name; where that is chosen, the note goes there."""

import pytest

from bot.store import Case, Ledger, SentNote

from .community import Community
from .test_pieces_change import SECOND_PITCH
from .test_rulings import ANOTHER_PITCH
from .texts import OWN_STORY, PITCH

A_FEW_SECONDS = 0.1
"""Minutes: longer than a note waits for a copy."""

HARMLESS = (
    "I walked along the river this morning with the dog and counted nine herons. The water is high after the "
    "rain and the footbridge is closed until Friday, so I went round by the mill and bought bread there. "
    "Does anyone know when the library opens again?"
)
"""Long enough to be read together with what its writer posts next."""


@pytest.fixture
async def plural(community: Community) -> Community:
    """Give a community whose manager has chosen PluralKit."""
    await community.command(community.manager, "webhooks", source="PluralKit", read=True)
    return community


@pytest.mark.parametrize("once_judged", [False, True], ids=["at once", "once judged"])
async def test_the_note_goes_under_the_copy(plural: Community, once_judged: bool) -> None:
    copy = await plural.proxied(plural.general, PITCH, once_judged=once_judged)
    await plural.pass_time(A_FEW_SECONDS)

    (note,) = plural.notes_in(plural.general)
    assert note.answers == copy
    assert len(plural.entries()) == 1
    assert plural.states().count("noted") == 1


async def test_the_next_proxied_pitch_is_covered_by_the_note(plural: Community) -> None:
    await plural.proxied(plural.general, PITCH)
    await plural.pass_time(A_FEW_SECONDS)
    await plural.proxied(plural.general, PITCH)
    await plural.pass_time(A_FEW_SECONDS)

    assert len(plural.notes_in(plural.general)) == 1
    (entry,) = plural.entries()
    assert entry.shows("+1 post")


async def test_a_post_that_no_proxy_takes_gets_its_note_a_little_later(plural: Community) -> None:
    post = await plural.paste(plural.general, PITCH)
    await plural.pass_time(A_FEW_SECONDS)

    (note,) = plural.notes_in(plural.general)
    assert note.answers == post.id
    assert plural.states() == ["noted"]


async def test_a_round_of_finishing_leaves_a_note_that_waits_for_a_proxy_alone(plural: Community) -> None:
    await plural.paste(plural.general, HARMLESS)
    post = await plural.paste(plural.general, SECOND_PITCH)
    assert plural.states() == ["sending"]

    await plural.bot.recovery.run()
    assert plural.states() == ["sending"]
    await plural.pass_time(A_FEW_SECONDS)

    (note,) = plural.notes_in(plural.general)
    assert note.answers == post.id
    assert len(plural.entries()) == 1


async def test_a_proxied_story_gets_silence(plural: Community) -> None:
    await plural.proxied(plural.recovery, OWN_STORY)
    await plural.pass_time(A_FEW_SECONDS)

    assert plural.notes_in(plural.recovery) == []
    assert plural.states() == []


async def test_deleting_the_copy_takes_the_note_along(plural: Community) -> None:
    copy = await plural.proxied(plural.general, PITCH)
    await plural.pass_time(A_FEW_SECONDS)
    assert len(plural.notes_in(plural.general)) == 1

    await plural.clear(plural.general, [copy])

    assert plural.notes_in(plural.general) == []
    assert all(kept.empty for kept in plural.kept())


async def test_a_copy_deleted_as_it_gets_the_note_keeps_none(
    plural: Community, monkeypatch: pytest.MonkeyPatch
) -> None:
    record = Ledger.record_note

    async def late(ledger: Ledger, case: Case, note: SentNote) -> None:
        for _ in range(40):
            await ledger.get(case.id)
        await record(ledger, case, note)

    monkeypatch.setattr(Ledger, "record_note", late)
    typed = await plural.paste(plural.general, PITCH)
    copy = await plural.server.by_pluralkit(plural.general, PITCH)
    plural.delete_as_signpost_writes(plural.general, copy)

    await plural.moderator.delete(typed)
    await plural.pass_time(A_FEW_SECONDS)

    assert plural.notes_in(plural.general) == []
    assert plural.states() == ["deleted first", "deleted"]


async def test_another_webhook_stays_unread(plural: Community) -> None:
    await plural.by_a_webhook(plural.general, PITCH)
    await plural.pass_time(A_FEW_SECONDS)

    assert plural.notes_in(plural.general) == []
    assert plural.states() == []


async def test_where_it_is_not_chosen_the_copy_is_not_read(community: Community) -> None:
    await community.proxied(community.general, PITCH)
    await community.pass_time(A_FEW_SECONDS)

    assert community.notes_in(community.general) == []
    assert "noted" not in community.states()


@pytest.fixture
async def without_cooldown(plural: Community) -> Community:
    """Give the same community where every pitch gets a note of its own."""
    await plural.restart(cooldown=0)
    return plural


async def test_a_copy_takes_the_note_without_a_cooldown_too(without_cooldown: Community) -> None:
    plural = without_cooldown
    typed = await plural.paste(plural.general, PITCH)
    copy = await plural.server.by_pluralkit(plural.general, PITCH)
    assert plural.notes_in(plural.general) == []

    await plural.moderator.delete(typed)
    await plural.pass_time(A_FEW_SECONDS)

    (note,) = plural.notes_in(plural.general)
    assert note.answers == copy.id
    assert plural.states() == ["deleted first", "noted"]
    assert len(plural.entries()) == 1


async def test_where_the_typed_post_stays_it_shares_one_note_with_its_copy(
    without_cooldown: Community,
) -> None:
    plural = without_cooldown
    typed = await plural.paste(plural.general, PITCH)
    await plural.server.by_pluralkit(plural.general, PITCH)
    await plural.pass_time(A_FEW_SECONDS)

    (note,) = plural.notes_in(plural.general)
    assert note.answers == typed.id
    (entry,) = plural.entries()
    assert entry.shows("+1 post")


async def test_another_webhooks_pitch_in_between_is_no_copy(without_cooldown: Community) -> None:
    plural = without_cooldown
    typed = await plural.paste(plural.general, PITCH)
    unrelated = await plural.server.by_pluralkit(plural.general, ANOTHER_PITCH)
    copy = await plural.server.by_pluralkit(plural.general, PITCH)
    assert [note.answers for note in plural.notes_in(plural.general)] == [unrelated.id]

    await plural.moderator.delete(typed)
    await plural.pass_time(A_FEW_SECONDS)

    assert [note.answers for note in plural.notes_in(plural.general)] == [unrelated.id, copy.id]


async def test_in_a_cooldown_the_note_goes_under_the_copy_and_not_under_the_first_to_come(
    plural: Community,
) -> None:
    typed = await plural.paste(plural.general, PITCH)
    await plural.server.by_pluralkit(plural.general, ANOTHER_PITCH)
    copy = await plural.server.by_pluralkit(plural.general, f"{PITCH} Truly.")

    await plural.moderator.delete(typed)
    await plural.pass_time(A_FEW_SECONDS)

    (note,) = plural.notes_in(plural.general)
    assert note.answers == copy.id
    (entry,) = plural.entries()
    assert entry.shows("+1 post")


async def test_two_who_type_the_same_each_have_their_own_copy(without_cooldown: Community) -> None:
    plural = without_cooldown
    first, second = plural.members(2)
    typed = [await plural.paste(plural.general, PITCH, by=each) for each in (first, second)]
    copies = [await plural.server.by_pluralkit(plural.general, PITCH) for _ in typed]

    for each in typed:
        await plural.moderator.delete(each)
    await plural.pass_time(A_FEW_SECONDS)

    assert [note.answers for note in plural.notes_in(plural.general)] == [copy.id for copy in copies]
