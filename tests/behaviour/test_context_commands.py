"""What moderators have Signpost post under a post: help for a hard day, and the note of a pitch it missed."""

import asyncio
import json
import sqlite3
from contextlib import closing
from typing import Any

import discord
import pytest
import simcord

from bot.desk.by_hand import Helped
from bot.policy import Mode
from bot.store import Deed

from .community import Community
from .shown import buttons_of, text_of
from .texts import PITCH, QUESTION, SMALL_TALK

HELP, ANSWER = "Send help resources", "Answer as a pitch"
HARD_DAY = "i don't know how to do another night of this. sorry for writing it here"


async def choose(
    community: Community, name: str, post: discord.Message, by: simcord.MemberActor | None = None
) -> simcord.InteractionResult:
    """Choose something in a post's menu, as the moderator if nobody is named."""
    return await (by or community.moderator).context_menu(community.general, name, post)


async def press(
    community: Community,
    asked: simcord.InteractionResult,
    label: str,
    by: simcord.MemberActor | None = None,
) -> str:
    """Press the button of a preview, and return what is said then: in its place, or beside it."""
    assert asked.response is not None
    pressed = await (by or community.moderator).click(asked.response, label=label)
    for told in pressed.followups:
        return told.content
    assert pressed.response is not None
    return text_of(pressed.response)


async def send_help(community: Community, post: discord.Message) -> str:
    return await press(community, await choose(community, HELP, post), "Send")


async def answer(community: Community, post: discord.Message) -> str:
    return await press(community, await choose(community, ANSWER, post), "Post note")


def rows(community: Community, statement: str) -> list[Any]:
    with closing(sqlite3.connect(community.database)) as connection:
        return connection.execute(statement).fetchall()


# ---- help for a hard day


async def test_the_preview_posts_nothing(community: Community) -> None:
    post = await community.member.send(community.general, HARD_DAY)

    asked = await choose(community, HELP, post)

    said = community.private_answer(asked)
    assert said.startswith("**This is what Signpost would post**")
    assert "**988**" in said
    assert community.notes_in(community.general) == []


async def test_help_stands_under_the_post_and_pings_nobody(community: Community) -> None:
    post = await community.member.send(community.general, HARD_DAY)

    said = await send_help(community, post)

    (note,) = community.notes_in(community.general)
    assert said == "Sent: the help resources stand under the post now."
    assert note.answers == post.id
    assert community.pinged_by(note.message) == []
    assert note.message.flags.suppress_embeds
    assert buttons_of(note.message) == ["Help in another country"]


async def test_help_names_the_crisis_line_first_and_says_nothing_of_the_post(community: Community) -> None:
    await send_help(community, await community.member.send(community.general, PITCH))

    words = [note.text for note in community.notes_in(community.general)][-1]
    assert [line for line in words.splitlines() if line.startswith("- ")] == [
        "- In a crisis, call or text **988**",
        "- SAMHSA helpline, free and private, 24/7: **1-800-662-4357**",
        "- Free and private help: [findahelpline.com](https://findahelpline.com)",
    ]
    for word in ("kratom", "opioid", "withdrawal", "addict", "drug", "you "):
        assert word not in words.casefold()


async def test_help_is_in_the_servers_language_and_country(community: Community) -> None:
    now = community.env.now()
    await community.bot.places.choose(community.guild.id, None, now, language="es", country="GB")

    await send_help(community, await community.member.send(community.general, HARD_DAY))

    (note,) = community.notes_in(community.general)
    assert note.text.startswith("Hay días difíciles")
    assert "116 123" in note.text
    assert "988" not in note.text
    assert buttons_of(note.message) == ["Ayuda en otro país"]


async def test_help_leaves_no_case_and_begins_no_cool_down(community: Community) -> None:
    await send_help(community, await community.member.send(community.general, HARD_DAY))

    assert community.states() == []
    assert rows(community, "SELECT * FROM fingerprints") == []
    assert rows(community, "SELECT case_id, topic FROM notes") == [(None, "help")]
    assert community.entries() == []
    await community.paste(community.general, PITCH)
    assert community.states() == ["noted"]


