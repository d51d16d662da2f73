"""Entries that were sent and not recorded, for a crash or a lost answer: taken up, and struck like others."""

import sqlite3

import pytest

from .community import Community
from .test_deletions import MARKED, MARKER, tells_nothing
from .texts import OWN_STORY

TALK = "who takes the late shift on sunday?"


def forget_the_entry(connection: sqlite3.Connection) -> None:
    """Leave the store as a crash would between the entry and the ledger's line about it."""
    connection.execute("UPDATE cases SET entry_due = 1, entry_id = NULL, entry_channel_id = NULL")


async def lose_entry(community: Community) -> None:
    """Let Signpost crash after its last entry and come back an hour later."""

    def crash(connection: sqlite3.Connection) -> None:
        forget_the_entry(connection)
        community.let_time_go_by_unseen(hours=1)

    await community.restart(while_down=crash)


async def test_an_entry_sent_before_a_crash_is_taken_up_and_not_doubled(community: Community) -> None:
    post = await community.paste(community.general, MARKED)
    await lose_entry(community)

    (entry,) = community.entries()
    assert entry.shows(MARKER)
    await community.member.delete(post)
    assert tells_nothing(community.entries()[0])


async def test_an_entry_sent_before_a_crash_loses_the_quotes_of_a_post_that_went(
    community: Community,
) -> None:
    post = await community.paste(community.general, MARKED)

    def crash(connection: sqlite3.Connection) -> None:
        forget_the_entry(connection)
        community.delete_unseen(community.general, post.id)

    await community.restart(while_down=crash)

    (entry,) = community.entries()
    assert tells_nothing(entry)


async def test_an_entry_that_came_late_is_found_under_what_was_said_before(community: Community) -> None:
    community.break_sending(community.mod_log)
    await community.paste(community.general, MARKED)
    for _ in range(250):
        community.write_unseen(community.mod_log, TALK, by=community.moderator)
    community.mend_sending()
    await community.pass_time(minutes=11)

    await lose_entry(community)

    assert len(community.entries()) == 1


async def test_each_lost_entry_goes_to_its_own_case(community: Community) -> None:
    await community.restart(cooldown=0)
    gone, stays = [
        await community.paste(community.general, MARKED, by=member) for member in community.members(2)
    ]
    await lose_entry(community)
    assert len(community.entries()) == 2

    await community.moderator.delete(gone)

    first, second = community.entries()
    assert tells_nothing(first)
    assert second.shows(MARKER, str(stays.id))


async def test_a_ruling_that_came_meanwhile_is_shown_on_the_entry_taken_up(community: Community) -> None:
    await community.paste(community.general, MARKED)

    def crash(connection: sqlite3.Connection) -> None:
        forget_the_entry(connection)
        ruled = "UPDATE cases SET ruling = 'confirmed', ruled_by = ?, ruled_at = opened_at"
        connection.execute(ruled, (community.moderator.id,))

    await community.restart(while_down=crash)

    (entry,) = community.entries()
    assert entry.shows("**Confirmed**", community.moderator.mention)


@pytest.mark.parametrize("status", [403, 503])
async def test_a_log_that_cannot_be_searched_stops_no_case(community: Community, status: int) -> None:
    await community.paste(community.general, MARKED)
    community.break_reading(community.mod_log, status)
    await lose_entry(community)

    community.mend_sending()
    await community.pass_time(minutes=11)

    assert community.states() == ["noted"]
    assert all(entry.shows("**Note sent**") for entry in community.entries())


async def test_a_post_edited_clean_before_its_lost_entry_is_found_leaves_no_quotes(
    community: Community,
) -> None:
    post = await community.paste(community.general, MARKED)
    community.break_reading(community.mod_log, 503)
    await lose_entry(community)
    community.mend_sending()

    await community.edit(post, OWN_STORY)

    (entry,) = community.entries()
    assert not entry.shows(MARKER)
