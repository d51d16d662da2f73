"""Never twice, never lost: what a crash or a fault of Discord's held up is finished once, or closed."""

import sqlite3

from .community import Community
from .texts import LONG_PITCH, OWN_STORY, PITCH

GONE = "Invalid Form Body\nIn message_reference: Unknown message"
"""What Discord says of a reply to a post that was deleted, as discord.py puts it into words."""


def forget_that_it_was_sent(connection: sqlite3.Connection) -> None:
    """Leave the store as a crash would between the note and the ledger's line about it."""
    connection.execute("DELETE FROM notes")
    connection.execute("UPDATE cases SET state = 'sending', notes_sent = 0")


def notes_kept(community: Community) -> int:
    """Count the notes that the store knows."""
    with sqlite3.connect(community.database) as connection:
        return connection.execute("SELECT count(*) FROM notes").fetchone()[0]


async def test_a_fault_of_discords_leaves_the_case_to_be_tried_again(community: Community) -> None:
    community.break_sending(community.general)

    await community.paste(community.general, PITCH)

    assert community.states() == ["sending"]
    assert community.entries() == []


async def test_the_note_is_sent_once_when_discord_is_well_again(community: Community) -> None:
    community.break_sending(community.general)
    post = await community.paste(community.general, PITCH)
    community.mend_sending()

    await community.pass_time(minutes=11)
    await community.pass_time(minutes=30)

    (note,) = community.notes_in(community.general)
    assert note.answers == post.id
    (entry,) = community.entries()
    assert entry.shows("**Note sent**")
    assert community.states() == ["noted"]


async def test_a_second_try_carries_the_nonce_of_the_first(community: Community) -> None:
    community.break_sending(community.general)
    await community.paste(community.general, PITCH)
    community.mend_sending()
    await community.pass_time(minutes=11)

    nonces = [body["nonce"] for body in community.sent(community.general)]
    assert len(nonces) >= 2
    assert len(set(nonces)) == 1


async def test_what_was_pasted_during_the_fault_is_counted_on_the_late_note(community: Community) -> None:
    community.break_sending(community.general)
    for member in community.members(3):
        await community.paste(community.general, PITCH, by=member)
    community.mend_sending()
    await community.pass_time(minutes=11)

    assert community.states() == ["noted", "silenced", "silenced"]
    (entry,) = community.entries()
    assert entry.shows("+2 posts")


async def test_a_restart_during_the_fault_sends_the_note_once(community: Community) -> None:
    community.break_sending(community.general)
    post = await community.paste(community.general, LONG_PITCH)

    await community.restart(while_down=lambda _: community.mend_sending())

    (note,) = community.notes_in(community.general)
    assert note.answers == post.id
    assert len(community.entries()) == 1
    assert community.states() == ["noted"]


async def test_a_note_that_was_sent_before_the_crash_is_recorded_not_doubled(community: Community) -> None:
    await community.paste(community.general, PITCH)

    await community.restart(while_down=forget_that_it_was_sent)

    assert len(community.notes_in(community.general)) == 1
    assert community.states() == ["noted"]
    assert notes_kept(community) == 1


async def test_a_note_found_again_still_counts_for_the_cooldown(community: Community) -> None:
    await community.paste(community.general, PITCH)
    await community.restart(while_down=forget_that_it_was_sent)

    await community.paste(community.general, PITCH)

    assert len(community.notes_in(community.general)) == 1


async def test_somebody_elses_reply_is_not_taken_for_the_note(community: Community) -> None:
    community.break_sending(community.general)
    post = await community.paste(community.general, PITCH)
    await community.moderator.send(community.general, "please don't", reply_to=post)

    await community.restart(while_down=lambda _: community.mend_sending())

    (note,) = community.notes_in(community.general)
    assert note.answers == post.id


async def test_an_entry_that_a_crash_held_up_is_written(community: Community) -> None:
    await community.paste(community.general, PITCH)
    (lost,) = community.entries()

    def crash_before_the_entry(connection: sqlite3.Connection) -> None:
        community.delete_unseen(community.mod_log, lost.message.id)
        connection.execute("UPDATE cases SET entry_due = 1, entry_id = NULL, entry_channel_id = NULL")

    await community.restart(while_down=crash_before_the_entry)

    (entry,) = community.entries()
    assert entry.shows("**Note sent**", "not addictive")
    assert len(community.notes_in(community.general)) == 1


