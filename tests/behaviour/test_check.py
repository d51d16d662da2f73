"""Trying a text or a post: the same words as what then happens, in private and without a trace."""

import sqlite3
from contextlib import closing
from typing import Any

import discord
import pytest
import simcord

from bot.store import ExemptKind

from .community import Community
from .texts import (
    CLAIMS_WITHOUT_A_NAME,
    LONG_PITCH,
    ONE_YEAR_OFF,
    OWN_STORY,
    PIECES,
    PITCH,
    QUESTION,
    SMALL_TALK,
)

TEXTS = (PITCH, LONG_PITCH, OWN_STORY, ONE_YEAR_OFF, QUESTION, SMALL_TALK, CLAIMS_WITHOUT_A_NAME)
CHECK_POST = "Check this post"

FORESEEN = {
    "noted": "**Would be noted**",
    "observed": "**Would be observed, without a note**",
    "waiting": "**Would wait for release**",
    "silenced": "**Would stay silent**: cool-down until",
    None: "**Would stay silent**",
}


async def check_post(
    community: Community, post: discord.Message, by: simcord.MemberActor | None = None
) -> str:
    """Choose "Check this post", as the moderator if nobody is named; return the private answer."""
    asked = await (by or community.moderator).context_menu(community.general, CHECK_POST, post)
    return community.private_answer(asked)


def without_content(
    *, guilds: bool, guild_messages: bool, message_content: bool, of: type[discord.Intents] = discord.Intents
) -> discord.Intents:
    """Ask Discord for what a bot without the Message Content intent gets."""
    return of(guilds=guilds, guild_messages=guild_messages, message_content=not message_content)


def newest(community: Community) -> discord.Message:
    """Return the last message in #general."""
    return max(community.general.history(), key=lambda message: message.id)


def tables(community: Community) -> dict[str, list[Any]]:
    """Return all rows of the store."""
    with closing(sqlite3.connect(community.database)) as connection:
        names = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type='table'")]
        return {name: connection.execute(f"SELECT * FROM {name}").fetchall() for name in names}


@pytest.mark.parametrize("mode", ["note", "observe", "review"])
@pytest.mark.parametrize("text", TEXTS)
async def test_what_is_foreseen_is_what_happens(community: Community, text: str, mode: str) -> None:
    await community.command(community.manager, "mode", mode=mode)
    foreseen = await community.command(community.moderator, "check", text=text)

    await community.paste(community.general, text)

    state = next(iter(community.states()), None)
    assert foreseen.startswith(FORESEEN[state])
    assert bool(community.notes_in(community.general)) is (state == "noted")


@pytest.mark.parametrize("mode", ["note", "observe", "review"])
async def test_of_a_post_that_nobody_read_yet_it_says_what_would_have_happened(
    community: Community, mode: str
) -> None:
    await community.command(community.manager, "mode", mode=mode)
    unseen = community.env.backend.get_message(
        community.general.id, community.write_unseen(community.general, PITCH)
    )

    foreseen = await check_post(community, newest(community))
    await community.paste(community.general, unseen.content)

    assert foreseen.startswith(FORESEEN[community.states()[0]])


async def test_in_a_cool_down_it_says_until_when(community: Community) -> None:
    await community.paste(community.general, PITCH)
    await community.pass_time(10)

    foreseen = await community.command(community.moderator, "check", text=LONG_PITCH)
    elsewhere = await community.command(
        community.moderator, "check", text=LONG_PITCH, channel=community.recovery
    )
    await community.paste(community.general, LONG_PITCH)

    begun = int(community.notes_in(community.general)[0].message.created_at.timestamp())
    assert f"cool-down until <t:{begun + 1800}:t> (<t:{begun + 1800}:R>)" in foreseen
    assert elsewhere.startswith("**Would be noted**")
    assert community.states() == ["noted", "silenced"]


async def test_after_the_cool_down_it_foresees_a_note_again(community: Community) -> None:
    await community.paste(community.general, PITCH)
    await community.pass_time(31)

    foreseen = await community.command(community.moderator, "check", text=LONG_PITCH)

    assert foreseen.startswith("**Would be noted**")


