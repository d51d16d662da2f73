"""The fixtures of the behaviour tests: a community with Signpost in it, also with a scan under way."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.desk import pace as entries
from bot.scan import pace

from .community import Community
from .texts import PITCH


@pytest.fixture
async def newcomer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Community]:
    """Give a community whose manager has set up nothing yet. Entries are edited without a rest."""
    monkeypatch.setattr(entries, "REST", 0.0)
    community = await Community.open(tmp_path / "signpost.db")
    yield community
    await community.close()


@pytest.fixture
async def community(newcomer: Community) -> Community:
    """Give a community whose manager has chosen the mod log and confirmed the set-up."""
    await newcomer.choose_log()
    await newcomer.confirm_setup()
    return newcomer


@pytest.fixture
async def half_done(community: Community, monkeypatch: pytest.MonkeyPatch) -> Community:
    """Give a community whose scan stands after #general, with #recovery and others to go."""
    monkeypatch.setattr(pace, "PAUSE", 3600.0)
    for channel in (community.general, community.recovery):
        community.write_unseen(channel, PITCH)
    await community.scan(last=100)
    return community
