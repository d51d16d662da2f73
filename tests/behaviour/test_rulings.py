"""Rulings: what moderators confirm is known from then on, and what they dismiss is let be."""

import sqlite3

import discord

from bot.desk.buttons import case_buttons
from bot.desk.entry import RULING_ID
from bot.store import CaseState
from bot.texts import texts_in

from .community import Community
from .shown import Entry, buttons_of, parts_of
from .test_privacy import MARKER, bytes_kept, stands_in
from .texts import PITCH

ENGLISH = texts_in("en")
NO_SUCH_CASE = ENGLISH("case-none")
BUTTONS = ["Confirm", "Dismiss", "Why?", "Withdraw note", "Delete post"]
"""Of a case whose note stands."""

ANOTHER_PITCH = (
    "Chronic pain? Kratom relieves pain better than any prescription opioid. It is completely safe and not "
    "addictive, it eases withdrawal within days, and there are no side effects. Buy it with my code."
)

CONFIRMED_TEXT = (
    f"{PITCH}\n\nMy grandmother kept a kratom tree behind the house by the river, and every evening the "
    "neighbours came by with their cups, sat on the low wall and talked until the lamps were lit."
)
QUIET_PIECE = CONFIRMED_TEXT[len(PITCH) + 2 :]
"""A part of it that claims nothing and says nothing of itself."""


def answered(key: str, *more: str, case: int = 1) -> str:
    """Return what is answered in English on a case."""
    return " ".join([ENGLISH(key, number=str(case)), *map(ENGLISH, more)])


async def only_entry(community: Community) -> Entry:
    """Return the one entry of the mod log."""
    (entry,) = community.entries()
    return entry


async def paste_and_rule(community: Community, text: str, label: str) -> Entry:
    """Paste a text in #general and let the moderator rule its case; return the entry as it stands then."""
    await community.paste(community.general, text)
    await community.press(community.moderator, community.entries()[-1], label)
    return community.entries()[-1]


async def test_an_entry_offers_to_confirm_and_to_dismiss(community: Community) -> None:
    await community.paste(community.general, PITCH)

    assert buttons_of((await only_entry(community)).message) == BUTTONS


async def test_confirming_is_answered_in_private_and_shown_on_the_entry(community: Community) -> None:
    await community.paste(community.general, PITCH)
    before = await only_entry(community)

    answer = await community.press(community.moderator, before, "Confirm")

    assert answer == answered("case-confirmed")
    after = await only_entry(community)
    assert after.text.splitlines()[:-1] == before.text.splitlines(), "the quotes are gone"
    assert after.text.splitlines()[-1].startswith(f"**Confirmed** by {community.moderator.mention}: ")
    assert buttons_of(after.message) == BUTTONS
    assert community.pinged_by(after.message) == []
    assert len(community.notes_in(community.general)) == 1


async def test_dismissing_withdraws_the_note_and_says_so(community: Community) -> None:
    await community.paste(community.general, PITCH)
    before = await only_entry(community)

    answer = await community.press(community.moderator, before, "Dismiss")

    assert answer == answered("case-dismissed", "case-dismissed-withdrawn")
    assert community.notes_in(community.general) == []
    assert community.states() == ["withdrawn"]
    after = await only_entry(community)
    assert after.text.splitlines()[1:-1] == before.text.splitlines()[1:], "the quotes are gone"
    assert after.shows(
        "**Note withdrawn**", f"**Dismissed** by {community.moderator.mention}: ", "The note was withdrawn."
    )


async def test_a_ruling_ends_with_its_post_and_the_entry_says_so(community: Community) -> None:
    confirmed = await community.paste(community.general, CONFIRMED_TEXT)
    await community.press(community.moderator, await only_entry(community), "Confirm")

    await community.member.delete(confirmed)
    await community.paste(community.recovery, QUIET_PIECE)

    assert community.notes_in(community.recovery) == []
    entry = await only_entry(community)
    assert entry.shows("**Confirmed** by", "it left this server's list of known pitches.")
    assert not entry.shows("it is on this server's list")