async def test_a_post_deleted_before_its_note_is_closed_and_nothing_sent(community: Community) -> None:
    community.break_sending(community.general, status=400, code=50035, message=GONE)

    await community.paste(community.general, PITCH)

    assert community.states() == ["deleted first"]
    assert community.notes_in(community.general) == []
    community.mend_sending()
    await community.pass_time(minutes=11)
    assert community.notes_in(community.general) == []


async def test_an_invalid_note_is_not_taken_for_a_deleted_post(community: Community) -> None:
    community.break_sending(community.general, status=400, code=50035, message="Invalid Form Body")

    await community.paste(community.general, PITCH)

    assert community.states() == ["refused"]


async def test_a_post_deleted_while_signpost_was_down_is_closed(community: Community) -> None:
    community.break_sending(community.general)
    post = await community.paste(community.general, PITCH)

    def delete_the_post(_: sqlite3.Connection) -> None:
        community.mend_sending()
        community.delete_unseen(community.general, post.id)

    await community.restart(while_down=delete_the_post)

    assert community.states() == ["deleted first"]
    assert community.notes_in(community.general) == []


async def test_a_channel_deleted_meanwhile_closes_its_case(community: Community) -> None:
    community.break_sending(community.general)
    await community.paste(community.general, PITCH)
    await community.delete_channel(community.general)
    community.mend_sending()

    await community.pass_time(minutes=11)

    assert community.states() == ["deleted first"]


async def test_a_note_that_comes_a_day_late_is_not_sent(community: Community) -> None:
    community.break_sending(community.general)
    await community.paste(community.general, PITCH)

    def wait_a_day(_: sqlite3.Connection) -> None:
        community.mend_sending()
        community.let_time_go_by_unseen(hours=25)

    await community.restart(while_down=wait_a_day)

    assert community.states() == ["lapsed"]
    assert community.notes_in(community.general) == []
    (entry,) = community.entries()
    assert entry.shows("**Too late for a note**", "Decision: note, not sent")


async def test_a_channel_switched_off_meanwhile_is_not_read_again(community: Community) -> None:
    community.break_sending(community.general)
    await community.paste(community.general, LONG_PITCH)
    await community.command(community.manager, "mode", mode="off", channel=community.general)
    community.mend_sending()
    community.fetch.asked.clear()

    await community.pass_time(minutes=11)

    assert community.fetch.asked == []
    assert community.states() == ["lapsed"]
    assert community.notes_in(community.general) == []
    assert community.entries() == []


async def test_a_channel_that_only_observes_now_gets_no_late_note(community: Community) -> None:
    community.break_sending(community.general)
    await community.paste(community.general, PITCH)
    await community.command(community.manager, "mode", mode="observe")
    community.mend_sending()

    await community.pass_time(minutes=11)

    assert community.states() == ["lapsed"]
    assert community.notes_in(community.general) == []


async def test_a_post_edited_clean_meanwhile_gets_no_late_note(community: Community) -> None:
    community.break_sending(community.general)
    post = await community.paste(community.general, PITCH)
    await community.member.edit(post, OWN_STORY)
    community.mend_sending()

    await community.pass_time(minutes=11)

    assert community.states() == ["lapsed"]
    assert community.notes_in(community.general) == []


async def test_one_case_that_stays_broken_keeps_no_other_waiting(community: Community) -> None:
    community.break_sending(community.general)
    community.break_sending(community.recovery)
    await community.paste(community.general, PITCH)
    await community.paste(community.recovery, PITCH)
    community.mend_sending()
    community.break_sending(community.general)

    await community.pass_time(minutes=11)

    assert community.states() == ["sending", "noted"]
    assert len(community.notes_in(community.recovery)) == 1


async def test_discord_saying_ready_again_doubles_nothing(community: Community) -> None:
    await community.paste(community.general, PITCH)

    await community.say_ready_again()
    await community.say_ready_again()

    assert len(community.notes_in(community.general)) == 1
    assert len(community.entries()) == 1


async def test_no_pitch_stays_unanswered_because_an_earlier_one_was_deleted(community: Community) -> None:
    community.break_sending(community.general)
    first, second = community.members(2)
    gone = await community.paste(community.general, PITCH, by=first)
    stays = await community.paste(community.general, PITCH, by=second)
    await first.delete(gone)
    community.mend_sending()

    await community.pass_time(minutes=11)

    assert [note.answers for note in community.notes_in(community.general)] == [stays.id]
