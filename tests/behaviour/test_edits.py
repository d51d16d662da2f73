"""A post is judged by what it says now: edited into a pitch it gets its note, edited clean it loses it."""

import pytest

from .community import Community
from .shown import Entry
from .test_rulings import ANOTHER_PITCH
from .texts import LONG_PITCH, OWN_STORY, PITCH, SMALL_TALK

TYPO = PITCH.replace("floor", "flor")


def shows_no_quote(entry: Entry) -> bool:
    """Say whether nothing of the pitch stands in an entry any more."""
    return not entry.shows("not addictive") and not entry.shows("takes the cravings")


async def test_a_post_edited_into_a_pitch_gets_its_note(community: Community) -> None:
    post = await community.paste(community.general, SMALL_TALK)
    await community.edit(post, PITCH)

    (note,) = community.notes_in(community.general)
    assert note.answers == post.id
    assert len(community.entries()) == 1
    assert community.states() == ["noted"]


async def test_a_post_edited_clean_loses_its_note(community: Community) -> None:
    post = await community.paste(community.general, PITCH)
    await community.edit(post, OWN_STORY)

    assert community.notes_in(community.general) == []
    assert community.states() == ["withdrawn"]
    assert community.notes_kept() == 0
    (entry,) = community.entries()
    assert "edited" in entry.text.lower()
    assert shows_no_quote(entry)


async def test_a_note_taken_back_cools_nothing_down(community: Community) -> None:
    post = await community.paste(community.general, PITCH)
    await community.edit(post, SMALL_TALK)

    (other,) = community.members(1)
    later = await community.paste(community.general, ANOTHER_PITCH, by=other)

    assert [note.answers for note in community.notes_in(community.general)] == [later.id]


@pytest.mark.parametrize("last", [SMALL_TALK, PITCH], ids=["clean", "pitch"])
async def test_a_post_edited_back_and_forth_has_one_case_and_one_entry(
    community: Community, last: str
) -> None:
    await community.restart(cooldown=0)
    post = await community.paste(community.general, last)
    for _ in range(5):
        await community.edit(post, PITCH if last == SMALL_TALK else SMALL_TALK)
        await community.edit(post, last)

    notes = community.notes_in(community.general)
    assert len(notes) <= (last == PITCH)
    assert all(note.answers == post.id for note in notes)
    assert len(community.states()) == 1
    assert len(community.entries()) == 1
    assert community.notes_kept() == len(notes)


@pytest.mark.parametrize("restarted", [False, True])
async def test_a_typo_mended_in_a_standing_pitch_changes_nothing(
    community: Community, restarted: bool
) -> None:
    post = await community.paste(community.general, TYPO)
    (before,) = community.notes_in(community.general)
    if restarted:
        await community.restart(cooldown=0)

    await community.edit(post, PITCH)

    (after,) = community.notes_in(community.general)
    assert after.message.id == before.message.id
    assert len(community.entries()) == 1
    assert community.states() == ["noted"]


async def test_a_post_cleaned_while_it_is_judged_keeps_no_note(community: Community) -> None:
    await community.post_and_edit_at_once(community.general, PITCH, SMALL_TALK)

    assert community.notes_in(community.general) == []
    assert community.notes_kept() == 0
    assert all(shows_no_quote(entry) for entry in community.entries())


async def test_a_post_made_a_pitch_while_it_is_judged_gets_one_note(community: Community) -> None:
    post = await community.post_and_edit_at_once(community.general, SMALL_TALK, PITCH)

    (note,) = community.notes_in(community.general)
    assert note.answers == post.id
    assert community.states() == ["noted"]


async def test_a_pitch_mended_while_it_is_judged_gets_one_note(community: Community) -> None:
    await community.post_and_edit_at_once(community.general, TYPO, PITCH)

    assert len(community.notes_in(community.general)) == 1
    assert len(community.entries()) == 1
    assert community.states() == ["noted"]


