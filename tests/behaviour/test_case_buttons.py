"""Why?, Withdraw note, Release and Delete post: one press each, answered in private, shown on the entry."""

import asyncio
import sqlite3

import discord
import pytest
import simcord

from bot.desk.press import Press
from bot.seal import Seal
from bot.store import CaseState

from .community import Community
from .shown import Entry, buttons_of
from .test_deletions import MARKED, tells_nothing
from .test_privacy import MARKER
from .test_rulings import ANOTHER_PITCH, BUTTONS, ENGLISH, forged_entry, only_entry
from .texts import ONE_YEAR_OFF, PIECES, PITCH, SMALL_TALK

WAITING_BUTTONS = ["Confirm", "Dismiss", "Why?", "Release", "Delete post"]


async def a_waiting_case(community: Community, text: str = PITCH) -> discord.Message:
    """Let a pitch wait for release in #general; return the post."""
    await community.command(community.manager, "mode", mode="review")
    return await community.paste(community.general, text)


async def delete_by_press(community: Community, by: simcord.MemberActor) -> str:
    """Press Delete post on the entry and again below the question; return the answer."""
    asked = await by.click((await only_entry(community)).message, label="Delete post")
    assert asked.response is not None
    assert community.private_answer(asked).startswith("**Delete this post?**")
    return community.private_answer(await by.click(asked.response, label="Delete post"))


# ---- Withdraw note


async def test_withdrawing_takes_only_the_note_back_and_shows_who_did(community: Community) -> None:
    await community.paste(community.general, PITCH)

    answer = await community.press(community.moderator, await only_entry(community), "Withdraw note")

    assert answer == ENGLISH("case-withdrawn", number="1")
    assert community.notes_in(community.general) == []
    entry = await only_entry(community)
    assert entry.shows(
        "**Note withdrawn**", f"Note withdrawn by {community.moderator.mention}", "not addictive"
    )
    assert not entry.shows("Dismissed")
    assert buttons_of(entry.message) == ["Confirm", "Dismiss", "Why?", "Delete post"]
    assert community.pinged_by(entry.message) == []
    await community.paste(community.recovery, PITCH)
    assert len(community.notes_in(community.recovery)) == 1, "nothing was ruled"


async def test_a_note_that_was_withdrawn_is_not_sent_again_for_its_post(community: Community) -> None:
    post = await community.paste(community.general, PITCH)
    await community.press(community.moderator, await only_entry(community), "Withdraw note")

    await community.edit(post, SMALL_TALK)
    await community.edit(post, ANOTHER_PITCH)
    await community.restart()
    await community.pass_time(minutes=11)

    assert community.notes_in(community.general) == []
    assert tells_nothing_of(await only_entry(community), "cravings")


def tells_nothing_of(entry: Entry, *words: str) -> bool:
    """Say whether an entry quotes none of these words."""
    return not any(entry.shows(each) for each in words)


async def test_withdrawing_twice_is_harmless_and_says_who_did_it_first(community: Community) -> None:
    await community.paste(community.general, PITCH)
    entry = await only_entry(community)
    stale = await forged_entry(community, community.mod_log.id, 1)
    await community.press(community.moderator, entry, "Withdraw note")

    answer = await community.press(community.manager, stale, "Withdraw note")

    by = community.moderator.mention
    assert answer == ENGLISH("case-withdrawn-before", number="1", moderator=by)


async def test_a_note_that_discord_keeps_for_a_while_goes_later(community: Community) -> None:
    post = await community.paste(community.general, PITCH)
    (note,) = community.notes_in(community.general)
    community.break_deleting(community.general, note.message.id)

    answer = await community.press(community.moderator, await only_entry(community), "Withdraw note")
    await community.edit(post, ANOTHER_PITCH)

    assert answer == ENGLISH("case-withdrawn-stands", number="1")
    assert (await only_entry(community)).shows("It could not be deleted yet: I will try again.")
    community.mend_sending()
    await community.restart()
    await community.pass_time(minutes=11)
    assert community.notes_in(community.general) == []
    assert not (await only_entry(community)).shows("It could not be deleted yet")


