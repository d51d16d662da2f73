"""The note of a pitch that Signpost missed, which moderators have it post."""

import asyncio

import discord

from bot.store import Deed

from .community import Community
from .menus import ANSWER, answer, choose, press, rows, send_help
from .shown import buttons_of
from .texts import PITCH, QUESTION, SMALL_TALK


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


async def test_asking_why_after_an_edit_does_not_take_it_back_either(community: Community) -> None:
    post = await community.member.send(community.general, SMALL_TALK)
    await answer(community, post)
    await community.edit(post, QUESTION)

    why = await community.press(community.moderator, community.entries()[0], "Why?")

    assert "Where the case stands: Note sent – a moderator called it a pitch." in why
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
    assert entry.shows("Not read by Signpost, so there is no score.")
    assert not entry.shows("Claims:")
    assert not entry.shows("reads little like a pitch")
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