async def test_a_check_reads_and_writes_nothing(community: Community) -> None:
    await community.paste(community.general, PITCH)
    await community.pass_time(31)
    before = tables(community)
    with community.statements() as run:
        await community.command(community.moderator, "check", text=LONG_PITCH)
        community.write_unseen(community.general, LONG_PITCH[:1900])
        await check_post(community, newest(community))

    assert run
    assert {statement.split()[0] for statement in run} == {"BEGIN", "SELECT"}
    assert tables(community) == before
    await community.paste(community.general, PITCH)
    assert len(community.notes_in(community.general)) == 2


async def test_a_check_posts_nothing_that_others_see(community: Community) -> None:
    before = community.general.history(viewer=community.member)

    await community.command(community.moderator, "check", text=PITCH)

    assert community.general.history(viewer=community.member) == before
    assert community.entries() == []


async def test_it_says_what_the_verdict_stands_on(community: Community) -> None:
    said = await community.command(community.moderator, "check", text=PITCH)

    assert "Score: very likely a pitch (" in said
    assert "the threshold here is 0.80" in said
    assert "- eases opioid withdrawal or cravings: “Kratom eases opioid withdrawal" in said
    assert "- for: asserts 5 different claims: “" in said
    only_tried, note = said.split("-# Only tried: nothing was posted or stored, and no cool-down began.")
    assert only_tried.endswith("\n")
    assert note.startswith("\n**The note would be:**\n")


async def test_until_the_set_up_is_confirmed_the_careful_threshold_holds(newcomer: Community) -> None:
    assert "threshold here is 0.90" in await newcomer.command(newcomer.moderator, "check", text=PITCH)


async def test_it_names_the_confirmed_case_that_a_text_repeats(community: Community) -> None:
    await community.paste(community.general, PITCH)
    await community.press(community.moderator, community.entries()[0], "Confirm")

    said = await community.command(community.moderator, "check", text=PITCH, channel=community.recovery)

    assert "Nearest known article: case 1 (100% of one stands in the other)" in said
    assert "- for: matches a known article, case 1: 100%" in said


async def test_it_names_the_dismissed_case_that_keeps_a_text_from_a_note(community: Community) -> None:
    await community.paste(community.general, PITCH)
    await community.press(community.moderator, community.entries()[0], "Dismiss")

    said = await community.command(community.moderator, "check", text=PITCH)
    spanish = await community.command(Community.speaks(community.manager, "es-419"), "check", text=PITCH)

    assert said.startswith("**Would stay silent**: near copy of a dismissed case.")
    assert "Nearest dismissed case: case 1 (100%" in said
    assert spanish.startswith("**No habría respuesta**: copia casi igual de un caso descartado.")
    assert "Caso descartado más parecido: caso 1 (100\u00a0%" in spanish


async def test_it_answers_in_spanish_to_who_has_discord_in_spanish(community: Community) -> None:
    said = await community.command(Community.speaks(community.moderator, "es-ES"), "check", text=PITCH)

    assert said.startswith("**Recibiría una nota**, porque parece un texto promocional.")
    assert "Puntuación: muy probablemente promocional (" in said
    assert "- alivia la abstinencia de opioides" in said
    assert "- a favor: hace 5 afirmaciones distintas" in said


async def test_foreign_words_cannot_ping_link_or_turn_the_line_round(community: Community) -> None:
    trap = f"[safe](https://shop.example) @everyone \u202e **{PITCH}**"

    said = await community.command(community.moderator, "check", text=trap)

    assert "](https://shop.example)" not in said
    assert "@everyone" not in said
    assert "\u202e" not in said


async def test_an_answer_to_the_longest_text_stays_within_a_message(community: Community) -> None:
    said = await community.command(community.moderator, "check", text=(LONG_PITCH * 4)[:6000])

    assert said.startswith("**Would be noted**")
    assert len(said) <= 4000


# ---- what may not be read


async def test_a_place_that_is_off_is_not_judged(community: Community) -> None:
    await community.command(community.manager, "mode", mode="off", channel=community.general)

    said = await community.command(community.moderator, "check", text=PITCH)

    assert said.startswith("**Would not be read**: Signpost is off here.")
    assert "Score" not in said


async def test_a_thread_is_as_its_channel(community: Community) -> None:
    await community.command(community.manager, "mode", mode="off", channel=community.general)
    thread = await community.open_thread(community.general, "aside")

    said = await community.command(community.moderator, "check", at=thread, text=PITCH)

    assert said.startswith("**Would not be read**: Signpost is off here.")


