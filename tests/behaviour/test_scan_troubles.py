"""What goes wrong while a scan is under way, and what becomes of the scan then."""

import re

import discord
import pytest

from bot.desk import Desk
from bot.scan import pace, reading
from bot.scan.channels import Scope
from bot.store import Places

from .community import Community
from .scanning import go_on, scan_now
from .shown import buttons_of
from .texts import PITCH, SMALL_TALK


def not_yet_told(_channel: Scope, _places: Places) -> None:
    """Know of no permission that is missing, as long as Discord has not told of it."""


async def test_a_channel_deleted_meanwhile_is_left_out_and_named(
    half_done: Community, monkeypatch: pytest.MonkeyPatch
) -> None:
    await half_done.delete_channel(half_done.recovery)

    await go_on(half_done, monkeypatch)

    (report,) = half_done.reports()
    assert report.shows("**Done.**", f"Left out, deleted meanwhile: <#{half_done.recovery.id}>")


async def test_a_channel_deleted_between_two_pages_was_not_read_to_its_end(
    community: Community, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pace, "PAUSE", 3600.0)
    monkeypatch.setattr(pace, "PAGE", 2)
    for _ in range(3):
        community.write_unseen(community.general, SMALL_TALK)
    await community.scan(channel=community.general, since="2025-01-01")

    await community.delete_channel(community.general)
    await go_on(community, monkeypatch)

    (report,) = community.reports()
    assert report.shows("**Done.** 2 posts read, 0 found.")
    assert report.shows(f"Not read to the end, deleted meanwhile: <#{community.general.id}>")


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
    ("status", "why"), [(503, "Discord did not answer"), (403, "Discord does not let me read it")]
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
    (code,) = re.findall(r"Code for whoever runs this bot: `(\w+)`", report.text)
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