async def test_a_note_that_somebody_deleted_leaves_nothing_to_withdraw(community: Community) -> None:
    await community.paste(community.general, PITCH)
    (note,) = community.notes_in(community.general)
    await community.moderator.delete(note.message)

    answer = await community.press(community.moderator, await only_entry(community), "Withdraw note")

    assert answer == ENGLISH("case-withdrawn-nothing", number="1")


# ---- Release


async def test_a_waiting_case_offers_release_and_nothing_was_sent(community: Community) -> None:
    await a_waiting_case(community)

    entry = await only_entry(community)
    assert entry.shows("**Waiting for a moderator**", "Decision: review – ")
    assert buttons_of(entry.message) == WAITING_BUTTONS
    assert community.notes_in(community.general) == []


async def test_releasing_sends_the_note_once_and_shows_who_did(community: Community) -> None:
    post = await a_waiting_case(community)
    entry = await only_entry(community)
    stale = await forged_entry(community, community.mod_log.id, 1, CaseState.WAITING)

    answer = await community.press(community.moderator, entry, "Release")
    again = await community.press(community.manager, stale, "Release")

    assert answer == ENGLISH("case-released", number="1")
    assert again == ENGLISH("case-released-before", number="1", moderator=community.moderator.mention)
    assert [note.answers for note in community.notes_in(community.general)] == [post.id]
    after = community.entries()[0]
    assert after.shows("**Note sent**", f"Released by {community.moderator.mention}", "not addictive")
    assert buttons_of(after.message) == BUTTONS


async def test_two_who_release_in_the_same_moment_send_one_note(community: Community) -> None:
    await a_waiting_case(community)
    guild = community.bot.get_guild(community.guild.id)
    assert guild is not None
    press = Press(1, guild.id, guild.me, community.env.now(), ENGLISH)

    answers = await asyncio.gather(community.bot.presses.release(press), community.bot.presses.release(press))

    assert [each.text[:9] for each in answers] == ["Released:", "The note "]
    assert len(community.notes_in(community.general)) == 1


async def test_release_works_after_a_restart(community: Community) -> None:
    await a_waiting_case(community)
    await community.restart()

    await community.press(community.moderator, await only_entry(community), "Release")

    assert len(community.notes_in(community.general)) == 1


async def test_releasing_below_a_deleted_post_closes_the_case(community: Community) -> None:
    post = await a_waiting_case(community)
    community.delete_unseen(community.general, post.id)

    answer = await community.press(community.moderator, await only_entry(community), "Release")

    assert answer == ENGLISH("case-post-gone", number="1")
    assert community.states() == ["deleted"]
    assert tells_nothing(await only_entry(community))


async def test_releasing_below_a_post_that_was_edited_clean_sends_nothing(community: Community) -> None:
    post = await a_waiting_case(community)
    stored = community.env.backend.get_message(community.general.id, post.id)
    stored.content = SMALL_TALK
    stored.edited_timestamp = community.env.backend.now_iso()

    answer = await community.press(community.moderator, await only_entry(community), "Release")

    assert answer.startswith("It was edited since and no longer reads as a pitch")
    assert community.notes_in(community.general) == []
    assert community.states() == ["edited clean"]
    assert tells_nothing_of(await only_entry(community), "addictive", community.member.mention)


async def test_a_post_that_may_no_longer_be_read_is_not_released(community: Community) -> None:
    await a_waiting_case(community)
    await community.command(community.manager, "exempt", member=community.member)

    answer = await community.press(community.moderator, await only_entry(community), "Release")

    assert answer == ENGLISH("case-post-kept-out", reason=ENGLISH("reason-exempt-member"))
    assert community.notes_in(community.general) == []


async def test_a_release_that_may_not_write_leaves_the_case_waiting(community: Community) -> None:
    await a_waiting_case(community)
    await community.refuse(community.general, send_messages=False)
    entry = await only_entry(community)

    answer = await community.press(community.moderator, entry, "Release")
    assert answer == ENGLISH("case-released-refused", number="1", channel=community.general.mention)

    await community.refuse(community.general)
    await community.press(community.moderator, entry, "Release")
    assert len(community.notes_in(community.general)) == 1