async def test_a_press_that_comes_after_the_deletion_of_the_post_rules_nothing(community: Community) -> None:
    post = await community.paste(community.general, CONFIRMED_TEXT)
    seen_before = await forged_entry(community, community.mod_log.id, 1)
    await community.member.delete(post)

    assert await community.press(community.moderator, seen_before, "Confirm") == NO_SUCH_CASE

    assert not any(entry.shows("**Confirmed**") for entry in community.entries())


async def test_a_case_of_another_server_cannot_be_ruled(community: Community) -> None:
    neighbour = await community.neighbour()
    await community.paste(community.general, PITCH)
    await community.paste(neighbour.general, PITCH, by=neighbour.member)

    for case_id in (1, 99):
        forged = await forged_entry(community, neighbour.mod_log.id, case_id)
        assert await community.press(neighbour.manager, forged, "Dismiss") == NO_SUCH_CASE

    assert len(community.notes_in(community.general)) == 1
    assert community.states() == ["noted", "noted"]


async def forged_entry(
    community: Community, channel_id: int, case_id: int, state: CaseState = CaseState.NOTED
) -> Entry:
    """Post a message of Signpost's with the buttons of any case."""
    channel = community.bot.get_channel(channel_id)
    assert isinstance(channel, discord.TextChannel)
    view = discord.ui.LayoutView(timeout=None)
    for row in case_buttons(ENGLISH, community.bot.seal, channel.guild.id, case_id, state):
        view.add_item(row)
    return Entry(await channel.send(view=view), "")


async def test_a_member_without_permission_is_refused_and_nothing_changes(community: Community) -> None:
    await community.paste(community.general, PITCH)
    before = await only_entry(community)

    for label in ("Confirm", "Dismiss"):
        assert await community.press(community.member, before, label) == ENGLISH("failure-moderators-only")

    assert len(community.notes_in(community.general)) == 1
    assert (await only_entry(community)).text == before.text
    await community.paste(community.recovery, PITCH)
    assert len(community.notes_in(community.recovery)) == 1


async def test_pressing_twice_is_harmless_and_the_first_stays_its_author(community: Community) -> None:
    entry = await paste_and_rule(community, PITCH, "Dismiss")

    answer = await community.press(community.manager, entry, "Dismiss")

    assert answer == ENGLISH("case-dismissed-before", number="1", moderator=community.moderator.mention)
    assert (await only_entry(community)).text == entry.text
    confirmed = await paste_and_rule(community, ANOTHER_PITCH, "Confirm")
    answer = await community.press(community.manager, confirmed, "Confirm")
    assert answer == ENGLISH("case-confirmed-before", number="2", moderator=community.moderator.mention)


async def test_a_ruling_can_be_changed(community: Community) -> None:
    entry = await paste_and_rule(community, PITCH, "Dismiss")

    answer = await community.press(community.manager, entry, "Confirm")

    assert answer == answered("case-confirmed", "case-confirmed-withdrawn")
    changed = await only_entry(community)
    assert changed.shows(f"**Confirmed** by {community.manager.mention}: ", "The note was withdrawn.")
    assert not changed.shows("**Dismissed**")
    assert parts_of(changed.message) == parts_of(entry.message)
    await community.paste(community.recovery, PITCH)
    assert len(community.notes_in(community.recovery)) == 1
    assert community.entries()[-1].shows("case 1 (100% of one stands in the other)")


async def test_rulings_and_buttons_outlive_a_restart(community: Community) -> None:
    await paste_and_rule(community, PITCH, "Dismiss")
    await community.paste(community.general, ANOTHER_PITCH)

    await community.restart()

    await community.paste(community.recovery, PITCH)
    assert community.notes_in(community.recovery) == []
    answer = await community.press(community.moderator, community.entries()[-1], "Confirm")
    assert answer == answered("case-confirmed", case=2)
    await community.pass_time(minutes=61)
    await community.paste(community.recovery, ANOTHER_PITCH)
    assert community.entries()[-1].shows("case 2 (100% of one stands in the other)")


