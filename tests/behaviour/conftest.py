"""The one fixture of the behaviour tests: a community with Signpost in it."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from .community import Community


@pytest.fixture
async def newcomer(tmp_path: Path) -> AsyncIterator[Community]:
    """Give a community whose manager has set up nothing yet."""
    community = await Community.open(tmp_path / "signpost.db")
    yield community
    await community.close()


@pytest.fixture
async def community(newcomer: Community) -> Community:
    """Give a community whose manager has chosen the mod log."""
    await newcomer.choose_log()
    return newcomer
