"""What its writer or a moderator deletes leaves nothing behind: no note, quote or name, no row that tells."""

import pytest

from .community import Community
from .shown import Entry
from .test_privacy import MARKER
from .texts import PITCH, SMALL_TALK

MARKED = PITCH.replace("it is not addictive", f"{MARKER} is not addictive")
"""A pitch whose quotes name what no other text does."""


def tells_nothing(entry: Entry) -> bool:
    """Say whether an entry shows neither a quote nor the writer any more."""
    return not any(entry.shows(each) for each in (MARKER, "addictive", "cravings", "<@"))


def everything_is_empty(community: Community) -> bool:
    """Say whether every case is closed as deleted and holds nothing of its post."""
    return {(kept.state, kept.empty) for kept in community.kept()} == {("deleted", True)}


async def test_deleting_a_post_deletes_its_note_and_empties_its_case(community: Community) -> None:
    post = await community.paste(community.general, MARKED)
    (before,) = community.kept()
    assert not before.empty

    await community.member.delete(post)

    assert community.notes_in(community.general) == []
    (after,) = community.kept()
    assert (after.state, after.empty) == ("deleted", True)
    assert community.notes_kept() == 0


async def test_deleting_a_post_strikes_quotes_and_writer_from_the_entry(community: Community) -> None:
    post = await community.paste(community.general, MARKED)
    (before,) = community.entries()
    assert before.shows(MARKER, community.member.mention)

    await community.moderator.delete(post)

    (after,) = community.entries()
    assert tells_nothing(after)
    assert "deleted" in after.text.lower()


async def test_posts_deleted_together_take_their_notes_along(community: Community) -> None:
    await community.restart(cooldown=0)
    posts = [await community.paste(community.general, MARKED, by=each) for each in community.members(3)]
    kept = await community.paste(community.general, SMALL_TALK)
    assert len(community.notes_in(community.general)) == 3

    await community.clear(community.general, [*(post.id for post in posts), kept.id])

    assert community.notes_in(community.general) == []
    assert len(community.kept()) == 3
    assert everything_is_empty(community)
    assert all(tells_nothing(entry) for entry in community.entries())


async def test_ten_pastes_deleted_together_leave_nothing(community: Community) -> None:
    posts = await community.all_at_once(community.general, MARKED, 10)
    assert community.entries()[0].shows("+9 posts")

    await community.clear(community.general, posts)

    assert community.notes_in(community.general) == []
    assert len(community.kept()) == 10
    assert everything_is_empty(community)
    (entry,) = community.entries()
    assert not entry.shows(MARKER)


async def test_a_post_deleted_together_with_its_note_is_the_same(community: Community) -> None:
    post = await community.paste(community.general, MARKED)
    (note,) = community.notes_in(community.general)

    await community.clear(community.general, [post.id, note.message.id])

    assert everything_is_empty(community)
    assert community.notes_kept() == 0
    assert tells_nothing(community.entries()[0])


async def test_one_post_of_several_deleted_leaves_the_others_as_they_are(community: Community) -> None:
    await community.restart(cooldown=0)
    writer, other = community.members(2)
    gone = await community.paste(community.general, MARKED, by=writer)
    stays = await community.paste(community.general, MARKED, by=other)

    await writer.delete(gone)

    assert [note.answers for note in community.notes_in(community.general)] == [stays.id]
    assert community.states() == ["deleted", "noted"]
    first, second = community.entries()
    assert tells_nothing(first)
    assert second.shows(MARKER, other.mention)


async def test_a_silenced_post_deleted_leaves_nothing_and_the_note_stands(community: Community) -> None:
    (other,) = community.members(1)
    stays = await community.paste(community.general, PITCH, by=other)
    gone = await community.paste(community.general, MARKED)

    await community.member.delete(gone)

    assert [note.answers for note in community.notes_in(community.general)] == [stays.id]
    first, second = community.kept()
    assert (first.state, first.empty) == ("noted", False)
    assert (second.state, second.empty) == ("deleted", True)