async def test_help_keeps_no_pitch_from_its_note(community: Community) -> None:
    post = await community.member.send(community.general, HARD_DAY)
    await send_help(community, post)

    await community.edit(post, PITCH)

    assert community.states() == ["noted"]
    assert len(community.notes_in(community.general)) == 2


async def test_help_stays_when_a_word_of_the_post_is_mended(community: Community) -> None:
    post = await community.member.send(community.general, HARD_DAY)
    await send_help(community, post)

    await community.edit(post, HARD_DAY.replace("sorry", "so sorry"))

    assert len(community.notes_in(community.general)) == 1


async def test_help_goes_with_its_post(community: Community) -> None:
    post = await community.member.send(community.general, HARD_DAY)
    await send_help(community, post)

    await community.member.delete(post)

    assert community.notes_in(community.general) == []
    assert rows(community, "SELECT * FROM notes") == []


async def test_help_is_sent_once(community: Community) -> None:
    post = await community.member.send(community.general, HARD_DAY)
    first, second = await choose(community, HELP, post), await choose(community, HELP, post)

    sent, again = await press(community, first, "Send"), await press(community, second, "Send")

    assert sent == "Sent: the help resources stand under the post now."
    assert again == "Help resources stand under that post already. Nothing was posted a second time."
    assert len(community.notes_in(community.general)) == 1
    assert community.private_answer(await choose(community, HELP, post)) == again


async def test_two_who_send_help_in_the_same_moment_send_it_once(community: Community) -> None:
    post = await community.member.send(community.general, HARD_DAY)
    here = community.bot.get_channel(community.general.id)
    assert isinstance(here, discord.TextChannel)

    came = await asyncio.gather(
        *(community.bot.by_hand.send_help(here, here.get_partial_message(post.id)) for _ in range(2))
    )

    assert sorted(came) == [Helped.SENT, Helped.STANDS]
    assert len(community.notes_in(community.general)) == 1


async def test_a_preview_can_be_pressed_after_a_restart(community: Community) -> None:
    post = await community.member.send(community.general, HARD_DAY)
    asked, pitch = await choose(community, HELP, post), await choose(community, ANSWER, post)

    await community.restart()

    assert (await press(community, asked, "Send")).startswith("Sent:")
    assert (await press(community, pitch, "Post note")).startswith("The note stands under the post.")


async def test_help_for_a_post_that_went_meanwhile_is_not_sent(community: Community) -> None:
    post = await community.member.send(community.general, HARD_DAY)
    asked = await choose(community, HELP, post)
    await community.member.delete(post)

    assert await press(community, asked, "Send") == "The post is gone. Nothing was posted."
    assert community.notes_in(community.general) == []


async def test_help_in_spanish_is_asked_in_spanish(community: Community) -> None:
    post = await community.member.send(community.general, HARD_DAY)
    Community.speaks(community.moderator, "es-ES")

    asked = await choose(community, HELP, post)

    assert community.private_answer(asked).startswith("**Esto es lo que publicaría Signpost**")
    assert (await press(community, asked, "Enviar")).startswith("Enviado:")


async def test_help_elsewhere_answers_under_a_help_note(community: Community) -> None:
    await send_help(community, await community.member.send(community.general, HARD_DAY))
    (note,) = community.notes_in(community.general)

    asked = await community.member.click(note.message, label="Help in another country")

    assert community.private_answer(asked) == "Help is there in many countries. Which one fits?"


# ---- answering a missed pitch


async def test_the_note_is_shown_before_it_is_posted(community: Community) -> None:
    post = await community.member.send(community.general, QUESTION)

    said = community.private_answer(await choose(community, ANSWER, post))
    assert community.notes_in(community.general) == []
    await answer(community, post)

    (note,) = community.notes_in(community.general)
    assert said.endswith(note.text)
    assert note.answers == post.id