async def test_a_dismissed_case_cannot_be_released(community: Community) -> None:
    await a_waiting_case(community)
    entry = await only_entry(community)
    stale = await forged_entry(community, community.mod_log.id, 1, CaseState.WAITING)
    await community.press(community.moderator, entry, "Dismiss")

    answer = await community.press(community.manager, stale, "Release")

    assert answer.startswith("Case 1 does not wait for release any more: ")
    assert community.notes_in(community.general) == []
    assert "Release" not in buttons_of(community.entries()[0].message)


# ---- Why?


async def test_why_says_what_the_post_is_judged_by(community: Community) -> None:
    await community.paste(community.general, PITCH)

    answer = await community.press(community.moderator, await only_entry(community), "Why?")

    for said in (
        "**Case 1** · kratom",
        "Score: very likely a pitch (",
        "this server acts from 0.80 on.",
        "Where the case stands: Note sent – reads as a pitch.",
        "Decision as of now: note – reads as a pitch.",
        "- does not cause addiction or dependence: “",
        "What moved the score:",
        "- for: ",
    ):
        assert said in answer, said
    assert len(answer) < 2000


async def test_why_answers_in_the_moderators_own_language(community: Community) -> None:
    await community.paste(community.general, PITCH)
    community.speaks(community.moderator, "es-419")

    answer = await community.press(community.moderator, await only_entry(community), "Why?")

    assert "Puntuación: muy probablemente promocional (" in answer
    assert "- no causa adicción ni dependencia: «" in answer
    assert "- a favor: " in answer
    assert "says that" not in answer


async def test_why_makes_foreign_words_safe(community: Community) -> None:
    hostile = (
        "kratom eases opioid withdrawal @everyone it is not\naddictive, order [here](https://leaf.example)"
    )
    await community.paste(community.general, f"{hostile}. It has no side effects, it is natural and safe.")

    answer = await community.press(community.moderator, await only_entry(community), "Why?")

    assert "@everyone" not in answer
    assert "](https://leaf.example)" not in answer


async def test_why_says_that_a_post_is_gone(community: Community) -> None:
    post = await community.paste(community.general, PITCH)
    community.delete_unseen(community.general, post.id)

    answer = await community.press(community.moderator, await only_entry(community), "Why?")

    assert answer == ENGLISH("case-post-gone", number="1")
    assert community.notes_in(community.general) == []


async def test_why_says_that_a_post_was_edited(community: Community) -> None:
    post = await community.paste(community.general, PITCH)
    await community.edit(post, ONE_YEAR_OFF)

    answer = await community.press(community.moderator, await only_entry(community), "Why?")

    assert ENGLISH("case-why-edited-clean") in answer
    assert "Where the case stands: Note withdrawn" in answer


async def test_why_names_what_it_lacks(community: Community) -> None:
    await community.paste(community.general, PITCH)
    await community.refuse(community.general, view_channel=False)

    answer = await community.press(community.moderator, await only_entry(community), "Why?")

    channel = community.general.mention
    assert answer == ENGLISH("case-post-unreachable", number="1", channel=channel)


# ---- Delete post


async def test_deleting_asks_once_more_and_keeps_the_claims(community: Community) -> None:
    await community.paste(community.general, MARKED)

    answer = await delete_by_press(community, community.moderator)

    assert answer == ENGLISH("case-deleted", number="1")
    assert community.general.history() == []
    assert community.states() == ["deleted"]
    entry = await only_entry(community)
    assert entry.shows(
        "**The post was deleted**",
        "does not cause addiction or dependence",
        f"Post deleted by {community.moderator.mention}",
    )
    assert not entry.shows(MARKER)
    assert not entry.shows(community.member.mention)
    assert buttons_of(entry.message) == []
    (kept,) = community.kept()
    assert "not-addictive" in kept.claims
    assert kept.fingerprints == 0


async def test_asking_deletes_nothing(community: Community) -> None:
    await community.paste(community.general, PITCH)

    await community.press(community.moderator, await only_entry(community), "Delete post")

    assert len(community.general.history()) == 2
    assert community.states() == ["noted"]


