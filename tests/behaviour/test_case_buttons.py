"""The buttons of a case: who may press them, and Withdraw note."""

import sqlite3

import discord
import pytest

from bot.seal import Seal

from .community import Community
from .shown import Entry, buttons_of
from .test_rulings import ANOTHER_PITCH, BUTTONS, ENGLISH, forged_entry, only_entry
from .texts import PITCH, SMALL_TALK


def tells_nothing_of(entry: Entry, *words: str) -> bool:
    """Say whether an entry quotes none of these words."""
    return not any(entry.shows(each) for each in words)


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