async def test_answering_makes_a_confirmed_case_with_an_entry(community: Community) -> None:
    post = await community.member.send(community.general, QUESTION)

    said = await answer(community, post)

    (entry,) = community.entries()
    assert said == "The note stands under the post. It is case 1, confirmed by you."
    assert community.states() == ["noted"]
    assert rows(community, "SELECT ruling, ruled_by, reason FROM cases") == [
        ("confirmed", community.moderator.id, "MODERATOR_SAYS")
    ]
    assert entry.shows("a moderator called it a pitch", f"**Confirmed** by {community.moderator.mention}")
    (act,) = await community.bot.audit.listed(community.guild.id, 1)
    assert (act.deed, act.subject, act.by) == (Deed.NOTE, "1", community.moderator.id)


async def test_a_near_copy_of_what_was_answered_is_known_from_then_on(community: Community) -> None:
    missed = f"{PITCH} {SMALL_TALK}"
    await community.command(community.manager, "mode", mode="off", channel=community.general)
    post = await community.paste(community.general, missed)
    await community.command(community.manager, "mode", mode="as the server", channel=community.general)
    await answer(community, post)

    said = await community.command(community.moderator, "check", text=missed, channel=community.recovery)

    assert "Nearest known article: case 1 (100%" in said


async def test_pressing_twice_posts_one_note(community: Community) -> None:
    post = await community.member.send(community.general, QUESTION)
    first, second = await choose(community, ANSWER, post), await choose(community, ANSWER, post)

    await press(community, first, "Post note")
    again = await press(community, second, "Post note")

    assert again.startswith("This post has case 1 already: note sent.")
    assert len(community.notes_in(community.general)) == len(community.entries()) == 1


async def test_two_who_answer_in_the_same_moment_post_one_note(community: Community) -> None:
    post = await community.member.send(community.general, QUESTION)
    here, settings = (
        community.bot.get_channel(community.general.id),
        community.bot.places.at(community.guild.id),
    )
    assert isinstance(here, discord.TextChannel)
    fetched = await here.fetch_message(post.id)

    first, second = await asyncio.gather(
        *(community.bot.by_hand.answer(fetched, settings, by, community.env.now()) for by in (1, 2))
    )

    assert (first.new, second.new) == (True, False)
    assert len(community.notes_in(community.general)) == len(community.entries()) == 1
    assert rows(community, "SELECT ruled_by FROM cases") == [(1,)]


async def test_a_post_with_a_note_gets_no_second_one_and_its_buttons(community: Community) -> None:
    post = await community.paste(community.general, PITCH)

    asked = await choose(community, ANSWER, post)

    assert community.private_answer(asked).startswith("This post has case 1 already: note sent.")
    assert asked.response is not None
    assert {"Confirm", "Dismiss"} <= set(buttons_of(asked.response.message))
    assert len(community.notes_in(community.general)) == 1


async def test_an_observed_case_gets_its_note_by_a_moderators_word(community: Community) -> None:
    await community.command(community.manager, "mode", mode="observe")
    post = await community.paste(community.general, PITCH)

    said = await answer(community, post)

    assert said == "The note stands under the post. It is case 1, confirmed by you."
    assert community.states() == ["noted"]
    assert len(community.notes_in(community.general)) == len(community.entries()) == 1
    assert community.entries()[0].shows("**Note sent**", "**Confirmed** by")


async def test_what_a_cool_down_silenced_gets_its_note_by_a_moderators_word(community: Community) -> None:
    await community.paste(community.general, PITCH)
    (other,) = community.members(1)
    post = await community.paste(community.general, PITCH, by=other)
    assert community.entries()[0].shows("+1 post")

    await answer(community, post)

    assert community.states() == ["noted", "noted"]
    assert not community.entries()[0].shows("+1 post")


