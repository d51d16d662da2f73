"""Pieces that are deleted or edited: what is left is judged again, and nothing quotes what is gone."""

import pytest

from .community import Community
from .test_deletions import tells_nothing
from .test_pieces import paste_in_pieces
from .test_privacy import MARKER
from .texts import LINK, OWN_STORY, PIECES, PITCH, SMALL_TALK

SECOND_PITCH = (
    "Chronic pain? Kratom relieves pain better than any prescription opioid. It is completely safe and not "
    "addictive, it eases withdrawal within days, and there are no side effects. Buy it with my code. It "
    "lifts your mood on the first morning, and you will sleep again like a child."
)
"""Long enough to be a piece, and a pitch by itself."""

MARKED_PIECES = (PIECES[0], PIECES[1].replace("within the hour", f"within a {MARKER}"), *PIECES[2:])
"""The second one says what no other text does."""


def answered(community: Community) -> list[int | None]:
    """Return the posts in general that have a note."""
    return [note.answers for note in community.notes_in(community.general)]


async def test_the_second_of_two_pitches_is_answered_when_the_first_is_deleted(community: Community) -> None:
    first = await community.paste(community.general, PITCH)
    second = await community.paste(community.general, SECOND_PITCH)
    assert answered(community) == [first.id]

    await community.member.delete(first)

    assert answered(community) == [second.id]
    assert community.states() == ["deleted", "noted"]
    struck, shown = community.entries()
    assert tells_nothing(struck)
    assert shown.shows(str(second.id), community.member.mention)


async def test_the_second_of_two_pitches_is_answered_when_the_first_is_edited_clean(
    community: Community,
) -> None:
    first = await community.paste(community.general, PITCH)
    second = await community.paste(community.general, SECOND_PITCH)

    await community.edit(first, SMALL_TALK)

    assert answered(community) == [second.id]
    assert community.states() == ["withdrawn", "noted"]


async def test_two_pitches_edited_clean_one_after_the_other_leave_no_note(community: Community) -> None:
    first = await community.paste(community.general, PITCH)
    second = await community.paste(community.general, SECOND_PITCH)
    await community.edit(first, SMALL_TALK)

    await community.edit(second, SMALL_TALK)

    assert answered(community) == []
    assert community.states() == ["withdrawn", "withdrawn"]


async def test_a_restart_changes_nothing_of_that(community: Community) -> None:
    first = await community.paste(community.general, PITCH)
    second = await community.paste(community.general, SECOND_PITCH)
    await community.restart()

    await community.member.delete(first)

    assert answered(community) == [second.id]


async def test_deleting_another_piece_does_not_open_the_run_again(community: Community) -> None:
    await community.restart(cooldown=0)
    first = await community.paste(community.general, PITCH)
    gone = await community.paste(community.general, SECOND_PITCH)
    await community.member.delete(gone)

    await community.paste(community.general, f"{PIECES[1]} {PIECES[3]} Kratom, that is.")

    assert answered(community) == [first.id]
    assert community.states() == ["noted"]


async def test_what_a_deleted_piece_said_leaves_the_entry_while_the_rest_keeps_its_note(
    community: Community,
) -> None:
    first, second, *_ = await paste_in_pieces(community, community.general, MARKED_PIECES)
    (before,) = community.entries()
    assert before.shows(MARKER)

    await community.member.delete(second)

    assert answered(community) == [first.id]
    (after,) = community.entries()
    assert not after.shows(MARKER)
    assert after.shows("as 3 messages read together", community.member.mention)
    assert community.states() == ["noted"]


async def test_what_an_edited_piece_said_leaves_the_entry_also_after_a_restart(community: Community) -> None:
    first, second, *_ = await paste_in_pieces(community, community.general, MARKED_PIECES)
    await community.restart()

    await community.edit(second, SMALL_TALK)

    assert answered(community) == [first.id]
    (after,) = community.entries()
    assert not after.shows(MARKER)


@pytest.mark.parametrize("restarted", [False, True])
async def test_the_note_goes_with_the_piece_that_made_it_a_pitch(
    community: Community, *, restarted: bool
) -> None:
    _, *rest = await paste_in_pieces(community, community.general, MARKED_PIECES)
    assert community.entries()[0].shows(MARKER)
    if restarted:
        await community.restart()

    for piece in rest:
        await community.member.delete(piece)

    assert answered(community) == []
    (entry,) = community.entries()
    assert tells_nothing(entry)
    assert community.states() == ["withdrawn"]


async def test_pieces_deleted_in_bulk_are_followed(community: Community) -> None:
    _, *rest = await paste_in_pieces(community, community.general, MARKED_PIECES)
    await community.restart()

    await community.clear(community.general, [piece.id for piece in rest])

    assert answered(community) == []
    (entry,) = community.entries()
    assert tells_nothing(entry)


async def test_an_article_deleted_in_bulk_leaves_nothing(community: Community) -> None:
    pieces = await paste_in_pieces(community, community.general, MARKED_PIECES)

    await community.clear(community.general, [piece.id for piece in pieces])

    assert answered(community) == []
    (kept,) = community.kept()
    assert (kept.state, kept.empty) == ("deleted", True)


async def test_later_pieces_edited_clean_after_a_restart_take_the_note_along_and_back(
    community: Community,
) -> None:
    first, *rest = await paste_in_pieces(community, community.general)
    await community.restart()

    for piece in rest:
        await community.edit(piece, SMALL_TALK)
    assert answered(community) == []
    await community.edit(rest[0], PIECES[1])

    assert answered(community) == [first.id]
    assert community.states() == ["noted"]


