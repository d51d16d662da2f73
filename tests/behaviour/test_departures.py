"""Servers that remove Signpost: their data goes after seven days, unless they have it back by then."""

import sqlite3

import pytest
from simcord.backend.models import Guild
from simcord.backend.serializers import guild_create_payload

from .community import Community
from .test_data import rows_kept
from .test_exempt import gets_a_note
from .test_opt_out import privacy
from .texts import PITCH


def left_at(community: Community) -> object:
    """Return when the server is known to have removed Signpost."""
    return community.bot.places.server(community.guild.id).left_at


async def days_pass(community: Community, days: float) -> None:
    """Let days pass in which Signpost is down, and a round of its maintenance after them."""
    await community.restart(while_down=lambda _: community.let_time_go_by_unseen(hours=24 * days))
    await community.pass_time(minutes=3)


class Away:
    """The server as Discord keeps it while Signpost is not in it."""

    def __init__(self, community: Community) -> None:
        self._community = community
        self._guild: Guild | None = None

    async def remove(self, *, heard: bool = True) -> None:
        """Let the server remove Signpost. heard: whether Signpost is told."""
        backend = self._community.env.backend
        self._guild = backend.guilds.pop(self._community.guild.id)
        if heard:
            backend.emit("GUILD_DELETE", {"id": str(self._community.guild.id)})
            await self._community.env.settle()

    async def bring_back(self, *, heard: bool = True) -> None:
        """Let the server add Signpost again."""
        assert self._guild is not None
        backend = self._community.env.backend
        backend.guilds[self._guild.id] = self._guild
        if heard:
            backend.emit("GUILD_CREATE", guild_create_payload(backend, self._guild))
            await self._community.env.settle()


@pytest.fixture
async def away(community: Community) -> Away:
    """Give a server with a case, whose Signpost can be removed and brought back."""
    await community.paste(community.general, PITCH)
    await privacy(community, community.member, "opt-out")
    return Away(community)


async def test_within_the_week_everything_is_kept(community: Community, away: Away) -> None:
    await away.remove()
    assert left_at(community) is not None

    await days_pass(community, 6.9)

    assert community.states() == ["noted"]


async def test_after_seven_days_all_goes_but_opt_outs(community: Community, away: Away) -> None:
    await away.remove()

    await days_pass(community, 7.1)

    assert rows_kept(community) == {"opt_outs": 1}
    assert left_at(community) is None


async def test_a_server_that_has_signpost_back_finds_all_as_it_was(community: Community, away: Away) -> None:
    await community.command(community.manager, "mode", mode="off", channel=community.recovery)
    await away.remove()
    await days_pass(community, 5)

    await away.bring_back()
    await days_pass(community, 5)

    assert left_at(community) is None
    assert community.states() == ["noted"]
    assert community.bot.mod_log.was_chosen(community.guild.id)
    assert not await gets_a_note(community, community.recovery, by=community.moderator)


async def test_who_left_while_signpost_was_down_is_found_at_the_start(
    community: Community, away: Away
) -> None:
    def leave(_: sqlite3.Connection) -> None:
        community.env.backend.guilds.pop(community.guild.id)

    await community.restart(while_down=leave)
    assert left_at(community) == community.env.now()

    await days_pass(community, 7.1)

    assert rows_kept(community) == {"opt_outs": 1}


async def test_who_came_back_while_signpost_was_down_is_found_too(community: Community, away: Away) -> None:
    await away.remove()
    await community.restart()
    assert left_at(community) is not None

    await away.bring_back(heard=False)
    await days_pass(community, 8)

    assert left_at(community) is None
    assert community.states() == ["noted"]


async def test_the_first_time_it_is_seen_gone_counts(community: Community, away: Away) -> None:
    await away.remove()
    first = left_at(community)

    await days_pass(community, 3)
    assert left_at(community) == first
    await days_pass(community, 4.1)

    assert community.states() == []


async def test_an_outage_of_discords_is_no_leaving(community: Community) -> None:
    await community.paste(community.general, PITCH)

    await community.server.have_an_outage()
    await community.say_ready_again()
    await community.pass_time(minutes=3)

    assert left_at(community) is None
    assert community.states() == ["noted"]


async def test_a_neighbour_that_left_takes_nothing_of_others_along(community: Community) -> None:
    neighbour = await community.neighbour()
    await community.paste(neighbour.general, PITCH, by=neighbour.member)
    await community.paste(community.general, PITCH)
    guild = neighbour.general.guild
    assert guild is not None
    community.env.backend.remove_guild(guild.id)
    await community.env.settle()

    await days_pass(community, 7.1)

    assert community.states() == ["noted"]
    assert len(community.notes_in(community.general)) == 1
    assert community.bot.mod_log.was_chosen(community.guild.id)