async def test_an_edit_does_not_take_back_what_a_moderator_said(community: Community) -> None:
    post = await community.member.send(community.general, QUESTION)
    await answer(community, post)

    await community.edit(post, f"{QUESTION}, again")

    assert len(community.notes_in(community.general)) == 1
    assert community.states() == ["noted"]


async def test_its_deletion_takes_the_note_along(community: Community) -> None:
    post = await community.member.send(community.general, QUESTION)
    await answer(community, post)

    await community.member.delete(post)

    assert community.notes_in(community.general) == []
    assert community.states() == ["deleted"]


async def test_a_post_that_went_before_the_press_is_told_of(community: Community) -> None:
    post = await community.member.send(community.general, QUESTION)
    asked = await choose(community, ANSWER, post)
    await community.member.delete(post)

    assert await press(community, asked, "Post note") == "The post is gone. Nothing was posted."
    assert community.states() == []


async def test_what_may_not_be_read_is_answered_unread(community: Community) -> None:
    await community.command(community.manager, "exempt", member=community.member)
    post = await community.paste(community.general, PITCH)

    await answer(community, post)

    assert len(community.notes_in(community.general)) == 1
    (entry,) = community.entries()
    assert not entry.shows("Claims:")
    assert rows(community, "SELECT score, claims FROM cases") == [(0.0, "[]")]


async def test_without_a_mod_log_the_case_is_kept_all_the_same(newcomer: Community) -> None:
    post = await newcomer.member.send(newcomer.general, QUESTION)

    await answer(newcomer, post)

    assert newcomer.states() == ["noted"]
    assert newcomer.entries() == []


async def test_trouble_of_discords_delays_the_note_and_says_so(community: Community) -> None:
    post = await community.member.send(community.general, QUESTION)
    asked = await choose(community, ANSWER, post)
    community.break_sending(community.general)

    said = await press(community, asked, "Post note")
    assert said.startswith("Case 1 is confirmed by you. Discord is in trouble")
    assert community.states() == ["sending"]
    community.mend_sending()
    await community.restart()

    assert community.states() == ["noted"]
    assert [note.answers for note in community.notes_in(community.general)] == [post.id]


async def test_help_under_a_post_is_not_taken_for_its_note_after_a_crash(community: Community) -> None:
    community.break_sending(community.general)
    post = await community.paste(community.general, PITCH)
    community.mend_sending()
    await send_help(community, post)

    await community.restart()

    assert community.states() == ["noted"]
    assert len(community.notes_in(community.general)) == 2


async def test_in_spanish_it_is_asked_and_answered_in_spanish(community: Community) -> None:
    post = await community.member.send(community.general, QUESTION)
    Community.speaks(community.moderator, "es-419")

    asked = await choose(community, ANSWER, post)

    assert community.private_answer(asked).startswith("**Esta es la nota que publicaría Signpost**")
    said = await press(community, asked, "Publicar nota")
    assert said == "La nota está debajo del mensaje. Es el caso 1, confirmado por ti."


# ---- whom nothing is posted under, and who may


@pytest.mark.parametrize("name", [HELP, ANSWER])
async def test_nothing_is_posted_under_signposts_own_message(community: Community, name: str) -> None:
    await community.paste(community.general, PITCH)
    (note,) = community.notes_in(community.general)

    said = community.private_answer(await choose(community, name, note.message))

    assert said == "That is Signpost's own message. Nothing was posted."


@pytest.mark.parametrize("name", [HELP, ANSWER])
async def test_nothing_is_posted_under_a_bots_answer(community: Community, name: str) -> None:
    answered = await community.server.answer_of(4242, community.general, PITCH)

    said = community.private_answer(await choose(community, name, answered))

    assert said.startswith("A bot or an app wrote that message")