async def test_a_piece_deleted_while_signpost_was_down_is_missed_at_the_start(community: Community) -> None:
    _, second = await paste_in_pieces(community, community.general, MARKED_PIECES[:2])

    await community.restart(while_down=lambda _: community.delete_unseen(community.general, second.id))

    assert answered(community) == []
    (entry,) = community.entries()
    assert tells_nothing(entry)


async def test_quotes_of_a_deleted_piece_go_as_soon_as_discord_lets_the_rest_be_read(
    community: Community,
) -> None:
    _, second = await paste_in_pieces(community, community.general, MARKED_PIECES[:2])
    community.break_reading(community.general, 503)
    await community.member.delete(second)
    community.mend_sending()

    await community.restart()

    assert answered(community) == []
    (entry,) = community.entries()
    assert tells_nothing(entry)


async def test_a_rest_that_may_not_be_read_is_not_quoted(community: Community) -> None:
    first, second, *_ = await paste_in_pieces(community, community.general, MARKED_PIECES)
    community.break_reading(community.general, 403)

    await community.member.delete(second)

    (entry,) = community.entries()
    assert tells_nothing(entry)
    assert first.id not in answered(community)


async def test_the_rest_of_what_was_dismissed_gets_no_note(community: Community) -> None:
    first = await community.paste(community.general, PITCH)
    await community.paste(community.general, SECOND_PITCH)
    (entry,) = community.entries()
    await community.press(community.moderator, entry, "Dismiss")

    await community.member.delete(first)

    assert answered(community) == []
    assert community.states() == ["deleted"]


async def test_quotes_of_a_deleted_piece_leave_the_entry_of_a_dismissed_article(community: Community) -> None:
    _, second = await paste_in_pieces(community, community.general, MARKED_PIECES[:2])
    (entry,) = community.entries()
    await community.press(community.moderator, entry, "Dismiss")

    await community.member.delete(second)

    (entry,) = community.entries()
    assert not any(entry.shows(each) for each in (MARKER, "cravings", community.member.mention))
    assert entry.shows("Dismissed", "Part of the post was edited or deleted")
    assert community.states() == ["withdrawn"]


async def test_a_piece_edited_back_before_the_note_could_be_withdrawn_keeps_it(community: Community) -> None:
    first, second = await paste_in_pieces(community, community.general, MARKED_PIECES[:2])
    (note,) = community.notes_in(community.general)
    community.break_deleting(community.general, note.message.id)
    await community.edit(second, SMALL_TALK)

    await community.edit(second, MARKED_PIECES[1])
    community.mend_sending()
    await community.restart()

    assert answered(community) == [first.id]
    assert community.states() == ["noted"]
    (entry,) = community.entries()
    assert entry.shows("Note sent", MARKER)


async def test_a_log_that_takes_no_new_entries_still_loses_the_quotes_of_a_deleted_piece(
    community: Community,
) -> None:
    _, second, *_ = await paste_in_pieces(community, community.general, MARKED_PIECES)
    await community.refuse(community.mod_log, send_messages=False)

    await community.member.delete(second)

    (entry,) = community.entries()
    assert not entry.shows(MARKER)
    assert entry.shows("Note sent", "as 3 messages read together")


async def test_an_entry_whose_change_is_refused_is_struck_as_soon_as_it_may_be(community: Community) -> None:
    _, second, *_ = await paste_in_pieces(community, community.general, MARKED_PIECES)
    (entry,) = community.entries()
    community.break_editing(community.mod_log, entry.message.id, 403)
    await community.member.delete(second)
    community.mend_sending()

    await community.restart()

    (entry,) = community.entries()
    assert not any(entry.shows(each) for each in (MARKER, "cravings", "<@"))
    assert entry.shows("Note sent", "Part of the post was edited or deleted")


async def test_the_rest_of_what_was_only_observed_is_only_observed(community: Community) -> None:
    await community.command(community.manager, "mode", mode="observe")
    first = await community.paste(community.general, PITCH)
    await community.paste(community.general, SECOND_PITCH)
    await community.command(community.manager, "mode", mode="note")

    await community.member.delete(first)

    assert answered(community) == []
    assert community.states() == ["deleted", "observed"]


async def test_the_rest_of_an_old_article_that_a_scan_found_is_for_review_only(community: Community) -> None:
    first = community.write_unseen(community.general, PITCH)
    community.write_unseen(community.general, SECOND_PITCH)
    await community.scan(channel=community.general, last=10)
    assert community.states() == ["observed"]

    await community.clear(community.general, [first])

    assert answered(community) == []
    assert community.states() == ["deleted", "observed"]


async def test_a_scan_that_begins_amid_an_answered_text_opens_no_second_case(community: Community) -> None:
    await community.restart(cooldown=0)
    first, *_ = await paste_in_pieces(community, community.general, (PITCH, SECOND_PITCH, PIECES[2]))
    assert answered(community) == [first.id]

    await community.scan(channel=community.general, last=2)

    assert community.states() == ["noted"]
    assert len(community.entries()) == 1


async def test_harmless_talk_below_a_pitch_is_not_answered_when_the_pitch_goes(community: Community) -> None:
    pitch = await community.paste(community.general, PITCH)
    await community.paste(community.general, f"{OWN_STORY} {SMALL_TALK}")

    await community.member.delete(pitch)

    assert answered(community) == []
    assert community.states() == ["deleted"]


async def test_the_preview_of_a_later_piece_changes_nothing(community: Community) -> None:
    _, second, *_ = await paste_in_pieces(community, community.general, MARKED_PIECES)
    (before,) = community.entries()

    await community.show_preview(second, {"type": "article", "url": LINK, "title": "The leaf"})
    await community.suppress_preview(second)

    assert [entry.text for entry in community.entries()] == [before.text]
    assert community.states() == ["noted"]
