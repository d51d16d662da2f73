"""Review: a moderator releases each note; what nobody releases in time ends quietly."""

import sqlite3

import pytest

from bot.policy import Mode
from bot.store import Case

from .community import Community
from .shown import text_of
from .test_rulings import ANOTHER_PITCH
from .texts import PITCH, SMALL_TALK

HALF_A_DAY = 12
"""Hours that a case waits where a server chose nothing else."""

A_ROUND = 3
"""Minutes in which Signpost looks at what is over at least once."""


@pytest.fixture
async def reviewing(community: Community) -> Community:
    """Give a community whose manager has chosen review."""
    await community.command(community.manager, "mode", mode="review")
    return community


async def hours_later(community: Community, hours: float) -> None:
    """Let hours go by while Signpost is down, and Signpost look at what is over by then."""
    await community.restart(while_down=lambda _: community.let_time_go_by_unseen(hours))
    await community.pass_time(A_ROUND)


async def release(community: Community, case_id: int = 1) -> Case | None:
    """Put a case's note on its way, as the moderator."""
    return await community.bot.waiting.release(
        case_id, community.guild.id, community.moderator.id, community.env.now()
    )


async def test_ten_people_pasting_wait_as_one(reviewing: Community) -> None:
    for member in reviewing.members(10):
        await reviewing.paste(reviewing.general, PITCH, by=member)

    assert reviewing.notes_in(reviewing.general) == []
    (entry,) = reviewing.entries()
    assert entry.shows("Waiting for a moderator", "+9 posts")
    assert reviewing.states() == ["waiting", *["silenced"] * 9]


async def test_ten_who_paste_in_the_same_instant_wait_as_one_too(reviewing: Community) -> None:
    await reviewing.all_at_once(reviewing.general, PITCH, 10)

    assert len(reviewing.entries()) == 1
    assert sorted(reviewing.states()) == [*["silenced"] * 9, "waiting"]


async def test_a_later_post_waits_for_itself_once_the_cool_down_is_over(reviewing: Community) -> None:
    await reviewing.paste(reviewing.general, PITCH)
    reviewing.let_time_go_by_unseen(0.6)

    await reviewing.paste(reviewing.general, PITCH)

    assert reviewing.states() == ["waiting", "waiting"]
    assert len(reviewing.entries()) == 2


async def test_each_channel_waits_for_itself(reviewing: Community) -> None:
    await reviewing.paste(reviewing.general, PITCH)
    await reviewing.paste(reviewing.recovery, PITCH)

    assert reviewing.states() == ["waiting", "waiting"]


async def test_what_nobody_releases_ends_quietly_after_half_a_day(reviewing: Community) -> None:
    await reviewing.paste(reviewing.general, PITCH)

    await hours_later(reviewing, HALF_A_DAY - 0.5)
    assert reviewing.states() == ["waiting"]
    await reviewing.pass_time(30)

    assert reviewing.states() == ["never released"]
    assert reviewing.notes_in(reviewing.general) == []
    assert len(reviewing.entries()) == 1
    assert reviewing.told() == []
    assert await release(reviewing) is None


async def test_a_server_chooses_how_long_a_case_waits(reviewing: Community) -> None:
    await reviewing.bot.places.choose(reviewing.guild.id, None, reviewing.env.now(), review_hours=1)
    await reviewing.paste(reviewing.general, PITCH)

    await hours_later(reviewing, 1)

    assert reviewing.states() == ["never released"]


async def test_after_an_end_without_release_the_next_post_is_judged_as_if_there_were_none(
    reviewing: Community,
) -> None:
    await reviewing.bot.places.choose(
        reviewing.guild.id, None, reviewing.env.now(), review_hours=1, cooldown=4 * 3600
    )
    await reviewing.paste(reviewing.general, PITCH)
    await hours_later(reviewing, 1)

    await reviewing.paste(reviewing.general, PITCH)

    assert reviewing.states() == ["never released", "waiting"]


async def test_a_dismissal_ends_the_waiting(reviewing: Community) -> None:
    await reviewing.paste(reviewing.general, PITCH)
    (entry,) = reviewing.entries()

    await reviewing.press(reviewing.moderator, entry, "Dismiss")
    await reviewing.press(reviewing.moderator, entry, "Dismiss")

    assert reviewing.states() == ["never released"]
    assert await release(reviewing) is None
    assert reviewing.notes_in(reviewing.general) == []


async def test_what_waited_behind_a_dismissed_case_and_is_another_text_waits_in_its_place(
    reviewing: Community,
) -> None:
    await reviewing.paste(reviewing.general, PITCH)
    await reviewing.paste(reviewing.general, PITCH)
    await reviewing.paste(reviewing.general, ANOTHER_PITCH)
    (entry,) = reviewing.entries()

    await reviewing.press(reviewing.moderator, entry, "Dismiss")
    await reviewing.pass_time(A_ROUND)

    assert reviewing.states() == ["never released", "silenced", "waiting"]
    assert reviewing.notes_in(reviewing.general) == []
    assert reviewing.entries()[-1].shows("Waiting for a moderator", "no side effects")


