"""The greeting: what Signpost says when it joins a server, once, and where."""

import pytest

from .community import Community
from .setting_up import Arrival, Panel


async def test_a_server_is_greeted_in_its_channel_for_safety_alerts(community: Community) -> None:
    arrival = await Arrival.prepare(community, "general", "safety", "updates")

    await arrival.invite(safety="safety", updates="updates")

    (said,) = arrival.said_in("safety")
    assert arrival.said_anywhere() == [said]
    assert "**answers in public**" in said
    assert "It starts in mode **note**: it replies to a pitch with its note." in said
    assert "It keeps no message text and no writers" in said
    assert "`/signpost setup`" in said
    assert "To switch it off: `/signpost mode`, then **off**." in said
    assert len(said) <= 2000


async def test_the_panel_shows_the_same_text(community: Community) -> None:
    arrival = await Arrival.prepare(community, "safety")
    await arrival.invite(safety="safety")

    panel = await Panel.open(community)
    await panel.turn_to("about")

    (said,) = arrival.said_in("safety")
    same = [line for line in said.splitlines() if line in panel.text]
    assert len(same) == 3


async def test_without_such_a_channel_it_is_the_one_for_updates(community: Community) -> None:
    arrival = await Arrival.prepare(community, "general", "updates")

    await arrival.invite(updates="updates")

    assert len(arrival.said_in("updates")) == 1


async def test_where_signpost_may_not_write_the_other_channel_is_taken(community: Community) -> None:
    arrival = await Arrival.prepare(community, "safety", "updates")
    await community.refuse(arrival.channels["safety"], send_messages=False)

    await arrival.invite(safety="safety", updates="updates")

    assert arrival.said_in("safety") == []
    assert len(arrival.said_in("updates")) == 1


async def test_a_server_with_neither_is_greeted_nowhere_and_nobody_by_direct_message(
    community: Community,
) -> None:
    arrival = await Arrival.prepare(community, "general")

    await arrival.invite()

    assert arrival.said_anywhere() == []
    assert not any(each.path.endswith("/users/@me/channels") for each in community.env.http_requests)


async def test_a_server_that_comes_back_from_an_outage_is_not_greeted(community: Community) -> None:
    arrival = await Arrival.prepare(community, "safety")
    await arrival.invite()

    await arrival.come_back_from_an_outage()

    assert arrival.said_anywhere() == []


async def test_a_server_that_signpost_was_in_when_it_started_is_not_greeted(community: Community) -> None:
    backend = community.env.backend
    backend.get_guild(community.guild.id).public_updates_channel_id = community.recovery.id

    await community.restart()
    await community.say_ready_again()

    assert community.sent(community.recovery) == []


async def test_a_server_is_greeted_once_however_often_it_invites(community: Community) -> None:
    arrival = await Arrival.prepare(community, "safety")

    await arrival.invite(safety="safety")
    await arrival.leave()
    await community.restart()
    await arrival.leave()
    await arrival.invite(safety="safety")

    assert len(arrival.said_in("safety")) == 1


@pytest.mark.parametrize("status", [403, 503])
async def test_a_greeting_that_fails_is_not_tried_again(
    community: Community, caplog: pytest.LogCaptureFixture, status: int
) -> None:
    arrival = await Arrival.prepare(community, "safety")
    community.break_sending(arrival.channels["safety"], status=status)
    await arrival.invite(safety="safety")
    community.mend_sending()

    await arrival.leave()
    await arrival.invite(safety="safety")

    assert arrival.said_anywhere() == []
    assert f"guild {arrival.guild.id} was not greeted" in caplog.text


async def test_a_spanish_server_is_greeted_in_spanish(community: Community) -> None:
    arrival = await Arrival.prepare(community, "safety", locale="es-ES")

    await arrival.invite(safety="safety")

    (said,) = arrival.said_in("safety")
    assert "**responde en público**" in said
    assert "/signpost configurar" in said


async def test_the_operators_mode_and_retention_are_said(community: Community) -> None:
    await community.restart(default_mode="observe", retention_days=1)
    arrival = await Arrival.prepare(community, "safety")

    await arrival.invite(safety="safety")

    (said,) = arrival.said_in("safety")
    assert "It starts in mode **observe**" in said
    assert "for at most 1 day." in said
