"""Help for a hard day, which moderators have Signpost post under a post."""

import asyncio

import discord

from bot.desk.by_hand import Helped

from .community import Community
from .menus import ANSWER, HARD_DAY, HELP, choose, press, rows, send_help
from .shown import buttons_of
from .texts import PITCH


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