async def test_a_ruling_on_a_covered_flood_keeps_its_count(community: Community) -> None:
    for member in community.members(3):
        await community.paste(community.general, PITCH, by=member)
    entry = await only_entry(community)

    await community.press(community.moderator, entry, "Confirm")
    await community.paste(community.general, PITCH)

    after = await only_entry(community)
    assert after.shows("+3 posts since, silenced by the cool-down", "**Confirmed** by")
    view = discord.ui.LayoutView.from_message(after.message)
    assert view.find_item(RULING_ID) is not None
    assert buttons_of(after.message) == BUTTONS


async def test_an_observed_case_can_be_ruled_too(community: Community) -> None:
    await community.command(community.manager, "mode", mode="observe")
    await community.paste(community.general, PITCH)

    answer = await community.press(community.moderator, await only_entry(community), "Dismiss")

    assert answer == answered("case-dismissed")
    await community.paste(community.recovery, PITCH)
    assert len(community.entries()) == 1


async def test_a_note_that_is_gone_already_is_no_trouble(community: Community) -> None:
    await community.paste(community.general, PITCH)
    (note,) = community.notes_in(community.general)
    community.delete_unseen(community.general, note.message.id)

    answer = await community.press(community.moderator, await only_entry(community), "Dismiss")

    assert answer == answered("case-dismissed", "case-dismissed-withdrawn")
    assert community.states() == ["withdrawn"]


async def test_a_note_that_cannot_be_deleted_now_is_withdrawn_later(community: Community) -> None:
    await community.paste(community.general, PITCH)
    (note,) = community.notes_in(community.general)
    community.break_deleting(community.general, note.message.id)

    answer = await community.press(community.moderator, await only_entry(community), "Dismiss")

    assert answer == answered("case-dismissed", "case-dismissed-stands")
    assert len(community.notes_in(community.general)) == 1
    community.mend_sending()
    await community.pass_time(minutes=11)
    assert community.notes_in(community.general) == []
    assert (await only_entry(community)).shows("**Dismissed** by", "The note was withdrawn.")


async def test_a_note_is_withdrawn_after_a_crash_in_between(community: Community) -> None:
    await community.paste(community.general, PITCH)

    def ruled_just_before_the_crash(store: sqlite3.Connection) -> None:
        store.execute("UPDATE cases SET ruling = 'dismissed', ruled_by = 7, ruled_at = '2026-03-01 12:00:00'")

    await community.restart(while_down=ruled_just_before_the_crash)

    assert community.notes_in(community.general) == []
    assert community.states() == ["withdrawn"]


async def test_an_expired_case_cannot_be_ruled_and_is_on_no_list(community: Community) -> None:
    await paste_and_rule(community, PITCH, "Dismiss")
    seen_before = await forged_entry(community, community.mod_log.id, 1)

    def wait_a_quarter(_: sqlite3.Connection) -> None:
        community.let_time_go_by_unseen(hours=24 * 91)

    await community.restart(while_down=wait_a_quarter)

    assert community.states() == []
    assert await community.press(community.moderator, seen_before, "Confirm") == NO_SUCH_CASE
    await community.paste(community.general, PITCH)
    assert len(community.notes_in(community.general)) == 1


async def test_the_store_keeps_the_moderator_and_no_word_and_no_writer(community: Community) -> None:
    await paste_and_rule(community, f"{PITCH} {MARKER}", "Confirm")
    await paste_and_rule(community, f"{ANOTHER_PITCH} {MARKER}", "Dismiss")
    await community.paste(community.recovery, f"{PITCH} {MARKER}")

    kept = bytes_kept(community)
    assert MARKER.encode() not in kept
    assert stands_in(kept, community.moderator.id)
    assert not stands_in(kept, community.member.id)