async def test_an_entry_counts_no_post_that_was_deleted(community: Community) -> None:
    (other,) = community.members(1)
    await community.paste(community.general, PITCH, by=other)
    gone = await community.paste(community.general, MARKED)
    assert community.entries()[0].shows("+1 post", str(gone.id))

    await community.member.delete(gone)

    (entry,) = community.entries()
    assert not entry.shows("+1 post")
    assert not entry.shows(str(gone.id))
    assert entry.shows("Note sent", other.mention)


async def test_an_observed_post_deleted_is_struck_from_the_log(community: Community) -> None:
    await community.command(community.manager, "mode", mode="observe")
    post = await community.paste(community.general, MARKED)
    assert community.entries()[0].shows(MARKER)

    await community.member.delete(post)

    assert tells_nothing(community.entries()[0])
    assert everything_is_empty(community)


async def test_without_a_log_a_deletion_takes_the_note_along(newcomer: Community) -> None:
    post = await newcomer.paste(newcomer.general, MARKED)

    await newcomer.member.delete(post)

    assert newcomer.notes_in(newcomer.general) == []
    assert everything_is_empty(newcomer)


async def test_a_post_gone_before_its_note_gets_none(community: Community) -> None:
    await community.post_and_delete_at_once(community.general, MARKED)

    assert community.notes_in(community.general) == []
    assert all(state == "deleted first" for state in community.states())
    assert all(kept.empty for kept in community.kept())
    assert community.entries() == []


@pytest.mark.parametrize("together", [False, True], ids=["alone", "with its note"])
async def test_a_post_deleted_while_its_note_is_sent_keeps_no_note(
    community: Community, together: bool
) -> None:
    await community.post_and_delete_as_the_note_appears(community.general, MARKED, together=together)

    assert community.notes_in(community.general) == []
    assert community.notes_kept() == 0
    assert everything_is_empty(community)
    assert all(tells_nothing(entry) for entry in community.entries())


async def test_a_note_that_a_moderator_deletes_is_not_its_post(community: Community) -> None:
    await community.paste(community.general, MARKED)
    (note,) = community.notes_in(community.general)

    await community.moderator.delete(note.message)

    assert community.states() == ["noted"]
    (kept,) = community.kept()
    assert not kept.empty
    assert community.entries()[0].shows(MARKER, community.member.mention)


async def test_a_deleted_channel_leaves_no_case_that_tells_anything(community: Community) -> None:
    await community.paste(community.recovery, MARKED)

    await community.delete_channel(community.recovery)

    assert everything_is_empty(community)
    assert community.notes_kept() == 0
    assert tells_nothing(community.entries()[0])


async def test_a_deleted_thread_leaves_no_case_that_tells_anything(community: Community) -> None:
    thread = await community.open_thread(community.general, "sleepless")
    await community.paste(thread, MARKED)
    stays = await community.paste(community.general, PITCH)

    await community.delete_channel(thread)

    assert community.states() == ["deleted", "noted"]
    assert community.kept()[0].empty
    assert tells_nothing(community.entries()[0])
    assert [note.answers for note in community.notes_in(community.general)] == [stays.id]


async def test_the_sleeping_threads_of_a_deleted_channel_leave_nothing(community: Community) -> None:
    thread = await community.open_thread(community.general, "sleepless")
    question = await community.forum_post("what helped you?", MARKED)
    stays = await community.open_thread(community.recovery, "still here")
    for place in (thread, stays):
        await community.paste(place, MARKED)
    for place in (thread, question):
        await community.archive(place)

    await community.delete_channel(community.general)
    await community.delete_channel(community.forum)

    assert sorted(community.states()) == ["deleted", "deleted", "noted"]
    assert community.notes_kept() == 1
    await community.pass_time(minutes=3)
    assert sum(not tells_nothing(entry) for entry in community.entries()) == 1


