"""After 90 days nothing of a case is kept, neither here nor in the mod log; its note stands for itself."""

import sqlite3
from collections.abc import Callable

import pytest

from .community import Community
from .shown import buttons_of
from .test_data import rows_kept
from .test_deletions import MARKED, tells_nothing
from .test_rulings import ANOTHER_PITCH
from .texts import PIECES, PITCH

A_QUARTER = 24 * 91
"""Hours: longer than a case is kept."""

A_ROUND = 2.1
"""Minutes: a little longer than Signpost waits between two rounds of maintenance."""

NEWS = "never mind, see you all on saturday at the garden, bring boots"


async def let_expire(community: Community) -> None:
    """Let a quarter go by in which nobody writes."""
    await community.restart(while_down=pass_a_quarter(community))
    await community.pass_time(A_ROUND)
    assert community.states() == []


async def hours_pass(community: Community, hours: float) -> None:
    """Let hours pass while Signpost is down, and rounds of its maintenance after them."""
    await community.restart(while_down=lambda _: community.let_time_go_by_unseen(hours=hours))
    await community.pass_time(2 * A_ROUND)


def pass_a_quarter(community: Community) -> Callable[[sqlite3.Connection], None]:
    """Make the quarter in which Signpost is down."""
    return lambda _: community.let_time_go_by_unseen(hours=A_QUARTER)


@pytest.fixture
def two_a_round(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let Signpost strike two expired entries in a round."""
    monkeypatch.setattr("bot.desk.retraction.EXPIRED_A_ROUND", 2)


def answered(community: Community) -> list[int | None]:
    """Return the posts in #general with a note below."""
    return [note.answers for note in community.notes_in(community.general)]


async def test_what_an_entry_quotes_expires_with_its_case(community: Community) -> None:
    post = await community.paste(community.general, MARKED)

    await let_expire(community)

    (entry,) = community.entries()
    assert tells_nothing(entry)
    assert entry.shows("Expired")
    assert answered(community) == [post.id]


async def test_the_ruling_and_its_buttons_go_too(community: Community) -> None:
    await community.paste(community.general, MARKED)
    await community.press(community.moderator, community.entries()[0], "Confirm")

    await let_expire(community)

    (entry,) = community.entries()
    assert not entry.shows(community.moderator.mention)
    assert buttons_of(entry.message) == []


@pytest.mark.usefixtures("two_a_round")
async def test_many_old_entries_are_struck_a_few_at_a_time(community: Community) -> None:
    await community.restart(cooldown=0)
    for member in community.members(9):
        await community.paste(community.general, MARKED, by=member)

    await let_expire(community)
    assert not all(map(tells_nothing, community.entries()))
    await community.pass_time(5 * A_ROUND)

    assert all(map(tells_nothing, community.entries()))


@pytest.mark.usefixtures("two_a_round")
async def test_an_entry_that_discord_does_not_let_be_changed_holds_up_no_other(community: Community) -> None:
    await community.restart(cooldown=0)
    for member in community.members(3):
        await community.paste(community.general, MARKED, by=member)
    for each in community.entries()[:2]:
        community.break_editing(community.mod_log, each.message.id, status=403)

    await let_expire(community)
    assert [tells_nothing(entry) for entry in community.entries()] == [False, False, True]

    community.mend_sending()
    await community.pass_time(A_ROUND)
    assert all(map(tells_nothing, community.entries()))


async def test_a_typo_mended_after_expiry_gets_no_second_note(community: Community) -> None:
    post = await community.paste(community.general, PITCH)
    await let_expire(community)

    await community.edit(post, PITCH.replace("floor", "flor"))

    assert answered(community) == [post.id]
    assert community.states() == []


async def test_a_post_edited_clean_after_expiry_loses_its_note(community: Community) -> None:
    post = await community.paste(community.general, PITCH)
    await let_expire(community)

    await community.edit(post, NEWS)

    assert answered(community) == []
    assert community.notes_kept() == 0


async def test_a_typo_in_the_first_piece_of_an_article_leaves_its_note_after_expiry(
    community: Community,
) -> None:
    first, *_ = [await community.paste(community.general, piece) for piece in PIECES]
    assert answered(community) == [first.id]
    await let_expire(community)

    await community.edit(first, PIECES[0].replace("coffee", "cofee"))

    assert answered(community) == [first.id]


async def test_a_post_deleted_after_expiry_takes_its_note_along(community: Community) -> None:
    post = await community.paste(community.general, PITCH)
    await let_expire(community)

    await community.member.delete(post)

    assert answered(community) == []
    assert community.notes_kept() == 0


async def test_a_post_without_a_note_that_becomes_a_pitch_much_later_gets_one(community: Community) -> None:
    await community.command(community.manager, "mode", mode="observe")
    post = await community.paste(community.general, PITCH)
    await let_expire(community)
    await community.command(community.manager, "mode", mode="note")

    await community.edit(post, ANOTHER_PITCH)

    assert answered(community) == [post.id]
    assert community.states() == ["noted"]


async def test_a_scan_leaves_a_post_with_a_note_alone_though_its_case_expired(community: Community) -> None:
    post = await community.paste(community.general, PITCH)
    await let_expire(community)

    await community.scan(channel=community.general, last=50, notes=True)
    await community.pass_time(A_ROUND)

    assert answered(community) == [post.id]
    assert community.states() == []


async def test_the_note_of_a_dismissed_case_is_still_withdrawn_after_expiry(community: Community) -> None:
    await community.paste(community.general, PITCH)
    (note,) = community.notes_in(community.general)
    community.break_deleting(community.general, note.message.id)
    await community.press(community.moderator, community.entries()[0], "Dismiss")
    await let_expire(community)
    assert len(community.notes_in(community.general)) == 1

    community.mend_sending()
    await community.pass_time(A_ROUND)

    assert community.notes_in(community.general) == []


async def test_a_note_that_is_right_again_after_expiry_stays(community: Community) -> None:
    post = await community.paste(community.general, PITCH)
    (note,) = community.notes_in(community.general)
    await let_expire(community)
    community.break_deleting(community.general, note.message.id)
    await community.edit(post, NEWS)

    await community.edit(post, PITCH)
    community.mend_sending()
    await community.pass_time(A_ROUND)

    assert answered(community) == [post.id]


@pytest.mark.parametrize("own_days", [None, 30])
async def test_of_all_that_is_kept_only_what_has_no_end_by_then_is_left(
    community: Community, own_days: int | None
) -> None:
    now = community.env.now()
    await community.paste(community.general, PITCH)
    await community.press(community.moderator, community.entries()[0], "Confirm")
    (note,) = community.notes_in(community.general)
    form = await community.member.click(note.message, label="This note is a mistake")
    await community.member.submit_modal(form, {})
    await community.scan(last=5)
    await community.bot.places.choose(community.guild.id, None, now, retention_days=own_days)
    await community.bot.readings.flush()
    before = rows_kept(community)
    assert {"audit", "cases", "contests", "fingerprints", "scans", "scan_places"} <= before.keys()

    days = own_days or community.bot.settings.retention_days
    await hours_pass(community, 24 * (days - 1))
    assert rows_kept(community) == before

    await hours_pass(community, 25)
    assert rows_kept(community) == {"guilds": 1, "notes": 1, "readings": 1}