async def test_a_post_cleaned_while_its_note_is_sent_loses_the_note(community: Community) -> None:
    await community.post_and_edit_as_the_note_appears(community.general, PITCH, SMALL_TALK)

    assert community.notes_in(community.general) == []
    assert community.states() == ["withdrawn"]


async def test_a_pin_or_a_thread_on_a_pitch_changes_nothing(community: Community) -> None:
    post = await community.paste(community.general, PITCH)
    (before,) = community.entries()

    await community.pin(post, community.moderator)
    await community.open_thread_on(post)

    assert len(community.notes_in(community.general)) == 1
    assert [entry.text for entry in community.entries()] == [before.text]
    assert community.states() == ["noted"]


async def test_a_pin_on_a_post_from_when_it_was_off_does_not_read_it(community: Community) -> None:
    await community.command(community.manager, "mode", mode="off")
    post = await community.paste(community.general, PITCH)
    await community.command(community.manager, "mode", mode="note")

    await community.pin(post, community.moderator)
    await community.open_thread_on(post)

    assert community.notes_in(community.general) == []
    assert community.states() == []


async def test_an_old_post_edited_into_a_pitch_gets_its_note(community: Community) -> None:
    post = await community.paste(community.general, SMALL_TALK)
    await community.restart(while_down=lambda _: community.let_time_go_by_unseen(hours=3))

    await community.edit(post, PITCH)

    (note,) = community.notes_in(community.general)
    assert note.answers == post.id


async def test_an_old_post_edited_clean_loses_its_note(community: Community) -> None:
    post = await community.paste(community.general, PITCH)
    await community.restart(while_down=lambda _: community.let_time_go_by_unseen(hours=3))

    await community.edit(post, SMALL_TALK)

    assert community.notes_in(community.general) == []
    assert community.states() == ["withdrawn"]
    (entry,) = community.entries()
    assert shows_no_quote(entry)


async def test_an_edit_where_it_is_off_is_not_read(community: Community) -> None:
    post = await community.paste(community.general, SMALL_TALK)
    await community.command(community.manager, "mode", mode="off", channel=community.general)

    await community.edit(post, PITCH)

    assert community.notes_in(community.general) == []
    assert community.states() == []


async def test_an_edit_by_a_writer_who_is_exempt_by_now_is_not_read_and_the_note_stays_for_moderators(
    community: Community,
) -> None:
    post = await community.paste(community.general, PITCH)
    await community.command(community.manager, "exempt", member=community.member)

    await community.edit(post, SMALL_TALK)

    assert [note.answers for note in community.notes_in(community.general)] == [post.id]
    await community.press(community.moderator, community.entries()[0], "Dismiss")
    assert community.notes_in(community.general) == []


async def test_a_dismissed_case_stays_dismissed_when_its_post_is_edited(community: Community) -> None:
    post = await community.paste(community.general, PITCH)
    await community.press(community.moderator, community.entries()[0], "Dismiss")

    await community.edit(post, TYPO)
    await community.edit(post, ANOTHER_PITCH)

    assert community.notes_in(community.general) == []
    assert community.states() == ["withdrawn"]
    (entry,) = community.entries()
    assert entry.shows("**Dismissed**")


async def test_a_dismissed_case_loses_its_quotes_when_its_post_is_edited_clean(community: Community) -> None:
    post = await community.paste(community.general, PITCH)
    await community.press(community.moderator, community.entries()[0], "Dismiss")
    assert community.entries()[0].shows("Claims:")

    await community.edit(post, SMALL_TALK)

    (entry,) = community.entries()
    assert not entry.shows("Claims:")
    assert entry.shows("**Dismissed** by", "The note was withdrawn.")


async def test_a_post_edited_into_a_pitch_in_a_cool_down_is_counted(community: Community) -> None:
    (other,) = community.members(1)
    await community.paste(community.general, PITCH, by=other)
    post = await community.paste(community.general, SMALL_TALK)

    await community.edit(post, ANOTHER_PITCH)

    assert len(community.notes_in(community.general)) == 1
    (entry,) = community.entries()
    assert entry.shows("+1 post")


