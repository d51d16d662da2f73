"""A scan under way: its report, its Cancel button, and a restart in the middle."""

import asyncio

import pytest
import simcord

from bot.scan import Press, pace
from bot.store import Deed, Scan, Scans
from bot.texts import texts_in

from .community import Community
from .scanning import go_on, scan_now
from .shown import buttons_of
from .texts import PITCH

EN = texts_in("en")


def by(community: Community, member: simcord.MemberActor, guild_id: int | None = None) -> Press:
    """Make a moderator's press on a button, in a server, the community's if none is named."""
    return Press(1, guild_id or community.guild.id, member.id, community.env.now(), EN)


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

    assert answer == EN("scan-cancelled")
    (report,) = half_done.reports()
    assert report.shows(f"**Cancelled** by <@{half_done.moderator.id}>.", "1 found")
    assert buttons_of(report.message) == []
    assert half_done.states() == ["observed"]


async def test_it_is_cancelled_after_a_restart(half_done: Community) -> None:
    await half_done.restart()
    (report,) = half_done.reports()

    answer = await half_done.press(half_done.moderator, report, "Cancel")

    assert answer == EN("scan-cancelled")
    assert half_done.scan_states() == ["cancelled"]


async def test_a_member_cannot_cancel_it(half_done: Community) -> None:
    (report,) = half_done.reports()

    assert await half_done.press(half_done.member, report, "Cancel") == EN("failure-moderators-only")
    assert half_done.scan_states() == ["running"]


async def test_cancelling_twice_changes_nothing(half_done: Community) -> None:
    scanner = half_done.bot.scanner
    await scanner.cancel(by(half_done, half_done.moderator), 1)

    assert await scanner.cancel(by(half_done, half_done.manager), 1) == EN("scan-over-already")
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
        await half_done.bot.scanner.cancel(by(half_done, half_done.moderator), 1)
        return listed

    monkeypatch.setattr(Scans, "unfinished", cancelled_once_listed)
    await half_done.restart()

    assert half_done.scan_states() == ["cancelled"]
    assert half_done.states() == ["observed"], "of #general, read before"
    (report,) = half_done.reports()
    assert report.shows(f"**Cancelled** by <@{half_done.moderator.id}>.")
    assert buttons_of(report.message) == []


async def test_cancelled_by_two_in_one_moment_it_ends_once(half_done: Community) -> None:
    scanner = half_done.bot.scanner

    answers = await asyncio.gather(
        scanner.cancel(by(half_done, half_done.moderator), 1),
        scanner.cancel(by(half_done, half_done.manager), 1),
    )
    await half_done.pass_time(minutes=3)

    assert answers == [EN("scan-cancelled"), EN("scan-over-already")]
    (report,) = half_done.reports()
    assert report.shows(f"**Cancelled** by <@{half_done.moderator.id}>.")


async def test_another_servers_moderators_cannot_cancel_it(half_done: Community) -> None:
    other = await half_done.neighbour()
    their_guild = other.general.guild
    assert their_guild is not None

    answer = await half_done.bot.scanner.cancel(by(half_done, other.manager, their_guild.id), 1)

    assert answer == EN("scan-over-already")
    assert half_done.scan_states() == ["running"]


# One at a time


async def test_a_second_scan_of_the_server_is_refused_with_the_first_ones_report(
    half_done: Community,
) -> None:
    proposal = await half_done.propose_scan(last=10)

    (report,) = half_done.reports()
    answer = half_done.private_answer(proposal)
    assert answer.startswith("A scan is already running in this server")
    assert report.message.jump_url in answer


async def test_of_two_proposals_only_one_starts(
    community: Community, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pace, "PAUSE", 3600.0)
    first, second = await community.propose_scan(last=10), await community.propose_scan(last=10)

    await community.answer_proposal(first, "Start")
    answer = await community.answer_proposal(second, "Start")

    assert answer.startswith("A scan is already running in this server")
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
    assert report.shows(EN("scan-waiting"))
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


@pytest.mark.parametrize(("status", "code"), [(429, 30046), (403, 50005), (400, 50035)])
async def test_an_end_that_cannot_be_edited_in_is_written_anew_in_its_place(
    half_done: Community, monkeypatch: pytest.MonkeyPatch, status: int, code: int
) -> None:
    (report,) = half_done.reports()
    stale = f"/channels/{half_done.mod_log.id}/messages/{report.message.id}"
    half_done.env.inject_error("PATCH", stale, status=status, code=code, message="no more edits", times=None)

    await go_on(half_done, monkeypatch)

    (report,) = half_done.reports()
    assert report.shows("**Done.**", "2 found")
    assert buttons_of(report.message) == []


async def test_a_mod_log_that_fell_asleep_is_woken_and_the_scan_goes_on(
    community: Community, monkeypatch: pytest.MonkeyPatch
) -> None:
    log = await community.open_thread(community.mod_log, "signpost")
    await community.command(community.manager, "log", channel=log)
    monkeypatch.setattr(pace, "PAUSE", 3600.0)
    for channel in (community.general, community.recovery):
        community.write_unseen(channel, PITCH)
    await community.scan(last=100)

    await community.archive(log)
    await go_on(community, monkeypatch)

    (report,) = community.reports(log)
    assert report.shows("**Done.**", "2 found")
    assert len(community.entries(log)) == 2


async def test_a_mod_log_that_sleeps_is_no_reason_to_refuse_a_scan(
    community: Community, monkeypatch: pytest.MonkeyPatch
) -> None:
    log = await community.open_thread(community.mod_log, "signpost")
    await community.command(community.manager, "log", channel=log)
    await community.archive(log)
    community.write_unseen(community.general, PITCH)

    await scan_now(community, monkeypatch)

    (report,) = community.reports(log)
    assert report.shows("**Done.**", "1 found")


async def test_who_started_and_who_cancelled_it_stands_in_the_audit(half_done: Community) -> None:
    (report,) = half_done.reports()
    await half_done.press(half_done.moderator, report, "Cancel")

    acts = await half_done.bot.audit.listed(half_done.guild.id, 2)

    assert [(act.by, act.deed, act.subject, act.after) for act in acts] == [
        (half_done.moderator.id, Deed.SCAN, "1", "cancelled"),
        (half_done.manager.id, Deed.SCAN, "1", "running"),
    ]


async def test_in_a_spanish_server_asked_by_a_spaniard_all_of_it_is_spanish(community: Community) -> None:
    manager = community.speaks(community.manager, "es-ES")
    await community.bot.places.choose(community.guild.id, manager.id, community.env.now(), language="es")
    community.write_unseen(community.general, PITCH)

    proposal = await community.propose_scan(None, last=5)
    assert "Leería" in community.private_answer(proposal)
    answer = await community.answer_proposal(proposal, "Empezar")
    await community.pass_time(minutes=1)

    assert answer.startswith("Empezó. Su avance: ")
    (report,) = [each for each in community.mod_log.history() if "Mensajes antiguos leídos" in each.content]
    assert "**Hecho.** 2 mensajes leídos, 1 encontrado." in report.content


async def test_a_made_up_button_starts_nothing(community: Community) -> None:
    proposal = await community.propose_scan(None, last=5)
    assert proposal.response is not None
    stored = community.env.backend.get_message(community.general.id, proposal.response.id)
    start = stored.components[0]["components"][0]
    start["custom_id"] = start["custom_id"][:-1] + ("a" if start["custom_id"][-1] != "a" else "b")

    answer = await community.answer_proposal(proposal, "Start")

    assert answer == EN("scan-no-longer")
    assert community.scan_states() == ["proposed"]