async def test_from_a_room_that_is_not_read_another_can_be_tried(community: Community) -> None:
    await community.bot.exemptions.set(
        community.guild.id, ExemptKind.CHANNEL, community.mod_log.id, exempt=True
    )

    here = await community.command(community.moderator, "check", at=community.mod_log, text=PITCH)
    there = await community.command(
        community.moderator, "check", at=community.mod_log, text=PITCH, channel=community.general
    )

    assert here.startswith("**Would not be read**: in an exempt channel.")
    assert there.startswith("**Would be noted**")


async def test_a_post_of_an_exempt_role_is_not_judged(community: Community) -> None:
    role = await community.server.role_of(community.member)
    await community.command(community.manager, "exempt", role=role)
    post = await community.paste(community.general, PITCH)

    said = await check_post(community, post)

    assert said.startswith("**Would not be read**: written by a member with an exempt role.")
    assert "Score" not in said


async def test_a_file_of_a_post_that_may_not_be_read_is_not_fetched(community: Community) -> None:
    await community.command(community.manager, "exempt", member=community.member)
    post = await community.paste(community.general, LONG_PITCH)

    await check_post(community, post)

    assert community.fetch.asked == []


async def test_signposts_own_note_is_named_as_such(community: Community) -> None:
    await community.paste(community.general, PITCH)
    (note,) = community.notes_in(community.general)

    assert (await check_post(community, note.message)).startswith(
        "**Would not be read**: written by Signpost itself."
    )


# ---- a post


async def test_a_post_with_a_case_names_it_and_where_it_stands(community: Community) -> None:
    post = await community.paste(community.general, PITCH)

    said = await check_post(community, post)
    await community.press(community.moderator, community.entries()[0], "Dismiss")
    later = await check_post(community, post)

    assert said.startswith("**This post has case 1 already**: note sent.")
    assert later.startswith("**This post has case 1 already**: note withdrawn.")
    assert community.states() == ["withdrawn"]


async def test_the_same_after_a_restart(community: Community) -> None:
    post = await community.paste(community.general, PITCH)

    await community.restart()

    assert (await check_post(community, post)).startswith("**This post has case 1 already**: note sent.")


async def test_a_note_whose_case_has_expired_is_told_of(community: Community) -> None:
    post = await community.paste(community.general, PITCH)

    await community.restart(lambda _: community.let_time_go_by_unseen(hours=24 * 91))

    assert (await check_post(community, post)).startswith("**A note stands below this post already.**")


async def test_a_file_is_read_as_the_live_bot_reads_it(community: Community) -> None:
    community.env.backend.create_message(
        community.general.id,
        community.member.id,
        attachments=community.env.backend.store_attachments(
            community.general.id, [("message.txt", LONG_PITCH.encode())]
        ),
        broadcast=False,
    )

    said = await check_post(community, newest(community))

    assert said.startswith("**Would be noted**")
    assert "message.txt" in community.fetch.asked


async def test_an_article_in_pieces_is_judged_as_one(community: Community) -> None:
    for piece in PIECES:
        community.write_unseen(community.general, piece)

    said = await check_post(community, community.general.history()[-2])

    assert said.startswith("**Would be noted**")
    assert "messages were read together." in said


async def test_a_piece_of_a_case_leads_to_it(community: Community) -> None:
    posts = [await community.paste(community.general, piece) for piece in PIECES]

    said = await check_post(community, posts[-2])

    assert said.startswith("**This post has case 1 already**: note sent.")
    assert "messages were read together." in said


async def test_without_the_history_a_piece_is_judged_by_itself(community: Community) -> None:
    for piece in PIECES:
        community.write_unseen(community.general, piece)
    fourth = community.general.history()[-2]
    community.break_reading(community.general, status=403)

    said = await check_post(community, fourth)

    assert "The messages around it could not be read, so it was judged by itself." in said


async def test_a_missing_permission_is_named(community: Community) -> None:
    await community.refuse(community.general, send_messages=False)

    said = await community.command(community.moderator, "check", text=PITCH)
    await community.paste(community.general, PITCH)

    assert "**The note could not be posted in" in said
    assert "Missing there: Send Messages." in said
    assert community.states() == ["refused"]


async def test_a_check_needs_no_message_content_intent(
    community: Community, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(discord, "Intents", without_content)
        await community.restart()
    post = await community.member.send(community.general, PITCH)
    assert community.states() == []

    assert (await check_post(community, post)).startswith("**Would be noted**")
