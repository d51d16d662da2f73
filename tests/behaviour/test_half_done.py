"""Cases that a crash or a fault left half done, in the orders in which they can go wrong."""

import sqlite3

import pytest

from bot.posts.fetch import Fetched, FetchError
from bot.posts.post import WhyUnread

from .community import Community
from .test_deletions import MARKED, everything_is_empty, tells_nothing
from .texts import LONG_PITCH, OWN_STORY, PITCH

POST_IS_GONE = "Invalid Form Body\nIn message_reference: Unknown message"


async def test_a_note_that_outlived_its_post_unseen_is_found_and_goes_to_the_next(
    community: Community,
) -> None:
    first = await community.paste(community.general, PITCH)
    second = await community.paste(community.general, PITCH)

    def crash_before_it_was_recorded(connection: sqlite3.Connection) -> None:
        connection.execute("DELETE FROM notes")
        connection.execute(
            "UPDATE cases SET state = 'sending', notes_sent = 0 WHERE message_id = ?", (first.id,)
        )
        community.delete_unseen(community.general, first.id)

    await community.restart(while_down=crash_before_it_was_recorded)

    assert [note.answers for note in community.notes_in(community.general)] == [second.id]
    assert community.states() == ["deleted", "noted"]


async def test_without_a_cooldown_posts_of_the_same_second_each_get_a_note(community: Community) -> None:
    await community.restart(cooldown=0)

    for member in community.members(5):
        community.env.backend.create_message(community.general.id, member.id, PITCH)
        community.env.backend.advance_clock(0.05)
    await community.env.settle()

    assert len(community.notes_in(community.general)) == 5


async def test_a_post_known_to_be_deleted_leaves_no_quotes_in_the_log(community: Community) -> None:
    community.break_sending(community.general, status=400, code=50035, message=POST_IS_GONE)

    await community.paste(community.general, PITCH)

    assert community.states() == ["deleted first"]
    assert community.entries() == []


async def test_a_file_that_cannot_be_read_just_then_is_read_later(
    community: Community, monkeypatch: pytest.MonkeyPatch
) -> None:
    community.break_sending(community.general)
    await community.paste(community.general, LONG_PITCH)

    async def slow(*_: object) -> Fetched:
        raise FetchError(WhyUnread.SLOW)

    with monkeypatch.context() as patched:
        patched.setattr(type(community.fetch), "__call__", slow)
        await community.restart(while_down=lambda _: community.mend_sending())
        assert community.states() == ["sending"]
    await community.pass_time(minutes=11)

    assert community.states() == ["noted"]


async def test_notes_held_up_in_one_channel_do_not_arrive_together(community: Community) -> None:
    community.break_sending(community.general)
    await community.paste(community.general, PITCH)
    community.let_time_go_by_unseen(hours=0.6)
    await community.paste(community.general, PITCH)
    community.mend_sending()

    await community.pass_time(minutes=11)

    assert len(community.notes_in(community.general)) == 1
    assert community.states() == ["noted", "silenced"]


async def test_a_channel_that_cannot_be_read_for_a_while_loses_no_note(community: Community) -> None:
    community.break_sending(community.general)
    await community.paste(community.general, PITCH)
    await community.refuse(community.general, read_message_history=False)
    await community.pass_time(minutes=5)
    assert community.states() == ["sending"]

    await community.refuse(community.general)
    community.mend_sending()
    await community.pass_time(minutes=11)

    assert community.states() == ["noted"]


async def test_a_channel_that_stays_shut_ends_its_cases_after_a_day(community: Community) -> None:
    community.break_sending(community.general)
    for member in community.members(2):
        await community.paste(community.general, PITCH, by=member)
    await community.refuse(community.general, view_channel=False)
    community.mend_sending()
    community.break_reading_posts(community.general, 403)
    await community.pass_time(minutes=11)
    assert community.states() == ["sending", "silenced"]
    (told,) = community.told()
    assert "Missing: View Channel, " in told

    await community.restart(while_down=lambda _: community.let_time_go_by_unseen(hours=25))

    assert community.states() == ["lapsed", "lapsed"]
    assert community.told() == [told]
    assert community.entries() == []