async def test_who_confirms_publishes_nothing_and_can_still_release(reviewing: Community) -> None:
    await reviewing.paste(reviewing.general, PITCH)
    (entry,) = reviewing.entries()

    await reviewing.press(reviewing.moderator, entry, "Confirm")

    assert reviewing.states() == ["waiting"]
    assert reviewing.notes_in(reviewing.general) == []
    assert await release(reviewing) is not None


async def test_a_post_edited_clean_waits_no_longer_and_its_quotes_go(reviewing: Community) -> None:
    post = await reviewing.paste(reviewing.general, PITCH)

    await reviewing.edit(post, SMALL_TALK)

    assert reviewing.states() == ["edited clean"]
    (entry,) = reviewing.entries()
    assert not entry.shows("Kratom eases")
    assert await release(reviewing) is None


async def test_a_deleted_post_waits_no_longer_and_its_quotes_go(reviewing: Community) -> None:
    post = await reviewing.paste(reviewing.general, PITCH)

    await reviewing.member.delete(post)

    assert reviewing.states() == ["deleted"]
    (entry,) = reviewing.entries()
    assert not entry.shows("Kratom eases")


async def test_a_copy_waits_in_place_of_a_deleted_post(reviewing: Community) -> None:
    post = await reviewing.paste(reviewing.general, PITCH)
    await reviewing.paste(reviewing.general, PITCH)

    await reviewing.member.delete(post)
    await reviewing.pass_time(A_ROUND)

    assert reviewing.states() == ["deleted", "waiting"]
    assert reviewing.notes_in(reviewing.general) == []
    await hours_later(reviewing, HALF_A_DAY)
    assert reviewing.states() == ["deleted", "never released"]


async def test_a_deleted_channel_takes_what_waits_along(reviewing: Community) -> None:
    await reviewing.paste(reviewing.recovery, PITCH)

    await reviewing.delete_channel(reviewing.recovery)

    assert reviewing.states() == ["deleted"]


async def test_a_post_edited_into_another_pitch_waits_on_and_shows_what_it_says_now(
    reviewing: Community,
) -> None:
    post = await reviewing.paste(reviewing.general, PITCH)
    await reviewing.paste(reviewing.general, PITCH)
    await hours_later(reviewing, HALF_A_DAY - 1)

    await reviewing.edit(post, ANOTHER_PITCH)

    (entry,) = reviewing.entries()
    assert not entry.shows("takes the cravings away")
    assert entry.shows("Waiting for a moderator", "+1 post")
    assert reviewing.states() == ["waiting", "silenced"]
    await hours_later(reviewing, 1)
    assert reviewing.states() == ["never released", "silenced"]


async def test_a_post_that_is_a_pitch_again_waits_again(reviewing: Community) -> None:
    post = await reviewing.paste(reviewing.general, PITCH)
    await reviewing.edit(post, SMALL_TALK)

    await reviewing.edit(post, PITCH)

    assert reviewing.states() == ["waiting"]
    (entry,) = reviewing.entries()
    assert entry.shows("Waiting for a moderator")


@pytest.mark.parametrize("mode", ["off", "observe", "note"])
async def test_what_waits_can_be_released_whatever_the_mode_is_by_then(
    reviewing: Community, mode: str
) -> None:
    await reviewing.paste(reviewing.general, PITCH)

    await reviewing.command(reviewing.manager, "mode", mode=mode)

    assert reviewing.states() == ["waiting"]
    assert await release(reviewing) is not None


@pytest.mark.parametrize("mode", ["observe", "review", "note"])
async def test_a_note_released_just_before_a_crash_is_sent_after_it(reviewing: Community, mode: str) -> None:
    post = await reviewing.paste(reviewing.general, PITCH)
    await hours_later(reviewing, HALF_A_DAY - 1)
    await release(reviewing)
    await reviewing.bot.places.choose(reviewing.guild.id, None, reviewing.env.now(), mode=Mode(mode))

    await reviewing.restart()

    (note,) = reviewing.notes_in(reviewing.general)
    assert note.answers == post.id
    assert reviewing.states() == ["noted"]
    assert len(reviewing.entries()) == 1


async def test_what_was_silenced_by_a_released_note_waits_when_that_one_goes(reviewing: Community) -> None:
    post = await reviewing.paste(reviewing.general, PITCH)
    await release(reviewing)
    await reviewing.restart()
    await reviewing.paste(reviewing.general, PITCH)
    assert reviewing.states() == ["noted", "silenced"]

    await reviewing.member.delete(post)
    await reviewing.pass_time(A_ROUND)

    assert reviewing.states() == ["deleted", "waiting"]
    assert reviewing.notes_in(reviewing.general) == []