@pytest.mark.parametrize("name", [HELP, ANSWER])
async def test_a_missing_permission_is_named_before_anything_is_asked(
    community: Community, name: str
) -> None:
    post = await community.member.send(community.general, HARD_DAY)
    await community.refuse(community.general, send_messages=False)

    said = community.private_answer(await choose(community, name, post))

    assert said.startswith(f"I cannot reply in {community.general.mention}. Missing there: Send Messages.")


@pytest.mark.parametrize(("name", "label"), [(HELP, "Send"), (ANSWER, "Post note")])
async def test_a_permission_that_went_before_the_press_is_named(
    community: Community, name: str, label: str
) -> None:
    post = await community.member.send(community.general, HARD_DAY)
    asked = await choose(community, name, post)
    await community.refuse(community.general, send_messages=False)

    said = await press(community, asked, label)

    assert "Missing there: Send Messages." in said
    assert community.notes_in(community.general) == []


@pytest.mark.parametrize("name", [HELP, ANSWER])
async def test_discord_shows_members_none_of_it(community: Community, name: str) -> None:
    post = await community.member.send(community.general, HARD_DAY)

    with pytest.raises(simcord.SetupError, match="not visible to this user"):
        await choose(community, name, post, by=community.member)


@pytest.mark.parametrize("name", [HELP, ANSWER])
async def test_a_member_who_gets_past_discord_is_refused(community: Community, name: str) -> None:
    post = await community.member.send(community.general, HARD_DAY)
    let_everyone_see(community, name)

    said = community.private_answer(await choose(community, name, post, by=community.member))

    assert said == "This is for moderators: it needs the Manage Messages permission."


async def test_the_moderators_role_suffices(community: Community) -> None:
    role = await community.server.role_of(community.member)
    await community.bot.places.choose(community.guild.id, None, community.env.now(), moderator_role=role.id)
    let_everyone_see(community, HELP)
    (other,) = community.members(1)
    post = await other.send(community.general, HARD_DAY)

    asked = await choose(community, HELP, post, by=community.member)

    assert (await press(community, asked, "Send", by=community.member)).startswith("Sent:")


async def test_who_lost_the_permission_since_cannot_press(community: Community) -> None:
    role = await community.server.role_of(community.member)
    now = community.env.now()
    await community.bot.places.choose(community.guild.id, None, now, moderator_role=role.id)
    let_everyone_see(community, ANSWER)
    post = await community.moderator.send(community.general, HARD_DAY)
    asked = await choose(community, ANSWER, post, by=community.member)
    await community.server.take(role, community.member)

    said = await press(community, asked, "Post note", by=community.member)

    assert said == "This is for moderators: it needs the Manage Messages permission."
    assert community.notes_in(community.general) == []


async def test_the_manager_may_as_well(community: Community) -> None:
    post = await community.member.send(community.general, HARD_DAY)
    asked = await choose(community, ANSWER, post, by=community.manager)

    said = await press(community, asked, "Post note", by=community.manager)

    assert said == "The note stands under the post. It is case 1, confirmed by you."


async def test_a_button_that_was_made_up_is_refused(community: Community) -> None:
    post = await community.member.send(community.general, HARD_DAY)
    asked = await choose(community, HELP, post)
    assert asked.response is not None
    stored = community.env.backend.get_message(community.general.id, asked.response.id)
    other = json.dumps(stored.components).replace(str(post.id), str(post.id + 1))
    stored.components = json.loads(other)

    said = await press(community, asked, "Send")

    assert said == "This button belongs to another server or channel. Nothing was posted."
    assert community.notes_in(community.general) == []


async def test_under_a_place_that_is_off_a_moderator_can_still_answer(community: Community) -> None:
    await community.command(community.manager, "mode", mode=Mode.OFF.value)
    post = await community.paste(community.general, PITCH)

    await answer(community, post)

    assert len(community.notes_in(community.general)) == 1


def let_everyone_see(community: Community, name: str) -> None:
    """Let Discord show something in a post's menu to everyone."""
    command = community.env.backend.find_command(name, None, type=3)
    assert command is not None
    command["default_member_permissions"] = None