async def test_a_post_that_discord_does_not_show_is_told_of_once_and_ends_after_a_day(
    community: Community,
) -> None:
    community.break_sending(community.general)
    await community.paste(community.general, PITCH)
    community.mend_sending()
    community.break_reading_posts(community.general, 403)

    for _ in range(3):
        await community.pass_time(minutes=11)
        await community.restart(while_down=lambda _: community.let_time_go_by_unseen(hours=12))

    assert community.states() == ["lapsed"]
    assert len(community.told()) == 1


async def test_an_entry_that_is_due_for_a_post_that_cannot_be_read_any_more_is_let_go(
    community: Community,
) -> None:
    community.break_sending(community.mod_log)
    post = await community.paste(community.general, PITCH)
    community.mend_sending()
    community.break_reading_posts(community.general, 403)
    await community.restart(while_down=lambda _: community.let_time_go_by_unseen(hours=25))
    await community.pass_time(minutes=11)

    community.mend_sending()
    await community.pass_time(minutes=11)

    assert [note.answers for note in community.notes_in(community.general)] == [post.id]
    assert community.entries() == []


async def test_a_pitch_mended_while_its_note_was_held_up_leaves_nothing_in_the_log(
    community: Community,
) -> None:
    community.break_sending(community.general)
    post = await community.paste(community.general, PITCH)
    await community.edit(post, OWN_STORY)
    community.mend_sending()

    await community.pass_time(minutes=11)

    assert community.states() == ["lapsed"]
    assert community.entries() == []


async def test_a_post_whose_note_lapsed_gets_one_when_it_is_a_pitch_again(community: Community) -> None:
    community.break_sending(community.general)
    post = await community.paste(community.general, PITCH)
    await community.edit(post, OWN_STORY)
    community.mend_sending()
    await community.pass_time(minutes=11)

    await community.edit(post, PITCH)

    assert [note.answers for note in community.notes_in(community.general)] == [post.id]
    assert community.states() == ["noted"]


async def test_a_post_edited_clean_leaves_its_note_to_the_next(community: Community) -> None:
    community.break_sending(community.general)
    first, second = community.members(2)
    cleaned = await community.paste(community.general, PITCH, by=first)
    stands = await community.paste(community.general, PITCH, by=second)
    await first.edit(cleaned, OWN_STORY)
    community.mend_sending()

    await community.pass_time(minutes=11)

    assert [note.answers for note in community.notes_in(community.general)] == [stands.id]
    assert community.states() == ["lapsed", "noted"]


async def test_an_entry_that_discord_refuses_is_not_tried_for_ever(community: Community) -> None:
    community.break_sending(community.mod_log, status=400, code=50035, message="Invalid Form Body")
    await community.paste(community.general, PITCH)
    tried = len(community.sent(community.mod_log))

    for _ in range(5):
        await community.pass_time(minutes=11)

    assert len(community.sent(community.mod_log)) == tried


async def test_an_entry_written_late_shows_the_decision_that_was_taken(community: Community) -> None:
    community.break_sending(community.mod_log)
    await community.paste(community.general, PITCH)
    await community.command(community.manager, "mode", mode="observe")
    community.mend_sending()

    await community.pass_time(minutes=11)

    (entry,) = community.entries()
    assert entry.shows("Decision: note – reads as a pitch")


@pytest.mark.parametrize("where", ["general", "mod_log"], ids=["its late note", "its late entry"])
async def test_a_post_deleted_as_signpost_catches_up_leaves_nothing(community: Community, where: str) -> None:
    awaited = {"general": community.general, "mod_log": community.mod_log}[where]
    community.break_sending(awaited)
    post = await community.paste(community.general, MARKED)
    community.mend_sending()
    community.delete_as_signpost_writes(awaited, post)

    await community.pass_time(minutes=11)

    assert community.notes_in(community.general) == []
    assert community.notes_kept() == 0
    assert everything_is_empty(community)
    assert all(tells_nothing(entry) for entry in community.entries())


async def test_a_post_edited_clean_as_its_late_note_appears_keeps_no_note(community: Community) -> None:
    community.break_sending(community.general)
    post = await community.paste(community.general, PITCH)
    community.mend_sending()
    community.edit_as_signpost_writes(community.general, post, OWN_STORY)

    await community.pass_time(minutes=11)

    assert community.notes_in(community.general) == []
    assert community.states() == ["withdrawn"]
