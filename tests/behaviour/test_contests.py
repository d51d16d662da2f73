"""“This note is a mistake”: a member's word reaches the moderators, and is kept nowhere."""

import logging
import sqlite3
from contextlib import closing
from typing import Any, cast

import pytest
import simcord

from bot.store import Contests

from .community import Community
from .shown import Note, buttons_of
from .test_failures import code_in, locked_store
from .test_privacy import MARKER, bytes_kept
from .test_rulings import ANOTHER_PITCH
from .texts import PITCH

LABEL = "This note is a mistake"
THANKS = "Thank you. The moderators of this server have it now, with your name, and can remove the note."


async def note_below(community: Community, text: str = PITCH) -> Note:
    post = await community.paste(community.general, text)
    return next(each for each in community.notes_in(community.general) if each.answers == post.id)


async def press(community: Community, note: Note, by: simcord.MemberActor | None = None) -> str:
    """Press the button where no form is to open; return the answer."""
    pressed = await (by or community.member).click(note.message, label=LABEL)
    assert pressed.modal is None, "a form opened"
    return community.private_answer(pressed)


async def contest(
    community: Community, note: Note, line: str = "", by: simcord.MemberActor | None = None
) -> str:
    """Press the button, fill in the form and send it; return the answer."""
    by = by or community.member
    form = await by.click(note.message, label=LABEL)
    return community.private_answer(await by.submit_modal(form, {"line": line}))


def kept(community: Community) -> list[tuple[int, int | None]]:
    with closing(sqlite3.connect(community.database)) as connection:
        return connection.execute("SELECT guild_id, case_id FROM contests").fetchall()


async def test_every_note_carries_the_button(community: Community) -> None:
    note = await note_below(community)

    assert buttons_of(note.message) == ["Help in another country", "Why this note?", LABEL]


async def test_the_moderators_hear_who_says_what_of_which_note(community: Community) -> None:
    note = await note_below(community)
    (entry,) = community.entries()

    said = await contest(community, note, "I was asking for my brother")

    assert said == THANKS
    (told,) = community.told()
    assert community.member.mention in told
    assert "“I was asking for my brother”" in told
    assert note.message.jump_url in told
    assert entry.message.jump_url in told
    assert kept(community) == [(community.guild.id, 1)]


async def test_nobody_is_pinged_and_no_word_of_the_member_does_harm(community: Community) -> None:
    note = await note_below(community)

    await contest(community, note, f"@everyone {community.moderator.mention} [free](https://shop.example)")

    (told,) = [each for each in community.mod_log.history() if "called a mistake" in each.content]
    assert community.pinged_by(told) == []
    assert "[free](https" not in told.content


async def test_an_empty_line_is_a_contest_too(community: Community) -> None:
    assert await contest(community, await note_below(community)) == THANKS
    assert "They write" not in community.told()[0]


async def test_the_words_and_the_member_are_kept_nowhere(
    community: Community, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG, "bot")
    note = await note_below(community)

    await contest(community, note, MARKER)

    stored = bytes_kept(community)
    assert MARKER.encode() not in stored
    assert community.member.id.to_bytes(8, "big") not in stored
    assert str(community.member.id).encode() not in stored
    assert MARKER not in caplog.text


async def test_a_note_is_contested_once_by_a_member(community: Community) -> None:
    note = await note_below(community)
    open_twice = [await community.member.click(note.message, label=LABEL) for _ in range(2)]
    answers = [community.private_answer(await community.member.submit_modal(form, {})) for form in open_twice]

    assert answers[0] == THANKS
    assert answers[1].startswith("You have told the moderators about this note already.")
    assert (await press(community, note)).startswith("You have told the moderators")
    assert await contest(community, note, by=community.members(1)[0]) == THANKS
    assert len(community.told()) == 2


async def test_three_a_day_and_then_again_the_next_day(community: Community) -> None:
    await community.restart(cooldown=0)
    notes = [await note_below(community, PITCH if n % 2 else ANOTHER_PITCH) for n in range(5)]
    for note in notes[:3]:
        assert await contest(community, note) == THANKS

    assert (await press(community, notes[3])).startswith("You have told the moderators about 3 notes today.")
    community.let_time_go_by_unseen(hours=24)
    assert await contest(community, notes[3]) == THANKS