async def test_an_article_in_pieces_is_deleted_whole(community: Community) -> None:
    for piece in PIECES[:4]:
        await community.paste(community.general, piece)
    assert len(community.notes_in(community.general)) == 1

    await delete_by_press(community, community.moderator)
    await community.pass_time(minutes=3)

    assert community.notes_in(community.general) == []
    assert community.general.history() == []
    assert community.states() == ["deleted"]


async def test_who_lacks_the_permission_where_the_post_stands_cannot_delete(community: Community) -> None:
    await community.paste(community.general, PITCH)
    role = await community.server.role_of(community.member)
    await community.bot.places.choose(
        community.guild.id, community.manager.id, community.env.now(), moderator_role=role.id
    )

    answer = await community.press(community.member, await only_entry(community), "Delete post")

    assert answer == ENGLISH("case-delete-not-yours", channel=community.general.mention)
    assert len(community.general.history()) == 2


async def test_what_signpost_lacks_to_delete_is_named(community: Community) -> None:
    await community.paste(community.general, PITCH)
    await community.refuse(community.general, manage_messages=False)

    answer = await community.press(community.moderator, await only_entry(community), "Delete post")

    channel = community.general.mention
    assert answer == ENGLISH("case-delete-not-mine", channel=channel, missing="Manage Messages")


async def test_a_question_that_was_answered_by_the_deletion_is_stale(community: Community) -> None:
    post = await community.paste(community.general, PITCH)
    asked = await community.moderator.click((await only_entry(community)).message, label="Delete post")
    assert asked.response is not None
    await community.member.delete(post)

    answer = community.private_answer(await community.moderator.click(asked.response, label="Delete post"))

    assert answer == ENGLISH("case-deleted-before", number="1")
    assert not (await only_entry(community)).shows("Post deleted by")


# ---- who may, and which case


@pytest.mark.parametrize("label", ["Why?", "Withdraw note", "Delete post"])
async def test_a_member_is_refused(community: Community, label: str) -> None:
    await community.paste(community.general, PITCH)

    answer = await community.press(community.member, await only_entry(community), label)

    assert answer == ENGLISH("failure-moderators-only")
    assert len(community.notes_in(community.general)) == 1


@pytest.mark.parametrize("label", BUTTONS)
async def test_a_button_of_another_server_or_a_made_up_one_is_refused(
    community: Community, label: str
) -> None:
    neighbour = await community.neighbour()
    await community.paste(community.general, PITCH)
    stolen = (await only_entry(community)).message
    channel = community.bot.get_channel(neighbour.mod_log.id)
    assert isinstance(channel, discord.TextChannel)
    copied = await channel.send(view=discord.ui.LayoutView.from_message(stolen, timeout=None))
    community.bot.seal = Seal(b"another installation's")
    forged = await forged_entry(community, community.mod_log.id, 1)
    community.bot.seal = Seal(await secret_of(community))

    assert await community.press(neighbour.manager, Entry(copied, ""), label) == ENGLISH(
        "case-unknown-button"
    )
    assert await community.press(community.moderator, forged, label) == ENGLISH("case-unknown-button")

    assert len(community.notes_in(community.general)) == 1
    assert community.states() == ["noted"]


async def secret_of(community: Community) -> bytes:
    """Read the installation's secret from the store."""
    with sqlite3.connect(community.database) as connection:
        (kept,) = connection.execute("SELECT value FROM installation WHERE key = 'secret'").fetchone()
    return bytes.fromhex(kept)


async def test_a_refusal_speaks_the_members_language(community: Community) -> None:
    await community.paste(community.general, PITCH)
    community.speaks(community.member, "es-ES")

    answer = await community.press(community.member, await only_entry(community), "Confirm")

    assert answer.startswith("Esto es para el equipo de moderación")


async def test_an_entry_stands_in_the_servers_language_whoever_presses(community: Community) -> None:
    await community.bot.places.choose(
        community.guild.id, community.manager.id, community.env.now(), language="es"
    )
    await community.paste(community.general, PITCH)

    await community.press(community.moderator, await only_entry(community), "Retirar nota")

    entry = await only_entry(community)
    assert entry.shows("**Nota retirada** · kratom", f"Nota retirada por {community.moderator.mention}")
    assert entry.shows("Afirmaciones:", "it is not addictive")