async def test_an_edit_of_the_words_beside_a_pasted_file_leaves_its_note(community: Community) -> None:
    file = ("message.txt", LONG_PITCH.encode())
    post = await community.member.send(community.general, "look at tihs", attachments=[file])

    await community.edit(post, "look at this")

    assert len(community.notes_in(community.general)) == 1
    assert community.states() == ["noted"]


async def test_a_withdrawal_that_discord_refuses_is_made_up_for(community: Community) -> None:
    post = await community.paste(community.general, PITCH)
    (note,) = community.notes_in(community.general)
    community.break_deleting(community.general, note.message.id)
    await community.edit(post, SMALL_TALK)
    assert len(community.notes_in(community.general)) == 1

    await community.restart(while_down=lambda _: community.mend_sending())
    await community.pass_time(minutes=11)

    assert community.notes_in(community.general) == []
    assert community.states() == ["withdrawn"]


async def test_a_note_that_is_right_again_before_it_was_withdrawn_stays(community: Community) -> None:
    post = await community.paste(community.general, PITCH)
    (before,) = community.notes_in(community.general)
    community.break_deleting(community.general, before.message.id)
    await community.edit(post, SMALL_TALK)
    assert shows_no_quote(community.entries()[0])

    await community.edit(post, ANOTHER_PITCH)
    community.mend_sending()
    await community.pass_time(minutes=11)

    (after,) = community.notes_in(community.general)
    assert after.message.id == before.message.id
    assert community.states() == ["noted"]
    (entry,) = community.entries()
    assert entry.shows("**Note sent**", "not addictive")


async def test_a_note_that_stays_is_withdrawn_when_its_post_is_clean_once_more(community: Community) -> None:
    post = await community.paste(community.general, PITCH)
    (note,) = community.notes_in(community.general)
    community.break_deleting(community.general, note.message.id)
    await community.edit(post, SMALL_TALK)
    await community.edit(post, PITCH)
    community.mend_sending()

    await community.edit(post, SMALL_TALK)

    assert community.notes_in(community.general) == []
    assert community.states() == ["withdrawn"]


async def test_a_note_that_only_waits_for_its_withdrawal_covers_nothing(community: Community) -> None:
    (other,) = community.members(1)
    post = await community.paste(community.general, PITCH)
    (note,) = community.notes_in(community.general)
    community.break_deleting(community.general, note.message.id)
    await community.edit(post, SMALL_TALK)

    pitch = await community.paste(community.general, ANOTHER_PITCH, by=other)

    assert [each.answers for each in community.notes_in(community.general)] == [post.id, pitch.id]


@pytest.mark.parametrize("by_hand", [False, True], ids=["by Signpost", "by a moderator"])
async def test_an_entry_stops_saying_that_its_note_is_still_to_go_once_it_is_gone(
    community: Community, by_hand: bool
) -> None:
    post = await community.paste(community.general, PITCH)
    (note,) = community.notes_in(community.general)
    community.break_deleting(community.general, note.message.id)
    await community.edit(post, SMALL_TALK)
    (waiting,) = community.entries()
    assert waiting.shows("Its note could not be deleted yet")

    community.mend_sending()
    if by_hand:
        await community.moderator.delete(note.message)
    await community.pass_time(minutes=11)

    assert community.notes_in(community.general) == []
    assert community.states() == ["withdrawn"]
    (entry,) = community.entries()
    assert entry.shows("**Note withdrawn**")
    assert not entry.shows("could not be deleted")


async def test_a_dismissed_case_edited_clean_stops_saying_that_its_note_is_still_to_go(
    community: Community,
) -> None:
    post = await community.paste(community.general, PITCH)
    (note,) = community.notes_in(community.general)
    community.break_deleting(community.general, note.message.id)
    await community.press(community.moderator, community.entries()[0], "Dismiss")
    await community.edit(post, SMALL_TALK)

    community.mend_sending()
    await community.pass_time(minutes=11)

    (entry,) = community.entries()
    assert entry.shows("**Note withdrawn**", "**Dismissed** by", "The note was withdrawn.")
    assert not entry.shows("could not be deleted")