async def test_a_form_that_was_open_during_a_restart_still_arrives(community: Community) -> None:
    note = await note_below(community)
    form = await community.member.click(note.message, label=LABEL)

    await community.restart()

    assert community.private_answer(await community.member.submit_modal(form, {"line": "no"})) == THANKS
    assert len(community.told()) == 1


async def test_without_a_log_the_member_is_told_the_truth(newcomer: Community) -> None:
    await newcomer.confirm_setup()
    note = await note_below(newcomer)

    said = await contest(newcomer, note)

    assert said.startswith("Thank you, it is counted. This server has no log")
    assert len(kept(newcomer)) == 1


async def test_what_discord_does_not_take_can_be_tried_again(community: Community) -> None:
    note = await note_below(community)
    community.break_sending(community.mod_log)

    assert (await contest(community, note)).startswith("That could not be handed on just now")
    assert kept(community) == []

    community.mend_sending()
    assert await contest(community, note) == THANKS


async def test_a_store_that_fails_is_answered_and_nothing_is_lost(
    community: Community, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    note = await note_below(community)
    form = await community.member.click(note.message, label=LABEL)
    with monkeypatch.context() as broken:
        broken.setattr(Contests, "note", locked_store)
        pressed = await press(community, note)
        sent = community.private_answer(await community.member.submit_modal(form, {}))

    for answer in (pressed, sent):
        assert answer.startswith("I could not save or look that up")
        assert f"press failed, code {code_in(answer)}" in caplog.text
    assert await contest(community, note) == THANKS


async def test_during_an_outage_the_member_is_told_so(community: Community) -> None:
    note = await note_below(community)
    form = await community.member.click(note.message, label=LABEL)
    await community.server.have_an_outage()

    sent = community.private_answer(await community.member.submit_modal(form, {}))

    assert sent.startswith("Discord does not show me this server just now")
    assert kept(community) == []


async def test_a_server_that_takes_none_says_whom_to_write_to(community: Community) -> None:
    note = await note_below(community)
    form = await community.member.click(note.message, label=LABEL)
    at = community.env.now()
    await community.bot.places.choose(community.guild.id, community.manager.id, at, contests=False)

    assert "please write to one of them" in await press(community, note)
    late = community.private_answer(await community.member.submit_modal(form, {}))
    assert "please write to one of them" in late
    assert community.told() == []


async def test_the_note_of_an_expired_case_can_be_contested(community: Community) -> None:
    note = await note_below(community)

    def expire(connection: sqlite3.Connection) -> None:
        connection.execute("UPDATE notes SET case_id = NULL")
        connection.execute("DELETE FROM cases")

    await community.restart(while_down=expire)

    assert await contest(community, note) == THANKS
    assert "Its case has expired" in community.told()[0]


async def test_a_note_withdrawn_while_the_form_was_open_is_said_to_be_gone(community: Community) -> None:
    note = await note_below(community)
    form = await community.member.click(note.message, label=LABEL)

    def withdraw(connection: sqlite3.Connection) -> None:
        connection.execute("DELETE FROM notes")

    await community.restart(while_down=withdraw)

    assert community.private_answer(await community.member.submit_modal(form, {})) == (
        "That note is no longer there."
    )


async def test_in_spanish_the_member_reads_spanish_and_the_moderators_their_own(community: Community) -> None:
    note = await note_below(community)
    member = community.speaks(community.member, "es-419")

    assert (await contest(community, note, "no", by=member)).startswith("Gracias.")
    assert "A note was called a mistake" in community.told()[0]


async def test_a_moderator_and_a_manager_may_contest_as_members_do(community: Community) -> None:
    note = await note_below(community)

    for by in (community.moderator, community.manager):
        assert await contest(community, note, by=by) == THANKS


async def test_a_form_of_another_server_is_refused(community: Community) -> None:
    neighbour = await community.neighbour()
    note = await note_below(community)
    await community.paste(neighbour.general, ANOTHER_PITCH, by=neighbour.member)
    (theirs,) = community.notes_in(neighbour.general)
    form = await neighbour.member.click(theirs.message, label=LABEL)
    opened = cast("Any", form)._interaction.modal
    assert opened is not None
    opened["custom_id"] = opened["custom_id"].replace(str(theirs.message.id), str(note.message.id))

    answer = community.private_answer(await neighbour.member.submit_modal(form, {}))

    assert answer == "That note is no longer there."
    assert kept(community) == []
