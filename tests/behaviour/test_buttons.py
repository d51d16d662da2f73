"""The note's buttons: answer the one who presses them, in private, for as long as the note stands."""

import sqlite3

from .community import Community
from .texts import PITCH


async def test_why_this_note_is_answered_in_private(community: Community) -> None:
    await community.paste(community.general, PITCH)
    (note,) = community.notes_in(community.general)

    answer = community.private_answer(await community.member.click(note.message, label="Why this note?"))

    assert answer.startswith("**Why this note?**")
    assert "not addictive like" not in answer


async def test_help_in_another_country_offers_a_menu_in_private(community: Community) -> None:
    await community.paste(community.general, PITCH)
    (note,) = community.notes_in(community.general)

    asked = await community.member.click(note.message, label="Help in another country")
    community.private_answer(asked)
    assert asked.response is not None
    await community.member.select(asked.response, ["GB"])

    assert community.private_answer(asked).startswith("**United Kingdom**")


async def test_old_notes_answer_after_a_restart(community: Community) -> None:
    await community.paste(community.general, PITCH)
    (note,) = community.notes_in(community.general)

    await community.restart()

    why = await community.member.click(note.message, label="Why this note?")
    assert community.private_answer(why).startswith("**Why this note?**")
    asked = await community.moderator.click(note.message, label="Help in another country")
    assert asked.response is not None
    await community.moderator.select(asked.response, ["IN"])
    assert community.private_answer(asked).startswith("**India**")


async def test_old_notes_answer_when_their_case_has_expired(community: Community) -> None:
    await community.paste(community.general, PITCH)
    (note,) = community.notes_in(community.general)

    def wait_a_quarter(_: sqlite3.Connection) -> None:
        community.let_time_go_by_unseen(hours=24 * 91)

    await community.restart(while_down=wait_a_quarter)

    assert community.states() == []
    why = await community.member.click(note.message, label="Why this note?")
    assert community.private_answer(why).startswith("**Why this note?**")


async def test_pressing_changes_nothing_that_others_see(community: Community) -> None:
    await community.paste(community.general, PITCH)
    (note,) = community.notes_in(community.general)
    (onlooker,) = community.members(1)
    before = [message.id for message in community.general.history(viewer=onlooker)]

    await community.member.click(note.message, label="Why this note?")
    await community.member.click(note.message, label="Help in another country")

    assert [message.id for message in community.general.history(viewer=onlooker)] == before
    assert len(community.entries()) == 1