async def test_a_deletion_after_a_restart_is_the_same(community: Community) -> None:
    post = await community.paste(community.general, MARKED)
    await community.restart()

    await community.member.delete(post)

    assert community.notes_in(community.general) == []
    assert everything_is_empty(community)
    assert tells_nothing(community.entries()[0])


async def test_a_deletion_where_it_is_off_by_now_is_the_same(community: Community) -> None:
    post = await community.paste(community.general, MARKED)
    await community.command(community.manager, "mode", mode="off")

    await community.member.delete(post)

    assert community.notes_in(community.general) == []
    assert everything_is_empty(community)


async def test_a_deletion_by_a_writer_who_is_exempt_by_now_is_the_same(community: Community) -> None:
    post = await community.paste(community.general, MARKED)
    await community.command(community.manager, "exempt", member=community.member)
    assert len(community.notes_in(community.general)) == 1, "an exemption takes nothing back"

    await community.member.delete(post)

    assert community.notes_in(community.general) == []
    assert everything_is_empty(community)
    assert tells_nothing(community.entries()[0])


async def test_a_note_that_discord_keeps_for_a_while_is_withdrawn_later(community: Community) -> None:
    post = await community.paste(community.general, MARKED)
    (note,) = community.notes_in(community.general)
    community.break_deleting(community.general, note.message.id)
    await community.member.delete(post)
    assert len(community.notes_in(community.general)) == 1
    (kept,) = community.kept()
    assert kept.empty, "what is kept does not wait for Discord"

    community.mend_sending()
    await community.pass_time(minutes=11)

    assert community.notes_in(community.general) == []
    assert community.states() == ["deleted"]


async def test_an_entry_that_cannot_be_changed_for_a_while_is_struck_later(community: Community) -> None:
    post = await community.paste(community.general, MARKED)
    (entry,) = community.entries()
    community.break_editing(community.mod_log, entry.message.id)
    await community.member.delete(post)
    assert community.entries()[0].shows(MARKER)

    community.mend_sending()
    await community.pass_time(minutes=11)

    assert tells_nothing(community.entries()[0])


async def test_a_refused_strike_is_tried_again_once_the_permission_is_back(community: Community) -> None:
    post = await community.paste(community.general, MARKED)
    (entry,) = community.entries()
    await community.refuse(community.mod_log, view_channel=False)
    community.break_editing(community.mod_log, entry.message.id, status=403)
    await community.member.delete(post)
    asked = community.asked_to_edit(community.mod_log)
    assert asked == 1

    await community.pass_time(minutes=11)

    assert community.asked_to_edit(community.mod_log) == asked
    community.mend_sending()
    await community.refuse(community.mod_log)
    await community.pass_time(minutes=11)
    assert tells_nothing(community.entries()[0])


async def test_a_strike_refused_for_no_permission_is_tried_again_after_a_restart(
    community: Community,
) -> None:
    post = await community.paste(community.general, MARKED)
    (entry,) = community.entries()
    community.break_editing(community.mod_log, entry.message.id, status=403)
    await community.member.delete(post)
    await community.pass_time(minutes=11)
    assert community.asked_to_edit(community.mod_log) == 1

    await community.restart(while_down=lambda _: community.mend_sending())

    assert tells_nothing(community.entries()[0])


async def test_a_restart_in_between_forgets_neither_note_nor_quotes(community: Community) -> None:
    post = await community.paste(community.general, MARKED)
    (note,), (entry,) = community.notes_in(community.general), community.entries()
    community.break_deleting(community.general, note.message.id)
    community.break_editing(community.mod_log, entry.message.id)
    await community.member.delete(post)

    await community.restart(while_down=lambda _: community.mend_sending())
    await community.pass_time(minutes=11)

    assert community.notes_in(community.general) == []
    assert tells_nothing(community.entries()[0])
    assert community.states() == ["deleted"]