async def test_what_waits_outlives_a_restart(reviewing: Community) -> None:
    await reviewing.paste(reviewing.general, PITCH)

    await reviewing.restart()
    await reviewing.paste(reviewing.general, PITCH)

    assert reviewing.states() == ["waiting", "silenced"]
    (entry,) = reviewing.entries()
    assert entry.shows("+1 post")


async def test_an_entry_that_a_crash_held_up_is_written(reviewing: Community) -> None:
    await reviewing.paste(reviewing.general, PITCH)
    (entry,) = reviewing.entries()

    def crash_before_the_entry(connection: sqlite3.Connection) -> None:
        connection.execute("UPDATE cases SET entry_due = 1, entry_id = NULL, entry_channel_id = NULL")
        reviewing.delete_unseen(reviewing.mod_log, entry.message.id)

    await reviewing.restart(while_down=crash_before_the_entry)

    (written,) = reviewing.entries()
    assert written.message.id != entry.message.id
    assert written.text == entry.text
    assert reviewing.states() == ["waiting"]


async def test_a_note_that_a_fault_held_up_waits_once_its_server_reviews(community: Community) -> None:
    community.break_sending(community.general)
    await community.paste(community.general, PITCH)
    assert community.states() == ["sending"]

    await community.command(community.manager, "mode", mode="review")
    community.mend_sending()
    await community.pass_time(A_ROUND)

    assert community.states() == ["waiting"]
    assert community.notes_in(community.general) == []
    (entry,) = community.entries()
    assert entry.shows("Waiting for a moderator")
    assert await release(community) is not None


async def test_without_a_mod_log_a_case_just_waits(newcomer: Community) -> None:
    await newcomer.confirm_setup()
    await newcomer.command(newcomer.manager, "mode", mode="review")

    await newcomer.paste(newcomer.general, PITCH)

    assert newcomer.states() == ["waiting"]
    assert await release(newcomer) is not None


async def test_pluralkits_copy_waits_in_place_of_the_members_post(reviewing: Community) -> None:
    await reviewing.command(reviewing.manager, "webhooks", source="PluralKit", read=True)

    copy = await reviewing.proxied(reviewing.general, PITCH)
    await reviewing.pass_time(0.1)

    (waiting,) = [kept for kept in reviewing.kept() if kept.state == "waiting"]
    assert waiting.message_id == copy
    (entry,) = reviewing.entries()
    assert entry.shows("Waiting for a moderator")
    assert reviewing.notes_in(reviewing.general) == []


async def test_one_channel_can_be_reviewed_in_a_server_that_notes(community: Community) -> None:
    await community.command(community.manager, "mode", mode="review", channel=community.recovery)

    await community.paste(community.general, PITCH)
    await community.paste(community.recovery, PITCH)

    assert len(community.notes_in(community.general)) == 1
    assert community.notes_in(community.recovery) == []
    assert community.states() == ["noted", "waiting"]


async def test_a_scan_observes_unless_it_was_asked_for_notes(reviewing: Community) -> None:
    reviewing.write_unseen(reviewing.general, PITCH)

    await reviewing.scan(last=100)

    assert reviewing.states() == ["observed"]


async def test_a_scan_that_may_note_lets_what_it_finds_wait(reviewing: Community) -> None:
    reviewing.write_unseen(reviewing.general, PITCH)
    reviewing.write_unseen(reviewing.general, PITCH)
    await hours_later(reviewing, HALF_A_DAY)

    await reviewing.scan(last=100, notes=True)

    assert reviewing.states() == ["waiting", "silenced"]
    assert reviewing.notes_in(reviewing.general) == []
    await hours_later(reviewing, HALF_A_DAY - 0.1)
    assert reviewing.states() == ["waiting", "silenced"]


@pytest.mark.parametrize("mode", ["note", "review"])
async def test_a_server_without_notes_in_threads_observes_there(community: Community, mode: str) -> None:
    now = community.env.now()
    await community.bot.places.choose(community.guild.id, None, now, mode=Mode(mode), notes_in_threads=False)
    thread = await community.open_thread(community.general, "later")

    await community.paste(thread, PITCH)
    await community.forum_post("What helped my brother", PITCH)

    assert community.states() == ["observed", "observed"]
    assert community.notes_in(thread) == []
    assert all("this server has no notes in threads" in text_of(e.message) for e in community.entries())
    await community.paste(community.general, PITCH)
    assert community.states()[-1] == ("noted" if mode == "note" else "waiting")


async def test_a_topic_that_is_switched_off_gets_nothing(community: Community) -> None:
    await community.bot.places.choose(community.guild.id, None, community.env.now(), topics=("tianeptine",))

    await community.paste(community.general, PITCH)

    assert community.states() == []
    assert community.notes_in(community.general) == []
