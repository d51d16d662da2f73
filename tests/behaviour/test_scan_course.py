"""A scan under way: its report, its Cancel button, a restart in the middle, and what goes wrong meanwhile."""

import re
from datetime import UTC, datetime

import discord
import pytest

from bot import words
from bot.desk import Desk
from bot.scan import pace, reading, wording
from bot.scan.channels import Scope
from bot.store import Places, Scan, Scans

from .community import Community
from .shown import buttons_of
from .texts import PITCH, SMALL_TALK


@pytest.fixture
async def half_done(community: Community, monkeypatch: pytest.MonkeyPatch) -> Community:
    """Give a community whose scan stands after #general, with #recovery and others to go."""
    monkeypatch.setattr(pace, "PAUSE", 3600.0)
    for channel in (community.general, community.recovery):
        community.write_unseen(channel, PITCH)
    await community.scan(last=100)
    return community


async def go_on(community: Community, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the scan run to its end."""
    monkeypatch.setattr(pace, "PAUSE", 0.0)
    await community.pass_time(minutes=61)


async def scan_now(community: Community, monkeypatch: pytest.MonkeyPatch) -> None:
    """Scan the whole server without a pause."""
    monkeypatch.setattr(pace, "PAUSE", 0.0)
    await community.scan(last=100)


def not_yet_told(_channel: Scope, _places: Places) -> None:
    """Know of no permission that is missing, as long as Discord has not told of it."""


async def test_the_report_shows_how_far_it_is(half_done: Community) -> None:
    (report,) = half_done.reports()

    assert report.shows("**Reading old posts**: this server, the last 100 of each", "of about 3 posts", "0%")
    assert buttons_of(report.message) == ["Cancel"]
    assert half_done.scan_states() == ["running"]


async def test_it_goes_on_by_itself_to_the_end(half_done: Community, monkeypatch: pytest.MonkeyPatch) -> None:
    await go_on(half_done, monkeypatch)

    (report,) = half_done.reports()
    assert report.shows("**Done.**", "2 found")
    assert buttons_of(report.message) == []
    assert half_done.states() == ["observed", "observed"]
    assert half_done.scan_states() == ["done"]


async def test_the_report_is_not_edited_at_every_page(
    community: Community, monkeypatch: pytest.MonkeyPatch
) -> None:
    await scan_now(community, monkeypatch)

    edits = [
        each
        for each in community.env.http_requests
        if each.method == "PATCH" and "@original" not in each.path
    ]
    assert len(edits) == 1, "only its end"


async def test_a_page_that_comes_later_is_shown(half_done: Community) -> None:
    await half_done.pass_time(minutes=61)

    (report,) = half_done.reports()
    assert report.shows("1 found", f"Now: {half_done.recovery.mention}")


# Cancelling


async def test_a_moderator_cancels_it(half_done: Community, monkeypatch: pytest.MonkeyPatch) -> None:
    (report,) = half_done.reports()

    answer = await half_done.press(half_done.moderator, report, "Cancel")
    await go_on(half_done, monkeypatch)

    assert answer == wording.CANCELLED
    (report,) = half_done.reports()
    assert report.shows(f"**Cancelled** by <@{half_done.moderator.id}>.", "1 found")
    assert buttons_of(report.message) == []
    assert half_done.states() == ["observed"]


async def test_it_is_cancelled_after_a_restart(half_done: Community) -> None:
    await half_done.restart()
    (report,) = half_done.reports()

    answer = await half_done.press(half_done.moderator, report, "Cancel")

    assert answer == wording.CANCELLED
    assert half_done.scan_states() == ["cancelled"]


async def test_a_member_cannot_cancel_it(half_done: Community) -> None:
    (report,) = half_done.reports()

    assert await half_done.press(half_done.member, report, "Cancel") == words.MODERATORS_ONLY
    assert half_done.scan_states() == ["running"]


async def test_cancelling_twice_changes_nothing(half_done: Community) -> None:
    scanner, guild = half_done.bot.scanner, half_done.guild.id
    await scanner.cancel(1, guild, half_done.moderator.id)

    assert await scanner.cancel(1, guild, half_done.manager.id) == wording.OVER_ALREADY
    await half_done.pass_time(minutes=3)
    (report,) = half_done.reports()
    assert report.shows(f"**Cancelled** by <@{half_done.moderator.id}>.")


async def test_cancelled_just_as_it_is_taken_up_again_it_reads_nothing_more(
    half_done: Community, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pace, "PAUSE", 0.0)
    unfinished = Scans.unfinished

    async def cancelled_once_listed(scans: Scans) -> list[Scan]:
        listed = await unfinished(scans)
        await half_done.bot.scanner.cancel(1, half_done.guild.id, half_done.moderator.id)
        return listed

    monkeypatch.setattr(Scans, "unfinished", cancelled_once_listed)
    await half_done.restart()

    assert half_done.scan_states() == ["cancelled"]
    assert half_done.states() == ["observed"], "of #general, read before"
    (report,) = half_done.reports()
    assert report.shows(f"**Cancelled** by <@{half_done.moderator.id}>.")
    assert buttons_of(report.message) == []


async def test_another_servers_moderators_cannot_cancel_it(half_done: Community) -> None:
    other = await half_done.neighbour()
    their_guild = other.general.guild
    assert their_guild is not None

    answer = await half_done.bot.scanner.cancel(1, their_guild.id, other.manager.id)

    assert answer == wording.OVER_ALREADY
    assert half_done.scan_states() == ["running"]


# One at a time


async def test_a_second_scan_of_the_server_is_refused_with_the_first_ones_report(
    half_done: Community,
) -> None:
    proposal = await half_done.propose_scan(last=10)

    (report,) = half_done.reports()
    answer = half_done.private_answer(proposal)
    assert answer.startswith("A scan runs in this server already")
    assert report.message.jump_url in answer


async def test_of_two_proposals_only_one_starts(
    community: Community, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pace, "PAUSE", 3600.0)
    first, second = await community.propose_scan(last=10), await community.propose_scan(last=10)

    await community.answer_proposal(first, "Start")
    answer = await community.answer_proposal(second, "Start")

    assert answer.startswith("A scan runs in this server already")
    assert community.scan_states() == ["running", "proposed"]


async def test_a_scan_waits_while_others_read(half_done: Community, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pace, "AT_ONCE", 1)
    monkeypatch.setattr(pace, "WAIT", 60.0)
    other = await half_done.neighbour()
    half_done.write_unseen(other.general, PITCH, by=other.member)
    proposal = await other.manager.slash(other.general, "signpost scan", last=10)
    assert proposal.response is not None
    await other.manager.click(proposal.response, label="Start")

    (report,) = half_done.reports(other.mod_log)
    assert report.shows(wording.WAITING)
    (first,) = half_done.reports()
    await half_done.press(half_done.moderator, first, "Cancel")
    monkeypatch.setattr(pace, "PAUSE", 0.0)
    await half_done.pass_time(minutes=2)

    (report,) = half_done.reports(other.mod_log)
    assert report.shows("**Done.**", "1 found")


# Going on


async def test_after_a_restart_it_goes_on_where_it_was(
    half_done: Community, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pace, "PAUSE", 0.0)
    await half_done.restart()

    (report,) = half_done.reports()
    assert report.shows("**Done.**", "2 found")
    assert half_done.states() == ["observed", "observed"]
    assert len(half_done.entries()) == 2


async def test_a_channel_that_was_read_is_not_asked_for_again(
    half_done: Community, monkeypatch: pytest.MonkeyPatch
) -> None:
    await go_on(half_done, monkeypatch)
    before = len(half_done.env.http_requests)

    await half_done.restart()

    later = half_done.env.http_requests[before:]
    assert not [each for each in later if each.method == "GET" and each.path.endswith("/messages")]


async def test_an_end_that_could_not_be_shown_is_shown_later(
    community: Community, monkeypatch: pytest.MonkeyPatch
) -> None:
    community.env.inject_error("PATCH", f"/channels/{community.mod_log.id}/messages/*", status=503, times=1)
    await scan_now(community, monkeypatch)
    (report,) = community.reports()
    assert report.shows("**Reading old posts**")

    await community.pass_time(minutes=3)

    (report,) = community.reports()
    assert report.shows("**Done.**")


async def test_a_report_that_somebody_deleted_is_written_anew(half_done: Community) -> None:
    (report,) = half_done.reports()
    await half_done.moderator.delete(report.message)

    await half_done.pass_time(minutes=61)

    (report,) = half_done.reports()
    assert buttons_of(report.message) == ["Cancel"]


# What goes wrong meanwhile


async def test_a_channel_deleted_meanwhile_is_left_out_and_named(
    half_done: Community, monkeypatch: pytest.MonkeyPatch
) -> None:
    await half_done.delete_channel(half_done.recovery)

    await go_on(half_done, monkeypatch)

    (report,) = half_done.reports()
    assert report.shows("**Done.**", f"Left out, deleted meanwhile: <#{half_done.recovery.id}>")


async def test_the_one_channel_of_a_scan_deleted_while_down_ends_it(
    community: Community, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pace, "PAUSE", 3600.0)
    community.write_unseen(community.recovery, SMALL_TALK)
    await community.scan(channel=community.recovery, last=100)

    await community.restart(while_down=lambda _: community.env.backend.delete_channel(community.recovery.id))

    (report,) = community.reports()
    assert report.shows("**Stopped**: the channel is gone or I cannot see it.")


async def test_without_its_mod_log_a_scan_ends(half_done: Community) -> None:
    await half_done.delete_channel(half_done.mod_log)

    await half_done.pass_time(minutes=61)

    assert half_done.scan_states() == ["failed"]
    assert half_done.states() == ["observed"]


async def test_in_a_server_that_removed_signpost_a_scan_ends(half_done: Community) -> None:
    await half_done.throw_out()

    await half_done.pass_time(minutes=61)

    assert half_done.scan_states() == ["failed"]


async def test_a_channel_put_off_limits_meanwhile_is_not_read(
    half_done: Community, monkeypatch: pytest.MonkeyPatch
) -> None:
    await half_done.command(half_done.manager, "mode", mode="off", channel=half_done.recovery)

    await go_on(half_done, monkeypatch)

    assert half_done.states() == ["observed"]


@pytest.mark.parametrize(
    ("permission", "lacks"),
    [("view_channel", "I lack View Channel"), ("read_message_history", "I lack Read Message History")],
)
async def test_a_channel_closed_to_it_midway_is_not_read_to_its_end(
    community: Community, monkeypatch: pytest.MonkeyPatch, permission: str, lacks: str
) -> None:
    monkeypatch.setattr(pace, "PAUSE", 3600.0)
    monkeypatch.setattr(pace, "PAGE", 2)
    for text in (PITCH, SMALL_TALK, SMALL_TALK, PITCH):
        community.write_unseen(community.general, text)
    await community.scan(channel=community.general, since="2025-01-01")

    await community.refuse(community.general, **{permission: False})
    await go_on(community, monkeypatch)

    (report,) = community.reports()
    assert report.shows("**Done.** 2 posts read, 1 found.")
    assert report.shows(f"Not read to the end, {lacks}: {community.general.mention}")


async def test_an_empty_page_for_want_of_a_permission_is_no_end(
    community: Community, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pace, "PAUSE", 3600.0)
    proposal = await community.propose_scan(channel=community.general, last=100)
    with monkeypatch.context() as untold:
        untold.setattr(reading, "why_left_out", not_yet_told)
        await community.refuse(community.general, read_message_history=False)
        await community.answer_proposal(proposal, "Start")

    await go_on(community, monkeypatch)

    (report,) = community.reports()
    assert report.shows(f"I lack Read Message History: {community.general.mention}")


async def test_what_passes_is_tried_again(community: Community, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pace, "RETRIES", (0.0, 0.0))
    community.write_unseen(community.general, PITCH)
    proposal = await community.propose_scan(channel=community.general, last=10)
    community.break_reading(community.general, 503, times=2)
    monkeypatch.setattr(pace, "PAUSE", 0.0)

    await community.answer_proposal(proposal, "Start")

    assert community.states() == ["observed"]


async def test_troubles_far_apart_do_not_add_up(
    community: Community, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pace, "RETRIES", (0.0,))
    monkeypatch.setattr(pace, "PAGE", 1)
    monkeypatch.setattr(pace, "PAUSE", 3600.0)
    for text in (SMALL_TALK, SMALL_TALK, PITCH):
        community.write_unseen(community.general, text)
    await community.scan(channel=community.general, since="2025-01-01")

    for _ in range(3):
        community.break_reading(community.general, 503, times=1)
        await community.pass_time(minutes=61)
    await go_on(community, monkeypatch)

    (report,) = community.reports()
    assert report.shows("**Done.** 3 posts read, 1 found.")


@pytest.mark.parametrize(
    ("status", "why"), [(503, "Discord did not answer"), (403, "Discord refuses it to me")]
)
async def test_a_channel_that_discord_does_not_give_is_left_out_and_named(
    community: Community, monkeypatch: pytest.MonkeyPatch, status: int, why: str
) -> None:
    monkeypatch.setattr(pace, "RETRIES", (0.0, 0.0))
    community.break_reading(community.general, status)
    community.write_unseen(community.recovery, PITCH)

    await scan_now(community, monkeypatch)

    (report,) = community.reports()
    assert report.shows("**Done.**", f"Left out, {why}: {community.general.mention}")
    assert community.states() == ["observed"]


async def test_a_fault_that_nobody_foresaw_ends_it_after_a_few_tries_with_a_code(
    community: Community, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    tries: list[int] = []

    async def break_off(_: Desk, message: discord.Message, *__: object, **___: object) -> bool:
        tries.append(message.id)
        raise ZeroDivisionError

    monkeypatch.setattr(Desk, "look_back", break_off)
    community.write_unseen(community.general, PITCH)
    await scan_now(community, monkeypatch)
    assert community.scan_states() == ["running"]

    await community.pass_time(minutes=20)

    assert len(tries) == pace.TRIES
    (report,) = community.reports()
    assert report.shows("**Stopped**: something unforeseen went wrong")
    assert buttons_of(report.message) == []
    (code,) = re.findall(r"Code for the operator: `(\w+)`", report.text)
    assert f"code {code}" in caplog.text


async def test_a_fault_that_passes_does_not_end_it(
    community: Community, monkeypatch: pytest.MonkeyPatch
) -> None:
    look_back = Desk.look_back
    monkeypatch.delattr(Desk, "look_back")
    community.write_unseen(community.general, PITCH)
    await scan_now(community, monkeypatch)
    monkeypatch.setattr(Desk, "look_back", look_back, raising=False)

    await community.pass_time(minutes=3)

    (report,) = community.reports()
    assert report.shows("**Done.**", "1 found")


async def test_a_date_of_today_is_no_future(community: Community) -> None:
    today = datetime.fromtimestamp(community.env.now().timestamp(), UTC)

    proposal = await community.propose_scan(since=f"{today:%Y-%m-%d}")

    assert community.private_answer(proposal).startswith("I would read")
